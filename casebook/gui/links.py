"""Connections that hold while a casebook is open: made in one place, and parted when it is locked or closed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QMetaObject, QObject, SignalInstance


class Links:
    """Remembers what it joined. The frame of the window outlives the casebook; what it is joined to does not."""

    def __init__(self) -> None:
        self._made: list[QMetaObject.Connection] = []

    def join(self, signal: SignalInstance, slot: Callable[..., object]) -> None:
        """Connect a signal until `part`."""
        self._made.append(signal.connect(slot))

    def part(self) -> None:
        """Undo every connection."""
        for connection in self._made:
            QObject.disconnect(connection)
        self._made.clear()
