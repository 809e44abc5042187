"""The exhibits of a case side by side, as a strip of thumbnails that only draws what is in sight."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from casebook.gui.theme import XS, Theme
from casebook.gui.widgets.exhibits.exhibit_grid import ExhibitModel
from casebook.gui.widgets.exhibits.thumbnail_painter import ThumbnailPainter
from casebook.gui.widgets.exhibits.thumbnails import Thumbnails
from casebook.journal.records import Exhibit

_CELL = QSize(104, 76)
_Index = QModelIndex | QPersistentModelIndex


class _Delegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, thumbnails: Thumbnails, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.painter = ThumbnailPainter(theme, thumbnails.get)

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        del option, index
        return _CELL

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        model = index.model()
        exhibit = model.exhibit(index.row()) if isinstance(model, ExhibitModel) else None
        if exhibit is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        rect = option.rect.adjusted(XS, XS, -XS, -XS)
        self.painter.paint(painter, rect, exhibit, marked=chosen)
        if chosen:  # a frame, thicker where the keys go
            pen = painter.pen()
            pen.setColor(self._theme.accent)
            pen.setWidth(3 if option.state & QStyle.StateFlag.State_HasFocus else 2)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect, 6, 6)
        painter.restore()


class Filmstrip(QListView):
    """Shows exhibits; going to one by click or arrows shows it."""

    shown_id = Signal(int)
    """The user went to an exhibit."""
    drag_id = Signal(int)
    """The user drags an exhibit out."""

    def __init__(self, theme: Theme, thumbnails: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._exhibits = ExhibitModel(self)
        self._delegate = _Delegate(theme, thumbnails, self)
        self.setModel(self._exhibits)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(False)
        self.setUniformItemSizes(True)
        self.setDragEnabled(True)
        self.setHorizontalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedHeight(_CELL.height() + 16)
        self.setAccessibleName(self.tr("Exhibits of the case"))
        self.setStyleSheet("QListView { background: transparent; }")
        self.selectionModel().currentChanged.connect(self._went)
        thumbnails.ready.connect(lambda _key: self.viewport().update())
        theme.changed.connect(self._restyle)

    def show_exhibits(self, exhibits: Sequence[Exhibit]) -> None:
        """Show these."""
        at = self.current_id()
        self._exhibits.show(exhibits)
        self.setVisible(len(exhibits) > 1)
        self.go_to(at)

    def count(self) -> int:
        """Return how many there are."""
        return self._exhibits.rowCount()

    def place(self) -> int:
        """Return the place of the current one, from 0; -1 for none."""
        return self.currentIndex().row()

    def current_id(self) -> int:
        """Return the id of the current one, 0 for none."""
        exhibit = self._exhibits.exhibit(self.place())
        return exhibit.id if exhibit else 0

    def id_at(self, place: int) -> int:
        """Return the id of the one at a place that is counted round the strip's ends, 0 for an empty strip."""
        exhibit = self._exhibits.exhibit(place % self.count()) if self.count() else None
        return exhibit.id if exhibit else 0

    def go_to(self, exhibit_id: int) -> None:
        """Make one the current one, without telling."""
        row = self._exhibits.place(exhibit_id)
        if row < 0:
            return
        blocked = self.blockSignals(True)
        how = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(self._exhibits.index(row), how)
        self.blockSignals(blocked)
        self.scrollTo(self._exhibits.index(row))
        self.viewport().update()

    def startDrag(self, actions: Qt.DropAction) -> None:
        """Drag the file of the current one out."""
        del actions
        if exhibit_id := self.current_id():
            self.drag_id.emit(exhibit_id)

    def _went(self, current: QModelIndex) -> None:
        exhibit = self._exhibits.exhibit(current.row())
        if exhibit is not None:
            self.shown_id.emit(exhibit.id)

    def _restyle(self) -> None:
        self._delegate.painter.forget()
        self.viewport().update()
