"""What waits in the inbox, made ready to be shown: rows and figures, put together off the window's thread."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from casebook.gui.models.inbox_items import InboxThread
from casebook.gui.models.inbox_model import InboxLine, lines_of


@dataclass(frozen=True, slots=True)
class InboxRead:
    """The rows, and how many mails, threads, and mails with a sure place they stand for."""

    lines: list[InboxLine]
    mails: int
    threads: int
    sure: int


def counted(lines: list[InboxLine]) -> InboxRead:
    """Return these rows with their figures."""
    threads = [line.thread for line in lines if not line.inner]
    sure = sum(len(thread.mails) for thread in threads if thread.guesses and thread.guesses[0].certain)
    return InboxRead(lines, sum(len(thread.mails) for thread in threads), len(threads), sure)


def without(lines: Sequence[InboxLine], gone: frozenset[int]) -> InboxRead | None:
    """Return the rows without the mails of these contacts; None where none of them is among the rows."""
    hit = {line.thread.id for line in lines if line.mail and line.mail.contact_id in gone}
    left: list[InboxLine] = []
    for line in lines if hit else ():
        if line.thread.id not in hit:
            left.append(line)
        elif not line.inner:  # the first row of its thread
            left += lines_of([thread] if (thread := _rest(line.thread, gone)).mails else [])
    return counted(left) if hit else None


def _rest(thread: InboxThread, gone: frozenset[int]) -> InboxThread:
    return replace(thread, mails=tuple(mail for mail in thread.mails if mail.contact_id not in gone))
