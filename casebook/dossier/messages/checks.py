"""What to look at before a message goes out: secrets, own data in public, places not filled in, tone, repetition."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from casebook.dossier.messages.message import MAILED, PUBLIC
from casebook.dossier.messages.templates import PLACE
from casebook.guide import secrets
from casebook.guide.ready import subjects, warnings
from casebook.guide.ready.known import Known
from casebook.guide.ready.subjects import Flaw, numbers_of
from casebook.guide.secrets import SecretKind
from casebook.journal.terms import Channel, Direction

_SHORT = {Channel.SOCIAL: 280, Channel.CHAT: 1000}
"""More characters than this are cut, or not read, there."""
_LATEST = 50
"""With so many of the messages sent last a new one is compared."""
_SHOUTED = re.compile(r"\b[A-Z]{4,}(?:[ ,]+[A-Z]{2,}){2,}")
_MARKS = re.compile(r"[!?！？]{3,}")


class Trouble(StrEnum):
    """What may be wrong with a message. The first two ask before it is copied, opened or saved."""

    SECRET = "secret"  # noqa: S105 - the name of a trouble
    OWN_DATA = "own-data"
    BLANK = "blank"
    PLACE = "place"
    IDENTICAL = "identical"
    INSULT = "insult"
    THREAT = "threat"
    LOUD = "loud"
    LONG = "long"
    SUBJECT = "subject"


ASKS = frozenset({Trouble.SECRET, Trouble.OWN_DATA})


@dataclass(frozen=True, slots=True)
class Doubt:
    """One thing to look at. `start` and `end` are places in the text, -1 where it is in the subject or the whole."""

    trouble: Trouble
    what: str
    """The words; of a secret its kind and never the words; of a subject the flaw."""
    start: int = -1
    end: int = -1


def look(
    subject: str, text: str, channel: Channel, known: Known, *, folder: Path, blanks: Collection[str] = ()
) -> list[Doubt]:
    """Return what is to be looked at, the gravest first.

    `folder` is resources/guides, `blanks` are the words that templates leave for the user to fill in.
    """
    mailed = channel in MAILED
    found = [
        *_secrets(subject if mailed else "", text, known),
        *(_own_data(text, known) if channel in PUBLIC else ()),
        *_blanks(subject if mailed else "", text, blanks),
        *_identical(text, channel, known),
        *_tone(text, folder / "messages" / "tone.toml"),
        *_form(subject, text, channel, known, folder),
    ]
    order = list(Trouble)
    return sorted(found, key=lambda doubt: (order.index(doubt.trouble), doubt.start))


def _secrets(subject: str, text: str, known: Known) -> Iterator[Doubt]:
    harmless = [*numbers_of(known), *(reference.value for reference in known.references)]
    for transfer in known.transfers:
        harmless += [transfer.from_address, transfer.to_address]
    for kind in dict.fromkeys(secret.kind for secret in secrets.find(subject, harmless)):
        yield Doubt(Trouble.SECRET, str(kind))
    for secret in secrets.find(text, harmless):
        yield Doubt(Trouble.SECRET, str(secret.kind), secret.start, secret.end)


def _own_data(text: str, known: Known) -> Iterator[Doubt]:
    for value in warnings.own_data(text, known):
        at = text.casefold().find(value.casefold())
        yield Doubt(Trouble.OWN_DATA, value, at, at + len(value) if at >= 0 else -1)
    amount = known.case.amount.strip()
    if len(amount) > 1 and (found := re.search(rf"(?<![\d.,]){re.escape(amount)}(?![\d.,]*\d)", text)):
        yield Doubt(Trouble.OWN_DATA, amount, *found.span())


def _blanks(subject: str, text: str, blanks: Collection[str]) -> Iterator[Doubt]:
    for found in re.finditer(r"\[[^\[\]\n]+\]", text):
        if found[0] in blanks:
            yield Doubt(Trouble.BLANK, found[0], *found.span())
    for blank in re.findall(r"\[[^\[\]\n]+\]", subject):
        if blank in blanks:
            yield Doubt(Trouble.BLANK, blank)
    for place in PLACE.finditer(text):
        yield Doubt(Trouble.PLACE, place[0], *place.span())


def _identical(text: str, channel: Channel, known: Known) -> Iterator[Doubt]:
    words = _bare(text)
    sent = [c for c in known.contacts if c.direction is Direction.OUT and c.channel is channel][-_LATEST:]
    if len(words) > 40 and any(_bare(contact.own_text) == words for contact in sent):
        yield Doubt(Trouble.IDENTICAL, "")


def _tone(text: str, file: Path) -> Iterator[Doubt]:
    for trouble, (pattern, harmless) in _rude(file).items():
        # What is harmless is blanked, so that every place stays where it is.
        plain = harmless.sub(lambda found: " " * len(found[0]), text) if harmless else text
        for found in pattern.finditer(plain):
            yield Doubt(trouble, found[0], *found.span())
    for found in (*_SHOUTED.finditer(text), *_MARKS.finditer(text)):
        yield Doubt(Trouble.LOUD, found[0], *found.span())


def _form(subject: str, text: str, channel: Channel, known: Known, folder: Path) -> Iterator[Doubt]:
    if len(text) > _SHORT.get(channel, len(text)):
        yield Doubt(Trouble.LONG, str(_SHORT[channel]))
    if channel in MAILED:
        for flaw in subjects.load(folder / "checklists").flaws(subject, known):
            if flaw is not Flaw.SECRET:
                yield Doubt(Trouble.SUBJECT, str(flaw))


@cache
def _rude(file: Path) -> dict[Trouble, tuple[re.Pattern[str], re.Pattern[str] | None]]:
    """Return the patterns of the word list, English in whole words, Chinese anywhere; and what is harmless."""
    raw, found = tomllib.loads(file.read_text("utf-8")), {}
    for trouble in (Trouble.INSULT, Trouble.THREAT):
        words = raw[trouble]
        rude = re.compile(rf"\b(?:{_either(words['en'])})\b|{_either(words['zh'])}", re.IGNORECASE)
        found[trouble] = rude, re.compile(_either(words["but"])) if words["but"] else None
    return found


def _either(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def _bare(text: str) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFKC", text).casefold() if sign.isalnum())


def asking(doubts: Sequence[Doubt]) -> list[Doubt]:
    """Return what has to be asked about before a message leaves the program."""
    return [doubt for doubt in doubts if doubt.trouble in ASKS]


__all__ = ["ASKS", "Doubt", "SecretKind", "Trouble", "asking", "look"]
