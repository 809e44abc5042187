"""What the palette offers for what is typed, and in which order: numbers, beginnings, words, then the rest."""

from __future__ import annotations

import heapq
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from casebook.gui import texts
from casebook.gui.models.search_model import ICONS, Found, headline, whereabouts
from casebook.journal import Kind
from casebook.journal.listings import CaseName
from casebook.journal.records import Firm

ONLY_ACTIONS, ONLY_FIRMS, ONLY_TAGS = ">", "@", "#"
"""Typed first, these leave only one kind of thing."""

_MOST = {"action": 12, "case": 20, "firm": 8, "tag": 20}
_NEVER = 9
_STARTS = re.compile(r"\W+")


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
    """A row that can be offered, with all it is called, folded: `names` in words, `code` as its own number."""

    row: PaletteRow
    names: tuple[str, ...]
    code: str = ""


def fold(text: str) -> str:
    """Return text as it is compared: one space between words, no large letters."""
    return " ".join(text.casefold().split())


def rank(typed: str, offer: Offer) -> int:
    """Return how well an offer fits folded words, 0 best: its number, a name whole, its beginning, words, parts."""
    if typed == offer.code and typed:
        return 0
    best = _NEVER
    for place, name in enumerate(offer.names):
        best = min(best, _rank(typed, name) + (1 if place and typed != name else 0))
    return best


def _rank(typed: str, name: str) -> int:
    if name == typed:
        return 1
    if name.startswith(typed):
        return 2
    parts = typed.split()
    if not all(part in name for part in parts):
        return 6 if len(typed) > 1 and typed.isalpha() and _initials(name).startswith(typed) else _NEVER
    spaced = " " + _STARTS.sub(" ", name)
    return 3 if all(f" {part}" in spaced for part in parts) else 5


def _initials(name: str) -> str:
    return "".join(word[0] for word in _STARTS.split(name) if word)


def best(typed: str, offers: Iterable[Offer], most: int) -> list[tuple[int, PaletteRow]]:
    """Return the offers that fit, the best first and not more than `most`; those that fit alike keep their order."""
    ranked = ((rank(typed, offer), place, offer.row) for place, offer in enumerate(offers))
    fitting = heapq.nsmallest(most, (each for each in ranked if each[0] < _NEVER), key=lambda each: each[:2])
    return [(how, row) for how, _, row in fitting]


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
    return Offer(row, (fold(case.title), fold(f"{case.title} {case.firm} {' '.join(case.tags)}")), number.casefold())


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
    return Offer(row, (fold(firm.name), fold(firm.legal_name)) if firm.legal_name else (fold(firm.name),))


def tag_offers(cases: Sequence[CaseName]) -> list[Offer]:
    """Return a row for each tag, the one with the most cases first."""
    counts: dict[str, int] = {}
    for case in cases:
        for tag in case.tags:
            counts[tag] = counts.get(tag, 0) + 1
    made = []
    for tag, count in sorted(counts.items(), key=lambda each: (-each[1], each[0].casefold())):
        words = QCoreApplication.translate("palette", "%n case(s)", None, count)
        made.append(
            Offer(
                PaletteRow(
                    Leads.TAG, tag, 0, "reference", f"#{tag}", words, QCoreApplication.translate("palette", "Tag")
                ),
                (fold(tag),),
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


def offered(
    typed: str,
    *,
    actions: Sequence[Offer],
    cases: Sequence[Offer],
    firms: Sequence[Offer],
    tags: Sequence[Offer],
) -> list[PaletteRow]:
    """Return what fits what was typed, best first, of all that is known without asking the journal."""
    only, words = (
        (typed[:1], fold(typed[1:])) if typed[:1] in {ONLY_ACTIONS, ONLY_FIRMS, ONLY_TAGS} else ("", fold(typed))
    )
    if only == ONLY_TAGS:
        found = best(words, tags, _MOST["tag"])
        exact = [each.row.name for each in tags if each.names[0] == words]
        within = [each for each in cases if exact and f"#{exact[0]}" in each.row.detail.split(" · ")]
        return [row for _, row in found] + [each.row for each in within[: _MOST["case"]]]
    if only:
        kind = actions if only == ONLY_ACTIONS else firms
        return [row for _, row in best(words, kind, len(kind))]
    number = f"c-{words}" if words.isascii() and words.isdigit() else re.sub(r"^c-?(?=\d+$)", "c-", words)
    found = [each for each in best(number, cases, 1) if each[0] == 0]
    exact_row = [row for _, row in found]
    found = (
        best(words, firms, _MOST["firm"]) + best(words, cases, _MOST["case"]) + best(words, actions, _MOST["action"])
    )
    found.sort(key=lambda each: each[0])  # stable: of what fits alike firms first, then cases, then actions
    return exact_row + [row for _, row in found if row not in exact_row]
