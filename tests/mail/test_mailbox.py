"""A mailbox on a real server: what is new comes in byte for byte, nothing there changes, a broken line is picked up."""

from __future__ import annotations

import hashlib
from collections.abc import Generator, Iterator
from dataclasses import replace
from datetime import date, datetime

import pytest

from casebook.journal import Journal, Progress
from casebook.journal.incoming import Mailbox
from casebook.journal.terms import Direction, Security
from casebook.mail import importer
from casebook.mail.mailbox.connect import Patience
from casebook.mail.mailbox.errors import Dropped, MailboxTrouble, NotLetIn
from casebook.mail.mailbox.fetch import Fetched, fetch, look
from casebook.mail.mailbox.folders import Purpose
from casebook.mail.mailbox.search import Wanted
from tests.conftest import finished
from tests.mail.dovecot import PASSWORD, UNUSUAL, Dovecot, Wire, running

QUICK = Patience(connect=3, read=3, pauses=(0.05, 0.05, 0.05))


@pytest.fixture(scope="module")
def dovecot() -> Iterator[Dovecot]:
    with running() as server:
        yield server


@pytest.fixture
def user(request: pytest.FixtureRequest) -> str:
    return hashlib.sha256(request.node.nodeid.encode()).hexdigest()[:10]


def mail(
    number: int, subject: str = "Withdrawal on hold", size: int = 0, sender: str = "help@kestrel.example"
) -> bytes:
    body = "\r\n".join([f"Line {number} of the answer. 您好"] * (1 + size // 34))
    return (
        f"From: Kestrel <{sender}>\r\nTo: lin@example.org\r\nMessage-ID: <{number}@kestrel.example>\r\n"
        f"Date: Fri, 20 Nov 2026 10:{number // 60 % 60:02}:{number % 60:02} +0800\r\nSubject: {subject} {number}\r\n"
        f"MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
        f"{body}\r\n"
    ).encode()


def noted(journal: Journal, port: int, user: str, search: str = "") -> Mailbox:
    made = journal.mailboxes.add("127.0.0.1", user, port=port, security=Security.NONE, search=search).made
    return journal.mailboxes.get(made)


def raws(journal: Journal) -> list[bytes]:
    return [journal.mail.raw(row.contact_id) for row in journal.inbox.waiting()]


def got(journal: Journal, box: Mailbox, **options: object) -> Fetched:
    return finished(fetch(journal, box, PASSWORD, **{"patience": QUICK, **options}))  # type: ignore[arg-type]


def last_uid(journal: Journal, folder: str = "INBOX") -> int:
    return {f.name: f.last_uid for f in journal.mailboxes.folders(1)}.get(folder, 0)


def test_what_is_new_comes_in_byte_for_byte_and_unread_stays_unread(
    dovecot: Dovecot, journal: Journal, user: str
) -> None:
    sent = [mail(n) for n in range(7)]
    dovecot.deliver(user, sent)
    box = noted(journal, dovecot.port, user)
    first = got(journal, box)
    assert (first.report.new, first.report.failed, first.stopped) == (7, (), None)
    assert sorted(raws(journal)) == sorted(sent)
    assert last_uid(journal) == 7
    source = journal.mail.of_contact(journal.inbox.waiting()[0].contact_id).source
    assert source == f"127.0.0.1/INBOX #7 ({user})"
    with dovecot.client(user) as client:
        client.select_folder("INBOX", readonly=True)
        flags = client.get_flags(client.search())
        assert len(flags) == 7
        assert all(b"\\Seen" not in each for each in flags.values())
    again = got(journal, box)
    assert (again.report.new, again.report.known) == (0, 0)  # not even asked for
    dovecot.deliver(user, [mail(8)])
    assert got(journal, box).report.new == 1
    assert got(journal, box, again=True).report.known == 8


def test_folders_in_chinese_and_sent_mail(dovecot: Dovecot, journal: Journal, user: str) -> None:
    dovecot.deliver(user, [mail(1)])
    with dovecot.client(user) as client:
        client.create_folder("提币/交易所")
        client.append("提币/交易所", mail(2))
        client.append("Sent", mail(3, sender="somebody@example.org"))
        client.create_folder("Leer & ~")
    box = noted(journal, dovecot.port, user)
    found = {f.name: (f.purpose, f.messages) for f in finished(look(box, PASSWORD, QUICK))}
    assert found == {
        "INBOX": (Purpose.INBOX, 1),
        "Leer & ~": (Purpose.NONE, 0),
        "Sent": (Purpose.SENT, 1),
        "提币/交易所": (Purpose.NONE, 1),
    }
    assert got(journal, box).report.new == 2  # without a choice: inbox and sent mail
    journal.mailboxes.choose(box.id, ["提币/交易所"])
    assert got(journal, box).report.new == 1
    rows = {row.subject: row.direction for row in journal.inbox.waiting()}
    assert rows == {f"Withdrawal on hold {n}": Direction.OUT if n == 3 else Direction.IN for n in (1, 2, 3)}
    journal.mailboxes.choose(box.id, ["nowhere", "Leer & ~"])
    report = got(journal, box).report
    assert [failure.source for failure in report.failed] == [f"127.0.0.1/nowhere ({user})"]


def test_only_what_is_searched_for(dovecot: Dovecot, journal: Journal, user: str) -> None:
    with dovecot.client(user) as client:
        for number, (subject, day) in enumerate([("alpha", 1), ("提币 beta", 10), ("beta", 20)]):
            client.append("INBOX", mail(number, subject), msg_time=datetime(2026, 11, day, 12))
    box = noted(journal, dovecot.port, user)
    for wanted, count in (
        (Wanted(words="nowhere"), 0),
        (Wanted(words="提币"), 1),
        (Wanted(words="alpha) DELETED (提币"), 0),
        (Wanted(since=date(2026, 11, 10), sender="Kestrel"), 1),
        (Wanted(words="answer"), 1),
    ):
        journal.mailboxes.edit(box.id, search=wanted.text)
        assert Wanted.parse(wanted.text).text == wanted.text
        assert got(journal, journal.mailboxes.get(box.id)).report.new == count, wanted
    assert len(raws(journal)) == 3


def test_a_wrong_password_is_refused(dovecot: Dovecot, journal: Journal, user: str) -> None:
    box = noted(journal, dovecot.port, user)
    for call in (fetch(journal, box, "wrong", patience=QUICK), look(box, "wrong", QUICK)):
        with pytest.raises(NotLetIn, match=f"does not let {user} in"):
            finished(call)  # type: ignore[arg-type]
    with pytest.raises(MailboxTrouble):
        finished(look(box, "密码", QUICK))
    assert journal.mailboxes.folders(box.id) == []


def test_passwords_of_any_letters(dovecot: Dovecot, journal: Journal) -> None:
    for name, password in UNUSUAL.items():
        box = noted(journal, dovecot.port, name)
        assert [f.name for f in finished(look(box, password, QUICK))] == ["INBOX", "Sent"]


@pytest.mark.parametrize("cuts", [1, 4])
def test_a_line_that_breaks_is_picked_up(dovecot: Dovecot, journal: Journal, user: str, cuts: int) -> None:
    sent = [mail(n, size=30_000) for n in range(300)]
    dovecot.deliver(user, sent)
    with Wire(dovecot.port, cut_after=1_500_000, cuts=cuts) as wire:
        result = got(journal, noted(journal, wire.port, user))
        assert wire.connections == cuts + 1
    assert (result.report.new, result.report.known, result.stopped) == (300, 0, None)
    assert sorted(raws(journal)) == sorted(sent)


def test_a_line_that_stays_broken_keeps_what_came_and_goes_on_there(
    dovecot: Dovecot, journal: Journal, user: str
) -> None:
    sent = [mail(n, size=30_000) for n in range(300)]
    dovecot.deliver(user, sent)
    with Wire(dovecot.port, cut_after=5_000_000, gone=True) as wire:
        box = noted(journal, wire.port, user)
        result = got(journal, box)
    assert isinstance(result.stopped, Dropped)
    assert 0 < result.report.new < 300
    assert len(raws(journal)) == result.report.new == last_uid(journal)
    rest = got(journal, replace(box, port=dovecot.port))
    assert (rest.report.new, rest.report.known) == (300 - result.report.new, 0)
    assert sorted(raws(journal)) == sorted(sent)


def test_cancelled_it_keeps_what_was_yielded_over(
    dovecot: Dovecot, journal: Journal, user: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importer, "_BATCH_MAILS", 50)  # however fast the machine, there are several
    sent = [mail(n, size=30_000) for n in range(400)]
    dovecot.deliver(user, sent)
    box = noted(journal, dovecot.port, user)
    work = fetch(journal, box, PASSWORD, patience=QUICK)
    while not last_uid(journal):
        next(work)
    work.close()
    kept = len(raws(journal))
    assert 0 < kept < 400
    assert last_uid(journal) == kept
    assert got(journal, box).report.new == 400 - kept
    assert sorted(raws(journal)) == sorted(sent)


def test_a_silent_server_is_given_up(dovecot: Dovecot, journal: Journal, user: str) -> None:
    dovecot.deliver(user, [mail(n, size=30_000) for n in range(20)])
    with Wire(dovecot.port, mute_after=20_000) as wire:
        box = noted(journal, wire.port, user)
        result = got(journal, box, patience=Patience(2, 0.5, (0.05,)))
    assert (result.report.new, result.report.failed, last_uid(journal)) == (0, (), 0)
    assert isinstance(result.stopped, Dropped)
    assert str(result.stopped) == "127.0.0.1 did not answer within 0.5 seconds: try again later"


def test_waiting_for_a_silent_server_can_be_stopped(dovecot: Dovecot, journal: Journal, user: str) -> None:
    with Wire(dovecot.port, mute_after=1) as wire:
        work = fetch(journal, noted(journal, wire.port, user), PASSWORD)
        assert isinstance(next(work), Progress)
        next(work)
        work.close()  # the thread's end is waited for: a leaked one fails the test


def test_renumbered_folders_are_read_anew(dovecot: Dovecot, journal: Journal, user: str) -> None:
    dovecot.deliver(user, [])
    with dovecot.client(user) as client:
        client.create_folder("Case")
        client.append("Case", mail(1))
        client.append("Case", mail(2))
    box = noted(journal, dovecot.port, user)
    journal.mailboxes.choose(box.id, ["Case"])
    assert got(journal, box).report.new == 2
    with dovecot.client(user) as client:
        client.delete_folder("Case")
        client.create_folder("Case")
        client.append("Case", mail(3))
        client.append("Case", mail(1))
    result = got(journal, box)
    assert (result.report.new, result.report.known) == (1, 1)


def test_a_dry_run_records_nothing(dovecot: Dovecot, journal: Journal, user: str) -> None:
    dovecot.deliver(user, [mail(1), mail(2)])
    box = noted(journal, dovecot.port, user)
    assert got(journal, box, dry_run=True).report.new == 2
    assert (raws(journal), journal.mailboxes.folders(box.id)) == ([], [])
    assert got(journal, box).report.new == 2


@pytest.mark.slow
def test_five_thousand_messages(dovecot: Dovecot, journal: Journal, user: str) -> None:
    sent = [mail(n, size=4_000 + n % 37 * 1_000) for n in range(5_000)]
    dovecot.deliver(user, sent)
    box = noted(journal, dovecot.port, user)
    last, leap = 0, 0

    def watched(work: Generator[Progress, None, Fetched]) -> Generator[Progress, None, Fetched]:
        nonlocal last, leap
        while True:
            try:
                step = next(work)
            except StopIteration as end:
                return end.value
            assert last <= step.done <= max(step.total, last)
            last, leap = step.done, max(leap, step.done - last)
            yield step

    result = finished(watched(fetch(journal, box, PASSWORD)))
    assert (result.report.new, result.report.failed, result.stopped) == (5_000, (), None)
    everything = sum(len(raw) for raw in sent)
    assert everything <= last < 1.1 * everything  # the server counts its own line ends
    assert leap < everything / 5, "progress is told batch by batch, however fast the server"
    assert sorted(raws(journal)) == sorted(sent)
    assert got(journal, box).report.known == 0
