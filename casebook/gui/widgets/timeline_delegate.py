"""How the rows of the timeline are painted: bubbles, days, silences."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen, QPixmap

from casebook.gui import icons, texts
from casebook.gui.theme import TINY, Theme
from casebook.gui.widgets.bubble import PAD_X, TIME_COLUMN, Bubble, BubbleMaker, Piece, Tone
from casebook.gui.widgets.bubble_words import fold_word
from casebook.journal.records import Direction, Exhibit, StoredFile

HEADING = 40
"""Height of a day's heading and of a silence, pixels."""
_RADIUS = 8


class TimelineDelegate:
    """Paints timeline rows. Holds the small icons it draws often; `forget` drops them after a change of theme."""

    def __init__(self, theme: Theme, thumbnail: Callable[[StoredFile], QPixmap | None]) -> None:
        self._theme = theme
        self._thumbnail = thumbnail
        self._icons: dict[tuple[str, str, float], QPixmap] = {}
        self.forget()

    def forget(self) -> None:
        """Read the theme's fonts anew and drop what was drawn in the old colours."""
        self.maker = BubbleMaker(self._theme)
        self._small = QFontMetrics(self.maker.small)
        self._icons.clear()

    def heading(self, painter: QPainter, rect: QRect, words: str) -> None:
        """Paint a line across with words in its middle."""
        theme, width = self._theme, self._small.horizontalAdvance(words) + 32
        middle = rect.top() + rect.height() // 2 - 4
        painter.setPen(theme.line)
        painter.drawLine(rect.left(), middle, rect.center().x() - width // 2, middle)
        painter.drawLine(rect.center().x() + width // 2, middle, rect.right(), middle)
        painter.setPen(theme.muted)
        painter.setFont(self.maker.small)
        box = QRect(rect.left(), middle - 12, rect.width(), 24)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)

    def bubble(self, painter: QPainter, at: QPoint, bubble: Bubble, *, current: bool, hover: bool, focus: bool) -> None:
        """Paint a contact with its row's top left corner at `at`."""
        theme = self._theme
        painter.save()
        painter.translate(at)
        painter.setFont(self.maker.time)
        painter.setPen(theme.muted)
        time_box = QRect(0, bubble.card.top() + 9, TIME_COLUMN - 8, 20)
        painter.drawText(time_box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, bubble.time)
        self._card(painter, bubble, current=current, hover=hover, focus=focus)
        arrow = texts.DIRECTION_ICONS[bubble.contact.direction]
        colour = theme.accent if bubble.contact.direction is Direction.OUT else theme.muted
        painter.drawPixmap(bubble.arrow, self._icon(painter, arrow, 14, colour))
        painter.setFont(self.maker.small)
        for piece in bubble.pieces:
            self._piece(painter, piece)
        painter.setPen(theme.text)
        if bubble.subject:
            bubble.subject.draw(painter, bubble.subject_at)
        if bubble.text:
            bubble.text.draw(painter, bubble.text_at)
        if bubble.fold:
            painter.setPen(theme.accent)
            painter.setFont(self.maker.small)
            painter.drawText(bubble.fold, Qt.AlignmentFlag.AlignVCenter, fold_word(bubble.folded))
        for rect, exhibit in bubble.thumbs:
            self.thumbnail(painter, rect, exhibit)
        painter.restore()

    def thumbnail(self, painter: QPainter, rect: QRect, exhibit: Exhibit, label: str = "") -> None:
        """Paint an exhibit's frame with its picture, or the icon of its type, and its number."""
        theme = self._theme
        painter.setPen(theme.line)
        painter.setBrush(theme.surface)
        painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        picture = self._thumbnail(exhibit.file) if exhibit.media_type.startswith("image/") else None
        inner = rect.adjusted(2, 2, -2, -2)
        if picture is not None:
            size = picture.size().scaled(inner.size(), Qt.AspectRatioMode.KeepAspectRatio)
            box = QRect(QPoint(), size)
            box.moveCenter(inner.center())
            painter.drawPixmap(box, picture)
        else:
            self._type(painter, inner, exhibit)
        self._number(painter, rect, label or exhibit.label)

    def _type(self, painter: QPainter, inner: QRect, exhibit: Exhibit) -> None:
        """Paint what stands for a file that has no picture (or none yet): icon and shortened name."""
        theme = self._theme
        name = "pdf" if exhibit.media_type == "application/pdf" else "file"
        name = "image" if exhibit.media_type.startswith("image/") else name
        icon = self._icon(painter, name, 20, theme.drawing)
        painter.drawPixmap(inner.left() + 6, inner.top() + 6, icon)
        painter.setPen(theme.muted)
        painter.setFont(self.maker.small)
        words = self._small.elidedText(exhibit.name, Qt.TextElideMode.ElideMiddle, inner.width() - 12)
        if inner.height() > 56:
            box = QRect(inner.left() + 6, inner.top() + 27, inner.width() - 12, 18)
            painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)

    def _number(self, painter: QPainter, rect: QRect, label: str) -> None:
        theme, width = self._theme, self._small.horizontalAdvance(label)
        box = QRect(rect.right() - width - 8, rect.bottom() - 17, width + 6, 16)
        ground = QColor(theme.surface)
        ground.setAlpha(225)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(theme.muted)
        painter.setFont(self._theme.font(TINY - 1))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, label)

    def _card(self, painter: QPainter, bubble: Bubble, *, current: bool, hover: bool, focus: bool) -> None:
        theme = self._theme
        own = bubble.contact.direction is Direction.OUT
        line = theme.accent if current and focus else theme.muted if current or hover else theme.line
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(line, 1.5 if current and focus else 1.0))
        painter.setBrush(theme.own if own else theme.raised)
        painter.drawRoundedRect(QRectF(bubble.card).adjusted(0.75, 0.75, -0.75, -0.75), _RADIUS, _RADIUS)

    def _piece(self, painter: QPainter, piece: Piece) -> None:
        theme = self._theme
        if piece.tone is Tone.MUTED:
            painter.setPen(theme.muted)
            painter.drawText(piece.rect, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip, piece.text)
            return
        ground, ink = {
            Tone.CHIP: (theme.chip, theme.muted),
            Tone.WARN: (theme.warn_soft, theme.warn),
            Tone.GOOD: (theme.accent_soft, theme.accent),
        }[piece.tone]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(piece.rect, 9, 9)
        painter.setPen(ink)
        painter.drawText(piece.rect, Qt.AlignmentFlag.AlignCenter, piece.text)

    def _icon(self, painter: QPainter, name: str, size: int, colour: QColor) -> QPixmap:
        ratio = painter.device().devicePixelRatioF()
        key = (f"{name}-{size}", colour.name(), ratio)
        if key not in self._icons:
            self._icons[key] = icons.pixmap(name, size, colour, ratio)
        return self._icons[key]


__all__ = ["HEADING", "PAD_X", "TimelineDelegate"]
