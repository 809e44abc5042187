"""Commands on a recorded contact: look at it, amend it, say what it leaves open."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from casebook.gui.commands.base import Commands
from casebook.gui.commands.found import FoundCommands
from casebook.gui.feed import Feed
from casebook.journal import Changes
from casebook.journal.ending import consent_to_recordings

if TYPE_CHECKING:
    from casebook.gui.dialogs.amend_dialog import AmendDialog
    from casebook.gui.dialogs.annotate_dialog import AnnotateDialog
    from casebook.gui.dialogs.contact_dialog import ContactDialog
    from casebook.gui.dialogs.details_dialog import DetailsDialog
    from casebook.gui.widgets.found_bar import FoundBar
    from casebook.journal import Journal
    from casebook.journal.incoming import Mail


class ContactCommands(Commands):
    """Open the dialogs of a contact and write what they give back."""

    exhibit_requested = Signal(int)
    """An exhibit was clicked in a dialog of this group."""
    parts_requested = Signal(int)
    """What was understood of a mail is to be told."""
    promise_requested = Signal(int, int, str)
    """Words of a contact are a promise: case, contact, words."""
    request_requested = Signal(int, int, str)
    """Words of a contact are a request: case, contact, words."""
    mail_shown = Signal(object, int)
    """A panel for who wrote a mail, and its contact."""
    mail_save_requested = Signal(int)
    """The mail of a contact is to be saved."""

    def __init__(self, journal: Journal, feed: Feed, window: QWidget) -> None:
        super().__init__(journal, feed, window)
        self._found = FoundCommands(journal, feed, window)
        self._found.said.connect(self.said)

    def use(self, journal: Journal) -> None:
        """Write to the same casebook opened anew."""
        super().use(journal)
        self._found.use(journal)

    def show_found(self, bar: FoundBar, contact_id: int) -> None:
        """Show in a bar what a contact names that its case does not know."""
        self._found.follow(bar, contact_id)

    def open(self, contact_id: int) -> ContactDialog:
        """Show every fact of a contact and its earlier words."""
        from casebook.gui.dialogs.contact_dialog import ContactDialog

        contact = self.journal.contacts.get(contact_id)
        is_mail = contact_id in self.journal.mail.is_mail([contact_id])
        mail = self.journal.mail.of_contact(contact_id) if is_mail else None
        amendments = self.journal.contacts.amendments(contact_id)
        now = self.journal.clock()
        locked = self.journal.contacts.is_locked(contact, now)
        dialog = ContactDialog(
            contact, amendments, mail, now, locked=locked, came=self._came(contact_id, mail), parent=self.window
        )
        dialog.amend_requested.connect(self.amend)
        dialog.amend_requested.connect(lambda _contact_id: dialog.close())
        dialog.annotate_requested.connect(self.annotate)
        dialog.annotate_requested.connect(lambda _contact_id: dialog.close())
        dialog.details_requested.connect(self.details)
        dialog.details_requested.connect(lambda _contact_id: dialog.close())
        dialog.mail_save_requested.connect(self.mail_save_requested)
        dialog.exhibit_requested.connect(self.exhibit_requested)
        if case_id := contact.case_id:
            dialog.promise_requested.connect(lambda words: self.promise_requested.emit(case_id, contact_id, words))
            dialog.request_requested.connect(lambda words: self.request_requested.emit(case_id, contact_id, words))
        dialog.parts_requested.connect(self.parts_requested)
        self._found.follow(dialog.found, contact_id)
        if is_mail:
            self.mail_shown.emit(dialog.who, contact_id)
        dialog.open()
        return dialog

    def _came(self, contact_id: int, mail: Mail | None) -> Sequence[tuple[str, str]]:
        """Return where an imported message came from; nothing for what was written down here."""
        from casebook.gui.models.provenance import came_from, provenance

        if mail is not None:
            return provenance(mail, self.journal.mail.copies(contact_id))
        if contact_id not in self.journal.chats.is_chat([contact_id]):
            return ()
        chat = self.journal.chats.of_contact(contact_id)
        return [came_from(chat.source, chat.raw)]

    def amend(self, contact_id: int) -> AmendDialog:
        """Open the form for changing recorded facts."""
        from casebook.gui.dialogs.amend_dialog import AmendDialog

        contact = self.journal.contacts.get(contact_id)
        locked = self.journal.contacts.is_locked(contact, self.journal.clock())
        dialog = AmendDialog(contact, locked=locked, parent=self.window)

        def save() -> None:
            changes = self.journal.contacts.change(contact_id, dialog.reason.text(), **dialog.changes())
            self.feed.announce(changes)

        dialog.on_save = save
        dialog.open()
        return dialog

    def details(self, contact_id: int) -> DetailsDialog:
        """Open the form for how a contact went; consent goes on to its recordings that have none of their own."""
        from casebook.gui.dialogs.details_dialog import DetailsDialog

        contact = self.journal.contacts.get(contact_id)
        dialog = DetailsDialog(contact, parent=self.window)

        def save() -> None:
            details = dialog.fields.details()
            if details != contact.details:
                with self.journal.transaction():
                    parts = [self.journal.contacts.add_to(contact_id, details=details)]
                    parts += consent_to_recordings(self.journal, contact_id)
                self.feed.announce(Changes.merged(parts))

        dialog.on_save = save
        dialog.open()
        return dialog

    def annotate(self, contact_id: int) -> AnnotateDialog:
        """Open the form for what the recorded words leave open."""
        from casebook.gui.dialogs.annotate_dialog import AnnotateDialog

        contact = self.journal.contacts.get(contact_id)
        dialog = AnnotateDialog(contact, parent=self.window)

        def save() -> None:
            changed = {name: value for name, value in dialog.fields().items() if getattr(contact, name) != value}
            if changed:
                self.feed.announce(self.journal.contacts.add_to(contact_id, **changed))

        dialog.on_save = save
        dialog.open()
        return dialog
