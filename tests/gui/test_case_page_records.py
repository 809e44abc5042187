"""What stands beside the timeline of a case: promises, requests, references, exhibits, mails, and what is next."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from casebook.gui.dialogs.exhibit_dialog import ExhibitDialog
from casebook.gui.main_window import MainWindow
from casebook.gui.panes.case_page import CasePage
from casebook.journal import Journal
from casebook.journal.records import Case
from casebook.journal.terms import (
    FollowUpState,
    PromiseState,
    ReferenceKind,
    RequestState,
)
from tests.gui.case_pages import case, dialog_of, page
from tests.gui.small_book import at, mail

__all__ = ["case", "page"]


def test_a_broken_promise_is_answered_once(
    page: CasePage, window: MainWindow, sample_journal: Journal, case: Case
) -> None:
    assert window.commands is not None
    form = window.commands.promise.add(case.id)
    form.words.setPlainText("Refund by Monday")
    form.due.set_moment(at(3))
    form.accept()
    promise = next(p for p in sample_journal.promises.of_case(case.id) if p.text == "Refund by Monday")
    (reminder,) = [f for f in sample_journal.follow_ups.of_case(case.id) if f.promise_id == promise.id]
    answer = window.commands.promise.answer(promise.id)
    answer.choices.button(1).setChecked(True)
    answer.note.setText("nothing came")
    answer.letter.setChecked(False)
    answer.accept()
    assert sample_journal.promises.get(promise.id).state is PromiseState.BROKEN
    assert sample_journal.follow_ups.get(reminder.id).state is FollowUpState.DONE
    row = next(row for row in page.side.promises.rows() if row.id == promise.id)
    assert row.warn
    assert not row.ring


def test_request_and_reference_and_ticket(
    page: CasePage, window: MainWindow, sample_journal: Journal, case: Case
) -> None:
    assert window.commands is not None
    request = window.commands.request.add(case.id)
    request.words.setPlainText("A photo of the card")
    request.accept()
    made = next(r for r in sample_journal.requests.of_case(case.id) if r.text == "A photo of the card")
    window.commands.request.supply(made.id).accept()
    assert sample_journal.requests.of_case(case.id)[-1].state is RequestState.SUPPLIED
    reference = window.commands.reference.add(case.id)
    tx = "0x" + "ab" * 32
    reference.value.setText(tx)
    reference.value.textEdited.emit(tx)
    assert reference.kind.currentData() == ReferenceKind.TXID
    reference.network.setText("Ethereum")
    reference.accept()
    kept = sample_journal.references.of_case(case.id)[-1]
    assert (kept.kind, kept.value, kept.network) == (ReferenceKind.TXID, tx, "Ethereum")
    ticket = window.commands.reference.add_ticket(case.id)
    ticket.number.setText("T-100000")
    ticket.accept()
    assert "T-100000" in page.header.line.text()


def test_click_copies_a_reference_letter_for_letter(
    qtbot: QtBot, page: CasePage, sample_journal: Journal, case: Case
) -> None:
    first = sample_journal.references.of_case(case.id)[0]
    rows = page.side.references
    rect = rows.visualRect(rows.model().index(0, 0))
    page.side.ensureWidgetVisible(rows)
    qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert QGuiApplication.clipboard().text() == first.value
    assert "✓" in rows.rows()[0].detail


def test_banner_leads_to_done(qtbot: QtBot, page: CasePage, sample_journal: Journal, case: Case) -> None:
    step = page.banner.step()
    assert step is not None
    assert step.follow_up_id
    assert page.banner.isVisible()
    qtbot.mouseClick(page.banner.done, Qt.MouseButton.LeftButton)
    assert sample_journal.follow_ups.get(step.follow_up_id).state is FollowUpState.DONE
    after = page.banner.step()
    assert after is None or after.follow_up_id != step.follow_up_id


def test_suggestion_of_the_guide_becomes_a_follow_up(
    qtbot: QtBot, page: CasePage, sample_journal: Journal, case: Case
) -> None:
    rows = page.side.follow_ups
    qtbot.waitUntil(lambda: any(row.id < 0 for row in rows.rows()))
    wanted = next(row for row in rows.rows() if row.id < 0)
    rows.activated_id.emit(wanted.id)
    made = sample_journal.follow_ups.of_case(case.id)[-1]
    assert made.rule
    assert made.explanation
    assert made.contact_id


def test_exhibit_opens_is_described_and_saved(
    qtbot: QtBot, page: CasePage, window: MainWindow, sample_journal: Journal, case: Case, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    exhibit = sample_journal.exhibits.of_case(case.id)[0]
    page.side.exhibits.activated_id.emit(exhibit.id)
    shown = dialog_of(ExhibitDialog)
    assert isinstance(shown, ExhibitDialog)
    assert exhibit.file.sha256 in shown.hash.toPlainText()
    qtbot.waitUntil(lambda: shown.views[0].has_picture)
    out = tmp_path / "copy.png"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(out), ""))
    shown.save_button.click()
    assert out.read_bytes() == sample_journal.exhibits.read(exhibit.file)
    shown.copy_button.click()
    assert QGuiApplication.clipboard().mimeData().hasImage()
    shown.forward.click()
    assert shown.exhibit_id() != exhibit.id
    assert window.commands is not None
    form = window.commands.exhibit.describe(exhibit.id)
    form.words.setText("The chat where they promised")
    form.accept()
    assert sample_journal.exhibits.get(exhibit.id).description == "The chat where they promised"
    shown.close()


def test_mail_can_be_saved_as_it_came(
    page: CasePage, window: MainWindow, sample_journal: Journal, case: Case, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    added = sample_journal.mail.add([mail(77, "提币/退款?", "We look into it.", at(-1))], case_id=case.id)
    window.feed.announce(added.changes)
    out = tmp_path / "it.eml"
    offered: list[str] = []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *args: (offered.append(args[2]) or str(out), ""))
    page.mail_save_requested.emit(added.contacts[0])
    assert out.read_bytes() == sample_journal.mail.raw(added.contacts[0])
    assert Path(offered[0]).name == "提币 退款.eml"


def test_dialogs_say_when_nothing_was_typed(window: MainWindow, page: CasePage, case: Case) -> None:
    assert window.commands is not None
    do = window.commands
    for dialog in (do.promise.add(case.id), do.request.add(case.id), do.reference.add(case.id)):
        dialog.accept()
        assert dialog.isVisible()
        assert dialog.notice.text()
        dialog.reject()
