"""The list of Today and of the Due panel: what is to be done, and what can be done with one row or with several.

Wishes: `case_requested(case_id, contact_id or 0)`, `write_requested(case_id, kind of letter, contact_id or 0,
follow_up_id or 0)` (no kind: what the follow-up asks for), `done_requested(follow_up_id)`,
`snooze_requested(follow_up_id)`, `change_requested(follow_up_id)`, `drop_requested(follow_up_id)`,
`explain_requested(follow_up_id)`,
`resolve_requested(promise_id)`, `supply_requested(request_id)`, `inbox_requested()`, and for several rows at once
`many_requested(DueAction, follow_up_ids)`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal, SignalInstance
from PySide6.QtGui import QAction, QKeySequence, QPaintEvent
from PySide6.QtWidgets import QListView, QMenu, QWidget

from casebook.gui.models.due_items import DueItem
from casebook.gui.models.due_model import DueModel
from casebook.gui.theme import Theme
from casebook.gui.widgets.cases.due_delegate import BULK, KEYS, DueAction, DueDelegate, actions_of, all_actions_of
from casebook.guide import Guide
from casebook.journal.terms import LetterKind


class DueList(QListView):
    """Rows with their buttons; every button has a key, and the menu holds what has no button."""

    case_requested = Signal(int, int)
    write_requested = Signal(int, str, int, int)
    done_requested = Signal(int)
    snooze_requested = Signal(int)
    change_requested = Signal(int)
    drop_requested = Signal(int)
    explain_requested = Signal(int)
    resolve_requested = Signal(int)
    supply_requested = Signal(int)
    inbox_requested = Signal()
    many_requested = Signal(object, object)
    chosen_changed = Signal()
    """Other rows are selected."""
    drawn = Signal()
    """The rows have been drawn on the screen."""

    def __init__(
        self,
        guide: Guide,
        theme: Theme,
        clock: Callable[[], datetime],
        *,
        headings: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.rows = DueModel(guide, clock, headings=headings, parent=self)
        delegate = DueDelegate(theme, self.caption, self)
        self.setModel(self.rows)
        self.setItemDelegate(delegate)
        self.setMouseTracking(True)
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._open_menu)
        self.doubleClicked.connect(self._open)
        self.selectionModel().selectionChanged.connect(lambda _new, _old: self.chosen_changed.emit())
        delegate.pressed.connect(self.act)
        for action in KEYS:
            if action is not DueAction.FILE:
                self.addAction(self._make_action(action))

    def set_items(self, items: Sequence[DueItem]) -> None:
        """Show these; what was chosen stays so, else the neighbour of the current row becomes the current one."""
        current, row, at = self.rows.item(self.currentIndex()), self.currentIndex().row(), self.verticalScrollBar()
        chosen, scrolled = [item.key for item in self.chosen()], at.value()
        if not self.rows.set_items(items):
            return
        index = self.rows.find(current.key) if current else self.rows.first()
        if not index.isValid():
            after = (self.rows.index(n) for n in range(max(row, 0), self.rows.rowCount()))
            index = next((found for found in after if self.rows.item(found)), self.rows.first())
        self.go_to(index)
        if len(chosen) > 1:
            kept = QItemSelection()
            for found in map(self.rows.find, chosen):
                kept.select(found, found)
            self.selectionModel().select(kept, QItemSelectionModel.SelectionFlag.Select)
        at.setValue(scrolled)

    def chosen(self) -> list[DueItem]:
        """Return what is selected, in the order of the list."""
        found = (self.rows.item(index) for index in sorted(self.selectedIndexes(), key=QModelIndex.row))
        return [item for item in found if item is not None]

    def chosen_follow_ups(self) -> list[int]:
        """Return the numbers of the follow-ups among what is selected."""
        return [item.follow_up.id for item in self.chosen() if item.follow_up]

    def go_to(self, index: QModelIndex) -> None:
        """Make a row the current one, and the only one that is selected: also while a key like Ctrl is still held."""
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def choose(self, follow_up_id: int) -> None:
        """Make the row of a follow-up the current one and take the focus."""
        index = self.rows.find(("follow_up", follow_up_id))
        if index.isValid():
            self.go_to(index)
            self.scrollTo(index)
        self.setFocus()

    def act(self, action: DueAction, index: QModelIndex | None = None) -> None:
        """Do one of the actions: with the row of `index`, else with all that are selected, else with the current."""
        several = self.chosen_follow_ups() if index is None else []
        if len(several) > 1 and action in BULK:
            self.many_requested.emit(action, several)
            return
        item = self.rows.item(index if index is not None else self.currentIndex())
        if item is None or action not in all_actions_of(item):
            return
        if item.follow_up and action in self._by_follow_up:
            self._by_follow_up[action].emit(item.follow_up.id)
        elif action is DueAction.RESOLVE:
            self.resolve_requested.emit(item.promise_id)
        elif action is DueAction.SUPPLY:
            self.supply_requested.emit(item.request_id)
        elif action is DueAction.WRITE:
            self._write(item)
        elif action is DueAction.FILE:
            self.inbox_requested.emit()
        elif item.case_id is not None:
            self.case_requested.emit(item.case_id, item.contact_id)

    def caption(self, action: DueAction) -> str:
        """Return the words on the button of an action."""
        return {
            DueAction.DONE: self.tr("Done"),
            DueAction.SNOOZE: self.tr("Snooze"),
            DueAction.CHANGE: self.tr("Another day"),
            DueAction.DROP: self.tr("No longer needed"),
            DueAction.WHY: self.tr("Why?"),
            DueAction.RESOLVE: self.tr("Kept or broken"),
            DueAction.SUPPLY: self.tr("Supplied"),
            DueAction.WRITE: self.tr("Write…"),
            DueAction.OPEN: self.tr("Open case"),
            DueAction.FILE: self.tr("Open inbox"),
        }[action]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw, and tell that it was."""
        super().paintEvent(event)
        self.drawn.emit()

    @property
    def _by_follow_up(self) -> dict[DueAction, SignalInstance]:
        return {
            DueAction.DONE: self.done_requested,
            DueAction.SNOOZE: self.snooze_requested,
            DueAction.CHANGE: self.change_requested,
            DueAction.DROP: self.drop_requested,
            DueAction.WHY: self.explain_requested,
        }

    def _write(self, item: DueItem) -> None:
        if item.case_id is None:
            return
        if item.follow_up:
            self.write_requested.emit(item.case_id, "", item.contact_id, item.follow_up.id)
            return
        kind = LetterKind.PROMISE_BROKEN if item.promise else LetterKind.SUPPLY
        self.write_requested.emit(item.case_id, str(kind), item.contact_id, 0)

    def _make_action(self, action: DueAction) -> QAction:
        made = QAction(self)
        keys = ("Return", "Enter") if action is DueAction.OPEN else (KEYS[action],)
        made.setShortcuts([QKeySequence(key) for key in keys])
        made.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        if action is DueAction.OPEN:
            made.triggered.connect(lambda: self._open(self.currentIndex()))
        else:
            made.triggered.connect(lambda: self.act(action))
        return made

    def _open(self, index: QModelIndex) -> None:
        item = self.rows.item(index)
        if item is not None:
            self.act(DueAction.OPEN if DueAction.OPEN in actions_of(item) else DueAction.FILE, index)

    def _open_menu(self, at: QPoint) -> None:
        under = self.indexAt(at)
        item = self.rows.item(under if under.isValid() else self.currentIndex())
        if item is None:
            return
        several = len(self.chosen_follow_ups()) > 1 and item in self.chosen()
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for action in BULK if several else all_actions_of(item):
            entry = menu.addAction(f"{self.caption(action)}\t{KEYS[action]}")
            entry.triggered.connect(
                lambda _checked, a=action, k=item.key: self.act(a, None if several else self.rows.find(k))
            )
        menu.popup(self.viewport().mapToGlobal(at))
