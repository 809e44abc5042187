"""Mails from files and folders into the journal: known ones passed over, broken ones named, the rest recorded."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from casebook.journal import BadInput, Changes, Journal, Progress
from casebook.journal.incoming import NewMail
from casebook.journal.listings import MailAdded
from casebook.mail.formats.sources import Failure, Found, files, messages
from casebook.mail.message.parse import parse

_BATCH_MAILS = 100
_BATCH_BYTES = 16 * 1024 * 1024
_BATCH_SECONDS = 0.2


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did: `new` messages, `known` ones passed over, `failed` ones with their reasons.

    Of the new, `filed` went to a case (as `contacts`) and `waiting` to the inbox.
    """

    new: int
    known: int
    filed: int
    waiting: int
    failed: tuple[Failure, ...]
    contacts: tuple[int, ...]
    changes: Changes


def run(
    journal: Journal, paths: Sequence[Path], *, case_id: int | None = None, dry_run: bool = False
) -> Generator[Progress, None, ImportReport]:
    """Import `.eml` and `.mbox` files, and folders of them, however mixed; yields progress in bytes.

    With `case_id` everything new goes to that case, else a mail follows its thread or waits in the inbox. What has
    been yielded over is recorded: closing the generator keeps it. `dry_run` reads everything and records nothing; it
    cannot foresee which mails would follow a thread, and counts all new ones as waiting where no case is given.
    Raises NotFound for an unknown case, BadInput for a path that is not there, DiskTrouble.
    """
    if case_id is not None:
        journal.cases.get(case_id)
    sources = files(paths)
    total = sum(source.size for source in sources)
    tally = _Tally(journal, case_id, dry_run=dry_run, own=journal.accounts.own_addresses())
    yield Progress(0, total, "bytes")
    for found in messages(sources):
        if isinstance(found, Failure):
            tally.failed.append(found)
            continue
        tally.take(found)
        if tally.full:
            for last in tally.flush():
                yield Progress(last.position, total, "bytes", last.source)
    for last in tally.flush():
        yield Progress(last.position, total, "bytes", last.source)
    yield Progress(total, total, "bytes")
    return tally.report()


@dataclass(slots=True)
class _Tally:
    """One import under way: what was read and not yet recorded, and the counts so far."""

    journal: Journal
    case_id: int | None
    dry_run: bool
    own: frozenset[str]
    failed: list[Failure] = field(default_factory=list)
    _found: list[Found] = field(default_factory=list)
    _bytes: int = 0
    _since: float = field(default_factory=time.monotonic)
    _seen: set[str] = field(default_factory=set)
    _added: list[MailAdded] = field(default_factory=list)

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
        ready, new = list[NewMail](), self._unknown()
        last, self._found, self._bytes = self._found[-1:], [], 0
        for found in new:
            if mail := self._read(found):
                ready.append(mail)
            if ready and self._late():
                self._record(ready)
                ready.clear()
                yield found
        self._record(ready)
        yield from last

    def _read(self, found: Found) -> NewMail | None:
        try:
            return parse(found.raw, found.source, from_mbox=found.from_mbox, envelope=found.envelope)
        except BadInput as error:
            reason = str(error)
        except Exception as error:  # one message must not end the import of ten thousand
            reason = f"this message cannot be read ({type(error).__name__}): the rest was imported without it"
        self.failed.append(Failure(found.source, reason))
        return None

    def report(self) -> ImportReport:
        """Return the counts of the whole import."""
        filed, waiting = sum(a.filed for a in self._added), sum(a.waiting for a in self._added)
        return ImportReport(
            new=filed + waiting,
            known=sum(added.known for added in self._added),
            filed=filed,
            waiting=waiting,
            failed=tuple(self.failed),
            contacts=tuple(contact for added in self._added for contact in added.contacts),
            changes=Changes.merged(added.changes for added in self._added),
        )

    def _late(self) -> bool:
        return time.monotonic() - self._since > _BATCH_SECONDS

    def _unknown(self) -> Iterable[Found]:
        """Return the taken messages that are not recorded; a message that stands twice is taken once."""
        digests = [hashlib.sha256(found.raw).hexdigest() for found in self._found]
        known = self.journal.mail.known(digests)
        new = list[Found]()
        for digest, found in zip(digests, self._found, strict=True):
            if digest not in known and digest not in self._seen:
                new.append(found)
            self._seen.add(digest)
        self._count(MailAdded(Changes(), (), 0, 0, len(digests) - len(new)))
        return new

    def _record(self, mails: Sequence[NewMail]) -> None:
        if self.dry_run:
            filed = len(mails) if self.case_id is not None else 0
            self._count(MailAdded(Changes(), (), filed, len(mails) - filed, 0))
        elif mails:
            try:
                self._count(self.journal.mail.add(mails, case_id=self.case_id, own=self.own))
            except BadInput as error:
                self._one_by_one(mails, error)
        self._since = time.monotonic()

    def _one_by_one(self, mails: Sequence[NewMail], error: BadInput) -> None:
        """Record a batch the journal refused, so that only the mail it will not take is left out."""
        if len(mails) == 1:
            self.failed.append(Failure(mails[0].source, str(error)))
            return
        for mail in mails:
            self._record([mail])

    def _count(self, added: MailAdded) -> None:
        self._added.append(added)
