"""A line with emphasised stretches: what does not fit ends in dots, and what runs from right to left is seen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from casebook.gui.theme import Theme
from casebook.gui.widgets.timeline.marked_line import draw_marked, fitting

WIDE = 200


def ink(words: str, marks: list[tuple[int, int]], theme: Theme) -> int:
    """Return how many dots of a line in a box are not paper."""
    image = QImage(WIDE, 30, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    draw_marked(painter, QRect(0, 0, WIDE, 30), words, marks, theme.font(), QColor("black"), QColor("black"))
    painter.end()
    return sum(image.pixelColor(x, y) != QColor("white") for x in range(WIDE) for y in range(30))


@pytest.mark.parametrize("words", ["withdrawal refused, order 88213, " * 4, "提币申请被拒绝" * 9, "👩‍👩‍👧‍👦" * 40])
def test_what_does_not_fit_ends_in_dots(qapp: QApplication, theme: Theme, words: str) -> None:
    shown = fitting(words, [(0, 4)], theme.font(), WIDE)
    assert shown.endswith("…")
    assert words.startswith(shown[:-1])
    assert 1 < len(shown) < len(words)
    assert fitting("short", [], theme.font(), WIDE) == "short"
    assert fitting(words, [], theme.font(), 0) == "…"


def test_words_from_right_to_left_are_in_the_box(qapp: QApplication, theme: Theme) -> None:
    assert ink("منصة الصقر", [(0, 4)], theme) > 20
    assert ink("בורסת הנשר (KX)", [], theme) > 20
    assert ink("", [], theme) == 0
