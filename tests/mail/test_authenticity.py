"""What a mail itself shows of its sender: signatures with a stored key, its server's word, the firm's code."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casebook.journal.fingerprints import fingerprint
from casebook.journal.incoming import PhishingCode
from casebook.journal.terms import DkimResult
from casebook.mail.authenticity import codes, looking_up, signatures
from casebook.mail.authenticity.codes import CodeState, Unclear
from casebook.mail.authenticity.results import said
from casebook.mail.message import tree
from tests.conftest import finished
from tests.guide.senders import NOW
from tests.mail.name_server import DOMAIN, NAME, ed25519_signed, mail, rsa_keys, serving, signed
from tests.mail.samples import multipart
from tests.pace import within

KEYS = rsa_keys()
SIGNED = signed(KEYS)


def check(raw: bytes, record: str = KEYS.record) -> signatures.Outcome:
    return signatures.check(raw, signatures.signatures(raw)[0], record)


def look_up(raw: bytes, address: str) -> looking_up.NewDkimCheck:
    return finished(looking_up.look_up(raw, address, lambda: NOW))[0]


def test_a_signature_holds_with_the_stored_key_and_not_after_one_byte() -> None:
    assert check(SIGNED).result is DkimResult.PASS
    for old, new in ((b"under review", b"under revieW"), (b"Your withdrawal\r\nDate", b"Your withdrawaI\r\nDate")):
        assert check(SIGNED.replace(old, new, 1)).result is DkimResult.FAIL
    assert "body" in check(SIGNED.replace(b"review", b"reviev")).detail
    assert check(SIGNED, rsa_keys().record).result is DkimResult.FAIL


@pytest.mark.parametrize(
    "as_kept",
    [
        lambda raw: raw.replace(b"\r\n", b"\n"),
        lambda raw: b"From lin@example.org Fri Nov 20 14:00:00 2026\r\n" + raw,
        lambda raw: b"\xef\xbb\xbf" + raw,
        lambda raw: b"Received: from a by b; Fri, 20 Nov 2026 06:03:02 +0000\r\nX-GM-THRID: 12\r\n" + raw,
    ],
)
def test_it_holds_however_the_mail_was_kept(as_kept) -> None:
    assert check(as_kept(SIGNED)).result is DkimResult.PASS


def test_it_holds_in_a_mailbox_file_that_quotes_from_lines() -> None:
    raw = signed(KEYS, mail("Hello\nFrom now on it is open.\n>From here too"))
    assert check(raw).result is DkimResult.PASS
    quoted = re.sub(rb"(?m)^(>*From )", rb">\1", raw)
    assert check(quoted).result is DkimResult.PASS


def test_what_a_pass_leaves_open_is_said() -> None:
    part = signed(KEYS, length=True)
    assert check(part + b"Pay here.\r\n").result is DkimResult.PASS
    assert "only the first" in check(part).detail
    bare = signed(KEYS, include_headers=[b"from", b"date"])
    assert check(bare).detail == "the subject is not signed"
    assert check(bare.replace(b"[T-99812]", b"[T-00000]")).result is DkimResult.PASS


def test_keys_of_the_newer_kind_are_checked_as_well() -> None:
    raw, record = ed25519_signed()
    assert check(raw, record).result is DkimResult.PASS
    assert check(raw.replace(b"T-99812", b"T-00000"), record).result is DkimResult.FAIL
    assert check(raw, record.split("p=", 1)[0] + "p=AAAA").result is DkimResult.UNREADABLE


def test_an_old_signature_may_say_that_it_has_run_out() -> None:
    raw, record = ed25519_signed(tags=b"t=999999999; x=1000000000; ")
    assert signatures.signatures(raw)[0].expires is not None
    found = check(raw, record)
    assert (found.result, "valid until 2001-09-09 01:46 UTC" in found.detail) == (DkimResult.PASS, True)


@pytest.mark.parametrize("record", ["", "v=DKIM1; p=", "v=spf1 -all", "v=DKIM1; k=rsa; p=", "hello"])
def test_no_key_is_not_a_failure_of_the_mail(record: str) -> None:
    assert check(SIGNED, record).result is DkimResult.NO_KEY


@pytest.mark.parametrize(
    "header",
    [
        b"v=1; a=rsa-sha256",
        b"v=1; a=md5; d=x.example; s=y; h=from; bh=AAAA; b=AAAA",
        b"v=1; a=rsa-sha256; d=x example; s=y; h=from; bh=AAAA; b=AAAA",
        b"v=1; a=rsa-sha256; d=x.example; s=../y; h=from; bh=AAAA; b=AAAA",
        b"\xff\xfe;;;===",
        b"v=1; a=rsa-sha256; d=x.example; s=y; c=odd/odd; h=from; bh=AAAA; b=AAAA",
    ],
)
def test_a_broken_signature_is_unreadable_and_never_a_crash(header: bytes) -> None:
    raw = b"DKIM-Signature: " + header + b"\r\n" + mail()
    assert check(raw).result is DkimResult.UNREADABLE
    assert looking_up.names(raw) in {(), ("y._domainkey.x.example",)}


@settings(max_examples=200)
@given(st.binary(max_size=300), st.text(max_size=200))
def test_any_bytes_and_any_record_get_an_answer(noise: bytes, record: str) -> None:
    for raw in (noise, b"DKIM-Signature: " + noise + b"\r\n\r\n" + noise, noise + SIGNED, SIGNED[: len(noise)]):
        for one in signatures.signatures(raw):
            assert signatures.check(raw, one, record).result in DkimResult
        said(tree.read(raw).headers)


def test_a_mail_of_many_signatures_and_a_long_body_takes_no_long_time() -> None:
    raw = SIGNED.split(b"\r\nFrom:", 1)[0] + b"\r\n"
    body = mail("x" * 60 + " \n" * 200_000)
    with within(3):
        assert len(signatures.signatures(raw * 2_000 + body)) == signatures.MOST
        check(signed(KEYS, body))


def test_the_look_up_keeps_key_answer_server_and_time() -> None:
    with serving({NAME: [KEYS.record]}) as server:
        found = look_up(SIGNED, server.address)
    assert (found.result, found.domain, found.key_record) == (DkimResult.PASS, DOMAIN, KEYS.record)
    assert (found.server, found.fetched_at) == ("127.0.0.1", NOW)
    assert "TXT" in found.answer


def test_missing_and_changed_keys_have_words_of_their_own() -> None:
    with serving() as server:
        assert look_up(SIGNED, server.address).result is DkimResult.NO_KEY
        assert look_up(mail(), server.address).result is DkimResult.UNSIGNED
    with serving({NAME: [rsa_keys().record]}) as server:
        assert look_up(SIGNED, server.address).result is DkimResult.FAIL
    with serving({NAME: ["v=spf1 -all", KEYS.record]}) as server:  # a stray record beside it
        assert look_up(SIGNED, server.address).result is DkimResult.PASS


def test_a_server_that_fails_or_is_silent_says_nothing_of_the_mail(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(looking_up, "_SECONDS", 1.0)
    for how in ({"refuse": True}, {"silent": True}):
        with serving({NAME: [KEYS.record]}, **how) as server, pytest.raises(looking_up.NoAnswer):
            look_up(SIGNED, server.address)


TOP = b"Received: from out.kestrel.example by mx1.in.provider.example with ESMTPS; Fri, 20 Nov 2026 06:03:02 +0000\r\n"
OURS = (
    b"Authentication-Results: mx.provider.example;\r\n\tdkim=pass (2048-bit key; secure) header.d=kestrel.example;"
    b' spf=pass smtp.mailfrom="bounce@kestrel.example"; dmarc=pass (p=REJECT) header.from=kestrel.example\r\n'
)


def test_the_word_of_the_server_that_took_the_mail_in_is_told_from_others() -> None:
    forged = b"Authentication-Results: mx.provider.example; dmarc=pass header.from=kestrel.example\r\n"
    real, other = said(tree.read(TOP + OURS + b"Received: from a by b.test; x\r\n" + mail()).headers), None
    assert [(r.method, r.result, r.about) for r in real[0].results] == [
        ("dkim", "pass", "kestrel.example"),
        ("spf", "pass", "kestrel.example"),
        ("dmarc", "pass", "kestrel.example"),
    ]
    assert real[0].taken_in
    other = said(tree.read(TOP + forged.replace(b"mx.provider", b"mx.elsewhere") + mail()).headers)
    assert not other[0].taken_in
    assert not said(tree.read(forged + mail()).headers)[0].taken_in  # no server says that it took it in
    assert said(tree.read(mail()).headers) == ()
    silent = b"Authentication-Results: spf=fail smtp.mailfrom=x.test; dkim=none\r\n"
    unnamed = said(tree.read(TOP + silent + mail()).headers)[0]
    assert (unnamed.server, unnamed.taken_in) == ("mx1.in.provider.example", True)


def code(until: str = "", since: str = "2026-01-01", number: int = 1, word: str = "Blue-Heron-7") -> PhishingCode:
    salt = "ab" * 16
    return PhishingCode(number, 1, salt, fingerprint(word, salt), len(word), since, until, NOW)


def look(raw: bytes, *known: PhishingCode, day: date = date(2026, 11, 20), firm: int | None = 1) -> codes.CodeCheck:
    return codes.check(known or (code(),), codes.shown(tree.read(raw)), day, firm)


def html(words: str) -> bytes:
    line, body = multipart(
        b"alternative",
        b"Content-Type: text/plain\n\nDear customer",
        b"Content-Type: text/html; charset=utf-8\n\n" + f"<p>{words}</p>".encode(),
    )
    return b"From: a@kestrel.example\n" + line + b"\n\n" + body


@pytest.mark.parametrize(
    ("raw", "state", "unclear"),
    [
        (mail("Code: Blue-Heron-7"), CodeState.PRESENT, Unclear.NO),
        (mail("No code here"), CodeState.ABSENT, Unclear.NO),
        (html("Code: <b>Blue</b>-Heron-7"), CodeState.PRESENT, Unclear.NO),
        (html("Code: Blue-&#72;eron-7"), CodeState.PRESENT, Unclear.NO),
        (html("nothing"), CodeState.ABSENT, Unclear.NO),
        (html("<img src='https://x.test/code.png'>"), CodeState.CANNOT_TELL, Unclear.PICTURES),
        (b"From: a@b.test\nContent-Type: multipart/encrypted; boundary=x\n\n--x\n\na\n--x--\n", CodeState.CANNOT_TELL,
         Unclear.ENCRYPTED),
    ],
)  # fmt: skip
def test_a_code_is_present_absent_or_can_not_be_told(raw: bytes, state: CodeState, unclear: Unclear) -> None:
    found = look(raw)
    assert (found.state, found.unclear) == (state, unclear)


def test_an_old_code_is_old_only_after_its_end() -> None:
    earlier, now = code(until="2026-06-01"), code(number=2, since="2026-06-01", word="Grey-Goose-9")
    raw = mail("Code: Blue-Heron-7")
    assert look(raw, earlier, now).state is CodeState.OLD
    assert look(raw, earlier, now, day=date(2026, 3, 1)).state is CodeState.PRESENT
    assert look(mail("Code: Grey-Goose-9"), earlier, now).state is CodeState.PRESENT
    before = look(mail("none"), code(since="2026-12-01"))
    assert (before.state, before.unclear) == (CodeState.CANNOT_TELL, Unclear.BEFORE)


def test_without_a_firm_only_a_code_that_is_there_tells_anything() -> None:
    assert look(mail("Code: Blue-Heron-7"), firm=None).state is CodeState.PRESENT
    assert look(mail("none"), firm=None).state is CodeState.NOT_SET
    assert look(mail("Code: Blue-Heron-7"), firm=2).state is CodeState.NOT_SET


def test_a_long_mail_is_searched_in_a_moment() -> None:
    raw = mail("lorem ipsum dolor sit amet " * 40_000)
    with within(1):
        assert look(raw).unclear is Unclear.TOO_LONG
