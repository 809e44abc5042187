"""What reminders say: made in one language, read in the other, and the user's own words left alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from itertools import product

import pytest

from casebook import paths
from casebook.guide import Guide
from casebook.guide.reminder_words import PROMISED, SUPPLY, reason_in
from casebook.journal.records import FollowUp
from casebook.journal.terms import Channel, FollowUpState
from tests.guide.makers import AT, contact, firm

GUIDE = Guide.load(paths.resources() / "guides")
LATER = datetime(2026, 12, 24, tzinfo=UTC)


def reminder(reason: str, *, rule: str = "", promise: int | None = None, request: int | None = None) -> FollowUp:
    sent = contact(1, "2026-11-18 18:10").happened
    return FollowUp(
        id=1, case_id=1, contact_id=1, promise_id=promise, due=sent, reason=reason, rule=rule, explanation="",
        snoozed_until=None, shown_at=None, state=FollowUpState.OPEN, answered_at=None, answer="", recorded_at=AT,
        request_id=request,
    )  # fmt: skip


@pytest.mark.parametrize(
    "subject", ["", "Withdrawal “on hold” of Mon 2 Nov 2026", "提币 of 2026年1月2日（周五）的邮件"]
)
@pytest.mark.parametrize("again", ["", "(sent once already) "])
def test_each_step_of_the_guide_reads_the_same_both_ways(subject: str, again: str) -> None:
    looked_at = 0
    for channel, day in product((Channel.EMAIL, Channel.CHAT, Channel.TICKET), ("2026-11-18", "2026-02-03")):
        sent = contact(7, f"{day} 18:10", channel=channel, subject=(again + subject).strip())
        for step in GUIDE.suggest(firm(), [sent], sent.happened.utc, "Asia/Shanghai"):
            for made, wanted in product(("en", "zh"), repeat=2):
                assert (
                    reason_in(wanted, reminder(step.reason[made], rule=step.rule), GUIDE.rules) == step.reason[wanted]
                )
                looked_at += 1
    assert looked_at >= 3 * 2 * 4


def test_promises_and_requests_are_told_and_own_words_are_left_alone() -> None:
    said = "Within 48 hours”. Kept or broken? “Sure"
    for made in PROMISED.values():
        kept = reminder(made.format(words=said), promise=3)
        assert reason_in("zh", kept, GUIDE.rules) == PROMISED["zh"].format(words=said)
        assert reason_in("en", kept, GUIDE.rules) == PROMISED["en"].format(words=said)
        assert reason_in("en", replace(kept, promise_id=None), GUIDE.rules) == kept.reason
    for template in (*SUPPLY.values(), "在 {by} 前提供：“{words}”"):
        kept = reminder(template.format(words="ID, held {up}", by="2026-11-23"), request=4)
        assert reason_in("en", kept, GUIDE.rules) == "Supply “ID, held {up}” by 2026-11-23"
    for own in ("Call Tom", "No answer to the email of yesterday: ask politely for progress, in the same place."):
        for kept in (reminder(own, promise=1), reminder(own, request=1), reminder(own, rule="mail-nudge")):
            assert reason_in("zh", kept, GUIDE.rules) == own
