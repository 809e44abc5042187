"""Deadlines in words: when a door opens and when it closes, how far away that is, and what may have ended the clock."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication, QObject

from casebook.gui import texts, times
from casebook.gui.models import due_words
from casebook.gui.models.row_model import Row
from casebook.guide import Action, Explanation, Rule
from casebook.guide.dates.rules import Start
from casebook.guide.dates.wording import words
from casebook.journal.planning import Deadline, FirmRule
from casebook.journal.records import Contact
from casebook.journal.terms import DeadlineState


@dataclass(frozen=True, slots=True)
class DeadlineView:
    """A deadline with what its row and its page show. `rule` is None where the guide does not have it any more."""

    deadline: Deadline
    explanation: Explanation
    rule: Rule | None
    may_end: Contact | None

    @property
    def runs(self) -> bool:
        """Whether it still runs."""
        return self.deadline.state is DeadlineState.RUNNING


def title(rule: Rule | None, rule_id: str) -> str:
    """Return what a clock is called, in the window's language."""
    return rule.title(due_words.language()) if rule else rule_id


def row(view: DeadlineView, now: datetime) -> Row:
    """Return a deadline's row in the list."""
    name = title(view.rule, view.deadline.rule)
    if not view.runs:
        return Row(view.deadline.id, name, state(view.deadline, now), ticked=True, ring=True)
    if view.may_end:
        asks = QCoreApplication.translate("deadline_words", "answered? {ends}")
        return Row(view.deadline.id, name, asks.format(ends=ends(view, now)), ring=True, warn=True)
    return Row(view.deadline.id, name, ends(view, now), ring=True, warn=is_near(view, now))


def running(
    deadlines: Sequence[Deadline], rules: Mapping[str, Rule], answered: Mapping[int, Contact], now: datetime
) -> list[Row]:
    """Return the rows of the clocks that run, the nearest end first."""
    found = [
        DeadlineView(d, Explanation.from_json(d.explanation), rules.get(d.rule), answered.get(d.id))
        for d in deadlines
        if d.state is DeadlineState.RUNNING
    ]
    return [row(view, now) for view in sorted(found, key=lambda v: v.explanation.until or v.explanation.due_at)]


def marks(deadlines: Sequence[Deadline], rules: Mapping[str, Rule], now: datetime) -> list[tuple[datetime, str]]:
    """Return when each clock that runs is over, and the words for it."""
    found = []
    for deadline in deadlines:
        if deadline.state is DeadlineState.RUNNING:
            view = DeadlineView(deadline, Explanation.from_json(deadline.explanation), rules.get(deadline.rule), None)
            at = view.explanation.until or view.explanation.due_at
            found.append((at, texts.joined(title(view.rule, deadline.rule), ends(view, now))))
    return found


def state(deadline: Deadline, now: datetime) -> str:
    """Return what became of a clock, and when."""
    when = times.short_time(times.here(deadline.ended_at), now) if deadline.ended_at else ""
    if deadline.state is DeadlineState.DROPPED:
        words_ = QCoreApplication.translate("deadline_words", "dropped {time}").format(time=when)
    else:
        words_ = QCoreApplication.translate("deadline_words", "ended {time}").format(time=when)
    return texts.joined(words_, deadline.answer)


def ends(view: DeadlineView, now: datetime) -> str:
    """Return both ends of a clock, each with how far it is away."""
    return texts.joined(opening(view, now), closing(view, now))


def opening(view: DeadlineView, now: datetime) -> str:
    """Return when the next step may be taken; empty where it may from the start."""
    found = view.explanation
    if found.at_once:
        return ""
    when = _when(found.due_at, now)
    expected = view.rule is not None and view.rule.action is Action.EXPECT
    if found.due_at > now:
        template = QCoreApplication.translate("deadline_words", "not before {time}, {span}")
        if expected:
            template = QCoreApplication.translate("deadline_words", "answer owed by {time}, {span}")
        return template.format(time=when, span=DeadlinePlurals().left(found.due_at, now))
    template = QCoreApplication.translate("deadline_words", "open since {time}")
    if expected:
        template = QCoreApplication.translate("deadline_words", "answer owed since {time}")
    return template.format(time=when)


def closing(view: DeadlineView, now: datetime) -> str:
    """Return when it is too late; empty where it never is."""
    until = view.explanation.until
    if until is None:
        return ""
    when = _when(until, now)
    if until <= now:
        return QCoreApplication.translate("deadline_words", "over since {time}").format(time=when)
    template = QCoreApplication.translate("deadline_words", "not after {time}, {span}")
    return template.format(time=when, span=DeadlinePlurals().left(until, now))


def is_near(view: DeadlineView, now: datetime) -> bool:
    """Return whether a right will end soon, or has, or whether an answer is late."""
    found, rule = view.explanation, view.rule
    if found.until and (rule is None or rule.strict):
        return found.until - now <= timedelta(days=rule.warn_days if rule else 14)
    return not found.at_once and found.due_at <= now


def question(view: DeadlineView, now: datetime) -> str:
    """Return what the user is asked where a person answered, empty where nobody did."""
    if view.may_end is None:
        return ""
    contact = view.may_end
    when = times.short_moment(contact.happened, now)
    if contact.agent:
        template = QCoreApplication.translate("deadline_words", "{agent} answered on {time}. Does that end this clock?")
        return template.format(agent=contact.agent, time=when)
    template = QCoreApplication.translate("deadline_words", "A person answered on {time}. Does that end this clock?")
    return template.format(time=when)


def start_question(start: Start) -> str:
    """Return what is asked for the beginning of a count."""
    return {
        Start.MESSAGE_SENT: QCoreApplication.translate("deadline_words", "Message sent"),
        Start.COMPLAINT_SENT: QCoreApplication.translate("deadline_words", "Complaint sent"),
        Start.FINAL_RESPONSE: QCoreApplication.translate("deadline_words", "Final response sent"),
        Start.REQUEST_SENT: QCoreApplication.translate("deadline_words", "Request sent"),
        Start.TRANSACTION: QCoreApplication.translate("deadline_words", "Transaction made"),
        Start.VIOLATION_KNOWN: QCoreApplication.translate("deadline_words", "Known since"),
    }[start]


def figure(rule: Rule) -> str:
    """Return what a rule counts: `24-72 hours`; empty where it counts nothing."""
    if rule.unit is None:
        return ""
    amounts = [str(n) for n in (rule.not_before, rule.not_after) if n is not None]
    last = words(due_words.language()).figure(int(amounts[-1]), rule.unit)
    return f"{amounts[0]}-{last}" if len(amounts) > 1 else last


def own_figure(record: FirmRule) -> str:
    """Return the firm's own figure in words."""
    amounts = [str(n) for n in (record.not_before, record.not_after) if n is not None]
    last = words(due_words.language()).figure(int(amounts[-1]), record.unit)
    return f"{amounts[0]}-{last}" if len(amounts) > 1 else last


def _when(time: datetime, now: datetime) -> str:
    """Return a time as near as it matters: the day alone where it is far away. Midnight closes the day before."""
    there = times.here(time)
    if abs(time - now) > timedelta(days=2):
        return times.short_date((there - timedelta(seconds=1)).date(), now)
    return times.short_time(there, now)


class DeadlinePlurals(QObject):
    """Sentences with a number: the tool that collects words sees plural forms only in `tr`."""

    def left(self, when: datetime, now: datetime) -> str:
        """Return how far away a time is: whole days by the calendar, hours on the last day."""
        days = (times.here(when).date() - times.today(now)).days
        if days > 0:
            return self.tr("%n day(s) left", None, days)
        return self.tr("%n hour(s) left", None, max(0, int((when - now).total_seconds() // 3600)))
