"""What a message is about where nobody said so: the message that waits, the call just ended, the promise not kept."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from casebook.dossier.collect import Facts
from casebook.dossier.messages.message import About
from casebook.guide.advice.courtesy import unanswered
from casebook.journal.records import Contact, Promise, Request
from casebook.journal.terms import Channel, Direction, LetterKind, PromiseState, RequestState

_ANSWER = re.compile(r"^\s*(?:(?:re|aw|fwd?|回复|答复|转发)\s*[:：]\s*)+", re.IGNORECASE)
_BEFORE = re.compile(
    r"\s*[(（\[【][^()（）\[\]【】]*(?:sent (?:once|\d+ times) already|已发送过)[^()（）\[\]【】]*[)）\]】]\s*$",
    re.IGNORECASE,
)
_SPOKEN = {LetterKind.CALL_SUMMARY, LetterKind.TRANSCRIPT_REQUEST}
_AGAIN = {LetterKind.NUDGE, LetterKind.RESEND}


@dataclass(frozen=True, slots=True)
class Matter:
    """The records that a message speaks of."""

    contact: Contact | None
    """What it follows: the message it repeats, the call it sums up, the contact in which something was promised."""
    promise: Promise | None
    requests: tuple[Request, ...]
    waiting: tuple[Contact, ...]
    """The user's messages that nobody answered, the oldest first."""


def find(facts: Facts, kind: LetterKind, channel: Channel, about: About) -> Matter:
    """Return what a message of this kind speaks of: what `about` names, else what lies nearest."""
    waiting = tuple(reversed(unanswered(facts.contacts)))
    promise = _promise(facts, kind, about)
    contact = next((c for c in facts.contacts if c.id == about.contact_id), None)
    if contact is None and promise is not None and kind is LetterKind.PROMISE_BROKEN:
        contact = next((c for c in facts.contacts if c.id == promise.contact_id), None)
    if contact is None and kind in _AGAIN:
        contact = _sent(facts, waiting, channel)
    if kind is LetterKind.RESEND and contact is not None and contact.direction is Direction.OUT:
        contact = _whole(facts, contact)
    if contact is None and kind in _SPOKEN:
        contact = _last(c for c in facts.contacts if c.channel in _TALKS)
    if contact is None and kind is LetterKind.SUPPLY:
        contact = _asked(facts, about)
    return Matter(contact, promise, _requests(facts, about), waiting)


_TALKS = {Channel.PHONE, Channel.CHAT, Channel.VIP}


def plain_subject(subject: str) -> str:
    """Return a subject on one line, without `Re:` before it and without `(sent once already on …)` behind it."""
    return _BEFORE.sub("", _ANSWER.sub("", " ".join(subject.split()))).strip()


def is_answer(subject: str) -> bool:
    """Return whether a subject begins with `Re:`: such a message asks, it does not say everything again."""
    return bool(_ANSWER.match(subject))


def _sent(facts: Facts, waiting: Sequence[Contact], channel: Channel) -> Contact | None:
    """Return the user's latest message: one that waits on this channel, one that waits, any on this channel, any."""
    sent = [c for c in facts.contacts if c.direction is Direction.OUT]
    for found in (waiting, sent):
        if found:
            return _last(c for c in found if c.channel is channel) or found[-1]
    return None


def _whole(facts: Facts, latest: Contact | None) -> Contact | None:
    """Return the message that says everything, where the latest one only asked about it: that is what is repeated."""
    if latest is None or not is_answer(latest.subject):
        return latest
    plain = plain_subject(latest.subject)
    first = (c for c in facts.contacts if c.direction is Direction.OUT and c.channel is latest.channel)
    return next((c for c in first if plain_subject(c.subject) == plain and not is_answer(c.subject)), latest)


def _promise(facts: Facts, kind: LetterKind, about: About) -> Promise | None:
    if about.promise_id is not None:
        return next((p for p in facts.promises if p.id == about.promise_id), None)
    if about.contact_id is not None:
        return next((p for p in reversed(facts.promises) if p.contact_id == about.contact_id), None)
    if kind is not LetterKind.PROMISE_BROKEN:
        return None
    for states in ({PromiseState.BROKEN}, {PromiseState.OPEN, PromiseState.UNKNOWN}):
        if found := [p for p in facts.promises if p.state in states]:
            return found[-1]
    return None


def _requests(facts: Facts, about: About) -> tuple[Request, ...]:
    if about.request_id is not None:
        return tuple(r for r in facts.requests if r.id == about.request_id)
    return tuple(r for r in facts.requests if r.state is RequestState.OPEN)


def _asked(facts: Facts, about: About) -> Contact | None:
    asking = {r.contact_id for r in _requests(facts, about)}
    return _last(c for c in facts.contacts if c.id in asking)


def _last(found: Iterable[Contact]) -> Contact | None:
    contacts = list(found)
    return contacts[-1] if contacts else None
