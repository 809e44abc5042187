"""The frozen picture of one screen, over which the part is drawn that matters."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QScreen
from PySide6.QtWidgets import QWidget

from casebook.gui import theme
from casebook.gui.theme import Theme

_VEIL, _PLATE, _WORDS = QColor(0, 0, 0, 120), QColor(0, 0, 0, 200), QColor("#ffffff")
_LEAST = 3
"""Device-independent pixels: a smaller frame is a click."""
_FIRST = QSize(240, 160)
"""The frame that the first arrow key brings, where there is none."""
_STEP, _FAR = 1, 10
_ARROWS = {
    Qt.Key.Key_Left: QPoint(-1, 0),
    Qt.Key.Key_Right: QPoint(1, 0),
    Qt.Key.Key_Up: QPoint(0, -1),
    Qt.Key.Key_Down: QPoint(0, 1),
}


class SnipOverlay(QWidget):
    """Covers a screen with its own picture: drag a frame, or make one with the arrow keys, and press Enter."""

    taken = Signal(object)
    """The framed part, a `QPixmap` with all its pixels."""
    framed = Signal()
    """A frame was begun here: those on other screens go."""
    left = Signal()
    """Esc: nothing is wanted."""

    def __init__(self, picture: QPixmap, screen: QScreen, theme_: Theme) -> None:
        """`picture` is the screen in device pixels, with their ratio."""
        super().__init__(None, _FLAGS)
        self._picture, self._theme = picture, theme_
        self._frame, self._start = QRect(), QPoint()
        self._drags = False
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.setWindowTitle(self.tr("Screenshot"))
        self.setAccessibleName(self.tr("Screenshot of a part of the screen"))
        self._tell()

    def frame(self) -> QRect:
        """Return what is framed, in device-independent pixels of this screen."""
        return self._frame

    def clear(self) -> None:
        """Let go of the frame: one was begun elsewhere."""
        self._frame = QRect()
        self._tell()

    def part(self) -> QPixmap:
        """Return the framed part with all its pixels; the whole screen where nothing is framed."""
        if self._frame.isEmpty():
            return self._picture
        return self._picture.copy(self._pixels())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a frame; the right button lets go."""
        if event.button() != Qt.MouseButton.LeftButton:
            self.left.emit()
            return
        self._drags, self._start = True, event.position().toPoint()
        self._frame = QRect()
        self.framed.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Draw the frame."""
        if self._drags:
            one, other = self._start, event.position().toPoint()
            # not QRect.normalized(): it leaves out the first and the last pixel of a frame that was drawn backwards
            first = QPoint(min(one.x(), other.x()), min(one.y(), other.y()))
            self._set(QRect(first, QPoint(max(one.x(), other.x()), max(one.y(), other.y()))))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let the frame stand, to be nudged or taken."""
        self._drags = False
        if min(self._frame.width(), self._frame.height()) < _LEAST:
            self._set(QRect())
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Take the frame that the first click left, or the whole screen."""
        self.taken.emit(self.part())
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows nudge, with Shift they resize, with Ctrl they go far; Enter takes, Esc leaves, Ctrl+A frames all."""
        key, held = event.key(), event.modifiers()
        if key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.taken.emit(self.part())
        elif key == Qt.Key.Key_A and held & Qt.KeyboardModifier.ControlModifier:
            self.framed.emit()
            self._set(self.rect())
        elif (arrow := _ARROWS.get(Qt.Key(key))) is not None:
            step = arrow * (_FAR if held & Qt.KeyboardModifier.ControlModifier else _STEP)
            self._nudge(step, resize=bool(held & Qt.KeyboardModifier.ShiftModifier))
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the screen, veiled but for the frame, the frame's size, and what the keys do."""
        del event
        painter = QPainter(self)
        painter.drawPixmap(self.rect(), self._picture)
        painter.fillRect(self.rect(), _VEIL)
        painter.setFont(self._theme.font(theme.SMALL))
        self._plate(painter, self._words(), QPoint(self.width() // 2, theme.XL * 2))
        if self._frame.isEmpty():
            return
        painter.drawPixmap(QRectF(self._frame), self._picture, QRectF(self._pixels()))
        painter.setPen(QPen(_WORDS, 3))
        painter.drawRect(self._frame.adjusted(-2, -2, 1, 1))
        painter.setPen(QPen(self._theme.accent, 1))
        painter.drawRect(self._frame.adjusted(-1, -1, 0, 0))
        below = self._frame.bottom() + theme.XL
        at = below if below < self.height() - theme.XL else self._frame.top() - theme.XL
        self._plate(painter, self._size(), QPoint(self._frame.center().x(), at))

    def _plate(self, painter: QPainter, words: str, middle: QPoint) -> None:
        box = painter.fontMetrics().boundingRect(words).adjusted(-theme.M, -theme.S, theme.M, theme.S)
        box.moveCenter(middle)
        box.moveLeft(max(theme.S, min(box.left(), self.width() - box.width() - theme.S)))
        box.moveTop(max(theme.S, min(box.top(), self.height() - box.height() - theme.S)))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_PLATE)
        painter.drawRoundedRect(box, theme.RADIUS, theme.RADIUS)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(_WORDS)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)

    def _words(self) -> str:
        if self._frame.isEmpty():
            return self.tr("Drag over what matters. Enter takes the whole screen, Esc leaves.")
        return self.tr("Enter takes it. Arrows move it, Shift+arrows resize it, Esc leaves.")

    def _size(self) -> str:
        pixels = self._pixels()
        return f"{pixels.width()} × {pixels.height()}"

    def _pixels(self) -> QRect:
        """Return the frame in device pixels: every pixel that it touches."""
        wide, high = self._picture.width() / self.width(), self._picture.height() / self.height()
        box = QRectF(
            self._frame.x() * wide, self._frame.y() * high, self._frame.width() * wide, self._frame.height() * high
        )
        return box.toAlignedRect().intersected(self._picture.rect())

    def _nudge(self, step: QPoint, *, resize: bool) -> None:
        box = QRect(self._frame)
        if box.isEmpty():
            self.framed.emit()
            box = QRect(QPoint(), _FIRST)
            box.moveCenter(self.rect().center())
        elif resize:
            box.setSize(box.size() + QSize(step.x(), step.y()))
        else:
            box.translate(step)
        box.setWidth(max(1, min(box.width(), self.width())))
        box.setHeight(max(1, min(box.height(), self.height())))
        box.moveLeft(max(0, min(box.left(), self.width() - box.width())))
        box.moveTop(max(0, min(box.top(), self.height() - box.height())))
        self._set(box)

    def _set(self, box: QRect) -> None:
        self._frame = box.intersected(self.rect())
        self._tell()

    def _tell(self) -> None:
        """Say to a screen reader what stands here, and draw it."""
        size = "" if self._frame.isEmpty() else self._size()
        self.setAccessibleDescription(" ".join(filter(None, (size, self._words()))))
        self.update()


_FLAGS = Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint
