"""The Due panel: a small window beside the main one with all that rings, since when, and what can be done about it.

It comes forward when something begins to ring, and by its key at any time. Its wishes are those of its list, and
`today_requested()`; `shown(follow_up_ids)` tells which have really been on the screen.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from casebook.gui import texts, theme
from casebook.gui.models.due_items import DueItem, Section
from casebook.gui.theme import Theme
from casebook.gui.widgets.cases.due_bulk import DueBulk
from casebook.gui.widgets.cases.due_list import DueList
from casebook.gui.widgets.parts import plain_label, quiet_button
from casebook.guide import Guide
from casebook.journal.listings import DueRow

MOST = 100
"""So many have a row here; after a long absence the others are on Today, and counted here."""

_HIGH = 4
"""Rows that are seen without scrolling."""

_MISSED = timedelta(minutes=2)
"""What could not be said for longer than this was missed: the program was closed, or the computer slept."""


class ReminderPanel(QDialog):
    """Never modal, never takes the focus from what is being typed; closing it answers nothing."""

    today_requested = Signal()
    shown = Signal(object)
    """`list[int]`: follow-ups that were drawn on the screen since they were last said."""

    def __init__(
        self,
        ringing: Callable[[int], Sequence[DueRow]],
        count: Callable[[], int],
        clock: Callable[[], datetime],
        theme_: Theme,
        guide: Guide,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setModal(False)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setMinimumWidth(700)
        self._ringing, self._counted, self._clock = ringing, count, clock
        self._count = self._missed = 0
        self._unseen: set[int] = set()
        self._heading = plain_label("", kind="heading")
        self._more = plain_label("", kind="muted")
        self.view = DueList(guide, theme_, clock, headings=False, parent=self)
        self.bulk = DueBulk(self.view, self)
        self.today_button = quiet_button("", "", self._open_today)
        self._close = quiet_button("", "", self.hide)
        self._lay_out()
        self.view.drawn.connect(self._tell_shown, Qt.ConnectionType.QueuedConnection)
        theme_.changed.connect(self.view.viewport().update)
        self._retranslate()

    def remind(self, rows: Sequence[DueRow]) -> None:
        """Come forward, because these have begun to ring, or ring again."""
        now = self._clock()
        self._unseen |= {row.follow_up.id for row in rows}
        self._missed = sum(_is_missed(row, now) for row in rows)
        self.refresh()
        self._appear()

    def open_now(self) -> None:
        """Show what rings, ready for the keys: the user asked for it."""
        self.refresh()
        self._appear()
        self.activateWindow()
        self.view.setFocus()

    def refresh(self) -> None:
        """List again what rings; once all is answered, go."""
        rows = self._ringing(MOST)
        if not rows and self._count and self.isVisible():
            self.hide()
        self._count = max(len(rows), self._counted())
        self._unseen &= {row.follow_up.id for row in rows}
        self.view.set_items(
            [
                DueItem(Section.TODAY, row.follow_up.case_id, row.case_title, row.firm, follow_up=row.follow_up)
                for row in rows
            ]
        )
        self._say()

    def refresh_shown(self) -> None:
        """List again, if anybody sees it."""
        if self.isVisible():
            self.refresh()

    def heading(self) -> str:
        """Return the sentence at the head."""
        return self._heading.text()

    def folded(self) -> str:
        """Return what is said beneath the list: of those without a row, and of what was missed."""
        return self._more.text()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a switch of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

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
        layout.addWidget(self.bulk)
        layout.addWidget(self.view, 1)
        layout.addLayout(foot)

    def _say(self) -> None:
        count, folded = self._count, self._count - MOST
        nothing = self.tr("Nothing is due.")
        self._heading.setText(self.tr("%n follow-up(s) due", None, count) if count else nothing)
        parts = [
            self.tr("and %n more on Today", None, folded) if folded > 0 else "",
            self.tr("%n came due while Casebook was closed or the computer slept", None, self._missed)
            if self._missed
            else "",
        ]
        ringing = self.tr("Rings again every morning at 9 until it is answered") if count else ""
        self._more.setText(texts.joined(*parts) or ringing)
        seen = range(min(_HIGH, self.view.rows.rowCount()))
        self.view.setVisible(count > 0)
        self.view.setFixedHeight(sum(self.view.sizeHintForRow(row) for row in seen) + 2)
        self.adjustSize()

    def _appear(self) -> None:
        if not self.isVisible():
            self.view.go_to(self.view.rows.first())
            self.view.scrollToTop()
            self._place()
        self.show()
        self.raise_()

    def _place(self) -> None:
        """Go to the lower right corner of the window, where it covers least of what is being read."""
        owner = self.parentWidget()
        if owner is not None:
            corner = owner.window().frameGeometry().bottomRight()
            room = self.frameSize().expandedTo(self.sizeHint()) + QSize(theme.XL, 2 * theme.XL)
            self.move(corner - QPoint(room.width(), room.height()))

    def _tell_shown(self) -> None:
        if self._unseen:
            seen, self._unseen = sorted(self._unseen), set()
            self.shown.emit(seen)

    def _open_today(self) -> None:
        self.hide()
        self.today_requested.emit()

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Due now"))
        self.view.setAccessibleName(self.tr("Follow-ups that have come due"))
        self.today_button.setText(self.tr("Show Today"))
        self.today_button.setToolTip(self.tr("See everything that is due"))
        self._close.setText(self.tr("Close"))
        self._close.setToolTip(self.tr("Hide this; nothing is answered (Esc)"))
        self._say()


def _is_missed(row: DueRow, now: datetime) -> bool:
    since, shown = row.follow_up.rings_at, row.follow_up.shown_at
    return now - since > _MISSED and (shown is None or shown < since)
