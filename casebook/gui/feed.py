"""The one feed: whoever wrote something says so here, and whoever shows something listens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:  # loaded after the first paint
    from casebook.journal.changes import Changes


class Feed(QObject):
    """Carries every `Changes` of this window from the commands to the models. Lives on the GUI thread."""

    changed = Signal(object)
    """A `Changes`. Look at `changes.cases` and `changes.touches(Kind.…)` to see whether it concerns you."""

    def announce(self, changes: Changes) -> None:
        """Tell every listener what a write changed. A write that touched nothing is not announced."""
        if changes.made or changes.ids or changes.cases:
            self.changed.emit(changes)
