"""What a window keeps of its user's place while the casebook is locked: the case, the columns, forms not saved yet."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QDialog, QWidget

if TYPE_CHECKING:
    from casebook.gui.body import Body
    from casebook.gui.dialogs.form import FormDialog


@dataclass(frozen=True, slots=True)
class Left:
    """Where the user was."""

    folder: Path | None = None
    case_id: int = 0
    columns: dict[str, QByteArray] = field(default_factory=dict)
    forms: tuple[FormDialog, ...] = ()
    """Hidden while the casebook is locked; a form that is shown again asks for nothing twice."""

    @classmethod
    def of(cls, window: QWidget, body: Body, folder: Path, *, keep_forms: bool) -> Left:
        """Close every dialog of the window and remember the rest. Forms with unsaved words are hidden if wanted."""
        from casebook.gui.dialogs.form import FormDialog

        forms: list[FormDialog] = []
        for dialog in window.findChildren(QDialog):
            if not dialog.isVisible():
                continue
            if keep_forms and isinstance(dialog, FormDialog) and dialog.is_dirty():
                dialog.hide()
                forms.append(dialog)
            else:
                dialog.done(QDialog.DialogCode.Rejected)  # asks nothing, unlike reject()
                dialog.deleteLater()
        return cls(folder, body.case_id, body.columns(), tuple(forms))

    def come_back(self, body: Body, folder: Path) -> None:
        """Show again what was left, if this is the casebook it was left in."""
        if folder != self.folder:
            return
        if self.case_id:
            body.show_case(self.case_id)
        for form in self.forms:
            form.open()
