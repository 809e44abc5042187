"""The quick form: a case, the composer, nothing else. From the tray, a second start, or anywhere in the window."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout, QWidget

from casebook.gui import texts, theme
from casebook.gui.models.draft import Draft
from casebook.gui.theme import Theme
from casebook.gui.widgets.composing import intake
from casebook.gui.widgets.composing.composer import Composer
from casebook.gui.widgets.long_choice import LongChoice
from casebook.gui.widgets.parts import make_room, plain_label, row_of
from casebook.journal.listings import CaseRow, LastUsed
from casebook.journal.times import Clock

if TYPE_CHECKING:
    from casebook.gui.worker import Worker

_ANOTHER = 0
_WIDE, _WIDEST_TITLE = 560, 60


class QuickLog(QDialog):
    """Ctrl+Enter saves and closes; Esc closes and keeps what was written as the case's draft."""

    case_chosen = Signal(int)
    """Another case than before: answer with `show_draft`."""
    another_requested = Signal()
    """The case is none of these: answer with `choose`."""

    def __init__(self, theme_: Theme, clock: Clock, worker: Worker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self.setWindowTitle(self.tr("Log contact"))
        self.setAcceptDrops(True)
        self._case_id = 0
        self.cases = LongChoice(self)
        self.cases.setAccessibleName(self.tr("Case"))
        self.cases.setToolTip(self.tr("Which case it belongs to (Alt+C)"))
        label = QLabel(self.tr("&Case"), self)
        label.setBuddy(self.cases)
        self.composer = Composer(theme_, clock, self)
        self.composer.serve(self, worker)
        hint = plain_label(
            self.tr("Ctrl+Enter saves. Esc keeps what you wrote as the draft of this case."), kind="caption"
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.L, theme.L, theme.L, theme.M)
        column.setSpacing(theme.M)
        row = row_of(label, self.cases)
        row.setStretch(1, 1)
        column.addLayout(row)
        column.addWidget(self.composer, 1)
        column.addWidget(hint)
        column.addStrut(_WIDE)
        self.cases.activated.connect(self._choose)
        self.composer.left.connect(self.close)
        # the window's own key does not reach a form that stands before it
        QShortcut(QKeySequence("Ctrl+Shift+S"), self, self.composer.snip_requested.emit)
        QWidget.setTabOrder(self.cases, self.composer.channel)

    @property
    def case_id(self) -> int:
        """The local number of the case that is written to."""
        return self._case_id

    def offer(self, cases: Sequence[CaseRow], another: bool) -> None:
        """List cases, and a way to any `another` one."""
        self.cases.clear()
        for case in cases:
            self._add(case)
        if another:
            self.cases.addItem(self.tr("Another case…"), _ANOTHER)

    def choose(self, case: CaseRow) -> None:
        """Write to a case, which is added if it was not offered."""
        if self.cases.findData(case.id) < 0:
            self._add(case, 0)
        self.cases.setCurrentIndex(self.cases.findData(case.id))
        self._choose()

    def show_draft(self, last: LastUsed, kept: Draft | None, exhibits: Sequence[object] = ()) -> None:
        """Show what was being written in the chosen case."""
        self.composer.tray.know(exhibits)  # type: ignore[arg-type]
        self.composer.set_case(self._case_id, last, kept)
        self.composer.focus_text()

    def done_with(self, case_id: int) -> None:
        """Close: the contact is recorded."""
        self.composer.accepted(case_id)
        self.accept()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin in the words."""
        super().showEvent(event)
        make_room(self)
        self.composer.focus_text()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome files, pictures and words anywhere on the form."""
        if intake.can_take(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Put what was dropped into the composer."""
        if self.composer.take_drop(event):
            event.acceptProposedAction()

    def _add(self, case: CaseRow, at: int = -1) -> None:
        title = case.title if len(case.title) <= _WIDEST_TITLE else f"{case.title[:_WIDEST_TITLE]}…"
        words = texts.joined(f"C-{case.id}", title, case.firm)
        self.cases.insertItem(self.cases.count() if at < 0 else at, words, case.id)

    def _choose(self, _index: int = 0) -> None:
        number = int(self.cases.currentData() or 0)
        if number == _ANOTHER:
            self.cases.setCurrentIndex(max(0, self.cases.findData(self._case_id)))
            self.another_requested.emit()
        elif number != self._case_id:
            self._case_id = number
            self.case_chosen.emit(number)
