"""The resend guard: 48 hours and three business days, on every weekday, over holidays, in several zones."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

import holidays
import pytest

from casebook import paths
from casebook.guide import Guide
from casebook.guide.advice import resend, spans
from casebook.guide.advice.courtesy import NoAnswer, no_answer
from casebook.guide.advice.resend import ResendCheck, Verdict
from casebook.journal.planning import FirmRule
from casebook.journal.records import Contact
from casebook.journal.terms import Automatic, Channel, Direction
from casebook.journal.times import Precision
from tests.guide.makers import AT, contact, firm

IN, OUT = Direction.IN, Direction.OUT
# Country, zone of the firm, and the part of the country whose holidays are kept there.
FIRMS = (("SG", "Asia/Singapore", None), ("GB", "Europe/London", "ENG"), ("US", "America/New_York", "NY"))
WEEKS = ("2026-11-16", "2026-12-21", "2026-02-13", "2026-04-01", "2026-10-29", "2026-03-26")
"""Mondays and thereabouts of a plain week, Christmas, Chinese New Year, Easter, and both changes of the clocks."""


@cache
def guide() -> Guide:
    return Guide.load(paths.resources() / "guides")


def check(
    *contacts: Contact,
    now: datetime,
    channel: Channel = Channel.EMAIL,
    country: str = "SG",
    zone: str = "Asia/Singapore",
    own: tuple[FirmRule, ...] = (),
) -> ResendCheck:
    return guide().resend_check(firm(country, zone), contacts, now, "Asia/Shanghai", channel=channel, firm_rules=own)


def third_business_day(sent: datetime, country: str, zone: str, part: str | None) -> datetime:
    """Return the limit by plain counting: same time on the third working day, its end after a start on a day off."""
    calendar = holidays.country_holidays(country, subdiv=part)
    there = sent.astimezone(ZoneInfo(zone))

    def works(day: datetime) -> bool:
        return day.weekday() < 5 and day.date() not in calendar

    day, left = there, 3
    while left:
        day += timedelta(days=1)  # wall-clock arithmetic: the zone stays, the hour too
        left -= works(day)
    if not works(there):
        day = day.replace(hour=0, minute=0, second=0) + timedelta(days=1)
    return max(day.replace(fold=fold).astimezone(UTC) for fold in (0, 1))


@pytest.mark.parametrize(("country", "zone", "part"), FIRMS)
@pytest.mark.parametrize("week", WEEKS)
@pytest.mark.parametrize("weekday", range(7))
@pytest.mark.parametrize("hour", ["00:30", "09:00", "23:15"])
def test_both_limits_to_the_second(
    country: str, zone: str, part: str | None, week: str, weekday: int, hour: str
) -> None:
    day = datetime.fromisoformat(week) + timedelta(days=weekday)
    sent = contact(1, f"{day:%Y-%m-%d} {hour}", zone=zone, subject="Withdrawal refused, T-99812")
    begun, second = sent.happened.utc, timedelta(seconds=1)
    nudge, limit = begun + timedelta(hours=48), third_business_day(begun, country, zone, part)
    ends = _ends(begun, limit, country, zone, part)
    expected = [(begun, Verdict.WAIT), (min(nudge, limit) - second, Verdict.WAIT)]
    if nudge < limit:
        expected += [(nudge, Verdict.NUDGE_FIRST), (limit - second, Verdict.NUDGE_FIRST)]
    expected += [(limit, Verdict.RESEND), (limit + timedelta(days=30), Verdict.RESEND)]
    for now, verdict in expected:
        found = check(sent, now=now, country=country, zone=zone)
        assert (found.verdict, found.sent, found.times) == (verdict, sent, 1), now
        assert found.limit is not None
        assert found.limit.due_at == limit
        assert found.warns is (verdict is not Verdict.RESEND)
        assert spans.days_left(found.limit, now) == sum(end > now for end in ends)


def _ends(begun: datetime, limit: datetime, country: str, zone: str, part: str | None) -> list[datetime]:
    """Return when each of the three days is over, by plain counting back from the limit."""
    calendar = holidays.country_holidays(country, subdiv=part)
    there, last = begun.astimezone(ZoneInfo(zone)), limit.astimezone(ZoneInfo(zone))
    shift = timedelta(days=1) if there.weekday() > 4 or there.date() in calendar else timedelta()
    found, day = [last], last - shift
    while len(found) < 3:
        day -= timedelta(days=1)
        if day.weekday() < 5 and day.date() not in calendar:
            found.append(day + shift)
    return found


def test_it_says_how_long_ago_what_is_left_and_what_a_duplicate_costs() -> None:
    sent = contact(1, "2026-11-18 18:10", subject="Withdrawal {refused}, 100%")
    early = check(sent, now=sent.happened.utc + timedelta(hours=26, minutes=59))
    assert early.reasons["en"].startswith(
        "Last sent 26 h ago (Wed 18 Nov 2026 18:10, “Withdrawal {refused}, 100%”), and nobody has answered yet."
    )
    assert "from Mon 23 Nov 2026 18:10 (2 business days left)" in early.reasons["en"]
    assert "from Fri 20 Nov 2026 18:10" in early.reasons["en"]
    assert "slows the case down" in early.reasons["en"]
    assert "上次发送是 26 小时前" in early.reasons["zh"]
    assert "还差 2 个工作日" in early.reasons["zh"]
    assert "重复发送会拖慢处理" in early.reasons["zh"]
    middle = check(sent, now=sent.happened.utc + timedelta(hours=50))
    assert "Ask politely for progress in the same place now" in middle.reasons["en"]
    assert "(1 business day left)" in middle.reasons["en"]
    assert early.brief["en"].startswith("Last sent 26 h ago, 2 business days left before it may go again; a duplicate")
    assert middle.brief["zh"] == "上次发送是 50 小时前：现在只宜催问进度，还差 1 个工作日方可整封重新发送。"
    late = check(sent, now=sent.happened.utc + timedelta(days=6))
    assert late.brief["en"].endswith("say in the subject that it was sent once already.")
    assert "you may send it again" in late.reasons["en"]
    assert "已发送过一次" in late.reasons["zh"]
    assert "slows" not in late.reasons["en"]


def test_what_stops_the_clock_frees_the_way_and_what_does_not_keeps_it() -> None:
    sent, now = contact(1, "2026-11-18 18:10"), datetime(2026, 11, 19, 12, tzinfo=UTC)
    noise = (
        contact(2, "2026-11-18 19:00", IN, text="We have your mail", automatic=Automatic.AUTO_REPLY),
        contact(3, "2026-11-18 19:01", IN, text="Undeliverable", automatic=Automatic.BOUNCE),
        contact(4, "2026-11-18 19:02", IN, channel=Channel.CHAT, text="How can I help?", bot=True),
        contact(5, "2026-11-18 19:03", IN, text="Thank you!"),
    )
    assert [no_answer(each) for each in (sent, *noise)] == [
        NoAnswer.OWN,
        NoAnswer.AUTO_REPLY,
        NoAnswer.BOUNCE,
        NoAnswer.BOT,
        NoAnswer.THANKS,
    ]
    assert check(sent, *noise, now=now).verdict is Verdict.WAIT
    answer = contact(6, "2026-11-18 20:00", IN, text="We need the TxID.")
    assert no_answer(answer) is None
    free = check(sent, *noise, answer, now=now)
    assert (free.verdict, free.sent, free.limit) == (Verdict.FREE, None, None)


def test_another_channel_is_free_but_names_what_waits() -> None:
    sent, now = contact(1, "2026-11-18 18:10"), datetime(2026, 11, 19, 12, tzinfo=UTC)
    found = check(sent, now=now, channel=Channel.TICKET)
    assert found.verdict is Verdict.FREE
    assert "The email of Wed 18 Nov 2026 still waits" in found.reasons["en"]
    assert "邮件" in found.reasons["zh"]
    phone = contact(2, "2026-11-18 19:10", channel=Channel.PHONE)
    assert "names no time to wait" in check(phone, now=now, channel=Channel.PHONE).reasons["en"]
    chat = contact(3, "2026-11-18 19:10", channel=Channel.CHAT)
    told = check(chat, now=chat.happened.utc + timedelta(hours=2), channel=Channel.CHAT)
    assert told.verdict is Verdict.NUDGE_FIRST
    assert told.limit is not None
    assert told.limit.rule == "chat-nudge"


def test_it_counts_from_the_last_of_several_and_says_how_often() -> None:
    first, second = contact(1, "2026-11-10 10:00"), contact(2, "2026-11-16 10:00")
    found = check(second, first, now=datetime(2026, 11, 17, 12, tzinfo=UTC))
    assert (found.sent, found.times, found.verdict) == (second, 2, Verdict.WAIT)
    assert "You have written 2 times" in found.reasons["en"]


def test_a_firms_own_figure_goes_before_the_guides() -> None:
    sent = contact(1, "2026-11-18 18:10")
    own = FirmRule(1, 1, "mail-resend", True, "calendar-days", 10, None, "its terms, section 4", AT)
    now = sent.happened.utc + timedelta(days=6)
    found = check(sent, now=now, own=(own,))
    assert found.verdict is Verdict.NUDGE_FIRST
    assert "(4 days left)" in found.reasons["en"]
    off = FirmRule(2, 1, "mail-nudge", False, "", None, None, "they never answer a nudge", AT)
    without = check(sent, now=sent.happened.utc + timedelta(hours=50), own=(off,))
    assert (without.verdict, without.nudge) == (Verdict.WAIT, None)


def test_a_day_without_its_hour_and_a_clock_that_was_set_back() -> None:
    sent = contact(1, "2026-11-18", precision=Precision.DATE)
    assert "(Wed 18 Nov 2026)" in check(sent, now=datetime(2026, 11, 19, 12, tzinfo=UTC)).reasons["en"]
    before = check(contact(1, "2026-11-18 18:10"), now=datetime(2026, 11, 18, 9, tzinfo=UTC))
    assert before.elapsed == timedelta()
    assert before.verdict is Verdict.WAIT


@pytest.mark.parametrize(
    ("subject", "says"),
    [
        ("Withdrawal refused (sent once already on 18 Nov)", True),
        ("[已发送过一次] 提币被拒", True),
        ("Already sent on Wednesday: withdrawal", True),
        ("Withdrawal refused, T-99812", False),
        ("I sent the money once", False),
        ("", False),
    ],
)
def test_a_subject_that_says_it_was_sent(subject: str, says: bool) -> None:
    assert resend.says_so(subject) is says
