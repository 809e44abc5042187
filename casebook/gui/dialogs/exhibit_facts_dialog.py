"""The dialog of what the user knows of an exhibit: its origin, its own date, a translation, and the like."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from casebook.gui import texts
from casebook.gui.dialogs.form import FormDialog
from casebook.gui.widgets.parts import plain_label, text_area
from casebook.journal.records import Exhibit
from casebook.journal.terms import Consent

_RECORDED = ("audio/", "video/")


class ExhibitFactsDialog(FormDialog):
    """Edits what stands beside an exhibit in the dossier. Bytes, name and number are facts and are not in here."""

    def __init__(self, exhibit: Exhibit, *, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.set_width(640)
        self.setWindowTitle(self.tr("Details of {exhibit}").format(exhibit=exhibit.label))
        self.save_button.setText(self.tr("Save"))
        self.add_wide(plain_label(exhibit.name, kind="muted"))
        self.description = QLineEdit(exhibit.description)
        self.add_row(self.tr("It shows"), self.description)
        self.origin = text_area(2, self.tr("Such as: me, at home, with my phone; the whole screen"))
        self.origin.setPlainText(exhibit.origin)
        self.add_row(self.tr("Origin"), self.origin, self.tr("Who captured it, where, and with what"))
        self.url = QLineEdit(exhibit.url)
        self.url.setPlaceholderText("https://")
        self.add_row(self.tr("Page address"), self.url, self.tr("Printed as text; this program never opens it"))
        self.dated_on = QLineEdit(exhibit.dated_on)
        self.dated_on.setPlaceholderText("2026-11-20")
        self.add_row(self.tr("Its own date"), self.dated_on, self.tr("The date the document itself bears"))
        self.crop = QLineEdit(exhibit.crop)
        self.add_row(
            self.tr("Not on it"), self.crop, self.tr("What of the screen was cut off; empty where it is whole")
        )
        self.translation = text_area(3, self.tr("Your own translation; the dossier marks it as yours"))
        self.translation.setPlainText(exhibit.translation)
        self.add_row(self.tr("Translation"), self.translation)
        self.transcript = text_area(3, self.tr("What is said, or what can hardly be read, in your own transcript"))
        self.transcript.setPlainText(exhibit.transcript)
        self.add_row(self.tr("Transcript"), self.transcript)
        self.clause = QLineEdit(exhibit.clause)
        hint = self.tr("For terms and policies: the clause relied on, and the version in force then")
        self.add_row(self.tr("Clause"), self.clause, hint)
        self.consent = QComboBox()
        for consent in Consent:
            self.consent.addItem(texts.label(consent), consent.value)
        self.consent.setCurrentIndex(self.consent.findData(exhibit.consent.value))
        self.add_row(self.tr("Those heard"), self.consent)
        hint = self.tr("A recording goes into a dossier only where those heard agreed or were told")
        why = plain_label(hint, kind="caption")
        self.consent.setAccessibleDescription(hint)
        self.form.addRow("", why)
        recorded = exhibit.media_type.startswith(_RECORDED) or exhibit.consent is not Consent.UNKNOWN
        for row in (self.consent, why):
            self.form.setRowVisible(row, recorded)
        self.origin.setFocus()

    def fields(self) -> dict[str, Any]:
        """Return the journal's fields."""
        lines = {name: getattr(self, name).text().strip() for name in ("description", "url", "dated_on")}
        return {
            **lines,
            "origin": self.origin.toPlainText().strip(),
            "crop": self.crop.text().strip(),
            "clause": self.clause.text().strip(),
            "translation": self.translation.toPlainText().strip(),
            "transcript": self.transcript.toPlainText().strip(),
            "consent": Consent(self.consent.currentData()),
        }
