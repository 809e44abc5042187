"""Commands on what the guide suggests: make a follow-up of it, or see how its date was found."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from casebook.gui import times
from casebook.gui.commands.base import Commands
from casebook.gui.feed import Feed
from casebook.gui.models import due_words
from casebook.guide import Explanation, Guide, Suggestion
from casebook.journal.records import FollowUp
from casebook.journal.terms import FollowUpState
from casebook.journal.times import HowKnown, Moment, moment, system_zone

if TYPE_CHECKING:
    from casebook.gui.dialogs.explain_dialog import ExplainDialog
    from casebook.guide.advice.resend import ResendCheck
    from casebook.journal import Journal


class SuggestionCommands(Commands):
    """Take the guide's suggestions over."""

    def __init__(self, journal: Journal, feed: Feed, window: QWidget, guide: Guide) -> None:
        super().__init__(journal, feed, window)
        self._guide = guide

    def accept(self, case_id: int, found: Suggestion) -> None:
        """Make a follow-up of a suggestion, with its date, reason and explanation."""
        reason, counting = found.reason[due_words.language()], found.explanation.to_json()
        contact = found.contact_id
        if self.write(
            lambda: self.journal.follow_ups.add(
                case_id, found.due, reason, rule=found.rule, explanation=counting, contact_id=contact
            )
        ):
            when = times.short_time(times.here(found.due.utc), self.journal.clock())
            self.said.emit(self.tr("You will be reminded {when}").format(when=when), None)

    def explain(self, found: Suggestion) -> ExplainDialog:
        """Show how the date of a suggestion was found."""
        title = due_words.step(self._guide.rules[found.rule])
        return self._explain(title, found.rule, found.contact_id, found.due, found.reason, found.explanation)

    def explain_resend(self, check: ResendCheck) -> ExplainDialog | None:
        """Show how the day was found from which a message may be sent again."""
        if check.sent is None or check.limit is None:
            return None
        rule, due = check.limit.rule, moment(check.limit.due_at, system_zone(), known=HowKnown.UNKNOWN)
        title = due_words.step(self._guide.rules[rule])
        return self._explain(title, rule, check.sent.id, due, check.reasons, check.limit)

    def _explain(
        self,
        title: str,
        rule: str,
        contact_id: int,
        due: Moment,
        reason: Mapping[str, str],
        explanation: Explanation,
    ) -> ExplainDialog:
        from casebook.gui.dialogs.explain_dialog import ExplainDialog

        now = self.journal.clock()
        unsaved = FollowUp(
            id=0, case_id=0, contact_id=contact_id, promise_id=None, due=due,
            reason=reason[due_words.language()], rule=rule, explanation="", snoozed_until=None,
            shown_at=None, state=FollowUpState.OPEN, answered_at=None, answer="", recorded_at=now,
        )  # fmt: skip
        dialog = ExplainDialog(unsaved, title, explanation, parent=self.window)
        dialog.open()
        return dialog
