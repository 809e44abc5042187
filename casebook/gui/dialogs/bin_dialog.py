"""The bin: what was deleted, how long it can be put back, and the way to be rid of it now."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListView, QMessageBox, QVBoxLayout, QWidget

from casebook.gui import texts, theme
from casebook.gui.models.row_model import Row, RowModel
from casebook.gui.widgets.empty_state import EmptyState
from casebook.gui.widgets.parts import open_at, plain_label, quiet_button
from casebook.gui.widgets.row_list import RowDelegate
from casebook.journal.changes import Kind
from casebook.journal.removal.bin import Binned

_SOON_DAYS = 3
_WIDE, _TALL = 640, 520


class BinDialog(QDialog):
    """Lists the bin, the latest first. It writes nothing itself."""

    put_back_requested = Signal(object)
    """A `Binned`."""
    empty_requested = Signal()
    """Everything in the bin is to be erased now; it was asked whether that is meant."""

    def __init__(self, look: theme.Theme, *, writable: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Bin"))
        open_at(self, _WIDE, _TALL)
        self._writable = writable
        self._found: Sequence[Binned] = ()
        self._told = plain_label("", kind="muted")
        self._nothing = EmptyState("trash", look, self)
        self._nothing.say(self.tr("The bin is empty"), self.tr("What you delete can be put back from here."))
        self._model = RowModel(self)
        self.contents = QListView()
        self.contents.setModel(self._model)
        self.contents.setItemDelegate(RowDelegate(look, self.contents))
        self.contents.setUniformItemSizes(True)
        self.contents.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.contents.setProperty("kind", "framed")
        self.contents.setAccessibleName(self.tr("What is in the bin"))
        self.put_back = quiet_button(
            self.tr("Put back"), self.tr("Put it back where it was (Enter)"), self._put_back, "primary"
        )
        self.empty = quiet_button(self.tr("Empty the bin…"), self.tr("Erase everything in the bin for good"), self._ask)
        close = quiet_button(self.tr("Close"), self.tr("Close (Esc)"), self.reject)
        self._lay_out(close)
        self.contents.selectionModel().currentChanged.connect(self._allow)
        self.contents.activated.connect(lambda _index: self._put_back())

    def show_contents(self, found: Sequence[Binned], days: int, now: datetime) -> None:
        """Show what is in the bin; it stays there for `days` days."""
        row = self.contents.currentIndex().row()
        self._found = found
        self._model.show([self._row(number, each, now) for number, each in enumerate(found)])
        self._told.setText(
            self.tr("What is deleted stays here for %n day(s). The ledger keeps that it was there.", "", days)
        )
        for widget in (self._told, self.contents, self.put_back, self.empty):
            widget.setVisible(bool(found))
        self._nothing.setVisible(not found)
        if found:
            self.contents.setCurrentIndex(self._model.index(min(max(row, 0), len(found) - 1)))
            self.contents.setFocus()
        self._allow()

    def _lay_out(self, close: QWidget) -> None:
        whole, buttons = QVBoxLayout(self), QHBoxLayout()
        whole.setContentsMargins(theme.XL, theme.L, theme.XL, theme.L)
        whole.setSpacing(theme.M)
        whole.addWidget(self._told)
        whole.addWidget(self.contents, 1)
        whole.addWidget(self._nothing, 1)
        buttons.setSpacing(theme.S)
        buttons.addWidget(self.empty)
        buttons.addStretch(1)
        buttons.addWidget(close)
        buttons.addWidget(self.put_back)
        whole.addLayout(buttons)

    def _allow(self, _now: QModelIndex | None = None, _before: QModelIndex | None = None) -> None:
        self.put_back.setEnabled(self._writable and self.contents.currentIndex().isValid())
        self.empty.setEnabled(self._writable and bool(self._found))

    def _put_back(self) -> None:
        row = self.contents.currentIndex().row()
        if self._writable and 0 <= row < len(self._found):
            self.put_back_requested.emit(self._found[row])

    def _ask(self) -> None:
        words = self.tr(
            "%n thing(s) in the bin will be erased for good, with the words that the ledger kept of them. "
            "Backups made before still hold them.",
            "",
            len(self._found),
        )
        box = QMessageBox(QMessageBox.Icon.Warning, self.tr("Empty the bin"), words, parent=self)
        box.setTextFormat(Qt.TextFormat.PlainText)
        erase = box.addButton(self.tr("Erase"), QMessageBox.ButtonRole.DestructiveRole)
        box.addButton(self.tr("Keep"), QMessageBox.ButtonRole.RejectRole)
        box.exec()
        if box.clickedButton() is erase:
            self.empty_requested.emit()

    def _row(self, number: int, each: Binned, now: datetime) -> Row:
        label = each.label if each.kind is not Kind.CONTACT else ""
        left = max(0, (each.goes_at - now).days)
        where = f"C-{each.case}" if each.case is not None and each.kind is not Kind.CASE else ""
        when = self.tr("deleted {time}").replace("{time}", texts.short_time(texts.here(each.deleted_at), now))
        goes = self.tr("%n day(s) left", "", left)
        return Row(number, texts.joined(label, each.title), texts.joined(where, when, goes), warn=left <= _SOON_DAYS)
