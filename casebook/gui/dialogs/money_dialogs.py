"""The dialogs of a case's figures: a transfer of money or assets, and a line of what is claimed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from casebook.gui import texts, theme
from casebook.gui.dialogs.form import FormDialog
from casebook.gui.widgets.composing.moment_edit import MomentEdit
from casebook.gui.widgets.parts import plain_label, side_by_side, text_area
from casebook.journal.outgoing import Loss, Transfer
from casebook.journal.records import Exhibit
from casebook.journal.terms import LossKind, TransferKind
from casebook.journal.times import Moment


class TransferDialog(FormDialog):
    """Takes a transfer down, letter for letter, or changes one."""

    def __init__(
        self,
        place: str,
        now: Moment,
        exhibits: Sequence[Exhibit],
        *,
        transfer: Transfer | None = None,
        asset: str = "",
        network: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", "", parent)
        self.set_width(600)
        self.setWindowTitle(self.tr("Add transfer") if transfer is None else self.tr("Edit transfer"))
        self.save_button.setText(self.tr("Add transfer") if transfer is None else self.tr("Save"))
        self.add_wide(plain_label(place, kind="muted"))
        self.kind = _choice([(texts.label(kind), kind.value) for kind in TransferKind])
        self.add_row(self.tr("Kind"), self.kind)
        self.made = MomentEdit(now, optional=True, sourced=True)
        self.add_row(self.tr("When"), self.made)
        self.amount, self.asset, self.network = QLineEdit(), QLineEdit(asset), QLineEdit(network)
        _name(self.amount, self.tr("Amount"), "1250.50")
        _name(self.asset, self.tr("Coin or currency"), self.tr("Coin"))
        _name(self.network, self.tr("Network"), self.tr("Network"))
        self.add_row(self.tr("Amount"), side_by_side(self.amount, self.asset, self.network))
        self.fee = QLineEdit()
        self.add_row(self.tr("Fee"), self.fee)
        self.from_address, self.to_address, self.txid = (_exact() for _ in range(3))
        self.order_number, self.explorer = _exact(), _exact()
        self.add_row(self.tr("From"), self.from_address)
        self.add_row(self.tr("To"), self.to_address)
        self.add_row("TxID", self.txid, self.tr("Paste it: it is kept and printed in full"))
        self.add_row(self.tr("Order number"), self.order_number)
        self.status = QLineEdit()
        self.status.setPlaceholderText(self.tr("In the firm's or the explorer's own word"))
        self.add_row(self.tr("Status"), self.status)
        self.explorer.setPlaceholderText("https://")
        hint = self.tr("Printed as text in the dossier; this program never opens it")
        self.add_row(self.tr("Explorer page"), self.explorer, hint)
        self.exhibit = exhibit_choice(exhibits, self.tr("None"))
        self.add_row(self.tr("Shown by"), self.exhibit)
        self.note = QLineEdit()
        self.add_row(self.tr("Note"), self.note)
        if transfer is not None:
            self._show(transfer)
        self.amount.setFocus()

    def fields(self) -> dict[str, Any]:
        """Return the journal's fields. Raises BadInput for a time zone that does not exist."""
        return {
            "kind": TransferKind(self.kind.currentData()),
            "made": self.made.moment(),
            "exhibit_id": self.exhibit.currentData() or None,
            **{name: field.text().strip() for name, field in self._lines().items()},
        }

    def fault(self) -> tuple[str, QWidget | None] | None:
        """A transfer needs something that tells which one it is."""
        telling = (self.amount, self.txid, self.order_number, self.from_address, self.to_address)
        if any(field.text().strip() for field in telling):
            return None
        return self.tr("Write at least an amount, a TxID, an order number or an address."), self.amount

    def _lines(self) -> dict[str, QLineEdit]:
        names = ("amount", "asset", "network", "fee", "from_address", "to_address", "txid", "order_number", "status")
        return {name: getattr(self, name) for name in (*names, "explorer", "note")}

    def _show(self, transfer: Transfer) -> None:
        self.kind.setCurrentIndex(self.kind.findData(transfer.kind.value))
        self.made.set_moment(transfer.made)
        self.exhibit.setCurrentIndex(max(0, self.exhibit.findData(transfer.exhibit_id)))
        for name, field in self._lines().items():
            field.setText(getattr(transfer, name))


class LossDialog(FormDialog):
    """Takes down one line of what is claimed, with the source of its rate, or changes one."""

    def __init__(
        self,
        place: str,
        now: Moment,
        exhibits: Sequence[Exhibit],
        *,
        loss: Loss | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", "", parent)
        self.set_width(600)
        self.setWindowTitle(self.tr("Add loss") if loss is None else self.tr("Edit loss"))
        self.save_button.setText(self.tr("Add loss") if loss is None else self.tr("Save"))
        self.add_wide(plain_label(place, kind="muted"))
        self.what = QLineEdit()
        self.what.setPlaceholderText(self.tr("Such as: the withdrawal on hold"))
        self.add_row(self.tr("What"), self.what)
        self.kind = _choice([(texts.label(kind), kind.value) for kind in LossKind])
        self.add_row(self.tr("Kind"), self.kind, self.tr("Interest and costs are summed apart"))
        self.amount, self.asset = QLineEdit(), QLineEdit()
        _name(self.amount, self.tr("Amount"), "1250.50")
        _name(self.asset, self.tr("Coin or currency"), self.tr("Coin or currency"))
        self.add_row(self.tr("Amount"), side_by_side(self.amount, self.asset))
        self.rate, self.currency = QLineEdit(), QLineEdit()
        _name(self.rate, self.tr("Rate for one"), "0.9996")
        _name(self.currency, self.tr("Currency of the claim"), self.tr("Currency, such as USD"))
        hint = self.tr("What one of it was worth; empty where the amount is in the currency itself")
        self.add_row(self.tr("Rate"), side_by_side(self.rate, self.currency), hint)
        self.rate_source = text_area(2, self.tr("Where the rate stands: a page, a statement, an index"))
        self.add_row(self.tr("Source of the rate"), self.rate_source)
        self.rated = MomentEdit(now, optional=True, sourced=True)
        self.add_row(self.tr("Rate as of"), self.rated)
        self.exhibit = exhibit_choice(exhibits, self.tr("None"))
        self.add_row(self.tr("Shown by"), self.exhibit)
        self.note = QLineEdit()
        self.add_row(self.tr("Note"), self.note)
        if loss is not None:
            self._show(loss)
        self.what.setFocus()

    def fields(self) -> dict[str, Any]:
        """Return the journal's fields. Raises BadInput for a time zone that does not exist."""
        return {
            "kind": LossKind(self.kind.currentData()),
            "rated": self.rated.moment(),
            "rate_source": self.rate_source.toPlainText().strip(),
            "exhibit_id": self.exhibit.currentData() or None,
            **{name: field.text().strip() for name, field in self._lines().items()},
        }

    def fault(self) -> tuple[str, QWidget | None] | None:
        """A line needs words and an amount."""
        if not self.what.text().strip():
            return self.tr("Say in a few words what was lost or paid."), self.what
        return None if self.amount.text().strip() else (self.tr("How much was it?"), self.amount)

    def _lines(self) -> dict[str, QLineEdit]:
        return {name: getattr(self, name) for name in ("what", "amount", "asset", "rate", "currency", "note")}

    def _show(self, loss: Loss) -> None:
        self.kind.setCurrentIndex(self.kind.findData(loss.kind.value))
        self.rated.set_moment(loss.rated)
        self.rate_source.setPlainText(loss.rate_source)
        self.exhibit.setCurrentIndex(max(0, self.exhibit.findData(loss.exhibit_id)))
        for name, field in self._lines().items():
            field.setText(getattr(loss, name))


def exhibit_choice(exhibits: Sequence[Exhibit], none: str) -> QComboBox:
    """Return a choice of a case's exhibits, and of none."""
    named = [(texts.joined(e.label, e.description or e.name), e.id) for e in exhibits]
    box = _choice([(none, 0), *named])
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(24)
    return box


def _choice(entries: Sequence[tuple[str, object]]) -> QComboBox:
    box = QComboBox()
    for words, value in entries:
        box.addItem(words, value)
    return box


def _name(field: QLineEdit, name: str, placeholder: str) -> None:
    field.setAccessibleName(name)
    field.setToolTip(name)
    field.setPlaceholderText(placeholder)


def _exact() -> QLineEdit:
    field = QLineEdit()
    font = QFont(field.font())
    font.setFamilies([*theme.MONO_FAMILIES, *font.families()])
    field.setFont(font)
    return field
