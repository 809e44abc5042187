"""The gap report as a list: one row a finding, a filter by kind, the way to its place, and an answer to it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QListView, QVBoxLayout, QWidget

from casebook.dossier.gaps import Finding, Gap
from casebook.gui import theme
from casebook.gui.models import gap_rows
from casebook.gui.models.row_model import RowModel
from casebook.gui.widgets.parts import plain_label, quiet_button, row_of
from casebook.gui.widgets.row_list import RowDelegate
from casebook.gui.widgets.ticked_rows import TickedRows


class GapList(QWidget):
    """Shows findings; whoever holds it goes to the places and writes the answers."""

    place_requested = Signal(str, int)
    """The kind and the id of the record to show."""
    answer_requested = Signal(str)
    """The key of a finding that the user wants to answer, or whose answer they want to change."""
    count_changed = Signal(int, int)
    """How many findings are not answered, and how many of these stop the dossier."""

    def __init__(self, look: theme.Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._all: Sequence[Finding] = ()
        self._shown: list[Finding] = []
        self.told = plain_label("", kind="muted")
        self.filter = QComboBox()
        self.filter.setAccessibleName(self.tr("Which findings are shown"))
        self.filter.currentIndexChanged.connect(lambda _index: self._show())
        self._rows = RowModel(self)
        self.list = TickedRows()
        self.list.setModel(self._rows)
        self.list.setItemDelegate(RowDelegate(look, self.list))
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(self.tr("What was found"))
        self.list.setProperty("kind", "framed")
        self.list.setMinimumHeight(140)
        self.go = quiet_button(
            self.tr("Go to it"), self.tr("Show the record that this is about (Enter)"), self._request_place
        )
        self.answer = quiet_button(
            self.tr("Answer…"),
            self.tr("Say in your own words why it is as it is (Space); the answer is kept with the case"),
            self._request_answer,
        )
        self.list.opened.connect(self._request_place)
        self.list.ticked.connect(self._request_answer)
        self.list.doubleClicked.connect(lambda _index: self._request_place())
        self.list.selectionModel().currentChanged.connect(lambda *_: self._choose())
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(theme.S)
        whole.addWidget(self.told)
        whole.addWidget(self.filter)
        whole.addWidget(self.list, 1)
        whole.addLayout(row_of(None, self.go, self.answer))
        look.changed.connect(self.list.viewport().update)
        self.set_findings(())

    def set_findings(self, findings: Sequence[Finding]) -> None:
        """Show these; the kind and the finding that were chosen stay so where they are still there."""
        kept = self.finding()
        kind = self.filter.currentData()
        self._all = tuple(findings)
        counts = {gap: sum(finding.kind is gap for finding in findings) for gap in Gap}
        self.filter.blockSignals(True)
        self.filter.clear()
        self.filter.addItem(self.tr("Everything ({count})").replace("{count}", str(len(findings))), "")
        for gap in Gap:
            if counts[gap]:
                self.filter.addItem(f"{gap_rows.heading(gap)} ({counts[gap]})", str(gap))
        self.filter.setCurrentIndex(max(self.filter.findData(kind), 0))
        self.filter.blockSignals(False)
        self.filter.setVisible(len([gap for gap in Gap if counts[gap]]) > 1)
        self._show(kept.key if kept else "")
        self._tell()

    def findings(self) -> tuple[Finding, ...]:
        """Return all findings, those hidden by the filter too."""
        return tuple(self._all)

    def finding(self) -> Finding | None:
        """Return the finding that is chosen."""
        row = self.list.currentIndex().row()
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def stopping(self) -> int:
        """Return how many findings keep the dossier from being made."""
        return sum(finding.stops for finding in self._all)

    def choose(self, key: str) -> None:
        """Choose a finding by its key, if it is shown."""
        number = next((n for n, finding in enumerate(self._shown) if finding.key == key), -1)
        if number >= 0:
            self.list.setCurrentIndex(self._rows.index(number))

    def _show(self, key: str = "") -> None:
        kind = self.filter.currentData()
        before = max(self.list.currentIndex().row(), 0)
        self._shown = [finding for finding in self._all if kind in {"", None, str(finding.kind)}]
        self._rows.show(gap_rows.rows(self._shown))
        if self._shown:
            self.list.setCurrentIndex(self._rows.index(min(before, len(self._shown) - 1)))
            self.choose(key)
        self._choose()

    def _choose(self) -> None:
        finding = self.finding()
        for button in (self.go, self.answer):
            button.setEnabled(finding is not None)
        answered = finding is not None and bool(finding.answer)
        self.answer.setText(self.tr("Change answer…") if answered else self.tr("Answer…"))

    def _tell(self) -> None:
        unanswered = sum(not finding.answer for finding in self._all)
        stopping = self.stopping()
        if not self._all:
            words = self.tr("Nothing is missing that this program looks for.")
        elif stopping:
            words = self.tr("%n finding(s) to be removed or answered before the dossier can be made.", "", stopping)
        elif unanswered:
            words = self.tr("%n open finding(s). The dossier can be made all the same.", "", unanswered)
        else:
            words = self.tr("Every finding is answered.")
        self.told.setText(words)
        theme.restyle(self.told, kind="warn" if stopping else "muted")
        self.list.setVisible(bool(self._all))
        for button in (self.go, self.answer):
            button.setVisible(bool(self._all))
        self.count_changed.emit(unanswered, stopping)

    def _request_place(self) -> None:
        if finding := self.finding():
            kind, number = finding.place
            self.place_requested.emit(str(kind), number)

    def _request_answer(self) -> None:
        if finding := self.finding():
            self.answer_requested.emit(finding.key)
