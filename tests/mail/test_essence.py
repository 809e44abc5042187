"""Copies of one message are told to be that, other messages never; and what tells a conversation besides the ids."""

import base64
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casebook.mail.message.parse import parse
from tests.mail.samples import b64, mail, multipart, png, thread

PLAIN = b"Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n"
NOTE = b"Content-Type: text/plain; name=log.txt\nContent-Disposition: attachment\n\nline 1\nFrom here on\nline 3"
PNG = b"Content-Type: image/png; name=a.png\nContent-Transfer-Encoding: base64\n\n" + b64(png())
KIND, BODY = multipart(b"mixed", PLAIN + "已放行。\nFrom now on it is yours.\n".encode(), NOTE, PNG)
SENT = mail(BODY, KIND)

ADDED = (
    b"X-GM-THRID: 1844347792267117879\nX-Gmail-Labels: Inbox\nDelivered-To: lin@example.org\n"
    b"Received: from mx by mx; Fri, 20 Nov 2026 06:03:09 +0000\nARC-Seal: i=1; a=rsa\nReturn-Path: <b@k.example>\n"
    b"Authentication-Results: mx.example.org; dkim=pass\nX-Spam-Score: 0\n"
)


def mboxrd(raw: bytes) -> bytes:
    return re.sub(rb"(?m)^(>*From )", rb">\1", raw)


COPIES = {
    "with Windows line ends": (SENT.replace(b"\n", b"\r\n"), False),
    "with the headers of servers": (ADDED + SENT, False),
    "out of an mbox": (mboxrd(SENT), True),
    "out of an mbox with Windows line ends": (
        ADDED.replace(b"\n", b"\r\n") + mboxrd(SENT).replace(b"\n", b"\r\n"),
        True,
    ),
    "with an empty line more at the end": (SENT + b"\n\n", False),
    "with its headers folded anew": (SENT.replace(b"Subject: Your ", b"Subject: Your\n "), False),
    "encoded anew on the way": (
        SENT.replace(PLAIN, PLAIN.replace(b"8bit", b"base64")).replace(
            "已放行。\nFrom now on it is yours.\n".encode(),
            b64("已放行。\nFrom now on it is yours.\n".encode()) + b"\n",
        ),
        False,
    ),
}


@pytest.mark.parametrize("name", COPIES)
def test_a_copy_has_the_same_essence(name: str) -> None:
    raw, from_mbox = COPIES[name]
    assert raw != SENT
    assert parse(raw, "x", from_mbox=from_mbox).essence == parse(SENT, "y").essence != ""


OTHERS = {
    "another word": SENT.replace(b"it is yours", b"it is ours "),
    "another picture": SENT.replace(b64(png()), b64(png(shade=91))),
    "another file": SENT.replace(b"line 3", b"line 4"),
    "a file less": mail(multipart(b"mixed", PLAIN + "已放行。\nFrom now on it is yours.\n".encode(), NOTE)[1], KIND),
    "another subject": SENT.replace(b"Your request", b"Your requests"),
    "another sender": SENT.replace(b"support@kestrel", b"support@kestre1"),
    "another recipient": SENT.replace(b"To: lin@", b"To: lim@"),
    "another time": SENT.replace(b"14:03:00", b"14:03:01"),
    "another id": SENT.replace(b"<1@", b"<2@"),
    "text of the file in the words": SENT.replace(b"yours.\n", b"yours.\nline 1\n"),
}


@pytest.mark.parametrize("name", OTHERS)
def test_another_message_has_another_essence(name: str) -> None:
    assert parse(OTHERS[name], "x").essence not in {"", parse(SENT, "y").essence}


def test_without_an_id_no_copy_can_be_told() -> None:
    assert parse(mail(Message_ID=b""), "x").essence == ""


def test_the_mails_of_a_thread_differ_and_their_copies_do_not() -> None:
    found = [parse(raw, "x").essence for raw in thread()]
    assert len(set(found)) == 12
    assert found == [parse(ADDED + raw.replace(b"\n", b"\r\n"), "x").essence for raw in thread()]


@settings(max_examples=100)
@given(st.text(alphabet="F>rom \n您好.-", max_size=120), st.booleans())
def test_whatever_the_words_mbox_quoting_changes_nothing(text: str, windows: bool) -> None:
    raw = mail(text.encode(), b"Content-Type: text/plain; charset=utf-8")
    head, _, body = raw.partition(b"\n\n")
    copy = head + b"\n\n" + mboxrd(body)
    if windows:
        copy = copy.replace(b"\n", b"\r\n")
    assert parse(copy, "x", from_mbox=True).essence == parse(raw, "y").essence


def index(conversation: bytes, replies: int = 0) -> bytes:
    return base64.b64encode(conversation + b"\0\1\2\3\4" * replies)


def test_conversations_are_told_by_gmail_and_outlook() -> None:
    root = bytes.fromhex("01dc5a3f0e2b") + bytes(range(1, 17))
    found = [
        parse(mail(b"T", b"Thread-Index: " + index(root, replies), b"X-GM-THRID: 1844347792267117879"), "x").thread_keys
        for replies in (0, 1, 4)
    ]
    assert found == [("gm:1844347792267117879", f"outlook:{root.hex()}")] * 3
    for broken in (b"", b"!!", index(root)[:20], index(bytes(22)), b"x" * 5_000):
        keys = parse(mail(b"T", b"Thread-Index: " + broken, b"X-GM-THRID: 12ab"), "x").thread_keys
        assert all(key.startswith("outlook:") and len(key) == 52 for key in keys)
    assert parse(mail(b"T", b"Thread-Index: " + index(bytes(22))), "x").thread_keys == ()


@pytest.mark.parametrize(
    ("value", "wanted"),
    [
        (b"Desk <desk+id7@k.example>", "desk+id7@k.example"),
        (b"support@kestrel.example", ""),
        (b"desk@k.example, Support <SUPPORT@kestrel.example>", ""),
        (b"a@k.example, b@k.example", "a@k.example"),
        (b"nobody", ""),
        (b"", ""),
    ],
)
def test_where_an_answer_would_go(value: bytes, wanted: str) -> None:
    assert parse(mail(b"T", Reply_To=value), "x").reply_to == wanted
