"""The context menus of the case page."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, SignalInstance

from casebook.gui.widgets.cases.case_wishes import CaseWishes
from casebook.gui.widgets.popup import Entry, popup
from casebook.journal.terms import RequestState

if TYPE_CHECKING:
    from casebook.journal import Journal


class CaseMenus(QObject):
    """Opens menus whose entries are wishes of the page."""

    def __init__(
        self,
        wish: CaseWishes,
        journal: Journal,
        show_contact: Callable[[int], object],
        copy: Callable[[], object],
        marked: Callable[[], str],
    ) -> None:
        super().__init__(wish)
        self._wish, self._journal = wish, journal
        self._show_contact, self._copy, self._marked = show_contact, copy, marked

    def contact(self, contact_id: int, at: QPoint) -> None:
        """Open the menu of a contact, or of the words that are marked in it. Letters work without the menu, too."""
        wish = self._wish
        case_id = self._journal.contacts.get(contact_id).case_id or 0
        words = self._marked()
        entries: list[Entry | None] = [(self.tr("Copy") + "\tCtrl+C", "copy", self._copy), None] if words else []
        entries += self._keyed(contact_id, case_id, words)
        if words:
            popup(wish, at, entries)
            return
        entries += [
            (self.tr("Role and translation…"), "language", lambda: wish.annotate_requested.emit(contact_id)),
            (self.tr("Transfer…"), "money", lambda: wish.transfer_requested.emit(case_id, contact_id)),
            None,
            (self.tr("Copy text") + "\tCtrl+C", "copy", self._copy),
        ]
        if self._journal.mail.is_mail([contact_id]):
            entries.append(
                (self.tr("Open in mail program"), "email", lambda: wish.mail_open_requested.emit(contact_id))
            )
            entries.append((self.tr("Save mail as .eml…"), "save", lambda: wish.mail_save_requested.emit(contact_id)))
        delete = (self.tr("Delete") + "\tDel", "trash", lambda: wish.contact_delete_requested.emit(contact_id))
        purge = (self.tr("Purge…"), "x", lambda: wish.contact_purge_requested.emit(contact_id))
        popup(wish, at, [*entries, None, delete, purge])

    def press(self, key: str, contact_id: int) -> None:
        """Do what a letter stands for in the menu of a contact."""
        if key == "Del":
            self._wish.contact_delete_requested.emit(contact_id)
            return
        case_id = self._journal.contacts.get(contact_id).case_id or 0
        for entry in self._keyed(contact_id, case_id, self._marked()):
            if entry and entry[0].endswith("\t" + key):
                entry[2]()
                return

    def _keyed(self, contact_id: int, case_id: int, words: str) -> list[Entry | None]:
        """Return the entries that have a letter: those on marked words, or those on the contact as a whole."""
        wish, where = self._wish, (case_id, contact_id)
        if words:
            taken: list[tuple[str, str, SignalInstance]] = [
                (self.tr("Promise from these words…") + "\tP", "promise", wish.promise_marked),
                (self.tr("Request from these words…") + "\tR", "request", wish.request_marked),
                (self.tr("Reference from these words…") + "\tN", "reference", wish.reference_marked),
                (self.tr("These words are a ticket number") + "\tT", "ticket", wish.ticket_marked),
                (self.tr("Quote in the dossier") + "\tQ", "quote", wish.quote_requested),
            ]
            return [(text, icon, partial(signal.emit, *where, words)) for text, icon, signal in taken]
        return [
            (self.tr("Open") + "\tEnter", "open", lambda: wish.contact_requested.emit(contact_id)),
            (self.tr("Amend…") + "\tA", "edit", lambda: wish.amend_requested.emit(contact_id)),
            None,
            (self.tr("Promise…") + "\tP", "promise", lambda: wish.promise_requested.emit(*where)),
            (self.tr("Request…") + "\tR", "request", lambda: wish.request_requested.emit(*where)),
            (self.tr("Reference…") + "\tN", "reference", lambda: wish.reference_requested.emit(*where)),
            (self.tr("Follow-up…") + "\tF", "clock", lambda: wish.follow_up_requested.emit(*where)),
            (self.tr("Write to them…") + "\tW", "send", lambda: wish.write_requested.emit(case_id, "", contact_id, 0)),
            None,
        ]

    def quote(self, quote_id: int, at: QPoint) -> None:
        """Open the menu of a quoted passage."""
        wish, contact_id = self._wish, self._journal.quotes.get(quote_id).contact_id
        entries: list[Entry | None] = [
            (self.tr("Show contact"), "chat", lambda: self._show_contact(contact_id)),
            (self.tr("Say what it shows…"), "edit", lambda: wish.quote_note_requested.emit(quote_id)),
            None,
            (self.tr("Quote no more"), "x", lambda: wish.quote_remove_requested.emit(quote_id)),
        ]
        popup(wish, at, entries)

    def open_quote(self, quote_id: int) -> None:
        """Show the contact that a quoted passage is of."""
        self._show_contact(self._journal.quotes.get(quote_id).contact_id)

    def follow_up(self, follow_up_id: int, at: QPoint) -> None:
        """Open the menu of a follow-up."""
        wish = self._wish
        case_id = self._journal.follow_ups.get(follow_up_id).case_id
        entries: list[Entry | None] = [
            (self.tr("Write to them…"), "send", lambda: wish.write_requested.emit(case_id, "", 0, follow_up_id)),
            (self.tr("Done"), "done", lambda: wish.done_requested.emit(follow_up_id)),
            (self.tr("Snooze…"), "snooze", lambda: wish.snooze_requested.emit(follow_up_id)),
            (self.tr("Why this date?"), "question", lambda: wish.explain_requested.emit(follow_up_id)),
            None,
            (self.tr("No longer needed…"), "x", lambda: wish.drop_requested.emit(follow_up_id)),
        ]
        popup(wish, at, entries)

    def exhibit(self, exhibit_id: int, at: QPoint) -> None:
        """Open the menu of an exhibit."""
        wish = self._wish
        contact_id = self._journal.exhibits.get(exhibit_id).contact_id
        entries: list[Entry | None] = [
            (self.tr("Open"), "open", lambda: wish.exhibit_requested.emit(exhibit_id)),
            (self.tr("Save a copy…"), "save", lambda: wish.exhibit_save_requested.emit(exhibit_id)),
            (self.tr("Describe…"), "edit", lambda: wish.exhibit_describe_requested.emit(exhibit_id)),
            (self.tr("Details for the dossier…"), "info", lambda: wish.exhibit_facts_requested.emit(exhibit_id)),
            (self.tr("Redact a copy…"), "eye-off", lambda: wish.exhibit_redact_requested.emit(exhibit_id)),
        ]
        if contact_id:
            entries += [None, (self.tr("Show contact"), "chat", lambda: self._show_contact(contact_id))]
        delete = (self.tr("Delete"), "trash", lambda: wish.exhibit_delete_requested.emit(exhibit_id))
        purge = (self.tr("Purge…"), "x", lambda: wish.exhibit_purge_requested.emit(exhibit_id))
        popup(wish, at, [*entries, None, delete, purge])

    def transfer(self, transfer_id: int, at: QPoint) -> None:
        """Open the menu of a transfer."""
        wish = self._wish
        transfer = self._journal.transfers.get(transfer_id)
        entries: list[Entry | None] = [
            (self.tr("Edit…"), "edit", lambda: wish.transfer_edit_requested.emit(transfer_id))
        ]
        if exhibit_id := transfer.exhibit_id:
            entries.append((self.tr("Show exhibit"), "exhibit", lambda: wish.exhibit_requested.emit(exhibit_id)))
        if contact_id := transfer.contact_id:
            entries.append((self.tr("Show contact"), "chat", lambda: self._show_contact(contact_id)))
        remove = (self.tr("Take out"), "x", lambda: wish.transfer_remove_requested.emit(transfer_id))
        popup(wish, at, [*entries, None, remove])

    def loss(self, loss_id: int, at: QPoint) -> None:
        """Open the menu of a line of what is claimed."""
        wish = self._wish
        entries: list[Entry | None] = [(self.tr("Edit…"), "edit", lambda: wish.loss_edit_requested.emit(loss_id))]
        if exhibit_id := self._journal.losses.get(loss_id).exhibit_id:
            entries.append((self.tr("Show exhibit"), "exhibit", lambda: wish.exhibit_requested.emit(exhibit_id)))
        remove = (self.tr("Take out"), "x", lambda: wish.loss_remove_requested.emit(loss_id))
        popup(wish, at, [*entries, None, remove])

    def open_promise(self, promise_id: int) -> None:
        """Show where a promise was made; where that is not known, ask what became of it."""
        if contact_id := self._journal.promises.get(promise_id).contact_id:
            self._show_contact(contact_id)
        else:
            self._wish.promise_answer_requested.emit(promise_id)

    def open_request(self, request_id: int) -> None:
        """Show where something was asked for; where that is not known, open the request."""
        if contact_id := self._journal.requests.get(request_id).contact_id:
            self._show_contact(contact_id)
        else:
            self._wish.request_edit_requested.emit(request_id)

    def promise(self, promise_id: int, at: QPoint) -> None:
        """Open the menu of a promise."""
        wish = self._wish
        promise = self._journal.promises.get(promise_id)
        entries: list[Entry | None] = [
            (self.tr("Kept or broken…"), "promise", lambda: wish.promise_answer_requested.emit(promise_id)),
            (self.tr("Edit…"), "edit", lambda: wish.promise_edit_requested.emit(promise_id)),
        ]
        if contact_id := promise.contact_id:
            entries.append((self.tr("Show contact"), "chat", lambda: self._show_contact(contact_id)))
        if exhibit_id := promise.exhibit_id:
            entries.append((self.tr("Show exhibit"), "exhibit", lambda: wish.exhibit_requested.emit(exhibit_id)))
        popup(wish, at, entries)

    def request(self, request_id: int, at: QPoint) -> None:
        """Open the menu of what support asked for."""
        wish = self._wish
        request = self._journal.requests.get(request_id)
        entries: list[Entry | None] = []
        if request.state is RequestState.OPEN:
            entries.append((self.tr("Supplied…"), "done", lambda: wish.supply_requested.emit(request_id)))
        else:
            again = self.tr("Not supplied after all")
            entries.append((again, "request", lambda: wish.request_reopen_requested.emit(request_id)))
        entries.append((self.tr("Edit…"), "edit", lambda: wish.request_edit_requested.emit(request_id)))
        if contact_id := request.contact_id:
            entries.append((self.tr("Show contact"), "chat", lambda: self._show_contact(contact_id)))
        if sent_id := request.supplied_contact_id:
            entries.append((self.tr("Show what was sent"), "email", lambda: self._show_contact(sent_id)))
        popup(wish, at, entries)
