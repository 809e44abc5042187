"""Outlook messages and winmail.dat, made by hand, read as the mails they are."""

import struct
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casebook.journal.terms import Automatic
from casebook.journal.times import Precision
from casebook.mail.outlook import lzfu, mapi, msg, reading, tnef
from tests.mail import samples
from tests.mail.outlook_files import SENT, Attached, Message, attribute, compound, packed_rtf
from tests.mail.outlook_files import msg as write_msg
from tests.mail.outlook_files import tnef as write_tnef
from tests.pace import within

HEADERS = (
    "Microsoft Mail Internet Headers Version 2.0\r\n"
    "Received: from mx.kestrel.example by mail.example.org; Fri, 20 Nov 2026 14:03:09 +0800\r\n"
    "From: =?utf-8?B?5a6i5pyN?= <Support@Kestrel.example>\r\n"
    "To: lin@example.org\r\n"
    "Subject: =?utf-8?B?5o+Q546w?=\r\n"
    "Date: Fri, 20 Nov 2026 14:03:00 +0800\r\n"
    "Message-ID: <out-1@kestrel.example>\r\n"
    "References: <k1@example.org>\r\n <k2@example.org>\r\n"
    "MIME-Version: 1.0\r\n"
    'Content-Type: multipart/mixed;\r\n boundary="gone"\r\n\r\n'
)
RECEIVED = {
    mapi.CLASS: "IPM.Note",
    mapi.SUBJECT: "提现",
    mapi.HEADERS: HEADERS,
    mapi.BODY: "您好，\r\n资料已转交。\r\n",
    mapi.SUBMITTED: SENT,
    mapi.FLAGS: 1,
}
SCREEN = {
    mapi.CONTENT: samples.png(),
    mapi.METHOD: 1,
    mapi.LONG_NAME: "提币截图.png",
    mapi.SHORT_NAME: "TIBI~1.PNG",
    mapi.MEDIA_TYPE: "image/png",
}


def test_a_received_message_keeps_its_headers_and_its_bytes() -> None:
    raw = write_msg(Message(RECEIVED, attachments=[Attached(SCREEN)]))
    mail = reading.read(raw, "a.msg")
    assert mail.raw is raw
    assert (mail.sender, mail.sender_name, mail.subject) == ("support@kestrel.example", "客服", "提现")
    assert (mail.message_id, mail.references) == ("out-1@kestrel.example", ("k1@example.org", "k2@example.org"))
    assert mail.sent
    assert mail.sent.rfc3339 == "2026-11-20T14:03:00+08:00"
    assert mail.text == "您好，\n资料已转交。"
    assert [(a.name, a.content) for a in mail.attachments] == [("提币截图.png", samples.png())]
    assert not mail.outgoing
    assert mail.problems == ()


def test_a_message_the_user_sent_has_no_headers_but_what_outlook_noted() -> None:
    values = {
        mapi.CLASS: "IPM.Note",
        mapi.SUBJECT: "Re: [T-99812] withdrawal",
        mapi.BODY: "Please confirm.",
        mapi.SUBMITTED: SENT,
        mapi.SENDER_NAMES[0]: "Lin, Wei",
        mapi.SENDER_SMTP[2]: "/O=EXAMPLE/OU=FIRST/CN=LIN",
        mapi.SENDER_SMTP[0]: "Lin@Example.org",
        mapi.MESSAGE_ID: "<sent-1@example.org>",
        mapi.IN_REPLY_TO: "<out-1@kestrel.example>",
        mapi.FLAGS: 0x21,
        mapi.CONVERSATION_INDEX: bytes(range(22)),
    }
    to = [
        {mapi.NAME: "客服", mapi.SMTP: "support@kestrel.example", mapi.ADDRESS: "/o=x", mapi.RECIPIENT_TYPE: 1},
        {mapi.NAME: "Boss", mapi.ADDRESS: "boss@kestrel.example", mapi.RECIPIENT_TYPE: 2},
    ]
    mail = reading.read(write_msg(Message(values, to)), "sent.msg")
    assert (mail.sender, mail.sender_name) == ("lin@example.org", "Lin, Wei")
    assert (mail.to, mail.cc) == (("support@kestrel.example",), ("boss@kestrel.example",))
    assert (mail.message_id, mail.in_reply_to) == ("sent-1@example.org", ("out-1@kestrel.example",))
    assert mail.sent
    assert mail.sent.utc == SENT
    assert mail.sent.precision is Precision.EXACT
    assert mail.date_header == ""
    assert mail.outgoing
    assert any("as Outlook noted them" in problem for problem in mail.problems)


@pytest.mark.parametrize(("page", "codec"), [(936, "gbk"), (950, "big5"), (932, "cp932"), (1251, "cp1251")])
def test_eight_bit_text_is_in_the_code_page_of_the_message(page: int, codec: str) -> None:
    words = {936: "您好，提现", 950: "您好，提現", 932: "出金について", 1251: "Здравствуйте"}[page]
    values = {mapi.SUBJECT: words, mapi.BODY: words, mapi.MESSAGE_CODE_PAGE: page, mapi.SENDER_SMTP[0]: "a@b.example"}
    for raw in (write_msg(Message(values, narrow=codec)), write_tnef(Message(values, narrow=codec), page)):
        mail = reading.read(raw, "x")
        assert (mail.subject, mail.text) == (words, words)


def test_html_is_in_the_internet_code_page_and_beats_question_marks() -> None:
    page = '<html><meta charset="utf-8"><p>您好</p></html>'.encode("gbk")
    values = {mapi.BODY: "????", mapi.HTML: page, mapi.INTERNET_CODE_PAGE: 936, mapi.MESSAGE_CODE_PAGE: 1252}
    assert reading.read(write_msg(Message(values, narrow="cp1252")), "x").text == "您好"


RTF = (
    rb"{\rtf1\ansi\ansicpg1252\fromhtml1 \deff0{\fonttbl{\f0\fswiss Arial;}{\f1\fnil\fcharset134 SimSun;}"
    rb"{\f2\fcharset238 Arial CE;}}{\colortbl\red0;}\uc1\pard\plain \f0\fs24 {\*\htmltag19 <html>}{\*\htmltag64 <p>}"
    rb"\htmlrtf {\f1 \htmlrtf0 \'c4\'fa\'ba\'c3{\*\htmltag84 &nbsp;}\htmlrtf \'a0\htmlrtf0 \htmlrtf }\htmlrtf0 "
    rb"{\f2 \'e8} \u20320?\u-10179?\u-8704?{\*\mhtmltag84 x}{\*\htmltag72 </p>}\htmlrtf \par\htmlrtf0 "
    rb"{\*\htmltag27 </html>}}"
)


@pytest.mark.parametrize("compressed", [True, False])
def test_html_comes_out_of_the_rtf(compressed: bool) -> None:
    mail = reading.read(write_msg(Message({mapi.RTF: packed_rtf(RTF, compressed=compressed)})), "x")
    assert mail.text == "您好 č 你😀"


def test_plain_rtf_is_read_as_text() -> None:
    rtf = rb"{\rtf1\ansi\deff0{\fonttbl{\f0 A;}{\f1\fcharset128 M;}}{\info{\title no}}"
    rtf += rb"a\tab b\par\f1\'83\'65\'83e\par{\*\x no}c}"
    mail = reading.read(write_msg(Message({mapi.RTF: packed_rtf(rtf)})), "x")
    assert mail.text == "a\tb\nテテ\nc"


def test_known_compressed_rtf() -> None:
    data = bytes.fromhex("1a0000001c0000004c5a4675e2d44b51410004205758595a0d6e7d010eb0")
    assert lzfu.unpack(data) == (b"{\\rtf1 WXYZWXYZWXYZWXYZWXYZ}", True)


def test_attached_messages_and_pictures_in_the_text() -> None:
    inner = Message({mapi.SUBJECT: "内部", mapi.BODY: "inner words", mapi.SENDER_SMTP[0]: "a@b.example"})
    picture = {**SCREEN, mapi.CONTENT_ID: "shot1", mapi.LONG_NAME: "shot.png"}
    message = Message(RECEIVED, attachments=[Attached(picture), Attached({mapi.METHOD: 5}, inner)])
    for raw in (write_msg(message), write_tnef(message)):
        mail = reading.read(raw, "x")
        assert [(a.name, a.media_type, a.inline) for a in mail.attachments] == [
            ("shot.png", "image/png", True),
            ("内部.eml", "message/rfc822", False),
        ]
        content = mail.attachments[1].content
        assert isinstance(content, bytes)
        from casebook.mail.message.parse import parse

        assert parse(content, "x").text == "inner words"
        assert any("written anew" in problem for problem in mail.problems)


def test_a_link_to_a_file_is_named_and_not_followed() -> None:
    linked = Attached({mapi.METHOD: 2, mapi.LONG_NAME: "secret.doc"})
    mail = reading.read(write_msg(Message(RECEIVED, attachments=[linked])), "x")
    assert mail.attachments == ()
    assert any("secret.doc is only a link" in problem for problem in mail.problems)


def test_a_clear_signed_message_is_read() -> None:
    signed = (
        b'Content-Type: multipart/signed; protocol="application/pkcs7-signature"; boundary=s\r\n\r\n'
        b"--s\r\nContent-Type: text/plain\r\n\r\nsigned words\r\n--s\r\n"
        b"Content-Type: application/pkcs7-signature; name=smime.p7s\r\nContent-Transfer-Encoding: base64\r\n"
        b"\r\nAAAA\r\n--s--\r\n"
    )
    values = {**RECEIVED, mapi.CLASS: "IPM.Note.SMIME.MultipartSigned", mapi.BODY: ""}
    mail = reading.read(write_msg(Message(values, attachments=[Attached({mapi.CONTENT: signed})])), "x")
    assert mail.text == "signed words"


def test_bounces_and_rules_are_told_as_what_they_are() -> None:
    bounce = {**RECEIVED, mapi.CLASS: "REPORT.IPM.Note.NDR"}
    assert reading.read(write_msg(Message(bounce)), "x").automatic is Automatic.BOUNCE
    away = {
        mapi.CLASS: "IPM.Note.Rules.OofTemplate.Microsoft",
        mapi.SUBJECT: "Away",
        mapi.SENDER_SMTP[0]: "a@b.example",
    }
    assert reading.read(write_msg(Message(away)), "x").automatic is Automatic.AUTO_REPLY


def test_line_ends_in_properties_make_no_headers() -> None:
    values = {mapi.SUBJECT: "a\r\nBcc: evil@b.example\r\n\r\nbody", mapi.SENDER_NAMES[0]: "x\r\nFrom: y@z.example"}
    mail = reading.read(write_msg(Message({**values, mapi.MESSAGE_ID: "<1@x>\r\nX: y"})), "x")
    assert mail.subject == "a Bcc: evil@b.example body"
    assert mail.sender == ""
    assert mail.text == ""


def test_large_streams_and_many_parts() -> None:
    big = bytes(range(256)) * 4_000
    parts = [Attached({mapi.CONTENT: big[n:], mapi.LONG_NAME: f"{n}.bin"}) for n in range(40)]
    raw = write_msg(Message(RECEIVED, attachments=parts[:6]))
    assert [a.content for a in reading.read(raw, "x").attachments] == [big[n:] for n in range(6)]


def test_winmail_dat_of_the_first_kind() -> None:
    old = {
        0x00018004: b"Old subject\0",
        0x00078008: b"IPM.Microsoft Mail.Note\0",
        0x0002800C: b"old words\0",
        0x00038005: struct.pack("<7H", 2026, 11, 20, 6, 3, 0, 5),
        0x00008000: struct.pack("<4H", 4, 0, 4, 20) + b"Lin\0" + b"SMTP:lin@example.org",
    }
    mail = reading.read(write_tnef(Message({}), old=old), "winmail.dat")
    assert (mail.subject, mail.text, mail.sender) == ("Old subject", "old words", "lin@example.org")
    assert mail.sent
    assert abs(mail.sent.utc - SENT) < timedelta(seconds=1)


def test_unpacking_what_hangs_on_a_mail() -> None:
    found = reading.unpack(write_tnef(Message(RECEIVED, attachments=[Attached(SCREEN)])))
    assert found
    assert found.text == "您好，\n资料已转交。\n"
    assert [(a.name, a.content, a.media_type) for a in found.attachments] == [
        ("提币截图.png", samples.png(), "image/png")
    ]
    assert reading.unpack(b"\x78\x9f\x3e\x22\x01\x00") is None
    assert reading.unpack(samples.png()) is None


def bomb(count: int, kind: int = 0x101F) -> bytes:
    data = struct.pack("<IHHI", 1, kind, 0x1000, count) + bytes(12)
    return b"\x78\x9f\x3e\x22\x01\x00" + attribute(1, 0x00069003, data)


HOSTILE = {
    "a count of four thousand million in 45 bytes": bomb(0xFFFFFFFF),
    "a count of 200,000 in 45 bytes": bomb(200_000, 0x1003),
    "a length beyond the end": b"\x78\x9f\x3e\x22\x01\x00\x01\x03\x90\x06\x00\xff\xff\xff\xff",
    "many attachments": b"\x78\x9f\x3e\x22\x01\x00" + attribute(2, 0x00069002, bytes(14)) * 40_000,
    "many recipients": b"\x78\x9f\x3e\x22\x01\x00"
    + attribute(1, 0x00069004, struct.pack("<I", 2**31) + bytes(400_000)),
    "a compound file of zeros": msg.SIGNATURE + bytes(100_000),
    "only a mark": msg.SIGNATURE + "__properties_version1.0".encode("utf-16-le"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_are_read_at_once_and_kept(name: str) -> None:
    with within(2):
        mail = reading.read(HOSTILE[name], name)
    assert mail.raw == HOSTILE[name]
    assert mail.problems


def test_many_headers_and_many_attachments_are_read_in_time() -> None:
    parts = [Attached({mapi.CONTENT: b"x" * 10, mapi.LONG_NAME: f"{n}.txt"}) for n in range(1_000)]
    many = write_msg(Message({mapi.SUBJECT: "s", mapi.HEADERS: "X: y\r\n" * 100_000}, attachments=parts))
    with within(8):  # a second or two on a machine that does nothing else
        mail = reading.read(many, "x")
    assert mail.subject == "s"
    assert len(mail.attachments) == 1_000


def test_messages_within_messages_end_somewhere() -> None:
    inner = b""
    for _ in range(50):
        values = struct.pack("<HHII", mapi.OBJECT, mapi.CONTENT, 1, 16 + len(inner)) + bytes(16) + inner
        inner = b"\x78\x9f\x3e\x22\x01\x00" + attribute(2, 0x00069005, struct.pack("<I", 1) + values + bytes(3))
    mail = reading.read(inner, "deep")
    assert any("too deeply" in problem for problem in mail.problems)


WHOLE = write_msg(Message(RECEIVED, attachments=[Attached(SCREEN), Attached({mapi.METHOD: 5}, Message(RECEIVED))]))
WINMAIL = write_tnef(Message({**RECEIVED, mapi.RTF: packed_rtf(RTF)}, attachments=[Attached(SCREEN)]))


@settings(max_examples=150)
@given(st.lists(st.tuples(st.integers(0, len(WHOLE) - 1), st.integers(0, 255)), max_size=40), st.booleans())
def test_damage_never_stops_the_reading(changes: list[tuple[int, int]], cut: bool) -> None:
    for whole in (WHOLE, WINMAIL):
        raw = bytearray(whole)
        for place, value in changes:
            raw[place % len(raw)] = value
        damaged = bytes(raw[: changes[0][0]] if cut and changes else raw)
        mail = reading.read(damaged, "x")
        assert mail.raw == damaged


@settings(max_examples=200)
@given(st.binary(max_size=400))
def test_any_bytes_behind_the_signature(data: bytes) -> None:
    tnef.read(tnef.SIGNATURE + data)
    lead = struct.pack("<II4sI", len(data), 2**32 - 1, b"LZFu", 0)
    assert len(lzfu.unpack(lead + data)[0]) <= 20 * len(data)


def test_what_is_an_outlook_message() -> None:
    assert msg.is_message(WHOLE)
    assert not msg.is_message(compound({"WordDocument": b"x" * 5_000}))
    assert reading.is_outlook(WINMAIL)
