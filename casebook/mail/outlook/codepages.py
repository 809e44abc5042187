"""Windows code pages by number, as the charsets that Outlook means by them."""

from __future__ import annotations

from casebook.mail.message import charset

_MEANT = {
    0: "cp1252",
    1252: "cp1252",
    932: "cp932",
    936: "gb18030",
    949: "cp949",
    950: "big5hkscs",
    951: "big5hkscs",
    1200: "utf-16-le",
    1201: "utf-16-be",
    1361: "johab",
    10000: "mac_roman",
    20127: "cp1252",
    20866: "koi8-r",
    21866: "koi8-u",
    20932: "euc_jp",
    20936: "gb18030",
    20949: "cp949",
    # Outlook names the Japanese mail charsets and stores the Windows one.
    50220: "cp932",
    50221: "cp932",
    50222: "cp932",
    50225: "cp949",
    50227: "gb18030",
    51932: "euc_jp",
    51936: "gb18030",
    51949: "cp949",
    51950: "big5hkscs",
    52936: "hz",
    54936: "gb18030",
    65000: "utf-7",
    65001: "utf-8",
}


def codec(number: int) -> str:
    """Return Python's name of a code page; the Western one where the number says nothing."""
    if found := _MEANT.get(number):
        return found
    if 28592 <= number <= 28606:
        return charset.codec(f"iso8859-{number - 28590}") or "cp1252"
    return charset.codec(f"cp{number}") or "cp1252"


def known(number: int) -> bool:
    """Return whether a code page says anything about the charset."""
    return number in _MEANT or codec(number) != "cp1252" or number == 28591
