"""The register of one firm: its official contacts with how and when each was verified, and its anti-phishing codes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from casebook.gui import texts, theme
from casebook.gui.models.standing_words import kind_label
from casebook.gui.tips import plain_tip
from casebook.gui.widgets.parts import plain_label, quiet_button, row_of
from casebook.guide.impostors.register import stale
from casebook.journal.incoming import Official, PhishingCode
from casebook.journal.official_values import shown_host

_ID = Qt.ItemDataRole.UserRole


class OfficialsDialog(QDialog):
    """Lists; what is to be done with a line is a wish."""

    add_requested = Signal()
    again_requested = Signal(int)
    """The official contact that was looked up again."""
    withdraw_requested = Signal(int)
    """The official contact that is none any more."""
    code_requested = Signal()
    code_remove_requested = Signal(int)
    """The code to be taken out."""

    def __init__(self, firm: str, *, writable: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Official contacts of {firm}").format(firm=firm))
        self.resize(720, 460)
        self._writable = writable
        words = self.tr(
            "By what {firm} really writes, as you looked it up yourself. Every mail is held against this list, and "
            "what only looks alike is warned of."
        ).format(firm=firm)
        self.contacts, self.codes = self._table(5), self._table(3)
        self.contacts.setAccessibleName(self.tr("Official contacts"))
        self.codes.setAccessibleName(self.tr("Anti-phishing codes"))
        self._empty = plain_label(self.tr("None yet: add the address that the firm itself publishes."), kind="muted")
        self._no_code = plain_label(self.tr("None set. Many firms let you choose one in your account."), kind="muted")
        self.add = quiet_button(self.tr("Add…"), self.tr("Add an official contact"), self.add_requested.emit)
        self.again = quiet_button(
            self.tr("Looked up again…"),
            self.tr("You looked the chosen one up just now, and it is still right"),
            lambda: self._wish(self.contacts, self.again_requested),
        )
        self.withdraw = quiet_button(
            self.tr("Withdraw"),
            self.tr("The chosen one is the firm's no longer: mails from there are warned of"),
            lambda: self._wish(self.contacts, self.withdraw_requested),
        )
        self.set_code = quiet_button(self.tr("Set code…"), self.tr("Note a new code"), self.code_requested.emit)
        self.remove = quiet_button(
            self.tr("Remove"),
            self.tr("Take the chosen code out"),
            lambda: self._wish(self.codes, self.code_remove_requested),
        )
        box = QDialogButtonBox(self)
        close = box.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setDefault(True)
        close.setToolTip(self.tr("Close (Esc)"))
        box.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.XL, theme.L, theme.XL, theme.L)
        column.setSpacing(theme.S)
        column.addWidget(plain_label(words, kind="muted"))
        column.addWidget(self._empty)
        column.addWidget(self.contacts, 1)
        column.addLayout(row_of(self.add, self.again, self.withdraw, None))
        column.addSpacing(theme.M)
        column.addWidget(plain_label(self.tr("Anti-phishing code"), kind="heading"))
        column.addWidget(self._no_code)
        column.addWidget(self.codes)
        column.addLayout(row_of(self.set_code, self.remove, None))
        column.addWidget(box)
        self.contacts.itemSelectionChanged.connect(self._adapt)
        self.codes.itemSelectionChanged.connect(self._adapt)
        self._adapt()

    def show_register(self, officials: Sequence[Official], codes: Sequence[PhishingCode], now: datetime) -> None:
        """Show a firm's register, what was withdrawn last."""
        ordered = sorted(officials, key=lambda o: (o.withdrawn_at is not None, o.id))
        self._fill(self.contacts, [(o.id, self._official(o, now)) for o in ordered])
        self._fill(self.codes, [(c.id, self._code(c)) for c in codes])
        self._empty.setVisible(not officials)
        self.contacts.setVisible(bool(officials))
        self._no_code.setVisible(not codes)
        self.codes.setFixedHeight(min(3, len(codes)) * self.codes.verticalHeader().defaultSectionSize() + 8)
        self.codes.setVisible(bool(codes))
        self._live = {o.id for o in officials if o.withdrawn_at is None}
        self._adapt()

    def _official(self, record: Official, now: datetime) -> tuple[str, ...]:
        state = ""
        if record.withdrawn_at is not None:
            state = self.tr("withdrawn")
        elif stale(record, now):
            state = self.tr("look up again")
        when = texts.short_time(texts.here(record.verified_at), now)
        value = texts.joined(shown_host(record.value), record.platform)
        return value, kind_label(record.kind), when, state, record.how

    def _code(self, code: PhishingCode) -> tuple[str, ...]:
        until = self.tr("until {day}").format(day=code.until) if code.until else self.tr("in use")
        return self.tr("%n character(s)", "", code.length), self.tr("since {day}").format(day=code.since), until

    def _table(self, columns: int) -> QTableWidget:
        table = QTableWidget(0, columns)
        table.setProperty("kind", "card")
        table.horizontalHeader().hide()
        table.verticalHeader().hide()
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        table.horizontalHeader().setStretchLastSection(True)
        return table

    def _fill(self, table: QTableWidget, rows: Sequence[tuple[int, tuple[str, ...]]]) -> None:
        table.setRowCount(len(rows))
        for row, (record_id, cells) in enumerate(rows):
            for column, words in enumerate(cells):
                item = QTableWidgetItem(words)
                item.setToolTip(plain_tip(words))
                item.setData(_ID, record_id)
                table.setItem(row, column, item)

    def _chosen(self, table: QTableWidget) -> int | None:
        items = table.selectedItems()
        return int(items[0].data(_ID)) if items else None

    def _wish(self, table: QTableWidget, signal: object) -> None:
        if (chosen := self._chosen(table)) is not None:
            signal.emit(chosen)  # type: ignore[attr-defined]

    def _adapt(self) -> None:
        live = self._chosen(self.contacts) in getattr(self, "_live", set())
        for button, on in (
            (self.add, True),
            (self.again, live),
            (self.withdraw, live),
            (self.set_code, True),
            (self.remove, self._chosen(self.codes) is not None),
        ):
            button.setEnabled(on and self._writable)
