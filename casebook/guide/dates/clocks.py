"""Clocks of a case: a rule that was picked, its date as it stands, the reminders it makes, and what may end it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, time, timedelta

from casebook.guide.advice.courtesy import answers
from casebook.guide.dates import deadlines
from casebook.guide.dates.explanation import Explanation
from casebook.guide.dates.moves import NONE, Moves
from casebook.guide.dates.rules import Action, EndedBy, Rule
from casebook.journal.errors import BadInput
from casebook.journal.planning import CheckMark, Deadline, Ring
from casebook.journal.records import Contact, Firm, FollowUp
from casebook.journal.times import HowKnown, Moment, Precision, from_wall, moment

_MORNING = time(9)
_LAST_DAYS = 3
"""So many days before a right ends it rings once more."""
_OPENS, _WARNS, _LAST = "opens", "warns", "last"
_HEADINGS: Mapping[str, Mapping[str, str]] = {
    "en": {_OPENS: "{title}", _WARNS: "Soon over: {title}", _LAST: "Last days: {title}"},
    "zh": {_OPENS: "{title}", _WARNS: "即将到期：{title}", _LAST: "最后几天：{title}"},
}
_REASONS: Mapping[str, Mapping[str, str]] = {
    "en": {_OPENS: "{title}: {step}", _WARNS: "Soon over: {title}. {step}", _LAST: "Last days: {title}. {step}"},
    "zh": {_OPENS: "{title}：{step}", _WARNS: "即将到期：{title}。{step}", _LAST: "最后几天：{title}。{step}"},
}


def explained(rule: Rule, start: Moment, firm: Firm, user_zone: str, moves: Moves = NONE) -> Explanation:
    """Return the dates of a rule that starts then; days are the firm's, or the user's where its zone is not known."""
    zone = firm.zone or user_zone
    return deadlines.due(rule, start, firm.country, zone, zone_known=bool(firm.zone), moves=moves)


def rule_of(rule_id: str, firms: Mapping[str, Rule], guides: Mapping[str, Rule]) -> Rule:
    """Return a clock's rule with the firm's own figures, the guide's where it is switched off for the firm now.

    Raises BadInput for one that the guide does not have.
    """
    found = firms.get(rule_id) or guides.get(rule_id)
    if found is None:
        raise BadInput("the guide has no rule '{rule}': see 'casebook rule list'", rule=rule_id)
    return found


def rings(rule: Rule, found: Explanation, language: str, user_zone: str, now: datetime) -> list[Ring]:
    """Return the reminders of a clock: when the next step is open, and ahead of a last day, twice.

    The first of the two is left out where the second has come already.
    """
    times: list[tuple[str, datetime]] = []
    if not found.at_once:
        opens = found.until if found.until and rule.action is Action.EXPECT else found.due_at
        times.append((_OPENS, opens))
    if found.until and rule.strict:
        for name, days in ((_WARNS, rule.warn_days), (_LAST, _LAST_DAYS)):
            when = _morning_before(found.until, days, user_zone)
            if name == _LAST and when <= now:
                times.pop()
            if name == _WARNS or days < rule.warn_days:
                times.append((name, when))
    return [
        Ring(
            rule=f"{rule.id}:{name}",
            due=moment(when, user_zone, known=HowKnown.UNKNOWN),
            reason=_reason(rule, name, language),
            explanation=replace(found, rings_at=None if when == found.due_at else when).to_json(),
        )
        for name, when in times
    ]


def told(rules: Mapping[str, Rule], follow_up: FollowUp, language: str) -> tuple[str, str] | None:
    """Return what a clock's reminder is about, and what to do then, in a language.

    None for what no clock made, and where the user or an earlier guide worded it.
    """
    if (found := _made_of(rules, follow_up)) is None:
        return None
    rule, name = found
    heading = _HEADINGS[language][name].format(title=rule.title(language).rstrip("。."))
    return heading, rule.step(language) or rule.text(language)


def reason_in(rules: Mapping[str, Rule], follow_up: FollowUp, language: str) -> str | None:
    """Return what a clock's reminder says in a language, None where `told` knows nothing of it."""
    found = _made_of(rules, follow_up)
    return _reason(*found, language) if found else None


def may_end(
    rule: Rule | None, deadline: Deadline, contacts: Sequence[Contact], marks: Collection[CheckMark] = ()
) -> Contact | None:
    """Return the first answer of a person after a clock began, which may end it: that is for the user to say.

    Automatic replies, bounces, bots, a bare "thanks" and the user's own messages end nothing. An answer of which the
    user said already that it does not end the clock is passed over, and so is every answer where only the user's own
    step ends it.
    """
    if rule is None or rule.ended_by is EndedBy.SELF:
        return None
    refused = {mark.item for mark in marks}
    after = deadline.start.utc
    if deadline.start.precision is Precision.DATE:
        after += timedelta(days=1)
    found = [
        contact
        for contact in contacts
        if contact.happened.utc >= after
        and contact.id != deadline.contact_id
        and answers(contact)
        and goes_on(deadline.id, contact.id) not in refused
    ]
    return min(found, key=lambda contact: (contact.happened.utc, contact.id), default=None)


def goes_on(deadline_id: int, contact_id: int) -> str:
    """Return the name of the mark that says: this answer does not end this clock."""
    return f"deadline:{deadline_id}:{contact_id}"


def _made_of(rules: Mapping[str, Rule], follow_up: FollowUp) -> tuple[Rule, str] | None:
    rule_id, _, name = follow_up.rule.partition(":")
    rule = rules.get(rule_id)
    if rule is None or name not in _REASONS["en"]:
        return None
    own = any(follow_up.reason == _reason(rule, name, language) for language in _REASONS)
    return (rule, name) if own else None


def _reason(rule: Rule, name: str, language: str) -> str:
    title, step = rule.title(language).rstrip("。."), rule.step(language)
    words = _REASONS[language][name].format(title=title, step=step)
    return words.rstrip(":： ") if not step else words


def _morning_before(end: datetime, days: int, user_zone: str) -> datetime:
    """Return nine o'clock, where the user is, so many days before an end; the day that midnight closes is the end's."""
    there = moment(end - timedelta(seconds=1), user_zone).local
    return from_wall(datetime.combine(there.date() - timedelta(days=days), _MORNING), user_zone).utc
