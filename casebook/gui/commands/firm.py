"""Commands on firms and on the user's accounts at them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from casebook.gui.commands.base import Commands
from casebook.journal import Changes
from casebook.journal.records import Account, Firm

if TYPE_CHECKING:
    from casebook.gui.dialogs.account_dialog import AccountDialog
    from casebook.gui.dialogs.firm_dialog import FirmDialog


class FirmCommands(Commands):
    """Open the dialogs of firms and accounts and write what they give back."""

    register_requested = Signal(int, object)
    """The register of a firm is wished for, above a dialog."""
    channels_requested = Signal(int, object)
    """The ways to a firm are wished for, above a dialog."""

    def new(self) -> FirmDialog:
        """Open the dialog for a new firm."""
        from casebook.gui.dialogs.firm_dialog import FirmDialog

        dialog = FirmDialog(parent=self.window)
        dialog.on_save = lambda: self._announce(self.journal.firms.add(**_fields(dialog.draft())))
        dialog.open()
        return dialog

    def edit(self, firm_id: int) -> FirmDialog:
        """Open the dialog of a firm, with its accounts."""
        from casebook.gui.dialogs.firm_dialog import FirmDialog

        firm = self.journal.firms.get(firm_id)
        dialog = FirmDialog(firm=firm, parent=self.window)
        dialog.on_save = lambda: self._save(firm, dialog)

        def show(_account: Account | None = None) -> None:
            dialog.show_accounts(self.journal.accounts.all(firm_id))

        show()
        dialog.account_requested.connect(lambda wanted: self.new_account(wanted, then=show, parent=dialog))
        dialog.account_edit_requested.connect(lambda wanted: self.edit_account(wanted, then=show, parent=dialog))
        dialog.register_requested.connect(lambda wanted: self.register_requested.emit(wanted, dialog))
        dialog.channels_requested.connect(lambda wanted: self.channels_requested.emit(wanted, dialog))
        dialog.open()
        return dialog

    def new_account(
        self, firm_id: int, *, then: Callable[[Account], None] | None = None, parent: QWidget | None = None
    ) -> AccountDialog:
        """Open the dialog for a new account at a firm; `then` gets the account once it is saved."""
        from casebook.gui.dialogs.account_dialog import AccountDialog

        firm = self.journal.firms.get(firm_id)
        dialog = AccountDialog(firm.name, parent=parent or self.window)

        def save() -> None:
            self._after(self.journal.accounts.add(firm_id, **_fields(dialog.draft())), then)

        dialog.on_save = save
        dialog.open()
        return dialog

    def edit_account(
        self, account_id: int, *, then: Callable[[Account], None] | None = None, parent: QWidget | None = None
    ) -> AccountDialog:
        """Open the dialog of an account; `then` gets it as saved."""
        from casebook.gui.dialogs.account_dialog import AccountDialog

        account = self.journal.accounts.get(account_id)
        firm = self.journal.firms.get(account.firm_id)
        dialog = AccountDialog(firm.name, account=account, parent=parent or self.window)

        def save() -> None:
            if changed := _changed(account, _fields(dialog.draft())):
                self._after(self.journal.accounts.edit(account_id, **changed), then)

        dialog.on_save = save
        dialog.open()
        return dialog

    def _save(self, firm: Firm, dialog: FirmDialog) -> None:
        if changed := _changed(firm, _fields(dialog.draft())):
            self._announce(self.journal.firms.edit(firm.id, **changed))

    def _after(self, changes: Changes, then: Callable[[Account], None] | None) -> None:
        self._announce(changes)
        if then is not None:
            then(self.journal.accounts.get(changes.made))

    def _announce(self, changes: Changes) -> None:
        self.feed.announce(changes)


def _fields(draft: Any) -> dict[str, Any]:
    return asdict(draft)


def _changed(record: Firm | Account, wanted: dict[str, Any]) -> dict[str, Any]:
    """Return only what differs: a save without a change is no entry in the ledger."""
    return {name: value for name, value in wanted.items() if getattr(record, name) != value}
