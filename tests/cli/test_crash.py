"""kill -9 in the middle of logging and importing: what was acknowledged is there, and nothing else is broken."""

from __future__ import annotations

import os
import random
import select
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from casebook.cli.progress import finish
from casebook.journal import Journal, check
from casebook.journal.records import Contact
from tests.killing import HELD, recorded

ROUNDS = int(os.environ.get("CASEBOOK_ROUNDS", "6"))  # of each kind
LOGGER = """
import sys
from pathlib import Path
from casebook.cli.main import run
book, part, number = sys.argv[1], sys.argv[2], 0
proof = Path(book).parent / "proof.bin"
while True:
    proof.write_bytes(f"proof {part} {number} ".encode() * 2000)
    run(["--book", book, "log", "1", "--channel", "chat", "--text", f"{part} {number}", "--attach", str(proof)],
        open_window=lambda book, files: 0)
    number += 1
"""

pytestmark = [pytest.mark.slow, pytest.mark.skipif(os.name == "nt", reason="kill -9 is a thing of Unix")]


@pytest.fixture
def book(tmp_path: Path) -> Path:
    with Journal.create(tmp_path / "book") as journal:
        firm = journal.firms.add("Kestrel").made
        journal.cases.add(firm, "Withdrawal on hold")
    return tmp_path / "book"


def start(*words: str | Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, *map(str, words)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, bufsize=1
    )


def kill(child: subprocess.Popen[str]) -> str:
    """End a process as a power cut would; return what it had still printed."""
    child.send_signal(signal.SIGKILL)
    out, err = child.communicate(timeout=60)
    assert "Traceback" not in err, err
    return out


def until_some_files_are_written(child: subprocess.Popen[str], book: Path, count: int) -> None:
    """Wait until an import has put `count` more files into the store, or is done: then it is in the middle of it."""

    def stored() -> int:
        return sum(len(files) for _, _, files in os.walk(book / "files"))

    goal = stored() + count
    while child.poll() is None and stored() < goal:
        select.select([child.stdout], [], [], 0.002)


def contacts_after_the_crash(book: Path) -> list[Contact]:
    """Reopen the casebook, check that it is whole and without orphans, and return the case's contacts."""
    with Journal.open(book) as journal:
        contacts = journal.contacts.of_case(1)
        for contact in contacts:
            for exhibit in contact.exhibits:
                assert len(journal.exhibits.read(exhibit.file)) == exhibit.file.size
        named = {e.file.sha256 for c in contacts for e in c.exhibits}
        named |= {journal.mail.of_contact(n).raw.sha256 for n in journal.mail.is_mail([c.id for c in contacts])}
    kept = [path for path in (book / "files").rglob("*") if path.is_file()]
    assert {path.name for path in kept} == named, "an orphan, or a file that is gone"
    verdict = finish(check(book))
    assert verdict.ok, verdict.faults
    return contacts


def test_logging_survives_being_killed(book: Path) -> None:
    chance = random.Random(20261120)
    acknowledged: dict[int, str] = {}
    for part in range(ROUNDS):
        child = start("-c", LOGGER, book, str(part))
        assert child.stdout
        lines = [child.stdout.readline() for _ in range(chance.randint(1, 5))]
        select.select([child.stderr], [], [], chance.uniform(0, 0.05))
        lines += kill(child).splitlines(keepends=True)
        for number, line in enumerate(line for line in lines if line.endswith("\n")):
            assert line.startswith("logged contact "), line
            acknowledged[int(line.split()[2])] = f"{part} {number}"
        contacts = {c.id: c for c in contacts_after_the_crash(book)}
        assert acknowledged.keys() <= contacts.keys()
        for number, text in acknowledged.items():
            assert contacts[number].text == text
            assert len(contacts[number].exhibits) == 1
        assert len(contacts) - len(acknowledged) <= part + 1, "more than one unacknowledged contact in a round"
    assert len(acknowledged) > ROUNDS


def message(part: int, number: int) -> str:
    return (
        f"From s@kestrel.example Thu Nov 19 10:00:00 2026\nFrom: Support <s@kestrel.example>\nTo: lin@example.org\n"
        f"Subject: {part}/{number}\nDate: Thu, 19 Nov 2026 10:00:00 +0800\nMessage-ID: <{part}.{number}@k.example>\n"
        "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n"
        f"--b\nContent-Type: text/plain\n\nMessage {number}.\n"
        f"--b\nContent-Type: application/octet-stream\nContent-Disposition: attachment; filename=p.bin\n\n"
        f"{f'proof {part} {number} ' * 50}\n--b--\n\n"
    )


def test_importing_survives_being_killed(book: Path, tmp_path: Path) -> None:
    chance, each = random.Random(20261121), 400  # several batches
    box, written = tmp_path / "box.mbox", ""
    before: set[str] = set()
    for part in range(ROUNDS):
        written += "".join(message(part, number) for number in range(each))
        box.write_text(written)
        sure = part == 0  # once for certain between two batches, else by chance
        child = start(*(("-c", HELD) if sure else ("-m", "casebook")), "--book", book, "import", box, "--case", "1")
        assert child.stdout
        if sure:
            while child.poll() is None and recorded(book) <= len(before):
                select.select([child.stdout], [], [], 0.01)
        else:
            until_some_files_are_written(child, book, chance.randint(1, 2 * ((part + 1) * each - len(before))))
        out = kill(child)
        subjects = [c.subject for c in contacts_after_the_crash(book)]
        assert len(subjects) == len(set(subjects)), "a mail came in twice"
        assert before <= set(subjects), "a mail that was there is gone"
        if out.endswith("\n"):
            assert len(subjects) == (part + 1) * each, "the report was printed, but not all mails are there"
        assert not sure or len(before) < len(subjects) < (part + 1) * each
        before = set(subjects)
    done = start("-m", "casebook", "--book", book, "import", box, "--case", "1")
    assert f"{len(before)} known already, 0 failed" in done.communicate(timeout=120)[0]
    assert len(contacts_after_the_crash(book)) == ROUNDS * each
