"""Bytes of a named, wrongly named or unnamed charset, turned into text by a ladder that says which rung held."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache


class Rung(StrEnum):
    """How the text was found, best first."""

    ASCII = "ascii"
    BOM = "bom"
    LABEL = "label"
    UTF8 = "utf-8"
    DAMAGED = "damaged"
    DETECTED = "detected"
    LAST_RESORT = "last-resort"


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, the rung it was found on, and whether every byte of it could be read."""

    text: str
    rung: Rung
    lossless: bool


# Senders name the small set and use the large one: each label means at least these characters.
_SUPERSETS = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "big5": "big5hkscs",
    "cp950": "big5hkscs",
    "euc_kr": "cp949",
    "shift_jis": "cp932",
    "iso2022_jp": "iso2022_jp_ext",
    "iso2022_jp_1": "iso2022_jp_ext",
    "iso2022_jp_2": "iso2022_jp_ext",
    "iso8859-9": "cp1254",
    "tis-620": "cp874",
    "iso8859-11": "cp874",
    "utf-8-sig": "utf-8",
}

# Labels met in mail that Python does not know.
_UNKNOWN_TO_PYTHON = {
    "x-gbk": "gb18030",
    "windows-936": "gb18030",
    "ms936": "gb18030",
    "euc-cn": "gb18030",
    "x-euc-cn": "gb18030",
    "cn-gb": "gb18030",
    "gb18030-2000": "gb18030",
    "gb18030-2005": "gb18030",
    "gb_2312-80": "gb18030",
    "windows-950": "big5hkscs",
    "x-x-big5": "big5hkscs",
    "cn-big5": "big5hkscs",
    "x-big5": "big5hkscs",
    "x-windows-949": "cp949",
    "windows-949": "cp949",
    "ks_c_5601": "cp949",
    "ks_c_5601-1987": "cp949",
    "x-sjis": "cp932",
    "x-ms-cp932": "cp932",
    "x-euc-jp": "euc_jp",
    "cp50220": "iso2022_jp_ext",
    "cp50221": "iso2022_jp_ext",
    "iso-2022-jp-ms": "iso2022_jp_ext",
    "windows-874": "cp874",
    "iso-8859-8-i": "iso8859-8",
    "iso-8859-8-e": "iso8859-8",
    "utf8mb4": "utf-8",
    "utf8mb3": "utf-8",
    "unicode": "utf-8",
    "unicode-1-1-utf-8": "utf-8",
    "x-utf-8": "utf-8",
    "unicode-1-1-utf-7": "utf-7",
}

# Python calls these text encodings too, but no mail is written in them.
_REFUSED = frozenset(
    [
        "idna",
        "punycode",
        "unicode-escape",
        "raw-unicode-escape",
        "undefined",
        "mbcs",
        "oem",
        "charmap",
        "cp037",
        "cp273",
        "cp424",
        "cp500",
        "cp875",
        "cp1026",
        "cp1140",
    ]
)
_MULTIBYTE = frozenset(
    [
        "gb18030",
        "big5hkscs",
        "cp949",
        "cp932",
        "euc_jp",
        "euc_jis_2004",
        "euc_jisx0213",
        "johab",
        "shift_jis_2004",
        "shift_jisx0213",
        "iso2022_jp_ext",
        "iso2022_jp_3",
        "iso2022_jp_2004",
        "iso2022_kr",
        "hz",
        "utf-7",
    ]
)
_WIDE = frozenset(["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"])
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LABEL = re.compile(r"[a-z0-9][a-z0-9._:+-]{1,39}")
_SURROGATE = re.compile("[\ud800-\udfff]")
# ISO 8859 has nothing readable there, Windows its dashes and quotation marks: so they are meant.
_WINDOWS = {byte: bytes([byte]).decode("cp1252", "ignore") or None for byte in range(0x80, 0xA0)}
_JAPANESE = re.compile(rb"\x1b(?:\$[@B]|\([JI]|\$\(D)")
_HZ = re.compile(rb"~\{(?:[!-}][!-~]){2,400}~\}")
_THREE_BYTES = re.compile(rb"[\xe3-\xe9\xef][\x80-\xbf]{2}")
# Whole text of common simplified characters (GB 2312 level 1) and Chinese punctuation, in pairs of high bytes.
_COMMON_CHINESE = re.compile(rb"(?:[\x00-\x7f]*(?:[\xb0-\xd7][\xa1-\xfe]|[\xa1\xa3][\xa1-\xfe]))+[\x00-\x7f]*")
_DETECT_BYTES = 20_000
_UNSURE = 0.12
_DOS = re.compile(r"cp(?:4|7|8[0-6])\d*|mac|johab|hp|tis|kz|ptcp", re.IGNORECASE)


@lru_cache(maxsize=512)
def codec(label: str) -> str:
    """Return Python's name of the widest charset a label can mean, or empty text for a label that says nothing."""
    name = label.strip(" \t\"'").lower().split("*")[0]
    if not _LABEL.fullmatch(name):
        return ""
    if name in _UNKNOWN_TO_PYTHON:
        return _UNKNOWN_TO_PYTHON[name]
    try:
        info = codecs.lookup(name)
    except (LookupError, ValueError, ImportError):
        return ""
    known = info.name.lower()
    # Python knows base64, rot13 and hex as codecs: those are no charsets.
    if known in _REFUSED or not getattr(info, "_is_text_encoding", True):
        return ""
    return _SUPERSETS.get(known, known)


def decode(raw: bytes, label: str = "") -> Decoded:
    """Return the text of `raw`, whose sender called its charset `label` (empty: said nothing). Never raises."""
    named = codec(label)
    if raw.isascii():
        return _seven_bit(raw, named)
    if found := _by_bom(raw):
        return found
    utf8 = _strict(raw, "utf-8")
    if utf8 is not None and (named not in _MULTIBYTE | _WIDE or len(_THREE_BYTES.findall(raw)) > 1):
        # Text is almost never valid UTF-8 by chance, so it beats a Latin label; a Chinese one from two characters on.
        return Decoded(utf8, Rung.LABEL if named == "utf-8" else Rung.UTF8, lossless=True)
    # "us-ascii" over 8-bit text is a lie: the label helps no further.
    ascii_lie = named == "cp1252" and "ascii" in label.lower()
    if named and not ascii_lie and (text := _strict(raw, named)) is not None:
        return Decoded(text, Rung.LABEL, lossless=True)
    for candidate in ("utf-8", named if named in _MULTIBYTE else ""):
        if candidate and (text := _little_damage(raw, candidate)) is not None:
            return Decoded(text, Rung.DAMAGED, lossless=False)
    return _detected(raw)


def damage(text: str) -> int:
    """Return how many characters of a text stand for bytes that could not be read."""
    return text.count("\ufffd")


def _seven_bit(raw: bytes, named: str) -> Decoded:
    """Return the text of bytes below 128: ASCII, unless they hide a 7-bit or a wide charset."""
    if named in _WIDE and b"\0" in raw and (text := _strict(raw, named)) is not None:
        return Decoded(text, Rung.LABEL, lossless=True)
    if b"\x1b" in raw:
        guess = "iso2022_kr" if b"\x1b$)C" in raw else "iso2022_jp_ext" if _JAPANESE.search(raw) else ""
        for candidate in (named if named.startswith("iso2022") else "", guess):
            if not candidate:
                continue
            if (text := _strict(raw, candidate)) is not None:
                return Decoded(text, Rung.LABEL if candidate == named else Rung.DETECTED, lossless=True)
            if (text := _little_damage(raw, candidate)) is not None:
                return Decoded(text, Rung.DAMAGED, lossless=False)
    if named == "utf-7" and b"+" in raw and (text := _strict(raw, "utf-7")) is not None:
        return Decoded(text, Rung.LABEL, lossless=True)
    if b"~{" in raw and (named == "hz" or (not named and _HZ.search(raw))) and (text := _strict(raw, "hz")) is not None:
        return Decoded(text, Rung.LABEL if named else Rung.DETECTED, lossless=True)
    return Decoded(raw.decode("ascii"), Rung.ASCII, lossless=True)


def _by_bom(raw: bytes) -> Decoded | None:
    for bom, name in _BOMS:
        if raw.startswith(bom) and (text := _strict(raw, name)) is not None:
            return Decoded(text.removeprefix("\ufeff"), Rung.BOM, lossless=True)
    return None


def _strict(raw: bytes, name: str) -> str | None:
    try:
        text = raw.decode(name)
    except (ValueError, LookupError):
        return None
    if name.startswith("iso8859"):
        return text.translate(_WINDOWS)
    # UTF-7 and UTF-16 can spell half a character, which no file and no database takes.
    return _SURROGATE.sub("\ufffd", text) if name in _WIDE or name == "utf-7" else text


def _little_damage(raw: bytes, name: str) -> str | None:
    """Return the text if at most a third of what is not ASCII is unreadable in this charset, else None."""
    try:
        text = _SURROGATE.sub("\ufffd", raw.decode(name, "replace"))
    except (ValueError, LookupError):
        return None
    foreign = len(text) - len(text.encode("ascii", "ignore"))
    return text if damage(text) * 3 <= foreign else None


def _detected(raw: bytes) -> Decoded:
    first = next((i for i, byte in enumerate(raw) if byte > 127), 0)
    sample = raw[max(0, raw.rfind(b"\n", 0, first) + 1) :][:_DETECT_BYTES]
    if named := _detect(sample):
        if (text := _strict(raw, named)) is not None:
            return Decoded(text, Rung.DETECTED, lossless=True)
        if (text := _little_damage(raw, named)) is not None:
            return Decoded(text, Rung.DETECTED, lossless=False)
    text = raw.decode("cp1252", "replace")
    return Decoded(text, Rung.LAST_RESORT, lossless="\ufffd" not in text)


def _detect(sample: bytes) -> str:
    """Return the charset the detector is sure of, or empty text."""
    import chardet

    guess = chardet.detect(sample)
    name, confidence = str(guess.get("encoding") or ""), float(guess.get("confidence") or 0)
    named = codec(name)
    if named in _WIDE:  # the sample begins at the damage, which may look like a byte order mark; a real one was seen to
        return ""
    if named in _MULTIBYTE or (confidence >= _UNSURE and not _DOS.match(name)):
        return named
    # A few foreign words: about Western letters the detector only guesses, and English around Chinese misleads it.
    foreign = b" ".join(word for word in sample.split() if not word.isascii())
    if len(foreign) > 3:
        if _COMMON_CHINESE.fullmatch(foreign):
            return "gb18030"
        named = codec(str(chardet.detect(foreign).get("encoding") or ""))
    return named if named in _MULTIBYTE else ""
