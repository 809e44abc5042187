"""Options that several commands share, and how typed values become the journal's."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

import click

from casebook.cli.output import span
from casebook.cli.session import Session
from casebook.guide.dates import spoken
from casebook.journal.errors import BadInput, NotFound
from casebook.journal.records import Attachment
from casebook.journal.terms import ExhibitSource
from casebook.journal.times import HowKnown, Moment, Precision, in_gap, moment, parse, twice, utc_now

Decorated = TypeVar("Decorated", bound=Callable[..., Any])

_MAX_NUMBER = 2**63 - 1  # the largest that a row of the database can have
_LENGTH = re.compile(r"(\d{1,4})\s*(m|min|minutes?|h|hours?|d|days?|w|weeks?)")


class _RecordNumber(click.types.IntParamType):
    """A record's number. One that no row can have is refused here: the database's driver would fail with it."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        number = int(super().convert(value, param, ctx))
        if abs(number) > _MAX_NUMBER:
            self.fail(f"{number} is too large for a record's number", param, ctx)
        return number


RECORD_NUMBER = _RecordNumber()
LANGUAGE = click.Choice(["en", "zh"])


def choice(kind: type[StrEnum], *but: StrEnum) -> click.Choice[str]:
    """Return the choice of an enum's values."""
    return click.Choice([str(member) for member in kind if member not in but], case_sensitive=False)


def time_options(what: str, left_out: str = "now") -> Callable[[Decorated], Decorated]:
    """Return a decorator that adds --at, --zone, --about, --date-only and --known for the time of `what`.

    `left_out` says what holds without --at.
    """

    def add(function: Decorated) -> Decorated:
        for option in (
            click.option("--known", type=choice(HowKnown), help="How that time is known."),
            click.option("--date-only", is_flag=True, help="Only the day is known."),
            click.option("--about", is_flag=True, help="The time is about right."),
            click.option("--zone", metavar="ZONE", help="Where that time was read: Asia/Singapore, or +08:00."),
            click.option(
                "--at",
                metavar="TIME",
                help=f"When {what}: '2026-11-20 14:03', 'yesterday 9pm', '2 hours ago'. Left out: {left_out}.",
            ),
        ):
            function = option(function)
        return function

    return add


def stated_time(
    session: Session, at: str | None, zone: str | None, *, about: bool, date_only: bool, known: str | None
) -> Moment:
    """Return the moment that the time options name; says on stderr when it is odd. Raises BadInput, UsageError."""
    if about and date_only:
        raise click.UsageError("--about and --date-only exclude each other")
    precision = Precision.DATE if date_only else Precision.ABOUT if about else Precision.EXACT
    where = zone or session.zone()
    if at is None:
        how = HowKnown(known) if known else HowKnown.DEVICE_CLOCK
        when = moment(session.clock(), where, precision, how)
    else:
        when = spoken.read(at, session.clock(), where, HowKnown(known) if known else HowKnown.MEMORY)
        if about and when.precision is Precision.EXACT:
            when = replace(when, precision=precision)
    if date_only:
        when = parse(f"{when.local:%Y-%m-%d}", when.zone, Precision.DATE, when.known)
    _say_what_is_odd(session, when, at)
    return when


def restated(when: Moment, *, about: bool, date_only: bool, known: str | None) -> Moment:
    """Return the same time, told to be less exact or known in another way. Raises UsageError."""
    if about and date_only:
        raise click.UsageError("--about and --date-only exclude each other")
    how = HowKnown(known) if known else when.known
    if date_only:
        return parse(f"{when.local:%Y-%m-%d}", when.zone, Precision.DATE, how)
    return replace(when, precision=Precision.ABOUT if about else when.precision, known=how)


def _say_what_is_odd(session: Session, when: Moment, at: str | None) -> None:
    ahead = when.utc - session.clock()
    if ahead > timedelta(minutes=1):
        session.note(f"{when.rfc3339} lies {span(ahead)} in the future")
    if when.precision is Precision.DATE or at is None:
        return
    if in_gap(when):
        session.note(f"{when.local:%H:%M} did not exist that day in {when.zone}: the clocks were put forward over it")
    if twice(when.local.replace(tzinfo=None), when.zone) and not re.search(r"(Z|[+-]\d\d:?\d\d)$", at):
        session.note(
            f"{when.local:%H:%M} came twice that day in {when.zone}: the first is taken; add an offset to choose"
        )


def future_time(session: Session, text: str, zone: str | None) -> Moment:
    """Return a typed time that may lie ahead (a due date). Raises BadInput."""
    return parse(text, zone or session.zone())


def length(text: str) -> timedelta:
    """Return the length of `30m`, `3h`, `2d` or `1w`. Raises BadInput."""
    found = _LENGTH.fullmatch(text.strip().lower())
    if not found:
        raise BadInput("'{text}' is not a length of time: write 30m, 3h, 2d or 1w", text=text)
    unit = {"m": "minutes", "h": "hours", "d": "days", "w": "weeks"}[found[2][0]]
    return timedelta(**{unit: int(found[1])})


def words(text: str | None) -> str:
    """Return a text option's value; `-` reads stdin. Raises BadInput when that is not UTF-8."""
    if text != "-":
        return text or ""
    try:
        return sys.stdin.buffer.read().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise BadInput(
            "the text on standard input is not UTF-8: convert it, or put it into a file and attach it"
        ) from None


def attachment(path: Path, description: str = "") -> Attachment:
    """Return a file on its way in, with its own time stamp. Raises NotFound."""
    if not path.is_file():
        raise NotFound("there is no file {path} to attach: check the name", path=path)
    name = path.name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    taken = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    return Attachment(name, path, source=ExhibitSource.FILE, description=description, taken_at=min(taken, utc_now()))


def exhibit_number(text: str) -> int:
    """Return the number of `EX-7` or `7`. Raises NotFound."""
    found = re.fullmatch(r"(?:[Ee][Xx]-?)?([0-9]{1,9})", text.strip())
    if not found:
        raise NotFound("'{text}' is not an exhibit: write its number, such as EX-3", text=text)
    return int(found[1])


def given(**values: Any) -> dict[str, Any]:
    """Return the values that were given on the command line. Raises UsageError when none was."""
    kept = {name: value for name, value in values.items() if value is not None}
    if not kept:
        raise click.UsageError("nothing to change: name at least one option")
    return kept
