"""The check of a whole casebook: every byte, every record against the ledger, every attachment."""

from __future__ import annotations

import json
from collections.abc import Generator, Iterable, Mapping
from pathlib import Path
from typing import Any

from casebook.journal.backup.backup_form import FOLDER_NAME as BACKUPS
from casebook.journal.changes import UNTOLD, WITH_FILES, Kind
from casebook.journal.core import Core, ledgered
from casebook.journal.errors import CasebookError, Locked, NotACasebook, ReadOnly
from casebook.journal.progress import Progress
from casebook.journal.proof.audit_ledger import (
    Claim,
    Walked,
    check_checkpoints,
    check_claims,
    check_seen,
    walk,
)
from casebook.journal.proof.audit_shape import check_database
from casebook.journal.proof.checkpoints import Checkpoints, casebook_id
from casebook.journal.proof.ledger import GENESIS, canonical
from casebook.journal.proof.witness import Witness
from casebook.journal.records import Fault, StoredFile, Verdict
from casebook.journal.secrecy.keys import Key
from casebook.journal.secrecy.keys import fault as keys_fault
from casebook.journal.store import occupancy
from casebook.journal.store.database import disk_errors, holds_casebook, pending_log, rows
from casebook.journal.store.database_name import DATABASE_NAME, KEYS_NAME
from casebook.journal.store.places import reading_only
from casebook.journal.store.schema import inspect
from casebook.journal.store.seal import check_seal
from casebook.journal.times import utc_now
from casebook.journal.transfer.foreign_history import kept_histories

_EVERY = 500
_WITH_FILES = tuple(map(str, WITH_FILES))


def check_folder(
    folder: Path, key: Key | None = None, *, keys: Path | None = None, against: Iterable[Claim] = ()
) -> Generator[Progress, None, Verdict]:
    """Check a casebook folder without changing it, also one that cannot be opened any more.

    With `keys` the ledger is compared with what this computer last saw of it, and with `against` with what something
    outside the casebook says of it. Yields progress; the generator's value is the Verdict. Raises NotACasebook when
    there is no casebook in the folder, Locked when it is encrypted and no key is given, Busy while another program
    rewrites it.
    """
    path = folder / DATABASE_NAME
    if not holds_casebook(folder):
        raise NotACasebook("there is no casebook in {folder}: name another folder with --book", folder=folder)
    with disk_errors(path):
        hold = occupancy.share(folder)
    try:
        return (yield from _check(folder, key, keys, against))
    finally:
        hold.release()


def _check(
    folder: Path, key: Key | None, keys: Path | None, against: Iterable[Claim]
) -> Generator[Progress, None, Verdict]:
    path = folder / DATABASE_NAME
    yield Progress(0, 0, "files", DATABASE_NAME)
    checked, sealed = 1, _sealed(path)
    for backup in sorted((folder / BACKUPS).glob(f"*/{DATABASE_NAME}")):
        checked += 1
        sealed += [Fault(f.what, f"{BACKUPS}/{backup.parent.name}/{f.where}") for f in _sealed(backup)]
    slots = [Fault(wrong, KEYS_NAME)] if key is not None and (wrong := keys_fault(folder)) else []
    found, notes = list[Fault](), list[str]()
    try:
        # With a log beside it, the last program to close the database would bring the log into it.
        reason = ReadOnly("a check changes nothing") if pending_log(path) or reading_only(folder) else None
        inspect(path, key, read_only=reason is not None)
        core = Core(path, utc_now, key, reason)
        try:
            with disk_errors(path):
                checked += yield from _check_all(core, keys, against, found, notes)
        finally:
            core.database.close()
    except Locked:
        raise
    except (CasebookError, ValueError, TypeError, KeyError) as error:
        # A damaged page can hand out values of any kind; whatever trips over one is the same fault.
        if not sealed and not found:
            found.append(Fault(str(error) or "damaged", DATABASE_NAME))
    ledger = [fault for fault in found if " ledger:" in fault.where]
    return Verdict(checked, tuple(ledger + slots + sealed + [f for f in found if f not in ledger]), tuple(notes))


def check_journal(core: Core, keys: Path | None, against: Iterable[Claim] = ()) -> Generator[Progress, None, Verdict]:
    """Check an open casebook: database, ledger, records, attachments, and what was seen of it before."""
    faults, notes = list[Fault](), list[str]()
    checked = yield from _check_all(core, keys, against, faults, notes)
    return Verdict(checked, tuple(faults), tuple(notes))


def _check_all(
    core: Core, keys: Path | None, against: Iterable[Claim], faults: list[Fault], notes: list[str]
) -> Generator[Progress, None, int]:
    if keys is not None:
        seen, notes[:] = check_seen(core, Witness(keys, core.path.parent, casebook_id(core)))
        faults += seen
    claims, gone = check_claims(core, against)
    faults += gone
    checked, _found = yield from check_records(core, faults=faults)
    return checked + claims


def check_records(
    core: Core, *, attachments: bool = True, faults: list[Fault] | None = None
) -> Generator[Progress, None, tuple[int, list[Fault]]]:
    """Check database, ledger, records and attachments of an open casebook; return how much was checked, and faults.

    Without `attachments` it leaves them to the caller: a backup keeps its own elsewhere. `faults` is filled on the
    way, for a caller that wants to know what was found before a damaged page ended the check.
    """
    found = list[Fault]() if faults is None else faults
    walked = yield from walk(core, found)
    notes, wrong = check_checkpoints(core)
    found += wrong
    found += check_database(core)
    told = _told_files(walked.states)
    checked = yield from _compare(core, walked, found)
    checked += walked.entries + notes
    if attachments:
        files, file_faults = yield from _attachments(core, told)
        found += file_faults
        checked += files
        kept = [(f"{DATABASE_NAME} {Kind.IMPORTED_CASE}:{number}", what) for number, what in kept_histories(core)]
        found += [Fault(what, where) for where, what in kept if what]
        checked += len(kept)
    return checked, found


def check_tail(core: Core, checkpoints: Checkpoints) -> Generator[Progress, None, Verdict]:
    """Check the entries that came since the last time, their checkpoints, and the records that they tell of."""
    faults, notes = check_seen(core, checkpoints.witness) if checkpoints.witness else ([], [])
    after, known = checkpoints.checked
    if core.ledger.hash_at(after) != known:
        after, known = 0, GENESIS
    walked = yield from walk(core, faults, after)
    faults += check_checkpoints(core, after)[1]
    faults += [
        Fault(fault, f"{DATABASE_NAME} {which}")
        for which in walked.states
        if (fault := _differs_now(core, which, walked))
    ]
    if not faults and walked.entries:
        checkpoints.checked = walked.last
    return Verdict(walked.entries + len(walked.states), tuple(faults), tuple(notes))


def _differs_now(core: Core, which: str, walked: Walked) -> str:
    kind, _, number = which.partition(":")
    cursor = core.database.execute_sql(f'SELECT * FROM "{Kind(kind)}" WHERE id = ?', (number,))
    row = cursor.fetchone()
    if row is None:
        return "" if which in walked.erased else "the record is gone, but the ledger knows it"
    record = dict(zip((column[0] for column in cursor.description), row, strict=True))
    return _differs(kind, record, which, walked)


def _sealed(path: Path) -> list[Fault]:
    what, where = check_seal(path)
    return [Fault(what, where)] if what else []


def _compare(core: Core, walked: Walked, faults: list[Fault]) -> Generator[Progress, None, int]:
    states, seen = dict(walked.states), 0
    for kind in (each for each in Kind if each not in UNTOLD):
        cursor = core.database.execute_sql(f'SELECT * FROM "{kind}"')
        columns = [column[0] for column in cursor.description]
        for row in cursor:
            seen += 1
            record = dict(zip(columns, row, strict=True))
            which = f"{kind}:{record['id']}"
            if fault := _differs(str(kind), record, which, walked):
                faults.append(Fault(fault, f"{DATABASE_NAME} {which}"))
            states.pop(which, None)
            if seen % _EVERY == 0:
                yield Progress(seen, 0, "records")
    faults += [
        Fault("the record is gone, but the ledger knows it", f"{DATABASE_NAME} {which}")
        for which in sorted(states)
        if which not in walked.erased
    ]
    return seen


def _differs(table: str, row: dict[str, Any], which: str, walked: Walked) -> str:
    if which not in walked.states:
        return "the record is not in the ledger"
    if which in walked.erased:
        return "the record is there, but the ledger says that it was erased"
    recorded = walked.states[which]
    if recorded is None:
        return "the record is there, but its words in the ledger are gone: it cannot be compared"
    now = ledgered(table, row)
    if canonical(now) == recorded:
        return ""
    try:
        told = json.loads(recorded)
        fields = ", ".join(sorted(name for name in now if told.get(name) != now[name]))
    except (ValueError, AttributeError):
        fields = "unreadable"
    return f"the record is not as the ledger has it ({fields})"


def _told_files(states: Mapping[str, str | None]) -> dict[str, str]:
    """Return the SHA-256 that the ledger has for each record's file, as far as its words are there and readable."""
    told = {}
    for which, payload in states.items():
        if payload and which.partition(":")[0] in _WITH_FILES:
            try:
                told[which] = str(json.loads(payload)["sha256"])
            except (ValueError, KeyError, TypeError):
                continue
    return told


def _attachments(core: Core, told: dict[str, str]) -> Generator[Progress, None, tuple[int, list[Fault]]]:
    faults: list[Fault] = []
    wanted, named = dict[str, int](), set(told.values())
    each = (f"SELECT '{kind}:' || id, sha256, size FROM {kind}" for kind in _WITH_FILES)
    for which, sha256, size in rows(core.database, " UNION ALL ".join(each)):
        if not sha256:
            continue  # purged: there is no file any more
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
    named = {core.files.name(sha256) for sha256 in named if sha256}
    for path in core.files.names():
        if path.name not in named and not core.files.left_behind():
            faults.append(Fault("a file that no record names", path.relative_to(core.path.parent).as_posix()))
    return len(wanted), faults
