"""A secret taken out of one database: every record, ledger payload, draft and index row that holds it.

It works on the open casebook and, through a bare connection, on the database of a backup.
"""

from __future__ import annotations

from collections.abc import Collection, Generator, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any, cast

from casebook.journal.changes import WITH_FILES, Kind
from casebook.journal.core import Core, Noted, Room
from casebook.journal.kinds.cases import FURTHER, Cases
from casebook.journal.kinds.chats import Chats
from casebook.journal.kinds.check_marks import CheckMarks
from casebook.journal.kinds.contacts import Contacts
from casebook.journal.kinds.deadlines import Deadlines
from casebook.journal.kinds.dkim import DkimChecks
from casebook.journal.kinds.exhibits import Exhibits
from casebook.journal.kinds.exports import Answers, Exports, Redactions
from casebook.journal.kinds.firm_rules import FirmChannels, FirmRules
from casebook.journal.kinds.firms import Accounts, Firms
from casebook.journal.kinds.follow_ups import FollowUps
from casebook.journal.kinds.mail import Mails
from casebook.journal.kinds.officials import Officials, PhishingCodes
from casebook.journal.kinds.promises import Promises
from casebook.journal.kinds.quotes import Quotes
from casebook.journal.kinds.references import References, Tickets
from casebook.journal.kinds.requests import Requests
from casebook.journal.kinds.transfers import Losses, Transfers
from casebook.journal.progress import Progress
from casebook.journal.proof.ledger import Ledger
from casebook.journal.removal import purge_beside
from casebook.journal.removal.erasing import OF_CONTACT, Erasing, Rooms, with_plain_rooms
from casebook.journal.store.database import has_table, one, rows
from casebook.journal.store.index import SearchIndex
from casebook.journal.times import Clock

if TYPE_CHECKING:
    from casebook.journal.removal.secret import Secret

_EVERY = 1000


class Reason(StrEnum):
    """Why something was purged: a choice, so that the reason cannot repeat the secret."""

    SECRET = "secret"  # noqa: S105 - not one
    PERSONAL = "personal"
    MISTAKE = "mistake"


# The free words of each kind, and how they are kept: as text, as JSON, or as a number that has to stay one.
_WORDS: Mapping[Kind, Mapping[str, str]] = {
    Kind.FIRM: dict.fromkeys(("name", "note", "legal_name", "licence", "address"), "text"),
    Kind.ACCOUNT: {
        **dict.fromkeys(("holder", "uid", "user_name", "email", "phone", "vip_tier", "note"), "text"),
        **dict.fromkeys(("usual_ips", "callback"), "text"),
        "aliases": "json",
    },
    Kind.CASE: {
        **dict.fromkeys(("title", "asset", "network", "claim", "remedy", "outcome", "tags", *FURTHER), "text"),
        "amount": "number",
    },
    Kind.CONTACT: {
        **dict.fromkeys(("agent", "agent_id", "platform", "subject", "text", "outcome", "role", "translation"), "text"),
        **dict.fromkeys(("tickets", "details"), "json"),
    },
    Kind.MAIL: {
        **dict.fromkeys(("message_id", "sender", "sender_name", "subject", "date_header", "source"), "text"),
        **dict.fromkeys(("in_reply_to", "refs", "recipients", "cc", "problems"), "json"),
        "reply_to": "text",
        "marks": "json",
    },
    Kind.TICKET: {"number": "text"},
    Kind.REFERENCE: dict.fromkeys(("value", "network", "note"), "text"),
    Kind.EXHIBIT: {
        **dict.fromkeys(("name", "description", "origin", "url", "crop", "translation", "transcript"), "text"),
        "clause": "text",
        "marks": "json",
    },
    Kind.PROMISE: dict.fromkeys(("agent", "text", "resolution"), "text"),
    Kind.REQUEST: {"text": "text"},
    Kind.FOLLOW_UP: {"reason": "text", "explanation": "json", "answer": "text", "moved": "text"},
    Kind.AMENDMENT: dict.fromkeys(("before", "after", "reason"), "text"),
    Kind.TRANSFER: {
        **dict.fromkeys(("asset", "network", "from_address", "to_address", "txid", "order_number"), "text"),
        **dict.fromkeys(("status", "explorer", "note"), "text"),
        **dict.fromkeys(("amount", "fee"), "number"),
    },
    Kind.LOSS: {
        **dict.fromkeys(("what", "asset", "currency", "rate_source", "note"), "text"),
        **dict.fromkeys(("amount", "rate"), "number"),
    },
    Kind.REDACTION: {**dict.fromkeys(("reason", "name"), "text"), "areas": "json"},
    Kind.EXPORT: dict.fromkeys(("name", "recipient", "signed_by", "stamp_host"), "text"),
    Kind.ANSWER: dict.fromkeys(("finding", "text"), "text"),
    Kind.MAIL_COPY: {"source": "text"},
    Kind.CHAT: {**dict.fromkeys(("platform", "conversation", "title", "source"), "text"), "problems": "json"},
    Kind.OFFICIAL: dict.fromkeys(("value", "platform", "how", "note"), "text"),
    Kind.DKIM: dict.fromkeys(("domain", "selector", "detail", "key_record", "answer", "server"), "text"),
    Kind.FIRM_RULE: {"why": "text"},
    Kind.FIRM_CHANNEL: {
        **dict.fromkeys(("topic", "place", "hours", "cost", "note"), "text"),
        "languages": "json",
    },
    Kind.DEADLINE: {**dict.fromkeys(("pauses", "extensions", "explanation"), "json"), "answer": "text"},
    Kind.CHECK_MARK: {"note": "text"},
    Kind.QUOTE: dict.fromkeys(("text", "note"), "text"),
}
# What may stand only once, beside the columns within which that is so.
_UNIQUE: Mapping[Kind, tuple[str, ...]] = {
    Kind.FIRM: ("name",),
    Kind.TICKET: ("number", "case_id"),
    Kind.REFERENCE: ("value", "case_id", "kind", "network"),
    Kind.ANSWER: ("finding", "case_id"),
}


@dataclass(slots=True)
class Holding:
    """What holds a secret in one database: records by kind, ledger entries, files by SHA-256, drafts."""

    records: dict[Kind, list[int]] = field(default_factory=dict)
    entries: list[int] = field(default_factory=list)
    files: set[str] = field(default_factory=set)
    drafts: list[int] = field(default_factory=list)
    others: int = 0
    """Places that are no record: ids of mails that are not here, mailboxes, and the casebook's own choices."""

    @property
    def anything(self) -> bool:
        """Whether there is anything to purge."""
        return bool(self.records or self.entries or self.files or self.drafts or self.others)


def search(core: Core, secret: Secret, files: Collection[str]) -> Generator[Progress, None, Holding]:
    """Return what holds the secret; `files` are the SHA-256 of the files that do."""
    found = Holding()
    found.files = named_files(core) & set(files)
    done = 0
    for kind, every in _WORDS.items():
        there = _columns(core, kind)  # a backup may be older than a table, or than a column
        columns = {name: how for name, how in every.items() if name in there}
        names = ", ".join(f'"{name}"' for name in columns)
        if not columns:
            continue
        for record_id, *values in core.database.execute_sql(f'SELECT id, {names} FROM "{kind}"'):
            done += 1
            if any(secret.in_json(v) if how == "json" else secret.in_text(v) for v, how in _given(values, columns)):
                found.records.setdefault(kind, []).append(record_id)
            if done % _EVERY == 0:
                yield Progress(done, 0, "records")
    for kind in _with_files(core):
        for record_id, sha256 in core.database.execute_sql(f"SELECT id, sha256 FROM \"{kind}\" WHERE sha256 <> ''"):
            if sha256 in found.files and record_id not in found.records.get(kind, ()):
                found.records.setdefault(kind, []).append(record_id)
    total = (one(core.database, "SELECT count(*) FROM ledger_payload") or (0,))[0]
    for done, (number, payload) in enumerate(
        core.database.execute_sql("SELECT number, payload FROM ledger_payload"), 1
    ):
        if secret.in_json(payload):
            found.entries.append(number)
        if done % _EVERY == 0:
            yield Progress(done, total, "entries")
    found.drafts = purge_beside.drafts(core, secret)
    found.others = purge_beside.count(core, secret)
    return found


def take_out(core: Core, rooms: Rooms, secret: Secret, found: Holding, reason: Reason) -> None:
    """Take the secret out of everything that `search` found. Inside one write, in which nothing else was written."""
    erasing = Erasing(core, rooms)
    erasing.payloads.update(found.entries)
    for kind, ids in found.records.items():
        for record_id in ids:
            _blot(core, rooms[kind], kind, record_id, secret, found.files, erasing)
    for case_id in found.drafts:
        purge_beside.blot_draft(core, case_id, secret)
    purge_beside.take_out(core, secret)
    finish(erasing, reason, sum(map(len, found.records.values())), len(found.files))


def finish(erasing: Erasing, reason: Reason, records: int, files: int) -> None:
    """Erase the noted words from the ledger, and say in it that something was purged, and not what."""
    told = {"reason": str(reason), "records": records, "files": files}
    erasing.finish("record.purged", "purge:1", told)


class _Bare:
    """A driver's connection, as far as rooms, ledger and index use a database."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection

    def execute_sql(self, sql: str, params: Iterable[object] = ()) -> Any:
        """Run one statement and return its cursor."""
        return self._connection.execute(sql, tuple(params))

    def run_many(self, sql: str, values: Iterable[Iterable[object]]) -> None:
        """Run one statement with each of these values."""
        self._connection.executemany(sql, [tuple(each) for each in values])


class _NoFiles:
    """The files of a database that has none beside it: a backup's are swept by whoever keeps the backups."""

    def mark(self) -> None:
        """Do nothing."""


class _BareCore:
    """What the rooms need to rewrite rows of a database that is not open as a journal."""

    def __init__(self, connection: Any, clock: Clock) -> None:
        self.clock = clock
        self.database = _Bare(connection)
        self.ledger = Ledger(cast("Any", self.database))
        self.index = SearchIndex(cast("Any", self.database))
        self.files = _NoFiles()
        self._noted = Noted()

    def touch(self, kind: Kind, record_id: int, case_id: int | None) -> None:
        """Note a touched record; nobody asks for it."""
        self._noted.touch(kind, record_id, case_id)


def bare(connection: Any, clock: Clock) -> tuple[Core, Rooms]:
    """Return a core and its rooms for a bare connection. They rewrite rows and nothing else."""
    core = cast("Core", _BareCore(connection, clock))
    exhibits, tickets = Exhibits(core), Tickets(core)
    contacts = Contacts(core, exhibits, tickets)
    others: tuple[Room, ...] = (Firms(core), Accounts(core), Cases(core), References(core))
    follow_ups = FollowUps(core)
    asked: tuple[Room, ...] = (Promises(core, follow_ups), Requests(core, follow_ups), follow_ups)
    more: tuple[Room, ...] = (*asked, Mails(core, contacts, exhibits))
    out: tuple[Room, ...] = (Transfers(core), Losses(core), Redactions(core), Exports(core), Answers(core))
    chats = Chats(core, contacts, exhibits, Mails(core, contacts, exhibits))
    came: tuple[Room, ...] = (chats, Officials(core), PhishingCodes(core), DkimChecks(core))
    plans: tuple[Room, ...] = (FirmRules(core), FirmChannels(core), Deadlines(core), CheckMarks(core), Quotes(core))
    return core, with_plain_rooms(core, exhibits, tickets, contacts, *others, *more, *out, *came, *plans)


def _given(values: Iterable[Any], columns: Mapping[str, str]) -> Iterable[tuple[str, str]]:
    return ((value, how) for value, how in zip(values, columns.values(), strict=True) if isinstance(value, str))


def named_files(core: Core) -> set[str]:
    """Return the SHA-256 of every file that a record names."""
    return {
        row[0]
        for kind in _with_files(core)
        for row in rows(core.database, f"SELECT sha256 FROM \"{kind}\" WHERE sha256 <> ''")
    }


def _with_files(core: Core) -> list[Kind]:
    return [kind for kind in WITH_FILES if has_table(core.database, str(kind))]  # a backup may be older than a table


def _blot(
    core: Core, room: Room, kind: Kind, record_id: int, secret: Secret, files: Collection[str], erasing: Erasing
) -> None:
    cursor = core.database.execute_sql(f'SELECT * FROM "{kind}" WHERE id = ?', (record_id,))
    found = cursor.fetchone()
    if found is None:
        return  # it went with what it was made of
    row = dict(zip((column[0] for column in cursor.description), found, strict=True))
    columns = {name: _without(secret, row[name], how) for name, how in _WORDS.get(kind, {}).items()}
    columns = {name: value for name, value in columns.items() if value != row[name]}
    if _is_taken(core, kind, {**row, **columns}):
        only = _UNIQUE[kind][0]
        columns[only] = f"{columns.get(only, row[only])} {record_id}"
    case_id = row["id"] if kind is Kind.CASE else row.get("case_id")
    if kind in OF_CONTACT:
        case_id = erasing.case_of(Kind.CONTACT, row.get("contact_id", record_id))
    if "text" in columns and "quote_at" in row:
        columns |= {"quote_at": None, "signature_at": None}  # the words have moved
    if row.get("sha256") and row["sha256"] in files:
        if row.get("essence"):
            columns["essence"] = None
        if kind is Kind.EXHIBIT:
            erasing.blank_exhibit(record_id, case_id, columns)
            return
        columns |= {"sha256": "", "size": 0}
        erasing.forget(kind, record_id)
        erasing.files = True
    room.blot(f"{kind}.purged", record_id, case_id, columns)


def _is_taken(core: Core, kind: Kind, row: Mapping[str, Any]) -> bool:
    """Return whether another record would be the same, now that both hold the same word."""
    names = _UNIQUE.get(kind, ())
    where = " AND ".join(f'"{name}" = ?' for name in names)
    values = [row[name] for name in names]
    sql = f'SELECT 1 FROM "{kind}" WHERE id <> ? AND {where}'
    return bool(names) and one(core.database, sql, (row["id"], *values)) is not None


def _without(secret: Secret, value: Any, how: str) -> Any:
    if not isinstance(value, str):
        return value
    if how == "json":
        return secret.out_of_json(value)
    if how == "number":
        return "" if secret.in_text(value) else value
    return secret.out_of_text(value)


def _columns(core: Core, kind: Kind) -> set[str]:
    return {str(row[1]) for row in rows(core.database, f'PRAGMA table_info("{kind}")')}
