"""A casebook that is damaged or gone: the page in its place, the way back, and the words for what a check finds."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from casebook.gui.appearance import Appearance
from casebook.gui.dialogs.check_dialog import CheckDialog
from casebook.gui.main_window import MainWindow
from casebook.gui.models import fault_texts
from casebook.gui.panes.damaged import DamagedPage
from casebook.gui.panes.unlock import UnlockPage
from casebook.gui.start import Start
from casebook.journal import Journal
from casebook.journal.records import Fault, Verdict
from casebook.journal.secrecy import keys
from tests.conftest import finished
from tests.gui.backup_helpers import LONG, PASSPHRASE, damaged_page, opener, rip
from tests.gui.screens_backups import spoil
from tests.gui.small_book import Clock, Sample


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
    qtbot.waitUntil(lambda: bool(bare.findChildren(CheckDialog)), timeout=LONG)
    dialog = bare.findChildren(CheckDialog)[0]
    qtbot.waitUntil(dialog.is_over, timeout=LONG)
    assert dialog.lines()
    dialog.close()
    page.restore.click()
    qtbot.waitUntil(lambda: bare.journal is not None, timeout=LONG)
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
    qtbot.waitUntil(lambda: bare.journal is not None, timeout=LONG)
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
    qtbot.waitUntil(lambda: bare.journal is not None, timeout=LONG)
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
    qtbot.waitUntil(page.restore.isVisible, timeout=LONG)
    bare.close()
    assert start.end() == 1


def test_the_backup_of_an_encrypted_casebook_asks_for_its_passphrase(
    bare: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    folder = tmp_path / "secret"
    key, _recovery = keys.make(folder, PASSPHRASE)
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
        lambda: any("passphrase is not right" in p.notice.text() for p in bare.findChildren(DamagedPage)), timeout=LONG
    )
    page = damaged_page(bare, qtbot)
    page.passphrase.setText(PASSPHRASE)
    page.restore.click()
    qtbot.waitUntil(lambda: bare.journal is not None, timeout=LONG)
    assert bare.journal is not None
    assert bare.journal.key == key
    bare.close()
    assert start.end() == 0


def test_a_damaged_key_file_without_a_backup_says_so_instead_of_asking_again(
    bare: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    folder = tmp_path / "secret"
    key, _recovery = keys.make(folder, PASSPHRASE)
    Journal.create(folder, Clock(), key).close()
    (folder / "casebook.keys").write_bytes(b"\0" * 300)
    start = Start(bare, folder, opener(Clock()))
    start()
    qtbot.waitUntil(lambda: bool(bare.findChildren(UnlockPage)), timeout=LONG)
    page = bare.findChildren(UnlockPage)[0]
    page.passphrase.setText(PASSPHRASE)
    page.unlock.click()
    rescue = damaged_page(bare, qtbot)
    assert not rescue.restore.isVisible()
    assert "casebook.keys" in rescue.words.text()
    bare.close()
    assert start.end() == 1


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
