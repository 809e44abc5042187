"""The list of backups: when each was made, whether it is proven, what it holds."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from casebook.gui import icons
from casebook.gui import theme as look
from casebook.gui.models.backup_list_model import BackupListModel
from casebook.gui.theme import Theme
from casebook.gui.widgets.row_ground import is_ringed, paint_ground

if TYPE_CHECKING:
    from casebook.journal.backup.backup_form import Backup

HEIGHT = 66
_ICON = 18
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class BackupDelegate(QStyledItemDelegate):
    """Paints a backup in three lines; a tick where it is proven, amber where it is not whole."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the fixed height of a row."""
        del option, index
        return QSize(0, HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one backup."""
        theme, box, state = self._theme, QRect(option.rect), option.state
        backup: Backup = index.data(BackupListModel.BackupRole)
        painter.save()
        paint_ground(painter, box, state, theme)
        painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), theme.line)
        if state & QStyle.StateFlag.State_Selected and is_ringed(state):
            painter.setPen(theme.accent)
            painter.drawRect(box.adjusted(0, 0, -1, -2))
        proven = backup.ok and backup.checked_at is not None
        wrong = not proven and bool(backup.faults)
        name, colour = (
            ("check", theme.accent) if proven else ("warning", theme.warn) if wrong else ("clock", theme.muted)
        )
        inside = box.adjusted(look.L, look.S - 2, -look.L, -look.S + 2)
        icons.paint(painter, QRect(inside.left(), inside.top() + 1, _ICON, _ICON), name, colour)
        inside.setLeft(inside.left() + _ICON + look.M)
        size = str(index.data(BackupListModel.SizeRole))
        self._line(
            painter, QRect(inside.left(), inside.top(), inside.width(), 19), index.data(), theme.text, right=size
        )
        for number, (role, shade) in enumerate(
            (
                (BackupListModel.SecondRole, theme.warn if wrong else theme.muted),
                (BackupListModel.ThirdRole, theme.muted),
            )
        ):
            line = QRect(inside.left(), inside.top() + 19 + 17 * number, inside.width(), 17)
            self._line(painter, line, index.data(role), shade, small=True)
        painter.restore()

    def _line(
        self, painter: QPainter, box: QRect, words: str, colour: QColor, *, right: str = "", small: bool = False
    ) -> None:
        """Draw words at the left, cut short where those at the right need the room."""
        painter.setFont(self._theme.font(look.SMALL))
        width = painter.fontMetrics().horizontalAdvance(right)
        painter.setPen(self._theme.muted)
        painter.drawText(box, _RIGHT, right)
        painter.setFont(self._theme.font(look.TINY if small else look.BODY, bold=not small))
        painter.setPen(colour)
        room = box.width() - (width + look.M if right else 0)
        painter.drawText(box, _LEFT, painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room))


class BackupList(QListView):
    """Shows backups and tells which one is chosen."""

    chosen = Signal(object)
    """The `Backup` that is chosen, or None."""

    def __init__(self, folder: Path, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = BackupListModel(folder, self)
        self.setModel(self._model)
        self.setItemDelegate(BackupDelegate(theme, self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Backups"))
        self.setProperty("kind", "framed")
        self.selectionModel().currentChanged.connect(lambda *_: self.chosen.emit(self.backup()))
        theme.changed.connect(self.viewport().update)

    def show_backups(self, backups: Sequence[Backup], now: datetime, choose: Path | None = None) -> None:
        """Show these; choose one by its path, else the one that was chosen, else the first."""
        before = choose or (self.backup().path if self.backup() else None)  # type: ignore[union-attr]
        self._model.show(backups, now)
        found = self._model.find(before) if before else QModelIndex()
        self.setCurrentIndex(found if found.isValid() else self._model.index(0))
        if not backups:
            self.chosen.emit(None)

    def backup(self) -> Backup | None:
        """Return the one that is chosen, None where the list is empty."""
        return self._model.backup(self.currentIndex())

    def backups(self) -> list[Backup]:
        """Return what is shown."""
        return [found for n in range(self._model.rowCount()) if (found := self._model.backup(self._model.index(n)))]
