"""The Protection dialog: whether the casebook is encrypted, the ways to its key, and when it locks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from casebook.gui import icons, texts
from casebook.gui import theme as look
from casebook.gui.theme import Theme
from casebook.gui.widgets.parts import caption, plain_label, quiet_button
from casebook.gui.widgets.passphrase import NewPassphrase, PassphraseField
from casebook.gui.widgets.recovery_panel import RecoveryPanel

_MINUTES = (1, 5, 10, 30, 60, 0)
_WIDTH, _HEIGHT = 540, 150


@dataclass(frozen=True, slots=True)
class Protection:
    """How a casebook is protected now."""

    folder: Path
    encrypted: bool
    remembered: bool = False
    lock_after: int = 0


class ProtectionDialog(QDialog):
    """Asks; the command answers with `refuse`, `show_state` or `show_recovery`."""

    encrypt_requested = Signal(str)
    """The new passphrase."""
    decrypt_requested = Signal(str)
    """The present passphrase."""
    change_requested = Signal(str, str)
    """The present passphrase and the new one."""
    recovery_requested = Signal(str)
    """The present passphrase."""
    remember_requested = Signal(bool)
    lock_after_chosen = Signal(int)
    """Minutes, 0 for never."""

    def __init__(self, state: Protection, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Protection"))
        self._theme, self._state, self._busy = theme, state, False
        self._pages = QStackedWidget()
        self.notice = plain_label("", kind="warn")
        self.notice.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(look.XL, look.L, look.XL, look.L)
        layout.setSpacing(look.M)
        layout.addStrut(_WIDTH)
        layout.addWidget(self._pages, 1)
        self.show_state(state)

    def show_state(self, state: Protection, words: str = "") -> None:
        """Show how the casebook is protected, and what was just done about it."""
        self._state = state
        self._busy = False
        self._show(_Page(self._overview()), kept=False)
        if words:
            self._say(words, "muted")
        if not state.encrypted:
            self.encrypt.setFocus()

    def offer_remembering(self, can: bool) -> None:
        """Say whether this computer has a keyring that could keep a key."""
        if self._state.encrypted:
            self.remember.setEnabled(can or self._state.remembered)
            self.keyring_words.setVisible(not (can or self._state.remembered))
            self._fit()

    def show_recovery(self, key: str) -> None:
        """Show a new recovery key until it was kept; the earlier one opens nothing any more."""
        self._busy = False
        panel = RecoveryPanel(key, self._state.folder, self._theme)
        said = self.tr("The earlier recovery key opens nothing any more.")
        panel.finished.connect(lambda _kept: self.show_state(self._state, said))
        page = _Page(panel, self.tr("Keep this recovery key"), said)
        self._show(page)

    def refuse(self, words: str) -> None:
        """Say why nothing was changed, and let it be mended."""
        self._busy = False
        self._pages.setEnabled(True)
        self._say(words)
        if self._pages.count() == 1 and self._state.encrypted:
            self.remember.setChecked(self._state.remembered)
        if field := self._pages.findChild(PassphraseField):
            field.setFocus()
            field.selectAll()

    def work(self) -> None:
        """Show that something is being done."""
        self._busy = True
        self.notice.hide()
        self._pages.setEnabled(False)

    def reject(self) -> None:
        """Esc leaves a question first, then the dialog; not while something is being done."""
        if self._busy:
            return
        if self._pages.count() > 1:
            self._back()
        else:
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stay while something is being done: it takes a moment only."""
        if self._busy:
            event.ignore()
            return
        super().closeEvent(event)

    # -- the first page ----------------------------------------------------------------------------------------------

    def _overview(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.M)
        column.addLayout(self._head())
        if self._state.encrypted:
            column.addLayout(self._rows())
        column.addStretch(1)
        foot = QHBoxLayout()
        foot.setSpacing(look.S)
        if self._state.encrypted:
            self.decrypt = quiet_button(
                self.tr("Remove the encryption…"),
                self.tr("Make this a casebook without a passphrase"),
                self.ask_decrypt,
            )
            foot.addWidget(self.decrypt)
        foot.addStretch(1)
        foot.addWidget(quiet_button(self.tr("Close"), self.tr("Close (Esc)"), self.reject))
        if not self._state.encrypted:
            self.encrypt = quiet_button(
                self.tr("Encrypt…"), self.tr("Choose a passphrase for this casebook"), self.ask_encrypt, "primary"
            )
            self.encrypt.setDefault(True)
            foot.addWidget(self.encrypt)
        column.addLayout(foot)
        return page

    def _head(self) -> QHBoxLayout:
        on = self._state.encrypted
        picture = QLabel(alignment=Qt.AlignmentFlag.AlignTop)
        colour = self._theme.accent if on else self._theme.muted
        picture.setPixmap(icons.pixmap("lock" if on else "shield", 32, colour, self.devicePixelRatioF()))
        title = self.tr("This casebook is encrypted") if on else self.tr("This casebook is not encrypted")
        words = (
            self.tr("Records, attachments and backups are unreadable without the passphrase or the recovery key.")
            if on
            else self.tr(
                "Whoever can use your account, or takes the disk, can read it. With a passphrase, records, attachments "
                "and backups become unreadable for others."
            )
        )
        column = QVBoxLayout()
        column.setSpacing(look.XS)
        column.addWidget(plain_label(title, kind="heading"))
        column.addWidget(plain_label(words, kind="muted"))
        row = QHBoxLayout()
        row.setSpacing(look.L)
        row.addWidget(picture)
        row.addLayout(column, 1)
        return row

    def _rows(self) -> QGridLayout:
        self.change = quiet_button(self.tr("Change…"), self.tr("Choose another passphrase"), self.ask_change)
        self.renew = quiet_button(self.tr("Make a new one…"), self.tr("The earlier one ends"), self.ask_recovery)
        self.remember = QCheckBox(self.tr("Remember the key"))
        self.remember.setChecked(self._state.remembered)
        self.remember.setToolTip(self.tr("Open without the passphrase on this computer, through the system's keyring"))
        self.remember.clicked.connect(self.remember_requested)
        self.keyring_words = plain_label(self.tr("This computer has no keyring that could keep it."), kind="caption")
        self.keyring_words.hide()
        self.lock_after = QComboBox()
        for minutes in [*sorted({*_MINUTES, self._state.lock_after} - {0}), 0]:
            words = self.tr("%n minute(s)", "", minutes) if minutes else self.tr("never")
            self.lock_after.addItem(words, minutes)
        self.lock_after.setCurrentIndex(self.lock_after.findData(self._state.lock_after))
        self.lock_after.setAccessibleDescription(self.tr("Lock when unused for"))
        self.lock_after.activated.connect(lambda _row: self.lock_after_chosen.emit(self.lock_after.currentData()))
        key = QWidget()
        kept = QVBoxLayout(key)
        kept.setContentsMargins(0, 6, 0, 0)
        kept.setSpacing(2)
        kept.addWidget(self.remember)
        kept.addWidget(self.keyring_words)
        grid = QGridLayout()
        grid.setHorizontalSpacing(look.L)
        grid.setVerticalSpacing(look.S)
        grid.setColumnStretch(1, 1)
        for row, (words, field) in enumerate(
            (
                (self.tr("Passphrase"), self.change),
                (self.tr("Recovery key"), self.renew),
                (self.tr("This computer"), key),
                (self.tr("Lock when unused for"), self.lock_after),
            )
        ):
            grid.addWidget(caption(words, field), row, 0, Qt.AlignmentFlag.AlignTop)
            left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
            grid.addWidget(field, row, 1, Qt.AlignmentFlag.AlignTop if field is key else left)
        return grid

    # -- the questions -----------------------------------------------------------------------------------------------

    def ask_encrypt(self) -> None:
        """Ask for the passphrase of a casebook that has none yet."""
        new = NewPassphrase()
        self._question(
            self.tr("Choose a passphrase"),
            self.tr(
                "Nobody can open the casebook without the passphrase or the recovery key. The recovery key is shown at "
                "the end."
            ),
            [new],
            self.tr("Encrypt now"),
            lambda: new.fault() or self._go(self.encrypt_requested.emit, new.text()),
        )
        new.submitted.connect(self.go.click)

    def ask_change(self) -> None:
        """Ask for the present passphrase and a new one."""
        present, new = self._present(), NewPassphrase()
        self._question(
            self.tr("Change the passphrase"),
            self.tr(
                "Nothing has to be encrypted anew. Backups that were made before still open with the old passphrase."
            ),
            [*present, new],
            self.tr("Change it"),
            lambda: new.fault() or self._go(self.change_requested.emit, self.present.text(), new.text()),
        )
        self.present.returnPressed.connect(new.setFocus)
        new.submitted.connect(self.go.click)

    def ask_recovery(self) -> None:
        """Ask for the present passphrase before a new recovery key is shown."""
        self._question(
            self.tr("Make a new recovery key"),
            self.tr("The earlier recovery key opens this casebook no more. Backups made before still open with it."),
            self._present(),
            self.tr("Go on"),
            lambda: self._go(self.recovery_requested.emit, self.present.text()),
        )
        self.present.returnPressed.connect(self.go.click)

    def ask_decrypt(self) -> None:
        """Ask for the present passphrase before the encryption is taken away."""
        self._question(
            self.tr("Remove the encryption"),
            self.tr(
                "Records, attachments and backups can then be read by whoever can use your account or has the disk."
            ),
            self._present(),
            self.tr("Remove it"),
            lambda: self._go(self.decrypt_requested.emit, self.present.text()),
            kind="warn",
        )
        self.present.returnPressed.connect(self.go.click)

    def _present(self) -> list[QWidget]:
        self.present = PassphraseField()
        self.present.setAccessibleName(self.tr("The present passphrase"))
        label = QLabel(self.tr("The present passphrase"))
        label.setBuddy(self.present)
        return [label, self.present]

    def _go(self, emit: Callable[..., object], *values: str) -> str:
        if not all(values):
            return self.tr("Type the present passphrase.")
        self.work()
        emit(*values)
        return ""

    def _question(
        self,
        title: str,
        words: str,
        fields: list[QWidget],
        caption: str,
        answer: Callable[[], str],
        kind: str = "primary",
    ) -> None:
        """Show a page with fields; `answer` acts on them and returns what is wrong with them, empty for nothing."""
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.S)
        for field in fields:
            column.addWidget(field)
        column.addStretch(1)

        def press() -> None:
            if not self._busy and (fault := answer()):
                self._say(fault)

        self.go = QPushButton(caption)
        self.go.setProperty("kind", kind)
        self.go.setToolTip(self.tr("Go on (Enter)"))
        self.go.setAutoDefault(False)
        self.go.clicked.connect(press)
        row = QHBoxLayout()
        row.setSpacing(look.S)
        row.addStretch(1)
        row.addWidget(quiet_button(self.tr("Back"), self.tr("Go back and change nothing (Esc)"), self._back))
        row.addWidget(self.go)
        column.addLayout(row)
        self._show(_Page(page, title, words))
        next(f for f in fields if f.focusPolicy() != Qt.FocusPolicy.NoFocus or f.focusProxy()).setFocus()

    # -- pages -------------------------------------------------------------------------------------------------------

    def _show(self, page: _Page, *, kept: bool = True) -> None:
        while self._pages.count() > int(kept) and (old := self._pages.widget(self._pages.count() - 1)) is not None:
            self._pages.removeWidget(old)
            old.deleteLater()
        self._pages.setEnabled(True)
        self._pages.setCurrentIndex(self._pages.addWidget(page))
        page.place.addWidget(self.notice)
        self.notice.hide()
        self._fit()

    def _back(self) -> None:
        self.show_state(self._state)

    def _say(self, words: str, kind: str = "warn") -> None:
        look.restyle(self.notice, kind=kind)
        self.notice.setText(texts.capital(words))
        self.notice.show()
        self._fit()

    def _fit(self) -> None:
        """Be as high as the page needs: a stack of pages does not tell how high its wrapped sentences are."""
        page = self._pages.currentWidget()
        if page is not None:
            self._pages.setFixedHeight(max(page.heightForWidth(max(_WIDTH, self._pages.width())), _HEIGHT))
            self.adjustSize()


class _Page(QWidget):
    """One page: its title, a sentence, room for what has to be said, and what it is about."""

    def __init__(self, content: QWidget, title: str = "", words: str = "") -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.M)
        if title:
            column.addWidget(plain_label(title, kind="heading"))
        if words:
            column.addWidget(plain_label(words, kind="muted"))
        self.place = QVBoxLayout()
        column.addLayout(self.place)
        column.addWidget(content, 1)
