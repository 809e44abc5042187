"""The case list: which case is looked at, what is on fire among many, and what is done with several at once."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QModelIndex, QPoint, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QMenu, QStackedLayout, QVBoxLayout, QWidget

from casebook.gui.feed import Feed
from casebook.gui.models.case_list_model import CaseListModel
from casebook.gui.models.sidebar_model import Choice, View
from casebook.gui.theme import Theme
from casebook.gui.widgets.cases.case_acts import CaseAct, CaseActs
from casebook.gui.widgets.cases.case_bar import CaseBar, ManyBar
from casebook.gui.widgets.cases.case_table import CaseTable
from casebook.gui.widgets.empty_state import EmptyState
from casebook.gui.worker import Worker
from casebook.journal.case_views import CaseSort, CaseView, from_definition
from casebook.journal.changes import Changes, Kind
from casebook.journal.listings import CaseRow
from casebook.journal.terms import CaseStatus

if TYPE_CHECKING:
    from casebook.journal import Journal

_CONCERNS = (Kind.CASE, Kind.FIRM, Kind.CONTACT, Kind.FOLLOW_UP, Kind.MAIL)


class CaseList(QFrame):
    """The cases of one sidebar choice: two-line rows, or a table."""

    case_chosen = Signal(int)
    """A case was selected; its local number."""
    case_opened = Signal(int)
    """Enter or a double click: the user wants to work in this case."""
    emptied = Signal()
    """Nothing is listed now, so no case can be shown."""
    act_requested = Signal(object, object)
    """A `CaseAct` is wanted for these cases."""

    def __init__(
        self,
        journal: Journal,
        feed: Feed,
        theme: Theme,
        parent: QWidget | None = None,
        quick: Worker | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "page")
        self._journal, self._quick = journal, quick
        self._choice = Choice(View.TODAY)
        self._looks: dict[str, CaseView] = {}
        """How each list of the sidebar was sorted, grouped and laid out the last time."""
        self._case_id = 0
        self._reading = False
        self._model = CaseListModel(journal, self)
        self.list = CaseTable(self._model, theme, self)
        self.bar = CaseBar(theme, self._names, self)
        self.acts = CaseActs()
        self.many = ManyBar([(act.value, partial(self._act, act)) for act in self.acts.on_bar()], self)
        self._empty = EmptyState("open", theme, self)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addLayout(self._stack, 1)
        column.addWidget(self.many)
        self.setTabOrder(self.bar.filter, self.bar.arrange)
        self.setTabOrder(self.bar.arrange, self.list)
        self.list.selectionModel().currentChanged.connect(self._chosen)
        self.list.opened.connect(lambda: self.case_opened.emit(self._case_id) if self._case_id else None)
        self.list.chosen_changed.connect(lambda: self.many.show_count(len(self.list.chosen())))
        self.list.menu_requested.connect(self.open_menu)
        self.list.sort_requested.connect(self._sort_by)
        self.bar.view_changed.connect(self.arrange)
        self.bar.fold_requested.connect(self._fold_all)
        self.bar.filter.left.connect(self.list.setFocus)
        feed.changed.connect(self._changed)
        theme.changed.connect(self.list.viewport().update)
        self._retranslate()

    @property
    def view(self) -> CaseView:
        """Which cases are listed and how, with the columns of a table."""
        return replace(self._model.view, columns=tuple(self.list.columns()))

    @property
    def choice(self) -> Choice:
        """What was chosen in the sidebar."""
        return self._choice

    def show_choice(self, choice: Choice, case_id: int = 0) -> None:
        """List the cases of a sidebar choice and select `case_id`, or the first one."""
        again = choice == self._choice
        self._choice = choice
        view = self._model.view if again else self._looks.get(_key(choice), CaseView())
        self._show(self._within(choice, replace(view, words=view.words if again else "")), case_id)

    def would_list(self, choice: Choice, case_id: int) -> bool:
        """Return whether a case is among those of a sidebar choice, whatever is typed; True while nobody knows yet."""
        if not self._is_ready():
            return True
        return self._model.holds(replace(self._within(choice, CaseView()), words=""), case_id)

    def arrange(self, view: CaseView) -> None:
        """Show the same list sorted, grouped or filtered in another way."""
        self._looks[_key(self._choice)] = replace(view, words="")
        self._show(view, self._case_id)

    def select(self, case_id: int) -> bool:
        """Select a case; return whether it is in the list."""
        row = self._model.reveal(case_id)
        if row >= 0:
            self.list.select_row(row)
        return row >= 0

    def case_id(self) -> int:
        """Return the local number of the case that is shown, 0 for none."""
        return self._case_id

    def chosen(self) -> list[int]:
        """Return the selected cases; the one that is shown where none is."""
        return self.list.chosen() or ([self._case_id] if self._case_id else [])

    def refresh(self) -> None:
        """Read the list again and keep the selected cases, or the row where they were."""
        if not self._is_ready():
            return
        before, row, chosen = self._case_id, self.list.currentIndex().row(), self.list.chosen()
        at = self.list.verticalScrollBar().value()
        if self._model.refresh():
            found = self._model.reveal(before)
            self._select(found if found >= 0 else max(row, 0))
            if len(chosen) > 1:
                self.list.choose(chosen)
            self.list.verticalScrollBar().setValue(at)
        self.bar.show_view(self._model.view, self._model.count())

    def start_filter(self) -> None:
        """Put the cursor into the filter line."""
        self.bar.filter.setFocus()
        self.bar.filter.selectAll()

    def set_wide(self, wide: bool) -> None:
        """Show a table, or rows of two lines."""
        chosen = self.list.chosen()
        self.list.set_wide(wide)
        if self._case_id:
            self.select(self._case_id)
            self.list.choose(chosen)

    def keep(self) -> dict[str, QByteArray]:
        """Return how the user likes the lists, for `come_back`."""
        looks = {name: view.definition() for name, view in self._looks.items()}
        return {
            "case_looks": QByteArray(json.dumps(looks).encode()),
            "case_columns": self.list.header_state(),
            "case_table": QByteArray(b"1" if self._model.wide else b""),
        }

    def come_back(self, kept: dict[str, QByteArray]) -> None:
        """Take what `keep` returned."""
        with suppress(ValueError, TypeError, AttributeError):
            looks = json.loads(bytes(kept.get("case_looks", QByteArray()).data()) or b"{}")
            self._looks |= {str(name): from_definition(saved) for name, saved in looks.items()}
        if not (columns := kept.get("case_columns", QByteArray())).isEmpty():
            self.list.set_header_state(columns)

    def open_menu(self, at: QPoint | None = None) -> QMenu:
        """Open the menu of what can be done with the selected cases."""
        cases = self.chosen()
        closed = [row.status is CaseStatus.CLOSED for row in self._journal.cases.rows() if row.id in set(cases)]
        menu = self.acts.menu(len(cases), all_closed=all(closed), any_closed=any(closed), parent=self)
        menu.triggered.connect(lambda entry: self._act(CaseAct(entry.data())))
        corner = self.list.visualRect(self.list.currentIndex()).bottomLeft()
        menu.popup(at or self.list.viewport().mapToGlobal(corner))
        return menu

    def changeEvent(self, event: QEvent) -> None:
        """Follow a switch of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._model.retranslate()
            self.bar.show_view(self._model.view, self._model.count())
            self._retranslate()
        super().changeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while the list was hidden."""
        super().showEvent(event)
        self.refresh()

    # ---- what is listed ----------------------------------------------------------------------------------------------

    def _within(self, choice: Choice, view: CaseView) -> CaseView:
        """Return the view narrowed to what was chosen in the sidebar."""
        if choice.view is View.SAVED:
            return from_definition(self._journal.saved_views.get(choice.view_id).definition)
        status = {View.FIRM: None, View.CLOSED: CaseStatus.CLOSED}.get(choice.view, CaseStatus.OPEN)
        waiting = True if choice.view is View.WAITING else None
        firm = choice.firm_id if choice.view is View.FIRM else 0
        return replace(view, status=status, waiting=waiting, firm_id=firm)

    def _show(self, view: CaseView, case_id: int) -> None:
        if not self._is_ready():
            self._case_id = case_id
            if case_id:
                self.case_chosen.emit(case_id)
            return
        self._model.show(view)
        if case_id and view.words and self._model.reveal(case_id) < 0 and case_id != self._case_id:
            self._model.show(replace(view, words=""))  # what is asked for goes before what was typed
        self.list.set_columns(view.columns)
        self.bar.show_view(self._model.view, self._model.count())
        self._retranslate()
        self._select(self._model.reveal(case_id))

    def _select(self, row: int) -> None:
        count = self._model.rowCount()
        self._stack.setCurrentWidget(self.list if count else self._empty)
        if not count:
            self._case_id = 0
            self.many.show_count(0)
            self.emptied.emit()
            return
        row = min(row, count - 1)
        while 0 <= row < count and not isinstance(self._model.line(row), CaseRow):
            row += 1
        row = row if 0 <= row < count else self._model.first()
        if row >= 0:
            self.list.select_row(row)

    def _is_ready(self) -> bool:
        """Return whether the list can be shown now; else it is read in the background and shows itself then."""
        if self._quick is None or self._model.is_ready():
            return True
        if not self._reading:
            self._reading = True
            self._quick.run(self.tr("Reading the cases"), self._journal.cases.shelf.read, done=self._read, quiet=True)
        return False

    def _read(self, _nothing: None) -> None:
        self._reading = False
        wanted = self._case_id
        self._model.show(self._within(self._choice, self._model.view))
        self.bar.show_view(self._model.view, self._model.count())
        if wanted and self._model.reveal(wanted) < 0:
            return
        self._select(self._model.reveal(wanted))

    def _changed(self, changes: Changes) -> None:
        if self.isVisible() and changes.touches(*_CONCERNS):
            self.refresh()

    def _chosen(self, index: QModelIndex) -> None:
        row = self._model.line(index.row()) if index.isValid() else None
        if isinstance(row, CaseRow):
            self._case_id = row.id
            self.case_chosen.emit(row.id)

    def _sort_by(self, sort: CaseSort) -> None:
        view = self._model.view
        self.arrange(replace(view, sort=sort, reverse=not view.reverse if sort is view.sort else False))

    def _fold_all(self, folded: bool) -> None:
        self._model.fold_all(folded)
        if (row := self._model.row_of(self._case_id)) >= 0:
            self.list.select_row(row)

    def _act(self, act: CaseAct) -> None:
        self.act_requested.emit(act, self.chosen())

    def _names(self) -> tuple[list[str], list[str]]:
        """Return the firms and the tags to filter by."""
        firms = sorted((firm.name for firm in self._journal.firms.all()), key=str.casefold)
        return firms, list(self._journal.cases.tags())

    def _retranslate(self) -> None:
        self.list.setAccessibleName(self.tr("Cases"))
        for act, button in self.many.buttons.items():
            button.setText(self.acts.caption(CaseAct(act)).replace("&", ""))
            button.setToolTip(self.acts.hint(CaseAct(act)))
        self.many.show_count(len(self.list.chosen()))
        view = self._choice.view
        if self._model.view.words:
            words = self.tr("Press Esc in the filter line to see all.")
            self._empty.say(self.tr("No case fits the filter"), words, "filter")
        elif view is View.SAVED:
            words = self.tr("As soon as a case fits this view, it stands here.")
            self._empty.say(self.tr("Nothing in this view"), words, "saved")
        elif view is View.WAITING:
            words = self.tr("Once you have written and nobody has answered yet, the case stands here.")
            self._empty.say(self.tr("Nobody owes you an answer"), words, "waiting")
        elif view is View.CLOSED:
            words = self.tr("A case that has come to its end stands here with its outcome.")
            self._empty.say(self.tr("No closed cases"), words, "closed")
        elif view is View.FIRM:
            words = self.tr("Press Ctrl+N to open a case with this firm.")
            self._empty.say(self.tr("No cases with this firm"), words, "firm")
        else:
            words = self.tr("Press Ctrl+N to open one.")
            self._empty.say(self.tr("No open cases"), words, "open")
        self.list.viewport().update()


def _key(choice: Choice) -> str:
    return f"{choice.view.value}:{choice.view_id}" if choice.view is View.SAVED else choice.view.value
