"""The question when the window is closed while follow-ups wait: what closing means, and what to do instead."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtWidgets import QCheckBox, QDialog, QPushButton, QVBoxLayout, QWidget

from casebook.gui import theme
from casebook.gui.widgets.parts import plain_label, quiet_button, row_of


class OnClose(StrEnum):
    """What closing the window does."""

    QUIT = "quit"
    TRAY = "tray"
    STAY = "stay"


class ClosingDialog(QDialog):
    """Says that reminders stop. `choice` is what was pressed; Esc keeps the window open."""

    def __init__(self, waiting: int, next_at: str, *, has_tray: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Close Casebook"))
        self.choice = OnClose.STAY
        words = self.tr("%n follow-up(s) wait for you.", None, waiting)
        if next_at:
            words += " " + self.tr("The next one rings {when}.").replace("{when}", next_at)
        self.heading = plain_label(self.tr("Reminders stop until you start Casebook again."), kind="heading")
        self.words = plain_label(words)
        self.calendar = plain_label(
            self.tr("Your phone can ring instead: Guide, Follow-ups for your phone."), kind="caption"
        )
        self.always = QCheckBox(self.tr("Always do this, and do not ask again"))
        self.quit = QPushButton(self.tr("Quit"))
        self.quit.setToolTip(self.tr("Close Casebook; nothing rings until it is started again"))
        self.quit.clicked.connect(lambda _checked: self._choose(OnClose.QUIT))
        self.tray = quiet_button(
            self.tr("Stay in the tray"),
            self.tr("Close only the window; Casebook goes on reminding from the tray"),
            lambda: self._choose(OnClose.TRAY),
        )
        self.tray.setVisible(has_tray)
        (self.tray if has_tray else self.quit).setDefault(True)
        cancel = quiet_button(self.tr("Cancel"), self.tr("Keep the window open (Esc)"), self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.XL, theme.L, theme.XL, theme.L)
        layout.setSpacing(theme.M)
        layout.addStrut(440)
        for part in (self.heading, self.words, self.calendar, self.always):
            layout.addWidget(part)
        layout.addLayout(row_of(None, cancel, self.quit, self.tray))

    def _choose(self, choice: OnClose) -> None:
        self.choice = choice
        self.accept()
