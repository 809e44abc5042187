"""How a message leaves: the address for a mail program, the unsent mail, the recipient, and what follows from it."""

from __future__ import annotations

import email
import email.policy
from dataclasses import replace
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebook import paths
from casebook.dossier.messages import eml, mailto, recipients, sent
from casebook.dossier.messages.eml import Enclosure
from casebook.dossier.messages.message import About, Message, Source
from casebook.dossier.messages.prepare import Desk
from casebook.guide import Guide
from casebook.journal import Journal
from casebook.journal.errors import BadInput, CasebookError
from casebook.journal.records import Attachment
from casebook.journal.terms import Channel, Consent, Direction, FollowUpState, LetterKind, OfficialKind, RequestState
from casebook.journal.times import parse
from tests.dossier.conftest import ZONE, fill, picture

PLAIN = Message(
    LetterKind.FIRST, Channel.EMAIL, "en", "Order 1", "Hello.\n", "help@kestrel.example", "tomas@example.org"
)
POLICY = email.policy.default


def desk(journal: Journal, case: int) -> Desk:
    return Desk.of(journal, case, paths.resources(), "en")


@pytest.fixture
def guide() -> Guide:
    return Guide.load(paths.resources() / "guides")


@given(
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=80),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=400),
)
def test_a_mail_program_reads_the_address_back_word_for_word(subject: str, text: str) -> None:
    address = mailto.url("help@kestrel.example, fiat@kestrel.example", subject, text)
    assert address.isascii()
    assert not set(address) & set(' \r\n"<>')
    parts = urlsplit(address)
    assert unquote(parts.path) == "help@kestrel.example,fiat@kestrel.example"
    fields = {name: values[0] for name, values in parse_qs(parts.query.replace("+", "%2B")).items()}
    assert fields.get("subject", "") == subject
    assert fields.get("body", "").split("\r\n") == ("\r\n".join(text.rstrip().splitlines())).split("\r\n")


def test_chinese_reaches_the_limit_early() -> None:
    assert mailto.fits(mailto.url("a@b.example", "s", "请" * 200))
    assert not mailto.fits(mailto.url("a@b.example", "s", "请" * 230))
    assert mailto.fits(mailto.url("a@b.example", "s", "x" * 1900))


@pytest.mark.parametrize(
    "evil", ["a\r\nBcc: thief@evil.example", "a\nX-Y: 1", "a\x00\x0b\x85 b", "=?utf-8?q?x?=\r\n y"]
)
def test_no_value_makes_a_header_of_its_own(evil: str) -> None:
    message = replace(
        PLAIN, subject=evil, recipient=f"help@kestrel.example,{evil}", own_address=f"{evil}@x", in_reply_to=evil
    )
    raw = eml.to_bytes(message, [Enclosure(evil + ".png", "image/png", b"x")])
    mail = email.message_from_bytes(raw, policy=POLICY)
    assert mail["Bcc"] is None
    assert mail["X-Y"] is None
    assert mail["To"].addresses[0].addr_spec == "help@kestrel.example"
    assert {k.lower() for k in mail} <= {
        *("x-unsent", "from", "to", "subject", "in-reply-to", "references"),
        *("mime-version", "content-type", "content-transfer-encoding"),
    }


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=300), st.binary(max_size=200))
def test_the_unsent_mail_holds_words_and_files_to_the_byte(text: str, content: bytes) -> None:
    raw = eml.to_bytes(replace(PLAIN, text=f"{text}\n"), [Enclosure("截图 (1).png", "image/png", content)])
    mail = email.message_from_bytes(raw, policy=POLICY)
    body = mail.get_body(("plain",))
    assert body is not None
    assert body.get_content().replace("\r\n", "\n") == f"{text}\n"
    (part,) = mail.iter_attachments()
    assert (part.get_filename(), part.get_content()) == ("截图 (1).png", content)
    assert raw == eml.to_bytes(replace(PLAIN, text=f"{text}\n"), [Enclosure("截图 (1).png", "image/png", content)])
    assert (mail["X-Unsent"], mail["Date"], mail["Message-ID"]) == ("1", None, None)


def test_odd_kinds_of_files_go_as_plain_bytes() -> None:
    for kind in ("message/rfc822", "multipart/mixed", "nonsense", "", "image/"):
        mail = email.message_from_bytes(
            eml.to_bytes(PLAIN, [Enclosure("a.bin", kind, b"From: x\r\n\r\ny")]), policy=POLICY
        )
        (part,) = mail.iter_attachments()
        assert part.get_content_type() == "application/octet-stream"
        assert part.get_content() == b"From: x\r\n\r\ny"


def test_a_nudge_stays_in_its_thread_and_a_resend_begins_anew(journal: Journal) -> None:
    case = fill(journal)
    own = next(n for n in journal.mail.is_mail(c.id for c in journal.contacts.of_case(case)))
    nudge = desk(journal, case).message(journal, LetterKind.NUDGE, Channel.EMAIL, "en", About(contact_id=own))
    assert (nudge.in_reply_to, nudge.references) == ("m1@kestrel.example", ("m1@kestrel.example",))
    assert nudge.recipient == "support@kestrel.example"
    mail = email.message_from_bytes(eml.to_bytes(nudge), policy=POLICY)
    assert mail["In-Reply-To"] == "<m1@kestrel.example>"
    assert mail["References"] == "<m1@kestrel.example>"
    again = desk(journal, case).message(journal, LetterKind.RESEND, Channel.EMAIL, "en", About(contact_id=own))
    assert (again.in_reply_to, again.references) == ("", ())
    assert "- to: support@kestrel.example" in again.text


def test_recipients_come_from_what_is_recorded_and_look_alikes_are_doubted(journal: Journal) -> None:
    case = fill(journal)
    firm = journal.cases.get(case).firm_id
    journal.officials.add(firm, OfficialKind.ADDRESS, "support@kestrel.example", how="from the site")
    journal.firm_channels.add(firm, Channel.EMAIL, topic="fiat", place="fiat@kestrel.example", checked_on="2026-11-01")
    journal.firm_channels.add(firm, Channel.PHONE, place="+65 6123 0000")
    own = next(n for n in journal.mail.is_mail(c.id for c in journal.contacts.of_case(case)))
    found = (
        desk(journal, case).message(journal, LetterKind.NUDGE, Channel.EMAIL, "en", About(contact_id=own)).recipients
    )
    assert [(r.address, r.source) for r in found] == [
        ("support@kestrel.example", Source.THREAD),
        ("fiat@kestrel.example", Source.WAY),
    ]
    assert found[0].official
    assert (found[1].topic, found[1].checked_on, found[1].official) == ("fiat", "2026-11-01", False)
    assert desk(journal, case).message(journal, LetterKind.NUDGE, Channel.PHONE, "en").recipient == "+65 6123 0000"
    assert recipients.judge(journal, firm, Channel.EMAIL, "support@kestre1.example").doubtful
    assert recipients.judge(journal, firm, Channel.EMAIL, "SUPPORT@kestrel.example").official


def test_what_is_sealed_or_without_consent_stays_here(journal: Journal) -> None:
    case = fill(journal)
    for name, media, content in (("call.mp3", "audio/mpeg", b"sound"), ("shot.png", "image/png", picture())):
        journal.contacts.log(
            case, channel=Channel.OTHER, direction=Direction.OUT, happened=parse("2026-11-19 09:00", ZONE),
            attachments=[Attachment(name, content, media)],
        )  # fmt: skip
    at = desk(journal, case)
    call = next(e for e in at.facts.exhibits if e.name == "call.mp3")
    shot = next(e for e in at.facts.exhibits if e.name == "shot.png")
    first = at.message(journal, LetterKind.FIRST, Channel.EMAIL, "en")
    assert shot.id in first.exhibits
    assert call.id not in first.exhibits
    assert next(o for o in at.offered("en") if o.id == call.id).kept_back
    with pytest.raises(BadInput, match="cannot go with a message"):
        at.enclosures(journal, replace(first, exhibits=(call.id,)))
    journal.exhibits.edit(call.id, consent=Consent.YES)
    (enclosed,) = desk(journal, case).enclosures(journal, replace(first, exhibits=(call.id,)))
    assert enclosed.content == b"sound"
    with pytest.raises(BadInput, match="is not of this case"):
        at.enclosures(journal, replace(first, exhibits=(999,)))


def test_sending_is_recorded_whole_or_not_at_all(journal: Journal, guide: Guide) -> None:
    case = fill(journal)
    before = len(journal.contacts.of_case(case)), journal.exports.head().number
    waiting = journal.follow_ups.of_case(case, open_only=True)[0].id
    message = replace(PLAIN, about=About(follow_up_id=waiting))
    broken = Guide({})  # without rules there is no next step
    with pytest.raises(CasebookError):
        sent.log(
            journal,
            guide,
            case,
            replace(message, channel=Channel.PHONE),
            parse("2026-11-20 09:00", ZONE),
            zone=ZONE,
            language="en",
        )
    with pytest.raises(KeyError):
        sent.log(journal, guide, case, message, parse("2026-11-20 15:00", ZONE), zone=ZONE, language="xx")
    assert (len(journal.contacts.of_case(case)), journal.exports.head().number) == before
    assert journal.follow_ups.get(waiting).state is FollowUpState.OPEN
    made = sent.log(journal, broken, case, message, parse("2026-11-20 15:00", ZONE), zone=ZONE, language="zh")
    assert (made.next, made.answered) == (None, (waiting,))


def test_supplying_names_the_exhibits_that_went_and_marks_the_request(journal: Journal, guide: Guide) -> None:
    case = fill(journal)
    shot = journal.exhibits.of_case(case)[0]
    message = desk(journal, case).message(journal, LetterKind.SUPPLY, Channel.EMAIL, "en", None, [shot.id])
    assert "- " not in message.text.partition("Attached: ")[2].partition("\n")[0]
    made = sent.log(journal, guide, case, message, parse("2026-11-20 15:00", ZONE), zone=ZONE, language="zh")
    contact = journal.contacts.get(made.contact_id)
    assert contact.details.enclosed == (shot.label,)
    assert contact.details.own_address == "tomas@example.org"
    (request,) = journal.requests.of_case(case)
    assert (request.state, request.supplied_contact_id) == (RequestState.SUPPLIED, contact.id)
    assert made.next is not None
    following = journal.follow_ups.get(made.next)
    assert (following.rule, following.contact_id) == ("mail-nudge", contact.id)
    assert "尚无回复" in following.reason


def test_an_unsent_mail_is_never_written_into_the_casebook(journal: Journal, tmp_path: Path) -> None:
    with pytest.raises(CasebookError):
        eml.write(PLAIN, [], journal.folder / "files" / "x.eml", book=journal.folder)
    out = eml.write(PLAIN, [], tmp_path / "x.eml", book=journal.folder)
    with pytest.raises(BadInput, match="there already"):
        eml.write(PLAIN, [], out, book=journal.folder)
    eml.write(replace(PLAIN, text="Other.\n"), [], out, book=journal.folder, replace=True)
    assert b"Other." in out.read_bytes()
