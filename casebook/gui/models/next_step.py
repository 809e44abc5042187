"""The one thing to do next in a case: the follow-up that rings, else what the guide would do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from casebook.gui import texts
from casebook.gui.models import due_words
from casebook.gui.models.due_items import DueItem, Section
from casebook.guide import Action, Guide, Suggestion
from casebook.guide.advice.suggest import guides_own
from casebook.journal.records import FollowUp
from casebook.journal.terms import LetterKind


@dataclass(frozen=True, slots=True)
class NextStep:
    """What the banner shows. `follow_up_id` is 0 for a suggestion of the guide, which can be taken over instead."""

    heading: str
    reason: str
    follow_up_id: int = 0
    suggestion: Suggestion | None = None
    can_explain: bool = True
    urgent: bool = True


def find(
    follow_ups: Sequence[FollowUp], suggestions: Sequence[Suggestion], guide: Guide, now: datetime
) -> NextStep | None:
    """Return the follow-up that has rung longest, else the guide's suggestion whose time has come, else None."""
    ringing = sorted((f for f in follow_ups if f.rings_at <= now), key=lambda f: f.rings_at)
    if ringing:
        return _of_follow_up(ringing[0], guide, now)
    for suggestion in suggestions:
        if suggestion.due.utc <= now:
            reason = suggestion.reason[due_words.language()]
            return NextStep(_may(suggestion), reason, suggestion=suggestion, urgent=False)
    return None


def letter(step: NextStep) -> tuple[str, int]:
    """Return the kind of message a step asks for, and the contact it is about; empty and 0 where a follow-up says."""
    if step.suggestion is None:
        return "", 0
    resend = step.suggestion.action is Action.RESEND
    return str(LetterKind.RESEND if resend else LetterKind.NUDGE), step.suggestion.contact_id


def unasked(suggestions: Sequence[Suggestion], follow_ups: Sequence[FollowUp]) -> list[Suggestion]:
    """Return the suggestions that no follow-up, open or answered, was made of yet."""
    made = {(f.rule, f.contact_id) for f in follow_ups if f.rule}
    return [s for s in suggestions if (s.rule, s.contact_id) not in made]


def when(follow_up: FollowUp, now: datetime) -> str:
    """Return when a follow-up was or is due, with how late it is once it rings."""
    section = Section.TODAY if follow_up.rings_at <= now else Section.COMING
    return due_words.when(DueItem(section, follow_up.case_id, "", "", follow_up=follow_up), now)


def _of_follow_up(follow_up: FollowUp, guide: Guide, now: datetime) -> NextStep:
    why = due_words.reason(follow_up, guide)
    if not guides_own(follow_up.reason):
        why = due_words.why(DueItem(Section.TODAY, follow_up.case_id, "", "", follow_up=follow_up), guide)
    return NextStep(
        due_words.follow_up_title(follow_up, guide),
        texts.joined(texts.capital(when(follow_up, now)), why),
        follow_up.id,
    )


def _may(suggestion: Suggestion) -> str:
    if suggestion.action is Action.RESEND:
        return QCoreApplication.translate("NextStep", "You may send it again today.")
    return QCoreApplication.translate("NextStep", "You may ask again today.")
