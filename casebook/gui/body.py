"""The body of the window: the panes side by side, and which of them is shown."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from casebook.gui.actions import Actions
from casebook.gui.feed import Feed
from casebook.gui.models.sidebar_model import Choice, View
from casebook.gui.panes.case_list import CaseList
from casebook.gui.panes.case_page import CasePage
from casebook.gui.panes.firm_page import FirmPage
from casebook.gui.panes.inbox import InboxPane
from casebook.gui.panes.search import SearchPane
from casebook.gui.panes.sidebar import COMPACT, Sidebar
from casebook.gui.panes.today import TodayPane
from casebook.gui.panes.welcome import WelcomePane
from casebook.gui.theme import Theme
from casebook.gui.widgets.composing.session_bar import SessionBars
from casebook.gui.worker import Worker
from casebook.guide import Guide
from casebook.journal.changes import Changes, Kind
from casebook.journal.listings import Hit
from casebook.journal.terms import CaseStatus, Channel

if TYPE_CHECKING:
    from casebook.journal import Journal

_NARROW = 1160
"""Device-independent pixels: below this four columns would be too many."""

_LIST, _SIDE = 220, 200
"""The least widths of the case list and the side panel, taken in a narrow window."""


class Body(QWidget):
    """Sidebar at the left; at the right the cases, Today, the inbox, the search or the welcome."""

    page_changed = Signal(int)
    """Another page or case is shown: the local number of the case, 0 for none."""
    table_changed = Signal(bool)
    """The cases are shown as a table now, or as a list again."""

    def __init__(
        self,
        journal: Journal,
        feed: Feed,
        theme: Theme,
        guide: Guide,
        quick: Worker,
        actions: Actions,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._journal = journal
        self._before_search, self._as_list = Choice(View.TODAY), False
        self._last_case = self._asked = 0
        self._wide: dict[str, QByteArray] | None = None
        self._other_way: dict[str, QByteArray] = {}
        self.sidebar = Sidebar(journal, feed, theme, self)
        self.case_list = CaseList(journal, feed, theme, self, quick)
        self.case_page = CasePage(journal, feed, theme, guide, quick, self)
        self.today = TodayPane(journal, feed, theme, guide, self)
        # Each has a thread of its own: who types a word, or looks at a firm, does not wait for what else is counted.
        self._lanes = Worker(journal.release, self), Worker(journal.release, self)
        for lane in self._lanes:
            lane.failed.connect(quick.failed)
        self.firm_page = FirmPage(journal, feed, theme, guide, self._lanes[0], self)
        self.inbox = InboxPane(journal, feed, theme, quick, self)
        self.search = SearchPane(journal, feed, theme, self._lanes[1], self)
        self.welcome = WelcomePane(actions, theme, self)
        self.talks = SessionBars(journal, feed, theme, self)
        self.cases = QSplitter(Qt.Orientation.Horizontal, self)
        self._pages = QStackedWidget(self)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self._lay_out()
        self.sidebar.chosen.connect(self.show_choice)
        self.case_list.case_chosen.connect(self._show_case)
        self.case_list.emptied.connect(lambda: self._show_case(0))
        self.search.hit_chosen.connect(self.show_hit)
        self.search.closed.connect(self.leave_search)
        feed.changed.connect(self._changed)

    @property
    def page(self) -> QWidget | None:
        """What is shown beside the sidebar."""
        return self._pages.currentWidget()

    @property
    def case_id(self) -> int:
        """The local number of the case on the screen, 0 for none."""
        return self.case_list.case_id() if self._pages.currentWidget() is self.cases else 0

    def start(self) -> None:
        """Show the start page."""
        self.sidebar.choose(Choice(View.TODAY))
        self.sidebar.list.setFocus()

    def start_logging(self) -> None:
        """Put the cursor into the composer of the case on the screen, else of the last one that was, else of the first
        open one.
        """
        if not self.case_id:
            rows = self._journal.cases.rows(status=CaseStatus.OPEN)
            case_id = self._last_case or next((row.id for row in rows), 0)
            if case_id:
                self.show_case(case_id)
        if self.case_id:
            self.case_page.start_logging()

    def start_talk(self, case_id: int, channel: Channel) -> None:
        """Show a case in which a chat or call began, ready to write down what is said."""
        if self.case_id != case_id:
            self.show_case(case_id)
        self.case_page.composer.expect(channel)
        self.case_page.start_logging()

    def talk_named(self, case_id: int, agent: str) -> None:
        """Take over the name of who answered into what is being written of it."""
        if agent and self.case_page.case_id == case_id:
            self.case_page.composer.agent.setText(agent)

    def talk_ended(self, case_id: int, contact_id: int) -> None:
        """Make room for the next contact and show the one that a chat or call became."""
        self.case_page.composer.accepted(case_id)
        if self.case_page.case_id == case_id:
            self.case_page.show_contact(contact_id)

    def close_threads(self) -> None:
        """Stop what the panes do in the background; call before the journal is closed."""
        self.case_page.close_threads()
        for lane in self._lanes:
            lane.close()

    def columns(self) -> dict[str, QByteArray]:
        """Return how wide the user has made the columns, as it is in a window that is not narrow."""
        states = self._wide or {name: splitter.saveState() for name, splitter in self._splitters().items()}
        return states | self._other_way | self.case_list.keep()

    def set_columns(self, states: Mapping[str, QByteArray]) -> None:
        """Give the columns widths that `columns` returned; in a narrow window as soon as it is wide again."""
        self.case_list.come_back(dict(states))
        self._other_way |= {name: state for name, state in states.items() if name in _CASES.values()}
        if "case_table" in states:
            self.set_table(not states["case_table"].isEmpty())
        states = {name: state for name, state in states.items() if name in self._splitters()}
        if self._wide is not None:
            self._wide |= states
            return
        for name, splitter in self._splitters().items():
            if name in states:
                splitter.restoreState(states[name])

    def set_table(self, on: bool) -> None:
        """Show the cases as a table above the case, or as a list beside it."""
        if on == self._is_table():
            return
        self._other_way[_CASES[not on]] = self.cases.saveState()
        self.cases.setOrientation(Qt.Orientation.Vertical if on else Qt.Orientation.Horizontal)
        self.case_list.set_wide(on)
        self.cases.setSizes([300, 450] if on else [300, 930])
        if (kept := self._other_way.get(_CASES[on])) is not None:
            self.cases.restoreState(kept)
        self.table_changed.emit(on)

    def _is_table(self) -> bool:
        return self.cases.orientation() == Qt.Orientation.Vertical

    def show_choice(self, choice: Choice, *, as_list: bool = False) -> None:
        """Show what a sidebar row stands for; `as_list`: of a firm its cases, not its page."""
        self._before_search, self._as_list = choice, as_list
        pages = {View.TODAY: self.today, View.INBOX: self.inbox}
        page = pages.get(choice.view, self.cases)
        if choice.view is View.FIRM and not as_list:
            page = self.firm_page
            self.firm_page.show_firm(choice.firm_id)
        if page not in {self.inbox, self.firm_page} and self._is_empty():
            page = self.welcome
        if page is self.cases:
            self.case_list.show_choice(choice, self._asked or self.case_list.case_id())
        comes_back = page is self.cases and self._pages.currentWidget() is not page
        self._pages.setCurrentWidget(page)
        if comes_back:
            self.case_page.refresh_time()
        self._tell()

    def show_case(self, case_id: int, contact_id: int = 0) -> None:
        """Show a case, and one contact of it; the list follows to where the case is listed."""
        choice = self.sidebar.choice()
        self._asked = case_id  # no other case is shown, and nothing told, on the way there
        try:
            if not (choice.view in _LISTS and self.case_list.would_list(choice, case_id)):
                status = self._journal.cases.get(case_id).status
                choice = Choice(View.OPEN if status is CaseStatus.OPEN else View.CLOSED)
                self.sidebar.choose(choice)
            self.show_choice(choice, as_list=True)
            self.case_list.select(case_id)
        finally:
            self._asked = 0
        self._tell()
        if contact_id:
            self.case_page.show_contact(contact_id)

    def show_new_case(self, case_id: int) -> None:
        """Show a case that was just made, ready to be written in."""
        self.show_case(case_id)
        self.case_page.start_logging()

    def show_hit(self, hit: Hit) -> None:
        """Show what a search found where it stands."""
        if hit.case_id:
            self.show_case(hit.case_id, hit.id if hit.kind == Kind.CONTACT else 0)
        elif hit.kind == Kind.CONTACT:
            self.sidebar.choose(Choice(View.INBOX))
        elif hit.kind == Kind.FIRM:
            self.sidebar.choose(Choice(View.FIRM, hit.id))
        elif hit.kind == Kind.ACCOUNT:
            self.sidebar.choose(Choice(View.FIRM, self._journal.accounts.get(hit.id).firm_id))
        elif hit.kind == Kind.OFFICIAL:
            self.sidebar.choose(Choice(View.FIRM, self._journal.officials.get(hit.id).firm_id))
        elif hit.kind == Kind.FIRM_CHANNEL:
            self.sidebar.choose(Choice(View.FIRM, self._journal.firm_channels.get(hit.id).firm_id))

    def look_for(self, query: str) -> None:
        """Show the search and look for `query`."""
        self._pages.setCurrentWidget(self.search)
        self.search.look_for(query)
        self.page_changed.emit(0)

    def leave_search(self) -> None:
        """Go back to where the search was started from."""
        if self._pages.currentWidget() is self.search:
            self.show_choice(self._before_search, as_list=self._as_list)

    def refresh_time(self) -> None:
        """Count and list again: time has passed. The case page looks after itself."""
        self.sidebar.refresh()
        self.talks.refresh()
        for page in (self.case_list, self.today, self.firm_page):
            if page.isVisible():
                page.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the case the room: in a narrow window the columns beside it are as small as they can be."""
        super().resizeEvent(event)
        width = event.size().width()
        if (narrow := width < _NARROW) == (self._wide is not None):
            return
        self.sidebar.set_compact(narrow)
        if narrow:
            self._wide = {name: splitter.saveState() for name, splitter in self._splitters().items()}
            page = width - COMPACT - _LIST
            self.splitter.setSizes([COMPACT, width - COMPACT])
            if not self._is_table():
                self.cases.setSizes([_LIST, page])
            self.case_page.splitter.setSizes([page - _SIDE, _SIDE])
        elif self._wide is not None:
            states, self._wide = self._wide, None
            self.set_columns(states)

    def _splitters(self) -> dict[str, QSplitter]:
        return {"splitter": self.splitter, _CASES[self._is_table()]: self.cases, "case_page": self.case_page.splitter}

    def _show_case(self, case_id: int) -> None:
        if not case_id or case_id != self.case_page.case_id:  # else it is there and hears of every change
            self.case_page.show_case(case_id or None)
        self._last_case = case_id or self._last_case
        self._tell()

    def _tell(self) -> None:
        if not self._asked:
            self.page_changed.emit(self.case_id)

    def _changed(self, changes: Changes) -> None:
        empty = self._pages.currentWidget() is self.welcome
        if empty != self._is_empty() and self._pages.currentWidget() is not self.search:
            self.show_choice(self.sidebar.choice())

    def _is_empty(self) -> bool:
        return self._journal.cases.is_empty() and self._journal.inbox.count() == 0

    def _lay_out(self) -> None:
        self.cases.addWidget(self.case_list)
        self.cases.addWidget(self.case_page)
        self.cases.setSizes([300, 930])
        for page in (self.cases, self.today, self.firm_page, self.inbox, self.search, self.welcome):
            self._pages.addWidget(page)
        self.splitter.addWidget(self.sidebar)
        self.splitter.addWidget(self._pages)
        self.splitter.setSizes([208, 1200])
        for splitter in (self.splitter, self.cases):
            splitter.setHandleWidth(1)
            splitter.setChildrenCollapsible(False)
            splitter.setStretchFactor(0, 0)
            splitter.setStretchFactor(1, 1)
        self.case_list.setMinimumWidth(_LIST)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.talks)
        layout.addWidget(self.splitter, 1)


_CASES = {False: "cases", True: "cases_table"}
"""Under which name the widths of list and case are kept: side by side, and one above the other."""

_LISTS = {View.OPEN, View.WAITING, View.CLOSED, View.FIRM, View.SAVED}
