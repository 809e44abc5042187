"""Commands on the passages that the dossier quotes: mark one, say what it shows, take it out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casebook.gui.commands.base import Commands

if TYPE_CHECKING:
    from casebook.gui.dialogs.quote_dialog import QuoteDialog

_TOLD = 60


class QuoteCommands(Commands):
    """Write which passages are quoted, and open the dialog of their notes."""

    def add(self, case_id: int, contact_id: int, words: str) -> None:
        """Have the dossier quote marked words of a contact."""
        del case_id  # the journal knows where the contact is
        if self.write(lambda: self.journal.quotes.add(contact_id, words)):
            told = " ".join(words.split())
            told = told if len(told) <= _TOLD else told[: _TOLD - 1] + "…"
            self.said.emit(self.tr("The dossier quotes “{words}”").format(words=told), None)

    def note(self, quote_id: int) -> QuoteDialog:
        """Open the dialog that says what a passage shows."""
        from casebook.gui.dialogs.quote_dialog import QuoteDialog

        quote = self.journal.quotes.get(quote_id)
        dialog = QuoteDialog(quote, parent=self.window)
        dialog.on_save = lambda: self.feed.announce(self.journal.quotes.note(quote_id, dialog.note.text()))
        dialog.open()
        return dialog

    def remove(self, quote_id: int) -> None:
        """Quote a passage no more."""
        if self.write(lambda: self.journal.quotes.remove(quote_id)):
            self.said.emit(self.tr("The dossier quotes these words no more"), None)
