"""Commands on follow-ups: add, done, no longer needed, snooze, another day, explain; most for several at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from casebook.gui import texts, times
from casebook.gui.commands.base import Commands
from casebook.gui.feed import Feed
from casebook.gui.models import due_words
from casebook.gui.widgets.cases.due_delegate import DueAction
from casebook.guide import Guide
from casebook.guide.dates.moments import business_days, follow_up_offers, snooze_offers
from casebook.journal import Changes
from casebook.journal.records import Firm
from casebook.journal.times import Moment, moment, system_zone

if TYPE_CHECKING:
    from casebook.gui.dialogs.change_dialog import ChangeDialog
    from casebook.gui.dialogs.drop_dialog import DropDialog
    from casebook.gui.dialogs.explain_dialog import ExplainDialog
    from casebook.gui.dialogs.follow_up_dialog import FollowUpDialog, FollowUpDraft
    from casebook.gui.dialogs.snooze_dialog import SnoozeDialog
    from casebook.journal import Journal


class FollowUpCommands(Commands):
    """Open the dialogs of follow-ups and write what they give back."""

    def __init__(self, journal: Journal, feed: Feed, window: QWidget, guide: Guide) -> None:
        super().__init__(journal, feed, window)
        self._guide = guide

    def add(self, case_id: int, contact_id: int | None = None) -> FollowUpDialog:
        """Open the dialog for a new follow-up of a case, the guide's suggestions first."""
        from casebook.gui.dialogs.follow_up_dialog import FollowUpDialog

        case = self.journal.cases.get(case_id)
        firm = self.journal.firms.get(case.firm_id)
        now, zone, own = self.journal.clock(), system_zone(), self.journal.firm_rules.of_firm(case.firm_id)
        dialog = FollowUpDialog(
            texts.joined(firm.name, case.number, case.title),
            self._guide,
            self._guide.suggest(firm, self.journal.contacts.of_case(case_id), now, zone, own),
            follow_up_offers(now, zone, business_days(firm)),
            moment(now, zone),
            parent=self.window,
        )
        dialog.on_save = lambda: self._add(case_id, contact_id, dialog.draft())
        dialog.open()
        return dialog

    def answer_many(self, action: DueAction, follow_up_ids: Sequence[int]) -> None:
        """Do the same with several follow-ups."""
        answers: dict[DueAction, Callable[[Sequence[int]], object]] = {
            DueAction.DONE: self.done,
            DueAction.SNOOZE: self.snooze,
            DueAction.CHANGE: self.change,
            DueAction.DROP: self.drop,
        }
        answers[action](follow_up_ids)

    def done(self, which: int | Sequence[int]) -> None:
        """Answer follow-ups at once: they were done. What is said carries the way back."""
        ids, title = _numbers(which), self._title(which)
        if self.write(lambda: self._all(ids, self.journal.follow_ups.done)):
            self.said.emit(self.tr("Done: {what}").format(what=title), lambda: self._reopen(ids))

    def drop(self, which: int | Sequence[int]) -> DropDialog:
        """Ask why follow-ups are no longer needed, and take them off."""
        from casebook.gui.dialogs.drop_dialog import DropDialog

        ids, title = _numbers(which), self._title(which)
        dialog = DropDialog(title, parent=self.window)

        def save() -> None:
            why = dialog.answer.text()
            self.feed.announce(self._all(ids, lambda number: self.journal.follow_ups.drop(number, why)))
            self.said.emit(self.tr("Taken off: {what}").format(what=title), lambda: self._reopen(ids))

        dialog.on_save = save
        dialog.open()
        return dialog

    def snooze(self, which: int | Sequence[int]) -> SnoozeDialog:
        """Open the choice of times to put follow-ups off to."""
        from casebook.gui.dialogs.snooze_dialog import SnoozeDialog

        ids = _numbers(which)
        before = {number: self.journal.follow_ups.get(number).snoozed_until for number in ids}
        now, zone = self.journal.clock(), system_zone()

        def put_off(until: datetime) -> None:
            self.feed.announce(self._all(ids, lambda number: self.journal.follow_ups.snooze(number, until)))
            when = times.short_time(times.here(until), self.journal.clock())
            self.said.emit(self.tr("Snoozed until {when}").format(when=when), lambda: self._wake(before))

        offers = snooze_offers(now, zone, business_days(self._firm_of(ids[0])))
        dialog = SnoozeDialog(self._title(which), offers, moment(now, zone), put_off, parent=self.window)
        dialog.open()
        return dialog

    def change(self, which: int | Sequence[int]) -> ChangeDialog:
        """Open the dialog that gives follow-ups another date, and asks why."""
        from casebook.gui.dialogs.change_dialog import ChangeDialog

        ids = _numbers(which)
        before = {number: self.journal.follow_ups.get(number).due for number in ids}
        latest, now = max(before.values(), key=lambda due: due.utc), self.journal.clock()
        dialog = ChangeDialog(self._title(which), latest, now, system_zone(), parent=self.window)

        def save() -> None:
            due, why = dialog.due.moment(), dialog.why.text()
            if due is None:
                return
            move = self.journal.follow_ups.reschedule
            self.feed.announce(self._all(ids, lambda number: move(number, due, why)))
            when = times.short_moment(due, self.journal.clock())
            self.said.emit(self.tr("Moved to {when}").format(when=when), lambda: self._move_back(before))

        dialog.on_save = save
        dialog.open()
        return dialog

    def explain(self, follow_up_id: int) -> ExplainDialog:
        """Show how the date of a follow-up was found."""
        from casebook.gui.dialogs.explain_dialog import ExplainDialog

        follow_up = self.journal.follow_ups.get(follow_up_id)
        title = due_words.follow_up_title(follow_up, self._guide)
        moves = self.journal.follow_ups.moves(follow_up_id)
        follow_up = replace(follow_up, reason=due_words.reason(follow_up, self._guide))
        dialog = ExplainDialog(follow_up, title, due_words.explanation_of(follow_up), moves, parent=self.window)
        dialog.open()
        return dialog

    def _add(self, case_id: int, contact_id: int | None, draft: FollowUpDraft | None) -> None:
        if draft is None:
            return
        found = draft.suggestion
        self.feed.announce(
            self.journal.follow_ups.add(
                case_id,
                draft.due,
                draft.reason,
                rule=found.rule if found else "",
                explanation=found.explanation.to_json() if found else "",
                contact_id=found.contact_id if found else contact_id,
            )
        )

    def _reopen(self, ids: Sequence[int]) -> None:
        self.write(lambda: self._all(ids, self.journal.follow_ups.reopen))

    def _wake(self, before: Mapping[int, datetime | None]) -> None:
        """Take a snooze back; one that stood before stands again, unless it is over."""

        def back(number: int) -> Changes:
            until = before[number]
            if until and until > self.journal.clock():
                return self.journal.follow_ups.snooze(number, until)
            return self.journal.follow_ups.wake(number)

        self.write(lambda: self._all(list(before), back))

    def _move_back(self, before: Mapping[int, Moment]) -> None:
        back = self.tr("taken back")
        self.write(
            lambda: self._all(
                list(before), lambda number: self.journal.follow_ups.reschedule(number, before[number], back)
            )
        )

    def _all(self, ids: Sequence[int], write: Callable[[int], Changes]) -> Changes:
        """Write to each, all of them or none."""
        with self.journal.transaction():
            return Changes.merged([write(number) for number in ids])

    def _title(self, which: int | Sequence[int]) -> str:
        """Return what a follow-up asks for; of several, how many they are."""
        ids = _numbers(which)
        if len(ids) > 1:
            return self.tr("%n follow-up(s)", None, len(ids))
        return due_words.follow_up_title(self.journal.follow_ups.get(ids[0]), self._guide)

    def _firm_of(self, follow_up_id: int) -> Firm:
        case = self.journal.cases.get(self.journal.follow_ups.get(follow_up_id).case_id)
        return self.journal.firms.get(case.firm_id)


def _numbers(which: int | Sequence[int]) -> list[int]:
    return [which] if isinstance(which, int) else list(which)
