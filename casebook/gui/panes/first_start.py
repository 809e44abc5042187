"""The first start: language, where the casebook lies, plain or with a passphrase. Enter makes a plain one."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from casebook.gui import icons
from casebook.gui import theme as look
from casebook.gui.theme import Theme
from casebook.gui.widgets.column_page import ColumnPage
from casebook.gui.widgets.parts import plain_label, quiet_button
from casebook.gui.widgets.passphrase import NewPassphrase
from casebook.gui.widgets.path_label import PathLabel
from casebook.journal.store.database_name import DATABASE_NAME

_INDENT = 24
_LANGUAGES = {"en": "English", "zh": "中文"}
"""Each in its own words: who cannot read the one can read the other."""


class FirstStartPage(ColumnPage):
    """Asks once. `movable`: another folder may be chosen, because none was named at the start."""

    make_requested = Signal(object, str)
    """The folder, and the passphrase; empty for a plain casebook."""
    open_requested = Signal(object)
    """A folder that holds a casebook already."""
    sample_requested = Signal()
    """The sample is to be looked at first."""
    language_chosen = Signal(str)
    """`en` or `zh`, at once."""

    def __init__(
        self, folder: Path, theme: Theme, language: str, *, movable: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__("", theme, parent)
        self._folder, self._busy = folder, False
        self.languages = {name: QRadioButton(caption) for name, caption in _LANGUAGES.items()}
        group = QButtonGroup(self)
        for name, button in self.languages.items():
            group.addButton(button)
            button.setChecked(name == language)
            button.toggled.connect(lambda on, name=name: self.language_chosen.emit(name) if on else None)
        self.plain, self.protected = QRadioButton(), QRadioButton()
        self._plain_words, self._protected_words = (plain_label("", kind="muted") for _label in range(2))
        self.passphrase = NewPassphrase()
        self._warning = plain_label("", kind="caption")
        self.make = QPushButton()
        self.make.setProperty("kind", "primary")
        self.make.setAutoDefault(True)
        self.make.clicked.connect(self._submit)
        self.sample = quiet_button("", "", self.sample_requested.emit)
        self.sample.hide()
        self.change = quiet_button("", "", self._choose, "link")
        self.change.setVisible(movable)
        self._place_icon, self._place = QLabel(), PathLabel()
        self._choices = QWidget()
        self.plain.setChecked(True)
        self.protected.toggled.connect(self._adapt)
        self.passphrase.submitted.connect(self._submit)
        self._fill()
        theme.changed.connect(self._draw_place)
        self._draw_place()
        self._adapt()
        self.lay_out()

    def folder(self) -> Path:
        """Return where the casebook will lie."""
        return self._folder

    def offer_sample(self, offered: bool) -> None:
        """Show whether the sample can be looked at first."""
        self.sample.setVisible(offered)

    def set_folder(self, folder: Path) -> None:
        """Take another folder; one that holds a casebook is offered for opening."""
        self._folder = folder
        self.refuse("")
        self._adapt()
        self.retranslate()
        self.make.setFocus()

    def work(self, busy: bool) -> None:
        """Show that the casebook is being made."""
        self._busy = busy
        self.setEnabled(not busy)
        self.retranslate()

    def refuse(self, words: str) -> None:
        """Say why there is no casebook yet; everything that was chosen stays."""
        super().refuse(words)
        if words and self._busy:
            self.work(False)
            self.make.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Have Enter make a casebook at once."""
        super().showEvent(event)
        self.make.setFocus()

    def retranslate(self) -> None:
        """Set every word in the present language."""
        self.title.setText(self.tr("Welcome to Casebook"))
        self.words.setText(
            self.tr(
                "Your casebook is one folder that holds all you write down. It stays on this computer; nothing is sent "
                "anywhere."
            )
        )
        self._place.setAccessibleName(self.tr("The folder of the casebook"))
        self.change.setText(self.tr("Choose another folder…"))
        self.change.setToolTip(self.tr("Put the casebook elsewhere, or open one that you have already"))
        self.plain.setText(self.tr("Without a passphrase"))
        self._plain_words.setText(
            self.tr("Opens at once. Whoever can use your account, or takes the disk, can read it.")
        )
        self.protected.setText(self.tr("Encrypted, with a passphrase"))
        self._protected_words.setText(
            self.tr("Records, attachments and backups are unreadable without it. You can change your mind later.")
        )
        self._warning.setText(
            self.tr(
                "Nobody can open the casebook without the passphrase or the recovery key. The recovery key is shown "
                "next."
            )
        )
        for button in self.languages.values():
            button.setToolTip(self.tr("The language of the window; it can be changed at any time (View menu)"))
        self.sample.setText(self.tr("Look at the sample"))
        self.sample.setToolTip(
            self.tr("An invented casebook, made in a few seconds beside your own; you come back with one click")
        )
        words = self.tr("Open this casebook") if self._is_there() else self.tr("Start my own")
        self.make.setText(self.tr("One moment…") if self._busy else words)
        self.make.setToolTip(self.tr("Go on with these choices (Enter)"))

    def _submit(self) -> None:
        if self._busy:
            return
        if self._is_there():
            self.open_requested.emit(self._folder)
            return
        if self.protected.isChecked() and (fault := self.passphrase.fault()):
            self.refuse(fault)
            self.passphrase.setFocus()
            return
        self.refuse("")
        self.work(True)
        self.make_requested.emit(self._folder, self.passphrase.text() if self.protected.isChecked() else "")

    def _choose(self) -> None:
        start = self._folder if self._folder.is_dir() else Path.home()
        chosen = QFileDialog.getExistingDirectory(self, self.tr("The folder of the casebook"), str(start))
        if chosen:
            self.set_folder(_inside(Path(chosen)))

    def _is_there(self) -> bool:
        return (self._folder / DATABASE_NAME).is_file()

    def _adapt(self, _checked: bool = False) -> None:
        wanted = self.protected.isChecked()
        self._choices.setVisible(not self._is_there())
        self.passphrase.setVisible(wanted)
        self._warning.setVisible(wanted)
        self._place.set_path(self._folder)
        if wanted and self.isVisible():
            self.passphrase.setFocus()

    def _draw_place(self) -> None:
        self._place_icon.setPixmap(icons.pixmap("folder", 16, self.theme.muted, self.devicePixelRatioF()))

    def _fill(self) -> None:
        spoken = QHBoxLayout()
        spoken.setSpacing(look.L)
        for button in self.languages.values():
            spoken.addWidget(button)
        spoken.addStretch(1)
        self.column.addLayout(spoken)
        self.column.addSpacing(look.M)
        place = QHBoxLayout()
        place.setSpacing(look.S)
        place.addWidget(self._place_icon)
        place.addWidget(self._place, 1)
        place.addWidget(self.change)
        self.column.addLayout(place)
        self.column.addSpacing(look.M)
        choices = _column(self._choices, 0)
        for button, words, more in (
            (self.plain, self._plain_words, ()),
            (self.protected, self._protected_words, (self.passphrase, self._warning)),
        ):
            button.setStyleSheet("font-weight: 700")
            inner = QWidget()
            below = _column(inner, _INDENT)
            for widget in (words, *more):
                below.addWidget(widget)
            choices.addWidget(button)
            choices.addWidget(inner)
            choices.addSpacing(look.S)
        self.column.addWidget(self._choices)
        self.column.addWidget(self.notice)
        foot = QHBoxLayout()
        foot.setSpacing(look.S)
        foot.addWidget(self.make)
        foot.addWidget(self.sample)
        foot.addStretch(1)
        self.column.addLayout(foot)


def _column(widget: QWidget, indent: int) -> QVBoxLayout:
    column = QVBoxLayout(widget)
    column.setContentsMargins(indent, 0, 0, 0)
    column.setSpacing(look.S)
    return column


def _inside(chosen: Path) -> Path:
    """Return a folder of its own inside a folder that holds other things."""
    if (chosen / DATABASE_NAME).is_file() or not any(chosen.iterdir()):
        return chosen
    return chosen / "casebook"
