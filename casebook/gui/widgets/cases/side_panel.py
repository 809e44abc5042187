"""The right column of the case page: what now, what was promised, what proves it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QToolButton, QVBoxLayout, QWidget

from casebook.gui import icons, theme
from casebook.gui.models import ready_rows
from casebook.gui.models.row_model import Row
from casebook.gui.theme import Theme
from casebook.gui.widgets.exhibits.exhibit_grid import ExhibitGrid
from casebook.gui.widgets.exhibits.thumbnails import Thumbnails
from casebook.gui.widgets.row_list import RowList
from casebook.journal.records import Exhibit

if TYPE_CHECKING:
    from casebook.guide.ready.readiness import Standing


class Section(QWidget):
    """A heading with a count and a plus button over a list."""

    add_requested = Signal()
    """The plus was pressed."""

    def __init__(self, content: QWidget, indent: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.content = content
        self.heading, self.count, self.empty = QLabel(self), QLabel(self), QLabel(self)
        self.add = QToolButton(self)
        self.add.setProperty("kind", "quiet")
        self.add.setProperty("writes", True)
        self.add.setIcon(icons.icon("plus"))
        self.add.setIconSize(QSize(14, 14))
        self.add.setStyleSheet("QToolButton { padding: 1px; min-height: 16px; }")
        self.add.clicked.connect(self.add_requested)
        for label in (self.heading, self.count, self.empty):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setProperty("kind", "caption")
        self.empty.setWordWrap(True)
        self.empty.setContentsMargins(8, 2, 8, 4)
        head, column = QHBoxLayout(), QVBoxLayout(self)
        head.setContentsMargins(8, 0, 2, 0)
        head.setSpacing(theme.S)
        head.addWidget(self.heading)
        head.addStretch(1)
        head.addWidget(self.count)
        head.addWidget(self.add)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(self.empty)
        inner = QHBoxLayout()
        inner.setContentsMargins(indent, 0, 0, 0)
        inner.addWidget(content)
        column.addLayout(inner)

    def name(self, heading: str, add: str, empty: str) -> None:
        """Set the words: heading, what the plus does, and what an empty list says."""
        self.heading.setText(heading)
        self.add.setToolTip(add)
        self.add.setAccessibleName(add)
        self.empty.setText(empty)
        self.content.setAccessibleName(heading)

    def set_count(self, count: int) -> None:
        """Show how many there are; none shows the words for an empty list."""
        self.count.setText(str(count) if count else "")
        self.empty.setVisible(not count)


class SidePanel(QScrollArea):
    """Eleven sections, each a list with a plus. The lists are public: the page connects to them."""

    checklist_requested = Signal(str)
    """The checklist is to be shown, at one of its items or at none."""

    def __init__(self, theme_: Theme, thumbnails: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.follow_ups, self.promises, self.tickets = RowList(theme_), RowList(theme_), RowList(theme_)
        self.references, self.requests = RowList(theme_), RowList(theme_)
        self.transfers, self.losses = RowList(theme_), RowList(theme_)
        self.missing, self.deadlines, self.quotes = RowList(theme_), RowList(theme_), RowList(theme_)
        self.exhibits = ExhibitGrid(theme_, thumbnails)
        self.next = Section(self.follow_ups)
        self.clocks = Section(self.deadlines)
        self.promised = Section(self.promises)
        self.asked = Section(self.requests)
        self.quoted = Section(self.quotes)
        policy = self.quoted.add.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # the counts stand below each other
        self.quoted.add.setSizePolicy(policy)
        self.quoted.add.hide()  # a passage is marked where it stands
        self.numbers = Section(self.tickets)
        self.referred = Section(self.references)
        self.moved, self.claimed = Section(self.transfers), Section(self.losses)
        self.shown = Section(self.exhibits, theme.S)
        self.ready = Section(self.missing)
        self.ready.add.setIcon(icons.icon("check"))
        self.ready.add.setProperty("writes", False)
        self._standings: Sequence[Standing] = ()
        self.ready.add_requested.connect(lambda: self.checklist_requested.emit(""))
        self.missing.activated_id.connect(lambda row: self.checklist_requested.emit(self._standings[row].item.id))
        inside = QFrame()
        inside.setProperty("kind", "side")
        column = QVBoxLayout(inside)
        column.setContentsMargins(theme.S, theme.L, theme.S, theme.L)
        column.setSpacing(theme.L)
        for section in (self.next, self.clocks, self.promised, self.asked, self.quoted):
            column.addWidget(section)
        for section in (self.numbers, self.referred, self.moved, self.claimed, self.shown, self.ready):
            column.addWidget(section)
        column.addStretch(1)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(190)
        self._retranslate()

    def show_rows(self, section: Section, rows: Sequence[Row], count: int | None = None) -> None:
        """Fill a section; `count` is shown instead of the number of rows where only some of them count."""
        assert isinstance(section.content, RowList)
        section.set_count(len(rows) if count is None else count)
        section.empty.setVisible(not rows)
        section.content.show_rows(rows)

    def show_exhibits(self, exhibits: Sequence[Exhibit]) -> None:
        """Fill the grid."""
        self.shown.set_count(len(exhibits))
        self.exhibits.show_exhibits(exhibits)

    def show_checklist(self, standings: Sequence[Standing]) -> None:
        """Show how much of what the firm will ask for is there, and the first things that are missing."""
        from casebook.guide.ready import readiness

        self._standings = standings
        have, of = readiness.completeness(standings)
        rows = ready_rows.missing(standings)
        self.show_rows(self.ready, rows)
        self.ready.count.setText(f"{have}/{of}")

    def changeEvent(self, event: QEvent) -> None:
        """Follow a switch of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Next steps, promises, numbers and exhibits"))
        self.next.name(
            self.tr("Next"),
            self.tr("Add follow-up (Ctrl+U)"),
            self.tr("Nothing is due. Add a day to look at this again."),
        )
        self.clocks.name(
            self.tr("Deadlines"),
            self.tr("Add a deadline; all of them: Ctrl+Shift+U"),
            self.tr("No clock runs. Pick a rule once a complaint or a request has gone out."),
        )
        self.promised.name(
            self.tr("Promises"), self.tr("Add promise (Ctrl+P)"), self.tr("What did they say would happen, and when?")
        )
        self.asked.name(
            self.tr("Requests"), self.tr("Add request (Ctrl+R)"), self.tr("What did they ask you to supply?")
        )
        self.quoted.name(
            self.tr("Quoted in the dossier"),
            "",
            self.tr("Mark words in the timeline and press Q: the dossier quotes them."),
        )
        self.numbers.name(self.tr("Tickets"), self.tr("Add ticket number"), self.tr("Their number for this case"))
        self.referred.name(
            self.tr("References"),
            self.tr("Add reference (Ctrl+T)"),
            self.tr("Order number, TxID, address, error code…"),
        )
        self.moved.name(
            self.tr("Transfers"),
            self.tr("Add transfer"),
            self.tr("Deposits, withdrawals, trades: amount, addresses, TxID"),
        )
        self.claimed.name(
            self.tr("Loss"), self.tr("Add loss"), self.tr("What is claimed, line by line, with the source of each rate")
        )
        self.shown.name(
            self.tr("Exhibits"),
            self.tr("Add a file as exhibit"),
            self.tr("Screenshots and files you attach appear here"),
        )
        self.ready.name(
            self.tr("Checklist"),
            self.tr("Show the checklist (Ctrl+Shift+G)"),
            self.tr("Everything is there that they will ask for."),
        )
