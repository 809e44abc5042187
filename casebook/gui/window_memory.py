"""Where size and place of the window are remembered: nothing that anybody needs to read, so Qt's own store will do."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QMainWindow, QSplitter


class WindowMemory:
    """Keeps the geometry of the window and the state of its splitters in one INI file."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def keep(self, window: QMainWindow, splitters: Mapping[str, QSplitter]) -> None:
        """Write down what the window looks like now; a disk that refuses is no reason not to close."""
        store = self._store()
        store.setValue("geometry", window.saveGeometry())
        for name, splitter in splitters.items():
            store.setValue(name, splitter.saveState())

    def restore_window(self, window: QMainWindow) -> None:
        """Give the window its size and place, if any is known."""
        if isinstance(geometry := self._store().value("geometry"), QByteArray):
            window.restoreGeometry(geometry)

    def restore_splitters(self, splitters: Mapping[str, QSplitter]) -> None:
        """Give the splitters their state, if any is known."""
        store = self._store()
        for name, splitter in splitters.items():
            if isinstance(state := store.value(name), QByteArray):
                splitter.restoreState(state)

    def _store(self) -> QSettings:
        return QSettings(str(self._path), QSettings.Format.IniFormat)
