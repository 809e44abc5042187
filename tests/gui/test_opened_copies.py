"""What other programs are asked to show lies in a private folder, and goes when the casebook is closed or locked."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QWidget

from casebook import paths
from casebook.gui.opened_copies import OpenedCopies
from casebook.journal import Journal
from tests.gui.conftest import MakeWindow

MARKER = b"ZEBRAFISH"


@pytest.fixture
def runtime(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(paths, "runtime", lambda: tmp_path / "runtime")
    return tmp_path / "runtime"


@pytest.fixture
def note(sample_journal: Journal) -> int:
    """An exhibit that is no picture."""
    from casebook.journal.records import Attachment

    return sample_journal.exhibits.add(1, Attachment("note.txt", MARKER * 100, media_type="text/plain")).made


def copies(runtime: Path) -> list[Path]:
    return [path for path in runtime.rglob("*") if path.is_file() and MARKER in path.read_bytes()]


def test_a_copy_is_the_users_alone_and_goes_with_the_casebook(
    sample_journal: Journal, note: int, make_window: MakeWindow, runtime: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: bool(shown.append(url.toLocalFile())) or True)
    window = make_window(sample_journal)
    assert window.commands is not None
    window.commands.exhibit.open_outside(note)
    assert copies(runtime) == [Path(shown[0])]
    assert Path(shown[0]).name == "note.txt"
    if os.name != "nt":
        assert stat.S_IMODE(Path(shown[0]).parent.parent.stat().st_mode) == 0o700
    window.commands.exhibit.open_outside(note)
    assert len(copies(runtime)) == 1
    window.detach(QWidget())
    assert copies(runtime) == []


def test_a_file_on_the_clipboard_is_such_a_copy_too(
    sample_journal: Journal, note: int, make_window: MakeWindow, runtime: Path
) -> None:
    window = make_window(sample_journal)
    assert window.commands is not None
    window.commands.exhibit.copy(note)
    (url,) = QGuiApplication.clipboard().mimeData().urls()
    assert copies(runtime) == [Path(url.toLocalFile())]
    window.detach(QWidget())
    assert copies(runtime) == []


def test_a_copy_that_was_cut_short_is_not_shown(sample_journal: Journal, note: int, runtime: Path) -> None:
    made = OpenedCopies(runtime)
    exhibit = sample_journal.exhibits.get(note)
    path = sample_journal.exhibits._core.files.path(exhibit.file)
    path.write_bytes(b"something else")
    from casebook.journal import Damaged

    with pytest.raises(Damaged):
        made.path(sample_journal, exhibit)
    assert copies(runtime) == []
    assert not [p for p in runtime.rglob("*") if p.is_file()]
    made.clear()


CRASH = """
import os, sys
from pathlib import Path
from casebook.dossier.private import private_folder
folder = private_folder(Path(sys.argv[1]))
(Path(folder.name) / "copy.txt").write_bytes(b"ZEBRAFISH")
if sys.argv[2] == "crash":
    os._exit(9)
"""


@pytest.mark.parametrize("end", ["crash", "quit"])
def test_what_a_program_left_goes_when_it_ends_or_at_the_next_start(runtime: Path, end: str) -> None:
    subprocess.run([sys.executable, "-c", CRASH, runtime, end], cwd=Path(__file__).parents[2])
    assert len(copies(runtime)) == (end == "crash")
    OpenedCopies(runtime)
    assert copies(runtime) == []


def test_a_second_window_leaves_the_copies_of_the_first_alone(
    sample_journal: Journal, note: int, runtime: Path
) -> None:
    first = OpenedCopies(runtime)
    path = first.path(sample_journal, sample_journal.exhibits.get(note))
    OpenedCopies(runtime)
    assert path.exists()
    first.clear()
    assert not path.exists()
