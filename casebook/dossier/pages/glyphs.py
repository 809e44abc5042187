"""Make user text printable without losing a character: what no font can show is shown by its code, and counted."""

from __future__ import annotations

import importlib.util
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NotRequired, TypedDict

from casebook.journal.errors import CasebookError


class Link(TypedDict):
    """A piece of a line that leads somewhere: `to` is a label of the template, such as `ex-4`."""

    to: str
    text: str


Line = list[str | list[str] | Link]
"""One line of text: plain pieces, one-element lists for pieces of a long token that may be broken after them, links."""

Links = Callable[[str], list[str | Link]]
"""Cuts a printable text into plain parts and links."""


class Paragraph(TypedDict):
    """Lines that belong together; `rtl` when the first letter is Arabic or Hebrew.

    `east` says whether most of it is Chinese, so that quotation marks come from the font of their text, whatever the
    language of the dossier; a paragraph without it is in the dossier's own.
    """

    rtl: bool
    lines: list[Line]
    east: NotRequired[bool]


Text = list[Paragraph]

_OTHER = (
    *("Arabic", "Hebrew", "Devanagari", "Thai", "Bengali", "Gujarati", "Gurmukhi", "Tamil", "Telugu", "Kannada"),
    *("Malayalam", "Oriya", "Sinhala", "Myanmar", "Khmer", "Lao", "Georgian", "Armenian", "Ethiopic", "Symbols"),
)
_CHINESE = 2  # which face of the collection is Noto Sans CJK SC
_LONGEST, _NARROW = 28, 14  # characters of a token that still fit a text column, and a narrow one
_PIECE = 12
_JOINTS = "/-_.:@?&=,;"

# What has no shape, turns text round, or is refused by PDF/A. Joiners and variation selectors are judged by neighbours.
_INVISIBLE = re.compile(
    "["
    "\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f\u2028-\u202e"
    "\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\uffff\ud800-\udfff\ue000-\uf8ff\U000e0000-\U000effff\U000f0000-\U0010ffff"
    "]"
)
_JOINERS = re.compile("[\u200c\u200d\ufe00-\ufe0f]")
_DEPENDENT = ("Mn", "Me", "Cf")
"""Categories of characters that are judged by their neighbours."""
_RUNS = re.compile("((?:〔U\\+[0-9A-F]{4,6}〕[ \u00a0]?){1,4}?)\\1{3,}")
_CODES = re.compile("U\\+[0-9A-F]{4,6}|[ \u00a0]")
_EAST_ASIAN = re.compile("([\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]+)")


def font_folders() -> tuple[Path, Path]:
    """Return the folders of the Latin-and-others and of the Chinese fonts. Raises CasebookError if not installed."""
    found = []
    for name in ("manimgx_fonts", "manimgx_fonts_cjk"):
        spec = importlib.util.find_spec(name)
        if spec is None or not spec.submodule_search_locations:
            raise CasebookError("the fonts of the dossier are missing: install the Python package '{name}'", name=name)
        found.append(Path(spec.submodule_search_locations[0]))
    return found[0], found[1]


class Fonts:
    """Which characters the dossier's fonts have; each font file is read only when a text needs it."""

    def __init__(self) -> None:
        self._maps: list[frozenset[int]] = []
        self._waiting = self._sources()

    def first_with(self, character: str) -> int | None:
        """Return the index of the first font that has the character, None if none has."""
        code = ord(character)
        for index, known in enumerate(self._maps):
            if code in known:
                return index
        for known in self._waiting:
            self._maps.append(known)
            if code in known:
                return len(self._maps) - 1
        return None

    def any_with(self, characters: str) -> bool:
        """Return whether one single font has all the characters."""
        codes = {ord(c) for c in characters}
        self._maps.extend(self._waiting)
        return any(codes <= known for known in self._maps)

    @staticmethod
    def _sources() -> Iterator[frozenset[int]]:
        from fontTools.ttLib import TTFont

        latin, chinese = font_folders()
        names = ["NotoSans", "", *(f"NotoSans{name}" for name in _OTHER), "NotoEmoji"]
        for name in names:
            if name:
                with TTFont(latin / f"{name}[wght].ttf", lazy=True) as font:
                    yield frozenset(font.getBestCmap())
            else:
                with TTFont(chinese / "NotoSansCJK-VF.otf.ttc", fontNumber=_CHINESE, lazy=True) as font:
                    yield frozenset(font.getBestCmap())


class Cleaner:
    """Turns user text into lines for the template. `shown` counts every character shown by its code."""

    def __init__(self, fonts: Fonts | None = None, *, refused: frozenset[str] = frozenset()) -> None:
        self._fonts = fonts or Fonts()
        self._refused = refused
        self._always = set(map(chr, range(32, 127))) - refused
        """Characters known to be printed as they are, whatever stands beside them."""
        self.shown: Counter[str] = Counter()

    def plain(self, text: str) -> str:
        """Return one line of printable text: for document titles, alternative texts and descriptions."""
        return self._visible(" ".join(text.split("\n")))

    def line(self, text: str, *, narrow: bool = False, links: Links | None = None) -> Line:
        """Return one line, long tokens cut into pieces."""
        return _linked(self.plain(_unified(text)), _NARROW if narrow else _LONGEST, links)

    def text(self, text: str, *, narrow: bool = False, links: Links | None = None) -> Text:
        """Return paragraphs: blank lines part them, single line breaks are kept. `narrow` is for narrow columns."""
        longest = _NARROW if narrow else _LONGEST
        paragraphs: Text = []
        for block in re.split(r"\n\s*\n", _unified(text).strip("\n")):
            if block.strip():
                lines = [self._visible(line.rstrip()) for line in block.split("\n")]
                paragraphs.append(
                    {
                        "rtl": _right_to_left(block),
                        "lines": [_linked(s, longest, links) for s in lines],
                        "east": _mostly_chinese(block),
                    }
                )
        return paragraphs

    def _visible(self, text: str) -> str:
        if self._always.issuperset(text):
            return text
        out: list[str] = []
        for index, char in enumerate(text):
            if char == "\t":
                out.append("    ")
            elif char in self._refused or not self._printable(text, index, char):
                self.shown[char] += 1
                out.append(code(char))
            else:
                out.append(char)
                if unicodedata.category(char) not in _DEPENDENT:
                    self._always.add(char)
        return _RUNS.sub(_counted, "".join(out))

    def _printable(self, text: str, index: int, char: str) -> bool:
        if " " <= char <= "~":
            return True
        if _INVISIBLE.match(char):
            return False
        before = text[index - 1] if index else " "
        if _JOINERS.match(char):
            return _joins(before, char, text[index + 1] if index + 1 < len(text) else " ")
        if unicodedata.category(char) in ("Mn", "Me"):
            return self._combines(before, char)
        if self._fonts.first_with(char) is not None:
            return True
        composed = unicodedata.normalize("NFC", char)
        return composed != char and all(self._fonts.first_with(c) is not None for c in composed)

    def _combines(self, before: str, mark: str) -> bool:
        """A mark is set in its letter's font: it prints only where one font has both (or the composed letter)."""
        if before.isspace() or (composed := unicodedata.normalize("NFC", before + mark)) == before + mark:
            return not before.isspace() and self._fonts.any_with(before + mark)
        return all(self._fonts.first_with(c) is not None for c in composed)


def code(char: str) -> str:
    """Return `〔U+202E〕` for a character."""
    return f"〔U+{ord(char):04X}〕"


def name(char: str) -> str:
    """Return the Unicode name of a character, a plain description where it has none."""
    control = {"\x00": "NULL", "\ufeff": "ZERO WIDTH NO-BREAK SPACE (BYTE ORDER MARK)"}
    return control.get(char, "") or unicodedata.name(char, f"(no name, category {unicodedata.category(char)})")


def _counted(run: re.Match[str]) -> str:
    """Say a run of the same codes once and how often: mails hide dozens of them behind their first line."""
    codes = [found if found.startswith("U") else f"U+{ord(found):04X}" for found in _CODES.findall(run[1])]
    return f"〔{' '.join(codes)} ×{len(run[0]) // len(run[1])}〕"


def _joins(before: str, char: str, after: str) -> bool:
    """Whether a joiner or selector does its work (Persian, Indic, emoji sequences); elsewhere it only hides."""
    if char >= "\ufe00":
        return (before > "~" and not before.isspace()) or before in "#*0123456789"
    return before > "~" and after > "~" and not before.isspace() and not after.isspace()


def _unified(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n\n")


def _mostly_chinese(text: str) -> bool:
    if text.isascii():
        return False
    east = sum(map(len, _EAST_ASIAN.findall(text)))
    return 2 * east > sum(char.isalpha() and char < "\u2e80" for char in text)


def _right_to_left(text: str) -> bool:
    for char in text:
        kind = unicodedata.bidirectional(char)
        if kind in ("R", "AL"):
            return True
        if kind == "L":
            return False
    return False


def _linked(text: str, longest: int, links: Links | None) -> Line:
    parts: list[str | Link] = links(text) if links else [text]
    line: Line = []
    for part in parts:
        line.extend(_pieces(part, longest) if isinstance(part, str) else [part])
    return line


def _pieces(text: str, longest: int) -> Line:
    """Cut tokens that are too long for a column; Chinese breaks by itself and is left whole."""
    if len(text) <= longest:
        return [text] if text else []
    line: Line = []
    for token in re.split(rf"([^ ]{{{longest + 1},}})", text):
        for part in _EAST_ASIAN.split(token) if len(token) > longest and " " not in token else [token]:
            if len(part) <= longest or " " in part or _EAST_ASIAN.match(part):
                line.extend([part] if part else [])
            else:
                line.extend([piece] for piece in _chunks(part))
    return line


def _chunks(token: str) -> Iterator[str]:
    """Yield pieces of a token, cut at a joint where there is one, never before a mark or joiner."""
    start = 0
    while start < len(token):
        end = min(start + _PIECE, len(token))
        if end < len(token):
            joint = max(token.rfind(sign, start + 3, end) for sign in _JOINTS)
            end = joint + 1 if joint > 0 else end
        while end < len(token) and (
            unicodedata.category(token[end]) in ("Mn", "Me", "Mc", "Cf") or token[end - 1] == "\u200d"
        ):
            end += 1
        yield token[start:end]
        start = end
