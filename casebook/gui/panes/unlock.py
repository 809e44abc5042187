"""The page of a locked casebook: its passphrase, or its recovery key and then a new passphrase."""

from __future__ import annotations

from enum import IntEnum
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from casebook.gui import theme as look
from casebook.gui.theme import Theme
from casebook.gui.widgets.column_page import ColumnPage, line_of
from casebook.gui.widgets.parts import plain_label, quiet_button
from casebook.gui.widgets.passphrase import NewPassphrase, PassphraseField


class Step(IntEnum):
    """What is asked for."""

    PASSPHRASE = 0
    RECOVERY = 1
    RENEW = 2


class UnlockPage(ColumnPage):
    """Asks; whoever hears it answers with `refuse`, `ask_new_passphrase`, or by showing the casebook."""

    passphrase_given = Signal(str, bool)
    """The passphrase, and whether this computer shall remember the key."""
    recovery_given = Signal(str)
    """The recovery key as it was typed."""
    renewed = Signal(str)
    """The new passphrase after the recovery key was accepted; empty to keep the old one."""

    def __init__(self, folder: Path, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("lock", theme, parent)
        self._folder = folder
        self._busy = False
        self.passphrase, self.recovery, self.new = PassphraseField(), QLineEdit(), NewPassphrase()
        self.recovery.setFont(theme.font(look.BODY, mono=True))
        self.remember = QCheckBox()
        self.remember.hide()
        self.unlock, self.use_recovery, self.set_new = QPushButton(), QPushButton(), QPushButton()
        for button in (self.unlock, self.use_recovery, self.set_new):
            button.setProperty("kind", "primary")
            button.setAutoDefault(True)
            button.clicked.connect(self._submit)
        self.to_recovery = quiet_button("", "", lambda: self.ask(Step.RECOVERY), "link")
        self.to_passphrase = quiet_button("", "", lambda: self.ask(Step.PASSPHRASE), "link")
        self.keep_old = quiet_button("", "", lambda: self.renewed.emit(""), "link")
        self.passphrase.returnPressed.connect(self._submit)
        self.recovery.returnPressed.connect(self._submit)
        self.new.submitted.connect(self._submit)
        for field in (self.passphrase, self.recovery):
            field.textEdited.connect(lambda _text: self.refuse(""))
        self._hint = plain_label("", kind="caption")
        self.steps = QStackedWidget()
        self.steps.addWidget(_stack(self.passphrase, self.remember, line_of(self.unlock, self.to_recovery)))
        self.steps.addWidget(_stack(self.recovery, self._hint, line_of(self.use_recovery, self.to_passphrase)))
        self.steps.addWidget(_stack(self.new, line_of(self.set_new, self.keep_old)))
        self.column.addWidget(self.notice)
        self.column.addWidget(self.steps)
        self.lay_out()

    def ask(self, step: Step) -> None:
        """Ask for something else."""
        self.steps.setCurrentIndex(step)
        self.refuse("")
        self.retranslate()
        self._take_focus()

    def ask_new_passphrase(self) -> None:
        """The recovery key was accepted: ask for the passphrase that takes the place of the forgotten one."""
        self.work(False)
        self.recovery.clear()
        self.new.clear()
        self.ask(Step.RENEW)

    def offer_remembering(self, can: bool) -> None:
        """Show or hide the box for the computer's keyring."""
        self.remember.setVisible(can)

    def tell_forgotten(self) -> None:
        """Say that this computer was to remember the key, and does not."""
        self.refuse(
            self.tr(
                "This computer no longer has the key: its keyring is locked or was lost. The passphrase still opens "
                "the casebook."
            )
        )

    def work(self, busy: bool) -> None:
        """Show that the answer is being looked at: it takes a moment, so that guessing takes for ever."""
        self._busy = busy
        self.steps.setEnabled(not busy)
        self.retranslate()

    def refuse(self, words: str) -> None:
        """Say why it does not open, and let it be typed again."""
        super().refuse(words)
        if words and self._busy:
            self.work(False)
            self._take_focus()

    def showEvent(self, event: QShowEvent) -> None:
        """Be ready for typing."""
        super().showEvent(event)
        self._take_focus()

    def retranslate(self) -> None:
        """Set every word in the present language."""
        step = self.steps.currentIndex()
        titles = self.tr("This casebook is locked"), self.tr("Use the recovery key"), self.tr("Choose a new passphrase")
        words = (
            str(self._folder),
            self.tr("The eight groups that you saved or printed when the casebook was encrypted."),
            self.tr(
                "The recovery key is right. A new passphrase takes the place of the forgotten one; the recovery key "
                "stays as it is."
            ),
        )
        self.title.setText(titles[step])
        self.words.setText(words[step])
        self.passphrase.setPlaceholderText(self.tr("Passphrase"))
        self.passphrase.setAccessibleName(self.tr("Passphrase"))
        self.recovery.setAccessibleName(self.tr("Recovery key"))
        self.recovery.setPlaceholderText("XXXXX-XXXXX-XXXXX-XXXXX-XXXXX-XXXXX-XXXXX-XXXXX")
        self._hint.setText(self.tr("Spaces, hyphens, small and capital letters make no difference."))
        self.remember.setText(self.tr("Remember on this computer"))
        self.remember.setToolTip(self.tr("The system's keyring keeps a key: whoever uses your account can open it"))
        waiting = self.tr("Unlocking…")
        for button, caption, tip in (
            (self.unlock, self.tr("Unlock"), self.tr("Open the casebook (Enter)")),
            (self.use_recovery, self.tr("Unlock"), self.tr("Open the casebook (Enter)")),
            (self.set_new, self.tr("Set and open"), self.tr("Set the new passphrase and open the casebook (Enter)")),
        ):
            button.setText(waiting if self._busy else caption)
            button.setToolTip(tip)
        for button, caption, tip in (
            (self.to_recovery, self.tr("Use the recovery key"), self.tr("When the passphrase is forgotten")),
            (self.to_passphrase, self.tr("Use the passphrase"), self.tr("Go back to the passphrase")),
            (self.keep_old, self.tr("Keep the old one"), self.tr("Open the casebook and change nothing")),
        ):
            button.setText(caption)
            button.setToolTip(tip)

    def _submit(self) -> None:
        if self._busy:
            return
        step = self.steps.currentIndex()
        if step == Step.RENEW:
            if fault := self.new.fault():
                self.refuse(fault)
                return
            self.work(True)
            self.renewed.emit(self.new.text())
        elif step == Step.RECOVERY and self.recovery.text().strip():
            self.work(True)
            self.recovery_given.emit(self.recovery.text())
        elif step == Step.PASSPHRASE and self.passphrase.text():
            self.work(True)
            self.passphrase_given.emit(self.passphrase.text(), self.remember.isChecked())

    def _take_focus(self) -> None:
        field = (self.passphrase, self.recovery, self.new)[self.steps.currentIndex()]
        field.setFocus()
        if isinstance(field, QLineEdit):
            field.selectAll()


def _stack(*parts: QWidget) -> QWidget:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(look.M)
    for part in parts:
        column.addWidget(part)
    column.addStretch(1)
    return page
