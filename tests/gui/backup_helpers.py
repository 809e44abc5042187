"""What the tests of backups and damage in the window share."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from pytestqt.qtbot import QtBot

from casebook.gui.commands.backup import BackupCommands
from casebook.gui.dialogs.backups_dialog import BackupsDialog
from casebook.gui.main_window import MainWindow
from casebook.gui.models.backup_list_model import BackupListModel
from casebook.gui.panes.damaged import DamagedPage
from casebook.journal import Journal
from casebook.journal.secrecy.keys import Key
from tests.gui.small_book import Clock

LONG = 20_000
"""Milliseconds that work in the background may take on a busy machine."""

PASSPHRASE = "correct horse battery"


def opener(clock: Clock) -> Callable[[Path, Key | None], Journal]:
    return lambda folder, key=None: (Journal.open if (folder / "casebook.db").exists() else Journal.create)(
        folder, clock, key
    )


def commands_of(window: MainWindow) -> BackupCommands:
    assert window.commands is not None
    return window.commands.backup


def shown(window: MainWindow, qtbot: QtBot) -> BackupsDialog:
    """Open the backups by their action and wait until they are read."""
    window.actions_["backups"].trigger()
    dialog = commands_of(window).show()
    qtbot.waitUntil(lambda: not window.quick.jobs, timeout=LONG)
    return dialog


def back_up(dialog: BackupsDialog, window: MainWindow, qtbot: QtBot) -> None:
    dialog.make.click()
    qtbot.waitUntil(lambda: not dialog.is_working(), timeout=LONG)
    qtbot.waitUntil(lambda: not window.quick.jobs, timeout=LONG)


def lines(dialog: BackupsDialog) -> list[str]:
    model = dialog.list.model()
    return [str(model.data(model.index(n, 0), BackupListModel.SecondRole)) for n in range(model.rowCount())]


def damaged_page(window: MainWindow, qtbot: QtBot) -> DamagedPage:
    qtbot.waitUntil(lambda: bool(window.findChildren(DamagedPage)), timeout=LONG)
    page = window.findChildren(DamagedPage)[-1]
    qtbot.waitUntil(lambda: not window.quick.jobs, timeout=LONG)
    return page


def rip(folder: Path) -> None:
    """Overwrite a page in the middle of the database, as a failing disk does, and forget that it was closed well."""
    (folder / "casebook.seal").unlink(missing_ok=True)
    with (folder / "casebook.db").open("r+b") as file:
        file.seek(4096)
        file.write(os.urandom(3 * 4096))
