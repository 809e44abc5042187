"""Shows one imported mail as plain words: who, to whom, when, what; nothing in it is ever fetched or run."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFormLayout, QFrame, QLabel, QVBoxLayout, QWidget

from casebook.gui import theme, times
from casebook.gui.models.inbox_model import subject_words
from casebook.gui.models.mail_problems import problem_text
from casebook.gui.models.provenance import came_from, provenance
from casebook.gui.widgets.found_bar import FoundBar
from casebook.gui.widgets.incoming.who_panel import WhoPanel
from casebook.gui.widgets.parts import plain_label, quiet_button
from casebook.gui.widgets.timeline.folded_words import FoldedWords
from casebook.journal.incoming import Chat, Mail, MailCopy
from casebook.journal.records import Contact

_LONG = 60
"""From so many letters on a line may be cut, and is shown in full when pointed at."""


class MailPreview(QFrame):
    """A heading, the header lines that matter, what is to be known of the sender, and the words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "page")
        self._subject = plain_label("", kind="heading")
        self._header = QFormLayout()
        self._header.setHorizontalSpacing(theme.M)
        self._header.setVerticalSpacing(theme.XS)
        self._problems = plain_label("", kind="warn")
        self.folded = FoldedWords()
        self.words = self.folded.words
        self.words.setProperty("kind", "bare")
        self._more_shown = False
        self.more = quiet_button("", "", self._toggle_more, "link")
        self._rows: tuple[list[tuple[str, str]], list[tuple[str, str]]] = ([], [])
        self.who, self.found = WhoPanel(), FoundBar()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(theme.XL, theme.L, theme.XL, theme.L)
        self._column.setSpacing(theme.S)
        self._column.addWidget(self._subject)
        self._column.addLayout(self._header)
        self._column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self._problems)
        self._column.addWidget(self.who)
        self._column.addWidget(self.folded, 1)
        self._column.addWidget(self.found)
        self.clear()

    def clear(self) -> None:
        """Show nothing."""
        self.who.hide()
        self.found.hide()
        self._subject.clear()
        self._fill([], [], "")
        self.folded.show_words("")

    def show_mail(self, contact: Contact, mail: Mail, copies: Sequence[MailCopy] = ()) -> None:
        """Show a mail; `copies` are the other ways it came."""
        sender = f"{mail.sender_name} <{mail.sender}>" if mail.sender_name else mail.sender
        rows = [
            (self.tr("From"), sender),
            (self.tr("Answers go to"), mail.reply_to),
            (self.tr("To"), ", ".join(mail.to)),
            (self.tr("Cc"), ", ".join(mail.cc)),
            (self.tr("Sent"), times.full_time(contact.happened)),
            (self.tr("Attached"), ", ".join(exhibit.name for exhibit in contact.exhibits)),
        ]
        self._subject.setText(subject_words(mail.subject))
        self._fill(rows, provenance(mail, copies), "\n".join(map(problem_text, mail.problems)))
        self.folded.show_contact(contact)

    def show_chat(self, contact: Contact, chat: Chat) -> None:
        """Show a stretch of a chat."""
        rows = [
            (self.tr("With"), chat.title),
            (self.tr("Platform"), chat.platform),
            (self.tr("Began"), times.full_time(contact.happened)),
            (self.tr("Attached"), ", ".join(exhibit.name for exhibit in contact.exhibits)),
        ]
        self._subject.setText(subject_words(contact.subject or chat.title))
        self._fill(rows, [came_from(chat.source, chat.raw)], "\n".join(chat.problems))
        self.folded.show_contact(contact)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a switch of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._name_more()
        super().changeEvent(event)

    def _fill(self, rows: list[tuple[str, str]], more: list[tuple[str, str]], problems: str) -> None:
        self._rows = (rows, more)
        self.more.setVisible(bool(more))
        self._problems.setText(problems)
        self._problems.setVisible(bool(problems))
        self.words.setAccessibleName(self.tr("Words of the mail"))
        self._show_rows()

    def _show_rows(self) -> None:
        rows, more = self._rows
        while self._header.rowCount():
            self._header.removeRow(0)
        for name, value in (*rows, *(more if self._more_shown else ())):
            if value:
                caption = QLabel(name)
                caption.setProperty("kind", "muted")
                shown = plain_label(value, kind="muted")
                shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
                # A Message-ID has no place to break a line at: it must not make the whole page as wide.
                shown.setMinimumWidth(80)
                shown.setToolTip(escape(value) if len(value) > _LONG else "")
                self._header.addRow(caption, shown)
        self._name_more()

    def _toggle_more(self) -> None:
        self._more_shown = not self._more_shown
        self._show_rows()

    def _name_more(self) -> None:
        self.more.setText(self.tr("Less about this mail") if self._more_shown else self.tr("More about this mail"))
        self.more.setToolTip(self.tr("Its numbers, where it came from, and what its support desk says"))
