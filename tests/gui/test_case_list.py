"""The case list among many cases: order, headings that fold, filter, table, views, several cases at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from pytestqt.qtbot import QtBot

from casebook.gui.body import Body
from casebook.gui.dialogs.close_cases_dialog import CloseCasesDialog
from casebook.gui.dialogs.export_many_dialog import ExportManyDialog
from casebook.gui.dialogs.view_dialog import ViewDialog
from casebook.gui.main_window import MainWindow
from casebook.gui.models.case_list_model import ROW, Heading
from casebook.gui.models.sidebar_model import Choice, View
from casebook.gui.panes.case_list import CaseList
from casebook.gui.widgets.cases.case_acts import CaseAct
from casebook.journal import Journal
from casebook.journal.case_views import CaseGroup, CaseSort, urgent_first
from casebook.journal.listings import CaseRow
from casebook.journal.terms import CaseStatus
from tests.gui.conftest import MakeWindow


@pytest.fixture
def body(window: MainWindow, sample_journal: Journal) -> Body:
    window.reminder.hide()
    assert window.body is not None
    ids = [row.id for row in sample_journal.cases.rows(status=CaseStatus.OPEN)]
    with sample_journal.transaction():
        made = [sample_journal.cases.retag(ids[0], ["vip", "tax"]), sample_journal.cases.retag(ids[1], ["VIP"])]
    for changes in made:
        window.feed.announce(changes)
    window.body.sidebar.choose(Choice(View.OPEN))
    return window.body


def lines(cases: CaseList) -> list[str]:
    """Return what stands in the list: a case by its number, a heading in brackets."""
    model = cases.list.model()
    found = [model.index(row, 0).data(ROW) for row in range(model.rowCount())]
    return [f"[{line.words} {line.count}]" if isinstance(line, Heading) else f"C-{line.id}" for line in found]


def numbers(cases: CaseList) -> list[int]:
    return [int(line[2:]) for line in lines(cases) if line.startswith("C-")]


def test_it_sorts_groups_folds_and_filters(body: Body, sample_journal: Journal, qtbot: QtBot) -> None:
    cases, rows = body.case_list, sample_journal.cases.rows(status=CaseStatus.OPEN)
    cases.bar.menu.aboutToShow.emit()  # it is filled when it opens
    sorts = next(action.menu() for action in cases.bar.menu.actions() if action.menu())
    assert sorts is not None
    entries = {action.text(): action for action in sorts.actions()}
    entries["Largest amount"].trigger()
    by_amount = sorted(rows, key=lambda row: -float(row.amount or 0))
    assert numbers(cases) == [row.id for row in by_amount]
    assert "Largest amount" in cases.bar.told()
    entries["The other way round"].trigger()
    given = [row.id for row in reversed(by_amount) if row.amount]
    assert numbers(cases) == [*given, *(row.id for row in by_amount if not row.amount)]

    cases._sort_by(CaseSort.NUMBER)
    cases.arrange(replace(cases.view, group=CaseGroup.TAG))
    both = sorted((rows[0].id, rows[1].id), reverse=True)
    assert lines(cases)[:5] == ["[#tax 1]", f"C-{rows[0].id}", "[#vip 2]", *(f"C-{number}" for number in both)]
    cases.list.setFocus()
    QTest.keyClick(cases.list, Qt.Key.Key_Home)
    assert isinstance(cases.list.currentIndex().data(ROW), Heading)
    before = body.case_page.case_id
    QTest.keyClick(cases.list, Qt.Key.Key_Space)
    assert lines(cases)[1].startswith("[")  # folded
    assert body.case_page.case_id == before  # a heading changes nothing on the page
    body.show_case(rows[0].id)
    assert rows[0].id in numbers(cases)  # still there under its other tag
    QTest.keyClick(cases.list, Qt.Key.Key_Home)
    QTest.keyClick(cases.list, Qt.Key.Key_Right)
    assert lines(cases)[1] == f"C-{rows[0].id}"

    cases.arrange(replace(cases.view, group=CaseGroup.NONE, sort=CaseSort.DUE))
    cases.bar.filter.setFocus()
    qtbot.keyClicks(cases.bar.filter, "#tax")
    assert numbers(cases) == [rows[0].id]
    assert body.case_page.case_id == rows[0].id
    assert "1 case" in cases.bar.told()
    qtbot.keyClicks(cases.bar.filter, " nowhere-to-be-found")
    assert not cases.list.isVisible()
    QTest.keyClick(cases.bar.filter, Qt.Key.Key_Escape)
    assert numbers(cases) == [row.id for row in rows]
    qtbot.keyClicks(cases.bar.filter, "-#vip")
    assert set(numbers(cases)) == {row.id for row in rows[2:]}
    body.show_case(rows[0].id)  # what is asked for goes before what was typed
    assert body.case_list.case_id() == body.case_page.case_id == rows[0].id
    assert cases.bar.filter.text() == ""


def test_the_table_keeps_its_columns_and_comes_back(
    window: MainWindow, body: Body, sample_journal: Journal, make_window: MakeWindow
) -> None:
    cases, number = body.case_list, body.case_page.case_id
    window.actions_["cases_table"].trigger()
    assert cases.list.horizontalHeader().isVisible()
    assert body.case_page.case_id == cases.case_id() == number
    assert cases.list.columns()[0] == "title"
    cases.list.set_columns(["amount", "title", "tags"])
    assert cases.list.columns() == ["amount", "title", "tags"]
    row = sample_journal.cases.rows(status=CaseStatus.OPEN)[0]
    model = cases.list.model()
    spoken = model.index(cases._model.row_of(row.id), 7).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Tags: #tax #vip"
    cases.list.horizontalHeader().sectionClicked.emit(0)
    assert cases.view.sort is CaseSort.TITLE
    titles = [row.title.casefold() for row in sample_journal.cases.rows(status=CaseStatus.OPEN)]
    assert [sample_journal.cases.get(n).title.casefold() for n in numbers(cases)] == sorted(titles)
    window.close()
    again = make_window(sample_journal)
    again.reminder.hide()
    assert again.body is not None
    assert again.actions_["cases_table"].isChecked()
    assert again.body.case_list.list.columns() == ["amount", "title", "tags"]
    again.body.sidebar.choose(Choice(View.OPEN))
    assert again.body.case_list.view.sort is CaseSort.TITLE
    again.actions_["cases_table"].trigger()
    assert not again.body.case_list.list.horizontalHeader().isVisible()


def test_several_cases_are_closed_tagged_and_deleted_and_all_of_it_taken_back(
    window: MainWindow, body: Body, sample_journal: Journal
) -> None:
    cases, back = body.case_list, list[Callable[[], object]]()
    assert window.commands is not None
    window.commands.said.connect(lambda _words, undo: back.append(undo))
    cases.list.setFocus()
    QTest.keyClick(cases.list, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    chosen = cases.chosen()
    assert chosen == numbers(cases)
    assert cases.many.words() == f"{len(chosen)} selected:"
    ringing = {n: len(sample_journal.follow_ups.of_case(n, open_only=True)) for n in chosen}
    cases.many.buttons["close"].click()
    dialog = window.findChild(CloseCasesDialog)
    assert dialog is not None
    dialog.outcome.setPlainText("settled together")
    dialog.accept()
    assert {sample_journal.cases.get(n).outcome for n in chosen} == {"settled together"}
    assert not numbers(cases)
    back[-1]()
    assert numbers(cases)
    assert {n: len(sample_journal.follow_ups.of_case(n, open_only=True)) for n in chosen} == ringing

    tags = {n: sample_journal.cases.get(n).tags for n in chosen}
    form = window.commands.many.tag(chosen)
    assert form.box("tax").checkState() is Qt.CheckState.PartiallyChecked
    form.line.setText("court")
    form.box("tax").setCheckState(Qt.CheckState.Unchecked)
    form.accept()
    assert all("court" in sample_journal.cases.get(n).tags for n in chosen)
    assert not any("tax" in sample_journal.cases.get(n).tags for n in chosen)
    back[-1]()
    assert {n: sample_journal.cases.get(n).tags for n in chosen} == tags

    window.commands.many.delete(chosen)
    assert not sample_journal.cases.rows(status=CaseStatus.OPEN)
    back[-1]()
    assert sorted(numbers(cases)) == sorted(chosen)


def test_a_view_is_saved_listed_renamed_and_removed(window: MainWindow, body: Body, sample_journal: Journal) -> None:
    cases = body.case_list
    cases.bar.filter.setText("#tax")
    wanted = numbers(cases)
    window.actions_["save_view"].trigger()
    assert window.commands is not None
    first = window.findChild(ViewDialog)
    assert first is not None
    first.name.setText("for the accountant")
    first.accept()
    view = sample_journal.saved_views.all()[0]
    assert body.sidebar.choice() == Choice(View.SAVED, view_id=view.id)
    assert numbers(cases) == wanted
    saved = {**view.definition, "colour": "red", "version": 9}  # as a later version of the program would
    window.feed.announce(sample_journal.saved_views.save(view.name, saved))
    window.commands.views.save(cases.view, view.id).accept()
    again = sample_journal.saved_views.get(view.id).definition
    assert (again["colour"], again["version"], again["words"]) == ("red", 9, "#tax")
    dialog = window.commands.views.rename(view.id)
    dialog.name.setText("tax")
    dialog.accept()
    model = body.sidebar.list.model()
    assert "tax" in [str(model.index(row, 0).data()) for row in range(model.rowCount())]
    window.commands.views.remove(view.id)
    assert body.sidebar.choice() == Choice(View.OPEN)
    assert not sample_journal.saved_views.all()


@pytest.mark.slow
def test_the_dossiers_of_several_cases_go_into_one_folder(
    window: MainWindow, body: Body, sample_journal: Journal, tmp_path: Path, qtbot: QtBot
) -> None:
    assert window.commands is not None
    chosen = numbers(body.case_list)[:2]
    body.case_list.act_requested.emit(CaseAct.EXPORT, chosen)
    dialog = window.findChild(ExportManyDialog)
    assert dialog is not None
    dialog.folder.setText(str(tmp_path / "none"))
    dialog.start.click()
    qtbot.waitUntil(lambda: "none" in dialog.notice_text(), timeout=20_000)
    out = tmp_path / "out"
    out.mkdir()
    dialog.folder.setText(str(out))
    dialog.ending.setCurrentIndex(1)
    dialog.start.click()
    qtbot.waitUntil(lambda: bool(dialog.told()), timeout=100_000)
    assert sorted(path.name[:4].strip() for path in out.glob("*.zip")) == sorted(f"C-{n}" for n in chosen)
    assert [row.id for row in dialog.report.rows()] == chosen
    dialog.reject()


def test_the_rows_are_as_the_records_say_after_every_kind_of_change(sample_journal: Journal) -> None:
    cases = sample_journal.cases
    list(cases.shelf.read())

    def fresh() -> list[CaseRow]:
        return sorted(cases._read_rows([row.id for row in cases.shelf.rows()]))

    first = cases.shelf.rows()
    assert sorted(first) == fresh()
    one = first[0]
    sample_journal.firms.edit(one.firm_id, name="Renamed & Sons")
    assert {row.firm for row in cases.shelf.rows() if row.firm_id == one.firm_id} == {"Renamed & Sons"}
    with pytest.raises(ZeroDivisionError), sample_journal.transaction():
        cases.close(one.id, "")
        assert next(row for row in cases.shelf.rows() if row.id == one.id).status is CaseStatus.CLOSED
        raise ZeroDivisionError
    assert next(row for row in cases.shelf.rows() if row.id == one.id).status is CaseStatus.OPEN
    sample_journal.bin.delete_case(one.id)
    assert one.id not in {row.id for row in cases.shelf.rows()}
    assert cases.counts().open == sum(row.status is CaseStatus.OPEN for row in cases.shelf.rows())
    other = Journal.open(sample_journal.folder, sample_journal.clock)
    made = other.cases.add(one.firm_id, "From elsewhere").made
    assert cases.shelf.rows() == urgent_first(fresh())  # what changed was put into its place
    other.close()
    assert made in {row.id for row in cases.shelf.rows()}
    assert sorted(cases.shelf.rows()) == fresh()


def test_a_case_is_reached_without_passing_another(
    window: MainWindow, body: Body, sample_journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The list is read once at most, no other case is shown on the way, and the window is told once."""
    first, second = (row.id for row in sample_journal.cases.rows(status=CaseStatus.OPEN)[:2])
    window.feed.announce(sample_journal.cases.close(second, "paid in full"))
    body.show_case(first)
    shown: list[int | None] = []
    show = body.case_page.show_case
    monkeypatch.setattr(body.case_page, "show_case", lambda case_id: (shown.append(case_id), show(case_id)))
    told, resets = QSignalSpy(body.page_changed), QSignalSpy(body.case_list.list.model().modelReset)

    def reached(case_id: int, view: View) -> tuple[list[int | None], int, int]:
        before = told.count(), resets.count()
        shown.clear()
        body.show_case(case_id)
        assert body.case_id == body.case_page.case_id == body.case_list.case_id() == case_id
        assert body.sidebar.choice() == body.case_list.choice == Choice(view)
        return list(shown), told.count() - before[0], resets.count() - before[1]

    assert reached(second, View.CLOSED) == ([second], 1, 1)
    body.sidebar.choose(Choice(View.TODAY))
    assert reached(first, View.OPEN) == ([first], 1, 1)
    body.sidebar.choose(Choice(View.INBOX))
    assert reached(first, View.OPEN) == ([], 1, 0)
