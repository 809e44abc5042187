"""From a rule and a start to a date: never a day early, and always with the counting shown.

How days are counted (business days, calendar days, weeks, months and years, in the firm's zone or the rule's own):
- the day of the start itself never counts; the N-th following day does, at the same time of day, so that N full days
  have passed;
- a start on a day off, and a start of which only the day is known, count to the *end* of the N-th day;
- months go by the calendar: 31 January and one month is the last day of February;
- of two possible times on a day when clocks change, the later one; where a right ends, the earlier one;
- a rule that says so moves an end on a day off to the end of the next working day, never the end of a right.
Minutes and hours are exact, in UTC. Days of a pause do not count in any unit. Extensions are added in their order.
"""

from __future__ import annotations

from datetime import datetime, timedelta, timezone, tzinfo

from casebook.guide.dates.counting import Count
from casebook.guide.dates.explanation import Explanation, Note
from casebook.guide.dates.moves import NONE, Moves
from casebook.guide.dates.rules import Rule, Unit
from casebook.journal.errors import BadInput
from casebook.journal.times import Moment, Precision
from casebook.journal.times import zone as zone_of


def due(
    rule: Rule, start: Moment, country: str, zone: str, *, zone_known: bool = True, moves: Moves = NONE
) -> Explanation:
    """Return the earliest time a rule allows, and the last where it names one, with how they were found.

    `country` is ISO 3166 alpha-2 (empty or unknown: weekends only, and the explanation says so), `zone` an IANA name
    or an offset; `zone_known` False says that it is the user's, for want of the firm's. A rule with a calendar of its
    own goes by that. Raises BadInput for a rule that counts nothing, an unknown zone, a date out of the calendar, or
    an extension that would take time away.
    """
    first_amount, last_amount = rule.not_before, rule.not_after
    if rule.unit is None or (first_amount is None and last_amount is None):
        raise BadInput("the rule {rule} names no time, so nothing can be due", rule=rule.id)
    if rule.country:
        country, zone, zone_known = rule.country, rule.zone, True
    try:
        first = _count(rule, rule.unit, start, country, zone, moves, strict=False)
        due_at = first.end(first_amount) if first_amount is not None else first.start
        last = _count(rule, rule.unit, start, country, zone, moves, strict=rule.strict)
        until = last.end(last_amount) if last_amount is not None else None
    except (OverflowError, ValueError):  # beyond the year 9999
        raise BadInput("the time {time} lies too far away to count from", time=start.rfc3339) from None
    main = first if first_amount is not None else last
    notes = [*main.notes]
    if not zone_known:
        notes.append(Note.USERS_ZONE)
    notes += [note for note in last.notes if note not in notes]
    if rule.country:
        notes.append(Note.OWN_CALENDAR)
    return Explanation(
        start=_midnight(start) if start.precision is Precision.DATE else _fixed(main.start, main.zone),
        unit=rule.unit,
        amount=first_amount if first_amount is not None else last_amount or 0,
        counted=tuple(main.counted),
        skipped=tuple(main.skipped),
        rule=rule.id,
        due_at=_fixed(due_at, main.zone),
        until=_fixed(until, main.zone) if until else None,
        zone=zone,
        country=country.strip().upper(),
        notes=tuple(notes),
        texts=dict(rule.texts),
        sources=dict(rule.sources),
        checked_on=rule.checked_on,
        start_event=rule.start,
        at_once=first_amount is None,
        until_amount=last_amount,
        until_counted=tuple(last.counted) if first_amount is not None else (),
        until_skipped=tuple(last.skipped) if first_amount is not None else (),
        extensions=moves.extensions,
        own=rule.own,
        example=bool(rule.pack),
    )


def _count(rule: Rule, unit: Unit, start: Moment, country: str, zone: str, moves: Moves, *, strict: bool) -> Count:
    pauses = tuple(sorted((*rule.pauses, *moves.pauses), key=lambda pause: pause.first))
    return Count(unit, start, country, zone_of(zone), zone, pauses, moves.extensions, strict, rule.rolls)


def _fixed(when: datetime, zone: tzinfo) -> datetime:
    """Return a time in a zone, with the offset it has there written down."""
    there = when.astimezone(zone)
    return there.replace(tzinfo=timezone(there.utcoffset() or timedelta()), fold=0)


def _midnight(moment: Moment) -> datetime:
    """Return the start of the day a moment names, with the offset it was written down in."""
    return moment.local.replace(hour=0, minute=0, second=0, microsecond=0)
