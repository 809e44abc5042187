"""What a casebook is shown with, loaded while the window is on the screen already and goes on being painted.

Keys and clicks wait meanwhile, and find the casebook: nothing that is typed right after the start is lost.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module

from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer

_ASIDE = ("casebook.journal.journal", "casebook.guide", "casebook.guide.ready.readiness", "tzlocal")
"""Loaded by another thread. Nothing of Qt is: PySide makes its classes when they are first named, and not for two
threads at once.
"""

_HERE = (
    "casebook.gui.start",
    "casebook.gui.models.ready_rows",
    "casebook.gui.panes.sidebar",
    "casebook.gui.panes.case_list",
    "casebook.gui.widgets.composing.composer",
    "casebook.gui.widgets.timeline.timeline_view",
    "casebook.gui.widgets.cases.case_body",
    "casebook.gui.panes.case_page",
    "casebook.gui.panes.inbox",
    "casebook.gui.panes.firm_page",
    "casebook.gui.body",
    "casebook.gui.commands.message",
    "casebook.gui.commands.all",
    "casebook.gui.wiring",
    "casebook.gui.reminders",
    "casebook.gui.watching",
    "casebook.gui.widgets.reminder_panel",
    "casebook.gui.upkeep",
    "casebook.gui.desktop.desktop",
)
"""Loaded here one after another, so that the window gets its turn between them."""

_LOOK = 4
"""Milliseconds between two looks whether the other thread is done."""


def load(wanted: Callable[[], bool]) -> None:
    """Load it all, if it is wanted now; what cannot be loaded is left to whoever needs it, who says why.

    `wanted` is asked by another thread: it may need some of this itself.
    """
    waiting, answers = QEventLoop(), list[bool]()
    other = threading.Thread(target=_load_aside, args=(wanted, answers), name="loading", daemon=True)
    watch = QTimer(waiting, interval=_LOOK)
    watch.timeout.connect(lambda: None if other.is_alive() else waiting.quit())
    other.start()
    watch.start()
    waiting.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
    watch.stop()
    for name in _HERE if any(answers) else ():
        _load(name)
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)


def _load_aside(wanted: Callable[[], bool], answers: list[bool]) -> None:
    with suppress(Exception):  # it is asked again where the answer matters
        answers.append(wanted())
    for name in _ASIDE if any(answers) else ():
        _load(name)


def _load(name: str) -> None:
    with suppress(ImportError):
        import_module(name)
