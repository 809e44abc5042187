"""What the words of a contact seemed to name and the user did not want: not offered again, and no fact of a case."""

from __future__ import annotations

from collections.abc import Iterable

from casebook.journal.core import Core
from casebook.journal.store.database import rows


class PassedOver:
    """The proposals that were waved away, by contact."""

    def __init__(self, core: Core) -> None:
        self._core = core

    def add(self, contact_id: int, proposals: Iterable[tuple[str, str]]) -> None:
        """Note (kind, value) of proposals that are not to come again; twice is as once."""
        with self._core.write():
            for kind, value in proposals:
                rows(
                    self._core.database,
                    "INSERT OR IGNORE INTO passed_over (contact_id, kind, value) VALUES (?, ?, ?)",
                    (contact_id, kind, value),
                )

    def remove(self, contact_id: int, kind: str, value: str) -> None:
        """Let a proposal come again."""
        with self._core.write():
            rows(
                self._core.database,
                "DELETE FROM passed_over WHERE contact_id = ? AND kind = ? AND value = ?",
                (contact_id, kind, value),
            )

    def of_contact(self, contact_id: int) -> frozenset[tuple[str, str]]:
        """Return (kind, value) of what was waved away in a contact."""
        found = rows(self._core.database, "SELECT kind, value FROM passed_over WHERE contact_id = ?", (contact_id,))
        return frozenset((kind, value) for kind, value in found)
