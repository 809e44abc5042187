"""To which case a message belongs, and why: only what is certain is filed by itself, the rest is suggested."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from casebook.journal.changes import Changes
from casebook.journal.incoming import NewMail, Placing
from casebook.journal.kinds.known_by import CaseNumber
from casebook.journal.terms import Channel, Direction, Why
from casebook.mail.filing.judging import Doubt, Judge, Letter, Suggestion
from casebook.mail.filing.known import Facts, Known, fold, stands
from casebook.mail.filing.subjects import subject_key

if TYPE_CHECKING:
    from casebook.journal import Journal
    from casebook.journal.listings import InboxRow

__all__ = ["Doubt", "Matcher", "Suggestion"]

_OWN_WORDS = 20_000
_ROUNDS = 5
_KNOWN: tuple[Suggestion, ...] = (Suggestion(0, Why.SENDER),)
"""Stands for: somebody whom a case knows."""


class Matcher:
    """Knows what each case is known by: threads, the firm's numbers, references, who writes in it."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._take(Facts.read(journal))

    @classmethod
    def from_journal(cls, journal: Journal) -> Matcher:
        """Return a matcher that knows the journal as it is now; threads it looks up as they are at each call."""
        return cls(journal)

    def refresh(self) -> None:
        """Look at the journal again: after filing, a message more is known by what it was filed with."""
        facts = Facts.read(self._journal)
        if facts != self._facts:
            self._take(facts)

    def place(self, mail: NewMail, thread: int) -> Placing | None:
        """Return the case that a message on its way in belongs to, `certain` or only probable; None for no idea.

        Meant for `journal.mail.add(..., place=...)`, inside whose write it is called. `thread` is 0 where it is not
        in the casebook yet.
        """
        if not self.known.cases:
            return None
        found = self._judge.weigh(self._letter(mail, thread))
        return found[0].placing if found else None

    def rank(self, rows: Sequence[InboxRow]) -> Mapping[int, tuple[Suggestion, ...]]:
        """Return for each waiting message (by contact id) the cases it may belong to, the most probable first."""
        if not self.known.cases or not rows:
            return {}
        threads = self._journal.known_by.cases_of_threads()
        subjects = self._subjects()
        numbers = self._named({row.contact_id for row in rows})
        found: dict[int, tuple[Suggestion, ...]] = {}
        for row in rows:
            out = row.direction is Direction.OUT
            who = ("", "", row.recipients) if out else (row.sender, row.sender_name, ())
            by_who = self._by_who.get(who)
            if by_who is None:
                by_who = self._by_who[who] = self._of_stranger(row)
            contact, thread_cases = row.contact_id, threads.get(row.thread_id)
            if thread_cases is None and by_who is not _KNOWN and contact not in numbers and not row.tickets:
                ranked = by_who
            else:
                ranked = self._ranked(row, tuple(thread_cases or ()), subjects, numbers.get(contact, ((), ())))
            if ranked:
                found[contact] = ranked
        return found

    def settle(self, contact_ids: Collection[int]) -> tuple[dict[int, Suggestion], Changes]:
        """File those of these waiting messages that are certain by now: a later message may tell where one belongs.

        Return what was filed where and why, by contact id. Raises DiskTrouble.
        """
        wanted = frozenset(contact_ids)
        settled: dict[int, Suggestion] = {}
        changes = list[Changes]()
        for _ in range(_ROUNDS):
            rows = self._journal.inbox.some(self._promising() & wanted)
            sure = {contact: ranked[0] for contact, ranked in self.rank(rows).items() if ranked[0].certain}
            if not sure:
                break
            changes.append(self._file(sure))
            settled |= sure
            self.refresh()
        return settled, Changes.merged(changes)

    def firm_of(self, mail: NewMail) -> int:
        """Return the firm that a message comes from or goes to, as far as it can be told; else 0."""
        incoming = self._incoming(mail)
        others: Iterable[str] = (mail.sender,) if incoming else (*mail.to, *mail.cc)
        for other in others:
            if firms := self.known.firms_of(other) or (incoming and self.known.called(other, mail.sender_name)):
                return min(firms)
        return 0

    def _take(self, facts: Facts) -> None:
        self._facts = facts
        self.known = Known(facts, self._journal.clock())
        self._judge = Judge(self.known)
        self._by_who: dict[tuple[str, str, tuple[str, ...]], tuple[Suggestion, ...]] = {}

    def _promising(self) -> set[int]:
        """Return the waiting messages that may be certain: by their thread or by a number. Not all rows are read."""
        by = self._journal.known_by
        found = by.waiting_in_threads()
        for contacts in by.named_in_inbox(self.known.numbers).values():
            found |= contacts
        found.update(contact for contact, tickets in by.waiting_with_marks() if self.known.named(*tickets))
        return found

    def _of_stranger(self, row: InboxRow) -> tuple[Suggestion, ...]:
        """Return the cases of a message for its sender's name alone; `_KNOWN` where a case knows who it is from or to.

        Of those, subject and the rest are looked at; what a stranger writes says nothing more.
        """
        others = row.recipients if row.direction is Direction.OUT else (row.sender,)
        if any(map(self.known.firms_of, others)):
            return _KNOWN
        return tuple(self._judge.by_sender_alone(_letter_of(row, ())))

    def _ranked(
        self,
        row: InboxRow,
        thread_cases: tuple[int, ...],
        subjects: Mapping[str, tuple[int, ...]],
        numbers: tuple[tuple[CaseNumber, ...], tuple[CaseNumber, ...]],
    ) -> tuple[Suggestion, ...]:
        own, elsewhere = numbers
        if row.tickets:
            own = tuple(dict.fromkeys((*own, *self.known.named(*row.tickets))))
        like = subjects.get(subject_key(row.subject), ()) if subjects else ()
        letter = replace(_letter_of(row, thread_cases), numbers=own, elsewhere=elsewhere, like_subject=like)
        return tuple(self._judge.weigh(letter))

    def _file(self, sure: Mapping[int, Suggestion]) -> Changes:
        by_case: dict[int, list[int]] = {}
        for contact, suggestion in sure.items():
            by_case.setdefault(suggestion.case_id, []).append(contact)
        with self._journal.transaction():
            return Changes.merged([self._journal.inbox.file(ids, case_id) for case_id, ids in by_case.items()])

    def _incoming(self, mail: NewMail) -> bool:
        return not (mail.outgoing or mail.sender in self.known.own)

    def _letter(self, mail: NewMail, thread: int) -> Letter:
        incoming = self._incoming(mail)
        others = (mail.sender,) if incoming else (*mail.to, *mail.cc)
        words, quote = "", ""
        if self.known.numbers and any(map(self.known.firms_of, others)):  # else a number files nothing by itself
            end = min(len(mail.text) if mail.quote_at is None else mail.quote_at, _OWN_WORDS)
            words, quote = mail.text[:end], mail.text[end : end + _OWN_WORDS]
        numbers = tuple(self.known.named(mail.subject, words, *(mark.ticket for mark in mail.marks)))
        return Letter(
            incoming=incoming,
            sender=mail.sender,
            name=mail.sender_name,
            reply_to=mail.reply_to,
            recipients=(*mail.to, *mail.cc),
            subject=mail.subject,
            thread_cases=tuple(self._journal.known_by.cases_of_thread(thread)) if thread else (),
            numbers=numbers,
            elsewhere=tuple(number for number in self.known.named(quote) if number not in numbers),
        )

    def _named(self, contacts: set[int]) -> dict[int, tuple[tuple[CaseNumber, ...], tuple[CaseNumber, ...]]]:
        """Return the known numbers that waiting messages name: in their own words and subject, and in their quotes."""
        named = self._journal.known_by.named_in_inbox(self.known.numbers)
        hits: dict[int, set[str]] = {}
        for value, ids in named.items():
            for contact in ids & contacts:
                hits.setdefault(contact, set()).add(value)
        found: dict[int, tuple[tuple[CaseNumber, ...], tuple[CaseNumber, ...]]] = {}
        for contact, subject, own in self._journal.known_by.own_words(hits):
            words = fold(f"{subject}\n{own}")
            values = sorted(hits[contact])
            first = tuple(n for value in values if stands(value, words) for n in self.known.numbers[value])
            found[contact] = first, tuple(n for value in values for n in self.known.numbers[value] if n not in first)
        return found

    def _subjects(self) -> dict[str, tuple[int, ...]]:
        found: dict[str, tuple[int, ...]] = {}
        for case_id, subject in self._journal.known_by.subjects():
            if (key := subject_key(subject)) and case_id not in found.get(key, ()):
                found[key] = (*found.get(key, ()), case_id)
        return found


def _letter_of(row: InboxRow, thread_cases: tuple[int, ...]) -> Letter:
    return Letter(
        incoming=row.direction is not Direction.OUT,
        sender=row.sender,
        name=row.sender_name,
        reply_to=row.reply_to,
        recipients=row.recipients,
        subject=row.subject,
        thread_cases=thread_cases,
        chat=row.channel is not Channel.EMAIL,
    )
