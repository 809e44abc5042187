"""What is new in a mailbox, into the journal: nothing on the server changes, what was recorded is not asked again."""

from __future__ import annotations

from collections import deque
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass, field

from casebook.journal import Journal, Progress
from casebook.journal.incoming import Mailbox
from casebook.mail.filing.settling import settle
from casebook.mail.formats.sources import Failure, Found
from casebook.mail.importer import ImportReport, Place, take
from casebook.mail.mailbox import aside
from casebook.mail.mailbox.connect import Patience
from casebook.mail.mailbox.errors import MailboxTrouble
from casebook.mail.mailbox.folders import Folder
from casebook.mail.mailbox.reading import Done, Item, Looking, Message, Plan, Reading, source
from casebook.mail.mailbox.server import Server

USUAL = Patience()


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a fetch did. `stopped` says why it did not come to its end; the next one goes on from there."""

    report: ImportReport
    stopped: MailboxTrouble | None = None


def look(box: Mailbox, password: str, patience: Patience = USUAL) -> Generator[Progress, None, list[Folder]]:
    """Log in and return the folders with their numbers of messages; yields progress meanwhile.

    Raises Untrusted where the certificate is to be accepted first, NotLetIn for a wrong password, MailboxTrouble.
    """
    found: list[Folder] = []

    def work(line: aside.Line[Progress]) -> None:
        server = Server(box, password, patience)
        try:
            line.uses(server)
            there = server.folders()
            for number, folder in enumerate(there, 1):
                found.append(server.counted(folder))
                line.put(Progress(number, len(there), "folders", folder.name))
        finally:
            server.close()

    yield Progress(0, 0, "folders", box.host)
    last = Progress(0, 0, "folders", box.host)
    for step in aside.run(work):
        last = step or last
        yield last
    return found


def fetch(
    journal: Journal,
    box: Mailbox,
    password: str,
    *,
    folders: Sequence[str] = (),
    again: bool = False,
    case_id: int | None = None,
    dry_run: bool = False,
    place: Place | None = None,
    patience: Patience = USUAL,
) -> Generator[Progress, None, Fetched]:
    """Import what is new in the folders named, else in the chosen ones, else in those usually worth reading.

    Yields progress in bytes; closing the generator keeps what was yielded over, and the next fetch goes on there.
    `again` reads everything anew; what is known is passed over. Raises Untrusted, NotLetIn, MailboxTrouble where
    nothing could be read at all, and what `importer.take` raises.
    """
    known = journal.mailboxes.folders(box.id)
    names = folders or [folder.name for folder in known if folder.chosen]
    reading = Reading(box, password, [] if again else known, names, patience)
    stream = aside.run(reading.work)
    notes = _Notes(journal, box, dry_run=dry_run)
    try:
        plan = yield from _planned(stream, box, notes)
        report = yield from take(
            journal,
            notes.stream(stream, plan.size),
            plan.size,
            case_id=case_id,
            dry_run=dry_run,
            place=place,
            settle=settle if place else None,
            recorded=notes.recorded,
        )
        notes.finish()
    finally:
        stream.close()
    return Fetched(report, notes.stopped)


def _planned(stream: Iterator[Item | None], box: Mailbox, notes: _Notes) -> Generator[Progress, None, Plan]:
    folder = ""
    for item in stream:
        match item:
            case Plan():
                return item
            case Looking():
                folder = item.folder
            case Failure():
                notes.early.append(item)
        yield Progress(0, 0, "bytes", f"{box.host} {folder}".rstrip())
    return Plan(0, 0)


@dataclass(slots=True)
class _Notes:
    """How far the folders are read: noted in the journal once the messages up to there are recorded."""

    journal: Journal
    box: Mailbox
    dry_run: bool
    early: list[Failure] = field(default_factory=list)
    stopped: MailboxTrouble | None = None
    _handed: deque[tuple[int, Done]] = field(default_factory=deque)
    _position: int = 0

    def stream(self, items: Iterator[Item | None], total: int) -> Iterator[Found | Failure | Progress]:
        """Yield the messages in the importer's words; the end of the connection ends it, without an error."""
        yield from self.early
        try:
            for item in items:
                match item:
                    case Failure():
                        yield item
                    case Done():
                        self._handed.append((self._position, item))
                    case list():
                        yield from map(self._found, item)
                    case _:
                        yield Progress(self._position, total, "bytes", self.box.host)
        except MailboxTrouble as error:
            self.stopped = error

    def recorded(self, last: Found) -> None:
        """Note how far was read, now that this message and all before it are recorded."""
        self._note(last.position)

    def finish(self) -> None:
        """Note what is left to note, at the end."""
        if not self.dry_run:
            self._note(self._position)

    def _found(self, message: Message) -> Found:
        self._position += max(message.size, 1)
        self._handed.append((self._position, Done(message.folder, message.uidvalidity, message.uid)))
        body = message.body
        return Found(
            body.raw or b"",
            source(self.box, message.folder, message.uid),
            self._position,
            outgoing=body.sent,
            thread_key=body.thread_key,
        )

    def _note(self, position: int) -> None:
        reached: dict[str, Done] = {}
        while self._handed and self._handed[0][0] <= position:
            done = self._handed.popleft()[1]
            reached[done.folder] = done
        for done in reached.values():
            self.journal.mailboxes.note_read(self.box.id, done.folder, done.uidvalidity, done.last_uid)
