"""Parts of the dialog in which a message is written: its boxes, its rows of fields, and its buttons."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from casebook.gui import theme
from casebook.gui.widgets.parts import caption, name_fields, quiet_button, row_of
from casebook.journal.terms import Channel

DOCUMENTS = (
    (QT_TRANSLATE_NOOP("MessageDialog", "Complaint as a document, with sources…"), "complaint"),
    (QT_TRANSLATE_NOOP("MessageDialog", "Summary for an ombudsman…"), "summary"),
    (QT_TRANSLATE_NOOP("MessageDialog", "Facts for a police report…"), "police"),
)
"""What is written as a document with its sources, and not sent as a message."""
DOCUMENT = "document:"
"""Stands before their names in the box of kinds: a complaint is also a message."""


def choice_box(choices: Sequence[tuple[str, object]], first: object) -> QComboBox:
    """Return a combo box of words with their values, `first` chosen."""
    box = QComboBox()
    for words, value in choices:
        box.addItem(words, value)
    box.setCurrentIndex(max(0, box.findData(first)))
    return box


@dataclass(frozen=True)
class Rows:
    """A layout of captioned fields, and the caption of each field."""

    layout: QVBoxLayout
    labels: Mapping[QWidget, QLabel]


def grid_of(across: Sequence[tuple[str, QWidget]], below: Sequence[tuple[str, QWidget]], note: QWidget) -> Rows:
    """Return fields side by side, and others below one another; `note` stands under the first of those."""
    labels: dict[QWidget, QLabel] = {}

    def label(words: str, field: QWidget) -> QLabel:
        made = labels[field] = caption(words, field)
        name_fields(field, words)
        return made

    top = QHBoxLayout()
    top.setSpacing(theme.S)
    for words, field in across:
        top.addWidget(label(words, field))
        top.addWidget(field)
        top.addSpacing(theme.M)
    top.addStretch(1)
    grid = QGridLayout()
    grid.setHorizontalSpacing(theme.M)
    grid.setVerticalSpacing(theme.S)
    grid.setColumnStretch(1, 1)
    row = 0
    for words, field in below:
        grid.addWidget(label(words, field), row, 0)
        grid.addWidget(field, row, 1)
        row += 1
        if row == 1:
            grid.addWidget(note, row, 1)
            row += 1
    column = QVBoxLayout()
    column.setSpacing(theme.S)
    column.addLayout(top)
    column.addLayout(grid)
    return Rows(column, labels)


class Buttons(QWidget):
    """The row of buttons. Which of them are there depends on the channel."""

    def __init__(self, do: Mapping[str, Callable[[], object]]) -> None:
        """Make the buttons; `do` says by name what each of them does."""
        super().__init__()
        self.templates = quiet_button(
            self.tr("My templates…"), self.tr("Change the words for good"), do["templates"], "quiet"
        )
        tip = self.tr("Forget your changes and make it from the record")
        self.anew = quiet_button(self.tr("Write anew"), tip, do["anew"], "quiet")
        self.leave = quiet_button(self.tr("Close"), self.tr("Close; your changes are kept (Esc)"), do["leave"])
        self.copy = quiet_button(self.tr("Copy"), self.tr("Copy the words"), do["copy"])
        tip = self.tr("Open it as a new mail, without attachments")
        self.open = quiet_button(self.tr("Open in mail program"), tip, do["open"])
        self.save = quiet_button("", "", do["save"])
        tip = self.tr("Log it, and be reminded when to ask again (Ctrl+Enter)")
        self.sent = quiet_button(self.tr("I sent it…"), tip, do["sent"], "primary")
        tip = self.tr("Count the waiting, and keep what is said (Ctrl+Enter)")
        self.call = quiet_button(self.tr("Start the call"), tip, do["call"], "primary")
        row = row_of(self.templates, self.anew, None, self.leave, self.copy, self.open, self.save, self.sent, self.call)
        row.setContentsMargins(0, 0, 0, 0)
        self.setLayout(row)

    def adapt(self, channel: Channel) -> None:
        """Show what can be done with a message on this channel."""
        letter = channel is Channel.LETTER
        self.open.setVisible(channel is Channel.EMAIL)
        self.save.setVisible(letter or channel is Channel.EMAIL)
        self.save.setText(self.tr("Save as a document…") if letter else self.tr("Save as a mail…"))
        mail = self.tr("Save it as an unsent mail (.eml) with its attachments")
        self.save.setToolTip(self.tr("Save it as a document (.docx) or as text (.txt)") if letter else mail)
        self.sent.setVisible(channel is not Channel.PHONE)
        self.call.setVisible(channel is Channel.PHONE)

    def go_on(self) -> None:
        """Press the button that comes last on this channel."""
        (self.call if self.call.isVisible() else self.sent).click()
