"""Where one message may belong, weighed: each case that anything speaks for, what speaks for it, and what against."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass
from enum import StrEnum

from casebook.journal.incoming import Placing
from casebook.journal.kinds.known_by import CaseNumber
from casebook.journal.terms import ReferenceKind, Why
from casebook.mail.filing.known import Known, telling
from casebook.mail.filing.subjects import bare_subject, forwarded

_ORDER = (Why.CHOSEN, Why.THREAD, Why.TICKET, Why.REFERENCE, Why.SUBJECT, Why.SENDER)
_SURE_REFERENCES = frozenset({None, ReferenceKind.ORDER, ReferenceKind.TXID})
"""What belongs to one case alone: a wallet's address or an IP stands in several."""


class Doubt(StrEnum):
    """Why a suggestion is not certain."""

    IMPOSTOR = "impostor"
    FORWARDED = "forwarded"
    SEVERAL_CASES = "several-cases"
    OTHER_CASE = "other-case"
    OTHER_FIRM = "other-firm"
    STRANGER = "stranger"
    CLOSED = "closed"
    SHORT_NUMBER = "short-number"
    QUOTED = "quoted"
    GUESS = "guess"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A case that a message may belong to; `doubt` is None where it is certain."""

    case_id: int
    why: Why
    detail: str = ""
    doubt: Doubt | None = None

    @property
    def certain(self) -> bool:
        """Whether the message may be filed there without asking."""
        return self.doubt is None

    @property
    def placing(self) -> Placing:
        """The same, as the journal takes it."""
        return Placing(self.case_id, self.why, self.detail, self.certain)


@dataclass(frozen=True, slots=True)
class Letter:
    """What is looked at of a message, on its way in or waiting."""

    incoming: bool
    sender: str
    name: str
    reply_to: str
    recipients: tuple[str, ...]
    subject: str
    thread_cases: tuple[int, ...]
    numbers: tuple[CaseNumber, ...] = ()
    """Known numbers in the subject, in the message's own words and in the marks of a desk."""
    elsewhere: tuple[CaseNumber, ...] = ()
    """Those in its quote."""
    like_subject: tuple[int, ...] = ()
    """Cases in which a mail with this subject is filed."""
    chat: bool = False
    """A chat has no sender's address: its name alone is no sign of an impostor."""

    @property
    def others(self) -> tuple[str, ...]:
        """Whom the user writes with."""
        return (self.sender,) if self.incoming else self.recipients


class Judge:
    """Weighs messages against what is known of the cases."""

    def __init__(self, known: Known) -> None:
        self.known = known

    def weigh(self, letter: Letter) -> list[Suggestion]:
        """Return the cases a message may belong to, the most probable first."""
        doubt = self._doubt(letter)
        found: dict[int, Suggestion] = {}
        for suggestion in (
            *self._by_thread(letter, doubt),
            *self._by_number(letter, doubt),
            *self._by_subject(letter),
            *self._by_sender(letter),
        ):
            before = found.get(suggestion.case_id)
            if before is None or (suggestion.certain and not before.certain):
                found[suggestion.case_id] = suggestion
        return sorted(found.values(), key=self._rank)

    def by_sender_alone(self, letter: Letter) -> list[Suggestion]:
        """Return where a message may belong of which nothing but the sender or the recipients is known."""
        return sorted({each.case_id: each for each in reversed(self._by_sender(letter))}.values(), key=self._rank)

    def _rank(self, suggestion: Suggestion) -> tuple[bool, bool, int, int]:
        is_open = self.known.cases[suggestion.case_id].open
        return not suggestion.certain, not is_open, _ORDER.index(suggestion.why), -suggestion.case_id

    def _doubt(self, letter: Letter) -> Doubt | None:
        """Return what makes any filing of a message doubtful."""
        if letter.incoming and not letter.chat and self.known.warns(letter.sender, letter.name, letter.reply_to):
            return Doubt.IMPOSTOR
        return Doubt.FORWARDED if forwarded(letter.subject) else None

    def _by_thread(self, letter: Letter, doubt: Doubt | None) -> list[Suggestion]:
        cases = [case for case in letter.thread_cases if case in self.known.cases]
        found = list[Suggestion]()
        for case in cases:
            why_not = doubt
            if why_not is None and not self.known.cases[case].open:
                why_not = Doubt.CLOSED
            if why_not is None and len(cases) > 1:
                why_not = Doubt.SEVERAL_CASES
            found.append(Suggestion(case, Why.THREAD, "", why_not or self._out_of_place(letter, case)))
        return found

    def _out_of_place(self, letter: Letter, case: int) -> Doubt | None:
        """Return why a message of a case's thread may not belong there after all."""
        numbered = {number.case_id for number in letter.numbers}
        if numbered and case not in numbered:
            return Doubt.OTHER_CASE
        firm, others = self.known.cases[case].firm_id, letter.others
        known = [other for other in others if case in self.known.cases_of(other) or firm in self.known.firms_of(other)]
        if not known and any(map(self.known.firms_of, others)):
            return Doubt.OTHER_FIRM
        if not known and not letter.incoming:
            return Doubt.STRANGER  # the user passes something of the case on to somebody else
        return None

    def _by_number(self, letter: Letter, doubt: Doubt | None) -> list[Suggestion]:
        numbered = {number.case_id for number in letter.numbers}
        found = list[Suggestion]()
        for number in (*letter.numbers, *letter.elsewhere):
            why = Why.TICKET if number.kind is None else Why.REFERENCE
            case = self.known.cases.get(number.case_id)
            if case is None or any(each.case_id == case.id and each.certain for each in found):
                continue
            why_not = doubt or self._number_doubt(letter, number, numbered)
            found.append(Suggestion(case.id, why, number.value, why_not))
        return sorted(found, key=self._rank)

    def _number_doubt(self, letter: Letter, number: CaseNumber, numbered: set[int]) -> Doubt | None:
        case = self.known.cases[number.case_id]
        if not case.open:
            return Doubt.CLOSED
        if len(numbered) > 1 or any(other != case.id for other in letter.thread_cases):
            return Doubt.SEVERAL_CASES
        if not any(case.firm_id in self.known.firms_of(other) for other in letter.others):
            return Doubt.STRANGER
        if number in letter.elsewhere:
            return Doubt.QUOTED
        if number.kind not in _SURE_REFERENCES or not telling(number.value):
            return Doubt.SHORT_NUMBER
        return None

    def _by_subject(self, letter: Letter) -> list[Suggestion]:
        """Return the cases with mails of the same subject and people: a guess, and offered only as one."""
        found = list[Suggestion]()
        for case_id in letter.like_subject:
            case = self.known.cases.get(case_id)
            if case and any(
                case_id in self.known.cases_of(o) or case.firm_id in self.known.firms_of(o) for o in letter.others
            ):
                found.append(Suggestion(case_id, Why.SUBJECT, bare_subject(letter.subject), Doubt.GUESS))
        return sorted(found, key=self._rank)

    def _by_sender(self, letter: Letter) -> list[Suggestion]:
        """Return the cases of those a message is from or to; not certain, for a firm may have several."""
        found = list[Suggestion]()
        for other in letter.others:
            for case in sorted(self.known.cases_of(other), reverse=True):
                if case in self.known.cases:
                    found.append(Suggestion(case, Why.SENDER, other, Doubt.GUESS))
            firms: Set[int] = self.known.official_of(other)
            if letter.incoming:
                firms = firms | self.known.called(other, letter.name)
            for case in self.known.open_cases(firms):
                found.append(Suggestion(case, Why.SENDER, self.known.cases[case].firm, Doubt.GUESS))
        return sorted(found, key=self._rank)
