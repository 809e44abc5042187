"""Backups in the window: made, checked, restored beside and in place, kept where and for how long."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from casebook.gui.dialogs.check_dialog import CheckDialog
from casebook.gui.dialogs.restore_dialog import RestoreDialog
from casebook.gui.main_window import MainWindow
from casebook.gui.start import Start
from casebook.journal import Journal, check
from casebook.journal.secrecy import keys
from tests.conftest import finished
from tests.gui.backup_helpers import LONG, PASSPHRASE, back_up, commands_of, lines, opener, shown
from tests.gui.screens_backups import spoil
from tests.gui.small_book import Clock, Sample


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
    qtbot.waitUntil(lambda: bool(dialog.findChildren(CheckDialog)), timeout=LONG)
    found = dialog.findChildren(CheckDialog)[0]
    assert any(victim.name[:12] in line for line in found.lines())
    found.close()
    qtbot.waitUntil(lambda: lines(dialog)[0].startswith("not whole"), timeout=LONG)


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
    qtbot.waitUntil(lambda: form.made is not None, timeout=LONG)
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
    qtbot.waitUntil(lambda: bare.journal is None, timeout=LONG)
    qtbot.waitUntil(lambda: bare.journal is not None, timeout=LONG)
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
    qtbot.waitUntil(lambda: bare.journal is None, timeout=LONG)
    qtbot.waitUntil(lambda: bare.journal is not None, timeout=LONG)
    assert "is not whole" in bare.notices.said()
    assert bare.journal.cases.get(small.withdrawal).title == "Written later"


def test_an_encrypted_casebook_is_restored_in_place_without_asking(
    bare: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    folder = tmp_path / "secret"
    key, _recovery = keys.make(folder, PASSPHRASE)
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
    qtbot.waitUntil(lambda: bare.journal is None, timeout=LONG)
    qtbot.waitUntil(lambda: bare.journal is not None, timeout=LONG)
    assert bare.journal.key == key
    assert bare.journal.firms.get(firm).name == "Kestrel Exchange"
    bare.close()
    assert start.end() == 0


def test_the_backup_of_another_key_is_restored_beside_with_its_recovery_key(
    start: Start, bare: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    folder = tmp_path / "secret"
    key, recovery = keys.make(folder, PASSPHRASE)
    with Journal.create(folder, Clock(), key) as journal:
        backup = finished(journal.backups.make())
    form = commands_of(bare).restore(backup)
    assert form.passphrase.isVisible()
    form.target.setText(str(tmp_path / "again"))
    form.passphrase.setText("something else")
    form.start.click()
    qtbot.waitUntil(lambda: "passphrase is not right" in form.notice_text(), timeout=LONG)
    assert not (tmp_path / "again").exists()
    form.passphrase.setText(recovery)
    form.start.click()
    qtbot.waitUntil(lambda: form.made is not None, timeout=LONG)
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
    qtbot.waitUntil(lambda: "is not whole" in form.notice_text(), timeout=LONG)
    assert not (tmp_path / "again").exists()
    form.anyway.click()
    qtbot.waitUntil(lambda: form.made is not None, timeout=LONG)
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
    qtbot.waitUntil(lambda: not bare.quick.jobs, timeout=LONG)
    dialog.own_place.click()
    assert bare.journal.preferences.get().backup_folder == ""
