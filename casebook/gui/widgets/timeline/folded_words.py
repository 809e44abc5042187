"""The words of a message with the quoted ones and the signature folded away; a click shows them, nothing is removed."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, Qt, Signal, SignalInstance
from PySide6.QtGui import QAction, QKeySequence, QPalette, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QPushButton, QTextEdit, QVBoxLayout, QWidget

from casebook.gui import icons, theme
from casebook.gui.widgets.parts import quiet_button
from casebook.journal.records import Contact


@dataclass(frozen=True, slots=True)
class Fold:
    """A range of the words that is folded: the signature, or what was quoted."""

    start: int
    end: int
    quoted: bool


def folds_of(text: str, quote_at: int | None, signature_at: int | None) -> tuple[Fold, ...]:
    """Return what is folded, in the order of the text; nothing where no words of one's own would be left."""
    starts = sorted((at, quoted) for at, quoted in ((signature_at, False), (quote_at, True)) if at is not None)
    if not starts or not text[: starts[0][0]].strip():
        return ()
    ends = [at for at, _quoted in starts[1:]] + [len(text)]
    return tuple(Fold(at, end, quoted) for (at, quoted), end in zip(starts, ends, strict=True) if text[at:end].strip())


class FoldedWords(QWidget):
    """Shows words; below them a button for each part that is folded."""

    changed = Signal()
    """Something was folded or shown."""
    promise_marked = Signal(str)
    """The marked words, perhaps none, are a promise."""
    request_marked = Signal(str)
    """The marked words, perhaps none, are a request."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = QPlainTextEdit()
        self.words.setReadOnly(True)
        self.words.setTabChangesFocus(True)
        self._text, self._folds = "", tuple[Fold, ...]()
        self._open = set[bool]()
        self.signature = quiet_button("", "", lambda: self._toggle(quoted=False), "link")
        self.quote = quiet_button("", "", lambda: self._toggle(quoted=True), "link")
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.M)
        buttons.addWidget(self.signature)
        buttons.addWidget(self.quote)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.XS)
        column.addWidget(self.words, 1)
        column.addLayout(buttons)
        self._taking = [
            self._make_taking("Ctrl+P", "promise", self.promise_marked),
            self._make_taking("Ctrl+R", "request", self.request_marked),
        ]
        self.words.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.words.customContextMenuRequested.connect(self._open_menu)
        self.offer_taking(False)
        self.show_words("")

    def offer_taking(self, offered: bool) -> None:
        """Offer to take marked words as a promise or a request: by key and in the menu."""
        for action in self._taking:
            action.setEnabled(offered)

    def marked(self) -> str:
        """Return the marked words on their lines, trimmed."""
        return self.words.textCursor().selectedText().replace("\u2029", "\n").strip()

    def show_contact(self, contact: Contact) -> None:
        """Show the words of a contact."""
        self.show_words(contact.text, contact.quote_at, contact.signature_at)

    def show_words(self, text: str, quote_at: int | None = None, signature_at: int | None = None) -> None:
        """Show words with the parts folded that begin at these places."""
        self._text, self._folds = text, folds_of(text, quote_at, signature_at)
        self._open.clear()
        self._show()

    def shown_text(self) -> str:
        """Return the words that are shown."""
        return self.words.toPlainText()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a switch of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._name_buttons()
        super().changeEvent(event)

    def _make_taking(self, key: str, icon: str, wish: SignalInstance) -> QAction:
        action = QAction(icons.icon(icon), "", self.words)
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(lambda: wish.emit(self.marked()))
        self.words.addAction(action)
        return action

    def _open_menu(self, at: QPoint) -> None:
        menu = self.words.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self._taking[0].isEnabled():
            words = self.tr("Promise from these words…"), self.tr("Request from these words…")
            if not self.marked():
                words = self.tr("Promise…"), self.tr("Request…")
            first = menu.actions()[0]
            for action, text in zip(self._taking, words, strict=True):
                action.setText(text)
                menu.insertAction(first, action)
            menu.insertSeparator(first)
        menu.popup(self.words.viewport().mapToGlobal(at))

    def _toggle(self, *, quoted: bool) -> None:
        self._open ^= {quoted}
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        end = self._folds[0].start if self._folds else len(self._text)
        shown, lighter = self._text[:end].rstrip() if self._folds else self._text, list[tuple[int, int]]()
        for fold in self._folds:
            if fold.quoted in self._open:
                start = len(shown) + 2
                shown += "\n\n" + self._text[fold.start : fold.end].strip("\r\n").rstrip()
                lighter.append((start, len(shown)))
        self.words.setPlainText(shown)
        self.words.setExtraSelections([self._light(start, stop) for start, stop in lighter])
        self._name_buttons()

    def _light(self, start: int, stop: int) -> QTextEdit.ExtraSelection:
        """Return a range drawn in a lighter colour: it is not new in this message."""
        found = QTextEdit.ExtraSelection()
        look = QTextCharFormat()
        look.setForeground(self.palette().color(QPalette.ColorRole.PlaceholderText))
        cursor = QTextCursor(self.words.document())
        cursor.setPosition(min(start, stop))
        cursor.setPosition(min(stop, self.words.document().characterCount() - 1), QTextCursor.MoveMode.KeepAnchor)
        found.format, found.cursor = look, cursor
        return found

    def _name_buttons(self) -> None:
        self._name(self.signature, quoted=False)
        self._name(self.quote, quoted=True)

    def _name(self, button: QPushButton, *, quoted: bool) -> None:
        fold = next((fold for fold in self._folds if fold.quoted is quoted), None)
        button.setVisible(fold is not None)
        if fold is None:
            return
        lines = self._text[fold.start : fold.end].strip().count("\n") + 1
        is_open = quoted in self._open
        if quoted:
            words = self.tr("Hide quoted words") if is_open else self.tr("Show %n quoted line(s)", None, lines)
            button.setToolTip(self.tr("Earlier words that this message repeats"))
        else:
            words = self.tr("Hide signature") if is_open else self.tr("Show signature")
            button.setToolTip(self.tr("What stands below the words of this message"))
        button.setText(words)
