"""Whether a host imitates a firm's name: like letters, a letter off, another ending, or the name inside it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from casebook.guide.impostors.confusables import distance, skeleton
from casebook.guide.impostors.hosts import FREE_MAIL, RENTED, Host
from casebook.guide.impostors.names import glued, is_office, only_office
from casebook.guide.impostors.register import Brand
from casebook.guide.impostors.standing import Found

_SHORT, _LONG = 5, 9
_SHORTEST = 4  # of three letters nearly all others are one letter away
_PIECES = re.compile(r"[-_.]+")
_ENDINGS = frozenset({"com", "net", "org", "io", "info", "co", "biz", "app"})


@dataclass(frozen=True, slots=True)
class Like:
    """In which way a host is like a brand, and whether that speaks for an impostor."""

    what: Found
    warns: bool = True


def like_host(host: Host, brand: Brand) -> Like | None:
    """Return how a host that is no official contact is like a brand, None where it is not."""
    verified = brand.host
    if host.domain in FREE_MAIL or (verified is not None and verified.suffix == host.domain):
        return None  # who rents out desks is not the firm that rents one
    if host.label == brand.label:
        return _same(host, brand)
    if (found := like(host.label, brand.label)) is not None:
        near = verified is not None and verified.suffix == host.suffix
        word = is_office(host.label)  # a letter off, and a word of its own
        if found is not Found.FEW_LETTERS or (not word and (len(brand.label) >= _SHORT or near)):
            return Like(found)
    if verified is not None and verified.suffix == host.suffix and _doubled(host.label, brand.label):
        return Like(Found.FEW_LETTERS)
    return _inside(host, brand)


def _same(host: Host, brand: Brand) -> Like:
    if brand.host is not None and host.suffix == brand.host.suffix:
        return Like(Found.OTHER_ADDRESS, warns=False)
    if host.suffix in RENTED:
        return Like(Found.RENTED_DESK, warns=False)
    return Like(Found.OTHER_ENDING) if brand.host is not None else Like(Found.NOTHING_VERIFIED, warns=False)


@lru_cache(maxsize=65_536)
def like(word: str, known: str) -> Found | None:
    """Return how one name is like another that it is not; None where they are different, or the same."""
    if word == known:
        return None
    seen, wanted = skeleton(word), skeleton(known)
    if seen.replace("-", "") == wanted.replace("-", ""):
        return Found.SAME_LETTERS
    size = len(known)
    limit = 2 if size >= _LONG else 1
    if size < _SHORTEST or abs(len(word) - size) > limit + 2:
        return None
    nearest = min(distance(word, known, limit), distance(seen, wanted, limit))
    return Found.FEW_LETTERS if nearest <= limit else None


def _inside(host: Host, brand: Brand) -> Like | None:
    """Return whether the name stands in a host that somebody else registered."""
    verified = brand.host is not None
    wanted = skeleton(brand.label)
    labels = host.below
    ours = frozenset(brand.host.suffix.split(".")) if brand.host else frozenset[str]()
    for place, label in enumerate(labels):
        if _is(label, brand.label, wanted) or _with_office(label, brand.label, wanted, ours):
            after = labels[place + 1] if place + 1 < len(labels) else host.label
            ending = _PIECES.split(after)[0] in _ENDINGS | {brand.host.suffix if brand.host else ""}
            return Like(Found.SUBDOMAIN, warns=verified or ending)
    if _with_office(host.label, brand.label, wanted, ours):
        if host.suffix in RENTED:
            return Like(Found.RENTED_DESK, warns=False)
        return Like(Found.NAME_IN_DOMAIN, warns=verified)
    return None


def _doubled(word: str, known: str) -> bool:
    """Return whether a name has one of its letters twice: even three letters are imitated so."""
    return len(word) == len(known) + 1 and any(
        known[:place] + known[place : place + 1] + known[place:] == word for place in range(len(known))
    )


def _is(label: str, known: str, wanted: str) -> bool:
    return label == known or skeleton(label) == wanted


def _with_office(label: str, known: str, wanted: str, ours: frozenset[str]) -> bool:
    """Return whether a label is a firm's name with words that an office puts beside it: `firm-support`, `myfirm24`."""
    pieces = [piece for piece in _PIECES.split(label) if piece]
    for place, piece in enumerate(pieces):
        rest = [other for other in pieces[:place] + pieces[place + 1 :] if other not in ours]
        near = len(known) >= _SHORT and not is_office(piece) and like(piece, known) is not None
        same = near or _is(piece, known, wanted)
        if len(pieces) > 1 and same and all(only_office(other) for other in rest):
            return True
        if all(only_office(other) for other in rest) and glued(piece, known):
            return True
    return False
