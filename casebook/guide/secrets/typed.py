"""Card numbers and passwords: what people type or paste into a message."""

from __future__ import annotations

import re
from collections.abc import Iterator

from casebook.guide.secrets.kinds import Secret, SecretKind

_DIGITS = re.compile(r"(?<![A-Za-z0-9.,:/_#=-])\d(?:[ \u00a0-]?\d){11,18}(?![A-Za-z0-9_/:-]|[.,]\d)")
# (first, last, how many leading digits, lengths): the issuers' ranges of ISO/IEC 7812 that are in use.
_ISSUERS: tuple[tuple[int, int, int, tuple[int, ...]], ...] = (
    (4, 4, 1, (16, 19)),
    (51, 55, 2, (16,)),
    (2221, 2720, 4, (16,)),
    (34, 34, 2, (15,)),
    (37, 37, 2, (15,)),
    (6011, 6011, 4, (16, 19)),
    (644, 649, 3, (16, 19)),
    (65, 65, 2, (16, 19)),
    (3528, 3589, 4, (16, 17, 18, 19)),
    (300, 305, 3, (14, 16, 19)),
    (36, 36, 2, (14, 16, 19)),
    (38, 39, 2, (14, 16, 19)),
    (62, 62, 2, (16, 17, 18, 19)),
    (81, 81, 2, (16, 19)),
    (2200, 2204, 4, (16, 17, 18, 19)),
    (5018, 5018, 4, (12, 13, 14, 15, 16, 17, 18, 19)),
    (5020, 5020, 4, (12, 13, 14, 15, 16, 17, 18, 19)),
    (5038, 5038, 4, (12, 13, 14, 15, 16, 17, 18, 19)),
    (6304, 6304, 4, (12, 13, 14, 15, 16, 17, 18, 19)),
    (6759, 6763, 4, (12, 13, 14, 15, 16, 17, 18, 19)),
)
_CARD_WORDS = re.compile(
    r"card|visa|master\s*card|amex|maestro|银行卡|信用卡|卡号|銀行卡|借记卡|tarjeta|carte|карт", re.IGNORECASE
)
_NUMBER_WORDS = re.compile(
    r"order|trade|ticket|txid|transaction|uid|\bid\b|\bref|invoice|tracking|phone|account|订单|單號|单号|工单|交易|编号|流水|账号|电话|#",
    re.IGNORECASE,
)
_NEAR = 32
_NAMED = re.compile(
    r"(?P<word>pass\s?word|passcode|pass\s?phrase|\bpwd\b|\bPIN\b(?:\s+code)?|(?:资金|登录|交易|支付|提现)?密码|口令|密碼|パスワード|비밀번호"
    r"|пароль|contraseña|mot de passe|senha|passwort|kennwort|parola|şifre)",
    re.IGNORECASE,
)
_HINTS = (
    *("pass", "pwd", "pin", "密码", "口令", "密碼", "パスワード", "비밀번호", "пароль"),
    *("contraseña", "senha", "kennwort", "parola", "şifre"),
)
_GIVEN = re.compile(
    r"(?P<by>[ \t]*(?:\((?:[^()\n]{1,20})\)|（[^（）\n]{1,20}）)?[ \t]*[\"'`]?[ \t]*"
    r"(?:[:=：＝]|(?:is|was)[ \t]*:|->|→)[ \t]*"
    r"|[ \t]+(?:is|was)[ \t]+|[ \t]*(?:是|为|為)[ \t]*)"
    r"[\"'`“「]?(?P<value>[!-~]{4,64})"
)
_HARMLESS = re.compile(
    r"(?:https?|ftp|mailto):|www\.|.+@.+\.\w+$|\d{4}-\d\d-\d\d|\d{1,2}:\d\d|[<\[{(].*[>\]})]?$|n/?a$|none$|null$|true$|false$|"
    r"hidden$|redacted|removed|secret$|optional|required|example|yes$|no$|.*[*•]{3}|x{4,}$|\.{3,}|_{3,}|-{3,}|[%$]\{?\w+\}?$",
    re.IGNORECASE,
)
_WORDLIKE = re.compile(r"[A-Z]?[a-z]+(?:['’-][A-Za-z]?[a-z]+)*$|[A-Z]+$|\d{1,5}$|\d+(?:[-–]\d+)?[a-z]{0,10}$")
_DIGITS_ONLY, _PIN_ONLY = re.compile(r"\d{6,12}$"), re.compile(r"\d{4,8}$")
_SHORTEST = 6


def find(text: str) -> Iterator[Secret]:
    """Yield the card numbers and passwords of a text."""
    for found in _DIGITS.finditer(text):
        if is_card(found[0]) and not _is_other_number(text, found):
            yield Secret(SecretKind.CARD_NUMBER, *found.span())
    lowered = text.lower()
    names = _NAMED.finditer(text) if any(hint in lowered for hint in _HINTS) else ()
    for name in names:
        given = _GIVEN.match(text, name.end())
        if given and _is_password(name["word"], given):
            yield Secret(SecretKind.PASSWORD, given.start("value"), given.start("value") + len(_bare(given["value"])))


def is_card(number: str) -> bool:
    """Return whether digits, perhaps in groups, are a card number of an issuer in use (ISO/IEC 7812, Luhn)."""
    digits = re.sub(r"\D", "", number)
    groups = re.split(r"\D", number)
    if len(groups) > 1 and [len(group) for group in groups] not in _GROUPINGS:
        return False
    known = any(first <= int(digits[:n]) <= last and len(digits) in lengths for first, last, n, lengths in _ISSUERS)
    doubled = (int(digit) * (1 + place % 2) for place, digit in enumerate(reversed(digits)))
    return known and len(set(digits)) > 1 and sum(n - 9 if n > 9 else n for n in doubled) % 10 == 0


_GROUPINGS = ([4, 4, 4, 4], [4, 4, 4, 4, 3], [4, 6, 5], [4, 6, 4], [6, 13], [4, 4, 4, 4, 2], [4, 4, 4, 4, 1], [6, 10])


def _is_other_number(text: str, found: re.Match[str]) -> bool:
    """Whether digits in one piece are named as something else: one order number in ten passes the card check."""
    if not found[0].isdigit():
        return False
    before = text[max(found.start() - _NEAR, 0) : found.start()]
    card = max((m.end() for m in _CARD_WORDS.finditer(before)), default=-1)
    other = max((m.end() for m in _NUMBER_WORDS.finditer(before)), default=-1)
    return other > card


def _bare(value: str) -> str:
    return value.rstrip("\"'`.,;:!?)]}>")


def _is_password(word: str, given: re.Match[str]) -> bool:
    """Whether what is given after the word looks like a password, not like the rest of a sentence."""
    value = _bare(given["value"])
    if _HARMLESS.match(value):
        return False
    marked = re.search(r"[:=：＝>→]", given["by"]) is not None
    if word.upper().startswith("PIN"):
        return word.startswith("PIN") and bool(_PIN_ONLY.match(value)) and "PIN" in word
    if len(value) < _SHORTEST:
        return False
    if _DIGITS_ONLY.match(value):
        return marked
    if _WORDLIKE.match(value):
        return False
    mixed = any(c.isalpha() for c in value) and any(not c.isalpha() for c in value)
    return mixed and (marked or any(c.isdigit() for c in value))
