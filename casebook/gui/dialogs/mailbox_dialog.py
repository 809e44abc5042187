"""The form for a mailbox on a server: who, where, by which way. It is tried before it is kept."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QLineEdit, QWidget

from casebook.gui import texts
from casebook.gui.dialogs.form import FormDialog
from casebook.gui.widgets.parts import plain_label, side_by_side
from casebook.gui.widgets.passphrase import PassphraseField
from casebook.journal.incoming import Mailbox
from casebook.journal.kinds.mailboxes import PORTS
from casebook.journal.terms import Security


class MailboxDialog(FormDialog):
    """Asks, and says what came of the try; whoever opened it connects."""

    try_requested = Signal()
    """Connect with what the fields hold."""

    def __init__(self, box: Mailbox | None = None, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.setWindowTitle(self.tr("Mailbox on a server") if box is None else self.tr("Edit mailbox"))
        self.set_width(560)
        self._accepted: dict[tuple[str, int], str] = {}
        self.user, self.host, self.name = QLineEdit(), QLineEdit(), QLineEdit()
        self.way, self.port = QComboBox(), QLineEdit()
        self.password, self.keep = PassphraseField(), QCheckBox(self.tr("Keep it in this computer's keyring"))
        for security, words in self._ways():
            self.way.addItem(words, security)
        self.port.setValidator(QIntValidator(1, 65_535, self.port))
        self.port.setFixedWidth(90)
        self.port.setAccessibleName(self.tr("Port"))
        self._show(box)
        self.add_row(self.tr("Mail address"), self.user, self.tr("Or the user name, where your provider gave you one"))
        self.add_row(self.tr("Server"), self.host, self.tr("As your provider names it for IMAP"))
        self.add_row(self.tr("Way"), side_by_side(self.way, self.port))
        self.add_row(
            self.tr("Password"),
            self.password,
            self.tr(
                "Many providers want an app password (also called authorization code) that is made for one program, "
                "and IMAP switched on in their settings."
            ),
        )
        self.add_wide(self.keep)
        self._no_ring = plain_label(
            self.tr("This computer has no keyring that keeps secrets: the password will be asked for each time."),
            kind="caption",
        )
        self._no_ring.hide()
        self.add_wide(self._no_ring)
        self.add_row(self.tr("Name here"), self.name, self.tr("Left empty: the mail address"))
        self.user.editingFinished.connect(self._propose)
        self.host.textChanged.connect(self._name_button)
        self.way.currentIndexChanged.connect(self._take_port)
        self._name_button()
        self.user.setFocus()

    def fields(self) -> dict[str, Any]:
        """Return what describes the mailbox."""
        fields = {
            "host": self.host.text(),
            "user": self.user.text(),
            "name": self.name.text(),
            "port": self._port(),
            "security": Security(self.way.currentData()),
        }
        accepted = self._accepted.get((self.host.text(), self._port()))
        return {**fields, "fingerprint": accepted} if accepted else fields

    def take_fingerprint(self, fingerprint: str) -> None:
        """Remember the certificate that the user accepted for the server the fields name."""
        self._accepted[self.host.text(), self._port()] = fingerprint

    def tell_keyring(self, *, there: bool) -> None:
        """Say whether the password can be kept."""
        self.keep.setVisible(there)
        self._no_ring.setVisible(not there)

    def accept(self) -> None:
        """Ask for a try; what comes of it closes the dialog, or is said in it."""
        self.notice.hide()
        self.save_button.setEnabled(False)
        self.save_button.setText(self.tr("Connecting…"))
        self.try_requested.emit()

    def show_failure(self, error: Exception) -> None:
        """Say why it did not work, and let it be mended."""
        self.save_button.setEnabled(True)
        self._name_button()
        self.refuse(texts.error_text(error))

    def show_stopped(self) -> None:
        """Let it be tried again."""
        self.save_button.setEnabled(True)
        self._name_button()

    def finish(self) -> None:
        """Close: the mailbox could be entered, and is kept."""
        QDialog.accept(self)

    def _show(self, box: Mailbox | None) -> None:
        self.port.setText(str(box.port if box else PORTS[Security.TLS]))
        if box is None:
            return
        self.user.setText(box.user)
        self.host.setText(box.host)
        self.name.setText("" if box.name == box.user else box.name)
        self.way.setCurrentIndex(self.way.findData(box.security))
        self.password.setPlaceholderText(self.tr("Left empty: the one in the keyring"))

    def _ways(self) -> tuple[tuple[Security, str], ...]:
        return (
            (Security.TLS, self.tr("Encrypted from the start (TLS)")),
            (Security.STARTTLS, self.tr("Encrypted after a greeting (STARTTLS)")),
            (Security.NONE, self.tr("Not encrypted; only on this computer")),
        )

    def _propose(self) -> None:
        """Write the likeliest name of the server for the user to see: nobody is asked for it."""
        _user, at, domain = self.user.text().strip().rpartition("@")
        if at and domain and not self.host.text().strip():
            self.host.setText(f"imap.{domain}")

    def _take_port(self) -> None:
        if self._port() in PORTS.values():
            self.port.setText(str(PORTS[Security(self.way.currentData())]))

    def _port(self) -> int:
        return int(self.port.text() or PORTS[Security(self.way.currentData())])

    def _name_button(self) -> None:
        host = self.host.text().strip()
        words = self.tr("Connect to {host}").replace("{host}", host) if host else self.tr("Connect")
        self.save_button.setText(words)
        self.save_button.setToolTip(self.tr("Log in there once, and keep the mailbox if that works (Ctrl+Enter)"))
