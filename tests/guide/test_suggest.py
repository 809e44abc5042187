"""What is suggested after an outgoing message, and when nothing is."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from casebook import paths
from casebook.guide import Guide
from casebook.guide.advice.courtesy import bare_thanks
from casebook.guide.advice.suggest import guides_own
from casebook.journal.records import Exhibit, StoredFile
from casebook.journal.terms import Automatic, Channel, Direction, ExhibitSource
from casebook.journal.times import Precision
from tests.guide.makers import AT, contact, firm

NOW = datetime(2026, 11, 18, 12, tzinfo=UTC)
IN, OUT, BOTH = Direction.IN, Direction.OUT, Direction.BOTH


@pytest.fixture(scope="module")
def guide() -> Guide:
    return Guide.load(paths.resources() / "guides")


def rules(guide: Guide, *contacts: object, now: datetime = NOW) -> list[str]:
    return [s.rule for s in guide.suggest(firm(), list(contacts), now, "Asia/Shanghai")]  # type: ignore[arg-type]


def test_a_mail_is_nudged_at_48_hours_and_resent_after_three_business_days(guide: Guide) -> None:
    sent = contact(7, "2026-11-18 18:10", subject="Withdrawal on hold")
    nudge, resend = guide.suggest(firm(), [sent], NOW, "Asia/Shanghai")
    assert (nudge.action, nudge.due.rfc3339, nudge.contact_id) == ("nudge", "2026-11-20T18:10:00+08:00", 7)
    assert (resend.action, resend.due.rfc3339) == ("resend", "2026-11-23T18:10:00+08:00")
    assert nudge.due.zone == "Asia/Shanghai"
    assert nudge.explanation.due_at == nudge.due.utc
    assert "“Withdrawal on hold” of Wed 18 Nov 2026" in nudge.reason["en"]
    assert "邮件“Withdrawal on hold”" in resend.reason["zh"]
    assert "已发送过一次" in resend.reason["zh"]


def test_a_step_that_is_overtaken_is_left_out(guide: Guide) -> None:
    sent = contact(1, "2026-11-18 18:10")
    assert rules(guide, sent) == ["mail-nudge", "mail-resend"]
    assert rules(guide, sent, now=NOW + timedelta(days=3)) == ["mail-nudge", "mail-resend"]
    assert rules(guide, sent, now=NOW + timedelta(days=10)) == ["mail-resend"]


def test_an_answer_by_a_person_ends_the_wait(guide: Guide) -> None:
    sent = contact(1, "2026-11-18 18:10")
    for answer in (
        contact(2, "2026-11-18 19:00", IN, text="We look into it."),
        contact(2, "2026-11-18 19:00", BOTH, channel=Channel.CHAT, text="Thanks"),
        contact(2, "2026-11-18 19:00", IN, channel=Channel.PHONE, text=""),
        contact(2, "2026-11-18 19:00", IN, text="Thanks, please send the TxID."),
    ):
        assert rules(guide, sent, answer) == []
    assert rules(guide, contact(2, "2026-11-18 17:00", IN, text="Ok?"), sent) == ["mail-nudge", "mail-resend"]


def test_what_does_not_answer(guide: Guide) -> None:
    sent = contact(1, "2026-11-18 18:10")
    for noise in (
        contact(2, "2026-11-18 19:00", IN, text="We got your mail 4471", automatic=Automatic.AUTO_REPLY),
        contact(2, "2026-11-18 19:00", IN, text="Undeliverable", automatic=Automatic.BOUNCE),
        contact(2, "2026-11-18 19:00", IN, channel=Channel.CHAT, text="How can I help?", bot=True),
        contact(2, "2026-11-18 19:00", IN, text="Thank you for your message.\n\nKind regards,\nLily", agent="Lily"),
        contact(2, "2026-11-18 19:00", IN, text="收到，谢谢！"),
    ):
        assert rules(guide, sent, noise) == ["mail-nudge", "mail-resend"]


def test_the_last_message_counts_and_a_thanks_of_ones_own_does_not(guide: Guide) -> None:
    first, second = contact(1, "2026-11-16 10:00"), contact(2, "2026-11-18 10:00")
    found = guide.suggest(firm(), [second, first], NOW, "Asia/Singapore")
    assert {s.contact_id for s in found} == {2}
    answer = contact(3, "2026-11-18 11:00", IN, text="It is paid.")
    thanks = contact(4, "2026-11-18 12:00", OUT, text="Thank you very much!")
    assert rules(guide, first, second, answer, thanks) == []


def test_after_asking_comes_sending_again_and_after_that_the_step_up(guide: Guide) -> None:
    first = contact(1, "2026-11-16 10:00", subject="Withdrawal refused, T-99812")
    asked = contact(2, "2026-11-18 18:10", subject="Re: Withdrawal refused, T-99812")
    assert rules(guide, first, asked) == ["mail-resend"]
    other = contact(2, "2026-11-18 18:10", subject="A second withdrawal")
    assert rules(guide, first, other) == ["mail-nudge", "mail-resend"]
    again = contact(3, "2026-11-20 18:10", subject="Withdrawal refused, T-99812 (sent once already)")
    nudge, upwards = guide.suggest(firm(), [first, asked, again], NOW, "Asia/Shanghai")
    assert (nudge.rule, upwards.rule, upwards.contact_id) == ("mail-nudge", "mail-resend", 3)
    assert "next step of the ladder" in upwards.reason["en"]
    assert "不要第三次发送" in upwards.reason["zh"]
    assert not guides_own(upwards.reason["en"])
    assert guides_own(nudge.reason["zh"])


def test_a_channel_without_a_rule_falls_back_to_the_message_before(guide: Guide) -> None:
    mail, call = contact(1, "2026-11-16 10:00"), contact(2, "2026-11-18 10:00", channel=Channel.PHONE)
    assert rules(guide, mail, call) == ["mail-nudge", "mail-resend"]
    assert rules(guide, call) == []
    assert rules(guide) == []


def test_chat_is_shorter_and_a_ticket_like_mail(guide: Guide) -> None:
    (chat,) = guide.suggest(firm(), [contact(1, "2026-11-18 19:00", channel=Channel.CHAT)], NOW, "Asia/Singapore")
    assert (chat.rule, chat.due.rfc3339) == ("chat-nudge", "2026-11-18T20:00:00+08:00")
    assert rules(guide, contact(1, "2026-11-18 19:00", channel=Channel.TICKET)) == ["ticket-nudge", "ticket-resend"]


def test_an_answer_of_the_same_day_without_a_time(guide: Guide) -> None:
    sent = contact(1, "2026-11-18 18:10")
    later = contact(2, "2026-11-18", IN, text="We look into it.", precision=Precision.DATE)
    assert rules(guide, sent, later) == []
    assert rules(guide, contact(3, "2026-11-18 18:10"), later) == ["mail-nudge", "mail-resend"]


def test_a_firm_without_zone_is_counted_in_the_users_and_says_so(guide: Guide) -> None:
    found = guide.suggest(firm("", ""), [contact(1, "2026-11-18 18:10")], NOW, "Asia/Shanghai")
    assert found[1].explanation.zone == "Asia/Shanghai"
    assert "in yours (Asia/Shanghai)" in found[1].explanation.sentence("en")
    assert "country is not recorded" in found[1].explanation.sentence("en")


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("Thanks", True),
        ("thank you!!", True),
        ("Dear Sir,\nThank you for your patience.\nBest regards\nKestrel", False),
        ("Noted with thanks.", True),
        ("Thanks for your mail.\n\nOn Wed, 18 Nov 2026 at 18:10, you wrote:\n> my withdrawal 12 is on hold", True),
        ("谢谢", True),
        ("感谢您的耐心等待，祝您生活愉快！", True),
        ("尊敬的用户，您好！感谢您的来信，我们已收到。", True),
        ("谢谢，已为您退款。", False),
        ("Thanks, your withdrawal was released.", False),
        ("Thanks! T-4471", False),
        ("OK", False),
        ("", False),
        ("请提供交易哈希，谢谢。", False),
        ("Thank you. " * 60, False),
    ],
)
def test_a_bare_thanks(text: str, bare: bool) -> None:
    assert bare_thanks(contact(1, "2026-11-18 18:10", IN, text=text)) is bare


def test_thanks_with_an_attachment_is_an_answer() -> None:
    exhibit = Exhibit(1, 1, 1, 1, "a.pdf", "", ExhibitSource.MAIL, False, "", None, StoredFile("0" * 64, 1), AT)
    assert not bare_thanks(contact(1, "2026-11-18 18:10", IN, text="Thanks", exhibits=(exhibit,)))


def test_ten_thousand_contacts_are_quick(guide: Guide) -> None:
    many = [contact(n, f"2026-11-{1 + n % 17:02d} 10:00", OUT if n % 2 else IN) for n in range(1, 10_001)]
    began = datetime.now(UTC)
    assert rules(guide, *many, contact(10_001, "2026-11-18 18:10")) == ["mail-nudge", "mail-resend"]
    assert datetime.now(UTC) - began < timedelta(seconds=3)
