"""An import that is killed or cancelled at any instant: what was acknowledged is there once, and a re-run ends it."""

from __future__ import annotations

import json
import os
import random
import select
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from casebook.journal import Journal, check
from casebook.journal.secrecy import key_slots, keys
from casebook.journal.secrecy.keys import Key
from casebook.mail import importer
from tests.bench import mail_box
from tests.conftest import finished
from tests.killing import HELD, Tell, duration, instants, recorded, run_and_kill

MAILS = 700
ROUNDS = int(os.environ.get("CASEBOOK_ROUNDS", "10"))

pytestmark = [pytest.mark.slow, pytest.mark.skipif(os.name == "nt", reason="kill -9 is a thing of Unix")]


@pytest.fixture(scope="module")
def box(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("box") / "box.mbox"
    mail_box.write(path, MAILS)
    return path


def made(folder: Path, key: Key | None = None) -> Path:
    with Journal.create(folder, key=key) as journal:
        journal.cases.add(journal.firms.add("Kestrel").made, "Withdrawal on hold")
    return folder


def whole(folder: Path, key: Key | None = None) -> list[str]:
    """Open a casebook after the stop, see that it is whole, and return the sources of its mails."""
    with Journal.open(folder, key=key) as journal:
        waiting = [row.contact_id for row in journal.inbox.waiting()]
        sources = [journal.mail.of_contact(contact).source for contact in waiting]
        threads = [journal.mail.of_contact(contact).thread_id for contact in waiting]
    verdict = finished(check(folder, key))
    assert verdict.ok, verdict.faults
    assert not [path for path in (folder / "files").rglob("*") if path.suffix == ".tmp" or path.name[0] == "."]
    assert len(sources) == len(set(sources)), "a mail came in twice"
    numbers = [int(source.rpartition("#")[2]) for source in sources]
    assert sorted(numbers) == list(range(1, len(numbers) + 1)), "a mail was left out before the last one"
    assert len(set(threads)) == len({(number - 1) // 6 for number in numbers})
    return sources


def count(folder: Path) -> int:
    return sum(len(files) for _, _, files in os.walk(folder / "files"))


def completed(folder: Path, box: Path, key: Key | None = None) -> None:
    with Journal.open(folder, key=key) as journal:
        before = journal.inbox.count()
        report = finished(importer.run(journal, [box]))
        assert (report.known, report.new, report.failed) == (before, MAILS - before, ())
    assert len(whole(folder, key)) == MAILS


@pytest.mark.parametrize("secret", [False, True], ids=["plain", "encrypted"])
def test_killed(tmp_path: Path, box: Path, monkeypatch: pytest.MonkeyPatch, *, secret: bool) -> None:
    monkeypatch.setattr(key_slots, "_MEMORY", 64)  # guessing need not be slow in here

    def new(number: int) -> tuple[Path, Key | None]:
        folder = tmp_path / f"book-{number}"
        key = keys.make(folder, "a passphrase")[0] if secret else None
        return made(folder, key), key

    def importing(folder: Path, key: Key | None, tell: Tell) -> None:
        with Journal.open(folder, key=key) as journal:
            for step in importer.run(journal, [box]):
                tell(step.note)

    folder, key = new(0)
    long = duration(lambda tell: importing(folder, key, tell))
    assert len(whole(folder, key)) == MAILS
    folder, key = new(1)
    for number, instant in enumerate(instants(long, ROUNDS if not secret else ROUNDS // 2), 2):
        killed = run_and_kill(lambda tell, folder=folder, key=key: importing(folder, key, tell), instant)  # type: ignore[misc]
        there = whole(folder, key)
        assert set(filter(None, killed.told)) <= set(there), "acknowledged, and not there"
        if len(there) == MAILS or number % 5 == 0:
            completed(folder, box, key)
            folder, key = new(number)
    folder, key = new(ROUNDS + 9)  # and once for certain between two batches: as the first is acknowledged
    killed = run_and_kill(lambda tell: importing(folder, key, tell), 600, bool)
    there = whole(folder, key)
    assert set(filter(None, killed.told)) <= set(there)
    assert 0 < len(there) < MAILS
    completed(folder, box, key)


def importing_program(folder: Path, box: Path, *begin: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, *begin, "--book", folder, "import", "--json", box],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_cancelled_between_two_batches(tmp_path: Path, box: Path) -> None:
    folder = made(tmp_path / "book")
    child = importing_program(folder, box, "-c", HELD)
    assert child.stdout is not None
    while child.poll() is None and not recorded(folder):
        select.select([child.stdout], [], [], 0.01)
    child.send_signal(signal.SIGINT)
    out, err = child.communicate(timeout=120)
    there = len(whole(folder))
    assert 0 < there < MAILS
    assert (child.returncode, out) == (1, "")
    assert f"stopped; {there} mails were imported and are kept" in err and "Traceback" not in err, err
    completed(folder, box)


def test_cancelled_at_any_instant(tmp_path: Path, box: Path) -> None:
    chance, folder, long = random.Random(5), made(tmp_path / "book"), 0.0
    for number in range(ROUNDS):
        with Journal.open(folder) as journal:
            before = journal.inbox.count()
        stored = count(folder)
        child = importing_program(folder, box, "-m", "casebook")
        assert child.stdout is not None
        while child.poll() is None and count(folder) <= stored:  # it has not begun
            select.select([child.stdout], [], [], 0.01)
        began = time.monotonic()
        if number:
            try:
                child.wait(chance.uniform(0, 0.8 * long))
            except subprocess.TimeoutExpired:
                child.send_signal(signal.SIGINT)
        out, err = child.communicate(timeout=120)
        long = long or time.monotonic() - began
        assert "Traceback" not in err, err
        there = len(whole(folder))
        if child.returncode == 0:
            assert json.loads(out)["new"] + json.loads(out)["known"] == there == MAILS
            folder = made(tmp_path / f"book-{number}")
        elif "were imported" in err:
            assert f"stopped; {there - before} mails were imported and are kept" in err
        else:  # before the first or behind the last of it: what is there is whole, and that is all that was said
            assert "stopped" in err or not err.strip()
            assert not out.strip() or there == MAILS
    completed(folder, box)
