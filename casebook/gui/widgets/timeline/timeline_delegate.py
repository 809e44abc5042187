"""How the rows of the timeline are painted: bubbles, days, silences."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QGuiApplication, QPainter, QPalette, QPen, QPixmap, QTextCharFormat, QTextLayout

from casebook.gui import texts
from casebook.gui.theme import Theme
from casebook.gui.widgets.exhibits.thumbnail_painter import ThumbnailPainter
from casebook.gui.widgets.timeline.bubble import TIME_COLUMN, Bubble, BubbleMaker, Piece, Tone
from casebook.journal.records import StoredFile
from casebook.journal.terms import Direction

HEADING = 40
"""Height of a day's heading and of a silence, pixels."""
_RADIUS = 8


class TimelineDelegate:
    """Paints timeline rows; `forget` drops what was measured and drawn before a change of theme."""

    def __init__(self, theme: Theme, thumbnail: Callable[[StoredFile], QPixmap | None]) -> None:
        self._theme = theme
        self._thumbnails = ThumbnailPainter(theme, thumbnail)
        self.forget()

    def forget(self) -> None:
        """Read the theme's fonts anew and drop what was drawn in the old colours."""
        self.maker = BubbleMaker(self._theme)
        self._small = QFontMetrics(self.maker.small)
        self._thumbnails.forget()

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

    def pill(self, painter: QPainter, column: QRect, words: str) -> QRect:
        """Paint words on a rounded ground over whatever lies there, amid the top of a column; return where."""
        rect = QRect(0, column.top(), self._small.horizontalAdvance(words) + 28, self._small.height() + 8)
        rect.moveLeft(column.center().x() - rect.width() // 2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._theme.line)
        painter.setBrush(self._theme.raised)
        painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), rect.height() / 2, rect.height() / 2)
        painter.setPen(self._theme.muted)
        painter.setFont(self.maker.small)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, words)
        return rect

    def bubble(
        self,
        painter: QPainter,
        at: QPoint,
        bubble: Bubble,
        *,
        current: bool,
        hover: bool,
        focus: bool,
        marked: tuple[int, int] | None = None,
    ) -> None:
        """Paint a contact with its row's top left corner at `at`; `marked` are the places between which words are."""
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
        painter.drawPixmap(bubble.arrow, self._thumbnails.icon(painter, arrow, 14, colour))
        channel = self._thumbnails.icon(painter, texts.CHANNEL_ICONS[bubble.contact.channel], 14, theme.muted)
        painter.drawPixmap(bubble.arrow.translated(18, 0), channel)
        painter.setFont(self.maker.small)
        for piece in bubble.pieces:
            self._piece(painter, piece)
        painter.setPen(theme.text)
        if bubble.subject:
            bubble.subject.draw(painter, bubble.subject_at)
        if bubble.text:
            bubble.text.draw(painter, bubble.text_at, _selection(marked) if marked else [])
        if bubble.fold:
            painter.setPen(theme.accent)
            painter.setFont(self.maker.small)
            painter.drawText(bubble.fold, Qt.AlignmentFlag.AlignVCenter, bubble.link)
        for rect, exhibit in bubble.thumbs:
            self._thumbnails.paint(painter, rect, exhibit)
        if bubble.more:
            painter.setPen(QPen(theme.line, 1))
            painter.setBrush(theme.chip)
            painter.drawRoundedRect(QRectF(bubble.more[0]).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
            painter.setPen(theme.text)
            painter.setFont(self.maker.small)
            painter.drawText(bubble.more[0], Qt.AlignmentFlag.AlignCenter, bubble.more[1])
        painter.restore()

    def _card(self, painter: QPainter, bubble: Bubble, *, current: bool, hover: bool, focus: bool) -> None:
        theme = self._theme
        own = bubble.contact.direction is Direction.OUT
        line = theme.accent if current and focus else theme.drawing if current or hover else theme.line
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


def _selection(marked: tuple[int, int]) -> list[QTextLayout.FormatRange]:
    """Return how marked words are drawn: as in any text field."""
    look, found = QTextCharFormat(), QTextLayout.FormatRange()
    palette = QGuiApplication.palette()
    look.setBackground(palette.color(QPalette.ColorRole.Highlight))
    look.setForeground(palette.color(QPalette.ColorRole.HighlightedText))
    found.start, found.length, found.format = marked[0], marked[1] - marked[0], look
    return [found]
