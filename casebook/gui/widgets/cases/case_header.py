"""The head of the case page: title, the numbers one is asked for, and a small menu."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from casebook.gui import icons, texts, theme
from casebook.journal.records import Case, Firm, Ticket
from casebook.journal.terms import CaseStatus


class CaseHeader(QWidget):
    """Shows a case in two lines."""

    edit_requested = Signal()
    """Change title, amount, claim…"""
    close_requested = Signal()
    """Close the case."""
    reopen_requested = Signal()
    """Take a closed case up again."""
    export_requested = Signal()
    """Make the dossier."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title, self.line, self.state = QLabel(self), QLabel(self), QLabel(self)
        for label, kind in ((self.title, "title"), (self.line, "muted"), (self.state, "caption")):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            label.setProperty("kind", kind)
        self.title.setWordWrap(True)
        # In Arabic or Hebrew, too, it begins the page, as in the lists; at the other end it would stand by the menu.
        self.title.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
        self.line.setWordWrap(True)
        self.title.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.more = QToolButton(self)
        self.more.setProperty("kind", "quiet")
        self.more.setIcon(icons.icon("more"))
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self.more)
        self.edit_action = menu.addAction(icons.icon("edit"), "", self.edit_requested.emit)
        self.export_action = menu.addAction(icons.icon("export"), "", self.export_requested.emit)
        menu.addSeparator()
        self.close_action = menu.addAction(icons.icon("closed"), "", self.close_requested.emit)
        self.reopen_action = menu.addAction(icons.icon("undo"), "", self.reopen_requested.emit)
        self.more.setMenu(menu)
        top, column = QHBoxLayout(), QVBoxLayout(self)
        top.setSpacing(theme.S)
        top.addWidget(self.title, 1)
        top.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.line)
        column.addWidget(self.state)
        self._retranslate()

    def show_case(self, case: Case, firm: Firm, tickets: list[Ticket]) -> None:
        """Show a case with its firm and the firm's newest number."""
        self.title.setText(case.title)
        ticket = tickets[-1].number if tickets else ""
        tags = " ".join(f"#{tag}" for tag in case.tags)
        self.line.setText(texts.joined(case.number, firm.name, ticket, texts.money(case.amount, case.asset), tags))
        closed = case.status is CaseStatus.CLOSED
        words = ""
        if closed and case.closed_at:
            when = texts.short_date(texts.today(case.closed_at))
            words = texts.joined(self.tr("Closed {date}").format(date=when), case.outcome)
        self.state.setText(words)
        self.state.setVisible(closed)
        self.close_action.setVisible(not closed)
        self.reopen_action.setVisible(closed)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a switch of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.more.setToolTip(self.tr("More on this case"))
        self.more.setAccessibleName(self.tr("More on this case"))
        self.edit_action.setText(self.tr("Edit case… (F2)"))
        self.export_action.setText(self.tr("Export dossier… (Ctrl+E)"))
        self.close_action.setText(self.tr("Close case…"))
        self.reopen_action.setText(self.tr("Reopen case"))
