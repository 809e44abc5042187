"""What the user says of items of a checklist that no record answers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from casebook.journal.changes import Changes, Kind
from casebook.journal.core import Room, member, required
from casebook.journal.errors import BadInput
from casebook.journal.planning import CheckMark
from casebook.journal.store.tables_planning import CheckMarkTable
from casebook.journal.terms import CheckState


class CheckMarks(Room):
    """One mark an item and case."""

    kind = Kind.CHECK_MARK
    table = CheckMarkTable

    def set(self, case_id: int, item: str, state: CheckState, note: str = "") -> Changes:
        """Mark an item as done or not needed, in place of an earlier mark. Raises NotFound, BadInput."""
        values = {"state": str(member(CheckState, state, "mark")), "note": note.strip()}
        with self._core.write() as noted:
            self._require_case(case_id)
            before = self._of_item(case_id, required(item, "which item of the checklist?"))
            if before is None:
                made = self._insert("check_mark.set", case_id, case_id=case_id, item=item.strip(), **values)
                return noted.changes(made)
            self._update("check_mark.set", before.id, case_id, **values)
            return noted.changes(before.id)

    def clear(self, case_id: int, item: str) -> Changes:
        """Take a mark back. Raises NotFound, BadInput where there is none."""
        with self._core.write() as noted:
            self._require_case(case_id)
            before = self._of_item(case_id, item)
            if before is None:
                raise BadInput("'{item}' has no mark in C-{case}", item=item, case=case_id)
            self.erase(before.id, case_id)
            return noted.changes(before.id)

    def of_case(self, case_id: int) -> list[CheckMark]:
        """Return the marks of a case in the order of recording."""
        return [_mark(row) for row in self._rows(CheckMarkTable.case_id == case_id)]

    def _of_item(self, case_id: int, item: str) -> CheckMark | None:
        found = self._rows(CheckMarkTable.case_id == case_id, CheckMarkTable.item == item.strip())
        return _mark(found[0]) if found else None

    def _words(self, state: Mapping[str, Any]) -> str:
        return str(state["note"])


def _mark(row: dict[str, Any]) -> CheckMark:
    return CheckMark(**{**row, "state": CheckState(row["state"])})
