"""Drawing on a copy, inside of the viewer: the layer over the picture, its tools, and every step back and forth."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from casebook.dossier.marking.marks import Mark, Shape
from casebook.gui.models.redaction_marks import Marks
from casebook.gui.theme import Theme, families, system_family
from casebook.gui.widgets.exhibits.mark_bar import MarkBar
from casebook.gui.widgets.exhibits.mark_layer import MarkLayer
from casebook.gui.widgets.exhibits.picture_view import PictureView

_NO_WORDS = "…"
"""What stands in a mark until its words are written."""


class Marking(QObject):
    """Draws on the picture of a view while it is active; what becomes of the marks is for others."""

    changed = Signal(bool)
    """Drawing began or ended."""
    keep_requested = Signal()
    left = Signal()
    """The user left without a copy."""

    def __init__(self, theme: Theme, view: PictureView, parent: QObject) -> None:
        super().__init__(parent)
        self._view = view
        self.active = False
        self.marks: Marks[Mark] = Marks(parent=self)
        self._at = -1
        self.bar = MarkBar(self.marks.stack)
        self.bar.setVisible(False)
        self.layer = MarkLayer(theme, families(system_family()))
        self.layer.setVisible(False)
        view.scene().addItem(self.layer)
        view.zoomed.connect(self._zoomed)
        self.layer.drawn.connect(self._drawn)
        self.layer.altered.connect(self._altered)
        self.layer.chosen.connect(self._choose)
        self.layer.removed.connect(self._remove)
        self.layer.words_wanted.connect(self._ask)
        self.marks.changed.connect(self._show)
        self.bar.shape_chosen.connect(self._take)
        self.bar.words_written.connect(self._write)
        self.bar.remove_requested.connect(lambda: self._remove(self._at))
        self.bar.keep_requested.connect(self.keep_requested)
        self.bar.leave_requested.connect(self.leave)

    def begin(self, marks: Sequence[Mark], note: str) -> None:
        """Start to draw on the picture that is shown; `marks` are those of an earlier copy."""
        self.marks.stack.clear()
        self.marks.put(tuple(marks))
        self._at, self.active = -1, True
        self.layer.page = 1
        self.layer.cover(self._view.item.size)
        self.layer.setVisible(True)
        self._zoomed()
        self.bar.begin(note)
        self.bar.setVisible(True)
        self._show()
        self.changed.emit(True)
        self._view.setFocus()
        self.layer.setFocus()

    def on_page(self, page: int) -> None:
        """Draw on another page of the same file."""
        self.layer.page = page
        self.layer.cover(self._view.item.size)
        self._choose(-1)

    def leave(self) -> None:
        """End without a copy."""
        if self.active:
            self.end()
            self.left.emit()

    def end(self) -> None:
        """Draw no more."""
        self.active = False
        self.layer.setVisible(False)
        self.bar.setVisible(False)
        self.changed.emit(False)

    def _zoomed(self) -> None:
        self.layer.zoom = max(self._view.zoom / self._view.devicePixelRatioF(), 0.01)

    def _take(self, shape: Shape) -> None:
        self.layer.shape_ = shape
        self._view.setFocus()
        self.layer.setFocus()

    def _drawn(self, mark: Mark) -> None:
        if mark.shape is Shape.TEXT:
            mark = replace(mark, text=_NO_WORDS)
        self.marks.add([mark], self.tr("draw"))
        self._choose(len(self.marks.areas) - 1)
        if mark.shape is Shape.TEXT:
            self._ask(self._at)

    def _altered(self, place: int, mark: Mark, steps: bool) -> None:
        self.marks.change(place, mark, self.tr("move"), steps=steps)

    def _remove(self, place: int) -> None:
        if 0 <= place < len(self.marks.areas):
            self._at = -1
            self.bar.ask_words(None)
            self.marks.remove(place, self.tr("remove"))
            self._view.setFocus()

    def _choose(self, place: int) -> None:
        self._at = place
        self.bar.ask_words(None)
        self._show()

    def _ask(self, place: int) -> None:
        self._at = place
        self._show()
        words = self.marks.areas[place].text
        self.bar.ask_words("" if words == _NO_WORDS else words)

    def _write(self, words: str) -> None:
        if not 0 <= self._at < len(self.marks.areas) or self.marks.areas[self._at].shape is not Shape.TEXT:
            return
        if words.strip():
            self.marks.change(
                self._at, replace(self.marks.areas[self._at], text=words.strip()), self.tr("write"), steps=False
            )
            self.bar.ask_words(None)
            self._view.setFocus()
            self.layer.setFocus()
        else:
            self._remove(self._at)

    def _show(self) -> None:
        if self._at >= len(self.marks.areas):
            self._at = -1
        self.layer.show_marks(self.marks.areas, self._at)
        self.bar.remove.setEnabled(self._at >= 0)
        self.bar.say("")
