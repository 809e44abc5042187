"""Today, the start page: what is overdue, due, running out, waiting to be filed, and coming up.

Its wishes are those of its list (`view`), and on a page without rows `new_case_requested()` and `import_requested()`.
Facts: `due_changed(count)` with the number of follow-ups that ring now.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QFrame, QLabel, QStackedWidget, QVBoxLayout, QWidget

from casebook.gui import texts, theme, times
from casebook.gui.feed import Feed
from casebook.gui.models import due_items, due_words
from casebook.gui.models.due_items import DueItem
from casebook.gui.theme import Theme
from casebook.gui.widgets.cases.due_bulk import DueBulk
from casebook.gui.widgets.cases.due_list import DueList
from casebook.gui.widgets.empty_state import EmptyState
from casebook.gui.widgets.parts import plain_label
from casebook.guide import Guide
from casebook.journal.changes import Changes, Kind

if TYPE_CHECKING:
    from casebook.journal import Journal

_SHOWS = (Kind.FOLLOW_UP, Kind.PROMISE, Kind.REQUEST, Kind.MAIL, Kind.CASE, Kind.FIRM, Kind.CONTACT)


class TodayPane(QFrame):
    """The page itself: a heading in words, one list, and a quiet page where nothing is due."""

    new_case_requested = Signal()
    import_requested = Signal()
    due_changed = Signal(int)

    def __init__(self, journal: Journal, feed: Feed, theme: Theme, guide: Guide, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "page")
        self._journal = journal
        self._theme, self._guide = theme, guide
        self.view = DueList(guide, theme, journal.clock, parent=self)
        self.bulk = DueBulk(self.view, self)
        self._heading = QLabel()
        self._heading.setProperty("kind", "title")
        self._summary = plain_label("", kind="muted")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._empty = self._make_empty()
        self._stack.addWidget(self._empty)
        self._lay_out()
        feed.changed.connect(self._on_changed)
        theme.changed.connect(self.view.viewport().update)
        self._retranslate()
        self._is_stale = True  # read when it is first looked at

    def refresh(self) -> None:
        """Ask the journal again; the row that was current stays current, else its neighbour becomes it."""
        self._is_stale = False
        now = self._journal.clock()
        items = due_items.gather(self._journal, now)
        self.view.set_items(items)
        self._stack.setCurrentIndex(0 if items else 1)
        count = len(self._journal.follow_ups.ringing(now))
        self._summary.setText(self._in_words(items, count))
        self._show_next()
        self.due_changed.emit(count)

    def empty_words(self) -> str:
        """Return what the quiet page says beneath "Nothing is due"."""
        return self._next

    def changeEvent(self, event: QEvent) -> None:
        """Follow a switch of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self._refresh_seen()
        super().changeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Read what changed while nobody looked."""
        super().showEvent(event)
        if self._is_stale:
            self.refresh()

    def _lay_out(self) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(theme.XL, theme.L, theme.XL, theme.S)
        head.setSpacing(theme.XS)
        head.addWidget(self._heading)
        head.addWidget(self._summary)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self.bulk)
        layout.addWidget(self._stack, 1)

    def _make_empty(self) -> EmptyState:
        empty = EmptyState("done", self._theme)
        self._wishes = QAction(self), QAction(self)
        for action, wish in zip(self._wishes, (self.new_case_requested, self.import_requested), strict=True):
            action.triggered.connect(wish)
        self.starts = [empty.add_button(action, "", primary=number == 0) for number, action in enumerate(self._wishes)]
        return empty

    def _retranslate(self) -> None:
        self._heading.setText(self.tr("Today"))
        self.view.setAccessibleName(self.tr("What is due"))
        for button, text, tip in zip(
            self.starts,
            (self.tr("New case…"), self.tr("Import mail…")),
            (self.tr("Note a problem with a firm (Ctrl+N)"), self.tr("Bring in the mails you have (Ctrl+I)")),
            strict=True,
        ):
            button.setText(text)
            button.setToolTip(tip)

    def _show_next(self) -> None:
        """Fill the quiet page: the next thing to come, or how to begin."""
        coming = due_items.next_ahead(self._journal, self._journal.clock())
        begun = not self._journal.cases.is_empty()
        for button in self.starts:
            button.setVisible(not begun)
        if coming and coming.follow_up:
            when = due_words.when(coming, self._journal.clock())
            text = self.tr("Next: {what}, {when} ({place}).").format(
                what=due_words.title(coming, self._guide), when=when, place=due_words.place(coming)
            )
        elif begun:
            text = self.tr("No follow-up is set. Log what you send, and Casebook says when to ask again.")
        else:
            text = self.tr("Start with the problem you have: note the case, then bring in its mails.")
        self._next = text
        self._empty.say(self.tr("Nothing is due."), text)

    def _in_words(self, items: list[DueItem], count: int) -> str:
        day = times.day_heading(times.today(self._journal.clock()))
        if count:
            most = due_items.MOST
            oldest = self.tr("the oldest %n are listed", None, most) if count > most else ""
            return texts.joined(day, self.tr("%n follow-up(s) due", None, count), oldest)
        return texts.joined(day, self.tr("nothing is due") if items else "")

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(*_SHOWS):
            self._refresh_seen()

    def _refresh_seen(self) -> None:
        if self.isVisible():
            self.refresh()
        else:
            self._is_stale = True
