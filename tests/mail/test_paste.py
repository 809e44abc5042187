"""Sources of mails as people copy them, and what hangs on mails as winmail.dat."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casebook.journal.errors import BadInput
from casebook.mail.chosen import Chosen, pasted
from casebook.mail.formats import paste, reasons
from casebook.mail.formats.found import Failure, Found
from casebook.mail.importer import read
from casebook.mail.message.parse import parse
from casebook.mail.outlook import mapi
from tests.mail import outlook_files, samples
from tests.mail.test_archive import zipped

SOURCE = samples.mail("Received: is a word\n提现\n".encode(), b"Received: by mx.example.org; Fri").decode()
WEB_PAGE = """Original Message
Message ID\t<1@kestrel.example>
Created at:\tFri, Nov 20, 2026 at 2:03 PM (Delivered after 1 second)
From:\tKestrel Support <support@kestrel.example>
To:\tlin@example.org
Subject:\tYour request
SPF:\tPASS with IP 192.0.2.4

Download OriginalCopy to clipboard
"""
AS_COPIED = {
    "plain": SOURCE,
    "a mark and empty lines before it": "\ufeff\n\n" + SOURCE,
    "indented": "   " + SOURCE.replace("\n", "\n   "),
    "quoted": "> " + SOURCE.replace("\n", "\n> "),
    "in a fence": "```\n" + SOURCE + "\n```",
    "behind words": "Here is the source:\n\n" + SOURCE,
    "with the page around it": WEB_PAGE + SOURCE,
    "Windows line ends": SOURCE.replace("\n", "\r\n"),
}


@pytest.mark.parametrize("name", AS_COPIED)
def test_a_source_as_it_is_copied(name: str) -> None:
    found = pasted(AS_COPIED[name], "pasted")
    assert found.raw.startswith(b"From: Kestrel")
    mail = parse(found.raw, "pasted")
    assert (mail.message_id, mail.sender) == ("1@kestrel.example", "support@kestrel.example")
    assert mail.text == "Received: is a word\n提现"


def test_what_is_no_source_is_refused() -> None:
    for text in ("", "   \n", "Hello, please help.", "https://mail.example/1"):
        with pytest.raises(BadInput):
            pasted(text, "pasted")


def test_bytes_of_every_form() -> None:
    one, two = samples.mail(Message_ID=b"<1@x>"), samples.mail(Message_ID=b"<2@x>")
    outlook = outlook_files.msg(outlook_files.Message({mapi.SUBJECT: "a", mapi.MESSAGE_ID: "<3@x>"}))
    of = {
        "one": (one, ["1@x"]),
        "several": (samples.mbox([one, two]), ["1@x", "2@x"]),
        "an Outlook message": (outlook, ["3@x"]),
        "an archive": (zipped({"a.eml": one, "b.eml": two}), ["1@x", "2@x"]),
    }
    for name, (content, ids) in of.items():
        got = [each for each in paste.messages(content, name) if isinstance(each, Found)]
        assert [read(each).message_id for each in got] == ids, name  # type: ignore[union-attr]
    for content, reason in ((b" ", reasons.NOTHING_PASTED), (b"no", reasons.PASTED_NO_MAIL)):
        assert list(paste.messages(content, "x")) == [Failure("x", reason)]


def test_pasted_sources_come_behind_the_files() -> None:
    both = (pasted(SOURCE, "pasted"), pasted(samples.mail(Message_ID=b"<2@x>").decode(), "pasted"))
    stream, total = Chosen(pasted=both).open()
    got = [each for each in stream if isinstance(each, Found)]
    assert [each.position for each in got] == [len(both[0].raw), total]


@settings(max_examples=200)
@given(st.text(max_size=300), st.sampled_from(["", "\n\n", "\n", "> ", "```\n"]))
def test_any_text_may_be_pasted(text: str, before: str) -> None:
    raw = paste.source(text + before + SOURCE)
    list(paste.messages(raw, "x"))
    list(paste.messages(paste.source(text), "x"))


def test_a_winmail_dat_gives_what_is_in_it() -> None:
    shot = outlook_files.Attached({mapi.CONTENT: samples.png(), mapi.LONG_NAME: "提币截图.png", mapi.METHOD: 1})
    winmail = outlook_files.tnef(outlook_files.Message({mapi.BODY: "words within"}, attachments=[shot]))
    part = b'Content-Type: application/ms-tnef; name="winmail.dat"\nContent-Transfer-Encoding: base64\n\n'
    for text, expected in ((b"words of the mail", "words of the mail"), (b"", "words within")):
        kind, body = samples.multipart(b"mixed", b"Content-Type: text/plain\n\n" + text, part + samples.b64(winmail))
        mail = parse(samples.mail(body, kind), "x")
        assert mail.text == expected
        assert [(a.name, a.content) for a in mail.attachments] == [("提币截图.png", samples.png())]
