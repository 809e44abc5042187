"""A look before an import: conversations, firms, what would happen, and that what is left out stays out."""

from __future__ import annotations

import resource
import sys
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path

import pytest

from casebook.journal import BadInput, Journal
from casebook.journal.incoming import NewMail, Placing
from casebook.journal.terms import OfficialKind, Why
from casebook.mail import importer, preview
from casebook.mail.chosen import Chosen, Pasted, pasted
from casebook.mail.firms import FirmFinder
from casebook.mail.formats.sources import Found
from casebook.mail.preview import Preview, Thread
from tests.mail.test_importer import finished

FIRM = "help@kestrel.example"
MINE = "lin@example.org"


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    with Journal.create(tmp_path / "book") as book:
        firm = book.firms.add("Kestrel Exchange").made
        book.accounts.add(firm, email=MINE)
        book.cases.add(firm, "Withdrawal on hold")
        book.officials.add(firm, OfficialKind.DOMAIN, "kestrel.example", how="their web page, typed by hand")
        yield book


def mail(number: int, *, sender: str = FIRM, to: str = MINE, subject: str = "", refs: str = "", day: int = 1) -> bytes:
    message = EmailMessage()
    message["From"] = sender
    message["To"] = to
    message["Subject"] = subject or f"Message {number}"
    message["Date"] = f"Thu, {day:02d} Nov 2026 10:00:00 +0800"
    message["Message-ID"] = f"<{number}@look.example>"
    if refs:
        message["References"] = refs
    message.set_content(f"Words of {number}")
    return message.as_bytes()


def chosen(*raws: bytes) -> Chosen:
    return Chosen(pasted=tuple(Pasted(f"mail {number}", raw) for number, raw in enumerate(raws)))


def look(journal: Journal, what: Chosen, **more: object) -> Preview:
    stream, total = what.open()
    return finished(preview.look(journal, stream, total, firm_of=FirmFinder.from_journal(journal), **more))  # type: ignore[arg-type]


def by_ticket(mail: NewMail, thread: int) -> Placing | None:
    del thread
    if "T-1" in mail.subject:
        return Placing(1, Why.TICKET, "T-1", certain=True)
    return Placing(1, Why.SENDER, certain=False) if mail.sender == FIRM else None


def test_messages_become_conversations_whatever_order_they_come_in(journal: Journal) -> None:
    found = look(
        journal,
        chosen(
            mail(3, refs="<1@look.example> <2@look.example>", day=3),
            mail(9, sender="news@garden.example", day=9),
            mail(1, subject="Where is it?", sender=MINE, to=FIRM),
            mail(2, refs="<1@look.example>", day=2),
        ),
    )
    assert found.mails == found.new == 4
    garden, thread = found.threads
    assert (thread.mails, thread.subject, thread.firm_id) == (3, "Where is it?", 1)
    assert thread.first is not None
    assert thread.last is not None
    assert (thread.first.day, thread.last.day) == (1, 3)
    assert set(thread.people) == {FIRM, MINE}
    assert (garden.firm_id, garden.placing, garden.related) == (0, None, False)
    assert found.first == thread.first
    assert found.last == garden.last


def test_two_conversations_that_turn_out_to_be_one(journal: Journal) -> None:
    found = look(
        journal,
        chosen(mail(1, day=1), mail(5, day=5), mail(7, refs="<1@look.example> <5@look.example>", day=7)),
    )
    assert [thread.mails for thread in found.threads] == [3]
    assert len(list(found.threads[0].each_key())) == 3


def test_what_would_happen_is_told_by_who_knows(journal: Journal) -> None:
    found = look(
        journal,
        chosen(
            mail(1, subject="[T-1] your request"),
            mail(2, refs="<1@look.example>", subject="Re: your request", day=2),
            mail(3),
            mail(4, sender="x@y.example"),
        ),
        place=by_ticket,
    )
    sure = next(thread for thread in found.threads if thread.placing and thread.placing.certain)
    assert (sure.filed, sure.new, sure.placing and sure.placing.why) == (2, 2, Why.TICKET)
    assert found.filed == 2
    assert sum(thread.related for thread in found.threads) == 2


def test_known_and_double_messages_are_counted_as_such(journal: Journal) -> None:
    first, again = mail(1), mail(2, refs="<1@look.example>")
    stream, total = chosen(first).open()
    finished(importer.take(journal, stream, total))
    seen = list[int]()

    def place(_mail: NewMail, thread: int) -> None:
        seen.append(thread)

    found = look(journal, chosen(first, again, again), place=place)
    assert (found.mails, found.known, found.new) == (3, 2, 1)
    assert [(thread.mails, thread.new) for thread in found.threads] == [(3, 1)]
    assert set(seen) == {journal.mail.of_contact(1).thread_id}


def test_a_sender_that_looks_like_a_firm_is_marked(journal: Journal) -> None:
    found = look(journal, chosen(mail(1, sender="Kestrel Exchange <help@kestre1.example>"), mail(2)))
    warned = [thread for thread in found.threads if thread.warns]
    assert [thread.people for thread in warned] == [("Kestrel Exchange",)]
    assert warned[0].firm_id == 1


def test_what_is_left_out_stays_out_and_everything_else_comes_in(journal: Journal) -> None:
    raws = [mail(number, sender=FIRM if number % 3 else "news@garden.example") for number in range(30)]
    found = look(journal, chosen(*raws))
    left = frozenset(key for thread in found.threads if not thread.related for key in thread.each_key())
    assert len(left) == 10
    stream, total = chosen(*raws, mail(99, sender="somebody@new.example")).open()
    report = finished(importer.take(journal, preview.without(stream, left, total), total))
    assert report.new == 21, "what came since the look is not left out"
    senders = {row.sender for row in journal.inbox.waiting()}
    assert senders == {FIRM, "somebody@new.example"}


def test_what_cannot_be_read_is_named(journal: Journal, tmp_path: Path) -> None:
    (tmp_path / "shot.jpg").write_bytes(b"\xff\xd8\xff no mail")
    (tmp_path / "one.eml").write_bytes(mail(1))
    what = Chosen((tmp_path / "shot.jpg", tmp_path / "one.eml"), (Pasted("pasted", b"no header at all"),))
    found = look(journal, what)
    assert found.mails == 1
    assert [failure.source for failure in found.failed] == ["shot.jpg", "pasted"]
    with pytest.raises(BadInput, match=r"gone\.mbox"):
        look(journal, Chosen((tmp_path / "gone.mbox",)))


def test_after_the_bound_only_what_concerns_a_firm_is_told_apart(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(preview, "MOST_THREADS", 5)
    raws = [mail(number, sender="news@garden.example") for number in range(20)] + [mail(50)]
    found = look(journal, chosen(*raws))
    rest = found.threads[-1]
    assert (rest.rest, rest.mails, rest.new) == (True, 15, 15)
    assert len(list(rest.each_key())) == 15
    assert len(found.threads) == 5 + 1 + 1
    assert any(thread.firm_id for thread in found.threads)
    assert found.mails == 21


def test_many_messages_need_little_memory(journal: Journal) -> None:
    head = "From: news%d@garden.example\r\nSubject: Bulbs\r\nMessage-ID: <%d@look.example>\r\n\r\n"
    body = b"x" * 60_000
    many = 5_000

    def stream() -> Iterator[Found]:
        for number in range(many):
            yield Found((head % (number % 50, number)).encode() + body, f"#{number}", number)

    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    found = finished(preview.look(journal, stream(), many))
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    assert found.mails == many
    if sys.platform == "linux":  # the 300 MB that went by are not kept
        assert grown < 80 * 1024


def test_a_pasted_source_is_taken_whole_or_refused() -> None:
    text = "\ufeff\nFrom: a@b.example\nSubject: 你好\nDate: Thu, 19 Nov 2026 10:00:00 +0800\n\nWords\n"
    assert pasted(text, "pasted").raw == text.lstrip("\ufeff\n").encode()
    for wrong in ("", "Hello,\nhow are you?", "Subject only"):
        with pytest.raises(BadInput, match="headers of a mail"):
            pasted(wrong, "pasted")


def test_a_thread_tells_its_keys(journal: Journal) -> None:
    found = look(journal, chosen(mail(1), mail(2, refs="<1@look.example>")))
    thread = found.threads[0]
    assert isinstance(thread, Thread)
    assert {len(key) for key in thread.each_key()} == {preview.KEY_BYTES}
