"""Count what a case amounts to: contacts, answers, the longest wait, what became of promises. Pure, no words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import chain

from casebook.dossier.collect import Facts
from casebook.journal.records import Contact
from casebook.journal.terms import Automatic, Channel, Direction, PromiseState, RequestState
from casebook.journal.times import Precision


@dataclass(frozen=True, slots=True)
class Wait:
    """The time from one contact to the next that ends the wait; `end` is None while there is none."""

    start: Contact
    end: Contact | None
    length: timedelta


@dataclass(frozen=True, slots=True)
class Figures:
    """The numbers of a case. `answers` maps a contact made by the user to the firm's next contact, if any."""

    directions: Mapping[Direction, int]
    channels: Sequence[tuple[Channel, int]]
    automatic: int
    answers: Mapping[int, Contact | None]
    only_automatic: frozenset[int]
    longest: Wait | None
    promises: Mapping[PromiseState, int]
    late: int
    supplied: int
    last_out: Contact | None
    last_in: Contact | None
    first_out: Contact | None
    """When the firm was first told."""
    acknowledged: Contact | None
    """The firm's first word after that, an automatic reply included."""
    final: Contact | None
    """The contact that states the firm's final position, as the user says."""
    gap: Wait | None
    """The longest time without any contact."""


def figures(facts: Facts) -> Figures:
    """Return the figures of a case as of the end of its record."""
    contacts = facts.contacts
    channels = Counter(c.channel for c in contacts)
    promises = Counter(p.state for p in facts.promises)
    answers = _answers(contacts)
    return Figures(
        directions={d: sum(c.direction is d for c in contacts) for d in Direction},
        channels=[(channel, channels[channel]) for channel in Channel if channels[channel]],
        automatic=sum(c.automatic is not Automatic.NO for c in contacts),
        answers=answers,
        only_automatic=_only_automatic(contacts, answers),
        longest=_longest(contacts, answers, facts.as_of),
        promises={state: promises[state] for state in PromiseState},
        late=sum(promise.is_late(facts.as_of) for promise in facts.promises),
        supplied=sum(r.state is RequestState.SUPPLIED for r in facts.requests),
        last_out=next((c for c in reversed(contacts) if _told(c)), None),
        last_in=next((c for c in reversed(contacts) if _answer(c) and c.bot is not True), None),
        first_out=next((c for c in contacts if _told(c)), None),
        acknowledged=_acknowledged(contacts),
        final=next((c for c in contacts if c.id == facts.case.final_contact_id), None),
        gap=_gap(contacts, facts.as_of),
    )


def end_of(contact: Contact) -> datetime:
    """Return when the contact ended at the latest: the end of the day where only the date is known."""
    whole_day = contact.happened.precision is Precision.DATE
    return contact.happened.utc + (timedelta(days=1) if whole_day else contact.details.lasted)


def _told(contact: Contact) -> bool:
    """Return whether the firm was told something; who reads in a help centre tells nobody, and nobody answers."""
    return contact.direction is not Direction.IN and contact.channel is not Channel.HELP_CENTRE


def _answer(contact: Contact) -> bool:
    spoken = contact.direction is not Direction.OUT and contact.automatic is Automatic.NO
    return spoken and contact.channel is not Channel.HELP_CENTRE


def _acknowledged(contacts: Sequence[Contact]) -> Contact | None:
    told = False
    for contact in contacts:
        told = told or _told(contact)
        said = contact.direction is not Direction.OUT and contact.channel is not Channel.HELP_CENTRE
        if told and said and contact.automatic is not Automatic.BOUNCE:
            return contact
    return None


def _gap(contacts: Sequence[Contact], now: datetime) -> Wait | None:
    best: Wait | None = None
    for contact, later in zip(contacts, chain(contacts[1:], [None]), strict=False):
        length = max((later.happened.utc if later else now) - end_of(contact), timedelta())
        if best is None or length > best.length:
            best = Wait(contact, later, length)
    return best


def _answers(contacts: Sequence[Contact]) -> dict[int, Contact | None]:
    """Map each message to the firm to the firm's next contact that no machine sent by itself."""
    found: dict[int, Contact | None] = {}
    upcoming: Contact | None = None
    for contact in reversed(contacts):
        if contact.direction is Direction.OUT and _told(contact):
            found[contact.id] = upcoming
        if _answer(contact):
            upcoming = contact
    return found


def _only_automatic(contacts: Sequence[Contact], answers: Mapping[int, Contact | None]) -> frozenset[int]:
    """Messages without an answer after which something automatic came all the same."""
    last = max((i for i, c in enumerate(contacts) if c.automatic is not Automatic.NO), default=-1)
    return frozenset(c.id for c in contacts[: max(last, 0)] if c.id in answers and answers[c.id] is None)


def _longest(contacts: Sequence[Contact], answers: Mapping[int, Contact | None], now: datetime) -> Wait | None:
    """Return the longest wait; of messages that share an answer the first counts, because nobody answered it before."""
    best: Wait | None = None
    for contact in contacts:
        if contact.id not in answers:
            continue
        end = answers[contact.id]
        length = max((end.happened.utc if end else now) - end_of(contact), timedelta())
        if best is None or length > best.length:
            best = Wait(contact, end, length)
    return best
