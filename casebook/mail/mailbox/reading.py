"""Reading a mailbox from beginning to end, across broken connections: what is new is planned, then handed over."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TypeVar

from casebook.journal.incoming import Mailbox, MailboxFolder
from casebook.mail.formats import reasons
from casebook.mail.formats.sources import LARGEST_MESSAGE, Failure
from casebook.mail.mailbox.aside import Line
from casebook.mail.mailbox.connect import Patience
from casebook.mail.mailbox.errors import Dropped, MailboxTrouble
from casebook.mail.mailbox.folders import Purpose, usual
from casebook.mail.mailbox.search import Wanted
from casebook.mail.mailbox.server import Body, Server

T = TypeVar("T")

_BATCH_MAILS = 100
_BATCH_BYTES = 16 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Plan:
    """What there is to fetch, all folders together."""

    messages: int
    size: int


@dataclass(frozen=True, slots=True)
class Message:
    """A message of a folder. `size` is what the server said of it before."""

    folder: str
    uidvalidity: int
    uid: int
    size: int
    body: Body


@dataclass(frozen=True, slots=True)
class Done:
    """A folder has been handed over whole: it was read up to this number."""

    folder: str
    uidvalidity: int
    last_uid: int


@dataclass(frozen=True, slots=True)
class Looking:
    """A folder is being looked at."""

    folder: str


Item = Plan | Looking | Failure | Done | Sequence[Message]


@dataclass(slots=True)
class _Folder:
    """A folder with what is to be fetched from it, oldest first."""

    name: str
    uidvalidity: int
    last_uid: int
    purpose: Purpose
    messages: list[tuple[int, int]]


class Reading:
    """One going-over of a mailbox; `work` runs in a thread of its own and tells its line what it finds."""

    def __init__(
        self, box: Mailbox, password: str, known: Sequence[MailboxFolder], names: Sequence[str], patience: Patience
    ) -> None:
        self._box = box
        self._password = password
        self._known: Mapping[str, MailboxFolder] = {folder.name: folder for folder in known}
        self._names = names
        self._patience = patience
        self._wanted = Wanted.parse(box.search)
        self._server: Server | None = None
        self._was_in = False

    def work(self, line: Line[Item]) -> None:
        """Plan, then fetch. Raises MailboxTrouble, Stopped."""
        try:
            failures: list[Failure] = []
            folders = self._trying(line, lambda server: self._planned(server, line, failures))
            for failure in failures:
                line.put(failure)
            sizes = [size for folder in folders for _uid, size in folder.messages]
            line.put(Plan(len(sizes), sum(sizes)))
            for folder in folders:
                self._fetch(line, folder)
        finally:
            if self._server is not None:
                self._server.close()

    def _planned(self, server: Server, line: Line[Item], failures: list[Failure]) -> list[_Folder]:
        failures.clear()
        there = server.folders()
        purposes = {folder.name: folder.purpose for folder in there}
        found = []
        for name in self._names or usual(there):
            line.put(Looking(name))
            try:
                opened = server.open(name)
            except Dropped:
                raise
            except MailboxTrouble:
                failures.append(Failure(self._source(name), reasons.FOLDER_GONE))
                continue
            known = self._known.get(name)
            after = known.last_uid if known is not None and known.uidvalidity == opened.uidvalidity else 0
            uids = server.search(opened, after, self._wanted) if opened.messages else []
            messages = list(server.sizes(uids))
            last = max(after, opened.next_uid - 1, *uids) if uids else max(after, opened.next_uid - 1)
            found.append(_Folder(name, opened.uidvalidity, last, purposes.get(name, Purpose.NONE), messages))
        return found

    def _fetch(self, line: Line[Item], folder: _Folder) -> None:
        waiting = folder.messages
        most, doubtful = _BATCH_MAILS, list[int]()
        while waiting:
            batch = _batch(waiting, most)
            try:
                bodies = self._trying(line, partial(_bodies, folder, batch))
            except _Renumbered:
                line.put(Failure(self._source(folder.name), reasons.RENUMBERED))
                return
            except Dropped:
                # A server that can be reached and yet breaks off may do so over one message: the next one will tell.
                if doubtful or not self._reachable(line):
                    raise
                if len(batch) == 1:
                    doubtful.append(waiting.pop(0)[0])
                most = 1
                continue
            for uid in doubtful:
                line.put(Failure(self._source(folder.name, uid), reasons.WITHHELD))
            doubtful.clear()
            most = min(2 * most, _BATCH_MAILS)
            for item in self._told(folder, batch, bodies):
                line.put(item)
            del waiting[: len(batch)]
        for uid in doubtful:
            line.put(Failure(self._source(folder.name, uid), reasons.WITHHELD))
        line.put(Done(folder.name, folder.uidvalidity, folder.last_uid))

    def _told(
        self, folder: _Folder, batch: Sequence[tuple[int, int]], bodies: Mapping[int, Body]
    ) -> Iterator[Failure | list[Message]]:
        messages = []
        for uid, size in batch:
            if uid not in bodies:
                continue  # deleted on the server meanwhile
            body = bodies[uid]
            if body.raw is None:
                reason = reasons.TOO_LARGE if size > LARGEST_MESSAGE else reasons.WITHHELD
                yield Failure(self._source(folder.name, uid), reason)
                continue
            if folder.purpose is Purpose.DRAFTS or body.draft:
                yield Failure(self._source(folder.name, uid), reasons.DRAFT)
                continue
            if folder.purpose is Purpose.SENT:
                body = replace(body, sent=True)
            messages.append(Message(folder.name, folder.uidvalidity, uid, size, body))
        if messages:
            yield messages

    def _trying(self, line: Line[Item], work: Callable[[Server], T]) -> T:
        """Do some work with the server; come back to it where the connection breaks. Raises MailboxTrouble."""
        pauses = iter(self._patience.pauses)
        while True:
            line.check()
            try:
                return work(self._connected(line))
            except Dropped:
                self._drop(line)
                pause = next(pauses, None)
                if pause is None or not self._was_in:
                    raise
                line.pause(pause)

    def _connected(self, line: Line[Item]) -> Server:
        if self._server is None:
            self._server = Server(self._box, self._password, self._patience)
            self._was_in = True
            line.uses(self._server)
        return self._server

    def _reachable(self, line: Line[Item]) -> bool:
        try:
            self._connected(line)
        except MailboxTrouble:
            return False
        return True

    def _drop(self, line: Line[Item]) -> None:
        server, self._server = self._server, None
        if server is not None:
            line.uses(None)
            server.close(politely=False)

    def _source(self, folder: str, uid: int = 0) -> str:
        return source(self._box, folder, uid)


class _Renumbered(Exception):
    """A folder got a new UIDVALIDITY while it was being read: the numbers of the plan mean nothing any more."""


def source(box: Mailbox, folder: str, uid: int = 0) -> str:
    """Return where a message comes from, as it is kept with the mail."""
    return f"{box.host}/{folder} #{uid} ({box.user})" if uid else f"{box.host}/{folder} ({box.user})"


def _bodies(folder: _Folder, batch: Sequence[tuple[int, int]], server: Server) -> dict[int, Body]:
    if server.open(folder.name).uidvalidity != folder.uidvalidity:
        raise _Renumbered
    if len(batch) == 1 and batch[0][1] > LARGEST_MESSAGE:
        return {batch[0][0]: Body(None)}
    return server.bodies([uid for uid, _size in batch], sum(size for _uid, size in batch))


def _batch(waiting: Sequence[tuple[int, int]], most: int) -> list[tuple[int, int]]:
    """Return the next messages to fetch together; a large one comes alone."""
    batch: list[tuple[int, int]] = []
    room = _BATCH_BYTES
    for uid, size in waiting[:most]:
        room -= size
        if batch and room < 0:
            break
        batch.append((uid, size))
    return batch
