"""A secret as it may stand in texts and files: other case, broken lines, other encodings, inside mails and archives.

Pure of the database. It finds what a careful search by hand would find; it cannot read pictures.
"""

from __future__ import annotations

import base64
import html
import io
import json
import re
import unicodedata
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from email import message_from_bytes, policy
from email.header import decode_header
from email.message import Message
from typing import Any
from urllib.parse import quote, quote_plus

from casebook.journal.errors import BadInput

INSTEAD = "[purged]"
SHORTEST = 4
_LONG = 16  # from here on a run without spaces may have been broken over lines by what carried it
_BREAK = r"(?:[ \t]*\r?\n[\s>|]*)?"
_GAP = r"[\s>|]+"  # between words: spaces, line ends, and the marks of a quoted mail
_ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", "gb18030", "big5", "cp1252")
_WHOLE = 64 * 1024 * 1024  # larger files are searched as a stream of bytes only
_MEMBERS = 256 * 1024 * 1024  # of one archive, unpacked
_PAGES = 2_000
_DEPTH = 4
_BASE64_LEAST = 8


class Secret:
    """What is to be purged. Raises BadInput for what is too short to be told from other words."""

    def __init__(self, text: str) -> None:
        self._text = " ".join(text.split())
        if len(self._text) < SHORTEST:
            raise BadInput(
                "what is to be purged must have at least {number} characters: shorter words stand in too many places",
                number=SHORTEST,
            )
        self._words = re.compile(_pattern(_folded(self._text)))
        self._hints = tuple(_hints(_folded(self._text)))
        self._plain = re.compile(_pattern(self._text), re.IGNORECASE)
        self._anchors, self._bytes = _bytes_pattern(self._text)
        self._reach = 16 * len(self._text) + 256

    def in_text(self, text: str) -> bool:
        """Return whether a text holds it."""
        folded = _folded(text)
        return any(hint in folded for hint in self._hints) and bool(self._words.search(folded))

    def out_of_text(self, text: str) -> str:
        """Return the text with `[purged]` wherever it stood."""
        if not self.in_text(text):
            return text
        text = self._plain.sub(INSTEAD, text)
        folded, places = _folded_with_places(text)
        spans = [(places[m.start()], places[m.end() - 1] + 1) for m in self._words.finditer(folded)]
        for start, end in reversed(spans):
            text = text[:start] + INSTEAD + text[end:]
        return text

    def in_json(self, text: str) -> bool:
        """Return whether a JSON text holds it in any name or value, also in JSON inside of JSON."""
        if "\\u" not in text:  # most texts are told from their whole, without being taken apart
            folded = _folded(text)
            if not any(hint in folded for hint in self._hints):
                return False
        return any(self.in_text(part) for part in _strings(text))

    def out_of_json(self, text: str) -> str:
        """Return the JSON text with `[purged]` in its strings; a text that is no JSON is taken as it is."""
        if not self.in_json(text):
            return text
        try:
            value = json.loads(text)
        except ValueError:
            return self.out_of_text(text)
        return json.dumps(self._out_of(value), ensure_ascii=False)

    def in_bytes(self, content: bytes) -> bool:
        """Return whether bytes hold it as they stand, in one of the usual encodings."""
        low = content.lower()  # the anchors are found a hundred times faster than the pattern
        return any(anchor in low for anchor in self._anchors) and bool(self._bytes.search(content))

    def out_of_bytes(self, content: bytes) -> bytes:
        """Return the bytes with `[purged]` wherever it stood."""
        return self._bytes.sub(INSTEAD.encode(), content)

    def in_file(self, chunks: Iterable[bytes]) -> bool:
        """Return whether a file holds it, by its bytes or by what is packed in it: a mail, an archive, a document."""
        kept, size, tail = [], 0, b""
        for chunk in chunks:
            if self.in_bytes(tail + chunk):
                return True
            tail = (tail + chunk)[-self._reach :]
            size += len(chunk)
            if size <= _WHOLE:
                kept.append(chunk)
        return size <= _WHOLE and self._inside(b"".join(kept), 0)

    def _inside(self, content: bytes, depth: int) -> bool:
        if depth > _DEPTH:
            return False
        if content.startswith((b"PK", b"\x1f\x8b")):
            parts = _members(content) if content.startswith(b"PK") else _unzipped(content)
            return any(self.in_bytes(part) or self._inside(part, depth + 1) for part in parts)
        if content.startswith(b"%PDF"):
            return any(map(self.in_text, _pages(content)))
        if _MARKUP.search(content[:4096]):
            return self.in_text(_unmarked(content.decode("utf-8", "replace")))
        if content.startswith(b'{"'):
            lines = content.decode("utf-8", "replace").split("\n")
            return any(map(self.in_json, lines))
        return bool(_HEADER.match(content[:4096])) and self._in_mail(content, depth)

    def _in_mail(self, content: bytes, depth: int) -> bool:
        message = message_from_bytes(content, policy=policy.compat32)
        for part in message.walk():
            if any(self.in_text(_header(str(value))) for value in part.values()):
                return True
            body = part.get_payload(decode=True)
            if isinstance(body, bytes) and body:
                text = _text_of(part, body)
                if self.in_bytes(body) or self.in_text(text) or self.in_text(_unmarked(text)):
                    return True
                if part.get_content_maintype() != "text" and self._inside(body, depth + 1):
                    return True
        return False

    def _out_of(self, value: Any) -> Any:
        if isinstance(value, str):
            return self.out_of_json(value) if value[:1] in ("[", "{") else self.out_of_text(value)
        if isinstance(value, list):
            return [self._out_of(each) for each in value]
        if isinstance(value, dict):
            return {self.out_of_text(name): self._out_of(each) for name, each in value.items()}
        return value


_MARKUP = re.compile(rb"<(?:!doctype|html|body|div|p|table|\?xml)\b", re.IGNORECASE)
_HEADER = re.compile(rb"(?:From [^\n]*\n)?(?:[!-9;-~]+:[^\n]*\r?\n)")


def _folded(text: str) -> str:
    """Return the text in which different ways to write the same letters have become the same."""
    if text.isascii():
        return text.lower()
    if not unicodedata.is_normalized("NFKD", text):
        text = unicodedata.normalize("NFKD", text)
    return text.casefold()


def _folded_with_places(text: str) -> tuple[str, list[int]]:
    """Return the folded text, and for each of its characters where it came from."""
    pieces, places = [], list[int]()
    for place, character in enumerate(text):
        piece = _folded(character)
        pieces.append(piece)
        places += [place] * len(piece)
    return "".join(pieces), places


def _pattern(text: str) -> str:
    words = []
    for word in text.split():
        letters = [re.escape(letter) for letter in word]
        words.append((_BREAK if len(word) >= _LONG else "").join(letters))
    return _GAP.join(words)


def _hints(folded: str) -> list[str]:
    """Return pieces of which each text that holds the secret has one, also when it is written as JSON."""
    whole = max(folded.split(), key=len)
    half = len(whole) // 2
    parts = (whole[:half], whole[half:]) if len(whole) >= _LONG else (whole,)
    return [max(re.split(r'["\\\x00-\x1f]', part), key=len) for part in parts]


def _bytes_pattern(text: str) -> tuple[tuple[bytes, ...], re.Pattern[bytes]]:
    """Return lower-case pieces, of which each file that holds the text has one, and the pattern that decides."""
    anchors, found = set[bytes](), dict[bytes, None]()
    for form in dict.fromkeys((text, unicodedata.normalize("NFC", text), unicodedata.normalize("NFD", text))):
        for encoding in _ENCODINGS:
            try:
                found[_encoded(form, encoding)] = None
                anchors.update(_anchors(form, encoding))
            except UnicodeEncodeError:
                continue
        escaped = (json.dumps(form), json.dumps(form, ensure_ascii=False), html.escape(form), quote(form))
        numbers = "".join(f"&#{ord(letter)};" for letter in form)
        ways = [way.strip('"').encode() for way in (*escaped, quote_plus(form), numbers)]
        ways += [coded for encoding in ("utf-8", "utf-16-le") for coded in _base64(form.encode(encoding))]
        found |= dict.fromkeys(map(re.escape, ways))
        anchors.update(way.lower() for way in ways)
    return tuple(anchors), re.compile(b"|".join(found), re.IGNORECASE)


def _anchors(text: str, encoding: str) -> Iterator[bytes]:
    word = max(text.split(), key=len)
    half = len(word) // 2
    for part in (word[:half], word[half:]) if len(word) >= _LONG else (word,):
        for way in (part, part.lower(), part.upper()):
            yield way.encode(encoding).lower()


def _encoded(text: str, encoding: str) -> bytes:
    """Return the pattern of a text in one encoding, whatever its case and its spaces."""

    def either(letters: Iterable[str]) -> bytes:
        ways = dict.fromkeys(re.escape(letter.encode(encoding)) for letter in letters)
        return b"(?:" + b"|".join(ways) + b")"

    gap = either((" ", "\n", "\r", "\t", ">", "|", "\u00a0" if encoding.startswith("utf") else " ")) + b"+"
    brk = b"(?:" + either("\r\n") + b"+" + either((" ", "\t", ">", "|")) + b"*)?"
    words = []
    for word in text.split():
        letters = [either(_cases(letter)) for letter in word]
        words.append((brk if len(word) >= _LONG else b"").join(letters))
    return gap.join(words)


def _cases(letter: str) -> list[str]:
    return [way for way in dict.fromkeys((letter, letter.lower(), letter.upper())) if len(way) == 1]


def _base64(content: bytes) -> Iterator[bytes]:
    """Yield what stands for the bytes within longer base64, one for each place they may begin at."""
    for shift in range(3):
        coded = base64.b64encode(b"\0" * shift + content)
        sure = coded[(8 * shift + 5) // 6 : (8 * (shift + len(content))) // 6]
        if len(sure) >= _BASE64_LEAST:
            yield sure


def _strings(text: str) -> Iterator[str]:
    try:
        value = json.loads(text)
    except ValueError:
        yield text
        return
    waiting = [value]
    while waiting:
        each = waiting.pop()
        if isinstance(each, str):
            yield each
            if each[:1] in ("[", "{"):
                yield from _strings(each) if each != text else ()
        elif isinstance(each, list):
            waiting += each
        elif isinstance(each, dict):
            waiting += each.values()
            yield from each


def _header(value: str) -> str:
    try:
        parts = decode_header(value)
        return "".join(
            part if isinstance(part, str) else part.decode(charset or "latin-1", "replace") for part, charset in parts
        )
    except (ValueError, LookupError):
        return value


def _text_of(part: Message, body: bytes) -> str:
    try:
        return body.decode(part.get_content_charset("utf-8"), "replace")
    except LookupError:
        return body.decode("latin-1")


def _unmarked(text: str) -> str:
    return html.unescape(re.sub(r"<[^<>]*>", "", text))


def _members(content: bytes) -> Iterator[bytes]:
    """Yield the files in a ZIP archive, and each as text without tags; no more than is bearable."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
        left = _MEMBERS
        for info in archive.infolist():
            yield info.filename.encode()
            with archive.open(info) as file:
                part = file.read(min(left, _WHOLE) + 1)
            left -= len(part)
            if left < 0:
                return
            yield part
            if part.lstrip()[:1] == b"<":
                yield _unmarked(part.decode("utf-8", "replace")).encode()
    except (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, EOFError, OSError, ValueError):
        return


def _unzipped(content: bytes) -> Iterator[bytes]:
    try:
        yield zlib.decompressobj(31).decompress(content, _MEMBERS)
    except zlib.error:
        return


def _pages(content: bytes) -> Iterator[str]:
    """Yield the text of a PDF's pages."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError:
        return
    try:
        for number in range(min(len(document), _PAGES)):
            page = document[number]
            words = page.get_textpage()
            yield words.get_text_range()
            words.close()
            page.close()
    except pypdfium2.PdfiumError:
        return
    finally:
        document.close()
