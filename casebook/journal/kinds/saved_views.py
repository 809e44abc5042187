"""What only saves work: how the user likes to see the cases, and what was looked at last."""

from __future__ import annotations

import json
from collections.abc import Mapping

from casebook.journal.changes import Changes, Kind
from casebook.journal.core import Core, required
from casebook.journal.errors import BadInput, NotFound
from casebook.journal.kinds.letters import UntoldRoom
from casebook.journal.planning import SavedView, Visit
from casebook.journal.store.database import one, rows
from casebook.journal.times import from_text, to_text

_VISITS_KEPT = 200


class SavedViews(UntoldRoom):
    """Views of the case list that the user named."""

    kind = Kind.SAVED_VIEW

    def save(self, name: str, definition: Mapping[str, object]) -> Changes:
        """Keep a view under a name, in place of an earlier one of that name. Raises BadInput for an empty name."""
        values = (required(name, "a view needs a name"), json.dumps(definition), to_text(self._core.clock()))
        with self._core.write():
            rows(
                self._core.database,
                "INSERT INTO saved_view (name, definition, saved_at) VALUES (?, ?, ?) ON CONFLICT (name) "
                "DO UPDATE SET definition = excluded.definition, saved_at = excluded.saved_at",
                values,
            )
            found = rows(self._core.database, "SELECT id FROM saved_view WHERE name = ?", values[:1])
            return self._changed(found[0][0], None)

    def rename(self, view_id: int, name: str) -> Changes:
        """Give a view another name. Raises NotFound, BadInput for an empty name or one that is taken."""
        wanted = required(name, "a view needs a name")
        with self._core.write():
            self.get(view_id)
            if one(self._core.database, "SELECT 1 FROM saved_view WHERE name = ? AND id <> ?", (wanted, view_id)):
                raise BadInput("there is a view named '{name}' already", name=wanted)
            rows(self._core.database, "UPDATE saved_view SET name = ? WHERE id = ?", (wanted, view_id))
            return self._changed(view_id, None)

    def remove(self, view_id: int) -> Changes:
        """Forget a view. Raises NotFound."""
        with self._core.write():
            self.get(view_id)
            rows(self._core.database, "DELETE FROM saved_view WHERE id = ?", (view_id,))
            return self._changed(view_id, None)

    def get(self, view_id: int) -> SavedView:
        """Return a view. Raises NotFound."""
        found = [view for view in self.all() if view.id == view_id]
        if not found:
            raise NotFound("there is no view {number} in this casebook", number=view_id)
        return found[0]

    def all(self) -> list[SavedView]:
        """Return the views in the order of their making."""
        found = rows(self._core.database, "SELECT id, name, definition, saved_at FROM saved_view ORDER BY id")
        return [SavedView(number, name, json.loads(how), from_text(saved)) for number, name, how, saved in found]


class Visits:
    """What was looked at, so that it can be offered again. Kept by the program alone, told of by nobody."""

    def __init__(self, core: Core) -> None:
        self._core = core

    def note(self, kind: str, record_id: int) -> None:
        """Note that a record was looked at now; nothing is noted where the casebook can only be read."""
        if self._core.read_only:
            return
        with self._core.write():
            rows(
                self._core.database,
                "INSERT INTO visit (kind, record_id, visited_at) VALUES (?, ?, ?) ON CONFLICT (kind, record_id) "
                "DO UPDATE SET visited_at = excluded.visited_at",
                (kind, record_id, to_text(self._core.clock())),
            )
            rows(
                self._core.database,
                "DELETE FROM visit WHERE (kind, record_id) NOT IN "
                "(SELECT kind, record_id FROM visit ORDER BY visited_at DESC LIMIT ?)",
                (_VISITS_KEPT,),
            )

    def latest(self, limit: int = 20) -> list[Visit]:
        """Return what was looked at, the last first; a record may be gone meanwhile."""
        found = rows(
            self._core.database,
            "SELECT kind, record_id, visited_at FROM visit ORDER BY visited_at DESC, record_id DESC LIMIT ?",
            (limit,),
        )
        return [Visit(kind, record_id, from_text(at)) for kind, record_id, at in found]
