"""Commands on what support asked for: take it down, and mark it as supplied."""

from __future__ import annotations

from casebook.gui import texts
from casebook.gui.commands.base import Commands
from casebook.gui.dialogs.request_dialog import RequestDialog


class RequestCommands(Commands):
    """Open the dialog of a request and write what it gives back."""

    def add(self, case_id: int, contact_id: int = 0) -> RequestDialog:
        """Open the dialog for a new request."""
        case = self.journal.cases.get(case_id)
        dialog = RequestDialog(texts.joined(case.number, case.title), parent=self.window)

        def save() -> None:
            words, contact = dialog.words.text(), contact_id or None
            self.feed.announce(self.journal.requests.add(case_id, words, contact_id=contact))

        dialog.on_save = save
        dialog.open()
        return dialog

    def supply(self, request_id: int) -> None:
        """Mark a request as supplied now."""
        request = self.journal.requests.get(request_id)
        if self.write(lambda: self.journal.requests.supply(request_id)):
            self.said.emit(self.tr("Supplied: {words}").format(words=request.text), None)
