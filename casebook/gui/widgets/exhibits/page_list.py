"""The pages of a PDF as a column of small pictures: where one is, and where one could go."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    QSizeF,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from casebook.gui.theme import TINY, Theme
from casebook.gui.widgets.exhibits.page_source import PageSource, Wish

_WIDE, _HIGH, _FOOT, _AIR = 96, 136, 20, 8
_KEPT = 400
_Index = QModelIndex | QPersistentModelIndex


class PageModel(QAbstractListModel):
    """One row a page; the pictures are handed in as they are drawn."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.sizes: Sequence[QSizeF] = ()
        self.pictures: OrderedDict[int, QPixmap] = OrderedDict()

    def show(self, sizes: Sequence[QSizeF]) -> None:
        """Show pages of these sizes."""
        self.beginResetModel()
        self.sizes = sizes
        self.pictures.clear()
        self.endResetModel()

    def put(self, page: int, picture: QPixmap) -> None:
        """Keep the picture of a page."""
        self.pictures[page] = picture
        while len(self.pictures) > _KEPT:
            self.pictures.popitem(last=False)
        self.dataChanged.emit(self.index(page), self.index(page))

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return how many pages there are."""
        return 0 if parent.isValid() else len(self.sizes)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the number of a page."""
        if role == Qt.ItemDataRole.DisplayRole:
            return str(index.row() + 1)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.tr("Page {page}").replace("{page}", str(index.row() + 1))
        return None


class PageDelegate(QStyledItemDelegate):
    """Draws a small page with its number below."""

    def __init__(self, model: PageModel, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._model, self._theme = model, theme

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the one size of all rows."""
        del option, index
        return QSize(_WIDE + 2 * _AIR, _HIGH + _FOOT + 2 * _AIR)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw the page, framed where it is the one in the view."""
        painter.save()
        theme, rect = self._theme, QRect(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        size = self._model.sizes[index.row()]
        scale = min(_WIDE / size.width(), _HIGH / size.height())
        box = QRectF(0, 0, round(size.width() * scale), round(size.height() * scale))
        box.moveCenter(QPointF(round(rect.center().x()), rect.top() + _AIR + _HIGH / 2))
        painter.fillRect(box, QColor(Qt.GlobalColor.white))
        picture = self._model.pictures.get(index.row())
        if picture is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(box, picture, QRectF(picture.rect()))
        painter.setPen(QPen(theme.accent if chosen else theme.line, 3 if chosen else 1))
        painter.drawRect(box.adjusted(-1, -1, 1, 1))
        painter.setFont(theme.font(TINY, bold=chosen))
        painter.setPen(theme.text if chosen else theme.muted)
        foot = QRect(rect.left(), rect.bottom() - _FOOT - _AIR // 2, rect.width(), _FOOT)
        painter.drawText(foot, Qt.AlignmentFlag.AlignCenter, str(index.row() + 1))
        painter.restore()


class PageList(QListView):
    """Follows the view without saying so; a click, or the arrow keys, ask for a page."""

    page_requested = Signal(int)

    def __init__(self, source: PageSource, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source = source
        self._pages = PageModel(self)
        self._asked: list[tuple[int, int]] = []
        self._following = False
        self.setModel(self._pages)
        self.setItemDelegate(PageDelegate(self._pages, theme, self))
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedWidth(_WIDE + 2 * _AIR + 22)
        self.setAccessibleName(self.tr("All pages"))
        self.selectionModel().currentChanged.connect(self._chosen)
        source.drawn.connect(self._take)
        theme.changed.connect(self.viewport().update)

    def show_pages(self, sizes: Sequence[QSizeF]) -> None:
        """Show pages of these sizes."""
        self._pages.show(sizes)
        self.follow(0)

    def follow(self, page: int) -> None:
        """Choose the page that the view shows now."""
        self._following = True
        self.setCurrentIndex(self._pages.index(page))
        self._following = False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw, and ask for the pages in sight that have no picture yet."""
        super().paintEvent(event)
        first, last = self.indexAt(self.viewport().rect().topLeft()), self.indexAt(self.viewport().rect().bottomLeft())
        end = last.row() + 1 if last.isValid() else self._pages.rowCount()
        width = round(_WIDE * self.devicePixelRatioF())
        orders = [(p, width) for p in range(max(0, first.row()), end) if p not in self._pages.pictures]
        if orders and orders != self._asked:
            self._asked = orders
            self._source.want(Wish.THUMBNAILS, orders)

    def _take(self, page: int, wish: int, image: QImage) -> None:
        if wish == Wish.THUMBNAILS and page < self._pages.rowCount():
            self._asked = [order for order in self._asked if order[0] != page]
            self._pages.put(page, QPixmap.fromImage(image))

    def _chosen(self, index: QModelIndex) -> None:
        if index.isValid() and not self._following:
            self.page_requested.emit(index.row())
