"""Exporting a dossier in the window: made for real, refused in words, cancelled without a trace."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from casebook.dossier import verify
from casebook.gui.appearance import Appearance
from casebook.gui.commands.export import ExportCommands
from casebook.gui.dialogs.export_dialog import ExportDialog
from casebook.gui.feed import Feed
from casebook.gui.worker import Worker
from casebook.settings import Settings
from tests.conftest import finished
from tests.gui import small_book
from tests.gui.small_book import Sample


@pytest.fixture
def small(tmp_path: Path, qapp: QApplication) -> Iterator[Sample]:
    made = small_book.build(tmp_path / "small")
    yield made
    made.journal.close()


@pytest.fixture
def urls() -> list[QUrl]:
    """What the desktop was asked to open."""
    return []


@pytest.fixture
def out(tmp_path: Path) -> Path:
    folder = tmp_path / "out"
    folder.mkdir()
    return folder


@pytest.fixture
def settings(out: Path) -> Settings:
    return Settings(last_export_folder=str(out))


@pytest.fixture
def commands(
    small: Sample, feed: Feed, appearance: Appearance, settings: Settings, urls: list[QUrl], qtbot: QtBot
) -> Iterator[ExportCommands]:
    window = QWidget()
    qtbot.addWidget(window)
    worker = Worker(small.journal.release)
    yield ExportCommands(small.journal, feed, window, worker, settings, open_url=urls.append)
    worker.close()


def finish(dialog: ExportDialog, qtbot: QtBot) -> None:
    dialog.start.click()
    qtbot.waitUntil(lambda: dialog.made is not None, timeout=60_000)


def test_a_folder_that_checks_out(
    commands: ExportCommands, small: Sample, out: Path, settings: Settings, urls: list[QUrl], qtbot: QtBot
) -> None:
    dialog = commands.export(small.withdrawal)
    assert dialog.out() == out / "C-1 Withdrawal on hold"
    dialog.language.setCurrentIndex(dialog.language.findData("zh"))
    finish(dialog, qtbot)
    made = out / "C-1 Withdrawal on hold"
    assert finished(verify.check(made)).ok
    dialog.open_button.click()
    dialog.show_button.click()
    assert [Path(url.toLocalFile()) for url in urls] == [made / "dossier.pdf", made]
    assert (settings.report_language, settings.last_export_folder) == ("zh", str(out))


def test_one_zip(commands: ExportCommands, small: Sample, out: Path, urls: list[QUrl], qtbot: QtBot) -> None:
    dialog = commands.export(small.kyc)
    dialog.form.setCurrentIndex(dialog.form.findData(".zip"))
    assert dialog.out().name == "C-2 身份认证两次被拒.zip"
    finish(dialog, qtbot)
    with zipfile.ZipFile(out / "C-2 身份认证两次被拒.zip") as pack:
        assert any(name.endswith("dossier.pdf") for name in pack.namelist())
    assert not dialog.open_button.isVisible()  # a PDF inside a ZIP cannot be opened from here
    dialog.show_button.click()
    assert [Path(url.toLocalFile()) for url in urls] == [out]


def test_an_earlier_dossier_is_only_replaced_when_asked(
    commands: ExportCommands, small: Sample, out: Path, qtbot: QtBot
) -> None:
    finish(commands.export(small.fees), qtbot)
    again = commands.export(small.fees)
    assert not again.start.isEnabled()
    assert "of this name already" in again.notice_text()
    again.replace.setChecked(True)
    assert again.start.isEnabled()
    finish(again, qtbot)


def test_something_else_is_never_replaced(commands: ExportCommands, small: Sample, out: Path, qtbot: QtBot) -> None:
    diary = out / "C-3 Fee charged twice"
    diary.mkdir()
    (diary / "diary.txt").write_text("mine")
    dialog = commands.export(small.fees)
    dialog.replace.setChecked(True)
    dialog.start.click()
    qtbot.waitUntil(lambda: str(diary.name) in dialog.notice_text(), timeout=30_000)
    assert dialog.start.isVisible()
    assert (diary / "diary.txt").read_text() == "mine"


def test_cancel_leaves_nothing_behind(commands: ExportCommands, small: Sample, out: Path, qtbot: QtBot) -> None:
    dialog = commands.export(small.withdrawal)
    dialog.start.click()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    qtbot.waitUntil(lambda: "Nothing was left behind" in dialog.notice_text(), timeout=60_000)
    assert list(out.iterdir()) == []


def test_browsing_keeps_the_name(
    commands: ExportCommands, small: Sample, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_a, **_k: str(tmp_path))
    dialog = commands.export(small.withdrawal)
    dialog.browse()
    assert dialog.out() == tmp_path / "C-1 Withdrawal on hold"
    dialog.target.clear()
    assert not dialog.start.isEnabled()


def test_a_title_that_no_file_system_takes(commands: ExportCommands, small: Sample, out: Path, qtbot: QtBot) -> None:
    small.journal.cases.edit(small.fees, title='Fee: "a/b"? <twice> | once*')
    dialog = commands.export(small.fees)
    assert dialog.out() == out / "C-3 Fee a b twice once"


def test_for_the_firm_says_what_is_left_out(commands: ExportCommands, small: Sample, qtbot: QtBot) -> None:
    dialog = commands.export(small.fees)
    dialog.audience.setCurrentIndex(dialog.audience.findData("firm"))
    assert "Without your own notes" in dialog.audience_text()
    assert dialog.choice().audience == "firm"
