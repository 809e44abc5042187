"""The history of one case as a file: the ledger of the casebook it was recorded in, and the case's own words of it.

One JSON object a line. The first says whose ledger it is; every other one is an entry, exactly as it was hashed, with
its words and their salt where they are the case's own. Entries of other cases hold no words: only that something was
recorded, when, and the hash of it. They are needed to follow the chain.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from casebook.journal.core import Core
from casebook.journal.errors import CasebookError
from casebook.journal.proof.checkpoints import KEY_ADDED, is_signed, named_key, origin_of, read_note
from casebook.journal.proof.ledger import GENESIS, canonical, chain_hash, payload_hash
from casebook.journal.records import LedgerHead, StoredFile
from casebook.journal.store.database import rows

FORMAT = "casebook-history"


@dataclass(frozen=True, slots=True)
class History:
    """A history that was checked from its first entry to its last."""

    origin: str
    """The id of the casebook that it comes from."""
    case: int
    """The case's local number there."""
    head: LedgerHead
    states: Mapping[str, str | None]
    """The last recorded words of each of the case's records; None where they were erased."""
    gone: frozenset[str]
    """The records that its ledger says were erased altogether."""


class NotWhole(Exception):
    """The history is not what was recorded: `line` is where, `what` says it in words."""

    def __init__(self, line: int, what: str) -> None:
        super().__init__(f"line {line}: {what}")
        self.line, self.what = line, what


def history_lines(core: Core, origin: str, case_id: int, records: Iterable[str], checkpoint: str) -> Iterator[str]:
    """Yield the lines of a case's history as they stand now. `records` are its own, such as `contact:12`."""
    head = core.ledger.head()
    first = {
        "format": FORMAT,
        "version": 1,
        "origin": origin,
        "case": case_id,
        "head": {"number": head.number, "hash": head.hash},
        "checkpoint": checkpoint,
    }
    yield canonical(first)
    found = core.database.execute_sql(
        "SELECT l.entry, p.salt, p.payload FROM ledger l LEFT JOIN ledger_payload p ON p.number = l.number AND ("
        "l.case_id = :case OR l.which IN (SELECT value FROM json_each(:records)) OR json_extract(l.entry, '$.what') "
        "IN (:key, 'record.purged', 'bin.emptied')) WHERE l.number <= :last ORDER BY l.number",
        {"case": case_id, "records": json.dumps(sorted(records)), "key": KEY_ADDED, "last": head.number},
    )
    for entry, salt, payload in found:
        yield canonical({"entry": entry} if payload is None else {"entry": entry, "salt": salt, "payload": payload})


def read_history(lines: Iterator[str]) -> History:
    """Check a history line by line and return it. Raises NotWhole at the first thing that is wrong."""
    told, chain = _first_line(next(lines, "")), _Chain()
    chain.case = told["case"]
    note = read_checkpoint(told)
    for number, line in enumerate(lines, 1):
        chain.take(number, line)
        if note is not None and note.number == number:
            if note.hash != chain.hash:
                raise NotWhole(number + 1, "is not the entry that the checkpoint signed")
            if not any(is_signed(note, key) for key in chain.keys):
                raise NotWhole(1, "the checkpoint is not signed by a key that the ledger names")
            note = None
    if (chain.number, chain.hash) != (told["head"]["number"], told["head"]["hash"]) or note is not None:
        raise NotWhole(chain.number + 1, "the ledger does not end as its first line says")
    if lost := chain.lost - chain.erased:
        raise NotWhole(min(lost) + 1, "the words of the entry are missing, and nothing says that they were erased")
    head = LedgerHead(chain.number, chain.hash, None)
    return History(told["origin"], told["case"], head, chain.states, frozenset(chain.gone))


def kept_histories(core: Core) -> Iterator[tuple[int, str]]:
    """Yield the id of each case that came from elsewhere, and what is wrong with its kept history; empty when nothing.

    Whether the file is the one that was kept is for the check of all files; here it is followed once more.
    """
    found = rows(
        core.database,
        "SELECT id, origin, origin_case, head_number, head_hash, sha256, size FROM imported_case WHERE sha256 <> ''",
    )
    for record_id, *said, sha256, size in found:
        fault, stored = "", StoredFile(sha256, size)
        try:
            history = read_history(_stored_lines(core, stored))
            if said != [history.origin, history.case, history.head.number, history.head.hash]:
                fault = "the history of the case where it came from is another one"
        except NotWhole as error:
            if not core.files.intact(stored):  # else the bytes are to blame, and the check of all files names them
                fault = f"the history of the case where it came from is not whole ({error})"
        except (CasebookError, UnicodeDecodeError, OSError):
            pass  # likewise
        yield record_id, fault


def _stored_lines(core: Core, stored: StoredFile) -> Iterator[str]:
    left = list[bytes]()
    for chunk in core.files.open(stored):
        first, *more = chunk.split(b"\n")
        left.append(first)
        if more:
            yield b"".join(left).decode()
            yield from (line.decode() for line in more[:-1])
            left = [more[-1]]


def read_checkpoint(told: Mapping[str, Any]) -> Any:
    """Return the note of a history's first line, None where it has none. Raises NotWhole."""
    if not told["checkpoint"]:
        return None
    try:
        note = read_note(told["checkpoint"])
    except ValueError:
        raise NotWhole(1, "the checkpoint cannot be read") from None
    if note.origin != origin_of(told["origin"]) or not 0 < note.number <= told["head"]["number"]:
        raise NotWhole(1, "the checkpoint is of another ledger")
    return note


class _Chain:
    """Follows the entries, each from the one before it."""

    def __init__(self) -> None:
        self.case = 0
        self.number, self.hash = 0, GENESIS
        self.keys: list[bytes] = []
        self.states: dict[str, str | None] = {}
        self.gone = set[str]()
        self.lost = set[int]()
        self.erased = set[int]()

    def take(self, number: int, line: str) -> None:
        """Take the next line. Raises NotWhole."""
        try:
            row = json.loads(line)
            entry, payload = str(row["entry"]), row.get("payload")
            told = json.loads(entry)
            what, which, hashed = str(told["what"]), str(told["which"]), str(told["payload"])
            if told["n"] != number or set(row) - {"entry", "salt", "payload", "erased"}:
                raise NotWhole(number + 1, "is not the next entry")
            if payload is not None and payload_hash(row["salt"], payload) != hashed:
                raise NotWhole(number + 1, "the words are not the ones that were hashed")
            self.hash = chain_hash(self.hash, entry)
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            raise NotWhole(number + 1, "cannot be read") from None
        self.number = number
        if payload is None:
            # Erased here, after the case had come: this casebook's own ledger has the file as it is now.
            if told.get("case") == self.case and not row.get("erased"):
                self.lost.add(number)
        else:
            self._learn(what, payload)
        if payload is not None or told.get("case") == self.case or which in self.states:
            self.states[which] = payload
        if what.endswith(".erased"):
            self.gone.add(which)

    def _learn(self, what: str, payload: str) -> None:
        if what == KEY_ADDED and (named := named_key(payload)):
            self.keys.append(named[1])
        try:
            erased = json.loads(payload).get("erased", ())
            self.erased |= {number for number in erased if type(number) is int}
        except (ValueError, AttributeError, TypeError):
            return


def _first_line(line: str) -> dict[str, Any]:
    try:
        told = json.loads(line)
        sound = (
            (told["format"], told["version"]) == (FORMAT, 1)
            and isinstance(told["origin"], str)
            and isinstance(told["checkpoint"], str)
            and type(told["case"]) is int
            and type(told["head"]["number"]) is int
            and isinstance(told["head"]["hash"], str)
        )
    except (ValueError, KeyError, TypeError, RecursionError):
        sound = False
    if not sound:
        raise NotWhole(1, "does not say whose history it is")
    return dict(told)
