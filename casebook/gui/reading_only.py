"""A casebook that can only be read: the window says why for as long as it is open, and offers nothing that writes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QAbstractButton

from casebook.gui import texts

if TYPE_CHECKING:
    from casebook.gui.main_window import MainWindow
    from casebook.journal import Journal


class ReadingOnly(QObject):
    """Watches which casebook a window shows."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        window.attached.connect(self._attached)
        window.detached.connect(self._detached)

    def _attached(self, journal: Journal) -> None:
        reason, window = journal.read_only, self._window
        if reason is None or window.body is None:
            return
        window.notices.hold(lambda: texts.error_text(reason))
        window.actions_.read_only = True
        window.actions_.allow(journal=True, case=bool(window.body.case_id))
        window.body.case_page.composer.setEnabled(False)
        for button in window.body.findChildren(QAbstractButton):
            if button.property("writes"):
                button.setEnabled(False)

    def _detached(self) -> None:
        self._window.notices.hold(None)
        self._window.actions_.read_only = False
