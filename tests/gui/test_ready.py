"""The checklist in the window: what is missing leads to the form that holds it, and clears when it is saved."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFileDialog
from pytestqt.qtbot import QtBot

from casebook.gui.commands.ready import ReadyCommands
from casebook.gui.dialogs.account_dialog import AccountDialog
from casebook.gui.dialogs.case_dialog import CaseDialog
from casebook.gui.dialogs.checklist_dialog import ChecklistDialog
from casebook.gui.dialogs.help_search_dialog import HelpSearchDialog
from casebook.gui.dialogs.money_dialogs import TransferDialog
from casebook.gui.dialogs.not_needed_dialog import NotNeededDialog
from casebook.gui.dialogs.officials_dialog import OfficialsDialog
from casebook.gui.dialogs.reference_dialog import ReferenceDialog, TicketDialog
from casebook.gui.main_window import MainWindow
from casebook.gui.models import ready_rows
from casebook.gui.ready_places import add_record
from casebook.guide.ready import checklists
from casebook.guide.ready.readiness import State
from casebook.journal import Journal
from casebook.journal.records import Attachment
from casebook.journal.terms import Category, Channel, CheckState, ReferenceKind
from tests.gui import sample
from tests.gui.small_book import picture


@pytest.fixture
def shown(make_window: Callable[[Journal], MainWindow], journal: Journal, case_id: int) -> MainWindow:
    """The window at a withdrawal of which little is known."""
    journal.cases.edit(case_id, category=Category.WITHDRAWAL)
    window = make_window(journal)
    assert window.body is not None
    window.body.show_case(case_id)
    return window


def ready_of(window: MainWindow) -> ReadyCommands:
    assert window.commands is not None
    return window.commands.ready


@pytest.fixture
def dialog(qtbot: QtBot, shown: MainWindow) -> Iterator[ChecklistDialog]:
    shown.actions_["checklist"].trigger()
    found = next(d for d in shown.findChildren(ChecklistDialog) if d.isVisible())
    qtbot.waitUntil(found.is_ready)
    yield found
    found.close()


def state(dialog: ChecklistDialog, item: str) -> State:
    return next(s.state for s in dialog.items.standings() if s.item.id == item)


def copy_rows(dialog: ChecklistDialog) -> list[str]:
    """The names that copies get, each with what is told of it."""
    model = dialog.copies.list.model()
    return [str(model.index(n, 0).data(Qt.ItemDataRole.ToolTipRole)) for n in range(model.rowCount())]


def opened(window: MainWindow, kind: type[QDialog]) -> QDialog:
    return next(d for d in window.findChildren(kind) if d.isVisible())


def test_it_starts_at_the_first_thing_that_is_missing_and_tells_who_says_so(dialog: ChecklistDialog) -> None:
    first = next(s for s in dialog.items.standings() if s.is_open)
    assert dialog.items.standing() == first
    assert dialog.items.why.text().startswith("Guide ")
    have, of = dialog.items.meter.value(), dialog.items.meter.maximum()
    assert dialog.items.told.text() == f"{have} of {of} things are there that they will ask for."
    assert 0 < have < of


def test_what_is_missing_is_added_in_its_own_form_and_clears(
    qtbot: QtBot, dialog: ChecklistDialog, shown: MainWindow
) -> None:
    assert dialog.items.choose("transaction-id")
    assert dialog.items.add.text() == "Add reference…"
    qtbot.keyClick(dialog.items.list, Qt.Key.Key_Return)
    form = opened(shown, ReferenceDialog)
    assert isinstance(form, ReferenceDialog)
    assert form.kind.currentData() == ReferenceKind.TXID
    form.value.setText("0x" + "3f9a77a1" * 8)
    form.save_button.click()
    qtbot.waitUntil(lambda: state(dialog, "transaction-id") is State.THERE)
    assert dialog.items.standing() is not None
    assert dialog.items.standing().item.id == "transaction-id"  # type: ignore[union-attr]
    assert not dialog.items.tick.isEnabled()


def test_a_tick_and_its_taking_back(qtbot: QtBot, dialog: ChecklistDialog) -> None:
    assert dialog.items.choose("records")
    qtbot.keyClick(dialog.items.list, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: state(dialog, "records") is State.TICKED)
    assert dialog.items.tick.text() == "Take mark back"
    dialog.items.tick.click()
    qtbot.waitUntil(lambda: state(dialog, "records") is State.MISSING)


def test_what_is_not_needed_is_said_with_a_reason(
    qtbot: QtBot, dialog: ChecklistDialog, journal: Journal, case_id: int
) -> None:
    before = dialog.items.meter.maximum()
    assert dialog.items.choose("network")
    dialog.items.not_needed.click()
    asked = next(d for d in dialog.findChildren(NotNeededDialog) if d.isVisible())
    asked.note.setText("it never left the exchange")
    asked.save_button.click()
    qtbot.waitUntil(lambda: state(dialog, "network") is State.NOT_NEEDED)
    assert dialog.items.meter.maximum() == before - 1
    (mark,) = journal.check_marks.of_case(case_id)
    assert (mark.state, mark.note) == (CheckState.NOT_NEEDED, "it never left the exchange")


def test_only_what_is_missing_can_be_shown(dialog: ChecklistDialog) -> None:
    dialog.items.open_only.setChecked(True)
    missing = sum(s.is_open for s in dialog.items.standings())
    model = dialog.items.list.model()
    texts = [str(model.index(n, 0).data()) for n in range(model.rowCount())]
    assert len([t for t in texts if t not in {"What they will ask for", "What proves it"}]) == missing


def test_a_channel_brings_its_checks_and_warnings(dialog: ChecklistDialog) -> None:
    assert not dialog.beware.isVisible()
    dialog.channel.setCurrentIndex(dialog.channel.findData(Channel.FORUM))
    assert dialog.items.choose("forum-rules")
    assert "Others read along" in dialog.beware.text()
    assert not dialog.items.add.isVisible()  # only the user can say it
    dialog.channel.setCurrentIndex(0)
    assert not dialog.items.choose("forum-rules")


def test_a_vague_subject_is_flagged_and_a_better_one_taken(qtbot: QtBot, dialog: ChecklistDialog) -> None:
    dialog.pages.setCurrentWidget(dialog.subject)
    dialog.subject.language.setCurrentIndex(dialog.subject.language.findData("zh"))
    assert dialog.subject.proposed.text() == "提币被冻结 Withdrawal on hold"
    dialog.subject.subject.setText("求助")
    assert dialog.subject.verdict.text() == "It does not say what the matter is."
    dialog.subject.take.click()
    assert dialog.subject.verdict.text() == "It says what the matter is."
    dialog.subject.copy.click()
    assert QGuiApplication.clipboard().text() == "提币被冻结 Withdrawal on hold"


def test_attachments_are_named_looked_at_and_saved(
    qtbot: QtBot,
    dialog: ChecklistDialog,
    shown: MainWindow,
    journal: Journal,
    case_id: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made = journal.exhibits.add(case_id, Attachment("IMG_2041.png", picture("seen", (120, 80)), "image/png")).made
    dialog.pages.setCurrentWidget(dialog.copies)
    qtbot.waitUntil(lambda: any("small" in row for row in copy_rows(dialog)), timeout=20_000)
    assert copy_rows(dialog)[0].startswith("screenshot.png\nEX-1 · IMG_2041.png")
    assert "1 picture" in dialog.copies.told.text()
    feed = ready_of(shown).feed
    feed.announce(journal.exhibits.describe(made, "账户无法登录"))
    dialog.copies.language.setCurrentIndex(dialog.copies.language.findData("zh"))
    qtbot.waitUntil(lambda: copy_rows(dialog)[0].startswith("账户无法登录截图.png"), timeout=20_000)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "out"))
    with qtbot.waitSignal(ready_of(shown).said, timeout=20_000) as said:
        dialog.copies.save.click()
    assert said.args[0].startswith("1 cop")
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["账户无法登录截图.png"]


def test_a_search_in_the_help_centre_is_logged_with_words_that_were_offered(
    qtbot: QtBot, shown: MainWindow, journal: Journal, case_id: int
) -> None:
    shown.actions_["help_search"].trigger()
    form = opened(shown, HelpSearchDialog)
    assert isinstance(form, HelpSearchDialog)
    assert form.offered()[0].text() == "withdrawal"
    form.save_button.click()
    assert form.isVisible()  # a search has words
    form.keywords.setText("提币")
    assert "提现" in {button.text() for button in form.offered()}
    next(button for button in form.offered() if button.text() == "提现").click()
    assert form.typed() == ("提币", "提现")
    assert "提现" not in {button.text() for button in form.offered()}
    form.articles.setPlainText("Withdrawal limits\n\nFees")
    form.helped.setCurrentIndex(form.helped.findData("no"))
    form.save_button.click()
    qtbot.waitUntil(lambda: not form.isVisible())
    (made,) = journal.contacts.of_case(case_id)
    assert made.channel is Channel.HELP_CENTRE
    assert made.details.keywords == ("提币", "提现")
    assert made.details.articles == ("Withdrawal limits", "Fees")
    assert made.details.helped == "no"
    assert shown.body is not None
    model = shown.body.case_page.model
    told = [str(model.index(n, 0).data()) for n in range(model.rowCount())]
    assert "Looked up: 提币, 提现 · Did it help: no" in told
    again = ready_of(shown).help_search(case_id)
    assert again.before.text() == "Tried before: 提币, 提现"
    assert again.offered()[0].text() not in {"提币", "提现"}
    again.close()


def test_the_side_panel_counts_and_leads_to_the_checklist(
    qtbot: QtBot, shown: MainWindow, journal: Journal, case_id: int
) -> None:
    assert shown.body is not None
    side = shown.body.case_page.side
    have, of = map(int, side.ready.count.text().split("/"))
    assert 0 < have < of
    assert len(side.missing.rows()) == 4
    assert side.missing.rows()[-1].title == f"and {of - have - 3} more"
    shown.commands.ready.feed.announce(journal.cases.edit(case_id, network="TRC20"))  # type: ignore[union-attr]
    assert side.ready.count.text() == f"{have + 1}/{of}"
    second = side.missing.rows()[1]
    side.missing.activated_id.emit(second.id)
    found = next(d for d in shown.findChildren(ChecklistDialog) if d.isVisible())
    qtbot.waitUntil(found.is_ready)
    assert found.items.standing() is not None
    assert ready_rows.title(found.items.standing()) == second.title  # type: ignore[arg-type]
    found.close()


FORMS = {
    "case": CaseDialog,
    "account": AccountDialog,
    "reference": ReferenceDialog,
    "transfer": TransferDialog,
    "contact": HelpSearchDialog,
    "ticket": TicketDialog,
    "official": OfficialsDialog,
}


def test_each_kind_of_need_leads_to_a_form_of_its_own(
    qtbot: QtBot, shown: MainWindow, case_id: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = list[str]()
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: (asked.append("files") or [], ""))
    kinds = {item.needs[0] for item in checklists.load_all(ready_rows.folder())} - {("mark", "hand")}
    assert shown.commands is not None
    for kind, what in sorted(kinds):
        before = {d for d in shown.findChildren(QDialog) if d.isVisible()}
        add_record(shown, shown.commands, case_id, kind, what)
        new = [d for d in shown.findChildren(QDialog) if d.isVisible() and d not in before]
        if kind in FORMS and what != "outcome":
            assert any(isinstance(d, FORMS[kind]) for d in new), (kind, what, new)
        for made in new:
            made.close()
            made.deleteLater()
    assert asked


def test_every_item_has_words_in_rows_and_on_its_button() -> None:
    from casebook.guide.ready.readiness import Standing

    for item in checklists.load_all(ready_rows.folder()):
        standing = Standing(item, State.MISSING)
        assert ready_rows.title(standing)
        assert ready_rows.state_words(standing) == "missing"
        assert bool(ready_rows.add_words(standing)) == (item.needs[0][0] != "mark")
        assert item.checked_on.isoformat() in ready_rows.source(standing)


def test_where_nothing_can_be_recorded_nothing_is_offered_that_would_be(
    qtbot: QtBot, make_window: Callable[[Journal], MainWindow], tmp_path: Path
) -> None:
    sample.build(tmp_path / "book").close()
    (tmp_path / "book" / "casebook (conflicted copy 2026-11-20).db").write_bytes(b"anything")
    with Journal.open(tmp_path / "book") as opened:
        assert opened.read_only is not None
        window = make_window(opened)
        assert window.body is not None
        window.body.show_case(1)
        window.actions_["checklist"].trigger()
        shown = next(d for d in window.findChildren(ChecklistDialog) if d.isVisible())
        qtbot.waitUntil(shown.is_ready)
        assert shown.items.list.isVisible()
        for button in (shown.items.add, shown.items.tick, shown.items.not_needed, shown.search):
            assert not button.isVisible()
        with qtbot.assertNotEmitted(shown.items.tick_requested), qtbot.assertNotEmitted(shown.items.add_requested):
            qtbot.keyClick(shown.items.list, Qt.Key.Key_Space)
            qtbot.keyClick(shown.items.list, Qt.Key.Key_Return)
        shown.close()
        window.reminder.close()
        window.close()
