"""Dialogs of cases, firms, accounts and follow-ups: what they write, what they refuse, and that no word is lost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt, QTime
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from casebook.gui.appearance import Appearance
from casebook.gui.commands.case import CaseCommands
from casebook.gui.commands.export import ExportCommands
from casebook.gui.commands.firm import FirmCommands
from casebook.gui.commands.follow_up import FollowUpCommands
from casebook.gui.commands.import_mail import ImportCommands
from casebook.gui.commands.mail import MailCommands
from casebook.gui.feed import Feed
from casebook.gui.theme import Theme
from casebook.gui.worker import Worker
from casebook.guide import Guide
from casebook.journal.terms import CaseStatus, Category, FirmKind, FollowUpState
from casebook.journal.times import Precision
from casebook.settings import Settings
from tests.gui import small_book
from tests.gui.small_book import NOW, Sample


class Desk:
    """All the commands at hand, on a window that is only a parent."""

    def __init__(self, small: Sample, feed: Feed, guide: Guide, worker: Worker, window: QWidget, look: Theme) -> None:
        self.small, self.journal, self.window = small, small.journal, window
        self.firm = FirmCommands(small.journal, feed, window)
        self.case = CaseCommands(small.journal, feed, window, self.firm)
        self.follow_up = FollowUpCommands(small.journal, feed, window, guide)
        self.mail = MailCommands(small.journal, feed, window, self.case)
        self.imports = ImportCommands(small.journal, feed, window, worker, worker, Settings(), look)
        self.export = ExportCommands(small.journal, feed, window, worker, worker, Settings(), look)
        self.said: list[tuple[str, object]] = []
        for group in (self.firm, self.case, self.follow_up, self.mail):
            group.said.connect(lambda words, undo: self.said.append((words, undo)))


@pytest.fixture
def desk(small: Sample, feed: Feed, guide: Guide, worker: Worker, appearance: Appearance, qtbot: QtBot) -> Desk:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return Desk(small, feed, guide, worker, window, appearance.theme)


def press(qtbot: QtBot, button: QAbstractButton) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def ready(qtbot: QtBot, dialog: QDialog) -> None:
    """Wait until a dialog is the active window, as it is for a user: only then do its keys work."""
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)


# ---- cases -----------------------------------------------------------------------------------------------------------


def test_a_new_case_with_a_new_firm(desk: Desk, qtbot: QtBot) -> None:
    dialog = desk.case.new()
    qtbot.keyClicks(dialog.firm.lineEdit(), "Orca Markets")
    dialog.firm_kind.setCurrentIndex(dialog.firm_kind.findData("broker"))
    qtbot.keyClicks(dialog.firm_country, "sg")
    qtbot.keyClicks(dialog.title, "Deposit not credited")
    dialog.category.setCurrentIndex(dialog.category.findData("deposit"))
    qtbot.keyClicks(dialog.amount, "1,250.50")
    dialog.asset.setCurrentText("USDT")
    dialog.claim.setPlainText("It has 60 confirmations.")
    dialog.remedy.setPlainText("Credit it.")
    dialog.problem.set_moment(small_book.at(-2, 4))
    with qtbot.waitSignal(desk.case.case_made, timeout=1000) as made:
        ready(qtbot, dialog)
        qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    case = desk.journal.cases.get(made.args[0])
    firm = desk.journal.firms.get(case.firm_id)
    assert (firm.name, firm.kind, firm.country) == ("Orca Markets", FirmKind.BROKER, "SG")
    assert (case.title, case.category, case.amount, case.asset) == (
        "Deposit not credited",
        Category.DEPOSIT,
        "1250.50",
        "USDT",
    )
    assert (case.claim, case.remedy) == ("It has 60 confirmations.", "Credit it.")
    assert case.problem == small_book.at(-2, 4)


def test_a_known_firm_is_taken_whatever_the_case_of_its_letters(desk: Desk, qtbot: QtBot) -> None:
    dialog = desk.case.new()
    dialog.firm.setCurrentText("kestrel exchange")
    dialog.title.setText("Second case")
    assert dialog.account.count() == 2
    press(qtbot, dialog.save_button)
    assert len(desk.journal.firms.all()) == 2
    made = desk.journal.cases.get(max(row.id for row in desk.journal.cases.rows()))
    assert made.account_id == desk.journal.accounts.all(made.firm_id)[0].id  # the only one: nobody has to choose it
    desk.journal.cases.edit(made.id, account_id=None)
    assert desk.case.edit(made.id).account.currentData() == 0  # what was left out of an old case stays so


def test_what_is_missing_is_said_in_words_and_marked(desk: Desk, qtbot: QtBot) -> None:
    dialog = desk.case.new()
    press(qtbot, dialog.save_button)
    assert dialog.isVisible()
    assert "Type the name of the firm" in dialog.notice.text()
    dialog.firm.setCurrentText("Kestrel Exchange")
    press(qtbot, dialog.save_button)
    assert "title" in dialog.notice.text()
    assert dialog.title.property("warn") == "true"
    assert len(desk.journal.cases.rows()) == 3
    dialog.title.setText("x")
    press(qtbot, dialog.save_button)


def test_a_refusal_keeps_every_word_and_writes_nothing(desk: Desk, qtbot: QtBot) -> None:
    dialog = desk.case.new()
    dialog.firm.setCurrentText("New Firm Ltd")
    dialog.title.setText("Amount in words")
    dialog.amount.setText("a lot")
    dialog.claim.setPlainText("A long story.")
    head = desk.journal.ledger.head()
    press(qtbot, dialog.save_button)
    assert dialog.isVisible()
    assert "'a lot' is not an amount" in dialog.notice.text()
    assert dialog.claim.toPlainText() == "A long story."
    assert desk.journal.ledger.head() == head  # the new firm was not left behind either
    dialog.amount.setText("12")
    press(qtbot, dialog.save_button)
    assert [row.firm for row in desk.journal.cases.rows() if row.title == "Amount in words"] == ["New Firm Ltd"]
    assert not dialog.isVisible()


def test_typed_words_are_only_discarded_at_the_second_escape(desk: Desk, qtbot: QtBot) -> None:
    dialog = desk.case.new()
    qtbot.keyClicks(dialog.title, "half a ti")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert "not saved" in dialog.notice.text()
    qtbot.keyClicks(dialog.title, "tle")  # going on means it was a slip
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_an_untouched_form_closes_at_the_first_escape(desk: Desk, qtbot: QtBot) -> None:
    for dialog in (desk.case.new(), desk.case.edit(desk.small.withdrawal), desk.firm.edit(desk.small.kestrel)):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
        assert not dialog.isVisible()


def test_an_edit_writes_only_what_was_changed(desk: Desk, qtbot: QtBot) -> None:
    before = desk.journal.cases.get(desk.small.withdrawal)
    head = desk.journal.ledger.head()
    press(qtbot, desk.case.edit(desk.small.withdrawal).save_button)
    assert desk.journal.ledger.head() == head  # nothing changed, nothing written
    dialog = desk.case.edit(desk.small.withdrawal)
    dialog.remedy.setPlainText("Release it, with the fee.")
    press(qtbot, dialog.save_button)
    after = desk.journal.cases.get(desk.small.withdrawal)
    assert desk.journal.ledger.head().number == head.number + 1
    assert after == replace(before, remedy="Release it, with the fee.")


def test_closing_takes_the_follow_ups_off_and_can_be_undone(desk: Desk, qtbot: QtBot) -> None:
    dialog = desk.case.close(desk.small.withdrawal)
    assert dialog.drop.text().startswith("1 follow-up still open")
    dialog.outcome.setPlainText("Paid in full.")
    press(qtbot, dialog.save_button)
    case = desk.journal.cases.get(desk.small.withdrawal)
    assert (case.status, case.outcome) == (CaseStatus.CLOSED, "Paid in full.")
    assert desk.journal.follow_ups.get(desk.small.due).state is FollowUpState.DROPPED
    assert desk.said[-1] == ("C-1 is closed", None), "the way back is that of every write: the ledger's"
    desk.journal.steps.take_back(desk.journal.steps.latest()[-1:])
    assert desk.journal.cases.get(desk.small.withdrawal).status is CaseStatus.OPEN
    assert desk.journal.follow_ups.get(desk.small.due).state is FollowUpState.OPEN


# ---- firms and accounts ----------------------------------------------------------------------------------------------


def test_a_firm_with_an_account(desk: Desk, qtbot: QtBot) -> None:
    dialog = desk.firm.edit(desk.small.northbank)
    inner: list[QDialog] = []
    dialog.account_requested.connect(lambda _id: inner.extend(w for w in desk.window.findChildren(QDialog)))
    new = desk.firm.new_account(
        desk.small.northbank, then=lambda account: dialog.show_accounts([account]), parent=dialog
    )
    press(qtbot, new.save_button)
    assert "at least one thing" in new.notice.text()
    new.email.setText("not an address")
    press(qtbot, new.save_button)
    assert "'not an address' is not a mail address" in new.notice.text()
    new.email.setText("Mei.Lin@example.org")
    new.aliases.setPlainText("old@example.org\nmei@work.example，third@example.org")
    press(qtbot, new.save_button)
    assert not new.isVisible()
    assert {"mei.lin@example.org", "old@example.org", "mei@work.example", "third@example.org"} <= set(
        desk.journal.accounts.own_addresses()
    )
    assert dialog.accounts.model().rowCount() == 1
    dialog.zone.setCurrentText("Atlantis/Capital")
    press(qtbot, dialog.save_button)
    assert "'Atlantis/Capital' is not a time zone" in dialog.notice.text()
    dialog.zone.setCurrentText("Europe/London")
    press(qtbot, dialog.save_button)
    assert not dialog.isVisible()


def test_a_firm_is_not_added_twice(desk: Desk, qtbot: QtBot) -> None:
    dialog = desk.firm.new()
    dialog.name.setText("KESTREL EXCHANGE")
    press(qtbot, dialog.save_button)
    assert "already" in dialog.notice.text()
    dialog.name.setText("Kestrel Bank")
    press(qtbot, dialog.save_button)
    assert not dialog.isVisible()


# ---- follow-ups ------------------------------------------------------------------------------------------------------


def test_the_guides_date_is_offered_first_and_kept_with_its_explanation(desk: Desk, qtbot: QtBot) -> None:
    dialog = desk.follow_up.add(desk.small.withdrawal)
    assert dialog.reason.text() == "Nudge by email"
    press(qtbot, dialog.save_button)
    made = desk.journal.follow_ups.of_case(desk.small.withdrawal, open_only=True)[-1]
    assert made.rule == "mail-nudge"
    assert made.explanation
    assert made.due.utc == small_book.at(0, 10, 10).utc  # 48 hours after the mail
    assert made.contact_id == 3


def test_another_time_is_the_users_own(desk: Desk, qtbot: QtBot) -> None:
    dialog = desk.follow_up.add(desk.small.withdrawal)
    own = dialog.choices.buttons()[-1]
    press(qtbot, own)
    assert dialog.reason.text() == ""
    press(qtbot, dialog.save_button)
    assert "few words" in dialog.notice.text()
    qtbot.keyClicks(dialog.reason, "Call them")
    press(qtbot, next(b for b in dialog.findChildren(QAbstractButton) if b.text() == "In 48 hours"))
    press(qtbot, dialog.save_button)
    made = desk.journal.follow_ups.of_case(desk.small.withdrawal, open_only=True)[-1]
    assert (made.reason, made.rule, made.explanation) == ("Call them", "", "")
    assert made.due.utc.replace(second=0) == (NOW + small_book.timedelta(hours=48)).replace(second=0)


def test_snooze_by_number(desk: Desk, qtbot: QtBot) -> None:
    dialog = desk.follow_up.snooze(desk.small.due)
    ready(qtbot, dialog)
    with qtbot.waitSignal(dialog.accepted, timeout=1000):
        qtbot.keyClick(dialog, Qt.Key.Key_1)
    assert desk.journal.follow_ups.get(desk.small.due).snoozed_until == NOW + small_book.timedelta(hours=1)
    assert desk.said[-1][0].startswith("Snoozed until")


def test_snooze_into_the_past_is_refused(desk: Desk, qtbot: QtBot) -> None:
    dialog = desk.follow_up.snooze(desk.small.due)
    dialog.pick.set_moment(small_book.at(-1))
    press(qtbot, dialog.pick_button)
    assert dialog.isVisible()
    assert "future" in dialog.notice.text()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert desk.journal.follow_ups.get(desk.small.due).snoozed_until is None


def test_done_is_at_once_and_can_be_taken_back(desk: Desk) -> None:
    desk.follow_up.done(desk.small.due)
    assert desk.journal.follow_ups.get(desk.small.due).state is FollowUpState.DONE
    words, undo = desk.said[-1]
    assert words == "Done: Nudge by email"
    undo()
    assert desk.journal.follow_ups.get(desk.small.due).state is FollowUpState.OPEN


def test_no_longer_needed_asks_why(desk: Desk, qtbot: QtBot) -> None:
    dialog = desk.follow_up.drop(desk.small.due)
    press(qtbot, dialog.save_button)
    assert dialog.isVisible()
    qtbot.keyClicks(dialog.answer, "they called")
    press(qtbot, dialog.save_button)
    assert desk.journal.follow_ups.get(desk.small.due).answer == "they called"


def test_a_date_explains_itself(desk: Desk, appearance: Appearance, qtbot: QtBot) -> None:
    dialog = desk.follow_up.explain(desk.small.due)
    text = dialog.text()
    for part in ("Wed 18 Nov 2026 18:10 in Singapore", "48 hours", "Not before", "Rule: After 48 hours", "Guide A"):
        assert part in text, part
    press(qtbot, next(b for b in dialog.findChildren(QAbstractButton) if b.text() == "Copy"))
    assert "Sent Wed 18 Nov 2026" in QApplication.clipboard().text()
    dialog.close()
    dialog = desk.follow_up.explain(desk.small.overdue)
    assert "you chose this time yourself" in dialog.text()
    dialog.close()


def test_business_days_skip_what_the_firms_country_skips(small: Sample) -> None:
    from casebook.gui.commands.follow_up import business_days

    following = business_days(small.journal.firms.get(small.northbank))
    assert following(small_book.datetime(2026, 12, 24).date()).isoformat() == "2026-12-29"  # Boxing Day is moved


# ---- times -----------------------------------------------------------------------------------------------------------


def test_a_moment_comes_back_as_it_was_put_in(desk: Desk, qtbot: QtBot) -> None:
    from casebook.gui.widgets.composing.moment_edit import MomentEdit

    field = MomentEdit(small_book.at(0), optional=True)
    qtbot.addWidget(field)
    assert field.moment() is None
    exact = small_book.moment(NOW.replace(second=59), "Europe/London", Precision.ABOUT)
    field.set_moment(exact)
    assert field.moment() == exact
    clock, day = field.clock, field.day
    clock.setTime(QTime(7, 5))
    day.setDate(QDate(2026, 7, 1))
    assert field.moment().rfc3339 == "2026-07-01T07:05:00+01:00"
    field.exact.setCurrentIndex(field.exact.findData(Precision.DATE.value))
    assert field.moment().precision is Precision.DATE
    assert not clock.isVisibleTo(field)


# ---- every dialog ----------------------------------------------------------------------------------------------------

OPENERS: dict[str, Callable[[Desk], QDialog]] = {
    "case": lambda d: d.case.new(),
    "case edit": lambda d: d.case.edit(d.small.withdrawal),
    "case close": lambda d: d.case.close(d.small.withdrawal),
    "firm": lambda d: d.firm.new(),
    "firm edit": lambda d: d.firm.edit(d.small.kestrel),
    "account": lambda d: d.firm.new_account(d.small.kestrel),
    "follow-up": lambda d: d.follow_up.add(d.small.withdrawal),
    "snooze": lambda d: d.follow_up.snooze(d.small.due),
    "drop": lambda d: d.follow_up.drop(d.small.due),
    "explain": lambda d: d.follow_up.explain(d.small.due),
    "import": lambda d: d.imports.open([Path("/nowhere/inbox.mbox")]),
    "export": lambda d: d.export.export(d.small.withdrawal),
    "choose": lambda d: d.mail.choose(list(d.small.waiting)),
}


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("name", OPENERS)
def test_every_dialog_is_whole_in_both_languages(
    name: str, language: str, desk: Desk, appearance: Appearance, qtbot: QtBot
) -> None:
    appearance.use_language(language)
    dialog = OPENERS[name](desk)
    qtbot.waitExposed(dialog)
    assert dialog.windowTitle()
    for label in dialog.findChildren(QLabel):
        if label.isVisible():
            assert label.textFormat() is Qt.TextFormat.PlainText or not label.text(), label.text()
            assert label.wordWrap() or label.width() >= label.sizeHint().width(), f"cut off: {label.text()}"
    for button in dialog.findChildren(QAbstractButton):
        if button.isVisible() and button.objectName() != "qt_toolbar_ext_button" and button.text():
            assert button.toolTip(), f"no tooltip: {button.text()}"
            assert button.width() >= button.minimumSizeHint().width(), f"cut off: {button.text()}"
    for field in dialog.findChildren(QWidget):
        wanted = isinstance(field, (QLineEdit, QPlainTextEdit, QComboBox, QAbstractButton))
        if wanted and field.isVisible() and field.focusPolicy() != Qt.FocusPolicy.NoFocus and not _inner(field):
            spoken = QAccessible.queryAccessibleInterface(field)
            words = spoken.text(QAccessible.Text.Name) + spoken.text(QAccessible.Text.Description)
            assert words, f"{type(field).__name__} without a name"
    dialog.close()
    if dialog.isVisible():
        dialog.close()


def _inner(field: QWidget) -> bool:
    return field.objectName().startswith("qt_") or isinstance(field.parentWidget(), QComboBox)
