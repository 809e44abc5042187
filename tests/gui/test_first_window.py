"""A second start: it hands its files over and leaves; the first window comes forward; a dead one is taken over."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from casebook import paths
from casebook.gui import first_window
from casebook.gui.first_window import FirstWindow, Joined, come_forward, when_free

ANOTHER = """
    import json, sys
    from pathlib import Path
    from PySide6.QtWidgets import QApplication
    from casebook.gui.first_window import FirstWindow
    app = QApplication([])
    first = FirstWindow(Path(sys.argv[1]))
    print(first.join(Path(sys.argv[2]), [Path(name) for name in sys.argv[3:]]).name, flush=True)
    first.called.connect(lambda files, token: print(json.dumps([list(map(str, files)), token]), flush=True))
    first.listen()
    app.exec()
"""


@contextmanager
def another_program(
    runtime: Path, book: Path, *files: Path | str, cwd: Path | None = None
) -> Iterator[subprocess.Popen[str]]:
    """Start the program a second time on a casebook; its first line says what became of it."""
    root = str(Path(__file__).parent.parent.parent)
    with subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(ANOTHER), str(runtime), str(book), *files],
        stdout=subprocess.PIPE,
        text=True,
        cwd=cwd,
        env={**os.environ, "XDG_ACTIVATION_TOKEN": "token-7", "PYTHONPATH": root},
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def said(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


@pytest.fixture
def run() -> Iterator[Path]:
    """A folder with a short name: the path of a socket has little room."""
    with TemporaryDirectory(prefix="run-") as folder:
        yield Path(folder) / "run"


@pytest.fixture
def first(run: Path, tmp_path: Path, qtbot: QtBot) -> Iterator[FirstWindow]:
    window = FirstWindow(run)
    yield window
    window.release()


def test_a_second_start_hands_its_files_over(first: FirstWindow, run: Path, tmp_path: Path, qtbot: QtBot) -> None:
    book = tmp_path / "账本 book"
    (tmp_path / "退款.eml").write_text("x")
    assert first.join(book, []) is Joined.FIRST
    first.listen()
    came: list[object] = []
    first.called.connect(lambda files, token: came.append((files, token)))
    with another_program(run, book, "退款.eml", cwd=tmp_path) as second:
        qtbot.waitUntil(lambda: bool(came), timeout=20_000)
        assert said(second) == "HANDED_OVER"
    assert came == [([tmp_path / "退款.eml"], "token-7")]


def test_a_second_start_asks_for_the_quick_form(first: FirstWindow, run: Path, tmp_path: Path, qtbot: QtBot) -> None:
    assert first.join(tmp_path / "book", []) is Joined.FIRST
    first.listen()
    code = f"""
        from pathlib import Path
        from PySide6.QtWidgets import QApplication
        from casebook.gui.first_window import FirstWindow
        app = QApplication([])
        print(FirstWindow(Path({str(run)!r})).join(Path({str(tmp_path / "book")!r}), [], "C-12").name)
    """
    root = str(Path(__file__).parent.parent.parent)
    with (
        qtbot.assertNotEmitted(first.called),
        qtbot.waitSignal(first.log_called, timeout=20_000) as asked,
        subprocess.Popen(
            [sys.executable, "-c", textwrap.dedent(code)],
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "XDG_ACTIVATION_TOKEN": "token-8", "PYTHONPATH": root},
        ) as second,
    ):
        qtbot.waitUntil(lambda: second.poll() is not None, timeout=20_000)
        assert said(second) == "HANDED_OVER"
    assert asked.args == ["C-12", "token-8"]


def test_one_casebook_by_any_name_and_two_casebooks_apart(first: FirstWindow, run: Path, tmp_path: Path) -> None:
    (tmp_path / "book").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "book")
    other = FirstWindow(run)
    assert first.take(tmp_path / "book")
    assert first.take(tmp_path / "book")
    assert not other.take(tmp_path / "link")
    assert not other.take(tmp_path / "x" / ".." / "book")
    assert other.take(tmp_path / "book 2")
    assert not first.take(tmp_path / "book 2")
    assert not FirstWindow(run).take(tmp_path / "book"), "a place that is not had must not cost the own one"
    other.release()
    assert first.take(tmp_path / "book 2")
    assert other.take(tmp_path / "book")
    other.release()


def test_a_killed_first_window_is_taken_over(first: FirstWindow, run: Path, tmp_path: Path, qtbot: QtBot) -> None:
    book = tmp_path / "book"
    with another_program(run, book) as gone:
        assert said(gone) == "FIRST"
        qtbot.waitUntil(lambda: any(path.suffix == ".socket" for path in (run).iterdir()), timeout=60_000)
        gone.kill()
        gone.wait()
    assert any(path.suffix == ".socket" for path in (run).iterdir())
    assert first.join(book, []) is Joined.FIRST
    first.listen()
    came: list[object] = []
    first.called.connect(lambda files, _token: came.append(files))
    with another_program(run, book) as second:
        qtbot.waitUntil(lambda: came == [[]], timeout=20_000)
        assert said(second) == "HANDED_OVER"


def test_a_frozen_first_window_is_told_from_a_dead_one(
    first: FirstWindow, run: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(first_window, "_PATIENCE", 300)
    book = tmp_path / "book"
    with another_program(run, book) as frozen:
        assert said(frozen) == "FIRST"
        frozen.send_signal(signal.SIGSTOP)
        assert first.join(book, [tmp_path / "a.eml"]) is Joined.SILENT
        assert first.owner(book) == frozen.pid
        frozen.kill()
        frozen.wait()
        assert first.join(book, []) is Joined.FIRST


def test_a_window_that_is_still_starting_is_waited_for(
    first: FirstWindow, run: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    book = tmp_path / "book"
    assert first.take(book)  # it has the lock, but does not listen yet
    with another_program(run, book) as second:
        QTimer.singleShot(300, first, first.listen)
        with qtbot.waitSignal(first.called, timeout=20_000):
            pass
        assert said(second) == "HANDED_OVER"


def test_five_starts_at_once_leave_one_window(run: Path, tmp_path: Path) -> None:
    from contextlib import ExitStack

    with ExitStack() as stack:
        starts = [
            stack.enter_context(another_program(run, tmp_path / "book", f"{n}.eml", cwd=tmp_path)) for n in range(5)
        ]
        words = [said(start) for start in starts]
        assert sorted(words) == ["FIRST"] + ["HANDED_OVER"] * 4
        winner = starts[words.index("FIRST")]
        assert {said(winner) for _ in range(4)} == {
            f'[["{tmp_path}/{n}.eml"], "token-7"]' for n in range(5) if n != words.index("FIRST")
        }


@pytest.mark.parametrize("noise", [b"nonsense\n", b"[]\n", b'{"files": 7}\n', b"\xff\xfe\n", b"x" * (2 << 20)])
def test_nonsense_is_refused_and_the_next_caller_heard(
    first: FirstWindow, run: Path, tmp_path: Path, qtbot: QtBot, noise: bytes
) -> None:
    from PySide6.QtNetwork import QLocalSocket

    assert first.take(tmp_path / "book")
    first.listen()
    came: list[object] = []
    first.called.connect(lambda files, _token: came.append(files))
    caller = QLocalSocket()
    caller.connectToServer(first._address(tmp_path / "book"))
    assert caller.waitForConnected(2_000)
    caller.write(noise)
    qtbot.waitUntil(lambda: caller.state() is QLocalSocket.LocalSocketState.UnconnectedState, timeout=10_000)
    assert came == []
    with another_program(run, tmp_path / "book") as second:
        qtbot.waitUntil(lambda: came == [[]], timeout=20_000)
        assert said(second) == "HANDED_OVER"


def test_where_no_lock_can_be_kept_every_window_opens(tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "run").write_text("no folder")
    for window in (FirstWindow(tmp_path / "run"), FirstWindow(tmp_path / "run")):
        assert window.join(tmp_path / "book", []) is Joined.FIRST
        window.listen()
    (tmp_path / "open").mkdir()
    (tmp_path / "open").chmod(0o777)
    if os.name != "nt":
        for window in (FirstWindow(tmp_path / "open"), FirstWindow(tmp_path / "open")):
            assert window.take(tmp_path / "book")
        assert list((tmp_path / "open").iterdir()) == []


def test_a_window_comes_forward_with_its_token(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_ACTIVATION_TOKEN", "")
    window = QWidget()
    qtbot.addWidget(window)
    window.showMinimized()
    come_forward(window, "token-7")
    assert os.environ["XDG_ACTIVATION_TOKEN"] == "token-7"
    assert window.isVisible()
    assert not window.windowState() & Qt.WindowState.WindowMinimized
    qtbot.waitUntil(window.isActiveWindow)


def test_files_wait_for_the_dialog_that_waits_for_an_answer(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    done: list[int] = []
    when_free(window, lambda: done.append(1))
    assert done == [1]
    dialog = QDialog(window)
    dialog.open()
    when_free(window, lambda: done.append(2))
    assert done == [1]
    dialog.reject()
    qtbot.waitUntil(lambda: done == [1, 2])


def test_the_runtime_folder_is_named_without_a_session(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    assert paths.runtime().name == "casebook"


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have a folder of the user's own")
def test_somebody_elses_runtime_folder_is_not_used(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / f"runtime-{os.getuid()}").symlink_to(tmp_path / "elsewhere")
    assert paths.runtime() == paths.cache() / "run"
