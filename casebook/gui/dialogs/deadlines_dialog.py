"""The clocks of one case: on the left each with both its ends, on the right how its dates were found."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from casebook.gui import theme
from casebook.gui.models import deadline_words
from casebook.gui.models.deadline_words import DeadlineView
from casebook.gui.models.explain_rows import ExplainRows
from casebook.gui.theme import Theme
from casebook.gui.times import today
from casebook.gui.widgets.parts import open_at, plain_label, quiet_button, row_of
from casebook.gui.widgets.row_list import RowList


class DeadlinesDialog(QDialog):
    """Lists and explains; what is to be done with a clock is a wish."""

    add_requested = Signal()
    rules_requested = Signal()
    """The figures of this firm are to be looked at."""
    more_time_requested = Signal(int)
    pause_requested = Signal(int)
    take_back_requested = Signal(int)
    """The last extension or pause does not hold."""
    end_requested = Signal(int, object)
    """The clock has ended, by this contact (None: by something else)."""
    goes_on_requested = Signal(int, int)
    """This contact does not end the clock."""
    drop_requested = Signal(int)
    reopen_requested = Signal(int)

    def __init__(self, case: str, theme_: Theme, *, writable: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Deadlines · {case}").format(case=case))
        open_at(self, 900, 600)
        self._writable = writable
        self._views: Sequence[DeadlineView] = ()
        self._chosen = 0
        self.list = RowList(theme_)
        self.list.setAccessibleName(self.tr("Deadlines of this case"))
        self.list.activated_id.connect(self.choose)
        self.list.ticked_id.connect(lambda number: self.end_requested.emit(number, None))
        self._empty = plain_label(
            self.tr(
                "No clock runs in this case. Pick a rule when a complaint or a request has gone out, or when a final "
                "answer has come: the program then says when the next door opens and when it closes."
            ),
            kind="muted",
        )
        self.add = quiet_button(self.tr("Add a deadline…"), self.tr("Pick a rule and start its clock"), self._add)
        self.add.setProperty("kind", "primary")
        self.rules = quiet_button(
            self.tr("Figures of this firm…"),
            self.tr("What is usual at this firm, where it differs from the guide"),
            self.rules_requested.emit,
        )
        self._make_actions()
        self._lay_out()
        self._show_chosen()

    def show_deadlines(self, views: Sequence[DeadlineView], now: datetime) -> None:
        """Show the clocks of the case, those that run first."""
        self._views, self._now = sorted(views, key=_order), now
        self.list.show_rows([deadline_words.row(view, now) for view in self._views])
        self._empty.setVisible(not views)
        if self._chosen not in {view.deadline.id for view in views}:
            self._chosen = self._views[0].deadline.id if views else 0
        self._show_chosen()

    def choose(self, deadline_id: int) -> None:
        """Show one clock on the right."""
        self._chosen = deadline_id
        self._show_chosen()

    def chosen(self) -> DeadlineView | None:
        """Return the clock that is shown."""
        return next((view for view in self._views if view.deadline.id == self._chosen), None)

    def _add(self) -> None:
        self.add_requested.emit()

    def _make_actions(self) -> None:
        self.more = self._action(
            self.tr("More time…"), self.tr("They took or granted more time"), self.more_time_requested
        )
        self.pause = self._action(
            self.tr("Pause…"), self.tr("On some days the clock stands still"), self.pause_requested
        )
        self.back = self._action(
            self.tr("Take back"), self.tr("The last extension or pause does not hold"), self.take_back_requested
        )
        self.end = quiet_button(
            self.tr("Ended…"), self.tr("What it waited for came, or you did it"), lambda: self._end(None)
        )
        self.drop = self._action(self.tr("Drop…"), self.tr("Set in error, or not needed: say why"), self.drop_requested)
        self.reopen = self._action(self.tr("Runs on"), self.tr("Have this clock run again"), self.reopen_requested)
        self.yes = quiet_button(
            self.tr("Yes, it ends"), self.tr("That answer ends the clock"), lambda: self._end(self._answerer()), "warn"
        )
        self.no = quiet_button(self.tr("No, it goes on"), self.tr("Not asked about this answer again"), self._goes_on)

    def _action(self, text: str, tip: str, signal: object) -> QPushButton:
        def wish() -> None:
            if self._chosen:
                signal.emit(self._chosen)  # type: ignore[attr-defined]

        return quiet_button(text, tip, wish)

    def _end(self, contact_id: int | None) -> None:
        if self._chosen:
            self.end_requested.emit(self._chosen, contact_id)

    def _goes_on(self) -> None:
        if (answerer := self._answerer()) is not None:
            self.goes_on_requested.emit(self._chosen, answerer)

    def _answerer(self) -> int | None:
        view = self.chosen()
        return view.may_end.id if view and view.may_end else None

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(theme.S)
        left.addWidget(self._empty)
        left.addWidget(self.list)
        left.addStretch(1)
        left.addWidget(self.add)
        left.addWidget(self.rules)
        self._heading, self._ends = plain_label("", kind="title"), plain_label("", kind="muted")
        self._asked = plain_label("")
        self._question = QFrame()
        self._question.setProperty("kind", "banner")
        ask = QVBoxLayout(self._question)
        ask.addWidget(self._asked)
        ask.addLayout(row_of(self.yes, self.no, None))
        self._body = QScrollArea()
        self._body.setWidgetResizable(True)
        self._body.setFrameShape(QFrame.Shape.NoFrame)
        right = QVBoxLayout()
        right.setSpacing(theme.S)
        for widget in (self._heading, self._ends, self._question):
            right.addWidget(widget)
        right.addWidget(self._body, 1)
        right.addLayout(row_of(self.more, self.pause, self.back, None, self.end, self.drop, self.reopen))
        both = QHBoxLayout()
        both.setSpacing(theme.XL)
        both.addLayout(left, 2)
        both.addLayout(right, 3)
        box = QDialogButtonBox(self)
        close = box.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setToolTip(self.tr("Close (Esc)"))
        close.setAutoDefault(False)
        box.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.XL, theme.L, theme.XL, theme.L)
        column.setSpacing(theme.M)
        column.addLayout(both, 1)
        column.addWidget(box)

    def _show_chosen(self) -> None:
        view = self.chosen()
        runs, writable = bool(view and view.runs), self._writable
        self.add.setEnabled(writable)
        for button, on in (
            (self.more, runs),
            (self.pause, runs),
            (self.back, runs and bool(view and (view.deadline.extensions != "[]" or view.deadline.pauses != "[]"))),
            (self.end, runs),
            (self.drop, runs),
            (self.reopen, bool(view) and not runs),
        ):
            button.setVisible(on)
            button.setEnabled(on and writable)
        self._heading.setVisible(bool(view))
        self._ends.setVisible(bool(view))
        self._question.setVisible(bool(view and view.may_end and writable))
        self._body.setVisible(view is not None)
        if view is None:
            return
        self._heading.setText(deadline_words.title(view.rule, view.deadline.rule))
        lines = deadline_words.ends(view, self._now)
        self._ends.setText(lines if view.runs else deadline_words.state(view.deadline, self._now))
        near = view.runs and deadline_words.is_near(view, self._now)
        theme.restyle(self._ends, kind="warn" if near else "muted")
        self._asked.setText(deadline_words.question(view, self._now))
        self._body.setWidget(_page(ExplainRows(view.explanation).all(today(self._now))))


def _page(rows: Sequence[tuple[str, str]]) -> QFrame:
    """Return the rows of an explanation as a form whose words can be copied."""
    page = QFrame()
    page.setProperty("kind", "page")
    form = QFormLayout(page)
    form.setContentsMargins(0, 0, theme.S, 0)
    form.setHorizontalSpacing(theme.L)
    form.setVerticalSpacing(theme.S)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    for name, words in rows:
        caption, value = plain_label(name, kind="muted"), plain_label(words)
        caption.setWordWrap(False)
        caption.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        value.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        form.addRow(caption, value)
    return page


def _order(view: DeadlineView) -> tuple[bool, datetime, int]:
    found = view.explanation
    return not view.runs, found.until or found.due_at, view.deadline.id
