"""What follows when the user has sent a message: it becomes a contact, and the next clock is set."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from casebook.dossier.messages.message import MAILED, Message
from casebook.dossier.messages.nearest import plain_subject
from casebook.guide import Action, Guide, Suggestion
from casebook.journal.changes import Changes
from casebook.journal.errors import BadInput
from casebook.journal.planning import Details
from casebook.journal.records import Contact, FollowUp
from casebook.journal.terms import Channel, Direction, LetterKind, RequestState
from casebook.journal.times import Moment

if TYPE_CHECKING:
    from casebook.journal import Journal

_ANSWERS = {LetterKind.NUDGE: {Action.NUDGE}, LetterKind.RESEND: {Action.NUDGE, Action.RESEND}}


@dataclass(frozen=True, slots=True)
class Sent:
    """What was recorded. `next` is the follow-up that the guide set, None where it has no rule for the channel."""

    changes: Changes
    contact_id: int
    next: int | None
    answered: tuple[int, ...]
    supplied: tuple[int, ...]


def log(
    journal: Journal,
    guide: Guide,
    case_id: int,
    message: Message,
    happened: Moment,
    *,
    zone: str,
    language: str,
    platform: str = "",
    ask_again: bool = True,
    letter_id: int | None = None,
) -> Sent:
    """Record that a message was sent, all of it or nothing.

    It is logged with its recipient and the exhibits that went with it, the follow-ups it answers are done, what it
    supplies is marked, the kept letter goes, and the guide's next step becomes a follow-up, its reason in `language`.
    Raises NotFound, BadInput.
    """
    if message.channel is Channel.PHONE:
        raise BadInput("a call is not sent: log it as a call when it is over")
    with journal.transaction() as noted:
        labels = {e.id: e.label for e in journal.exhibits.of_case(case_id)}
        copied = {r.exhibit_id for r in journal.redactions.of_case(case_id)}
        contact = journal.contacts.log(
            case_id,
            channel=message.channel,
            direction=Direction.OUT,
            happened=happened,
            text=message.text,
            subject=message.subject if message.channel in MAILED else "",
            platform=platform,
            details=Details(
                address=message.recipient,
                own_address=message.own_address if message.channel is Channel.EMAIL else "",
                language=message.language,
                enclosed=tuple(f"{labels[n]}R" if n in copied else labels[n] for n in message.exhibits if n in labels),
            ),
        ).made
        answered = [follow_up.id for follow_up in answers(journal, guide, case_id, message)]
        for number in answered:
            journal.follow_ups.done(number)
        supplied = _supplied(journal, case_id, message)
        for number in supplied:
            journal.requests.supply(number, contact_id=contact)
        if letter_id is not None and letter_id in {letter.id for letter in journal.letters.of_case(case_id)}:
            journal.letters.drop(letter_id)
        following = _next(journal, guide, case_id, contact, zone, language) if ask_again else None
        return Sent(noted.changes(contact), contact, following, tuple(answered), tuple(supplied))


def answers(journal: Journal, guide: Guide, case_id: int, message: Message) -> list[FollowUp]:
    """Return the open follow-ups that sending a message answers.

    These are the one it came from, and those of the guide that asked for it: about the message it follows, or about
    another one of the same subject.
    """
    actions = _ANSWERS.get(message.kind, set())
    waiting = journal.follow_ups.of_case(case_id, open_only=True)
    asking = [one for one in waiting if one.rule in guide.rules and guide.rules[one.rule].action in actions]
    about = journal.contacts.many({message.contact_id or 0, *(one.contact_id or 0 for one in asking)} - {0})
    followed = about.get(message.contact_id or 0)
    same = {number for number, contact in about.items() if followed and _same(contact, followed)}
    return [
        one for one in waiting if one.id == message.about.follow_up_id or (one in asking and one.contact_id in same)
    ]


def _same(one: Contact, other: Contact) -> bool:
    """Return whether two messages are about the same: one and the same, or of one channel and subject."""
    subject = plain_subject(one.subject)
    alike = one.channel is other.channel and one.direction is other.direction and bool(subject)
    return one.id == other.id or (alike and subject == plain_subject(other.subject))


def _supplied(journal: Journal, case_id: int, message: Message) -> list[int]:
    if message.kind is not LetterKind.SUPPLY:
        return []
    wanted = [r.id for r in journal.requests.of_case(case_id) if r.state is RequestState.OPEN]
    named = message.about.request_id
    return [number for number in wanted if named in (None, number)]


def _next(journal: Journal, guide: Guide, case_id: int, contact: int, zone: str, language: str) -> int | None:
    step = next_step(journal, guide, case_id, zone, contact)
    if step is None:
        return None
    return journal.follow_ups.add(
        case_id,
        step.due,
        step.reason[language],
        rule=step.rule,
        explanation=step.explanation.to_json(),
        contact_id=step.contact_id,
    ).made


def next_step(journal: Journal, guide: Guide, case_id: int, zone: str, contact: int) -> Suggestion | None:
    """Return the guide's next step after a contact, None where it has none."""
    firm = journal.firms.get(journal.cases.get(case_id).firm_id)
    own = journal.firm_rules.of_firm(firm.id)
    steps = guide.suggest(firm, journal.contacts.of_case(case_id), journal.clock(), zone, own)
    return next((step for step in steps if step.contact_id == contact), None)
