"""RTF as Outlook writes it: the HTML that is hidden in it (MS-OXRTFEX) given back, else its words as plain text."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from casebook.mail.outlook import rtf_fonts
from casebook.mail.outlook.rtf_fonts import Fonts

LARGEST = 32 * 1024 * 1024
_MOST_TOKENS = 1_500_000
_FEW_TOKENS = 50_000
_DEEPEST = 2_000
_TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?\d{1,10})?[ ]?"  # control word
    rb"|\\'([0-9a-fA-F]{2})"
    rb"|\\([^a-zA-Z])"
    rb"|(\{+|\}+)"
    rb"|[\r\n\x00]+"
    rb"|([^\\{}\r\n\x00]+)"
    rb"|.",
    re.DOTALL,
)
_BYTE, _SYMBOL, _BRACES, _TEXT = 3, 4, 5, 6
_HTML = re.compile(rb"\\fromhtml1?(?![0-9a-zA-Z])")
_IN_TEXT = {
    "par": "\n",
    "line": "\n",
    "sect": "\n",
    "page": "\n",
    "row": "\n",
    "cell": "\t",
    "tab": "\t",
    "lquote": "\u2018",
    "rquote": "\u2019",
    "ldblquote": "\u201c",
    "rdblquote": "\u201d",
    "bullet": "\u2022",
    "endash": "\u2013",
    "emdash": "\u2014",
    "emspace": "\u2003",
    "enspace": "\u2002",
    "zwj": "\u200d",
    "zwnj": "\u200c",
}
_SYMBOLS = {b"~": "\xa0", b"_": "\u2011", b"{": "{", b"}": "}", b"\\": "\\", b"\n": "\n", b"\r": "\n"}
_NO_WORDS = frozenset(
    [
        "fonttbl",
        "colortbl",
        "stylesheet",
        "info",
        "pict",
        "object",
        "header",
        "headerl",
        "headerr",
        "headerf",
        "footer",
        "footerl",
        "footerr",
        "footerf",
        "ftncn",
        "ftnsep",
        "ftnsepc",
        "listtable",
        "listoverridetable",
        "revtbl",
        "rsidtbl",
        "generator",
        "xmlnstbl",
        "themedata",
        "colorschememapping",
        "datastore",
        "latentstyles",
        "filetbl",
        "private1",
        "mhtmltag",
        "fldinst",
        "bkmkstart",
        "bkmkend",
        "pntext",
        "pntxta",
        "pntxtb",
        "shppict",
        "nonshppict",
        "xe",
        "tc",
        "template",
        "operator",
        "author",
        "title",
    ]
)


@dataclass(frozen=True, slots=True)
class Words:
    """What stood in an RTF: its text, or HTML where it was made from HTML; and whether every byte could be read."""

    text: str
    is_html: bool
    lossless: bool


@dataclass(slots=True)
class _State:
    """What a group inherits from the one around it."""

    font: int = -1
    skip: int = 1
    """How many characters stand in for a \\u to programs that do not know it."""
    dead: bool = False
    """Inside something that is no text."""
    rtf_only: bool = False
    """Between \\htmlrtf and \\htmlrtf0: words for those who do not unpack the HTML."""

    def copy(self) -> _State:
        """Return the state a group inside begins with."""
        return _State(self.font, self.skip, self.dead, self.rtf_only)


def read(data: bytes) -> Words:
    """Return the words of an RTF document. Never raises; one pass, bounded in time and depth."""
    head = data[:20_000]
    reader = _Reader(data[:LARGEST], is_html=bool(_HTML.search(head)))
    reader.run()
    text = _paired("".join(reader.out))
    return Words(text, reader.is_html, reader.lossless and len(data) <= LARGEST)


def _paired(text: str) -> str:
    """Join surrogate halves (two \\u make one character); a lone half becomes the replacement character."""
    if not re.search("[\ud800-\udfff]", text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


class _Reader:
    """Walks over the tokens with a stack of groups; bytes are gathered per font before they are decoded."""

    def __init__(self, data: bytes, *, is_html: bool) -> None:
        self.is_html = is_html
        self.lossless = True
        self.out = list[str]()
        self._data = data
        self._fonts = Fonts()
        self._state = _State()
        self._stack = list[_State]()
        self._too_deep = 0
        self._pending = bytearray()
        self._codec = ""
        self._to_skip = 0
        self._starred = False
        self._fresh = False

    def run(self) -> None:
        data, position, size = self._data, 0, len(self._data)
        match = _TOKEN.match
        for _ in range(min(_MOST_TOKENS, _FEW_TOKENS + size // 2)):  # Outlook writes one in eight bytes
            if position >= size:
                break
            found = match(data, position)
            if not found:
                break
            position = found.end()
            kind = found.lastindex
            if kind == _TEXT:
                self._words(found[_TEXT])
            elif kind == _BYTE:
                self._byte(int(found[_BYTE], 16))
            elif kind == _BRACES:
                self._group(found[_BRACES])
            elif kind == _SYMBOL:
                self._symbol(found[_SYMBOL])
            elif kind:
                position = self._control(found[1].decode("ascii"), found[2], position)
        self.lossless = self.lossless and position >= size
        self._flush()

    def _group(self, braces: bytes) -> None:
        if self._pending:
            self._flush()
        count, opening = len(braces), braces[0] == 0x7B
        self._to_skip, self._starred, self._fresh = 0, False, opening
        if count == 1 and not self._too_deep and 0 < len(self._stack) < _DEEPEST:  # nearly always
            if opening:
                self._stack.append(self._state)
                self._state = self._state.copy()
            else:
                self._state = self._stack.pop()
            return
        if opening:
            room = 0 if self._too_deep else min(count, _DEEPEST - len(self._stack))
            for _ in range(room):
                self._stack.append(self._state)
                self._state = self._state.copy()
            self._too_deep += count - room
            return
        shallow = max(0, count - self._too_deep)
        self._too_deep -= count - shallow
        for _ in range(min(shallow, len(self._stack))):
            self._state = self._stack.pop()

    def _control(self, word: str, number: bytes | None, position: int) -> int:
        """Obey a control word; return where to read on."""
        fresh, self._fresh = self._fresh, False
        value = int(number) if number else None
        if word == "bin":
            return position + max(0, value or 0)
        if word == "u" and value is not None:
            self._flush()
            self._emit(chr(value % 65_536))
            self._to_skip = self._state.skip
            return position
        if self._to_skip:
            self._to_skip -= 1
            return position
        if word == "fonttbl":
            end = rtf_fonts.end_of_group(self._data, position)
            self._fonts.read(self._data[position:end])
            return end
        self._flush()
        if word == "f" and value is not None:
            self._state.font = value
        elif word == "plain":
            self._state.font = self._fonts.default
        elif word in {"deff", "ansicpg"} and value is not None:
            self._fonts.set(word, value)
        elif word == "uc":
            self._state.skip = min(max(0, 1 if value is None else value), 10)
        elif word == "htmlrtf":
            self._state.rtf_only = value != 0
        elif self._starred and word == "htmltag":
            self._state.dead = False
        elif (fresh or self._starred) and (word in _NO_WORDS or self._starred):
            self._state.dead = True
        elif word in _IN_TEXT:
            self._emit(_IN_TEXT[word])
        self._starred = False
        return position

    def _symbol(self, symbol: bytes) -> None:
        if symbol == b"*":
            self._starred = True
            return
        self._fresh = False
        if self._to_skip:
            self._to_skip -= 1
        elif symbol in _SYMBOLS:
            if symbol in b"{}\\":
                self._gather(symbol)
            else:
                self._flush()
                self._emit(_SYMBOLS[symbol])

    def _words(self, text: bytes) -> None:
        self._fresh = False
        if self._to_skip:
            skipped = min(self._to_skip, len(text))
            self._to_skip -= skipped
            text = text[skipped:]
        self._gather(text)

    def _byte(self, value: int) -> None:
        self._fresh = False
        if self._to_skip:
            self._to_skip -= 1
            return
        self._gather(bytes((value,)))

    def _gather(self, raw: bytes) -> None:
        state = self._state
        if state.dead or (self.is_html and state.rtf_only):
            return
        codec = self._fonts.codec(state.font)
        if codec != self._codec:
            self._flush()
            self._codec = codec
        self._pending += raw

    @property
    def _silent(self) -> bool:
        state = self._state
        if state.dead:
            return True
        return self.is_html and state.rtf_only

    def _emit(self, text: str) -> None:
        if not self._silent:
            self.out.append("\r\n" if self.is_html and text == "\n" else text)

    def _flush(self) -> None:
        """Decode what was gathered: bytes of one character may be written partly as letters, partly as \\'xx."""
        if not self._pending:
            return
        raw = bytes(self._pending)
        self._pending.clear()
        if raw.isascii() and not self._codec.startswith(("iso2022", "hz")):
            self.out.append(raw.decode("ascii"))
            return
        try:
            self.out.append(codecs.decode(raw, self._codec))
        except ValueError:
            self.lossless = False
            self.out.append(codecs.decode(raw, self._codec, "replace"))
