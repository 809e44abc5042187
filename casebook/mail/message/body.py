"""What a message says and what hangs on it: its text, decoded and readable, and its attachments as they were sent."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from casebook.journal.records import Attachment
from casebook.journal.terms import ExhibitSource
from casebook.mail.message import calendar, charset, flowed, html, names, quotes, secure, transfer, tree
from casebook.mail.message.tree import Part

LONGEST_TEXT = 1_000_000
_BODY_TYPES = frozenset(
    [
        "text/plain",
        "text/html",
        "text/enriched",
        "text/richtext",
        "text/markdown",
        "text/x-amp-html",
        "text/rfc822-headers",
    ]
)
_QUOTED_FROM = re.compile(rb"(?m)^>(>*From )")
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufeff]+")
_MOST_HTML = 8_000_000
_STUB_LENGTH = 300
_MOST_CONTAINERS = 20
_MOST_PICTURES = 50
_TNEF_TYPES = frozenset({"application/ms-tnef", "application/vnd.ms-tnef"})
_CALENDAR_TYPES = frozenset({"text/calendar", "application/ics"})
_PICTURE = re.compile(r"[\"'(]\s{0,5}data:image/(png|jpe?g|gif|webp|bmp);base64,([A-Za-z0-9+/=\s]{20,})")


class Use(StrEnum):
    """What became of a part of a message."""

    WORDS = "words"
    OTHER_VERSION = "other-version"
    EXHIBIT = "exhibit"
    CONTAINER = "container"
    OPENED = "opened"
    """A sealed container that was read through."""
    NOTHING = "nothing"
    """An empty part."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A part of a message and what became of it; of words, how their charset was found."""

    part: Part
    use: Use
    decoded: charset.Rung | None = None


@dataclass(slots=True)
class Body:
    """The readable text of a message, its attachments in order, and what could not be read, in plain words."""

    text: str
    attachments: tuple[Attachment, ...]
    problems: tuple[str, ...]
    folds: quotes.Folds = field(default_factory=quotes.Folds)
    seen: tuple[Seen, ...] = ()


def read(root: Part, *, from_mbox: bool = False, hint: str = "") -> Body:
    """Return the body of a message. `from_mbox` undoes the `>From ` quoting of that format in the text (only there).

    `hint` is a charset for names written in raw 8-bit bytes. Never raises; bounded in time.
    """
    reader = _Reader(root, from_mbox, hint)
    texts = [each for each in reader.top() if each]
    text = "\n\n".join(texts)
    if len(text) > LONGEST_TEXT:
        text = text[:LONGEST_TEXT]
        reader.problem("the text is very long: only its first 1,000,000 characters are shown, the original is whole")
    if reader.events:
        text = reader.with_events(text)
    folds = quotes.find(text, marked=reader.marked(html.QUOTE, texts), signed=reader.marked(html.SIGNATURE, texts))
    problems = tuple(dict.fromkeys(reader.problems))
    return Body(text, tuple(reader.attachments), problems, folds, tuple(reader.seen))


@dataclass(slots=True)
class _Reader:
    root: Part
    from_mbox: bool
    hint: str
    attachments: list[Attachment] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    seen: list[Seen] = field(default_factory=list)
    events: list[str] = field(default_factory=list)
    _marks: dict[str, dict[str, int]] = field(default_factory=dict)
    _containers: int = 0
    _seen_text: bool = False
    _html_left: int = _MOST_HTML
    _html: bytes | None = None

    def problem(self, sentence: str) -> None:
        if len(self.problems) < 50:
            self.problems.append(sentence)

    def marked(self, name: str, texts: Iterable[str]) -> int | None:
        """Return where in the joined texts the markup says that quote or signature begin."""
        if self._marks and not self.events:
            place = 0
            for each in texts:
                if name in (marks := self._marks.get(each, {})):
                    return place + marks[name]
                place += len(each) + 2
        return None

    def with_events(self, text: str) -> str:
        """Return the text with the invitations it does not tell of itself above it."""
        told = [
            calendar.readable(event)
            for event in self.events[:5]
            if not all(name and name in text for name in calendar.summaries(event)[:5])
        ]
        return "\n\n".join(filter(None, (*told, text)))

    def top(self) -> list[str]:
        """Return the texts of the whole message."""
        root = self.root
        if root.type in _CALENDAR_TYPES:
            return self._texts(root)
        if root.main == "text" and not root.children:  # a message of one text is that text, whatever its name
            if root.type not in _BODY_TYPES or root.disposition.main == "attachment":
                self._attach(root)
            return self._text(root)
        texts = self._texts(root)
        if not any(texts) and root.type == "message/rfc822":
            inner = tree.read(root.raw, root.start, root.end)
            reader = _Reader(inner, self.from_mbox, self.hint)
            texts, self._marks = reader._texts(inner), reader._marks
        if not any(texts):  # nothing but a named text that is to be shown: those are the words
            named = (part for part in root.walk() if part.type in _BODY_TYPES and part.disposition.main == "inline")
            texts = next((self._text(part) for part in named if not part.children), texts)
        return texts

    def _texts(self, part: Part, *, wanted: bool = True) -> list[str]:
        """Return the texts of a part and attach the rest; with `wanted` false only attach."""
        if part.children:
            self.seen.append(Seen(part, Use.CONTAINER))
            if remark := secure.of_multipart(part):
                self.problem(remark)
        if part.type == "multipart/alternative" and part.children:
            return self._alternative(part, wanted=wanted)
        if part.children:
            children = part.children
            if part.type == "multipart/related":
                start = part.value.parameters.get("start", b"").strip(b"<> ")
                children = sorted(children, key=lambda c: not start or _content_id(c) != start)
            return [text for child in children for text in self._texts(child, wanted=wanted)]
        if self._is_body(part):
            if part.file_name():  # so named, it may be meant as a file as well
                self._attach(part)
            if not wanted:
                self.seen.append(Seen(part, Use.OTHER_VERSION))
            return self._text(part) if wanted else []
        if part.type in secure.SMIME_TYPES or part.type in _TNEF_TYPES or part.type == "application/octet-stream":
            return self._container(part, wanted=wanted)
        if part.type in _CALENDAR_TYPES:
            content, _ = part.content()
            self.events.append(charset.decode(content, part.label or "utf-8").text)
        self._attach(part)
        return []

    def _container(self, part: Part, *, wanted: bool) -> list[str]:
        """Return the texts of what is in a sealed container (S/MIME, winmail.dat), and attach the rest of it."""
        name = part.file_name(self.hint).lower()
        if part.type in _TNEF_TYPES or name == "winmail.dat":
            return self._winmail(part, wanted=wanted and not self._seen_text)
        self._attach(part)  # the signature is in it
        if part.type not in secure.SMIME_TYPES and not name.endswith((".p7m", ".p7s")):
            return []
        self._containers += 1
        if self._containers > _MOST_CONTAINERS:
            return []
        found = secure.opened(part.content()[0])
        if found.remark:
            self.problem(found.remark)
        if found.entity is None:
            return []
        self.seen.append(Seen(part, Use.OPENED))
        return self._texts(tree.read(found.entity), wanted=wanted)

    def _winmail(self, part: Part, *, wanted: bool) -> list[str]:
        """Attach what is in a winmail.dat, itself only if it could not be read whole; return its text."""
        from casebook.mail.outlook import reading

        unpacked = reading.unpack(part.content()[0])
        if unpacked is None or unpacked.problems:
            self._attach(part)
        if unpacked is None:
            return []
        self.seen.append(Seen(part, Use.OPENED))
        for problem in unpacked.problems:
            self.problem(problem)
        self.attachments.extend(unpacked.attachments)
        if not wanted:
            return []
        text = unpacked.text if unpacked.text.strip() else html.to_text(unpacked.html)
        return [_without_controls(text.replace("\r\n", "\n").replace("\r", "\n")).strip("\n").rstrip()]

    def _alternative(self, part: Part, *, wanted: bool) -> list[str]:
        """Return one version of the text: the plain one, else the last and richest that has words."""
        plain = next((c for c in part.children if c.type == "text/plain" and self._is_body(c)), None)
        others = [c for c in part.children if c is not plain]
        texts = self._text(plain) if plain and wanted else []
        if any(texts) and not (_is_stub(texts[0]) and any(c.type != "text/plain" for c in others)):
            wanted = False
        rich = next((c for c in reversed(others) if any(p.type == "text/html" for p in c.walk())), None)
        rich = rich or next(iter(reversed(others)), None)
        chosen: list[str] = []
        for child in others:
            chosen += self._texts(child, wanted=wanted and child is rich)
        return chosen if any(chosen) else texts

    def _is_body(self, part: Part) -> bool:
        """Return whether a part is words to read: text without a file name, or the first text if it is inline."""
        if part.type not in _BODY_TYPES or part.disposition.main == "attachment":
            return False
        return not part.file_name() or not (self._seen_text or part.disposition.parameters)

    def _text(self, part: Part) -> list[str]:
        """Return the readable text of a text part (and files written out in it as attachments)."""
        raw = part.body()
        if self.from_mbox and part.encoding != "base64" and b">From " in raw:
            raw = _QUOTED_FROM.sub(rb"\1", raw)
        content, whole = transfer.decode(raw, part.encoding)
        if not whole:
            self.problem("a part of the text is damaged: what could be read is shown")
        is_html = part.type in {"text/html", "text/x-amp-html"}
        if not is_html and b"\nbegin " in b"\n" + content[:LONGEST_TEXT]:
            content = self._without_uuencoded(content)
        label = part.label
        if is_html and not charset.codec(label):
            label = html.declared_charset(content)
        decoded = charset.decode(content, label)
        if not decoded.lossless:
            self.problem("some characters of the text could not be read")
        text = decoded.text.replace("\r\n", "\n").replace("\r", "\n")
        marks: dict[str, int] = {}
        if is_html:
            self._pictures(text)
            cut = len(text) > self._html_left
            text, marks = html.read(text[: self._html_left])
            self._html_left -= min(self._html_left, len(decoded.text))
            if cut:
                self.problem("the HTML text is too long to show whole; the original is")
        elif part.value.parameters.get("format", b"").strip().lower() == b"flowed":
            text = flowed.unfold(text, delete_space=part.value.parameters.get("delsp", b"").lower() == b"yes")
        else:
            text, remark = secure.inline(text)
            if remark:
                self.problem(remark)
        marks = {name: len(_without_controls(text[:place]).lstrip("\n")) for name, place in marks.items()}
        text = _without_controls(text).strip("\n").rstrip()
        if marks:
            self._marks[text] = marks
        self._seen_text = self._seen_text or bool(text.strip())
        self.seen.append(Seen(part, Use.WORDS, decoded.rung))
        return [text]

    def _pictures(self, page: str) -> None:
        """Attach the pictures that stand in the markup itself."""
        if "data:image" not in page:
            return
        for found in list(_PICTURE.finditer(page[:_MOST_HTML]))[:_MOST_PICTURES]:
            content, _ = transfer.base64(found[2].encode())
            kind = names.media_type(content, "application/octet-stream", "")
            kind = kind if kind.startswith("image/") else f"image/{found[1].replace('jpg', 'jpeg')}"
            self._add(names.made_up(kind, len(self.attachments) + 1), content, kind, inline=True)

    def _without_uuencoded(self, content: bytes) -> bytes:
        kept, position = list[bytes](), 0
        for found in transfer.uuencoded(content):
            name = names.clean(charset.decode(found.name, self.hint).text)
            self._add(name, found.content, names.media_type(found.content, "", name))
            kept.append(content[position : found.start])
            position = found.end
        return b"".join((*kept, content[position:]))

    def _attach(self, part: Part) -> None:
        content, whole = part.content()
        name = names.clean(part.file_name(self.hint))
        if not content and not name:
            return
        self.seen.append(Seen(part, Use.EXHIBIT))
        number = len(self.attachments) + 1
        if not whole:
            self.problem(f"the attachment {name or number} is damaged: what could be read is kept")
        kind = names.media_type(content, part.type, name)
        if not name:
            subject = ""
            if kind == "message/rfc822":
                subject = tree.read(content).headers.text("subject") if len(content) < 50_000_000 else ""
            name = names.made_up(kind, number, subject)
        self._add(name, content, kind, inline=kind.startswith("image/") and self._is_inline(part))

    def _add(self, name: str, content: bytes, kind: str, *, inline: bool = False) -> None:
        self.attachments.append(Attachment(name, content, kind, ExhibitSource.MAIL, inline))

    def _is_inline(self, part: Part) -> bool:
        """Return whether a picture belongs into the text: said so, or named by the HTML."""
        identity = _content_id(part)
        if part.disposition.main != "attachment":
            return bool(identity) or part.disposition.main == "inline"
        if not identity:
            return False
        if self._html is None:
            pages = [p.content()[0] for p in self.root.walk() if p.type == "text/html" and not p.children]
            self._html = b"\n".join(pages)[:5_000_000]
        return b"cid:" + identity in self._html


def _without_controls(text: str) -> str:
    """Return a text without control characters; line breaks and tabs stay."""
    if text.replace("\n", "").replace("\t", "").isprintable():  # nearly always, and many times faster
        return text
    return _CONTROLS.sub("", text)


def _content_id(part: Part) -> bytes:
    return part.headers.get("content-id").strip(b"<> \t\r\n")


def _is_stub(text: str) -> bool:
    """Return whether a plain text only says that there is an HTML one."""
    return len(text) < _STUB_LENGTH and "html" in text.lower() and len(text.split()) < 40
