"""Which charset the bytes of an RTF are in: it follows the font, and the document's code page where a font has none."""

from __future__ import annotations

import re

from casebook.mail.outlook import codepages

_CHARSETS = {
    77: "mac_roman",
    78: "cp932",
    79: "cp949",
    80: "gb18030",
    81: "big5hkscs",
    128: "cp932",
    129: "cp949",
    130: "johab",
    134: "gb18030",
    136: "big5hkscs",
    161: "cp1253",
    162: "cp1254",
    163: "cp1258",
    177: "cp1255",
    178: "cp1256",
    186: "cp1257",
    204: "cp1251",
    222: "cp874",
    238: "cp1250",
    254: "cp437",
    255: "cp850",
}
_FONT = re.compile(rb"\\f(\d{1,6})(?![0-9])|\\fcharset(\d{1,3})|\\cpg(\d{1,5})|[{};]")
_LARGEST_TABLE = 1_000_000


class Fonts:
    """The fonts of a document and the charset of each."""

    def __init__(self) -> None:
        self.default = -1
        self._code_page = "cp1252"
        self._of = dict[int, str]()

    def set(self, word: str, value: int) -> None:
        """Take note of `\\deff` (the font where none is named) or `\\ansicpg` (the code page where a font has none)."""
        if word == "deff":
            self.default = value
        else:
            self._code_page = codepages.codec(value)

    def read(self, table: bytes) -> None:
        """Take note of the fonts in a font table."""
        font = -1
        for found in _FONT.finditer(table[:_LARGEST_TABLE]):
            if found[1]:
                font = int(found[1])
            elif found[2] and font >= 0 and (codec := _CHARSETS.get(int(found[2]))):
                self._of[font] = codec
            elif found[3] and font >= 0 and int(found[3]):
                self._of[font] = codepages.codec(int(found[3]))

    def codec(self, font: int) -> str:
        """Return the charset of a font."""
        return self._of.get(font if font >= 0 else self.default, self._code_page)


def end_of_group(data: bytes, position: int) -> int:
    """Return where the group around a place is closed: at its brace, or at the end of what may be looked at."""
    depth, limit = 1, min(len(data), position + _LARGEST_TABLE)
    for found in re.finditer(rb"\\[{}\\]|[{}]", data[position:limit]):
        if found[0] == b"{":
            depth += 1
        elif found[0] == b"}":
            depth -= 1
            if not depth:
                return position + found.start()
    return limit
