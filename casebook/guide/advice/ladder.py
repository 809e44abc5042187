"""The ladder of a complaint in one case: what was tried, what comes next and not before when, what closes for ever."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from pathlib import Path

from casebook.guide.advice import entries, resend, taken
from casebook.guide.advice.courtesy import unanswered
from casebook.guide.advice.resend import ResendCheck, Verdict
from casebook.guide.advice.taken import WRITTEN, Told
from casebook.guide.dates.explanation import Explanation
from casebook.guide.dates.rules import Action, Rule, Start
from casebook.journal.errors import BadInput
from casebook.journal.planning import CheckMark
from casebook.journal.terms import Channel, CheckState, DeadlineState, LetterKind
from casebook.journal.times import Moment

MARK = "ladder:"
"""Before a rung's id in the item of a check mark."""
_OUTSIDE, _COMPLAINT = "outside", "complaint"
_NUDGE, _RESEND = "nudge", "resend"


class State(StrEnum):
    """Where a rung stands."""

    DONE = "done"
    SKIPPED = "skipped"
    """The user says that it is not needed."""
    OPEN = "open"
    LATER = "later"
    """Not before a date, or not before something else has happened."""
    CLOSED = "closed"
    """It was possible until a day that is over."""


class Why(StrEnum):
    """What holds a rung up, or what it hangs on."""

    NOTHING = ""
    NO_MESSAGE = "no-message"
    """No message of the user's waits for an answer."""
    WRITE_FIRST = "write-first"
    COMPLAIN_FIRST = "complain-first"
    PICK_RULES = "pick-rules"
    """No rule of an outside body was picked for the case, so no date is known."""


@dataclass(frozen=True, slots=True)
class Step:
    """A rung as the guide has it."""

    id: str
    channels: tuple[Channel, ...]
    after: tuple[str, ...]
    beside: bool
    opens: tuple[str, ...]
    answers: tuple[str, ...]
    letter: LetterKind | None
    texts: Mapping[str, str]
    needs: Mapping[str, str]
    costs: Mapping[str, str]
    sources: Mapping[str, str]
    checked_on: date


@dataclass(frozen=True, slots=True)
class Rung:
    """A rung as it stands in a case.

    `done` is when it was taken, `contact_id` by which contact; `note` is the user's, with a mark. `clock` explains
    before when it should not be taken, `limit` after when it cannot be, `answer` when it is to be answered.
    """

    step: Step
    state: State
    why: Why = Why.NOTHING
    done: Moment | None = None
    contact_id: int | None = None
    note: str = ""
    marked: bool = False
    clock: Explanation | None = None
    limit: Explanation | None = None
    answer: Explanation | None = None
    next: bool = False
    """Whether it is the one to take next."""

    @property
    def not_before(self) -> datetime | None:
        """The earliest time, None where there is none."""
        return self.clock.due_at if self.clock else None

    @property
    def answer_by(self) -> datetime | None:
        """When an answer is to be there, None where no such day is known."""
        return (self.answer.until or self.answer.due_at) if self.answer else None

    @property
    def closes(self) -> datetime | None:
        """When it closes for ever, None where no such day is known."""
        return self.limit.until if self.limit else None


@cache
def load(file: Path) -> tuple[Step, ...]:
    """Return the ladder of a file. Raises BadInput naming the rung at fault."""
    found: list[Step] = []
    for entry in entries.read(file, "rung"):
        step = Step(
            id=entry.words("id"),
            channels=entry.choices(Channel, "channels"),
            after=entry.names("after"),
            beside=entry.flag("beside"),
            opens=entry.names("opens"),
            answers=entry.names("answers"),
            letter=entry.choice(LetterKind, "letter") if entry.has("letter") else None,
            texts=entry.both("text"),
            needs=entry.both("needs"),
            costs=entry.both("cost"),
            sources=entry.both("source"),
            checked_on=entry.day("checked_on"),
        )
        entry.done()
        known = {other.id for other in found}
        if step.id in known or not known.issuperset(step.after):
            raise entry.wrong("its id is taken, or it comes after a step that does not stand before it")
        found.append(step)
    return tuple(found)


def rungs(steps: Sequence[Step], rules: Mapping[str, Rule], told: Told, now: datetime, zone: str) -> list[Rung]:
    """Return the ladder of a case, from the first rung up; at most one of them is `next`.

    `rules` are the guide's with the firm's own figures (`Guide.rules_for`); `zone` is the user's.
    """
    seen = _Case(steps, rules, told, now, zone)
    found: list[Rung] = []
    for step in steps:
        found.append(seen.rung(step, {rung.step.id for rung in found if rung.state is State.DONE}))
    return _with_next(found, seen.guard)


def find(steps: Sequence[Step], rung_id: str) -> Step:
    """Return a rung by its id. Raises BadInput naming those there are."""
    for step in steps:
        if step.id == rung_id:
            return step
    known = ", ".join(step.id for step in steps)
    raise BadInput("the ladder has no step '{id}': choose one of {known}", id=rung_id, known=known)


def _with_next(found: list[Rung], guard: ResendCheck | None) -> list[Rung]:
    """Return the rungs with the next one marked: the lowest open one above the highest that was taken."""
    way_up = [number for number, rung in enumerate(found) if not rung.step.beside]
    highest = max((number for number in way_up if found[number].state is State.DONE), default=-1)
    for number in way_up:
        rung = found[number]
        overtaken = rung.step.id == _NUDGE and guard is not None and guard.verdict is Verdict.RESEND
        if number <= highest or overtaken:
            continue  # what was passed over on the way up is not gone back to
        if rung.state is State.OPEN:
            found[number] = replace(rung, next=True)
            break
        if rung.state is State.LATER and rung.clock:
            break  # this one is waited for
    return found


class _Case:
    """What all rungs of one case are read from."""

    def __init__(self, steps: Sequence[Step], rules: Mapping[str, Rule], told: Told, now: datetime, zone: str) -> None:
        self._rules, self._told, self._now = rules, told, now
        self._marks = {mark.item.removeprefix(MARK): mark for mark in told.marks if mark.item.startswith(MARK)}
        self._named = {
            "opens": {pack for step in steps for pack in step.opens},
            "answers": {pack for step in steps for pack in step.answers},
        }
        self.guard = self._guard(zone)

    def rung(self, step: Step, done: set[str]) -> Rung:
        """Return how a rung stands; `done` are those below that were taken."""
        clocks = self._clocks(step)
        clock, limit, answer = clocks
        mark = self._marks.get(step.id)
        if mark is not None:
            return self._marked(step, mark, clocks)
        by = taken.by(step.id, step.channels, self._told, self._rules)
        if by is not None:
            moment, contact_id = by
            return Rung(step, State.DONE, done=moment, contact_id=contact_id, clock=clock, limit=limit, answer=answer)
        if step.id in {_NUDGE, _RESEND}:
            return self._guarded(step)
        return self._untaken(step, done, clock, limit)

    def _untaken(self, step: Step, done: set[str], clock: Explanation | None, limit: Explanation | None) -> Rung:
        """Return whether a step may be taken now, what it waits for, or that its time is over."""
        state, why = State.OPEN, Why.NOTHING
        if limit is not None and limit.until is not None and limit.until <= self._now:
            state = State.CLOSED
        elif step.after and not done.intersection(step.after):
            state, why = State.LATER, Why.COMPLAIN_FIRST if step.after == (_COMPLAINT,) else Why.WRITE_FIRST
        elif clock is not None and clock.due_at > self._now:
            state = State.LATER
        elif step.id == _OUTSIDE and clock is None and limit is None:
            why = Why.PICK_RULES
        return Rung(step, state, why, clock=clock, limit=limit)

    def _marked(self, step: Step, mark: CheckMark, clocks: _Clocks) -> Rung:
        clock, limit, answer = clocks
        state = State.DONE if mark.state is CheckState.DONE else State.SKIPPED
        return Rung(step, state, note=mark.note, marked=True, clock=clock, limit=limit, answer=answer)

    def _guarded(self, step: Step) -> Rung:
        """Return how asking again or sending again stands: the resend guard knows."""
        guard = self.guard
        if guard is None:
            return Rung(step, State.LATER, Why.NO_MESSAGE)
        limit = guard.nudge if step.id == _NUDGE else guard.limit
        if limit is None or limit.due_at <= self._now:
            return Rung(step, State.OPEN, clock=limit)
        return Rung(step, State.LATER, clock=limit)

    def _guard(self, zone: str) -> ResendCheck | None:
        """Return what the resend guard says of the latest written message that waits, None where none does."""
        waiting = [contact for contact in unanswered(self._told.contacts) if contact.channel in WRITTEN]
        if not waiting:
            return None
        told, rules = self._told, self._rules.values()
        return resend.check(rules, told.firm, told.contacts, self._now, zone, channel=waiting[0].channel)

    def _clocks(self, step: Step) -> _Clocks:
        """Return from when, until when, and by when answered, as the case's running deadlines have it."""
        clock = limit = answer = None
        for deadline in self._told.deadlines:
            rule = self._rules.get(deadline.rule)
            if deadline.state is not DeadlineState.RUNNING or rule is None:
                continue
            found = Explanation.from_json(deadline.explanation)
            if self._says_when_answered(rule, step):
                answer = _earlier(answer, found)
            if rule.action is not Action.EXPECT and self._opens(rule, step):
                clock = clock if found.at_once else _earlier(clock, found)
                limit = _earlier(limit, found, by_end=True) if found.until is not None else limit
        return clock, limit, answer

    def _opens(self, rule: Rule, step: Step) -> bool:
        """Return whether a rule says from when, or until when, a step can be taken."""
        if rule.pack in self._named["opens"]:
            return rule.pack in step.opens
        return step.id == _OUTSIDE and rule.pack not in self._named["answers"]

    def _says_when_answered(self, rule: Rule, step: Step) -> bool:
        """Return whether a rule says by when a step is to be answered: what opens the next door does, too."""
        if rule.action is Action.LIMIT or rule.pack in self._named["opens"]:
            return False
        if rule.pack in self._named["answers"]:
            return rule.pack in step.answers
        return step.id == _COMPLAINT and (rule.action is Action.EXPECT or rule.start is Start.COMPLAINT_SENT)


_Clocks = tuple[Explanation | None, Explanation | None, Explanation | None]


def _earlier(one: Explanation | None, other: Explanation, *, by_end: bool = False) -> Explanation:
    """Return the explanation of the earlier date: several bodies may each have one."""
    if one is None:
        return other

    def key(found: Explanation) -> datetime:
        return found.until if by_end and found.until is not None else found.due_at

    return min(one, other, key=key)
