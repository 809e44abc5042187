"""Between the first picture and the casebook: the window lives, and what is typed then is done when it can be."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from casebook.gui import loading, warming
from tests.gui import sample
from tests.private_desktop import private_desktop, until

_HELD = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from casebook import app
from casebook.gui import loading
turned, gate, book = map(Path, sys.argv[1:])
aside = loading._load_aside
def held(*arguments):
    gate.read_text()  # a pipe: until somebody writes
    aside(*arguments)
loading._load_aside = held
load = loading.load
def told(wanted):
    QTimer.singleShot(0, turned.touch)  # comes to its turn only where the window does
    load(wanted)
loading.load = told
app.main(["--book", str(book)])
"""


def test_what_is_loaded_beforehand_is_there() -> None:
    aside = (*loading._ASIDE, *warming.ROOMS)
    for name in (*aside, *loading._HERE):
        assert find_spec(name) is not None, name
    assert not any(name.startswith("casebook.gui.") for name in aside), "Qt's classes are for one thread"


@pytest.mark.slow
@pytest.mark.timeout(120)
def test_a_key_pressed_before_the_casebook_is_there_is_not_lost(tmp_path: Path, qapp: QApplication) -> None:
    sample.build(tmp_path / "book").close()
    turned, gate = tmp_path / "turned", tmp_path / "gate"
    os.mkfifo(gate)
    with private_desktop(tmp_path) as desktop:
        runtime = tmp_path / "runtime"
        runtime.mkdir(mode=0o700)
        places = {name: str(tmp_path / name) for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME")}
        environment = desktop.environment() | places | {"XDG_RUNTIME_DIR": str(runtime), "QT_QPA_PLATFORM": "xcb"}
        program = subprocess.Popen(
            [sys.executable, "-c", _HELD, str(turned), str(gate), str(tmp_path / "book")], env=environment
        )
        try:
            until(turned.exists, 60)  # on the screen, and turning while the rest is still to be loaded
            until(lambda: "Casebook" in desktop.run("xdotool", "getactivewindow", "getwindowname"), 60)
            desktop.run("xdotool", "key", "--clearmodifiers", "ctrl+n")
            assert not desktop.run("xdotool", "search", "--onlyvisible", "--name", "^New case")
            gate.write_text("go on")
            until(lambda: desktop.run("xdotool", "search", "--onlyvisible", "--name", "^New case"), 60)
        finally:
            program.kill()
            program.wait()
