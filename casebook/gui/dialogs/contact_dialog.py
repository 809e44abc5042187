"""The dialog that shows all facts of a contact, with the earlier words of what was amended."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QFrame,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from casebook.gui import texts, theme
from casebook.gui.models import talk_words
from casebook.gui.models.mail_problems import problem_text
from casebook.gui.widgets.found_bar import FoundBar
from casebook.gui.widgets.incoming.who_panel import WhoPanel
from casebook.gui.widgets.parts import open_at, plain_label, quiet_button
from casebook.gui.widgets.timeline.bubble_words import bot_word, written_later
from casebook.gui.widgets.timeline.folded_words import FoldedWords
from casebook.journal.incoming import Mail
from casebook.journal.records import Amendment, Contact
from casebook.journal.talking import from_course
from casebook.journal.terms import Automatic, Channel, Direction
from casebook.journal.times import from_told


class ContactDialog(QDialog):
    """Shows a contact. Changes nothing."""

    amend_requested = Signal(int)
    """The contact's id."""
    annotate_requested = Signal(int)
    """The contact's id."""
    details_requested = Signal(int)
    """The contact's id."""
    mail_save_requested = Signal(int)
    """The contact's id."""
    exhibit_requested = Signal(int)
    """An exhibit's id."""
    promise_requested = Signal(str)
    """Words of this contact, perhaps none, are a promise."""
    request_requested = Signal(str)
    """Words of this contact, perhaps none, are a request."""
    parts_requested = Signal(int)
    """The contact's id."""

    def __init__(
        self,
        contact: Contact,
        amendments: Sequence[Amendment],
        mail: Mail | None,
        now: datetime,
        *,
        locked: bool = True,
        came: Sequence[tuple[str, str]] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Contact"))
        open_at(self, 660, 640)
        self._contact, self._now, self._locked = contact, now, locked
        inside = QFrame()
        inside.setProperty("kind", "page")
        column, whole = QVBoxLayout(inside), QVBoxLayout(self)
        column.setContentsMargins(0, 0, theme.S, 0)
        column.setSpacing(theme.M)
        head = texts.joined(texts.label(contact.channel), texts.caption(contact.direction), contact.agent)
        column.addWidget(plain_label(head, kind="heading"))
        column.addWidget(self._facts(mail, came))
        self.who = WhoPanel()
        column.addWidget(self.who)
        column.addWidget(self._words(contact))
        self.found = FoundBar()
        column.addWidget(self.found)
        if contact.translation:
            column.addWidget(plain_label(self.tr("Your own translation"), kind="caption"))
            column.addWidget(plain_label(contact.translation))
        if contact.exhibits:
            column.addWidget(plain_label(self.tr("Exhibits"), kind="caption"))
        for exhibit in contact.exhibits:
            words = texts.joined(exhibit.label, exhibit.name, texts.file_size(exhibit.file.size))
            tip = self.tr("Show this exhibit")
            button = quiet_button(words, tip, partial(self.exhibit_requested.emit, exhibit.id), "link")
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        if amendments:
            column.addWidget(plain_label(self.tr("Earlier words"), kind="heading"))
        for amendment in reversed(amendments):
            column.addWidget(self._amendment(amendment))
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setAccessibleName(self.tr("What was said, and all that is known of it"))
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        whole.setContentsMargins(theme.XL, theme.L, theme.L, theme.L)
        whole.setSpacing(theme.M)
        whole.addWidget(scroll, 1)
        whole.addWidget(self._buttons(mail is not None))

    def _facts(self, mail: Mail | None, came: Sequence[tuple[str, str]]) -> QWidget:
        contact = self._contact
        known = texts.joined(texts.full_time(contact.happened), texts.caption(contact.happened.known))
        recorded = texts.joined(
            texts.short_time(texts.here(contact.recorded_at)),
            written_later(contact),
            "" if self._locked else self.tr("can still be corrected"),
        )
        rows = [(self.tr("When"), known), (self.tr("Written down"), recorded)]
        number = f"#{contact.agent_id}" if contact.agent_id else ""
        bot = "" if contact.bot is None else bot_word(contact.bot)
        rows.append((self.tr("Agent"), texts.joined(contact.agent, number, bot)))
        rows.append((self.tr("Role"), contact.role))
        rows.append((self.tr("Platform"), contact.platform))
        rows.append((self.tr("Tickets"), ", ".join(contact.tickets)))
        if contact.automatic is not Automatic.NO:
            rows.append((self.tr("Automatic"), texts.caption(contact.automatic)))
        if mail is not None:
            rows.append((self.tr("From"), f"{mail.sender_name} <{mail.sender}>".strip()))
            rows.append((self.tr("To"), ", ".join((*mail.to, *mail.cc))))
            rows.append((self.tr("Answers go to"), mail.reply_to))
            rows.append((self.tr("Not read"), "; ".join(map(problem_text, mail.problems))))
        rows += came
        rows.append((self.tr("Subject"), contact.subject))
        rows.append((self.tr("Outcome"), contact.outcome))
        rows += talk_words.rows(contact.details, contact.channel)
        rows.append((self.tr("Course"), talk_words.course(from_course(contact.details.course))))
        facts = QWidget()
        form = QFormLayout(facts)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(theme.L)
        form.setVerticalSpacing(theme.XS)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for name, words in rows:
            if words:
                caption, value = plain_label(name, kind="muted"), plain_label(words)
                caption.setWordWrap(False)
                value.setTextInteractionFlags(
                    Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
                )
                form.addRow(caption, value)
        return facts

    def _words(self, contact: Contact) -> FoldedWords:
        folded = FoldedWords()
        folded.show_contact(contact)
        filed = contact.case_id is not None
        folded.offer_taking(filed)
        folded.promise_marked.connect(self.promise_requested)
        folded.request_marked.connect(self.request_requested)
        area = folded.words
        area.setAccessibleName(self.tr("Words"))
        area.setToolTip(self.tr("The words as they are recorded"))
        if filed:
            area.setToolTip(self.tr("Mark words to note them as a promise (Ctrl+P) or a request (Ctrl+R)"))

        def fit() -> None:
            words = folded.shown_text()
            lines = min(12, max(3, words.count("\n") + 1 + len(words) // 70))
            area.setFixedHeight(area.fontMetrics().lineSpacing() * lines + 24)

        folded.changed.connect(fit)
        fit()
        return folded

    def _amendment(self, amendment: Amendment) -> QFrame:
        card = QFrame()
        card.setProperty("kind", "card")
        column = QVBoxLayout(card)
        column.setContentsMargins(theme.M, theme.S, theme.M, theme.S)
        column.setSpacing(2)
        when = texts.short_time(texts.here(amendment.recorded_at), self._now)
        head = texts.joined(self._field(amendment.field), self.tr("until {time}").format(time=when))
        column.addWidget(plain_label(head, kind="caption"))
        before = plain_label(_before(amendment) or self.tr("(nothing stood here)"))
        before.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(before)
        reason = self.tr("Reason: {words}").format(words=amendment.reason)
        column.addWidget(plain_label(reason, kind="muted"))
        return card

    def _field(self, name: str) -> str:
        return {
            "text": self.tr("words"),
            "agent": self.tr("agent"),
            "agent_id": self.tr("agent ID"),
            "bot": self.tr("person or bot"),
            "channel": self.tr("channel"),
            "direction": self.tr("direction"),
            "happened": self.tr("time"),
            "outcome": self.tr("outcome"),
            "platform": self.tr("platform"),
            "subject": self.tr("subject"),
        }.get(name, name)

    def _buttons(self, is_mail: bool) -> QDialogButtonBox:
        box = QDialogButtonBox(self)
        close = box.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setDefault(True)
        close.setToolTip(self.tr("Close (Esc)"))
        box.rejected.connect(self.reject)
        words, tip = self.tr("Amend…"), self.tr("Change a fact; the earlier words stay (Ctrl+E)")
        if not self._locked:
            words, tip = self.tr("Correct…"), self.tr("Put a slip right while the contact is new (Ctrl+E)")
        self.amend = self._action(box, words, tip)
        self.amend.setShortcut("Ctrl+E")
        self.amend.clicked.connect(lambda: self.amend_requested.emit(self._contact.id))
        tip = self.tr("The agent's role, and your own translation of the words (Ctrl+T)")
        annotate = self._action(box, self.tr("Role and translation…"), tip)
        annotate.setShortcut("Ctrl+T")
        annotate.clicked.connect(lambda: self.annotate_requested.emit(self._contact.id))
        went = self._action(
            box, self.tr("How it went…"), self.tr("Waiting, number, menu, language, cost, consent (Ctrl+D)")
        )
        went.setShortcut("Ctrl+D")
        went.clicked.connect(lambda: self.details_requested.emit(self._contact.id))
        if is_mail:
            tip = self.tr("What became of each part of this mail")
            parts = self._action(box, self.tr("What was understood…"), tip)
            parts.clicked.connect(lambda: self.parts_requested.emit(self._contact.id))
            save = self._action(box, self.tr("Save mail as .eml…"), self.tr("Save the mail's original bytes"))
            save.clicked.connect(lambda: self.mail_save_requested.emit(self._contact.id))
        return box

    def _action(self, box: QDialogButtonBox, words: str, tip: str) -> QPushButton:
        button = box.addButton(words, QDialogButtonBox.ButtonRole.ActionRole)
        button.setAutoDefault(False)
        button.setToolTip(tip)
        return button


def _before(amendment: Amendment) -> str:
    """Return the earlier words, in the user's language where they were a time or a choice from a list."""
    before = amendment.before
    if amendment.field == "happened" and (told := from_told(before)):
        return texts.joined(texts.full_time(told), texts.caption(told.known))
    if amendment.field == "channel" and before in set(Channel):
        return texts.caption(Channel(before))
    if amendment.field == "direction" and before in set(Direction):
        return texts.caption(Direction(before))
    if amendment.field == "bot":
        return bot_word(before == "bot") if before in {"bot", "person"} else ""
    return before
