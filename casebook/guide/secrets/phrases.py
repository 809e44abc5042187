"""Seed phrases of BIP-39 in every language that has a word list, and those of Electrum.

Words may stand apart by spaces, line ends, commas or numbers. The phrase's own checksum keeps ordinary sentences out;
where the text itself speaks of a seed phrase, a phrase with a mistyped word is found too.
"""

from __future__ import annotations

import hashlib
import hmac
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from casebook.guide.secrets.kinds import Secret, SecretKind

LANGUAGES = (
    "english",
    "chinese_simplified",
    "chinese_traditional",
    "czech",
    "french",
    "italian",
    "japanese",
    "korean",
    "portuguese",
    "russian",
    "spanish",
    "turkish",
)
_LENGTHS = (24, 21, 18, 15, 12)
_SHORTEST = 12
_LEAST = 2 * _SHORTEST - 2
"""So many characters the shortest phrase has: twelve Chinese ones with what stands between them."""
_HAN = r"\u3400-\u9fff\uf900-\ufaff"
# Marks and invisible characters stand within a word: decomposed letters, and what copying from a web page leaves.
_TOKEN = re.compile("[^\\W\\d_]+(?:[\u0300-\u036f\u3099\u309a\u200b-\u200d\u00ad]+[^\\W\\d_]*)*")
_PARTS = re.compile(rf"[{_HAN}]+|[^{_HAN}]+")
_BLOCK = re.compile(rf"[{_HAN}]+(?:[ \t\u3000]+[{_HAN}]+)*")
_WRAPPED = re.compile(rf"[{_HAN}]+(?:\s+[{_HAN}]+)*")
_INVISIBLE = re.compile("[\u200b-\u200d\u00ad]")
_FARTHEST = 24
"""So many characters may stand between two words of one phrase."""
_ABOUT = re.compile(
    r"seed|mnemonic|recovery|(?:backup|secret)\s+phrase|12\s+words|24\s+words|助记词|助記詞|助记码|注记词|恢复短语|恢復短語"
    r"|frase\s|phrase|ニーモニック|シード|니모닉|시드|мнемоник|сид-фраз|tohum|semente",
    re.IGNORECASE,
)
_NEAR = 80
_RARE = 620
"""The Chinese list is in the order of use: a sentence stays below this mean place, a phrase above (about 1,023)."""
_ELECTRUM = ("01", "100", "101", "102")


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    start: int
    end: int
    between: str
    """What stands between it and the word before."""

    @property
    def number(self) -> int | None:
        """The number before it in a numbered list."""
        found = re.search(r"(\d{1,2})\W*$", self.between)
        return int(found[1]) if found else None


def find(text: str) -> list[Secret]:
    """Return the seed phrases of a text."""
    found = list(_in_blocks(text))
    for run in _runs(text):
        for language in LANGUAGES:
            places = _lists()[language]
            for part in _known(run, places):
                listed = not language.startswith("chinese") or _is_list(text, part, places)
                if listed and (phrase := _phrase_in(text, part, places)):
                    found.append(phrase)
    return found


@cache
def _lists() -> Mapping[str, Mapping[str, int]]:
    """Return each word's place by language, with and without its accents (many people leave them out)."""
    from mnemonic import Mnemonic

    lists: dict[str, dict[str, int]] = {}
    for language in LANGUAGES:
        # One Russian word of the package's list has lost a letter.
        words = [word.replace("\ufffd\ufffd", "в") for word in Mnemonic(language).wordlist]
        plain = {} if language in _MARKED else {_unaccented(word): place for place, word in enumerate(words)}
        lists[language] = plain | {_normal(word): place for place, word in enumerate(words)}
    return lists


_MARKED = {"japanese", "korean"}
"""Their marks are letters, not accents."""


@cache
def _all_words() -> frozenset[str]:
    return frozenset().union(*_lists().values())


def _normal(word: str) -> str:
    return unicodedata.normalize("NFKD", _INVISIBLE.sub("", word)).lower()


def _unaccented(word: str) -> str:
    return "".join(c for c in _normal(word) if not unicodedata.combining(c)).replace("ı", "i")


def _runs(text: str) -> Iterator[list[_Word]]:
    """Yield stretches of words that are each in some list and near each other."""
    run = list[_Word]()
    end = 0
    for start, token in _tokens(text) if len(text) > _LEAST else ():
        word = "" if len(token) > 1 and _is_han(token[0]) else _known_form(token)
        if run and (not word or start - end > _FARTHEST):
            if len(run) >= _SHORTEST:
                yield run
            run = []
        if word:
            run.append(_Word(word, start, start + len(token), text[end if run else max(0, start - 6) : start]))
        end = start + len(token)
    if len(run) >= _SHORTEST:
        yield run


def _is_han(letter: str) -> bool:
    return "\u3400" <= letter <= "\u9fff" or "\uf900" <= letter <= "\ufaff"


def _tokens(text: str) -> Iterator[tuple[int, str]]:
    """Yield the words of a text with their places; Chinese and other letters are never one word."""
    for found in _TOKEN.finditer(text):
        if found[0].isascii() or not _BLOCK.search(found[0]):
            yield found.start(), found[0]
        else:
            for part in _PARTS.finditer(found[0]):
                yield found.start() + part.start(), part[0]


@lru_cache(maxsize=50_000)
def _known_form(token: str) -> str:
    """Return a word as the lists have it, empty if none has it."""
    return next((form for form in (_normal(token), _unaccented(token)) if form in _all_words()), "")


def _in_blocks(text: str) -> Iterator[Secret]:
    """Yield Chinese phrases written in one piece, or in groups.

    Most of the characters of ordinary Chinese are in the list, so that the checksum alone would be right once in
    sixteen lines. A phrase in one piece is believed where it is a line of its own and its characters are rarer than a
    sentence's, or where the text speaks of a phrase.
    """
    blocks = list(_BLOCK.finditer(text))
    if _ABOUT.search(text):  # then a phrase may also run on over the ends of lines
        blocks += [block for block in _WRAPPED.finditer(text) if "\n" in block[0]]
    for block in blocks:
        words = "".join(block[0].split())
        if len(words) not in _LENGTHS:
            continue
        about, line = _is_about(text, block.start(), block.start()), _is_line(text, block)
        if not about and not line:
            continue
        for language in LANGUAGES[1:3]:
            places = [_lists()[language].get(_normal(word), -1) for word in words]
            rare = line and sum(places) / len(words) >= _RARE
            if -1 not in places and _checks(places) and (rare or about):
                yield Secret(SecretKind.SEED_PHRASE, *block.span())
                break


def _known(run: Sequence[_Word], places: Mapping[str, int]) -> Iterator[Sequence[_Word]]:
    """Yield the parts of a run whose words are all in one list."""
    first = 0
    for number in range(len(run) + 1):
        if number == len(run) or run[number].text not in places:
            if number - first >= _SHORTEST:
                yield run[first:number]
            first = number + 1


def _phrase_in(text: str, run: Sequence[_Word], places: Mapping[str, int]) -> Secret | None:
    """Return where a run holds a phrase: by its checksum, or because the text speaks of one.

    The latter finds a mistyped word, and a wallet with a checksum of its own.
    """
    for length in _LENGTHS:
        starts = [at for at in range(len(run) - length + 1) if _is_phrase(run[at : at + length], places)]
        if starts:
            return Secret(SecretKind.SEED_PHRASE, run[starts[0]].start, run[starts[-1] + length - 1].end)
    if _is_about(text, run[0].start, run[2].end):
        return Secret(SecretKind.SEED_PHRASE, run[0].start, run[-1].end)
    return None


def _is_phrase(words: Sequence[_Word], places: Mapping[str, int]) -> bool:
    """Whether the checksum of the words is right, in their order or in that of the numbers before them."""
    if _checks([places[word.text] for word in words]) or _is_electrum(words):
        return True
    numbers = [word.number for word in words]
    if sorted(n or 0 for n in numbers) != list(range(1, len(words) + 1)):
        return False
    return _checks([places[word.text] for word in sorted(words, key=lambda w: w.number or 0)])


def _checks(places: Sequence[int]) -> bool:
    bits = "".join(f"{place:011b}" for place in places)
    size = len(bits) * 32 // 33
    entropy = int(bits[:size], 2).to_bytes(size // 8, "big")
    return bits[size:] == f"{hashlib.sha256(entropy).digest()[0]:08b}"[: len(bits) - size]


def _is_electrum(words: Sequence[_Word]) -> bool:
    if len(words) not in {12, 24}:
        return False
    phrase = " ".join(word.text for word in words)
    return hmac.new(b"Seed version", phrase.encode(), hashlib.sha512).hexdigest().startswith(_ELECTRUM)


def _is_list(text: str, run: Sequence[_Word], places: Mapping[str, int]) -> bool:
    """Whether Chinese characters that stand one by one are a list: as many as a phrase has, or rarer than words."""
    separators = {re.sub(r"[\d\s]", "", word.between) for word in run[1:]}
    if len(separators) > 1:
        return False
    return len(run) in _LENGTHS or _is_about(text, run[0].start, run[0].start) or _mean(run, places) >= _RARE


def _mean(run: Sequence[_Word], places: Mapping[str, int]) -> float:
    return sum(places[word.text] for word in run) / len(run)


def _is_line(text: str, block: re.Match[str]) -> bool:
    before, after = text[: block.start()].rpartition("\n")[2], text[block.end() :].partition("\n")[0]
    return len(block[0].split()) == 1 and not (before + after).strip(" \t\r\u3000>\"'“”「」")


def _is_about(text: str, start: int, end: int) -> bool:
    return bool(_ABOUT.search(text, max(start - _NEAR, 0), end))
