"""To which case a message belongs, and why: only what is certain is filed by itself, the rest is suggested."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from casebook.journal.changes import Changes
from casebook.journal.incoming import NewMail, Placing
from casebook.journal.kinds.known_by import CaseNumber
from casebook.journal.terms import Direction
from casebook.mail.filing.judging import Doubt, Judge, Letter, Suggestion
from casebook.mail.filing.known import Known
from casebook.mail.filing.subjects import subject_key

if TYPE_CHECKING:
    from casebook.journal import Journal
    from casebook.journal.listings import InboxRow

__all__ = ["Doubt", "Matcher", "Suggestion"]

_OWN_WORDS = 20_000
_ROUNDS = 5


class Matcher:
    """Knows what each case is known by: threads, the firm's numbers, references, who writes in it."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self.refresh()

    @classmethod
    def from_journal(cls, journal: Journal) -> Matcher:
        """Return a matcher that knows the journal as it is now; threads it looks up as they are at each call."""
        return cls(journal)

    def refresh(self) -> None:
        """Look at the journal again: after filing, a message more is known by what it was filed with."""
        self.known = Known(self._journal)
        self._judge = Judge(self.known)

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
        alike: dict[Letter, tuple[Suggestion, ...]] = {}
        for row in rows:
            own, elsewhere = numbers.get(row.contact_id, ((), ()))
            letter = Letter(
                incoming=row.direction is not Direction.OUT,
                sender=row.sender,
                name=row.sender_name,
                reply_to=row.reply_to,
                recipients=row.recipients,
                subject=row.subject,
                thread_cases=tuple(threads.get(row.thread_id, ())),
                numbers=own if not row.tickets else tuple(dict.fromkeys((*own, *self.known.named(*row.tickets)))),
                elsewhere=elsewhere,
                like_subject=subjects.get(subject_key(row.subject), ()) if subjects else (),
            )
            if letter not in alike:
                alike[letter] = tuple(self._judge.weigh(letter))
            if alike[letter]:
                found[row.contact_id] = alike[letter]
        return found

    def settle(self, contact_ids: Collection[int]) -> tuple[dict[int, Suggestion], Changes]:
        """File those of these waiting messages that are certain by now: a later message may tell where one belongs.

        Return what was filed where and why, by contact id. Raises DiskTrouble.
        """
        settled: dict[int, Suggestion] = {}
        changes = list[Changes]()
        for _ in range(_ROUNDS):
            rows = [row for row in self._journal.inbox.waiting() if row.contact_id in contact_ids]
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
            first = tuple(self.known.named(subject, own))
            everywhere = (number for value in sorted(hits[contact]) for number in self.known.numbers[value])
            found[contact] = first, tuple(number for number in everywhere if number not in first)
        return found

    def _subjects(self) -> dict[str, tuple[int, ...]]:
        found: dict[str, tuple[int, ...]] = {}
        for case_id, subject in self._journal.known_by.subjects():
            if (key := subject_key(subject)) and case_id not in found.get(key, ()):
                found[key] = (*found.get(key, ()), case_id)
        return found
