"""Commands on follow-ups: add, done, no longer needed, snooze, explain."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from casebook.gui import texts, times
from casebook.gui.commands.base import Commands
from casebook.gui.dialogs.drop_dialog import DropDialog
from casebook.gui.dialogs.explain_dialog import ExplainDialog
from casebook.gui.dialogs.follow_up_dialog import FollowUpDialog, FollowUpDraft
from casebook.gui.dialogs.snooze_dialog import SnoozeDialog
from casebook.gui.feed import Feed
from casebook.gui.models import due_words
from casebook.guide import Guide
from casebook.guide.dates.moments import NextBusinessDay, follow_up_offers, snooze_offers
from casebook.journal.records import Firm
from casebook.journal.times import moment, system_zone

if TYPE_CHECKING:
    from casebook.journal import Journal


class FollowUpCommands(Commands):
    """Open the dialogs of follow-ups and write what they give back."""

    def __init__(self, journal: Journal, feed: Feed, window: QWidget, guide: Guide) -> None:
        super().__init__(journal, feed, window)
        self._guide = guide

    def add(self, case_id: int, contact_id: int | None = None) -> FollowUpDialog:
        """Open the dialog for a new follow-up of a case, the guide's suggestions first."""
        case = self.journal.cases.get(case_id)
        firm = self.journal.firms.get(case.firm_id)
        now, zone = self.journal.clock(), system_zone()
        dialog = FollowUpDialog(
            texts.joined(firm.name, case.number, case.title),
            self._guide,
            self._guide.suggest(firm, self.journal.contacts.of_case(case_id), now, zone),
            follow_up_offers(now, zone, business_days(firm)),
            moment(now, zone),
            parent=self.window,
        )
        dialog.on_save = lambda: self._add(case_id, contact_id, dialog.draft())
        dialog.open()
        return dialog

    def done(self, follow_up_id: int) -> None:
        """Answer a follow-up at once: it was done. What is said carries the way back."""
        title = due_words.follow_up_title(self.journal.follow_ups.get(follow_up_id), self._guide)
        if self.write(lambda: self.journal.follow_ups.done(follow_up_id)):
            self.said.emit(self.tr("Done: {what}").format(what=title), lambda: self._reopen(follow_up_id))

    def drop(self, follow_up_id: int) -> DropDialog:
        """Ask why a follow-up is no longer needed, and take it off."""
        title = due_words.follow_up_title(self.journal.follow_ups.get(follow_up_id), self._guide)
        dialog = DropDialog(title, parent=self.window)

        def save() -> None:
            self.feed.announce(self.journal.follow_ups.drop(follow_up_id, dialog.answer.text()))
            self.said.emit(self.tr("Taken off: {what}").format(what=title), lambda: self._reopen(follow_up_id))

        dialog.on_save = save
        dialog.open()
        return dialog

    def snooze(self, follow_up_id: int) -> SnoozeDialog:
        """Open the choice of times to put a follow-up off to."""
        follow_up = self.journal.follow_ups.get(follow_up_id)
        firm = self.journal.firms.get(self.journal.cases.get(follow_up.case_id).firm_id)
        now, zone = self.journal.clock(), system_zone()
        title = due_words.follow_up_title(follow_up, self._guide)

        def put_off(until: datetime) -> None:
            self.feed.announce(self.journal.follow_ups.snooze(follow_up_id, until))
            when = times.short_time(times.here(until), self.journal.clock())
            self.said.emit(self.tr("Snoozed until {when}").format(when=when), None)

        offers = snooze_offers(now, zone, business_days(firm))
        dialog = SnoozeDialog(title, offers, moment(now, zone), put_off, parent=self.window)
        dialog.open()
        return dialog

    def explain(self, follow_up_id: int) -> ExplainDialog:
        """Show how the date of a follow-up was found."""
        follow_up = self.journal.follow_ups.get(follow_up_id)
        title = due_words.follow_up_title(follow_up, self._guide)
        dialog = ExplainDialog(follow_up, title, due_words.explanation_of(follow_up), parent=self.window)
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

    def _reopen(self, follow_up_id: int) -> None:
        self.write(lambda: self.journal.follow_ups.reopen(follow_up_id))


def business_days(firm: Firm) -> NextBusinessDay:
    """Return how to find the next business day in the country of a firm."""

    def following(day: date) -> date:
        from casebook.guide.dates.calendar import WorkingDays

        days = WorkingDays(firm.country, firm.zone)
        day += timedelta(days=1)
        while days.off(day):
            day += timedelta(days=1)
        return day

    return following
