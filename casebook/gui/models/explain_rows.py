"""How a date was found, as rows of a form: start, days counted and skipped, more time, both ends, rule and source."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QObject

from casebook.gui import times
from casebook.gui.models import due_words
from casebook.guide import Explanation
from casebook.guide.dates.explanation import Note, Skipped
from casebook.guide.dates.rules import stale
from casebook.guide.dates.wording import grouped, words
from casebook.journal.times import offset_name


class ExplainRows(QObject):
    """The rows of one explanation, in the window's language."""

    def __init__(self, found: Explanation) -> None:
        super().__init__()
        self._found = found
        self._language = due_words.language()
        self._lines = words(self._language)

    def all(self, today: date | None = None) -> list[tuple[str, str]]:
        """Return caption and words of each row; with `today` also whether the rule is due for another look."""
        found, lines = self._found, self._lines
        rows = [(self.tr("Start"), self._start())]
        rows.append((self.tr("Counted"), self._count(found.amount, found.counted, found.skipped)))
        if found.until_amount is not None and not found.at_once and found.until_amount != found.amount:
            more = self._count(found.until_amount, found.until_counted, found.until_skipped)
            rows.append((self.tr("At most"), more))
        rows += [(self.tr("More time"), lines.extended(each)) for each in found.extensions]
        if not found.at_once:
            rows.append((self.tr("Not before"), lines.time(found.due_at)))
        if found.until:
            rows.append((self.tr("Not after"), lines.end(found.until)))
        if found.rings_at:
            rows.append((self.tr("Reminds"), times.short_time(times.here(found.rings_at))))
        for note in found.notes:
            rows.append((self.tr("Note"), lines.NOTES[note].format(zone=found.zone, country=found.country)))
        return rows + self._rule(today)

    def _rule(self, today: date | None) -> list[tuple[str, str]]:
        found, lines = self._found, self._lines
        rows = [(self.tr("Own figure"), lines.own(found.own))] if found.own else []
        rows.append((self.tr("The guide") if found.own else self.tr("Rule"), found.texts[self._language]))
        rows.append((self.tr("Source"), found.sources[self._language]))
        rows.append((self.tr("Checked on"), times.short_date(found.checked_on)))
        if found.example:
            rows.append((self.tr("Caution"), lines.EXAMPLE))
        if today and stale(found.checked_on, today):
            rows.append((self.tr("Caution"), lines.STALE))
        return rows

    def _start(self) -> str:
        found = self._found
        day_only = Note.DAY_ONLY in found.notes
        offset = found.start.utcoffset()
        zone = offset_name(int(offset.total_seconds() if offset else 0)) if day_only else found.zone
        return self._lines.sent(found.start, zone, day_only=day_only, event=found.start_event)

    def _count(self, amount: int, days: Sequence[date], skipped: Sequence[Skipped]) -> str:
        zh = self._language == "zh"
        passed = grouped([(day.date, day.why_zh if zh else day.why) for day in skipped])
        start = self._found.start.date()
        return self._lines.count(start, self._found.unit, amount, days=days, skipped=passed)
