"""A bare case for the checklists, and for each need the one fact that answers it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from casebook.journal import Journal
from casebook.journal.incoming import NewMail
from casebook.journal.planning import Details
from casebook.journal.records import Attachment
from casebook.journal.terms import (
    Automatic,
    Category,
    Channel,
    Direction,
    LetterKind,
    OfficialKind,
    ReferenceKind,
    TransferKind,
)
from casebook.journal.times import HowKnown, parse

ZONE = "Asia/Singapore"
OWN = "lin@example.org"
_FILES = {
    "image": ("shot.png", "image/png"),
    "video": ("screen.mp4", "video/mp4"),
    "table": ("list.csv", "text/csv"),
    "pdf": ("list.pdf", "application/pdf"),
    "text": ("api.log", "text/plain"),
}


def bare(journal: Journal, category: Category) -> int:
    """Return a case of which nothing is known but that it exists; its account has no field that a need names."""
    firm = journal.firms.add("Kestrel Exchange", country="SG", zone=ZONE).made
    account = journal.accounts.add(firm, aliases=("elsewhere@example.org",)).made
    return journal.cases.add(firm, "Help", account_id=account, category=category).made


def give(journal: Journal, case_id: int, need: tuple[str, str]) -> None:
    """Record the one fact that answers a need."""
    kind, what = need
    _WAYS[kind](journal, case_id, what)


def log(journal: Journal, case_id: int, channel: Channel, direction: Direction, **more: object) -> int:
    """Record a contact."""
    values = {"text": "About the matter.", **more}
    when = parse("2026-11-19 09:00", ZONE, known=HowKnown.MEMORY)
    made = journal.contacts.log(case_id, channel=channel, direction=direction, happened=when, **values)  # type: ignore[arg-type]
    return made.made


def mail(sender: str = OWN) -> NewMail:
    """Return a mail to the firm."""
    raw = f"From: {sender}\r\nTo: help@kestrel.example\r\nSubject: Order 7\r\n\r\nPlease answer.\r\n".encode()
    return NewMail(
        raw=raw,
        source="sample.mbox",
        message_id=f"{sender}-1@example.org",
        in_reply_to=(),
        references=(),
        sender=sender,
        sender_name="Lin",
        to=("help@kestrel.example",),
        cc=(),
        subject="Order 7",
        date_header="Thu, 19 Nov 2026 18:10:42 +0800",
        sent=parse("2026-11-19 18:10", ZONE, known=HowKnown.MAIL_HEADER),
        text="Please answer.",
        automatic=Automatic.NO,
        attachments=(),
    )


def _case(journal: Journal, case_id: int, what: str) -> None:
    if what == "minute":
        journal.cases.edit(case_id, problem=parse("2026-11-18 14:03", ZONE))
    elif what == "outcome":
        journal.cases.close(case_id, "paid out")
    else:
        name = {"clear": "claim"}.get(what, what)
        journal.cases.edit(case_id, **{name: "12.5" if name == "amount" else "On hold since Monday."})


def _account(journal: Journal, case_id: int, what: str) -> None:
    value = {"registered_on": "2024-03-01", "email": OWN}.get(what, "88213")
    account = journal.cases.get(case_id).account_id
    assert account is not None
    journal.accounts.edit(account, **{what: value})


def _exhibit(journal: Journal, case_id: int, what: str) -> None:
    name, media = _FILES.get(what, _FILES["image"])
    made = journal.exhibits.add(case_id, Attachment(name, b"bytes of " + name.encode(), media)).made
    if what == "named":
        journal.exhibits.describe(made, "Login refused")
    if what == "clause":
        journal.exhibits.edit(made, clause="7.2, in force since March")


def _transfer(journal: Journal, case_id: int, what: str) -> None:
    value: object = {"made": parse("2026-11-18 14:03", ZONE), "amount": "12.5", "kind": TransferKind.DEPOSIT}.get(
        what, "x7"
    )
    journal.transfers.add(case_id, **{"amount": "1", what: value})


def _letter(journal: Journal, case_id: int, what: str) -> None:
    firm = journal.cases.get(case_id).firm_id
    exhibits = ()
    if what == "official":
        journal.officials.add(firm, OfficialKind.ADDRESS, "help@kestrel.example", how="their site")
    if what == "exhibits":
        _exhibit(journal, case_id, "image")
        exhibits = tuple(e.id for e in journal.exhibits.of_case(case_id))
    subject = "Withdrawal refused, appeal" if what == "subject" else ""
    journal.letters.save(
        case_id,
        LetterKind.FIRST,
        Channel.EMAIL,
        "en",
        recipient="Support <help@kestrel.example>",
        subject=subject,
        text="Dear support",
        exhibits=exhibits,
    )


def _sent(journal: Journal, case_id: int, what: str) -> None:
    if what == "copy-public":
        shot = Attachment("post.png", b"a post", "image/png")
        log(journal, case_id, Channel.SOCIAL, Direction.OUT, attachments=[shot])
    elif what == "badge":
        log(journal, case_id, Channel.SOCIAL, Direction.OUT, details=Details(badge="blue"))
    elif what == "receipt":
        log(journal, case_id, Channel.EMAIL, Direction.OUT, details=Details(receipt="asked for"))
    else:
        if what == "own-address":
            _account(journal, case_id, "email")
        journal.mail.add([mail()], case_id=case_id, own={OWN})


def _request(journal: Journal, case_id: int, what: str) -> None:
    del what
    known = journal.requests.of_case(case_id)
    asked = [r.id for r in known] or [journal.requests.add(case_id, "A photo of the passport").made]
    for number in asked:
        journal.requests.supply(number)


_WAYS: Mapping[str, Callable[[Journal, int, str], object]] = {
    "case": _case,
    "account": _account,
    "exhibit": _exhibit,
    "transfer": _transfer,
    "letter": _letter,
    "sent": _sent,
    "request": _request,
    "reference": lambda journal, case_id, what: journal.references.add(case_id, ReferenceKind(what), _value(what)),
    "contact": lambda journal, case_id, what: log(journal, case_id, Channel(what), Direction.OUT),
    "ticket": lambda journal, case_id, _what: journal.tickets.add(case_id, "T-99812"),
    "reply": lambda journal, case_id, _what: log(
        journal, case_id, Channel.CHAT, Direction.IN, agent="Lily", details=Details(instructions="wait; done")
    ),
    "official": lambda journal, case_id, what: journal.officials.add(
        journal.cases.get(case_id).firm_id,
        OfficialKind.ADDRESS if what == "any" else OfficialKind(what),
        "@kestrel" if what == "handle" else "help@kestrel.example",
        how="their site",
        platform="X" if what == "handle" else "",
    ),
}


def _value(what: str) -> str:
    return {"ip": "203.0.113.7", "amount": "12.5 USDT", "pair": "BTC/USDT"}.get(what, "A1B2C3D4")
