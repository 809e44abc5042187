"""A casebook with some of everything, made through the journal's own calls, for the tests of the window."""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from casebook import paths
from casebook.guide import Guide
from casebook.journal import Journal
from casebook.journal.incoming import NewMail
from casebook.journal.records import Attachment
from casebook.journal.terms import Automatic, Category, Channel, Direction, ExhibitSource, FirmKind, ReferenceKind
from casebook.journal.times import HowKnown, Moment, Precision, moment

NOW = datetime(2026, 11, 20, 6, 30, tzinfo=UTC)
"""A Friday; 14:30 in Singapore."""

ZONE = "Asia/Singapore"


@dataclass
class Clock:
    """A clock that tests move by hand."""

    now: datetime = NOW

    def __call__(self) -> datetime:
        return self.now

    def tick(self, **span: float) -> None:
        self.now += timedelta(**span)


@dataclass
class Sample:
    journal: Journal
    clock: Clock
    kestrel: int
    northbank: int
    withdrawal: int
    kyc: int
    fees: int
    overdue: int
    due: int
    later: int
    waiting: tuple[int, ...]


def guide() -> Guide:
    return Guide.load(paths.resources() / "guides")


def at(days: float, hour: int = 6, minute: int = 0) -> Moment:
    """A moment so many days from NOW's date, at an hour of UTC, shown in Singapore."""
    day = (NOW + timedelta(days=days)).replace(hour=hour, minute=minute)
    return moment(day, ZONE)


def picture(words: str = "", size: tuple[int, int] = (360, 220)) -> bytes:
    """A small PNG that looks like a chat."""
    from PIL import Image, ImageDraw

    image = Image.new("RGB", size, "#f5f5f2")
    draw = ImageDraw.Draw(image)
    for row in range(4):
        left = 16 if row % 2 else 120
        draw.rounded_rectangle(
            (left, 16 + row * 48, left + 210, 52 + row * 48), 8, fill="#dcebe7" if row % 2 else "white"
        )
    draw.text((24, 72), words, fill="#1f2328")
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def mail(
    number: int,
    subject: str,
    text: str,
    sent: Moment,
    *,
    sender: str = "support@kestrel.example",
    name: str = "Kestrel Support",
    to: str = "mei@example.org",
    answers: tuple[str, ...] = (),
    attachments: tuple[Attachment, ...] = (),
    problems: tuple[str, ...] = (),
) -> NewMail:
    """A mail as the mail room would hand it in; `number` makes its Message-ID."""
    message_id = f"m{number}@kestrel.example"
    raw = f"Message-ID: <{message_id}>\r\nSubject: {subject}\r\n\r\n{text}".encode()
    return NewMail(
        raw=raw,
        source=f"inbox.mbox #{number}",
        message_id=message_id,
        in_reply_to=answers,
        references=answers,
        sender=sender,
        sender_name=name,
        to=(to,),
        cc=(),
        subject=subject,
        date_header="",
        sent=sent,
        text=text,
        automatic=Automatic.NO,
        attachments=attachments,
        problems=problems,
    )


def build(folder: Path, clock: Clock | None = None) -> Sample:
    """Make the casebook in `folder` and return it with the ids that tests ask for."""
    clock = clock or Clock()
    journal = Journal.create(folder, clock)
    kestrel = journal.firms.add("Kestrel Exchange", country="SG", zone=ZONE).made
    northbank = journal.firms.add("Northbank Pay", kind=FirmKind.PAYMENT, country="GB", zone="Europe/London").made
    account = journal.accounts.add(kestrel, uid="88213377", user_name="mei", email="mei@example.org").made
    withdrawal = journal.cases.add(
        kestrel,
        "Withdrawal on hold",
        account_id=account,
        category=Category.WITHDRAWAL,
        amount="1250",
        asset="USDT",
        network="TRC20",
        claim="1,250 USDT have been on hold since 15 November without a reason.",
        remedy="Release the withdrawal to my address.",
        problem=at(-5),
    ).made
    kyc = journal.cases.add(northbank, "身份认证两次被拒", category=Category.KYC).made
    fees = journal.cases.add(northbank, "Fee charged twice", category=Category.FEES, amount="12.40", asset="GBP").made
    _contacts(journal, withdrawal, kyc)
    overdue, due, later = _follow_ups(journal, withdrawal, kyc, fees)
    waiting = _mails(journal)
    return Sample(journal, clock, kestrel, northbank, withdrawal, kyc, fees, overdue, due, later, waiting)


def _contacts(journal: Journal, withdrawal: int, kyc: int) -> None:
    log = journal.contacts.log
    log(
        withdrawal,
        channel=Channel.CHAT,
        direction=Direction.OUT,
        happened=at(-3, 5, 58),
        text="Asked why 1,250 USDT is on hold since yesterday; gave TxID and order number.",
    )
    said = log(
        withdrawal,
        channel=Channel.CHAT,
        direction=Direction.IN,
        happened=at(-3, 6, 3),
        agent="Lily",
        agent_id="4471",
        bot=False,
        tickets=("T-99812",),
        text="Your withdrawal was flagged for review. It will be released within 24 hours.",
        attachments=(Attachment("chat.png", picture("within 24 hours"), "image/png", ExhibitSource.PASTED),),
    )
    log(
        withdrawal,
        channel=Channel.EMAIL,
        direction=Direction.OUT,
        happened=at(-2, 10, 10),
        subject="Withdrawal refused, order 88213",
        text="Sent the screenshot and asked for a date.",
    )
    journal.promises.add(withdrawal, "within 24 hours", due=at(-2, 6, 3), contact_id=said.made, agent="Lily", ring="")
    journal.references.add(withdrawal, ReferenceKind.TXID, "0x3f9ab1c27e", network="TRC20", contact_id=said.made)
    journal.references.add(withdrawal, ReferenceKind.ORDER, "88213")
    journal.requests.add(withdrawal, "A screenshot of the withdrawal page", contact_id=said.made)
    log(
        kyc,
        channel=Channel.TICKET,
        direction=Direction.OUT,
        happened=at(-9, 3),
        tickets=("NB-4410",),
        text="第二次提交护照和地址证明，请说明拒绝原因。",
    )
    journal.promises.add(kyc, "三个工作日内复核", due=at(1, 9), agent="Tom", ring="")


def _follow_ups(journal: Journal, withdrawal: int, kyc: int, fees: int) -> tuple[int, int, int]:
    firm = journal.firms.get(journal.cases.get(withdrawal).firm_id)
    found = guide().suggest(firm, journal.contacts.of_case(withdrawal), NOW - timedelta(days=2), ZONE)
    nudge = found[0]
    add = journal.follow_ups.add
    due = add(
        withdrawal,
        at(0, 2),
        nudge.reason["en"],
        rule=nudge.rule,
        explanation=nudge.explanation.to_json(),
        contact_id=nudge.contact_id,
    ).made
    overdue = add(kyc, at(-1, 1), "打电话询问复核结果").made
    later = add(
        fees,
        Moment(at(3, 0).utc, ZONE, 8 * 3600, Precision.DATE, HowKnown.MEMORY),
        "Ask the bank for the statement of both charges",
    ).made
    return overdue, due, later


def _mails(journal: Journal) -> tuple[int, ...]:
    own = journal.accounts.own_addresses()
    mails = [
        mail(
            1,
            "Re: [T-99812] Withdrawal refused, order 88213",
            "Dear customer,\n\nplease send a photo of your passport with today's date.\n\nKestrel Support",
            at(-1, 2),
        ),
        mail(
            2,
            "提币被冻结",
            "您好，我的提币申请自11月15日起一直被冻结，请说明原因。",
            at(-4, 4),
            sender="mei@example.org",
            name="Mei",
            to="support@orca.example",
        ),
        mail(
            3,
            "回复：提币被冻结",
            "您好，我们已收到您的请求，正在处理。",
            at(-3, 4),
            sender="support@orca.example",
            name="Orca 客服",
            answers=("m2@kestrel.example",),
            attachments=(Attachment("表格.pdf", b"%PDF-1.4 form", "application/pdf", ExhibitSource.MAIL),),
        ),
        mail(
            4,
            "",
            "Your statement is ready. <b>Log in</b> to read it.",
            at(-6, 4),
            sender="noreply@bank.example",
            name="",
            to="someone@else.example",
            problems=("the character set is not named; read as UTF-8",),
        ),
    ]
    journal.mail.add(mails, own=own)
    return tuple(row.contact_id for row in journal.inbox.waiting())
