"""The preview in the window: the real PDF, leafed through, zoomed and searched, and gone when it is closed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, QSizeF, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from casebook import paths
from casebook.dossier.choices import Choices
from casebook.gui.appearance import Appearance
from casebook.gui.commands.export import ExportCommands
from casebook.gui.dialogs.preview_dialog import PreviewDialog
from casebook.gui.feed import Feed
from casebook.gui.widgets.exhibits.page_source import PageSource, Wish, sharpest
from casebook.gui.widgets.exhibits.page_view import Fit
from casebook.gui.worker import Worker
from casebook.settings import Settings
from tests.gui.conftest import MakeWindow
from tests.gui.small_book import Sample


@pytest.fixture
def runtime(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(paths, "runtime", lambda: tmp_path / "runtime")
    return tmp_path / "runtime"


@pytest.fixture
def commands(
    small: Sample, feed: Feed, appearance: Appearance, runtime: Path, qtbot: QtBot
) -> Iterator[ExportCommands]:
    window = QWidget()
    qtbot.addWidget(window)
    worker, quick = Worker(small.journal.release), Worker(small.journal.release)
    made = ExportCommands(small.journal, feed, window, worker, quick, Settings(), appearance.theme)
    yield made
    made.close_previews()
    for each in (worker, quick):
        each.close()


@pytest.fixture
def shown(commands: ExportCommands, small: Sample, qtbot: QtBot) -> PreviewDialog:
    """The preview of a case, with its first page drawn."""
    dialog = commands.preview(small.withdrawal, Choices())
    qtbot.waitUntil(lambda: dialog.pages() > 0, timeout=60_000)
    qtbot.waitUntil(lambda: dialog.view.is_drawn(0), timeout=10_000)
    return dialog


def files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def test_the_real_pages_and_no_trace_of_them(shown: PreviewDialog, small: Sample, runtime: Path, qtbot: QtBot) -> None:
    assert shown.pages() >= 3
    assert [path.name for path in files(runtime)] == ["dossier.pdf"]  # no originals beside it
    picture = shown.view.viewport().grab().toImage()
    colours = {picture.pixelColor(x, y).name() for x in range(0, picture.width(), 3) for y in range(0, 200, 3)}
    assert len(colours) > 5  # letters, not an empty sheet
    assert small.journal.exports.of_case(small.withdrawal) == []
    shown.close()
    assert files(runtime) == []


def test_any_page_at_once(shown: PreviewDialog, qtbot: QtBot) -> None:
    last = shown.pages() - 1
    shown.number.setText(str(last + 1))
    qtbot.keyClick(shown.number, Qt.Key.Key_Return)
    assert shown.view.page() == last
    assert shown.thumbnails.currentIndex().row() == last
    qtbot.waitUntil(lambda: shown.view.is_drawn(last), timeout=10_000)
    shown.thumbnails.setCurrentIndex(shown.thumbnails.model().index(1, 0))
    assert shown.view.page() == 1
    assert shown.number.text() == "2"
    qtbot.keyClick(shown.view, Qt.Key.Key_End)
    assert shown.view.page() == last
    qtbot.keyClick(shown.view, Qt.Key.Key_Home)
    assert shown.view.page() == 0
    shown.number.setText("99")
    qtbot.keyClick(shown.number, Qt.Key.Key_Return)
    assert shown.view.page() == 0


def test_a_part_of_the_dossier_by_its_bookmark(shown: PreviewDialog) -> None:
    names = [shown.places.itemText(row).strip() for row in range(shown.places.count())]
    assert len(names) >= 3
    row = shown.places.count() - 1
    shown.places.activated.emit(row)
    assert shown.view.page() == shown.places.itemData(row)


def test_zoom_keeps_the_place(shown: PreviewDialog, qtbot: QtBot) -> None:
    shown.resize(1080, 740)  # a small screen leaves it no room to become narrower
    wide = shown.view.zoom()
    shown.view.go_to(1)
    qtbot.keyClick(shown.view, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert shown.view.zoom() > wide
    assert shown.view.page() == 1
    assert shown.zooms.currentIndex() == -1 or shown.zooms.currentData() == round(shown.view.zoom(), 2)
    shown.view.set_fit(Fit.PAGE)
    assert shown.view.zoom() < wide
    assert shown.zooms.currentData() == Fit.PAGE.value
    shown.view.set_zoom(2.0, QPointF(10, 10))
    assert shown.zooms.currentData() == 2.0
    qtbot.keyClick(shown.view, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert shown.view.fit() is Fit.WIDTH
    assert abs(shown.view.zoom() - wide) < 0.01
    shown.resize(shown.width() - 200, shown.height())
    assert shown.view.zoom() < wide
    for _ in range(30):
        shown.view.zoom_in()
    qtbot.waitUntil(lambda: shown.view.is_drawn(shown.view.page()), timeout=10_000)  # drawn smaller, but drawn


def test_words_are_found_and_left_again(shown: PreviewDialog, qtbot: QtBot) -> None:
    shown.words.setText("USDT")
    qtbot.waitUntil(lambda: len({page for page, _ in shown._hits}) > 1, timeout=10_000)  # the last is on another page
    before = shown.view.verticalScrollBar().value()
    shown.step_hit(-1)
    assert shown.view.verticalScrollBar().value() != before
    found = shown.view.viewport().grab().toImage()
    assert has(found, QColor(shown._look.warn))
    shown.words.setText("no such words in it")
    qtbot.waitUntil(lambda: shown._told.text() == "not found", timeout=10_000)
    shown.words.setFocus()
    qtbot.keyClick(shown.words, Qt.Key.Key_Escape)
    assert shown.isVisible()
    assert shown.words.text() == ""
    qtbot.keyClick(shown.view, Qt.Key.Key_Escape)
    assert not shown.isVisible()


def has(image: QImage, colour: QColor) -> bool:
    """Return whether a colour is anywhere in a picture."""
    return any(image.pixelColor(x, y) == colour for x in range(image.width()) for y in range(image.height()))


def test_closing_while_it_is_made_stops_it(
    commands: ExportCommands, small: Sample, runtime: Path, qtbot: QtBot
) -> None:
    dialog = commands.preview(small.withdrawal, Choices())
    qtbot.waitUntil(lambda: bool(files(runtime)), timeout=30_000)
    dialog.close()
    qtbot.waitUntil(lambda: commands._worker.jobs == (), timeout=10_000)
    assert files(runtime) == []


def test_a_failure_is_told(
    commands: ExportCommands, small: Sample, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    stored = small.journal.exhibits.of_case(small.withdrawal)[0].file
    for path in (small.journal.folder / "files").rglob(f"{stored.sha256}*"):
        path.unlink()
    dialog = commands.preview(small.withdrawal, Choices())
    qtbot.waitUntil(lambda: bool(dialog._refusal.text()), timeout=30_000)
    assert dialog.pages() == 0


def test_the_window_takes_its_previews_along(
    small: Sample, make_window: MakeWindow, runtime: Path, qtbot: QtBot
) -> None:
    window = make_window(small.journal)
    assert window.commands is not None
    dialog = window.commands.export.preview(small.kyc, Choices("zh"))
    qtbot.waitUntil(lambda: dialog.pages() > 0, timeout=60_000)
    assert files(runtime)
    window.detach(QWidget())
    assert files(runtime) == []


def test_a_broken_file_is_no_document(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> None:
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7 nothing")
    source = PageSource(tmp_path / "broken.pdf")
    with qtbot.waitSignal(source.failed, timeout=10_000):
        source.open()
    source.want(Wish.PAGES, [(0, 100)])
    source.close()


def test_a_page_is_never_drawn_larger_than_a_screen_can_hold() -> None:
    assert sharpest(QSizeF(595, 842), 1000) == 1000
    wide = sharpest(QSizeF(595, 842), 50_000)
    assert wide * wide * 842 / 595 < 9_100_000
