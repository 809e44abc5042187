"""The dialog that puts a follow-up off: one press for the usual times, or any other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QVBoxLayout, QWidget

from casebook.gui import texts, theme
from casebook.gui.models import soon_words
from casebook.gui.widgets.composing.moment_edit import MomentEdit
from casebook.gui.widgets.parts import plain_label, quiet_button, side_by_side
from casebook.guide.dates.moments import Offer
from casebook.journal.errors import CasebookError
from casebook.journal.times import Moment


class SnoozeDialog(QDialog):
    """Calls `snooze(until)` with the chosen time (UTC) and closes, unless that refuses."""

    def __init__(
        self,
        what: str,
        offers: Sequence[Offer],
        now: Moment,
        snooze: Callable[[datetime], None],
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Snooze"))
        self.setMinimumWidth(580)
        self._snooze = snooze
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.XL, theme.L, theme.XL, theme.L)
        layout.setSpacing(theme.M)
        layout.addWidget(plain_label(what, kind="heading"))
        layout.addWidget(plain_label(self.tr("Remind me again, though the due date stays what it was:"), kind="muted"))
        grid = QGridLayout()
        grid.setSpacing(theme.S)
        for row, offer in enumerate(offers):
            name = soon_words.offer_name(offer)
            when = soon_words.offer_time(offer, now.utc)
            tip = f"{name}: {when} ({row + 1})"
            button = quiet_button(f"{row + 1}  {name}", tip, partial(self._take, offer.at))
            button.setShortcut(str(row + 1))
            button.setAccessibleName(f"{name}, {when}")
            button.setStyleSheet("text-align: left")
            grid.addWidget(button, row, 0)
            grid.addWidget(plain_label(when, kind="muted"), row, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnMinimumWidth(1, 140)
        layout.addLayout(grid)
        self.pick = MomentEdit(now, precise=False)
        self.pick_button = quiet_button(
            self.tr("Snooze until then"), self.tr("Snooze until the time beside this button"), self._take_picked
        )
        layout.addWidget(side_by_side(self.pick, self.pick_button))
        self.notice = plain_label("", kind="warn")
        self.notice.hide()
        layout.addWidget(self.notice)
        cancel = quiet_button(self.tr("Cancel"), self.tr("Change nothing (Esc)"), self.reject)
        layout.addWidget(cancel, 0, Qt.AlignmentFlag.AlignRight)

    def _take_picked(self) -> None:
        try:
            picked = self.pick.moment()
        except CasebookError as error:
            self._refuse(error)
            return
        if picked is not None:
            self._take(picked.utc)

    def _take(self, until: datetime) -> None:
        try:
            self._snooze(until)
        except (CasebookError, OSError) as error:
            self._refuse(error)
            return
        self.accept()

    def _refuse(self, error: Exception) -> None:
        self.notice.setText(texts.error_text(error))
        self.notice.show()
