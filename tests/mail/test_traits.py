"""Traits of mails as others collected them, each in an input made by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebook.mail.message import charset
from casebook.mail.message.parse import parse
from tests.mail.samples import mail, multipart

PLAIN = b"Content-Type: text/plain; charset=utf-8\n\n"


def test_windows_marks_in_what_calls_itself_iso_8859_are_what_they_look_like() -> None:
    raw = "“Größe” – 20 €…".encode("cp1252")
    assert charset.decode(raw, "iso-8859-15").text == "“Größe” – 20 €…"
    assert charset.decode(b"It is on hold\x85 please wait", "").text == "It is on hold… please wait"


@given(st.binary(max_size=80), st.integers(1, 16))
def test_iso_8859_gives_no_control_characters_of_its_own(raw: bytes, part: int) -> None:
    found = charset.decode(b"\xff\xfa" + raw + b"\xfa", f"iso-8859-{part}")
    if found.rung is charset.Rung.LABEL:
        assert not any("\x80" <= each <= "\x9f" for each in found.text)


@pytest.mark.parametrize(
    ("name", "kind"),
    [("api.txt", "text/plain"), ("orders.dat", "application/octet-stream"), ("trades.CSV", "text/csv")],
)
def test_an_attachment_of_no_type_is_what_its_name_says(name: str, kind: str) -> None:
    file = b"Content-Type: application/octet-stream\nContent-Disposition: attachment; filename=" + name.encode()
    header, body = multipart(b"mixed", PLAIN + b"See the log.", file + b"\n\ndata")
    assert [each.media_type for each in parse(mail(body, header), "x").attachments] == [kind]


def test_words_in_nothing_but_a_named_part_are_read() -> None:
    words = b"Content-Type: text/plain\nContent-Disposition: inline; filename=msg.txt\n\nIt was released."
    sheet = b"Content-Type: application/pdf\nContent-Disposition: attachment; filename=a.pdf\n\n%PDF-1"
    header, body = multipart(b"mixed", words, sheet)
    found = parse(mail(body, header), "x")
    assert (found.text, [each.name for each in found.attachments]) == ("It was released.", ["msg.txt", "a.pdf"])
    header, body = multipart(b"mixed", PLAIN + b"See the log.", words)
    assert parse(mail(body, header), "x").text == "See the log."


@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
def test_the_line_of_a_mailbox_below_a_trace_is_no_end_of_the_headers(end: bytes) -> None:
    trace = b"Return-Path: <mia@firm.example>\nDelivered-To: lin@example.org\n"
    line = b"From mia@firm.example  Sun Apr  5 09:24:45 2026\n"
    raw = (trace + line + mail(b"It was released.", From=b"mia@firm.example")).replace(b"\n", end)
    found = parse(raw, "x")
    assert (found.sender, found.text, found.problems) == ("mia@firm.example", "It was released.", ())
    quoted = mail(b"From bo  Sun Apr  5 09:24:45 2026\nTo: me, he wrote.", From=b"mia@firm.example")
    assert parse(quoted, "x").text.startswith("From bo")


def test_a_line_that_is_none_among_the_traces_costs_no_header() -> None:
    trace = b"Received: from a by b; Fri, 20 Nov 2026 14:03:00 +0800\nscanned by the gateway\n"
    found = parse(trace + mail(b"It was released.", Subject=b"Hold"), "x")
    assert (found.subject, found.text) == ("Hold", "It was released.")
    bare = parse(b"Received: from a by b; Fri, 20 Nov 2026 14:03:00 +0800\nIt was released.\nWe wrote: done.\n", "x")
    assert bare.text == "It was released.\nWe wrote: done."
