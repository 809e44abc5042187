"""Keys that work in text fields, too: some desktops give Ctrl+K a meaning there, and the field would keep it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid


class KeyFirst(QObject):
    """Keeps the widget that has the focus from claiming the keys of these actions."""

    def __init__(self, actions: Sequence[QAction], parent: QObject) -> None:
        super().__init__(parent)
        self._actions = tuple(actions)
        self._watched: QWidget | None = None
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._follow)
        self._follow(None, QApplication.focusWidget())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Answer in the widget's place whether it wants the key: no."""
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        key = QKeySequence(event.keyCombination())
        if not any(action.isEnabled() and action.shortcut() == key for action in self._actions):
            return super().eventFilter(watched, event)
        event.ignore()
        return True

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        if self._watched is not None and isValid(self._watched):  # a widget loses the focus while it is taken down, too
            self._watched.removeEventFilter(self)
            self._watched.destroyed.disconnect(self._gone)
        self._watched = now
        if now is not None:
            now.installEventFilter(self)
            now.destroyed.connect(self._gone)

    def _gone(self) -> None:
        if self._watched is not None and not isValid(self._watched):  # by now another may have the focus
            self._watched = None
