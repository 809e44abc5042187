"""Commands on the numbers that name things: references and the firm's ticket numbers."""

from __future__ import annotations

from casebook.gui import texts
from casebook.gui.commands.base import Commands
from casebook.gui.dialogs.reference_dialog import ReferenceDialog, TicketDialog
from casebook.journal.terms import ReferenceKind


class ReferenceCommands(Commands):
    """Open the dialogs and write what they give back."""

    def add(self, case_id: int, contact_id: int = 0, kind: ReferenceKind | None = None) -> ReferenceDialog:
        """Open the dialog for a new reference, perhaps one of a kind that is asked for."""
        case = self.journal.cases.get(case_id)
        place = texts.joined(case.number, case.title)
        dialog = ReferenceDialog(place, network=case.network, parent=self.window)
        if kind:
            dialog.kind.setCurrentIndex(dialog.kind.findData(kind))

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

    def add_ticket(self, case_id: int) -> TicketDialog:
        """Open the dialog for the firm's number."""
        case = self.journal.cases.get(case_id)
        dialog = TicketDialog(texts.joined(case.number, case.title), parent=self.window)
        dialog.on_save = lambda: self.feed.announce(self.journal.tickets.add(case_id, dialog.number.text().strip()))
        dialog.open()
        return dialog
