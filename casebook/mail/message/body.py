"""What a message says and what hangs on it: its text, decoded and readable, and its attachments as they were sent."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from casebook.journal.records import Attachment
from casebook.journal.terms import ExhibitSource
from casebook.mail.message import charset, flowed, html, names, transfer, tree
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


@dataclass(slots=True)
class Body:
    """The readable text of a message, its attachments in order, and what could not be read, in plain words."""

    text: str
    attachments: tuple[Attachment, ...]
    problems: tuple[str, ...]


def read(root: Part, *, from_mbox: bool = False, hint: str = "") -> Body:
    """Return the body of a message. `from_mbox` undoes the `>From ` quoting of that format in the text (only there).

    `hint` is a charset for names written in raw 8-bit bytes. Never raises; bounded in time.
    """
    reader = _Reader(root, from_mbox, hint)
    texts = reader.top()
    text = "\n\n".join(each for each in texts if each)
    if len(text) > LONGEST_TEXT:
        text = text[:LONGEST_TEXT]
        reader.problem("the text is very long: only its first 1,000,000 characters are shown, the original is whole")
    return Body(text, tuple(reader.attachments), tuple(dict.fromkeys(reader.problems)))


@dataclass(slots=True)
class _Reader:
    root: Part
    from_mbox: bool
    hint: str
    attachments: list[Attachment] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    _seen_text: bool = False
    _html_left: int = _MOST_HTML
    _html: bytes | None = None

    def problem(self, sentence: str) -> None:
        if len(self.problems) < 50:
            self.problems.append(sentence)

    def top(self) -> list[str]:
        """Return the texts of the whole message."""
        root = self.root
        if root.main == "text" and not root.children:  # a message of one text is that text, whatever its name
            if root.type not in _BODY_TYPES or root.disposition.main == "attachment":
                self._attach(root)
            return self._text(root)
        texts = self._texts(root)
        if not any(texts) and root.type == "message/rfc822":
            inner = tree.read(root.raw, root.start, root.end)
            texts = _Reader(inner, self.from_mbox, self.hint)._texts(inner)
        return texts

    def _texts(self, part: Part, *, wanted: bool = True) -> list[str]:
        """Return the texts of a part and attach the rest; with `wanted` false only attach."""
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
            return self._text(part) if wanted else []
        self._attach(part)
        return []

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
        if is_html:
            text, cut = html.to_text(text[: self._html_left]), len(text) > self._html_left
            self._html_left -= min(self._html_left, len(decoded.text))
            if cut:
                self.problem("the HTML text is too long to show whole; the original is")
        elif part.value.parameters.get("format", b"").strip().lower() == b"flowed":
            text = flowed.unfold(text, delete_space=part.value.parameters.get("delsp", b"").lower() == b"yes")
        text = _CONTROLS.sub("", text)
        self._seen_text = self._seen_text or bool(text.strip())
        return [text.strip("\n").rstrip()]

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


def _content_id(part: Part) -> bytes:
    return part.headers.get("content-id").strip(b"<> \t\r\n")


def _is_stub(text: str) -> bool:
    """Return whether a plain text only says that there is an HTML one."""
    return len(text) < _STUB_LENGTH and "html" in text.lower() and len(text.split()) < 40
