"""The check of a whole casebook: every byte, every record against the ledger, every attachment."""

from __future__ import annotations

import json
from collections.abc import Generator
from pathlib import Path
from typing import Any

from casebook.journal.backup_form import FOLDER_NAME as BACKUPS
from casebook.journal.changes import Kind
from casebook.journal.core import Core, ledgered
from casebook.journal.database import disk_errors, holds_casebook, rows
from casebook.journal.database_name import DATABASE_NAME
from casebook.journal.errors import CasebookError, NotACasebook
from casebook.journal.ledger import canonical
from casebook.journal.progress import Progress
from casebook.journal.records import Fault, StoredFile, Verdict
from casebook.journal.schema import inspect
from casebook.journal.seal import check_seal
from casebook.journal.times import utc_now

_EVERY = 500


def check_folder(folder: Path) -> Generator[Progress, None, Verdict]:
    """Check a casebook folder without changing it, also one that cannot be opened any more.

    Yields progress; the generator's value is the Verdict. Raises NotACasebook when there is no casebook in the folder.
    """
    path = folder / DATABASE_NAME
    if not holds_casebook(folder):
        raise NotACasebook("there is no casebook in {folder}: name another folder with --book", folder=folder)
    yield Progress(0, 0, "files", DATABASE_NAME)
    checked, faults = 1, _sealed(path)
    for backup in sorted((folder / BACKUPS).glob(f"*/{DATABASE_NAME}")):
        checked += 1
        faults += [Fault(f.what, f"{BACKUPS}/{backup.parent.name}/{f.where}") for f in _sealed(backup)]
    try:
        inspect(path)
        core = Core(path, utc_now)
        try:
            with disk_errors(path):
                more, found = yield from check_records(core)
        finally:
            core.database.close()
        checked += more
        # One flipped byte is one fault: when the seal already names the database, its rows only repeat it.
        already = any(fault.where == DATABASE_NAME for fault in faults)
        faults += [f for f in found if not (already and f.where.startswith(DATABASE_NAME))]
    except (CasebookError, ValueError, TypeError, KeyError) as error:
        # A damaged page can hand out values of any kind; whatever trips over one is the same fault.
        if not faults:
            faults.append(Fault(str(error) or "damaged", DATABASE_NAME))
    return Verdict(checked, tuple(faults))


def check_records(core: Core, *, attachments: bool = True) -> Generator[Progress, None, tuple[int, list[Fault]]]:
    """Check database, ledger, records and attachments of an open casebook; return how much was checked, and faults.

    Without `attachments` it leaves them to the caller: a backup keeps its own elsewhere.
    """
    faults = [
        Fault(f"the database is damaged: {text}", DATABASE_NAME)
        for (text,) in rows(core.database, "PRAGMA integrity_check(20)")
        if text != "ok"
    ]
    entries, states, ledger_faults = yield from _walk_ledger(core)
    faults += ledger_faults
    told = _told_files(states)
    checked, record_faults = yield from _compare(core, states)
    faults += record_faults
    if not attachments:
        return entries + checked, faults
    files, file_faults = yield from _attachments(core, told)
    return entries + checked + files, faults + file_faults


def _sealed(path: Path) -> list[Fault]:
    what, where = check_seal(path)
    return [Fault(what, where)] if what else []


def _walk_ledger(core: Core) -> Generator[Progress, None, tuple[int, dict[str, str | None], list[Fault]]]:
    """Return the number of entries, the last recorded state of each record (None once erased), and faults."""
    faults: list[Fault] = []
    states: dict[str, str | None] = {}
    total, done = core.ledger.size(), 0
    for entry, payload, wrong in core.ledger.walk():
        done += 1
        if wrong:
            faults.append(Fault(f"ledger entry {entry.number}: {wrong}", f"{DATABASE_NAME} ledger:{entry.number}"))
        if entry.which.partition(":")[0] in set(Kind):
            states[entry.which] = payload
        if done % _EVERY == 0:
            yield Progress(done, total, "entries")
    return done, states, faults


def _compare(core: Core, states: dict[str, str | None]) -> Generator[Progress, None, tuple[int, list[Fault]]]:
    faults: list[Fault] = []
    seen = 0
    for kind in Kind:
        cursor = core.database.execute_sql(f'SELECT * FROM "{kind}"')
        columns = [column[0] for column in cursor.description]
        for row in cursor:
            seen += 1
            record = dict(zip(columns, row, strict=True))
            which = f"{kind}:{record['id']}"
            if fault := _differs(str(kind), record, which, states):
                faults.append(Fault(fault, f"{DATABASE_NAME} {which}"))
            states.pop(which, None)
            if seen % _EVERY == 0:
                yield Progress(seen, 0, "records")
    faults += [
        Fault("the record is gone, but the ledger knows it", f"{DATABASE_NAME} {which}") for which in sorted(states)
    ]
    return seen, faults


def _differs(table: str, row: dict[str, Any], which: str, states: dict[str, str | None]) -> str:
    if which not in states:
        return "the record is not in the ledger"
    recorded = states[which]
    if recorded is None or canonical(ledgered(table, row)) == recorded:
        return ""
    now = ledgered(table, row)
    try:
        told = json.loads(recorded)
        fields = ", ".join(sorted(name for name in now if told.get(name) != now[name]))
    except (ValueError, AttributeError):
        fields = "unreadable"
    return f"the record is not as the ledger has it ({fields})"


def _told_files(states: dict[str, str | None]) -> dict[str, str]:
    """Return the SHA-256 that the ledger has for each exhibit and mail, as far as its words are there and readable."""
    told = {}
    for which, payload in states.items():
        if payload and which.startswith((f"{Kind.EXHIBIT}:", f"{Kind.MAIL}:")):
            try:
                told[which] = str(json.loads(payload)["sha256"])
            except (ValueError, KeyError, TypeError):
                continue
    return told


def _attachments(core: Core, told: dict[str, str]) -> Generator[Progress, None, tuple[int, list[Fault]]]:
    faults: list[Fault] = []
    wanted, named = dict[str, int](), set(told.values())
    for which, sha256, size in rows(
        core.database,
        "SELECT 'exhibit:' || id, sha256, size FROM exhibit UNION ALL SELECT 'mail:' || id, sha256, size FROM mail",
    ):
        named.add(sha256)
        # Where record and ledger disagree, the record is the fault and was named; its file is not to blame.
        if told.get(which, sha256) == sha256:
            wanted[sha256] = size
    for done, (sha256, size) in enumerate(sorted(wanted.items()), 1):
        stored = StoredFile(sha256, size)
        if what := core.files.intact(stored):
            faults.append(Fault(what, core.files.path(stored).relative_to(core.path.parent).as_posix()))
        if done % 20 == 0:
            yield Progress(done, len(wanted), "files", sha256[:12])
    named = {core.files.name(sha256) for sha256 in named}
    for path in core.files.names():
        if path.name not in named and not core.files.left_behind():
            faults.append(Fault("a file that no record names", path.relative_to(core.path.parent).as_posix()))
    return len(wanted), faults
