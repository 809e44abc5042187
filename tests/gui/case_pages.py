"""The page of a case in the real window, for the tests."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from casebook.gui.main_window import MainWindow
from casebook.gui.panes.case_page import CasePage
from casebook.journal import Journal
from casebook.journal.records import Case

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def case(sample_journal: Journal) -> Case:
    """The case with the most in it."""
    return next(
        sample_journal.cases.get(row.id) for row in sample_journal.cases.rows() if row.title == "Withdrawal on hold"
    )


@pytest.fixture
def page(window: MainWindow, case: Case, qtbot: QtBot) -> Iterator[CasePage]:
    """The page of that case, in the window; no draft is left, so that the window closes without asking."""
    assert window.body is not None
    window.reminder.close()
    window.resize(1280, 800)
    window.body.show_case(case.id)
    window.activateWindow()
    made = window.body.case_page
    qtbot.waitUntil(made.timeline.isVisible)
    yield made
    for case_id in made.unsaved_cases():
        made.composer.accepted(case_id)


def dialog_of(kind: type[QWidget]) -> QWidget:
    """Return the open dialog of a kind."""
    found = [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]
    assert len(found) == 1, found
    return found[0]
