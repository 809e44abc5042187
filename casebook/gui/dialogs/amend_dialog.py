"""The dialog that changes recorded facts: a new contact is put right, a locked one amended with a reason."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from casebook.gui import texts
from casebook.gui.dialogs.form import FormDialog
from casebook.gui.widgets.composing.moment_edit import MomentEdit
from casebook.gui.widgets.parts import plain_label, side_by_side, text_area
from casebook.journal.records import Contact
from casebook.journal.terms import Channel, Direction

_WITH_SUBJECT = {Channel.EMAIL, Channel.LETTER, Channel.TICKET, Channel.FORUM}


class AmendDialog(FormDialog):
    """Shows a contact's facts for changing. `locked`: the earlier words stay, and the reason is asked for."""

    def __init__(self, contact: Contact, *, locked: bool = True, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self._locked = locked
        self.setMinimumWidth(620)
        self.setWindowTitle(self.tr("Amend contact") if locked else self.tr("Correct contact"))
        self.save_button.setText(self.tr("Amend") if locked else self.tr("Correct"))
        self._contact = contact
        note = self.tr("The earlier words stay readable, here and in the dossier.")
        if not locked:
            note = self.tr("It is new, so it is corrected as it stands. With a reason, earlier words stay readable.")
        self.add_wide(plain_label(note, kind="muted"))
        self.channel, self.direction, self.bot = QComboBox(), QComboBox(), QComboBox()
        for channel in Channel:
            self.channel.addItem(texts.label(channel), channel)
        for direction in Direction:
            self.direction.addItem(texts.label(direction), direction)
        for words, bot in ((self.tr("Not known"), None), (self.tr("A person"), False), (self.tr("A bot"), True)):
            self.bot.addItem(words, bot)
        self.channel.setCurrentIndex(list(Channel).index(contact.channel))
        self.direction.setCurrentIndex(list(Direction).index(contact.direction))
        self.bot.setCurrentIndex((None, False, True).index(contact.bot))
        self.happened = MomentEdit(contact.happened, sourced=True)
        self.happened.set_moment(contact.happened)
        self.agent, self.agent_id = QLineEdit(contact.agent), QLineEdit(contact.agent_id)
        self.subject, self.platform = QLineEdit(contact.subject), QLineEdit(contact.platform)
        self.text, self.outcome = text_area(7), QLineEdit(contact.outcome)
        self.text.setPlainText(contact.text)
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(self.tr("Such as: misread the time on the screenshot"))
        self._lay_out()
        self.text.setFocus()

    def changes(self) -> dict[str, object]:
        """Return the facts that are others now, by field. Raises BadInput for a zone that does not exist."""
        before = self._contact
        now: dict[str, object] = {
            "channel": Channel(self.channel.currentData()),
            "direction": Direction(self.direction.currentData()),
            "bot": self.bot.currentData(),
            "happened": self.happened.moment() or before.happened,
            "agent": self.agent.text().strip(),
            "agent_id": self.agent_id.text().strip(),
            "subject": self.subject.text().strip(),
            "platform": self.platform.text().strip(),
            "text": self.text.toPlainText().strip(),
            "outcome": self.outcome.text().strip(),
        }
        return {field: value for field, value in now.items() if value != getattr(before, field)}

    def fault(self) -> tuple[str, QWidget | None] | None:
        """A change to what is locked needs a reason."""
        if self._locked and not self.reason.text().strip():
            return self.tr(
                "Say in a few words why you change it: the reason stays with the earlier words."
            ), self.reason
        return None

    def _lay_out(self) -> None:
        self.channel.setAccessibleDescription(self.tr("Channel"))
        self.direction.setAccessibleDescription(self.tr("Direction"))
        self.bot.setAccessibleDescription(self.tr("Person or bot"))
        self.agent_id.setAccessibleName(self.tr("Agent ID"))
        self.agent_id.setPlaceholderText(self.tr("ID"))
        self.add_row(self.tr("Contact"), side_by_side(self.channel, self.direction))
        self.add_row(self.tr("When"), self.happened)
        self.add_row(self.tr("Agent"), side_by_side(self.agent, self.agent_id, self.bot))
        self.agent.setAccessibleName(self.tr("Agent"))
        if self._contact.subject or self._contact.channel in _WITH_SUBJECT:
            self.add_row(self.tr("Subject"), self.subject)
        if self._contact.platform or self._contact.channel in {Channel.SOCIAL, Channel.FORUM, Channel.OTHER}:
            self.add_row(self.tr("Platform"), self.platform)
        self.add_row(self.tr("Words"), self.text)
        self.add_row(self.tr("Outcome"), self.outcome)
        self.add_row(self.tr("Reason") if self._locked else self.tr("Reason, if any"), self.reason)
