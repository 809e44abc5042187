"""What the journal knows of its cases, made ready for sorting what comes in: numbers, people, official contacts."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import TYPE_CHECKING

from casebook.guide.impostors import Register, Sender, assess
from casebook.guide.impostors.hosts import FREE_MAIL, take_apart
from casebook.journal.incoming import Official
from casebook.journal.kinds.known_by import CaseName, CaseNumber
from casebook.journal.official_values import fold_address
from casebook.journal.records import Firm
from casebook.journal.terms import OfficialKind, ReferenceKind

if TYPE_CHECKING:
    from casebook.journal import Journal

_WORD = re.compile(r"[^\s\[\](){}<>#,;:=|\"'“”‘’「」，。、；：（）【】《》！？!?№＃]+")
_INSIDE = re.compile(r"[^\s\[\](){}<>#,;:=|\"'“”‘’「」，。、；：（）【】《》！？!?№＃]")
_EDGES = ".-_/*~`…—–"
_SHORTEST = 4
"""A shorter number stands in too many messages by chance."""
_TELLING = 6
"""From so many characters on, a number of digits alone is hardly there by chance."""
_MACHINES = ("mailer-daemon", "postmaster", "mail-daemon", "maildaemon")
_TELLING_NAME = 4
_MAIL = frozenset({OfficialKind.ADDRESS, OfficialKind.DOMAIN})


@dataclass(frozen=True)
class Facts:
    """All that is read of the journal; as long as it is the same, what follows from it is."""

    own: frozenset[str]
    firms: Sequence[Firm]
    officials: Sequence[Official]
    """With the withdrawn ones."""
    cases: Sequence[CaseName]
    numbers: Sequence[CaseNumber]
    people: Mapping[str, set[int]]

    @classmethod
    def read(cls, journal: Journal) -> Facts:
        """Return the facts as they are now."""
        by = journal.known_by
        return cls(
            own=journal.accounts.own_addresses(),
            firms=journal.firms.all(),
            officials=journal.officials.all(withdrawn=True),
            cases=by.cases(),
            numbers=by.numbers(),
            people=by.people(),
        )


class Known:
    """What follows from the facts. `own` are the user's addresses."""

    def __init__(self, facts: Facts, now: datetime) -> None:
        self.own = facts.own
        self.cases: dict[int, CaseName] = {case.id: case for case in facts.cases}
        self.numbers: dict[str, list[CaseNumber]] = {}
        for number in facts.numbers:
            if _useful(number):
                self.numbers.setdefault(fold_number(number.value), []).append(number)
        # Who wrote in a case that lies in the bin is not known by it.
        there = {address: set(cases) & self.cases.keys() for address, cases in facts.people.items()}
        self._people = {address: cases for address, cases in there.items() if cases and self._telling(address)}
        self._domains: dict[str, set[int]] = {}
        for address, cases in self._people.items():
            if domain := shared_domain(address):
                self._domains.setdefault(domain, set()).update(cases)
        self._officials = [each for each in facts.officials if each.kind in _MAIL and each.withdrawn_at is None]
        self._register = Register.of(facts.firms, facts.officials, now, self.own)
        if seen := [official for official in self._seen(now) if not self.warns(f"x@{official.value}", "", "")]:
            self._register = Register.of(facts.firms, [*facts.officials, *seen], now, self.own)
        # A mailbox has many messages and few senders: what was said of one is kept.
        self._cases_of: dict[str, frozenset[int]] = {}
        self._firms_of: dict[str, frozenset[int]] = {}
        self._called: dict[tuple[str, str], frozenset[int]] = {}

    def warns(self, address: str, name: str, reply_to: str) -> bool:
        """Return whether anything speaks for an impostor in a sender."""
        return assess(self._register, Sender(address, name, reply_to)).warns

    def cases_of(self, address: str) -> frozenset[int]:
        """Return the cases in which an address, or another one of its domain, wrote or was written to."""
        found = self._cases_of.get(address)
        if found is None:
            both = self._people.get(address, set()) | self._domains.get(shared_domain(address), set())
            found = self._cases_of[address] = frozenset(both & self.cases.keys())
        return found

    def firms_of(self, address: str) -> frozenset[int]:
        """Return the firms an address belongs to: by an official contact, or because it is in one of their cases."""
        found = self._firms_of.get(address)
        if found is None:
            by_case = {self.cases[case].firm_id for case in self.cases_of(address)}
            found = self._firms_of[address] = frozenset(self.official_of(address) | by_case)
        return found

    def official_of(self, address: str) -> set[int]:
        """Return the firms of which an address is an official contact."""
        folded = fold_address(address)
        host = folded.rpartition("@")[2]
        return {
            each.firm_id
            for each in self._officials
            if each.value == (folded if each.kind is OfficialKind.ADDRESS else host)
            or (each.kind is OfficialKind.DOMAIN and host.endswith(f".{each.value}"))
        }

    def open_cases(self, firm_ids: Iterable[int]) -> list[int]:
        """Return the open cases with these firms."""
        firms = set(firm_ids)
        return [case.id for case in self.cases.values() if case.open and case.firm_id in firms]

    def called(self, address: str, name: str) -> frozenset[int]:
        """Return the firms by whose name a sender goes. Anybody can: this is good for a suggestion only."""
        found = self._called.get((address, name))
        if found is None:
            firms = {case.firm: case.firm_id for case in self.cases.values()}
            fits = frozenset(firm_id for firm, firm_id in firms.items() if names(firm, address, name))
            found = self._called[address, name] = fits
        return found

    def named(self, *texts: str) -> list[CaseNumber]:
        """Return the known numbers that stand in these texts as words of their own, in order, none twice."""
        found: dict[CaseNumber, None] = {}
        for text in texts:
            for word in _WORD.findall(text):
                for number in self.numbers.get(fold_number(word), ()):
                    found.setdefault(number)
        return list(found)

    def _seen(self, now: datetime) -> Iterator[Official]:
        """Yield the domains of those who write in the cases: not verified, but what imitates one is no friend."""
        for domain, cases in self._domains.items():
            for firm_id in {self.cases[case].firm_id for case in cases}:
                yield Official(0, firm_id, OfficialKind.DOMAIN, domain, "", "", now, "", now, None)

    def _telling(self, address: str) -> bool:
        return address not in self.own and address.partition("@")[0] not in _MACHINES


def fold(text: str) -> str:
    """Return words in the form in which numbers are looked for in them."""
    return (text if text.isascii() else unicodedata.normalize("NFKC", text)).casefold()


def fold_number(text: str) -> str:
    """Return a number in the form in which numbers are compared."""
    return fold(text).strip(_EDGES).removeprefix("0x")


def stands(number: str, words: str) -> bool:
    """Return whether a folded number stands in folded words as a word of its own."""
    at = words.find(number)
    while at >= 0:
        start, end = at, at + len(number)
        if words.startswith("0x", at - 2) and at >= 2:
            start = at - 2
        while start and words[start - 1] in _EDGES:
            start -= 1
        while end < len(words) and words[end] in _EDGES:
            end += 1
        if (not start or not _INSIDE.match(words[start - 1])) and (end == len(words) or not _INSIDE.match(words[end])):
            return True
        at = words.find(number, at + 1)
    return False


def telling(value: str) -> bool:
    """Return whether a number is long enough not to be met by chance: six digits, or letters among four."""
    return len(value) >= _TELLING or (len(value) >= _SHORTEST and not value.isdigit())


@lru_cache(maxsize=8192)
def shared_domain(address: str) -> str:
    """Return the domain that tells where an address belongs; empty where anybody can have one at it."""
    host = fold_address(address).rpartition("@")[2]
    domain = take_apart(host).domain if host else ""
    return "" if domain in FREE_MAIL or host in FREE_MAIL else domain


def names(firm: str, address: str, sender: str) -> bool:
    """Return whether a sender goes by a firm's name: in full in the shown name, or its first word in the domain."""
    wanted = firm.casefold()
    first = re.split(r"[\W_]+", wanted)[0]
    domain = address.rpartition("@")[2].casefold()
    return wanted in sender.casefold() or (len(first) >= _TELLING_NAME and first in re.split(r"[.-]", domain))


def _useful(number: CaseNumber) -> bool:
    if number.kind in {ReferenceKind.AMOUNT, ReferenceKind.PAIR, ReferenceKind.ERROR, ReferenceKind.DEVICE}:
        return False
    return len(fold_number(number.value)) >= _SHORTEST and any(c.isdigit() for c in number.value)
