"""How a chat or call went: its steps in their order, for how long one waited and talked, and with whom."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from casebook.journal.errors import BadInput
from casebook.journal.planning import Session
from casebook.journal.times import from_text, to_text

_ZERO = timedelta()
_SPAN = re.compile(
    r"(?:(\d{1,3})\s*(?:h|hours?|小时|时))?\s*(?:(\d{1,4})\s*(?:m|min|minutes?|分钟?))?\s*(?:(\d{1,5})\s*(?:s|sec|seconds?|秒))?"
)
_CLOCK = re.compile(r"(?:(\d{1,3}):)?(\d{1,2}):(\d\d)")


class Step(StrEnum):
    """What can happen in a chat or call."""

    STARTED = "started"
    ANSWERED = "answered"
    """Somebody is there; who, where they gave a name."""
    WAITING = "waiting"
    """They let one wait again."""
    TRANSFERRED = "transferred"
    """One was handed on, and waits for the next agent."""
    SCAM_SIGN = "scam-sign"
    """They asked for what no support needs: a password, a private key, a recovery phrase."""
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class Beat:
    """A step, when it was taken, and the agent it brought."""

    step: Step
    at: datetime
    who: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a chat or call stands at a time."""

    talking: bool
    since: datetime
    """When the present waiting or talking began."""
    waited: timedelta
    talked: timedelta
    who: str
    """Who is there, empty where nobody is or the name is not known."""
    answered: bool
    """Whether anybody answered at all."""


def beats(session: Session) -> tuple[Beat, ...]:
    """Return the steps of what is under way, its start first; names of steps that are not known are left out."""
    found = [Beat(Step.STARTED, session.started_at)]
    for event, at in session.events:
        name, _space, who = event.partition(" ")
        if name in set(Step):
            found.append(Beat(Step(name), at, who))
    return tuple(found)


def standing(steps: Sequence[Beat], now: datetime) -> Standing:
    """Return how things stand at `now`, or at the end. A clock that was put back takes nothing off."""
    waited, talked, talking, who, answered = _ZERO, _ZERO, False, "", False
    since = last = steps[0].at
    ends = steps[-1].step is Step.ENDED
    for beat in (*steps[1:], *(() if ends else (Beat(Step.ENDED, now),))):
        length = max(beat.at - last, _ZERO)
        waited, talked = (waited, talked + length) if talking else (waited + length, talked)
        last = beat.at
        if beat.step is Step.ANSWERED:
            since = since if talking else beat.at
            talking, answered, who = True, True, beat.who
        elif beat.step in (Step.WAITING, Step.TRANSFERRED):
            since = beat.at if talking else since
            talking, who = False, ""
    return Standing(talking, since, waited, talked, who, answered)


def agents(steps: Iterable[Beat]) -> list[str]:
    """Return everybody who answered by a name, each once, in their order."""
    return list(dict.fromkeys(beat.who for beat in steps if beat.step is Step.ANSWERED and beat.who))


def to_course(steps: Iterable[Beat]) -> tuple[str, ...]:
    """Return steps as `Details.course` keeps them: `2026-11-20T06:03:00.000Z answered Lily`."""
    return tuple(f"{to_text(beat.at)} {beat.step} {beat.who}".strip() for beat in steps)


def from_course(course: Iterable[str]) -> list[Beat]:
    """Return the steps of a contact; what cannot be read, because it was purged, is left out."""
    found = []
    for line in course:
        at, _space, rest = line.partition(" ")
        name, _space, who = rest.partition(" ")
        try:
            found.append(Beat(Step(name), from_text(at), who))
        except ValueError:
            continue
    return found


def read_length(text: str) -> int:
    """Return the seconds of `12m`, `1h 5m`, `90 s`, `12:30` or `1小时5分`. Raises BadInput."""
    plain = text.strip().lower().replace("：", ":")
    found = _CLOCK.fullmatch(plain) or _SPAN.fullmatch(plain)
    if not plain or not found:
        raise BadInput("'{text}' is not how long it took: write 12m, 1h 5m, 90s or 12:30", text=text)
    hours, minutes, rest = (int(part or 0) for part in found.groups())
    return hours * 3600 + minutes * 60 + rest
