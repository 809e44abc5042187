"""Context menus from a plain list of entries."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from casebook.gui import icons

Entry = tuple[str, str, Callable[[], object]]
"""Words, icon name or "", and what to do."""


def popup(parent: QWidget, at: QPoint, entries: Sequence[Entry | None]) -> QMenu:
    """Open a menu at a point of the screen and return it; None is a separator."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for entry in entries:
        if entry is None:
            menu.addSeparator()
            continue
        words, icon, act = entry
        action = menu.addAction(words)
        if icon:
            action.setIcon(icons.icon(icon))
        action.triggered.connect(lambda _checked=False, act=act: act())
    menu.popup(at)
    return menu
