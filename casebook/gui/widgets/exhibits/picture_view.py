"""One exhibit's picture: zoom, pan and turn by mouse and keys. Only the view turns; the file never does."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent, QTransform, QWheelEvent
from PySide6.QtWidgets import QFrame, QGraphicsScene, QGraphicsView, QWidget

from casebook.gui import icons
from casebook.gui.theme import XL, Theme
from casebook.gui.widgets.exhibits.picture_item import Levels, PictureItem

STEPS = (0.02, 0.05, 0.1, 0.15, 0.25, 0.33, 0.5, 0.67, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0, 6.0, 8.0, 16.0)
"""How many dots of the screen stand for one pixel of the picture."""
_STEP = 60
_ICON = 48
_TALL = 2.4
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


@dataclass(frozen=True, slots=True)
class Sight:
    """What is seen of a picture: how wide it stands, in widths of the view, and which part is in the middle."""

    wide: float
    across: float
    down: float
    turn: int


class PictureView(QGraphicsView):
    """Shows a picture, or words where there is none."""

    tile_requested = Signal(int, int)
    """A tile has come into sight: answer with `put_tile`."""
    moved = Signal(object)
    """The user looks at another part: a `Sight`, for a view beside this one."""
    zoomed = Signal(float)
    """How many dots of the screen now stand for one pixel."""
    drag_requested = Signal()
    """The user drags with Alt held: the file is to be dragged out."""
    step_requested = Signal(int)
    """Right (1) or Left (-1) was pressed where there is nothing to pan to."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._turn = 0
        self._fits = "whole"
        self._quiet = False
        self._press: QPoint | None = None
        self.words = ""
        """What is said where there is no picture."""
        self.icon = "file"
        """The icon that stands above those words."""
        self.setScene(QGraphicsScene(self))
        self.item = PictureItem(self.tile_requested.emit)
        self.scene().addItem(self.item)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setDragMode(QGraphicsView.DragMode.ScrollHandDrag)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
        self.setAccessibleName(self.tr("Picture"))
        self._usage = self.tr(
            "Arrows move, plus and minus zoom, 0 shows it in its own size, F all of it, W its whole width"
        )
        self.setAccessibleDescription(self._usage)
        self._colour()
        theme.changed.connect(self._colour)
        for bar in (self.horizontalScrollBar(), self.verticalScrollBar()):
            bar.valueChanged.connect(self._tell)

    def show_picture(self, found: Levels | None, words: str = "", *, keep: bool = False) -> None:
        """Show a picture, or words. With `keep` the same part stays in sight (a sharper one of the same file)."""
        sight = self.sight() if keep and self.has_picture else None
        self.item.show_levels(found)
        self.words = words
        self.setAccessibleDescription(words or self._usage)
        size = self.item.size
        self.scene().setSceneRect(0, 0, max(size.width(), 1), max(size.height(), 1))
        if found is None:
            self.resetTransform()
        elif sight is None:
            self._fits = self._fits or "whole"
            self._fit()
        else:
            self.look(sight)
        self.viewport().update()

    @property
    def has_picture(self) -> bool:
        """Whether there is a picture."""
        return not self.item.size.isEmpty()

    @property
    def zoom(self) -> float:
        """How many dots of the screen stand for one pixel of the picture."""
        matrix = self.transform()
        return float((matrix.m11() ** 2 + matrix.m12() ** 2) ** 0.5 * self.devicePixelRatioF())

    @property
    def turned(self) -> int:
        """By how many degrees the view is turned."""
        return self._turn

    def set_zoom(self, zoom: float) -> None:
        """Show so many dots of the screen for one pixel, about the place under the mouse or in the middle."""
        self._fits = ""
        self._set(min(max(zoom, STEPS[0]), STEPS[-1]))

    def step(self, by: int) -> None:
        """Zoom in (1) or out (-1)."""
        others = [zoom for zoom in STEPS if (zoom - self.zoom) * by > 0.001]
        if others and self.has_picture:
            self.set_zoom(min(others) if by > 0 else max(others))

    def fit(self, how: str = "whole") -> None:
        """Show all of the picture, or its whole `width`, also when the window changes its size."""
        self._fits = how
        self._fit()

    def rotate_view(self) -> None:
        """Turn the view by a quarter to the right. The file is not touched."""
        middle = self.mapToScene(self.viewport().rect().center())
        self._turn = (self._turn + 90) % 360
        if self._fits:
            self._fit()
        else:
            self._set(self.zoom)
            self.centerOn(middle)

    def sight(self) -> Sight:
        """Return what is seen."""
        middle = self.mapToScene(self.viewport().rect().center())
        size = self.item.size.expandedTo(QSize(1, 1))
        wide = size.width() * self.zoom / self.devicePixelRatioF() / max(self.viewport().width(), 1)
        return Sight(wide, middle.x() / size.width(), middle.y() / size.height(), self._turn)

    def look(self, sight: Sight) -> None:
        """Look at the same part as another view does; tells nobody."""
        if not self.has_picture:
            return
        self._quiet, size = True, self.item.size
        self._turn, self._fits = sight.turn, ""
        self._set(sight.wide * self.viewport().width() * self.devicePixelRatioF() / size.width())
        self.centerOn(sight.across * size.width(), sight.down * size.height())
        self._quiet = False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Go on showing all of it, where that is wanted."""
        super().resizeEvent(event)
        self._fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl, else scroll."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.step(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pan by the arrows."""
        key, plain = Qt.Key(event.key()), not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in _ARROWS and plain and self.scene().focusItem() is None:
            across, down = _ARROWS[key]
            if across and self.horizontalScrollBar().maximum() <= self.horizontalScrollBar().minimum():
                self.step_requested.emit(across)
                return
            for bar, by in ((self.horizontalScrollBar(), across), (self.verticalScrollBar(), down)):
                bar.setValue(bar.value() + by * _STEP)
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to pan, or to drag the file out."""
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        self._press = event.position().toPoint() if alt else None
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Pan, or drag the file out once it is meant."""
        if self._press is not None:
            if (event.position().toPoint() - self._press).manhattanLength() > 10:
                self._press = None
                self.drag_requested.emit()
            return
        super().mouseMoveEvent(event)

    def drawForeground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        """Say what there is instead of a picture, and show the focus."""
        del rect
        painter.save()
        painter.resetTransform()
        room = self.viewport().rect()
        if self.has_picture:  # its ground may be that of the window
            painter.setPen(self._theme.line)
            painter.drawPolygon(self.mapFromScene(self.item.boundingRect()))
        if self.words:
            painter.setPen(self._theme.muted)
            painter.setFont(self._theme.font())
            box = room.adjusted(XL, XL, -XL, -XL)
            how = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            needed = painter.fontMetrics().boundingRect(box, int(how), self.words)
            spot = QRect(0, 0, _ICON, _ICON)
            spot.moveCenter(QPoint(needed.center().x(), needed.top() - _ICON))
            icons.paint(painter, spot, self.icon, self._theme.muted)
            painter.drawText(box, int(how), self.words)
        if self.hasFocus():
            painter.setPen(QPen(self._theme.accent, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(room.adjusted(1, 1, -1, -1))
        painter.restore()

    def event(self, event: QEvent) -> bool:
        """Draw the focus as it comes and goes."""
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self.viewport().update()
        return super().event(event)

    def _fit(self) -> None:
        size, room = self.item.size, self.viewport().size()
        if not self._fits or size.isEmpty() or room.isEmpty():
            return
        wide, high = (size.height(), size.width()) if self._turn % 180 else (size.width(), size.height())
        across, down = room.width() / wide, room.height() / high
        ratio = self.devicePixelRatioF()
        # A tall one (a scrolled chat) would be a thread: then its width is what must fit.
        by_width = self._fits == "width" or (high > wide * _TALL and across > down)
        self._set((across if by_width else min(across, down, max(1.0, 1.0 / ratio))) * ratio)
        if by_width:
            self.verticalScrollBar().setValue(self.verticalScrollBar().minimum())

    def _set(self, zoom: float) -> None:
        scale = zoom / self.devicePixelRatioF()
        self.setTransform(QTransform().rotate(self._turn).scale(scale, scale))
        self.zoomed.emit(self.zoom)
        self._tell()

    def _tell(self) -> None:
        if not self._quiet and self.has_picture:
            self.moved.emit(self.sight())

    def _colour(self) -> None:
        self.setBackgroundBrush(self._theme.window)
        self.viewport().update()
