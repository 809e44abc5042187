"""The redaction editor in the real window: boxes by mouse and keys, words, the result, the copy that is kept."""

from __future__ import annotations

import io
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from casebook.dossier.redaction.areas import Box, Span, read
from casebook.dossier.redaction.texts import BLOCK
from casebook.gui.dialogs.exhibit_dialog import ExhibitDialog
from casebook.gui.dialogs.redaction_dialog import RedactionDialog
from casebook.gui.main_window import MainWindow
from casebook.gui.widgets.exhibits.redaction_pages import RedactionPages
from casebook.gui.widgets.exhibits.redaction_sheet import by_line
from casebook.gui.widgets.exhibits.redaction_text import RedactionText
from casebook.journal.records import Attachment
from casebook.journal.terms import ExhibitSource
from tests.dossier.conftest import picture
from tests.dossier.test_redaction import SECRET, reds, written

LEFT = Qt.MouseButton.LeftButton
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


def put(window: MainWindow, name: str, content: bytes, kind: str) -> int:
    """Put a file into the first case and return the exhibit's id."""
    assert window.journal is not None
    window.reminder.hide()
    case = min(row.id for row in window.journal.cases.rows())
    return window.journal.exhibits.add(case, Attachment(name, content, kind, ExhibitSource.FILE)).made


def editor(window: MainWindow, qtbot: QtBot, exhibit_id: int) -> RedactionDialog:
    """Open the editor and wait for the page."""
    assert window.commands is not None
    dialog = window.commands.redaction.redact(exhibit_id)
    qtbot.waitUntil(lambda: dialog.editor is not None, timeout=20_000)
    QApplication.processEvents()  # the page is fitted when the dialog has its size
    return dialog


def gone(dialog: RedactionDialog) -> bool:
    """Return whether the editor is closed: it is deleted soon after."""
    return not isValid(dialog) or not dialog.isVisible()


def drag(sheet: object, start: tuple[int, int], end: tuple[int, int]) -> None:
    """Drag from one point of the page to another, in the page's own pixels."""
    zoom = sheet._zoom  # type: ignore[attr-defined]
    first, last = (QPoint(round(x * zoom), round(y * zoom)) for x, y in (start, end))
    QTest.mousePress(sheet, LEFT, Qt.KeyboardModifier.NoModifier, first)
    for step in range(1, 5):
        QTest.mouseMove(sheet, first + (last - first) * step / 4)
    QTest.mouseRelease(sheet, LEFT, Qt.KeyboardModifier.NoModifier, last)


def near(box: object, *numbers: int) -> bool:
    """Return whether a box is where it should be, give or take what the zoom rounds."""
    assert isinstance(box, Box)
    return all(abs(a - b) <= 3 for a, b in zip((box.left, box.top, box.right, box.bottom), numbers, strict=True))


def test_a_box_is_drawn_moved_resized_and_kept(window: MainWindow, qtbot: QtBot) -> None:
    assert window.journal is not None
    exhibit_id = put(window, "shot.png", picture(600, 400), "image/png")
    dialog = editor(window, qtbot, exhibit_id)
    assert isinstance(dialog.editor, RedactionPages)
    sheet, marks = dialog.editor.sheet, dialog.marks
    assert not dialog.save.isEnabled()
    drag(sheet, (100, 100), (200, 160))
    assert near(marks.areas[0], 100, 100, 200, 160)
    drag(sheet, (150, 130), (250, 180))
    assert near(marks.areas[0], 200, 150, 300, 210), "moved by its middle"
    drag(sheet, (300, 210), (340, 260))
    assert near(marks.areas[0], 200, 150, 340, 260), "resized by its corner"
    drag(sheet, (200, 200), (-50, 200))
    assert near(marks.areas[0], 0, 150, 340, 260), "not beyond the page"
    drag(sheet, (400, 300), (401, 301))
    assert len(marks.areas) == 1, "a slip of the hand is no box"
    for _ in range(3):
        dialog.undo.click()
    assert near(marks.areas[0], 100, 100, 200, 160)
    dialog.undo.click()
    assert not marks.areas
    for _ in range(4):
        dialog.redo.click()
    assert near(marks.areas[0], 0, 150, 340, 260)
    dialog.save.click()
    assert dialog.isVisible()
    assert "why" in dialog.notice.text()
    dialog.reason.setText("a phone number")
    dialog.save.click()
    qtbot.waitUntil(lambda: bool(window.journal and window.journal.redactions.of_exhibit(exhibit_id)), timeout=20_000)
    (kept,) = window.journal.redactions.of_exhibit(exhibit_id)
    assert read(kept.areas)[0] == list(marks.areas)
    image = Image.open(io.BytesIO(window.journal.exhibits.read(kept.file)))
    assert image.getpixel((100, 200)) == (0, 0, 0)
    assert image.getpixel((400, 200)) != (0, 0, 0)
    qtbot.waitUntil(lambda: gone(dialog))


def test_all_of_it_works_without_a_mouse(window: MainWindow, qtbot: QtBot) -> None:
    exhibit_id = put(window, "shot.png", picture(600, 400), "image/png")
    dialog = editor(window, qtbot, exhibit_id)
    assert isinstance(dialog.editor, RedactionPages)
    sheet, marks = dialog.editor.sheet, dialog.marks
    assert sheet.hasFocus() or dialog.focusWidget() is sheet
    QTest.keyClick(sheet, Qt.Key.Key_Insert)
    first = marks.areas[0]
    assert isinstance(first, Box)
    QTest.keyClick(sheet, Qt.Key.Key_Right, CTRL)
    assert marks.areas[0] == Box(1, first.left + 1, first.top, first.right + 1, first.bottom)
    QTest.keyClick(sheet, Qt.Key.Key_Down, CTRL | SHIFT)
    assert marks.areas[0] == Box(1, first.left + 1, first.top, first.right + 1, first.bottom + 1)
    QTest.keyClick(dialog, Qt.Key.Key_Z, CTRL)
    assert marks.areas == (first,), "steps by keys are undone together"
    QTest.keyClick(sheet, Qt.Key.Key_Insert)
    QTest.keyClick(sheet, Qt.Key.Key_Up)
    assert len(marks.areas) == 2
    assert dialog.list.currentRow() == 1
    QTest.keyClick(sheet, Qt.Key.Key_Space)
    assert dialog.list.currentRow() == 0
    second = marks.areas[1]
    QTest.keyClick(sheet, Qt.Key.Key_Delete)
    assert marks.areas == (second,)
    assert second != first
    QTest.keyClick(dialog, Qt.Key.Key_Z, CTRL)
    assert len(marks.areas) == 2
    for _ in range(200):
        QTest.keyClick(sheet, Qt.Key.Key_Left)
    assert min(area.left for area in marks.areas if isinstance(area, Box)) == 0
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert "not saved" in dialog.notice.text()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_words_of_a_pdf_are_found_marked_and_gone_in_the_result(window: MainWindow, qtbot: QtBot) -> None:
    assert window.journal is not None
    exhibit_id = put(window, "statement.pdf", written(pages=3), "application/pdf")
    dialog = editor(window, qtbot, exhibit_id)
    pages = dialog.editor
    assert isinstance(pages, RedactionPages)
    assert pages.place.text() == "1 of 3"
    dialog.words.setText("no such words")
    dialog.find_button.click()
    qtbot.waitUntil(lambda: "not here as text" in dialog.notice.text(), timeout=20_000)
    dialog.words.setText(SECRET.upper())
    dialog.find_button.click()
    qtbot.waitUntil(lambda: len(dialog.marks.areas) == 3, timeout=20_000)
    dialog.list.setCurrentRow(2)
    qtbot.waitUntil(lambda: pages.number == 3, timeout=20_000)
    pages.words.click()
    first, last = pages.sheet._words[0], pages.sheet._words[2]
    drag(pages.sheet, (first.left + 2, first.top + 2), (last.right - 2, last.bottom - 2))
    assert dialog.marks.areas[3:] == tuple(by_line(pages.sheet._words[:3]))
    reds_before = reds(Image.fromqimage(pages.sheet._picture.toImage()))
    assert reds_before > 50
    dialog.result_button.click()
    qtbot.waitUntil(lambda: dialog.shows_result, timeout=20_000)
    qtbot.waitUntil(lambda: reds(Image.fromqimage(pages.sheet._picture.toImage())) == 0, timeout=20_000)
    dialog.result_button.click()
    qtbot.waitUntil(lambda: reds(Image.fromqimage(pages.sheet._picture.toImage())) == reds_before, timeout=20_000)
    dialog.reason.setText("secret words")
    dialog.name.setText("copy.pdf")
    dialog.save.click()
    qtbot.waitUntil(lambda: gone(dialog), timeout=20_000)
    (kept,) = window.journal.redactions.of_exhibit(exhibit_id)
    assert (kept.reason, kept.name) == ("secret words", "copy.pdf")
    content = window.journal.exhibits.read(kept.file)
    assert pypdfium2.PdfDocument(content)[0].get_textpage().get_text_range() == ""


def test_a_text_is_covered_by_selection_and_shown_again(window: MainWindow, qtbot: QtBot) -> None:
    assert window.journal is not None
    exhibit_id = put(window, "chat.txt", "😀 call 9123 now\nLily: ok".encode(), "text/plain")
    dialog = editor(window, qtbot, exhibit_id)
    text = dialog.editor
    assert isinstance(text, RedactionText)
    cursor = text.field.textCursor()
    cursor.setPosition(8)
    cursor.setPosition(12, QTextCursor.MoveMode.KeepAnchor)
    text.field.setTextCursor(cursor)
    assert text.field.textCursor().selectedText() == "9123"
    QTest.keyClick(text.field, Qt.Key.Key_Insert)
    assert dialog.marks.areas == (Span(7, 11),)
    dialog.words.setText("lily")
    dialog.find_button.click()
    qtbot.waitUntil(lambda: len(dialog.marks.areas) == 2, timeout=5000)
    dialog.result_button.click()
    qtbot.waitUntil(lambda: text.field.toPlainText() == f"😀 call {BLOCK} now\n{BLOCK}: ok", timeout=5000)
    dialog.result_button.click()
    dialog.list.setCurrentRow(0)
    QTest.keyClick(text.field, Qt.Key.Key_Delete)
    assert dialog.marks.areas == (Span(16, 20),)
    dialog.reason.setText("name")
    dialog.save.click()
    qtbot.waitUntil(lambda: gone(dialog), timeout=5000)
    (kept,) = window.journal.redactions.of_exhibit(exhibit_id)
    assert window.journal.exhibits.read(kept.file).decode() == f"😀 call 9123 now\n{BLOCK}: ok"


def test_a_copy_that_stands_is_opened_changed_and_taken_back(window: MainWindow, qtbot: QtBot) -> None:
    assert window.journal is not None
    journal = window.journal
    exhibit_id = put(window, "shot.png", picture(600, 400), "image/png")
    dialog = editor(window, qtbot, exhibit_id)
    assert not dialog.withdraw.isVisible()
    drag(dialog.editor.sheet, (100, 100), (200, 160))  # type: ignore[union-attr]
    dialog.reason.setText("first")
    dialog.save.click()
    qtbot.waitUntil(lambda: bool(journal.redactions.of_exhibit(exhibit_id)), timeout=20_000)
    (first,) = journal.redactions.of_exhibit(exhibit_id)
    again = editor(window, qtbot, exhibit_id)
    assert read(first.areas)[0] == list(again.marks.areas)
    assert again.reason.text() == "first"
    assert not again.is_dirty()
    drag(again.editor.sheet, (300, 300), (400, 360))  # type: ignore[union-attr]
    again.save.click()
    qtbot.waitUntil(lambda: journal.redactions.of_exhibit(exhibit_id)[0].id != first.id, timeout=20_000)
    third = editor(window, qtbot, exhibit_id)
    assert len(third.marks.areas) == 2
    third.withdraw.click()
    assert not journal.redactions.of_exhibit(exhibit_id)
    assert not third.isVisible()


def test_the_exhibit_itself_leads_to_the_editor(window: MainWindow, qtbot: QtBot, qapp: object) -> None:
    assert window.commands is not None
    exhibit_id = put(window, "shot.png", picture(600, 400), "image/png")
    window.commands.exhibit.open(exhibit_id).redact_button.click()
    dialog = next(d for d in window.findChildren(RedactionDialog) if d.isVisible())
    qtbot.waitUntil(lambda: dialog.editor is not None, timeout=20_000)
    assert dialog.exhibit.id == exhibit_id
    dialog.reject()
    for shown in window.findChildren(ExhibitDialog):
        shown.reject()


@pytest.mark.parametrize(("name", "kind"), [("film.mp4", "video/mp4"), ("torn.pdf", "application/pdf")])
def test_what_cannot_be_redacted_is_said_in_words(window: MainWindow, qtbot: QtBot, name: str, kind: str) -> None:
    assert window.commands is not None
    exhibit_id = put(window, name, b"%PDF-1.4 nothing", kind)
    said: list[Exception] = []
    window.commands.redaction.show_error = said.append  # type: ignore[method-assign]
    dialog = window.commands.redaction.redact(exhibit_id)
    qtbot.waitUntil(lambda: bool(said), timeout=20_000)
    qtbot.waitUntil(lambda: gone(dialog))
    assert "EX-" in str(said[0])


def test_closing_the_editor_deletes_the_plain_copy(window: MainWindow, qtbot: QtBot) -> None:
    exhibit_id = put(window, "shot.png", picture(600, 400), "image/png")
    assert window.commands is not None
    dialog = editor(window, qtbot, exhibit_id)
    (editing,) = window.commands.redaction._open
    assert editing._bench is not None
    folder = Path(editing._bench._base)
    assert (folder / "source").is_file()
    dialog.reject()
    qtbot.waitUntil(lambda: not folder.exists(), timeout=5000)
    assert not window.commands.redaction._open


@pytest.mark.parametrize("how", ["locked", "closed"])
def test_no_plain_copy_outlives_the_casebook(window: MainWindow, qtbot: QtBot, how: str) -> None:
    dialog = editor(window, qtbot, put(window, "shot.png", picture(600, 400), "image/png"))
    drag(dialog.editor.sheet, (100, 100), (200, 160))  # type: ignore[union-attr]
    assert window.commands is not None
    (bench,) = window.commands.redaction.benches
    folder = Path(bench._base)
    assert (folder / "source").is_file()
    if how == "locked":
        window.detach(QWidget())
    else:
        window.close()
    assert not folder.exists()
    if how == "closed":
        dialog.done(0)
