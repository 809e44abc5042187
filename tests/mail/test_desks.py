"""What support desks leave in their mails: a number, a key all mails of a request share; and nothing else is taken."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casebook import paths
from casebook.journal.errors import BadInput
from casebook.journal.incoming import Mark
from casebook.mail.filing import desks
from casebook.mail.message import headers
from tests.mail import samples
from tests.pace import within

ZENDESK = (b"X-Mailer: Zendesk Mailer", b"X-Zendesk-From-Account-Id: 0853c14")


def marks(
    *extra: bytes, subject: str = "Your request", text: str = "", html: str = "", **fields: bytes
) -> tuple[Mark, ...]:
    raw = samples.mail(b"", *extra, **fields)
    return desks.marks(headers.read(raw, 0, len(raw), lenient=True)[0], subject, text, html)


@pytest.mark.parametrize(
    ("found", "wanted"),
    [
        (
            marks(*ZENDESK, Message_ID=b"<L7VKGOM25K_65f1_22ab_sprut@zendesk.com>"),
            Mark("zendesk", "", "L7VKGOM25K", "0853c14"),
        ),
        (marks(*ZENDESK, text="Hi\n\n[L7VKGO-M25K]\n"), Mark("zendesk", "", "L7VKGOM25K", "0853c14")),
        (
            marks(*ZENDESK, b"Reply-To: support+idL7VKGO-M25K@firm.zendesk.com"),
            Mark("zendesk", "", "L7VKGOM25K", "0853c14"),
        ),
        (
            marks(*ZENDESK, b"Reply-To: <support+id407641@firm.zendesk.com>"),
            Mark("zendesk", "407641", "407641@firm.zendesk.com", "0853c14"),
        ),
        (marks(*ZENDESK, text="We got your request (23735)."), Mark("zendesk", "23735", "", "0853c14")),
        (
            marks(b"References: <a@b> <L7VKGOM25K_1_2_sprut@zendesk.com>"),
            Mark("zendesk", "", "L7VKGOM25K"),
        ),
        (
            marks(html='<span title="fd_tkt_identifier">1234:5678</span>', Message_ID=b"<x@email.freshdesk.com>"),
            Mark("freshdesk", "5678", "1234:5678", "1234"),
        ),
        (
            marks(b"X-SFDC-LK: 00D40", subject="Re: x [ ref:_00D407XSp._50033vj08w:ref ]"),
            Mark("salesforce", "", "50033vj08w", "00D407XSp"),
        ),
        (marks(b"X-SFDC-EntityId: 5003300000Abc12AAB"), Mark("salesforce", "", "5003300000Abc12")),
        (
            marks(b"X-Msg-Context: HS-1-113686-594602096-1628885653"),
            Mark("help-scout", "", "594602096", "113686"),
        ),
        (marks(b"In-Reply-To: <reply-62593-594602096-1628@helpscout.net>"), Mark("help-scout", "", "594602096")),
        (marks(b"X-JIRA-FingerPrint: 0a1b2c3d", subject="(ABC-123) x"), Mark("jira", "ABC-123", "", "0a1b2c3d")),
        (marks(subject="Re: [##12345##] x"), Mark("zoho-desk", "12345")),
        (marks(b"X-GORGIAS-TICKET-ID: 998877"), Mark("gorgias", "998877")),
        (marks(b"X-RT-Ticket: support.firm #123"), Mark("rt", "123", "support.firm #123", "support.firm")),
        (marks(subject="[Ticket#2024010112345678] x"), Mark("otrs", "2024010112345678")),
        (marks(subject="Re: Ticket #889911"), Mark("any", "889911")),
        (marks(text="Ihre Anfrage Nr.: 20-1177"), Mark("any", "20-1177")),
        (marks(text="您的工单号：T-99812 已受理"), Mark("any", "T-99812")),
        (marks(text="Case ID: AB-9912."), Mark("any", "AB-9912")),
    ],
)
def test_each_desks_mark_is_found(found: tuple[Mark, ...], wanted: Mark) -> None:
    assert found == (wanted,)


@pytest.mark.parametrize(
    "words",
    [
        "In case of 3 more, ask again at 14:03.",
        "RC5-64 and UTF-8 are no tickets (PC-133).",
        "The case: 12 of them. Request (soon).",
        "See https://example.org/ticket/12345 and mail ticket@12345.example",
        "> ticket: 77777 was quoted",
        "In this case 2026 was good; showcase #12345 is another word.",
        "",
    ],
)
def test_ordinary_words_hold_no_mark(words: str) -> None:
    subject = "" if words.startswith(">") else words
    assert marks(subject=subject, text=words) == marks(text=f"Hello\n{words}") == ()


def test_a_key_in_words_counts_only_in_what_the_desk_itself_sent() -> None:
    assert marks(text="Fwd.\n\n[L7VKGO-M25K]\n") == ()
    assert desks.keys(marks(subject="Fwd: x ref:_00D407XSp._50033vj08w:ref")) == ()
    assert desks.keys(marks(*ZENDESK, text="Hi\n[L7VKGO-M25K]")) == ("zendesk:L7VKGOM25K",)


def test_the_file_of_the_desks_is_whole_and_a_wrong_one_is_named(tmp_path: Path) -> None:
    known = desks.desks(paths.resources() / "mail" / "desks.toml")
    assert len(known.desks) >= 12
    assert known.name("zendesk") == "Zendesk"
    head = 'id = "x"\nname = "X"\nsource = "s"\nchecked_on = 2026-11-20\nsigns = []\nsigned_by = []\n'
    for number, (text, reason) in enumerate(
        [
            ("[[desk]]\n" + head.replace('name = "X"\n', ""), "fields name"),
            ("[[desk]]\n" + head + '[[desk.find]]\nin = "subject"\npattern = "("\n', "pattern"),
            ("[[desk]]\n" + head + '[[desk.find]]\nin = "subject"\npattern = "x"\n', "ticket, key or account"),
            ("[[desk]]\n" + head + '[[desk.find]]\nin = "text"\npattern = "(?P<key>x)"\n', "needle"),
            ("[[desk]]\n" + head + "[[desk]]\n" + head, "id of its own"),
            ("[[desk", "cannot be read"),
        ]
    ):
        file = tmp_path / f"{number}.toml"
        file.write_text(text)
        with pytest.raises(BadInput, match=reason):
            desks.desks(file)


@settings(max_examples=150)
@given(st.text(max_size=200), st.text(max_size=400), st.text(max_size=200))
def test_no_text_breaks_it(subject: str, text: str, html: str) -> None:
    for extra in ((), ZENDESK, (b"X-SFDC-LK: 1",), (b"X-JIRA-FingerPrint: 1",)):
        marks(*extra, subject=subject, text=text, html=html)


@pytest.mark.parametrize(
    "text",
    [
        "ticket: " * 200_000,
        "#" * 1_000_000,
        "[" * 1_000_000,
        "case (#1-" * 100_000,
        "[L7VKGO-M25K" * 80_000,
        ":1" * 500_000,
    ],
    ids=["labels", "hashes", "brackets", "halves", "tokens", "colons"],
)
def test_hostile_words_take_no_time(text: str) -> None:
    with within(0.5):
        marks(*ZENDESK, b"X-JIRA-FingerPrint: 1", subject=text[:2_000], text=text, html=text)
