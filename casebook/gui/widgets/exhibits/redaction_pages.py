"""The pages of an exhibit that is being redacted: one at a time, with zoom, boxes and words to mark."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QPalette, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QButtonGroup, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from casebook.dossier.redaction.areas import Box
from casebook.gui import icons, theme
from casebook.gui.models.redaction_marks import Marked
from casebook.gui.widgets.exhibits.redaction_sheet import RedactionSheet
from casebook.gui.widgets.parts import quiet_button, row_of

if TYPE_CHECKING:
    from casebook.dossier.redaction.burn import Page

_STEPS = (0.1, 0.15, 0.25, 0.33, 0.5, 0.67, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0)


class RedactionPages(QWidget):
    """Asks for the page it wants to show, and tells what was marked on it."""

    page_requested = Signal(int)
    """This page is wanted: answer with `show_page`."""
    added = Signal(object)
    altered = Signal(int, object, bool)
    chosen = Signal(int)
    removed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.number, self.total = 1, 1
        self._whole = True
        self._zoom = 1.0
        self._areas: Marked = ()
        self._at = -1
        self._covers = True
        self.sheet = RedactionSheet()
        self.sheet.drawn.connect(self.added)
        self.sheet.altered.connect(self.altered)
        self.sheet.chosen.connect(self.chosen)
        self.sheet.removed.connect(self.removed)
        self.area = QScrollArea()
        self.area.setWidget(self.sheet)
        self.area.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.area.viewport().installEventFilter(self)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        ground = self.area.viewport()
        ground.setBackgroundRole(QPalette.ColorRole.Window)
        ground.setAutoFillBackground(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.S)
        self._make_tools()
        column.addLayout(self.tools)
        column.addWidget(self.area, 1)
        self.setFocusProxy(self.sheet)

    def show_page(self, page: Page, total: int) -> None:
        """Show a page that was asked for."""
        self.number, self.total = page.number, total
        self.sheet.show_page(page.number, QPixmap(str(page.file)), page.words)
        can_mark = bool(page.words) and self._covers
        self.words.setEnabled(can_mark)
        if not can_mark:
            self.boxes.setChecked(True)
        self.place.setText(self.tr("{page} of {pages}").format(page=page.number, pages=total))
        for tool in (self.before, self.place, self.after):
            tool.setVisible(total > 1)
        self.before.setEnabled(page.number > 1)
        self.after.setEnabled(page.number < total)
        self._fit()
        self._show_boxes()

    def show_areas(self, areas: Marked, at: int) -> None:
        """Show what is marked, and which of it is chosen; its page is turned to."""
        self._areas, self._at = areas, at
        if 0 <= at < len(areas) and isinstance(box := areas[at], Box) and self._covers:
            if box.page != self.number:
                self.page_requested.emit(box.page)
            else:
                place = self.sheet.place_of(box).center()
                self.area.ensureVisible(place.x(), place.y(), 120, 120)
        self._show_boxes()

    def show_result(self, *, result: bool) -> None:
        """Show what comes of it (the pages then are those of the copy), or the exhibit with its boxes."""
        self._covers = not result
        self.boxes.setEnabled(not result)
        self.page_requested.emit(self.number)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the whole page in view, where that is wanted."""
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Zoom with Ctrl and the wheel."""
        if isinstance(event, QWheelEvent) and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._step(1 if event.angleDelta().y() > 0 else -1)
            return True
        return super().eventFilter(watched, event)

    def _make_tools(self) -> None:
        self.before = self._tool("back", self.tr("Page before (PgUp)"), "PgUp", lambda: self._turn(-1))
        self.place = QLabel()
        self.after = self._tool("chevron-right", self.tr("Next page (PgDown)"), "PgDown", lambda: self._turn(1))
        self.smaller = self._tool("zoom-out", self.tr("Smaller (Ctrl+-)"), "Ctrl+-", lambda: self._step(-1))
        self.larger = self._tool("zoom-in", self.tr("Larger (Ctrl++)"), "Ctrl+=", lambda: self._step(1))
        self.whole = quiet_button(self.tr("Whole page"), self.tr("Show the whole page (Ctrl+0)"), self._fit_whole)
        self.whole.setShortcut("Ctrl+0")
        self.boxes = quiet_button(self.tr("Draw boxes"), self.tr("Drag a box over anything (Alt+1)"), self._choose)
        self.boxes.setShortcut("Alt+1")
        tip = self.tr("Drag over words to cover them line by line; only where the page holds text (Alt+2)")
        self.words = quiet_button(self.tr("Mark text"), tip, self._choose)
        self.words.setShortcut("Alt+2")
        self._modes = QButtonGroup(self)
        for button in (self.boxes, self.words):
            button.setCheckable(True)
            self._modes.addButton(button)
        self.boxes.setChecked(True)
        self.tools = row_of(
            self.boxes,
            self.words,
            None,
            self.before,
            self.place,
            self.after,
            None,
            self.smaller,
            self.whole,
            self.larger,
        )

    def _tool(self, icon: str, tip: str, key: str, act: Callable[[], object]) -> QPushButton:
        button = quiet_button("", tip, act, "quiet")
        button.setIcon(icons.icon(icon))
        button.setAccessibleName(tip)
        button.setShortcut(key)
        return button

    def _choose(self) -> None:
        self.sheet.marks_words = self.words.isChecked()
        self.sheet.setFocus()

    def _turn(self, step: int) -> None:
        if 1 <= self.number + step <= self.total:
            self.chosen.emit(-1)
            self.page_requested.emit(self.number + step)

    def _step(self, step: int) -> None:
        others = [zoom for zoom in _STEPS if (zoom - self._zoom) * step > 0.01]
        if others:
            self._whole = False
            self._set_zoom(min(others) if step > 0 else max(others))

    def _fit_whole(self) -> None:
        self._whole = True
        self._fit()

    def _fit(self) -> None:
        page = self.sheet.page_size()
        if not self._whole or page.isEmpty():
            return
        room: QSize = self.area.viewport().size() - QSize(8, 8)
        across, down = room.width() / page.width(), room.height() / page.height()
        # A tall one (a scrolled chat) would be a thread: then its width is what must fit.
        self._set_zoom(max(min(1.5, across if page.height() > page.width() * 2.4 else min(across, down)), 0.05))

    def _set_zoom(self, zoom: float) -> None:
        self._zoom = zoom
        self.sheet.set_zoom(zoom)

    def _show_boxes(self) -> None:
        here = {
            place: area
            for place, area in enumerate(self._areas)
            if isinstance(area, Box) and area.page == self.sheet.number
        }
        self.sheet.show_boxes(here, self._at, covers=self._covers)
