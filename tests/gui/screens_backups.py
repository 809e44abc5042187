"""The pages around backups and damage, brought about for their pictures."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from casebook.gui.main_window import MainWindow
from casebook.gui.restoring import Rescue
from casebook.gui.upkeep import Notes, Upkeep
from casebook.journal import Journal
from casebook.journal.errors import CasebookError, DiskTrouble
from tests.conftest import finished
from tests.gui.sample import Clock

Settle = Callable[[], None]
PAGES = ("backups", "backups-none", "restore", "check-ok", "check-faults", "backup-warning", "damaged")


def bring(window: MainWindow, journal: Journal, page: str, settle: Settle) -> QWidget:
    """Bring a page about and return the widget to be looked at."""
    return {
        "backups": _backups,
        "backups-none": _no_backups,
        "restore": _restore,
        "check-ok": _check,
        "check-faults": _check_faults,
        "backup-warning": _warning,
        "damaged": _damaged,
    }[page](window, journal, settle)


def make_backups(journal: Journal) -> None:
    """Make four backups over two months; the second is damaged afterwards."""
    clock = journal.clock
    assert isinstance(clock, Clock)
    for days, title in enumerate(("Fee refund", "Card top-up", "Deposit", "Login")):
        journal.cases.add(1, title)
        made = finished(journal.backups.make("before-upgrade" if days == 0 else ""))
        if days == 1:
            spoil(next(p for p in (made.root / "files").rglob("*") if p.is_file()))
            finished(journal.backups.check(made))
            # What is damaged lies once for all of them; the later ones bring it again.
            shutil.rmtree(made.root / "files")
        clock.tick(days=9, hours=2 + days)


def spoil(path: Path) -> None:
    """Flip a byte."""
    path.chmod(0o600)
    raw = bytearray(path.read_bytes())
    raw[len(raw) // 2] ^= 1
    path.write_bytes(bytes(raw))


def _backups(window: MainWindow, journal: Journal, settle: Settle) -> QWidget:
    make_backups(journal)
    window.actions_["backups"].trigger()
    settle()
    assert window.commands is not None
    return window.commands.backup.show()


def _no_backups(window: MainWindow, journal: Journal, settle: Settle) -> QWidget:
    assert window.commands is not None
    dialog = window.commands.backup.show()
    settle()
    return dialog


def _restore(window: MainWindow, journal: Journal, settle: Settle) -> QWidget:
    make_backups(journal)
    assert window.commands is not None
    dialog = window.commands.backup.restore(journal.backups.list()[2])
    settle()
    return dialog


def _check(window: MainWindow, journal: Journal, settle: Settle) -> QWidget:
    assert window.commands is not None
    dialog = window.commands.check.verify()
    settle()
    return dialog


def _check_faults(window: MainWindow, journal: Journal, settle: Settle) -> QWidget:
    for path in [p for p in (journal.folder / "files").rglob("*") if p.is_file()][:2]:
        spoil(path)
    from sqlcipher3 import dbapi2

    connection = dbapi2.connect(str(journal.folder / "casebook.db"))
    connection.execute("UPDATE contact SET text = 'changed by hand' WHERE id = 3")
    connection.commit()
    connection.close()
    return _check(window, journal, settle)


def _warning(window: MainWindow, journal: Journal, settle: Settle) -> QWidget:
    notes = Path(window.log_folder) / "backups.json"
    error = DiskTrouble(
        "the backup folder {folder} is not there: connect its drive, or choose another folder", folder="/media/usb"
    )
    Notes(notes).keep(journal.folder, error)
    upkeep = Upkeep(window, notes)
    window.attached.emit(journal)
    settle()
    upkeep.close()
    return window


def _damaged(window: MainWindow, journal: Journal, settle: Settle) -> QWidget:
    make_backups(journal)
    folder = journal.folder
    window.detach(QWidget(window))
    journal.close()
    spoil(folder / "casebook.db")
    try:
        Journal.open(folder).close()
        error = CasebookError("{path} is damaged ({reason})", path=folder / "casebook.db", reason="page 12")
    except CasebookError as refused:
        error = refused
    Rescue(window, folder, None, error).show()
    settle()
    return window
