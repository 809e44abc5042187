"""The dialogs of what a dossier asks for beyond the story, on the sample's own case, for their pictures."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtWidgets import QDialog, QWidget

from casebook import paths
from casebook.cli.demo_cases import make_cases
from casebook.gui.main_window import MainWindow
from casebook.guide import Guide
from casebook.journal import Journal
from casebook.journal.times import system_zone

Settle = Callable[[], None]
PAGES = (
    *("money", "transfer", "edit-transfer", "edit-loss", "case-dossier", "firm-facts", "exhibit-facts"),
    *("recording-facts", "annotate", "exhibit-open", "contact-open"),
)


def bring(window: MainWindow, journal: Journal, page: str, settle: Settle) -> QWidget:
    """Bring a page about and return the widget to be looked at."""
    before = {row.id for row in journal.cases.rows()}
    guide = Guide.load(paths.resources() / "guides")
    make_cases(journal, guide, journal.clock() + timedelta(hours=1), system_zone())
    case_id = min({row.id for row in journal.cases.rows()} - before)
    assert window.body is not None
    assert window.commands is not None
    window.body.show_case(case_id)
    settle()
    if page == "money":
        side = window.body.case_page.side
        side.ensureWidgetVisible(side.claimed)
        side.verticalScrollBar().setValue(side.verticalScrollBar().maximum())
        settle()
        return window
    do, exhibits = window.commands, {e.name: e for e in journal.exhibits.of_case(case_id)}
    last = [c for c in journal.contacts.of_case(case_id) if c.translation][-1]
    made: dict[str, Callable[[], QDialog]] = {
        "transfer": lambda: do.money.add_transfer(case_id),
        "edit-transfer": lambda: do.money.edit_transfer(journal.transfers.of_case(case_id)[0].id),
        "edit-loss": lambda: do.money.edit_loss(journal.losses.of_case(case_id)[0].id),
        "case-dossier": lambda: do.case.edit(case_id),
        "firm-facts": lambda: do.firm.edit(journal.cases.get(case_id).firm_id),
        "exhibit-facts": lambda: do.exhibit.edit_facts(exhibits["chat-lily.png"].id),
        "recording-facts": lambda: do.exhibit.edit_facts(exhibits["call-2026-11-19.wav"].id),
        "annotate": lambda: do.contact.annotate(last.id),
        "exhibit-open": lambda: do.exhibit.open(exhibits["chat-lily.png"].id),
        "contact-open": lambda: do.contact.open(last.id),
    }
    dialog = made[page]()
    if page == "case-dossier":
        dialog.pages.setCurrentIndex(1)  # type: ignore[attr-defined]
    settle()
    return dialog
