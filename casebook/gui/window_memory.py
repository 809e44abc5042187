"""Where size and place of the window are remembered: nothing that anybody needs to read, so Qt's own store will do."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QMainWindow, QWidget


class WindowMemory:
    """Keeps the geometry of the window and the widths of its columns in one INI file."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def keep(self, window: QMainWindow, columns: Mapping[str, QByteArray]) -> None:
        """Write down what the window looks like now; a disk that refuses is no reason not to close."""
        store = self._store()
        store.setValue("geometry", window.saveGeometry())
        for name, state in columns.items():
            store.setValue(name, state)

    def restore_window(self, window: QMainWindow) -> None:
        """Give the window its size and place, if any is known."""
        if isinstance(geometry := self._store().value("geometry"), QByteArray):
            window.restoreGeometry(geometry)

    def keep_beside(self, name: str, window: QWidget) -> None:
        """Write down where a window beside the main one stands, and how large."""
        self._store().setValue(f"beside/{name}", window.saveGeometry())

    def restore_beside(self, name: str, window: QWidget) -> None:
        """Give a window beside the main one its size and place, if any is known."""
        if isinstance(geometry := self._store().value(f"beside/{name}"), QByteArray):
            window.restoreGeometry(geometry)

    def columns(self) -> dict[str, QByteArray]:
        """Return the states that were kept, by name."""
        store = self._store()
        found = {name: store.value(name) for name in store.allKeys() if name != "geometry" and "/" not in name}
        return {name: state for name, state in found.items() if isinstance(state, QByteArray)}

    def _store(self) -> QSettings:
        return QSettings(str(self._path), QSettings.Format.IniFormat)
