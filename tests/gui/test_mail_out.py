"""Mails leave the window as they came: to a file, to the mail program, and a whole case as one mailbox."""

from __future__ import annotations

import mailbox
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from casebook.gui.main_window import MainWindow
from casebook.journal import Journal


@pytest.fixture(autouse=True)
def quiet(window: MainWindow) -> None:
    """No reminder on the screen."""
    window.reminder.close()


@pytest.fixture
def filed(sample_journal: Journal) -> int:
    """The contact of a mail that is in a case."""
    for row in sample_journal.cases.rows():
        contacts = [contact.id for contact in sample_journal.contacts.of_case(row.id)]
        if found := sample_journal.mail.is_mail(contacts):
            return min(found)
    waiting, case = sample_journal.inbox.waiting()[0], sample_journal.cases.rows()[0]
    sample_journal.inbox.file([waiting.contact_id], case.id)
    return waiting.contact_id


def test_a_mail_is_saved_under_its_subject(
    window: MainWindow, sample_journal: Journal, filed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert window.commands is not None
    asked: list[str] = []

    def answer(_parent: object, _title: str, name: str, _kinds: str) -> tuple[str, str]:
        asked.append(Path(name).name)
        return str(tmp_path / "out.eml"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    said: list[str] = []
    window.commands.said.connect(lambda words, _undo: said.append(words))
    window.commands.mail_out.save(filed)
    assert (tmp_path / "out.eml").read_bytes() == sample_journal.mail.raw(filed)
    assert asked[0].endswith(".eml")
    assert said == ["Saved out.eml"]


def test_the_mail_program_gets_a_copy_that_goes_with_the_casebook(
    window: MainWindow, sample_journal: Journal, filed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert window.commands is not None
    opened: list[QUrl] = []
    monkeypatch.setattr(window.commands.mail_out, "_open_url", lambda url: opened.append(url) or True)
    window.commands.mail_out.open(filed)
    path = Path(opened[0].toLocalFile())
    assert path.read_bytes() == sample_journal.mail.raw(filed)
    window.commands.mail_out.forget_copies()
    assert not path.exists()
    said: list[str] = []
    window.commands.said.connect(lambda words, _undo: said.append(words))
    monkeypatch.setattr(window.commands.mail_out, "_open_url", lambda _url: False)
    window.commands.mail_out.open(filed)
    assert "No program" in said[0]


def test_a_cases_mails_are_one_mailbox(
    qtbot: QtBot,
    window: MainWindow,
    sample_journal: Journal,
    filed: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert window.commands is not None
    case_id = sample_journal.contacts.get(filed).case_id
    assert case_id is not None
    path = tmp_path / "all.mbox"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(path), ""))
    with qtbot.waitSignal(window.commands.said):
        window.commands.mail_out.save_all(case_id)
    wanted = sample_journal.mail.is_mail(contact.id for contact in sample_journal.contacts.of_case(case_id))
    assert len(mailbox.mbox(path, create=False)) == len(wanted)


def test_nothing_is_written_into_the_casebook(
    window: MainWindow, sample_journal: Journal, filed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert window.commands is not None
    inside = sample_journal.folder / "files" / "mail.eml"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(inside), ""))
    window.commands.mail_out.save(filed)
    (box,) = window.findChildren(QMessageBox)
    assert not inside.exists()
    box.close()
