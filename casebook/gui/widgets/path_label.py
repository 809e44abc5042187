"""A path in one line: its middle gives way where the room is short, and the whole stands in the tooltip."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from casebook.gui.tips import plain_tip


class PathLabel(QLabel):
    """Shows a path; the user's own folder is `~`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._path = Path()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("kind", "muted")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def set_path(self, path: Path) -> None:
        """Show another path."""
        self._path = path
        self.setToolTip(plain_tip(str(path)))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        home = Path.home()
        words = str(Path("~") / self._path.relative_to(home)) if self._path.is_relative_to(home) else str(self._path)
        self.setText(self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideMiddle, max(60, self.width() - 2)))
