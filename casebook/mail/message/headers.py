"""The header block of a message or part: where it ends, what stands in it, and structured values with parameters."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import unquote_to_bytes

from casebook.mail.message import charset, words

_LEAD = re.compile(rb"(?:\xef\xbb\xbf)?[ \t\r\n]*(?:>?From (?![ \t]*:)[^\n]*\n)?")
_NAME = re.compile(rb"([^\x00-\x20:\x7f]{1,200})[ \t]*:")
# A mailbox program's line below what was added on the way, or any line that is none, before what tells of the mail.
_INTERRUPTION = re.compile(
    rb">?From [^\r\n]{1,300}\b\d\d:\d\d[^\r\n]{0,60}\r?\n[A-Za-z][A-Za-z0-9-]{0,60}:[ \t]"
    rb"|[^\r\n]{1,998}\r?\n(?:Received|Date|From|To|Subject|Message-ID|Return-Path|Delivered-To|MIME-Version):[ \t]",
    re.IGNORECASE,
)
_TRACES = frozenset({"return-path", "delivered-to", "x-original-to", "envelope-to", "received", "received-spf"})
_REGULAR = re.compile(rb"([^\x00-\x20:\x7f]{1,200}+)([ \t]*+:)([^\n]*+\n(?:[ \t]++[^ \t\r\n][^\n]*+\n)*+)")
_LONGEST_REGULAR = 200_000
_MAX_HEADERS = 20_000
_MOST_RUBBISH = 2
_MAX_PARAMETERS = 20_000
_QUOTED_END = re.compile(rb"[ \t\r\n]*(?:;|\Z)")
_PIECE = re.compile(r"(.+?)\*(\d{1,6})?(\*)?")
_LIKE_2231 = re.compile(rb"([A-Za-z0-9_-]{2,20})'[A-Za-z-]{0,10}'(.*%[0-9A-Fa-f]{2}.*)", re.DOTALL)
_PERCENT = re.compile(rb"(?:%[89A-Fa-f][0-9A-Fa-f]){2}")


class Headers:
    """The headers of a message or part: names in lower case, values as the raw bytes that stand there."""

    __slots__ = ("_values",)

    def __init__(self, items: Sequence[tuple[str, bytes]]) -> None:
        self._values: dict[str, list[bytes]] = {}
        for name, value in items:
            self._values.setdefault(name, []).append(value)

    def __len__(self) -> int:
        return len(self._values)

    def __contains__(self, name: str) -> bool:
        return name in self._values

    def get(self, name: str) -> bytes:
        """Return the first value of a header, empty bytes where it is missing."""
        found = self._values.get(name)
        return found[0] if found else b""

    def all(self, name: str) -> list[bytes]:
        """Return every value of a header, top to bottom."""
        return self._values.get(name, [])

    def names(self) -> frozenset[str]:
        """Return the names of all headers."""
        return frozenset(self._values)

    def text(self, name: str, hint: str = "") -> str:
        """Return the first value as one line of text; `hint` is a charset for raw 8-bit bytes."""
        return words.decode(self.get(name), hint)

    def token(self, name: str) -> str:
        """Return the first word of a value in lower case (`Content-Transfer-Encoding: Base64; x` gives `base64`)."""
        found = re.match(rb"[ \t\r\n]*\"?([!-~]{1,60}?)[\"';, \t\r\n]", self.get(name)[:200] + b" ")
        return found[1].decode("ascii").lower() if found else ""


@dataclass(frozen=True, slots=True)
class Value:
    """A structured header value: the word before the first semicolon in lower case, and its parameters' raw bytes."""

    main: str
    parameters: dict[str, bytes]

    def raw(self, name: str) -> bytes:
        """Return a parameter as bytes, without the charset RFC 2231 may put before it; empty if it is missing."""
        starred = self.parameters.get(name + "*")
        return self.parameters.get(name, b"") if starred is None else _label(starred)[1]

    def text(self, name: str, hint: str = "") -> str:
        """Return a parameter as text, in whichever of the ways senders encode it (RFC 2231, RFC 2047, 8-bit)."""
        if name not in self.parameters and name + "*" not in self.parameters:
            return ""
        raw = self.parameters.get(name + "*")
        if raw is not None:
            label, rest = _label(raw)
            return words.tidy(charset.decode(rest, label.decode("ascii", "replace")).text)
        raw = self.parameters.get(name, b"")
        if found := _LIKE_2231.fullmatch(raw):
            label = found[1]
            if charset.codec(label.decode("ascii")):
                return words.tidy(charset.decode(unquote_to_bytes(found[2]), label.decode("ascii")).text)
        if _PERCENT.search(raw):
            plain = charset.decode(unquote_to_bytes(raw))
            if plain.rung is charset.Rung.UTF8:
                return words.tidy(plain.text)
        return words.decode(raw, hint)


def read(raw: bytes, start: int, end: int, *, lenient: bool = False) -> tuple[Headers, int]:
    """Return the headers that stand at `start`, and where the body begins.

    They end at an empty or white line, or before the first line that is neither header nor continuation. `lenient`
    (for a whole message) also passes over a byte order mark, blank lines, a leading space, a `From ` line, and up to
    two lines of something else where headers follow.
    """
    items, position, body = list[tuple[str, bytes]](), start, end
    name, value = "", start
    if lenient and (lead := _LEAD.match(raw, start, end)):
        position = lead.end()
        position = _behind_rubbish(raw, position, end)
    first = position
    if quick := _regular(raw, position, end):
        return quick
    while position < end:
        newline = raw.find(b"\n", position, end)
        stop = newline + 1 if newline >= 0 else end
        if raw[position] in b" \t\r\n" and (position > first or raw[position] in b"\r\n"):
            if not raw[position:stop].strip():
                body = stop
                break
        elif (found := _NAME.match(raw, position, stop)) and len(items) < _MAX_HEADERS:
            if name:
                items.append((name, raw[value:position]))
            name, value = found[1].decode("latin-1").lower(), found.end()
        elif lenient and name in _TRACES and _INTERRUPTION.match(raw, position, end):
            items.append((name, raw[value:position]))
            name = ""
        else:
            body = position
            break
        position = stop
    if name:
        items.append((name, raw[value:position]))
    return Headers(items), body


def _regular(raw: bytes, start: int, end: int) -> tuple[Headers, int] | None:
    """Return the headers of a block in which every line is a header or goes on with one, as nearly all are."""
    blank = raw.find(b"\n\n", start, end)
    stop = blank + 1 if blank >= 0 else -1
    with_return = raw.find(b"\n\r\n", start, blank if blank >= 0 else end)
    if with_return >= 0:
        stop = with_return + 1
    if not start < stop <= start + _LONGEST_REGULAR:
        return None
    found = _REGULAR.findall(raw, start, stop)
    if sum(map(_length, found)) != stop - start:
        return None
    items = [(name.decode("latin-1").lower(), value) for name, _, value in found]
    return Headers(items), stop + (2 if with_return >= 0 else 1)


def _length(pieces: tuple[bytes, bytes, bytes]) -> int:
    return len(pieces[0]) + len(pieces[1]) + len(pieces[2])


def _behind_rubbish(raw: bytes, position: int, end: int) -> int:
    """Return where the headers begin if one or two lines that are none (a server's answer) stand before them."""
    line = position
    for _ in range(_MOST_RUBBISH + 1):
        newline = raw.find(b"\n", line, min(end, line + 1_000))
        if newline < 0 or not raw[line:newline].strip():
            break
        if _NAME.match(raw, line, newline) or raw[line : line + 1] in {b" ", b"\t"}:
            return line
        line = newline + 1
    return position


def parameters(raw: bytes) -> Value:
    """Return a structured header value (Content-Type, Content-Disposition) taken apart. Never raises."""
    return _known_parameters(raw) if len(raw) < 200 else _parameters(raw)


@lru_cache(maxsize=1024)
def _known_parameters(raw: bytes) -> Value:
    return _parameters(raw)


def _parameters(raw: bytes) -> Value:
    pieces = _split(raw)
    main = b"".join(pieces[0].split()).decode("latin-1").lower().strip("\"'")
    plain: dict[str, bytes] = {}
    numbered: dict[str, list[tuple[int, bool, bytes]]] = {}
    for piece in pieces[1:]:
        key, sign, value = piece.partition(b"=")
        name = key.strip().decode("latin-1").lower()
        if not sign or not name:
            continue
        value = _unquoted(value.strip())
        if "*" in name and (found := _PIECE.fullmatch(name)):
            if found[2] is None:
                plain.setdefault(found[1] + "*", unquote_to_bytes(value))
            else:
                numbered.setdefault(found[1], []).append((int(found[2]), bool(found[3]), value))
        else:
            plain.setdefault(name, value)
    for name, parts in numbered.items():
        parts.sort(key=lambda part: part[0])
        encoded = any(part[1] for part in parts)
        joined = b"".join(unquote_to_bytes(part[2]) if part[1] else part[2] for part in parts)
        plain.setdefault(name + "*" if encoded else name, joined)
    return Value(main, plain)


def _label(raw: bytes) -> tuple[bytes, bytes]:
    """Return charset and value of `charset'language'value`; a value without the two quotes has no charset."""
    parts = raw.split(b"'", 2)
    return (parts[0], parts[2]) if len(parts) == 3 else (b"", raw)


def _split(raw: bytes) -> list[bytes]:
    """Cut at semicolons that stand outside quotes; one pass, however the quotes are broken."""
    pieces, start, quoted = list[bytes](), 0, False
    last_quote = raw.rfind(b'"')
    for found in re.finditer(rb"[\";]", raw):
        position = found.start()
        if found[0] == b'"':
            before = raw[max(start, position - 40) : position].rstrip()
            if not quoted:
                quoted = before.endswith(b"=")
            elif not before.endswith(b"\\") or position == last_quote:
                quoted = not _QUOTED_END.match(raw, position + 1)  # a bare quote inside a quoted name
        elif not quoted or position > last_quote:
            pieces.append(raw[start:position])
            start = position + 1
            if len(pieces) > _MAX_PARAMETERS:
                break
    pieces.append(raw[start:])
    return pieces


def _unquoted(value: bytes) -> bytes:
    if len(value) > 1 and value.startswith(b'"') and value.endswith(b'"'):
        value = re.sub(rb"\\([\\\"])", rb"\1", value[1:-1])
    return value.strip(b'"') if value.startswith(b'"') or value.endswith(b'"') else value
