"""Imports into a real journal: files and folders as users have them, again, broken, cancelled, dry."""

import hashlib
import os
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import TypeVar

import pytest

from casebook import paths
from casebook.journal import BadInput, Journal, NotFound, Progress
from casebook.journal.incoming import NewMail, Placing
from casebook.journal.terms import Automatic, Direction, Why
from casebook.journal.times import HowKnown, Precision
from casebook.mail import importer
from casebook.mail.formats.sources import Failure, Found
from casebook.mail.importer import ImportReport
from tests.mail import samples
from tests.pace import within

Result = TypeVar("Result")


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    with Journal.create(tmp_path / "book") as book:
        firm = book.firms.add("Kestrel Exchange").made
        book.accounts.add(firm, email="Lin@Example.org", aliases=("lin@old.example",))
        book.cases.add(firm, "Withdrawal on hold")
        yield book


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    folder = tmp_path / "mail"
    folder.mkdir()
    return folder


def finished(work: Generator[Progress, None, Result]) -> Result:
    """Return what long work comes to."""
    try:
        while True:
            next(work)
    except StopIteration as end:
        result: Result = end.value
        return result


def run(journal: Journal, *where: Path, case_id: int | None = None, dry_run: bool = False) -> ImportReport:
    return finished(importer.run(journal, where, case_id=case_id, dry_run=dry_run))


def test_the_thread_of_twelve_becomes_twelve_contacts(journal: Journal, inbox: Path) -> None:
    sent = samples.write_thread(inbox / "inbox.mbox")
    report = run(journal, inbox / "inbox.mbox", case_id=1)
    assert (report.new, report.filed, report.waiting, report.known, report.failed) == (12, 12, 0, 0, ())
    contacts = journal.contacts.of_case(1)
    assert [c.id for c in contacts] == list(report.contacts)
    assert [c.direction for c in contacts].count(Direction.OUT) == 6
    assert [c.automatic for c in contacts].count(Automatic.AUTO_REPLY) == 1
    assert contacts[8].happened.known is HowKnown.RECEIVED_HEADER
    assert contacts[0].happened.rfc3339 == "2026-11-09T10:15:00+08:00"
    assert contacts[0].happened.precision is Precision.EXACT
    assert [e.name for e in journal.exhibits.of_case(1)] == ["提币截图.png", "对账单.pdf"]
    assert journal.exhibits.read(journal.exhibits.of_case(1)[1].file) == samples.pdf()
    assert len({journal.mail.of_contact(c.id).thread_id for c in contacts}) == 1
    assert journal.mail.raw(contacts[0].id) == sent[0]
    assert journal.mail.of_contact(contacts[3].id).source == "inbox.mbox #4"
    assert journal.search.find("风控")


def test_a_second_import_adds_nothing(journal: Journal, inbox: Path) -> None:
    samples.write_thread(inbox / "inbox.mbox")
    run(journal, inbox)
    head = journal.ledger.head()
    report = run(journal, inbox)
    assert (report.new, report.known, report.contacts) == (0, 12, ())
    assert journal.ledger.head() == head
    assert not report.changes.ids


def test_without_a_case_mails_wait_and_follow_their_thread(journal: Journal, inbox: Path) -> None:
    messages = samples.thread()
    (inbox / "1.eml").write_bytes(messages[0])
    assert run(journal, inbox / "1.eml").waiting == 1
    journal.inbox.file([row.contact_id for row in journal.inbox.waiting()], 1)
    (inbox / "2.eml").write_bytes(messages[1])
    report = run(journal, inbox / "2.eml")
    assert (report.filed, report.waiting, len(report.contacts)) == (1, 0, 1)


def test_a_folder_of_everything(journal: Journal, inbox: Path) -> None:
    messages = samples.thread()
    (inbox / "Inbox").write_bytes(samples.mbox(messages[:2]))
    (inbox / "Inbox.msf").write_text("// index")
    (inbox / "Drafts").touch()
    (inbox / "Drafts.msf").write_text("// index")
    (inbox / "Inbox.sbd").mkdir()
    (inbox / "Inbox.sbd" / "客服").write_bytes(samples.mbox(messages[2:4]))
    (inbox / "one.eml").write_bytes(messages[4])
    (inbox / "UPPER.EML").write_bytes(b"From lin@example.org Fri Nov 20 14:00:00 2026\n" + messages[5])
    (inbox / "really-a-mailbox.eml").write_bytes(samples.mbox(messages[6:8]))
    for name in ("cur", "new", "tmp"):
        (inbox / "Maildir" / name).mkdir(parents=True)
        (inbox / "Maildir" / name / f"1763.{name}:2,S").write_bytes(samples.mail(Message_ID=f"<{name}@x>".encode()))
    (inbox / ".DS_Store").write_bytes(b"\0\0\0\1Bud1")
    (inbox / ".hidden.eml").write_bytes(messages[9])
    report = run(journal, inbox)
    assert report.failed == ()
    assert report.new == 10
    upper = next(
        r for r in journal.inbox.waiting() if journal.mail.of_contact(r.contact_id).source.endswith("UPPER.EML")
    )
    assert journal.mail.raw(upper.contact_id) == (inbox / "UPPER.EML").read_bytes()


def test_each_file_that_is_no_mail_is_named_with_what_to_do(journal: Journal, inbox: Path) -> None:
    (inbox / "a-good.eml").write_bytes(samples.thread()[0])
    (inbox / "b-empty.eml").touch()
    (inbox / "c-picture.eml").write_bytes(samples.png())
    (inbox / "d-notes.txt").write_text("Call them on Monday.\n")
    (inbox / "e-outlook.msg").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500))
    (inbox / "f-takeout.zip").write_bytes(b"PK\x03\x04" + bytes(500))
    os.mkfifo(inbox / "g-pipe")
    (inbox / "h-dangling.eml").symlink_to(inbox / "nowhere")
    (inbox / "z-good.eml").write_bytes(samples.thread()[1])
    report = run(journal, inbox)
    assert report.new == 2
    found = {failure.source: failure.reason for failure in report.failed}
    assert set(found) == {f"mail/{path.name}" for path in inbox.iterdir() if "good" not in path.name}
    assert "empty" in found["mail/b-empty.eml"]
    assert "not a mail" in found["mail/c-picture.eml"]
    assert "not a mail" in found["mail/d-notes.txt"]
    assert "no message in it" in found["mail/e-outlook.msg"]
    assert "damaged" in found["mail/f-takeout.zip"]
    assert all("\n" not in reason and ": " in reason for reason in found.values())


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="needs a file that this user may not read")
def test_a_file_that_may_not_be_read(journal: Journal, inbox: Path) -> None:
    (inbox / "secret.eml").write_bytes(samples.thread()[0])
    (inbox / "secret.eml").chmod(0)
    report = run(journal, inbox)
    assert [f.reason.split(":")[0] for f in report.failed] == ["this file may not be read"]


def test_a_broken_message_in_a_mailbox_is_named_and_the_rest_goes_on(journal: Journal, inbox: Path) -> None:
    messages = samples.thread()[:3]
    messages[1] = b"\nonly words\n"
    (inbox / "inbox.mbox").write_bytes(samples.mbox(messages))
    report = run(journal, inbox / "inbox.mbox")
    assert (report.new, [f.source for f in report.failed]) == (2, ["inbox.mbox #2"])


def test_a_dry_run_counts_and_writes_nothing(journal: Journal, inbox: Path) -> None:
    samples.write_thread(inbox / "inbox.mbox")
    head = journal.ledger.head()
    report = run(journal, inbox, dry_run=True)
    assert (report.new, report.known, report.contacts) == (12, 0, ())
    assert run(journal, inbox, case_id=1, dry_run=True).filed == 12
    assert journal.ledger.head() == head
    run(journal, inbox)
    assert run(journal, inbox, dry_run=True).known == 12


def test_the_same_message_twice_in_one_import_is_one(journal: Journal, inbox: Path) -> None:
    samples.write_thread(inbox / "a.mbox")
    samples.write_thread(inbox / "b.mbox")
    report = run(journal, inbox)
    assert (report.new, report.known) == (12, 12)


def test_closing_keeps_what_was_recorded(journal: Journal, inbox: Path) -> None:
    messages = [samples.mail(b"%d\n" % n, Message_ID=b"<%d@x>" % n) for n in range(2_000)]
    (inbox / "inbox.mbox").write_bytes(samples.mbox(messages))
    work = importer.run(journal, [inbox])
    seen = [next(work) for _ in range(3)]
    work.close()
    assert seen[0].done == 0
    assert seen[-1].total == (inbox / "inbox.mbox").stat().st_size
    kept = len(journal.inbox.waiting())
    assert 0 < kept < 2_000
    report = run(journal, inbox)
    assert (report.known, report.new) == (kept, 2_000 - kept)


def test_progress_never_goes_back(journal: Journal, inbox: Path) -> None:
    for name in ("a", "b", "c"):
        messages = [samples.mail(b"%d\n" % n, Message_ID=b"<%d%s@x>" % (n, name.encode())) for n in range(150)]
        (inbox / name).write_bytes(samples.mbox(messages))
    steps = list(importer.run(journal, [inbox]))
    assert [s.done for s in steps] == sorted(s.done for s in steps)
    assert steps[-1].done == steps[-1].total


def test_what_cannot_be_imported_at_all_is_refused(journal: Journal, inbox: Path) -> None:
    with pytest.raises(BadInput, match="there is no file"):
        run(journal, inbox / "missing.eml")
    with pytest.raises(NotFound):
        run(journal, inbox, case_id=99)


def test_a_broken_symbol_or_name_does_not_end_the_import(journal: Journal, inbox: Path) -> None:
    odd = samples.mail(
        b"\xed\xa0\x80 \x00 text\n", Subject=b"\xff\xfe\x00", From=b"\x00<a@b\x00>", Message_ID=b"<\x00\xff>"
    )
    (inbox / "odd.eml").write_bytes(odd)
    (inbox / os.fsdecode(b"\xff\xfe.eml")).write_bytes(samples.thread()[0])
    report = run(journal, inbox)
    assert (report.new, report.failed) == (2, ())


def test_a_mail_without_any_time_is_recorded_as_unknown(journal: Journal, inbox: Path) -> None:
    (inbox / "one.eml").write_bytes(samples.mail(Date=b""))
    run(journal, inbox, case_id=1)
    contact = journal.contacts.of_case(1)[0]
    assert (contact.happened.known, contact.happened.precision) == (HowKnown.UNKNOWN, Precision.ABOUT)


def test_hostile_messages_are_read_between_the_others(journal: Journal, inbox: Path) -> None:
    from tests.mail.test_hostile import MAILS

    (inbox / "inbox.mbox").write_bytes(samples.mbox([*MAILS.values(), samples.thread()[0]]))
    with within(60):
        report = run(journal, inbox)
    assert (report.new, report.failed) == (len(MAILS) + 1, ())
    assert finished(journal.verify()).ok


def test_a_stream_of_any_kind_is_taken(journal: Journal) -> None:
    messages = samples.thread()
    said: list[Found] = []

    def stream() -> Iterator[Found | Failure | Progress]:
        yield Found(messages[0], "imap 1", 1, outgoing=True, thread_key="gm:9")
        yield Progress(1, 3, "mails", "waiting for the server")
        yield Failure("imap 2", "the server says it is gone")
        yield Found(samples.mail(Message_ID=b"<other@x>"), "imap 3", 3, thread_key="gm:9")

    def place(mail: NewMail, thread: int) -> Placing | None:
        return Placing(1, Why.SENDER, certain=True) if mail.outgoing else None

    work = importer.take(journal, stream(), 3, unit="mails", place=place, recorded=said.append)
    steps: list[Progress] = []
    try:
        while True:
            steps.append(next(work))
    except StopIteration as end:
        report = end.value
    assert {step.unit for step in steps} == {"mails"}
    assert "waiting for the server" in [step.note for step in steps]
    assert said[-1].source == "imap 3"
    assert (report.filed_by, report.suggested_by) == ({Why.SENDER: 1}, {None: 1})
    assert [f.source for f in report.failed] == ["imap 2"]
    first, second = report.placed
    assert journal.contacts.get(first).direction is Direction.OUT
    assert journal.mail.of_contact(first).thread_id == journal.mail.of_contact(second).thread_id


def test_the_sample_of_the_demo(journal: Journal) -> None:
    sample = paths.resources() / "sample" / "kestrel.mbox"
    report = run(journal, sample, case_id=1)
    assert (report.new, report.failed) == (8, ())
    contacts = journal.contacts.of_case(1)
    assert [c.automatic for c in contacts].count(Automatic.AUTO_REPLY) == 1
    assert [c.direction for c in contacts].count(Direction.OUT) == 4
    assert [e.inline for e in journal.exhibits.of_case(1)] == [True]
    assert all(c.happened.zone == "+08:00" and 9 <= c.happened.local.day <= 20 for c in contacts)
    assert all(not journal.mail.of_contact(c.id).problems for c in contacts)


def test_one_mail_by_two_ways_is_one_contact_with_both_its_bytes(journal: Journal, inbox: Path) -> None:
    plain = [*samples.thread()[:6], samples.mail(b"Dear Lin,\nFrom here on:\n", Message_ID=b"<from@x>")]
    for number, raw in enumerate(plain):
        (inbox / f"{number}.eml").write_bytes(raw)
    first = run(journal, inbox, case_id=1)
    assert (first.new, first.copies) == (7, 0)
    mine = b"X-GM-THRID: 77\nX-Gmail-Labels: Inbox\nDelivered-To: lin@example.org\n"
    takeout = samples.mbox([mine + raw for raw in plain]).replace(b"\n", b"\r\n")
    (inbox / "takeout.mbox").write_bytes(takeout)
    again = run(journal, inbox)
    assert (again.new, again.known, again.copies) == (0, 14, 7)
    assert len(journal.contacts.of_case(1)) == 7
    for contact in first.contacts:
        [copy] = journal.mail.copies(contact)
        assert copy.source.startswith("mail/takeout.mbox #")
        raw = journal.mail.copy_raw(copy)
        assert raw in takeout
        assert hashlib.sha256(raw).hexdigest() == copy.raw.sha256 != journal.mail.of_contact(contact).raw.sha256
    assert (run(journal, inbox).known, run(journal, inbox).copies) == (14, 0)
    assert finished(journal.verify()).ok
