"""Messages read in a process of their own: the same as here, in their order, and what ends it is named alone."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from casebook.journal import Journal
from casebook.journal.incoming import NewMail
from casebook.mail import importer, reader
from casebook.mail.formats.sources import Failure, Found
from casebook.mail.reader import Reader
from casebook.mail.reading import read
from tests.bench import mail_box
from tests.conftest import finished
from tests.mail import samples


def found(number: int, raw: bytes = b"") -> Found:
    return Found(raw or samples.mail(b"%d\n" % number, Message_ID=b"<%d@x>" % number), f"box #{number}", number)


@pytest.fixture
def child() -> Iterator[Reader]:
    made = Reader()
    yield made
    made.close()


def test_what_comes_back_is_what_is_read_here(child: Reader) -> None:
    sent = [found(number, raw) for number, raw in enumerate((*samples.thread(), b"\nno mail\n", *mail_box.mails(60)))]
    child.send(sent)
    back = list(child.answers())
    assert [each for each, _answer in back] == sent
    answers = [answer for _each, answer in back]
    assert isinstance(answers[12], Failure) and "not a mail" in answers[12].reason
    assert [a for a in answers if isinstance(a, NewMail)] == [read(each) for n, each in enumerate(sent) if n != 12]


def test_it_reads_while_more_is_sent(child: Reader) -> None:
    child.send([found(number) for number in range(100)])
    child.send([found(number) for number in range(100, 150)])
    first = [each.position for each, _answer in child.answers(50)]
    assert first == list(range(100))
    child.send([found(150)])
    assert [each.position for each, _answer in child.answers()] == list(range(100, 151))
    assert list(child.answers()) == []


@pytest.mark.skipif(os.name == "nt", reason="signals are a thing of Unix")
def test_a_child_that_was_killed_is_started_again(child: Reader) -> None:
    child.send([found(number) for number in range(60)])
    assert child._child
    os.kill(child._child.pid, signal.SIGKILL)
    assert [(each.position, type(answer)) for each, answer in child.answers()] == [(n, NewMail) for n in range(60)]


def test_a_message_that_ends_the_child_is_named_and_the_rest_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    stop = found(3, b"Subject: stop\n\n")
    sent = [found(1), found(2), stop, found(4)]
    monkeypatch.setattr(reader, "_MODULE", "tests.mail.stopping_reader")
    child = Reader()
    try:
        child.send(sent)
        child.send([found(5)])
        back = list(child.answers())
    finally:
        child.close()
    assert [each.position for each, _answer in back] == [1, 2, 3, 4, 5]
    assert [each.source for each, answer in back if isinstance(answer, Failure)] == ["box #3"]


def test_a_large_import_comes_to_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "mail").mkdir()
    for name in ("a.mbox", "b.mbox"):
        mail_box.write(tmp_path / "mail" / name, 130)
    told = []
    for name, large in (("here", 1 << 40), ("apart", 1)):
        monkeypatch.setattr(importer, "_LARGE", large)
        monkeypatch.setattr(importer, "_processors", lambda: 2)
        monkeypatch.setattr(importer, "_BATCH_MAILS", 40)
        with Journal.create(tmp_path / name) as journal:
            steps = []
            work = importer.run(journal, [tmp_path / "mail"])
            try:
                while True:
                    steps.append(next(work))
            except StopIteration as end:
                report = end.value
            assert [step.done for step in steps] == sorted(step.done for step in steps)
            rows = journal.inbox.waiting()
            told.append((report.new, report.known, report.failed, [(r.subject, r.thread_id, r.snippet) for r in rows]))
            assert finished(journal.verify()).ok
            assert finished(importer.run(journal, [tmp_path / "mail"])).known == 260
    assert told[0] == told[1]
    assert told[0][:3] == (130, 130, ())
