"""Commands on the numbers that name things: references and the firm's ticket numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casebook.gui import texts
from casebook.gui.commands.base import Commands
from casebook.journal.terms import ReferenceKind

if TYPE_CHECKING:
    from casebook.gui.dialogs.reference_dialog import ReferenceDialog, TicketDialog


class ReferenceCommands(Commands):
    """Open the dialogs and write what they give back."""

    def add(
        self, case_id: int, contact_id: int = 0, kind: ReferenceKind | None = None, value: str = ""
    ) -> ReferenceDialog:
        """Open the dialog for a new reference, perhaps one of a kind that is asked for, or one that was marked."""
        from casebook.gui.dialogs.reference_dialog import ReferenceDialog

        case = self.journal.cases.get(case_id)
        place = texts.joined(case.number, case.title)
        dialog = ReferenceDialog(place, network=case.network, parent=self.window)
        if kind:
            dialog.kind.setCurrentIndex(dialog.kind.findData(kind))
        if value:
            dialog.take(" ".join(value.split()))

        def save() -> None:
            changes = self.journal.references.add(
                case_id,
                ReferenceKind(dialog.kind.currentData()),
                dialog.value.text().strip(),
                contact_id=contact_id or None,
                network=dialog.chosen_network(),
                note=dialog.note.text(),
            )
            self.feed.announce(changes)

        dialog.on_save = save
        dialog.open()
        return dialog

    def take_ticket(self, case_id: int, contact_id: int, words: str) -> None:
        """Take down the firm's number that was marked in a contact."""
        number = " ".join(words.split())
        if self.write(lambda: self.journal.tickets.add(case_id, number, contact_id or None)):
            self.said.emit(self.tr("Ticket number: {words}").format(words=number), None)

    def add_ticket(self, case_id: int) -> TicketDialog:
        """Open the dialog for the firm's number."""
        from casebook.gui.dialogs.reference_dialog import TicketDialog

        case = self.journal.cases.get(case_id)
        dialog = TicketDialog(texts.joined(case.number, case.title), parent=self.window)
        dialog.on_save = lambda: self.feed.announce(self.journal.tickets.add(case_id, dialog.number.text().strip()))
        dialog.open()
        return dialog
