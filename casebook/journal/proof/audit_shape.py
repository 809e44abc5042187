"""The check of what is no record: the database's own bytes, its shape, and how its rows hang together."""

from __future__ import annotations

import json
from functools import lru_cache

from casebook.journal.core import Core
from casebook.journal.records import Fault
from casebook.journal.store.database import memory_connection, one, rows
from casebook.journal.store.database_name import DATABASE_NAME
from casebook.journal.store.schema_steps import STEPS

_MOST = 20
_SHAPE = "SELECT type, name, ifnull(sql, '') FROM sqlite_master WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"

Shape = frozenset[tuple[str, str, str]]


def check_database(core: Core) -> list[Fault]:
    """Check pages, shape and references of the database, and the preferences against the ledger."""
    return [*_damage(core), *_other_shape(core), *_loose(core), *_other_preferences(core)]


def _damage(core: Core) -> list[Fault]:
    found = rows(core.database, f"PRAGMA integrity_check({_MOST})")
    return [Fault(f"the database is damaged: {text}", DATABASE_NAME) for (text,) in found if text != "ok"]


def _other_shape(core: Core) -> list[Fault]:
    """Find tables, indexes and triggers that somebody took away, added or changed: triggers guard the ledger."""
    version = one(core.database, "PRAGMA user_version")
    if not version or not 0 < version[0] <= len(STEPS):
        return []  # written by a newer program, which knows its own shape
    now: Shape = frozenset(rows(core.database, _SHAPE))
    names = sorted({name for _kind, name, _sql in now ^ _shape(int(version[0]))})
    if not names:
        return []
    some = ", ".join(names[:_MOST])
    return [Fault(f"the shape of the database was changed from outside ({some})", DATABASE_NAME)]


@lru_cache(maxsize=len(STEPS))
def _shape(version: int) -> Shape:
    with memory_connection() as connection:
        for step in STEPS[:version]:
            for statement in step:
                connection.execute(statement)
        return frozenset(connection.execute(_SHAPE).fetchall())


def _loose(core: Core) -> list[Fault]:
    """Find rows that name another one which is not there."""
    loose = rows(core.database, "PRAGMA foreign_key_check")[:_MOST]
    return [
        Fault(f"it names a row of '{parent}' that is not there", f"{DATABASE_NAME} {table}:{row}")
        for table, row, parent, _key in loose
    ]


def _other_preferences(core: Core) -> list[Fault]:
    now = one(core.database, "SELECT value FROM meta WHERE key = 'preferences'")
    told = one(
        core.database,
        "SELECT p.payload FROM ledger l LEFT JOIN ledger_payload p USING (number) "
        "WHERE json_extract(l.entry, '$.which') = 'preferences:1' ORDER BY l.number DESC LIMIT 1",
    )
    if (now is None and told is None) or (told is not None and told[0] is None):
        return []
    try:
        same = now is not None and told is not None and json.loads(now[0]) == json.loads(told[0])
    except ValueError:
        same = False
    return [] if same else [Fault("the preferences are not as the ledger has them", DATABASE_NAME)]
