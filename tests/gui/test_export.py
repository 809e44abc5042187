"""Exporting a dossier in the window: made for real, refused in words, cancelled without a trace."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QComboBox, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from casebook.dossier import verify
from casebook.gui.appearance import Appearance
from casebook.gui.commands.export import ExportCommands
from casebook.gui.dialogs.export_dialog import ExportDialog, Step
from casebook.gui.feed import Feed
from casebook.gui.worker import Worker
from casebook.journal import Changes
from casebook.journal.terms import Channel, Direction
from casebook.settings import Settings
from tests.conftest import finished
from tests.gui.small_book import Sample, at


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
    worker, quick = Worker(small.journal.release), Worker(small.journal.release)
    made = ExportCommands(small.journal, feed, window, worker, quick, settings, appearance.theme, open_url=urls.append)
    yield made
    made.close_previews()
    for each in (worker, quick):
        each.close()


def finish(dialog: ExportDialog, qtbot: QtBot) -> None:
    dialog.start.click()
    qtbot.waitUntil(lambda: dialog.made is not None or bool(dialog.notice_text()), timeout=60_000)
    assert dialog.made is not None, dialog.notice_text()


def choose(box: QComboBox, value: object) -> None:
    box.setCurrentIndex(box.findData(value))


def looked(dialog: ExportDialog, qtbot: QtBot) -> None:
    """Wait until the record was looked through."""
    qtbot.waitUntil(lambda: "looking" not in dialog.step_text(Step.GAPS), timeout=30_000)


def test_a_folder_that_checks_out(
    commands: ExportCommands, small: Sample, out: Path, settings: Settings, urls: list[QUrl], qtbot: QtBot
) -> None:
    dialog = commands.export(small.withdrawal)
    assert dialog.out() == out / "C-1 Withdrawal on hold"
    choose(dialog.reader.language, "zh")
    finish(dialog, qtbot)
    made = out / "C-1 Withdrawal on hold"
    assert finished(verify.check(made)).ok
    dialog.open_button.click()
    dialog.show_button.click()
    assert [Path(url.toLocalFile()) for url in urls] == [made / "dossier.pdf", made]
    assert (settings.report_language, settings.last_export_folder) == ("zh", str(out))


def test_one_zip(commands: ExportCommands, small: Sample, out: Path, urls: list[QUrl], qtbot: QtBot) -> None:
    dialog = commands.export(small.kyc)
    choose(dialog.place.ending, ".zip")
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
    again.place.replace.setChecked(True)
    assert again.start.isEnabled()
    finish(again, qtbot)


def test_something_else_is_never_replaced(commands: ExportCommands, small: Sample, out: Path, qtbot: QtBot) -> None:
    diary = out / "C-3 Fee charged twice"
    diary.mkdir()
    (diary / "diary.txt").write_text("mine")
    dialog = commands.export(small.fees)
    dialog.place.replace.setChecked(True)
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
    dialog.place.browse()
    assert dialog.out() == tmp_path / "C-1 Withdrawal on hold"
    dialog.place.target.clear()
    assert not dialog.start.isEnabled()


def test_a_title_that_no_file_system_takes(commands: ExportCommands, small: Sample, out: Path, qtbot: QtBot) -> None:
    small.journal.cases.edit(small.fees, title='Fee: "a/b"? <twice> | once*')
    dialog = commands.export(small.fees)
    assert dialog.out() == out / "C-3 Fee a b twice once"


def test_for_the_firm_says_what_is_left_out(commands: ExportCommands, small: Sample, qtbot: QtBot) -> None:
    dialog = commands.export(small.fees)
    choose(dialog.reader.audience, "firm")
    assert "Without your own notes" in dialog.reader.audience_text()
    assert dialog.choices().audience == "firm"


def test_each_step_says_what_is_chosen_there(commands: ExportCommands, small: Sample, qtbot: QtBot) -> None:
    dialog = commands.export(small.withdrawal)
    looked(dialog, qtbot)
    assert dialog.step_text(Step.READER) == "an outsider"
    assert dialog.step_text(Step.CONTENTS).startswith("1 exhibit")
    assert dialog.step_text(Step.PLACE) == "C-1 Withdrawal on hold"
    dialog.reader.recipient.setText("Financial Ombudsman")
    choose(dialog.proof.how, "name")
    assert dialog.step_text(Step.READER) == "Financial Ombudsman"
    assert "Give the name to sign with." in dialog.notice_text()
    assert not dialog.start.isEnabled()
    dialog.proof.name.setText("Mei Lin")
    assert dialog.start.isEnabled()
    choices = dialog.choices()
    assert (choices.recipient, choices.signing and choices.signing.name) == ("Financial Ombudsman", "Mei Lin")


def test_keys_go_from_step_to_step(commands: ExportCommands, small: Sample, qtbot: QtBot) -> None:
    dialog = commands.export(small.withdrawal)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    for expected in (Step.CONTENTS, Step.GAPS, Step.PROOF, Step.PLACE, Step.READER):
        qtbot.keyClick(dialog, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
        assert dialog.steps.step() == expected
    qtbot.keyClick(dialog, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    assert dialog.steps.step() == Step.PLACE


def test_a_finding_that_stops_is_heard_of_and_answered(commands: ExportCommands, small: Sample, qtbot: QtBot) -> None:
    dialog = commands.export(small.withdrawal)
    looked(dialog, qtbot)
    assert dialog.start.isEnabled()
    words = "legal winner thank year wave sausage worth useful legal winner thank yellow"
    commands.write(lambda: log(small, f"My seed phrase is {words}"))
    qtbot.waitUntil(lambda: not dialog.start.isEnabled(), timeout=30_000)
    assert "stop" in dialog.step_text(Step.GAPS)
    assert "Answer the findings" in dialog.notice_text()
    asked: list[tuple[int, str]] = []
    commands.answer_requested.connect(lambda case_id, key: asked.append((case_id, key)))
    finding = next(f for f in dialog.gaps.findings() if f.stops)
    dialog.gaps.choose(finding.key)
    dialog.gaps.answer.click()
    assert asked == [(small.withdrawal, finding.key)]
    commands.write(lambda: small.journal.answers.put(small.withdrawal, finding.key, "An example, not mine."))
    qtbot.waitUntil(dialog.start.isEnabled, timeout=30_000)


def test_characters_without_a_shape_are_named_beforehand(commands: ExportCommands, small: Sample, qtbot: QtBot) -> None:
    dialog = commands.export(small.withdrawal)
    looked(dialog, qtbot)
    assert dialog.contents.codes_text() == ""
    commands.write(lambda: log(small, "invoice\u202efdp.exe"))
    qtbot.waitUntil(lambda: bool(dialog.contents.codes_text()), timeout=30_000)
    assert "〔U+202E〕 RIGHT-TO-LEFT OVERRIDE ×1" in dialog.contents.codes_text()


def log(small: Sample, text: str) -> Changes:
    """Write down one more contact."""
    return small.journal.contacts.log(
        small.withdrawal, channel=Channel.CHAT, direction=Direction.IN, happened=at(-0.1), text=text
    )


def test_the_end_says_what_changed_since_the_last_one(
    commands: ExportCommands, small: Sample, out: Path, settings: Settings, qtbot: QtBot
) -> None:
    first = commands.export(small.withdrawal)
    first.reader.recipient.setText("Ombudsman")
    looked(first, qtbot)
    finish(first, qtbot)
    assert first.end.changes_text() == ""
    first.close()
    small.clock.tick(hours=1)
    commands.write(lambda: log(small, "Still nothing."))
    second = commands.export(small.withdrawal)
    second.reader.recipient.setText("ombudsman")
    second.place.target.setText(str(out / "second.zip"))
    looked(second, qtbot)
    finish(second, qtbot)
    assert "Since the last one for Ombudsman" in second.end.changes_text()
    assert "1 contact" in second.end.changes_text()
    assert settings.report_as == ".zip"
    listed = commands.list_exports(small.withdrawal)
    assert listed.entries.model().rowCount() == 2
    assert "second.zip" in listed.told()
    assert "Nothing changed in the record." in listed.told()
    listed.entries.setCurrentIndex(listed.entries.model().index(1, 0))
    assert "1 contact" in listed.told()


def test_no_dossier_yet(commands: ExportCommands, small: Sample) -> None:
    listed = commands.list_exports(small.kyc)
    assert "No dossier was made" in listed.told()
    assert not listed.entries.isVisible()


def test_what_was_chosen_is_there_the_next_time(
    commands: ExportCommands, small: Sample, out: Path, settings: Settings, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = commands.export(small.fees)
    for box, value in (
        (dialog.reader.audience, "firm"),
        (dialog.reader.form, "short"),
        (dialog.reader.language, "zh"),
        (dialog.reader.paper, "letter"),
        (dialog.place.ending, ".zip"),
    ):
        choose(box, value)
    finish(dialog, qtbot)
    settings.save(tmp_path / "settings.json")
    kept = Settings.load(tmp_path / "settings.json")
    assert kept == settings
    again = commands.export(small.fees)
    chosen = again.choices()
    assert (chosen.audience, chosen.form, chosen.language, chosen.paper) == ("firm", "short", "zh", "letter")
    assert again.out().suffix == ".zip"
    assert not again.proof.stamp.isChecked()
