"""What is fuzzed: one function for each reader of what strangers send. A target raises where a promise is broken."""

from __future__ import annotations

import io
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from functools import cache

Target = Callable[[bytes], None]


class Broken(AssertionError):
    """A promise of the mail room that does not hold."""


def held(promise: bool, words: str) -> None:
    """Raise if a promise does not hold."""
    if not promise:
        raise Broken(words)


def message(data: bytes) -> None:
    """A message is read or refused; its bytes stay, its words can be stored, its folds lie at the start of a line."""
    from casebook.mail.message import outline
    from casebook.mail.message.parse import NotAMail, understood

    try:
        found = understood(data, "x", from_mbox=bool(data[-1:] == b"\n"))
    except NotAMail:
        return
    held(found.raw == data, "the raw bytes are kept")
    for each in (found.text, found.subject, found.sender_name, found.message_id, *found.to, *found.references):
        each.encode("utf-8")
    held("\0" not in found.text + found.subject, "no NUL reaches the words")
    for at in (found.quote_at, found.signature_at):
        held(at is None or (0 <= at <= len(found.text) and (not at or found.text[at - 1] == "\n")), "folds are places")
    for attachment in found.attachments:
        held(isinstance(attachment.content, bytes) and "/" not in attachment.name, "an attachment has bytes and a name")
    held(found == understood(data, "x", from_mbox=bool(data[-1:] == b"\n")), "read twice, the same")
    outline.of(data)


def mailbox(data: bytes) -> None:
    """The messages of an mbox lie in order, none over another, and as a stream they are the same."""
    from casebook.mail.formats import mbox, mbox_stream

    end = 0
    slots = list(mbox.split(data))
    for slot in slots:
        held(end <= slot.start <= slot.end <= len(data), "messages follow one another")
        end = slot.end
    file = io.BytesIO(data)
    streamed = [each.raw for each in mbox_stream.split(file.read)]
    held(streamed == [data[slot.start : slot.end] for slot in slots], "the stream splits as the file does")


def page(data: bytes) -> None:
    """HTML becomes text, and the marks in it are places."""
    from casebook.mail.message import html

    text, marks = html.read(data.decode("utf-8", "replace"))
    held(all(0 <= place <= len(text) for place in marks.values()), "marks are places")


def quote(data: bytes) -> None:
    """A quote and a signature begin at the start of a line."""
    from casebook.mail.message import quotes

    text = data.decode("utf-8", "replace")
    folds = quotes.find(text)
    for at in (folds.quote_at, folds.signature_at):
        held(at is None or (0 <= at <= len(text) and (not at or text[at - 1] == "\n")), "folds are places")


def container(data: bytes) -> None:
    """An S/MIME container is opened or named; an invitation is read."""
    from casebook.mail.message import calendar, secure

    secure.opened(data)
    text = data.decode("utf-8", "replace")
    calendar.readable(text)
    secure.inline(text)


def outlook(data: bytes) -> None:
    """An Outlook message keeps its bytes."""
    from casebook.mail.message.parse import NotAMail
    from casebook.mail.outlook import reading

    try:
        found = reading.read(data, "x.msg")
    except NotAMail:
        return
    held(found.raw == data, "the raw bytes are kept")
    found.text.encode("utf-8")


def winmail(data: bytes) -> None:
    """A winmail.dat is unpacked or named, and nothing larger comes out than a few times what went in."""
    from casebook.mail.outlook import reading, tnef

    raw = data if tnef.is_tnef(data) else tnef.SIGNATURE + data
    found = reading.unpack(raw)
    if found:
        size = sum(len(each.content) for each in found.attachments if isinstance(each.content, bytes))
        held(size < 40 * len(raw) + 1_000_000, "no more comes out than was in it")


def richtext(data: bytes) -> None:
    """Outlook's RTF is read, packed or not."""
    from casebook.mail.outlook import lzfu, rtf

    rtf.read(data)
    with suppress(lzfu.NotCompressedRtf):
        rtf.read(lzfu.unpack(data)[0])


def archive(data: bytes) -> None:
    """An archive gives messages and named failures."""
    from casebook.mail.formats import archive as archives
    from casebook.mail.formats import single
    from casebook.mail.formats.found import Failure

    form = single.form(data[:65_536], "x.zip")
    if form in {single.Form.ZIP, single.Form.TAR, single.Form.GZIP, single.Form.BZIP2, single.Form.XZ}:
        for found in archives.read(form, io.BytesIO(data), "x.zip", len(data), 0):
            held(isinstance(found, Failure) or len(found.raw) < 300_000_000, "bounded")


def exported_chat(data: bytes) -> None:
    """A chat export gives lines up to where it breaks."""
    from casebook.mail.chats import discord, telegram, whatsapp
    from casebook.mail.chats.json_stream import BrokenJson, JsonStream
    from casebook.mail.chats.stretches import Reading

    for read in (telegram.read, discord.read):
        try:
            for _event in read(JsonStream(io.BytesIO(data)), Reading(), lambda _conversation: True):
                pass
        except BrokenJson:
            pass
    for _event in whatsapp.read(io.BytesIO(data), "Lily", Reading()):
        pass


def pasted_chat(data: bytes) -> None:
    """A pasted transcript is read, or refused where it says nothing."""
    from casebook.journal.errors import BadInput
    from casebook.mail.chats import pasted
    from casebook.mail.chats.stretches import Reading

    with suppress(BadInput):
        pasted.read(data.decode("utf-8", "replace"), Reading())


def proposals(data: bytes) -> None:
    """The marks of desks and what words seem to name are found in bounded time."""
    from casebook.mail.filing.proposals.find import find
    from casebook.mail.message.parse import NotAMail, understood
    from tests.guide.makers import contact

    text = data.decode("utf-8", "replace")
    for each in find(contact(1, "2026-11-20 14:03", text=text, subject=text[:80])):
        each.value.encode("utf-8")
    with suppress(NotAMail):
        understood(b"From: a@b\nX-Zendesk-Email-Id: 1\nSubject: " + data, "x")


def sender(data: bytes) -> None:
    """Whoever the sender is, something can be said of it, and twice the same."""
    from casebook.guide.impostors.assess import assess_handle, assess_host
    from casebook.guide.impostors.links import links
    from casebook.guide.impostors.standing import Sender
    from casebook.mail.authenticity.results import said
    from casebook.mail.message import headers

    text = data.decode("utf-8", "replace")
    address, _, name = text.partition("\n")
    who = Sender(address, name[:200], name[200:400])
    held(_assess(who) == _assess(who), "the same sender stands the same")
    assess_host(_register(), address)
    assess_handle(_register(), address)
    links(_register(), text)
    said(headers.read(b"Authentication-Results: " + data, 0, len(data) + 24)[0])


def _assess(who: object) -> object:
    from casebook.guide.impostors.assess import assess

    register = _register()
    register.seen.clear()
    return assess(register, who)  # type: ignore[arg-type]


@cache
def _register() -> object:
    from casebook.guide.impostors.register import Register
    from casebook.journal.incoming import Official
    from casebook.journal.terms import OfficialKind
    from tests.guide.makers import firm

    now = datetime(2026, 11, 20, tzinfo=UTC)
    kinds = {OfficialKind.ADDRESS: "support@kestrel.example", OfficialKind.DOMAIN: "kestrel.example"}
    officials = [
        Official(n, 1, kind, value, "", "seen", now, "", now, None) for n, (kind, value) in enumerate(kinds.items())
    ]
    return Register.of([firm()], officials, now)


TARGETS: dict[str, Target] = {
    each.__name__: each
    for each in (
        message,
        mailbox,
        page,
        quote,
        container,
        outlook,
        winmail,
        richtext,
        archive,
        exported_chat,
        pasted_chat,
        proposals,
        sender,
    )
}
