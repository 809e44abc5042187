"""What the palette offers for what is typed, and in which order: numbers, beginnings, words, then the rest."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QObject

from casebook.gui import texts
from casebook.gui.models.search_model import ICONS, Found, headline, whereabouts
from casebook.journal import Kind
from casebook.journal.listings import CaseName
from casebook.journal.records import Firm

ONLY_ACTIONS, ONLY_FIRMS, ONLY_TAGS = ">", "@", "#"
"""Typed first, these leave only one kind of thing."""

_MOST = {"action": 12, "case": 20, "firm": 8, "tag": 20}
_ENDS = "\x1f"
"""Stands between the names of an offer; nobody types it."""
_NO_WORD = re.compile(r"\W+")


class PalettePlurals(QObject):
    """Words with a number: the tool that collects words sees plural forms only in `tr`."""

    def cases(self, count: int) -> str:
        """Return how many cases."""
        return self.tr("%n case(s)", None, count)


class Leads(StrEnum):
    """What choosing a row does."""

    ACTION = "action"
    CASE = "case"
    FIRM = "firm"
    TAG = "tag"
    DAY = "day"
    HIT = "hit"
    SEARCH = "search"


@dataclass(frozen=True, slots=True)
class PaletteRow:
    """One row. `tail` stands at its right end: a key, or what kind of thing it is."""

    leads: Leads
    name: str
    """The action's name, the tag, the query."""
    number: int
    """Of the case, firm or contact."""
    icon: str
    title: str
    detail: str
    tail: str
    found: Found | None = None


@dataclass(frozen=True, slots=True)
class Offer:
    """A row that can be offered, with all it is called, its caption first; `code` is its own number."""

    row: PaletteRow
    names: tuple[str, ...]
    code: str = ""


class Shelf:
    """Offers of one kind, made ready to be looked through at each key: ten thousand of them in a few milliseconds."""

    def __init__(self, offers: Iterable[Offer] = ()) -> None:
        self.offers = tuple(offers)
        self._codes = {offer.code: place for place, offer in enumerate(self.offers) if offer.code}
        self._captions = [f" {fold(offer.names[0])} " for offer in self.offers]
        self._all = ["".join(f"{_ENDS} {fold(name)} " for name in offer.names) + _ENDS for offer in self.offers]

    def best(self, typed: str, most: int, *, initials: bool = False) -> list[tuple[int, PaletteRow]]:
        """Return what fits, with how well it does, 0 best: its number; a name whole; the caption's beginning;
        beginnings of words in the caption; in anything it is called; parts of words; the first letters of its words.
        """
        words = fold(typed)
        parts = [f" {part}" for part in words.split()]
        found: dict[int, int] = {}
        if (place := self._codes.get(typed.casefold().strip())) is not None:
            found[place] = 0
        if not words:
            return [(1, offer.row) for offer in self.offers[:most]] if not typed.strip() else self._rows(found, most)
        captions, everything = self._captions, self._all
        tests: tuple[Callable[[], Iterable[int]], ...] = (
            lambda: _with(everything, [f"{_ENDS} {words} {_ENDS}"]),
            lambda: (n for n, name in enumerate(captions) if name.startswith(f" {words}")),
            lambda: _with(captions, parts),
            lambda: _with(everything, parts),
            lambda: _with(everything, words.split()),
            lambda: self._by_initials(words) if initials else (),
        )
        for how, test in enumerate(tests, start=1):
            if len(found) >= most:
                break
            for place in test():
                found.setdefault(place, how)
        return self._rows(found, most)

    def _by_initials(self, words: str) -> Iterable[int]:
        if not words.isalpha() or len(words) < 2:
            return ()
        firsts = ("".join(word[0] for word in caption.split()) for caption in self._captions)
        return [n for n, letters in enumerate(firsts) if letters.startswith(words)]

    def _rows(self, found: dict[int, int], most: int) -> list[tuple[int, PaletteRow]]:
        return [(how, self.offers[place].row) for place, how in list(found.items())[:most]]


def fold(text: str) -> str:
    """Return text as it is compared: words with one space between them, no signs, no large letters."""
    return _NO_WORD.sub(" ", text.casefold()).strip()


def _with(names: Sequence[str], parts: Sequence[str]) -> list[int]:
    """Return the places of the names that contain every part."""
    first, *rest = parts
    found = [place for place, name in enumerate(names) if first in name]
    for part in rest:
        found = [place for place in found if part in names[place]]
    return found


def case_offer(case: CaseName) -> Offer:
    """Return the row of a case: found by number, title, firm and tags."""
    number = f"C-{case.id}"
    detail = texts.joined(number, case.firm, "" if case.is_open else texts.closed(), *(f"#{tag}" for tag in case.tags))
    row = PaletteRow(
        Leads.CASE,
        "",
        case.id,
        "open" if case.is_open else "closed",
        case.title,
        detail,
        QCoreApplication.translate("palette", "Case"),
    )
    return Offer(row, (case.title, case.firm, *case.tags), number.casefold())


def firm_offer(firm: Firm) -> Offer:
    """Return the row of a firm."""
    row = PaletteRow(
        Leads.FIRM,
        "",
        firm.id,
        "firm",
        firm.name,
        texts.label(firm.kind),
        QCoreApplication.translate("palette", "Firm"),
    )
    return Offer(row, (firm.name, firm.legal_name))


def tag_offers(cases: Sequence[CaseName]) -> list[Offer]:
    """Return a row for each tag, the one with the most cases first."""
    counts: dict[str, int] = {}
    for case in cases:
        for tag in case.tags:
            counts[tag] = counts.get(tag, 0) + 1
    made = []
    for tag, count in sorted(counts.items(), key=lambda each: (-each[1], each[0].casefold())):
        words = PalettePlurals().cases(count)
        made.append(
            Offer(
                PaletteRow(
                    Leads.TAG, tag, 0, "reference", f"#{tag}", words, QCoreApplication.translate("palette", "Tag")
                ),
                (tag,),
            )
        )
    return made


def found_row(found: Found) -> PaletteRow:
    """Return the row of what a search found: a contact by the words around the match, all else by its own name."""
    hit = found.hit
    words = (hit.snippet or hit.title) if found.kind is Kind.CONTACT else hit.title
    title = " ".join(words.split()) or headline(found)
    when = texts.short_date(texts.here(hit.happened_at).date()) if hit.happened_at else ""
    detail = texts.joined(whereabouts(found), found.case_title)
    return PaletteRow(Leads.HIT, "", hit.id, ICONS[found.kind], title, detail, when, found)


def day_row(day: date, contact_id: int, case: str) -> PaletteRow:
    """Return the row that goes to a day of the case that is shown."""
    words = QCoreApplication.translate("palette", "Go to {day}").replace("{day}", texts.short_date(day))
    return PaletteRow(Leads.DAY, "", contact_id, "today", words, case, "")


def search_row(query: str) -> PaletteRow:
    """Return the row that takes the words to the search page."""
    words = QCoreApplication.translate("palette", "Search everything for “{words}”").replace("{words}", query)
    return PaletteRow(Leads.SEARCH, query, 0, "search", words, "", "Ctrl+Enter")


def offered(typed: str, *, actions: Shelf, cases: Shelf, firms: Shelf, tags: Shelf) -> list[PaletteRow]:
    """Return what fits what was typed, best first, of all that is known without asking the journal."""
    only, rest = typed[:1], typed[1:].strip()
    if only == ONLY_TAGS:
        exact = next((f"#{each.row.name}" for each in tags.offers if each.row.name.casefold() == rest.casefold()), "")
        within = [each.row for each in cases.offers if exact and exact in each.row.detail.split(" · ")]
        return [row for _, row in tags.best(rest, _MOST["tag"])] + within[: _MOST["case"]]
    if only in {ONLY_ACTIONS, ONLY_FIRMS}:
        kind = actions if only == ONLY_ACTIONS else firms
        return [row for _, row in kind.best(rest, len(kind.offers), initials=True)]
    number = re.fullmatch(r"(?:c-?)?(\d+)", typed.strip(), re.IGNORECASE)
    found = cases.best(f"C-{number[1]}" if number else typed, 1)[:1] if number else []
    exact_row = [row for how, row in found if how == 0]
    found = firms.best(typed, _MOST["firm"]) + cases.best(typed, _MOST["case"])
    found += actions.best(typed, _MOST["action"], initials=True)
    found.sort(key=lambda each: each[0])  # stable: of what fits alike firms first, then cases, then actions
    return exact_row + [row for _, row in found if row not in exact_row]
