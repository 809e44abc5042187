"""Measure a whole import beside the standard library's bare parse of the same mailbox, and beside mu and notmuch.

Prints for each the processor seconds of all its processes, the seconds it took, and the most memory they held at once.
Numbers of one run on one file: alone they say nothing on another machine, the ratios do. Give `--at` a folder on a
quiet file system: where other programs create and delete files, each new file costs several times as much.
"""

from __future__ import annotations

import argparse
import mailbox
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.bench import mail_box

_PAGE = os.sysconf("SC_PAGE_SIZE") if hasattr(os, "sysconf") else 4096


@dataclass(frozen=True)
class Cost:
    """What a program took: processor seconds and seconds, and the most bytes its processes held at one time."""

    cpu: float
    wall: float
    memory: int


def measured(command: Sequence[str | Path]) -> Cost:
    """Run a program to its end and return what it and all its children took."""
    began = time.monotonic()
    child = subprocess.Popen([str(word) for word in command], stdout=subprocess.DEVNULL)
    most, done = [0], threading.Event()

    def watch() -> None:
        while not done.wait(0.05):
            most[0] = max(most[0], _memory(child.pid))

    watcher = threading.Thread(target=watch)
    watcher.start()
    _pid, status, usage = os.wait4(child.pid, 0)
    done.set()
    watcher.join()
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise SystemExit(f"{command[0]} failed ({child.returncode})")
    return Cost(usage.ru_utime + usage.ru_stime, time.monotonic() - began, most[0])


def _memory(pid: int) -> int:
    """Return the resident bytes of a process and its children (Linux)."""
    try:
        own = int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * _PAGE
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except (OSError, IndexError):
        return 0
    return own + sum(_memory(int(each)) for each in children)


def bare(source: Path) -> None:
    """Read every message as the standard library does (compat32), and decode what is in it."""
    for message in mailbox.mbox(source, create=False):
        for part in message.walk():
            if not part.is_multipart():
                part.get_payload(decode=True)


def _others(maildir: Path, place: Path) -> list[tuple[str, list[list[str | Path]]]]:
    """Return what is installed to compare with, each with its commands, the last of which is measured."""
    found: list[tuple[str, list[list[str | Path]]]] = []
    if mu := shutil.which("mu"):
        store = ["--muhome", place / "mu"]
        found.append(("mu index", [[mu, "init", *store, "--maildir", maildir], [mu, "index", *store, "--quiet"]]))
    if notmuch := shutil.which("notmuch"):
        config = place / "notmuch.conf"
        config.write_text(f"[database]\npath={maildir}\n[new]\ntags=\n")
        found.append(("notmuch new", [[notmuch, "--config", config, "new", "--quiet"]]))
    return found


def _book(place: Path, *, encrypted: bool) -> list[str | Path]:
    """Make a casebook with a firm and an account in it, and return how it is called."""
    casebook: list[str | Path] = [sys.executable, "-m", "casebook", "--book", place]
    made: list[list[str | Path]] = [
        ["firm", "add", "--name", "Bench"],
        ["account", "add", "--firm", "Bench", "--email", "lin@example.org"],
    ]
    if encrypted:
        secret = place.with_suffix(".txt")
        secret.touch(mode=0o600)
        secret.write_text("four words for bench\n")
        made.insert(0, ["encrypt"])
        casebook[3:3] = ["--passphrase-file", secret]
    for each in made:
        subprocess.run([str(word) for word in (*casebook, *each)], check=True, stdout=subprocess.DEVNULL)
    return casebook


def _run(count: int, kind: str, place: Path, *, alone: bool, others: bool) -> None:
    source = place / "bench.mbox"
    mail_box.write(source, count, kind=kind)
    casebook = _book(place / "book", encrypted=False)
    again = [sys.executable, __file__, "--bare", source]
    rows = [("mailbox.mbox + compat32, parse alone", measured(again))]
    rows.append(("casebook import", measured([*casebook, "import", source])))
    rows.append(("casebook import, the same file again", measured([*casebook, "import", source])))
    if not alone:
        sealed = _book(place / "sealed", encrypted=True)
        rows.append(("casebook import, encrypted", measured([*sealed, "import", source])))
    if others:
        mail_box.write_maildir(place / "mails", count, kind=kind)
        for name, commands in _others(place / "mails", place):
            for before in commands[:-1]:
                subprocess.run([str(word) for word in before], check=True, stdout=subprocess.DEVNULL)
            rows.append((name, measured(commands[-1])))
    size = source.stat().st_size
    print(f"\n{count} mails ({kind}) of {size / count / 1_000:.1f} kB on average, {size / 1e6:.0f} MB")
    print(f"{'':38} {'CPU s':>8} {'s':>8} {'MB':>6} {'ms/mail':>8} {'ratio':>6}")
    for name, cost in rows:
        each, ratio = cost.cpu / count * 1_000, cost.cpu / rows[0][1].cpu
        print(f"{name:38} {cost.cpu:8.1f} {cost.wall:8.1f} {cost.memory / 1e6:6.0f} {each:8.2f} {ratio:6.2f}")


def main() -> None:
    """Run the bench and print it."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--mails", type=int, nargs="+", default=[1_000])
    options.add_argument("--at", type=Path, help="a folder to work in, on a quiet file system")
    options.add_argument("--kind", choices=mail_box.KINDS, nargs="+", default=mail_box.KINDS)
    options.add_argument("--alone", action="store_true", help="nothing encrypted: for a look at very many mails")
    options.add_argument("--others", action="store_true", help="mu and notmuch, too, where they are installed")
    options.add_argument("--bare", type=Path, help=argparse.SUPPRESS)
    given = options.parse_args()
    if given.bare:
        bare(given.bare)
        return
    for count in given.mails:
        for kind in given.kind:
            with tempfile.TemporaryDirectory(dir=given.at) as place:
                _run(count, kind, Path(place), alone=given.alone, others=given.others)


if __name__ == "__main__":
    main()
