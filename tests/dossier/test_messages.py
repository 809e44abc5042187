"""Messages from a case: every kind, channel and language; nothing invented, nothing private in public, no way out."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebook import paths
from casebook.dossier.collect import Facts, collect
from casebook.dossier.messages import checks, compose, nearest
from casebook.dossier.messages.checks import Trouble, look
from casebook.dossier.messages.message import MAILED, PUBLIC, About, Message
from casebook.dossier.messages.templates import PLACE, Templates
from casebook.dossier.messages.values import known
from casebook.journal import Journal
from casebook.journal.planning import Template
from casebook.journal.terms import Category, Channel, Direction, LetterKind, ReferenceKind
from casebook.journal.times import parse
from tests.dossier import builder
from tests.dossier.conftest import TXID, ZONE, fill

RESOURCES = paths.resources()
SHIPPED = Templates(RESOURCES / "guides" / "messages")
EVERY = [(k, c, lang) for k in LetterKind for c in Channel if c is not Channel.HELP_CENTRE for lang in ("en", "zh")]
TONE = {Trouble.INSULT, Trouble.THREAT, Trouble.LOUD, Trouble.SECRET, Trouble.OWN_DATA, Trouble.PLACE}


def made(facts: Facts, kind: LetterKind, channel: Channel, language: str, **more: object) -> Message:
    """Make a message with the templates that are shipped."""
    templates = more.pop("templates", SHIPPED)
    return compose.make(facts, kind, channel, language, templates, resources=RESOURCES, **more)  # type: ignore[arg-type]


def rich(journal: Journal) -> Facts:
    """Return a case with everything that a message can tell."""
    case = fill(journal)
    account = journal.cases.get(case).account_id
    assert account is not None
    journal.accounts.edit(
        account,
        holder="Tomáš Dvořák\n1 Quay Street",
        user_name="tomas_d",
        phone="+65 8123 4567",
        callback="evenings, Singapore time",
        vip_tier="VIP 3",
        registered_on="2021-03-04",
        usual_ips="203.0.113.7",
    )
    journal.cases.edit(case, seen_on="Android app 5.2", steps="1. Withdraw 2. Confirm")
    journal.references.add(case, ReferenceKind.IP, "203.0.113.7")
    journal.references.add(case, ReferenceKind.ORDER, "88213")
    return collect(journal, case)


@pytest.fixture
def facts(journal: Journal) -> Facts:
    return rich(journal)


@pytest.fixture
def bare(journal: Journal) -> Facts:
    """A case of which nothing is recorded but its title."""
    return collect(journal, journal.cases.add(journal.firms.add("Orca").made, "Nothing yet").made)


@pytest.mark.parametrize(("kind", "channel", "language"), EVERY)
def test_what_is_missing_stands_in_brackets_and_nothing_else_is_open(
    facts: Facts, bare: Facts, kind: LetterKind, channel: Channel, language: str
) -> None:
    for case in (facts, bare):
        message = made(case, kind, channel, language)
        whole = message.subject + "\n" + message.text
        assert not PLACE.search(whole)
        assert "\n\n\n" not in message.text
        assert not re.search(r"[ \t]+$", message.text, re.MULTILINE)
        assert message.text.strip()
        assert all(missing.words in whole for missing in message.missing)
        doubts = look(
            message.subject, message.text, channel, known(case), folder=RESOURCES / "guides", blanks=SHIPPED.blanks()
        )
        assert not [d for d in doubts if d.trouble in TONE]
        blank = {d.what for d in doubts if d.trouble is Trouble.BLANK}
        literal = {b for b in SHIPPED.blanks() if b in SHIPPED.shipped(kind, channel, language).text}
        assert blank == {m.words for m in message.missing if m.words in whole} | literal
        assert bool(message.subject) == (channel in MAILED)


@pytest.mark.parametrize("kind", list(LetterKind))
@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("channel", sorted(PUBLIC))
def test_in_public_there_is_nothing_of_person_account_or_trade(
    facts: Facts, kind: LetterKind, language: str, channel: Channel
) -> None:
    greedy = " ".join(f"{{{name}}}" for name in SHIPPED.fields)
    lines = "\n".join(f"{name}: {{{name}}}" for name in SHIPPED.fields)
    own = Template(1, kind, str(channel), language, greedy, lines, facts.as_of)
    for templates in (SHIPPED, Templates(RESOURCES / "guides" / "messages", [own])):
        message = made(facts, kind, channel, language, templates=templates)
        text = message.subject + message.text
        for private in (
            *("Tomáš", "88120934", "tomas_d", "tomas@example.org", "8123", "evenings", "VIP 3", "2021", "203.0.113"),
            *("T-99812", TXID, "88213", "1250", "TRC-20", "Lily", "4471", "24 hours", "Release it", "photo", "2026"),
        ):
            assert private not in text, (private, text)
    assert {"uid", "ticket", "references"} <= set(message.withheld)


def test_a_first_message_holds_the_facts(facts: Facts) -> None:
    message = made(facts, LetterKind.FIRST, Channel.EMAIL, "en", attached=["withdrawal-screenshot.png"])
    for fact in (
        *("UID 88120934", "user name tomas_d", "tomas@example.org", "1250 USDT, network TRC-20", TXID, "88213"),
        *("T-99812", "Mon 16 Nov 2026 21:12 (UTC+08:00, Asia/Singapore; 2026-11-16 13:12 UTC)", "Android app 5.2"),
        *("1. Withdraw 2. Confirm", "Release it.", "withdrawal-screenshot.png", "Tomáš Dvořák", "VIP 3"),
    ):
        assert fact in message.text, fact
    assert "1 Quay" not in message.text
    assert "203.0.113.7" not in message.text  # only who lost an account is asked from where they log in
    assert "PRIVATE" not in message.text
    stolen = replace(facts, case=replace(facts.case, category=Category.ACCOUNT_SECURITY))
    told = made(stolen, LetterKind.FIRST, Channel.EMAIL, "zh").text
    assert "账户注册日期：2021-03-04" in told
    assert "常用登录 IP：203.0.113.7" in told


def test_a_broken_promise_is_quoted_with_who_when_and_by_when(facts: Facts) -> None:
    text = made(facts, LetterKind.PROMISE_BROKEN, Channel.EMAIL, "en").text
    assert "On Tue 17 Nov 2026 14:03 (UTC+08:00, Asia/Singapore; 2026-11-17 06:03 UTC) Lily (agent no. 4471)" in text
    assert "told me: “released within 24 hours”." in text
    assert "The time named for it was Wed 18 Nov 2026 14:03" in text
    assert "A photo of the card." in made(facts, LetterKind.SUPPLY, Channel.EMAIL, "en").text
    assert "Called the hotline." in made(facts, LetterKind.CALL_SUMMARY, Channel.EMAIL, "zh").text
    assert "- 未兑现的承诺：" in made(facts, LetterKind.COMPLAINT, Channel.EMAIL, "zh").text


def test_what_is_named_goes_before_what_lies_near(journal: Journal, facts: Facts) -> None:
    chat = next(c.id for c in facts.contacts if c.agent == "Lily")
    summary = made(facts, LetterKind.CALL_SUMMARY, Channel.EMAIL, "en", about=About(contact_id=chat))
    assert "I spoke with Lily (agent no. 4471) (Live chat)" in summary.text
    assert "It will be released within 24 hours." in summary.text
    assert summary.contact_id == chat
    other = journal.promises.add(facts.case.id, "an answer on Monday", agent="Bo").made
    again = collect(journal, facts.case.id)
    assert (
        "an answer on Monday"
        in made(again, LetterKind.PROMISE_BROKEN, Channel.CHAT, "en", about=About(promise_id=other)).text
    )


def test_the_whole_message_is_sent_again_not_the_question_about_it(journal: Journal) -> None:
    case = journal.cases.add(journal.firms.add("Orca").made, "Fee").made
    for at, subject, text in (
        ("2026-11-02 09:00", "Fee charged twice", "Here is everything."),
        ("2026-11-04 09:00", "Re: Fee charged twice", "Any news?"),
        ("2026-11-06 09:00", "回复：Re: Fee charged twice", "Still none?"),
    ):
        journal.contacts.log(
            case, channel=Channel.EMAIL, direction=Direction.OUT, happened=parse(at, ZONE), subject=subject, text=text
        )
    facts = collect(journal, case)
    again = made(facts, LetterKind.RESEND, Channel.EMAIL, "en")
    assert again.subject == "Fee charged twice (sent once already on 2 Nov 2026)"
    assert "Here is everything." in again.text
    assert "- asked about it since:\n  - Wed 4 Nov 2026 09:00" in again.text
    assert "Any news?" not in again.text
    nudge = made(facts, LetterKind.NUDGE, Channel.EMAIL, "en")
    assert nudge.subject == "Re: Fee charged twice"
    assert nudge.contact_id == facts.contacts[-1].id


@pytest.mark.parametrize(
    ("subject", "plain"),
    [
        ("Re: RE: 回复：Fee", "Fee"),
        ("Fee (sent once already on 2 Nov 2026)", "Fee"),
        ("Re: Fee (sent 2 times already, last on 2 Nov 2026)", "Fee"),
        ("费用（已发送过一次，2026年11月2日）", "费用"),
        ("费用（已发送过 3 次，最近一次 2026年11月2日）", "费用"),
        ("Fee (twice) on 2 Nov", "Fee (twice) on 2 Nov"),
        ("Report: Re-issue", "Report: Re-issue"),
        ("  two\n lines ", "two lines"),
        ("Re:", ""),
    ],
)
def test_subjects_are_taken_back_to_what_they_were(subject: str, plain: str) -> None:
    assert nearest.plain_subject(subject) == plain


@given(st.text(max_size=60), st.text(max_size=200))
def test_no_fact_breaks_out_of_its_place(title: str, claim: str) -> None:
    facts = builder.facts()
    facts = replace(facts, case=replace(facts.case, title=title, claim=claim))
    message = made(facts, LetterKind.FIRST, Channel.EMAIL, "zh")
    assert len(message.subject.splitlines()) <= 1
    assert claim.strip() in message.text or not claim.strip()
    assert "尊敬的" in message.text


@pytest.mark.parametrize(
    ("words", "trouble"),
    [
        ("You are idiots.", Trouble.INSULT),
        ("I will FIND you", Trouble.THREAT),
        ("你们是骗子", Trouble.INSULT),
        ("真是垃圾", Trouble.INSULT),
        ("走着瞧", Trouble.THREAT),
        ("ANSWER ME RIGHT NOW", Trouble.LOUD),
        ("Why???!!!", Trouble.LOUD),
    ],
)
def test_what_slows_the_case_down_is_pointed_at(words: str, trouble: Trouble) -> None:
    (doubt,) = [
        d for d in judged(f"Hello,\n{words}\nRegards") if d.trouble in (Trouble.INSULT, Trouble.THREAT, Trouble.LOUD)
    ]
    assert doubt.trouble is trouble
    assert f"Hello,\n{words}\nRegards"[doubt.start : doubt.end] == doubt.what


@pytest.mark.parametrize(
    "words",
    [
        "Hello, I said hello in Shelley's class.",
        "I looked into the spam folder (垃圾邮件) as well.",
        "请检查垃圾邮件文件夹，并向下滚动页面。",
        "A thief took my phone; a scammer (骗子) wrote to me.",
        "My order on MEXC: BTC/USDT, TRC20, KYC AML",
        "The funds are lying on hold.",
        "我将向监管机构投诉。 I shall complain to the regulator.",
    ],
)
def test_plain_words_are_left_alone(words: str) -> None:
    assert not [d for d in judged(words) if d.trouble in TONE]


def test_the_same_words_twice_are_noticed(facts: Facts) -> None:
    text = "Please tell me why my withdrawal of Monday is on hold, and by when it will be released."
    sent = builder.contact(99, parse("2026-11-20 09:00", ZONE), Channel.EMAIL, Direction.OUT, text)
    told = known(replace(facts, contacts=(*facts.contacts, sent)))
    found = look("x", f" {text.upper()}\n", Channel.EMAIL, told, folder=RESOURCES / "guides")
    assert Trouble.IDENTICAL in {d.trouble for d in found}
    other = look("x", text + " I wrote before.", Channel.EMAIL, told, folder=RESOURCES / "guides")
    assert Trouble.IDENTICAL not in {d.trouble for d in other}


def test_a_secret_is_named_by_kind_and_place_and_asks(facts: Facts) -> None:
    seed = "legal winner thank year wave sausage worth useful legal winner thank yellow"
    doubts = judged(f"Words: {seed}.\nTxID {TXID}", facts)
    (secret,) = [d for d in doubts if d.trouble is Trouble.SECRET]
    assert secret.what == "seed-phrase"
    assert checks.asking(doubts) == [secret]
    assert checks.asking(judged("password: hunter22x9", facts))
    assert checks.asking(
        look("My password is: hunter22x9", "x", Channel.EMAIL, known(facts), folder=RESOURCES / "guides")
    )
    public = look("", "My UID is 88120934", Channel.SOCIAL, known(facts), folder=RESOURCES / "guides")
    assert [d.what for d in checks.asking(public)] == ["88120934"]


def judged(text: str, facts: Facts | None = None) -> list[checks.Doubt]:
    """Look a mail over."""
    told = known(facts or builder.facts())
    return look("Order 1: refused", text, Channel.EMAIL, told, folder=RESOURCES / "guides")


def test_every_place_of_the_shipped_templates_is_known_and_explained() -> None:
    for kind, channel, language in EVERY:
        words = SHIPPED.shipped(kind, channel, language)
        assert not SHIPPED.unknown(words.subject, words.text)
        for place in PLACE.finditer(words.subject + words.text):
            field = SHIPPED.fields[place[1]]
            assert set(field.labels) == {"en", "zh"}
            assert place[2] or field.missing or field.public or field.name in ("attempts", "subject"), place[0]
    assert Path(RESOURCES / "guides" / "messages" / "fields.toml").exists()
