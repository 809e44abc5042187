"""Deleting cases, contacts and exhibits, which a click takes back, and the bin that they lie in."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from casebook.gui.commands.base import Commands
from casebook.gui.feed import Feed
from casebook.gui.theme import Theme
from casebook.journal import Changes
from casebook.journal.changes import Kind
from casebook.journal.removal.bin import Binned

if TYPE_CHECKING:
    from casebook.gui.dialogs.bin_dialog import BinDialog
    from casebook.journal import Journal


class BinCommands(Commands):
    """Nothing is asked before a deletion: it can be taken back for as long as the bin keeps it."""

    case_deleted = Signal(int)
    """A case went into the bin; whoever shows it turns elsewhere."""

    def __init__(self, journal: Journal, feed: Feed, window: QWidget, theme: Theme) -> None:
        super().__init__(journal, feed, window)
        self._theme = theme

    def show(self) -> BinDialog:
        """Show what can be put back."""
        from casebook.gui.dialogs.bin_dialog import BinDialog

        dialog = BinDialog(self._theme, writable=self.journal.read_only is None, parent=self.window)

        def fill() -> None:
            days = self.journal.preferences.get().bin_days
            dialog.show_contents(self.journal.bin.contents(), days, self.journal.clock())

        def put_back(found: Binned) -> None:
            if self._put_back(found.kind, found.id, found.label):
                fill()

        def empty() -> None:
            if self.write(lambda: self.journal.bin.empty(self.journal.clock(), everything=True).changes):
                fill()

        dialog.put_back_requested.connect(put_back)
        dialog.empty_requested.connect(empty)
        fill()
        dialog.open()
        return dialog

    def delete_case(self, case_id: int) -> None:
        """Put a case into the bin."""
        name = f"C-{case_id}"
        if self._delete(lambda: self.journal.bin.delete_case(case_id), Kind.CASE, case_id, name):
            self.case_deleted.emit(case_id)

    def delete_contact(self, contact_id: int) -> None:
        """Put a contact with its exhibits into the bin."""
        self._delete(
            lambda: self.journal.bin.delete_contact(contact_id), Kind.CONTACT, contact_id, self.tr("The contact")
        )

    def delete_exhibit(self, exhibit_id: int) -> None:
        """Put an exhibit into the bin; its number stays taken."""
        name = self.journal.exhibits.get(exhibit_id).label
        self._delete(lambda: self.journal.bin.delete_exhibit(exhibit_id), Kind.EXHIBIT, exhibit_id, name)

    def _delete(self, call: Callable[[], Changes], kind: Kind, record_id: int, name: str) -> bool:
        if self.write(call) is None:
            return False
        said = self.tr("{what} is in the bin").replace("{what}", name)
        self.said.emit(said, partial(self._put_back, kind, record_id, name))
        return True

    def _put_back(self, kind: Kind, record_id: int, name: str) -> bool:
        if self.write(lambda: self.journal.bin.restore(kind, record_id)) is None:
            return False
        self.said.emit(self.tr("{what} is back where it was").replace("{what}", name), None)
        return True
