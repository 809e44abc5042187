"""The wiring of the Edit menu: the way back of every command, and what a key would do, for those who use the menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from casebook.gui.links import Links
from casebook.gui.undo import Undo

if TYPE_CHECKING:
    from casebook.gui.body import Body
    from casebook.gui.commands.all import AllCommands
    from casebook.gui.main_window import MainWindow


def wire_undo(window: MainWindow, body: Body, do: AllCommands, links: Links) -> None:
    """Connect what the commands say with the notice bar, by way of what takes it back."""
    act, undo = window.actions_, Undo(do.case.journal, window.feed, window.actions_, window.worker, body)
    links.join(do.said, undo.say)
    undo.said.connect(window.notices.say)
    undo.refused.connect(do.case.show_error)
    undo.taken.connect(window.notices.forget)
    links.join(act["undo"].triggered, undo.take_last)
    links.join(act["copy"].triggered, lambda: _press(Qt.Key.Key_C))
    links.join(act["select_all"].triggered, lambda: _press(Qt.Key.Key_A))


def _press(key: Qt.Key) -> None:
    """Give what has the focus the key that it knows: a field copies its words, a list its rows."""
    if focus := QApplication.focusWidget():
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(focus, QKeyEvent(kind, key, Qt.KeyboardModifier.ControlModifier))
