"""Transfers, losses and the further facts of firm, case, contact and exhibit, through the real window."""

from __future__ import annotations

from typing import TypeVar

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from casebook.gui import texts
from casebook.gui.commands.all import AllCommands
from casebook.gui.dialogs.annotate_dialog import AnnotateDialog
from casebook.gui.dialogs.case_dialog import CaseDialog
from casebook.gui.dialogs.contact_dialog import ContactDialog
from casebook.gui.dialogs.exhibit_dialog import ExhibitDialog
from casebook.gui.dialogs.exhibit_facts_dialog import ExhibitFactsDialog
from casebook.gui.dialogs.firm_dialog import FirmDialog
from casebook.gui.dialogs.money_dialogs import LossDialog, TransferDialog
from casebook.gui.main_window import MainWindow
from casebook.gui.models import history_words
from casebook.gui.panes.case_page import CasePage
from casebook.journal import Journal, Kind
from casebook.journal.records import Attachment, Exhibit
from casebook.journal.terms import Consent, LossKind, TransferKind
from casebook.journal.times import parse
from tests.conftest import finished

TXID = "5f2c0a9d7e41b8c3" * 4
Dialog = TypeVar("Dialog", bound=QWidget)


@pytest.fixture
def case_id(window: MainWindow, sample_journal: Journal) -> int:
    """The case with the most contacts, shown."""
    assert window.body is not None
    window.reminder.close()
    found = max(sample_journal.cases.rows(), key=lambda row: row.contacts).id
    window.body.show_case(found)
    return found


@pytest.fixture
def page(window: MainWindow, case_id: int) -> CasePage:
    assert window.body is not None
    return window.body.case_page


@pytest.fixture
def do(window: MainWindow) -> AllCommands:
    assert window.commands is not None
    return window.commands


@pytest.fixture
def shown(sample_journal: Journal, window: MainWindow, case_id: int) -> Exhibit:
    """The case's first exhibit."""
    return sample_journal.exhibits.of_case(case_id)[0]


def opened(kind: type[Dialog]) -> Dialog:
    """The one dialog of a kind that is on the screen."""
    (found,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]
    return found


def save(dialog: QDialog) -> None:
    dialog.accept()
    assert not dialog.isVisible()


def test_a_transfer_from_plus_to_undo(
    page: CasePage, window: MainWindow, sample_journal: Journal, case_id: int, shown: Exhibit
) -> None:
    page.side.moved.add.click()
    dialog = opened(TransferDialog)
    case = sample_journal.cases.get(case_id)
    assert (dialog.asset.text(), dialog.network.text()) == (case.asset, case.network)
    dialog.accept()
    assert "at least an amount" in dialog.notice.text()
    dialog.kind.setCurrentIndex(dialog.kind.findData(TransferKind.DEPOSIT.value))
    dialog.amount.setText("1,250.50")
    dialog.txid.setText(f" {TXID} ")
    dialog.made.set_moment(parse("2026-11-16 09:41", "Asia/Singapore"))
    dialog.exhibit.setCurrentIndex(dialog.exhibit.findData(shown.id))
    save(dialog)
    (made,) = sample_journal.transfers.of_case(case_id)
    assert (made.amount, made.txid, made.exhibit_id, made.kind) == ("1250.50", TXID, shown.id, TransferKind.DEPOSIT)
    (row,) = page.side.transfers.rows()
    assert row.title == f"Deposit · 1,250.50 {case.asset}"
    assert row.detail.startswith(f"{shown.label} · ")

    page.side.transfers.activated_id.emit(made.id)
    dialog = opened(TransferDialog)
    head = sample_journal.ledger.head().number
    save(dialog)
    assert sample_journal.ledger.head().number == head, "a save without a change is no entry"
    page.transfer_edit_requested.emit(made.id)
    dialog = opened(TransferDialog)
    dialog.status.setText("credited")
    save(dialog)
    changed = sample_journal.transfers.get(made.id)
    assert (changed.status, changed.made) == ("credited", made.made)

    page.transfer_remove_requested.emit(made.id)
    assert page.side.transfers.rows() == []
    window.actions_["undo"].trigger()
    (again,) = sample_journal.transfers.of_case(case_id)
    assert (again.txid, again.status, again.made) == (TXID, "credited", made.made)
    assert len(page.side.transfers.rows()) == 1


def test_a_loss_from_plus_to_undo(page: CasePage, window: MainWindow, sample_journal: Journal, case_id: int) -> None:
    page.side.claimed.add.click()
    dialog = opened(LossDialog)
    dialog.accept()
    assert "what was lost" in dialog.notice.text()
    dialog.what.setText("the withdrawal")
    dialog.accept()
    assert "How much" in dialog.notice.text()
    dialog.amount.setText("1250")
    dialog.rate.setText("0.9996")
    dialog.currency.setText("USD")
    save(dialog)
    (row,) = page.side.losses.rows()
    assert row.warn
    assert "rate without a source" in row.detail
    page.side.losses.activated_id.emit(row.id)
    dialog = opened(LossDialog)
    dialog.rate_source.setPlainText("daily close of an index")
    dialog.kind.setCurrentIndex(dialog.kind.findData(LossKind.FEE.value))
    save(dialog)
    (row,) = page.side.losses.rows()
    assert not row.warn
    page.loss_remove_requested.emit(row.id)
    assert sample_journal.losses.of_case(case_id) == []
    window.actions_["undo"].trigger()
    (again,) = sample_journal.losses.of_case(case_id)
    assert (again.what, again.kind, again.rate_source) == ("the withdrawal", LossKind.FEE, "daily close of an index")


def test_the_case_dialogs_second_page(page: CasePage, sample_journal: Journal, case_id: int) -> None:
    page.case_edit_requested.emit(case_id)
    dialog = opened(CaseDialog)
    assert [dialog.pages.tabText(n) for n in range(2)] == ["What happened", "For the dossier"]
    fields = dialog.dossier
    assert fields is not None
    spoke = [c for c in sample_journal.contacts.of_case(case_id) if c.direction != "out"]
    assert fields.final.count() == len(spoke) + 1
    fields.body.setText("an ombudsman")
    fields.proceedings.setText("none")
    fields.deadline.set_moment(parse("2026-12-21", "Asia/Singapore"))
    fields.deadline_source.setPlainText("terms 14.2")
    fields.final.setCurrentIndex(fields.final.findData(spoke[0].id))
    title = dialog.title.text()
    save(dialog)
    case = sample_journal.cases.get(case_id)
    assert (case.title, case.body, case.proceedings, case.deadline_source) == (
        *(title, "an ombudsman", "none", "terms 14.2"),
    )
    assert case.deadline == parse("2026-12-21", "Asia/Singapore")
    assert case.final_contact_id == spoke[0].id

    page.case_edit_requested.emit(case_id)
    dialog = opened(CaseDialog)
    head = sample_journal.ledger.head().number
    save(dialog)
    assert sample_journal.ledger.head().number == head, "a save without a change is no entry"


def test_the_further_facts_of_a_firm(page: CasePage, do: AllCommands, sample_journal: Journal, case_id: int) -> None:
    firm_id = sample_journal.cases.get(case_id).firm_id
    do.firm.edit(firm_id)
    dialog = opened(FirmDialog)
    dialog.legal_name.setText("Kestrel Exchange Pte. Ltd.")
    dialog.address.setPlainText("Complaints\n1 Sample Quay")
    save(dialog)
    firm = sample_journal.firms.get(firm_id)
    assert (firm.legal_name, firm.licence, firm.address) == (
        "Kestrel Exchange Pte. Ltd.",
        "",
        "Complaints\n1 Sample Quay",
    )


def test_a_contact_gets_a_role_and_a_translation(page: CasePage, sample_journal: Journal, case_id: int) -> None:
    contact = sample_journal.contacts.of_case(case_id)[0]
    page.contact_requested.emit(contact.id)
    opened(ContactDialog).annotate_requested.emit(contact.id)
    dialog = opened(AnnotateDialog)
    dialog.role.setText("supervisor")
    dialog.translation.setPlainText("审核中")
    save(dialog)
    after = sample_journal.contacts.get(contact.id)
    assert (after.role, after.translation, after.text, after.amended) == ("supervisor", "审核中", contact.text, False)


def test_opening_an_exhibit_marks_it_read_once(
    page: CasePage, window: MainWindow, sample_journal: Journal, shown: Exhibit, qtbot: QtBot
) -> None:
    assert shown.read_at is None
    page.exhibit_requested.emit(shown.id)
    qtbot.waitUntil(lambda: sample_journal.exhibits.get(shown.id).read_at is not None and not window.quick.jobs)
    first = sample_journal.exhibits.get(shown.id).read_at
    opened(ExhibitDialog).close()
    head = sample_journal.ledger.head().number
    page.exhibit_requested.emit(shown.id)
    qtbot.waitUntil(lambda: not window.quick.jobs)
    assert sample_journal.exhibits.get(shown.id).read_at == first
    assert sample_journal.ledger.head().number == head
    opened(ExhibitDialog).close()


def test_details_of_an_exhibit(page: CasePage, sample_journal: Journal, case_id: int, shown: Exhibit) -> None:
    page.exhibit_requested.emit(shown.id)
    opened(ExhibitDialog).facts_button.click()
    dialog = opened(ExhibitFactsDialog)
    assert not dialog.consent.isVisible(), "consent is asked for recordings only"
    dialog.origin.setPlainText("me, with my phone")
    dialog.url.setText("https://kestrel.example/w/1")
    dialog.dated_on.setText("yesterday")
    dialog.accept()
    assert "not a date" in dialog.notice.text()
    dialog.dated_on.setText("2026-11-16")
    dialog.translation.setPlainText("审核中")
    save(dialog)
    after = sample_journal.exhibits.get(shown.id)
    assert (after.origin, after.url, after.dated_on) == (
        "me, with my phone",
        "https://kestrel.example/w/1",
        "2026-11-16",
    )
    assert (after.translation, after.consent, after.file) == ("审核中", Consent.UNKNOWN, shown.file)
    opened(ExhibitDialog).close()

    heard = sample_journal.exhibits.add(case_id, Attachment("call.ogg", b"OggS", "audio/ogg")).made
    page.exhibit_facts_requested.emit(heard)
    dialog = opened(ExhibitFactsDialog)
    assert dialog.consent.isVisible()
    dialog.consent.setCurrentIndex(dialog.consent.findData(Consent.NOTICE.value))
    save(dialog)
    assert sample_journal.exhibits.get(heard).consent is Consent.NOTICE


def test_history_and_check_know_all_of_it(
    page: CasePage, sample_journal: Journal, case_id: int, shown: Exhibit
) -> None:
    made = sample_journal.transfers.add(case_id, amount="1", asset="BTC", made=parse("2026-11-16", "UTC")).made
    sample_journal.losses.add(case_id, "a fee", amount="2", kind=LossKind.FEE)
    sample_journal.redactions.add(
        shown.id, b"black", reason="a card number", areas=[], name="r.png", media_type="image/png"
    )
    sample_journal.answers.put(case_id, "silence:1", "a holiday")
    sample_journal.cases.edit(case_id, deadline=parse("2026-12-21", "UTC"))
    sample_journal.transfers.remove(made)
    events = sample_journal.history.of_case(case_id, limit=6)
    assert [history_words.sentence(event) for event in events] == [
        "Transfer taken out",
        "Case changed: Withdrawal on hold",
        "Finding of the gap report answered: a holiday",
        "Redacted copy made: a card number",
        "Loss noted: a fee",
        "Transfer noted: 1",
    ]
    told = {caption: after for caption, _before, after in history_words.details(events[1])}
    assert told == {"Next deadline": texts.full_time(parse("2026-12-21", "UTC"))}
    assert ("Kind", "", "Fee") in [(c, b, a.capitalize()) for c, b, a in history_words.details(events[4])]
    assert finished(sample_journal.verify()).ok
    assert {hit.kind for hit in sample_journal.search.find("card number")} == {str(Kind.REDACTION)}
