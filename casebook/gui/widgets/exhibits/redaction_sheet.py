"""One page with the boxes that will cover it: drawn, moved and resized by mouse and by keyboard."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from casebook.dossier.redaction.areas import Box

_HANDLE = 5
"""How far from a corner or an edge the mouse takes hold of it, in device-independent pixels."""
_LEAST = 4
"""Pixels of the page below which a box is a slip of the hand."""
_COVER = QColor(0, 0, 0, 165)
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class RedactionSheet(QWidget):
    """Shows the page it is given, and tells what the user does to its boxes; it changes none by itself."""

    drawn = Signal(object)
    """A list of new `Box`es."""
    altered = Signal(int, object, bool)
    """The place of a box in the list it was given, the `Box` it is to become, and whether it goes step by step."""
    chosen = Signal(int)
    """The place of the box that was chosen, -1 for none."""
    removed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Page"))
        self.setAccessibleDescription(
            self.tr(
                "Drag a box over what is not to be read. Insert adds a box, Space goes to the next one, the arrows "
                "move it, with Shift they resize it, with Ctrl by one pixel, Delete takes it away."
            )
        )
        self.number, self.marks_words = 1, False
        self._picture = QPixmap()
        self._words: tuple[Box, ...] = ()
        self._zoom = 1.0
        self._boxes: dict[int, Box] = {}
        self._at = -1
        self._start: QPointF | None = None
        self._grip = ""
        self._live: list[Box] = []
        self._covers = True

    def show_page(self, number: int, picture: QPixmap, words: Sequence[Box]) -> None:
        """Show a page; `words` are where its words stand, in their order."""
        self.number, self._picture, self._words = number, picture, tuple(words)
        self._drop()
        self._fit()

    def show_boxes(self, boxes: dict[int, Box], at: int, *, covers: bool = True) -> None:
        """Show the boxes of this page by their place in the list; without `covers` the page alone."""
        self._boxes, self._at, self._covers = boxes, at, covers
        self.update()

    def set_zoom(self, zoom: float) -> None:
        """Show the page so many times as large as its pixels."""
        self._zoom = zoom
        self._fit()

    def page_size(self) -> QSize:
        """Return the size of the page in its own pixels."""
        return self._picture.size()

    def sizeHint(self) -> QSize:
        """Return the size of the page as it is shown."""
        return self._picture.size() * self._zoom

    def place_of(self, box: Box) -> QRect:
        """Return where a box is shown."""
        return self._shown(box).toAlignedRect()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the page, then the boxes, dark enough to be boxes and light enough to see what is below."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        area = event.rect()
        source = QRectF(
            area.x() / self._zoom, area.y() / self._zoom, area.width() / self._zoom, area.height() / self._zoom
        )
        painter.drawPixmap(QRectF(area), self._picture, source)
        painter.setPen(self.palette().mid().color())
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        for place, box in self._boxes.items() if self._covers else ():
            here = self._live[0] if place == self._at and self._live and self._grip else box
            self._paint(painter, here, chosen=place == self._at)
        for box in self._live if not self._grip else ():
            self._paint(painter, box, chosen=True)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of a box or of its edge, or begin a new one."""
        if event.button() != Qt.MouseButton.LeftButton or not self._covers or self._picture.isNull():
            return
        self._start = event.position()
        place, self._grip = self._hold(event.position())
        if self.marks_words and not self._grip:
            place = -1
        if place != self._at:
            self._at = place
            self.chosen.emit(place)
        self._live = []
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show what the box would become."""
        if self._start is None:
            self._show_grip(event.position())
            return
        step = (event.position() - self._start) / self._zoom
        if self._grip:
            self._live = [self._moved(self._boxes[self._at], self._grip, round(step.x()), round(step.y()))]
        elif self.marks_words:
            self._live = by_line(self._between(self._start, event.position()))
        else:
            self._live = [self._box(self._start, event.position())]
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Say what came of it."""
        if event.button() != Qt.MouseButton.LeftButton or self._start is None:
            return
        grip, live, place = self._grip, self._live, self._at
        self._drop()
        if grip and live:
            self.altered.emit(place, live[0], False)
        elif any(min(box.right - box.left, box.bottom - box.top) >= _LEAST for box in live):
            self.drawn.emit(live)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do by keys what the mouse does."""
        key, keys = Qt.Key(event.key()), event.modifiers()
        if key == Qt.Key.Key_Escape and self._start is not None:
            self._drop()
        elif self._covers and key in _ARROWS and self._at in self._boxes:
            step = 1 if keys & Qt.KeyboardModifier.ControlModifier else max(1, round(6 / self._zoom))
            grip = "rb" if keys & Qt.KeyboardModifier.ShiftModifier else "all"
            across, down = _ARROWS[key]
            self.altered.emit(self._at, self._moved(self._boxes[self._at], grip, across * step, down * step), True)
        elif self._covers and key == Qt.Key.Key_Insert and not self._picture.isNull():
            self.drawn.emit([self._new()])
        elif key == Qt.Key.Key_Space and self._boxes:
            self._next(-1 if keys & Qt.KeyboardModifier.ShiftModifier else 1)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self._at in self._boxes:
            self.removed.emit(self._at)
        else:
            super().keyPressEvent(event)

    def _fit(self) -> None:
        self.resize(self.sizeHint())
        self.setMinimumSize(self.sizeHint())
        self.update()

    def _drop(self) -> None:
        self._start, self._grip, self._live = None, "", []
        self.update()

    def _next(self, step: int) -> None:
        places = list(self._boxes)
        at = places.index(self._at) + step if self._at in places else 0
        self._at = places[at % len(places)]
        self.chosen.emit(self._at)
        self.update()

    def _new(self) -> Box:
        """Return a box in the middle of what is seen of the page."""
        seen = self.visibleRegion().boundingRect()
        middle = (QRectF(seen).center() if not seen.isEmpty() else QPointF(self.rect().center())) / self._zoom
        half = QPointF(90, 22) / self._zoom
        made = self._box((middle - half) * self._zoom, (middle + half) * self._zoom)
        for _ in range(len(self._boxes)):  # not just over one that is there: it would not be seen
            if made not in self._boxes.values():
                break
            made = self._moved(made, "all", 16, 16)
        return made

    def _box(self, first: QPointF, last: QPointF) -> Box:
        """Return the box between two points of the widget, inside of the page."""
        page = self._picture.size()
        left, right = sorted(min(max(round(x / self._zoom), 0), page.width()) for x in (first.x(), last.x()))
        top, bottom = sorted(min(max(round(y / self._zoom), 0), page.height()) for y in (first.y(), last.y()))
        return Box(self.number, left, top, right, bottom)

    def _moved(self, box: Box, grip: str, across: int, down: int) -> Box:
        """Return a box moved by its middle ("all") or by the edges that the grip names, inside of the page."""
        page = self._picture.size()
        if grip == "all":
            across = min(max(across, -box.left), page.width() - box.right)
            down = min(max(down, -box.top), page.height() - box.bottom)
            return Box(box.page, box.left + across, box.top + down, box.right + across, box.bottom + down)
        left = box.left + across if "l" in grip else box.left
        right = box.right + across if "r" in grip else box.right
        top = box.top + down if "t" in grip else box.top
        bottom = box.bottom + down if "b" in grip else box.bottom
        left, right = min(max(left, 0), box.right - _LEAST), max(min(right, page.width()), box.left + _LEAST)
        top, bottom = min(max(top, 0), box.bottom - _LEAST), max(min(bottom, page.height()), box.top + _LEAST)
        return Box(box.page, left, top, right, bottom)

    def _shown(self, box: Box) -> QRectF:
        zoom = self._zoom
        return QRectF(QPointF(box.left, box.top) * zoom, QPointF(box.right, box.bottom) * zoom)

    def _hold(self, at: QPointF) -> tuple[int, str]:
        """Return the box under a point and by what it is held; the chosen one and later ones come first."""
        places = sorted(self._boxes, key=lambda place: (place != self._at, -place))
        for place in places:
            rect = self._shown(self._boxes[place])
            if not rect.adjusted(-_HANDLE, -_HANDLE, _HANDLE, _HANDLE).contains(at):
                continue
            grip = "l" if abs(at.x() - rect.left()) <= _HANDLE else "r" if abs(at.x() - rect.right()) <= _HANDLE else ""
            grip += (
                "t" if abs(at.y() - rect.top()) <= _HANDLE else "b" if abs(at.y() - rect.bottom()) <= _HANDLE else ""
            )
            return place, grip or "all"
        return -1, ""

    def _show_grip(self, at: QPointF) -> None:
        grip = self._hold(at)[1] if self._covers else ""
        shapes = {
            "all": Qt.CursorShape.SizeAllCursor,
            **dict.fromkeys(("l", "r"), Qt.CursorShape.SizeHorCursor),
            **dict.fromkeys(("t", "b"), Qt.CursorShape.SizeVerCursor),
            **dict.fromkeys(("lt", "rb"), Qt.CursorShape.SizeFDiagCursor),
            **dict.fromkeys(("rt", "lb"), Qt.CursorShape.SizeBDiagCursor),
        }
        empty = Qt.CursorShape.IBeamCursor if self.marks_words else Qt.CursorShape.CrossCursor
        self.setCursor(shapes.get(grip, empty if self._covers else Qt.CursorShape.ArrowCursor))

    def _between(self, first: QPointF, last: QPointF) -> list[Box]:
        """Return the words from the one nearest to a point up to the one nearest to another, in the text's order."""
        if not self._words:
            return []
        near = [self._nearest(at / self._zoom) for at in (first, last)]
        return list(self._words[min(near) : max(near) + 1])

    def _nearest(self, at: QPointF) -> int:
        return min(range(len(self._words)), key=lambda place: _far(self._words[place], at))

    def _paint(self, painter: QPainter, box: Box, *, chosen: bool) -> None:
        rect = self._shown(box)
        painter.fillRect(rect, _COVER)
        painter.setPen(QPen(self.palette().highlight().color() if chosen else QColor("white"), 2 if chosen else 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect)
        if chosen:
            for corner in (rect.topLeft(), rect.topRight(), rect.bottomLeft(), rect.bottomRight()):
                spot = QRectF(corner - QPointF(3, 3), corner + QPointF(3, 3))
                painter.fillRect(spot, self.palette().highlight())


def by_line(words: Sequence[Box]) -> list[Box]:
    """Return words as boxes, those that follow each other on a line as one."""
    found = list[Box]()
    for word in words:
        last = found[-1] if found else None
        if last and min(last.bottom, word.bottom) - max(last.top, word.top) > (word.bottom - word.top) / 2:
            found[-1] = _around([last, word])
        else:
            found.append(word)
    return found


def _around(boxes: Sequence[Box]) -> Box:
    return Box(
        boxes[0].page,
        min(box.left for box in boxes),
        min(box.top for box in boxes),
        max(box.right for box in boxes),
        max(box.bottom for box in boxes),
    )


def _far(box: Box, at: QPointF) -> float:
    across = max(box.left - at.x(), 0, at.x() - box.right)
    down = max(box.top - at.y(), 0, at.y() - box.bottom)
    return across + 3 * down  # a word of the same line is nearer than one of the next
