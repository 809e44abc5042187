"""What an import would bring, before anything is recorded: conversations, firms, and where each would go.

Only the beginning of each message is read, and of a conversation only what a list shows is kept, so that a mailbox of
many gigabytes can be looked through in little memory.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TYPE_CHECKING

from casebook.journal import Progress
from casebook.journal.incoming import NewChat, NewMail, Placing
from casebook.mail.firms import SeemsOf
from casebook.mail.formats.sources import Failure, Found
from casebook.mail.importer import Place
from casebook.mail.reading import read_or_fail

if TYPE_CHECKING:
    from casebook.journal import Journal

FirmOf = Callable[[NewMail], SeemsOf]
"""Says which firm a message seems to come from or go to."""

MOST_THREADS = 20_000
"""So many conversations are told apart; what has nothing to do with a firm or case is counted together after that."""

KEY_BYTES = 16
"""So many bytes of a message's SHA-256 tell it from the others of one import."""

_HEAD = 12_288
"""What is read of a message: its headers, and enough of its words for a ticket number or an order to stand in."""
_BATCH_MAILS = 200
_BATCH_SECONDS = 0.2
_MOST_PEOPLE = 6
_MOST_FAILURES = 10_000
_ENDS = 4
"""Of a long list of ids, so many at its end are looked at, and the first: the nearest answers and the beginning."""


@dataclass(frozen=True, slots=True)
class Thread:
    """A conversation as it would come in. `new` of its `mails` are not in the casebook; `filed` would file themselves.

    `keys` names its new messages (`KEY_BYTES` each), so that it can be left out. `rest` is the one row for all that
    was not told apart.
    """

    subject: str
    people: tuple[str, ...]
    first: datetime | None
    last: datetime | None
    mails: int
    new: int
    filed: int
    firm_id: int
    placing: Placing | None
    keys: bytes = field(repr=False)
    warns: bool = False
    """Whether a sender looks like a firm of this casebook and is not known to be it."""
    rest: bool = False

    @property
    def related(self) -> bool:
        """Whether it has to do with a case or a firm of this casebook."""
        return bool(self.firm_id or self.placing)

    def each_key(self) -> Iterator[bytes]:
        """Yield the key of each new message."""
        for start in range(0, len(self.keys), KEY_BYTES):
            yield self.keys[start : start + KEY_BYTES]


@dataclass(frozen=True, slots=True)
class Preview:
    """What a look at the sources found; the newest conversation is first."""

    threads: tuple[Thread, ...]
    mails: int
    known: int
    failed: tuple[Failure, ...]
    more_failed: int
    """Failures beyond those that are named."""

    @property
    def new(self) -> int:
        """Messages that are not in the casebook."""
        return self.mails - self.known

    @property
    def filed(self) -> int:
        """Messages that would file themselves."""
        return sum(thread.filed for thread in self.threads)

    @property
    def first(self) -> datetime | None:
        """When the oldest message was sent."""
        return min((thread.first for thread in self.threads if thread.first), default=None)

    @property
    def last(self) -> datetime | None:
        """When the newest message was sent."""
        return max((thread.last for thread in self.threads if thread.last), default=None)


def key_of(sha256_hex: str) -> bytes:
    """Return the key of a message from the SHA-256 of its bytes."""
    return bytes.fromhex(sha256_hex[: 2 * KEY_BYTES])


def look(
    journal: Journal,
    stream: Iterable[Found | Failure | Progress],
    total: int,
    *,
    unit: str = "bytes",
    place: Place | None = None,
    firm_of: FirmOf | None = None,
) -> Generator[Progress, None, Preview]:
    """Look through a stream of messages, as `importer.take` imports one. It is read once; nothing is recorded.

    `place` is asked with the thread a message would join in the casebook, 0 where none is known.
    """
    gathered = _Gathering(journal, place or (lambda _mail, _thread: None), firm_of or (lambda _mail: SeemsOf()))
    batch, since = list[_Head](), time.monotonic()
    yield Progress(0, total, unit)
    for found in stream:
        if isinstance(found, Progress):
            yield found
        elif isinstance(found, Failure):
            gathered.fail(found)
        elif head := gathered.read(found):
            batch.append(head)
            if len(batch) >= _BATCH_MAILS or time.monotonic() - since > _BATCH_SECONDS:
                gathered.take(batch)
                batch, since = [], time.monotonic()
                yield Progress(found.position, total, unit, found.source)
    gathered.take(batch)
    yield Progress(total, total, unit)
    return gathered.preview()


def without(
    stream: Iterable[Found | Failure | Progress], left_out: frozenset[bytes], total: int, *, unit: str = "bytes"
) -> Iterator[Found | Failure | Progress]:
    """Yield a stream without the messages of these keys; what came to be there since the look is not left out."""
    since = time.monotonic()
    for each in stream:
        if not isinstance(each, Found) or key_of(hashlib.sha256(each.raw).hexdigest()) not in left_out:
            yield each
        elif time.monotonic() - since > _BATCH_SECONDS:
            since = time.monotonic()
            yield Progress(each.position, total, unit, each.source)


@dataclass(frozen=True, slots=True)
class _Head:
    """What a list needs of one message, and what it is placed by."""

    digest: str
    ids: tuple[str, ...]
    subject: str
    person: str
    when: datetime | None
    mail: NewMail | None
    chat: NewChat | None = None


@dataclass(slots=True, eq=False)
class _Thread:
    """A conversation while it is gathered."""

    subject: str = ""
    people: dict[str, None] = field(default_factory=dict)
    first: datetime | None = None
    last: datetime | None = None
    mails: int = 0
    new: int = 0
    filed: int = 0
    known_as: int = 0
    firm_id: int = 0
    placing: Placing | None = None
    keys: bytearray = field(default_factory=bytearray)
    warns: bool = False

    def take(self, head: _Head, key: bytes | None, placing: Placing | None, of: SeemsOf) -> None:
        """Count a message in; without a key it is in the casebook already."""
        self.mails += 1
        if head.when is not None:
            if self.first is None or head.when < self.first:
                self.first = head.when
                self.subject = head.subject or self.subject
            self.last = max(self.last or head.when, head.when)
        self.subject = self.subject or head.subject
        if head.person and len(self.people) < _MOST_PEOPLE:
            self.people.setdefault(head.person)
        self.firm_id = self.firm_id or of.firm_id
        self.warns = self.warns or of.warns
        self._place(placing)
        if key is not None:
            self.new += 1
            self.keys += key
            # What follows a message that files itself follows it there.
            self.filed += bool(self.placing and self.placing.certain)

    def join(self, other: _Thread) -> None:
        """Take in a conversation that turned out to be the same."""
        if other.first and (self.first is None or other.first < self.first):
            self.first, self.subject = other.first, other.subject or self.subject
        self.last = max(filter(None, (self.last, other.last)), default=None)
        for name in other.people:
            if len(self.people) < _MOST_PEOPLE:
                self.people.setdefault(name)
        self.mails, self.new, self.filed = self.mails + other.mails, self.new + other.new, self.filed + other.filed
        self.known_as = self.known_as or other.known_as
        self.firm_id = self.firm_id or other.firm_id
        self.warns = self.warns or other.warns
        self.keys += other.keys
        self._place(other.placing)

    def _place(self, placing: Placing | None) -> None:
        if placing and (self.placing is None or (placing.certain and not self.placing.certain)):
            self.placing = placing

    def shown(self) -> Thread:
        """Return it as a value."""
        return Thread(
            subject=self.subject,
            people=tuple(self.people),
            first=self.first,
            last=self.last,
            mails=self.mails,
            new=self.new,
            filed=self.filed,
            firm_id=self.firm_id,
            placing=self.placing,
            keys=bytes(self.keys),
            warns=self.warns,
        )


class _Gathering:
    """The conversations found so far: ids that were seen, and which conversation each belongs to."""

    def __init__(self, journal: Journal, place: Place, firm_of: FirmOf) -> None:
        self._journal, self._place, self._firm_of = journal, place, firm_of
        self._threads: list[_Thread | None] = []
        self._moved: dict[int, int] = {}
        self._ids: dict[int, int] = {}
        self._seen = set[bytes]()
        self._listed = 0
        self._rest = _Thread()
        self._failed: list[Failure] = []
        self._more_failed = 0
        self._known = 0

    def fail(self, failure: Failure) -> None:
        """Keep why something would not come in, up to a bound."""
        if len(self._failed) < _MOST_FAILURES:
            self._failed.append(failure)
        else:
            self._more_failed += 1

    def read(self, found: Found) -> _Head | None:
        """Return what the beginning of a message says, None where it is no mail."""
        digest = hashlib.sha256(found.raw).hexdigest()
        short = found.kind == "mime" and found.ready is None
        message = read_or_fail(replace(found, raw=found.raw[:_HEAD]) if short else found)
        if isinstance(message, Failure):
            self.fail(message)
            return None
        if isinstance(message, NewChat):
            began = message.began.utc if message.began else None
            conversation = (message.thread_key,)
            return _Head(digest, conversation, message.title, message.agent, began, None, message)
        sent = message.sent.utc if message.sent else None
        person = message.sender_name or message.sender
        return _Head(digest, _ids_of(message), message.subject, person, sent, message)

    def take(self, batch: Sequence[_Head]) -> None:
        """Sort messages into their conversations."""
        known = self._journal.mail.known([head.digest for head in batch])
        here = self._journal.mail.threads_of({each for head in batch for each in head.ids})
        for head in batch:
            key = key_of(head.digest)
            known_already = head.digest in known or key in self._seen or self._has(head.chat)
            self._seen.add(key)
            self._known += known_already
            thread = self._thread(head.ids)
            known_as = next((here[each] for each in head.ids if each in here), thread.known_as if thread else 0)
            placing = self._place(head.mail, known_as) if head.mail else None
            if head.chat and known_as:
                placing = self._journal.chats.placing(known_as, head.chat.title)
            of = self._firm_of(head.mail) if head.mail else SeemsOf()
            if thread is None:
                thread = self._new_thread(head.ids, listed=bool(placing or of.firm_id or known_as))
            thread.known_as = thread.known_as or known_as
            thread.take(head, None if known_already else key, placing, of)

    def _has(self, chat: NewChat | None) -> bool:
        """Return whether every line of a chat is in the casebook."""
        return chat is not None and self._journal.chats.known(chat.keys) == set(chat.keys)

    def preview(self) -> Preview:
        """Return what was found, the newest conversation first and what was not told apart last."""
        shown = [thread.shown() for thread in self._threads if thread is not None]
        shown.sort(key=lambda thread: thread.last.timestamp() if thread.last else 0.0, reverse=True)
        mails = sum(thread.mails for thread in shown) + self._rest.mails
        if self._rest.mails:
            shown.append(replace(self._rest.shown(), subject="", filed=0, rest=True))
        return Preview(tuple(shown), mails, self._known, tuple(self._failed), self._more_failed)

    def _thread(self, ids: Sequence[str]) -> _Thread | None:
        """Return the conversation of these ids, None where it is not begun yet; several become one."""
        numbers = sorted({self._now(self._ids[each]) for each in map(hash, ids) if each in self._ids})
        if not numbers:
            return None
        first = self._threads[numbers[0]]
        assert first is not None
        for number in numbers[1:]:
            other = self._threads[number]
            assert other is not None
            first.join(other)
            self._threads[number], self._moved[number] = None, numbers[0]
            self._listed -= 1
        for each in ids:
            self._ids[hash(each)] = numbers[0]
        return first

    def _now(self, number: int) -> int:
        """Return the conversation that one which was taken in by another is part of now."""
        end = number
        while end in self._moved:
            end = self._moved[end]
        while number != end:
            self._moved[number], number = end, self._moved[number]
        return end

    def _new_thread(self, ids: Sequence[str], *, listed: bool) -> _Thread:
        if self._listed >= MOST_THREADS and not listed:
            return self._rest
        self._listed += 1
        thread = _Thread()
        self._threads.append(thread)
        for each in ids:
            self._ids[hash(each)] = len(self._threads) - 1
        return thread


def _ids_of(mail: NewMail) -> tuple[str, ...]:
    """Return what tells a message's conversation, without the middle of a long list."""
    references = (*mail.references[:1], *mail.references[-_ENDS:])
    return tuple(each for each in (mail.message_id, *mail.in_reply_to, *references, *mail.thread_keys) if each)
