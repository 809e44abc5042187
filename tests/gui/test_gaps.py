"""The gap report in the window: every finding has words, leads to its place, and takes an answer."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QMessageBox
from pytestqt.qtbot import QtBot

from casebook.dossier.gaps import Finding, Gap, of_case
from casebook.gui.dialogs.exhibit_dialog import ExhibitDialog
from casebook.gui.dialogs.gap_answer_dialog import GapAnswerDialog
from casebook.gui.dialogs.gap_dialog import GapDialog
from casebook.gui.main_window import MainWindow
from casebook.gui.models import gap_rows
from casebook.gui.record_places import show_record
from casebook.gui.theme import Theme
from casebook.gui.widgets.outgoing.gap_list import GapList
from casebook.journal import Journal
from casebook.journal.changes import Kind
from tests.dossier.gap_book import PHRASE, Planted, plant


@pytest.fixture
def planted(journal: Journal) -> Planted:
    return plant(journal)


@pytest.fixture
def listed(qtbot: QtBot, planted: Planted) -> GapList:
    made = GapList(Theme())
    qtbot.addWidget(made)
    made.set_findings(of_case(planted.journal, planted.case))
    made.show()
    return made


@pytest.fixture
def dialog(qtbot: QtBot, make_window: Callable[[Journal], MainWindow], planted: Planted) -> Iterator[GapDialog]:
    window = make_window(planted.journal)
    assert window.body is not None
    window.body.show_case(planted.case)
    window.actions_["gaps"].trigger()
    found = next(d for d in window.findChildren(GapDialog) if d.isVisible())
    qtbot.waitUntil(found.is_ready)
    yield found
    found.close()


def window_of(dialog: GapDialog) -> MainWindow:
    window = dialog.parent()
    assert isinstance(window, MainWindow)
    return window


def finding(listed: GapList, gap: Gap) -> Finding:
    return next(found for found in listed.findings() if found.kind is gap)


def test_every_finding_has_words_without_braces_and_without_the_secret(listed: GapList) -> None:
    for row in gap_rows.rows(listed.findings()):
        assert "{" not in row.title + row.detail
        assert row.title.strip()
        assert PHRASE not in row.title + row.detail
    titles = [gap_rows.title(found) for found in listed.findings()]
    assert len(set(titles)) == 13
    assert titles[0].startswith("Looks like a secret (seed phrase) in a contact")
    assert titles[0].endswith("its words")


def test_the_list_counts_filters_and_says_what_stops(qtbot: QtBot, listed: GapList) -> None:
    assert listed.stopping() == 1
    assert "before the dossier" in listed.told.text()
    listed.filter.setCurrentIndex(listed.filter.findData(str(Gap.NO_EXHIBIT)))
    assert listed.list.model().rowCount() == 3
    with qtbot.waitSignal(listed.count_changed) as told:
        listed.set_findings([found for found in listed.findings() if not found.stops])
    assert told.args == [12, 0]
    assert listed.list.model().rowCount() == 3  # the filter stays
    listed.set_findings(())
    assert not listed.list.isVisible()
    assert listed.told.text() == "Nothing is missing that this program looks for."


def test_enter_goes_to_the_place_and_space_answers(qtbot: QtBot, listed: GapList) -> None:
    late = finding(listed, Gap.PROMISE_LATE)
    listed.choose(late.key)
    with qtbot.waitSignal(listed.place_requested) as place:
        qtbot.keyClick(listed.list, Qt.Key.Key_Return)
    assert place.args == ["promise", late.place[1]]
    with qtbot.waitSignal(listed.answer_requested) as key:
        qtbot.keyClick(listed.list, Qt.Key.Key_Space)
    assert key.args == [late.key]


def test_an_answer_is_kept_shown_and_taken_back(qtbot: QtBot, dialog: GapDialog, planted: Planted) -> None:
    silence = finding(dialog.gaps, Gap.SILENCE)
    dialog.gaps.choose(silence.key)
    dialog.gaps.answer.click()
    asked = next(d for d in window_of(dialog).findChildren(GapAnswerDialog) if d.isVisible())
    asked.save_button.click()
    assert asked.isVisible()  # an answer needs words
    asked.words.setPlainText("They were closed.")
    asked.save_button.click()
    qtbot.waitUntil(lambda: finding(dialog.gaps, Gap.SILENCE).answer == "They were closed.")
    assert dialog.gaps.answer.text() == "Change answer…"
    answer = window_of(dialog).commands.gaps.answer(planted.case, silence.key)  # type: ignore[union-attr]
    assert answer is not None
    answer.taken_back.emit()
    answer.close()
    qtbot.waitUntil(lambda: not finding(dialog.gaps, Gap.SILENCE).answer)


def test_what_is_filled_elsewhere_leaves_the_open_list(qtbot: QtBot, dialog: GapDialog, planted: Planted) -> None:
    late = finding(dialog.gaps, Gap.PROMISE_LATE)
    feed = window_of(dialog).commands.gaps.feed  # type: ignore[union-attr]
    feed.announce(planted.ways["promise-late"]())  # type: ignore[arg-type]
    qtbot.waitUntil(lambda: late.key not in {found.key for found in dialog.gaps.findings()})
    assert len(dialog.gaps.findings()) == 12


def test_each_finding_leads_to_its_place(qtbot: QtBot, dialog: GapDialog) -> None:
    window = window_of(dialog)
    for found in dialog.gaps.findings():
        before = set(window.findChildren(QDialog))
        kind, number = found.place
        dialog.gaps.place_requested.emit(str(kind), number)
        opened = [d for d in window.findChildren(QDialog) if d not in before and d.isVisible()]
        if kind is Kind.CONTACT:
            assert not opened
            assert window.body is not None
            qtbot.waitUntil(window.body.case_page.isVisible)
        else:
            assert len(opened) == 1, found
            assert isinstance(opened[0], ExhibitDialog) == (kind is Kind.EXHIBIT)
        for made in opened:
            made.close()


def test_a_place_that_is_gone_is_said(qtbot: QtBot, dialog: GapDialog) -> None:
    window = window_of(dialog)
    assert window.commands is not None
    show_record(window, window.commands, "promise", 999)
    box = next(box for box in window.findChildren(QMessageBox) if box.isVisible())
    assert "999" in box.text()
    box.close()
