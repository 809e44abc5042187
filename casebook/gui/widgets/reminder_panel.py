"""The reminder: a small window beside the main one that lists what has come due, with the time it was due.

Wishes as on Today: `case_requested(case_id, contact_id or 0)`, `done_requested(follow_up_id)`,
`snooze_requested(follow_up_id)`, `explain_requested(follow_up_id)`, `today_requested()`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListView, QVBoxLayout, QWidget

from casebook.gui import theme
from casebook.gui.feed import Feed
from casebook.gui.models.due_items import DueItem, Section
from casebook.gui.models.due_model import DueModel
from casebook.gui.theme import Theme
from casebook.gui.widgets.due_delegate import KEYS, DueAction, DueDelegate
from casebook.gui.widgets.parts import plain_label, quiet_button
from casebook.guide import Guide
from casebook.journal.changes import Changes, Kind
from casebook.journal.listings import DueRow
from casebook.journal.terms import FollowUpState

if TYPE_CHECKING:
    from casebook.journal import Journal

FOLDED = 3
"""More than this many are folded: after an absence nobody wants a screen full of reminders."""


class ReminderPanel(QDialog):
    """Never modal, never takes the focus from what is being typed; closing it answers nothing."""

    case_requested = Signal(int, int)
    done_requested = Signal(int)
    snooze_requested = Signal(int)
    explain_requested = Signal(int)
    today_requested = Signal()

    def __init__(
        self, journal: Journal, feed: Feed, theme_: Theme, guide: Guide, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setModal(False)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setMinimumWidth(640)
        self._journal = journal
        self._rows: list[DueRow] = []
        self.model = DueModel(guide, journal.clock, headings=False, parent=self)
        self._heading = plain_label("", kind="heading")
        self._more = plain_label("", kind="muted")
        self.view = self._make_view(theme_)
        self.today_button = quiet_button("", "", self._open_today)
        self._close = quiet_button("", "", self.hide)
        self._lay_out()
        feed.changed.connect(self._on_changed)
        theme_.changed.connect(self.view.viewport().update)
        self._retranslate()

    def remind(self, rows: Sequence[DueRow]) -> None:
        """Add follow-ups that have come due and come forward."""
        known = {row.follow_up.id for row in rows}
        self._rows = sorted(
            [*rows, *(row for row in self._rows if row.follow_up.id not in known)],
            key=lambda row: row.follow_up.due.utc,
        )
        self._fill()
        if not self.isVisible():
            self._place()
        self.show()
        self.raise_()

    def heading(self) -> str:
        """Return the sentence at the head."""
        return self._heading.text()

    def folded(self) -> str:
        """Return what is said of those that have no row, empty for none."""
        return self._more.text()

    def caption(self, action: DueAction) -> str:
        """Return the words on the button of an action."""
        return {
            DueAction.DONE: self.tr("Done"),
            DueAction.SNOOZE: self.tr("Snooze"),
            DueAction.WHY: self.tr("Why?"),
            DueAction.OPEN: self.tr("Open case"),
        }[action]

    def act(self, action: DueAction, index: QModelIndex | None = None) -> None:
        """Do one of the row actions, on the current row unless another is given."""
        item = self.model.item(index if index is not None else self.view.currentIndex())
        if item is None or item.follow_up is None:
            return
        if action is DueAction.OPEN:
            self.case_requested.emit(item.follow_up.case_id, item.follow_up.contact_id or 0)
            return
        wishes: dict[DueAction, SignalInstance] = {
            DueAction.DONE: self.done_requested,
            DueAction.SNOOZE: self.snooze_requested,
            DueAction.WHY: self.explain_requested,
        }
        wishes[action].emit(item.follow_up.id)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a switch of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _make_view(self, theme_: Theme) -> QListView:
        view = QListView()
        delegate = DueDelegate(theme_, self.caption, self)
        view.setModel(self.model)
        view.setItemDelegate(delegate)
        view.setMouseTracking(True)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        delegate.pressed.connect(self.act)
        view.doubleClicked.connect(lambda index: self.act(DueAction.OPEN, index))
        for action in (DueAction.DONE, DueAction.SNOOZE, DueAction.WHY, DueAction.OPEN):
            key = QAction(view)
            key.setShortcut(QKeySequence(KEYS[action]))
            key.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            key.triggered.connect(lambda _checked, a=action: self.act(a))
            view.addAction(key)
        return view

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setContentsMargins(theme.XL, 0, theme.XL, 0)
        foot.setSpacing(theme.S)
        foot.addWidget(self._more, 1)
        foot.addWidget(self.today_button)
        foot.addWidget(self._close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, theme.L, 0, theme.L)
        layout.setSpacing(theme.M)
        self._heading.setContentsMargins(theme.XL, 0, theme.XL, 0)
        layout.addWidget(self._heading)
        layout.addWidget(self.view, 1)
        layout.addLayout(foot)

    def _fill(self) -> None:
        shown, folded = self._rows[:FOLDED], len(self._rows) - FOLDED
        items = [
            DueItem(Section.TODAY, row.follow_up.case_id, row.case_title, row.firm, follow_up=row.follow_up)
            for row in shown
        ]
        self.model.set_items(items)
        self.view.setCurrentIndex(self.model.first())
        self._heading.setText(self.tr("%n follow-up(s) due", None, len(self._rows)))
        self._more.setText(self.tr("and %n more on Today", None, folded) if folded > 0 else "")
        height = sum(self.view.sizeHintForRow(row) for row in range(self.model.rowCount()))
        self.view.setFixedHeight(height + 2)
        self.adjustSize()

    def _place(self) -> None:
        """Go to the lower right corner of the window, where it covers least of what is being read."""
        owner = self.parentWidget()
        if owner is not None:
            corner = owner.window().frameGeometry().bottomRight()
            room = self.frameSize().expandedTo(self.sizeHint()) + QSize(theme.XL, 2 * theme.XL)
            self.move(corner - QPoint(room.width(), room.height()))

    def _on_changed(self, changes: Changes) -> None:
        """Take off what was answered or snoozed in the meantime, wherever that was done."""
        if not self._rows or not changes.touches(Kind.FOLLOW_UP, Kind.CASE, Kind.FIRM):
            return
        now = self._journal.clock()
        ringing = {row.follow_up.id: row for row in self._journal.follow_ups.due(now)}
        self._rows = [
            ringing[row.follow_up.id]
            for row in self._rows
            if row.follow_up.id in ringing and ringing[row.follow_up.id].follow_up.state is FollowUpState.OPEN
        ]
        self._fill()
        if not self._rows:
            self.hide()

    def _open_today(self) -> None:
        self.hide()
        self.today_requested.emit()

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Reminder"))
        self.view.setAccessibleName(self.tr("Follow-ups that have come due"))
        self.today_button.setText(self.tr("Show Today"))
        self.today_button.setToolTip(self.tr("See everything that is due"))
        self._close.setText(self.tr("Close"))
        self._close.setToolTip(self.tr("Hide this; nothing is answered (Esc)"))
        self._fill()
