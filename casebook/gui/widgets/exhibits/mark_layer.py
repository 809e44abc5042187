"""The marks over a picture: drawn, moved, resized and taken away by mouse and by keys."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QKeyEvent, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import (
    QGraphicsObject,
    QGraphicsSceneHoverEvent,
    QGraphicsSceneMouseEvent,
    QStyleOptionGraphicsItem,
    QWidget,
)

from casebook.dossier.marking import pen
from casebook.dossier.marking.marks import RED, Mark, Shape, wrapped
from casebook.gui.theme import Theme

_HANDLE = 7.0
_LEAST = 4
_ARROWS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}


class MarkLayer(QGraphicsObject):
    """Shows the marks it is given, and tells what the user does to them; it changes none by itself."""

    drawn = Signal(object)
    """A new `Mark`; of words it has none yet."""
    altered = Signal(int, object, bool)
    """The place of a mark, the `Mark` it is to become, and whether it goes step by step (the keys)."""
    chosen = Signal(int)
    """The place of the mark that was chosen, -1 for none."""
    removed = Signal(int)
    words_wanted = Signal(int)
    """The words of a mark are to be changed."""

    def __init__(self, theme: Theme, families: Sequence[str]) -> None:
        super().__init__()
        self.setFlag(QGraphicsObject.GraphicsItemFlag.ItemIsFocusable)
        self.setAcceptHoverEvents(True)
        self._theme, self._families = theme, list(families)
        self.shape_ = Shape.ARROW
        self.page, self.zoom = 1, 1.0
        self._size = QSize()
        self._marks: tuple[Mark, ...] = ()
        self._at = -1
        self._start: QPointF | None = None
        self._grip = ""
        self._live: Mark | None = None

    def cover(self, size: QSize) -> None:
        """Lie over a picture of this size."""
        self.prepareGeometryChange()
        self._size = size
        self._drop()

    def show_marks(self, marks: Sequence[Mark], at: int) -> None:
        """Show these, one of them chosen."""
        self._marks, self._at = tuple(marks), at
        self.update()

    @property
    def line(self) -> int:
        """How thick lines are on this picture, in its pixels."""
        return pen.thickness(self._size.width(), self._size.height())

    def new_mark(self) -> Mark:
        """Return a mark in the middle of what is in sight, for those who draw by keys."""
        middle = QPointF(self._size.width() / 2, self._size.height() / 2)
        view = self.scene().views()[0] if self.scene() and self.scene().views() else None
        if view is not None:
            middle = view.mapToScene(view.viewport().rect().center())
        half = QPointF(60, 30) / self.zoom
        mark = self._spanned(middle - half, middle + half)
        while mark in self._marks:  # not just over one that is there: it would not be seen
            mark = self._moved(mark, "all", self.line * 4, self.line * 4)
        return mark

    def boundingRect(self) -> QRectF:
        """Return the picture's own pixels, and what may stand out beside it."""
        room = self.line * 8
        return QRectF(0, 0, self._size.width(), self._size.height()).adjusted(-room, -room, room, room)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """Draw every mark of this page as it will be in the copy; the chosen one with its handles."""
        del option, widget
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place, mark in enumerate(self._marks):
            if mark.page != self.page:
                continue
            here = self._live if place == self._at and self._live and self._grip else mark
            self._paint(painter, here)
            if place == self._at:
                self._paint_handles(painter, here)
        if self._live is not None and not self._grip:
            self._paint(painter, self._live)

    def mousePressEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        """Take hold of a mark or of its end, or begin a new one."""
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        self.setFocus()
        self._start = event.pos()
        place, self._grip = self._hold(event.pos())
        if place != self._at:
            self._at = place
            self.chosen.emit(place)
        self._live = None
        self.update()

    def mouseMoveEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        """Show what the mark would become."""
        if self._start is None:
            return
        if self._grip and 0 <= self._at < len(self._marks):
            by = event.pos() - self._start
            self._live = self._moved(self._marks[self._at], self._grip, round(by.x()), round(by.y()))
        else:
            self._live = self._spanned(self._start, event.pos())
        self.update()

    def mouseReleaseEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        """Say what came of it."""
        start, grip, live, place = self._start, self._grip, self._live, self._at
        self._drop()
        if start is None:
            return
        if grip and live:
            self.altered.emit(place, live, False)
        elif live and max(abs(live.right - live.left), abs(live.bottom - live.top)) >= _LEAST:
            self.drawn.emit(live)
        elif not grip and self.shape_ is Shape.TEXT:  # a click is enough for words
            self.drawn.emit(self._spanned(event.pos(), event.pos()))

    def mouseDoubleClickEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        """Change words."""
        place, _grip = self._hold(event.pos())
        if place >= 0 and self._marks[place].shape is Shape.TEXT:
            self._drop()
            self.words_wanted.emit(place)

    def hoverMoveEvent(self, event: QGraphicsSceneHoverEvent) -> None:
        """Show what the mouse would take hold of."""
        _place, grip = self._hold(event.pos())
        shape = Qt.CursorShape.SizeAllCursor if grip else Qt.CursorShape.CrossCursor
        self.setCursor(Qt.CursorShape.PointingHandCursor if grip not in ("", "all") else shape)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do by keys what the mouse does."""
        key, keys = Qt.Key(event.key()), event.modifiers()
        known = 0 <= self._at < len(self._marks)
        if key == Qt.Key.Key_Escape and self._start is not None:
            self._drop()
        elif known and key in _ARROWS:
            step = 1 if keys & Qt.KeyboardModifier.ControlModifier else max(1, round(6 / self.zoom))
            across, down = _ARROWS[key]
            grip = "end" if keys & Qt.KeyboardModifier.ShiftModifier else "all"
            moved = self._moved(self._marks[self._at], grip, across * step, down * step)
            self.altered.emit(self._at, moved, True)
        elif key == Qt.Key.Key_Insert:
            self.drawn.emit(self.new_mark())
        elif key == Qt.Key.Key_Space:
            self._next(-1 if keys & Qt.KeyboardModifier.ShiftModifier else 1)
        elif known and key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit(self._at)
        elif known and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._marks[self._at].shape is Shape.TEXT:
            self.words_wanted.emit(self._at)
        else:
            super().keyPressEvent(event)

    def _next(self, step: int) -> None:
        here = [place for place, mark in enumerate(self._marks) if mark.page == self.page]
        if here:
            at = here.index(self._at) + step if self._at in here else 0
            self.chosen.emit(here[at % len(here)])

    def _drop(self) -> None:
        self._start, self._grip, self._live = None, "", None
        self.update()

    def _spanned(self, first: QPointF, last: QPointF) -> Mark:
        """Return the mark of the kind in hand between two points, inside of the picture."""
        ends = [
            (min(max(round(p.x()), 0), self._size.width() - 1), min(max(round(p.y()), 0), self._size.height() - 1))
            for p in (first, last)
        ]
        (left, top), (right, bottom) = ends
        if self.shape_ is Shape.TEXT:
            height = max(12, self.line * 6)
            return Mark(
                self.shape_,
                min(left, right),
                min(top, bottom),
                min(left, right),
                min(top, bottom) + height,
                page=self.page,
            )
        if self.shape_ is Shape.BOX:
            left, right, top, bottom = min(left, right), max(left, right), min(top, bottom), max(top, bottom)
        return Mark(self.shape_, left, top, right, bottom, page=self.page)

    def _moved(self, mark: Mark, grip: str, across: int, down: int) -> Mark:
        """Return a mark moved as a whole, or by the end that the grip names; it still touches the picture."""
        if grip == "all":
            low, high = -min(mark.left, mark.right), self._size.width() - 1 - max(mark.left, mark.right)
            across = min(max(across, low), max(high, low))
            low, high = -min(mark.top, mark.bottom), self._size.height() - 1 - max(mark.top, mark.bottom)
            down = min(max(down, low), max(high, low))
            return replace(
                mark, left=mark.left + across, right=mark.right + across, top=mark.top + down, bottom=mark.bottom + down
            )
        if mark.shape is Shape.TEXT:
            return replace(mark, bottom=max(mark.top + 8, mark.bottom + down))
        if grip == "start":
            moved = replace(mark, left=mark.left + across, top=mark.top + down)
        else:
            moved = replace(mark, right=mark.right + across, bottom=mark.bottom + down)
        if mark.shape is Shape.BOX and (moved.right - moved.left < _LEAST or moved.bottom - moved.top < _LEAST):
            return mark
        return moved

    def _hold(self, at: QPointF) -> tuple[int, str]:
        """Return the mark under a point and by what it is held; the chosen one and later ones come first."""
        near = _HANDLE / self.zoom
        for place in sorted(range(len(self._marks)), key=lambda place: (place != self._at, -place)):
            mark = self._marks[place]
            if mark.page != self.page:
                continue
            for grip, point in self._ends(mark):
                if (point - at).manhattanLength() <= near * 1.6:
                    return place, grip
            inside = self._frame(mark).adjusted(-near, -near, near, near).contains(at)
            if inside and (mark.shape is not Shape.ARROW or _distance(mark, at) <= near + self.line):
                return place, "all"
        return -1, ""

    def _ends(self, mark: Mark) -> list[tuple[str, QPointF]]:
        if mark.shape is Shape.TEXT:
            return [("end", self._frame(mark).bottomRight())]
        return [("start", QPointF(mark.left, mark.top)), ("end", QPointF(mark.right, mark.bottom))]

    def _frame(self, mark: Mark) -> QRectF:
        """Return where a mark stands."""
        if mark.shape is not Shape.TEXT:
            return QRectF(QPointF(mark.left, mark.top), QPointF(mark.right, mark.bottom)).normalized()
        metrics = QFontMetricsF(self._font(mark))
        lines = self._lines(mark, metrics)
        wide = max(*map(metrics.horizontalAdvance, lines), mark.bottom - mark.top)
        pad = max(2, self.line) * 2
        return QRectF(mark.left, mark.top, wide, metrics.lineSpacing() * len(lines)).adjusted(-pad, -pad, pad, pad)

    def _lines(self, mark: Mark, metrics: QFontMetricsF) -> list[str]:
        room = max(self._size.width() - mark.left - 2 * max(2, self.line), mark.bottom - mark.top)
        return wrapped(mark.text, room, metrics.horizontalAdvance)

    def _font(self, mark: Mark) -> QFont:
        font = QFont()
        font.setFamilies(self._families)
        font.setPixelSize(max(8, mark.bottom - mark.top))
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def _paint(self, painter: QPainter, mark: Mark) -> None:
        line, red, white = self.line, QColor(*RED), QColor(Qt.GlobalColor.white)
        halo = max(1, line // 2)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if mark.shape is Shape.BOX:
            for colour, wide in ((white, line + 2 * halo), (red, line)):
                painter.setPen(QPen(colour, wide, j=Qt.PenJoinStyle.MiterJoin))
                painter.drawRect(self._frame(mark))
        elif mark.shape is Shape.ARROW:
            for extra, colour in ((halo, white), (0, red)):
                shaft, head = pen.arrow(mark, line, extra)
                painter.setPen(QPen(colour, line + 2 * extra, c=Qt.PenCapStyle.FlatCap))
                painter.drawLine(QPointF(*shaft[0]), QPointF(*shaft[1]))
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(colour)
                painter.drawPolygon(QPolygonF([QPointF(*corner) for corner in head]))
                painter.setBrush(Qt.BrushStyle.NoBrush)
        else:
            frame = self._frame(mark)
            painter.setPen(QPen(red, max(1, line // 2)))
            painter.setBrush(white)
            painter.drawRect(frame)
            painter.setFont(self._font(mark))
            pad = max(2, line) * 2
            painter.setPen(red)
            words = "\n".join(self._lines(mark, QFontMetricsF(self._font(mark))))
            painter.drawText(frame.adjusted(pad, pad, pad, pad), int(Qt.AlignmentFlag.AlignLeft), words)

    def _paint_handles(self, painter: QPainter, mark: Mark) -> None:
        half = _HANDLE / self.zoom / 1.4
        painter.setPen(QPen(self._theme.accent, 2 / self.zoom))
        painter.setBrush(QColor(Qt.GlobalColor.white))
        for _grip, point in self._ends(mark):
            painter.drawRect(QRectF(point - QPointF(half, half), point + QPointF(half, half)))


def _distance(mark: Mark, at: QPointF) -> float:
    """Return how far a point is from an arrow's shaft."""
    start, by = QPointF(mark.left, mark.top), QPointF(mark.right - mark.left, mark.bottom - mark.top)
    length = by.x() ** 2 + by.y() ** 2
    share = min(max(QPointF.dotProduct(at - start, by) / length, 0.0), 1.0) if length else 0.0
    off = at - (start + by * share)
    return float((off.x() ** 2 + off.y() ** 2) ** 0.5)
