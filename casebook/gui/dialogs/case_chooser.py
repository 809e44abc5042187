"""The dialog that chooses a case: type a few letters, press Enter."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QListView, QPushButton, QVBoxLayout, QWidget

from casebook.gui import texts, theme
from casebook.gui.widgets.parts import plain_label, quiet_button
from casebook.journal.listings import CaseRow
from casebook.journal.terms import CaseStatus

_ID = Qt.ItemDataRole.UserRole
_MOVES = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}


class CaseChooser(QDialog):
    """Lists the cases whose number, title or firm hold every word that is typed."""

    chosen = Signal(int)
    """The local number of the chosen case; the dialog closes."""
    new_requested = Signal()
    """Wish for a new case instead; the dialog closes."""

    def __init__(self, heading: str, cases: Sequence[CaseRow], *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Choose a case"))
        self.resize(520, 420)
        self._cases = list(cases)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Number, title or firm"))
        self.search.setClearButtonEnabled(True)
        self.search.setAccessibleName(self.tr("Search the cases"))
        self.search.installEventFilter(self)
        self._model = QStandardItemModel(self)
        self.list = QListView()
        self.list.setModel(self._model)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setUniformItemSizes(True)
        self.list.setSpacing(2)
        self.list.setAccessibleName(self.tr("Cases"))
        self.list.doubleClicked.connect(self._take)
        self._none = plain_label(self.tr("No case has these words."), kind="muted")
        self._ok = QPushButton(self.tr("Choose"))
        self._ok.setDefault(True)
        self._ok.setToolTip(self.tr("Choose the marked case (Enter)"))
        self._ok.clicked.connect(lambda _checked: self._take(self.list.currentIndex()))
        self.new_button = quiet_button(self.tr("New case…"), self.tr("Make a new case instead (Ctrl+N)"), self._new)
        self.new_button.setShortcut("Ctrl+N")
        cancel = quiet_button(self.tr("Cancel"), self.tr("Choose none (Esc)"), self.reject)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.S)
        buttons.addWidget(self.new_button)
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self._ok)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.XL, theme.L, theme.XL, theme.L)
        layout.setSpacing(theme.S)
        layout.addWidget(plain_label(heading, kind="heading"))
        for widget in (self.search, self._none, self.list):
            layout.addWidget(widget, int(widget is self.list))
        layout.addLayout(buttons)
        self.search.textChanged.connect(self._filter)
        self._filter("")
        self.search.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrow keys move in the list while the field has the focus."""
        pressed = watched is self.search and event.type() == QEvent.Type.KeyPress
        if pressed and isinstance(event, QKeyEvent) and event.key() in _MOVES:
            self.list.event(event)
            return True
        return super().eventFilter(watched, event)

    def _filter(self, typed: str) -> None:
        words = typed.casefold().split()
        self._model.clear()
        for case in self._cases:
            closed = self.tr("closed") if case.status is CaseStatus.CLOSED else ""
            text = texts.joined(f"C-{case.id}", case.title, case.firm, closed)
            if all(word in text.casefold() for word in words):
                item = QStandardItem(text)
                item.setData(case.id, _ID)
                self._model.appendRow(item)
        some = self._model.rowCount() > 0
        self._none.setVisible(not some)
        self._ok.setEnabled(some)
        if some:
            self.list.setCurrentIndex(self._model.index(0, 0))

    def _take(self, index: QModelIndex) -> None:
        case_id = index.data(_ID)
        if case_id is not None:
            self.accept()
            self.chosen.emit(case_id)

    def _new(self) -> None:
        self.reject()
        self.new_requested.emit()
