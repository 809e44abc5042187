"""A case's checklist as a list: what is missing, the button that adds it, and a tick by hand."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import QCheckBox, QListView, QProgressBar, QStyleOptionViewItem, QVBoxLayout, QWidget

from casebook.gui import theme
from casebook.gui.models import ready_rows
from casebook.gui.models.ready_rows import HEADING
from casebook.gui.models.row_model import RowModel
from casebook.gui.widgets.parts import plain_label, quiet_button, row_of
from casebook.gui.widgets.row_list import RowDelegate
from casebook.gui.widgets.ticked_rows import TickedRows
from casebook.guide.ready import readiness
from casebook.guide.ready.readiness import Standing, State

_Index = QModelIndex | QPersistentModelIndex
_HEADING_HEIGHT = 34
_RING_END = 26


class _Model(RowModel):
    """Headings cannot be chosen."""

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Return nothing for a heading."""
        row = self.row(index.row())
        return Qt.ItemFlag.NoItemFlags if row and row.id <= HEADING else super().flags(index)


class _Delegate(RowDelegate):
    """Draws headings too."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the height of a heading, or of a row."""
        size = super().sizeHint(option, index)
        return QSize(size.width(), _HEADING_HEIGHT) if _is_heading(index) else size

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw a heading in bold small letters; leave rows to the base."""
        if not _is_heading(index):
            super().paint(painter, option, index)
            return
        painter.save()
        font = self._theme.font(theme.SMALL)
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(self._theme.muted)
        place = QRect(option.rect).adjusted(8, 8, -6, 0)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, str(index.data()))
        painter.restore()


class _Rows(TickedRows):
    """A click on the ring ticks as well."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tick at a click on the ring."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        on_ring = index.isValid() and event.position().x() - self.visualRect(index).left() < _RING_END
        if on_ring and not _is_heading(index) and event.button() == Qt.MouseButton.LeftButton:
            self.ticked.emit()


class ReadyList(QWidget):
    """Shows a checklist; whoever holds it adds what is missing and writes the marks."""

    add_requested = Signal(str, str)
    """The kind of need and what of it: the record that answers it is to be added."""
    tick_requested = Signal(str)
    """An item is to be ticked by hand."""
    not_needed_requested = Signal(str)
    """An item is to be marked as not needed here."""
    clear_requested = Signal(str)
    """The mark of an item is to go."""

    def __init__(self, look: theme.Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._all: Sequence[Standing] = ()
        self.writable = True
        """Whether something can be recorded; otherwise nothing is offered that would be."""
        self.told = plain_label("", kind="muted")
        self.meter = QProgressBar()
        self.meter.setTextVisible(False)
        self.meter.setAccessibleName(self.tr("How complete it is"))
        self.open_only = QCheckBox(self.tr("Only what is missing"))
        self.open_only.toggled.connect(lambda _on: self._show())
        self._rows = _Model(self)
        self.list = _Rows()
        self.list.setModel(self._rows)
        self.list.setItemDelegate(_Delegate(look, self.list))
        self.list.setMouseTracking(True)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(self.tr("Checklist"))
        self.list.setProperty("kind", "framed")
        self.list.setMinimumHeight(160)
        self.why = plain_label("", kind="caption")
        self.why.setMinimumHeight(34)
        self.add = quiet_button("", self.tr("Open the form that holds it (Enter)"), self._request_add)
        self.tick = quiet_button("", self.tr("Say that it is done, or take that back (Space)"), self._request_tick)
        self.not_needed = quiet_button(
            self.tr("Not needed…"), self.tr("Say that this case does not need it, and why"), self._request_not_needed
        )
        for button in (self.add, self.tick, self.not_needed):
            button.setProperty("writes", True)
        self.list.opened.connect(self._request_add)
        self.list.ticked.connect(self._request_tick)
        self.list.doubleClicked.connect(lambda _index: self._request_add())
        self.list.selectionModel().currentChanged.connect(lambda *_: self._choose())
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, theme.M, 0, 0)
        whole.setSpacing(theme.S)
        head = row_of(self.told, self.open_only)
        head.setStretch(0, 1)
        whole.addLayout(head)
        whole.addWidget(self.meter)
        whole.addWidget(self.list, 1)
        whole.addWidget(self.why)
        whole.addLayout(row_of(self.add, self.tick, self.not_needed, None))
        look.changed.connect(self.list.viewport().update)
        self.show_standings(())

    def show_standings(self, standings: Sequence[Standing]) -> None:
        """Show these; the item that was chosen stays so where it is still there."""
        kept = self.standing()
        self._all = tuple(standings)
        have, of = readiness.completeness(self._all)
        self.meter.setRange(0, max(of, 1))
        self.meter.setValue(have)
        words = self.tr("{have} of {of} things are there that they will ask for.").format(have=have, of=of)
        self.told.setText(words)
        self._show(kept.item.id if kept else "")

    def standing(self) -> Standing | None:
        """Return the item that is chosen."""
        row = self._rows.row(self.list.currentIndex().row())
        return self._all[row.id] if row and 0 <= row.id < len(self._all) else None

    def standings(self) -> Sequence[Standing]:
        """Return every item, those that are not shown too."""
        return self._all

    def choose(self, item: str) -> bool:
        """Choose an item by its name; return whether it is shown."""
        for number in range(self._rows.rowCount()):
            row = self._rows.row(number)
            if row and row.id > HEADING and self._all[row.id].item.id == item:
                self.list.setCurrentIndex(self._rows.index(number))
                return True
        return False

    def _show(self, item: str = "") -> None:
        kept = item or (standing.item.id if (standing := self.standing()) else "")
        before = self.list.currentIndex().row()
        self._rows.show(ready_rows.rows(self._all, open_only=self.open_only.isChecked()))
        if not self.choose(kept):
            self._choose_near(before)
        self._choose()

    def _choose_near(self, before: int) -> None:
        """Choose what stands where something was chosen before; at first the first thing that is missing."""
        count = self._rows.rowCount()
        rows = [(n, row) for n in range(count) if (row := self._rows.row(n)) and row.id > HEADING]
        later = [n for n, row in rows if n >= before and (before >= 0 or row.warn)] or [n for n, _ in rows]
        if later:
            self.list.setCurrentIndex(self._rows.index(later[0]))
            if before < 0:
                self.list.scrollTo(self._rows.index(later[0]), QListView.ScrollHint.PositionAtCenter)

    def _choose(self) -> None:
        standing = self.standing()
        words = ready_rows.add_words(standing) if standing else ""
        self.add.setVisible(self.writable and bool(words))
        for button in (self.tick, self.not_needed):
            button.setVisible(self.writable)
        self.add.setText(words)
        marked = standing is not None and standing.state in {State.TICKED, State.NOT_NEEDED}
        self.tick.setText(self.tr("Take mark back") if marked else self.tr("Tick"))
        there = standing is not None and standing.state is State.THERE
        self.tick.setEnabled(standing is not None and not there)
        self.not_needed.setEnabled(standing is not None and not there and not marked)
        self.why.setText(ready_rows.source(standing) if standing else "")

    def _request_add(self) -> None:
        if self.writable and (standing := self.standing()) and ready_rows.add_words(standing):
            self.add_requested.emit(*standing.item.needs[0])

    def _request_tick(self) -> None:
        standing = self.standing()
        if standing is None or standing.state is State.THERE or not self.writable:
            return
        marked = standing.state in {State.TICKED, State.NOT_NEEDED}
        (self.clear_requested if marked else self.tick_requested).emit(standing.item.id)

    def _request_not_needed(self) -> None:
        if standing := self.standing():
            self.not_needed_requested.emit(standing.item.id)


def _is_heading(index: _Index) -> bool:
    model = index.model()
    row = model.row(index.row()) if isinstance(model, RowModel) else None
    return row is not None and row.id <= HEADING
