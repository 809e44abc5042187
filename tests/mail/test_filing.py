"""What files itself is filed right, always; what cannot be told waits with a suggestion; shown on a labelled set."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from casebook import paths
from casebook.guide.guide import Guide
from casebook.journal import Journal
from casebook.journal.incoming import NewChat
from casebook.journal.terms import Automatic
from casebook.mail import importer
from casebook.mail.filing.judging import Doubt
from casebook.mail.filing.matching import Matcher
from casebook.mail.filing.settling import settle
from tests.mail import labelled, samples
from tests.mail.labelled import PLANS, Labelled


def finish(work):
    while True:
        try:
            next(work)
        except StopIteration as end:
            return end.value


class Sorted:
    """A casebook into which the labelled set was imported, and where each mail went."""

    def __init__(self, journal: Journal, folder: Path, seed: int) -> None:
        self.journal = journal
        self.mails = labelled.correspondence(seed)
        self.cases = labelled.prepare(journal)
        for number, case in enumerate(self.cases):
            first = [mail for mail in self.mails if mail.by_hand and mail.case == number]
            if first:
                labelled.write(first, folder / f"{number}.mbox")
                finish(importer.run(journal, [folder / f"{number}.mbox"], case_id=case))
            if PLANS[number].closed:
                journal.cases.close(case)
        labelled.write([mail for mail in self.mails if not mail.by_hand], folder / "rest.mbox")
        place = Matcher.from_journal(journal).place
        self.report = finish(importer.run(journal, [folder / "rest.mbox"], place=place, settle=settle))
        self.by_hash = {hashlib.sha256(mail.raw).hexdigest(): mail for mail in self.mails}

    def results(self) -> list[tuple[Labelled, int | None]]:
        """Return each mail that was not filed by hand with the place of the case it went to, None where it waits."""
        found = []
        for contact in self.report.placed:
            mail = self.by_hash[self.journal.mail.of_contact(contact).raw.sha256]
            case = self.journal.contacts.get(contact).case_id
            found.append((mail, self.cases.index(case) if case else None))
        return found


@pytest.fixture(scope="module")
def sorted_mails(tmp_path_factory: pytest.TempPathFactory):
    folder = tmp_path_factory.mktemp("labelled")
    with Journal.create(folder / "book") as journal:
        yield Sorted(journal, folder, seed=7)


def table(results: list[tuple[Labelled, int | None]]) -> str:
    """Return how many of each kind belong to a case, were filed, filed wrongly, and wait."""
    kinds: dict[str, Counter[str]] = {}
    for mail, case in results:
        row = kinds.setdefault(mail.kind, Counter())
        row["all"] += 1
        row["belong"] += mail.case is not None
        row["filed"] += case is not None
        row["wrong"] += case is not None and case != mail.case
        row["wait"] += case is None
    names = ("all", "belong", "filed", "wrong", "wait")
    lines = [f"{'kind':26}" + "".join(f"{name:>8}" for name in names)]
    lines += [f"{kind:26}" + "".join(f"{row[name]:8}" for name in names) for kind, row in sorted(kinds.items())]
    return "\n".join(lines)


def test_what_files_itself_is_right_and_most_does(sorted_mails: Sorted, capsys: pytest.CaptureFixture[str]) -> None:
    results = sorted_mails.results()
    assert len(sorted_mails.mails) == 300
    filed = [(mail, case) for mail, case in results if case is not None]
    wrong = [(mail.kind, mail.case, case) for mail, case in filed if mail.case != case]
    belong = [mail for mail, _ in results if mail.case is not None and not PLANS[mail.case].closed]
    recall = len(filed) / len(belong)
    with capsys.disabled():
        print(f"\n{table(results)}\nprecision {1 - len(wrong) / len(filed):.1%}, recall {recall:.1%}")
    assert not wrong
    assert recall >= 0.9


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_order_of_arrival_changes_nothing_of_that(tmp_path: Path, seed: int) -> None:
    with Journal.create(tmp_path / "book") as journal:
        results = Sorted(journal, tmp_path, seed).results()
    assert not [(mail.kind, mail.case, case) for mail, case in results if case is not None and mail.case != case]
    belong = [mail for mail, _ in results if mail.case is not None and not PLANS[mail.case].closed]
    assert sum(case is not None for _, case in results) / len(belong) >= 0.9


def test_what_waits_though_it_belongs_somewhere_is_suggested_there(sorted_mails: Sorted) -> None:
    journal = sorted_mails.journal
    ranked = Matcher.from_journal(journal).rank(journal.inbox.waiting())
    assert not any(found[0].certain for found in ranked.values())
    misses = []
    for row in journal.inbox.waiting():
        mail = sorted_mails.by_hash[journal.mail.of_contact(row.contact_id).raw.sha256]
        found = ranked.get(row.contact_id, ())
        if mail.case is not None and sorted_mails.cases[mail.case] not in [each.case_id for each in found[:2]]:
            misses.append((mail.kind, mail.case))
        if mail.kind in {"private"}:
            assert not found
        if mail.kind == "look-alike":
            assert all(each.doubt in {Doubt.IMPOSTOR, Doubt.GUESS} for each in found)
            assert found[0].doubt is Doubt.IMPOSTOR
    assert not misses


@pytest.mark.parametrize("whole", [True, False], ids=["whole mail", "headers only"])
def test_a_bounce_goes_where_the_mail_went_that_it_brings_back(journal: Journal, tmp_path: Path, whole: bool) -> None:
    case = journal.cases.add(journal.firms.add("Kestrel").made, "Withdrawal").made
    journal.accounts.add(1, email=labelled.USER)
    sent = samples.mail(b"Hello?\n", From=labelled.USER.encode(), To=b"support@kestrel.example", Message_ID=b"<s1@x>")
    (tmp_path / "sent.eml").write_bytes(sent)
    finish(importer.run(journal, [tmp_path / "sent.eml"], case_id=case))
    kind, carried = (b"message/rfc822", sent) if whole else (b"text/rfc822-headers", sent.partition(b"\n\n")[0])
    head, body = samples.multipart(
        b"report; report-type=delivery-status",
        b"Content-Type: text/plain\n\nI could not deliver your message.",
        b"Content-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example.org\n\nAction: failed",
        b"Content-Type: " + kind + b"\n\n" + carried,
    )
    bounce = samples.mail(
        body,
        head,
        From=b"MAILER-DAEMON@mx.example.org",
        Subject=b"Undelivered Mail",
        Message_ID=b"<b1@mx>",
        To=labelled.USER.encode(),
    )
    (tmp_path / "bounce.eml").write_bytes(bounce)
    place = Matcher.from_journal(journal).place
    report = finish(importer.run(journal, [tmp_path / "bounce.eml"], place=place))
    assert report.filed == 1
    assert journal.contacts.get(report.contacts[0]).case_id == case
    assert journal.contacts.get(report.contacts[0]).automatic is Automatic.BOUNCE


ANSWERS = {
    "a person": ((), b"We looked at it and released your withdrawal.\n\nLily\n", b"Lily <lily@kestrel.example>", True),
    "a person, by a desk": (
        (b"Auto-Submitted: auto-generated", b"X-Zendesk-Email-Id: 1", b"X-Auto-Response-Suppress: All"),
        b"##- Please type your reply above this line -##\n\nI released your withdrawal today.\n\nLily\n",
        b"Lily (Kestrel) <support@kestrel.example>",
        True,
    ),
    "an acknowledgement, by a desk": (
        (b"Auto-Submitted: auto-generated", b"X-Zendesk-Email-Id: 1"),
        b"Your request (23735) has been received and is being reviewed. We will get back to you.\n",
        b"Kestrel <support@kestrel.example>",
        False,
    ),
    "out of office": ((b"Auto-Submitted: auto-replied",), b"I am away.\n", b"Lily <lily@kestrel.example>", False),
    "bare thanks": (
        (),
        b"Thank you for your message.\n\nBest regards\nLily\n\n"
        b"On Fri, Nov 20, 2026 at 14:03, Lin wrote:\n> 1,250 USDT\n",
        b"Lily <lily@kestrel.example>",
        False,
    ),
    "bare thanks, Chinese": ((), "您好，来信已收到，感谢您的耐心等待。\n".encode(), b"kefu@kestrel.example", False),
}


@pytest.mark.parametrize("kind", ANSWERS)
def test_only_a_persons_answer_stops_the_clock(journal: Journal, tmp_path: Path, kind: str) -> None:
    extra, body, sender, stops = ANSWERS[kind]
    case = journal.cases.add(journal.firms.add("Kestrel").made, "Withdrawal").made
    journal.accounts.add(1, email=labelled.USER)
    asked = samples.mail(
        b"Where are my 1,250 USDT?\n",
        From=labelled.USER.encode(),
        To=b"support@kestrel.example",
        Message_ID=b"<a1@x>",
        Date=b"Mon, 9 Nov 2026 10:00:00 +0800",
    )
    answer = samples.mail(
        body,
        *extra,
        b"In-Reply-To: <a1@x>",
        b"Content-Type: text/plain; charset=utf-8",
        From=sender,
        Message_ID=b"<a2@x>",
        Date=b"Mon, 9 Nov 2026 12:00:00 +0800",
    )
    (tmp_path / "asked.eml").write_bytes(asked)
    (tmp_path / "answer.eml").write_bytes(answer)
    finish(importer.run(journal, [tmp_path / "asked.eml"], case_id=case))
    report = finish(importer.run(journal, [tmp_path / "answer.eml"], place=Matcher.from_journal(journal).place))
    assert report.filed == 1  # whatever it says, it belongs to the thread
    guide = Guide.load(paths.resources() / "guides")
    firm, contacts = journal.firms.get(1), journal.contacts.of_case(case)
    steps = guide.suggest(firm, contacts, datetime(2026, 11, 20, tzinfo=UTC), "Asia/Singapore")
    assert (steps == []) is stops


def test_a_chat_that_waits_is_suggested_by_its_name_and_warns_of_nobody(journal: Journal) -> None:
    cases = labelled.prepare(journal)
    chat = NewChat(
        raw=b"[]",
        source="result.json",
        platform="telegram",
        conversation="7",
        title="Northbank help",
        began=None,
        text="1  14:03  Northbank help: hello",
        keys=("a",),
        agent="Northbank help",
    )
    journal.chats.add([chat])
    (row,) = journal.inbox.waiting()
    (found,) = Matcher.from_journal(journal).rank([row])[row.contact_id]
    assert (found.case_id, found.doubt) == (cases[2], Doubt.GUESS)
    journal.inbox.file([row.contact_id], cases[2])
    journal.chats.add(
        [replace(chat, raw=b"[1]", keys=("b",), text="1  14:05  Northbank help: still there?")], place=lambda *_: None
    )
    (row,) = journal.inbox.waiting()
    assert Matcher.from_journal(journal).rank([row])[row.contact_id][0].certain
