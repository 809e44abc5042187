"""The words of the files that go out: raw mails, text files, PDFs."""

from __future__ import annotations

import html
import re
from collections.abc import Container, Iterator
from typing import TYPE_CHECKING

from casebook.dossier.gaps.leaks import Text
from casebook.dossier.gaps.papers import words as pdf_words
from casebook.dossier.selection import Selection
from casebook.journal import Journal
from casebook.journal.changes import Kind
from casebook.journal.records import StoredFile

if TYPE_CHECKING:
    from email.message import Message

_MOST = 5_000_000
"""Bytes of one file that are looked at; a log beyond that is no message somebody pasted a secret into."""
_ENDINGS = (".txt", ".csv", ".json", ".md", ".log", ".xml", ".html", ".htm", ".eml", ".ini", ".env", ".yaml", ".yml")
_KEY_FILES = (".pem", ".key", ".srt", ".vtt", ".rtf", ".toml", ".cfg", ".conf")
_TEXT_TYPES = ("text/", "message/", "application/json", "application/xml")
_TAG = re.compile(r"<(?:style|script)\b[\s\S]*?</(?:style|script)>|<[^<>]*>", re.IGNORECASE)


def texts(journal: Journal, selection: Selection, skip: Container[str] = ()) -> Iterator[Text]:
    """Yield the words of every text file, raw mail and PDF that would go out; of a redacted exhibit those of its copy.

    Files whose hash is in `skip` are left out. An empty text comes where nothing is read yet, so that whoever asks can
    stop in between.
    """
    for number, stored in selection.mails.items():
        if stored.size <= _MOST and stored.sha256 not in skip:
            words = mail_words(journal.exhibits.read(stored))
            yield Text((Kind.CONTACT, number), "raw", words, sha256=stored.sha256)
    papers = dict[StoredFile, int]()
    for item in selection.exhibits:
        if item.file is None or item.file.sha256 in skip:
            continue
        if item.media_type == "application/pdf" or item.name.lower().endswith(".pdf"):
            papers.setdefault(item.file, item.exhibit.id)
        elif item.file.size <= _MOST and _is_text(item.name, item.media_type):
            raw = journal.exhibits.read(item.file)
            is_mail = item.media_type == "message/rfc822" or item.name.lower().endswith(".eml")
            words = mail_words(raw) if is_mail else plain(decoded(raw), item.media_type)
            yield Text((Kind.EXHIBIT, item.exhibit.id), "file", words, sha256=item.file.sha256)
    for found in pdf_words(journal, list(papers)):
        if found is None:
            yield Text((Kind.CASE, 0), "", "")
        else:
            stored, words = found
            yield Text((Kind.EXHIBIT, papers[stored]), "file", words, sha256=stored.sha256)


def decoded(raw: bytes) -> str:
    """Return the words of a text file: by its byte order mark, as UTF-8, or as Chinese systems write it."""
    for mark, encoding in ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"), (b"\xef\xbb\xbf", "utf-8")):
        if raw.startswith(mark):
            return raw[len(mark) :].decode(encoding, "replace")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("gb18030", "replace")


def mail_words(raw: bytes) -> str:
    """Return the headers and the text parts of a raw mail, decoded. Whatever cannot be decoded is left as it stands."""
    from email import message_from_bytes

    message = message_from_bytes(raw)
    parts = [_header(str(value)) for _name, value in message.items()]
    for part in message.walk():
        if part.get_content_maintype() == "text":
            parts.append(_part(part))
        elif name := part.get_filename():
            parts.append(_header(name))
    return "\n".join(parts)


def plain(words: str, media_type: str) -> str:
    """Return text without the markup of a web page."""
    return html.unescape(_TAG.sub(" ", words)) if "html" in media_type or "xml" in media_type else words


def _part(part: Message) -> str:
    payload = part.get_payload(decode=True)
    raw = payload if isinstance(payload, bytes) else b""
    try:
        words = raw.decode(part.get_content_charset() or "utf-8")
    except (LookupError, UnicodeDecodeError):
        words = decoded(raw)
    return plain(words, part.get_content_type())


def _header(value: str) -> str:
    from email.errors import HeaderParseError
    from email.header import decode_header, make_header

    try:
        return str(make_header(decode_header(value)))
    except (HeaderParseError, LookupError, UnicodeError, ValueError):
        return value


def _is_text(name: str, media_type: str) -> bool:
    return media_type.startswith(_TEXT_TYPES) or name.lower().endswith(_ENDINGS + _KEY_FILES)
