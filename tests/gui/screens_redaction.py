"""The redaction editor on a page with words to cover, and its result, for their pictures."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from casebook.gui.main_window import MainWindow
from casebook.journal import Journal
from casebook.journal.records import Attachment
from casebook.journal.terms import ExhibitSource
from tests.dossier.test_redaction import SECRET, written

Settle = Callable[[], None]
PAGES = ("redaction", "redaction-result")


def bring(window: MainWindow, journal: Journal, page: str, settle: Settle) -> QWidget:
    """Bring a page about and return the widget to be looked at."""
    assert window.commands is not None
    case = max(journal.cases.rows(), key=lambda row: row.contacts).id
    file = Attachment("statement.pdf", written(), "application/pdf", ExhibitSource.FILE)
    dialog = window.commands.redaction.redact(journal.exhibits.add(case, file).made)
    while dialog.editor is None:
        settle()
    dialog.words.setText(SECRET)
    dialog.find_button.click()
    while not dialog.marks.areas:
        settle()
    dialog.list.setCurrentRow(0)
    if page == "redaction-result":
        dialog.result_button.click()
        while not dialog.shows_result:
            settle()
        settle()
    settle()
    return dialog
