"""What the inbox lists: waiting messages by thread, each with the cases it may belong to; plain values, no Qt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from casebook.journal.listings import InboxRow

if TYPE_CHECKING:
    from casebook.journal import Journal
    from casebook.mail.filing.judging import Suggestion
    from casebook.mail.filing.matching import Matcher

_MOST = 3
"""So many cases are offered for a thread: whoever wants another one chooses it."""


@dataclass(frozen=True, slots=True)
class Guess:
    """A case that a thread may belong to. `only`: no other case is with the firm that says so."""

    case_id: int
    case_title: str
    suggestion: Suggestion
    only: bool = False

    @property
    def number(self) -> str:
        """`C-12`."""
        return f"C-{self.case_id}"

    @property
    def suspect(self) -> bool:
        """Whether something speaks for an impostor, so that nothing is filed by one key."""
        return self.suggestion.doubt == "impostor"

    @property
    def certain(self) -> bool:
        """Whether it may be filed there without a second look."""
        return self.suggestion.certain


@dataclass(frozen=True, slots=True)
class InboxThread:
    """Waiting messages that answer one another, in time order, and where they may belong, the most probable first."""

    id: int
    subject: str
    mails: tuple[InboxRow, ...]
    guesses: tuple[Guess, ...] = ()

    @property
    def ids(self) -> tuple[int, ...]:
        """The contact ids of all its mails."""
        return tuple(mail.contact_id for mail in self.mails)

    @property
    def guess(self) -> Guess | None:
        """The most probable case, None where nothing says so."""
        return self.guesses[0] if self.guesses else None


def gather(journal: Journal, matcher: Matcher) -> list[InboxThread]:
    """Return the waiting messages by thread, the thread with the newest one first."""
    from casebook.mail.filing.subjects import bare_subject

    waiting = journal.inbox.waiting()
    if not waiting:
        return []
    matcher.refresh()
    ranked = matcher.rank(waiting)
    by_thread: dict[int, list[InboxRow]] = {}
    for row in reversed(waiting):  # newest first, as they come; a thread is read from its beginning
        by_thread.setdefault(row.thread_id, []).append(row)
    titles = {case.id: (case.title, case.firm) for case in matcher.known.cases.values()}
    threads = [
        InboxThread(number, bare_subject(rows[0].subject), tuple(rows), _guesses(rows, ranked, titles))
        for number, rows in by_thread.items()
    ]
    threads.sort(key=lambda thread: thread.mails[-1].happened.utc, reverse=True)
    return threads


def _guesses(
    rows: Iterable[InboxRow],
    ranked: Mapping[int, tuple[Suggestion, ...]],
    cases: Mapping[int, tuple[str, str]],
) -> tuple[Guess, ...]:
    """Return the cases of a thread: what is said of any of its messages, the surest first."""
    best: dict[int, tuple[int, Suggestion]] = {}
    for row in rows:
        for place, each in enumerate(ranked.get(row.contact_id, ())[:_MOST]):
            before = best.get(each.case_id)
            if before is None or (not each.certain, place) < (not before[1].certain, before[0]):
                best[each.case_id] = place, each
    if not best:
        return ()
    order = sorted(best.values(), key=lambda found: (not found[1].certain, found[0]))
    firms = [cases[each.case_id][1] for _, each in order]
    return tuple(
        Guess(each.case_id, cases[each.case_id][0], each, only=firms.count(cases[each.case_id][1]) == 1)
        for _, each in order[:_MOST]
    )
