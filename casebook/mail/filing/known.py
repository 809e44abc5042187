"""What the journal knows of its cases, made ready for sorting what comes in: numbers, people, official contacts."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from datetime import datetime
from functools import lru_cache
from typing import TYPE_CHECKING

from casebook.guide.impostors import Register, Sender, assess
from casebook.guide.impostors.hosts import FREE_MAIL, take_apart
from casebook.journal.incoming import Official
from casebook.journal.kinds.known_by import CaseName, CaseNumber
from casebook.journal.official_values import fold_address
from casebook.journal.terms import OfficialKind, ReferenceKind

if TYPE_CHECKING:
    from casebook.journal import Journal

_WORD = re.compile(r"[^\s\[\](){}<>#,;:=|\"'“”‘’「」，。、；：（）【】《》！？!?№＃]+")
_EDGES = ".-_/*~`…—–"
_SHORTEST = 4
"""A shorter number stands in too many messages by chance."""
_TELLING = 6
"""From so many characters on, a number of digits alone is hardly there by chance."""
_MACHINES = ("mailer-daemon", "postmaster", "mail-daemon", "maildaemon")
_TELLING_NAME = 4


class Known:
    """A snapshot of the journal. `own` are the user's addresses."""

    def __init__(self, journal: Journal) -> None:
        by = journal.known_by
        self.own = journal.accounts.own_addresses()
        self.cases: dict[int, CaseName] = {case.id: case for case in by.cases()}
        self.numbers: dict[str, list[CaseNumber]] = {}
        for number in by.numbers():
            if _useful(number):
                self.numbers.setdefault(fold_number(number.value), []).append(number)
        self._people = {address: cases for address, cases in by.people().items() if self._telling(address)}
        self._domains: dict[str, set[int]] = {}
        for address, cases in self._people.items():
            if domain := shared_domain(address):
                self._domains.setdefault(domain, set()).update(cases)
        self._officials = [
            official
            for official in journal.officials.all()
            if official.kind in {OfficialKind.ADDRESS, OfficialKind.DOMAIN}
        ]
        everyone = journal.officials.all(withdrawn=True)
        self._registers = [Register.of(journal.firms.all(), everyone, journal.clock(), self.own)]
        seen = [official for official in self._seen(journal.clock()) if not self._suspect(official.value)]
        self._registers.append(Register.of(journal.firms.all(), [*everyone, *seen], journal.clock(), self.own))

    def warns(self, address: str, name: str, reply_to: str) -> bool:
        """Return whether anything speaks for an impostor in a sender."""
        return assess(self._registers[-1], Sender(address, name, reply_to)).warns

    def cases_of(self, address: str) -> set[int]:
        """Return the cases in which an address, or another one of its domain, wrote or was written to."""
        return self._people.get(address, set()) | self._domains.get(shared_domain(address), set())

    def firms_of(self, address: str) -> set[int]:
        """Return the firms an address belongs to: by an official contact, or because it is in one of their cases."""
        return self.official_of(address) | {self.cases[case].firm_id for case in self.cases_of(address)}

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

    def called(self, address: str, name: str) -> set[int]:
        """Return the firms by whose name a sender goes. Anybody can: this is good for a suggestion only."""
        return {case.firm_id for case in self.cases.values() if names(case.firm, address, name)}

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

    def _suspect(self, domain: str) -> bool:
        return assess(self._registers[0], Sender(f"x@{domain}")).warns

    def _telling(self, address: str) -> bool:
        return address not in self.own and address.partition("@")[0] not in _MACHINES


def fold_number(text: str) -> str:
    """Return a number in the form in which numbers are compared."""
    plain = text if text.isascii() else unicodedata.normalize("NFKC", text)
    return plain.strip(_EDGES).casefold().removeprefix("0x")


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
