"""The timeline: days, silences and bubbles in one view that draws thousands of contacts and measures few of them."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import QEvent, QItemSelectionModel, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QToolTip, QWidget

from casebook.gui.models.timeline_model import RowKind, TimelineModel
from casebook.gui.theme import XL, Theme
from casebook.gui.widgets.exhibits.marking import Marking, is_menu_key, over_words
from casebook.gui.widgets.exhibits.thumbnails import Thumbnails
from casebook.gui.widgets.timeline.anchored_view import AnchoredView
from casebook.gui.widgets.timeline.bubble import Bubble, Hit, HitKind
from casebook.gui.widgets.timeline.bubble_words import time_words
from casebook.gui.widgets.timeline.day_pill import DayPill
from casebook.gui.widgets.timeline.timeline_delegate import HEADING, TimelineDelegate

_KEPT = 240
"""How many laid-out contacts are kept: some screens' worth to scroll back over."""


class TimelineView(AnchoredView):
    """Shows a `TimelineModel`; opens at the newest contact and keeps the reader's place when things change."""

    contact_activated = Signal(int)
    """Enter or double-click on a contact, or click on what only its own page shows: earlier words, more exhibits."""
    exhibit_activated = Signal(int)
    """Click on the thumbnail of an exhibit."""
    menu_requested = Signal(int, QPoint)
    """Context menu of a contact, at a point of the screen."""
    key_pressed = Signal(str, int)
    """A key that stands for an entry of the menu, and the chosen contact."""
    day_activated = Signal(QPoint)
    """Click on a day, at a point of the screen: another one is to be chosen."""
    left = Signal()
    """Escape, while nothing is marked."""

    def __init__(
        self, model: TimelineModel, theme: Theme, thumbnails: Thumbnails, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._timeline, self._theme = model, theme
        self._delegate = TimelineDelegate(theme, thumbnails.get)
        self._bubbles: OrderedDict[int, Bubble] = OrderedDict()
        self._unfolded: set[int] = set()
        self._marking, self._pill = Marking(), DayPill(self)
        self._hover = -1
        self._kept_place: tuple[int, int] | None = None
        self._kept_current = 0
        self.setModel(model)
        self.setMouseTracking(True)
        self.setMinimumSize(280, 120)
        self.setAccessibleName(self.tr("Timeline of the case"))
        self.setToolTip("")
        model.modelAboutToBeReset.connect(self._remember)
        model.modelReset.connect(self._restore)
        thumbnails.ready.connect(lambda _key: self.viewport().update())
        theme.changed.connect(self._restyle)

    def show_contact(self, contact_id: int) -> bool:
        """Select a contact and bring it into view; return whether it is there."""
        row = self._timeline.row_of(contact_id)
        if row < 0:
            return False
        self._at_end = False
        index = self._timeline.index(row)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)
        return True

    def current_contact(self) -> int:
        """Return the id of the selected contact, 0 where none is."""
        return self._contact_id(self.currentIndex().row())

    def copy(self) -> bool:
        """Put the marked words, or all of the selected contact, on the clipboard; return whether there are any."""
        if marked := self.marked_words():
            QGuiApplication.clipboard().setText(marked)
            return True
        contact = self._timeline.contact(self.currentIndex().row()) if self.current_contact() else None
        if contact is None:
            return False
        QGuiApplication.clipboard().setText(contact.text or contact.subject)
        return True

    def marked_words(self) -> str:
        """Return the words that are marked in the selected contact."""
        row = self._timeline.row_of(self._marking.contact_id)
        return self._marking.words(self._bubble(row)) if row >= 0 and row == self.currentIndex().row() else ""

    def show_day(self, day: date) -> bool:
        """Bring the first contact on a day or after it to the top and select it; return whether there is one."""
        row = self._timeline.row_from(day)
        if row < 0:
            return False
        self._at_end = False
        self.selectionModel().setCurrentIndex(
            self._timeline.index(row), QItemSelectionModel.SelectionFlag.ClearAndSelect
        )
        self.place_first(row - 1 if row and self._timeline.rows[row - 1].kind is RowKind.DAY else row)
        return True

    def shown_day(self) -> date | None:
        """Return the day that is read at the top of the view."""
        rows = self.visible_rows()
        return self._timeline.day_of(rows.start) if rows else None

    def day_point(self) -> QPoint:
        """Return where, on the screen, a day can be chosen by hand."""
        return self.viewport().mapToGlobal(QPoint(self.width() // 2, 8))

    def toggle_fold(self, row: int) -> None:
        """Show a long text whole, or folded again."""
        if contact_id := self._contact_id(row):
            self._unfolded ^= {contact_id}
            self._bubbles.pop(row, None)
            self._marking.clear()
            self.remeasure(row)

    def bubble_rect(self, contact_id: int) -> QRect:
        """Return where a contact's bubble is drawn, in viewport coordinates; empty where it is not shown."""
        row = self._timeline.row_of(contact_id)
        bubble = self._bubble(row) if row >= 0 else None
        return bubble.card.translated(self.visualRect(self._timeline.index(row)).topLeft()) if bubble else QRect()

    # -- what the base asks for --------------------------------------------------------------------------------------

    def guesses(self, width: int) -> Iterable[int]:
        """Return likely heights from the lengths of the texts."""
        contacts = self._delegate.maker.guesses(width, self._timeline.contact_rows)
        contacts.append(HEADING)  # a row that is no contact counts -1 in them
        return [contacts[row[1]] for row in self._timeline.rows]

    def height_of(self, row: int) -> int:
        """Return the height of a laid-out contact or of a heading."""
        bubble = self._bubble(row)
        return bubble.height if bubble else HEADING

    def is_stop(self, row: int) -> bool:
        """Return whether a row is a contact."""
        return 0 <= row < len(self._timeline.rows) and self._timeline.rows[row].kind is RowKind.CONTACT

    def forget_layout(self) -> None:
        """Drop every laid-out bubble."""
        self._bubbles.clear()

    # -- events ------------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows in sight."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._theme.surface)
        current, focus = self.currentIndex().row(), self.hasFocus()
        scrolled, width, dirty = self.verticalScrollBar().value(), self.column_width(), event.rect()
        for row in self.visible_rows():
            rect = QRect(XL, self._heights.top(row) - scrolled, width, self._heights.height(row))
            if not rect.intersects(dirty) or row >= len(self._timeline.rows):
                continue
            item = self._timeline.rows[row]
            if item.kind is RowKind.CONTACT:
                if bubble := self._bubble(row):
                    state = {"current": row == current, "hover": row == self._hover, "focus": focus}
                    marked = self._marking.places(bubble.contact.id)
                    self._delegate.bubble(painter, rect.topLeft(), bubble, **state, marked=marked)
            else:
                words = str(self._timeline.data(self._timeline.index(row)))
                self._delegate.heading(painter, rect, words)
        self._paint_day(painter)
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the pointer: mark words, or tell which bubble, and whether it can be clicked there."""
        point = event.position().toPoint()
        row = self.indexAt(point).row()
        if self._marking.dragging and event.buttons() & Qt.MouseButton.LeftButton:
            row = self._timeline.row_of(self._marking.contact_id)
            if bubble := self._bubble(row):
                self._marking.drag(bubble, point - self.visualRect(self._timeline.index(row)).topLeft())
                self._tell_marked()
            return
        self.viewport().setCursor(self._cursor_at(point))
        if row != self._hover:
            self._hover = row
            self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Select a contact, and begin to mark its words."""
        super().mousePressEvent(event)
        if event.button() != Qt.MouseButton.LeftButton:
            return
        point, marked = event.position().toPoint(), self._marking.clear()
        if (bubble := self._bubble(self.indexAt(point).row())) and self._hit(point) is None:
            self._marking.begin(bubble, point - self.visualRect(self.indexAt(point)).topLeft())
        if marked:
            self._tell_marked()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Unfold, show an exhibit, or show earlier words, by what was clicked."""
        super().mouseReleaseEvent(event)
        point = event.position().toPoint()
        dragged, self._marking.dragging = self._marking.dragging, False
        if event.button() != Qt.MouseButton.LeftButton or (dragged and self.marked_words()):
            return
        row = self.indexAt(point).row()
        if self._on_day(point):
            self.day_activated.emit(self.viewport().mapToGlobal(point))
        if (hit := self._hit(point)) is None:
            return
        if hit.kind is HitKind.FOLD:
            self.toggle_fold(row)
        elif hit.kind is HitKind.EXHIBIT:
            self.exhibit_activated.emit(hit.id)
        else:
            self.contact_activated.emit(self._contact_id(row))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open a contact."""
        point = event.position().toPoint()
        if self._hit(point) is None and (contact_id := self._contact_id(self.indexAt(point).row())):
            self.contact_activated.emit(contact_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open, unfold, mark, copy, and what else the menu offers; a bubble higher than the view is scrolled through
        before the next one is chosen.
        """
        row, key = self.currentIndex().row(), event.key()
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers() and self.current_contact():
            self.contact_activated.emit(self.current_contact())
        elif key == Qt.Key.Key_Space and self.current_contact():
            self.toggle_fold(row)
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif self._marking.take_key(event, self._bubble(row)):
            self._tell_marked()
        elif key == Qt.Key.Key_Escape:
            self._escape()
        elif is_menu_key(event) and self.current_contact():
            self.key_pressed.emit(QKeySequence(key).toString(), self.current_contact())
        elif key not in {Qt.Key.Key_Down, Qt.Key.Key_Up} or not self._scroll_through(row, key == Qt.Key.Key_Down):
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the contact under the pointer, or of the selected one."""
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            rect = self.visualRect(self.currentIndex())
            contact_id, at = self.current_contact(), self.viewport().mapToGlobal(rect.center())
        else:
            index = self.indexAt(event.pos())
            contact_id, at = self._contact_id(index.row()), event.globalPos()
            if contact_id:
                self.setCurrentIndex(index)
        if contact_id:
            self.menu_requested.emit(contact_id, at)

    def viewportEvent(self, event: QEvent) -> bool:
        """Say the full time, and when it was written down, in a tooltip over the time column and the first line."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._show_tip(event)
            return True
        if event.type() == QEvent.Type.Leave and self._hover >= 0:
            self._hover = -1
            self.viewport().update()
        return super().viewportEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a switch of language or font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.setAccessibleName(self.tr("Timeline of the case"))
            self._restyle()

    # -- private -----------------------------------------------------------------------------------------------------

    def _bubble(self, row: int) -> Bubble | None:
        """Return a contact laid out for the present width, from memory if possible; None for a heading."""
        if (bubble := self._bubbles.get(row)) is not None:
            self._bubbles.move_to_end(row)
            return bubble
        contact = self._timeline.contact(row)
        if contact is None:
            return None
        promises, unfolded = self._timeline.promises(contact.id), contact.id in self._unfolded
        quotes, short, width = self._timeline.quotes(contact.id), self._timeline.contact_row(row), self.column_width()
        count, lay_out = short.exhibits if short else 0, self._delegate.maker.lay_out
        bubble = lay_out(contact, promises, width, unfolded=unfolded, quotes=quotes, exhibits=count)
        self._bubbles[row] = bubble
        if len(self._bubbles) > _KEPT:
            self._bubbles.popitem(last=False)
        return bubble

    def _contact_id(self, row: int) -> int:
        short = self._timeline.contact_row(row)
        return short.id if short else 0

    def _hit(self, point: QPoint) -> Hit | None:
        """Return what can be clicked at a point of the viewport."""
        index = self.indexAt(point)
        bubble = self._bubble(index.row()) if index.isValid() else None
        if bubble is None:
            return None
        local = point - self.visualRect(index).topLeft()
        return next((hit for hit in bubble.hits if hit.rect.contains(local)), None)

    def _cursor_at(self, point: QPoint) -> Qt.CursorShape:
        """Return the shape of the pointer over a point of the viewport: what would a click do there?"""
        if self._hit(point) or self._on_day(point):
            return Qt.CursorShape.PointingHandCursor
        bubble = self._bubble(self.indexAt(point).row())
        local = point - self.visualRect(self.indexAt(point)).topLeft()
        return Qt.CursorShape.IBeamCursor if bubble and over_words(bubble, local) else Qt.CursorShape.ArrowCursor

    def _on_day(self, point: QPoint) -> bool:
        """Return whether a point of the viewport is over a day, in its heading or in the pill."""
        row = self.indexAt(point).row()
        return self._pill.contains(point) or (row >= 0 and self._timeline.rows[row].kind is RowKind.DAY)

    def _paint_day(self, painter: QPainter) -> None:
        """Tell the day that is read while somebody scrolls and no heading is near."""
        rows, below = self.visible_rows(), self.verticalScrollBar().value() + HEADING
        covers = any(not self.is_stop(row) and self._heights.top(row) < below for row in rows)
        words = self._timeline.day_words(rows.start) if rows and self._pill.wanted and not covers else ""
        at = QRect(XL, 4, self.column_width(), 0)
        self._pill.drawn(self._delegate.pill(painter, at, words) if words else QRect())

    def _escape(self) -> None:
        if self._marking.clear():
            self._tell_marked()
        else:
            self.left.emit()

    def _tell_marked(self) -> None:
        """Show what is marked, also to a screen reader."""
        self.setAccessibleDescription(self.marked_words())
        self.viewport().update()

    def _scroll_through(self, row: int, down: bool) -> bool:
        """Scroll within a contact that does not fit the view; return whether there was more of it to see."""
        if row < 0:
            return False
        bar, room = self.verticalScrollBar(), self.viewport().height()
        top, height = self._heights.top(row), self._heights.height(row)
        hidden = top + height - bar.value() - room if down else bar.value() - top
        if height <= room or not 0 < hidden <= height:
            return False
        bar.setValue(bar.value() + min(hidden, room * 2 // 3) * (1 if down else -1))
        return True

    def _show_tip(self, event: QHelpEvent) -> None:
        index = self.indexAt(event.pos())
        contact = self._timeline.contact(index.row()) if index.isValid() else None
        bubble = self._bubble(index.row()) if contact else None
        local = event.pos() - self.visualRect(index).topLeft()
        if contact is None or bubble is None or (local.y() > 32 and local.x() > bubble.card.left()):
            QToolTip.hideText()
            return
        QToolTip.showText(event.globalPos(), time_words(contact), self)

    def _remember(self) -> None:
        """Keep the reader's place by contact, for when the rows are others."""
        self._kept_current, self._kept_place = self.current_contact(), None
        for row in self.visible_rows():
            if contact_id := self._contact_id(row):
                self._kept_place = (contact_id, self._heights.top(row) - self.verticalScrollBar().value())
                break

    def _restore(self) -> None:
        """Keep place and selection where they still exist. Comes after the selection's own reset."""
        self._hover = -1
        if self._kept_current and (row := self._timeline.row_of(self._kept_current)) >= 0:
            index = self._timeline.index(row)
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if self._kept_place and not self._at_end and (row := self._timeline.row_of(self._kept_place[0])) >= 0:
            self.place(row, self._kept_place[1])
        self._settle()
        self._pill.end()

    def _restyle(self) -> None:
        self._delegate.forget()
        self.relayout()


__all__ = ["TimelineView"]
