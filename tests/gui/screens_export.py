"""The pages around a dossier, brought about for their pictures."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from casebook.dossier.choices import Choices
from casebook.gui.dialogs.export_dialog import ExportDialog, Step
from casebook.gui.main_window import MainWindow
from casebook.journal import Journal
from casebook.journal.terms import Channel, Direction
from casebook.journal.times import moment
from tests.conftest import finished
from tests.gui.sample import Clock

Settle = Callable[[], None]
_STEPS = {
    "export-reader": Step.READER,
    "export-contents": Step.CONTENTS,
    "export-gaps": Step.GAPS,
    "export-proof": Step.PROOF,
    "export-place": Step.PLACE,
}
PAGES = (*_STEPS, "export-running", "export-end", "exports", "exports-none", "preview", "preview-found")
_PATIENCE = 60.0


def bring(window: MainWindow, journal: Journal, page: str, settle: Settle) -> QWidget:
    """Bring a page about and return the widget to be looked at."""
    assert window.commands is not None
    do, case = window.commands.export, _busiest(journal)
    window.settings.last_export_folder = window.log_folder.as_posix()
    if page in _STEPS:
        return _step(do.export(case), journal, case, page, settle)
    if page in {"export-running", "export-end"}:
        _earlier(journal, case, window.log_folder)
        dialog = do.export(case)
        _until(lambda: dialog.contents.summary.text() != "")
        dialog.start.click()
        if page == "export-end":
            _until(lambda: dialog.made is not None)
        settle()
        return dialog
    if page in {"exports", "exports-none"}:
        if page == "exports":
            _earlier(journal, case, window.log_folder)
        shown = do.list_exports(case)
        settle()
        return shown
    preview = do.preview(case, Choices())
    _until(lambda: preview.pages() > 0)
    if page == "preview-found":
        preview.words.setText("USDT")
        _until(lambda: preview.hits() > 0)
    settle()
    _until(lambda: preview.view.is_drawn(preview.view.page()))
    settle()
    return preview


def _step(dialog: ExportDialog, journal: Journal, case: int, page: str, settle: Settle) -> QWidget:
    if page in {"export-contents", "export-gaps"}:
        words = "order\u202e 12 \U00012000 \ue123"
        if page == "export-gaps":
            words = "Seed: legal winner thank year wave sausage worth useful legal winner thank yellow"
        else:
            _redact(journal, case)
        _log(journal, case, words)
        dialog.look_again()
    if page == "export-proof":
        dialog.proof.how.setCurrentIndex(2)
        dialog.proof.name.setText("Mei Lin 林美")
        dialog.proof.stamp.setChecked(True)
        dialog.proof.url.setText("https://stamps.example/tsr")
    dialog.go_to(_STEPS[page])
    _until(lambda: dialog.contents.summary.text() != "")
    settle()
    return dialog


def _redact(journal: Journal, case: int) -> None:
    exhibit = journal.exhibits.of_case(case)[0]
    journal.redactions.add(
        exhibit.id,
        journal.exhibits.read(exhibit.file),
        reason="账户余额 balance of the account",
        areas=[{"page": 1, "box": [0, 0, 10, 10]}],
        name=exhibit.name,
        media_type=exhibit.media_type,
    )


def _log(journal: Journal, case: int, words: str) -> None:
    happened = moment(journal.clock() - timedelta(minutes=10), "Asia/Singapore")
    journal.contacts.log(case, channel=Channel.CHAT, direction=Direction.IN, happened=happened, text=words)


def _earlier(journal: Journal, case: int, folder: Path) -> None:
    """Make two dossiers for two readers, with something recorded after each."""
    from casebook.dossier import export

    clock = journal.clock
    assert isinstance(clock, Clock)
    for name, choices in (
        ("short for the firm.zip", Choices("en", "firm", "short")),
        ("ombudsman.zip", Choices("zh", recipient="Financial Ombudsman")),
    ):
        finished(export.run(journal, case, folder / name, choices))
        clock.tick(days=2, hours=3)
        _log(journal, case, "Still nothing.")


def _busiest(journal: Journal) -> int:
    return max(journal.cases.rows(), key=lambda row: row.contacts).id


def _until(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + _PATIENCE
    while not condition() and time.monotonic() < end:
        QApplication.processEvents()
        time.sleep(0.01)
