"""The exhibit viewer, for its pictures: one exhibit, two side by side, marks being drawn, and a file that is none."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QWidget

from casebook.dossier.marking.marks import Mark, Shape
from casebook.gui.main_window import MainWindow
from casebook.journal import Journal
from casebook.journal.records import Attachment
from tests.dossier.conftest import picture
from tests.dossier.test_redaction import written

Settle = Callable[[], None]
PAGES = ("viewer", "viewer-compare", "viewer-marks", "viewer-pdf", "viewer-none")


def bring(window: MainWindow, journal: Journal, page: str, settle: Settle) -> QWidget:
    """Bring a page about and return the widget to be looked at."""
    assert window.commands is not None
    case = max(journal.cases.rows(), key=lambda row: row.contacts).id
    for number in range(3):
        journal.exhibits.add(case, Attachment(f"phone {number}.png", picture(540, 1100 + number), "image/png"))
    pdf = journal.exhibits.add(case, Attachment("statement.pdf", written(), "application/pdf")).made
    none = journal.exhibits.add(case, Attachment("form.docx", b"PK\3\4 not much", "application/zip")).made
    first = journal.exhibits.of_case(case)[0].id
    dialog = window.commands.exhibit.open({"viewer-pdf": pdf, "viewer-none": none}.get(page, first))
    for _ in range(12):
        settle()
    if page == "viewer-compare":
        dialog.compare.setChecked(True)
    if page == "viewer-marks":
        dialog.mark_button.click()
        while not dialog.marking.active:
            settle()
        size = dialog.views[0].item.size
        wide, high = size.width(), size.height()
        box = Mark(Shape.BOX, wide // 10, high // 8, wide // 2, high // 4)
        arrow = Mark(Shape.ARROW, wide * 3 // 4, high * 3 // 4, wide // 2 + 10, high // 4 + 10)
        words = Mark(
            Shape.TEXT,
            wide // 2,
            high * 3 // 4 + 10,
            wide // 2,
            high * 3 // 4 + 40,
            "they said 24 hours / 他们说24小时",
        )
        dialog.marking.marks.add([box, arrow, words], "")
        dialog.marking.layer.chosen.emit(1)
        assert dialog.marking.layer.contains(QPointF(1, 1))
    for _ in range(3):
        settle()
    return dialog
