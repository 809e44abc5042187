"""The step of an export that asks how it is proven: an electronic signature, and a time stamp from outside."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFileDialog, QLineEdit, QSpacerItem, QVBoxLayout, QWidget

from casebook.dossier.choices import Signing
from casebook.gui import theme
from casebook.gui.widgets.outgoing.export_reader import add_row, combo, form_layout
from casebook.gui.widgets.parts import Hint, quiet_button, side_by_side
from casebook.gui.widgets.passphrase import PassphraseField

NONE, FILE, NAME = "", "file", "name"


class ExportProof(QWidget):
    """Both are off until they are chosen; the passphrase is kept nowhere."""

    changed = Signal()

    def __init__(self, *, how: str, file: str, name: str, url: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.how = combo(
            (self.tr("Not signed"), NONE),
            (self.tr("With my own certificate file"), FILE),
            (self.tr("With a certificate made on this computer"), NAME),
        )
        self.file = QLineEdit(file)
        self.file.setPlaceholderText(".p12 .pfx .pem")
        self._browse = quiet_button(self.tr("Browse…"), self.tr("Choose the certificate file"), self.browse)
        self._file_row = side_by_side(self.file, self._browse)
        self.passphrase = PassphraseField()
        self.name = QLineEdit(name)
        self.name.setPlaceholderText(self.tr("Your name, as it shall stand in the certificate"))
        self._note = Hint()
        self.stamp = QCheckBox(self.tr("Ask a time-stamp service"))
        self.url = QLineEdit(url)
        self.url.setPlaceholderText("https://")
        self._stamp_note = Hint()
        fields = QWidget()
        self._rows = form_layout(fields)
        add_row(self._rows, self.tr("Signature"), self.how, self._note)
        self.file.setAccessibleName(self.tr("Certificate file"))
        add_row(self._rows, self.tr("Certificate file"), self._file_row)
        add_row(self._rows, self.tr("Its passphrase"), self.passphrase)
        add_row(self._rows, self.tr("Name"), self.name)
        self._rows.addItem(QSpacerItem(0, theme.S))
        add_row(self._rows, self.tr("Time stamp"), self.stamp)
        add_row(self._rows, self.tr("Service"), self.url, self._stamp_note)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(fields)
        column.addStretch(1)
        self.how.setCurrentIndex(max(0, self.how.findData(how)))
        self.how.currentIndexChanged.connect(self._on_change)
        self.stamp.toggled.connect(self._on_change)
        for field in (self.file, self.name, self.url, self.passphrase):
            field.textChanged.connect(self._on_change)
        self._say()

    def signing(self) -> Signing | None:
        """Return with what to sign, None for not at all."""
        how = self.how.currentData()
        if how == FILE:
            return Signing(Path(self.file.text().strip()).expanduser(), self.passphrase.text())
        return Signing(name=self.name.text().strip()) if how == NAME else None

    def stamp_url(self) -> str:
        """Return the service to ask, empty for none."""
        return self.url.text().strip() if self.stamp.isChecked() else ""

    def fault(self) -> str:
        """Return in words what is missing here, empty when nothing is."""
        how = self.how.currentData()
        if how == FILE and not self.file.text().strip():
            return self.tr("Choose the certificate file to sign with.")
        if how == NAME and not self.name.text().strip():
            return self.tr("Give the name to sign with.")
        if self.stamp.isChecked() and not self.url.text().strip():
            return self.tr("Give the address of the time-stamp service.")
        return ""

    def forget(self) -> None:
        """Forget the passphrase."""
        self.passphrase.clear()

    def browse(self) -> None:
        """Ask for the certificate file."""
        endings = self.tr("Certificates (*.p12 *.pfx *.pem)")
        chosen, _filter = QFileDialog.getOpenFileName(self, self.tr("Certificate file"), self.file.text(), endings)
        if chosen:
            self.file.setText(chosen)

    def _on_change(self) -> None:
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        how = self.how.currentData()
        self._rows.setRowVisible(self._file_row, how == FILE)
        self._rows.setRowVisible(self.passphrase, how == FILE)
        self._rows.setRowVisible(self.name, how == NAME)
        self._rows.setRowVisible(self.url, self.stamp.isChecked())
        notes = {
            NONE: self.tr("The list of hashes lets anybody check the dossier all the same."),
            FILE: self.tr(
                "Readers see whom the certificate names and who vouches for it. Nothing is drawn on the pages."
            ),
            NAME: self.tr(
                "Shows that the PDF is unchanged since it was signed. Nobody vouches for the name; readers are told so."
            ),
        }
        self._note.setText(notes[how])
        on = self.tr(
            "At the end this computer connects to that host and sends one hash: not the dossier, and no name. If it "
            "cannot be reached the dossier is made all the same, and the time stamp waits."
        )
        off = self.tr("Off: nothing is sent anywhere.")
        self._stamp_note.setText(on if self.stamp.isChecked() else off)
