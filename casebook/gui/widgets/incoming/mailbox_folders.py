"""The folders of a mailbox to tick: with what each is for and how many mails it has."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QHeaderView, QTreeView, QWidget

from casebook.gui import texts
from casebook.mail.mailbox.folders import Folder, Purpose

_NAME = Qt.ItemDataRole.UserRole


class MailboxFolders(QTreeView):
    """A list with boxes to tick; nothing is ticked that the user did not choose or that is not usual."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = QStandardItemModel(0, 3, self)
        self.setModel(self._model)
        self.setProperty("kind", "framed")
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self.setAccessibleName(self.tr("Folders to read"))
        self._model.itemChanged.connect(lambda _item: self.changed.emit())

    def show_folders(self, folders: Sequence[Folder], ticked: Collection[str]) -> None:
        """Show these folders, those in `ticked` with a tick."""
        self._model.blockSignals(True)
        self._model.clear()
        self._model.setHorizontalHeaderLabels([self.tr("Folder"), self.tr("Mails"), self.tr("Purpose")])
        for folder in folders:
            self._model.appendRow(self._row(folder, ticked=folder.name in ticked))
        self._model.blockSignals(False)
        self._model.layoutChanged.emit()
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in (1, 2):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)

    def ticked(self) -> list[str]:
        """Return the names of the ticked folders."""
        items = [self._model.item(row) for row in range(self._model.rowCount())]
        return [item.data(_NAME) for item in items if item.checkState() is Qt.CheckState.Checked]

    def names(self) -> list[str]:
        """Return the names of all folders that are shown."""
        return [self._model.item(row).data(_NAME) for row in range(self._model.rowCount())]

    def tick(self, name: str, *, on: bool = True) -> None:
        """Tick a folder, or take its tick away."""
        item = self._model.item(self.names().index(name))
        item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)

    def _row(self, folder: Folder, *, ticked: bool) -> list[QStandardItem]:
        name = QStandardItem(folder.name)
        name.setData(folder.name, _NAME)
        name.setCheckable(True)
        name.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        count = QStandardItem("" if folder.messages is None else QLocale().toString(folder.messages))
        count.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return [name, count, QStandardItem(texts.capital(self._purpose(folder.purpose)))]

    def _purpose(self, purpose: Purpose) -> str:
        return {
            Purpose.NONE: "",
            Purpose.INBOX: self.tr("inbox"),
            Purpose.ALL: self.tr("all mails"),
            Purpose.SENT: self.tr("sent mail"),
            Purpose.ARCHIVE: self.tr("archive"),
            Purpose.JUNK: self.tr("junk"),
            Purpose.TRASH: self.tr("trash"),
            Purpose.DRAFTS: self.tr("drafts"),
        }[purpose]
