"""What the sample casebook holds: two invented firms and three cases, in English and in Chinese.

The mails and the chat of the first case have fixed dates in November 2026; the other two are told from the present, so
that one follow-up is overdue and one lies ahead on whatever day the sample is made.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from datetime import datetime, timedelta

from casebook import paths
from casebook.cli import demo_dossier, demo_guide
from casebook.cli import demo_pictures as pictures
from casebook.cli.demo_pictures import Bubble
from casebook.cli.progress import finish
from casebook.guide import Guide
from casebook.journal import Journal, Progress
from casebook.journal.records import Attachment
from casebook.journal.terms import Category, Channel, Direction, ExhibitSource, FirmKind, PromiseState, ReferenceKind
from casebook.journal.times import HowKnown, Moment, moment, parse

_HOLDER = "Mei Lin 林美\n12 Sample Walk, Singapore"
_SINGAPORE, _LONDON = "Asia/Singapore", "Europe/London"
_GREEN, _BLUE = "#2c6e5f", "#274b7a"


def make_cases(journal: Journal, guide: Guide, now: datetime, zone: str) -> None:
    """Record the sample. `zone` is where the user is, as far as reminders go. Raises CasebookError."""
    for _step in case_by_case(journal, guide, now, zone):
        pass


def case_by_case(journal: Journal, guide: Guide, now: datetime, zone: str) -> Generator[Progress, None, None]:
    """Do the same, and tell how far it is."""
    kestrel = journal.firms.add(
        "Kestrel Exchange SG",
        kind=FirmKind.EXCHANGE,
        country="SG",
        zone=_SINGAPORE,
        note="an invented firm",
        legal_name="Kestrel Exchange Pte. Ltd. (an invented firm)",
        licence="SAMPLE-0142 of an invented authority",
        address="Complaints\n1 Sample Quay\nSingapore",
    ).made
    orca = journal.firms.add(
        "Orca Markets GB", kind=FirmKind.BROKER, country="GB", zone=_LONDON, note="an invented firm"
    ).made
    mine = journal.accounts.add(
        kestrel,
        holder=_HOLDER,
        uid="80041277",
        user_name="mei.lin",
        email="lin@example.org",
        phone="+65 5550 0142",
    ).made
    other = journal.accounts.add(
        orca,
        holder=_HOLDER,
        uid="OM-55310",
        user_name="mlin",
        email="lin@example.org",
    ).made
    yield Progress(0, 7)
    _withdrawal(journal, kestrel, mine)
    yield Progress(1, 7)
    _deposit(journal, kestrel, mine, lambda hours: moment(now - timedelta(hours=hours), _SINGAPORE))
    yield Progress(2, 7)
    _closed_account(journal, orca, other, lambda hours: moment(now - timedelta(hours=hours), _LONDON))
    yield Progress(3, 7)
    demo_guide.ways(journal, kestrel, orca, f"{now:%Y-%m-%d}")
    yield Progress(4, 7)
    demo_guide.clocks(journal, guide, 3, lambda hours: moment(now - timedelta(hours=hours), _LONDON), zone)
    yield Progress(5, 7)
    _follow_up(journal, guide, 2, now, zone, rule="mail-nudge", language="zh")
    yield Progress(6, 7)
    _follow_up(journal, guide, 3, now, zone, rule="mail-resend", language="en")
    yield Progress(7, 7)


def _follow_up(
    journal: Journal, guide: Guide, case_id: int, now: datetime, zone: str, *, rule: str, language: str
) -> None:
    """Take the guide's step of a rule, as `follow-up add --suggest` does."""
    firm = journal.firms.get(journal.cases.get(case_id).firm_id)
    own = journal.firm_rules.of_firm(firm.id)
    for step in guide.suggest(firm, journal.contacts.of_case(case_id), now, zone, own):
        if step.rule == rule:
            journal.follow_ups.add(
                case_id,
                step.due,
                step.reason[language],
                rule=step.rule,
                explanation=step.explanation.to_json(),
                contact_id=step.contact_id,
            )


def _withdrawal(journal: Journal, firm: int, account: int) -> None:
    from casebook.mail import importer

    case = journal.cases.add(
        firm,
        "Withdrawal of 1,250 USDT on hold",
        account_id=account,
        category=Category.WITHDRAWAL,
        amount="1250",
        asset="USDT",
        network="TRC20",
        claim="On 16 November 2026 I asked for a withdrawal of 1,250 USDT to my own wallet. It has been shown as "
        "“on hold” ever since. Support promised its release within 24 hours; that time passed.",
        remedy="Release the withdrawal, or give the reason for the hold in writing.",
        problem=_at("2026-11-16 09:41"),
    ).made
    journal.contacts.log(
        case,
        channel=Channel.HELP_CENTRE,
        direction=Direction.IN,
        happened=_at("2026-11-16 11:20", HowKnown.MEMORY),
        text="Searched the help centre for “withdrawal on hold”, “提现 审核”. The article says that reviews end "
        "within a day. No way to see the reason.",
        details=demo_guide.searched(),
        attachments=[_shot("withdrawal-on-hold.png", _withdrawal_page(), "the order as the site showed it")],
    )
    chat = journal.contacts.log(
        case,
        channel=Channel.CHAT,
        direction=Direction.BOTH,
        happened=_at("2026-11-16 14:03", HowKnown.SCREENSHOT),
        agent="Lily",
        agent_id="4471",
        bot=False,
        tickets=["T-20981"],
        text="Lily: the order is in a manual review. It will be released within 24 hours. Ticket T-20981.",
        attachments=[_shot("chat-lily.png", _withdrawal_chat(), "the chat with Lily")],
    ).made
    promise = journal.promises.add(
        case, "It will be released within 24 hours.", due=_at("2026-11-17 14:03"), contact_id=chat, agent="Lily"
    ).made
    journal.promises.resolve(promise, PromiseState.BROKEN, "On 17 November at 14:03 it was still on hold.")
    report = finish(importer.run(journal, [paths.resources() / "sample" / "kestrel.mbox"], case_id=case))
    answers = [c.id for c in journal.contacts.of_case(case) if c.id in report.contacts and c.agent and not c.automatic]
    journal.tickets.add(case, "T-99812", answers[0])
    photo = journal.requests.add(case, "身份证正反面照片。", contact_id=answers[0]).made
    journal.requests.supply(photo)
    journal.requests.add(case, "App 内提币页面的截图。", contact_id=answers[0])
    journal.promises.add(
        case,
        "高级专员 Marco 会在三个工作日内给您书面答复。",
        due=_at("2026-11-25 11:05"),
        contact_id=answers[-1],
        agent="Lily",
    )
    journal.references.add(case, ReferenceKind.ORDER, "W-77310452", note="the withdrawal")
    journal.references.add(case, ReferenceKind.ADDRESS, "TSampleAddressOfNoRealWallet000001", network="TRC20")
    journal.references.add(case, ReferenceKind.AMOUNT, "1250 USDT", network="TRC20")
    demo_dossier.complete(journal, case)


def _deposit(journal: Journal, firm: int, account: int, ago: Callable[[float], Moment]) -> None:
    txid = "5f2c0a9d7e41b8c3" * 4
    case = journal.cases.add(
        firm,
        "充值 0.35 BTC 未到账",
        account_id=account,
        category=Category.DEPOSIT,
        amount="0.35",
        asset="BTC",
        network="Bitcoin",
        claim="链上已确认 30 余次，账户余额至今没有变化。",
        remedy="将 0.35 BTC 记入账户，并书面说明延误原因。",
        problem=ago(120),
    ).made
    journal.contacts.log(
        case,
        channel=Channel.CHAT,
        direction=Direction.BOTH,
        happened=ago(118),
        agent="智能助手",
        bot=True,
        text="机器人：请耐心等待网络确认。没有提供其他帮助。",
    )
    person = journal.contacts.log(
        case,
        channel=Channel.CHAT,
        direction=Direction.BOTH,
        happened=ago(96),
        agent="小林",
        agent_id="3820",
        bot=False,
        tickets=["KX-2026-1187"],
        text="小林：已提交链上核查，工单号 KX-2026-1187。今天内会把核查表发到站内信。",
        attachments=[
            _shot("聊天记录_小林.png", _deposit_chat(ago), "与小林的聊天"),
            _shot("充值记录.png", _deposit_page(txid, ago), "充值页面仍显示处理中"),
        ],
    ).made
    kept = journal.promises.add(case, "今天内会把核查表发到站内信。", due=ago(84), contact_id=person, agent="小林").made
    journal.contacts.log(
        case,
        channel=Channel.IN_APP,
        direction=Direction.IN,
        happened=ago(90),
        text="收到核查表，需填写 TxID 和充值时间。",
    )
    journal.promises.resolve(kept, PromiseState.KEPT, "核查表当天收到。")
    journal.requests.add(case, "填写核查表：TxID、充值时间、截图。", contact_id=person)
    journal.contacts.log(
        case,
        channel=Channel.EMAIL,
        direction=Direction.OUT,
        happened=ago(70),
        subject="充值未到账，TxID 5f2c0a9d…，工单 KX-2026-1187",
        text="您好，核查表已填写并附上。请告知 0.35 BTC 何时入账。",
    )
    journal.references.add(case, ReferenceKind.TXID, txid, network="Bitcoin")
    journal.references.add(case, ReferenceKind.ADDRESS, "bc1qsample0address0of0no0real0wallet0000", network="Bitcoin")


def _closed_account(journal: Journal, firm: int, account: int, ago: Callable[[float], Moment]) -> None:
    case = journal.cases.add(
        firm,
        "Account closed with 2,300 GBP still in it",
        account_id=account,
        category=Category.ACCOUNT_APPEAL,
        amount="2300",
        asset="GBP",
        claim="The account was closed without notice; the balance has not been paid out.",
        remedy="Pay 2,300 GBP to the bank account on file.",
        problem=ago(24 * 9),
    ).made
    call = journal.contacts.log(
        case,
        channel=Channel.PHONE,
        direction=Direction.BOTH,
        happened=ago(24 * 7),
        agent="Graham",
        bot=False,
        tickets=["OM/44817"],
        text="Graham: the closing statement will be sent within two days; payment follows it.",
        outcome="no date for the payment",
        details=demo_guide.called(),
    ).made
    promise = journal.promises.add(
        case,
        "The closing statement will be sent within two days.",
        due=ago(24 * 5),
        contact_id=call,
        agent="Graham",
    ).made
    journal.contacts.log(
        case,
        channel=Channel.LETTER,
        direction=Direction.IN,
        happened=ago(24 * 5 + 3),
        text="Closing statement: balance 2,300.00 GBP. No word on when it is paid.",
    )
    journal.promises.resolve(promise, PromiseState.KEPT, "The statement came by post.")
    journal.promises.add(case, "Payment follows the statement.", contact_id=call, agent="Graham")
    journal.contacts.log(
        case,
        channel=Channel.EMAIL,
        direction=Direction.OUT,
        happened=ago(20),
        subject="OM/44817: payment of 2,300 GBP after account closure",
        text="Your statement shows a balance of 2,300.00 GBP. Please tell me the day on which it will be paid.",
    )
    journal.references.add(case, ReferenceKind.AMOUNT, "2300.00 GBP", note="closing statement")


def _at(text: str, known: HowKnown = HowKnown.DEVICE_CLOCK) -> Moment:
    return parse(text, _SINGAPORE, known=known)


def _shot(name: str, content: bytes, description: str) -> Attachment:
    return Attachment(name, content, "image/png", ExhibitSource.PASTED, description=description)


def _withdrawal_page() -> bytes:
    rows = [
        ("Order no. / 订单号", "W-77310452"),
        ("Amount / 数量", "1,250.00 USDT"),
        ("Network / 网络", "TRC20"),
        ("Address / 地址", "TSampleAddressOfNoRealWallet000001"),
        ("Created / 创建时间", "2026-11-16 09:41 (UTC+8)"),
        ("TxID", "–"),
    ]
    return pictures.record("Kestrel Exchange", _GREEN, "Withdrawal details / 提现详情", "On hold / 审核中", rows)


def _withdrawal_chat() -> bytes:
    bubbles = [
        Bubble(
            True, "Hello, my withdrawal of 1,250 USDT has been on hold since this morning. Order W-77310452.", "14:01"
        ),
        Bubble(False, "Hello, this is Lily. The order is in a manual review. 您好，该笔提现正在人工审核。", "14:02"),
        Bubble(True, "How long will that take?", "14:02"),
        Bubble(False, "It will be released within 24 hours. Your ticket number is T-20981. 请耐心等待。", "14:03"),
    ]
    return pictures.chat("Kestrel Exchange", "Live support · Lily #4471", _GREEN, bubbles)


def _deposit_chat(ago: Callable[[float], Moment]) -> bytes:
    first, last = f"{ago(96.1).local:%H:%M}", f"{ago(96).local:%H:%M}"
    bubbles = [
        Bubble(True, "您好，我充值的 0.35 BTC 已经确认 30 多次，为什么还没有到账？", first),
        Bubble(False, "您好，我是客服小林（3820）。请提供 TxID。", first),
        Bubble(True, "5f2c0a9d7e41b8c3…", first),
        Bubble(False, "已提交链上核查，工单号 KX-2026-1187。今天内会把核查表发到您的站内信。", last),
    ]
    return pictures.chat("Kestrel 交易所", "在线客服 · 小林 3820", _BLUE, bubbles)


def _deposit_page(txid: str, ago: Callable[[float], Moment]) -> bytes:
    rows = [
        ("数量", "0.35 BTC"),
        ("网络", "Bitcoin"),
        ("TxID", txid[:32] + "…"),
        ("确认数", "31 / 2"),
        ("充值时间", f"{ago(120).local:%Y-%m-%d %H:%M} (UTC+8)"),
    ]
    return pictures.record("Kestrel 交易所", _BLUE, "充值详情", "处理中", rows)
