"""Words for looking into a help centre: what means the same, and which of it was not tried yet."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from casebook.guide.dates.rules import LANGUAGES
from casebook.guide.ready import checklists
from casebook.journal.errors import BadInput
from casebook.journal.records import Contact
from casebook.journal.terms import Category, Channel

_LONGEST_RUN = 24
"""A Chinese run of more letters is a sentence that was pasted, not words to look for."""


@dataclass(frozen=True, slots=True)
class Synonyms:
    """Words for one thing. `categories` are the kinds of problem in which it matters."""

    id: str
    categories: frozenset[str]
    words: tuple[str, ...]
    """Of all languages, each language in the order in which its words are worth trying."""

    def names(self, keyword: str) -> bool:
        """Return whether a keyword is one of the words, alone or among others."""
        typed = _folded(keyword)
        return any(_holds(typed, _folded(word)) for word in self.words)


@dataclass(frozen=True, slots=True)
class Hint:
    """Words for the same thing as what was tried (or as the problem is about), of which none was tried."""

    id: str
    tried: tuple[str, ...]
    untried: tuple[str, ...]


@cache
def load(folder: Path) -> tuple[Synonyms, ...]:
    """Return the sets of `synonyms.toml` in a folder. Raises BadInput naming the set at fault."""
    file = folder / "synonyms.toml"
    document = checklists.read(file)
    source = document.get("source", {})
    found = []
    sound = set(source) == set(LANGUAGES) and type(document.get("checked_on")) is date
    for entry in document.get("set", ()):
        categories = frozenset(entry.get("categories", ("?",)))
        words = [word for language in LANGUAGES for word in entry.get(language, ())]
        if not categories <= set(Category) or not all(entry.get(language) for language in LANGUAGES):
            sound = False
        if not sound:
            raise BadInput(
                "the guide file {file}, rule {rule}: {problem}",
                file=file.name,
                rule=str(entry.get("id") or "without id"),
                problem="id, categories, en, zh, and the file's source and checked_on",
            )
        found.append(Synonyms(entry["id"], categories, tuple(dict.fromkeys(words))))
    return tuple(found)


def synonyms(folder: Path, keyword: str) -> tuple[str, ...]:
    """Return what means the same as a keyword, without the keyword itself; words of its own script first."""
    typed = _folded(keyword)
    others = [w for each in load(folder) if each.names(keyword) for w in each.words if _folded(w) != typed]
    return tuple(_own_script_first(dict.fromkeys(others), keyword))


def alternatives(folder: Path, typed: str) -> list[list[str]]:
    """Return the parts of what was typed to search by, each with the words that mean the same behind it.

    A Chinese word counts where the whole of what stands between spaces is made of such words: the exchange in 交易所 is
    not the trade in 交易. [] where nothing of it has other words.
    """
    sets = load(folder)
    known = {_folded(word) for each in sets for word in each.words}
    longest = max((len(word.split()) for word in known), default=1)
    found: list[list[str]] = []
    tokens = _folded(typed).split()
    while tokens:
        run = next((n for n in range(min(longest, len(tokens)), 1, -1) if " ".join(tokens[:n]) in known), 1)
        part, tokens = " ".join(tokens[:run]), tokens[run:]
        found += [[word, *_meaning_the_same(sets, word)] for word in _tiles(part, known) or [part]]
    return found if any(len(part) > 1 for part in found) else []


def _meaning_the_same(sets: Iterable[Synonyms], typed: str) -> list[str]:
    names = {typed, _singular(typed)}
    groups = (each.words for each in sets if names & {_folded(word) for word in each.words})
    others = dict.fromkeys(word for group in groups for word in group if _folded(word) not in names)
    return _own_script_first(others, typed)


def _singular(word: str) -> str:
    return word[:-1] if word.isascii() and word.endswith("s") else word


def _tiles(part: str, known: set[str]) -> list[str]:
    """Return the known words that a Chinese run is made of, one after the other; [] where something is left over."""
    if len(part) > _LONGEST_RUN:
        return []
    for end in range(len(part), 0, -1):
        if part[:end] in known and _is_han(part[:end]):
            rest = _tiles(part[end:], known)
            if rest or end == len(part):
                return [part[:end], *rest]
    return []


def hints(folder: Path, tried: Iterable[str], category: Category, language: str) -> tuple[Hint, ...]:
    """Return what could still be tried: for what was typed, and for what this kind of problem is about.

    The words of the given language stand first; a set of which nothing is left is not among the hints.
    """
    typed = tuple(dict.fromkeys(word.strip() for word in tried if word.strip()))
    found = []
    for each in load(folder):
        mine = tuple(word for word in typed if each.names(word))
        if not mine and str(category) not in each.categories:
            continue
        done = {_folded(word) for word in mine}
        left = [word for word in each.words if not any(_holds(one, _folded(word)) for one in done)]
        ordered = tuple(_own_script_first(left, "字" if language == "zh" else "a"))
        if ordered:
            found.append(Hint(each.id, mine, ordered))
    return tuple(sorted(found, key=lambda hint: not hint.tried))


def tried(contacts: Iterable[Contact]) -> tuple[str, ...]:
    """Return the words that were looked up in the help centre so far, in their order."""
    looked = [c for c in contacts if c.channel is Channel.HELP_CENTRE]
    return tuple(dict.fromkeys(word for contact in looked for word in contact.details.keywords))


def keywords(typed: str) -> tuple[str, ...]:
    """Return the keywords in a line: parted by commas, semicolons or line ends, each once."""
    for sign in "，、；;\n\t":
        typed = typed.replace(sign, ",")
    return tuple(dict.fromkeys(word for part in typed.split(",") if (word := " ".join(part.split()))))


def _own_script_first(words: Iterable[str], like: str) -> list[str]:
    own = _is_han(like)
    return sorted(words, key=lambda word: _is_han(word) != own)


def _is_han(text: str) -> bool:
    return any("\u3400" <= sign <= "\u9fff" for sign in text)


def _holds(text: str, word: str) -> bool:
    """Return whether a word stands in a text; a Latin one only as a word of its own."""
    if _is_han(word):
        return word in text
    return f" {word} " in f" {text} "


def _folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())
