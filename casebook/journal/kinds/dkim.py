"""DKIM checks: what each signature of a mail came to, with the key it was checked against and when that was fetched."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from casebook.journal.changes import Changes, Kind
from casebook.journal.core import Room
from casebook.journal.errors import BadInput, NotFound
from casebook.journal.incoming import DkimCheck
from casebook.journal.store.database import one
from casebook.journal.store.tables_incoming import DkimTable
from casebook.journal.terms import DkimResult
from casebook.journal.times import milliseconds


@dataclass(frozen=True, slots=True)
class NewDkimCheck:
    """A check on its way in. `server` is who was asked; nothing was asked where there was no signature."""

    result: DkimResult
    domain: str = ""
    selector: str = ""
    detail: str = ""
    key_record: str = ""
    answer: str = ""
    server: str = ""
    fetched_at: datetime | None = None


class DkimChecks(Room):
    """Checks as they came out; each stays as it is, a later one stands beside it."""

    kind = Kind.DKIM
    table = DkimTable

    def add(self, contact_id: int, checks: Sequence[NewDkimCheck]) -> Changes:
        """Record what the signatures of a mail came to. Raises NotFound, BadInput for a contact in the bin."""
        with self._core.write() as noted:
            self._require_contact(contact_id)
            if not one(self._core.database, "SELECT 1 FROM mail WHERE id = ?", (contact_id,)):
                raise NotFound("contact {number} is no imported mail", number=contact_id)
            if not checks:
                raise BadInput("there is no check to record")
            case_id = self._case_of(contact_id)
            made = 0
            for check in checks:
                values: dict[str, Any] = {name: getattr(check, name) for name in NewDkimCheck.__slots__}
                values["result"] = str(check.result)
                if check.fetched_at is not None:
                    values["fetched_at"] = milliseconds(check.fetched_at)
                made = self._insert("dkim.checked", case_id, contact_id=contact_id, **values)
            return noted.changes(made)

    def get(self, check_id: int) -> DkimCheck:
        """Return a check. Raises NotFound."""
        return _check(self._row(check_id, "DKIM check"))

    def of_contact(self, contact_id: int) -> list[DkimCheck]:
        """Return the checks of a mail, oldest first."""
        return [_check(row) for row in self._rows(DkimTable.contact_id == contact_id)]

    def of_case(self, case_id: int) -> list[DkimCheck]:
        """Return the checks of a case's mails, oldest first."""
        found = self._core.database.execute_sql(
            "SELECT d.id FROM dkim d JOIN contact c ON c.id = d.contact_id WHERE c.case_id = ? "
            "AND c.deleted_at IS NULL ORDER BY d.id",
            (case_id,),
        )
        return [self.get(row[0]) for row in found.fetchall()]

    def _case_of(self, contact_id: int) -> int | None:
        found = one(self._core.database, "SELECT case_id FROM contact WHERE id = ?", (contact_id,))
        return found[0] if found else None


def _check(row: dict[str, Any]) -> DkimCheck:
    return DkimCheck(**{**row, "result": DkimResult(row["result"])})
