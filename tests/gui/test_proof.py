"""The check in the window: a cut ledger is shown, compared with an earlier dossier, and accepted with a reason."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from casebook.dossier import export
from casebook.gui.dialogs.check_dialog import CheckDialog
from casebook.gui.main_window import MainWindow
from casebook.journal import Journal
from tests.cli.test_proof import cut
from tests.conftest import HandClock, finished
from tests.gui.conftest import MakeWindow
from tests.journal.makers import log

_LONG = 30_000


@pytest.fixture
def known(tmp_path: Path) -> Path:
    return tmp_path / "keys"


@pytest.fixture
def book_with_tail(book: Path, known: Path, clock: HandClock, tmp_path: Path) -> Path:
    """A closed casebook, a dossier of it in `pack`, and one more contact after that in `later.zip`."""
    with Journal.create(book, clock, keys=known) as journal:
        case = journal.cases.add(journal.firms.add("Kestrel").made, "On hold").made
        log(journal, case, "one")
        finished(export.run(journal, case, tmp_path / "pack"))
        log(journal, case, "two")
        finished(export.run(journal, case, tmp_path / "later.zip"))
    return book


def checked(window: MainWindow, qtbot: QtBot) -> CheckDialog:
    assert window.commands is not None
    dialog = window.commands.check.verify()
    qtbot.waitUntil(dialog.is_over, timeout=_LONG)
    return dialog


def test_a_cut_ledger_is_shown_and_can_be_accepted_with_a_reason(
    make_window: MakeWindow, book_with_tail: Path, known: Path, clock: HandClock, qtbot: QtBot
) -> None:
    cut(book_with_tail, 1)
    with Journal.open(book_with_tail, clock, keys=known) as journal:
        window = make_window(journal)
        dialog = checked(window, qtbot)
        assert any("this computer saw entry" in line for line in dialog.lines())
        assert dialog.accept_button.isVisible()
        assert window.commands is not None
        form = window.commands.check.accept()
        form.save_button.click()
        assert "say why" in form.notice.text()
        form.reason.setPlainText("copied back from a stick")
        form.save_button.click()
        qtbot.waitUntil(lambda: dialog.is_over() and not dialog.lines(), timeout=_LONG)
        assert not dialog.accept_button.isVisible()
        assert [entry.what for entry in journal.ledger.entries()][-1] == "ledger.accepted"
        dialog.close()


@pytest.mark.parametrize(("chosen", "whole"), [("pack/MANIFEST.sha256", True), ("later.zip", False)])
def test_a_ledger_nobody_here_saw_is_compared_with_an_earlier_dossier(
    make_window: MakeWindow,
    book_with_tail: Path,
    clock: HandClock,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    chosen: str,
    whole: bool,
) -> None:
    cut(book_with_tail, 2)  # the second contact, and that a dossier was made of it
    moved = shutil.move(book_with_tail, tmp_path / "carried")
    with Journal.open(Path(moved), clock, keys=tmp_path / "another computer") as journal:
        window = make_window(journal)
        dialog = checked(window, qtbot)
        assert dialog.lines() == []
        assert dialog.compare.isVisible()
        assert not dialog.accept_button.isVisible()
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_words: (str(tmp_path / chosen), ""))
        dialog.compare.click()
        assert not dialog.is_over()
        qtbot.waitUntil(dialog.is_over, timeout=_LONG)
        assert (dialog.lines() == []) is whole
        assert whole or "later.zip names" in dialog.lines()[0]
        dialog.close()


def test_giving_up_the_choice_changes_nothing(
    make_window: MakeWindow, book_with_tail: Path, clock: HandClock, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Journal.open(book_with_tail, clock) as journal:
        dialog = checked(make_window(journal), qtbot)
        before = dialog.words()
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_words: ("", ""))
        dialog.compare.click()
        assert dialog.is_over()
        assert dialog.words() == before
        dialog.close()
