"""What the record costs, as ratios in one run: `python -m tests.bench.bench_journal [CONTACTS]`.

Each figure stands beside the plainest thing the same driver could do: one INSERT and a commit, one scan with LIKE.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from sqlcipher3 import dbapi2

from casebook.journal import Journal, check
from casebook.journal.terms import Channel, Direction
from casebook.journal.times import moment, parse
from tests.conftest import finished

WORDS = "Your withdrawal is under review by the risk team, please wait. 您的提币申请正在审核中，请耐心等待。"


def median_ms(work: Callable[[int], object], rounds: int) -> float:
    """Return the median milliseconds of `work(0)`, `work(1)` …"""
    times = []
    for number in range(rounds):
        start = time.perf_counter()
        work(number)
        times.append(time.perf_counter() - start)
    return statistics.median(times) * 1000


def filled(folder: Path, contacts: int, keys: Path | None = None) -> tuple[Journal, int]:
    """Return a casebook whose one case has that many contacts, and the case; signed where there is a keys folder."""
    journal = Journal.create(folder, keys=keys)
    case = journal.cases.add(journal.firms.add("Kestrel", zone="Asia/Singapore").made, "Large").made
    first = parse("2025-01-01 10:00", "Asia/Singapore").utc
    for start in range(0, contacts, 500):
        with journal.transaction():
            for number in range(start, min(start + 500, contacts)):
                journal.contacts.log(
                    case,
                    channel=Channel.CHAT,
                    direction=(Direction.IN, Direction.OUT)[number % 2],
                    happened=moment(first + timedelta(minutes=37 * number), "Asia/Singapore"),
                    text=f"{WORDS * (number % 9 + 1)} no. {number}",
                    agent="Lily",
                    tickets=[f"T-{number % 50}"],
                )
    return journal, case


def bare_insert(folder: Path) -> float:
    """Return the median milliseconds of one INSERT and its durable commit, the driver alone."""
    connection = dbapi2.connect(str(folder / "bare.db"), isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("CREATE TABLE contact (id INTEGER PRIMARY KEY, text TEXT)")
    try:
        return median_ms(lambda n: connection.execute("INSERT INTO contact (text) VALUES (?)", (WORDS,)), 300)
    finally:
        connection.close()


def main(contacts: int) -> None:
    """Print the figures for a casebook of this many contacts."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        start = time.perf_counter()
        journal, case = filled(folder / "book", contacts)
        print(f"contacts                {contacts}, made in {time.perf_counter() - start:.1f} s")
        bare = bare_insert(folder)
        happened = parse("2026-11-20 14:03", "Asia/Singapore")
        logged = median_ms(
            lambda n: journal.contacts.log(
                case, channel=Channel.CHAT, direction=Direction.IN, happened=happened, text=f"{WORDS} {n}"
            ),
            300,
        )
        print(f"log one contact         {logged:.2f} ms, {logged / bare:.1f} x a bare durable INSERT ({bare:.2f} ms)")
        print(f"rows of its timeline    {median_ms(lambda n: journal.contacts.timeline(case), 7):.1f} ms")
        scan = median_ms(
            lambda n: journal.ledger._database.execute_sql(
                "SELECT id FROM contact WHERE text LIKE '%absent%'"
            ).fetchall(),
            7,
        )
        for query in ("提币", "withdrawal", "w", "T-49", "no. 77", "没有这个词"):
            took = median_ms(lambda n, q=query: journal.search.find(q), 7)
            print(f"search {query:<16} {took:.1f} ms, {took / scan:.2f} x a LIKE scan of all ({scan:.1f} ms)")
        journal.close()
        start = time.perf_counter()
        verdict = finished(check(folder / "book"))
        took = time.perf_counter() - start
        print(f"check everything        {took:.2f} s for {verdict.checked} things, ok {verdict.ok}")
        print(f"open                    {median_ms(lambda n: Journal.open(folder / 'book').release(), 7):.1f} ms")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
