"""The dates of a case that the guide reckoned: from which contact, by which rule of whom, and what became of them."""

from __future__ import annotations

from contextlib import suppress

from casebook.dossier.pages.writer import Row, Writer
from casebook.guide.dates.explanation import Explanation
from casebook.guide.dates.wording import words
from casebook.journal.errors import CasebookError
from casebook.journal.planning import Deadline
from casebook.journal.terms import DeadlineState


def deadlines(writer: Writer) -> Row:
    """Return the clocks that run or ran, in the order of recording; one that was set in error says nothing."""
    made = []
    for deadline in writer.facts.deadlines:
        if deadline.state is not DeadlineState.DROPPED:
            with suppress(CasebookError):  # what a later version wrote, and this one cannot read
                made.append(_deadline(writer, deadline, Explanation.from_json(deadline.explanation)))
    return {"note": writer.text(writer.labels("deadlines_note")), "rows": made}


def _deadline(writer: Writer, deadline: Deadline, found: Explanation) -> Row:
    labels, language = writer.labels, writer.labels.language
    begun = writer.contact(deadline.contact_id)
    ended = writer.contact(deadline.ended_contact_id)
    spoken = words(language)
    whence = labels("deadline_source_checked", source=found.sources[language], day=found.checked_on.isoformat())
    notes = [labels("deadline_example")] if found.example else []
    if found.own:
        notes.append(labels("deadline_own", day=found.own.recorded_on.isoformat(), why=found.own.why))
    return {
        "number": begun.id if begun else None,
        "start": labels.when(deadline.start),
        "recorded": [labels("recorded", time=labels.stamp(deadline.recorded_at))],
        "rule": writer.text(found.texts[language]),
        "source": writer.line(whence),
        "reckoning": writer.line(found.reckoning(language)),
        "notes": [writer.line(note) for note in notes],
        "ends": writer.line(
            spoken.last_day(found.until) if found.at_once and found.until else spoken.due(found.due_at, found.until),
            narrow=True,
        ),
        "state": writer.line(_state(writer, deadline, found), narrow=True),
        "ended": ended.id if ended else None,
        "answer": writer.text(deadline.answer, narrow=True),
    }


def _state(writer: Writer, deadline: Deadline, found: Explanation) -> str:
    """Return how it stands at the end of the record: the dossier knows no other present."""
    labels, now = writer.labels, writer.facts.as_of
    if deadline.state is DeadlineState.ENDED:
        when = deadline.ended_at or deadline.recorded_at
        return labels("deadline_ended", time=labels.stamp(when))
    if found.until is not None and found.until <= now:
        return labels("deadline_over")
    if not found.at_once and found.due_at <= now:
        return labels("deadline_come")
    return labels("deadline_runs")
