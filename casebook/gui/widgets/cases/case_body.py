"""How the parts of the case page stand: head, timeline and composer in one column, the side panel beside it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QSplitter, QVBoxLayout, QWidget

from casebook.gui import theme
from casebook.gui.models.timeline_model import TimelineModel
from casebook.gui.theme import Theme
from casebook.gui.widgets.cases.case_header import CaseHeader
from casebook.gui.widgets.cases.case_strip import CaseStrip
from casebook.gui.widgets.cases.next_banner import NextBanner
from casebook.gui.widgets.cases.side_panel import SidePanel
from casebook.gui.widgets.composing.composer import Composer
from casebook.gui.widgets.empty_state import EmptyState
from casebook.gui.widgets.exhibits.thumbnails import Thumbnails
from casebook.gui.widgets.timeline.timeline_view import TimelineView
from casebook.journal.times import Clock

_LOW = 560
"""Device-independent pixels: below this not everything can stand above the timeline."""


class CaseBody(QSplitter):
    """Holds the parts; they are public, the page fills and connects them."""

    def __init__(
        self, clock: Clock, model: TimelineModel, theme_: Theme, thumbnails: Thumbnails, parent: QWidget | None = None
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._low = self._any_contacts = False
        self.header, self.strip, self.banner = CaseHeader(self), CaseStrip(theme_, self), NextBanner(self)
        self.timeline = TimelineView(model, theme_, thumbnails, self)
        self.nothing_yet = EmptyState("chat", theme_, self)
        self.composer = Composer(theme_, clock, self)
        self.side = SidePanel(theme_, thumbnails, self)
        head, foot = QVBoxLayout(), QVBoxLayout()
        head.setContentsMargins(theme.XL, theme.L, theme.XL, theme.S)
        head.setSpacing(theme.S)
        for widget in (self.header, self.strip, self.banner):
            head.addWidget(widget)
        foot.setContentsMargins(theme.XL, theme.S, theme.XL, theme.L)
        foot.addWidget(self.composer)
        main = QFrame(self)
        main.setProperty("kind", "page")
        column = self._column = QVBoxLayout(main)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.timeline, 1)
        column.addWidget(self.nothing_yet, 1)
        column.addLayout(foot)
        self.addWidget(main)
        self.addWidget(self.side)
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        self.setStretchFactor(0, 1)
        self.setStretchFactor(1, 0)
        self.setSizes([660, 264])
        self._retranslate()

    def put_above_timeline(self, bar: QWidget) -> None:
        """Put a bar between the head and the timeline."""
        self._column.insertWidget(self._column.indexOf(self.timeline), bar)

    def show_timeline(self, any_contacts: bool) -> None:
        """Show the timeline, or what to do while there is nothing in it."""
        self.timeline.setVisible(any_contacts)
        self._any_contacts = any_contacts
        self.strip.setVisible(any_contacts and not self._low)
        self.nothing_yet.setVisible(not any_contacts)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the room to timeline and composer in a low window: the strip goes, the banner keeps one line."""
        super().resizeEvent(event)
        low = event.size().height() < _LOW
        if low != self._low:
            self._low = low
            self.strip.setVisible(self._any_contacts and not low)
            self.banner.set_low(low)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a switch of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.nothing_yet.say(
            self.tr("Nothing is written down yet"),
            self.tr("Write below what happened first: what you asked, what they said. Ctrl+V pastes a screenshot."),
        )
