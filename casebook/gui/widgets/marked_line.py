"""One line of plain text in which some stretches are emphasised."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPoint, QRect, QRectF
from PySide6.QtGui import QColor, QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption


def draw_marked(
    painter: QPainter, box: QRect, words: str, marks: Iterable[tuple[int, int]], font: QFont, text: QColor, mark: QColor
) -> None:
    """Draw `words` on one line in `box`, what does not fit cut off; `marks` (start, length) in bold and coloured."""
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
    line.setLineWidth(100_000)
    layout.endLayout()
    painter.save()
    painter.setPen(text)
    painter.setClipRect(box)
    layout.draw(painter, QPoint(box.left(), box.top() + int((box.height() - line.height()) / 2)), [], QRectF(box))
    painter.restore()
