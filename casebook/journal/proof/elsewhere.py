"""What another program changed in the casebook that is open here, read from the ledger as soon as it is there."""

from __future__ import annotations

from casebook.journal.changes import Changes, Kind
from casebook.journal.core import Core
from casebook.journal.store.database import one, rows


class Elsewhere:
    """Looks, on the one thread that shows the casebook, for changes that did not come from this program."""

    def __init__(self, core: Core) -> None:
        self._core = core
        self._version = -1
        self._seen = 0

    def look(self) -> Changes:
        """Return what others changed since the last look; nothing at the first. Always call it on the same thread."""
        version = one(self._core.database, "PRAGMA data_version")
        if version is None or version[0] == self._version:
            return Changes()
        first, self._version = self._version == -1, version[0]
        after, self._seen = self._seen, self._core.ledger.head_number()
        if first:
            return Changes()
        return self._told(after)

    def _told(self, after: int) -> Changes:
        own = set[int]()
        while self._core.own:
            begin, end = self._core.own.popleft()
            own.update(range(begin, end + 1))
        ids: dict[Kind, set[int]] = {}
        cases: set[int] = set()
        found = rows(
            self._core.database,
            "SELECT number, json_extract(entry, '$.which'), case_id FROM ledger WHERE number > ? AND number <= ?",
            (after, self._seen),
        )
        kinds = {str(kind): kind for kind in Kind}
        for number, which, case_id in found:
            name, _, record = str(which).partition(":")
            if number in own or name not in kinds or not record.isdecimal():
                continue
            ids.setdefault(kinds[name], set()).add(int(record))
            if case_id is not None:
                cases.add(case_id)
        return Changes(0, {kind: frozenset(touched) for kind, touched in ids.items()}, frozenset(cases))
