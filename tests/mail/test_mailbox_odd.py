"""What is odd in a mailbox: drafts, a message that breaks the connection, Gmail's words, a search as it is kept."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from imapclient.response_parser import parse_fetch_response

from casebook.journal import BadInput, Journal
from casebook.journal.incoming import Mailbox
from casebook.journal.terms import Security
from casebook.mail.formats import reasons
from casebook.mail.mailbox.folders import Folder, Purpose, listed, usual
from casebook.mail.mailbox.reading import _batch
from casebook.mail.mailbox.search import Wanted
from casebook.mail.mailbox.server import Body, _body
from tests.mail.dovecot import Dovecot, Wire, running
from tests.mail.test_mailbox import QUICK, got, last_uid, mail, noted, raws


@pytest.fixture(scope="module")
def dovecot() -> Iterator[Dovecot]:
    with running() as server:
        yield server


def test_drafts_are_left_out_and_named(dovecot: Dovecot, journal: Journal) -> None:
    with dovecot.client("drafty") as client:
        client.append("INBOX", mail(1))
        client.append("INBOX", mail(2), flags=[b"\\Draft"])
        client.create_folder("草稿箱")
        client.append("草稿箱", mail(3))
    box = noted(journal, dovecot.port, "drafty")
    journal.mailboxes.choose(box.id, ["INBOX", "草稿箱"])
    report = got(journal, box).report
    assert report.new == 1
    assert [(f.source, f.reason) for f in report.failed] == [
        ("127.0.0.1/INBOX #2 (drafty)", reasons.DRAFT),
        ("127.0.0.1/草稿箱 #1 (drafty)", reasons.DRAFT),
    ]
    assert got(journal, box).report.failed == ()  # said once


@pytest.mark.parametrize("at", [0, 4, 9])
def test_a_message_over_which_the_connection_breaks_is_named_and_the_rest_comes(
    dovecot: Dovecot, journal: Journal, at: int
) -> None:
    user = f"poison{at}"
    dovecot.deliver(user, [mail(n, "POISONED" if n == at else "fine") for n in range(10)])
    with Wire(dovecot.port) as wire:
        wire.poison = b"POISONED"
        result = got(journal, noted(journal, wire.port, user))
    assert (result.report.new, result.stopped) == (9, None)
    assert [(f.source, f.reason) for f in result.report.failed] == [
        (f"127.0.0.1/INBOX #{at + 1} ({user})", reasons.WITHHELD)
    ]
    assert last_uid(journal) == 10
    assert len(raws(journal)) == 9


def test_two_such_messages_in_a_row_are_taken_for_a_bad_line(dovecot: Dovecot, journal: Journal) -> None:
    dovecot.deliver("bad", [mail(n, "POISONED" if n in (4, 5) else "fine") for n in range(10)])
    with Wire(dovecot.port) as wire:
        wire.poison = b"POISONED"
        result = got(journal, noted(journal, wire.port, "bad"))
    assert result.stopped is not None
    assert (result.report.new, result.report.failed, last_uid(journal)) == (4, (), 4)


def test_what_gmail_says_of_a_message() -> None:
    answer = [
        (rb'1 (X-GM-THRID 1278455344230334865 X-GM-LABELS ("\\Sent" Kestrel "&T2BZfQ-") UID 7 BODY[] {5}', b"hello"),
        rb" FLAGS (\Seen))",
        (rb'2 (X-GM-THRID 12 X-GM-LABELS ("\\Inbox" "\\Draft") UID 8 FLAGS () BODY[] {2}', b"ho"),
        b")",
    ]
    found = parse_fetch_response(answer)
    assert _body(found[7]) == Body(b"hello", "gm:1278455344230334865", sent=True)
    assert _body(found[8]) == Body(b"ho", "gm:12", draft=True)
    assert _body({b"BODY[]": None}) == Body(None)


def test_folders_worth_reading() -> None:
    plain = [((b"\\HasNoChildren",), b"/", name) for name in ("Zoo", "INBOX", "已发送", "Archive", "a/Sent Items")]
    found = listed([*plain, ((b"\\Noselect",), b"/", "[Gmail]"), ((b"\\Archive",), b"/", "Old"), ((), None, b"x\xff")])
    assert [folder.name for folder in found] == ["INBOX", "a/Sent Items", "Archive", "Old", "x�", "Zoo", "已发送"]
    assert usual(found) == ["INBOX", "a/Sent Items", "Old", "已发送"]
    everything = ((b"\\All", b"\\HasNoChildren"), b"/", "[Gmail]/All Mail")
    assert usual(listed([*plain, everything])) == ["[Gmail]/All Mail"]
    assert Folder("INBOX", Purpose.INBOX, None, "/") in found


def test_a_large_message_is_fetched_alone() -> None:
    mega = 1024 * 1024
    waiting = [(1, mega), (2, 15 * mega), (3, mega), (4, 200 * mega), (5, 1)]
    batches = []
    while waiting:
        batches.append([uid for uid, _size in _batch(waiting, 100)])
        del waiting[: len(batches[-1])]
    assert batches == [[1, 2], [3], [4], [5]]
    assert len(_batch([(n, 10) for n in range(500)], 100)) == 100


@given(st.none() | st.dates(date(1, 1, 1)), st.text(), st.text())
def test_a_search_is_kept_as_it_was_asked(since: date | None, sender: str, words: str) -> None:
    kept = Wanted(since, sender, words)
    again = Wanted.parse(kept.text)
    assert again.criteria == kept.criteria
    assert again.since == since
    for value in kept.criteria:
        assert value
        assert not set(value) & set('\r\n (){%*"\\')


@pytest.mark.parametrize(
    "text", ["DELETE", "SINCE yesterday", "SINCE 31-Feb-2026", "TEXT", "FROM a OR", "SINCE 1-Xyz-2026"]
)
def test_a_search_that_cannot_be_read_is_refused(text: str) -> None:
    with pytest.raises(BadInput, match="choose again what to fetch"):
        Wanted.parse(text)


def test_a_password_is_in_no_representation(dovecot: Dovecot, journal: Journal) -> None:
    from casebook.mail.mailbox.reading import Reading

    box = Mailbox(1, "b", "h", 1, Security.TLS, "u", "", "", datetime(2026, 1, 1, tzinfo=UTC))
    assert "sesame" not in repr(Reading(box, "sesame", [], [], QUICK))
