"""What a message's words name is proposed in full and rightly; ordinary words name nothing; nothing keeps it busy."""

from __future__ import annotations

import random
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebook.journal.incoming import Mark
from casebook.journal.records import Contact
from casebook.journal.terms import Automatic, Channel, Direction
from casebook.journal.times import Precision, parse
from casebook.mail.filing.proposals import wallets
from casebook.mail.filing.proposals.find import find
from casebook.mail.filing.proposals.kinds import Proposal, ProposalKind
from casebook.mail.filing.proposals.promises import due
from tests.pace import within

SENT = parse("2026-11-19 15:20", "Asia/Singapore")  # a Thursday
TXID = "5f2c0a9d7e41b8c3" * 4


def contact(text: str, **fields: Any) -> Contact:
    values: dict[str, Any] = {
        "id": 1,
        "case_id": 1,
        "channel": Channel.EMAIL,
        "direction": Direction.IN,
        "happened": SENT,
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
        "recorded_at": datetime(2026, 11, 20, tzinfo=UTC),
        **fields,
    }
    return Contact(**values)


def of(kind: ProposalKind, text: str, **fields: Any) -> list[Proposal]:
    return [each for each in find(contact(text, **fields)) if each.kind is kind]


def values(kind: ProposalKind, text: str, **fields: Any) -> list[str]:
    return [each.value for each in of(kind, text, **fields)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Your order no.: 7731-0452 is on hold", ["7731-0452"]),
        ("Withdrawal ID: W77310452", ["W77310452"]),
        ("订单编号：20261119A8831，请留意", ["20261119A8831"]),
        ("提现单号 #889901234", ["889901234"]),
        ("order ID is 12 or so", []),
        ("in order: one, two", []),
        ("Reference: hello-world", []),
        ("deposit: 2026-11-19", []),
        ("Transaction ID: https://x.example/tx/1234567", []),
    ],
)
def test_an_order_number_needs_its_label(text: str, found: list[str]) -> None:
    assert values(ProposalKind.ORDER, text) == found


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (f"TxID {TXID}.", 1),
        (f"交易哈希：0x{TXID}，已确认", 1),
        (f"https://explorer.example/tx/{TXID}", 0),
        (f"SHA-256 of the file: {TXID}", 0),
        (f"{TXID}ab", 0),
        ("0" * 64, 0),
    ],
)
def test_a_transaction_id_stands_alone(text: str, count: int) -> None:
    assert len(of(ProposalKind.TXID, text)) == count


# Published examples of the standards: BIP-173, BIP-350, EIP-55, and well-known addresses of contracts and examples.
ADDRESSES = {
    "1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2": "Bitcoin",
    "3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy": "Bitcoin",
    "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4": "Bitcoin",
    "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0": "Bitcoin",
    "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed": "Ethereum",
    "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t": "Tron",
    "rHb9CJAWyB4rj91VRWn96DkukG4bwdtyTh": "XRP Ledger",
}


@pytest.mark.parametrize(("address", "network"), ADDRESSES.items())
def test_an_address_is_told_by_its_checksum(address: str, network: str) -> None:
    (found,) = of(ProposalKind.ADDRESS, f"we sent it to {address}, as agreed")
    assert (found.value, found.network, found.sure) == (address, network, True)


@given(st.sampled_from(sorted(ADDRESSES)), st.integers(min_value=4, max_value=60), st.sampled_from("abcdefgh23456789"))
def test_one_wrong_letter_makes_it_none(address: str, place: int, letter: str) -> None:
    place = place % len(address)
    changed = address[:place] + letter + address[place + 1 :]
    if changed.lower() == address.lower():
        return
    assert [each for each in wallets.find(changed) if each.checked] == []


def test_an_address_in_small_letters_is_offered_without_certainty() -> None:
    (found,) = of(ProposalKind.ADDRESS, "0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed")
    assert not found.sure
    assert of(ProposalKind.ADDRESS, "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAeD") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The 1,250.50 USDT are on hold", [("1250.50", "USDT")]),
        ("USDT 1250", [("1250", "USDT")]),
        ("我充值了1250枚USDT和0.5 BTC", [("1250", "USDT"), ("0.5", "BTC")]),
        ("a fee of $12.99 or HK$ 100", [("12.99", "USD"), ("100", "HKD")]),
        ("version 1.2.3 USD", []),
        ("0 USDT", []),
        ("BTC-2021 and 100%", []),
        ("$7 BILLION of assets, US$ 15 000 million, $570 млрд", []),
        ("a fee of $7 each, USD 15 000 kept", [("7", "USD"), ("15000", "USD")]),
    ],
)
def test_amounts_are_decimal_text_with_what_they_are_of(text: str, found: list[tuple[str, str]]) -> None:
    assert [(each.value, each.asset) for each in of(ProposalKind.AMOUNT, text)] == found


@pytest.mark.parametrize(
    ("text", "sender", "found"),
    [
        ("Hello", "Lily (Kestrel Support)", ["Lily"]),
        ("Hello", "Mark K | Kestrel Exchange", ["Mark K"]),
        ("Hello", "Kestrel Support", []),
        ("We look into it.\n\nBest regards,\nLily Tan\nKestrel Support", "", ["Lily Tan"]),
        ("We look into it.\n\nBest regards,\nKestrel Support Team", "", []),
        ("您好，我是客服小林，很高兴为您服务", "", ["小林"]),
        ("My name is Ada and I will help you", "", ["Ada"]),
    ],
)
def test_who_answered_is_proposed(text: str, sender: str, found: list[str]) -> None:
    assert values(ProposalKind.AGENT, text, agent=sender) == found


def test_an_agents_number_comes_with_the_name() -> None:
    (found,) = of(ProposalKind.AGENT, "您好，我是客服小林，工号：4471。")
    assert (found.value, found.agent_id) == ("小林", "4471")
    (found,) = of(ProposalKind.AGENT, "Agent ID: KX4471")
    assert (found.value, found.agent_id) == ("", "KX4471")


@pytest.mark.parametrize(
    ("words", "wanted", "precision"),
    [
        ("We will reply within 24 hours", "2026-11-20T15:20:00+08:00", Precision.ABOUT),
        ("It takes 24-72 hours", "2026-11-22T15:20:00+08:00", Precision.ABOUT),
        ("您的提现将在24小时内到账", "2026-11-20T15:20:00+08:00", Precision.ABOUT),
        ("预计1-3个工作日内处理完成", "2026-11-24T00:00:00+08:00", Precision.DATE),
        ("You will receive it within three business days", "2026-11-24T00:00:00+08:00", Precision.DATE),
        ("It will be done by Friday", "2026-11-20T00:00:00+08:00", Precision.DATE),
        ("It will be done by 25 November", "2026-11-25T00:00:00+08:00", Precision.DATE),
        ("It will be done by Jan 5", "2027-01-05T00:00:00+08:00", Precision.DATE),
        ("我们会在11月25日前答复您", "2026-11-25T00:00:00+08:00", Precision.DATE),
        ("会在明天下班前处理", "2026-11-20T00:00:00+08:00", Precision.DATE),
        ("We will answer within one month", "2026-12-19T00:00:00+08:00", Precision.DATE),
    ],
)
def test_a_promise_is_due_when_its_words_say(words: str, wanted: str, precision: Precision) -> None:
    (found,) = of(ProposalKind.PROMISE, f"您好。Hello.\n\n{words}.\n")
    assert found.due is not None
    assert (found.due.rfc3339, found.due.precision) == (wanted, precision)
    assert found.value.rstrip(".") == words


@pytest.mark.parametrize(
    "text",
    [
        "Please reply within 48 hours, otherwise the ticket will be closed.",
        "If you do not hear from us within 24 hours, write again; it will be seen.",
        "请您在24小时内提供资料",
        "The limit was 24 hours.",
        "We will look into it.",
    ],
)
def test_what_is_asked_or_open_is_no_promise(text: str) -> None:
    assert of(ProposalKind.PROMISE, text) == []


def test_the_users_own_words_promise_and_ask_nothing() -> None:
    text = "I will wait, you will answer within 24 hours. Please provide a reason. Best regards,\nLin"
    assert find(contact(text, direction=Direction.OUT)) == ()


def test_a_working_day_is_one_where_the_firm_is() -> None:
    christmas = parse("2026-12-24 10:00", "Asia/Singapore")
    found = due("It will be done within one working day", christmas, "SG")
    assert found is not None
    assert found.local.date() == date(2026, 12, 28)


@given(st.integers(min_value=1, max_value=400), st.sampled_from(["hours", "days", "weeks", "months", "business days"]))
def test_no_promise_is_due_before_its_message(number: int, unit: str) -> None:
    found = due(f"within {min(number, 300)} {unit}", SENT)
    assert found is not None
    assert found.utc >= SENT.utc or found.local.date() > SENT.local.date()
    assert found.utc - SENT.utc < timedelta(days=310 * 31)


def test_what_is_asked_for_comes_with_its_list() -> None:
    text = (
        "Dear user,\n\nPlease provide the following:\n- a photo of your ID\n- the TxID\n\nDo not share your password."
    )
    (found,) = values(ProposalKind.REQUEST, text)
    assert found == "Please provide the following:\n- a photo of your ID\n- the TxID"
    assert values(ProposalKind.REQUEST, "请您提供充值截图。请勿提供密码。") == ["请您提供充值截图"]
    assert values(ProposalKind.REQUEST, "Dear customer, please send a photo of it.") == ["please send a photo of it."]
    assert values(ProposalKind.REQUEST, "尊敬的用户，您好，请您上传证件。") == ["请您上传证件"]


def test_quote_and_signature_name_nothing() -> None:
    own = "It is done.\n"
    quote = f"> within 24 hours it will be done\n> order no.: 7731-0452 {TXID}\n"
    assert find(contact(own + quote, quote_at=len(own))) == ()


def test_marks_of_a_desk_are_sure_and_a_mere_label_is_not() -> None:
    found = find(contact("Hello"), (Mark("zendesk", "23735"), Mark("any", "T-998")))
    assert [(each.kind, each.value, each.sure) for each in found] == [
        (ProposalKind.TICKET, "23735", True),
        (ProposalKind.TICKET, "T-998", False),
    ]


WORDS = (  # noqa: SIM905 - read as it stands
    "we looked at the market on Monday and found version 2.4 of the tool in room 14 at 10:30 the number 88 is even "
    "see section 3 of the report from 2024 for chart ABC-12 and UTF-8 text or call 555 0199 about the garden order "
    "今天 天气 很好 我们 一起 去 公园 第3章 有 2 个 例子 会议 在 周五 上午 版本 1.2"
).split()


def test_ordinary_paragraphs_name_no_identifier() -> None:
    dice = random.Random(5)
    kinds = {ProposalKind.ORDER, ProposalKind.TXID, ProposalKind.ADDRESS, ProposalKind.AGENT}
    wrong = []
    for _paragraph in range(4_000):
        text = " ".join(dice.choices(WORDS, k=40))
        wrong += [(each, text) for each in find(contact(text)) if each.kind in kinds]
    assert wrong == []


@pytest.mark.parametrize(
    "text",
    [
        "within " * 20_000,
        "1" * 200_000,
        "1," * 100_000,
        "0x" + "a" * 200_000,
        "Best regards,\n" * 20_000,
        "订单" * 50_000,
        "please " * 30_000,
        "by 1 " * 40_000,
        "- a\n" * 50_000,
        "(" * 100_000,
        "T" * 100_000,
    ],
)
def test_hostile_words_do_not_keep_it_busy(text: str) -> None:
    with within(1):
        find(contact(text, agent=text[:2_000]))


@given(st.text(max_size=300), st.text(max_size=60))
def test_it_never_fails(text: str, sender: str) -> None:
    for each in find(contact(text, agent=sender)):
        assert each.value or each.agent_id
