"""The recovery key on the screen: copy it, save it, print it, and show that it was kept."""

from __future__ import annotations

import secrets
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, Signal
from PySide6.QtGui import QGuiApplication, QTextDocument
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QFrame,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from casebook.gui import texts
from casebook.gui import theme as look
from casebook.gui.theme import Theme
from casebook.gui.widgets.parts import plain_label, quiet_button, row_of

_COLUMNS = 4


class RecoveryPanel(QWidget):
    """Two steps: the key with three ways to keep it, then one of its groups to be typed from the copy."""

    finished = Signal(bool)
    """Whether the user showed that the key was kept."""

    def __init__(self, key: str, folder: Path, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key, self._folder, self._theme = key, folder, theme
        self._groups = key.split("-")
        self.asked = secrets.randbelow(len(self._groups))
        """Which group is asked for, counted from 0."""
        self.pages = QStackedWidget(self)
        self.notice = plain_label("", kind="warn")
        self.notice.hide()
        self._make_buttons()
        self.pages.addWidget(self._make_key())
        self.pages.addWidget(self._make_question())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look.M)
        layout.addWidget(self.notice)
        layout.addWidget(self.pages)
        self._retranslate()

    def plain_text(self) -> str:
        """Return the page that is saved and printed: the key, what it opens, and how to keep it."""
        lines = (
            self.tr("Casebook: recovery key"),
            "",
            "   ".join(self._groups[:_COLUMNS]),
            "   ".join(self._groups[_COLUMNS:]),
            "",
            self.tr("It opens the casebook in {folder}").replace("{folder}", str(self._folder)),
            self.tr("Whoever has this key can read that casebook. Keep it apart from the computer."),
            self.tr("To use it: start Casebook and choose “Use the recovery key”."),
        )
        return "\n".join(lines) + "\n"

    def copy(self) -> None:
        """Put the key on the clipboard, marked as a secret for programs that keep what was copied."""
        mime = QMimeData()
        mime.setText(self._key)
        mime.setData("x-kde-passwordManagerHint", b"secret")
        QGuiApplication.clipboard().setMimeData(mime)
        self._say(self.tr("Copied. Put it where only you can read it, such as a password manager."), kind="muted")

    def save(self) -> None:
        """Ask for a place and save the key as a text; not beside what it opens."""
        name = self.tr("Casebook recovery key") + ".txt"
        chosen, _filter = QFileDialog.getSaveFileName(self, self.tr("Save the recovery key"), name)
        if not chosen:
            return
        path = Path(chosen)
        if self._folder.resolve() in path.resolve().parents:
            self._say(self.tr("Not there: whoever takes the casebook would take its key too. Choose another place."))
            return
        try:
            path.write_text(self.plain_text(), "utf-8")
        except OSError as error:
            self._say(texts.error_text(error))
            return
        self._say(self.tr("Saved as {file}.").replace("{file}", str(path)), kind="muted")

    def print(self) -> None:
        """Print the key on a printer of the user's choice."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter()
        dialog = QPrintDialog(printer, self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            document = QTextDocument()
            document.setDefaultFont(self._theme.font(16, mono=True))
            document.setPlainText(self.plain_text())
            document.print_(printer)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a switch of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    # -- the two steps -----------------------------------------------------------------------------------------------

    def _make_buttons(self) -> None:
        self.copy_button = quiet_button("", "", self.copy)
        self.save_button = quiet_button("", "", self.save)
        self.print_button = quiet_button("", "", self.print)
        self.next_button = QPushButton()
        self.back_button = quiet_button("", "", self._back)
        self.done_button = QPushButton()
        self.skip_button = quiet_button("", "", lambda: self.finished.emit(False), "quiet")
        for button, slot in ((self.next_button, self._ask), (self.done_button, self._check)):
            button.setProperty("kind", "primary")
            button.setAutoDefault(True)
            button.clicked.connect(slot)

    def _make_key(self) -> QWidget:
        card = QFrame()
        card.setProperty("kind", "card")
        grid = QGridLayout(card)
        grid.setContentsMargins(look.L, look.M, look.L, look.M)
        grid.setHorizontalSpacing(look.L)
        grid.setVerticalSpacing(0)
        self.key_labels: list[QLabel] = []
        for number, group in enumerate(self._groups):
            count, words = QLabel(str(number + 1)), QLabel(group)
            count.setProperty("kind", "caption")
            words.setFont(self._theme.font(20, mono=True))
            words.setAccessibleName(f"{number + 1}: {' '.join(group)}")
            row = number // _COLUMNS * 3
            grid.addWidget(count, row, number % _COLUMNS)
            grid.addWidget(words, row + 1, number % _COLUMNS)
            grid.setRowMinimumHeight(row + 2, look.S if row == 0 else 0)
            self.key_labels.append(words)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.M)
        column.addWidget(card)
        column.addLayout(row_of(self.copy_button, self.save_button, self.print_button, None, self.next_button))
        column.addStretch(1)
        return page

    def _make_question(self) -> QWidget:
        self._question = plain_label("")
        self.answer = QLineEdit()
        self.answer.setFont(self._theme.font(look.BODY, mono=True))
        self.answer.setMaxLength(12)
        self.answer.returnPressed.connect(self._check)
        self._question.setBuddy(self.answer)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.S)
        column.addWidget(self._question)
        column.addWidget(self.answer)
        column.addSpacing(look.XS)
        column.addLayout(row_of(self.back_button, self.skip_button, None, self.done_button))
        column.addStretch(1)
        return page

    def _ask(self) -> None:
        self._say("")
        self.pages.setCurrentIndex(1)
        self.answer.setFocus()

    def _back(self) -> None:
        self._say("")
        self.pages.setCurrentIndex(0)
        self.next_button.setFocus()

    def _check(self) -> None:
        typed = "".join(c for c in self.answer.text().upper() if c.isalnum())
        if typed.translate(str.maketrans("OIL", "011")) == self._groups[self.asked]:
            self.finished.emit(True)
            return
        self._say(self.tr("That is not what stands there. Look at your copy, or go back and keep the key first."))
        self.answer.setFocus()
        self.answer.selectAll()

    def _say(self, words: str, kind: str = "warn") -> None:
        look.restyle(self.notice, kind=kind)
        self.notice.setText(words)
        self.notice.setVisible(bool(words))

    def _retranslate(self) -> None:
        for button, words, tip in (
            (self.copy_button, self.tr("Copy"), self.tr("Put the recovery key on the clipboard")),
            (self.save_button, self.tr("Save…"), self.tr("Save the recovery key as a text file")),
            (self.print_button, self.tr("Print…"), self.tr("Print the recovery key on paper")),
            (self.next_button, self.tr("I have kept it"), self.tr("Go on: one group of it is asked for")),
            (self.back_button, self.tr("Show it again"), self.tr("Go back to the recovery key")),
            (self.done_button, self.tr("Done"), self.tr("Compare and go on (Enter)")),
            (self.skip_button, self.tr("Go on without it"), self.tr("You can make a new one at any time")),
        ):
            button.setText(words)
            button.setToolTip(tip)
        number = str(self.asked + 1)
        self._question.setText(self.tr("Type group {number} from your copy.").replace("{number}", number))
        self.answer.setAccessibleName(self._question.text())
