"""Backups in the window: made, checked, restored beside and in place; a damaged casebook; what is done by itself."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot
from sqlcipher3 import dbapi2

from casebook.gui.appearance import Appearance
from casebook.gui.commands.backup import BackupCommands
from casebook.gui.dialogs.backups_dialog import BackupsDialog
from casebook.gui.dialogs.check_dialog import CheckDialog
from casebook.gui.dialogs.restore_dialog import RestoreDialog
from casebook.gui.main_window import MainWindow
from casebook.gui.models import fault_texts
from casebook.gui.models.backup_list_model import BackupListModel
from casebook.gui.panes.damaged import DamagedPage
from casebook.gui.panes.unlock import UnlockPage
from casebook.gui.start import Start
from casebook.gui.upkeep import Notes, Upkeep
from casebook.journal import Journal, check, keys
from casebook.journal.keys import Key
from casebook.journal.records import Fault, Verdict
from casebook.settings import Settings
from tests.conftest import finished
from tests.gui import small_book
from tests.gui.screens_backups import spoil
from tests.gui.small_book import Clock, Sample

_LONG = 20_000
_PASSPHRASE = "correct horse battery"


@pytest.fixture
def small(tmp_path: Path, qapp: QApplication) -> Iterator[Sample]:
    made = small_book.build(tmp_path / "small")
    yield made
    made.journal.close()


@pytest.fixture
def bare(appearance: Appearance, tmp_path: Path) -> Iterator[MainWindow]:
    """A window that no casebook was opened in yet."""
    window = MainWindow(appearance, Settings(), tmp_path / "settings.json", tmp_path / "logs")
    window.show()
    yield window
    for dialog in [w for w in QApplication.topLevelWidgets() if w.isVisible() and w is not window]:
        dialog.close()
    window.close()
    window.deleteLater()


def opener(clock: Clock) -> Callable[[Path, Key | None], Journal]:
    return lambda folder, key=None: (Journal.open if (folder / "casebook.db").exists() else Journal.create)(
        folder, clock, key
    )


@pytest.fixture
def start(bare: MainWindow, small: Sample) -> Iterator[Start]:
    """The casebook of `small`, shown in a window as the application shows it."""
    small.journal.close()
    made = Start(bare, small.journal.folder, opener(small.clock))
    made()
    bare.reminder.hide()
    yield made
    bare.close()
    made.end()


def commands_of(window: MainWindow) -> BackupCommands:
    assert window.commands is not None
    return window.commands.backup


def shown(window: MainWindow, qtbot: QtBot) -> BackupsDialog:
    """Open the backups by their action and wait until they are read."""
    window.actions_["backups"].trigger()
    dialog = commands_of(window).show()
    qtbot.waitUntil(lambda: not window.quick.jobs, timeout=_LONG)
    return dialog


def back_up(dialog: BackupsDialog, window: MainWindow, qtbot: QtBot) -> None:
    dialog.make.click()
    qtbot.waitUntil(lambda: not dialog.is_working(), timeout=_LONG)
    qtbot.waitUntil(lambda: not window.quick.jobs, timeout=_LONG)


def lines(dialog: BackupsDialog) -> list[str]:
    model = dialog.list.model()
    return [str(model.data(model.index(n, 0), BackupListModel.SecondRole)) for n in range(model.rowCount())]


def test_a_backup_is_made_checked_and_listed(start: Start, bare: MainWindow, qtbot: QtBot) -> None:
    dialog = shown(bare, qtbot)
    assert dialog.list.backups() == []
    assert not dialog.restore.isEnabled()
    back_up(dialog, bare, qtbot)
    (made,) = dialog.list.backups()
    assert made.ok
    assert lines(dialog)[0].startswith("opened and checked on Fri 20 Nov")
    assert "opened and checked" in dialog.notice_text()
    back_up(dialog, bare, qtbot)
    assert [b.path for b in dialog.list.backups()] == [made.path]
    assert dialog.notice_text().startswith("Nothing has changed since the backup of")


def test_a_byte_that_changes_in_a_backup_is_found_and_shown(start: Start, bare: MainWindow, qtbot: QtBot) -> None:
    dialog = shown(bare, qtbot)
    back_up(dialog, bare, qtbot)
    victim = next(p for p in (dialog.list.backups()[0].root / "files").rglob("*") if p.is_file())
    spoil(victim)
    dialog.check.click()
    qtbot.waitUntil(lambda: bool(dialog.findChildren(CheckDialog)), timeout=_LONG)
    found = dialog.findChildren(CheckDialog)[0]
    assert any(victim.name[:12] in line for line in found.lines())
    found.close()
    qtbot.waitUntil(lambda: lines(dialog)[0].startswith("not whole"), timeout=_LONG)


def test_restored_to_another_folder_it_is_a_whole_casebook(
    start: Start, bare: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = shown(bare, qtbot)
    back_up(dialog, bare, qtbot)
    asked: list[list[str]] = []
    urls: list[QUrl] = []
    commands = commands_of(bare)
    commands._start = lambda _program, words: asked.append(words)
    commands._open_url = urls.append
    form = commands.restore(dialog.list.backups()[0])
    full = tmp_path / "full"
    full.mkdir()
    (full / "mine.txt").write_text("mine")
    form.target.setText(str(full))
    assert not form.start.isEnabled()
    form.target.setText(str(tmp_path / "again"))
    form.start.click()
    qtbot.waitUntil(lambda: form.made is not None, timeout=_LONG)
    assert finished(check(tmp_path / "again")).ok
    form.open_button.click()
    form.show_button.click()
    assert asked == [["-m", "casebook", "--book", str(tmp_path / "again")]]
    assert [Path(url.toLocalFile()) for url in urls] == [tmp_path / "again"]
    form.close()


def test_restored_in_place_the_earlier_words_are_back_and_the_later_ones_are_kept_beside(
    start: Start, bare: MainWindow, small: Sample, qtbot: QtBot
) -> None:
    dialog = shown(bare, qtbot)
    back_up(dialog, bare, qtbot)
    assert bare.journal is not None
    bare.journal.cases.edit(small.withdrawal, title="Written later")
    form = commands_of(bare).restore(dialog.list.backups()[0])
    assert isinstance(form, RestoreDialog)
    form.replace.setChecked(True)
    assert form.start.text() == "Replace"
    form.start.click()
    qtbot.waitUntil(lambda: bare.journal is None, timeout=_LONG)
    qtbot.waitUntil(lambda: bare.journal is not None, timeout=_LONG)
    assert bare.journal.cases.get(small.withdrawal).title == "Withdrawal on hold"
    assert (bare.journal.folder / "casebook.db.damaged").is_file()
    assert "casebook.db.damaged" in bare.notices.said()
    assert "casebook.restored" in [entry.what for entry in bare.journal.ledger.entries()]
    assert finished(bare.journal.verify()).ok


def test_a_restore_that_is_refused_leaves_the_casebook_open_as_it_was(
    start: Start, bare: MainWindow, small: Sample, qtbot: QtBot
) -> None:
    dialog = shown(bare, qtbot)
    back_up(dialog, bare, qtbot)
    assert bare.journal is not None
    (backup,) = dialog.list.backups()
    bare.journal.cases.edit(small.withdrawal, title="Written later")
    spoil(backup.database)
    form = commands_of(bare).restore(backup)
    form.replace.setChecked(True)
    form.start.click()
    qtbot.waitUntil(lambda: bare.journal is None, timeout=_LONG)
    qtbot.waitUntil(lambda: bare.journal is not None, timeout=_LONG)
    assert "is not whole" in bare.notices.said()
    assert bare.journal.cases.get(small.withdrawal).title == "Written later"


def test_an_encrypted_casebook_is_restored_in_place_without_asking(
    bare: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    folder = tmp_path / "secret"
    key, _recovery = keys.make(folder, _PASSPHRASE)
    with Journal.create(folder, Clock(), key) as journal:
        firm = journal.firms.add("Kestrel Exchange").made
        finished(journal.backups.make())
        journal.firms.edit(firm, name="Written later")
    start = Start(bare, folder, opener(Clock()))
    start.open(key)
    assert bare.journal is not None
    form = commands_of(bare).restore(bare.journal.backups.list()[0])
    assert not form.passphrase.isVisible()
    form.replace.setChecked(True)
    form.start.click()
    qtbot.waitUntil(lambda: bare.journal is None, timeout=_LONG)
    qtbot.waitUntil(lambda: bare.journal is not None, timeout=_LONG)
    assert bare.journal.key == key
    assert bare.journal.firms.get(firm).name == "Kestrel Exchange"
    bare.close()
    assert start.end() == 0


def test_the_backup_of_another_key_is_restored_beside_with_its_recovery_key(
    start: Start, bare: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    folder = tmp_path / "secret"
    key, recovery = keys.make(folder, _PASSPHRASE)
    with Journal.create(folder, Clock(), key) as journal:
        backup = finished(journal.backups.make())
    form = commands_of(bare).restore(backup)
    assert form.passphrase.isVisible()
    form.target.setText(str(tmp_path / "again"))
    form.passphrase.setText("something else")
    form.start.click()
    qtbot.waitUntil(lambda: "passphrase is not right" in form.notice_text(), timeout=_LONG)
    assert not (tmp_path / "again").exists()
    form.passphrase.setText(recovery)
    form.start.click()
    qtbot.waitUntil(lambda: form.made is not None, timeout=_LONG)
    assert finished(check(tmp_path / "again", key)).ok
    form.close()


def test_a_backup_that_is_not_whole_is_restored_only_when_that_is_wanted(
    start: Start, bare: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = shown(bare, qtbot)
    back_up(dialog, bare, qtbot)
    (backup,) = dialog.list.backups()
    next(p for p in (backup.root / "files").rglob("*") if p.is_file()).unlink()
    form = commands_of(bare).restore(backup)
    form.target.setText(str(tmp_path / "again"))
    form.start.click()
    qtbot.waitUntil(lambda: "is not whole" in form.notice_text(), timeout=_LONG)
    assert not (tmp_path / "again").exists()
    form.anyway.click()
    qtbot.waitUntil(lambda: form.made is not None, timeout=_LONG)
    assert not finished(check(tmp_path / "again")).ok
    form.close()


def test_where_backups_go_and_how_many_are_kept(
    start: Start, bare: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = shown(bare, qtbot)
    assert bare.journal is not None
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(start.book / "files"))
    dialog.choose.click()
    assert "is inside the casebook" in dialog.notice_text()
    drive = tmp_path / "drive"
    drive.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(drive))
    dialog.choose.click()
    back_up(dialog, bare, qtbot)
    assert drive in dialog.list.backups()[0].path.parents
    assert dialog.own_place.isVisible()
    dialog.rules.daily.click()
    dialog.rules.last.setText("3")
    dialog.rules.last.editingFinished.emit()
    rules = bare.journal.preferences.get()
    assert (rules.backup_daily, rules.keep_last, rules.backup_folder) == (False, 3, str(drive))
    qtbot.waitUntil(lambda: not bare.quick.jobs, timeout=_LONG)
    dialog.own_place.click()
    assert bare.journal.preferences.get().backup_folder == ""


def damaged_page(window: MainWindow, qtbot: QtBot) -> DamagedPage:
    qtbot.waitUntil(lambda: bool(window.findChildren(DamagedPage)), timeout=_LONG)
    page = window.findChildren(DamagedPage)[-1]
    qtbot.waitUntil(lambda: not window.quick.jobs, timeout=_LONG)
    return page


def rip(folder: Path) -> None:
    """Overwrite a page in the middle of the database, as a failing disk does, and forget that it was closed well."""
    (folder / "casebook.seal").unlink(missing_ok=True)
    with (folder / "casebook.db").open("r+b") as file:
        file.seek(4096)
        file.write(os.urandom(3 * 4096))


def test_a_damaged_casebook_offers_its_backup_and_opens_again(
    bare: MainWindow, small: Sample, tmp_path: Path, qtbot: QtBot
) -> None:
    finished(small.journal.backups.make())
    small.journal.close()
    rip(small.journal.folder)
    start = Start(bare, small.journal.folder, opener(small.clock))
    start()
    page = damaged_page(bare, qtbot)
    assert page.title.text() == "This casebook is damaged"
    assert "restore --replace" not in page.words.text()
    assert page.restore.text().startswith("Restore the backup of Fri 20 Nov")
    page.check.click()
    qtbot.waitUntil(lambda: bool(bare.findChildren(CheckDialog)), timeout=_LONG)
    dialog = bare.findChildren(CheckDialog)[0]
    qtbot.waitUntil(dialog.is_over, timeout=_LONG)
    assert dialog.lines()
    dialog.close()
    page.restore.click()
    qtbot.waitUntil(lambda: bare.journal is not None, timeout=_LONG)
    assert bare.journal is not None
    assert bare.journal.cases.get(small.withdrawal).title == "Withdrawal on hold"
    assert (small.journal.folder / "casebook.db.damaged").is_file()
    bare.reminder.hide()
    bare.close()
    assert start.end() == 0


def test_from_a_failing_disk_it_goes_on_in_another_folder(
    bare: MainWindow, small: Sample, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    finished(small.journal.backups.make())
    small.journal.close()
    rip(small.journal.folder)
    before = (small.journal.folder / "casebook.db").read_bytes()
    start = Start(bare, small.journal.folder, opener(small.clock))
    chosen: list[Path] = []
    start.book_chosen.connect(chosen.append)
    start()
    disk = tmp_path / "disk"
    disk.mkdir()
    (disk / "other.txt").write_text("mine")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(disk))
    damaged_page(bare, qtbot).elsewhere.click()
    qtbot.waitUntil(lambda: bare.journal is not None, timeout=_LONG)
    assert bare.journal is not None
    assert bare.journal.folder == disk / "small"
    assert chosen == [disk / "small"]
    assert (small.journal.folder / "casebook.db").read_bytes() == before
    bare.reminder.hide()
    bare.close()
    assert start.end() == 0


def test_a_database_that_is_gone_comes_back_and_no_new_casebook_hides_it(
    bare: MainWindow, small: Sample, qtbot: QtBot
) -> None:
    finished(small.journal.backups.make())
    small.journal.close()
    (small.journal.folder / "casebook.db").unlink()
    start = Start(bare, small.journal.folder, opener(small.clock))
    start()
    page = damaged_page(bare, qtbot)
    assert page.title.text() == "The casebook is gone"
    assert not (small.journal.folder / "casebook.db").exists()
    page.restore.click()
    qtbot.waitUntil(lambda: bare.journal is not None, timeout=_LONG)
    bare.reminder.hide()
    bare.close()
    assert start.end() == 0


def test_without_any_backup_it_says_so_and_looks_again(
    bare: MainWindow, small: Sample, tmp_path: Path, qtbot: QtBot
) -> None:
    drive, away = tmp_path / "drive", tmp_path / "away"
    drive.mkdir()
    small.journal.backups.choose(drive)
    finished(small.journal.backups.make())
    small.journal.close()
    rip(small.journal.folder)
    drive.rename(away)
    start = Start(bare, small.journal.folder, opener(small.clock))
    start()
    page = damaged_page(bare, qtbot)
    assert not page.restore.isVisible()
    assert any(str(drive) in label.text() for label in page.findChildren(type(page.words)))
    away.rename(drive)
    page.again.click()
    qtbot.waitUntil(page.restore.isVisible, timeout=_LONG)
    bare.close()
    assert start.end() == 1


def test_the_backup_of_an_encrypted_casebook_asks_for_its_passphrase(
    bare: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    folder = tmp_path / "secret"
    key, _recovery = keys.make(folder, _PASSPHRASE)
    with Journal.create(folder, Clock(), key) as journal:
        finished(journal.backups.make())
    (folder / "casebook.db").unlink()
    (folder / "casebook.keys").unlink()
    start = Start(bare, folder, opener(Clock()))
    start()
    page = damaged_page(bare, qtbot)
    assert page.passphrase.isVisible()
    page.passphrase.setText("something else")
    page.restore.click()
    qtbot.waitUntil(
        lambda: any("passphrase is not right" in p.notice.text() for p in bare.findChildren(DamagedPage)), timeout=_LONG
    )
    page = damaged_page(bare, qtbot)
    page.passphrase.setText(_PASSPHRASE)
    page.restore.click()
    qtbot.waitUntil(lambda: bare.journal is not None, timeout=_LONG)
    assert bare.journal is not None
    assert bare.journal.key == key
    bare.close()
    assert start.end() == 0


def test_a_damaged_key_file_without_a_backup_says_so_instead_of_asking_again(
    bare: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    folder = tmp_path / "secret"
    key, _recovery = keys.make(folder, _PASSPHRASE)
    Journal.create(folder, Clock(), key).close()
    (folder / "casebook.keys").write_bytes(b"\0" * 300)
    start = Start(bare, folder, opener(Clock()))
    start()
    qtbot.waitUntil(lambda: bool(bare.findChildren(UnlockPage)), timeout=_LONG)
    page = bare.findChildren(UnlockPage)[0]
    page.passphrase.setText(_PASSPHRASE)
    page.unlock.click()
    rescue = damaged_page(bare, qtbot)
    assert not rescue.restore.isVisible()
    assert "casebook.keys" in rescue.words.text()
    bare.close()
    assert start.end() == 1


def test_a_session_without_a_last_backup_has_it_made_at_the_next_start(
    start: Start, bare: MainWindow, small: Sample, tmp_path: Path, qtbot: QtBot
) -> None:
    assert bare.journal is not None
    finished(bare.journal.backups.make())
    bare.journal.cases.edit(small.withdrawal, title="Written before the power cut")
    upkeep = Upkeep(bare, tmp_path / "backups.json", soon=0)
    with qtbot.waitSignal(upkeep.looked, timeout=_LONG):
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
        with qtbot.waitSignal(upkeep.looked, timeout=_LONG):
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
    with qtbot.waitSignal(upkeep.looked, timeout=_LONG):
        upkeep.look()
    assert "not as it was recorded" in bare.warnings.said("tail")
    bare.warnings.remedy("tail").click()
    assert bare.commands is not None
    dialog = bare.commands.check.verify()
    qtbot.waitUntil(dialog.is_over, timeout=_LONG)
    assert any("Case C-" in line for line in dialog.lines())
    dialog.to_backups.click()
    assert [w for w in QApplication.topLevelWidgets() if isinstance(w, BackupsDialog) and w.isVisible()]
    upkeep.close()


def test_a_long_list_of_faults_is_cut_on_the_screen_only(appearance: Appearance, qtbot: QtBot) -> None:
    dialog = CheckDialog("Check", appearance.theme)
    dialog.show_verdict(Verdict(9, tuple(Fault("missing", f"casebook.db contact:{n}") for n in range(700))))
    assert dialog.list.count() == 501
    dialog.copy.click()
    assert len(QApplication.clipboard().text().splitlines()) == 700
    dialog.close()


def test_what_a_check_finds_has_words_in_every_language(small: Sample) -> None:
    """Faults of many kinds, made for real: each is a sentence that the translators see."""
    journal, run = small.journal, small.journal._core.database.execute_sql
    finished(journal.verify())
    files = [p for p in (journal.folder / "files").rglob("*") if p.is_file()]
    spoil(files[0])
    files[1].unlink()
    stray = journal.folder / "files" / "ab" / ("ab" * 32)
    stray.parent.mkdir(exist_ok=True)
    stray.write_bytes(b"stray")
    run("UPDATE contact SET text = 'forged' WHERE id = 1")
    run("DELETE FROM promise WHERE id = 1")
    run("UPDATE ticket SET id = id + 100")
    run("DELETE FROM ledger_payload WHERE number = 4")
    verdict = finished(journal.verify())
    assert len(verdict.faults) >= 6
    unknown = [fault.what for fault in verdict.faults if not fault_texts.is_known(fault.what)]
    assert not unknown
