"""The words of an import's report: its parts, its lines, and the table it is saved as."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from casebook.gui import texts, times
from casebook.gui.models.import_reasons import reason_text
from casebook.gui.models.inbox_model import subject_words
from casebook.gui.models.mail_problems import problem_text
from casebook.gui.models.placing_words import why_words
from casebook.gui.models.row_model import Row
from casebook.journal.terms import Why
from casebook.mail.report import Part

if TYPE_CHECKING:
    from casebook.mail.report import Line, ReportWords

_PARTS = {
    Part.FAILED: QT_TRANSLATE_NOOP("import_words", "could not be read"),
    Part.PROBLEMS: QT_TRANSLATE_NOOP("import_words", "not understood in full"),
    Part.FILED: QT_TRANSLATE_NOOP("import_words", "filed in a case"),
    Part.WAITING: QT_TRANSLATE_NOOP("import_words", "waiting in the inbox"),
}

_HEADINGS = (
    QT_TRANSLATE_NOOP("import_words", "Result"),
    QT_TRANSLATE_NOOP("import_words", "Case"),
    QT_TRANSLATE_NOOP("import_words", "Why"),
    QT_TRANSLATE_NOOP("import_words", "Sent"),
    QT_TRANSLATE_NOOP("import_words", "From"),
    QT_TRANSLATE_NOOP("import_words", "Subject"),
    QT_TRANSLATE_NOOP("import_words", "Source"),
    QT_TRANSLATE_NOOP("import_words", "Not understood"),
)


def part_words(part: Part) -> str:
    """Return the name of a part of the report."""
    return QCoreApplication.translate("import_words", str(_PARTS[part]))


def line_row(number: int, line: Line) -> Row:
    """Return a line of the report as a row of a list."""
    if line.failure is not None:
        return Row(number, line.failure.source, reason_text(line.failure.reason), warn=True)
    message = line.message
    if message is None:
        return Row(number, "")
    where = f"C-{message.case_id}" if message.case_id is not None else part_words(Part.WAITING)
    reasons = [where, why_words(line.why), *map(problem_text, message.problems)]
    when = times.short_date(message.happened.local.date())
    return Row(number, texts.joined(subject_words(message.subject), message.who, when), texts.joined(*reasons))


def by_words(counts: Mapping[Why | None, int] | Mapping[Why, int]) -> str:
    """Return `the same thread (12), the sender (3)`, the most first."""
    ranked = sorted(counts.items(), key=lambda pair: -pair[1])
    return ", ".join(f"{why_words(why)} ({count})" for why, count in ranked)


def table_words() -> ReportWords:
    """Return the words of a report that is saved as a table."""
    from casebook.dossier.contact_sheet import harmless
    from casebook.mail.report import ReportWords

    return ReportWords(
        headings=[QCoreApplication.translate("import_words", str(heading)) for heading in _HEADINGS],
        parts={part: part_words(part) for part in Part},
        why=why_words,
        reason=reason_text,
        problem=problem_text,
        cell=harmless,
    )
