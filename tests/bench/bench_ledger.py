"""What proof costs: `python -m tests.bench.bench_ledger [ENTRIES]`.

The cost of a ledger line and of a durable commit in each change, of signing at every close, and of checking the ledger
and everything else, as ratios in one run; plain and encrypted.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from casebook.journal import Journal
from casebook.journal.proof.audit_ledger import check_checkpoints, walk
from casebook.journal.proof.ledger import Ledger
from casebook.journal.secrecy import keys
from casebook.journal.terms import Channel, Direction
from casebook.journal.times import parse
from tests.bench.bench_journal import WORDS, filled, median_ms
from tests.conftest import finished

ROUNDS = 300


@contextmanager
def without_ledger() -> Iterator[None]:
    """Let changes be recorded without their ledger lines, to see what those cost."""
    kept = Ledger.append
    Ledger.append = lambda *_arguments: None  # type: ignore[method-assign]
    try:
        yield
    finally:
        Ledger.append = kept  # type: ignore[method-assign]


def seconds(work: Callable[[], object]) -> float:
    """Return how long it takes, the best of three."""
    times = []
    for _round in range(3):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def cost_of_a_change(folder: Path) -> None:
    """Print what one logged contact costs, with and without ledger, durable and not."""
    happened = parse("2026-11-20 14:03", "Asia/Singapore")
    with Journal.create(folder / "small", keys=folder / "keys") as journal:
        case = journal.cases.add(journal.firms.add("Kestrel").made, "Small").made

        def log(number: int) -> None:
            journal.contacts.log(
                case, channel=Channel.CHAT, direction=Direction.IN, happened=happened, text=f"{WORDS} {number}"
            )

        for sync in ("FULL", "NORMAL"):
            journal.ledger._database.execute_sql(f"PRAGMA synchronous={sync}")
            log(0)
            whole = list[float]()
            bare = list[float]()
            for _turn in range(6):  # by turns, so that a busy moment of the machine falls on both
                whole.append(median_ms(log, ROUNDS // 6))
                with without_ledger():
                    bare.append(median_ms(log, ROUNDS // 6))
            one, other = statistics.median(whole), statistics.median(bare)
            print(
                f"log, {sync:<6}              {one:.3f} ms, without its ledger line {other:.3f} ms: "
                f"+{one - other:.3f} ms"
            )


def cost_of_a_close(folder: Path) -> None:
    """Print what signing and noting at a close costs, on the casebook of before."""
    where = folder / "small"

    def change(known: Path | None) -> float:
        journal = Journal.open(where, keys=known)
        journal.firms.edit(1, note=str(time.perf_counter()))
        start = time.perf_counter()
        journal.close()
        return (time.perf_counter() - start) * 1000

    signed = statistics.median(change(folder / "keys") for _turn in range(15))
    plain = statistics.median(change(None) for _turn in range(15))
    print(f"close after a change     {signed:.1f} ms, without signing {plain:.1f} ms")
    reading = median_ms(lambda _n: Journal.open(where, keys=folder / "keys").close(), 15)
    print(f"open and close, reading  {reading:.1f} ms")


def cost_of_checking(journal: Journal, kind: str) -> None:
    """Print what checking costs, for 100,000 entries."""
    core = journal._core
    entries = core.ledger.size()
    scale = 100_000 / entries
    chain = seconds(lambda: finished(walk(core, [])))
    notes, _faults = check_checkpoints(core)
    signatures = seconds(lambda: check_checkpoints(core))
    start = time.perf_counter()
    verdict = finished(journal.verify())
    whole = time.perf_counter() - start
    assert verdict.ok, verdict.faults[:3]
    print(
        f"{kind:<10} {entries} entries: chain and words {chain * scale:.2f} s per 100,000; {notes} checkpoints "
        f"{signatures * 1000:.0f} ms; everything {whole * scale:.2f} s per 100,000 (checked {verdict.checked})"
    )
    journal.firms.edit(1, note=kind)
    print(f"{kind:<10} tail of one entry: {seconds(lambda: finished(journal.verify_tail())) * 1000:.1f} ms")


def main(entries: int) -> None:
    """Print the figures for ledgers of about this many entries."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        cost_of_a_change(folder)
        cost_of_a_close(folder)
        journal, _case = filled(folder / "book", entries, folder / "keys")
        cost_of_checking(journal, "plain")
        journal.close()
        size = (folder / "book" / "casebook.db").stat().st_size
        from casebook.journal.secrecy import convert
        from casebook.journal.times import utc_now

        key, _recovery = finished(convert.encrypt(folder / "book", utc_now, "a long passphrase"))
        assert keys.is_encrypted(folder / "book")
        with Journal.open(folder / "book", key=key, keys=folder / "keys") as journal:
            cost_of_checking(journal, "encrypted")
        print(f"database                 {size / 1e6:.0f} MB plain")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
