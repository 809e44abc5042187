"""The casebook of the pictures: four cases at three firms, in Chinese or English, by the journal's own calls."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from casebook.journal import Journal
from casebook.journal.incoming import NewMail
from casebook.journal.records import Attachment
from casebook.journal.secrecy.keys import Key
from casebook.journal.terms import Automatic, Category, Channel, Direction, ExhibitSource, FirmKind, ReferenceKind
from casebook.journal.times import moment
from tests.gui.small_book import NOW, ZONE, Clock, at, guide, mail, picture

__all__ = ["Clock", "build"]

_EN = {
    "withdrawal": "Withdrawal on hold",
    "kyc": "KYC refused twice",
    "deposit": "Deposit not credited",
    "fee": "Fee charged twice",
    "claim": "1,250 USDT have been on hold since 15 November; nobody says why.",
    "remedy": "Release the withdrawal to my address.",
    "asked": "Asked why 1,250 USDT is on hold since yesterday; gave TxID and order number.",
    "promised": "Your withdrawal was flagged for review. It will be released within 24 hours.",
    "promise": "Released within 24 hours",
    "subject": "Withdrawal refused, order 88213, T-99812",
    "sent": "Sent the screenshot and asked for a date.",
    "auto": "Thank you for contacting us. We have received your request (T-99812) and will reply as soon as possible.",
    "kyc-sent": "Sent the passport and the bill again and asked what was wrong with the first pair.",
    "call": "Call and ask for the reviewer",
    "deposit-sent": "The deposit of 0.4 ETH has 60 confirmations and is not in my balance.",
    "fee-sent": "The fee for the transfer of 3 November was taken twice.",
    "statement": "Ask the bank for the statement of both charges",
    "request": "A photo of your passport beside today's date",
    "mail": "Dear customer, please send a photo of your passport beside today's date.",
    "card": "Your card statement",
    "card-mail": "Your statement for October is ready.",
}
_ZH = {
    "withdrawal": "提币被冻结",
    "kyc": "KYC 两次被拒",
    "deposit": "充值未到账",
    "fee": "手续费重复扣除",
    "claim": "1,250 USDT 自 11 月 15 日起被冻结，没有人说明原因。",
    "remedy": "放行提币到我的地址。",
    "asked": "询问 1,250 USDT 为何从昨天起被冻结；提供了 TxID 与订单号。",
    "promised": "您的提币已进入人工审核，将在 24 小时内放行。",
    "promise": "24 小时内放行",
    "subject": "提币申请被拒绝，订单 88213，T-99812",
    "sent": "发送截图并要求给出日期。",
    "auto": "感谢您的来信。我们已收到您的请求（T-99812），将尽快回复。",
    "kyc-sent": "再次提交护照和账单，并询问第一次哪里不合格。",
    "call": "打电话要求审核人员说明",
    "deposit-sent": "0.4 ETH 的充值已有 60 个确认，但余额没有变化。",
    "fee-sent": "11 月 3 日转账的手续费被扣了两次。",
    "statement": "向银行索取两笔扣款的对账单",
    "request": "手持护照与当天日期的照片",
    "mail": "您好，请提供手持护照与当天日期的照片。",
    "card": "您的信用卡账单",
    "card-mail": "您 10 月的账单已出。",
}


def build(folder: Path, language: str = "en", key: Key | None = None) -> Journal:
    """Make the casebook in `folder`, its words in `language`, and return it open; its clock stands at NOW."""
    words = _ZH if language == "zh" else _EN
    journal = Journal.create(folder, Clock(), key)
    kestrel = journal.firms.add("Kestrel Exchange", country="SG", zone=ZONE).made
    northbank = journal.firms.add("Northbank Pay", kind=FirmKind.PAYMENT, country="GB", zone="Europe/London").made
    orca = journal.firms.add("Orca Markets", country="SG", zone=ZONE).made
    account = journal.accounts.add(kestrel, uid="88213377", email="mei@example.org").made
    fee = journal.cases.add(northbank, words["fee"], category=Category.FEES, amount="12.40", asset="GBP").made
    kyc = journal.cases.add(orca, words["kyc"], category=Category.KYC).made
    deposit = journal.cases.add(kestrel, words["deposit"], category=Category.DEPOSIT, amount="0.4", asset="ETH").made
    withdrawal = journal.cases.add(
        kestrel,
        words["withdrawal"],
        account_id=account,
        category=Category.WITHDRAWAL,
        amount="1250",
        asset="USDT",
        network="TRC20",
        claim=words["claim"],
        remedy=words["remedy"],
        problem=at(-5),
    ).made
    _withdrawal(journal, withdrawal, words)
    _others(journal, words, kyc=kyc, deposit=deposit, fee=fee)
    journal.mail.add(
        [
            mail(1, f"Re: {words['subject']}", words["mail"], at(-1, 2)),
            mail(2, words["card"], words["card-mail"], at(-2, 2), sender="news@bank.example", name="Northbank"),
        ],
        own=journal.accounts.own_addresses(),
    )
    return journal


def _withdrawal(journal: Journal, case_id: int, words: dict[str, str]) -> None:
    log, chat = journal.contacts.log, Channel.CHAT
    log(case_id, channel=chat, direction=Direction.OUT, happened=at(-3, 5, 58), text=words["asked"])
    said = log(
        case_id,
        channel=chat,
        direction=Direction.IN,
        happened=at(-3, 6, 3),
        agent="Lily",
        agent_id="4471",
        bot=False,
        tickets=("T-99812",),
        text=words["promised"],
        attachments=[
            Attachment(f"chat {n}.png", picture(f"{n}", (360, 220 + n)), "image/png", ExhibitSource.PASTED)
            for n in (1, 2, 3)
        ],
    )
    journal.promises.add(case_id, words["promise"], due=at(-2, 6, 3), contact_id=said.made, agent="Lily", ring="")
    journal.requests.add(case_id, words["request"], contact_id=said.made)
    journal.references.add(case_id, ReferenceKind.TXID, "0x3f9ab1c27e", network="Ethereum", contact_id=said.made)
    journal.references.add(case_id, ReferenceKind.ORDER, "88213", contact_id=said.made)
    log(
        case_id,
        channel=Channel.EMAIL,
        direction=Direction.OUT,
        happened=at(-2, 4, 10),
        subject=words["subject"],
        text=words["sent"],
    )
    reply = mail(9, f"Re: {words['subject']}", words["auto"], at(-2, 4, 11))
    journal.mail.add([_automatic(reply)], case_id=case_id)
    firm = journal.firms.get(journal.cases.get(case_id).firm_id)
    step = guide().suggest(firm, journal.contacts.of_case(case_id), NOW - timedelta(days=1), ZONE)[0]
    journal.follow_ups.add(
        case_id,
        step.due,
        step.reason["zh" if words is _ZH else "en"],
        rule=step.rule,
        explanation=step.explanation.to_json(),
        contact_id=step.contact_id,
    )


def _others(journal: Journal, words: dict[str, str], *, kyc: int, deposit: int, fee: int) -> None:
    log = journal.contacts.log
    log(
        kyc,
        channel=Channel.TICKET,
        direction=Direction.OUT,
        happened=at(-9, 3),
        tickets=("OM-4410",),
        text=words["kyc-sent"],
    )
    log(deposit, channel=Channel.CHAT, direction=Direction.OUT, happened=at(-2, 3), text=words["deposit-sent"])
    log(fee, channel=Channel.PHONE, direction=Direction.OUT, happened=at(-9, 9), text=words["fee-sent"])
    journal.follow_ups.add(kyc, moment(at(-1, 1).utc, ZONE), words["call"])
    journal.follow_ups.add(fee, moment(at(3, 1).utc, ZONE), words["statement"])


def _automatic(answer: NewMail) -> NewMail:

    return replace(answer, automatic=Automatic.AUTO_REPLY)
