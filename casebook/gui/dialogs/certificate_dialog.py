"""The question whether a mail server is to be trusted whose certificate nobody vouches for."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QDialog, QVBoxLayout, QWidget

from casebook.gui import theme
from casebook.gui.theme import Theme
from casebook.gui.widgets.parts import make_room, plain_label, quiet_button, row_of
from casebook.mail.mailbox.errors import Exchanged, Untrusted


class CertificateDialog(QDialog):
    """Accepting takes a tick that says the fingerprints were compared; the usual answer is no."""

    def __init__(self, host: str, question: Untrusted, theme_: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Is this really {host}?").replace("{host}", host))
        column = QVBoxLayout(self)
        column.addStrut(512)  # a minimum size of the dialog would keep it from growing with its words
        column.setContentsMargins(theme.XL, theme.L, theme.XL, theme.L)
        column.setSpacing(theme.M)
        column.addWidget(plain_label(self._reason(host, question), kind="warn"))
        words = self.tr(
            "Your password and your mails would go to whoever answers there. Ask your provider, by another way than "
            "mail, for the SHA-256 fingerprint of its certificate, and compare it with this one:"
        )
        column.addWidget(plain_label(words))
        self.fingerprint = plain_label(_in_lines(question.fingerprint))
        self.fingerprint.setFont(theme_.font(mono=True))
        self.fingerprint.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.fingerprint.setAccessibleName(self.tr("SHA-256 fingerprint"))
        column.addWidget(self.fingerprint)
        self.compared = QCheckBox(self.tr("I compared it, and it is the same"))
        column.addWidget(self.compared)
        self.accept_button = quiet_button(
            self.tr("Accept this certificate"), self.tr("Connect, and accept this one from now on"), self.accept
        )
        self.accept_button.setEnabled(False)
        self.compared.toggled.connect(self.accept_button.setEnabled)
        self.refuse_button = quiet_button(
            self.tr("Do not connect"), self.tr("Nothing is sent (Esc)"), self.reject, "primary"
        )
        column.addLayout(row_of(None, self.accept_button, self.refuse_button))
        self.refuse_button.setDefault(True)
        self.refuse_button.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Have room for all words: what is decided here is read first."""
        super().showEvent(event)
        make_room(self)

    def _reason(self, host: str, question: Untrusted) -> str:
        if isinstance(question, Exchanged):
            return self.tr(
                "{host} shows another certificate than the one you accepted. Somebody may stand in between."
            ).replace("{host}", host)
        words = self.tr("{host} shows a certificate that proves nothing: {reason}.").replace("{host}", host)
        return words.replace("{reason}", QCoreApplication.translate("nouns", str(question.values["reason"])))


def _in_lines(fingerprint: str) -> str:
    """Return a fingerprint in two lines of sixteen pairs each: easier to compare than one that wraps anywhere."""
    pairs = fingerprint.split(":")
    return "\n".join(":".join(pairs[at : at + 16]) for at in range(0, len(pairs), 16))
