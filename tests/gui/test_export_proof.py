"""Signing, stamping and dividing a dossier from the window: the real service, the real parts, and what is said."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QComboBox, QWidget
from pytestqt.qtbot import QtBot

from casebook.dossier import verify
from casebook.gui.appearance import Appearance
from casebook.gui.commands.export import ExportCommands
from casebook.gui.dialogs.export_dialog import ExportDialog, Step
from casebook.gui.feed import Feed
from casebook.gui.worker import Worker
from casebook.journal.records import Attachment
from casebook.journal.terms import StampState
from casebook.settings import Settings
from tests.conftest import finished
from tests.dossier.service import Authority, Service, serve
from tests.gui.small_book import Sample


@pytest.fixture
def out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    folder = tmp_path / "out"
    folder.mkdir()
    return folder


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return Authority(tmp_path_factory.mktemp("authority"))


@pytest.fixture
def service(authority: Authority, monkeypatch: pytest.MonkeyPatch) -> Iterator[Service]:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    with serve(authority) as running:
        yield running


@pytest.fixture
def urls() -> list[QUrl]:
    return []


@pytest.fixture
def commands(
    small: Sample, feed: Feed, appearance: Appearance, out: Path, urls: list[QUrl], qtbot: QtBot
) -> Iterator[ExportCommands]:
    window = QWidget()
    qtbot.addWidget(window)
    worker, quick = Worker(small.journal.release), Worker(small.journal.release)
    settings = Settings(last_export_folder=str(out))
    yield ExportCommands(small.journal, feed, window, worker, quick, settings, appearance.theme, open_url=urls.append)
    for each in (worker, quick):
        each.close()


def choose(box: QComboBox, value: object) -> None:
    box.setCurrentIndex(box.findData(value))


def finish(dialog: ExportDialog, qtbot: QtBot) -> None:
    dialog.start.click()
    qtbot.waitUntil(lambda: dialog.made is not None or bool(dialog.notice_text()), timeout=60_000)
    assert dialog.made is not None, dialog.notice_text()


def test_signed_with_a_certificate_made_here(commands: ExportCommands, small: Sample, out: Path, qtbot: QtBot) -> None:
    dialog = commands.export(small.fees)
    assert dialog.step_text(Step.PROOF) == "not signed"
    choose(dialog.proof.how, "name")
    dialog.proof.name.setText("Mei Lin 林美")
    assert dialog.step_text(Step.PROOF) == "signed"
    finish(dialog, qtbot)
    assert "signed by Mei Lin 林美" in dialog.end.facts.text()
    verdict = finished(verify.check(out / "C-3 Fee charged twice"))
    assert verdict.ok
    assert any("Mei Lin 林美" in note for note in verdict.notes)
    listed = commands.list_exports(small.fees)
    assert "signed by Mei Lin 林美" in listed.told()


def test_a_wrong_passphrase_is_told_and_nothing_is_left(
    commands: ExportCommands, small: Sample, out: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "mine.p12").write_bytes(b"not a certificate")
    dialog = commands.export(small.fees)
    choose(dialog.proof.how, "file")
    assert "Choose the certificate file" in dialog.notice_text()
    dialog.proof.file.setText(str(tmp_path / "mine.p12"))
    dialog.proof.passphrase.setText("secret words")
    dialog.start.click()
    qtbot.waitUntil(lambda: "cannot be opened with this passphrase" in dialog.notice_text(), timeout=30_000)
    assert list(out.iterdir()) == []


def test_nobody_is_asked_until_it_is_chosen(
    commands: ExportCommands, small: Sample, service: Service, qtbot: QtBot
) -> None:
    dialog = commands.export(small.fees)
    dialog.proof.url.setText(service.url)
    assert dialog.choices().stamp_url == ""
    finish(dialog, qtbot)
    assert service.asked == []


def test_a_stamp_that_waits_is_asked_for_again(
    commands: ExportCommands, small: Sample, service: Service, qtbot: QtBot
) -> None:
    service.status = 503
    dialog = commands.export(small.fees)
    dialog.proof.stamp.setChecked(True)
    assert not dialog.start.isEnabled()
    dialog.proof.url.setText(service.url)
    finish(dialog, qtbot)
    assert "waits for the time stamp of 127.0.0.1" in dialog.end.facts.text()
    listed = commands.list_exports(small.fees)
    assert "127.0.0.1" in listed.stamp.text()
    listed.stamp.click()
    qtbot.waitUntil(listed.stamp.isEnabled, timeout=30_000)
    assert "127.0.0.1" in listed.answer_text()
    assert "waits" in listed.told()
    service.status = 200
    listed.stamp.click()
    qtbot.waitUntil(lambda: listed.answer_text() == "The time stamp came.", timeout=30_000)
    assert not listed.stamp.isVisibleTo(listed)
    assert "waits" not in listed.told()
    assert small.journal.exports.of_case(small.fees)[0].stamp is StampState.STAMPED


def test_the_parts_of_a_large_dossier(
    commands: ExportCommands, small: Sample, out: Path, urls: list[QUrl], qtbot: QtBot
) -> None:
    for number in range(4):
        content = bytes([number]) + bytes(range(256)) * 3000
        small.journal.exhibits.add(small.fees, Attachment(f"statement {number}.bin", content))
    dialog = commands.export(small.fees)
    choose(dialog.place.limit, -1)
    dialog.place.megabytes.setValue(2)
    finish(dialog, qtbot)
    parts = sorted(path.name for path in out.iterdir())
    assert len(parts) >= 2
    assert all(name.startswith("C-3 Fee charged twice-part-") for name in parts)
    assert all(str(out / name) in dialog.end.where.text() for name in parts)
    dialog.show_button.click()
    assert [Path(url.toLocalFile()) for url in urls] == [out]
    again = commands.export(small.fees)
    assert again.choices().part_size == 2_000_000
    assert "of this name already" in again.notice_text()
    choose(again.place.limit, 0)
    assert again.notice_text() == ""
