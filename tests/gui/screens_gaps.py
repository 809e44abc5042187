"""The gap report of a case with twelve gaps, and the dialog that answers one, for their pictures."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from casebook.gui.main_window import MainWindow
from casebook.journal import Journal
from tests.dossier.gap_book import plant

Settle = Callable[[], None]
PAGES = ("gaps", "gap-answer")


def bring(window: MainWindow, journal: Journal, page: str, settle: Settle) -> QWidget:
    """Bring a page about and return the widget to be looked at."""
    planted = plant(journal, "Merlin Exchange")
    assert window.body is not None
    assert window.commands is not None
    silence = f"silence:{next(c.id for c in journal.contacts.of_case(planted.case) if c.subject == 'Order 3')}"
    journal.answers.put(planted.case, silence, "They were closed for a public holiday and said so on their page.")
    window.body.show_case(planted.case)
    dialog = window.commands.gaps.show(planted.case)
    while not dialog.is_ready():
        settle()
    if page == "gaps":
        return dialog
    answer = window.commands.gaps.answer(planted.case, dialog.gaps.findings()[0].key)
    assert answer is not None
    settle()
    return answer
