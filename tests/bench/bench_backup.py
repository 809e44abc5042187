"""What a proven backup costs: `python -m tests.bench.bench_backup [FILES] [MEGABYTES] [--in DIR]`.

By default 3,000 attachments of 1.5 GB altogether, plain and encrypted, beside a plain copy of the same tree.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from casebook.journal import Journal
from casebook.journal.backup.backups import check, find, newest_good, restore
from casebook.journal.records import Attachment
from casebook.journal.secrecy import keys
from casebook.journal.terms import Channel, Direction
from casebook.journal.times import parse, utc_now
from tests.bench.bench_journal import WORDS
from tests.conftest import finished


def took(work: Callable[[], object]) -> float:
    """Return how many seconds the work takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def filled(folder: Path, files: int, megabytes: int, key: keys.Key | None) -> None:
    """Make a casebook with so many attachments, of sizes from a tenth to nineteen tenths of their mean."""
    mean = megabytes * 1_000_000 // files
    with Journal.create(folder, utc_now, key) as journal:
        case = journal.cases.add(journal.firms.add("Kestrel", zone="Asia/Singapore").made, "Large").made
        happened = parse("2025-01-01 10:00", "Asia/Singapore")
        for start in range(0, files, 50):
            with journal.transaction():
                for number in range(start, min(start + 50, files)):
                    size = mean * (1 + 2 * (number % 10)) // 10
                    log(journal, case, happened, f"{WORDS} {number}", os.urandom(size))


def log(journal: Journal, case: int, happened: object, text: str, content: bytes) -> None:
    """Log one contact with one attachment."""
    journal.contacts.log(
        case,
        channel=Channel.CHAT,
        direction=Direction.IN,
        happened=happened,  # type: ignore[arg-type]
        text=text,
        attachments=[Attachment("shot.png", content)],
    )


def copied(source: Path, target: Path) -> None:
    """Copy a tree and make it durable, and nothing else."""
    shutil.copytree(source, target)
    os.sync()


def measure(folder: Path, files: int, megabytes: int, key: keys.Key | None) -> None:
    """Print the figures of one casebook."""
    book = folder / "book"
    print(f"{'encrypted' if key else 'plain'}: {files} attachments, {megabytes} MB")
    print(f"  make the casebook      {took(lambda: filled(book, files, megabytes, key)):.1f} s")
    os.sync()
    bare = took(lambda: copied(book, folder / "bare"))
    shutil.rmtree(folder / "bare")
    with Journal.open(book, utc_now, key) as journal:
        first = took(lambda: finished(journal.backups.make()))
        print(f"  first backup           {first:.1f} s, {first / bare:.1f} x a durable copy of the tree ({bare:.1f} s)")
        same = took(lambda: finished(journal.backups.make()))
        print(f"  nothing changed        {same * 1000:.0f} ms")
        log(journal, 1, parse("2025-06-01 10:00", "Asia/Singapore"), "one more", os.urandom(500_000))
        print(f"  second, one file more  {took(lambda: finished(journal.backups.make())):.2f} s")
    made = find(book)[0]
    assert made.ok
    print(f"  newest good backup     {took(lambda: newest_good(book)) * 1000:.0f} ms")
    print(f"  check it fully         {took(lambda: finished(check(made, key, note=False))):.1f} s")
    print(f"  restore elsewhere      {took(lambda: finished(restore(made.path, folder / 'again', key=key))):.1f} s")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"  peak memory            {peak:.0f} MB")


def main() -> None:
    """Run both."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="?", type=int, default=3000)
    parser.add_argument("megabytes", nargs="?", type=int, default=1500)
    parser.add_argument("--in", dest="place", type=Path, help="on which disk")
    given = parser.parse_args()
    for encrypted in (False, True):
        with tempfile.TemporaryDirectory(dir=given.place) as name:
            folder = Path(name)
            key = keys.make(folder / "book", "correct horse battery")[0] if encrypted else None
            measure(folder, given.files, given.megabytes, key)


if __name__ == "__main__":
    main()
