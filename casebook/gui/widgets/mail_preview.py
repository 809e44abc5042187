"""Shows one imported mail as plain words: who, to whom, when, what; nothing in it is ever fetched or run."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QFrame, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from casebook.gui import theme, times
from casebook.gui.models.inbox_model import subject_words
from casebook.gui.widgets.parts import plain_label
from casebook.journal.incoming import Mail
from casebook.journal.records import Contact


class MailPreview(QFrame):
    """A heading, the header lines that matter, what could not be read, and the words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "page")
        self._subject = plain_label("", kind="heading")
        self._header = QFormLayout()
        self._header.setHorizontalSpacing(theme.M)
        self._header.setVerticalSpacing(theme.XS)
        self._problems = plain_label("", kind="warn")
        self.words = QPlainTextEdit()
        self.words.setReadOnly(True)
        self.words.setProperty("kind", "bare")
        self.words.setTabChangesFocus(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.XL, theme.L, theme.XL, theme.L)
        layout.setSpacing(theme.S)
        layout.addWidget(self._subject)
        layout.addLayout(self._header)
        layout.addWidget(self._problems)
        layout.addWidget(self.words, 1)
        self.clear()

    def clear(self) -> None:
        """Show nothing."""
        self._fill("", [], "", "")

    def show_mail(self, contact: Contact, mail: Mail) -> None:
        """Show a mail."""
        sender = f"{mail.sender_name} <{mail.sender}>" if mail.sender_name else mail.sender
        rows = [
            (self.tr("From"), sender),
            (self.tr("To"), ", ".join(mail.to)),
            (self.tr("Cc"), ", ".join(mail.cc)),
            (self.tr("Sent"), times.full_time(contact.happened)),
            (self.tr("Attached"), ", ".join(exhibit.name for exhibit in contact.exhibits)),
        ]
        self._fill(subject_words(mail.subject), rows, "\n".join(mail.problems), contact.text)

    def _fill(self, subject: str, rows: list[tuple[str, str]], problems: str, words: str) -> None:
        self._subject.setText(subject)
        while self._header.rowCount():
            self._header.removeRow(0)
        for name, value in rows:
            if value:
                caption = QLabel(name)
                caption.setProperty("kind", "muted")
                shown = plain_label(value, kind="muted")
                shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
                self._header.addRow(caption, shown)
        self._problems.setText(problems)
        self._problems.setVisible(bool(problems))
        self.words.setPlainText(words)
        self.words.setAccessibleName(self.tr("Words of the mail"))
