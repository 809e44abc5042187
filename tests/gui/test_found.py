"""What a contact names is offered in its dialog; a click records it, a cross waves it away, and that can be undone."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from casebook.gui.commands.contact import ContactCommands
from casebook.gui.feed import Feed
from casebook.gui.main_window import MainWindow
from casebook.gui.models import found_words
from casebook.gui.widgets.found_bar import FoundBar
from casebook.journal import Journal
from casebook.mail.filing.proposals.kinds import Proposal, ProposalKind
from tests.journal.makers import log
from tests.mail.test_proposals import TXID

TEXT = f"Withdrawal ID: W77310452, TxID {TXID}. You will receive it within 24 hours."


@pytest.fixture(autouse=True)
def quiet(window: MainWindow) -> None:
    """No reminder on the screen."""
    window.reminder.close()


@pytest.fixture
def contact(sample_journal: Journal) -> int:
    return log(sample_journal, sample_journal.cases.rows()[0].id, TEXT)


def chips(bar: FoundBar) -> list[str]:
    return [b.text() for b in bar.findChildren(QPushButton) if b.isVisibleTo(bar) and b.text().startswith("+ ")]


def test_a_chip_records_and_a_cross_waves_away(
    qtbot: QtBot, window: MainWindow, sample_journal: Journal, contact: int
) -> None:
    assert window.commands is not None
    commands = window.commands.contact
    dialog = commands.open(contact)
    bar = dialog.found
    case_id = sample_journal.contacts.get(contact).case_id
    assert case_id is not None
    assert [text.split()[1] for text in chips(bar)] == ["order", "TxID", "promise"]
    said: list[object] = []
    commands.said.connect(lambda _words, undo: said.append(undo))
    wave = next(b for b in bar.findChildren(QToolButton) if "W77310452" in b.accessibleName())
    wave.click()
    assert [text.split()[1] for text in chips(bar)] == ["TxID", "promise"]
    next(b for b in bar.findChildren(QPushButton) if b.text().startswith("+ TxID")).click()
    assert TXID in [reference.value for reference in sample_journal.references.of_case(case_id)]
    assert [text.split()[1] for text in chips(bar)] == ["promise"]
    (undo,) = said
    assert callable(undo)
    undo()
    commands._found.fill(bar, contact)
    assert [text.split()[1] for text in chips(bar)] == ["order", "promise"]
    next(b for b in bar.findChildren(QPushButton) if b.text().startswith("+ promise")).click()
    promise = sample_journal.promises.of_case(case_id)[-1]
    assert promise.contact_id == contact
    assert promise.due is not None
    dialog.close()


def test_the_sure_ones_go_in_together(window: MainWindow, sample_journal: Journal, contact: int) -> None:
    assert window.commands is not None
    bar = window.commands.contact.open(contact).found
    case_id = sample_journal.contacts.get(contact).case_id
    assert case_id is not None
    next(b for b in bar.findChildren(QPushButton) if not b.text().startswith("+ ")).click()
    assert {"W77310452", TXID} <= {r.value for r in sample_journal.references.of_case(case_id)}
    bar.window().close()


def test_what_is_in_no_case_is_only_told(qtbot: QtBot) -> None:
    bar = FoundBar()
    qtbot.addWidget(bar)
    bar.show_offers([Proposal(ProposalKind.TICKET, "998877", sure=True)], can_take=False)
    assert not bar.isHidden()
    assert chips(bar) == []
    bar.show_offers([], can_take=True)
    assert bar.isHidden()


def test_the_tip_says_how_sure_it_is() -> None:
    address = Proposal(ProposalKind.ADDRESS, "0x" + "a" * 40, network="Ethereum")
    assert "no checksum" in found_words.why(address)
    assert "…" in found_words.short(address)
    assert "0x" + "a" * 40 in found_words.why(address)


def test_the_commands_follow_a_casebook_opened_anew(window: MainWindow, feed: Feed, sample_journal: Journal) -> None:
    commands = ContactCommands(sample_journal, feed, window)
    commands.use(sample_journal)
    assert commands._found.journal is sample_journal
