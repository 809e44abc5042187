"""The bar that answers several follow-ups at once; it is there while more than one is selected."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QFrame, QWidget

from casebook.gui import theme
from casebook.gui.widgets.cases.due_delegate import BULK, KEYS
from casebook.gui.widgets.cases.due_list import DueList
from casebook.gui.widgets.parts import plain_label, quiet_button, row_of


class DueBulk(QFrame):
    """Says how many are selected, and offers what can be done with all of them."""

    def __init__(self, view: DueList, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._count = plain_label("", kind="muted")
        self._count.setWordWrap(False)
        self.buttons = {action: quiet_button("", "", partial(view.act, action), "chip") for action in BULK}
        row = row_of(self._count, *self.buttons.values(), None)
        row.setContentsMargins(theme.XL, 0, theme.XL, theme.S)
        self.setLayout(row)
        view.chosen_changed.connect(self._follow)
        self._follow()

    def words(self) -> str:
        """Return what it says, empty while it is not there."""
        return "" if self.isHidden() else self._count.text()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a switch of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._follow()
        super().changeEvent(event)

    def _follow(self) -> None:
        count = len(self._view.chosen_follow_ups())
        self._count.setText(self.tr("%n selected:", None, count))
        for action, button in self.buttons.items():
            caption = self._view.caption(action)
            button.setText(caption)
            button.setToolTip(f"{caption} ({KEYS[action]})")
        self.setVisible(count > 1)
