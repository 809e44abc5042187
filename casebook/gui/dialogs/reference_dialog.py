"""The dialogs of the numbers that name things: typed references, and the firm's own ticket number."""

from __future__ import annotations

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from casebook.gui import texts, theme
from casebook.gui.dialogs.form import FormDialog
from casebook.gui.widgets.parts import plain_label
from casebook.journal.terms import ReferenceKind

_ON_NETWORK = {ReferenceKind.TXID, ReferenceKind.ADDRESS, ReferenceKind.AMOUNT}


class ReferenceDialog(FormDialog):
    """Takes down an identifier, letter for letter."""

    def __init__(self, place: str, *, network: str = "", parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.setWindowTitle(self.tr("Add reference"))
        self.save_button.setText(self.tr("Add reference"))
        self.add_wide(plain_label(place, kind="muted"))
        self.kind, self.value, self.note = QComboBox(), QLineEdit(), QLineEdit()
        self.network = QLineEdit(network)
        for kind in ReferenceKind:
            self.kind.addItem(texts.label(kind), kind)
        self.value.setFont(_mono(self.value))
        self.network.setPlaceholderText(self.tr("Such as: Ethereum, TRC-20"))
        self.add_row(self.tr("Kind"), self.kind)
        self.add_row(self.tr("Value"), self.value, self.tr("Paste it: it is kept and printed in full"))
        self.add_row(self.tr("Network"), self.network)
        self.add_row(self.tr("Note"), self.note)
        self.kind.currentIndexChanged.connect(self._adapt)
        self.value.textEdited.connect(self._guess)
        self._adapt()
        self.value.setFocus()

    def take(self, value: str) -> None:
        """Fill in a value that was found somewhere, and the kind that it looks like."""
        self.value.setText(value)
        self._guess(value)

    def chosen_network(self) -> str:
        """Return the network, empty for kinds that have none."""
        return self.network.text().strip() if self.kind.currentData() in _ON_NETWORK else ""

    def fault(self) -> tuple[str, QWidget | None] | None:
        """A reference needs a value."""
        return None if self.value.text().strip() else (self.tr("Paste or type the number first."), self.value)

    def _guess(self, text: str) -> None:
        """Choose the kind that the value looks like, as long as the user chose none."""
        if self.kind.property("chosen"):
            return
        self.kind.blockSignals(True)
        self.kind.setCurrentIndex(list(ReferenceKind).index(likely_kind(text.strip())))
        self.kind.blockSignals(False)
        self._show_network()

    def _adapt(self) -> None:
        self.kind.setProperty("chosen", self.isVisible())
        self._show_network()

    def _show_network(self) -> None:
        self.form.setRowVisible(self.network, self.kind.currentData() in _ON_NETWORK)


class TicketDialog(FormDialog):
    """Takes down the firm's number for the case."""

    def __init__(self, place: str, *, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.setWindowTitle(self.tr("Add ticket number"))
        self.save_button.setText(self.tr("Add ticket number"))
        self.add_wide(plain_label(place, kind="muted"))
        self.number = QLineEdit()
        self.number.setFont(_mono(self.number))
        self.add_row(self.tr("Number"), self.number, self.tr("As the firm writes it"))
        self.number.setFocus()

    def fault(self) -> tuple[str, QWidget | None] | None:
        """A ticket needs a number."""
        return None if self.number.text().strip() else (self.tr("Paste or type the number first."), self.number)


def likely_kind(value: str) -> ReferenceKind:
    """Return the kind of identifier that a value looks like; an order number where nothing else fits."""
    bare = value.lower().removeprefix("0x")
    is_hex = bool(bare) and all(c in "0123456789abcdef" for c in bare)
    if is_hex and len(bare) == 64:
        return ReferenceKind.TXID
    if (is_hex and len(bare) == 40) or (
        25 <= len(value) <= 62 and value[:1] in {"1", "3", "T", "b"} and value.isalnum()
    ):
        return ReferenceKind.ADDRESS
    parts = value.split(".")
    if len(parts) == 4 and all(part.isdigit() and int(part) < 256 for part in parts):
        return ReferenceKind.IP
    left, slash, right = value.partition("/")
    if slash and left.isalnum() and right.isalnum() and not value.isdigit() and len(value) < 16:
        return ReferenceKind.PAIR
    return ReferenceKind.ORDER


def _mono(widget: QWidget) -> QFont:
    font = widget.font()
    font.setFamilies([*theme.MONO_FAMILIES, *font.families()])
    return font
