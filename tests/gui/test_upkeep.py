"""What a window does by itself: daily and last backups, and a look at what was recorded last."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlcipher3 import dbapi2

from casebook.gui.appearance import Appearance
from casebook.gui.dialogs.backups_dialog import BackupsDialog
from casebook.gui.main_window import MainWindow
from casebook.gui.start import Start
from casebook.gui.upkeep import Notes, Upkeep
from casebook.journal import Journal
from casebook.settings import Settings
from tests.conftest import finished
from tests.gui.backup_helpers import LONG, back_up, commands_of, opener
from tests.gui.small_book import Sample


def test_a_session_without_a_last_backup_has_it_made_at_the_next_start(
    start: Start, bare: MainWindow, small: Sample, tmp_path: Path, qtbot: QtBot
) -> None:
    assert bare.journal is not None
    finished(bare.journal.backups.make())
    bare.journal.cases.edit(small.withdrawal, title="Written before the power cut")
    upkeep = Upkeep(bare, tmp_path / "backups.json", soon=0)
    with qtbot.waitSignal(upkeep.looked, timeout=LONG):
        bare.attached.emit(bare.journal)
    assert len(bare.journal.backups.list()) == 2
    upkeep.close()


def test_the_last_backup_is_made_when_the_window_is_gone_and_a_failure_is_told_at_the_next_start(
    bare: MainWindow, appearance: Appearance, small: Sample, tmp_path: Path, qtbot: QtBot
) -> None:
    drive = tmp_path / "drive"
    drive.mkdir()
    small.journal.backups.choose(drive)
    small.journal.close()
    for there in (True, False):
        window = MainWindow(appearance, Settings(), tmp_path / "settings.json", tmp_path / "logs")
        window.show()
        upkeep = Upkeep(window, tmp_path / "backups.json", soon=1_000_000)
        start = Start(window, small.journal.folder, opener(small.clock))
        start.at_the_end = upkeep.last_backup
        start()
        assert window.warnings.said("backup") == ""
        assert window.journal is not None
        window.journal.cases.edit(small.withdrawal, title=f"Title {there}")
        if not there:
            drive.rename(tmp_path / "away")
        window.reminder.hide()
        window.close()
        upkeep.close()
        start.end()
        window.deleteLater()
    (tmp_path / "away").rename(drive)
    upkeep = Upkeep(bare, tmp_path / "backups.json", soon=1_000_000)
    start = Start(bare, small.journal.folder, opener(small.clock))
    start()
    assert str(drive) in bare.warnings.said("backup")
    appearance.use_language("zh")
    assert str(drive) in bare.warnings.said("backup")
    appearance.use_language("en")
    assert bare.journal is not None
    assert len(bare.journal.backups.list()) == 1
    bare.warnings.remedy("backup").click()
    dialog = commands_of(bare).show()
    back_up(dialog, bare, qtbot)
    assert bare.warnings.said("backup") == ""
    dialog.close()
    bare.reminder.hide()
    bare.close()
    upkeep.close()
    start.end()
    again = Upkeep(bare, tmp_path / "backups.json")
    assert again._notes.of(small.journal.folder) is None
    again.close()


_PROGRAM = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from casebook.gui import application
from casebook.journal import Journal
from casebook.settings import Settings

made = application.create

def create(arguments):
    app = made(arguments)
    timer = QTimer(app, interval=50)
    timer.timeout.connect(lambda: [w.close() for w in app.topLevelWidgets() if getattr(w, "journal", None)])
    timer.start()
    return app

application.create = create
folder = Path(sys.argv[1])
sys.exit(application.run(
    folder / "book", lambda book, key: Journal.open(book, key=key), Settings(), folder / "settings.json",
    folder / "logs", ()
))
"""


def test_the_program_itself_backs_up_at_its_end_and_exits_well_where_it_cannot(tmp_path: Path) -> None:
    drive = tmp_path / "drive"
    drive.mkdir()
    with Journal.create(tmp_path / "book") as journal:
        journal.backups.choose(drive)
    root = str(Path(__file__).parent.parent.parent)
    (tmp_path / "run").mkdir(mode=0o700)
    environment = {**os.environ, "PYTHONPATH": root, "XDG_RUNTIME_DIR": str(tmp_path / "run")}
    program = [sys.executable, "-c", _PROGRAM, str(tmp_path)]
    for there in (True, False):
        if not there:
            drive.rename(tmp_path / "away")
        done = subprocess.run(program, env=environment, capture_output=True, text=True, timeout=50, check=False)
        assert (done.returncode, "Traceback" in done.stderr) == (0, False), done.stderr
        assert (Notes(tmp_path / "backups.json").of(tmp_path / "book") is None) == there
    (tmp_path / "away").rename(drive)
    with Journal.open(tmp_path / "book") as journal:
        (backup,) = journal.backups.list()
        assert finished(journal.backups.check(backup)).ok


def test_once_a_day_a_backup_is_made_by_itself(start: Start, bare: MainWindow, small: Sample, qtbot: QtBot) -> None:
    upkeep = Upkeep(bare, start.book.parent / "backups.json")
    assert bare.journal is not None
    upkeep._begin(bare.journal)
    for expected in (1, 1, 2):
        with qtbot.waitSignal(upkeep.looked, timeout=LONG):
            upkeep.look()
        assert len(bare.journal.backups.list()) == expected
        if expected == 1:
            small.clock.tick(hours=13)
            bare.journal.cases.edit(small.withdrawal, title=str(small.clock()))
    upkeep.close()


def test_a_record_that_is_changed_from_outside_is_noticed_in_the_background(
    start: Start, bare: MainWindow, small: Sample, qtbot: QtBot
) -> None:
    upkeep = Upkeep(bare, start.book.parent / "backups.json")
    assert bare.journal is not None
    upkeep._begin(bare.journal)
    connection = dbapi2.connect(str(start.book / "casebook.db"))
    connection.execute("UPDATE \"case\" SET title = 'forged' WHERE id = ?", (small.withdrawal,))
    connection.commit()
    connection.close()
    with qtbot.waitSignal(upkeep.looked, timeout=LONG):
        upkeep.look()
    assert "not as it was recorded" in bare.warnings.said("tail")
    bare.warnings.remedy("tail").click()
    assert bare.commands is not None
    dialog = bare.commands.check.verify()
    qtbot.waitUntil(dialog.is_over, timeout=LONG)
    assert any("Case C-" in line for line in dialog.lines())
    dialog.to_backups.click()
    assert [w for w in QApplication.topLevelWidgets() if isinstance(w, BackupsDialog) and w.isVisible()]
    upkeep.close()
