"""Data out and in through the menus: a case to another casebook, everything as one file, contacts as a table."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from casebook.gui.main_window import MainWindow
from casebook.journal import Journal
from casebook.journal.transfer.dump import load
from tests.conftest import finished
from tests.gui.conftest import MakeWindow
from tests.journal.makers import log, picture


@pytest.fixture
def chosen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file that every file chooser answers with."""
    path = tmp_path / "chosen.zip"
    answer = (str(path), "")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a: answer)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_a: answer)
    return path


def quiet(window: MainWindow, qtbot: QtBot) -> None:
    window.reminder.hide()
    qtbot.waitUntil(lambda: not window.worker.jobs, timeout=20_000)


def test_a_case_goes_to_another_casebook(
    make_window: MakeWindow, journal: Journal, case_id: int, chosen: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    log(journal, case_id, "moved with it", attachments=[picture()])
    one = make_window(journal)
    assert one.body is not None
    one.body.show_case(case_id)
    one.actions_["export_data"].trigger()
    quiet(one, qtbot)
    assert chosen.stat().st_size > 1000
    with Journal.create(tmp_path / "other") as other:
        log(other, other.cases.add(other.firms.add("Heron").made, "its own").made)
        window = make_window(other)
        assert window.body is not None
        window.actions_["import_data"].trigger()
        quiet(window, qtbot)
        assert window.body.case_id == 2
        assert other.contacts.of_case(2)[0].text == "moved with it"
        assert finished(other.verify()).ok
        window.close()


def test_the_whole_casebook_as_one_file(
    window: MainWindow, sample_journal: Journal, chosen: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    window.actions_["dump"].trigger()
    quiet(window, qtbot)
    finished(load(chosen, tmp_path / "again"))
    with Journal.open(tmp_path / "again") as again:
        assert [row.title for row in again.cases.rows()] == [row.title for row in sample_journal.cases.rows()]


def test_contacts_as_a_table(window: MainWindow, sample_journal: Journal, chosen: Path, qtbot: QtBot) -> None:
    assert window.body is not None
    case_id = max(sample_journal.cases.rows(), key=lambda row: row.contacts).id
    window.body.show_case(case_id)
    window.actions_["contact_sheet"].trigger()
    quiet(window, qtbot)
    lines = chosen.read_text("utf-8-sig").splitlines()
    assert len(lines) > len(sample_journal.contacts.of_case(case_id))
