"""The dialog of a firm: what the user knows of it, and the user's accounts there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QComboBox, QLineEdit, QListView, QVBoxLayout, QWidget

from casebook.gui import texts, theme
from casebook.gui.dialogs.case_dialog import account_words
from casebook.gui.dialogs.form import FormDialog
from casebook.gui.widgets.parts import plain_label, quiet_button, side_by_side, text_area
from casebook.gui.widgets.zone_box import zone_box
from casebook.journal.records import Account, Firm
from casebook.journal.terms import FirmKind

_ID = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class FirmDraft:
    """What the dialog holds; the names are those of the journal's fields."""

    name: str
    kind: FirmKind
    country: str
    zone: str
    note: str
    legal_name: str
    licence: str
    address: str


class FirmDialog(FormDialog):
    """Makes a firm, or edits one. Accounts can be added once the firm is there."""

    account_requested = Signal(int)
    """Wish for a new account at the firm with this id."""
    account_edit_requested = Signal(int)
    """Wish to edit the account with this id."""
    register_requested = Signal(int)
    """Wish for the official contacts of the firm with this id."""
    channels_requested = Signal(int)
    """Wish for the ways to the firm with this id."""

    def __init__(self, *, firm: Firm | None = None, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self._firm = firm
        self.setWindowTitle(self.tr("New firm") if firm is None else firm.name)
        self.save_button.setText(self.tr("Add firm") if firm is None else self.tr("Save"))
        self.name = QLineEdit()
        self.name.setMaxLength(200)
        self.add_row(self.tr("Name"), self.name)
        self.kind = QComboBox()
        for kind in FirmKind:
            self.kind.addItem(texts.label(kind), kind.value)
        self.add_row(self.tr("Kind"), self.kind)
        self.country = QLineEdit()
        self.country.setMaxLength(2)
        self.country.setPlaceholderText(self.tr("Two letters, such as SG or GB"))
        self.add_row(
            self.tr("Country"),
            self.country,
            self.tr("Its public holidays are not business days when dates are counted."),
        )
        self.zone = zone_box()
        self.add_row(self.tr("Time zone"), self.zone, self.tr("Where days are counted for this firm; empty: yours."))
        self.note = text_area(3, self.tr("Official addresses, how you checked them, when"))
        self.add_row(self.tr("Note"), self.note)
        self.legal_name, self.licence = QLineEdit(), QLineEdit()
        self.legal_name.setPlaceholderText(self.tr("As its terms state it"))
        self.add_row(self.tr("Legal name"), self.legal_name)
        self.licence.setPlaceholderText(self.tr("Who licensed it, and under which number"))
        self.add_row(self.tr("Licence"), self.licence)
        self.address = text_area(3, self.tr("Where complaints are sent"))
        self.add_row(self.tr("Address"), self.address, self.tr("These three stand on the front page of a dossier."))
        if firm is not None:
            self.legal_name.setText(firm.legal_name)
            self.licence.setText(firm.licence)
            self.address.setPlainText(firm.address)
            self.name.setText(firm.name)
            self.kind.setCurrentIndex(self.kind.findData(firm.kind.value))
            self.country.setText(firm.country)
            self.zone.setCurrentText(firm.zone)
            self.note.setPlainText(firm.note)
            self._make_accounts(firm.id)
            self._make_register(firm.id)
        self.name.setFocus()

    def draft(self) -> FirmDraft:
        """Return what is in the fields."""
        return FirmDraft(
            name=self.name.text().strip(),
            kind=FirmKind(self.kind.currentData()),
            country=self.country.text().strip(),
            zone=self.zone.currentText().strip(),
            note=self.note.toPlainText().strip(),
            legal_name=self.legal_name.text().strip(),
            licence=self.licence.text().strip(),
            address=self.address.toPlainText().strip(),
        )

    def fault(self) -> tuple[str, QWidget | None] | None:
        """A firm needs a name."""
        return None if self.name.text().strip() else (self.tr("What is the firm called?"), self.name)

    def show_accounts(self, accounts: Sequence[Account]) -> None:
        """List the accounts at this firm."""
        self._model.clear()
        for account in accounts:
            item = QStandardItem(account_words(account))
            item.setEditable(False)
            item.setData(account.id, _ID)
            self._model.appendRow(item)
        self._edit.setEnabled(bool(accounts))
        if accounts:
            self.accounts.setCurrentIndex(self._model.index(0, 0))

    def _make_accounts(self, firm_id: int) -> None:
        self._model = QStandardItemModel(self)
        self.accounts = QListView()
        self.accounts.setModel(self._model)
        self.accounts.setFixedHeight(72)
        self.accounts.setProperty("kind", "card")
        self.accounts.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.accounts.activated.connect(self._wish_edit)
        add = quiet_button(
            self.tr("Add account…"),
            self.tr("Note an account you have at this firm"),
            lambda: self.account_requested.emit(firm_id),
        )
        self._edit = quiet_button(self.tr("Edit account…"), self.tr("Change the chosen account"), self._wish_edit)
        buttons = side_by_side(add, self._edit, plain_label(""), stretch=2)
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.S)
        column.addWidget(self.accounts)
        column.addWidget(buttons)
        box.setFocusProxy(self.accounts)
        self.add_row(self.tr("Your accounts"), box)
        self.accounts.setAccessibleName(self.tr("Your accounts"))
        self.show_accounts(())

    def _make_register(self, firm_id: int) -> None:
        self.register = quiet_button(
            self.tr("Official contacts…"),
            self.tr("By what it really writes, and its anti-phishing code"),
            lambda: self.register_requested.emit(firm_id),
        )
        self.channels = quiet_button(
            self.tr("Ways to reach it…"),
            self.tr("Its chat, form, address and number, with hours, languages and cost"),
            lambda: self.channels_requested.emit(firm_id),
        )
        self.add_row(self.tr("Register"), side_by_side(self.register, self.channels, plain_label(""), stretch=2))

    def _wish_edit(self) -> None:
        account_id = self.accounts.currentIndex().data(_ID)
        if account_id is not None:
            self.account_edit_requested.emit(account_id)
