"""The activity of a case: every verb has words in both languages, and the earlier words are one click away."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from casebook.gui.dialogs.history_dialog import HistoryDialog
from casebook.gui.models import history_words
from casebook.gui.models.history_model import HistoryModel
from casebook.gui.theme import Theme
from casebook.journal import Journal
from casebook.journal.terms import PromiseState
from tests.journal.makers import log, picture

JOURNAL = Path(__file__).parent.parent.parent / "casebook" / "journal"


def test_every_verb_of_the_ledger_has_a_sentence() -> None:
    known = set(history_words._SENTENCES)
    text = "\n".join(path.read_text("utf-8") for path in JOURNAL.rglob("*.py"))
    verbs = {
        verb
        for verb in re.findall(r'"([a-z_]+\.[a-z][a-z-]+)"', text)
        if not verb.endswith((".json", ".jsonl", ".db", ".seal", ".lock", ".keys", ".csv", ".sha"))
    }
    assert len(verbs) > 30
    assert verbs <= known, verbs - known
    assert {f"promise.{state}" for state in PromiseState} <= known


def words(dialog: HistoryDialog) -> str:
    page = dialog._place.widget()
    return "\n".join(label.text() for label in page.findChildren(QLabel))


@pytest.fixture
def dialog(qtbot: QtBot, journal: Journal, case_id: int) -> HistoryDialog:
    contact = log(journal, case_id, "Released <b>tomorrow</b>", attachments=[picture()], tickets=["T-1"])
    journal.contacts.amend(contact, "I misread it", text="Released on Monday")
    journal.cases.close(case_id, "paid")
    made = HistoryDialog(
        "C-1", HistoryModel(lambda before, limit: journal.history.of_case(case_id, before, limit)), Theme()
    )
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_earlier_words_are_one_click_away(dialog: HistoryDialog) -> None:
    model = dialog.entries.model()
    assert isinstance(model, HistoryModel)
    titles = [model.row(number).title for number in range(model.rowCount())]  # type: ignore[union-attr]
    assert titles[0].startswith("Case closed")
    assert any(title.startswith("Exhibit added (EX-1)") for title in titles)
    dialog.entries.setCurrentIndex(model.index(next(n for n, title in enumerate(titles) if "amended" in title)))
    shown = words(dialog)
    assert "Released <b>tomorrow</b>" in shown
    assert "→ Released on Monday" in shown


def test_a_long_history_is_read_page_by_page(qtbot: QtBot, journal: Journal, case_id: int) -> None:
    for number in range(230):
        log(journal, case_id, f"line {number}")
    model = HistoryModel(lambda before, limit: journal.history.of_case(case_id, before, limit))
    assert model.rowCount() == 200
    dialog = HistoryDialog("C-1", model, Theme())
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.entries.scrollToBottom()
    qtbot.waitUntil(lambda: model.rowCount() == 231)
    assert not model.canFetchMore(model.index(-1))
    numbers = [model.event_at(row).number for row in range(model.rowCount())]  # type: ignore[union-attr]
    assert numbers == sorted(numbers, reverse=True)
