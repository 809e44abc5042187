"""Importing mail in the window: files and drops, progress and cancel, and a report that tells everything."""

from __future__ import annotations

import csv
import re
import threading
import time
from base64 import b64encode
from email.message import EmailMessage
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, Qt, QTimer, QUrl
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from casebook.gui.appearance import Appearance
from casebook.gui.commands.import_mail import ImportCommands
from casebook.gui.dialogs.import_dialog import ImportDialog
from casebook.gui.dialogs.paste_mail_dialog import PasteMailDialog
from casebook.gui.feed import Feed
from casebook.gui.widgets.incoming.mail_drop import dropped_mail
from casebook.gui.worker import Worker
from casebook.journal import Changes
from casebook.journal.kinds.mail import Mails
from casebook.journal.listings import MailAdded
from casebook.mail import importer
from casebook.settings import Settings
from tests.gui.small_book import Sample
from tests.pace import allowed


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
    parts, first = [], write_mail(path.with_suffix(".part"), 0, subject="SUBJECT").read_bytes().rstrip(b"\n")
    for number in range(count):
        subject = b"=?utf-8?b?%s?=" % b64encode(f"提币 {number}".encode())
        raw = first.replace(b"SUBJECT", subject).replace(b"10:00:00", b"10:%02d:00" % (number % 60))
        raw = raw.replace(b"import-0@", b"import-%d@" % number)
        parts.append(b"From support@kestrel.example Thu Nov 19 10:00:00 2026\n" + raw + b"\n\n")
    path.with_suffix(".part").unlink()
    path.write_bytes(b"".join(parts))
    return path


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
    for expected in ("12 new message", "12 in this casebook already"):
        dialog = commands.open([box], small.fees)
        assert dialog.target.currentData() == small.fees
        dialog.start.click()
        qtbot.waitUntil(lambda d=dialog: "The mail is in." in d.report_text(), timeout=10_000)
        assert re.search(expected, dialog.report_text())
        dialog.close()
    assert len(small.journal.contacts.of_case(small.fees)) == 12


def test_cancel_keeps_what_was_read_and_a_second_import_goes_on(
    commands: ImportCommands, small: Sample, tmp_path: Path, heard: list[Changes], qtbot: QtBot, monkeypatch
) -> None:
    box, usual, batches, stopped = write_mbox(tmp_path / "large.mbox", 500), Mails.add, count(1), threading.Event()

    def held(*given: Any, **named: Any) -> MailAdded:
        """Record the second batch when Cancel was pressed, however fast the machine."""
        if next(batches) == 2:
            stopped.wait(100)
        return usual(*given, **named)

    monkeypatch.setattr(importer, "_BATCH_MAILS", 100)
    monkeypatch.setattr(Mails, "add", held)
    dialog = commands.open([box], small.fees)
    dialog.start.click()
    qtbot.waitUntil(lambda: len(small.journal.contacts.timeline(small.fees)) > 0, timeout=20_000)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    stopped.set()
    assert dialog.isVisible()  # it stays to tell what came of it
    qtbot.waitUntil(lambda: "Import stopped." in dialog.report_text(), timeout=20_000)
    kept = len(small.journal.contacts.timeline(small.fees))
    assert 0 < kept < 500
    assert small.fees in heard[-1].cases
    dialog.close()
    again = commands.open([box], small.fees)
    again.start.click()
    qtbot.waitUntil(lambda: "The mail is in." in again.report_text(), timeout=60_000)
    assert f"{kept} in this casebook already" in again.report_text()
    assert len(small.journal.contacts.timeline(small.fees)) == 500


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
    from casebook.mail import reader, reading
    from casebook.mail.formats import reasons

    said = {value for name, value in vars(reasons).items() if name.isupper()}
    sources = [Path(str(module.__file__)).read_text("utf-8") for module in (reader, reading)]
    for node in (node for source in sources for node in ast.walk(ast.parse(source))):
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


def looked(dialog: ImportDialog, qtbot: QtBot) -> ImportDialog:
    """Look inside, and return the dialog once it shows what it found."""
    dialog.look.click()
    qtbot.waitUntil(lambda: dialog.preview.isVisible() and bool(dialog.preview.counts_text()), timeout=20_000)
    return dialog


def test_a_look_inside_records_nothing_and_shows_what_would_happen(
    commands: ImportCommands, small: Sample, tmp_path: Path, qtbot: QtBot
) -> None:
    before = small.journal.ledger.head().number
    box = write_mbox(tmp_path / "all.mbox", 30)
    (tmp_path / "shot.jpg").write_bytes(b"\xff\xd8 no mail")
    dialog = looked(commands.open([box, tmp_path / "shot.jpg"]), qtbot)
    assert small.journal.ledger.head().number == before
    said = dialog.preview.counts_text()
    assert "30 message" in said
    assert "Kestrel Exchange (30)" in said
    assert "shot.jpg" in said
    assert dialog.preview.model.rowCount() == 30
    index = dialog.preview.model.index(0)
    assert "Kestrel" in str(index.data(dialog.preview.model.SecondRole))
    assert "waits in the inbox" in str(index.data(dialog.preview.model.ComesRole))
    dialog.choose_case(small.fees)
    assert f"C-{small.fees}" in str(index.data(dialog.preview.model.ComesRole))


def test_only_what_is_ticked_comes_in(commands: ImportCommands, small: Sample, tmp_path: Path, qtbot: QtBot) -> None:
    folder = tmp_path / "mail"
    folder.mkdir()
    for number in range(4):
        write_mail(folder / f"firm {number}.eml", number)
    for number in range(10, 16):
        write_mail(folder / f"club {number}.eml", number, sender="Garden Club <news@garden.example>")
    dialog = looked(commands.open([folder], small.fees), qtbot)
    page = dialog.preview
    page.related.setChecked(True)
    assert page.model.rowCount() == 4
    page.related.setChecked(False)
    page.search.setText("garden")
    qtbot.waitUntil(lambda: page.model.rowCount() == 6, timeout=5_000)
    page.model.tick_shown(on=False)
    assert "4 message" in page.ticked_text()
    page.view.setFocus()
    page.view.setCurrentIndex(page.model.index(2))
    qtbot.keyClick(page.view, Qt.Key.Key_Space)
    assert "5 message" in page.ticked_text()
    qtbot.keyClick(page.view, Qt.Key.Key_Space)
    dialog.start.click()
    qtbot.waitUntil(lambda: "The mail is in." in dialog.report_text(), timeout=20_000)
    assert len(small.journal.contacts.of_case(small.fees)) == 4
    again = looked(commands.open([folder], small.fees), qtbot)
    assert "4 in this casebook already" in again.preview.counts_text()
    again.preview.model.tick_shown(on=True)
    assert again.preview.model.counts()[1] == 6


def test_nothing_ticked_is_nothing_to_import(commands: ImportCommands, tmp_path: Path, qtbot: QtBot) -> None:
    dialog = looked(commands.open([write_mail(tmp_path / "one.eml", 1)]), qtbot)
    assert dialog.start.isEnabled()
    dialog.preview.model.tick_shown(on=False)
    assert not dialog.start.isEnabled()
    dialog.preview.model.tick_related()
    assert dialog.start.isEnabled()


def test_a_look_can_be_stopped(commands: ImportCommands, tmp_path: Path, qtbot: QtBot) -> None:
    dialog = commands.open([write_mbox(tmp_path / "large.mbox", 3000)])
    dialog.look.click()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: dialog.look.isVisible() and not dialog.preview.isVisible(), timeout=20_000)
    assert dialog.paths() == [tmp_path / "large.mbox"]
    looked(dialog, qtbot)
    assert dialog.preview.model.rowCount() == 3000


def test_a_pasted_mail_joins_the_list(commands: ImportCommands, small: Sample, tmp_path: Path, qtbot: QtBot) -> None:
    source = write_mail(tmp_path / "one.eml", 1).read_text("utf-8")
    dialog = commands.open()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow, timeout=5_000)
    dialog.choose.list.setFocus()
    QApplication.clipboard().setText("Hello, no headers here")
    with qtbot.waitSignal(dialog.choose.paste_requested):
        qtbot.keyClick(dialog.choose.list, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    asking = dialog.findChild(PasteMailDialog)
    assert asking is not None
    asking.accept()
    assert "headers of a mail" in asking.notice.text()
    asking.source.setPlainText(source)
    asking.accept()
    assert len(dialog.choose.chosen().pasted) == 1
    assert dialog.start.isEnabled()
    dialog.start.click()
    qtbot.waitUntil(lambda: "The mail is in." in dialog.report_text(), timeout=10_000)
    assert any(row.subject == "提币 1" for row in small.journal.inbox.waiting())
    dialog.choose.list.selectAll()


def test_the_report_is_searched_and_saved(
    commands: ImportCommands, small: Sample, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    folder = tmp_path / "mail"
    folder.mkdir()
    for number in range(5):
        write_mail(folder / f"{number}.eml", number)
    write_mail(folder / "formula.eml", 9, subject='=HYPERLINK("http://x.example")')
    (folder / "broken.eml").write_bytes(b"\x00 no mail")
    dialog = commands.open([folder], small.fees)
    dialog.start.click()
    page = dialog.report
    qtbot.waitUntil(lambda: page.model is not None and page.model.rowCount() == 1, timeout=10_000)
    assert "broken.eml" in dialog.report_text()
    page.part.setCurrentIndex(0)
    qtbot.waitUntil(lambda: page.model is not None and page.model.rowCount() == 7, timeout=10_000)
    page.search.setText("提币 3")
    qtbot.waitUntil(lambda: page.model is not None and page.model.rowCount() == 1, timeout=10_000)
    assert page.model is not None
    row = page.model.row(0)
    assert row is not None
    assert f"C-{small.fees}" in row.detail
    with qtbot.waitSignal(commands.contact_requested) as shown:
        page.view.activated.emit(page.model.index(0))
    assert shown.args == [small.fees, row.id]
    out = tmp_path / "report.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (str(out), ""))
    with qtbot.waitSignal(commands.said, timeout=10_000):
        page.save.click()
    lines = list(csv.reader(out.read_text("utf-8-sig").splitlines()))
    assert len(lines) == 1 + 7
    assert {line[0] for line in lines[1:]} == {"could not be read", "filed in a case"}
    assert not any(cell.startswith("=") for line in lines for cell in line), "a spreadsheet would run it"


def test_the_window_breathes_while_a_large_mailbox_is_looked_at(
    commands: ImportCommands, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = commands.open([write_mbox(tmp_path / "large.mbox", 2000)])
    gaps, last = list[float](), [time.thread_time()]

    def beat() -> None:
        now = time.thread_time()  # of this thread alone: the machine may be busy with other tests
        gaps.append(now - last[0])
        last[0] = now

    clock = QTimer(dialog, interval=10)
    clock.timeout.connect(beat)
    clock.start()
    looked(dialog, qtbot)
    clock.stop()
    assert dialog.preview.model.rowCount() == 2000
    assert sorted(gaps)[int(len(gaps) * 0.95)] < allowed(0.1)
