"""The pages before a casebook is open, and how a person gets through them."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import keyring
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from casebook.gui.appearance import Appearance
from casebook.gui.main_window import MainWindow
from casebook.gui.panes.unlock import UnlockPage
from casebook.gui.start import Start
from casebook.gui.widgets.recovery_panel import RecoveryPanel
from casebook.journal.secrecy import keys
from casebook.settings import Settings
from tests.gui import sample
from tests.gui.screens_protection import PASSPHRASE, open_journal, visible
from tests.journal.test_keys import Ring

ENTER, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Escape
MARKER = "Withdrawal on hold"
MakeStart = Callable[..., tuple[MainWindow, Start]]
T = TypeVar("T", bound=QWidget)


@pytest.fixture(autouse=True)
def ring() -> Iterator[Ring]:
    """A keyring of the test's own instead of the user's."""
    before, made = keyring.get_keyring(), Ring()
    keyring.set_keyring(made)
    yield made
    keyring.set_keyring(before)


@pytest.fixture
def make_start(qapp: QApplication, appearance: Appearance, tmp_path: Path, ring: Ring) -> Iterator[MakeStart]:
    """Return a maker of windows that begin at a folder, as the program does; at the end all is closed."""
    threads, made = threading.active_count(), []  # type: int, list[tuple[MainWindow, Start]]

    def make(folder: Path, **options: bool) -> tuple[MainWindow, Start]:
        window = MainWindow(appearance, Settings(), tmp_path / "settings.json", tmp_path / "logs")
        window.show()
        start = Start(window, folder, open_journal, **options)
        made.append((window, start))
        start()
        return window, start

    yield make
    for window, start in made:
        for dialog in [w for w in qapp.topLevelWidgets() if w.isVisible() and w is not window]:
            dialog.close()
        window.close()
        start.end()
        window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert threading.active_count() <= threads, f"left running: {threading.enumerate()}"


@pytest.fixture
def protected(book: Path) -> str:
    """An encrypted casebook in `book` with the sample in it; its recovery key."""
    key, recovery = keys.make(book, PASSPHRASE)
    sample.build(book, key=key).close()
    return recovery


def page(window: MainWindow, kind: type[T], qtbot: QtBot) -> T:
    """Wait for a page or dialog and return it."""
    qtbot.waitUntil(lambda: visible(window, kind) is not None)
    found = visible(window, kind)
    assert found is not None
    return found


def type_in(qtbot: QtBot, field: QLineEdit, words: str) -> None:
    """Type into a field and press Enter."""
    field.clear()
    qtbot.keyClicks(field, words)
    qtbot.keyClick(field, ENTER)


def unlock(window: MainWindow, qtbot: QtBot, words: str = PASSPHRASE) -> None:
    """Give the passphrase and wait for the casebook."""
    type_in(qtbot, page(window, UnlockPage, qtbot).passphrase, words)
    qtbot.waitUntil(lambda: window.body is not None)
    window.reminder.hide()


def keep(panel: RecoveryPanel, qtbot: QtBot, recovery: str) -> None:
    """Show that the recovery key was kept."""
    panel.next_button.click()
    type_in(qtbot, panel.answer, recovery.split("-")[panel.asked])


def shown_key(panel: RecoveryPanel) -> str:
    return "-".join(label.text() for label in panel.key_labels)


# -- the first start ---------------------------------------------------------------------------------------------------
