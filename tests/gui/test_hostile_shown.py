"""What strangers wrote is shown as words: no markup is guessed, no file is opened and nobody is called."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gui import hostile_shown
from tests.gui.conftest import MakeWindow


def test_no_markup_is_guessed_anywhere(make_window: MakeWindow, tmp_path: Path, qtbot: QtBot) -> None:
    with hostile_shown.build(tmp_path, 9) as journal:
        window = make_window(journal)
        seen = {}
        for name in hostile_shown.shown(window, journal):
            QApplication.processEvents()
            seen[name] = hostile_shown.rich_guesses(window)
        assert not {name: found for name, found in seen.items() if found}
        assert len(seen) == 12
        window.close()


def can_trace() -> bool:
    """Return whether strace is there and may look at a program: some containers do not let it."""
    return bool(shutil.which("strace")) and subprocess.run(["strace", "-o", os.devnull, "true"]).returncode == 0


@pytest.mark.slow
def test_nothing_is_opened_and_nobody_is_called(tmp_path: Path) -> None:
    if not can_trace():
        pytest.skip("needs strace, and the right to trace")
    calls = []
    with socket.create_server(("127.0.0.1", 0)) as server:

        def answer() -> None:
            while True:
                try:
                    calls.append(server.accept())
                except OSError:
                    return

        threading.Thread(target=answer, daemon=True).start()
        port = server.getsockname()[1]
        trace, root = tmp_path / "trace", str(Path(__file__).parent.parent.parent)
        program = [sys.executable, "-m", "tests.gui.hostile_shown", str(tmp_path), str(port)]
        done = subprocess.run(
            [
                "strace",
                "-f",
                "-s",
                "400",
                "-e",
                "trace=openat,open,connect,stat,newfstatat",
                "-o",
                str(trace),
                *program,
            ],
            cwd=root,
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": root},
            capture_output=True,
            text=True,
            timeout=110,
            check=False,
        )
        assert done.stdout.split() == ["opened", "done"], done.stderr[-2000:]
    lines = trace.read_text("utf-8", "replace").splitlines()
    own = [line for line in lines if f"{hostile_shown.MARK}.png" in line and "O_WRONLY" not in line]
    assert len(lines) > 500, "it was watched"
    assert own == []
    assert not [line for line in lines if "connect(" in line and "AF_INET" in line]
    assert calls == []
