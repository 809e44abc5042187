"""A casebook with thirteen gaps planted in one case, each with the way to fill it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from casebook.journal import Journal
from casebook.journal.incoming import NewMail
from casebook.journal.records import Attachment
from casebook.journal.terms import (
    Automatic,
    Category,
    Channel,
    Consent,
    Direction,
    ExhibitSource,
    LossKind,
    PromiseState,
    ReferenceKind,
    TransferKind,
)
from casebook.journal.times import HowKnown, Moment, parse

ZONE = "Asia/Singapore"
PHRASE = "legal winner thank year wave sausage worth useful legal winner thank yellow"
TXID = "0x3f9a77a1c0de55b0f1e2d3c4b5a697886f5e4d3c2b1a09f8e7d6c5b4a392c27e"


def at(text: str) -> Moment:
    return parse(text, ZONE)


def mail(number: int, sent: str, *, text: str = "Please answer.", attachments: tuple[Attachment, ...] = ()) -> NewMail:
    """Return a mail of the user's to the firm, with raw bytes that hold its words."""
    raw = f"From: lin@example.org\r\nTo: help@kestrel.example\r\nSubject: Order {number}\r\n\r\n{text}\r\n".encode()
    return NewMail(
        raw=raw,
        source="sample.mbox",
        message_id=f"g{number}@example.org",
        in_reply_to=(),
        references=(),
        sender="lin@example.org",
        sender_name="Lin",
        to=("help@kestrel.example",),
        cc=(),
        subject=f"Order {number}",
        date_header="Wed, 18 Nov 2026 18:10:42 +0800",
        sent=parse(sent, ZONE, known=HowKnown.MAIL_HEADER),
        text=text,
        automatic=Automatic.NO,
        attachments=attachments,
    )


def shot(name: str, content: bytes = b"picture", media_type: str = "image/png") -> Attachment:
    return Attachment(name, content + name.encode(), media_type, ExhibitSource.PASTED)


@dataclass
class Planted:
    """The case, and for each planted gap its finding's kind and what removes it."""

    journal: Journal
    case: int
    ways: dict[str, Callable[[], object]] = field(default_factory=dict)


def plant(journal: Journal, name: str = "Kestrel Exchange") -> Planted:
    """Record a case that has nothing missing but thirteen things."""
    firm = journal.firms.add(name, country="SG", zone=ZONE).made
    account = journal.accounts.add(firm, uid="88120934", email="lin@example.org").made
    case = journal.cases.add(
        firm,
        "Withdrawal on hold",
        account_id=account,
        category=Category.WITHDRAWAL,
        amount="1250",
        asset="USDT",
        problem=parse("2026-10-20", ZONE),
    ).made
    planted = Planted(journal, case)
    _talk(planted)
    _files(planted)
    _money(planted)
    return planted


def _log(planted: Planted, when: str, channel: Channel, direction: Direction, **more: object) -> int:
    values = {"text": "About the withdrawal.", **more}
    return planted.journal.contacts.log(
        planted.case,
        channel=channel,
        direction=direction,
        happened=at(when),
        **values,  # type: ignore[arg-type]
    ).made


def _talk(planted: Planted) -> None:
    """A lone call, a bare chat, a silence, a late promise, a secret."""
    journal, case, ways = planted.journal, planted.case, planted.ways
    journal.mail.add([mail(1, "2026-10-21 10:00")], case_id=case, own={"lin@example.org"})
    _log(planted, "2026-10-22 09:00", Channel.PHONE, Direction.BOTH)
    ways["call-alone"] = lambda: journal.mail.add([mail(2, "2026-10-22 12:00")], case_id=case, own={"lin@example.org"})
    chat = _log(planted, "2026-10-26 09:00", Channel.CHAT, Direction.IN)

    def prove() -> None:
        made = journal.exhibits.add(case, shot("chat.png"), contact_id=chat).made
        journal.exhibits.edit(made, origin="Own phone, whole screen")

    ways["no-exhibit:contact"] = prove
    journal.mail.add([mail(3, "2026-10-27 09:00")], case_id=case, own={"lin@example.org"})
    journal.mail.add([mail(4, "2026-11-05 09:00")], case_id=case, own={"lin@example.org"})
    ways["silence"] = lambda: journal.mail.add([mail(5, "2026-11-01 09:00")], case_id=case, own={"lin@example.org"})
    told = next(c.id for c in journal.contacts.of_case(case) if c.subject == "Order 4")
    due = at("2026-11-15 09:00")
    late = journal.promises.add(case, "released tomorrow", due=due, contact_id=told, ring="").made
    ways["promise-late"] = lambda: journal.promises.resolve(late, PromiseState.BROKEN, "nothing came")
    wanted = journal.requests.add(case, "a photo of the card", contact_id=told).made
    ways["request-open"] = lambda: journal.requests.supply(wanted)
    journal.mail.add(
        [mail(6, "2026-11-11 09:00", text=f"Here is what I told them: {PHRASE}. They left.")],
        case_id=case,
        own={"lin@example.org"},
    )
    leaking = next(c.id for c in journal.contacts.of_case(case) if c.subject == "Order 6")
    ways["secret"] = lambda: planted.journal.answers.put(
        case, next(key for key in _keys(planted) if key.startswith(f"secret:contact:{leaking}")), "a test phrase"
    )


def _keys(planted: Planted) -> list[str]:
    from casebook.dossier.gaps import of_case

    return [finding.key for finding in of_case(planted.journal, planted.case)]


def _files(planted: Planted) -> None:
    """An exhibit without a source, an unread attachment, a recording without consent."""
    journal, case, ways = planted.journal, planted.case, planted.ways
    bare = journal.exhibits.add(case, shot("balance.png")).made
    ways["no-source"] = lambda: journal.exhibits.edit(bare, origin="Own phone, whole screen")
    letter = Attachment("statement.pdf", b"%PDF-1.4 statement", "application/pdf", ExhibitSource.MAIL)
    journal.mail.add([mail(7, "2026-11-17 09:00", attachments=(letter,))], case_id=case, own={"lin@example.org"})
    unread = next(e.id for e in journal.exhibits.of_case(case) if e.name == "statement.pdf")
    ways["unread"] = lambda: journal.exhibits.mark_read(unread)
    call = journal.exhibits.add(case, shot("call.m4a", media_type="audio/mp4")).made
    journal.exhibits.edit(call, origin="Own phone's recorder")
    ways["no-consent"] = lambda: journal.exhibits.edit(call, consent=Consent.NOTICE)


def _money(planted: Planted) -> None:
    """A bare transfer, a bare loss, and two things that are usually asked for."""
    journal, case, ways = planted.journal, planted.case, planted.ways
    proof = next(e.id for e in journal.exhibits.of_case(case) if e.name == "balance.png")
    transfer = journal.transfers.add(case, kind=TransferKind.WITHDRAWAL, amount="1250", asset="USDT").made
    ways["no-exhibit:transfer"] = lambda: journal.transfers.edit(transfer, exhibit_id=proof)
    loss = journal.losses.add(case, "Letter", kind=LossKind.COST, amount="12", asset="SGD", currency="SGD").made
    ways["no-exhibit:loss"] = lambda: journal.losses.edit(loss, exhibit_id=proof)
    ways["checklist:transaction-id"] = lambda: journal.references.add(case, ReferenceKind.TXID, TXID, network="TRON")
    ways["checklist:problem-time"] = lambda: journal.cases.edit(case, problem=at("2026-10-20 21:12"))
