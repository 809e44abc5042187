"""The command palette: what is offered while one types, what choosing it does, and what was looked at last."""

from __future__ import annotations

import re
from collections.abc import Generator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtWidgets import QWidget

from casebook.gui import texts
from casebook.gui.action_table import MENUS
from casebook.gui.actions import Actions, key_of, plain, plain_words
from casebook.gui.commands.base import Commands
from casebook.gui.feed import Feed
from casebook.gui.models import palette_rows as rows
from casebook.gui.models.palette_rows import Leads, Offer, PaletteRow, Shelf
from casebook.gui.models.search_model import Found, find, placed
from casebook.gui.theme import Theme
from casebook.gui.widgets.key_first import KeyFirst
from casebook.gui.widgets.palette import Palette
from casebook.gui.worker import Job, Worker
from casebook.journal import Kind, Progress
from casebook.journal.errors import BadInput
from casebook.journal.listings import CaseName
from casebook.journal.records import Firm
from casebook.journal.times import system_zone

if TYPE_CHECKING:
    from casebook.journal import Journal

_NAME = "palette"
_TAKEN_BY_FIELDS = (_NAME, "export", "follow_up", "letter")
"""Actions whose keys delete or move in a text field on X11: Ctrl+K, Ctrl+E, Ctrl+U, Ctrl+D."""
_RECENT = 12
_HITS = 40
_STAY = 1_500
"""Milliseconds after which something that is shown counts as looked at."""
_NUMBER = re.compile(r"(c-?)?\d+", re.IGNORECASE)
_TICKETS = frozenset({Kind.TICKET, Kind.REFERENCE})


@dataclass(frozen=True, slots=True)
class _Known:
    """What can be offered without asking the journal again."""

    cases: Shelf = field(default_factory=Shelf)
    firms: Shelf = field(default_factory=Shelf)
    tags: Shelf = field(default_factory=Shelf)
    recent: tuple[PaletteRow, ...] = ()


class PaletteCommands(Commands):
    """Opens the palette and answers it."""

    case_requested = Signal(int, int)
    """A case is to be shown, and one contact of it, or 0."""
    firm_requested = Signal(int)
    """A firm's page is to be shown."""
    hit_requested = Signal(object)
    """A `Hit` is to be shown where it stands."""
    search_requested = Signal(str)
    """The search page is to be shown with what was found for these words."""

    def __init__(self, journal: Journal, feed: Feed, window: QWidget, quick: Worker, theme: Theme) -> None:
        super().__init__(journal, feed, window)
        self.lane = Worker(self._release, self)  # of its own: who types does not wait for others
        self.lane.failed.connect(quick.failed)
        self._actions: Actions | None = None
        self._case_id = 0
        self._known = _Known()
        self._hits: tuple[str, Sequence[Found]] = ("", ())
        self._looking: Job | None = None
        self._seen: tuple[str, int] | None = None
        self._stay = QTimer(self, singleShot=True, interval=_STAY)
        self._stay.timeout.connect(self._note)
        self.palette = Palette(theme, window)
        self.palette.typed.connect(self._typed)
        self.palette.chosen.connect(self._go)
        self.palette.all_requested.connect(self._see_all)
        self.palette.closed.connect(self._closed)

    def offer_actions(self, actions: Actions) -> None:
        """Offer these actions of the window, and let the palette's own key work in text fields."""
        if self._actions is None:
            self._key = KeyFirst([actions[name] for name in _TAKEN_BY_FIELDS], self)
        self._actions = actions

    def show(self, case_id: int = 0) -> Palette:
        """Open the palette; days are gone to in this case."""
        self._case_id = case_id
        journal = self.journal

        def load() -> Generator[Progress, None, _Known]:
            yield Progress(0)
            visits = [(visit.kind, visit.record_id) for visit in journal.visits.latest(2 * _RECENT)]
            recent = placed(journal, journal.search.records(visits)[:_RECENT])
            yield Progress(1)
            return _known(journal.search.case_names(), journal.firms.all(), recent)

        self.lane.run(self.tr("Looking up"), load, done=self._loaded, quiet=True)
        self.palette.open()
        self._refresh()
        return self.palette

    def seen(self, kind: Kind, record_id: int) -> None:
        """Note that something is shown, once it has been for a moment."""
        self._seen = (str(kind), record_id) if record_id else None
        if self._seen:
            self._stay.start()

    def close(self) -> None:
        """Close the palette, stop what it does and let go of what it knows: the casebook is about to be closed."""
        self._stay.stop()
        self.palette.close_(back=False)
        self._closed()
        self.lane.clear()

    def use(self, journal: Journal) -> None:
        """Look into the casebook opened anew."""
        super().use(journal)
        self._closed()

    def _release(self) -> None:
        self.journal.release()

    def _loaded(self, known: _Known) -> None:
        if self.palette.isVisible():
            self._known = known
            self._refresh()

    def _typed(self, words: str) -> None:
        if self._looking is not None:
            self._looking.cancel()
            self._looking = None
        query = words.strip()
        limited = query[:1] in {rows.ONLY_ACTIONS, rows.ONLY_FIRMS, rows.ONLY_TAGS}
        if not limited and (len(query) > 1 or not query.isascii()):
            self._look(query)
        self._refresh()

    def _look(self, query: str) -> None:
        journal = self.journal

        def done(found: list[Found]) -> None:
            if query == self.palette.field.text().strip():
                self._looking = None
                self._hits = (query, found)
                self._refresh()

        def failed(error: Exception) -> None:
            self._looking = None
            self.lane.failed.emit(self.tr("Search"), error)

        self._looking = self.lane.run(
            self.tr("Search"), lambda: find(journal, query, _HITS), done=done, failed=failed, quiet=True
        )

    def _refresh(self) -> None:
        """Offer what fits the words as they are now."""
        typed = self.palette.field.text().strip()
        if not typed:
            shown = [*self._known.recent, *(each.row for each in self._offers())]
            self.palette.offer(shown, "")
            return
        known = self._known
        offered = rows.offered(
            typed, actions=Shelf(self._offers()), cases=known.cases, firms=known.firms, tags=known.tags
        )
        day = self._day(typed)
        if day is not None:
            offered.insert(0 if typed[0].isdigit() else len(offered), day)
        for_query, hits = self._hits
        if for_query == typed:
            there = {(row.leads, row.number) for row in offered}
            fresh = [each for each in hits if (_LEADS.get(each.kind), each.hit.id) not in there]
            exact = [each for each in fresh if each.kind in _TICKETS and rows.fold(each.hit.title) == rows.fold(typed)]
            offered = [rows.found_row(each) for each in exact] + offered
            offered += [rows.found_row(each) for each in fresh if each not in exact]
            if hits:
                offered.append(rows.search_row(typed))
        self.palette.offer(offered, typed, looking=self._looking is not None)

    def _offers(self) -> list[Offer]:
        """Return the actions that can be done now, in the order of the menus."""
        made = []
        for spec, action in self._actions or ():
            if not action.isEnabled() or spec.name == _NAME:
                continue
            menu = QCoreApplication.translate("actions", str(MENUS[spec.menu]))
            hint = QCoreApplication.translate("actions", str(spec.hint)) if spec.hint else ""
            path = texts.joined(plain_words(menu), hint)
            row = PaletteRow(Leads.ACTION, spec.name, 0, spec.icon or "settings", plain(action), path, key_of(action))
            names = (plain(action), plain_words(str(spec.caption)), hint)
            made.append(Offer(row, names))
        return made

    def _day(self, typed: str) -> PaletteRow | None:
        """Return the row that goes to a day, where the words read like one and the case goes on from there."""
        from casebook.guide.dates import spoken

        if not self._case_id or _NUMBER.fullmatch(typed):
            return None
        try:
            when = spoken.at_once(typed, self.journal.clock(), system_zone())
        except BadInput:
            return None
        if when is None:
            return None
        contact_id = self.journal.search.first_contact(self._case_id, when.utc)
        if contact_id is None:
            return None
        return rows.day_row(when.local.date(), contact_id, f"C-{self._case_id}")

    def _go(self, row: PaletteRow) -> None:
        if row.leads is Leads.TAG:
            self.palette.field.setText(f"{rows.ONLY_TAGS}{row.name}")
            return
        if row.leads is Leads.SEARCH:
            self._see_all(row.name)
            return
        self.palette.close_()
        if row.leads is Leads.ACTION and self._actions is not None:
            self._actions[row.name].trigger()
        elif row.leads is Leads.CASE:
            self.case_requested.emit(row.number, 0)
        elif row.leads is Leads.FIRM:
            self.firm_requested.emit(row.number)
        elif row.leads is Leads.DAY:
            self.case_requested.emit(self._case_id, row.number)
        elif row.found is not None:
            self.hit_requested.emit(row.found.hit)

    def _see_all(self, words: str) -> None:
        if words.strip():
            self.palette.close_()
            self.search_requested.emit(words.strip())

    def _closed(self) -> None:
        if self._looking is not None:
            self._looking.cancel()
            self._looking = None
        self._known, self._hits = _Known(), ("", ())
        self.palette.offer((), "", looking=True)

    def _note(self) -> None:
        """Write what was looked at into the casebook, in the background; that it cannot be is nobody's trouble."""
        seen, journal = self._seen, self.journal
        if seen is None or journal.read_only is not None:
            return

        def note() -> Generator[Progress, None, None]:
            yield Progress(1)
            journal.visits.note(*seen)

        self.lane.run(self.tr("Looking up"), note, done=lambda _none: None, failed=lambda _error: None, quiet=True)


_LEADS = {Kind.CASE: Leads.CASE, Kind.FIRM: Leads.FIRM}


def _known(cases: list[CaseName], firms: list[Firm], recent: list[Found]) -> _Known:
    """Return what can be offered of ten thousand cases without another look; made in the background."""
    offers = {case.id: rows.case_offer(case) for case in cases}
    return _Known(
        Shelf(offers.values()),
        Shelf(map(rows.firm_offer, firms)),
        Shelf(rows.tag_offers(cases)),
        tuple(offers[each.hit.id].row if each.kind is Kind.CASE else rows.found_row(each) for each in recent),
    )
