"""Commands on cases: make, edit, close, reopen."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from casebook.gui.commands.base import Commands
from casebook.gui.commands.firm import FirmCommands
from casebook.gui.feed import Feed
from casebook.journal import Changes
from casebook.journal.records import Case, Contact
from casebook.journal.terms import Direction
from casebook.journal.times import moment, system_zone

if TYPE_CHECKING:
    from casebook.gui.dialogs.case_dialog import CaseDialog, CaseDraft
    from casebook.gui.dialogs.close_case_dialog import CloseCaseDialog
    from casebook.journal import Journal


_OFFERED = 200
"""So many contacts are offered as the firm's final position: it is among the latest, and a longer list is none."""


class CaseCommands(Commands):
    """Open the dialogs of a case and write what they give back."""

    case_made = Signal(int)
    """A case was made; whoever shows cases goes there."""

    def __init__(self, journal: Journal, feed: Feed, window: QWidget, firms: FirmCommands) -> None:
        super().__init__(journal, feed, window)
        self._firms = firms

    def new(
        self,
        *,
        title: str = "",
        firm_id: int | None = None,
        firm_name: str = "",
        fill: Callable[[CaseDialog], None] | None = None,
        then: Callable[[int], Changes] | None = None,
    ) -> CaseDialog:
        """Open the dialog for a new case; `fill` puts more into it beforehand.

        `then(case_id)` writes more in the same commit, such as filing mails.
        """
        dialog = self._dialog(None)
        dialog.propose(title=title, firm_id=firm_id, firm_name=firm_name)
        if fill:
            fill(dialog)
        dialog.on_save = lambda: self._create(dialog.draft(), then)
        dialog.open()
        return dialog

    def edit(self, case_id: int) -> CaseDialog:
        """Open the dialog of a case."""
        case = self.journal.cases.get(case_id)
        dialog = self._dialog(case)
        dialog.on_save = lambda: self._save(case, dialog.draft())
        dialog.open()
        return dialog

    def close(self, case_id: int) -> CloseCaseDialog:
        """Ask how a case ended, and close it."""
        from casebook.gui.dialogs.close_case_dialog import CloseCaseDialog

        case = self.journal.cases.get(case_id)
        still_open = self.journal.follow_ups.of_case(case_id, open_only=True)
        dialog = CloseCaseDialog(case, len(still_open), parent=self.window)
        dialog.on_save = lambda: self._close(
            case, dialog.outcome.toPlainText(), [f.id for f in still_open] if dialog.drop.isChecked() else []
        )
        dialog.open()
        return dialog

    def reopen(self, case_id: int) -> None:
        """Open a closed case again."""
        if self.write(lambda: self.journal.cases.reopen(case_id)):
            self.said.emit(self.tr("{number} is open again").format(number=f"C-{case_id}"), None)

    def _dialog(self, case: Case | None) -> CaseDialog:
        from casebook.gui.dialogs.case_dialog import CaseDialog

        now = moment(self.journal.clock(), system_zone())
        firms, accounts = self.journal.firms.all(), self.journal.accounts.all()
        contacts = self._answers(case) if case else []
        dialog = CaseDialog(firms, accounts, now, case=case, contacts=contacts, parent=self.window)
        dialog.account_requested.connect(
            lambda firm_id: self._firms.new_account(firm_id, then=dialog.add_account, parent=dialog)
        )
        return dialog

    def _answers(self, case: Case) -> list[Contact]:
        """Return the latest contacts in which the firm spoke, newest first, and the one that is named already."""
        spoke = [row.id for row in self.journal.contacts.timeline(case.id) if row.direction is not Direction.OUT]
        wanted = [*spoke[: -_OFFERED - 1 : -1]]
        if case.final_contact_id and case.final_contact_id not in wanted:
            wanted.append(case.final_contact_id)
        found = self.journal.contacts.many(wanted)
        return [found[number] for number in wanted if number in found]

    def _create(self, draft: CaseDraft, then: Callable[[int], Changes] | None) -> None:
        with self.journal.transaction():
            firm_id, made = self._firm(draft)
            added = self.journal.cases.add(firm_id, draft.title, **_fields(draft))
            tagged = self.journal.cases.retag(added.made, draft.tags)
            more = then(added.made) if then else Changes()
        self.feed.announce(Changes.merged((made, more, tagged, added)))
        self.case_made.emit(added.made)

    def _save(self, case: Case, draft: CaseDraft) -> None:
        with self.journal.transaction():
            firm_id, made = self._firm(draft)
            wanted = {**_fields(draft), **draft.further, "firm_id": firm_id, "title": draft.title}
            wanted["tags"] = draft.tags
            changed = {name: value for name, value in wanted.items() if getattr(case, name) != value}
            edited = self.journal.cases.edit(case.id, **changed) if changed else Changes()
        self.feed.announce(Changes.merged((made, edited)))

    def _firm(self, draft: CaseDraft) -> tuple[int, Changes]:
        """Return the firm of a draft, made now if it is not known yet."""
        if draft.firm_id is not None:
            return draft.firm_id, Changes()
        made = self.journal.firms.add(draft.firm_name, kind=draft.firm_kind, country=draft.firm_country)
        return made.made, made

    def _close(self, case: Case, outcome: str, drop: list[int]) -> None:
        reason = self.tr("the case was closed")
        with self.journal.transaction():
            parts = [self.journal.follow_ups.drop(follow_up_id, reason) for follow_up_id in drop]
            parts.append(self.journal.cases.close(case.id, outcome.strip()))
        self.feed.announce(Changes.merged(parts))
        self.said.emit(self.tr("{number} is closed").format(number=case.number), None)  # undo opens the follow-ups too


def _fields(draft: CaseDraft) -> dict[str, Any]:
    """Return the journal's fields of a draft, without firm and title."""
    names: tuple[str, ...] = ("account_id", "category", "amount", "asset", "network", "claim", "remedy", "problem")
    names += ("seen_on", "steps")
    return {name: getattr(draft, name) for name in names}
