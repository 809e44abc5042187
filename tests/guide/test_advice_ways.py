"""Where to turn: what speaks for and against each way; and the files that the advice is read from."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from casebook import paths
from casebook.guide.advice import channels, ladder, way_words
from casebook.guide.advice.channels import Asked, Urgency, Way, advise
from casebook.guide.advice.way_words import About
from casebook.journal.errors import BadInput
from casebook.journal.planning import FirmChannel
from casebook.journal.records import Account
from casebook.journal.terms import Category, Channel, Direction
from tests.guide.makers import AT, contact, firm

GUIDES = paths.resources() / "guides"
FRIDAY = datetime(2026, 11, 20, 6, tzinfo=UTC)  # 14:00 in Singapore
PLAIN = FirmChannel(1, 1, Channel.CHAT, "", "App > Help", "", "", (), "", "", "2026-11-18", AT)
ASKED = Asked(firm(), Category.WITHDRAWAL, Urgency.DAYS, FRIDAY, "Asia/Shanghai")


def ways(*recorded: FirmChannel, **asked: object) -> dict[Channel, Way]:
    found = advise(channels.load(GUIDES / "ways.toml"), recorded, replace(ASKED, **asked))  # type: ignore[arg-type]
    return {way.channel: way for way in found}


def said(words: list[object], part: str, language: str = "en") -> bool:
    return any(part in each[language] for each in words)  # type: ignore[index]


def test_every_channel_but_other_has_its_words_and_source() -> None:
    found = channels.load(GUIDES / "ways.toml")
    assert {each.channel for each in found} == set(Channel) - {Channel.OTHER}
    for each in found:
        for words in (each.texts, each.needs, each.risks, each.sources):
            assert set(words) == {"en", "zh"}
        assert each.checked_on >= date(2026, 11, 20)
    for kind in Category:
        assert any(each.suits(kind) for each in found), kind


@pytest.mark.parametrize(
    ("category", "urgency", "best"),
    [
        (Category.ACCOUNT_SECURITY, Urgency.NOW, {Channel.CHAT}),
        (Category.FEES, Urgency.DAYS, {Channel.HELP_CENTRE}),
        (Category.WITHDRAWAL, Urgency.RECORD, {Channel.EMAIL, Channel.TICKET}),
        (Category.ACCOUNT_APPEAL, Urgency.RECORD, {Channel.EMAIL}),
        (Category.KYC, Urgency.RECORD, {Channel.EMAIL}),
    ],
)
def test_the_first_way_fits_problem_and_urgency(category: Category, urgency: Urgency, best: set[Channel]) -> None:
    assert next(iter(ways(category=category, urgency=urgency))) in best


def test_public_places_come_last_and_are_warned_of() -> None:
    found = ways()
    assert set(list(found)[-2:]) == {Channel.SOCIAL, Channel.FORUM}
    assert said(found[Channel.SOCIAL].againsts, "no personal or trade data")


def test_an_address_is_never_the_programs_own() -> None:
    found = ways(PLAIN)
    assert found[Channel.CHAT].known is PLAIN
    assert not said(found[Channel.CHAT].againsts, "not recorded")
    assert all(said(way.againsts, "not recorded") for channel, way in found.items() if channel is not Channel.CHAT)


def test_open_closed_unread_and_unknown_hours() -> None:
    at_work = replace(PLAIN, hours="Mon-Fri 09:00-18:00")
    assert said(ways(at_work)[Channel.CHAT].fors, "open now, until Fri 18:00")
    sunday = FRIDAY + timedelta(days=2)
    closed = ways(at_work, now=sunday)[Channel.CHAT]
    assert said(closed.againsts, "opens Mon 09:00")
    assert closed.score < ways(at_work)[Channel.CHAT].score
    urgent = {"urgency": Urgency.NOW, "now": sunday}
    assert ways(at_work, **urgent)[Channel.CHAT].score < ways(PLAIN, **urgent)[Channel.CHAT].score
    unread = ways(replace(PLAIN, hours="when we can"))[Channel.CHAT]
    assert (unread.unread, unread.state) == (True, None)
    assert said(unread.againsts, "“when we can”")
    assert ways(PLAIN)[Channel.CHAT].state is None
    new_york = replace(at_work, zone="America/New_York")
    assert said(ways(new_york)[Channel.CHAT].againsts, "opens Fri 09:00 there = 22:00 here")


def test_language_cost_topic_and_age() -> None:
    base = ways(PLAIN)[Channel.CHAT].score
    foreign = ways(replace(PLAIN, languages=("Deutsch",)))[Channel.CHAT]
    assert foreign.score < base
    assert said(foreign.againsts, "仅支持：Deutsch", "zh")
    assert ways(replace(PLAIN, languages=("中文（简体）",)), languages=frozenset({"zh"}))[Channel.CHAT].score > base
    assert said(ways(replace(PLAIN, cost="call to Singapore"))[Channel.CHAT].againsts, "costs: call to Singapore")
    assert not said(ways(replace(PLAIN, cost="免费"))[Channel.CHAT].againsts, "免费")
    assert ways(replace(PLAIN, topic="API only"))[Channel.CHAT].score < base
    assert ways(replace(PLAIN, topic="提币与充值"))[Channel.CHAT].score > base
    old = ways(replace(PLAIN, checked_on="2026-08-01"))[Channel.CHAT]
    assert old.stale
    assert said(old.againsts, "more than 90 days")


def test_what_was_tried_counts() -> None:
    sent = contact(1, "2026-11-19 10:00")
    assert said(ways(contacts=[sent])[Channel.EMAIL].againsts, "waits for an answer there")
    assert ways(contacts=[sent])[Channel.EMAIL].score < ways()[Channel.EMAIL].score
    answered = contact(2, "2026-11-19 11:00", Direction.IN, channel=Channel.CHAT, text="We look into it.")
    assert said(ways(contacts=[answered])[Channel.CHAT].fors, "answered there on Thu 19 Nov 2026")
    looked = contact(3, "2026-11-19 09:00", Direction.BOTH, channel=Channel.HELP_CENTRE)
    assert said(ways(contacts=[looked])[Channel.HELP_CENTRE].againsts, "looked up already")


def test_a_vip_desk_needs_a_tier_or_a_record() -> None:
    assert Channel.VIP not in ways()
    tier = Account(1, 1, "", "", "", "", (), "", "VIP 3", "2026-11-01", "", AT)
    assert Channel.VIP in ways(account=tier)
    assert Channel.VIP in ways(replace(PLAIN, channel=Channel.VIP))


def test_several_desks_of_a_channel_are_weighed_each() -> None:
    api = replace(PLAIN, id=2, channel=Channel.EMAIL, topic="API", place="api@kestrel.example")
    fiat = replace(PLAIN, id=3, channel=Channel.EMAIL, topic="fiat", place="fiat@kestrel.example")
    found = advise(channels.load(GUIDES / "ways.toml"), [api, fiat], ASKED)
    places = [way.known.place for way in found if way.channel is Channel.EMAIL and way.known]
    assert places == ["fiat@kestrel.example", "api@kestrel.example"]


@pytest.mark.parametrize(
    ("topic", "category", "meant"),
    [
        ("API", Category.API, About.THIS),
        ("rapid answers", Category.API, About.UNSURE),
        ("法币", Category.DEPOSIT, About.THIS),
        ("Deposits and withdrawals", Category.WITHDRAWAL, About.THIS),
        ("KYC", Category.WITHDRAWAL, About.OTHER),
        ("general support", Category.KYC, About.UNSURE),
    ],
)
def test_what_a_topic_means(topic: str, category: Category, meant: About) -> None:
    assert way_words.about(topic, category) is meant


def test_the_ladder_file_is_in_order_with_sources() -> None:
    steps = ladder.load(GUIDES / "ladder.toml")
    assert [step.id for step in steps][:5] == ["help-centre", "live", "written", "nudge", "resend"]
    for step in steps:
        for words in (step.texts, step.needs, step.costs, step.sources):
            assert all(words[language].strip() for language in ("en", "zh"))
    with pytest.raises(BadInput, match="has no step 'moon'"):
        ladder.find(steps, "moon")


@pytest.mark.parametrize(
    ("before", "after", "complaint"),
    [
        ("checked_on = 2026-11-22\n", "", "checked_on"),
        ('source.en = "', 'sources.en = "', "source"),
        ('speed = "at-once"', 'speed = "soon"', "speed is 'soon'"),
        ('fits = ["*"]', 'fits = ["everything"]', "fits"),
        ("[[way]]", "[[path]]", "only"),
        ('channel = "chat"', 'channel = "chat"\nhue = "red"', "unknown field hue"),
    ],
)
def test_a_file_at_fault_is_named(tmp_path: Path, before: str, after: str, complaint: str) -> None:
    text = (GUIDES / "ways.toml").read_text("utf-8")
    assert before in text
    file = tmp_path / "ways.toml"
    file.write_text(text.replace(before, after, 1), "utf-8")
    with pytest.raises(BadInput) as refused:
        channels.load(file)
    assert "ways.toml" in str(refused.value)
    assert complaint in str(refused.value)
