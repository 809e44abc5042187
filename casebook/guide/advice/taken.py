"""Which steps of the ladder a case shows as taken: read from its contacts and answered follow-ups."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from casebook.guide.advice.courtesy import unanswered
from casebook.guide.advice.resend import says_so
from casebook.guide.dates.rules import Action, Rule
from casebook.journal.planning import CheckMark, Deadline
from casebook.journal.records import Case, Contact, Firm, FollowUp
from casebook.journal.terms import Channel, Direction, FollowUpState
from casebook.journal.times import HowKnown, Moment, moment

WRITTEN = (Channel.EMAIL, Channel.TICKET, Channel.IN_APP, Channel.LETTER)
"""On which a message waits until somebody answers it."""

_PREFIX = re.compile(r"^\s*((re|fwd?|aw|wg|回复|答复|转发)\s*[:：]\s*)+", re.IGNORECASE)
_SUPERIOR = re.compile(r"supervis|manager|team lead|主管|经理|主任|组长", re.IGNORECASE)
_COMPLAINT = re.compile(r"\bcomplaint\b|投诉", re.IGNORECASE)
"""In a subject; in the words themselves it must be the message that complains, not one that threatens to."""
_COMPLAINS = re.compile(
    r"\b(this is|please treat this as|i (hereby|formally|wish to|want to|would like to|am writing to))\b"
    r".{0,30}\bcomplain|"
    r"(特此|现正式|现提出|现向贵).{0,8}投诉",
    re.IGNORECASE,
)
_DATA = re.compile(
    r"(data|subject) (subject )?access request|\bdsar\b|\barticle 15\b|copy of my (personal )?data|"
    r"个人(信息|数据).{0,8}(查阅|副本|复制|访问)|(查阅|复制|访问).{0,8}个人(信息|数据)",
    re.IGNORECASE,
)
_BANK = re.compile(
    r"charge-?back|dispute (the|this|a) (payment|charge|transaction)|拒付|争议(付款|交易)", re.IGNORECASE
)

By = tuple[Moment, int | None]
"""When, and in which contact."""


@dataclass(frozen=True, slots=True)
class Told:
    """What of a case the ladder is read from; the contacts in time order."""

    case: Case
    firm: Firm
    contacts: Sequence[Contact]
    marks: Sequence[CheckMark] = ()
    deadlines: Sequence[Deadline] = ()
    follow_ups: Sequence[FollowUp] = ()


def by(step: str, channels: Sequence[Channel], told: Told, rules: Mapping[str, Rule]) -> By | None:
    """Return when a step was last taken, None where nothing shows it."""
    if step in {"nudge", "resend"}:
        return _again(step, told, rules)
    own = _OWN.get(step)
    for contact in reversed(told.contacts):
        if (contact.channel in channels and _tried(contact)) or (own is not None and own(contact)):
            return contact.happened, contact.id
    return None


def _tried(contact: Contact) -> bool:
    """Return whether a contact shows that the user tried its channel: wrote there, or had a person there."""
    if contact.channel in WRITTEN:
        return contact.direction is not Direction.IN
    return not contact.bot


def is_nudge(contact: Contact, earlier: Sequence[Contact]) -> bool:
    """Return whether a message asks about one of `earlier`: the same channel, and the same thread by its subject."""
    about = _PREFIX.sub("", contact.subject).strip().casefold()
    return bool(about or contact.channel is Channel.TICKET) and any(
        before.channel is contact.channel and _PREFIX.sub("", before.subject).strip().casefold() == about
        for before in earlier
    )


def _again(step: str, told: Told, rules: Mapping[str, Rule]) -> By | None:
    """Return when the user asked or sent again: in the present wait, or at any time where none is on."""
    waiting = [contact for contact in unanswered(told.contacts) if contact.channel in WRITTEN]
    where = waiting[::-1] or [c for c in told.contacts if c.direction is Direction.OUT and c.channel in WRITTEN]
    for number, contact in reversed(list(enumerate(where))):
        again = says_so(contact.subject)
        if again if step == "resend" else not again and bool(waiting) and is_nudge(contact, where[:number]):
            return contact.happened, contact.id
    action, ids = Action(step), {contact.id for contact in where}
    for follow_up in reversed(told.follow_ups):
        rule = rules.get(follow_up.rule)
        if (
            rule is not None
            and rule.action is action
            and follow_up.contact_id in ids
            and follow_up.state is FollowUpState.DONE
            and follow_up.answered_at is not None
        ):
            return moment(follow_up.answered_at, follow_up.due.zone, known=HowKnown.DEVICE_CLOCK), None
    return None


def _said(subject: re.Pattern[str], words: re.Pattern[str], *hints: str) -> Callable[[Contact], bool]:
    """Return a test of whether the subject of a message, or the user's own words in it, say something.

    Words without any of the `hints` are not searched: there may be ten thousand of them.
    """

    def says(contact: Contact) -> bool:
        if contact.direction is not Direction.OUT or contact.channel not in WRITTEN:
            return False
        if subject.search(contact.subject):
            return True
        text = contact.own_text
        low = text.casefold()
        return any(hint in low for hint in hints) and words.search(text) is not None

    return says


def _superior(contact: Contact) -> bool:
    return contact.direction is not Direction.OUT and bool(_SUPERIOR.search(contact.role))


_OWN: Mapping[str, Callable[[Contact], bool]] = {
    "supervisor": _superior,
    "complaint": _said(_COMPLAINT, _COMPLAINS, "complain", "投诉"),
    "data-request": _said(_DATA, _DATA, "data", "dsar", "article 15", "access request", "个人"),
    "bank": _said(_BANK, _BANK, "charge", "dispute", "拒付", "争议"),
}
