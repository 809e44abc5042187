"""The dialog that names a view of the case list."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QLineEdit, QWidget

from casebook.gui.dialogs.form import FormDialog
from casebook.gui.widgets.parts import plain_label


class ViewDialog(FormDialog):
    """Asks for a name; one that is taken is written over, which is said while it is typed."""

    def __init__(self, name: str, taken: Iterable[str], *, rename: bool = False, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self._taken, self._before = set(taken), name
        self.setWindowTitle(self.tr("Rename view") if rename else self.tr("Save this view"))
        self.save_button.setText(self.tr("Rename") if rename else self.tr("Save"))
        self.name = QLineEdit(name)
        self.name.setMaxLength(60)
        self.name.setPlaceholderText(self.tr("Such as: large and overdue"))
        self.add_row(self.tr("Name"), self.name)
        self._note = plain_label("", kind="caption")
        told = self.tr("It keeps the filter, the order, the headings and the columns, and stands in the sidebar.")
        self._usual = "" if rename else told
        self._over = "" if rename else self.tr("There is a view of this name: it is replaced.")
        self.add_wide(self._note)
        self.name.textChanged.connect(self._say)
        self._say()
        self.name.selectAll()
        self.name.setFocus()

    def fault(self) -> tuple[str, QWidget | None] | None:
        """A view needs a name."""
        return None if self.name.text().strip() else (self.tr("Give the view a name."), self.name)

    def _say(self) -> None:
        self._note.setText(self._over if self.name.text().strip() in self._taken else self._usual)
