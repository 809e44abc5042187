"""A case with everything in it, packed to be moved, and a casebook to move it into."""

from pathlib import Path
from typing import Any

import pytest

from casebook.journal import Journal
from casebook.journal.changes import UNTOLD, Kind
from casebook.journal.terms import PromiseState, ReferenceKind
from tests.conftest import HandClock, finished
from tests.journal.makers import at, log, mail, picture

SECRET = "words of the other case"


def rich_case(journal: Journal) -> int:
    """Return a case with every kind of record, between other cases and mails that are none of its business."""
    firm = journal.firms.add("Kestrel Exchange", country="SG", zone="Asia/Singapore", note="二手消息").made
    account = journal.accounts.add(firm, uid="88213", email="lin@example.org").made
    other = journal.cases.add(journal.firms.add("Orca").made, "Other").made
    log(journal, other, SECRET, attachments=[picture(content=SECRET.encode())])
    waiting = [mail(9, attachments=(picture("later.pdf", b"%PDF later"),))]
    journal.mail.add(waiting)
    case = journal.cases.add(
        firm, "提币被冻结", account_id=account, amount="1250", asset="USDT", problem=at("2026-11-19")
    ).made
    first = log(journal, case, "On hold", attachments=[picture(content=b"\x89PNG" * 900)], tickets=["T-1", "T-2"])
    journal.contacts.change(first, "typo", text="On hold since Tuesday")
    journal.contacts.amend(first, "they said so later", agent="Lily")
    log(journal, other, SECRET)
    journal.mail.add(
        [mail(1), mail(2, references=("1@test",), attachments=(picture("a.pdf", b"%PDF 1"),))], case_id=case
    )
    journal.inbox.file([contact.contact_id for contact in journal.inbox.waiting()], case)
    promise = journal.promises.add(case, "within 24 h", due=at("2026-11-21 14:00"), contact_id=first, agent="Lily").made
    journal.promises.resolve(promise, PromiseState.BROKEN, "nothing came")
    journal.requests.supply(journal.requests.add(case, "a selfie").made)
    done = journal.follow_ups.add(case, at("2026-11-22"), "nudge", contact_id=first, promise_id=promise).made
    journal.follow_ups.done(done, "nudged")
    journal.references.add(case, ReferenceKind.TXID, "0xabc123", network="TRC20")
    gone = log(journal, case, "put away")
    journal.bin.delete_contact(gone)
    return case


_STAYS = frozenset({Kind.FIRM, Kind.ACCOUNT, Kind.IMPORTED_CASE, Kind.OFFICIAL, Kind.PHISHING_CODE}) | UNTOLD
_STAYS |= {Kind.FIRM_RULE, Kind.FIRM_CHANNEL}


def facts(journal: Journal, case_id: int) -> dict[str, Any]:
    """Return everything that a case says, with its ids replaced by the order in which they came."""
    order: dict[tuple[str, int], int] = {}
    told: dict[str, Any] = {}
    within = "IN (SELECT id FROM contact WHERE case_id = ?)"
    places = {Kind.CASE: "id = ?", **dict.fromkeys((Kind.MAIL, Kind.CHAT), f"id {within}")}
    places |= dict.fromkeys((Kind.AMENDMENT, Kind.MAIL_COPY, Kind.DKIM), f"contact_id {within}")
    for kind in Kind:
        if kind in _STAYS:
            continue
        where = places.get(kind, "case_id = ?")
        cursor = journal._core.database.execute_sql(f'SELECT * FROM "{kind}" WHERE {where} ORDER BY id', (case_id,))
        names = [each[0] for each in cursor.description]
        rows = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
        for row in rows:
            order[kind, row["id"]] = len(order)
        told[str(kind)] = rows
    point = {"contact_id": Kind.CONTACT, "promise_id": Kind.PROMISE}
    for rows in told.values():
        for row in rows:
            row.pop("id")
            for name in ("case_id", "firm_id", "account_id", "thread_id"):
                row.pop(name, None)
            for name, kind in point.items():
                if row.get(name) is not None:
                    row[name] = order[kind, row[name]]
    return told


@pytest.fixture
def archive(journal: Journal, tmp_path: Path) -> Path:
    """The rich case as a file; it is C-2 of `journal`."""
    return finished(journal.archives.export_case(rich_case(journal), tmp_path / "case.zip"))


@pytest.fixture
def there(tmp_path: Path, clock: HandClock) -> Journal:
    """Another casebook, with something in it."""
    with Journal.create(tmp_path / "there", clock) as made:
        log(made, made.cases.add(made.firms.add("kestrel exchange").made, "Mine").made, "mine")
        yield made


def state(journal: Journal) -> tuple[Any, ...]:
    """Return what must not change when something is refused."""
    files = sorted((path.name, path.stat().st_size) for path in journal.folder.rglob("*") if path.is_file())
    return journal.ledger.head(), [file for file in files if "casebook.db" not in file[0]]
