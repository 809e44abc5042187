"""Exhibit numbers: whatever is added, deleted, put back, purged or redacted, a number stays what it was."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from casebook.dossier.choices import Choices
from casebook.dossier.collect import collect
from casebook.dossier.selection import select
from casebook.journal import Journal
from casebook.journal.records import Attachment
from casebook.journal.terms import Channel, Direction
from casebook.journal.times import parse
from tests.conftest import finished
from tests.dossier.conftest import ZONE, Clock, mail


class Numbers(RuleBasedStateMachine):
    """Adds exhibits with contacts of any date, takes them away and back, and looks at the numbers after each step."""

    def __init__(self) -> None:
        super().__init__()
        self._folder = tempfile.TemporaryDirectory()
        self.journal = Journal.create(Path(self._folder.name) / "book", Clock())
        self.given: dict[int, str] = {}
        self.made = 0

    @initialize()
    def open_case(self) -> None:
        self.case = self.journal.cases.add(self.journal.firms.add("Kestrel").made, "Numbers").made

    def teardown(self) -> None:
        self.journal.close()
        self._folder.cleanup()

    @rule(day=st.integers(1, 28), files=st.integers(1, 3))
    def log_a_contact_of_any_day(self, day: int, files: int) -> None:
        attachments = []
        for _ in range(files):
            self.made += 1
            attachments.append(Attachment(f"{self.made}.txt", f"bytes {self.made}".encode()))
        self.journal.contacts.log(
            self.case,
            channel=Channel.CHAT,
            direction=Direction.IN,
            happened=parse(f"2026-10-{day:02} 12:00", ZONE),
            attachments=attachments,
        )

    @rule(day=st.integers(1, 28))
    def import_an_older_mail(self, day: int) -> None:
        self.made += 1
        sent = f"2026-09-{day:02} 08:00"
        one = mail(self.made, f"s{self.made}", "words", sent=sent, sender="a@example.org")
        self.journal.mail.add([one], case_id=self.case, own={"a@example.org"})

    @precondition(lambda self: self.given)
    @rule(data=st.data())
    def delete_or_purge_one(self, data: st.DataObject) -> None:
        listed = [e for e in self.journal.exhibits.of_case(self.case) if e.file.sha256]
        if not listed:
            return
        exhibit = data.draw(st.sampled_from(listed))
        if data.draw(st.booleans()):
            self.journal.bin.delete_exhibit(exhibit.id)
        else:
            finished(self.journal.purge.exhibit(exhibit.id, "mistake"))

    @rule()
    def put_everything_back(self) -> None:
        for binned in self.journal.bin.contents():
            self.journal.bin.restore(binned.kind, binned.id)

    @precondition(lambda self: self.given)
    @rule(data=st.data())
    def redact_one(self, data: st.DataObject) -> None:
        listed = [e for e in self.journal.exhibits.of_case(self.case) if e.file.sha256]
        if listed:
            exhibit = data.draw(st.sampled_from(listed))
            self.journal.redactions.add(
                exhibit.id, b"covered", reason="name of a third person", areas=[], name="x.png", media_type="image/png"
            )

    @invariant()
    def numbers_stay(self) -> None:
        if not hasattr(self, "case"):
            return
        facts = collect(self.journal, self.case)
        numbers = [e.number for e in facts.exhibits]
        assert numbers == sorted(set(numbers)), "each number once, in order"
        for exhibit in facts.exhibits:
            assert exhibit.number is not None
            if exhibit.file.sha256:
                assert self.given.setdefault(exhibit.number, exhibit.file.sha256) == exhibit.file.sha256
        paths = [item.path for item in select(facts, Choices()).exhibits if item.path]
        assert len(paths) == len(set(paths))
        assert set(self.given) | set(numbers) == set(range(1, max(self.given, default=0) + 1)), "no number left out"


TestNumbers = Numbers.TestCase
TestNumbers.settings = settings(max_examples=20, stateful_step_count=12)
