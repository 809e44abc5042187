"""What is marked on an exhibit to be covered: the areas, and every step back and forth."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from casebook.dossier.redaction.areas import Box, Span

Marked = tuple[Box | Span, ...]
T = TypeVar("T")


class Marks(QObject, Generic[T]):
    """The areas in the order in which they were marked."""

    changed = Signal()

    def __init__(self, areas: Sequence[T] = (), parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.areas: tuple[T, ...] = tuple(areas)
        self.stack = QUndoStack(self)

    def add(self, areas: Sequence[T], words: str) -> None:
        """Mark more; what is marked already is not marked twice. `words` name the step."""
        new = [area for area in dict.fromkeys(areas) if area not in self.areas]
        if new:
            self._push((*self.areas, *new), words)

    def change(self, index: int, area: T, words: str, *, steps: bool) -> None:
        """Move or resize one; with `steps` (the keys) what follows on the same one is undone at once with it."""
        if self.areas[index] != area:
            self._push((*self.areas[:index], area, *self.areas[index + 1 :]), words, key=index if steps else -1)

    def remove(self, index: int, words: str) -> None:
        """Take one away."""
        self._push((*self.areas[:index], *self.areas[index + 1 :]), words)

    def put(self, areas: tuple[T, ...]) -> None:
        """Take these for what is marked (called by the steps)."""
        self.areas = areas
        self.changed.emit()

    def _push(self, areas: tuple[T, ...], words: str, key: int = -1) -> None:
        self.stack.push(_Step(self, areas, words, key))


class _Step(QUndoCommand, Generic[T]):
    def __init__(self, marks: Marks[T], after: tuple[T, ...], words: str, key: int) -> None:
        super().__init__(words)
        self._marks, self._before, self._after, self._key = marks, marks.areas, after, key

    def redo(self) -> None:
        self._marks.put(self._after)

    def undo(self) -> None:
        self._marks.put(self._before)

    def id(self) -> int:
        return self._key

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, _Step) or other.id() != self._key:
            return False
        self._after = other._after
        return True
