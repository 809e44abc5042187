"""The banner over the timeline: the one thing to do next, why, and the buttons to answer it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from casebook.gui import theme
from casebook.gui.models.next_step import NextStep
from casebook.gui.tips import plain_tip

_NARROW = 460
"""Device-independent pixels: below this the words would stand in a column of their own width."""


class NextBanner(QFrame):
    """Shows a `NextStep`, or nothing."""

    explain_requested = Signal()
    """Why?"""
    snooze_requested = Signal()
    """Later."""
    done_requested = Signal()
    """It was done."""
    write_requested = Signal()
    """The words for it."""
    accept_requested = Signal()
    """Make a follow-up of the suggestion."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._step: NextStep | None = None
        self._low = False
        self.heading, self.reason = QLabel(self), QLabel(self)
        for label, kind in ((self.heading, "heading"), (self.reason, "muted")):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setProperty("kind", kind)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.why, self.later, self.write = QPushButton(self), QPushButton(self), QPushButton(self)
        self.done, self.accept = QPushButton(self), QPushButton(self)
        self.done.setProperty("kind", "warn")
        self.accept.setProperty("kind", "primary")
        self._retranslate()
        self.why.clicked.connect(self.explain_requested)
        self.later.clicked.connect(self.snooze_requested)
        self.done.clicked.connect(self.done_requested)
        self.accept.clicked.connect(self.accept_requested)
        self.write.clicked.connect(self.write_requested)
        words, buttons = QVBoxLayout(), QHBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.heading)
        words.addWidget(self.reason)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(theme.L, theme.M, theme.L, theme.M)
        self._row.setSpacing(theme.M)
        self._row.addLayout(words, 1)
        buttons.setSpacing(theme.S)
        for button in (self.why, self.later, self.write, self.done, self.accept):
            buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addLayout(buttons)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.show_step(None)

    def show_step(self, step: NextStep | None) -> None:
        """Show a step; None hides the banner."""
        self._step = step
        self.setVisible(step is not None)
        if step is None:
            return
        self.heading.setText(step.heading)
        self.reason.setText(step.reason)
        self.reason.setVisible(bool(step.reason) and not self._low)
        self.heading.setToolTip(plain_tip(step.reason))
        self.why.setVisible(step.can_explain and not self._low)  # the row beside the timeline tells it too
        self.later.setVisible(bool(step.follow_up_id))
        self.done.setVisible(bool(step.follow_up_id))
        self.accept.setVisible(not step.follow_up_id)
        self._stand()
        theme.restyle(self, kind="banner" if step.urgent else "card")
        self.setAccessibleName(step.heading)
        self.setAccessibleDescription(step.reason)

    def set_low(self, low: bool) -> None:
        """Keep the heading and the answers alone, the reason as a tooltip, where the window is low."""
        self._low = low
        self.show_step(self._step)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons below the words where there is no room beside them."""
        self._stand()
        super().resizeEvent(event)

    def _stand(self) -> None:
        narrow = self.width() < _NARROW and not self._low
        self._row.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        # Without this a low window would press the words together rather than the timeline below them.
        self.setMinimumHeight(max(self.heightForWidth(self.width()), 0))

    def step(self) -> NextStep | None:
        """Return what is shown."""
        return self._step

    def changeEvent(self, event: QEvent) -> None:
        """Follow a switch of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        for button, words, tip in (
            (self.why, self.tr("Why?"), self.tr("Show how the date was found")),
            (self.later, self.tr("Snooze"), self.tr("Remind me later")),
            (self.write, self.tr("Write…"), self.tr("A message for it, made ready from what is recorded")),
            (self.done, self.tr("Done"), self.tr("It is done: stop reminding")),
            (self.accept, self.tr("Remind me"), self.tr("Make this a follow-up that rings")),
        ):
            button.setText(words)
            button.setToolTip(tip)
