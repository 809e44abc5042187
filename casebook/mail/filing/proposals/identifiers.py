"""Order numbers, transaction ids and amounts in a text.

A transaction id is told by its form, an order number only by the word before it, an amount by the ticker beside it:
bare numbers stand in every mail.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from casebook.mail.filing.proposals.kinds import Proposal, ProposalKind

_TXID = re.compile(r"(?<![A-Za-z0-9/_=%-])(?:0[xX])?[0-9a-fA-F]{64}(?![A-Za-z0-9/_=%-])")
_FINGERPRINT = re.compile(r"sha-?256|checksum|md5|fingerprint|校验|指纹|哈希值", re.IGNORECASE)
_NEAR = 40
_ORDER = re.compile(
    r"(?i:\b(?:order|bestell(?:ung|nummer)|commande|pedido|ordine|заказ\w*|withdrawal|deposit|transfer|transaction"
    r"|payment|invoice|reference|trade)|订单|訂單|交易|提现|提現|提币|提幣|充值|入金|出金|付款|注文|流水)"
    r"\s{0,2}(?i:(?:id|no\.?|nr\.?|number|num|code|ref\.?|nummer|número|numéro|编号|編號|号码|號碼|号|號|番号|单号|單號))?"
    r"\s{0,2}(?:[:：#№]\s{0,2}#?|(?<=[号號id])\s?(?:是|为|為)?\s?)"
    r"(?P<value>[A-Z0-9](?:[A-Z0-9]|-(?=[A-Z0-9])){4,39})(?![A-Za-z0-9_@-])"
)
_TICKERS = (
    "USDT|USDC|BUSD|TUSD|FDUSD|DAI|BTC|ETH|BNB|TRX|SOL|XRP|ADA|DOGE|LTC|TON|DOT|AVAX|MATIC|POL|SHIB|BCH|ETC|XLM|ATOM"
    "|USD|EUR|GBP|SGD|HKD|CNY|RMB|JPY|TWD|CHF|AUD|CAD|NZD|KRW|INR|AED|PLN|CZK|SEK|NOK|DKK|TRY|BRL|MYR|THB|VND|IDR|PHP"
)
_NUMBER = r"\d{1,3}(?:[,  ]\d{3})+(?:\.\d{1,18})?|\d{1,15}(?:\.\d{1,18})?"
_TIMES = r"\s?(?:[kKmM]\b|(?i:thousand|million|billion|trillion|mio|mrd|bn|mln|тыс|млн|млрд)\b|[万萬亿億])"
_AMOUNT = re.compile(
    rf"(?<![A-Za-z0-9_.,-])(?P<number>{_NUMBER})\s?(?:枚|个|個)?\s?(?P<asset>{_TICKERS})(?![A-Za-z0-9_/-])"
    rf"|(?<![A-Za-z0-9_/-])(?P<before>{_TICKERS}|US\$|HK\$|S\$|A\$|NT\$|[$€£¥￥])\s?(?P<after>(?>{_NUMBER}))"
    rf"(?![\w%]|[.,]\d|{_TIMES})"
)
_SIGNS = {"US$": "USD", "HK$": "HKD", "S$": "SGD", "A$": "AUD", "NT$": "TWD", "$": "USD", "€": "EUR", "£": "GBP"}
_SIGNS |= {"¥": "CNY", "￥": "CNY", "RMB": "CNY"}
_UNSURE = frozenset({"$", "¥", "￥"})
"""Signs that several currencies share."""


def orders(text: str) -> Iterator[Proposal]:
    """Yield what a label calls an order, a withdrawal or the like; at least one digit, five characters."""
    for found in _ORDER.finditer(text):
        value = found["value"]
        if sum(c.isdigit() for c in value) >= 3 and not _is_date(value):
            yield Proposal(ProposalKind.ORDER, value, sure=True, place=found.start("value"))


def transactions(text: str) -> Iterator[Proposal]:
    """Yield 64 hex digits that stand alone; hashes of files that are named so are left out."""
    for found in _TXID.finditer(text):
        before = text[max(0, found.start() - _NEAR) : found.start()].rpartition("\n")[2]
        if not _FINGERPRINT.search(before) and len(set(found[0].lower())) > 4:
            yield Proposal(ProposalKind.TXID, found[0], sure=True, place=found.start())


def amounts(text: str) -> Iterator[Proposal]:
    """Yield amounts with what they are an amount of; `value` is decimal text without separators."""
    for found in _AMOUNT.finditer(text):
        asset = found["asset"] or found["before"]
        number = re.sub(r"[,  ]", "", found["number"] or found["after"])
        try:
            value = Decimal(number)
        except InvalidOperation:
            continue
        if value:
            yield Proposal(
                ProposalKind.AMOUNT,
                f"{value:f}",
                sure=asset not in _UNSURE,
                asset=_SIGNS.get(asset, asset),
                place=found.start(),
            )


def _is_date(value: str) -> bool:
    return re.fullmatch(r"(?:19|20)\d\d-?[01]\d-?[0-3]\d", value) is not None
