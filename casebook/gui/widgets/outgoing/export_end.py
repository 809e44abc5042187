"""The end of an export: where the dossier is, what is worth knowing of it, and what can be done with it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from casebook.dossier.forecast import Forecast
from casebook.gui import texts, theme
from casebook.gui.models import export_words
from casebook.gui.widgets.parts import plain_label
from casebook.journal.outgoing import Export


class ExportEnd(QWidget):
    """Sentences only; the buttons stand below it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.where = plain_label("", kind="muted")
        self.facts = plain_label("", kind="muted")
        self._advice = plain_label(
            self.tr(
                "Read it before you send it: it holds everything that is filed in this case. VERIFY.txt in it says "
                "how a reader can check it."
            )
        )
        self._since = plain_label("", kind="heading")
        self._changes = plain_label("")
        self._codes = plain_label("", kind="warn")
        inside = QFrame()
        inside.setProperty("kind", "page")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.M)
        heading = plain_label(self.tr("The dossier is ready."), kind="heading")
        for part in (heading, self.where, self.facts, self._advice, self._since, self._changes, self._codes):
            column.addWidget(part)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)

    def changes_text(self) -> str:
        """Return what is said of what changed since the last dossier for this reader, empty for nothing."""
        return "\n".join(filter(None, (self._since.text(), self._changes.text())))

    def show_made(self, where: Sequence[str], export: Export | None, forecast: Forecast | None) -> None:
        """Show where it is (more lines for several parts), how it was listed, and what changed since the last one."""
        self.where.setText("\n".join(where))
        said = export_words.Plurals()
        parts = said.parts(export.parts) if export and export.parts > 1 else ""
        told = (parts, export_words.signed(export), export_words.stamp(export)) if export else ()
        self.facts.setText(texts.joined(*told))
        self.facts.setVisible(bool(export))
        last = forecast.last if forecast else None
        if forecast is not None and last is not None:
            since = self.tr("Since the last one for {reader} ({time}):")
            since = since.replace("{reader}", export_words.reader(last.audience, last.recipient))
            self._since.setText(since.replace("{time}", texts.short_time(texts.here(last.recorded_at))))
            lines = export_words.changes(forecast.since)
            self._changes.setText("\n".join(lines) or self.tr("Nothing changed in the record."))
        codes = len(forecast.characters) if forecast else 0
        self._codes.setText(said.printed_as_codes(codes) if codes else "")
        self._since.setVisible(last is not None)
        self._changes.setVisible(last is not None)
        self._codes.setVisible(bool(codes))
