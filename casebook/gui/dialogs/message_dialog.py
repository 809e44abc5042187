"""The dialog "Write to them": words made ready from the record, to change, copy, open in a mail program or save."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from casebook.dossier.messages.checks import ASKS, Doubt, Trouble
from casebook.dossier.messages.message import MAILED, Message, Recipient
from casebook.dossier.messages.prepare import Offered
from casebook.gui import texts, theme
from casebook.gui.dialogs.message_parts import DOCUMENT, DOCUMENTS, Buttons, choice_box, grid_of
from casebook.gui.models import export_words, message_words
from casebook.gui.theme import Theme
from casebook.gui.widgets.choice_list import ChoiceList
from casebook.gui.widgets.composing.message_edit import MessageEdit
from casebook.gui.widgets.parts import open_at, plain_label, quiet_button, side_by_side
from casebook.journal.planning import Letter
from casebook.journal.terms import Channel, LetterKind

Choice = tuple[LetterKind, Channel, str]
_PAUSE = 400
"""Milliseconds after the last key before the words are looked over and kept."""


class MessageDialog(QDialog):
    """One message a kind, channel and language. What the user changed is kept until it is sent or written anew."""

    wanted = Signal(object, object)
    """A message for this `Choice` is wanted, with these exhibits (None: the usual ones): answer with `show_message`."""
    edited = Signal(object)
    """The `Message` as it stands was changed: keep it, look it over."""
    anew_requested = Signal(object)
    """The user's changes to this `Choice` are to be forgotten."""
    address_edited = Signal(object)
    """The recipient of this `Message` is another: say what is known of it with `show_recipient`."""
    document_requested = Signal(str)
    """A document about the case is wanted instead: complaint, summary, police."""
    templates_requested = Signal(object)
    """The words for this `Choice` are to be changed for good."""
    guard_requested = Signal()
    """Why is it too early to send it again?"""
    copy_requested = Signal(object)
    open_requested = Signal(object)
    save_requested = Signal(object)
    sent_requested = Signal(object)
    """The `Message` as it stands is to be copied, opened in the mail program, saved as a mail, logged as sent."""
    call_requested = Signal()
    """The call that this is the outline of begins."""

    def __init__(self, title: str, first: Choice, theme_: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Write to them"))
        open_at(self, 860, 760)
        self._made: Message | None = None
        self._letter: Letter | None = None
        self._doubts: Sequence[Doubt] = ()
        self._filling = False
        self.is_sent = False
        self.kind = choice_box([(texts.label(kind), kind) for kind in LetterKind], first[0])
        self.kind.insertSeparator(self.kind.count())
        for words, value in DOCUMENTS:
            self.kind.addItem(self.tr(str(words)), DOCUMENT + value)
        self.channel = choice_box([(texts.label(channel), channel) for channel in _CHANNELS], first[1])
        self.language = choice_box([(message_words.language(code), code) for code in ("en", "zh")], first[2])
        self.recipient = QComboBox()
        self.recipient.setEditable(True)
        field = self.recipient.lineEdit()
        assert field is not None
        field.setPlaceholderText(self.tr("No address is recorded for this: type it, or add it to the firm"))
        self.recipient.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.known = plain_label("", kind="caption")
        self.subject = QLineEdit()
        tip = self.tr("Copy the subject: a web form has a field of its own for it")
        self.copy_subject = quiet_button(self.tr("Copy"), tip, self._copy_subject, "link")
        self._subject_row = side_by_side(self.subject, self.copy_subject)
        self.edit = MessageEdit(theme_)
        self.edit.setAccessibleName(self.tr("The message"))
        self.guard = plain_label("", kind="warn")
        self.doubts = ChoiceList(self.tr("To look at before it goes out"))
        self.exhibits = ChoiceList(self.tr("Attachments"))
        self._attached = plain_label(self.tr("Attachments, under the names they go out by"), kind="caption")
        self.withheld = plain_label("", kind="caption")
        self._why = quiet_button(self.tr("Why?"), self.tr("How this date was found"), self.guard_requested.emit, "link")
        self.buttons = Buttons(self._deeds())
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._tell)
        self._lay_out(title)
        self._connect()

    def start(self) -> None:
        """Ask for the first message; connect first."""
        self.wanted.emit(self.choice(), None)

    def choice(self) -> Choice:
        """Return what is chosen."""
        # Qt keeps plain text: an enum's value comes back without its kind.
        kind, channel = self.kind.currentData(), self.channel.currentData()
        return LetterKind(kind), Channel(channel), str(self.language.currentData())

    def message(self) -> Message | None:
        """Return the message as it stands, None while there is none."""
        if self._made is None:
            return None
        return replace(
            self._made,
            recipient=self.recipient.currentText().strip(),
            subject=self.subject.text().strip(),
            text=self.edit.toPlainText(),
            exhibits=tuple(self.exhibits.chosen()),
        )

    @property
    def letter(self) -> Letter | None:
        """The words that were kept earlier and are shown now."""
        return self._letter

    def show_message(self, made: Message, letter: Letter | None, offered: Sequence[Offered]) -> None:
        """Show a message that was asked for, with the user's own changes to it where some were kept."""
        if (made.kind, made.channel, made.language) != self.choice():
            return
        self._filling = True
        self._made, self._letter = made, letter
        shown = made if letter is None else _as_kept(made, letter)
        self.recipient.clear()
        self.recipient.addItems([one.address for one in made.recipients])
        self.recipient.setEditText(shown.recipient)
        self.subject.setText(shown.subject)
        self.edit.setPlainText(shown.text)
        takes = made.channel in MAILED
        named = [_row(offer) for offer in offered] if takes else []
        self.exhibits.show_choices(named, shown.exhibits)
        self._attached.setVisible(bool(named))
        self._filling = False
        self.show_recipient(next((r for r in made.recipients if r.address == shown.recipient), None))
        self.withheld.setVisible(bool(made.withheld))
        left_out = self.tr("Everybody reads along here, so nothing of your account or your trade is in it.")
        self.withheld.setText(left_out)
        self._adapt()

    def show_failure(self, words: str) -> None:
        """Say why there is no message."""
        self.guard.setText(words)
        self.guard.show()
        self._why.hide()

    def show_guard(self, words: str, *, explained: bool) -> None:
        """Say what is to be known before sending again; empty: nothing."""
        self.guard.setText(words)
        self.guard.setVisible(bool(words))
        self._why.setVisible(bool(words) and explained)

    def show_doubts(self, doubts: Sequence[Doubt]) -> None:
        """Show what is to be looked at; a row leads to its place."""
        self._doubts = doubts
        grave = sum(doubt.trouble in ASKS for doubt in doubts)  # they come first
        self.doubts.show_words([message_words.doubt(doubt) for doubt in doubts], grave)
        self.edit.mark([(d.start, d.end, d.trouble in ASKS) for d in doubts if d.start >= 0])

    def show_recipient(self, known: Recipient | None) -> None:
        """Say what is known of the address that stands in the field."""
        beside = message_words.beside(self._made) if self._made else ""
        words = texts.joined(message_words.recipient(known), beside)
        self.known.setText(texts.capital(words))
        self.known.setVisible(bool(words))
        theme.restyle(self.known, kind="warn" if known and known.doubtful else "caption")

    def changed_message(self) -> Message | None:
        """Return the message where its words are other than they were made or kept, else None."""
        message = self.message()
        if self._made is None or message is None:
            return None
        before = self._made if self._letter is None else _as_kept(self._made, self._letter)
        return None if _words(message) == _words(before) else message

    def note_sent(self) -> None:
        """Close: the message was sent and logged, nothing of it is to be kept."""
        self.is_sent = True
        self._pause.stop()
        self.accept()

    def note_kept(self, letter: Letter | None) -> None:
        """Note that the words as they stand are kept, or (None) that nothing is kept any more."""
        self._letter = letter
        self.buttons.anew.setEnabled(letter is not None)

    def _connect(self) -> None:
        for box in (self.channel, self.language):
            box.currentIndexChanged.connect(self._another)
        self.kind.currentIndexChanged.connect(self._another_kind)
        self.recipient.editTextChanged.connect(lambda _text: self._change())
        self.subject.textChanged.connect(lambda _text: self._change())
        self.edit.textChanged.connect(self._change)
        self.edit.next_requested.connect(self._next_blank)
        self.exhibits.ticked.connect(self._files_changed)
        self.doubts.row_chosen.connect(self._go_to)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self, self.buttons.go_on)

    def _lay_out(self, title: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.XL, theme.L, theme.XL, theme.L)
        column.setSpacing(theme.M)
        column.addWidget(plain_label(title, kind="heading"))
        about = self.tr("Made from what is recorded; [brackets] are yours to fill in. Nothing is sent from here.")
        column.addWidget(plain_label(about, kind="muted"))
        rows = grid_of(
            (
                (self.tr("What for"), self.kind),
                (self.tr("Channel"), self.channel),
                (self.tr("Language"), self.language),
            ),
            ((self.tr("To"), self.recipient), (self.tr("Subject"), self._subject_row)),
            self.known,
        )
        self._labels = rows.labels
        column.addLayout(rows.layout)
        guard = QHBoxLayout()
        guard.addWidget(self.guard, 1)
        guard.addWidget(self._why)
        column.addLayout(guard)
        self.guard.hide()
        self._why.hide()
        column.addWidget(self.edit, 1)
        column.addWidget(self.withheld)
        self.withheld.hide()
        column.addWidget(self.doubts)
        column.addWidget(self._attached)
        column.addWidget(self.exhibits)
        column.addWidget(self.buttons)
        self.edit.setFocus()

    def _adapt(self) -> None:
        """Show the fields and buttons that the channel has."""
        channel = self.choice()[1]
        for widget in (self._subject_row, self._labels[self._subject_row]):
            widget.setVisible(channel in MAILED)
        self.buttons.adapt(channel)
        self.buttons.anew.setEnabled(self._letter is not None)

    def _copy_subject(self) -> None:
        QGuiApplication.clipboard().setText(self.subject.text())

    def _another(self) -> None:
        self._tell_now()
        self.show_doubts(())
        self.wanted.emit(self.choice(), None)

    def _another_kind(self) -> None:
        chosen = str(self.kind.currentData())
        document = chosen.removeprefix(DOCUMENT)
        if document == chosen:
            self._another()
            return
        with QSignalBlocker(self.kind):
            self.kind.setCurrentIndex(self.kind.findData(str(self._made.kind if self._made else LetterKind.FIRST)))
        self.document_requested.emit(document)

    def _files_changed(self) -> None:
        if self._filling or self._made is None:
            return
        chosen = tuple(self.exhibits.chosen())
        if (
            self._letter is None
            and (now := self.message())
            and _words(now) == _words(replace(self._made, exhibits=chosen))
        ):
            self.wanted.emit(self.choice(), chosen)  # the list of attachments in the words follows
        else:
            self._change()

    def _change(self) -> None:
        if not self._filling:
            self._pause.start()

    def _tell_now(self) -> None:
        if self._pause.isActive():
            self._pause.stop()
            self._tell()

    def _tell(self) -> None:
        if (message := self.message()) is not None:
            self.edited.emit(message)
            self.address_edited.emit(message)

    def _next_blank(self) -> None:
        at = self.edit.textCursor().selectionEnd()
        blanks = [d for d in self._doubts if d.trouble is Trouble.BLANK and d.start >= 0]
        if blanks:
            following = next((d for d in blanks if d.start >= at), blanks[0])
            self.edit.choose(following.start, following.end)

    def _go_to(self, row: int) -> None:
        doubt = self._doubts[row]
        if doubt.start >= 0:
            self.edit.choose(doubt.start, doubt.end)
        elif doubt.trouble is not Trouble.IDENTICAL:
            self.subject.setFocus()

    def _deeds(self) -> dict[str, Callable[[], object]]:
        def handing(announce: Callable[[Message], None]) -> Callable[[], None]:
            def press() -> None:
                self._tell_now()  # what was typed just now is kept before anything is done with it
                if (message := self.message()) is not None:
                    announce(message)

            return press

        return {
            "templates": lambda: self.templates_requested.emit(self.choice()),
            "anew": lambda: self.anew_requested.emit(self.choice()),
            "leave": self.reject,
            "copy": handing(self.copy_requested.emit),
            "open": handing(self.open_requested.emit),
            "save": handing(self.save_requested.emit),
            "sent": handing(self.sent_requested.emit),
            "call": self.call_requested.emit,
        }


def _as_kept(made: Message, letter: Letter) -> Message:
    return replace(made, recipient=letter.recipient, subject=letter.subject, text=letter.text, exhibits=letter.exhibits)


def _row(offer: Offered) -> tuple[int, str, str]:
    """Return an exhibit as a row to tick; with the reason where it stays here."""
    why = export_words.kept_back(offer.kept_back) if offer.kept_back else ""
    return offer.id, texts.joined(offer.label, offer.name, why), why


def _words(message: Message) -> tuple[object, ...]:
    """Return what the user can change. Qt's field ends without a line break."""
    return message.recipient, message.subject, message.text.rstrip("\n"), message.exhibits


_CHANNELS = (
    Channel.EMAIL,
    Channel.CHAT,
    Channel.TICKET,
    Channel.SOCIAL,
    Channel.FORUM,
    Channel.VIP,
    Channel.IN_APP,
    Channel.LETTER,
    Channel.PHONE,
)
