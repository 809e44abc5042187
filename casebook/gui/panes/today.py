"""Today, the start page: what is overdue, due, running out, waiting to be filed, and coming up.

Wishes: `case_requested(case_id, contact_id or 0)`, `done_requested(follow_up_id)`, `snooze_requested(follow_up_id)`,
`explain_requested(follow_up_id)`, `resolve_requested(promise_id)`, `inbox_requested()`, `new_case_requested()`,
`import_requested()`. Facts: `due_changed(count)` with the number of follow-ups that ring now.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal, SignalInstance
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QFrame, QLabel, QListView, QMenu, QStackedWidget, QVBoxLayout, QWidget

from casebook.gui import texts, theme, times
from casebook.gui.feed import Feed
from casebook.gui.models import due_items, due_words
from casebook.gui.models.due_items import DueItem
from casebook.gui.models.due_model import DueModel
from casebook.gui.theme import Theme
from casebook.gui.widgets.due_delegate import KEYS, DueAction, DueDelegate, actions_of
from casebook.gui.widgets.empty_state import EmptyState
from casebook.gui.widgets.parts import plain_label
from casebook.guide import Guide
from casebook.journal.changes import Changes, Kind

if TYPE_CHECKING:
    from casebook.journal import Journal

_SHOWS = (Kind.FOLLOW_UP, Kind.PROMISE, Kind.MAIL, Kind.CASE, Kind.FIRM, Kind.CONTACT)


class TodayPane(QFrame):
    """The page itself: a heading in words, one list, and a quiet page where nothing is due."""

    case_requested = Signal(int, int)
    done_requested = Signal(int)
    snooze_requested = Signal(int)
    explain_requested = Signal(int)
    resolve_requested = Signal(int)
    inbox_requested = Signal()
    new_case_requested = Signal()
    import_requested = Signal()
    due_changed = Signal(int)

    def __init__(self, journal: Journal, feed: Feed, theme: Theme, guide: Guide, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "page")
        self._journal = journal
        self._theme = theme
        self.model = DueModel(guide, journal.clock, parent=self)
        self.view = self._make_view()
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
        self.refresh()

    def refresh(self) -> None:
        """Ask the journal again; the row that was current stays current, else its neighbour becomes it."""
        now = self._journal.clock()
        current = self.model.item(self.view.currentIndex())
        row = self.view.currentIndex().row()
        items = due_items.gather(self._journal, now)
        self.model.set_items(items)
        if items:
            self._choose(current, row)
        self._stack.setCurrentIndex(0 if items else 1)
        count = due_items.due_count(items, now)
        self._summary.setText(self._in_words(items, count))
        self._show_next()
        self.due_changed.emit(count)

    def choose(self, follow_up_id: int) -> None:
        """Make the row of a follow-up the current one and take the focus."""
        index = self.model.find(("follow_up", follow_up_id))
        if index.isValid():
            self.view.setCurrentIndex(index)
            self.view.scrollTo(index)
        self.view.setFocus()

    def empty_words(self) -> str:
        """Return what the quiet page says beneath "Nothing is due"."""
        return self._next

    def act(self, action: DueAction, index: QModelIndex | None = None) -> None:
        """Do one of the row actions, on the current row unless another is given."""
        item = self.model.item(index if index is not None else self.view.currentIndex())
        if item is None or action not in actions_of(item):
            return
        if item.follow_up and action in self._by_follow_up:
            self._by_follow_up[action].emit(item.follow_up.id)
        elif item.promise and action is DueAction.RESOLVE:
            self.resolve_requested.emit(item.promise.id)
        elif action is DueAction.FILE:
            self.inbox_requested.emit()
        elif item.case_id is not None:
            source = item.follow_up or item.promise
            self.case_requested.emit(item.case_id, (source.contact_id if source else None) or 0)

    def caption(self, action: DueAction) -> str:
        """Return the words on the button of an action."""
        return {
            DueAction.DONE: self.tr("Done"),
            DueAction.SNOOZE: self.tr("Snooze"),
            DueAction.WHY: self.tr("Why?"),
            DueAction.RESOLVE: self.tr("Kept or broken"),
            DueAction.OPEN: self.tr("Open case"),
            DueAction.FILE: self.tr("Open inbox"),
        }[action]

    def changeEvent(self, event: QEvent) -> None:
        """Follow a switch of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self.refresh()
        super().changeEvent(event)

    @property
    def _by_follow_up(self) -> dict[DueAction, SignalInstance]:
        return {
            DueAction.DONE: self.done_requested,
            DueAction.SNOOZE: self.snooze_requested,
            DueAction.WHY: self.explain_requested,
        }

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
        layout.addWidget(self._stack, 1)

    def _make_view(self) -> QListView:
        view = QListView()
        delegate = DueDelegate(self._theme, self.caption, self)
        view.setModel(self.model)
        view.setItemDelegate(delegate)
        view.setMouseTracking(True)
        view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._open_menu)
        view.doubleClicked.connect(self._open)
        delegate.pressed.connect(self.act)
        for action in (DueAction.DONE, DueAction.SNOOZE, DueAction.WHY, DueAction.RESOLVE):
            view.addAction(self._make_action(action, view))
        opening = self._make_action(DueAction.OPEN, view)
        opening.setShortcuts([QKeySequence(Qt.Key.Key_Return), QKeySequence(Qt.Key.Key_Enter)])
        opening.triggered.disconnect()
        opening.triggered.connect(lambda: self._open(view.currentIndex()))
        view.addAction(opening)
        return view

    def _make_action(self, action: DueAction, parent: QWidget) -> QAction:
        made = QAction(parent)
        made.setShortcut(QKeySequence(KEYS[action]))
        made.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        made.setData(action)
        made.triggered.connect(lambda: self.act(action))
        return made

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
        counts = self._journal.cases.counts()
        begun = counts.open + counts.closed > 0
        for button in self.starts:
            button.setVisible(not begun)
        if coming and coming.follow_up:
            when = due_words.when(coming, self._journal.clock())
            text = self.tr("Next: {what}, {when} ({place}).").format(
                what=coming.follow_up.reason, when=when, place=due_words.place(coming)
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
            return texts.joined(day, self.tr("%n follow-up(s) due", None, count))
        return texts.joined(day, self.tr("nothing is due") if items else "")

    def _choose(self, was: DueItem | None, row: int) -> None:
        index = self.model.find(was.key) if was else self.model.first()
        if not index.isValid():
            rows = range(max(row, 0), self.model.rowCount())
            index = next((self.model.index(n) for n in rows if self.model.item(self.model.index(n))), QModelIndex())
        self.view.setCurrentIndex(index if index.isValid() else self.model.first())

    def _open(self, index: QModelIndex) -> None:
        item = self.model.item(index)
        if item is not None:
            self.act(actions_of(item)[-1], index)

    def _open_menu(self, at: QPoint) -> None:
        item = self.model.item(self.view.indexAt(at) if self.view.indexAt(at).isValid() else self.view.currentIndex())
        if item is None:
            return
        menu = QMenu(self.view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for action in actions_of(item):
            entry = menu.addAction(f"{self.caption(action)}\t{KEYS[action]}")
            entry.triggered.connect(lambda _checked, a=action, k=item.key: self._act_on(a, k))
        menu.popup(self.view.viewport().mapToGlobal(at))

    def _act_on(self, action: DueAction, key: tuple[str, int]) -> None:
        self.act(action, self.model.find(key))

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(*_SHOWS):
            self.refresh()
