"""The pages of a PDF below one another, as large as one likes: scrolled, zoomed and read by mouse and keyboard."""

from __future__ import annotations

from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from enum import Enum

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from casebook.gui.theme import Theme
from casebook.gui.widgets.exhibits.page_source import PageSource, Wish, sharpest

_GAP = 12
_KEPT_BYTES = 160_000_000
_LEAST, _MOST, _STEP = 0.25, 4.0, 1.25
_POINT = 96 / 72
"""Pixels of a point at 100 %."""


class Fit(Enum):
    """How the zoom follows the window."""

    WIDTH = "width"
    PAGE = "page"
    NONE = "none"


class PageView(QAbstractScrollArea):
    """Shows what a `PageSource` draws. A page that is not drawn yet is a white sheet, or its last picture enlarged."""

    page_changed = Signal(int)
    """The page in the middle of the view, from 0."""
    zoomed = Signal(float)
    """The zoom is another one; 1.0 is 100 %."""

    def __init__(self, source: PageSource, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source, self._theme = source, theme
        self._sizes: Sequence[QSizeF] = ()
        self._tops: list[float] = []
        self._pictures: OrderedDict[int, QPixmap] = OrderedDict()
        self._marks: Mapping[int, Sequence[QRectF]] = {}
        self._current_mark: tuple[int, int] | None = None
        self._fit, self._zoom = Fit.WIDTH, 1.0
        self._told = (Fit.NONE, 0.0)
        self._page = -1
        self._asked: list[tuple[int, int]] = []
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Pages"))
        # Without it a bar that comes and goes changes the width that the page is fitted to, and so on for ever.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.horizontalScrollBar().valueChanged.connect(self._scrolled)
        source.drawn.connect(self._take)
        theme.changed.connect(self.viewport().update)

    def show_pages(self, sizes: Sequence[QSizeF]) -> None:
        """Show pages of these sizes, in points, from the first one."""
        self._sizes = sizes
        self._pictures.clear()
        self._lay_out()
        self._scrolled()

    def page(self) -> int:
        """Return the page in the middle of the view, from 0."""
        return max(self._page, 0)

    def zoom(self) -> float:
        """Return the zoom; 1.0 is 100 %."""
        return self._zoom

    def fit(self) -> Fit:
        """Return how the zoom follows the window."""
        return self._fit

    def is_drawn(self, page: int) -> bool:
        """Return whether a page is there as sharp as it is shown."""
        picture = self._pictures.get(page)
        return picture is not None and abs(picture.width() - self._pixels(page)) <= 1

    def go_to(self, page: int, place: QRectF | None = None) -> None:
        """Bring a page to the top of the view, or a place on it to its middle."""
        if not 0 <= page < len(self._sizes):
            return
        bar = self.verticalScrollBar()
        if place is None:
            bar.setValue(round(self._tops[page]) - _GAP)
            return
        middle = self._tops[page] + place.center().y() * self._scale()
        bar.setValue(round(middle - self.viewport().height() / 2))
        across = self._left(page) + place.center().x() * self._scale() - self.viewport().width() / 2
        self.horizontalScrollBar().setValue(round(across + self.horizontalScrollBar().value()))

    def mark(self, places: Mapping[int, Sequence[QRectF]], current: tuple[int, int] | None) -> None:
        """Mark places on pages, in points; the current one, (page, its number there), more strongly."""
        self._marks, self._current_mark = places, current
        self.viewport().update()

    def set_fit(self, fit: Fit) -> None:
        """Have the zoom follow the window from now on."""
        self._fit = fit
        self._keep_place(self._lay_out)

    def set_zoom(self, zoom: float, at: QPointF | None = None) -> None:
        """Show at this zoom; what is at a point of the view, else at its middle, stays where it is."""
        self._fit = Fit.NONE
        wanted = min(max(zoom, _LEAST), _MOST)

        def change() -> None:
            self._zoom = wanted
            self._lay_out()

        self._keep_place(change, at)

    def zoom_in(self) -> None:
        """Show larger."""
        self.set_zoom(self._zoom * _STEP)

    def zoom_out(self) -> None:
        """Show smaller."""
        self.set_zoom(self._zoom / _STEP)

    # ---- what Qt calls -----------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit anew, and stay at the same place."""
        super().resizeEvent(event)
        self._keep_place(self._lay_out)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pages that can be seen, and ask for those that are not drawn yet."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._theme.window)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        shown = self._visible()
        for page in shown:
            place = self._place(page)
            painter.fillRect(place, QColor(Qt.GlobalColor.white))
            if (picture := self._pictures.get(page)) is not None:
                self._pictures.move_to_end(page)
                painter.drawPixmap(place, picture, QRectF(picture.rect()))
            painter.setPen(QPen(self._theme.line, 1))
            painter.drawRect(place.adjusted(-0.5, -0.5, 0.5, 0.5))
            self._draw_marks(painter, page, place)
        painter.end()
        self._ask(shown)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page by page, to both ends, and nearer or farther."""
        key, control = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        bar = self.verticalScrollBar()
        if control and key in {Qt.Key.Key_Plus, Qt.Key.Key_Equal}:
            self.zoom_in()
        elif control and key == Qt.Key.Key_Minus:
            self.zoom_out()
        elif control and key == Qt.Key.Key_0:
            self.set_fit(Fit.WIDTH)
        elif key == Qt.Key.Key_Home:
            bar.setValue(bar.minimum())
        elif key == Qt.Key.Key_End:
            bar.setValue(bar.maximum())
        elif key == Qt.Key.Key_Space:
            bar.triggerAction(bar.SliderAction.SliderPageStepAdd)
        elif key in {Qt.Key.Key_Left, Qt.Key.Key_Right} and self.horizontalScrollBar().maximum() == 0:
            self.go_to(self.page() + (1 if key == Qt.Key.Key_Right else -1))
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl and the wheel zoom, about where the pointer is."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_zoom(self._zoom * _STEP ** (event.angleDelta().y() / 120), event.position())
            event.accept()
        else:
            super().wheelEvent(event)

    # ---- where things are --------------------------------------------------------------------------------------------

    def _scale(self) -> float:
        return self._zoom * _POINT

    def _pixels(self, page: int) -> int:
        """Return the width a page's picture should have, in pixels of the screen."""
        size = self._sizes[page]
        return sharpest(size, size.width() * self._scale() * self.devicePixelRatioF())

    def _lay_out(self) -> None:
        if not self._sizes:
            return
        room = self.viewport().size()
        wide = max(size.width() for size in self._sizes)
        if self._fit is not Fit.NONE:
            zoom = (room.width() - 2 * _GAP) / wide / _POINT
            if self._fit is Fit.PAGE:
                zoom = min(zoom, (room.height() - 2 * _GAP) / max(s.height() for s in self._sizes) / _POINT)
            self._zoom = min(max(zoom, _LEAST), _MOST)
        self._tops, top = [], float(_GAP)
        for size in self._sizes:
            self._tops.append(top)
            top += size.height() * self._scale() + _GAP
        bar, across = self.verticalScrollBar(), self.horizontalScrollBar()
        bar.setRange(0, max(0, round(top) - room.height()))
        bar.setPageStep(room.height())
        bar.setSingleStep(40)
        across.setRange(0, max(0, round(wide * self._scale()) + 2 * _GAP - room.width()))
        across.setPageStep(room.width())
        across.setSingleStep(40)
        if (self._fit, self._zoom) != self._told:
            self._told = (self._fit, self._zoom)
            self.zoomed.emit(self._zoom)
        self.viewport().update()

    def _left(self, page: int) -> float:
        """Return where a page begins from the left of the view, when the view is scrolled to the left end."""
        wide = self._sizes[page].width() * self._scale()
        across = self.horizontalScrollBar()
        room = self.viewport().width() + across.maximum()
        return (room - wide) / 2 - across.value()

    def _place(self, page: int) -> QRectF:
        size = self._sizes[page] * self._scale()
        return QRectF(
            QPointF(round(self._left(page)), round(self._tops[page]) - self.verticalScrollBar().value()), size
        )

    def _visible(self) -> list[int]:
        if not self._sizes:
            return []
        top = self.verticalScrollBar().value()
        first = max(0, bisect_right(self._tops, top) - 1)
        last = bisect_right(self._tops, top + self.viewport().height())
        return list(range(first, last))

    def _keep_place(self, change: Callable[[], None], at: QPointF | None = None) -> None:
        """Make a change of the layout; the point of the page that is at `at`, else at the top, stays there."""
        if not self._tops:
            change()
            return
        bar, across = self.verticalScrollBar(), self.horizontalScrollBar()
        at = at or QPointF(self.viewport().width() / 2, 0)
        page = max(0, bisect_right(self._tops, bar.value() + at.y()) - 1)
        down = (bar.value() + at.y() - self._tops[page]) / self._scale()
        right = (at.x() - self._left(page)) / self._scale()
        change()
        bar.setValue(round(self._tops[page] + down * self._scale() - at.y()))
        across.setValue(round(across.value() + self._left(page) + right * self._scale() - at.x()))
        self._scrolled()

    # ---- pictures ----------------------------------------------------------------------------------------------------

    def _ask(self, shown: Sequence[int]) -> None:
        """Ask for what can be seen, then for its neighbours; asked for once only."""
        if not shown:
            return
        near = [*shown, shown[-1] + 1, shown[0] - 1]
        orders = [(p, self._pixels(p)) for p in near if 0 <= p < len(self._sizes) and not self.is_drawn(p)]
        if orders and orders != self._asked:
            self._asked = orders
            self._source.want(Wish.PAGES, orders)

    def _take(self, page: int, wish: int, image: QImage) -> None:
        if wish != Wish.PAGES or page >= len(self._sizes):
            return
        self._pictures[page] = QPixmap.fromImage(image)
        self._pictures.move_to_end(page)
        self._asked = [order for order in self._asked if order[0] != page]
        total = sum(p.width() * p.height() * 4 for p in self._pictures.values())
        while total > _KEPT_BYTES and len(self._pictures) > 1:
            _page, gone = self._pictures.popitem(last=False)
            total -= gone.width() * gone.height() * 4
        self.viewport().update()

    def _draw_marks(self, painter: QPainter, page: int, place: QRectF) -> None:
        for number, rect in enumerate(self._marks.get(page, ())):
            colour = QColor(self._theme.warn if (page, number) == self._current_mark else self._theme.accent)
            colour.setAlphaF(0.35)
            scale = self._scale()
            box = QRectF(rect.topLeft() * scale + place.topLeft(), rect.size() * scale)
            painter.fillRect(box.adjusted(-1, -1, 1, 1), colour)
            if (page, number) == self._current_mark:  # not by colour alone
                painter.setPen(QPen(self._theme.warn, 2))
                painter.drawRect(box.adjusted(-2, -2, 2, 2))

    def _scrolled(self) -> None:
        self.viewport().update()
        if not self._tops:
            return
        bar = self.verticalScrollBar()
        middle = bar.value() + self.viewport().height() / 2
        page = min(max(0, bisect_right(self._tops, middle) - 1), len(self._sizes) - 1)
        if bar.value() == bar.maximum() > 0:  # a short last page never comes to the middle
            page = len(self._sizes) - 1
        if page != self._page:
            self._page = page
            said = self.tr("Page {page} of {pages}")
            self.setAccessibleDescription(
                said.replace("{page}", str(page + 1)).replace("{pages}", str(len(self._sizes)))
            )
            self.page_changed.emit(page)
