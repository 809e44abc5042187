"""Pictures of the real window on the sample casebook: `python -m tests.gui.screenshots OUT --lang zh --page case`."""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget

from casebook import paths
from casebook.gui.appearance import Appearance
from casebook.gui.application import create
from casebook.gui.main_window import MainWindow
from casebook.journal import Journal
from casebook.settings import Settings
from tests.gui import pages, sample, screens_protection

_KEYS = {"today": "today", "inbox": "inbox", "case": "open", "waiting": "waiting", "closed": "closed"}
_DIALOGS = (
    "help",
    "keys",
    "import_mail",
    "export",
    "letter",
    "close_case",
    "about",
    "new_case",
    "new_firm",
    "edit_case",
    "follow_up",
    "promise",
    "request",
    "reference",
    "history",
    "bin",
    "purge",
    "preferences",
)
PAGES = (*_KEYS, "search", "first-run", "reminder", *_DIALOGS, *pages.BRING, *screens_protection.PAGES)


def settle(app: QApplication, until: Callable[[], bool] = lambda: False, seconds: float = 0.6) -> None:
    """Let the window work until a condition holds, or for a while."""
    end = time.monotonic() + seconds
    while time.monotonic() < end and not until():
        app.processEvents()
        time.sleep(0.01)
    app.processEvents()


def show(window: MainWindow, app: QApplication, page: str, language: str) -> None:
    """Bring the window to a page."""
    assert window.body is not None
    assert window.journal is not None
    if page == "case":
        window.body.show_case(max(window.journal.cases.rows(), key=lambda row: row.contacts).id)
    elif page in _KEYS:
        window.actions_[_KEYS[page]].trigger()
    elif page == "search":
        window.toolbar.search.setText("24 小时" if language == "zh" else "24 hours")
        window.body.look_for(window.toolbar.search.text())
    elif page in _DIALOGS:
        window.actions_["open"].trigger()
        settle(app, seconds=0.2)
        window.actions_[page].trigger()
    settle(app)


def main(arguments: list[str]) -> int:
    """Write one PNG for each language, theme and page that is asked for."""
    parser = argparse.ArgumentParser()
    parser.add_argument("out", type=Path)
    parser.add_argument("--lang", nargs="+", default=["zh", "en"])
    parser.add_argument("--theme", nargs="+", default=["light", "dark"])
    parser.add_argument("--page", nargs="+", default=list(PAGES), choices=PAGES)
    parser.add_argument("--size", default="1440x900")
    wanted = parser.parse_args(arguments)
    wanted.out.mkdir(parents=True, exist_ok=True)
    app = create(sys.argv[:1])
    appearance = Appearance(app, paths.resources() / "i18n", app)
    for language in wanted.lang:
        appearance.use_language(language)
        for mode in wanted.theme:
            appearance.use_theme(mode)
            for page in wanted.page:
                take = _protection if page in screens_protection.PAGES else _one
                take(app, appearance, language, mode, page, wanted)
    return 0


def _one(
    app: QApplication, appearance: Appearance, language: str, mode: str, page: str, wanted: argparse.Namespace
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        book = Path(folder) / "book"
        empty = page == "first-run"
        journal = Journal.create(book, sample.Clock()) if empty else sample.build(book, language)
        window = MainWindow(appearance, Settings(language, mode), Path(folder) / "settings.json", Path(folder))
        window.resize(*map(int, wanted.size.split("x")))
        window.show()
        window.attach(journal)
        settle(app, seconds=0.1)
        if page != "reminder":
            window.reminder.hide()
        shown: QWidget | None = None
        if page in pages.BRING:
            shown = pages.BRING[page](window, journal, page, lambda: settle(app))
        else:
            show(window, app, page, language)
        dialogs = [w for w in app.topLevelWidgets() if w.isVisible() and w is not window]
        grabbed = [shown] if shown else dialogs if page in {*_DIALOGS, "reminder"} else [window]
        for number, widget in enumerate(grabbed):
            name = f"{page}-{language}-{mode}{number or ''}.png"
            widget.grab().save(str(wanted.out / name))
        for dialog in dialogs:
            dialog.close()
        window.worker.clear()  # else it would ask whether work may be stopped, and wait for an answer
        window.close()
        journal.close()
        window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _protection(
    app: QApplication, appearance: Appearance, language: str, mode: str, page: str, wanted: argparse.Namespace
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        window = MainWindow(appearance, Settings(language, mode), Path(folder) / "settings.json", Path(folder))
        window.resize(*map(int, wanted.size.split("x")))
        window.show()
        settle(app, seconds=0.1)
        start, shown = screens_protection.bring(
            page, window, Path(folder) / "book", lambda until: settle(app, lambda: bool(until()), 3)
        )
        settle(app, seconds=0.3)
        shown.grab().save(str(wanted.out / f"{page}-{language}-{mode}.png"))
        for dialog in [w for w in app.topLevelWidgets() if w.isVisible() and w is not window]:
            dialog.close()
        window.close()
        start.end()
        window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
