"""Commands on several cases at once: close, reopen, tag, add a follow-up, delete. Each is one write, and one undo."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from casebook.gui import texts
from casebook.gui.commands.base import Commands
from casebook.gui.feed import Feed
from casebook.guide import Guide
from casebook.guide.dates.moments import business_days, follow_up_offers
from casebook.journal import Changes
from casebook.journal.changes import Kind
from casebook.journal.terms import CaseStatus
from casebook.journal.times import moment, system_zone

if TYPE_CHECKING:
    from casebook.gui.dialogs.close_cases_dialog import CloseCasesDialog
    from casebook.gui.dialogs.follow_up_dialog import FollowUpDialog, FollowUpDraft
    from casebook.gui.dialogs.tag_dialog import TagDialog
    from casebook.journal import Journal


class CasesBulk(Commands):
    """All of the cases or none: what cannot be done with one is refused for all, and said."""

    cases_deleted = Signal()
    """Cases went into the bin; whoever shows one of them turns elsewhere."""

    def __init__(self, journal: Journal, feed: Feed, window: QWidget, guide: Guide) -> None:
        super().__init__(journal, feed, window)
        self._guide = guide

    def close(self, cases: Sequence[int]) -> CloseCasesDialog:
        """Ask how cases ended, and close those that are open."""
        from casebook.gui.dialogs.close_cases_dialog import CloseCasesDialog

        still = self._with_status(cases, CaseStatus.OPEN)
        ringing = [found.id for number in still for found in self.journal.follow_ups.of_case(number, open_only=True)]
        dialog = CloseCasesDialog(len(still), len(cases) - len(still), len(ringing), parent=self.window)
        dialog.on_save = lambda: self._close(
            still, dialog.outcome.toPlainText().strip(), ringing if dialog.drop.isChecked() else []
        )
        dialog.open()
        return dialog

    def reopen(self, cases: Sequence[int]) -> None:
        """Take the closed ones among these cases up again."""
        closed = self._with_status(cases, CaseStatus.CLOSED)
        before = {number: self.journal.cases.get(number).outcome for number in closed}
        if closed and self._write(partial(self._all, closed, self.journal.cases.reopen)):
            said = self.tr("%n case(s) reopened", None, len(closed))
            self.said.emit(said, lambda: self._write(partial(self._close_again, before)))

    def tag(self, cases: Sequence[int]) -> TagDialog:
        """Open the dialog of tags for these cases."""
        from casebook.gui.dialogs.tag_dialog import TagDialog

        found = [self.journal.cases.get(number) for number in cases]
        one = texts.joined(found[0].number, found[0].title) if len(found) == 1 else ""
        what = one or self.tr("%n case(s)", None, len(found))
        dialog = TagDialog(what, self.journal.cases.tags(), [case.tags for case in found], parent=self.window)
        dialog.on_save = lambda: self._tag(cases, dialog.added(), dialog.removed())
        dialog.open()
        return dialog

    def follow_up(self, cases: Sequence[int]) -> FollowUpDialog:
        """Open the dialog for a follow-up that each of these cases gets."""
        from casebook.gui.dialogs.follow_up_dialog import FollowUpDialog

        firm = self.journal.firms.get(self.journal.cases.get(cases[0]).firm_id)
        now, zone = self.journal.clock(), system_zone()
        offers = follow_up_offers(now, zone, business_days(firm))
        what = self.tr("%n case(s)", None, len(cases))
        dialog = FollowUpDialog(what, self._guide, [], offers, moment(now, zone), parent=self.window)
        dialog.on_save = lambda: self._follow_up(cases, dialog.draft())
        dialog.open()
        return dialog

    def delete(self, cases: Sequence[int]) -> None:
        """Put cases into the bin."""
        if self._write(partial(self._all, cases, self.journal.bin.delete_case)):
            back = partial(self._all, cases, partial(self.journal.bin.restore, Kind.CASE))
            self.said.emit(self.tr("%n case(s) moved to the bin", None, len(cases)), lambda: self._write(back))
            self.cases_deleted.emit()

    def _close(self, cases: Sequence[int], outcome: str, drop: Sequence[int]) -> None:
        why = self.tr("the case was closed")
        with self.journal.transaction():
            parts = [self.journal.follow_ups.drop(number, why) for number in drop]
            parts += [self.journal.cases.close(number, outcome) for number in cases]
        self.feed.announce(Changes.merged(parts))

        def back() -> Changes:
            again = [self.journal.cases.reopen(number) for number in cases]
            return Changes.merged([*again, *(self.journal.follow_ups.reopen(number) for number in drop)])

        self.said.emit(self.tr("%n case(s) closed", None, len(cases)), lambda: self._write(back))

    def _close_again(self, before: Mapping[int, str]) -> Changes:
        return Changes.merged([self.journal.cases.close(number, outcome) for number, outcome in before.items()])

    def _tag(self, cases: Sequence[int], add: Sequence[str], remove: Sequence[str]) -> None:
        before = {number: self.journal.cases.get(number).tags for number in cases}
        with self.journal.transaction():
            made = self._all(cases, lambda number: self.journal.cases.retag(number, add, remove))
            after = {number: self.journal.cases.get(number).tags for number in cases}
        changed = {number: tags for number, tags in before.items() if after[number] != tags}
        if not changed:
            return
        self.feed.announce(made)
        parts = " ".join([*(f"+#{tag}" for tag in add), *(f"-#{tag}" for tag in remove)])
        said = self.tr("Tags of %n case(s): {tags}", None, len(changed)).replace("{tags}", parts)
        # Only what this step did is taken back: tags that came since stay.
        self.said.emit(said, lambda: self._write(lambda: self._untag(changed, after)))

    def _untag(self, before: Mapping[int, Iterable[str]], after: Mapping[int, Iterable[str]]) -> Changes:
        def back(number: int) -> Changes:
            lost, won = set(before[number]) - set(after[number]), set(after[number]) - set(before[number])
            return self.journal.cases.retag(number, lost, won)

        return self._all(list(before), back)

    def _follow_up(self, cases: Sequence[int], draft: FollowUpDraft | None) -> None:
        if draft is None:
            return
        with self.journal.transaction():
            made = [self.journal.follow_ups.add(number, draft.due, draft.reason) for number in cases]
        self.feed.announce(Changes.merged(made))
        why, ids = self.tr("taken back"), [part.made for part in made]
        back = partial(self._all, ids, lambda number: self.journal.follow_ups.drop(number, why))
        self.said.emit(self.tr("%n case(s) got a follow-up", None, len(cases)), lambda: self._write(back))

    def _with_status(self, cases: Sequence[int], status: CaseStatus) -> list[int]:
        return [number for number in cases if self.journal.cases.get(number).status is status]

    def _all(self, numbers: Sequence[int], write: Callable[[int], Changes]) -> Changes:
        return Changes.merged([write(number) for number in numbers])

    def _write(self, call: Callable[[], Changes]) -> Changes | None:
        """Write all or nothing."""

        def together() -> Changes:
            with self.journal.transaction():
                return call()

        return self.write(together)
