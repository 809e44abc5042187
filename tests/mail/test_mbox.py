"""The splitter against every dialect of mbox, and against files that only look like one."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casebook.mail.formats import mbox
from casebook.mail.message.parse import parse
from tests.mail import samples
from tests.pace import within

ONE = samples.mail(b"Hello\n", Message_ID=b"<1@x>")
TWO = samples.mail(b"World\n", Message_ID=b"<2@x>")


def cut(data: bytes) -> list[bytes]:
    return [data[slot.start : slot.end] for slot in mbox.split(data)]


def ids(data: bytes) -> list[str]:
    return [parse(raw, "x").message_id for raw in cut(data)]


def test_the_thread_comes_apart_and_keeps_its_envelopes() -> None:
    sent = samples.thread()
    data = samples.mbox(sent)
    slots = list(mbox.split(data))
    assert len(slots) == 12
    assert slots[0].envelope == b"From lin@example.org Fri Nov 20 14:00:00 2026"
    found = [re.sub(rb"(?m)^>(>*From )", rb"\1", data[slot.start : slot.end]) for slot in slots]
    assert found == sent


@pytest.mark.parametrize(
    "line",
    [
        b"From lin@example.org Fri Nov 20 14:03:00 2026",
        b"From lin@example.org Fri Nov 20 14:03:00 2026 +0800",
        b"From lin at example.org  Fri Nov 20 14:03:00 2026",
        b"From - Fri Nov 20 14:03:00 2026",
        b"From -",
        b"From - ",
        b"From x@y",
        b"From 1844347792267117879@xxx",
        b"From 1844347792267117879@xxx Fri Nov 20 06:03:00 +0000 2026",
        b"From MAILER-DAEMON Fri, 20 Nov 2026 14:03:00 +0800",
    ],
)
@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
def test_separators_of_every_program(line: bytes, end: bytes) -> None:
    data = (line + b"\n" + ONE + b"\n" + line + b"\n" + TWO + b"\n").replace(b"\n", end)
    assert cut(data) == [ONE.replace(b"\n", end), TWO.replace(b"\n", end)]
    assert mbox.is_mbox(data)


def test_from_lines_in_the_words_are_no_separators() -> None:
    body = (
        b"Hello\n\nFrom here on nothing works.\n\nFrom 9:00 to 10:00 on Fri 2026 we wait\nand wait\n\nFrom -\nnothing\n"
    )
    message = samples.mail(body)
    assert cut(samples.mbox([message, TWO], quoted=False)) == [message, TWO]


def test_content_length_is_believed_where_it_fits() -> None:
    body = b"See:\n\nFrom a@b Fri Nov 20 14:03:00 2026\nSubject: forged\n\nnot a message\n"
    good = samples.mail(body, b"Content-Length: %d" % len(body))
    wrong = samples.mail(b"Hello\n", b"Content-Length: 999999")
    assert cut(samples.mbox([good, TWO], quoted=False)) == [good, TWO]
    assert cut(samples.mbox([wrong, TWO, good], quoted=False)) == [wrong, TWO, good]
    short = samples.mail(b"Hello\nWorld\n", b"Content-Length: 2")
    assert cut(samples.mbox([short, TWO], quoted=False)) == [short, TWO]


def test_a_message_without_headers_and_blank_lines_before_the_first() -> None:
    data = b"\n\n" + samples.mbox([ONE]) + b"From a@b Fri Nov 20 14:03:00 2026\n\nonly words\n\n" + samples.mbox([TWO])
    assert cut(data) == [ONE, b"\nonly words\n", TWO]


@pytest.mark.parametrize(
    "data", [b"", b"From", b"From ", b"Subject: x\n\nFrom a@b Fri Nov 20 14:03:00 2026\n", b"From x to y\n\nHello"]
)
def test_what_is_no_mbox(data: bytes) -> None:
    assert not mbox.is_mbox(data)
    assert not cut(data)


@settings(max_examples=150)
@given(st.lists(st.binary(max_size=200), min_size=1, max_size=8))
def test_quoted_messages_come_back_whole(bodies: list[bytes]) -> None:
    sent = [samples.mail(body.replace(b"\r", b"") + b"\n", Message_ID=b"<%d@x>" % n) for n, body in enumerate(bodies)]
    found = [re.sub(rb"(?m)^>(>*From )", rb"\1", raw) for raw in cut(samples.mbox(sent))]
    assert found == sent


_PIECE = st.sampled_from(
    [
        b"From ",
        b"\n",
        b"\r\n",
        b"From a@b",
        b"Fri Nov 20 14:03:00 2026",
        b"Subject: x",
        b"Content-Length: 3",
        b" ",
        b"x",
    ]
)


@settings(max_examples=300)
@given(st.lists(_PIECE, max_size=60))
def test_slots_never_overlap(pieces: list[bytes]) -> None:
    data, before = b"".join(pieces), 0
    for slot in mbox.split(data):
        assert before <= slot.start <= slot.end <= len(data)
        before = slot.end


@pytest.mark.parametrize(
    "data",
    [
        samples.mbox([samples.mail(b"x\r\n" * 20 + b"y\n" * 20, Message_ID=b"<%d@x>" % n) for n in range(20_000)]),
        b"From a@b Fri Nov 20 14:03:00 2026\nX: y\n\n" + b"\nFrom " * 300_000,
        b"From a@b Fri Nov 20 14:03:00 2026\nX: y\n\n" + b"\nFrom " + b"x" * 5_000_000,
        b"From a@b Fri Nov 20 14:03:00 2026\nContent-Length: 7\n" * 50_000,
        b"From a@b Fri Nov 20 14:03:00 2026\n" * 100_000,
    ],
    ids=["mixed line ends", "many", "one long line", "headers only", "separators only"],
)
def test_splitting_is_linear(data: bytes) -> None:
    with within(8):
        for _ in mbox.split(data):
            pass
