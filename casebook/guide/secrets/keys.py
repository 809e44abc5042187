"""Private keys and the secrets of programs: WIF, extended keys, PEM, hex keys in context, tokens with a known head."""

from __future__ import annotations

import hashlib
import itertools
import re
from collections.abc import Iterator

from casebook.guide.secrets.kinds import Secret, SecretKind

_ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
_PLACE = {letter: place for place, letter in enumerate(_ALPHABET)}
_BASE58 = re.compile(r"(?<![A-Za-z0-9])[1-9A-HJ-NP-Za-km-z]{51,112}(?![A-Za-z0-9])")
_HEX = re.compile(r"(?<![A-Za-z0-9])(?:0x)?[0-9a-fA-F]{64}(?![A-Za-z0-9])")
_PEM = re.compile(r"-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----(?:[\s\S]*?-----END [A-Z0-9 ]*-----)?")
_WIF, _EXTENDED, _ENCRYPTED, _RAW_PAIR = (33, 34), 78, 39, 64
_FIRST_PRIVATE = 0x80
"""The version bytes of private keys begin here; those of addresses are below."""
_NEAR = 48
_BREAK = re.compile(r"[.。!?！？,，;；\d]")
_KEY_WORDS = re.compile(
    r"priv(?:ate)?[\s_-]*key|secret[\s_-]*key|signing[\s_-]*key|seed|keystore|私钥|私鑰|密钥|密鑰|秘密鍵|개인\s*키"
    r"|приватн\w*\s+ключ|clave\s+privada|cl[ée]\s+priv[ée]e|chave\s+privada|chiave\s+privata|özel\s+anahtar",
    re.IGNORECASE,
)
_OTHER_WORDS = re.compile(
    r"tx\s*id|tx\s*hash|\btx\b|hash|transaction|sha-?256|signature|address|block|public\s+key|order|交易|哈希|区块|地址|公钥|订单"
    r"|/tx/|签名",
    re.IGNORECASE,
)
_API_NAMED = re.compile(
    r"(?:api|app|access|client|consumer|webhook)?[\s_-]*(?:secret|private)[\s_-]*(?:access[\s_-]*)?(?:key|token)?"
    r"|api[\s_-]*(?:key|token)|access[\s_-]*(?:token|key)|bearer|authorization:\s*bearer|2fa\s*(?:secret|key)"
    r"|authenticator\s+(?:secret|key)|API\s*(?:密钥|私钥|秘钥)|密钥|秘钥|私钥",
    re.IGNORECASE,
)
_API_VALUE = re.compile(
    r"[ \"'`]{0,3}(?:[:=：]|\bis\b|是|为|\t|\r?\n|(?<=[Bb]earer) )[\s\"'`]{0,3}(?P<value>[A-Za-z0-9+/_=.-]{16,128})"
)
_PATH = re.compile(r"[a-z_]{5,}/|/[a-z_]{5,}")
_HINTS = ("secret", "private", "key", "token", "bearer", "密钥", "秘钥", "私钥")
_TOKENS = re.compile(
    r"(?<![A-Za-z0-9])(?:"
    r"[rs]k_(?:live|test)_[A-Za-z0-9]{16,}|sk-[A-Za-z0-9_-]{20,}|gh[pousr]_[A-Za-z0-9]{36}|github_pat_[A-Za-z0-9_]{40,}"
    r"|glpat-[A-Za-z0-9_-]{20}|xox[abprs]-[A-Za-z0-9-]{10,}|AIza[A-Za-z0-9_-]{35}|SG\.[A-Za-z0-9_-]{20,}\.[A-Za-z0-9_-]{20,}"
    r"|eyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}|\d{8,10}:AA[A-Za-z0-9_-]{33}"
    r")(?![A-Za-z0-9])"
)
_OTPAUTH = re.compile(r"otpauth://[^\s\"'<>]+secret=[A-Z2-7]{10,}[^\s\"'<>]*", re.IGNORECASE)


def find(text: str) -> Iterator[Secret]:
    """Yield the keys and tokens of a text."""
    for found in _BASE58.finditer(text):
        if _is_private(text, found):
            yield Secret(SecretKind.PRIVATE_KEY, *found.span())
    for found in _HEX.finditer(text):
        if _about_key(text, found.start()):
            yield Secret(SecretKind.PRIVATE_KEY, *found.span())
    for found in _PEM.finditer(text):
        yield Secret(SecretKind.PRIVATE_KEY, *found.span())
    for pattern in (_TOKENS, _OTPAUTH):
        for found in pattern.finditer(text):
            yield Secret(SecretKind.API_SECRET, *found.span())
    yield from _named(text)


def _is_private(text: str, found: re.Match[str]) -> bool:
    """Whether Base58Check holds a private key: WIF of any coin, BIP-32, BIP-38; or a raw pair that is called a key."""
    number = 0
    for letter in found[0]:
        number = number * 58 + _PLACE[letter]
    zeros = len(found[0]) - len(found[0].lstrip("1"))
    whole = bytes(zeros) + number.to_bytes((number.bit_length() + 7) // 8, "big")
    if len(whole) == _RAW_PAIR:  # also the form of some chains' transaction ids
        return _about_key(text, found.start())
    payload, check = whole[:-4], whole[-4:]
    if hashlib.sha256(hashlib.sha256(payload).digest()).digest()[:4] != check:
        return False
    if len(payload) == _EXTENDED:
        return payload[45] == 0
    if len(payload) == _ENCRYPTED:
        return payload[0] == 1 and payload[1] in (0x42, 0x43)
    packed = len(payload) == _WIF[0] or (len(payload) == _WIF[1] and payload[-1] == 1)
    return packed and payload[0] >= _FIRST_PRIVATE


def _about_key(text: str, start: int) -> bool:
    """Whether the last thing named right before a place is a key: not a transaction, a hash, or another sentence."""
    before = text[max(start - _NEAR, 0) : start]
    key = max((m.end() for m in _KEY_WORDS.finditer(before)), default=-1)
    return key >= 0 and not _OTHER_WORDS.search(before, key) and not _BREAK.search(before, key)


def _named(text: str) -> Iterator[Secret]:
    """Yield what is called an API secret and looks like one: long, of letters and digits mixed."""
    lowered = text.lower()
    if not any(hint in lowered for hint in _HINTS):
        return
    for name in _API_NAMED.finditer(text):
        value = _API_VALUE.match(text, name.end())
        if value and _looks_random(value["value"]):
            yield Secret(SecretKind.API_SECRET, *value.span("value"))


def _looks_random(value: str) -> bool:
    letters, digits = sum(c.isalpha() for c in value), sum(c.isdigit() for c in value)
    changes = sum(a.isdigit() != b.isdigit() for a, b in itertools.pairwise(value))
    return not _PATH.search(value) and letters >= 4 and digits >= 2 and changes >= 4 and len(set(value)) >= 8
