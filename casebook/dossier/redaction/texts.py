"""Text files: read, searched, and written anew with blocks where something is covered."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from email import message_from_bytes, policy
from pathlib import PurePath

from casebook.dossier.redaction.areas import Span
from casebook.journal.errors import BadInput

MOST = 4_000_000
"""Bytes of a text that can be redacted: a chat of ten years is smaller."""
BLOCK = "\N{FULL BLOCK}" * 8
"""What stands for whatever is covered: always as long, so that it does not tell the length."""
_ENDINGS = "txt text csv tsv log json jsonl md eml xml html htm srt vtt yaml yml"
_KINDS = frozenset(f".{ending}" for ending in _ENDINGS.split())
_TYPES = ("text/", "message/rfc822", "application/json", "application/xml", "application/xhtml")
_BETWEEN = re.compile(r"[\s\u00ad\u200b\u2060\ufeff\x00\x02\ufffe\u2010\u2011-]*")
"""What may stand between two letters that belong together: spaces, line breaks, and hyphens of every kind."""
_SHOWN = ("from", "to", "cc", "bcc", "reply-to", "date", "subject", "message-id")


def is_text(name: str, media_type: str) -> bool:
    """Return whether a file says it is a text."""
    return media_type.lower().startswith(_TYPES) or PurePath(name.lower()).suffix in _KINDS


def copy_name(name: str, media_type: str) -> str:
    """Return the name of the redacted copy of a text file: a mail becomes a plain text."""
    path = PurePath(name)
    return f"{path.stem}.txt" if _is_mail(name, media_type) or path.suffix.lower() in (".html", ".htm", "") else name


def read(content: bytes, label: str, name: str, media_type: str) -> str:
    """Return the text of a file; of a mail its headers and its words, decoded, without its attachments.

    Raises BadInput. Line breaks come as one character each.
    """
    if len(content) > MOST:
        raise BadInput(
            "{exhibit} is too long a text to be redacted here: keep a part of it as a file, and add that", exhibit=label
        )
    text = _mail(content) if _is_mail(name, media_type) else _decoded(content)
    if "\x00" in text:
        raise BadInput(
            "{exhibit} holds no text that can be read: make a PDF or a picture of it, and redact that", exhibit=label
        )
    return text.replace("\r\n", "\n").replace("\r", "\n")


def pattern(words: str) -> re.Pattern[str] | None:
    """Return what finds words however they are broken over lines or grouped by spaces; None where nothing is left."""
    letters = [re.escape(char) for char in _BETWEEN.sub("", folded(words))]
    return re.compile(_BETWEEN.pattern.join(letters)) if letters else None


def folded(text: str) -> str:
    """Return a text in which case and width make no difference, character for character."""
    return "".join(_folded(char) for char in text)


def find(text: str, words: str) -> list[Span]:
    """Return every place of the words in a text."""
    wanted = pattern(words)
    return [Span(*found.span()) for found in wanted.finditer(folded(text))] if wanted else []


def covered(text: str, spans: Iterable[Span]) -> str:
    """Return the text with a block for each span, one on each line that it goes over."""
    parts, at = list[str](), 0
    for span in merged(spans, len(text)):
        lines = text[span.start : span.end].split("\n")
        parts += [text[at : span.start], "\n".join(BLOCK if line.strip() else line for line in lines)]
        at = span.end
    return "".join((*parts, text[at:]))


def merged(spans: Iterable[Span], length: int) -> Sequence[Span]:
    """Return the spans in order, those that touch as one, cut to the text."""
    found = list[Span]()
    for span in sorted(Span(max(s.start, 0), min(s.end, length)) for s in spans):
        if span.start >= span.end:
            continue
        if found and span.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return found


def _folded(char: str) -> str:
    for plain in (unicodedata.normalize("NFKC", char).casefold(), char.casefold()):
        if len(plain) == 1:
            return plain
    return char


def _is_mail(name: str, media_type: str) -> bool:
    return media_type.lower() == "message/rfc822" or name.lower().endswith(".eml")


def _decoded(content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace")
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return content.decode("latin-1")


def _mail(content: bytes) -> str:
    """Return the headers that a reader looks for, and the words of every text part."""
    try:
        message = message_from_bytes(content, policy=policy.default)
        lines = [f"{name.title()}: {message[name]}" for name in _SHOWN if message[name]]
        for part in message.walk():
            if part.get_content_maintype() == "text" and not part.is_multipart():
                words = str(part.get_content())
                lines += ["", _without_tags(words) if part.get_content_subtype() == "html" else words]
            elif not part.is_multipart():
                lines += ["", f"[{part.get_filename() or part.get_content_type()}]"]
    except Exception:  # a mail may be anything: then its source is the text
        return _decoded(content)
    return "\n".join(lines)


def _without_tags(page: str) -> str:
    from html import unescape

    plain = re.sub(r"(?is)<(script|style|head)\b.*?</\1\s*>|<!--.*?-->", "", page)
    plain = re.sub(r"(?i)<(br|/p|/div|/tr|/li|/h[1-6])\b[^>]*>", "\n", plain)
    return unescape(re.sub(r"<[^>]*>", "", plain))
