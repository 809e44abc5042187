"""The ground of a row in a painted list: chosen, under the mouse, and where the keys go."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle

from casebook.gui.theme import Theme

_FOCUS_BAR = 3


def paint_ground(painter: QPainter, rect: QRect, state: QStyle.StateFlag, theme: Theme) -> None:
    """Fill a row that is chosen, or that the mouse is over."""
    if state & QStyle.StateFlag.State_Selected:
        painter.fillRect(rect, theme.accent_soft)
    elif state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(rect, theme.raised)


def paint_focus_bar(painter: QPainter, rect: QRect, state: QStyle.StateFlag, theme: Theme) -> None:
    """Draw a bar at the edge of a chosen row that the keys go to."""
    if state & QStyle.StateFlag.State_Selected and state & QStyle.StateFlag.State_HasFocus:
        painter.fillRect(QRect(rect.left(), rect.top(), _FOCUS_BAR, rect.height()), theme.accent)


def is_ringed(state: QStyle.StateFlag) -> bool:
    """Return whether the focus is to be shown: it is here, and the user moves it by keyboard."""
    return bool(state & QStyle.StateFlag.State_HasFocus and state & QStyle.StateFlag.State_KeyboardFocusChange)
