"""Asks for the password of a mailbox, where no keyring tells it."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QWidget

from casebook.gui.dialogs.form import FormDialog
from casebook.gui.widgets.parts import plain_label
from casebook.gui.widgets.passphrase import PassphraseField
from casebook.journal.incoming import Mailbox


class MailboxPasswordDialog(FormDialog):
    """The password is used for this dialog's mailbox, and kept only where the user says so."""

    def __init__(self, box: Mailbox, *, keyring: bool, why: str = "", parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.setWindowTitle(self.tr("Password of {user}").replace("{user}", box.user))
        self.save_button.setText(self.tr("Connect to {host}").replace("{host}", box.host))
        self.save_button.setToolTip(self.tr("Log in (Ctrl+Enter)"))
        if why:
            self.add_wide(plain_label(why, kind="warn"))
        self.password = PassphraseField()
        self.add_row(self.tr("Password"), self.password)
        self.keep = QCheckBox(self.tr("Keep it in this computer's keyring"))
        if keyring:
            self.add_wide(self.keep)
        else:
            words = self.tr("This computer has no keyring that keeps secrets: it will be asked for each time.")
            self.add_wide(plain_label(words, kind="caption"))
        self.password.setFocus()

    def fault(self) -> tuple[str, QWidget | None] | None:
        """Refuse an empty password."""
        return None if self.password.text() else (self.tr("Type the password."), self.password)

    def is_dirty(self) -> bool:
        """Return False: a password that was not used is no loss."""
        return False
