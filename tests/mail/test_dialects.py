"""Two thousand messages in every dialect of mbox: as many come out as went in, and where the dialect can, the same."""

from __future__ import annotations

import io
import mailbox
import random
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from casebook.mail.formats import mbox, mbox_stream
from casebook.mail.formats.sources import Found, files, messages
from tests.mail import samples

COUNT = 2_000
_DATE = b"Fri Nov 20 14:03:00 2026"
_LINES = (
    b"Please confirm the withdrawal.",
    b"",
    b"From Monday on nothing works.",
    b"From the beginning: nothing.",
    b">From a quoted line",
    b">>From twice quoted",
    "您好，请说明原因。".encode(),
    b"From lin@example.org Fri Nov 20 14:03:00 2026",
    b"From - Fri Nov 20 14:03:00 2026",
    b"x" * 500,
)
# A separator with a header line behind it: what opens a message and stands unquoted in the words of another.
_FORGED = b"From a@b.example Fri Nov 20 14:03:00 2026\nSubject: a message within the words\n"

Write = Callable[[bytes, int], bytes]


@cache
def sent() -> tuple[bytes, ...]:
    """Return the messages: some with `From ` lines, some with a whole forged beginning in their words."""
    dice = random.Random(11)
    made = list[bytes]()
    for number in range(COUNT):
        lines = [
            dice.choice(_LINES[:2] + (_LINES if dice.random() < 0.05 else ())) for _ in range(dice.randrange(1, 60))
        ]
        body = b"\n".join(lines) + b"\n"
        if dice.random() < 0.02:
            body += b"\n" + _FORGED + b"\nwords\n"
        made.append(samples.mail(body.lstrip(b"\n") or b"x\n", Message_ID=b"<%d@dialects>" % number))
    return tuple(made)


def _with_length(raw: bytes) -> bytes:
    head, _, body = raw.partition(b"\n\n")
    return head + b"\nContent-Length: %d\n\n" % len(body) + body


def mboxo(raw: bytes, number: int) -> bytes:
    return b"From lin@example.org " + _DATE + b"\n" + re.sub(rb"(?m)^From ", b">From ", raw) + b"\n"


def mboxrd(raw: bytes, number: int) -> bytes:
    return b"From lin@example.org " + _DATE + b"\n" + re.sub(rb"(?m)^(>*From )", rb">\1", raw) + b"\n"


def mboxcl(raw: bytes, number: int) -> bytes:
    head, _, body = raw.partition(b"\n\n")
    return (
        b"From lin@example.org "
        + _DATE
        + b"\n"
        + _with_length(head + b"\n\n" + re.sub(rb"(?m)^From ", b">From ", body))
        + b"\n"
    )


def mboxcl2(raw: bytes, number: int) -> bytes:
    return b"From lin@example.org " + _DATE + b"\n" + _with_length(raw) + b"\n"


def takeout(raw: bytes, number: int) -> bytes:
    head = b"From %d@xxx Fri Nov 20 06:03:00 +0000 2026\nX-GM-THRID: 18%d\nX-Gmail-Labels: Inbox\n" % (number, number)
    return (head + re.sub(rb"(?m)^(>*From )", rb">\1", raw) + b"\n").replace(b"\n", b"\r\n")


def thunderbird(raw: bytes, number: int) -> bytes:
    line = b"From - " + _DATE if number % 2 else b"From - "
    return line + b"\nX-Mozilla-Status: 0001\n" + re.sub(rb"(?m)^From ", b">From ", raw) + b"\n"


def archived_list(raw: bytes, number: int) -> bytes:
    return b"From lin at example.org  " + _DATE + b"\n" + re.sub(rb"(?m)^From ", b">From ", raw) + b"\n"


WRITERS: dict[str, Write] = {
    each.__name__: each for each in (mboxo, mboxrd, mboxcl, mboxcl2, takeout, thunderbird, archived_list)
}


def unquoted(raw: bytes, name: str) -> bytes:
    """Return a message as it was sent, as far as the dialect tells."""
    raw = raw.replace(b"\r\n", b"\n")
    raw = re.sub(rb"(?m)^(?:X-GM-THRID|X-Gmail-Labels|X-Mozilla-Status|Content-Length): .*\n", b"", raw)
    if name in {"mboxrd", "takeout"}:
        return re.sub(rb"(?m)^>(>*From )", rb"\1", raw)
    return raw if name == "mboxcl2" else re.sub(rb"(?m)^>From ", b"From ", raw)


@pytest.mark.parametrize("name", WRITERS)
def test_two_thousand_messages(name: str, tmp_path: Path) -> None:
    data = b"".join(WRITERS[name](raw, number) for number, raw in enumerate(sent()))
    (tmp_path / "box").write_bytes(data)
    found = [each.raw for each in messages(files([tmp_path / "box"])) if isinstance(each, Found)]
    assert len(found) == COUNT
    assert found == [data[slot.start : slot.end] for slot in mbox.split(data)]
    assert found == [each.raw for each in mbox_stream.split(io.BytesIO(data).read, 1 << 17)]
    restored = [unquoted(raw, name) for raw in found]
    if name in {"mboxrd", "mboxcl2", "takeout"}:  # the others cannot say which `>` they added
        assert restored == list(sent())
    else:
        assert [raw.replace(b"\n>From ", b"\nFrom ") for raw in restored] == [
            raw.replace(b"\n>From ", b"\nFrom ") for raw in sent()
        ]


def test_what_the_standard_library_writes(tmp_path: Path) -> None:
    """The standard library writes mboxo; it is the witness that this is how such a file looks."""
    box = mailbox.mbox(tmp_path / "box")
    for raw in sent()[:500]:
        box.add(raw)
    box.close()
    found = [each.raw for each in messages(files([tmp_path / "box"])) if isinstance(each, Found)]
    assert [unquoted(raw, "mboxo").rstrip() for raw in found] == [
        raw.replace(b"\n>From ", b"\nFrom ").rstrip() for raw in sent()[:500]
    ]
