"""Headers as real mail has them: where they end, addresses, ids, file names, dates."""

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casebook.journal.times import HowKnown, Precision
from casebook.mail.message import addresses, dates, headers, names
from casebook.mail.message.addresses import Address
from tests.pace import within


@pytest.mark.parametrize(
    "raw",
    [
        b"Subject: x\nTo: a@b\n\nbody",
        b"\xef\xbb\xbfSubject: x\nTo: a@b\n\nbody",
        b"\r\n\r\nSubject: x\r\nTo: a@b\r\n\r\nbody",
        b" Subject: x\nTo: a@b\n\nbody",
        b"From x@y Fri Nov 20 14:03:00 2026\nSubject: x\nTo: a@b\n\nbody",
        b">From x@y Fri Nov 20 14:03:00 2026\nSubject: x\nTo: a@b\n\nbody",
        b"Subject: x\nTo: a@b\n \t \nbody",
        b"Subject: x\nTo: a@b\nbody",
        b"Subject : x\nT\xc3\xb6 : y\nTo: a@b\n\nbody",
    ],
)
def test_headers_end_where_they_end(raw: bytes) -> None:
    found, body = headers.read(raw, 0, len(raw), lenient=True)
    assert (found.text("subject"), found.text("to"), raw[body:].strip()) == ("x", "a@b", b"body")


@pytest.mark.parametrize(
    ("raw", "address"),
    [
        (b'"Lin, Wei" <Lin@Example.ORG>', Address("lin@example.org", "Lin, Wei")),
        (b"Name ,_<a@b.com>", Address("a@b.com", "Name ,_")),
        (b'"support@kestrel.example <x@y>" <real@c.d>', Address("real@c.d", "support@kestrel.example <x@y>")),
        (b"=?utf-8?q?Support_=3Cx=40y.z=3E?=", Address("x@y.z", "Support")),
        (b'Foo "Bar <x@y.z>', Address("x@y.z", 'Foo "Bar')),
        (b"a@b.c (Foo Bar)", Address("a@b.c", "Foo Bar")),
        (b"<@relay,@other:u@h>", Address("u@h")),
        ("林 <lin@e.org>".encode("gbk"), Address("lin@e.org", "林")),
        (b"=?gbk?B?v823/g==?= <kf@x.cn>", Address("kf@x.cn", "客服")),
        (b"no address at all", Address("", "no address at all")),
        (b"", Address("")),
    ],
)
def test_the_sender_is_what_stands_in_brackets(raw: bytes, address: Address) -> None:
    assert addresses.sender(raw, "gbk" if raw[:1] > b"\x80" else "") == address


def test_recipients_in_every_style() -> None:
    raw = b'"A, B" <a@x>, b@x (B), team: c@x, <d@x>;, undisclosed-recipients:;,\r\n =?utf-8?q?E?= <e@x>'
    assert [each.email for each in addresses.recipients(raw)] == ["a@x", "b@x", "c@x", "d@x", "e@x"]


def test_ids_are_read_by_their_brackets() -> None:
    assert addresses.message_ids(b"<a@b>,<c\r\n d@e> <a@b>") == ("a@b", "cd@e")
    assert addresses.message_ids(b"a@b c@d") == ("a@b", "c@d")
    long = addresses.message_ids(b" ".join(b"<%d@x>" % n for n in range(20_000)))
    assert (len(long), long[0], long[-1]) == (201, "0@x", "19999@x")


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        (b"attachment; filename*=utf-8''%E4%B8%AD%E6%96%87.pdf", "中文.pdf"),
        (b"attachment; filename*0*=gbk''%D6%D0; filename*1*=%CE%C4; filename*2=.pdf", "中文.pdf"),
        (b"attachment; filename*1*=%CE%C4.pdf; filename*0*=gbk''%D6%D0", "中文.pdf"),
        (b"attachment; filename*0=long-; filename*1=name.pdf", "long-name.pdf"),
        (b"attachment; filename=\"utf-8''%E4%B8%AD%E6%96%87.pdf\"", "中文.pdf"),
        (b'attachment; filename="=?gbk?B?1tDOxA==?=.pdf"', "中文.pdf"),
        (b'attachment; filename="%E4%B8%AD%E6%96%87.pdf"', "中文.pdf"),
        ('attachment; filename="中文.pdf"'.encode(), "中文.pdf"),
        ('attachment; filename="中文件.pdf"'.encode("gbk"), "中文件.pdf"),
        (b'attachment; filename="a;b.pdf"; size=1', "a;b.pdf"),
        (b'attachment; filename="a"b.pdf"; size=1', 'a"b.pdf'),
        (b'attachment; filename="a\\"b.pdf"; size=1', 'a"b.pdf'),
        (b"attachment; filename=two words.pdf", "two words.pdf"),
        (b'attachment; filename="unclosed.pdf', "unclosed.pdf"),
        (b"attachment; filename=100%25.pdf", "100%25.pdf"),
    ],
)
def test_file_names_in_every_encoding(raw: bytes, name: str) -> None:
    assert headers.parameters(raw).text("filename", "gbk") == name


@pytest.mark.parametrize(
    ("name", "cleaned"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\lin\\a.pdf", "a.pdf"),
        ("a\x00b\r\n.pdf", "ab.pdf"),
        ("evil\u202egpj.exe", "evilgpj.exe"),
        ("..", ""),
        ("提币 截图（1）.png", "提币 截图（1）.png"),
    ],
)
def test_names_lose_folders_and_controls_only(name: str, cleaned: str) -> None:
    assert names.clean(name) == cleaned
    assert len(names.clean(name * 300 + ".png")) <= 200


@pytest.mark.parametrize(
    ("text", "utc", "zone", "precision"),
    [
        ("Fri, 20 Nov 2026 14:03:00 +0800", 6, "+08:00", Precision.EXACT),
        ("Fri, 20 Nov 2026 14:03:00 +0800 (CST)", 6, "+08:00", Precision.EXACT),
        ("Fri, 20 Nov 2026 14:03:00 CST (+0800)", 6, "+08:00", Precision.EXACT),
        ("2026-11-20 14:03:00 +08:00", 6, "+08:00", Precision.EXACT),
        ("Fri, 20 Nov 2026 02:03:00 PM +0800", 6, "+08:00", Precision.EXACT),
        ("Fri, 20 Nov 2026 14:03:00 GMT", 14, "+00:00", Precision.ABOUT),
        ("Fri, 20 Nov 2026 14:03:00 -0000", 14, "+00:00", Precision.ABOUT),
        ("Fri, 20 Nov 2026 14:03:00 CST", 20, "-06:00", Precision.ABOUT),
        ("Fri, 20 Nov 2026 14:03:00 HKT", 6, "+08:00", Precision.ABOUT),
        ("Fri, 20 Nov 2026 14:03:00", 14, "+00:00", Precision.ABOUT),
    ],
)
def test_only_a_numeric_offset_is_exact(text: str, utc: int, zone: str, precision: Precision) -> None:
    found = dates.sent(text, [])
    assert found
    assert (found.utc, found.zone, found.precision, found.known) == (
        datetime(2026, 11, 20, utc, 3, tzinfo=UTC), zone, precision, HowKnown.MAIL_HEADER,
    )  # fmt: skip


def test_a_zone_of_two_meanings_is_read_by_the_time_of_arrival() -> None:
    found = dates.sent("Fri, 20 Nov 2026 14:03:00 CST", ["by mx; Fri, 20 Nov 2026 06:03:09 +0000"])
    assert found
    assert (found.utc.hour, found.zone, found.precision) == (6, "+08:00", Precision.ABOUT)


@pytest.mark.parametrize(
    "bad", ["", "yesterday", "Mon, 1 Jan 1900 00:00:00 +0000", "Mon, 1 Jan 9999 00:00:00 +0000", "32 Foo 1:2"]
)
def test_without_a_date_the_arrival_counts_then_the_mbox_line(bad: str) -> None:
    arrived = dates.sent(bad, ["by mx; garbage", "by mx; Fri, 20 Nov 2026 14:03:09 +0800"])
    assert arrived
    assert (arrived.rfc3339, arrived.known) == ("2026-11-20T14:03:09+08:00", HowKnown.RECEIVED_HEADER)
    line = dates.sent(bad, [], "From lin@example.org Fri Nov 20 14:03:00 2026")
    assert line
    assert (line.utc.hour, line.precision, line.known) == (14, Precision.ABOUT, HowKnown.RECEIVED_HEADER)
    assert dates.sent(bad, []) is None


@settings(max_examples=300)
@given(st.binary(max_size=200))
def test_no_header_raises(raw: bytes) -> None:
    addresses.sender(raw)
    addresses.recipients(raw)
    addresses.message_ids(raw)
    headers.parameters(raw).text("filename")
    headers.read(raw, 0, len(raw), lenient=True)
    dates.sent(raw.decode("latin-1"), [raw.decode("latin-1")], raw.decode("latin-1"))


@settings(max_examples=200)
@given(st.text(max_size=60))
def test_no_date_text_raises(text: str) -> None:
    dates.sent(text + " 12:00 2026", ["; 20 Nov 2026 " + text])


@pytest.mark.parametrize(
    "raw",
    [
        b'a\\"' * 100_000,
        b'"' * 100_001,
        b"(" * 300_000,
        b"<" * 300_000,
        b'x; y="' + b'\\"' * 100_000,
        b"x; " + b'="' * 100_000,
        b"a@b," * 20_000,
        b"x;" * 200_000,
        b"x; " + b"".join(b"n*%d*=%%41;" % n for n in range(5_000)),
        b" " * 500_000,
        b"\n " * 200_000,
    ],
)
def test_hostile_values_take_no_time(raw: bytes) -> None:
    with within(2):
        addresses.sender(raw)
        addresses.recipients(raw)
        addresses.message_ids(raw)
        headers.parameters(raw).text("n")
        headers.read(raw, 0, len(raw), lenient=True)
