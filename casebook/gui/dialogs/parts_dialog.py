"""The dialog that tells what was understood of a mail, part by part."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QListView, QVBoxLayout, QWidget

from casebook.gui import theme
from casebook.gui.models.row_model import Row, RowModel
from casebook.gui.theme import Theme
from casebook.gui.widgets.parts import plain_label, quiet_button, row_of
from casebook.gui.widgets.row_list import RowDelegate


class PartsDialog(QDialog):
    """Empty until `show_parts` or `show_refusal` is called."""

    def __init__(self, subject: str, theme_: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("What was understood"))
        self.resize(620, 420)
        self.model = RowModel(self)
        self._words = plain_label(self.tr("Reading the original…"), kind="muted")
        self.view = QListView()
        self.view.setModel(self.model)
        self.view.setItemDelegate(RowDelegate(theme_, self.view))
        self.view.setProperty("kind", "framed")
        self.view.setUniformItemSizes(True)
        self.view.setAccessibleName(self.tr("Parts of the mail"))
        close = quiet_button(self.tr("Close"), self.tr("Close (Esc)"), self.reject, "primary")
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.XL, theme.L, theme.XL, theme.L)
        column.setSpacing(theme.M)
        column.addWidget(plain_label(subject, kind="heading"))
        column.addWidget(self._words)
        column.addWidget(self.view, 1)
        column.addLayout(row_of(None, close))

    def show_parts(self, rows: Sequence[Row]) -> None:
        """Show what became of each part."""
        words = self.tr("The original is kept byte for byte, whatever could be made of it here.")
        self._words.setText(words)
        self.model.show(rows)

    def show_refusal(self, words: str) -> None:
        """Say why the original cannot be read."""
        self._words.setText(words)
