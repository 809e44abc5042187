"""Two drawings of a case: a timeline of contacts, silences and promises, and how long each answer took.

Everything is given as fractions of the drawing's width and height, so that the template only draws. The lightest
detail is carried by shape and pattern, never by colour alone, and each drawing is also told in words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from casebook.dossier.collect import Facts
from casebook.dossier.gaps.record import SILENCE, silences
from casebook.dossier.pages.axis import Span, bins, nice, ticks
from casebook.dossier.pages.figures import Wait, end_of
from casebook.dossier.pages.writer import Row, Writer
from casebook.journal.records import Contact, Promise
from casebook.journal.terms import Automatic, Channel, PromiseState
from casebook.journal.times import Moment

_APART, _LANES = 0.022, 3
"""How far marks must be apart not to touch, as a part of the width, and how many may stand above one another."""
_EACH = 18
"""Rounds that are drawn one by one, with their length in words."""
_COLUMNS = 60
_WIDE_ENOUGH = 0.05
_KINDS = ("out", "in", "both", "auto")
_OUTCOMES = (PromiseState.KEPT, PromiseState.BROKEN, PromiseState.UNKNOWN)


@dataclass(frozen=True, slots=True)
class _Point:
    at: datetime
    shape: str


def rounds(facts: Facts, answers: dict[int, Contact | None]) -> list[Wait]:
    """Return every wait for an answer; messages that share an answer are one round, which begins with the first."""
    found: list[Wait] = []
    seen: set[int | None] = set()
    for contact in facts.contacts:
        if contact.id not in answers:
            continue
        answer = answers[contact.id]
        key = answer.id if answer else None
        if key not in seen:
            seen.add(key)
            end = answer.happened.utc if answer else facts.case.closed_at or facts.as_of
            found.append(Wait(contact, answer, max(end - end_of(contact), timedelta())))
    return found


def charts(writer: Writer) -> Row:
    """Return both drawings. Without any contact or promise there is nothing to draw, and that is said."""
    labels, facts = writer.labels, writer.facts
    words = labels.group("charts")
    if not facts.contacts and not facts.promises:
        return {"words": dict(words), "empty": True}
    span = _span(facts)
    note = words["note"].format(start=_day(span.start), end=_day(facts.as_of))
    return {
        "words": dict(words),
        "empty": False,
        "note": writer.line(note),
        "timeline": _timeline(writer, span),
        "waits": _waits(writer),
        "silences": _silence_lines(writer),
        "days": words["silences"].format(days=SILENCE.days),
        "no_silence": words["no_silence"].format(days=SILENCE.days),
        "key_silence": words["key_silence"].format(days=SILENCE.days),
    }


def _span(facts: Facts) -> Span:
    """From the first contact to the end of the record, and as far beyond it as promises reach, within reason."""
    told = [contact.happened.utc for contact in facts.contacts]
    due = [_stands_at(promise, facts).at for promise in facts.promises]
    start, end = min([*(told or due), facts.as_of]), max([*told, facts.as_of])
    room = max((end - start) / 4, timedelta(days=1))
    return Span.around(start, max([end, *(min(when, end + room) for when in due)]))


def _stands_at(promise: Promise, facts: Facts) -> _Point:
    """A promise stands at its date; without one, where it was made or written down."""
    if promise.due:
        return _Point(promise.due.utc, str(promise.state))
    made = next((c for c in facts.contacts if c.id == promise.contact_id), None)
    return _Point(made.happened.utc if made else promise.recorded_at, str(promise.state))


def _kind(contact: Contact) -> str:
    return "auto" if contact.automatic is not Automatic.NO else str(contact.direction)


def _timeline(writer: Writer, span: Span) -> Row:
    labels, facts = writer.labels, writer.facts
    words = labels.group("charts")
    rows: list[tuple[str, list[_Point]]] = []
    for channel in Channel:
        points = [_Point(c.happened.utc, _kind(c)) for c in facts.contacts if c.channel is channel]
        if points:
            rows.append((labels.of("channels", channel), points))
    for state in (*_OUTCOMES, PromiseState.OPEN, PromiseState.WITHDRAWN):
        points = [_stands_at(p, facts) for p in facts.promises if p.state is state]
        if points:
            rows.append((words[f"promise_{state}"], points))
    laid = [_in_lanes(points, span) for _, points in rows]
    each = all(lanes <= _LANES for _, lanes in laid)
    length = timedelta() if each else bins(span)
    counted = [] if each else [_counted(points, span, length) for _, points in rows]
    most = max((sum(bar["counts"]) for bars in counted for bar in bars), default=1)
    return {
        "rows": [
            {
                "name": writer.line(name),
                "marks": laid[i][0] if each else [],
                "lanes": laid[i][1] if each else 0,
                "bars": [] if each else [{**bar, "counts": [n / most for n in bar["counts"]]} for bar in counted[i]],
            }
            for i, (name, _) in enumerate(rows)
        ],
        "unit": words["unit_each"] if each else words["unit_bars"].format(span=labels.span(length), most=most),
        "kinds": [kind for kind in _KINDS if any(p.shape == kind for _, points in rows for p in points)],
        "bands": _bands(writer, span),
        "ticks": [{"x": span.at(when), "text": text} for when, text in ticks(span)],
        "end": span.at(facts.as_of),
        "alt": writer.plain(_told(writer, span, [(name, len(points)) for name, points in rows])),
    }


def _in_lanes(points: Sequence[_Point], span: Span) -> tuple[list[Row], int]:
    """Return marks that do not touch, each in the lowest lane that is free there, and how many lanes that takes."""
    ends: list[float] = []
    marks: list[Row] = []
    for point in sorted(points, key=lambda p: (p.at, p.shape)):
        x = span.at(point.at)
        lane = next((i for i, end in enumerate(ends) if x - end >= _APART), len(ends))
        ends[lane:] = [x, *ends[lane + 1 :]]
        beyond = point.at > span.end
        marks.append({"x": x, "lane": lane, "shape": "later" if beyond else point.shape})
    return marks, len(ends)


def _counted(points: Iterable[_Point], span: Span, length: timedelta) -> list[Row]:
    """Return one bar for each stretch of time that has points, its counts in the order of the kinds."""
    found: dict[int, Counter[str]] = {}
    last = -(-span.length // length) - 1
    for point in points:
        index = min(max((point.at - span.start) // length, 0), last)
        found.setdefault(index, Counter())[point.shape if point.shape in _KINDS else "out"] += 1
    wide = length / span.length
    return [
        {"x": index * wide, "w": min(wide, max(1 - index * wide, 0.002)), "counts": [counts[kind] for kind in _KINDS]}
        for index, counts in sorted(found.items())
    ]


def _spans(facts: Facts) -> list[tuple[str, Moment, datetime, bool]]:
    """Return each silence: the key of its answer, its beginning, its end, and whether it is still going on."""
    found = []
    for finding in silences(facts, facts.as_of):
        since, until = finding.values["since"], finding.values["until"]
        if isinstance(since, Moment):
            end = until.utc if isinstance(until, Moment) else facts.case.closed_at or facts.as_of
            found.append((finding.key, since, end, until is None))
    return found


def _bands(writer: Writer, span: Span) -> list[Row]:
    words = writer.labels.group("charts")
    bands = []
    for _, since, end, _ in _spans(writer.facts):
        x, wide = span.at(since.utc), span.at(end) - span.at(since.utc)
        text = words["silence_span"].format(days=(end - since.utc).days)
        bands.append({"x": x, "w": wide, "text": text if wide >= _WIDE_ENOUGH else ""})
    return bands


def _silence_lines(writer: Writer) -> list[Row]:
    """Tell each silence in words, with the complainant's explanation where there is one (not to the firm)."""
    words, rows = writer.labels.group("charts"), []
    for key, since, end, going_on in _spans(writer.facts):
        text = words["silence_open" if going_on else "silence_line"]
        answer = writer.facts.answers.get(key)
        why = answer.text if answer and not writer.for_firm else ""
        rows.append(
            {
                "text": writer.line(text.format(start=_day(since.utc), end=_day(end), days=(end - since.utc).days)),
                "why": writer.text(words["silence_why"].format(text=why)) if why else [],
            }
        )
    return rows


def _told(writer: Writer, span: Span, rows: Sequence[tuple[str, int]]) -> str:
    words, labels = writer.labels.group("charts"), writer.labels
    spans = [f"{_day(since.utc)} – {_day(end)}" for _, since, end, _ in _spans(writer.facts)]
    told = words["alt_silence"].format(days=SILENCE.days, spans=labels.joined(spans[:20])) if spans else ""
    return words["alt_timeline"].format(
        start=_day(span.start),
        end=_day(writer.facts.as_of),
        rows=labels.joined([words["alt_row"].format(name=name, n=n) for name, n in rows]),
        silences=told or words["alt_no_silence"].format(days=SILENCE.days),
    )


def _waits(writer: Writer) -> Row:
    labels, facts = writer.labels, writer.facts
    words = labels.group("charts")
    found = rounds(facts, dict(writer.figures.answers))
    if not found:
        return {"mode": "none", "note": words["waits_none"]}
    longest, shortest = max(w.length for w in found), min(w.length for w in found)
    alt = words["alt_waits"].format(
        n=len(found), longest=labels.span(longest), shortest=labels.span(shortest), open=sum(not w.end for w in found)
    )
    top = nice(longest)
    data: Row = {"alt": writer.plain(alt), "open": any(not w.end for w in found)}
    if len(found) <= _EACH:
        note = f"{words['waits_rule']} {words['waits_each']}"
        return {**data, "mode": "each", "note": note, "bars": [_bar(writer, w, longest) for w in found]}
    per = -(-len(found) // _COLUMNS)
    groups = [found[i : i + per] for i in range(0, len(found), per)]
    worst = [max(group, key=lambda w: w.length) for group in groups]
    note = words["waits_binned" if per > 1 else "waits_each"].format(n=len(found), per=per)
    told = words["waits_longest"].format(n=len(found), longest=labels.span(longest))
    return {
        **data,
        "mode": "binned",
        "note": writer.plain(f"{words['waits_rule']} {note} {told}"),
        "bars": [{"high": w.length / top, "open": w.end is None} for w in worst],
        "marks": [{"y": i / 4, "text": labels.span(top * i / 4) if i else "0"} for i in range(5)],
        "ends": [_day(found[0].start.happened.utc), _day(found[-1].start.happened.utc)],
    }


def _bar(writer: Writer, wait: Wait, longest: timedelta) -> Row:
    labels = writer.labels
    words = labels.group("charts")
    key = "round" if wait.end else "round_open"
    name = words[key].format(start=wait.start.id, end=wait.end.id if wait.end else "")
    return {
        "name": writer.line(f"{wait.start.happened.local:%Y-%m-%d}  {name}"),
        "wide": wait.length / longest if longest else 0.0,
        "text": labels.span(wait.length),
        "open": wait.end is None,
    }


def _day(when: datetime) -> str:
    return when.astimezone(UTC).strftime("%Y-%m-%d")
