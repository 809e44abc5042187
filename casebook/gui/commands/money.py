"""Commands on a case's figures: transfers, and the lines of what is claimed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from casebook.gui import texts
from casebook.gui.commands.base import Commands
from casebook.journal.outgoing import Loss, Transfer
from casebook.journal.records import Case
from casebook.journal.times import moment, system_zone

if TYPE_CHECKING:
    from casebook.gui.dialogs.money_dialogs import LossDialog, TransferDialog


class MoneyCommands(Commands):
    """Open the dialogs of transfers and losses and write what they give back."""

    def add_transfer(self, case_id: int, contact_id: int = 0) -> TransferDialog:
        """Open the dialog for a new transfer, perhaps one that a contact tells of."""
        from casebook.gui.dialogs.money_dialogs import TransferDialog

        case = self.journal.cases.get(case_id)
        exhibits = self.journal.exhibits.of_case(case_id)
        dialog = TransferDialog(
            _place(case), self._now(), exhibits, asset=case.asset, network=case.network, parent=self.window
        )
        dialog.on_save = lambda: self.feed.announce(
            self.journal.transfers.add(case_id, contact_id=contact_id or None, **dialog.fields())
        )
        dialog.open()
        return dialog

    def edit_transfer(self, transfer_id: int) -> TransferDialog:
        """Open the dialog of a transfer."""
        from casebook.gui.dialogs.money_dialogs import TransferDialog

        transfer = self.journal.transfers.get(transfer_id)
        place = _place(self.journal.cases.get(transfer.case_id))
        exhibits = self.journal.exhibits.of_case(transfer.case_id)
        dialog = TransferDialog(place, self._now(), exhibits, transfer=transfer, parent=self.window)

        def save() -> None:
            if changed := _changed(transfer, dialog.fields()):
                self.feed.announce(self.journal.transfers.edit(transfer_id, **changed))

        dialog.on_save = save
        dialog.open()
        return dialog

    def remove_transfer(self, transfer_id: int) -> None:
        """Take a transfer out."""
        transfer = self.journal.transfers.get(transfer_id)
        if self.write(lambda: self.journal.transfers.remove(transfer_id)):
            words = self.tr("Transfer taken out: {words}").format(words=texts.money(transfer.amount, transfer.asset))
            self.said.emit(words, None)

    def add_loss(self, case_id: int) -> LossDialog:
        """Open the dialog for a new line of what is claimed."""
        from casebook.gui.dialogs.money_dialogs import LossDialog

        place = _place(self.journal.cases.get(case_id))
        dialog = LossDialog(place, self._now(), self.journal.exhibits.of_case(case_id), parent=self.window)

        def save() -> None:
            values = dialog.fields()
            self.feed.announce(self.journal.losses.add(case_id, values.pop("what"), **values))

        dialog.on_save = save
        dialog.open()
        return dialog

    def edit_loss(self, loss_id: int) -> LossDialog:
        """Open the dialog of a line."""
        from casebook.gui.dialogs.money_dialogs import LossDialog

        loss = self.journal.losses.get(loss_id)
        place = _place(self.journal.cases.get(loss.case_id))
        exhibits = self.journal.exhibits.of_case(loss.case_id)
        dialog = LossDialog(place, self._now(), exhibits, loss=loss, parent=self.window)

        def save() -> None:
            if changed := _changed(loss, dialog.fields()):
                self.feed.announce(self.journal.losses.edit(loss_id, **changed))

        dialog.on_save = save
        dialog.open()
        return dialog

    def remove_loss(self, loss_id: int) -> None:
        """Take a line out."""
        loss = self.journal.losses.get(loss_id)
        if self.write(lambda: self.journal.losses.remove(loss_id)):
            words = self.tr("Loss taken out: {words}").format(words=loss.what)
            self.said.emit(words, None)

    def _now(self) -> Any:
        return moment(self.journal.clock(), system_zone())


def _place(case: Case) -> str:
    return texts.joined(case.number, case.title)


def _changed(record: Transfer | Loss, wanted: dict[str, Any]) -> dict[str, Any]:
    """Return only what differs: a save without a change is no entry in the ledger."""
    return {name: value for name, value in wanted.items() if getattr(record, name) != value}
