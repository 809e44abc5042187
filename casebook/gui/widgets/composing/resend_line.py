"""The quiet line in the composer that says before a message is sent again what that costs; it holds nothing up."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from casebook.gui import theme
from casebook.gui.models import due_words
from casebook.gui.models.next_thoughts import Guard
from casebook.gui.widgets.parts import plain_label, quiet_button
from casebook.guide.advice.resend import ResendCheck, Verdict, says_so
from casebook.journal.terms import Channel, Direction

_ON = {Channel.EMAIL, Channel.TICKET, Channel.IN_APP, Channel.LETTER}
"""Where a message waits until somebody answers, so that a second one is a duplicate."""


class ResendLine(QFrame):
    """Shows what the guard says of a message that is about to be logged as sent."""

    explain_requested = Signal(object)
    """Why? With the `ResendCheck` that is shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._guard: Guard | None = None
        self._last: tuple[Channel, Direction, str] | None = None
        self.check: ResendCheck | None = None
        self.words = plain_label("", kind="caption")
        self.why = quiet_button("", "", lambda: self.explain_requested.emit(self.check), "quiet")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.S)
        row.addWidget(self.words, 1)
        row.addWidget(self.why)
        self._retranslate()
        self.hide()

    def guard_by(self, guard: Guard | None) -> None:
        """Ask this guard from now on; None where nothing is known of the case."""
        self._guard = guard
        if self._last is not None:
            self.ask(*self._last)

    def ask(self, channel: Channel, direction: Direction, subject: str) -> None:
        """Show what speaks against sending on a channel now, or nothing."""
        self._last = (channel, direction, subject)
        self.check = None
        if self._guard is not None and direction is Direction.OUT and channel in _ON:
            found = self._guard(channel)
            if found.warns or (found.verdict is Verdict.RESEND and not says_so(subject)):
                self.check = found
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a switch of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self._show()
        super().changeEvent(event)

    def _show(self) -> None:
        if self.check is not None:
            self.words.setText(self.check.brief[due_words.language()])
            self.words.setToolTip(self.check.reasons[due_words.language()])
            self.why.setVisible(self.check.limit is not None)
        self.setVisible(self.check is not None)

    def _retranslate(self) -> None:
        self.why.setText(self.tr("Why?"))
        self.why.setToolTip(self.tr("How the day was found from which it may be sent again"))
