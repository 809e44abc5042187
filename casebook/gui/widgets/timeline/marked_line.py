"""One line of plain text in which some stretches are emphasised."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QPoint, QRect, QRectF
from PySide6.QtGui import QColor, QFont, QPainter, QTextCharFormat, QTextLayout, QTextLine, QTextOption

_WHOLE = 100_000
"""Wide enough for any line."""


def draw_marked(
    painter: QPainter, box: QRect, words: str, marks: Sequence[tuple[int, int]], font: QFont, text: QColor, mark: QColor
) -> None:
    """Draw `words` on one line in `box`, with dots for what does not fit; `marks` (start, length) bold and coloured."""
    layout, line = _laid_out(fitting(words, marks, font, box.width()), marks, font, mark, box.width())
    painter.save()
    painter.setPen(text)
    painter.setClipRect(box)
    layout.draw(painter, QPoint(box.left(), box.top() + int((box.height() - line.height()) / 2)), [], QRectF(box))
    painter.restore()


def fitting(words: str, marks: Sequence[tuple[int, int]], font: QFont, width: int) -> str:
    """Return the words, or as many of them as there is room for with dots after them."""

    def wide(shown: str) -> int:
        layout, line = _laid_out(shown, marks, font, QColor(), _WHOLE)
        taken = ceil(line.naturalTextWidth())
        del layout  # not before: the line is a part of it
        return taken

    if wide(words) <= width:
        return words
    most = bisect_right(range(len(words)), width, key=lambda count: wide(f"{words[:count]}…")) - 1
    whole = QTextLayout(words, font)
    if most > 0 and not whole.isValidCursorPosition(most):  # in the middle of what is one sign to a reader
        most = whole.previousCursorPosition(most)
    return f"{words[: max(most, 0)].rstrip()}…"


def _laid_out(
    words: str, marks: Sequence[tuple[int, int]], font: QFont, mark: QColor, width: int
) -> tuple[QTextLayout, QTextLine]:
    emphasis = QTextCharFormat()
    emphasis.setFontWeight(QFont.Weight.Bold)
    emphasis.setForeground(mark)
    ranges = []
    for start, length in marks:
        each = QTextLayout.FormatRange()
        each.start, each.length, each.format = start, length, emphasis
        ranges.append(each)
    layout = QTextLayout(words, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    layout.setTextOption(option)
    layout.setFormats(ranges)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(width)  # words that run from right to left begin at its end
    layout.endLayout()
    return layout, line
