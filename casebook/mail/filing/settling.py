"""After an import: what could not be placed when it came is looked at once more, beside all that came after it."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from casebook.journal.changes import Changes
from casebook.mail.filing.matching import Matcher

if TYPE_CHECKING:
    from casebook.journal import Journal
    from casebook.journal.terms import Why
    from casebook.mail.importer import ImportReport


def settle(journal: Journal, report: ImportReport) -> ImportReport:
    """File those waiting mails of an import that are certain by now; return the report as it then is.

    The first message of a thread often says nothing that its answer does not. Raises DiskTrouble.
    """
    filed = frozenset(report.contacts)
    waiting = {contact for contact in report.placed if contact not in filed}
    if not waiting:
        return report
    settled, changes = Matcher.from_journal(journal).settle(waiting)
    if not settled:
        return report
    placed = {**report.placed, **{contact: each.why for contact, each in settled.items()}}
    by: Counter[Why] = Counter(report.filed_by)
    by.update(each.why for each in settled.values())
    unsure: Counter[Why | None] = Counter(report.suggested_by)
    unsure.subtract(report.placed[contact] for contact in settled)
    return replace(
        report,
        filed=report.filed + len(settled),
        waiting=report.waiting - len(settled),
        contacts=(*report.contacts, *sorted(settled)),
        changes=Changes.merged((report.changes, changes)),
        placed=placed,
        filed_by=dict(by),
        suggested_by={why: count for why, count in unsure.items() if count > 0},
    )
