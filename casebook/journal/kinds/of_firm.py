"""What every kind of record that belongs to a firm shares."""

from __future__ import annotations

from casebook.journal.core import Room
from casebook.journal.errors import NotFound
from casebook.journal.store.database import one


class OfFirm(Room):
    """What belongs to a firm."""

    def _require_firm(self, firm_id: int) -> None:
        """Raise NotFound where there is no such firm."""
        if not one(self._core.database, "SELECT 1 FROM firm WHERE id = ?", (firm_id,)):
            raise NotFound("there is no firm {number} in this casebook", number=firm_id)
