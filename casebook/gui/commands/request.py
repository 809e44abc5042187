"""Commands on what support asked for: take it down, change it, and say with what it was supplied."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casebook.gui.commands.said import SaidCommands
from casebook.journal.records import Request

if TYPE_CHECKING:
    from casebook.gui.dialogs.request_dialog import RequestDialog, SupplyDialog


class RequestCommands(SaidCommands):
    """Open the dialogs of requests and write what they give back."""

    def add(self, case_id: int, contact_id: int = 0, words: str = "") -> RequestDialog:
        """Open the dialog for a new request, perhaps one made in a certain contact, in certain words."""
        from casebook.gui.dialogs.request_dialog import RequestDialog

        contacts = self.contacts(case_id, contact_id)
        dialog = RequestDialog(
            self.place(case_id), self.now(), contacts, chosen=contact_id, words=words, parent=self.window
        )
        dialog.on_save = lambda: self._add(case_id, dialog)
        return self.opened(case_id, dialog)

    def edit(self, request_id: int) -> RequestDialog:
        """Open the dialog of a request."""
        from casebook.gui.dialogs.request_dialog import RequestDialog

        request = self.journal.requests.get(request_id)
        contacts = self.contacts(request.case_id, request.contact_id or 0)
        dialog = RequestDialog(
            self.place(request.case_id),
            self.now(),
            contacts,
            chosen=request.contact_id or 0,
            request=request,
            parent=self.window,
        )
        dialog.on_save = lambda: self._edit(request, dialog)
        return self.opened(request.case_id, dialog)

    def supply(self, request_id: int) -> SupplyDialog:
        """Ask with which contact a request was supplied, or when."""
        from casebook.gui.dialogs.request_dialog import SupplyDialog

        request = self.journal.requests.get(request_id)
        contacts = self.contacts(request.case_id, ours=True)
        dialog = SupplyDialog(request, self.now(), contacts, parent=self.window)
        dialog.on_save = lambda: self._supply(request, dialog)
        dialog.open()
        return dialog

    def reopen(self, request_id: int) -> None:
        """Take back that a request was supplied."""
        from casebook.gui.models.asked_words import request_ring

        request = self.journal.requests.get(request_id)
        if self.write(lambda: self.journal.requests.reopen(request_id, ring=request_ring())):
            self.said.emit(self.tr("Wanted again: {words}").format(words=request.text), None)

    def _add(self, case_id: int, dialog: RequestDialog) -> None:
        from casebook.gui.models.asked_words import request_ring

        ring = request_ring() if dialog.wants_reminder() else ""
        fields = dialog.fields()
        self.feed.announce(self.journal.requests.add(case_id, fields.pop("text"), **fields, ring=ring))

    def _edit(self, request: Request, dialog: RequestDialog) -> None:
        from casebook.gui.models.asked_words import request_ring

        changed = {name: value for name, value in dialog.fields().items() if getattr(request, name) != value}
        if changed:
            ring = request_ring() if dialog.wants_reminder() else ""
            self.feed.announce(self.journal.requests.edit(request.id, ring=ring, **changed))

    def _supply(self, request: Request, dialog: SupplyDialog) -> None:
        self.feed.announce(self.journal.requests.supply(request.id, contact_id=dialog.contact_id(), at=dialog.at()))
        self.said.emit(self.tr("Supplied: {words}").format(words=request.text), lambda: self.reopen(request.id))
