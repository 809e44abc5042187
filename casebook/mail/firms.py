"""Which firm of the casebook a message seems to come from or go to, for showing what an import would bring."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from casebook.guide.impostors import Register, Sender, assess
from casebook.journal.incoming import NewMail

if TYPE_CHECKING:
    from casebook.journal import Journal

_MOST_RECIPIENTS = 10


@dataclass(frozen=True, slots=True)
class SeemsOf:
    """The firm a message seems to have to do with (0: none), and whether something speaks for an impostor."""

    firm_id: int = 0
    warns: bool = False


class FirmFinder:
    """Holds senders against the register, and against who wrote in the cases so far."""

    def __init__(self, register: Register, people: Mapping[str, int], own: frozenset[str]) -> None:
        self._register, self._people, self._own = register, people, own

    @classmethod
    def from_journal(cls, journal: Journal) -> FirmFinder:
        """Return a finder that knows the journal as it is now."""
        own = journal.accounts.own_addresses()
        register = Register.of(journal.firms.all(), journal.officials.all(withdrawn=True), journal.clock(), own)
        firm_of_case = {case.id: case.firm_id for case in journal.known_by.cases()}
        people: dict[str, int] = {}
        for address, cases in journal.known_by.people().items():
            firms = {firm_of_case[case_id] for case_id in cases if case_id in firm_of_case}
            if len(firms) == 1 and address not in own:
                people[address] = firms.pop()
        return cls(register, people, own)

    def __call__(self, mail: NewMail) -> SeemsOf:
        """Return what a message seems to be of: by who wrote it, or to whom the user wrote it."""
        if mail.outgoing or mail.sender in self._own:
            for address in (*mail.to, *mail.cc)[:_MOST_RECIPIENTS]:
                if found := self._of(Sender(address)):
                    return found
            return SeemsOf()
        return self._of(Sender(mail.sender, mail.sender_name, mail.reply_to)) or SeemsOf()

    def _of(self, sender: Sender) -> SeemsOf | None:
        assessment = assess(self._register, sender)
        if assessment.warns:
            return SeemsOf(assessment.firm_id or 0, warns=True)
        firm_id = assessment.firm_id or self._people.get(sender.address, 0)
        return SeemsOf(firm_id) if firm_id else None
