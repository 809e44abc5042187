"""The page of a casebook that cannot be opened: what is wrong, and the backups that can take its place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from casebook.gui import icons
from casebook.gui import theme as look
from casebook.gui.models import backup_words
from casebook.gui.theme import Theme
from casebook.gui.widgets.backup_list import HEIGHT, BackupList
from casebook.gui.widgets.column_page import ColumnPage, line_of
from casebook.gui.widgets.parts import plain_label, quiet_button
from casebook.gui.widgets.passphrase import PassphraseField

if TYPE_CHECKING:
    from casebook.journal.backup.backup_form import Backup

_MOST = 4
"""So many backups are seen at once."""


class DamagedPage(ColumnPage):
    """Shown before the backups are read; `show_backups` fills it."""

    restore_requested = Signal(object, str, bool)
    """A `Backup`, its passphrase (empty where it needs none), and whether it may lack parts."""
    elsewhere_requested = Signal(object, str)
    """The same, to another folder: the disk itself may be failing."""
    check_requested = Signal()
    look_requested = Signal()
    """Look for backups again."""
    folder_requested = Signal()
    quit_requested = Signal()

    def __init__(
        self,
        folder: Path,
        reason: Callable[[], str],
        needs_passphrase: Callable[[Backup], bool],
        theme: Theme,
        *,
        gone: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("warning", theme, parent)
        self._folder, self._reason, self._needs, self._gone = folder, reason, needs_passphrase, gone
        self._backups: tuple[Backup, ...] | None = None
        self._lost: tuple[Path, ...] = ()
        self._now = datetime.now().astimezone()
        self.list = BackupList(folder, theme)
        self.list.hide()
        self.list.chosen.connect(self._adapt)
        self._offer, self._kept = plain_label("", kind="heading"), plain_label("", kind="caption")
        self._missing = plain_label("", kind="warn")
        self.passphrase = PassphraseField()
        self.passphrase.returnPressed.connect(self._submit)
        self.restore, self.quit = QPushButton(), quiet_button("", "", self.quit_requested.emit)
        self.restore.setProperty("kind", "primary")
        self.restore.setAutoDefault(True)
        self.restore.clicked.connect(lambda _checked: self._submit())
        self.anyway = quiet_button("", "", lambda: self._submit(anyway=True), "link")
        self.elsewhere = quiet_button("", "", lambda: self._submit(elsewhere=True), "link")
        self.check = quiet_button("", "", self.check_requested.emit, "link")
        self.again = quiet_button("", "", self.look_requested.emit, "link")
        self.open_folder = quiet_button("", "", self.folder_requested.emit, "link")
        self.check.setVisible(not gone)
        for widget in (self._offer, self.list, self._missing, self.passphrase, self.notice):
            self.column.addWidget(widget)
        self.column.addSpacing(look.XS)
        self.column.addWidget(line_of(self.restore, self.quit, self.elsewhere, self.anyway))
        self.column.addWidget(self._kept)
        self.column.addSpacing(look.S)
        self.column.addWidget(line_of(self.check, self.again, self.open_folder))
        self.anyway.hide()
        self.lay_out()
        self._adapt()

    def show_backups(self, backups: Sequence[Backup], best: Path | None, lost: Sequence[Path], now: datetime) -> None:
        """Show the backups there are, the best one chosen, and the folders that are not there now."""
        self._backups, self._lost, self._now = tuple(backups), tuple(lost), now
        self.list.show_backups(backups, now, best)
        self.list.setFixedHeight(min(len(backups), _MOST) * HEIGHT + 2)
        self.list.setVisible(bool(backups))
        self.retranslate()
        self._adapt()
        (self.restore if backups else self.again).setFocus()

    def refuse_whole(self, words: str) -> None:
        """Say that a backup is not whole, and offer to take what there is."""
        self.refuse(words)
        self.anyway.setVisible(True)

    def retranslate(self) -> None:
        """Set every word in the present language."""
        self.title.setText(self.tr("The casebook is gone") if self._gone else self.tr("This casebook is damaged"))
        self.words.setText(self._reason())
        if self._backups is None:
            self._offer.setText(self.tr("Looking for backups…"))
        elif self._backups:
            self._offer.setText(self.tr("These backups can take its place"))
        else:
            self._offer.setText(self.tr("There is no backup"))
        self._missing.setText(
            self.tr("Backups were put into {folders} too, which is not there now: connect the drive.").format(
                folders=", ".join(map(str, self._lost))
            )
        )
        self._missing.setVisible(bool(self._lost))
        self._kept.setText(
            self.tr("Nothing is deleted: what is there now is kept beside it as casebook.db.damaged.")
            if not self._gone
            else ""
        )
        self.passphrase.setPlaceholderText(self.tr("Passphrase or recovery key of this backup"))
        self.passphrase.setAccessibleName(self.passphrase.placeholderText())
        for button, words, tip in (
            (self.quit, self.tr("Quit"), self.tr("Close Casebook and change nothing")),
            (
                self.elsewhere,
                self.tr("To another folder…"),
                self.tr("Restore it to another disk and go on there; this one may be failing"),
            ),
            (self.check, self.tr("Check what is damaged"), self.tr("Read everything that can be read, change nothing")),
            (self.again, self.tr("Look again"), self.tr("Look for backups again, after a drive was connected")),
            (self.open_folder, self.tr("Show the folder"), self.tr("Open the casebook's folder in your file manager")),
            (
                self.anyway,
                self.tr("Restore what there is"),
                self.tr("Restore although something is missing; what is missing is named"),
            ),
        ):
            button.setText(words)
            button.setToolTip(tip)
        self._adapt()

    def _draw(self) -> None:
        self.picture.setPixmap(icons.pixmap(self.icon, 40, self.theme.warn, self.devicePixelRatioF()))

    def _adapt(self) -> None:
        backup = self.list.backup()
        for widget in (self.restore, self.elsewhere, self._kept):
            widget.setVisible(backup is not None)
        self.passphrase.setVisible(backup is not None and self._needs(backup))
        self.anyway.hide()
        self.refuse("")
        if backup is not None:
            words = self.tr("Restore the backup of {time}").format(time=backup_words.made(backup, self._now))
            self.restore.setText(words)
            self.restore.setToolTip(self.tr("Put it in the place of the casebook (Enter)"))

    def _submit(self, *, anyway: bool = False, elsewhere: bool = False) -> None:
        backup = self.list.backup()
        if backup is None:
            return
        needs = self._needs(backup)
        if needs and not self.passphrase.text():
            self.passphrase.setFocus()
            return
        words = self.passphrase.text() if needs else ""
        if elsewhere:
            self.elsewhere_requested.emit(backup, words)
        else:
            self.restore_requested.emit(backup, words, anyway)
