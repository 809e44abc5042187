"""The dialogs of the register: an official contact of a firm, looking one up again, and the firm's code."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QComboBox, QDateEdit, QLineEdit, QWidget

from casebook.gui.dialogs.form import FormDialog
from casebook.gui.models.standing_words import kind_label
from casebook.gui.widgets.composing.moment_edit import MomentEdit
from casebook.gui.widgets.parts import calm_calendar, plain_label
from casebook.journal.terms import OfficialKind
from casebook.journal.times import Moment


class OfficialDialog(FormDialog):
    """Takes down by what a firm writes. From a mail the address is given: what is asked is how the user knows."""

    def __init__(self, firm: str, now: Moment, *, value: str = "", parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.setWindowTitle(self.tr("Official contact of {firm}").format(firm=firm))
        self.save_button.setText(self.tr("Add to the register"))
        warning = self.tr(
            "Take it from where the firm publishes it, opened by yourself: its app, its site typed by hand. "
            "Never from the message that is to be checked."
        )
        self.add_wide(plain_label(warning, kind="muted"))
        self.kind, self.value, self.platform = QComboBox(), QLineEdit(value), QLineEdit()
        for kind in OfficialKind:
            self.kind.addItem(kind_label(kind), kind.value)
        self.add_row(self.tr("Kind"), self.kind)
        self.add_row(self.tr("Address or name"), self.value)
        self.platform.setPlaceholderText(self.tr("Such as Telegram, X"))
        self.add_row(self.tr("Network"), self.platform)
        self.how = QLineEdit()
        self.how.setPlaceholderText(self.tr("Such as: its help page, opened from my bookmark"))
        self.add_row(self.tr("How you know"), self.how)
        self.when = MomentEdit(now)
        self.add_row(self.tr("Looked up"), self.when, self.tr("After 90 days it is shown as due for another look."))
        self.note = QLineEdit()
        self.add_row(self.tr("Note"), self.note)
        self.kind.currentIndexChanged.connect(self._adapt)
        self._adapt()
        (self.how if value else self.value).setFocus()

    def chosen_kind(self) -> OfficialKind:
        """Return what kind of contact it is."""
        return OfficialKind(self.kind.currentData())

    def verified_at(self) -> datetime | None:
        """Return when it was looked up."""
        when = self.when.moment()
        return when.utc if when else None

    def fault(self) -> tuple[str, QWidget | None] | None:
        """It needs a value, and how the user knows."""
        if not self.value.text().strip():
            return self.tr("Which address, domain, handle or number is it?"), self.value
        if not self.how.text().strip():
            return self.tr("How do you know that this is the firm? Say where you looked it up."), self.how
        return None

    def _adapt(self) -> None:
        examples = {
            OfficialKind.ADDRESS: "support@example.org",
            OfficialKind.DOMAIN: "example.org",
            OfficialKind.HANDLE: "@example",
            OfficialKind.PHONE: "+65 6123 4567",
            OfficialKind.SITE: "www.example.org",
        }
        kind = self.chosen_kind()
        self.value.setPlaceholderText(examples[kind])
        self.form.setRowVisible(self.platform, kind is OfficialKind.HANDLE)


class AgainDialog(FormDialog):
    """Asks how an official contact was looked up once more."""

    def __init__(self, value: str, how: str, *, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.setWindowTitle(self.tr("Looked up again"))
        self.save_button.setText(self.tr("It is still right"))
        self.add_wide(plain_label(value, kind="heading"))
        self.how = QLineEdit(how)
        self.add_row(self.tr("How you know"), self.how, self.tr("Where you looked it up just now."))
        self.how.selectAll()
        self.how.setFocus()


class CodeDialog(FormDialog):
    """Takes down the code a firm puts into its mails. Only a fingerprint of it is kept."""

    def __init__(self, firm: str, today: Moment, *, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.setWindowTitle(self.tr("Anti-phishing code of {firm}").format(firm=firm))
        self.save_button.setText(self.tr("Set code"))
        words = self.tr(
            "The code that you chose in your account, which the firm's real mails carry. A fingerprint of it is kept: "
            "mails are checked for it, and nobody can read it here or in a dossier."
        )
        self.add_wide(plain_label(words, kind="muted"))
        self.code = QLineEdit()
        self.code.setEchoMode(QLineEdit.EchoMode.PasswordEchoOnEdit)
        self.add_row(self.tr("Code"), self.code)
        self.since = QDateEdit(QDate(today.local.year, today.local.month, today.local.day))
        self.since.setCalendarPopup(True)
        calm_calendar(self.since.calendarWidget())
        self.since.setDisplayFormat("yyyy-MM-dd")
        self.add_row(self.tr("In use since"), self.since, self.tr("An earlier code ends there."))
        self.code.setFocus()

    def day(self) -> str:
        """Return since when it is in use, as an ISO date."""
        return str(self.since.date().toString("yyyy-MM-dd"))

    def fault(self) -> tuple[str, QWidget | None] | None:
        """It needs a code."""
        return None if self.code.text().strip() else (self.tr("Type the code first."), self.code)


class LookUpDialog(FormDialog):
    """Says whom a look-up of DKIM keys asks, and what that server learns; nothing is asked before the button."""

    def __init__(self, names: tuple[str, ...], *, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.setWindowTitle(self.tr("Check signature"))
        self.set_width(520)
        asked = self.tr("The key is asked for at a name server, under:")
        self.add_wide(plain_label(asked, kind="muted"))
        self.add_wide(plain_label("\n".join(names)))
        self.server = QLineEdit()
        self.server.setPlaceholderText("9.9.9.9")
        self.add_row(
            self.tr("Name server"),
            self.server,
            self.tr("It learns that somebody here asks for these names. Nothing of the mail is sent."),
        )
        proves = self.tr(
            "A check that passes proves that the domain signed these headers and this body. It does not prove who "
            "wrote it, nor that what it says is true. Key and answer are kept with their time, for later."
        )
        self.add_wide(plain_label(proves, kind="caption"))
        self.server.textChanged.connect(self._name)
        self._name("")

    def suggest(self, server: str) -> None:
        """Offer this computer's own name server, as long as no other was typed."""
        if not self.server.text():
            self.server.setText(server)
            self._clean = self.state()

    def _name(self, server: str) -> None:
        self.save_button.setText(self.tr("Ask {host}").format(host=server.strip()))
        self.save_button.setEnabled(bool(server.strip()))
