"""Facts made by hand: a small case in each language, and as many contacts as a test asks for."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime, timedelta

from casebook.dossier.collect import Facts
from casebook.journal.incoming import Mail
from casebook.journal.records import (
    Account,
    Amendment,
    Case,
    Contact,
    Exhibit,
    Firm,
    LedgerHead,
    Promise,
    Reference,
    Request,
    StoredFile,
    Ticket,
)
from casebook.journal.terms import (
    Automatic,
    CaseStatus,
    Category,
    Channel,
    Direction,
    ExhibitSource,
    FirmKind,
    PromiseState,
    ReferenceKind,
    RequestState,
)
from casebook.journal.times import HowKnown, Moment, Precision, parse

ZONE = "Asia/Singapore"
AS_OF = datetime(2026, 11, 22, 1, 30, tzinfo=UTC)


def at(text: str, precision: Precision = Precision.EXACT, known: HowKnown = HowKnown.DEVICE_CLOCK) -> Moment:
    return parse(text, ZONE, precision, known)


def stored(seed: str, size: int = 48211) -> StoredFile:
    return StoredFile(hashlib.sha256(seed.encode()).hexdigest(), size)


def exhibit(number: int, name: str, contact_id: int, media_type: str = "image/png", **more) -> Exhibit:
    values = {
        "id": number,
        "case_id": 12,
        "contact_id": contact_id,
        "number": number,
        "name": name,
        "media_type": media_type,
        "source": ExhibitSource.PASTED,
        "inline": False,
        "description": "",
        "taken_at": None,
        "file": stored(name),
        "recorded_at": AS_OF - timedelta(days=2),
    }
    return Exhibit(**{**values, **more})


def contact(number: int, happened: Moment, channel: Channel, direction: Direction, text: str, **more) -> Contact:
    values = {
        "id": number,
        "case_id": 12,
        "channel": channel,
        "direction": direction,
        "happened": happened,
        "agent": "",
        "agent_id": "",
        "bot": None,
        "platform": "",
        "subject": "",
        "text": text,
        "outcome": "",
        "automatic": Automatic.NO,
        "tickets": (),
        "exhibits": (),
        "amended": False,
        "recorded_at": happened.utc + timedelta(minutes=2),
    }
    return Contact(**{**values, **more})


TEXT = {
    "en": {
        "title": "Withdrawal on hold",
        "claim": "A withdrawal of 1,250 USDT (TRC-20) was requested on 16 November 2026 "
        "and is shown as \u201cprocessing\u201d since. "
        "The exchange says the withdrawal is under review, but names neither a reason nor a date.",
        "remedy": "Release of the withdrawal, or a written refusal with its reason.",
        "ask": "Asked why 1,250 USDT is on hold since yesterday; gave TxID and order number.",
        "answer": "Your withdrawal was flagged for review.\nIt will be released within 24 hours.",
        "mail": "Dear support team,\n\nmy withdrawal of 1,250 USDT (order 88213) is on hold since 16 November 2026. "
        "Your colleague Lily said on 17 November that it would be released within 24 hours. It was not.\n\n"
        "Please tell me what is missing, and by when it will be released.\n\nKind regards,\nTomáš Dvořák",
        "auto": "Thank you for contacting us. We have received your request (T-99812) and will reply soon.",
        "subject": "Withdrawal refused, order 88213, T-99812",
        "promise": "It will be released within 24 hours.",
        "request": "A photo of the identity card, both sides, with today\u2019s date on paper.",
        "phone": "Called the number on the help page. Waited 25 minutes. The agent could not see the case.",
        "firm": "Kestrel Exchange",
        "shot": "chat with Lily.png",
    },
    "zh": {
        "title": "提现被冻结",
        "claim": "2026年11月16日申请提现 1,250 USDT（TRC-20），此后一直显示“处理中”。"
        "交易所称提现正在审核，但既不说明原因，也不说明期限。",
        "remedy": "放行该笔提现，或以书面形式说明拒绝的理由。",
        "ask": "询问 1,250 USDT 为何从昨天起被冻结；已提供 TxID 和订单号。",
        "answer": "您的提现被标记为需要审核。\n将在 24 小时内放行。",
        "mail": "客服团队：\n\n您好！我的提现 1,250 USDT（订单 88213）自2026年11月16日起被冻结。"
        "贵司客服 Lily 于11月17日表示将在24小时内放行，但至今没有。\n\n"
        "请告知还缺什么材料，以及何时放行。\n\n此致\n张伟",
        "auto": "感谢您的来信。我们已收到您的请求（T-99812），将尽快回复。",
        "subject": "提现被拒，订单 88213，T-99812",
        "promise": "将在 24 小时内放行。",
        "request": "手持身份证正反面照片，并附当天日期。",
        "phone": "拨打帮助页面上的电话，等待 25 分钟。客服称看不到该案件。",
        "firm": "红隼交易所",
        "shot": "与 Lily 的聊天记录.png",
    },
}


def facts(language: str = "en", *, more: int = 0) -> Facts:
    """Return a case of seven contacts and `more` further ones."""
    t = TEXT[language]
    shot = exhibit(3, t["shot"], 2, description="Chat window, whole", taken_at=AS_OF - timedelta(days=5))
    bill = exhibit(4, "account statement.pdf", 3, "application/pdf", source=ExhibitSource.MAIL)
    odd = exhibit(5, "export.csv", 6, "text/csv", source=ExhibitSource.DROPPED)
    bad = exhibit(6, "broken.png", 6, "image/png", source=ExhibitSource.FILE)
    contacts = [
        contact(1, at("2026-11-17 13:58"), Channel.CHAT, Direction.OUT, t["ask"]),
        contact(
            2,
            at("2026-11-17 14:03", known=HowKnown.SCREENSHOT),
            Channel.CHAT,
            Direction.IN,
            t["answer"],
            agent="Lily",
            agent_id="4471",
            bot=False,
            tickets=("T-99812",),
            exhibits=(shot,),
            amended=True,
        ),
        contact(
            3,
            at("2026-11-18 18:10", known=HowKnown.MAIL_HEADER),
            Channel.EMAIL,
            Direction.OUT,
            t["mail"],
            subject=t["subject"],
            exhibits=(bill,),
            recorded_at=AS_OF,
        ),
        contact(
            4,
            at("2026-11-18 18:11", known=HowKnown.MAIL_HEADER),
            Channel.EMAIL,
            Direction.IN,
            t["auto"],
            subject="Re: " + t["subject"],
            automatic=Automatic.AUTO_REPLY,
            tickets=("T-99812",),
            recorded_at=AS_OF,
        ),
        contact(
            5,
            at("2026-11-19"),
            Channel.PHONE,
            Direction.BOTH,
            t["phone"],
            agent="Sam",
            bot=False,
            recorded_at=AS_OF - timedelta(hours=9),
        ),
        contact(
            6,
            at("2026-11-20 07:30", Precision.ABOUT, HowKnown.MEMORY),
            Channel.SOCIAL,
            Direction.OUT,
            t["ask"],
            platform="X",
            outcome="Moved to direct messages",
            exhibits=(odd, bad),
            recorded_at=AS_OF - timedelta(hours=20),
        ),
    ]
    for n in range(more):
        day = at("2026-11-20 08:00").utc + timedelta(minutes=7 * n)
        happened = Moment(day, ZONE, 28800, Precision.EXACT, HowKnown.DEVICE_CLOCK)
        contacts.append(contact(100 + n, happened, Channel.CHAT, Direction.OUT if n % 2 else Direction.IN, t["mail"]))
    mails = {
        n: Mail(
            n,
            f"2026111810{n}@kestrel.example",
            (),
            (),
            1,
            "tomas@example.org" if n == 3 else "support@kestrel.example",
            "Tomáš Dvořák" if n == 3 else "Kestrel Support",
            ("support@kestrel.example",),
            (),
            c.subject,
            f"Wed, 18 Nov 2026 18:1{n - 3}:42 +0800",
            f"{n}.eml",
            (),
            stored(f"mail{n}", 4711),
        )
        for n, c in ((3, contacts[2]), (4, contacts[3]))
    }
    txid = "0x3f9a" + hashlib.sha256(b"tx").hexdigest()[:56] + "c27e"
    return Facts(
        case=Case(
            12,
            1,
            1,
            t["title"],
            Category.WITHDRAWAL,
            CaseStatus.OPEN,
            "1250",
            "USDT",
            "TRC-20",
            t["claim"],
            t["remedy"],
            at("2026-11-16 21:12"),
            "",
            AS_OF - timedelta(days=5),
            None,
            AS_OF - timedelta(days=5),
        ),
        firm=Firm(
            1, t["firm"], FirmKind.EXCHANGE, "SG", ZONE, "Help page read on 2026-11-17.", AS_OF - timedelta(days=6)
        ),
        account=Account(
            1,
            1,
            "Tomáš Dvořák\n4 Sample Street, Singapore",
            "88120934",
            "tomas",
            "tomas@example.org",
            ("t.dvorak@example.org",),
            "+65 5550 0100",
            "VIP 2",
            "2026-10-01",
            "",
            AS_OF - timedelta(days=6),
        ),
        contacts=tuple(contacts),
        mails=mails,
        exhibits=(shot, bill, odd, bad),
        tickets=(Ticket(1, 12, 2, "T-99812", AS_OF), Ticket(2, 12, 4, "KX-2026-004417", AS_OF)),
        references=(
            Reference(1, 12, 1, ReferenceKind.TXID, txid, "TRON", "", AS_OF),
            Reference(2, 12, 1, ReferenceKind.ORDER, "88213", "", "From the order page", AS_OF),
            Reference(3, 12, None, ReferenceKind.ADDRESS, "TQn9Y2khEsLJW1ChVWFMSMeRDow5KcbLSE", "TRON", "", AS_OF),
        ),
        promises=(
            Promise(
                1,
                12,
                2,
                "Lily",
                t["promise"],
                at("2026-11-18 14:03"),
                PromiseState.BROKEN,
                AS_OF - timedelta(days=2),
                "",
                AS_OF - timedelta(days=4),
            ),
            Promise(
                2, 12, 5, "Sam", t["promise"], at("2026-11-21"), PromiseState.OPEN, None, "", AS_OF - timedelta(days=3)
            ),
        ),
        requests=(
            Request(
                1, 12, 2, t["request"], RequestState.SUPPLIED, AS_OF - timedelta(days=3), AS_OF - timedelta(days=4)
            ),
        ),
        amendments=(
            Amendment(
                1,
                12,
                2,
                "text",
                t["answer"].split("\n", maxsplit=1)[0],
                t["answer"],
                "second sentence added from the screenshot",
                AS_OF,
            ),
        ),
        head=LedgerHead(57, hashlib.sha256(b"head").hexdigest(), AS_OF),
    )
