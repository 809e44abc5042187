"""The inbox: threads, where each seems to belong and why, and filing by one key."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, QObject, Qt
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from casebook.gui.commands.case import CaseCommands
from casebook.gui.commands.firm import FirmCommands
from casebook.gui.commands.mail import MailCommands
from casebook.gui.feed import Feed
from casebook.gui.models.inbox_model import InboxModel
from casebook.gui.panes import inbox
from casebook.gui.panes.inbox import InboxPane
from casebook.gui.theme import Theme
from casebook.gui.worker import Worker
from casebook.journal.incoming import Mark, NewMail
from casebook.journal.terms import CaseStatus
from casebook.mail.filing.known import names
from casebook.mail.filing.subjects import bare_subject
from tests.gui import small_book
from tests.gui.small_book import Sample, at, mail


@pytest.fixture
def small(tmp_path: Path, qapp: QApplication):
    made = small_book.build(tmp_path / "small")
    yield made
    made.journal.close()


class Spoken(QObject):
    """Keeps what the commands say."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.undo = None

    def hear(self, words: str, undo: object) -> None:
        self.words.append(words)
        self.undo = undo


@pytest.fixture
def spoken(qapp: QApplication) -> Spoken:
    return Spoken()


@pytest.fixture
def pane(small: Sample, feed: Feed, theme: Theme, worker: Worker, spoken: Spoken, qtbot: QtBot) -> InboxPane:
    made = InboxPane(small.journal, feed, theme)
    qtbot.addWidget(made)
    made.resize(1000, 640)
    made.show()
    firms = FirmCommands(small.journal, feed, made)
    cases = CaseCommands(small.journal, feed, made, firms)
    commands = MailCommands(small.journal, feed, made, cases)
    commands.said.connect(spoken.hear)
    made.file_requested.connect(commands.file)
    made.file_sure_requested.connect(commands.file_sure)
    made.choose_requested.connect(commands.choose)
    made.new_case_requested.connect(commands.new_case)
    made.discard_requested.connect(commands.discard)
    made.activateWindow()  # on a real screen keys reach only the active window
    qtbot.waitUntil(made.isActiveWindow)
    return made


def subjects(pane: InboxPane) -> list[str]:
    return [str(pane.model.index(row).data()) for row in range(pane.model.rowCount())]


def choose(pane: InboxPane, *rows: int) -> None:
    selection = pane.view.selectionModel()
    selection.clear()
    for row in rows:
        selection.select(pane.model.index(row), QItemSelectionModel.SelectionFlag.Select)
    selection.setCurrentIndex(pane.model.index(rows[-1]), QItemSelectionModel.SelectionFlag.NoUpdate)


def opened(pane: InboxPane, qtbot: QtBot) -> QDialog:
    """The dialog that was just opened, as the active window: before that the keys still belong to the pane."""
    (dialog,) = [w for w in pane.findChildren(QDialog) if w.isVisible()]
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def test_threads_stand_together_the_newest_first(pane: InboxPane) -> None:
    assert subjects(pane) == [
        "[T-99812] Withdrawal refused, order 88213",
        "提币被冻结",
        "you (Mei)",
        "Orca 客服",
        "(no subject)",
    ]
    assert pane.model.index(1).data(InboxModel.SecondRole) == "you (Mei), Orca 客服 · 2 mails · 1 attachment"


def test_a_suggestion_says_why(pane: InboxPane) -> None:
    assert pane.model.index(0).data(InboxModel.GuessRole) == (
        "? C-1 · Withdrawal on hold · names T-99812 · but from or to somebody new in the case"
    )
    assert pane.model.index(1).data(InboxModel.GuessRole) == ""  # another firm: one's own address proves nothing


def test_a_firm_with_one_open_case_is_a_suggestion(small: Sample, pane: InboxPane, feed: Feed) -> None:
    added = small.journal.mail.add(
        [mail(20, "Your request", "We are on it.", at(0, 1), sender="help@mail.kestrel.example", name="")], own=()
    )
    feed.announce(added.changes)
    guess = pane.model.index(0).data(InboxModel.GuessRole)
    assert guess == "? C-1 · Withdrawal on hold · the only open case with Kestrel Exchange"


def test_f_files_in_the_suggested_case(pane: InboxPane, small: Sample, spoken: Spoken, qtbot: QtBot) -> None:
    choose(pane, 0)
    assert pane.suggestions.isVisible()
    assert [button.text() for button in pane.suggestions.buttons] == ["File in C-1"]
    assert "names T-99812" in pane.suggestions.reasons[0].text()
    contact = pane.selected()[0]
    qtbot.keyClick(pane.view, Qt.Key.Key_F)
    assert small.journal.contacts.get(contact).case_id == small.withdrawal
    assert spoken.words == ["1 mail filed in C-1"]
    assert subjects(pane)[0] == "提币被冻结"
    assert pane.view.currentIndex().row() == 0


def test_without_a_suggestion_f_asks_and_typing_finds_the_case(pane: InboxPane, small: Sample, qtbot: QtBot) -> None:
    choose(pane, 1)
    assert not pane.suggestions.isVisible()
    ids = pane.selected()
    assert len(ids) == 2  # a thread stands for all of its mails
    qtbot.keyClick(pane.view, Qt.Key.Key_F)
    chooser = opened(pane, qtbot)
    qtbot.keyClicks(chooser.search, "charged north")
    qtbot.keyClick(chooser.search, Qt.Key.Key_Return)
    assert {small.journal.contacts.get(contact).case_id for contact in ids} == {small.fees}


def test_the_arrow_keys_move_in_the_chooser_while_one_types(pane: InboxPane, small: Sample, qtbot: QtBot) -> None:
    choose(pane, 4)
    ids = pane.selected()
    qtbot.keyClick(pane.view, Qt.Key.Key_Return)
    chooser = opened(pane, qtbot)
    second = chooser.list.model().index(1, 0).data(Qt.ItemDataRole.UserRole)
    qtbot.keyClick(chooser.search, Qt.Key.Key_Down)
    qtbot.keyClick(chooser.search, Qt.Key.Key_Return)
    assert small.journal.contacts.get(ids[0]).case_id == second


def test_a_new_case_takes_the_mails_with_it_in_one_step(pane: InboxPane, small: Sample, qtbot: QtBot) -> None:
    choose(pane, 1)
    ids = pane.selected()
    head = small.journal.ledger.head().number
    qtbot.keyClick(pane.view, Qt.Key.Key_N)
    dialog = opened(pane, qtbot)
    assert dialog.title.text() == "提币被冻结"
    dialog.firm.setCurrentText("Orca Markets")
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    case = small.journal.cases.rows(status=CaseStatus.OPEN)
    made = next(row for row in case if row.firm == "Orca Markets")
    assert {small.journal.contacts.get(contact).case_id for contact in ids} == {made.id}
    assert small.journal.exhibits.of_case(made.id)[0].label == "EX-1"
    assert small.journal.ledger.head().number > head


def test_escape_from_the_new_case_leaves_the_mails_waiting(pane: InboxPane, small: Sample, qtbot: QtBot) -> None:
    choose(pane, 1)
    before, head = len(small.journal.inbox.waiting()), small.journal.ledger.head()
    qtbot.keyClick(pane.view, Qt.Key.Key_N)
    dialog = opened(pane, qtbot)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert len(small.journal.inbox.waiting()) == before
    assert small.journal.ledger.head() == head


def test_discarding_several_can_be_taken_back(pane: InboxPane, small: Sample, spoken: Spoken, qtbot: QtBot) -> None:
    choose(pane, 0, 4)
    qtbot.keyClick(pane.view, Qt.Key.Key_Delete)
    assert spoken.words == ["2 mails discarded"]
    assert len(small.journal.inbox.waiting()) == 2
    spoken.undo()
    assert len(small.journal.inbox.waiting()) == 4
    assert len(subjects(pane)) == 5


def test_the_preview_shows_words_and_never_markup(pane: InboxPane) -> None:
    choose(pane, 4)
    assert pane.preview.words.toPlainText() == "Your statement is ready. <b>Log in</b> to read it."
    assert pane.preview.words.isReadOnly()


def test_the_empty_inbox_says_what_to_do(pane: InboxPane, small: Sample, feed: Feed, qtbot: QtBot) -> None:
    with qtbot.waitSignal(pane.count_changed, timeout=1000) as heard:
        feed.announce(small.journal.inbox.discard([row.contact_id for row in small.journal.inbox.waiting()]))
    assert heard.args == [0]
    assert not pane.view.isVisible()
    with qtbot.waitSignal(pane.import_requested, timeout=1000):
        pane.import_button.click()


@pytest.mark.parametrize(
    ("subject", "bare"),
    [
        ("Re: Re[2]: Hold", "Hold"),
        ("回复：答复: 提币", "提币"),
        ("FW: AW: x", "x"),
        ("Regarding x", "Regarding x"),
        ("", ""),
    ],
)
def test_marks_before_a_subject_are_left_out(subject: str, bare: str) -> None:
    assert bare_subject(subject) == bare


@pytest.mark.parametrize(
    ("firm", "address", "sender", "fits"),
    [
        ("Kestrel Exchange", "support@kestrel.example", "", True),
        ("Kestrel Exchange", "support@mail.kestrel.example", "Team", True),
        ("Kestrel Exchange", "x@kestrelly.example", "", False),
        ("Kestrel Exchange", "kestrel@mail.example", "", False),
        ("OK Pay", "x@ok.example", "", False),
        ("某某交易所", "x@mail.example", "某某交易所 客服", True),
    ],
)
def test_a_sender_goes_by_the_name_of_a_firm(firm: str, address: str, sender: str, fits: bool) -> None:
    assert names(firm, address, sender) is fits


def bring(small: Sample, feed: Feed, *mails: NewMail) -> list[int]:
    added = small.journal.mail.add(list(mails), place=lambda _mail, _thread: None)
    feed.announce(added.changes)
    return sorted(added.placed)


def row_of(pane: InboxPane, subject: str) -> int:
    return next(row for row, words in enumerate(subjects(pane)) if subject in words)


def test_enter_files_and_the_way_back_is_offered(
    pane: InboxPane, small: Sample, feed: Feed, spoken: Spoken, qtbot: QtBot
) -> None:
    (contact,) = bring(small, feed, mail(30, "Re: your case", "We go on.", at(0, 2)))
    small.journal.inbox.file([contact], small.withdrawal)
    (answer,) = bring(small, feed, mail(31, "Re: your case", "And on.", at(0, 3), answers=("m30@kestrel.example",)))
    choose(pane, row_of(pane, "your case"))
    assert str(pane.model.index(row_of(pane, "your case")).data(InboxModel.GuessRole)).startswith("→ C-1")
    qtbot.keyClick(pane.view, Qt.Key.Key_Return)
    assert small.journal.contacts.get(answer).case_id == small.withdrawal
    assert spoken.words == ["1 mail filed in C-1"]
    spoken.undo()
    assert small.journal.contacts.get(answer).case_id is None
    assert "back into the inbox" in spoken.words[-1]


def test_sure_ones_are_filed_together(pane: InboxPane, small: Sample, feed: Feed, spoken: Spoken, qtbot: QtBot) -> None:
    assert not pane.sure_button.isVisible()
    first, second, third = bring(
        small,
        feed,
        mail(40, "Your statement", "See below.", at(0, 2)),
        mail(41, "Re: Your statement", "And on.", at(0, 3), answers=("m40@kestrel.example",)),
        mail(42, "About T-99812", "Released.", at(0, 4)),
    )
    feed.announce(small.journal.inbox.file([first], small.withdrawal))
    assert pane.sure_button.isVisible()
    assert "3" in pane.sure_button.text()  # with the one that names the number, now that its sender wrote in the case
    qtbot.mouseClick(pane.sure_button, Qt.MouseButton.LeftButton)
    assert {small.journal.contacts.get(each).case_id for each in (second, third)} == {small.withdrawal}
    assert not pane.sure_button.isVisible()
    spoken.undo()
    assert small.journal.contacts.get(second).case_id is None


def test_an_impostor_is_not_filed_by_one_key(pane: InboxPane, small: Sample, feed: Feed, qtbot: QtBot) -> None:
    (contact,) = bring(small, feed, mail(50, "[T-99812] Confirm", "Click.", at(0, 5), sender="support@kestre1.example"))
    choose(pane, row_of(pane, "Confirm"))
    assert "look at the sender" in pane.suggestions.reasons[0].text()
    qtbot.keyClick(pane.view, Qt.Key.Key_Return)
    chooser = opened(pane, qtbot)
    assert small.journal.contacts.get(contact).case_id is None
    chooser.reject()


def test_a_case_of_a_thread_takes_what_the_mails_name_as_far_as_it_is_ticked(
    pane: InboxPane, small: Sample, feed: Feed, qtbot: QtBot
) -> None:
    txid = "9f3c6a1b0d5e4f7788990a1b2c3d4e5f60718293a4b5c6d7e8f901122334455a"
    words = f"Your ticket number: 55120713\nTxID: {txid}\nAmount: 300 USDT"
    (contact,) = bring(
        small,
        feed,
        replace(
            mail(60, "Deposit missing", words, at(-1, 5), sender="help@curlew.example", name="Curlew Exchange Support"),
            marks=(Mark("any", "55120713"),),
        ),
    )
    choose(pane, row_of(pane, "Deposit missing"))
    qtbot.keyClick(pane.view, Qt.Key.Key_N)
    dialog = opened(pane, qtbot)
    assert (dialog.firm.currentText(), dialog.title.text()) == ("Curlew Exchange", "Deposit missing")
    assert dialog.problem.moment().utc == at(-1, 5).utc
    assert (dialog.amount.text(), dialog.asset.currentText()) == ("300", "USDT")
    assert {proposal.value for _, proposal in dialog.chosen_found()} == {txid, "300"}  # a bare label leaves doubt
    items = {dialog.found.item(row).text().split()[0]: dialog.found.item(row) for row in range(dialog.found.count())}
    items["ticket"].setCheckState(Qt.CheckState.Checked)
    items["amount"].setCheckState(Qt.CheckState.Unchecked)
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    case = small.journal.contacts.get(contact).case_id
    assert small.journal.firms.get(small.journal.cases.get(case).firm_id).name == "Curlew Exchange"
    assert [(ticket.number, ticket.contact_id) for ticket in small.journal.tickets.of_case(case)] == [
        ("55120713", contact)
    ]
    assert [(each.value, each.contact_id) for each in small.journal.references.of_case(case)] == [(txid, contact)]


def test_where_very_many_wait_they_are_matched_in_the_background(
    small: Sample, feed: Feed, theme: Theme, worker: Worker, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inbox, "_FEW", 2)
    made = InboxPane(small.journal, feed, theme, worker)
    qtbot.addWidget(made)
    made.show()
    assert made.model.rowCount() == 0, "nobody waits for it"
    assert "Reading" in made._summary.text()
    qtbot.waitUntil(lambda: made.model.rowCount() > 0 and not worker.jobs)
    rows, first = made.model.rowCount(), made.model.line(made.model.index(0)).shown.contact_id
    made.view.setCurrentIndex(made.model.index(0))
    feed.announce(small.journal.inbox.discard([first]))
    assert worker.jobs, "it is read again"
    assert made.model.rowCount() < rows, "what is gone goes at once"
    assert not made.model.find(first).isValid()
    assert made.view.currentIndex().row() == 0, "the row that moved up is the current one"
    qtbot.waitUntil(lambda: not worker.jobs)
    made.view.selectAll()
    assert sorted(made.selected()) == sorted(row.contact_id for row in small.journal.inbox.waiting())
    qtbot.keyClick(made.view, Qt.Key.Key_Home)
    qtbot.keyClick(made.view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert len(made.view.selectionModel().selectedRows()) == 2
