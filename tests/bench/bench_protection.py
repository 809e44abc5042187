"""What encryption costs: `python -m tests.bench.bench_protection [CONTACTS] [MAILS]`.

Every figure is encrypted against plain, the same work on the same data in one run, turn by turn, so that a busy moment
of the machine falls on both. The first number alone says nothing on another machine; the ratio does.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from casebook.journal import Journal
from casebook.journal.records import Attachment
from casebook.journal.secrecy import keys
from casebook.journal.secrecy.keys import Key
from casebook.journal.terms import Channel, Direction
from casebook.journal.times import parse
from casebook.journal.transfer.dump import load
from casebook.mail import importer
from tests.bench import mail_box
from tests.bench.bench_journal import WORDS, filled
from tests.conftest import finished

QUERIES = ("提币", "withdrawal", "w", "T-49", "no. 77", "没有这个词")
HAPPENED = parse("2026-11-20 14:03", "Asia/Singapore")
PASSPHRASE = "correct horse battery"
Work = Callable[[int], object]


def seconds(work: Work, number: int) -> float:
    """Return how long `work(number)` takes."""
    start = time.perf_counter()
    work(number)
    return time.perf_counter() - start


def both(work: Work, number: int) -> tuple[float, float]:
    """Return the milliseconds that pass and those that the processor works."""
    start, busy = time.perf_counter(), time.process_time()
    work(number)
    return 1000 * (time.perf_counter() - start), 1000 * (time.process_time() - busy)


def compare(name: str, plain: Work, encrypted: Work, rounds: int) -> None:
    """Print the medians of both, and their ratios in time passed and in processor time."""
    times = [(*both(plain, number), *both(encrypted, number)) for number in range(rounds)]
    one, one_busy, other, other_busy = (statistics.median(each) for each in zip(*times, strict=True))
    print(f"{name:<30} {one:9.2f} -> {other:9.2f} ms: {other / one:5.2f} x, processor {other_busy / one_busy:5.2f} x")


def attach(journal: Journal, case: int, size: int) -> Work:
    """Return what logs a contact with an attachment of that size, a different one each time."""

    def work(number: int) -> object:
        content = number.to_bytes(8, "big") * (size // 8)
        return journal.contacts.log(
            case,
            channel=Channel.CHAT,
            direction=Direction.IN,
            happened=HAPPENED,
            attachments=[Attachment("x.bin", content)],
        )

    return work


def imports(folder: Path, key: Key | None, box: Path) -> Work:
    """Return what imports a mailbox into a casebook of its own."""

    def work(number: int) -> None:
        book = folder / f"import-{'encrypted' if key else 'plain'}-{number}"
        if key is not None:
            book.mkdir()
            (book / keys.KEYS_NAME).write_bytes((folder / "book-key" / keys.KEYS_NAME).read_bytes())
        with Journal.create(book, key=key) as journal:
            case = journal.cases.add(journal.firms.add("Kestrel").made, "Mail").made
            finished(importer.run(journal, [box], case_id=case))

    return work


def main(contacts: int, mails: int) -> None:
    """Print the figures for casebooks of this many contacts and a mailbox of this many mails."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "book-key").mkdir()
        key, _recovery = keys.make(folder / "book-key", PASSPHRASE)
        first, case = filled(folder / "first", contacts)
        finished(first.dump(folder / "dump.zip"))
        first.close()
        finished(load(folder / "dump.zip", folder / "plain"))  # both from the same file, so that both are as compact
        plain = Journal.open(folder / "plain")

        def copy_key(target: Path) -> Key:
            (target / keys.KEYS_NAME).write_bytes((folder / "book-key" / keys.KEYS_NAME).read_bytes())
            return key

        took = seconds(lambda _n: finished(load(folder / "dump.zip", folder / "locked", make_key=copy_key)), 0)
        size = (folder / "dump.zip").stat().st_size / 1e6
        print(f"contacts {contacts}: a dump of {size:.0f} MB, loaded into an encrypted casebook in {took:.1f} s")
        locked = Journal.open(folder / "locked", key=key)
        for query in QUERIES:
            compare(
                f"search {query}",
                lambda _n, q=query: plain.search.find(q),
                lambda _n, q=query: locked.search.find(q),
                9,
            )  # type: ignore[misc]
        compare(
            "rows of the timeline",
            lambda _n: plain.contacts.timeline(case),
            lambda _n: locked.contacts.timeline(case),
            9,
        )
        scan = "SELECT id FROM contact WHERE text LIKE '%absent%'"
        run = [book.ledger._database.execute_sql for book in (plain, locked)]
        compare("scan of all words", lambda _n: run[0](scan).fetchall(), lambda _n: run[1](scan).fetchall(), 5)

        def log(book: Journal) -> Work:
            return lambda number: book.contacts.log(
                case, channel=Channel.CHAT, direction=Direction.IN, happened=HAPPENED, text=f"{WORDS} {number}"
            )

        compare("log one contact", log(plain), log(locked), 200)
        compare("log one with 0.5 MB attached", attach(plain, case, 500_000), attach(locked, case, 500_000), 40)
        compare("log one with 50 MB attached", attach(plain, case, 50_000_000), attach(locked, case, 50_000_000), 5)
        stored = [[e.file for e in book.exhibits.of_case(case)] for book in (plain, locked)]
        compare(
            "read 0.5 MB", lambda n: plain.exhibits.read(stored[0][n]), lambda n: locked.exhibits.read(stored[1][n]), 40
        )
        compare(
            "read 50 MB",
            lambda n: plain.exhibits.read(stored[0][40 + n]),
            lambda n: locked.exhibits.read(stored[1][40 + n]),
            5,
        )
        compare("check everything", lambda _n: finished(plain.verify()), lambda _n: finished(locked.verify()), 3)
        plain.close()
        locked.close()

        def opened(book: Path, own: Key | None) -> Work:
            def work(_number: int) -> None:
                journal = Journal.open(book, key=own)
                journal.cases.rows()
                journal.close()

            return work

        compare("open, list the cases, close", opened(folder / "plain", None), opened(folder / "locked", key), 15)
        unlock = [seconds(lambda _n: keys.unlock(folder / "locked", PASSPHRASE), 0) for _ in range(5)]
        print(f"{'passphrase to key (Argon2id)':<30} {statistics.median(unlock) * 1000:9.2f} ms, once at the start")
        box = folder / "mails.mbox"
        mail_box.write(box, mails)
        compare(f"import {mails} mails", imports(folder, None, box), imports(folder, key, box), 3)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5_000, int(sys.argv[2]) if len(sys.argv) > 2 else 500)
