"""When something goes wrong there is one sentence, and nothing is left behind."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from casebook.dossier import export
from casebook.journal import BadInput, CasebookError, Damaged, DiskTrouble, NotFound
from tests.dossier.conftest import check, fill, make


def left(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()} - {"book"}


def test_wrong_choices_are_refused_before_any_work(journal, tmp_path):
    case = fill(journal)
    out = tmp_path / "out"
    with pytest.raises(NotFound):
        make(journal, 99, out)
    for wrong in ({"language": "fr"}, {"audience": "press"}, {"paper": "a3"}):
        with pytest.raises(BadInput):
            make(journal, case, out, **wrong)
    with pytest.raises(BadInput, match="no folder"):
        make(journal, case, tmp_path / "none" / "out")
    assert left(tmp_path) == set()


def test_only_a_dossier_is_ever_written_over(journal, tmp_path):
    case = fill(journal)
    mine, note = tmp_path / "mine", tmp_path / "note.zip"
    mine.mkdir()
    (mine / "diary.txt").write_text("keep")
    note.write_text("keep")
    for out in (mine, note):
        for replace in (False, True):
            with pytest.raises(BadInput):
                make(journal, case, out, replace=replace)
    assert (mine / "diary.txt").read_text() == note.read_text() == "keep"
    assert left(tmp_path) == {"mine", "note.zip"}


@pytest.mark.slow
def test_earlier_dossier_is_replaced_when_asked(journal, tmp_path):
    case = fill(journal)
    for name in ("out", "out.zip"):
        make(journal, case, tmp_path / name)
        with pytest.raises(BadInput, match="exists already"):
            make(journal, case, tmp_path / name)
        journal.tickets.add(case, f"T-{name}")
        make(journal, case, tmp_path / name, replace=True)
        assert check(tmp_path / name).ok
    assert left(tmp_path) == {"out", "out.zip"}


@pytest.mark.slow
def test_closing_at_any_step_leaves_nothing(journal, tmp_path):
    case = fill(journal)
    steps = sum(1 for _ in export.run(journal, case, tmp_path / "whole.zip"))
    shutil.move(tmp_path / "whole.zip", tmp_path / "book" / "whole.zip")
    for stop in range(1, steps, max(1, steps // 8)):
        work = export.run(journal, case, tmp_path / "out.zip")
        for _ in range(stop):
            next(work, None)
        work.close()
        assert left(tmp_path) <= {"out.zip"}
        (tmp_path / "out.zip").unlink(missing_ok=True)


def test_damaged_or_missing_original_stops_the_export(journal, tmp_path):
    case = fill(journal)
    stored = journal.exhibits._core.files.path(journal.exhibits.of_case(case)[0].file)
    whole = stored.read_bytes()
    stored.chmod(0o600)
    stored.write_bytes(whole[:-1] + b"x")
    with pytest.raises(Damaged, match="put it back"):
        make(journal, case, tmp_path / "out")
    stored.unlink()
    with pytest.raises(Damaged, match="missing"):
        make(journal, case, tmp_path / "out")
    assert left(tmp_path) == set()


def test_folder_that_cannot_be_written_to(journal, tmp_path):
    case = fill(journal)
    closed = Path("/proc") if sys.platform == "linux" else tmp_path / "closed"
    if closed != Path("/proc"):
        closed.mkdir(mode=0o500)
    with pytest.raises(DiskTrouble, match="choose a folder"):
        make(journal, case, closed / "out")
    assert left(tmp_path) <= {"closed"}


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="file sizes cannot be limited")
@pytest.mark.parametrize("limit", [2_000, 12_000, 100_000, 300_000])
def test_disk_that_takes_no_more(journal, tmp_path, limit):
    """Run the export where no file may grow beyond a limit: originals, pictures and the PDF fail in turn."""
    case = fill(journal)
    program = (
        "import resource, sys\n"
        "from pathlib import Path\n"
        "from casebook.journal import CasebookError, Journal\n"
        "from casebook.dossier import export\n"
        "with Journal.open(Path(sys.argv[1])) as journal:\n"
        "    resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[4]),) * 2)\n"
        "    try:\n"
        "        for _ in export.run(journal, int(sys.argv[2]), Path(sys.argv[3])): pass\n"
        "    except CasebookError as error:\n"
        "        print(type(error).__name__, error)\n"
        "        sys.exit(1)\n"
    )
    root = str(Path(__file__).parents[2])
    done = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path / "book"), str(case), str(tmp_path / "out"), str(limit)],
        capture_output=True, text=True, check=False, env={**os.environ, "PYTHONPATH": root},
    )  # fmt: skip
    if limit < 300_000:
        assert done.returncode == 1, done
        assert done.stdout.startswith("DiskTrouble"), done
        assert "Traceback" not in done.stderr
        assert left(tmp_path) == set()
    else:
        assert done.returncode == 0, done
        assert check(tmp_path / "out").ok


@pytest.mark.slow
def test_disk_that_is_really_full(journal, tmp_path):
    case = fill(journal)
    small = tmp_path / "small"
    small.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=128k", "tmpfs", str(small)]
    if sys.platform != "linux" or os.geteuid() or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("a small file system cannot be mounted here")
    try:
        with pytest.raises(CasebookError, match="free some space"):
            make(journal, case, small / "out")
        assert left(small) == set()
    finally:
        subprocess.run(["umount", str(small)], check=True)


def test_what_a_killed_export_left_is_swept_and_what_runs_is_not(journal, tmp_path):
    case = fill(journal)
    old, new, other = (tmp_path / n for n in (".casebook-export-old", ".casebook-export-new", ".casebook-else"))
    for folder in (new, other):
        folder.mkdir()
    running = export.run(journal, case, tmp_path / "first")
    work = next(found.pop() for _ in running if (found := left(tmp_path) - {new.name, other.name}))
    old.mkdir()
    for folder in (old, tmp_path / work):
        os.utime(folder, (1, 1))
    second = export.run(journal, case, tmp_path / "out")
    next(step for step in second if step.unit == "files" and step.note)
    second.close()
    assert left(tmp_path) == {work, ".casebook-export-new", ".casebook-else"}
    running.close()
    assert left(tmp_path) == {".casebook-export-new", ".casebook-else"}
