"""One case as a file: its records, its original files, and the history by which another casebook can check them."""

from __future__ import annotations

import re
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from casebook import __version__
from casebook.journal.changes import WITH_FILES, Changes, Kind
from casebook.journal.core import Core, in_bin, ledgered
from casebook.journal.errors import Damaged, NotFound
from casebook.journal.progress import Progress
from casebook.journal.proof.checkpoints import casebook_id
from casebook.journal.proof.ledger import canonical
from casebook.journal.records import StoredFile
from casebook.journal.removal.erasing import Rooms
from casebook.journal.store.database import one, scratch
from casebook.journal.store.places import refuse_inside
from casebook.journal.store.schema_steps import STEPS
from casebook.journal.store.stored_rows import Row, columns, insert, is_hash, unreadable
from casebook.journal.transfer.foreign_history import History, NotWhole, history_lines, read_history
from casebook.journal.transfer.parcel import CASE, FORMAT, ParcelReader, ParcelWriter, json_row, too_new

HISTORY = "history.jsonl"
_FIRST_SCHEMA = 2  # the one that knows moved cases
_MADE = re.compile("CREATE TABLE ")
# Which rows are a case's own, in an order in which each names only what came before it.
_OWN: Mapping[Kind, str] = {
    Kind.FIRM: 'id IN (SELECT firm_id FROM "case" WHERE id = :case UNION SELECT firm_id FROM account WHERE id = '
    '(SELECT account_id FROM "case" WHERE id = :case))',
    Kind.ACCOUNT: 'id = (SELECT account_id FROM "case" WHERE id = :case)',
    Kind.CASE: "id = :case",
    Kind.CONTACT: "case_id = :case",
    Kind.MAIL: "id IN (SELECT id FROM contact WHERE case_id = :case)",
    Kind.EXHIBIT: "case_id = :case",
    Kind.TICKET: "case_id = :case",
    Kind.REFERENCE: "case_id = :case",
    Kind.PROMISE: "case_id = :case",
    Kind.REQUEST: "case_id = :case",
    Kind.DEADLINE: "case_id = :case",
    Kind.FOLLOW_UP: "case_id = :case",
    Kind.AMENDMENT: "contact_id IN (SELECT id FROM contact WHERE case_id = :case)",
    Kind.IMPORTED_CASE: "case_id = :case",
    Kind.TRANSFER: "case_id = :case",
    Kind.LOSS: "case_id = :case",
    Kind.REDACTION: "case_id = :case",
    Kind.EXPORT: "case_id = :case",
    Kind.ANSWER: "case_id = :case",
    Kind.CHECK_MARK: "case_id = :case",
    Kind.QUOTE: "case_id = :case",
    **dict.fromkeys((Kind.MAIL_COPY, Kind.DKIM), "contact_id IN (SELECT id FROM contact WHERE case_id = :case)"),
    Kind.CHAT: "id IN (SELECT id FROM contact WHERE case_id = :case)",
}


@dataclass(frozen=True, slots=True)
class Contents:
    """What an archive holds, after it was checked: rows by kind, its history, and its files by SHA-256."""

    rows: Mapping[Kind, Sequence[Row]]
    history: History
    files: Mapping[str, StoredFile]
    history_file: StoredFile


class CaseArchives:
    """Writes a case to a file, and takes one in from another casebook."""

    def __init__(self, core: Core, rooms: Rooms) -> None:
        self._core = core
        self._rooms = rooms

    def export_case(self, case_id: int, path: Path, *, replace: bool = False) -> Generator[Progress, None, Path]:
        """Write a case with its files and its history to `path`, a ZIP; the generator's value is the path.

        What is in it is not encrypted. The same case gives the same bytes until something else is recorded.
        Raises NotFound, BadInput when `path` is there already, Damaged for a file that is not as recorded, DiskTrouble.
        """
        refuse_inside(self._core.path.parent, path)
        run = self._core.database
        with run.atomic("DEFERRED"):  # everything as it is at one moment
            self._refuse_absent(case_id)
            with ParcelWriter(path, replace=replace) as parcel:
                yield from self._write(case_id, parcel)
        return path

    def import_case(self, path: Path) -> Generator[Progress, None, Changes]:
        """Take in a case that another casebook wrote: all of it, or nothing. `made` is its number here.

        Exhibits keep their numbers and all records their times. A firm that is here by name and an account that is
        here by its number are used as they are. Raises NotFound, BadInput when the case is here already or the file is
        something else, Damaged when it is not as it was written, TooNew, DiskTrouble.
        """
        from casebook.journal.transfer.case_import import CaseImport

        with ParcelReader(path, CASE) as parcel:
            yield Progress(0, 0, "records")
            contents = read_contents(parcel)
            with self._core.write() as noted:
                work = CaseImport(self._core, self._rooms, contents, path)
                work.refuse_known()
                for done, stored in enumerate(contents.files.values()):
                    yield Progress(done, len(contents.files), "files", stored.sha256[:12])
                    self._core.batch.carry(stored, parcel.file(stored.sha256))
                self._core.batch.carry(contents.history_file, parcel.chunks(HISTORY))
                made = yield from work.place()
                return noted.changes(made)

    def _refuse_absent(self, case_id: int) -> None:
        found = one(self._core.database, 'SELECT deleted_at FROM "case" WHERE id = ?', (case_id,))
        if not found:
            raise NotFound("there is no case C-{number} in this casebook: see 'casebook case list'", number=case_id)
        if found[0] is not None:
            raise in_bin(f"C-{case_id}")

    def _write(self, case_id: int, parcel: ParcelWriter) -> Iterator[Progress]:
        run, origin = self._core.database, casebook_id(self._core)
        rows = self._rows(case_id)
        yield Progress(0, 0, "records")
        records = [f"{kind}:{row['id']}" for kind, many in rows.items() for row in many]
        note = one(run, "SELECT note FROM checkpoint ORDER BY number DESC LIMIT 1")

        def lines() -> Iterator[str]:
            return history_lines(self._core, origin, case_id, records, note[0] if note else "")

        self._refuse_changed(rows, lines())
        head = self._core.ledger.head()
        told: dict[str, Any] = {
            "format": CASE,
            "version": 1,
            "schema": len(STEPS),
            "written_by": __version__,
            "origin": origin,
            "case": case_id,
            "head": {"number": head.number, "hash": head.hash},
        }
        parcel.put_json(FORMAT, told)
        for kind, many in rows.items():
            parcel.put_lines(f"tables/{kind}.jsonl", (json_row(row.keys(), row.values()) for row in many))
        parcel.put_lines(HISTORY, lines())
        every = (row for many in rows.values() for row in many)
        files = {row["sha256"]: row["size"] for row in every if is_hash(row.get("sha256"))}
        for done, (sha256, size) in enumerate(sorted(files.items())):
            yield Progress(done, len(files), "files", sha256[:12])
            parcel.put_file(sha256, size, self._core.files.open(StoredFile(sha256, size)))

    def _rows(self, case_id: int) -> dict[Kind, list[Row]]:
        run: Callable[..., Any] = self._core.database.execute_sql
        found = dict[Kind, list[Row]]()
        for kind, own in _OWN.items():
            known = columns(run, str(kind))
            names = ", ".join(f'"{name}"' for name in known)
            rows = run(f'SELECT {names} FROM "{kind}" WHERE {own} ORDER BY id', {"case": case_id})
            found[kind] = [dict(zip(known, row, strict=True)) for row in rows.fetchall()]
        return found

    def _refuse_changed(self, rows: Mapping[Kind, Sequence[Row]], lines: Iterator[str]) -> None:
        """Raise Damaged where another casebook would refuse the case: it is not as it was recorded."""
        try:
            where, what = _difference(rows, read_history(lines)), "the record is not as the ledger has it"
        except NotWhole as error:
            where, what = f"ledger:{error.line - 1}", error.what
        if where:
            raise Damaged(
                "the casebook is not as it was recorded ({where}: {what}): restore a backup, then try again",
                where=where,
                what=what,
            )


def read_contents(parcel: ParcelReader) -> Contents:
    """Return what an archive holds after comparing all of it but the files' bytes. Raises Damaged, TooNew."""
    told = parcel.format
    if type(told.get("schema")) is not int or told["schema"] < _FIRST_SCHEMA:
        raise parcel.damaged(FORMAT)
    if told["schema"] > len(STEPS):
        raise too_new(parcel.path, told)
    there = _tables(told["schema"])
    wanted = {f"tables/{kind}.jsonl": kind for kind in _OWN if str(kind) in there}
    for name in sorted(set(parcel.texts) ^ {*wanted, HISTORY}):
        raise parcel.damaged(name)
    rows = _brought_up_to_date(parcel, told["schema"], wanted)
    try:
        history = read_history(parcel.lines(HISTORY))
    except NotWhole as error:
        raise parcel.damaged(f"{HISTORY}: {error}") from None
    said = (told.get("origin"), told.get("case"), told.get("head"))
    if said != (history.origin, history.case, {"number": history.head.number, "hash": history.head.hash}):
        raise parcel.damaged(FORMAT)
    if [row["id"] for row in rows[Kind.CASE]] != [history.case]:
        raise parcel.damaged(f"tables/{Kind.CASE}.jsonl")
    if which := _difference(rows, history):
        raise parcel.damaged(f"{HISTORY}: {which}")
    return Contents(rows, history, _files(parcel, rows), StoredFile(parcel.listed(HISTORY), parcel.size(HISTORY)))


def _tables(schema: int) -> set[str]:
    """Return the tables that a schema has."""
    made = (statement.split(maxsplit=3)[2] for step in STEPS[:schema] for statement in step if _MADE.match(statement))
    return {name.strip('"') for name in made}


def _brought_up_to_date(parcel: ParcelReader, schema: int, wanted: Mapping[str, Kind]) -> dict[Kind, list[Row]]:
    """Return the rows as tables of today hold them: the steps since then run over them in memory."""
    with scratch(parcel.damaged("tables")) as run:
        for statement in (s for step in STEPS[:schema] for s in step):
            run(statement)
        for name, kind in wanted.items():
            with parcel.refusing(name):
                for _row in insert(run, str(kind), columns(run, str(kind)), parcel.objects(name)):
                    pass
        for statement in (s for step in STEPS[schema:] for s in step):
            run(statement)
        found = {}
        for kind in _OWN:
            name = f"tables/{kind}.jsonl"
            known = columns(run, str(kind))
            listed = ", ".join(f'"{column}"' for column in known)
            every = run(f'SELECT {listed} FROM "{kind}" ORDER BY id').fetchall()
            found[kind] = [dict(zip(known, row, strict=True)) for row in every]
            if wrong := next((f"{row['id']}, {w}" for row in found[kind] if (w := unreadable(str(kind), row))), ""):
                raise parcel.damaged(f"{name}: {wrong}")
        return found


def _difference(rows: Mapping[Kind, Sequence[Row]], history: History) -> str:
    """Return the first record that is not as the history has it; empty when all are."""
    seen = set[str]()
    for kind, many in rows.items():
        for row in many:
            which = f"{kind}:{row['id']}"
            seen.add(which)
            state = history.states.get(which, "")
            if state is not None and canonical(ledgered(str(kind), row)) != state:
                return which
    kinds = set(map(str, Kind))
    gone = (which for which in sorted(history.states.keys() - seen - history.gone) if which.partition(":")[0] in kinds)
    return next(gone, "")


def _files(parcel: ParcelReader, rows: Mapping[Kind, Sequence[Row]]) -> dict[str, StoredFile]:
    named = {
        row["sha256"]: StoredFile(row["sha256"], row["size"])
        for kind in WITH_FILES
        for row in rows[kind]
        if is_hash(row["sha256"])
    }
    there = parcel.files
    for sha256 in sorted(named.keys() ^ there.keys()):
        raise parcel.damaged(f"files/{sha256}")
    for sha256, size in there.items():
        if named[sha256].size != size:
            raise parcel.damaged(f"files/{sha256}")
    return named
