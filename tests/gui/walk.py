"""A walk through every pane and dialog of the window: what is cut off, nameless, in the wrong language, too large.

`python -m tests.gui.walk --lang en zh longer doubled --scale 100 200` prints what is wrong, without a screen. "longer"
is English with three tenths more letters, "doubled" says everything twice: what holds in it has room for any language.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget
from sqlcipher3 import dbapi2

from casebook import paths
from casebook.gui.appearance import Appearance
from casebook.gui.main_window import MainWindow
from casebook.journal import Journal
from casebook.settings import Settings
from tests.gui import audit, every_deeper, every_page, languages, sample

LANGUAGES = ("en", "zh", "longer", "doubled")
_PATIENCE = 60.0


def written(book: Path) -> str:
    """Return all words of a casebook, of the guide and of the help: these are not translated as the window is."""
    connection = dbapi2.connect(str(book / "casebook.db"))
    tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()]
    values = [v for name in tables for row in connection.execute(f'SELECT * FROM "{name}"') for v in row]
    connection.close()
    sources = [*(paths.resources() / "guides").rglob("*.toml"), *(paths.resources() / "help").rglob("*.md")]
    sources += (paths.resources() / "dossier").glob("*.toml")
    sources += (languages.ROOT / "casebook" / "guide").rglob("*.py")
    texts = "\n".join(path.read_text("utf-8") for path in sources)
    return "\n".join([*map(str, values), texts, texts.replace('("the ', '("The ')])  # a list begins with a capital


@contextlib.contextmanager
def spoken(app: QApplication, appearance: Appearance, language: str) -> Iterator[None]:
    """Have the application speak a language, or one that only tests know."""
    made = {"doubled": audit.Doubled, "longer": audit.Longer}.get(language)
    appearance.use_language("en" if made else language)
    translator = made() if made else None
    if translator is not None:
        app.installTranslator(translator)
    try:
        yield
    finally:
        if translator is not None:
            app.removeTranslator(translator)
        appearance.use_language("en")


class Walk:
    """Goes through everything in one language and collects what is wrong."""

    def __init__(self, window: MainWindow, language: str, data: str) -> None:
        self._window, self._language, self._data = window, language, data
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
        for name, make in makers.items():
            self._begin(case_id)
            make()
            self.settle()
            opened = every_page.shown(self._window)
            if not opened:
                self.found.append(f"{name} opened nothing")
            for dialog in opened:
                self.look(name, dialog)
            self._close()

    def deeper(self, makers: dict[str, every_deeper.Maker], case_id: int) -> None:
        """Bring about each dialog that another leads to, look at it, and close both."""
        for name, make in makers.items():
            self._begin(case_id)
            self.look(name, make())
            self._close()

    def look(self, name: str, shown: QWidget) -> None:
        """Add what is wrong with what is shown."""
        self.settle()
        self.seen.add(type(shown))
        wrong = audit.faults(shown, strict=self._language != "doubled")
        if name != "where":  # its reasons are put together from the guide's own words
            wrong += audit.check_language(self._language, shown, self._data)
        self.found += [f"{name}: {fault}" for fault in wrong]

    def settle(self) -> None:
        """Let everything be read and drawn."""
        self.wait(lambda: not self._window.worker.jobs and not self._window.quick.jobs)

    def wait(self, condition: Callable[[], object]) -> None:
        """Let the window work until a condition holds."""
        QApplication.processEvents()
        end = time.monotonic() + _PATIENCE
        while not condition():
            assert time.monotonic() < end, "waited in vain"
            QCoreApplication.processEvents()
            time.sleep(0.002)
        QApplication.processEvents()

    def _begin(self, case_id: int) -> None:
        assert self._window.body is not None
        self._window.body.show_case(case_id)

    def _close(self) -> None:
        for dialog in reversed(every_page.shown(self._window)):
            dialog.close()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def walked(app: QApplication, appearance: Appearance, language: str, book: Path, folder: Path) -> Walk:
    """Go through everything in a casebook and return what was found."""
    with spoken(app, appearance, language), Journal.open(book, sample.Clock()) as journal:
        window = MainWindow(appearance, Settings(), folder / "settings.json", folder / "logs")
        window.resize(1440, 900)
        window.show()
        window.attach(journal)
        window.reminder.hide()
        walk = Walk(window, language, written(book))
        try:
            case_id = every_page.rich_case(journal)
            walk.panes(case_id)
            walk.dialogs(every_page.makers(window, journal), case_id)
            walk.deeper(every_deeper.makers(window, journal, case_id, folder, walk.wait), case_id)
        finally:
            for dialog in every_page.shown(window):
                dialog.hide()
            window.worker.clear()
            window.is_quitting = True
            window.close()
            window.deleteLater()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return walk


def main(arguments: list[str]) -> int:
    """Print what is wrong in each language at each scale; return 1 where something is."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--lang", nargs="+", default=list(LANGUAGES), choices=LANGUAGES)
    parser.add_argument("--scale", nargs="+", type=int, default=[100], help="percent")
    wanted = parser.parse_args(arguments)
    if wanted.scale != [100]:  # Qt reads the scale only once
        command = [sys.executable, "-m", "tests.gui.walk", "--lang", *wanted.lang]
        return max(_at(scale, command) for scale in wanted.scale)
    from casebook.gui.application import create

    found = 0
    app = create(sys.argv[:1])
    appearance = Appearance(app, paths.resources() / "i18n", app)
    appearance.use_theme("light")
    for language in wanted.lang:
        with tempfile.TemporaryDirectory() as folder:
            every_page.build(Path(folder) / "book").close()
            for fault in walked(app, appearance, language, Path(folder) / "book", Path(folder)).found:
                print(f"{language}: {fault}")
                found += 1
    return int(found > 0)


def _at(scale: int, command: list[str]) -> int:
    print(f"---- {scale} %", flush=True)
    size = audit.LARGEST * (scale / 100)  # Qt's own screen without a screen is 800 dots wide, whatever the scale
    screen = {"name": "small laptop", "x": 0, "y": 0, "width": size.width(), "height": size.height()}
    screen |= {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "screen.json").write_text(json.dumps({"screens": [screen]}))
        platform = {"QT_QPA_PLATFORM": f"offscreen:configfile={folder}/screen.json"}
        environment = {**os.environ, **platform, "QT_SCALE_FACTOR": str(scale / 100)}
        return int(subprocess.run(command, env=environment).returncode != 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
