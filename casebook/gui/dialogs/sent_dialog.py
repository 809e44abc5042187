"""The small form "I sent it": when, to whom; what was sent becomes a contact, and the next clock is set."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from casebook.dossier.messages.message import Message
from casebook.gui import texts
from casebook.gui.dialogs.form import FormDialog
from casebook.gui.widgets.composing.moment_edit import MomentEdit
from casebook.gui.widgets.parts import plain_label
from casebook.journal.terms import Channel
from casebook.journal.times import HowKnown, Moment


class SentDialog(FormDialog):
    """Logs a message as sent. The words are those of the message: what was changed elsewhere is to be put in there."""

    def __init__(
        self, place: str, message: Message, now: Moment, answered: str, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(self.tr("I sent it"), self.tr("Log it as sent"), parent)
        self.set_width(520)
        self.add_wide(plain_label(place, kind="muted"))
        self.when = MomentEdit(now, known=HowKnown.DEVICE_CLOCK)
        self.add_row(self.tr("When it was sent"), self.when)
        self.recipient = QLineEdit(message.recipient)
        self.add_row(self.tr("To"), self.recipient, texts.joined(texts.label(message.channel), message.subject))
        self.platform = QLineEdit()
        if message.channel is Channel.SOCIAL:
            self.add_row(self.tr("Platform"), self.platform)
        self.remind = QCheckBox(self.tr("Remind me when I may ask again, as the guide says"))
        self.remind.setChecked(True)
        self.form.addRow("", self.remind)
        words = self.tr(
            "Logged are the words as they stand here. If you changed them on the way, change them here too."
        )
        self.add_wide(plain_label(words, kind="caption"))
        if answered:
            self.add_wide(plain_label(answered, kind="caption"))

    def fault(self) -> tuple[str, QWidget | None] | None:
        """A message was sent at some time."""
        return None if self.when.moment() else (self.tr("When was it sent?"), self.when)
