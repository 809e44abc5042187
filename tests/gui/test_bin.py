"""Deleting needs no question, because a click takes it back; the bin shows what is left of the time for that."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from casebook.gui.dialogs.bin_dialog import BinDialog
from casebook.gui.main_window import MainWindow
from casebook.journal import Journal
from casebook.journal.changes import Kind


@pytest.fixture(autouse=True)
def no_reminder(window: MainWindow) -> None:
    window.reminder.hide()


def longest(journal: Journal) -> int:
    return max(journal.cases.rows(), key=lambda row: row.contacts).id


def said(window: MainWindow) -> list[tuple[str, Callable[[], object] | None]]:
    heard: list[tuple[str, Callable[[], object] | None]] = []
    assert window.commands is not None
    window.commands.said.connect(lambda words, back: heard.append((words, back)))
    return heard


def bin_dialog() -> BinDialog:
    return next(w for w in QApplication.topLevelWidgets() if isinstance(w, BinDialog) and w.isVisible())


def test_a_deleted_case_leaves_the_window_and_comes_back(
    window: MainWindow, sample_journal: Journal, qtbot: QtBot
) -> None:
    assert window.body is not None
    heard, case_id = said(window), longest(sample_journal)
    window.body.show_case(case_id)
    before = sample_journal.cases.counts()
    window.actions_["delete_case"].trigger()
    assert sample_journal.cases.counts() != before
    assert window.body.case_id != case_id
    assert case_id not in [row.id for row in sample_journal.cases.rows()]
    words, back = heard[-1]
    assert words == f"C-{case_id} is in the bin"
    assert back is not None
    back()
    assert sample_journal.cases.counts() == before
    window.body.show_case(case_id)
    assert window.body.case_id == case_id


def test_contacts_and_exhibits_go_and_come_back_one_by_one(window: MainWindow, sample_journal: Journal) -> None:
    assert window.body is not None
    heard, case_id = said(window), longest(sample_journal)
    window.body.show_case(case_id)
    page = window.body.case_page
    exhibit = sample_journal.exhibits.of_case(case_id)[0]
    page.exhibit_delete_requested.emit(exhibit.id)
    assert exhibit.id not in [each.id for each in sample_journal.exhibits.of_case(case_id)]
    contact = sample_journal.contacts.of_case(case_id)[-1]
    count = page.model.rowCount()
    page.contact_delete_requested.emit(contact.id)
    assert page.model.rowCount() < count
    for _words, back in heard[::-1]:
        assert back is not None
        back()
    assert page.model.rowCount() == count
    assert sample_journal.exhibits.of_case(case_id)[0] == exhibit


def test_the_bin_puts_back_and_is_emptied_only_after_a_question(
    window: MainWindow, sample_journal: Journal, monkeypatch, qtbot: QtBot
) -> None:
    assert window.body is not None
    first, *_, last = sample_journal.cases.rows()
    sample_journal.bin.delete_case(first.id)
    sample_journal.bin.delete_case(last.id)
    window.actions_["bin"].trigger()
    dialog = bin_dialog()
    assert dialog.contents.model().rowCount() == 2
    assert f"C-{last.id}" in str(dialog.contents.model().index(0, 0).data())
    dialog.put_back.click()
    assert [each.id for each in sample_journal.bin.contents()] == [first.id]
    assert sample_journal.cases.get(last.id).deleted_at is None
    answers = iter(["Keep", "Erase"])

    def answer(box: QMessageBox) -> int:
        wanted = next(answers)
        next(button for button in box.buttons() if button.text() == wanted).click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", answer)
    dialog.empty.click()
    assert len(sample_journal.bin.contents()) == 1
    dialog.empty.click()
    assert sample_journal.bin.contents() == []
    assert not dialog.contents.isVisible()
    assert not dialog.put_back.isVisible()
    entries = sample_journal.history.of_record(Kind.CASE, first.id)
    assert entries[0].what == "case.erased"
    dialog.close()
