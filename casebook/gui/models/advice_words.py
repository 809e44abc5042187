"""The words of the guide's advice that the window adds: what matters most, how a step of the ladder stands."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from casebook.gui import texts
from casebook.gui.models import due_words
from casebook.gui.models.row_model import Row
from casebook.guide.advice import rung_words
from casebook.guide.advice.channels import Urgency, Way
from casebook.guide.advice.ladder import Rung, State
from casebook.journal.planning import FirmChannel
from casebook.journal.times import system_zone

Sections = list[tuple[str, list[str]]]
"""Headings, each with the paragraphs below it."""


def urgency(value: Urgency) -> str:
    """Return what matters most, as a choice."""
    return {
        Urgency.NOW: QCoreApplication.translate("advice", "Now: money or access is at stake"),
        Urgency.DAYS: QCoreApplication.translate("advice", "An answer within days"),
        Urgency.RECORD: QCoreApplication.translate("advice", "That it is on record"),
    }[value]


def way_rows(ways: Sequence[Way]) -> list[Row]:
    """Return a row for each way, the best first: where it is, and the first thing that speaks for or against it."""
    language = due_words.language()
    rows = []
    for number, way in enumerate(ways):
        first = [*way.fors, *way.againsts] if way.score > 0 else [*way.againsts, *way.fors]
        told = way.desk.get(language) or (first[0][language] if first else "")
        if way.known is None:
            told = texts.joined(QCoreApplication.translate("advice", "not noted yet"), told)
        title = texts.joined(f"{number + 1}. {texts.label(way.channel)}", way.known.place if way.known else "")
        rows.append(Row(number, title, told, warn=bool(way.againsts) and way.score < 0))
    return rows


def way_sections(way: Way) -> Sections:
    """Return all that is to be said of a way."""
    language, known = due_words.language(), way.known
    found: Sections = [("", [way.usual.texts[language]])]
    if known:
        found.append((QCoreApplication.translate("advice", "As you noted it"), [channel_words(known)]))
    if way.fors:
        found.append((QCoreApplication.translate("advice", "For it"), [_listed(way.fors, language)]))
    if way.againsts:
        found.append((QCoreApplication.translate("advice", "Against it"), [_listed(way.againsts, language)]))
    found.append((QCoreApplication.translate("advice", "What it takes"), [way.usual.needs[language]]))
    found.append((QCoreApplication.translate("advice", "Look out"), [way.usual.risks[language]]))
    found.append((QCoreApplication.translate("advice", "Source"), [way.usual.sources[language]]))
    return found


def channel_words(known: FirmChannel) -> str:
    """Return what is recorded of a way to a firm, in a line."""
    checked = QCoreApplication.translate("advice", "looked up on {day}").format(day=known.checked_on)
    hours = texts.joined(known.hours, known.zone) if known.hours else ""
    parts = (known.topic, known.place, hours, ", ".join(known.languages), known.cost, known.note)
    return texts.joined(*parts, checked if known.checked_on else "")


def rung_rows(rungs: Sequence[Rung], now: datetime) -> list[Row]:
    """Return a row for each step of the ladder; a ring can be ticked off, the next step is marked."""
    language, rows = due_words.language(), []
    for number, rung in enumerate(rungs):
        title = rung.step.texts[language]
        if rung.next:
            title = QCoreApplication.translate("advice", "Next: {step}").format(step=title)
        ticked = rung.state in {State.DONE, State.SKIPPED}
        told = rung_words.standing(rung, now, system_zone(), language)
        rows.append(Row(number, title, told, ring=True, ticked=ticked, warn=rung.state is State.CLOSED or rung.next))
    return rows


def rung_sections(rung: Rung, now: datetime) -> Sections:
    """Return all that is to be said of a step: how it stands and why then, what it takes, what it costs."""
    language = due_words.language()
    found: Sections = [("", [rung_words.standing(rung, now, system_zone(), language)])]
    found.append((QCoreApplication.translate("advice", "What it takes"), [rung.step.needs[language]]))
    found.append((QCoreApplication.translate("advice", "What it costs"), [rung.step.costs[language]]))
    if explained := [each.sentence(language) for each in rung_words.explanations(rung)]:
        found.append((QCoreApplication.translate("advice", "Why then"), explained))
    found.append((QCoreApplication.translate("advice", "Source"), [rung.step.sources[language]]))
    return found


def _listed(words: Sequence[object], language: str) -> str:
    return "\n".join(f"· {texts.capital(each[language])}" for each in words)  # type: ignore[index]
