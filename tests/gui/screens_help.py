"""The help while it is searched, what Ctrl+Z would take back, and the bar over the sample, for their pictures."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QMenu, QWidget

from casebook.gui.dialogs.help_dialog import HelpDialog
from casebook.gui.main_window import MainWindow
from casebook.gui.sample_book import SampleBook
from casebook.gui.start import Start
from casebook.journal import Journal

Settle = Callable[[], None]
PAGES = ("help-found", "help-nothing", "undo", "sample")


def bring(window: MainWindow, journal: Journal, page: str, settle: Settle) -> QWidget:
    """Bring a page about and return the widget to be looked at."""
    assert window.body is not None
    assert window.commands is not None
    if page == "sample":
        return _sample(window, journal, settle)
    if page == "undo":
        case_id = next(row.id for row in journal.cases.rows() if journal.follow_ups.of_case(row.id, open_only=True))
        window.body.show_case(case_id)
        window.commands.follow_up.done(journal.follow_ups.of_case(case_id, open_only=True)[0].id)
        settle()
        menu = next(each for each in window.actions_["undo"].associatedObjects() if isinstance(each, QMenu))
        menu.popup(window.mapToGlobal(window.rect().center()))
        settle()
        return menu
    window.actions_["help"].trigger()
    settle()
    help_ = window.findChild(HelpDialog)
    assert help_ is not None
    chinese = window.appearance.language == "zh"
    words = {"help-found": "会话" if chinese else "promise", "help-nothing": "xyz"}[page]
    help_.search.setText(words)
    settle()
    return help_


def _sample(window: MainWindow, journal: Journal, settle: Settle) -> QWidget:
    """Mark the casebook that is shown as the sample, the way it is done when it is opened as such."""
    start = Start(window, Path(journal.folder).with_name("own"), lambda _folder, _key: journal)
    SampleBook(window, start, lambda folder: iter(()), journal.folder)  # type: ignore[arg-type,return-value]
    window.attached.emit(journal)
    settle()
    return window
