"""Every pane and dialog, opened on one casebook in each language: nothing cut off, nameless, untranslated, or skipped.

The doubled language says everything twice: what holds in it has room for any language. Hints in empty fields may be cut
off in it, as Qt does with dots, and dialogs may become wider than a small screen: in English and Chinese they may not.
"""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot
from sqlcipher3 import dbapi2

from casebook import paths
from casebook.gui.appearance import Appearance
from casebook.gui.main_window import MainWindow
from casebook.journal import Journal
from casebook.settings import Settings
from tests.gui import audit, every_page, languages, sample

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory, qapp: QApplication) -> Path:
    """A casebook with some of everything; each language gets a copy."""
    made = tmp_path_factory.mktemp("every") / "book"
    every_page.build(made).close()
    return made


def written(book: Path) -> str:
    """Return all words of a casebook, of the guide and of the help: these are not translated as the window is."""
    connection = dbapi2.connect(str(book / "casebook.db"))
    tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()]
    values = [v for name in tables for row in connection.execute(f'SELECT * FROM "{name}"') for v in row]
    connection.close()
    sources = [*(paths.resources() / "guides").rglob("*.toml"), *(paths.resources() / "help").rglob("*.md")]
    sources += (languages.ROOT / "casebook" / "guide").rglob("*.py")
    texts = "\n".join(path.read_text("utf-8") for path in sources)
    return "\n".join([*map(str, values), texts, texts.replace('("the ', '("The ')])  # a list begins with a capital


@contextlib.contextmanager
def spoken(app: QApplication, appearance: Appearance, language: str) -> Iterator[None]:
    """Have the application speak a language, or the doubled one."""
    doubled = audit.Doubled()
    appearance.use_language("en" if language == "doubled" else language)
    if language == "doubled":
        app.installTranslator(doubled)
    try:
        yield
    finally:
        app.removeTranslator(doubled)
        appearance.use_language("en")


class Walk:
    """Goes through everything in one language and collects what is wrong."""

    def __init__(self, window: MainWindow, language: str, data: str, qtbot: QtBot) -> None:
        self._window, self._language, self._data, self._qtbot = window, language, data, qtbot
        self.found: list[str] = []
        self.seen: set[type[QWidget]] = set()

    def panes(self, case_id: int) -> None:
        """Look at each page of the window."""
        assert self._window.body is not None
        for name in every_page.PANES:
            self._window.actions_[name].trigger()
            self.look(name, self._window)
        self._window.body.show_case(case_id)
        self.look("case", self._window)

    def dialogs(self, makers: dict[str, every_page.Maker], case_id: int) -> None:
        """Open each dialog, look at it, and close it."""
        assert self._window.body is not None
        for name, make in makers.items():
            self._window.body.show_case(case_id)
            make()
            self._settle()
            opened = every_page.shown(self._window)
            if not opened:
                self.found.append(f"{name} opened nothing")
            for dialog in opened:
                self.seen.add(type(dialog))
                self.look(name, dialog)
                dialog.close()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def look(self, name: str, shown: QWidget) -> None:
        """Add what is wrong with what is shown."""
        self._settle()
        wrong = audit.faults(shown, strict=self._language != "doubled")
        if name != "where":  # its reasons are put together from the guide's own words
            wrong += audit.check_language(self._language, shown, self._data)
        self.found += [f"{name}: {fault}" for fault in wrong]

    def _settle(self) -> None:
        QApplication.processEvents()
        self._qtbot.waitUntil(lambda: not self._window.worker.jobs and not self._window.quick.jobs, timeout=20_000)
        QApplication.processEvents()


@pytest.mark.parametrize("language", ["en", "zh", "doubled"])
def test_every_pane_and_dialog_is_whole(
    qapp: QApplication, appearance: Appearance, book: Path, tmp_path: Path, qtbot: QtBot, language: str
) -> None:
    shutil.copytree(book, tmp_path / "book")
    with spoken(qapp, appearance, language), Journal.open(tmp_path / "book", sample.Clock()) as journal:
        window = MainWindow(appearance, Settings(), tmp_path / "settings.json", tmp_path / "logs")
        window.resize(1440, 900)
        window.show()
        window.attach(journal)
        window.reminder.hide()
        walk = Walk(window, language, written(book), qtbot)
        try:
            case_id = every_page.rich_case(journal)
            walk.panes(case_id)
            walk.dialogs(every_page.makers(window, journal), case_id)
        finally:
            for dialog in every_page.shown(window):
                dialog.hide()
            window.is_quitting = True
            window.close()
            window.deleteLater()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not walk.found, "\n".join(["", *walk.found])
    missed = {kind.__name__ for kind in every_page.dialog_classes() - walk.seen} - set(every_page.ELSEWHERE)
    assert not missed, f"no maker in every_page.py opens {sorted(missed)}"


def test_what_is_opened_elsewhere_is_there() -> None:
    """A dialog that is gone, or is opened here after all, has no place in the list of exceptions."""
    names = {kind.__name__ for kind in every_page.dialog_classes()}
    assert set(every_page.ELSEWHERE) <= names
    assert all(Path(__file__).with_name(f"{file}.py").exists() for file in every_page.ELSEWHERE.values())


def test_the_checks_find_what_they_look_for(qapp: QApplication, appearance: Appearance, qtbot: QtBot) -> None:
    """A label without room, a field without a name, a Tab that jumps, an English word in a Chinese window."""
    from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton

    dialog = QDialog()
    dialog.resize(400, 300)
    label, low, high = QLabel("Corrected or not", dialog), QPushButton("Low", dialog), QPushButton("High", dialog)
    field = QLineEdit(dialog)
    label.setGeometry(10, 10, 20, 20)
    field.setGeometry(10, 40, 100, 30)
    low.setGeometry(10, 200, 100, 40)
    high.setGeometry(10, 100, 100, 40)
    dialog.show()
    qtbot.addWidget(dialog)
    assert any("is smaller" in fault for fault in audit.cut_off(dialog))
    assert any("QLineEdit" in fault for fault in audit.nameless(dialog))
    assert audit.tab_order(dialog) == [f"Tab goes back from {audit.told(low)} to {audit.told(high)}"]
    label.setText("Save")
    assert any("Save" in fault for fault in audit.english(dialog, ""))
    assert any("High" in fault for fault in audit.unmarked(dialog, ""))
    dialog.resize(1400, 300)
    assert audit.too_large(dialog)
