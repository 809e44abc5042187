"""Commands on mail that waits: file it, make a case of it, discard it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from casebook.gui.commands.base import Commands
from casebook.gui.commands.case import CaseCommands
from casebook.gui.feed import Feed
from casebook.journal import Changes

if TYPE_CHECKING:
    from casebook.gui.dialogs.case_chooser import CaseChooser
    from casebook.gui.dialogs.case_dialog import CaseDialog
    from casebook.journal import Journal


class MailCommands(Commands):
    """File what waits, make a case of it, discard it."""

    def __init__(self, journal: Journal, feed: Feed, window: QWidget, cases: CaseCommands) -> None:
        super().__init__(journal, feed, window)
        self._cases = cases

    def file(self, contact_ids: Sequence[int], case_id: int) -> None:
        """File waiting mails in a case; what is said carries the way back."""
        ids = list(contact_ids)
        if self.write(lambda: self.journal.inbox.file(ids, case_id)):
            words = self.tr("%n mail(s) filed in {case}", None, len(ids)).format(case=f"C-{case_id}")
            self.said.emit(words, lambda: self._unfile(ids))

    def file_sure(self) -> None:
        """File everything that waits and certainly belongs to a case."""
        from casebook.mail.filing.matching import Matcher

        waiting = [row.contact_id for row in self.journal.inbox.waiting()]
        filed = list[int]()

        def settle() -> Changes:
            settled, changes = Matcher.from_journal(self.journal).settle(waiting)
            filed.extend(settled)
            return changes

        if self.write(settle) and filed:
            words = self.tr("%n mail(s) filed in the cases they belong to", None, len(filed))
            self.said.emit(words, lambda: self._unfile(filed))

    def _unfile(self, ids: Sequence[int]) -> None:
        if self.write(lambda: self.journal.inbox.unfile(ids)):
            self.said.emit(self.tr("%n mail(s) put back into the inbox", None, len(ids)), None)

    def choose(self, contact_ids: Sequence[int]) -> CaseChooser:
        """Ask for the case to file waiting mails in."""
        from casebook.gui.dialogs.case_chooser import CaseChooser

        ids = list(contact_ids)
        heading = self.tr("File %n mail(s) in which case?", None, len(ids))
        chooser = CaseChooser(heading, self.journal.cases.rows(), parent=self.window)
        chooser.chosen.connect(partial(self.file, ids))
        chooser.new_requested.connect(partial(self.new_case, ids))
        chooser.open()
        return chooser

    def new_case(self, contact_ids: Sequence[int]) -> CaseDialog:
        """Make a case of waiting mails, and file them there in the same commit."""
        from casebook.gui.models.asked_words import rings
        from casebook.mail.filing import case_draft

        ids = list(contact_ids)
        drafted = case_draft.draft(self.journal, ids)

        def then(case_id: int) -> Changes:
            filed = self.journal.inbox.file(ids, case_id)
            return Changes.merged((filed, case_draft.record(self.journal, dialog.chosen_found(), rings())))

        def fill(new: CaseDialog) -> None:
            new.propose_more(
                account_id=drafted.account_id,
                began=drafted.began,
                amount=drafted.amount,
                asset=drafted.asset,
                found=drafted.found,
            )

        dialog = self._cases.new(
            title=drafted.title, firm_id=drafted.firm_id, firm_name=drafted.firm_name, fill=fill, then=then
        )
        return dialog

    def discard(self, contact_ids: Sequence[int]) -> None:
        """Take waiting mails out of the inbox; what is said carries the way back."""
        ids = list(contact_ids)
        if self.write(lambda: self.journal.inbox.discard(ids)):
            words = self.tr("%n mail(s) discarded", None, len(ids))
            self.said.emit(words, lambda: self.write(lambda: self.journal.inbox.restore(ids)))
