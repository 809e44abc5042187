"""Messages from any source into the journal: known ones passed over, broken ones named, the rest recorded."""

from __future__ import annotations

import hashlib
import os
import time
from array import array
from collections import Counter
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from casebook.journal import BadInput, Changes, Journal, Kind, Progress
from casebook.journal.ids import Ids
from casebook.journal.incoming import NewChat, NewMail, Placing
from casebook.journal.listings import MailAdded
from casebook.journal.terms import Why
from casebook.mail.chats import exports
from casebook.mail.chats.stretches import Reading
from casebook.mail.formats.sources import Failure, Found, files, messages
from casebook.mail.reader import Reader
from casebook.mail.reading import read, read_or_fail

__all__ = ["ImportReport", "Place", "Settle", "read", "run", "take"]

_BATCH_MAILS = 500
_BATCH_BYTES = 16 * 1024 * 1024
_LARGE = 20 * 1024 * 1024  # bytes from which on a second process is worth its start
_BATCH_WORK = 0.2  # seconds of this thread's own work: on a busy computer a batch is not to shrink to a few mails
_BATCH_SECONDS = 1.0

Place = Callable[[NewMail, int], Placing | None]
"""Where a message of a thread belongs, as `journal.mail.add` asks for it."""

Settle = Callable[[Journal, "ImportReport"], "ImportReport"]
"""Looks once more at what waits when all is there: `filing.settling.settle`."""


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did: `new` messages, `known` ones passed over, `failed` ones with their reasons.

    Of the new, `filed` went to a case (as `contacts`) and `waiting` to the inbox. Of the known, `copies` came with
    bytes that were not here yet, which are kept.
    """

    new: int
    known: int
    filed: int
    waiting: int
    failed: tuple[Failure, ...]
    contacts: tuple[int, ...]
    changes: Changes
    copies: int = 0
    placed: Mapping[int, Why | None] = field(default_factory=dict)
    """For each new contact what told where it belongs; None where nothing did. Not all of them were certain."""
    filed_by: Mapping[Why, int] = field(default_factory=dict)
    """How many were filed, by what told it."""
    suggested_by: Mapping[Why | None, int] = field(default_factory=dict)
    """How many wait, by what suggests a case; None: nothing does."""


def run(
    journal: Journal,
    paths: Sequence[Path],
    *,
    case_id: int | None = None,
    dry_run: bool = False,
    place: Place | None = None,
    settle: Settle | None = None,
    reading: Reading | None = None,
) -> Generator[Progress, None, ImportReport]:
    """Import files with mails or exported chats in them, and folders of those, however mixed; progress is in bytes.

    `reading` is what the user says of the chats. What it does with it all is what `take` does. Raises NotFound for an
    unknown case, BadInput for a path that is not there, DiskTrouble.
    """
    sources = files(paths)
    total = sum(source.size for source in sources)
    stream = exports.with_mails(sources, messages, journal.chats.known, reading)
    apart = apart_pays(total)
    return (
        yield from take(
            journal, stream, total, case_id=case_id, dry_run=dry_run, place=place, settle=settle, apart=apart
        )
    )


def apart_pays(total: int) -> bool:
    """Return whether so many bytes are worth a process of their own that reads them."""
    return total >= _LARGE and _processors() > 1


def take(
    journal: Journal,
    stream: Iterable[Found | Failure | Progress],
    total: int,
    *,
    unit: str = "bytes",
    case_id: int | None = None,
    dry_run: bool = False,
    place: Place | None = None,
    settle: Settle | None = None,
    recorded: Callable[[Found], None] | None = None,
    apart: bool = False,
) -> Generator[Progress, None, ImportReport]:
    """Import what a stream brings; yields progress in the `unit` that its positions count.

    With `case_id` everything new goes to that case, else `place` tells where a mail belongs, else it follows its
    thread; what is not certain waits in the inbox, until `settle` looks at it once more at the end. What has been
    yielded over is recorded: closing the generator keeps it, and `recorded` has been called with the last message of
    it. A stream that has to wait yields Progress meanwhile, which is passed on. `dry_run` reads everything and records
    nothing; it cannot foresee where mails would go, and counts all new ones as waiting where no case is given. With
    `apart` the messages are read by a process of their own. Raises NotFound for an unknown case, DiskTrouble.
    """
    if case_id is not None:
        journal.cases.get(case_id)
    tally = _Tally(journal, case_id, dry_run=dry_run, own=journal.accounts.own_addresses(), place=place)

    def flush() -> Iterator[Progress]:
        for last in tally.flush():
            if recorded is not None and not dry_run:
                recorded(last)
            yield Progress(last.position, total, unit, last.source)

    yield Progress(0, total, unit)
    tally.reader = Reader() if apart else None
    try:
        for found in stream:
            if isinstance(found, Failure):
                tally.failed.append(found)
            elif isinstance(found, Progress):
                if tally.full:
                    yield from flush()
                yield replace(found, done=tally.reached)  # what has come is not recorded yet
            else:
                tally.take(found)
                if tally.full:
                    yield from flush()
        yield from flush()
        if apart:  # what was being read meanwhile
            yield from flush()
    finally:
        if tally.reader is not None:
            tally.reader.close()
    report = tally.report()
    if settle is not None and case_id is None and not dry_run:
        report = settle(journal, report)
    yield Progress(total, total, unit)
    return report


def _processors() -> int:
    """Return how many processors this program may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class _Counts:
    """What was done so far, in little room: an import may be of hundreds of thousands."""

    def __init__(self) -> None:
        self._numbers = Counter[str]()
        self._contacts = array("q")
        self._placed: dict[int, Why | None] = {}
        self._filed_by = Counter[Why]()
        self._suggested_by = Counter[Why | None]()
        self._touched: dict[Kind, array[int]] = {}
        self._cases = set[int]()
        self._made = 0

    def add(self, added: MailAdded) -> None:
        """Count what one batch came to."""
        for name in ("filed", "waiting", "known", "copies"):
            self._numbers[name] += getattr(added, name)
        self._contacts.extend(added.contacts)
        for contact, placing in added.placed.items():
            why = self._placed[contact] = placing.why if placing else None
            if placing and placing.certain:
                self._filed_by[placing.why] += 1
            else:
                self._suggested_by[why] += 1
        for kind, ids in added.changes.ids.items():
            self._touched.setdefault(kind, array("q")).extend(ids)
        self._cases |= added.changes.cases
        self._made = added.changes.made or self._made

    def report(self, failed: tuple[Failure, ...]) -> ImportReport:
        """Return the counts of the whole import."""
        numbers = self._numbers
        return ImportReport(
            new=numbers["filed"] + numbers["waiting"],
            known=numbers["known"],
            filed=numbers["filed"],
            waiting=numbers["waiting"],
            failed=failed,
            contacts=tuple(self._contacts),
            changes=Changes(
                self._made, {kind: Ids(ids) for kind, ids in self._touched.items()}, frozenset(self._cases)
            ),
            copies=numbers["copies"],
            placed=self._placed,
            filed_by=dict(self._filed_by),
            suggested_by=dict(self._suggested_by),
        )


@dataclass(slots=True)
class _Tally:
    """One import under way: what was read and not yet recorded, and the counts so far."""

    journal: Journal
    case_id: int | None
    dry_run: bool
    own: frozenset[str]
    place: Place | None
    reader: Reader | None = None
    failed: list[Failure] = field(default_factory=list)
    reached: int = 0
    """The position up to which everything is recorded."""
    _found: list[Found] = field(default_factory=list)
    _last: Found | None = None
    _bytes: int = 0
    _since: float = field(default_factory=time.monotonic)
    _worked: float = field(default_factory=time.thread_time)
    _seen: set[str] = field(default_factory=set)
    _seen_before: set[str] = field(default_factory=set)
    _counts: _Counts = field(default_factory=_Counts)

    @property
    def full(self) -> bool:
        """Whether it is time to record what was taken."""
        return bool(self._found) and (len(self._found) >= _BATCH_MAILS or self._bytes >= _BATCH_BYTES or self._late())

    def take(self, found: Found) -> None:
        """Take a message to be recorded with the next batch."""
        self._found.append(found)
        self._bytes += len(found.raw)

    def flush(self) -> Iterator[Found]:
        """Read what was taken and is new, and record it; yield the last message of each batch that is recorded."""
        ready, new = list[NewMail | NewChat](), self._unknown()
        taken, self._found, self._bytes = self._found, [], 0
        last, self._last = self._last, taken[-1] if taken else self._last
        for found, message in self._reading(new, wait=not taken):
            if isinstance(message, Failure):
                self.failed.append(message)
            else:
                ready.append(message)
            if ready and self._late():
                self._record(ready)
                ready.clear()
                self.reached = found.position
                yield found
        self._record(ready)
        if self.reader is None or not taken:
            last = self._last
        if last is not None:
            self.reached = last.position
            yield last

    def _reading(self, new: Sequence[Found], *, wait: bool) -> Iterator[tuple[Found, NewMail | NewChat | Failure]]:
        """Yield messages with what they say. A child is given these, and the ones that it had before are yielded."""
        if self.reader is None:
            for found in new:
                yield found, read_or_fail(found)
            return
        self.reader.send(new)
        yield from self.reader.answers(0 if wait else len(new))

    def report(self) -> ImportReport:
        """Return the counts of the whole import."""
        return self._counts.report(tuple(self.failed))

    def _late(self) -> bool:
        return time.thread_time() - self._worked > _BATCH_WORK or time.monotonic() - self._since > _BATCH_SECONDS

    def _unknown(self) -> Sequence[Found]:
        """Return the taken messages that are not recorded; a message that stands twice is taken once."""
        digests = [hashlib.sha256(found.raw).hexdigest() for found in self._found]
        known = self.journal.mail.known(digests)
        new = list[Found]()
        for digest, found in zip(digests, self._found, strict=True):
            if digest not in known and digest not in self._seen and digest not in self._seen_before:
                new.append(found)
            self._seen.add(digest)
        if not self.dry_run:
            self._seen_before, self._seen = self._seen, set()  # what was taken before this is recorded by then
        self._count(MailAdded(Changes(), (), 0, 0, len(digests) - len(new)))
        return new

    def _record(self, messages: Sequence[NewMail | NewChat]) -> None:
        mails = [each for each in messages if isinstance(each, NewMail)]
        chats = [each for each in messages if isinstance(each, NewChat)]
        if self.dry_run:
            here = [chat for chat in chats if self.journal.chats.known(chat.keys) == set(chat.keys)]
            new = len(messages) - len(here)
            filed = new if self.case_id is not None else 0
            self._count(MailAdded(Changes(), (), filed, new - filed, len(here)))
        elif messages:
            try:
                if mails:
                    self._count(self.journal.mail.add(mails, case_id=self.case_id, own=self.own, place=self.place))
                if chats:
                    self._count(self.journal.chats.add(chats, case_id=self.case_id))
            except BadInput as error:
                self._one_by_one(messages, error)
        self._since, self._worked = time.monotonic(), time.thread_time()

    def _one_by_one(self, mails: Sequence[NewMail | NewChat], error: BadInput) -> None:
        """Record a batch the journal refused, so that only the mail it will not take is left out."""
        if len(mails) == 1:
            self.failed.append(Failure(mails[0].source, str(error)))
            return
        for mail in mails:
            self._record([mail])

    def _count(self, added: MailAdded) -> None:
        self._counts.add(added)
