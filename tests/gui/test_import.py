"""Importing mail in the window: files and drops, progress and cancel, and a report that tells everything."""

from __future__ import annotations

import re
from email.message import EmailMessage
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from casebook.gui.appearance import Appearance
from casebook.gui.commands.import_mail import ImportCommands
from casebook.gui.feed import Feed
from casebook.gui.widgets.mail_drop import dropped_mail
from casebook.gui.worker import Worker
from casebook.journal import Changes
from casebook.settings import Settings
from tests.gui import small_book
from tests.gui.small_book import Sample


def write_mail(path: Path, number: int, **headers: str) -> Path:
    message = EmailMessage()
    message["From"] = headers.get("sender", "Kestrel Support <support@kestrel.example>")
    message["To"] = headers.get("to", "mei@example.org")
    message["Subject"] = headers.get("subject", f"提币 {number}")
    message["Date"] = f"Thu, 19 Nov 2026 10:{number % 60:02d}:00 +0800"
    message["Message-ID"] = f"<import-{number}@kestrel.example>"
    message.set_content("您好，请说明原因。")
    path.write_bytes(message.as_bytes())
    return path


def write_mbox(path: Path, count: int) -> Path:
    parts = []
    for number in range(count):
        raw = write_mail(path.with_suffix(".part"), number).read_bytes().rstrip(b"\n")
        parts.append(b"From support@kestrel.example Thu Nov 19 10:00:00 2026\n" + raw + b"\n\n")
    path.with_suffix(".part").unlink()
    path.write_bytes(b"".join(parts))
    return path


@pytest.fixture
def small(tmp_path: Path, qapp: QApplication):
    made = small_book.build(tmp_path / "small")
    yield made
    made.journal.close()


@pytest.fixture
def heard(feed: Feed) -> list[Changes]:
    changes: list[Changes] = []
    feed.changed.connect(changes.append)
    return changes


@pytest.fixture
def commands(small: Sample, feed: Feed, appearance: Appearance, qtbot: QtBot):
    window = QWidget()
    qtbot.addWidget(window)
    worker, quick = Worker(small.journal.release), Worker(small.journal.release)
    yield ImportCommands(small.journal, feed, window, worker, quick, Settings(), appearance.theme)
    worker.close()
    quick.close()


def test_sorted_automatically_with_a_report(
    commands: ImportCommands, small: Sample, tmp_path: Path, heard: list[Changes], qtbot: QtBot
) -> None:
    folder = tmp_path / "mail"
    folder.mkdir()
    write_mail(folder / "one.eml", 1)
    write_mail(folder / "mine.eml", 2, sender="mei@example.org", to="support@kestrel.example")
    (folder / "broken.eml").write_bytes(b"\x00\x01 this is no mail")
    dialog = commands.open([folder])
    assert dialog.target.currentData() is None
    dialog.start.click()
    qtbot.waitUntil(lambda: "broken.eml" in dialog.report_text(), timeout=10_000)
    report = dialog.report_text()
    assert "The mail is in." in report
    assert "2 new message" in report
    assert "2 waiting in the inbox" in report
    assert "1 could not be read:" in report
    assert "broken.eml" in report
    assert len(small.journal.inbox.waiting()) == 4 + 2
    assert heard, "the window was not told"
    dialog.report.copy.click()
    assert QApplication.clipboard().text() == report
    with qtbot.waitSignal(commands.inbox_requested, timeout=1000):
        dialog.report.inbox_button.click()


def test_into_one_case_and_a_second_time_adds_nothing(
    commands: ImportCommands, small: Sample, tmp_path: Path, qtbot: QtBot
) -> None:
    box = write_mbox(tmp_path / "all.mbox", 12)
    for expected in ("12 new message", "12 were in this casebook already"):
        dialog = commands.open([box], small.fees)
        assert dialog.target.currentData() == small.fees
        dialog.start.click()
        qtbot.waitUntil(lambda d=dialog: "The mail is in." in d.report_text(), timeout=10_000)
        assert expected in dialog.report_text()
        dialog.close()
    assert len(small.journal.contacts.of_case(small.fees)) == 12


def test_cancel_keeps_what_was_read_and_a_second_import_goes_on(
    commands: ImportCommands, small: Sample, tmp_path: Path, heard: list[Changes], qtbot: QtBot
) -> None:
    box = write_mbox(tmp_path / "large.mbox", 1500)
    dialog = commands.open([box], small.fees)
    dialog.start.click()
    qtbot.waitUntil(lambda: len(small.journal.contacts.timeline(small.fees)) > 0, timeout=20_000)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()  # it stays to tell what came of it
    qtbot.waitUntil(lambda: "Import stopped." in dialog.report_text(), timeout=20_000)
    kept = len(small.journal.contacts.timeline(small.fees))
    assert 0 < kept < 1500
    assert small.fees in heard[-1].cases
    dialog.close()
    again = commands.open([box], small.fees)
    again.start.click()
    qtbot.waitUntil(lambda: "The mail is in." in again.report_text(), timeout=60_000)
    assert f"{kept} were in this casebook already" in again.report_text()
    assert len(small.journal.contacts.timeline(small.fees)) == 1500


def test_a_file_that_is_gone_is_said_and_can_be_mended(
    commands: ImportCommands, small: Sample, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = commands.open([tmp_path / "gone.mbox"])
    dialog.start.click()
    qtbot.waitUntil(lambda: "gone.mbox" in dialog.notice_text(), timeout=10_000)
    assert dialog.start.isVisible()
    assert dialog.paths() == [tmp_path / "gone.mbox"]


def test_choosing_files_and_folders(commands: ImportCommands, tmp_path: Path, monkeypatch, qtbot: QtBot) -> None:
    one = write_mail(tmp_path / "one.eml", 1)
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_a, **_k: ([str(one), str(one)], ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_a, **_k: str(tmp_path))
    dialog = commands.open()
    assert not dialog.start.isEnabled()
    dialog.choose.choose_files()
    dialog.choose.choose_folder()
    assert dialog.paths() == [one, tmp_path]
    assert dialog.start.isEnabled()
    dialog.choose.list.selectAll()
    next(b for b in dialog.findChildren(type(dialog.start)) if b.text() == "Remove").click()
    assert dialog.paths() == []
    assert not dialog.start.isEnabled()


def test_dropped_on_the_dialog_it_joins_the_list(commands: ImportCommands, tmp_path: Path, qtbot: QtBot) -> None:
    from PySide6.QtCore import QPointF
    from PySide6.QtGui import QDropEvent

    one = write_mail(tmp_path / "one.eml", 1)
    dialog = commands.open()
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(one))])
    event = QDropEvent(
        QPointF(10, 10), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    dialog.dropEvent(event)
    assert event.isAccepted()
    assert dialog.paths() == [one]


def test_what_a_drop_on_the_window_brings(tmp_path: Path) -> None:
    one, box = write_mail(tmp_path / "一.EML", 1), write_mbox(tmp_path / "b.mbox", 1)

    def drop(*urls: QUrl) -> list[Path]:
        mime = QMimeData()
        mime.setUrls(list(urls))
        return dropped_mail(mime)

    local = [QUrl.fromLocalFile(str(path)) for path in (one, box, tmp_path)]
    assert drop(*local) == [one, box, tmp_path]
    assert drop(*local, QUrl.fromLocalFile(str(tmp_path / "shot.png"))) == []
    assert drop(QUrl("https://mail.example/one.eml")) == []
    assert drop() == []


def test_without_an_own_address_the_dialog_warns(
    commands: ImportCommands, small: Sample, tmp_path: Path, qtbot: QtBot
) -> None:
    assert "mei@example.org" in commands.open().own_text()
    small.journal.accounts.edit(1, email="")
    assert "every mail would count as received" in commands.open().own_text()


def test_every_reason_of_the_mail_room_can_be_translated() -> None:
    import ast

    from casebook.gui.models import import_reasons
    from casebook.mail import importer
    from casebook.mail.formats import reasons

    said = {value for name, value in vars(reasons).items() if name.isupper()}
    for node in ast.walk(ast.parse(Path(str(importer.__file__)).read_text("utf-8"))):
        words = node.value if isinstance(node, ast.Constant) else None
        if isinstance(words, str) and re.match(r"this (file|is|message) ", words):
            said.add(words + "{reason}): the rest was imported without it" if words.endswith("(") else words)
    assert said == {*map(str, import_reasons.REASONS), *map(str, import_reasons.WITH_VALUE)}
    assert all("{reason}" in str(template) for template in import_reasons.WITH_VALUE)


def test_reasons_in_the_language_of_the_window(
    commands: ImportCommands, tmp_path: Path, appearance: Appearance, qtbot: QtBot
) -> None:
    from casebook.gui.models.import_reasons import reason_text

    appearance.use_language("zh")
    (tmp_path / "empty.eml").touch()
    dialog = commands.open([tmp_path / "empty.eml"])
    dialog.start.click()
    qtbot.waitUntil(lambda: "empty.eml" in dialog.report_text(), timeout=10_000)
    assert "文件为空" in dialog.report_text()
    assert "Is a folder" in reason_text(
        "this file cannot be read (Is a folder): copy it to this computer's disk and try again"
    )
