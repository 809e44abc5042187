"""Every page that a `screens_*.py` beside this file brings about, by its name: pictures and checks go through them."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from casebook.gui.main_window import MainWindow
from casebook.journal import Journal

Settle = Callable[[], None]
Bring = Callable[[MainWindow, Journal, str, Settle], QWidget]

_ON_THEIR_OWN = {"screens_protection"}
"""Their pages come before there is a casebook, so they are brought about in another way."""


def _found() -> dict[str, Bring]:
    """Return each page with the function that brings it about; two modules may not claim the same name."""
    made: dict[str, Bring] = {}
    for path in sorted(Path(__file__).parent.glob("screens_*.py")):
        if path.stem in _ON_THEIR_OWN:
            continue
        module = importlib.import_module(f"tests.gui.{path.stem}")
        for page in module.PAGES:
            assert page not in made, f"two pages are called {page}"
            made[page] = module.bring
    return made


BRING = _found()
