"""The dialog of the user's own templates: the words of a kind of message, with places for facts."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QStringListModel, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QListView, QPlainTextEdit, QVBoxLayout, QWidget

from casebook.dossier.messages.message import MAILED
from casebook.dossier.messages.templates import Templates, Words
from casebook.gui import texts, theme
from casebook.gui.dialogs.message_parts import choice_box, grid_of
from casebook.gui.models import message_words
from casebook.gui.widgets.parts import open_at, plain_label, quiet_button, row_of
from casebook.journal.terms import Channel, LetterKind

_CHANNELS = (Channel.EMAIL, Channel.CHAT, Channel.TICKET, Channel.SOCIAL, Channel.LETTER, Channel.PHONE)
Choice = tuple[LetterKind, Channel | None, str]


class TemplatesDialog(QDialog):
    """Shows one template at a time. What is typed and not saved stays while another is looked at."""

    save_requested = Signal(object, str, str)
    """Use these words, subject and text, for this `Choice` from now on: answer with `show_templates`."""
    reset_requested = Signal(int)
    """Use the program's words again instead of this template."""

    def __init__(self, templates: Templates, first: Choice, language: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("My templates"))
        open_at(self, 900, 640)
        self._templates, self._shown, self._typed = templates, Words("", ""), dict[Choice, tuple[str, str]]()
        self.kind = choice_box([(texts.label(kind), kind) for kind in LetterKind], first[0])
        channels = [(self.tr("Every channel"), None), *((texts.label(c), c) for c in _CHANNELS)]
        self.channel = choice_box(channels, first[1])
        self.language = choice_box([(message_words.language(code), code) for code in ("en", "zh")], first[2])
        self.subject, self.edit = QLineEdit(), QPlainTextEdit()
        self.edit.setTabChangesFocus(True)
        self.edit.setAccessibleName(self.tr("The words"))
        self.state = plain_label("", kind="caption")
        self.notice = plain_label("", kind="warn")
        self.notice.hide()
        self.places = QListView()
        self._fields = list(templates.fields.values())
        rows = [f"{{{field.name}}}  {field.labels[language]}" for field in self._fields]
        self.places.setModel(QStringListModel(rows, self))
        self.places.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.places.setProperty("kind", "framed")
        self.places.setWordWrap(True)
        self.places.setAccessibleName(self.tr("Places for facts"))
        self.places.activated.connect(self._insert)
        self.save = quiet_button(self.tr("Use these words"), self.tr("Save (Ctrl+Enter)"), self._save, "primary")
        self.save.setShortcut("Ctrl+Return")
        tip = self.tr("Use the words that come with the program again")
        self.reset = quiet_button(self.tr("Back to the program’s words"), tip, self._reset)
        self._lay_out()
        for box in (self.kind, self.channel, self.language):
            box.currentIndexChanged.connect(self._another)
        self.subject.textChanged.connect(lambda _text: self._check())
        self.edit.textChanged.connect(self._check)
        self._key = self.choice()
        self._show()

    def choice(self) -> Choice:
        """Return what is chosen; no channel stands for every one."""
        channel = self.channel.currentData()
        return (
            LetterKind(self.kind.currentData()),
            Channel(channel) if channel else None,
            str(self.language.currentData()),
        )

    def show_templates(self, templates: Templates) -> None:
        """Show the templates as they are now."""
        self._templates = templates
        self._show()

    def unsaved(self) -> bool:
        """Return whether something was typed that is not saved, here or in another template."""
        return self._changed() or bool(self._typed)

    def unknown(self) -> Sequence[str]:
        """Return the places in the words that no fact belongs to."""
        return self._templates.unknown(self.subject.text(), self.edit.toPlainText())

    def reject(self) -> None:
        """Close; with unsaved words only at the second asking."""
        if self.unsaved() and not self.notice.isVisible():
            self._say(self.tr("What you typed is not saved. Press Esc again to discard it."))
            return
        super().reject()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.XL, theme.L, theme.XL, theme.L)
        column.setSpacing(theme.M)
        about = self.tr(
            "{name} is filled in from the case, or left in [brackets] to fill in. A line with {name?} goes where the "
            "fact is not known."
        )
        column.addWidget(plain_label(about, kind="muted"))
        rows = grid_of(
            (
                (self.tr("What for"), self.kind),
                (self.tr("Channel"), self.channel),
                (self.tr("Language"), self.language),
            ),
            ((self.tr("Subject"), self.subject),),
            self.state,
        )
        self._subject_label = rows.labels[self.subject]
        column.addLayout(rows.layout)
        body = QHBoxLayout()
        body.setSpacing(theme.M)
        body.addWidget(self.edit, 3)
        side = QVBoxLayout()
        side.addWidget(plain_label(self.tr("Places for facts: Enter or a double click puts one in"), kind="caption"))
        side.addWidget(self.places, 1)
        body.addLayout(side, 2)
        column.addLayout(body, 1)
        column.addWidget(self.notice)
        close = quiet_button(self.tr("Close"), self.tr("Close (Esc)"), self.reject)
        column.addLayout(row_of(self.reset, None, close, self.save))
        self.edit.setFocus()

    def _show(self) -> None:
        kind, channel, language = self.choice()
        found = self._templates.find(kind, channel or Channel.OTHER, language)
        own = self._templates.own_words(kind, channel, language)
        self._key, self._shown = (kind, channel, language), own or found
        subject, text = self._typed.pop(self._key, (self._shown.subject, self._shown.text))
        self.subject.setText(subject)
        self.edit.setPlainText(text)
        self.reset.setEnabled(own is not None)
        self.state.setText(self._stands(own is not None, found.own is not None))
        with_subject = channel is None or channel in MAILED
        self.subject.setVisible(with_subject)
        self._subject_label.setVisible(with_subject)
        self._check()

    def _stands(self, own: bool, general: bool) -> str:
        if own:
            return self.tr("Your own words")
        if general:
            return self.tr("Your own words for every channel; change them here for this channel alone")
        return self.tr("The words that come with the program")

    def _check(self) -> None:
        unknown = self.unknown()
        if unknown:
            words = self.tr("{places} is no place for a fact: take one from the list.")
            self._say(words.replace("{places}", ", ".join(unknown)))
        else:
            self.notice.hide()
        self.save.setEnabled(self._changed() and not unknown and bool(self.edit.toPlainText().strip()))

    def _say(self, words: str) -> None:
        self.notice.setText(words)
        self.notice.show()

    def _changed(self) -> bool:
        return (self.subject.text(), self.edit.toPlainText()) != (self._shown.subject, self._shown.text)

    def _another(self) -> None:
        if self._changed():
            self._typed[self._key] = (self.subject.text(), self.edit.toPlainText())
        self._show()

    def _insert(self, index: QModelIndex) -> None:
        place = f"{{{self._fields[index.row()].name}}}"
        if self.subject.hasFocus():
            self.subject.insert(place)
        else:
            self.edit.insertPlainText(place)
            self.edit.setFocus()

    def _save(self) -> None:
        self.save_requested.emit(self.choice(), self.subject.text(), self.edit.toPlainText())

    def _reset(self) -> None:
        kind, channel, language = self.choice()
        own = self._templates.own_words(kind, channel, language)
        if own and own.own is not None:
            self.reset_requested.emit(own.own)
