"""Short makers of the values that the guide reads."""

from __future__ import annotations

from datetime import UTC, date, datetime

from casebook.guide.dates.rules import Action, Pause, Rule, Start, Unit
from casebook.journal.records import Contact, Exhibit, Firm
from casebook.journal.terms import Automatic, Channel, Direction, FirmKind
from casebook.journal.times import Precision, parse

AT = datetime(2026, 11, 20, tzinfo=UTC)


def firm(country: str = "SG", zone: str = "Asia/Singapore") -> Firm:
    return Firm(1, "Kestrel", FirmKind.EXCHANGE, country, zone, "", AT)


def contact(
    number: int,
    when: str,
    direction: Direction = Direction.OUT,
    *,
    channel: Channel = Channel.EMAIL,
    zone: str = "Asia/Singapore",
    text: str = "Where is my withdrawal?",
    subject: str = "",
    agent: str = "",
    automatic: Automatic = Automatic.NO,
    bot: bool | None = None,
    exhibits: tuple[Exhibit, ...] = (),
    precision: Precision = Precision.EXACT,
) -> Contact:
    return Contact(
        id=number,
        case_id=1,
        channel=channel,
        direction=direction,
        happened=parse(when, zone, precision),
        agent=agent,
        agent_id="",
        bot=bot,
        platform="",
        subject=subject,
        text=text,
        outcome="",
        automatic=automatic,
        tickets=(),
        exhibits=exhibits,
        amended=False,
        recorded_at=AT,
    )


def rule(unit: Unit, not_before: int, *, not_after: int | None = None, pauses: tuple[Pause, ...] = ()) -> Rule:
    return Rule(
        id="test-rule",
        channel=Channel.EMAIL,
        action=Action.RESEND,
        start=Start.MESSAGE_SENT,
        unit=unit,
        not_before=not_before,
        not_after=not_after,
        pauses=pauses,
        texts={"en": "Wait.", "zh": "等待。"},
        sources={"en": "A test.", "zh": "测试。"},
        checked_on=date(2026, 11, 20),
    )
