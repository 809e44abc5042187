"""An exhibit keeps its number whatever comes before or after it, in whatever order, and no number is given twice."""

from __future__ import annotations

import tempfile
from datetime import UTC, datetime
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from casebook.journal import Journal, Kind
from casebook.journal.records import Attachment
from tests.conftest import HandClock, finished
from tests.journal.makers import at, log, mail

STEPS = st.lists(
    st.tuples(
        st.sampled_from(
            ["log", "log", "add", "add-late", "mail", "file", "delete", "restore", "empty", "purge", "redact"]
        ),
        st.integers(0, 40),
    ),
    min_size=4,
    max_size=14,
)


class Book:
    """A casebook under random use, with the number that each exhibit was given."""

    def __init__(self, folder: Path) -> None:
        self.journal = Journal.create(folder, HandClock(datetime(2026, 11, 20, 6, 0, tzinfo=UTC)))
        firm = self.journal.firms.add("Kestrel").made
        self.cases = [self.journal.cases.add(firm, title).made for title in ("first", "second")]
        self.given: dict[int, tuple[int, int]] = {}
        self.mails = 0

    def do(self, step: str, dice: int) -> None:
        """Do one thing that could move a number."""
        journal, case = self.journal, self.cases[dice % 2]
        shot = Attachment("shot.png", b"picture %d" % (dice % 5))  # some are the same file
        exhibits = [e for c in self.cases for e in journal.exhibits.of_case(c)]
        some = exhibits[dice % len(exhibits)] if exhibits else None
        if step == "log":
            log(journal, case, happened=at(f"2026-11-{dice % 19 + 1:02d}"), attachments=[shot] * (dice % 3))
        elif step in {"add", "add-late"}:
            contacts = journal.contacts.of_case(case)
            first = contacts[0].id if step == "add-late" and contacts else None
            journal.exhibits.add(case, shot, first)
        elif step == "mail":
            self.mails += 1
            journal.mail.add([mail(self.mails, attachments=(shot,))])
        elif step == "file" and (waiting := journal.inbox.waiting()):
            journal.inbox.file([waiting[dice % len(waiting)].contact_id], case)
        elif step == "delete" and some:
            journal.bin.delete_exhibit(some.id)
        elif step == "restore":
            for binned in journal.bin.contents()[:1]:
                journal.bin.restore(Kind.EXHIBIT, binned.id)
        elif step == "empty":
            journal.bin.empty(journal.clock(), everything=True)
        elif step == "purge" and some:
            finished(journal.purge.exhibit(some.id, "personal"))
        elif step == "redact" and some and some.file.sha256:
            values = {"reason": "a number", "areas": [], "name": "r.png", "media_type": "image/png"}
            journal.redactions.add(some.id, b"burnt", **values)

    def check(self) -> None:
        """Assert that every number is as it was given, and that none was given twice."""
        for case in self.cases:
            for exhibit in self.journal.exhibits.of_case(case):
                assert exhibit.number is not None
                assert self.given.setdefault(exhibit.id, (case, exhibit.number)) == (case, exhibit.number)
        assert len(set(self.given.values())) == len(self.given)


@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])
@given(STEPS)
def test_numbers_stay_in_any_order_of_things(steps: list[tuple[str, int]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        book = Book(Path(folder) / "book")
        try:
            for step, dice in steps:
                book.do(step, dice)
                book.check()
            assert finished(book.journal.verify()).ok
        finally:
            book.journal.close()
