"""The subject line: whether it says what the matter is, and a better one made from the facts of the case."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from casebook.guide.dates.rules import LANGUAGES
from casebook.guide.ready import checklists
from casebook.guide.ready.known import Known
from casebook.journal.errors import BadInput
from casebook.journal.terms import Category, ReferenceKind

WANTED = "wanted"
_HAN = "\u3400-\u9fff"
_PREFIX = re.compile(
    r"^\s*((re|fwd?|aw|wg|回复|答复|转发)\s*[:：]\s*|[\[【(（][^\]】)）]*[\]】)）]\s*)+", re.IGNORECASE
)
_WORD = re.compile(rf"[^\W\d_{_HAN}][^\W_{_HAN}]*(?:'\w+)?")
_RUN = re.compile(f"[{_HAN}]+")
_NUMBERED = re.compile(r"[A-Za-z0-9#-]*\d[A-Za-z0-9#…-]*")
_ENOUGH_WORDS, _ENOUGH_HAN = 2, 4
_LONGEST = 100
"""Columns: a mail program shows little more. A Chinese character takes two."""
_WHOLE, _HEAD, _TAIL = 24, 10, 6
_SHOUTED = 8


class Flaw(StrEnum):
    """What is wrong with a subject line, the gravest first."""

    EMPTY = "empty"
    SECRET = "secret"  # noqa: S105 - the name of a flaw
    VAGUE = "vague"
    LOUD = "loud"
    LONG = "long"
    NO_NUMBER = "no-number"


@dataclass(frozen=True, slots=True)
class Subjects:
    """The lists that subjects are held against. Build it with `load`."""

    vague_words: frozenset[str]
    vague_phrases: tuple[str, ...]
    problems: Mapping[Category, tuple[Mapping[str, str], tuple[str, ...]]]
    """For each kind of problem: words for it by language, and what is worth naming."""
    sources: Mapping[str, str]
    checked_on: date

    def flaws(self, subject: str, known: Known | None = None) -> tuple[Flaw, ...]:
        """Return what is wrong with a subject; with a case also whether it names none of its numbers."""
        from casebook.guide import secrets

        line = " ".join(unicodedata.normalize("NFKC", subject).split())
        if not line:
            return (Flaw.EMPTY,)
        own, numbers = (numbers_of(known), _of_matter(known)) if known else ((), ())
        found = {
            Flaw.SECRET: bool(secrets.find(line, own)),
            Flaw.VAGUE: self.is_vague(line),
            Flaw.LOUD: _is_loud(line),
            Flaw.LONG: _columns(line) > _LONGEST,
            Flaw.NO_NUMBER: bool(numbers) and not _names(line, numbers),
        }
        return tuple(flaw for flaw, there in found.items() if there)

    def is_vague(self, subject: str) -> bool:
        """Return whether a line leaves open what the matter is."""
        line = _PREFIX.sub("", unicodedata.normalize("NFKC", subject)).casefold()
        numbers = _NUMBERED.findall(line)
        rest = _NUMBERED.sub(" ", line)
        for phrase in self.vague_phrases:
            rest = rest.replace(phrase, " ")
        han = sum(map(len, _RUN.findall(rest)))
        words = sum(word not in self.vague_words for word in _WORD.findall(rest))
        if words >= _ENOUGH_WORDS or han >= _ENOUGH_HAN or (words and han >= 2):
            return False
        return not ((words or han >= 2) and numbers)

    def better(self, known: Known, language: str) -> str:
        """Return a subject made from the facts: what the matter is, what is asked for, and one number."""
        from casebook.guide import secrets

        case = known.case
        words, worth = self.problems[case.category]
        title = " ".join(case.title.split())
        own = _fits(title, language) and not self.is_vague(title) and not secrets.find(title, numbers_of(known))
        head = title if own else words[language]
        parts = [part for name in worth if (part := _named(known, name, language)) and part not in head]
        tails = parts[:1] if not parts or parts[0] != _wanted(known, language) else parts[:2]
        line = ("，" if language == "zh" else ", ").join([head, *tails])
        return f"[{known.tickets[-1].number}] {line}" if known.tickets else line


@cache
def load(folder: Path) -> Subjects:
    """Return the lists of `subjects.toml` in a folder. Raises BadInput naming what is wrong in it."""
    file = folder / "subjects.toml"
    document = checklists.read(file)
    try:
        return _made(document)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise BadInput(
            "the guide file {file}, rule {rule}: {problem}", file=file.name, rule="subjects", problem=str(error)
        ) from None


def numbers_of(known: Known) -> tuple[str, ...]:
    """Return by what a firm can find the matter: its tickets, orders, TxIDs, error codes, and the user's UID."""
    uid = known.account.uid if known.account else ""
    return tuple(dict.fromkeys((*_of_matter(known), *filter(None, [uid]))))


def _of_matter(known: Known) -> tuple[str, ...]:
    exact = {ReferenceKind.ORDER, ReferenceKind.TXID, ReferenceKind.ERROR}
    found = [ticket.number for ticket in known.tickets]
    found += [reference.value for reference in known.references if reference.kind in exact]
    for transfer in known.transfers:
        found += [transfer.order_number, transfer.txid]
    return tuple(dict.fromkeys(filter(None, found)))


def _made(document: Mapping[str, Any]) -> Subjects:
    problems = {}
    for category in Category:
        entry = document["problem"][str(category)]
        names = tuple(entry["names"])
        if set(entry["text"]) != set(LANGUAGES) or not names:
            raise ValueError(f"problem {category}")
        if unknown := set(names) - {WANTED, *map(str, ReferenceKind)}:
            raise ValueError(f"problem {category} names {', '.join(sorted(unknown))}")
        problems[category] = (entry["text"], names)
    if not all(document["source"][language].strip() for language in LANGUAGES):
        raise ValueError("source")
    if type(document["checked_on"]) is not date:
        raise ValueError("checked_on")
    phrases = sorted(document["vague"]["zh"], key=len, reverse=True)  # the longer first: they contain the shorter
    return Subjects(
        frozenset(word.casefold() for word in document["vague"]["en"]),
        tuple(phrases),
        problems,
        document["source"],
        document["checked_on"],
    )


def _named(known: Known, name: str, language: str) -> str:
    """Return one thing worth naming as the subject has it, empty where the case does not know it."""
    chinese = language == "zh"
    if name == WANTED:
        return _wanted(known, language)
    value = next((r.value for r in known.references if r.kind == name), "")
    if name == ReferenceKind.ORDER:
        value = value or next((t.order_number for t in known.disputed if t.order_number), "")
    if name == ReferenceKind.TXID:
        value = value or next((t.txid for t in known.disputed if t.txid), "")
    if name == ReferenceKind.AMOUNT:
        value = value or f"{known.case.amount} {known.case.asset}".strip()
    caption = {
        "order": ("order ", "订单号："),
        "txid": ("TxID ", "交易ID："),
        "error": ("error ", "提示："),
    }.get(name, ("", ""))[chinese]
    return f"{caption}{_short(value)}" if value else ""


def _wanted(known: Known, language: str) -> str:
    """Return that it is an appeal, where the kind of problem is one that is appealed against."""
    appeals = {Category.KYC, Category.ACCOUNT_APPEAL}
    if known.case.category not in appeals:
        return ""
    return "需要申诉" if language == "zh" else "appeal"


def _short(value: str) -> str:
    return value if len(value) <= _WHOLE else f"{value[:_HEAD]}…{value[-_TAIL:]}"


def _fits(title: str, language: str) -> bool:
    return bool(title) and bool(_RUN.search(title)) == (language == "zh")


def _names(line: str, numbers: Collection[str]) -> bool:
    folded = line.casefold()
    return any(
        number.casefold() in folded or (len(number) > _WHOLE and number[:_HEAD].casefold() in folded)
        for number in numbers
    )


def _is_loud(line: str) -> bool:
    letters = [sign for sign in line if sign.isalpha() and sign.isascii()]
    words = [word for word in re.findall(r"[A-Za-z]+", line) if len(word) > 3]
    shouted = len(letters) >= _SHOUTED and len(words) > 1 and all(word.isupper() for word in words)
    return shouted or line.count("!") >= 2 or "急急" in line


def _columns(line: str) -> int:
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in line)
