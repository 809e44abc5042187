"""What the guide would do next: from the last message that nobody has answered to a dated step with its reason."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from itertools import product

from casebook.guide.advice.courtesy import unanswered
from casebook.guide.advice.resend import says_so
from casebook.guide.advice.taken import is_nudge
from casebook.guide.dates import deadlines, wording
from casebook.guide.dates.explanation import Explanation
from casebook.guide.dates.rules import Action, Rule
from casebook.journal.records import Contact, Firm
from casebook.journal.terms import Channel
from casebook.journal.times import HowKnown, Moment, moment

_STEPS = (Action.NUDGE, Action.RESEND)

_REASONS = {
    "en": {
        Action.NUDGE: "No answer to {what} of {when}: ask politely for progress, in the same place.",
        Action.RESEND: "Still no answer to {what} of {when}: send it again, say that it was sent once already, and give"
        " the earlier time and subject.",
    },
    "zh": {
        Action.NUDGE: "{when}的{what}尚无回复：请在原处礼貌询问进度。",
        Action.RESEND: "{when}的{what}仍无回复：可重新发送，注明“已发送过一次”，并写明上次的时间和主题。",
    },
}
# Said in place of sending again where that was done already. Not among the guide's own words: the title of a reminder
# with it must be this sentence, not "Resend by email".
_UPWARDS = {
    "en": "Sent again and still no answer to {what} of {when}: take the next step of the ladder rather than send it a"
    " third time.",
    "zh": "{when}再次发送的{what}仍无回复：请走升级投诉的下一步，不要第三次发送。",
}
_WHAT = {
    "en": {Channel.EMAIL: "the email", Channel.CHAT: "the chat message", Channel.TICKET: "the ticket"},
    "zh": {Channel.EMAIL: "邮件", Channel.CHAT: "聊天消息", Channel.TICKET: "工单"},
}
_MESSAGE = {"en": "the message", "zh": "消息"}


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A step the guide suggests, not before `due`. `rule` is the rule's id, `reason` the words by language."""

    rule: str
    action: Action
    contact_id: int
    due: Moment
    reason: Mapping[str, str]
    explanation: Explanation


def suggest(
    rules: Iterable[Rule], firm: Firm, contacts: Sequence[Contact], now: datetime, user_zone: str
) -> list[Suggestion]:
    """Return the steps after the last unanswered outgoing message, the next one first; [] if nothing is waited for.

    Automatic replies, bounces, a bot and a bare "thanks" answer nothing; a person who wrote or spoke later does. Days
    are counted in the firm's country and zone, in `user_zone` where the firm has none. A step that a later one has
    overtaken by `now` is left out, and so is asking after a message that asked itself; after one that was sent again
    already, the step up stands in place of a third sending. `due` is shown in `user_zone`.
    """
    steps = [rule for rule in rules if rule.action in _STEPS]
    waiting = unanswered(contacts)
    for number, contact in enumerate(waiting):
        fitting = [rule for rule in steps if rule.channel is contact.channel]
        if is_nudge(contact, waiting[number + 1 :]) and any(rule.action is Action.RESEND for rule in fitting):
            fitting = [rule for rule in fitting if rule.action is not Action.NUDGE]
        if fitting:
            found = sorted((_step(rule, firm, contact, user_zone) for rule in fitting), key=lambda s: s.due.utc)
            come = [step for step in found if step.due.utc <= now]
            return [*come[-1:], *(step for step in found if step.due.utc > now)]
    return []


def guides_own(reason: str) -> bool:
    """Return whether a reason is one that `suggest` wrote, in any language, rather than somebody's own words."""
    patterns = (re.sub(r"\\{\w+\\}", ".*", re.escape(text)) for table in _REASONS.values() for text in table.values())
    return any(re.fullmatch(pattern, reason, re.DOTALL) for pattern in patterns)


def reason_in(language: str, reason: str) -> str | None:
    """Return a reason that `suggest` wrote, in this language; None for anybody else's words."""
    for spoken in _REASONS:
        for known, wanted in zip(_templates(spoken), _templates(language), strict=True):
            pattern = re.escape(known).replace(r"\{what\}", "(?P<what>.*)").replace(r"\{when\}", "(?P<when>[^“”]*)")
            found = re.fullmatch(pattern, reason, re.DOTALL)
            if found and (day := _day_said(spoken, found["when"])):
                what = _what_in(language, spoken, found["what"])
                return wanted.format(what=what, when=wording.words(language).day(day))
    return None


def _templates(language: str) -> list[str]:
    return [*_REASONS[language].values(), _UPWARDS[language]]


def _day_said(language: str, words: str) -> date | None:
    """Return the day that `wording` calls so."""
    numbers = [int(each) for each in re.findall(r"\d+", words)]
    for year, month, day in product(numbers, range(1, 13), numbers):
        with suppress(ValueError):
            found = date(year, month, day)
            if wording.words(language).day(found) == words:
                return found
    return None


def _what_in(language: str, spoken: str, what: str) -> str:
    """Return what a message is called in another language; its subject stays as it is."""
    for channel in (*_WHAT[spoken], None):
        name = _WHAT[spoken][channel] if channel else _MESSAGE[spoken]
        if what.startswith(name):
            called = _WHAT[language][channel] if channel else _MESSAGE[language]
            subject = what[len(name) :].strip()
            return f"{called} {subject}".strip() if language == "en" else called + subject
    return what


def _step(rule: Rule, firm: Firm, contact: Contact, user_zone: str) -> Suggestion:
    explanation = deadlines.due(
        rule, contact.happened, firm.country, firm.zone or user_zone, zone_known=bool(firm.zone)
    )
    return Suggestion(
        rule=rule.id,
        action=rule.action,
        contact_id=contact.id,
        due=moment(explanation.due_at, user_zone, known=HowKnown.UNKNOWN),
        reason={language: _reason(language, rule.action, contact) for language in _REASONS},
        explanation=explanation,
    )


def _reason(language: str, action: Action, contact: Contact) -> str:
    what = _WHAT[language].get(contact.channel, _MESSAGE[language])
    if contact.subject:
        what += f" “{contact.subject}”" if language == "en" else f"“{contact.subject}”"
    day = wording.words(language).day(contact.happened.local.date())
    again = action is Action.RESEND and says_so(contact.subject)
    return (_UPWARDS[language] if again else _REASONS[language][action]).format(what=what, when=day)
