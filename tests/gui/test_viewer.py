"""The exhibit viewer in the real window: zoom, turn, compare, marks on a copy, the check, and what is no picture."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from casebook.dossier.marking import marks
from casebook.dossier.marking.marks import RED, Mark, Shape
from casebook.gui.dialogs.exhibit_dialog import ExhibitDialog
from casebook.gui.main_window import MainWindow
from casebook.gui.widgets.exhibits.picture_view import PictureView
from casebook.journal.changes import Changes, Kind
from casebook.journal.records import Attachment
from casebook.journal.store.database import raw_connection
from casebook.journal.store.database_name import DATABASE_NAME
from tests.dossier.conftest import picture
from tests.dossier.test_redaction import written

LEFT = Qt.MouseButton.LeftButton
NONE, CTRL, SHIFT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


def put(window: MainWindow, name: str, content: bytes, kind: str = "") -> int:
    """Put a file into the first case and return the exhibit's id."""
    assert window.journal is not None
    window.reminder.hide()
    case = min(row.id for row in window.journal.cases.rows())
    return window.journal.exhibits.add(case, Attachment(name, content, kind)).made


def viewer(window: MainWindow, qtbot: QtBot, exhibit_id: int) -> ExhibitDialog:
    """Open the viewer and wait for its picture."""
    assert window.commands is not None
    dialog = window.commands.exhibit.open(exhibit_id)
    assert dialog.exhibit_id() == exhibit_id
    ready(dialog, qtbot)
    return dialog


def ready(dialog: ExhibitDialog, qtbot: QtBot, side: int = 0) -> None:
    """Wait until a side shows its picture, or says why not."""
    qtbot.waitUntil(lambda: dialog.views[side].has_picture or bool(dialog.views[side].words), timeout=30_000)
    QApplication.processEvents()


def at(view: PictureView, x: int, y: int) -> QPoint:
    """Return where a pixel of the picture is in the view."""
    return view.mapFromScene(QPointF(x, y))


def drag(view: PictureView, start: tuple[int, int], end: tuple[int, int]) -> None:
    """Drag from one pixel of the picture to another."""
    first, last = at(view, *start), at(view, *end)
    QTest.mousePress(view.viewport(), LEFT, NONE, first)
    for step in range(1, 4):
        QTest.mouseMove(view.viewport(), first + (last - first) * step / 3)
    QTest.mouseRelease(view.viewport(), LEFT, NONE, last)


def test_a_picture_is_zoomed_turned_and_stepped_through(window: MainWindow, qtbot: QtBot) -> None:
    assert window.journal is not None
    first, second = put(window, "one.png", picture(2400, 1600)), put(window, "two.png", picture(300, 200))
    before = window.journal.exhibits.get(first).file
    dialog = viewer(window, qtbot, first)
    view = dialog.views[0]
    assert view.hasFocus()
    fitted = view.zoom
    assert fitted < 1
    assert view.horizontalScrollBar().maximum() == view.horizontalScrollBar().minimum()
    QTest.keyClick(dialog, Qt.Key.Key_0)
    assert view.zoom == pytest.approx(1)
    assert dialog.scale.text() == "100 %"
    QTest.keyClick(dialog, Qt.Key.Key_Plus)
    assert view.zoom == pytest.approx(1.25)
    QTest.keyClick(dialog, Qt.Key.Key_Minus)
    here = QPointF(view.viewport().rect().center())
    wheel = QWheelEvent(
        here, QPointF(view.mapToGlobal(here.toPoint())), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton, CTRL,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view.viewport(), wheel)
    assert view.zoom == pytest.approx(1.25)
    old = view.horizontalScrollBar().value()
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.horizontalScrollBar().value() > old
    assert dialog.exhibit_id() == first, "the arrow pans while there is something to pan to"
    QTest.keyClick(dialog, Qt.Key.Key_W)
    assert view.zoom == pytest.approx(view.viewport().width() / 2400 * view.devicePixelRatioF(), rel=0.02)
    QTest.keyClick(dialog, Qt.Key.Key_F)
    assert view.zoom == pytest.approx(fitted)
    QTest.keyClick(dialog, Qt.Key.Key_R)
    assert view.turned == 90
    assert view.mapToScene(view.viewport().rect().center()).x() == pytest.approx(1200, abs=6)
    assert window.journal.exhibits.get(first).file == before
    assert window.journal.exhibits.read(before) == picture(2400, 1600)

    QTest.keyClick(view, Qt.Key.Key_Right)
    assert dialog.exhibit_id() == second
    ready(dialog, qtbot)
    assert view.zoom == pytest.approx(view.devicePixelRatioF()), "a small one is not blown up"
    assert "300 × 200" in [dialog.facts.form.itemAt(n).widget().text()[:9] for n in range(dialog.facts.form.count())]
    dialog.strip.setCurrentIndex(dialog.strip.model().index(0, 0))
    assert dialog.exhibit_id() == first
    dialog.resize(760, 600)
    size = dialog.size()
    dialog.close()
    assert viewer(window, qtbot, first).size() == size
    window.commands.exhibit.open(first).close()  # type: ignore[union-attr]


def test_two_are_compared_with_one_zoom_and_in_turn(window: MainWindow, qtbot: QtBot) -> None:
    first, second = put(window, "one.png", picture(1800, 1200)), put(window, "two.png", picture(900, 600))
    dialog = viewer(window, qtbot, first)
    QTest.keyClick(dialog, Qt.Key.Key_C)
    assert dialog.exhibit_id(1) == second, "the next one, until another is chosen from the strip"
    ready(dialog, qtbot, 1)
    left, right = dialog.views
    left.set_zoom(1.0)
    left.centerOn(900, 900)
    assert right.zoom == pytest.approx(2.0), "half as many pixels, so twice the zoom"
    assert right.sight().down == pytest.approx(left.sight().down, abs=0.02)
    right.centerOn(450, 200)
    assert left.sight().down == pytest.approx(right.sight().down, abs=0.02)
    QTest.keyClick(dialog, Qt.Key.Key_B)
    assert not left.isVisible()
    assert right.isVisible()
    QTest.keyClick(dialog, Qt.Key.Key_B)
    assert left.isVisible()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.is_comparing
    assert not right.isVisible()
    assert dialog.strip.current_id() == first
    dialog.close()


def test_marks_are_drawn_undone_kept_as_a_copy_and_edited_again(window: MainWindow, qtbot: QtBot) -> None:
    assert window.journal is not None
    journal = window.journal
    source = put(window, "shot.png", picture(600, 400))
    dialog = viewer(window, qtbot, source)
    view, drawing = dialog.views[0], dialog.marking
    QTest.keyClick(dialog, Qt.Key.Key_M)
    qtbot.waitUntil(lambda: drawing.active)
    QApplication.processEvents()
    drag(view, (300, 300), (200, 200))
    QTest.keyClick(dialog, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    drag(view, (20, 20), (120, 80))
    arrow, box = drawing.marks.areas
    assert (arrow.shape, box.shape) == (Shape.ARROW, Shape.BOX)
    for found, wanted in zip((box.left, box.top, box.right, box.bottom), (20, 20, 120, 80), strict=True):
        assert abs(found - wanted) <= 2
    QTest.keyClick(view, Qt.Key.Key_Right, CTRL)
    QTest.keyClick(view, Qt.Key.Key_Right, CTRL | SHIFT)
    moved = drawing.marks.areas[1]
    assert (moved.left, moved.right) == (box.left + 1, box.right + 2)
    QTest.keyClick(dialog, Qt.Key.Key_Z, CTRL)
    assert drawing.marks.areas == (arrow, box), "the keys' steps are one"
    QTest.keyClick(view, Qt.Key.Key_Delete)
    assert drawing.marks.areas == (arrow,)
    QTest.keyClick(dialog, Qt.Key.Key_Z, CTRL)
    QTest.keyClick(dialog, Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    QTest.mouseClick(view.viewport(), LEFT, NONE, at(view, 40, 320))
    assert dialog.focusWidget() is drawing.bar.words
    QTest.keyClicks(drawing.bar.words, "Fr 24 ")
    drawing.bar.words.insert("小时")
    QTest.keyClick(drawing.bar.words, Qt.Key.Key_Return)
    assert drawing.marks.areas[2].text == "Fr 24 小时"
    assert drawing.active, "letters in the field are letters, Enter ends the field only"
    drawing.bar.keep.click()
    qtbot.waitUntil(lambda: dialog.exhibit_id() != source, timeout=30_000)
    made = journal.exhibits.get(dialog.exhibit_id())
    assert (made.derived_from, made.name) == (source, "shot-marked.png")
    assert made.description.endswith("with marks")
    assert marks.read(made.marks) == drawing.marks.areas
    copy = Image.open(io.BytesIO(journal.exhibits.read(made.file)))
    assert copy.size == (600, 400)
    assert copy.getpixel((box.left, 50)) == RED
    assert not drawing.active
    ready(dialog, qtbot)
    assert dialog.mark_button.text().startswith("Edit")
    dialog.mark_button.click()
    qtbot.waitUntil(lambda: drawing.active)
    assert len(drawing.marks.areas) == 3
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not drawing.active
    assert dialog.isVisible()
    assert [use.id for use in journal.exhibits.uses(source) if use.way == "copy"] == [made.id]
    dialog.close()


def test_the_hash_is_copied_and_checked_and_uses_lead_there(window: MainWindow, qtbot: QtBot) -> None:
    assert window.journal is not None
    assert window.body is not None
    journal = window.journal
    window.reminder.hide()
    exhibit = next(
        e for row in journal.cases.rows() for e in journal.exhibits.of_case(row.id) if e.contact_id is not None
    )
    dialog = viewer(window, qtbot, exhibit.id)
    assert exhibit.file.sha256 in dialog.hash.toPlainText()
    dialog.facts.copy_hash.click()
    assert QGuiApplication.clipboard().text() == exhibit.file.sha256
    dialog.facts.check.click()
    qtbot.waitUntil(lambda: "those that were recorded" in dialog.facts.checked.text())
    dialog.facts.used.activated_id.emit(0)
    qtbot.waitUntil(window.body.case_page.isVisible)
    assert window.body.case_id == exhibit.case_id
    path = journal.exhibits._core.files.path(exhibit.file)
    path.chmod(0o600)
    path.write_bytes(b"something else")
    dialog.facts.check.click()
    qtbot.waitUntil(lambda: "not what was put in" in dialog.facts.checked.text())
    dialog.close()


def test_a_step_waits_for_nobody_who_writes_and_has_no_case_read_again(window: MainWindow, qtbot: QtBot) -> None:
    assert window.journal is not None
    assert window.body is not None
    journal, page = window.journal, window.body.case_page
    first, second = (put(window, name, picture(60 + size, 40)) for size, name in enumerate(("a.png", "b.png")))
    window.body.show_case(min(row.id for row in journal.cases.rows()))
    dialog = viewer(window, qtbot, first)
    qtbot.waitUntil(lambda: journal.exhibits.get(first).read_at is not None and not window.quick.jobs)
    read_again, heard = list[None](), list[Changes]()
    page.model.modelReset.connect(lambda: read_again.append(None))
    window.feed.changed.connect(heard.append)
    with raw_connection(journal.folder / DATABASE_NAME) as other:
        other.execute("BEGIN IMMEDIATE")  # as an import does
        dialog.forward.click()
        ready(dialog, qtbot)
        assert dialog.exhibit_id() == second
        assert dialog.views[0].has_picture
        assert journal.exhibits.get(second).read_at is None
        other.execute("ROLLBACK")
    qtbot.waitUntil(lambda: bool(heard))
    assert journal.exhibits.get(second).read_at is not None
    assert read_again == []
    journal.exhibits.describe(second, "the page of the order")
    window.feed.announce(Changes(second, {Kind.EXHIBIT: frozenset({second})}, heard[0].cases))
    assert read_again != []
    dialog.close()


def test_pages_of_a_pdf_and_what_is_no_picture(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    pdf, torn = put(window, "s.pdf", written(), "application/pdf"), put(window, "t.png", picture()[:2000], "image/png")
    drawing = put(window, "d.svg", b'<svg><image href="file:///etc/passwd"/></svg>', "image/svg+xml")
    file = put(window, "form.docx", b"PK\3\4 form", "application/zip")
    dialog = viewer(window, qtbot, pdf)
    assert dialog.page_place.text() == "page 1 of 2"
    first = dialog.views[0].grab().toImage()
    QTest.keyClick(dialog, Qt.Key.Key_PageDown)
    qtbot.waitUntil(lambda: dialog.page_place.text() == "page 2 of 2", timeout=30_000)
    assert not dialog.page_forward.isEnabled()
    assert not first.isNull()
    for shown, words in ((torn, "breaks off"), (drawing, "not a picture"), (file, "not shown here")):
        assert window.commands is not None
        window.commands.exhibit.open(shown)
        ready(dialog, qtbot)
        assert not dialog.views[0].has_picture
        assert words in dialog.views[0].words
        assert not dialog.mark_button.isEnabled()
        assert not dialog.page_place.isVisible()
    dialog.close()


@pytest.mark.slow
def test_a_large_picture_is_drawn_by_a_child_and_sharp_in_tiles(window: MainWindow, qtbot: QtBot) -> None:
    large = Image.new("RGB", (6000, 4000), "white")
    large.paste((10, 200, 30), (5200, 3200, 5203, 3500))
    raw = io.BytesIO()
    large.save(raw, "PNG", compress_level=1)
    dialog = viewer(window, qtbot, put(window, "wall.png", raw.getvalue(), "image/png"))
    view = dialog.views[0]
    assert view.item.size.width() == 6000
    view.set_zoom(1.0)
    view.centerOn(5202, 3300)

    def sharp() -> bool:
        shown = view.viewport().grab().toImage()
        place = view.mapFromScene(QPointF(5201.5, 3300))
        return shown.pixelColor(place * shown.devicePixelRatio()).green() > shown.pixelColor(place).red() + 120

    qtbot.waitUntil(sharp, timeout=30_000)
    dialog.close()


def test_marks_as_they_are_kept_are_read_by_what_is_known_of_them() -> None:
    every = (Mark(Shape.ARROW, 1, 2, 3, 4), Mark(Shape.TEXT, 5, 6, 5, 30, "那里", 2))
    assert marks.read(marks.kept(every, of="abc")) == every
    assert marks.source(marks.kept(every, of="abc")) == "abc"
    later = '{"version": 9, "marks": [{"shape": "cloud"}, {"shape": "box", "page": 1, "at": [1, 2, 3, 4]}, 7]}'
    assert marks.read(later) == (Mark(Shape.BOX, 1, 2, 3, 4),)
    for broken in ("", "[]", "{", '{"marks": 3}', '{"marks": [{"shape": "box", "page": 1, "at": [1, 2]}]}'):
        assert marks.read(broken) == ()
    lines = marks.wrapped("one two 三四五 sevenletters", 6, len)
    assert max(map(len, lines)) <= 6
    assert "".join(lines).replace(" ", "") == "onetwo三四五sevenletters"
