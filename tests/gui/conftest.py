"""The real window on a real casebook; a test fails that leaves a window or a thread behind."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from casebook import paths
from casebook.gui.appearance import Appearance
from casebook.gui.feed import Feed
from casebook.gui.main_window import MainWindow
from casebook.gui.start import Start
from casebook.gui.theme import Theme
from casebook.gui.worker import Worker
from casebook.guide import Guide
from casebook.journal import Journal
from casebook.settings import Settings
from tests.gui import sample, small_book
from tests.gui.backup_helpers import opener
from tests.gui.small_book import Sample

MakeWindow = Callable[[Journal], MainWindow]


@pytest.fixture
def sample_journal(tmp_path: Path, qapp: QApplication) -> Iterator[Journal]:
    """The casebook of the pictures: three firms, four cases, in English."""
    with sample.build(tmp_path / "sample") as made:
        yield made


@pytest.fixture
def feed(qapp: QApplication) -> Feed:
    """A feed of one's own, for a pane without its window."""
    return Feed()


@pytest.fixture
def appearance(qapp: QApplication) -> Iterator[Appearance]:
    """English and light, whatever the machine has."""
    made = Appearance(qapp, paths.resources() / "i18n")
    made.use_language("en")
    made.use_theme("light")
    yield made
    # What was closed goes now: a theme is put on every widget there is, and those of all earlier tests would be there.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    if (made.language, made.theme.is_dark) != ("en", False):
        made.use_language("en")
        made.use_theme("light")


@pytest.fixture
def theme(appearance: Appearance) -> Theme:
    """The theme of `appearance`."""
    return appearance.theme


@pytest.fixture
def guide() -> Guide:
    """The guide that is shipped."""
    return Guide.load(paths.resources() / "guides")


@pytest.fixture
def worker(qapp: QApplication) -> Iterator[Worker]:
    """A worker of one's own, joined at the end."""
    made = Worker(lambda: None)
    yield made
    made.close()


@pytest.fixture
def make_window(qapp: QApplication, appearance: Appearance, tmp_path: Path) -> Iterator[MakeWindow]:
    """Return a maker of windows; at the end all are closed, and nothing may be left on the screen or running."""
    threads, made = threading.active_count(), []
    before = [w for w in qapp.topLevelWidgets() if w.isVisible()]  # of another test, which has to answer for it

    def make(journal: Journal) -> MainWindow:
        window = MainWindow(appearance, Settings(), tmp_path / "settings.json", tmp_path / "logs")
        made.append(window)
        window.show()
        window.attach(journal)
        qapp.processEvents()
        return window

    yield make
    left = [
        w.objectName() or type(w).__name__
        for w in qapp.topLevelWidgets()
        if w.isVisible() and w not in [*made, *before]
    ]
    for window in made:
        for dialog in [w for w in qapp.topLevelWidgets() if w.isVisible() and w is not window]:
            dialog.close()
        window.close()
        window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not left, f"left on the screen: {left}"
    assert threading.active_count() <= threads, f"left running: {threading.enumerate()}"


@pytest.fixture
def window(make_window: MakeWindow, sample_journal: Journal) -> MainWindow:
    """The real window on the sample casebook, on its start page."""
    return make_window(sample_journal)


@pytest.fixture
def empty_window(make_window: MakeWindow, journal: Journal) -> MainWindow:
    """The real window on an empty casebook."""
    return make_window(journal)


@pytest.fixture
def small(tmp_path: Path, qapp: QApplication) -> Iterator[Sample]:
    """A casebook with some of everything, with a clock that the test moves."""
    made = small_book.build(tmp_path / "small")
    yield made
    made.journal.close()


@pytest.fixture
def bare(appearance: Appearance, tmp_path: Path) -> Iterator[MainWindow]:
    """A window that no casebook was opened in yet."""
    window = MainWindow(appearance, Settings(), tmp_path / "settings.json", tmp_path / "logs")
    window.show()
    yield window
    for dialog in [w for w in QApplication.topLevelWidgets() if w.isVisible() and w is not window]:
        dialog.close()
    window.close()
    window.deleteLater()


@pytest.fixture
def start(bare: MainWindow, small: Sample) -> Iterator[Start]:
    """The casebook of `small`, shown in a window as the application shows it."""
    small.journal.close()
    made = Start(bare, small.journal.folder, opener(small.clock))
    made()
    bare.reminder.hide()
    yield made
    bare.close()
    made.end()
