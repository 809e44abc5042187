"""The exhibits of a case as a grid of thumbnails."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QListView, QSizePolicy, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from casebook.gui import texts
from casebook.gui.theme import TINY, Theme
from casebook.gui.tips import plain_tip
from casebook.gui.widgets.exhibits.thumbnail_painter import ThumbnailPainter
from casebook.gui.widgets.exhibits.thumbnails import Thumbnails
from casebook.gui.widgets.timeline.bubble_words import more_word
from casebook.journal.records import Exhibit

_CELL = QSize(78, 58)
_MOST = 5
"""So many lines are shown before the grid scrolls by itself."""
_SHOWN = 60
"""So many cells a grid has, the last of which counts what has none: ten thousand take long to be laid out."""
_Index = QModelIndex | QPersistentModelIndex


_SPOKEN = {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole}


class ExhibitModel(QAbstractListModel):
    """Exhibits by their numbers."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._exhibits: Sequence[Exhibit] = ()
        self.more = 0
        """How many exhibits the last cell stands for, the first of them its own; 0 where it is one like the others."""
        self._places: dict[int, int] = {}

    def place(self, exhibit_id: int) -> int:
        """Return the place of an exhibit, -1 where it is not in the list."""
        return self._places.get(exhibit_id, -1)

    def show(self, exhibits: Sequence[Exhibit]) -> None:
        """Show these instead of what was shown."""
        if list(exhibits) != list(self._exhibits):
            self.beginResetModel()
            self._exhibits = exhibits
            self._places = {exhibit.id: place for place, exhibit in enumerate(exhibits)}
            self.endResetModel()

    def exhibit(self, number: int) -> Exhibit | None:
        """Return an exhibit by its place, None outside of the list."""
        return self._exhibits[number] if 0 <= number < len(self._exhibits) else None

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return how many exhibits there are."""
        return 0 if parent.isValid() else len(self._exhibits)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return number, name and description of an exhibit."""
        exhibit = self.exhibit(index.row())
        if exhibit is None:
            return None
        if self.more and index.row() == len(self._exhibits) - 1 and role in _SPOKEN:
            return more_word(self.more)
        if role == Qt.ItemDataRole.DisplayRole:
            return exhibit.label
        if role in {Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole}:
            first = texts.joined(exhibit.label, exhibit.name, texts.file_size(exhibit.file.size))
            words = f"{first}\n{exhibit.description}" if exhibit.description else first
            return plain_tip(words) if role == Qt.ItemDataRole.ToolTipRole else words
        return None


class _Delegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, thumbnails: Thumbnails, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self.painter = theme, ThumbnailPainter(theme, thumbnails.get)

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
        focus = bool(option.state & QStyle.StateFlag.State_HasFocus)
        marked = focus or bool(option.state & QStyle.StateFlag.State_MouseOver)
        rect = option.rect.adjusted(0, 0, -8, -8)
        words = str(index.data())
        if words == exhibit.label:
            self.painter.paint(painter, rect, exhibit, str(exhibit.number or ""), marked=marked)
        else:
            self._paint_more(painter, rect, words, marked=marked)
        painter.restore()

    def _paint_more(self, painter: QPainter, rect: QRect, words: str, *, marked: bool) -> None:
        theme = self._theme
        painter.setPen(QPen(theme.accent if marked else theme.line, 1.5 if marked else 1.0))
        painter.setBrush(theme.chip)
        painter.drawRoundedRect(QRectF(rect).adjusted(0.75, 0.75, -0.75, -0.75), 6, 6)
        painter.setPen(theme.text)
        painter.setFont(theme.font(TINY))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, words)


class ExhibitGrid(QListView):
    """Shows exhibits; one click opens."""

    activated_id = Signal(int)
    """An exhibit was opened."""
    menu_id = Signal(int, QPoint)
    """The context menu of an exhibit, at a point of the screen."""

    def __init__(self, theme: Theme, thumbnails: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._exhibits = ExhibitModel(self)
        self._delegate = _Delegate(theme, thumbnails, self)
        self.setModel(self._exhibits)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setGridSize(_CELL)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setStyleSheet("QListView { background: transparent; }")
        self.setAccessibleName(self.tr("Exhibits"))
        self.clicked.connect(self._open)
        self.customContextMenuRequested.connect(self._menu)
        thumbnails.ready.connect(self._ready)
        theme.changed.connect(self._restyle)

    def show_exhibits(self, exhibits: Sequence[Exhibit]) -> None:
        """Show these, as high as they need; of very many the first, and how many more there are."""
        self._exhibits.more = len(exhibits) - _SHOWN + 1 if len(exhibits) > _SHOWN else 0
        self._exhibits.show(exhibits[:_SHOWN])
        self.viewport().update()
        self.setVisible(bool(exhibits))
        self._fit()

    def exhibit_at(self, point: QPoint) -> int:
        """Return the id of the exhibit at a point of the viewport, 0 for none."""
        exhibit = self._exhibits.exhibit(self.indexAt(point).row())
        return exhibit.id if exhibit else 0

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make room for as many lines as are needed at this width."""
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _fit(self) -> None:
        self.doItemsLayout()
        # As the view lays them out: how many stand side by side is its own decision, to the pixel.
        needed, most = self.contentsSize().height(), _MOST * _CELL.height()
        height = min(needed, most) + 2
        full, policy = needed > most, Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(policy.ScrollBarAsNeeded if full else policy.ScrollBarAlwaysOff)
        if self.height() != height:
            self.setFixedHeight(height)

    def _open(self, index: QModelIndex) -> None:
        if exhibit := self._exhibits.exhibit(index.row()):
            self.activated_id.emit(exhibit.id)

    def _menu(self, point: QPoint) -> None:
        if exhibit_id := self.exhibit_at(point):
            self.menu_id.emit(exhibit_id, self.viewport().mapToGlobal(point))

    def _ready(self, key: str) -> None:
        del key
        self.viewport().update()

    def _restyle(self) -> None:
        self._delegate.painter.forget()
        self.viewport().update()
