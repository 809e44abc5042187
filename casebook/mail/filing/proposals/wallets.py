"""Addresses of wallets, told by the checksum in them; a text that only looks like one is none.

Base58Check as Bitcoin has it, and with Ripple's own alphabet; bech32 and bech32m (BIP-173, BIP-350); the capitals of an
Ethereum address (EIP-55), which need Keccak-256 as it was before it became SHA-3.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass

_BITCOIN = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
_RIPPLE = "rpshnaf39wBUDNEGHJKLM4PQRST7VWXYZ2bcdeCg65jkm8oFqi1tuvAxyz"
_BECH32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_BECH32_SUM, _BECH32M_SUM = 1, 0x2BC830A3
_STEPS = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)
# The version byte before the hash, and whose it is (the chains' own sources; the same byte may serve several).
_VERSIONS = {0x00: "Bitcoin", 0x05: "Bitcoin", 0x30: "Litecoin", 0x32: "Litecoin", 0x1E: "Dogecoin", 0x41: "Tron"}
_HEADS = {"bc": "Bitcoin", "ltc": "Litecoin"}
_PAYLOAD = 21
_EDGE = r"(?<![A-Za-z0-9/_.=%&?-])"
_END = r"(?![A-Za-z0-9/_=%&-])"
_BASE58 = re.compile(rf"{_EDGE}[1-9A-HJ-NP-Za-km-z]{{25,35}}{_END}")
_SEGWIT = re.compile(rf"{_EDGE}(?:bc|ltc)1[02-9ac-hj-np-z]{{11,71}}{_END}", re.IGNORECASE)
_HEX = re.compile(rf"{_EDGE}0[xX][0-9a-fA-F]{{40}}{_END}")
_ROTATIONS = (0, 36, 3, 41, 18, 1, 44, 10, 45, 2, 62, 6, 43, 15, 61, 28, 55, 25, 21, 56, 27, 20, 39, 8, 14)
_RATE, _LANE = 136, (1 << 64) - 1


@dataclass(frozen=True, slots=True)
class Wallet:
    """An address in a text. `checked` is false where it carries no checksum (an Ethereum address in small letters)."""

    value: str
    network: str
    checked: bool
    start: int


def find(text: str) -> Iterator[Wallet]:
    """Yield the addresses of a text whose checksum fits, and Ethereum ones that have none."""
    for found in _BASE58.finditer(text):
        if network := _base58(found[0]):
            yield Wallet(found[0], network, True, found.start())
    for found in _SEGWIT.finditer(text):
        if network := _bech32(found[0]):
            yield Wallet(found[0], network, True, found.start())
    for found in _HEX.finditer(text):
        digits = found[0][2:]
        mixed = digits != digits.lower() and digits != digits.upper()
        if not mixed or _capitals(digits.lower()) == digits:
            yield Wallet(found[0], "Ethereum", mixed, found.start())


def _base58(text: str) -> str:
    for alphabet, versions in ((_BITCOIN, _VERSIONS), (_RIPPLE, {0x00: "XRP Ledger"})):
        if alphabet is _RIPPLE and text[0] != "r":
            continue
        number = 0
        for letter in text:
            number = number * 58 + alphabet.index(letter)
        whole = number.to_bytes((number.bit_length() + 7) // 8, "big")
        zeros = len(text) - len(text.lstrip(alphabet[0]))
        whole = bytes(zeros) + whole
        payload, check = whole[:-4], whole[-4:]
        if len(payload) == _PAYLOAD and _double(payload)[:4] == check:
            return versions.get(payload[0], "")
    return ""


def _double(payload: bytes) -> bytes:
    return hashlib.sha256(hashlib.sha256(payload).digest()).digest()


def _bech32(text: str) -> str:
    if text not in {text.lower(), text.upper()}:
        return ""
    head, _one, data = text.lower().rpartition("1")
    values = [_BECH32.find(letter) for letter in data]
    if head not in _HEADS or len(values) < 8 or min(values) < 0:
        return ""
    check = 1
    for value in (*(ord(c) >> 5 for c in head), 0, *(ord(c) & 31 for c in head), *values):
        top = check >> 25
        check = (check & 0x1FFFFFF) << 5 ^ value
        for place, step in enumerate(_STEPS):
            check ^= step if top >> place & 1 else 0
    wanted = _BECH32_SUM if values[0] == 0 else _BECH32M_SUM
    return _HEADS[head] if check == wanted else ""


def _capitals(digits: str) -> str:
    """Return 40 small hex digits with the capitals that EIP-55 gives them."""
    fingerprint = keccak_256(digits.encode()).hex()
    return "".join(d.upper() if int(h, 16) >= 8 else d for d, h in zip(digits, fingerprint, strict=False))


def keccak_256(data: bytes) -> bytes:
    """Return the Keccak-256 hash of a short text (the padding of the competition, not that of FIPS 202)."""
    padded = bytearray(data) + b"\x01" + bytes(_RATE - 1 - len(data) % _RATE)
    padded[-1] |= 0x80
    state = [0] * 25
    for start in range(0, len(padded), _RATE):
        for lane in range(_RATE // 8):
            state[lane] ^= int.from_bytes(padded[start + lane * 8 : start + lane * 8 + 8], "little")
        state = _permuted(state)
    return b"".join(lane.to_bytes(8, "little") for lane in state[:4])


def _permuted(state: list[int]) -> list[int]:
    register = 1
    for _round in range(24):
        parity = [state[x] ^ state[x + 5] ^ state[x + 10] ^ state[x + 15] ^ state[x + 20] for x in range(5)]
        spread = [parity[x - 1] ^ _turned(parity[(x + 1) % 5], 1) for x in range(5)]
        moved = [0] * 25
        for place in range(25):
            x, y = place % 5, place // 5
            moved[y + 5 * ((2 * x + 3 * y) % 5)] = _turned(state[place] ^ spread[x], _ROTATIONS[x * 5 + y])
        state = [
            moved[p] ^ (~moved[p // 5 * 5 + (p + 1) % 5] & moved[p // 5 * 5 + (p + 2) % 5] & _LANE) for p in range(25)
        ]
        for bit in range(7):
            if register & 1:
                state[0] ^= 1 << ((1 << bit) - 1)
            register = register << 1 ^ (0x171 if register & 0x80 else 0)
    return state


def _turned(lane: int, by: int) -> int:
    return (lane << by | lane >> (64 - by)) & _LANE if by else lane
