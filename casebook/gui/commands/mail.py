"""Commands on mail that waits: file it, make a case of it, discard it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from casebook.gui.commands.base import Commands
from casebook.gui.commands.case import CaseCommands
from casebook.gui.dialogs.case_chooser import CaseChooser
from casebook.gui.dialogs.case_dialog import CaseDialog
from casebook.gui.feed import Feed
from casebook.gui.models.inbox_items import bare_subject
from casebook.journal.terms import Direction

if TYPE_CHECKING:
    from casebook.journal import Journal


class MailCommands(Commands):
    """File what waits, make a case of it, discard it."""

    def __init__(self, journal: Journal, feed: Feed, window: QWidget, cases: CaseCommands) -> None:
        super().__init__(journal, feed, window)
        self._cases = cases

    def file(self, contact_ids: Sequence[int], case_id: int) -> None:
        """File waiting mails in a case."""
        ids = list(contact_ids)
        if self.write(lambda: self.journal.inbox.file(ids, case_id)):
            words = self.tr("%n mail(s) filed in {case}", None, len(ids)).format(case=f"C-{case_id}")
            self.said.emit(words, None)

    def choose(self, contact_ids: Sequence[int]) -> CaseChooser:
        """Ask for the case to file waiting mails in."""
        ids = list(contact_ids)
        heading = self.tr("File %n mail(s) in which case?", None, len(ids))
        chooser = CaseChooser(heading, self.journal.cases.rows(), parent=self.window)
        chooser.chosen.connect(partial(self.file, ids))
        chooser.new_requested.connect(partial(self.new_case, ids))
        chooser.open()
        return chooser

    def new_case(self, contact_ids: Sequence[int]) -> CaseDialog:
        """Make a case of waiting mails, and file them there in the same commit."""
        ids = list(contact_ids)
        first = self.journal.contacts.get(ids[0])
        return self._cases.new(
            title=bare_subject(first.subject),
            firm_id=self._firm_of(ids),
            firm_name=self._sender(ids),
            then=lambda case_id: self.journal.inbox.file(ids, case_id),
        )

    def discard(self, contact_ids: Sequence[int]) -> None:
        """Take waiting mails out of the inbox; what is said carries the way back."""
        ids = list(contact_ids)
        if self.write(lambda: self.journal.inbox.discard(ids)):
            words = self.tr("%n mail(s) discarded", None, len(ids))
            self.said.emit(words, lambda: self.write(lambda: self.journal.inbox.restore(ids)))

    def _firm_of(self, ids: Sequence[int]) -> int | None:
        """Return the firm whose account one of these mails was sent to or from, None where none or several fit."""
        people = set[str]()
        for mail in map(self.journal.mail.of_contact, ids):
            people |= {address.lower() for address in (mail.sender, *mail.to, *mail.cc)}
        firms = {
            account.firm_id
            for account in self.journal.accounts.all()
            if people & {address.lower() for address in (account.email, *account.aliases) if address}
        }
        return firms.pop() if len(firms) == 1 else None

    def _sender(self, ids: Sequence[int]) -> str:
        """Return the name under which the firm writes, as a first guess at what it is called."""
        for contact_id in ids:
            if self.journal.contacts.get(contact_id).direction is Direction.IN:
                return self.journal.mail.of_contact(contact_id).sender_name
        return ""
