"""A casebook of 10,000 cases and 1,000,000 contacts: `python -m tests.bench.scale_book FOLDER [CONTACTS]` makes it.

Cases, follow-ups, promises and mails go in by the journal's own calls. The contacts go in a batch at a time as the
importer's do: the row, its entry in the ledger and its words in the search index. It takes minutes; keep the folder.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from casebook.journal import Journal
from casebook.journal.incoming import NewMail
from casebook.journal.records import Attachment
from casebook.journal.terms import Automatic, Channel, Direction, ExhibitSource, FirmKind
from casebook.journal.times import Moment, moment

CASES, CONTACTS, BIG, WAITING, MANY = 10_000, 1_000_000, 10_000, 10_000, 10_000
"""Cases, contacts, contacts of the longest case, mails to file, attachments of one contact."""

NOW = datetime(2026, 11, 20, 6, 30, tzinfo=UTC)
_ZONE = "Asia/Singapore"
_FIRMS = ("Kestrel", "Northbank", "Orca", "Heron", "Alder", "Quartz", "Pelican", "Juniper", "Basalt", "Marlin")
_KINDS = ("Exchange", "Pay", "Markets", "Wallet")
_SAID = """withdrawal on hold review please wait within hours ticket order network address confirm again support agent
compliance document passport screenshot refund deposit credited fee account frozen
提币被冻结 客服回复 订单号 请耐心等待 人工审核 重新提交"""
_WORDS = _SAID.split()
_BATCH = 5_000


LONG, CROWDED = 1, 2
"""The case with the most contacts, and the one with a contact of thousands of attachments."""


def make(
    folder: Path,
    contacts: int = CONTACTS,
    cases: int = CASES,
    *,
    big: int = BIG,
    waiting: int = WAITING,
    attachments: int = MANY,
) -> None:
    """Make the casebook in `folder`, saying how far it is."""
    chance, started = random.Random(7), time.monotonic()

    def say(what: str) -> None:
        print(f"{time.monotonic() - started:7.1f} s  {what}", flush=True)

    with Journal.create(folder, lambda: NOW) as journal:
        _cases(journal, cases, chance)
        say(f"{cases} cases")
        _plans(journal, cases, chance)
        say("follow-ups and promises")
        _mails(journal, waiting)
        say(f"{waiting} mails to file")
        _crowd(journal, attachments)
        say("one contact with very many attachments")
        rest = max(contacts - big, 0)
        order = [LONG] * big + sorted(chance.choices(range(3, cases + 1), k=rest))
        for done in range(0, len(order), _BATCH):
            _contacts(journal, order[done : done + _BATCH], chance)
            if done % 100_000 == 0:
                say(f"{done} contacts")
        say("optimising the index")
        journal._core.database.execute_sql("INSERT INTO search_words (search_words) VALUES ('optimize')")
        journal._core.database.execute_sql("ANALYZE")
    say("made")


def _cases(journal: Journal, count: int, chance: random.Random) -> None:
    firms = [
        journal.firms.add(f"{name} {kind}", kind=FirmKind.EXCHANGE, country="SG", zone=_ZONE).made
        for name in _FIRMS
        for kind in _KINDS
    ]
    for start in range(0, count, _BATCH):
        with journal.transaction():
            for number in range(start + 1, min(start + _BATCH, count) + 1):
                case_id = journal.cases.add(
                    chance.choice(firms),
                    f"{chance.choice(_WORDS).capitalize()} {chance.choice(_WORDS)} {number}",
                    amount=str(chance.randrange(20, 90_000)),
                    asset=chance.choice(("USDT", "BTC", "EUR")),
                ).made
                if chance.random() < 0.3 and case_id > 3:
                    journal.cases.close(case_id, "refunded")


def _plans(journal: Journal, cases: int, chance: random.Random) -> None:
    with journal.transaction():
        for case_id in chance.sample(range(3, cases + 1), k=cases // 3):
            at = moment(NOW + timedelta(hours=chance.randrange(-40, 2_000)), _ZONE)
            journal.follow_ups.add(case_id, at, "Ask again in the same thread")
            journal.promises.add(case_id, "released within 24 hours", due=at, agent="Lily", ring="")


def _mails(journal: Journal, count: int) -> None:
    for start in range(0, count, 1_000):
        journal.mail.add([_mail(number) for number in range(start, min(start + 1_000, count))], own={"mei@example.org"})


def _mail(number: int) -> NewMail:
    thread = number // 3
    first = f"t{thread}@firm.example"
    message_id = first if number % 3 == 0 else f"m{number}@firm.example"
    answers = () if number % 3 == 0 else (first,)
    text = f"Dear customer, your request {4_000_000 + number} about order {88_000 + number} is being reviewed."
    return NewMail(
        raw=f"Message-ID: <{message_id}>\r\nSubject: Request {thread}\r\n\r\n{text}".encode(),
        source=f"inbox.mbox #{number}",
        message_id=message_id,
        in_reply_to=answers,
        references=answers,
        sender=f"support{number % 40}@firm.example",
        sender_name="Support",
        to=("mei@example.org",),
        cc=(),
        subject=f"Request {thread}: order {88_000 + number}",
        date_header="",
        sent=moment(NOW - timedelta(minutes=7 * number), _ZONE),
        text=text,
        automatic=Automatic.NO,
        attachments=(),
    )


def _crowd(journal: Journal, attachments: int) -> None:
    journal.contacts.log(
        CROWDED,
        channel=Channel.EMAIL,
        direction=Direction.IN,
        happened=moment(NOW - timedelta(days=9), _ZONE),
        text="Everything they sent at once.",
        attachments=[
            Attachment(f"page {number}.txt", b"page %d" % number, "text/plain", ExhibitSource.MAIL)
            for number in range(attachments)
        ],
    )


def _contacts(journal: Journal, order: list[int], chance: random.Random) -> None:
    """Write one batch of contacts, one for each case number in `order`."""
    core, room = journal._core, journal.contacts
    with core.write(), core.gathering():
        for case_id, row in zip(order, _rows(order, chance), strict=True):
            contact_id = room.put_row("contact.logged", case_id, row)
            core.index.put("contact", contact_id, f"{row['subject']}\n{row['text']}\n{row['agent']}", new=True)


def _rows(order: list[int], chance: random.Random) -> Iterator[dict[str, Any]]:
    channels, directions = [str(each) for each in Channel], [str(each) for each in Direction]
    when, before = NOW, 0
    for case_id in order:
        if case_id != before:
            when, before = NOW - timedelta(days=900, minutes=chance.randrange(9_000)), case_id
        when += timedelta(minutes=chance.choice((2, 9, 40, 100, 300)))
        words = chance.choices(_WORDS, k=chance.choice((4, 8, 15, 40)))
        yield {
            "case_id": case_id,
            "channel": chance.choice(channels),
            "direction": chance.choice(directions),
            **_columns(moment(when, _ZONE)),
            **dict.fromkeys(("platform", "outcome", "automatic", "agent_id"), ""),
            "agent": chance.choice(("Lily", "Tom", "客服小王", "Ada")),
            "bot": None,
            "subject": "",
            "text": f"{' '.join(words)} {chance.randrange(10**7)}",
            "tickets": "[]",
            "amended": 0,
            "discarded": 0,
            "recorded_at": _NOW_TEXT,
        }


def _columns(happened: Moment) -> dict[str, Any]:
    from casebook.journal.store.tables import moment_columns
    from casebook.journal.times import to_text

    return {
        name: to_text(value) if isinstance(value, datetime) else value
        for name, value in moment_columns("happened", happened).items()
    }


def _now_text() -> str:
    from casebook.journal.times import to_text

    return to_text(NOW)


_NOW_TEXT = _now_text()


if __name__ == "__main__":
    make(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else CONTACTS)
