"""A list whose rows are opened with Enter and ticked with Space."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView


class TickedRows(QListView):
    """Tells of the two keys; whoever holds it knows which row is current."""

    opened = Signal()
    ticked = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the two keys; leave the rest to the list."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Space:
            self.ticked.emit()
        else:
            super().keyPressEvent(event)
