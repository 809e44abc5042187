"""A list with what is to be said of the chosen row beside it: where to turn, and the ladder, are shown so."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QSizePolicy, QSplitter, QVBoxLayout, QWidget

from casebook.gui import theme
from casebook.gui.models.advice_words import Sections
from casebook.gui.models.row_model import Row
from casebook.gui.widgets.parts import plain_label
from casebook.gui.widgets.row_list import RowList

_LEAST, _MOST = 140, 16_777_215


class AdvicePane(QSplitter):
    """Shows rows, and the sections of the one that is chosen; whoever fills it says what those are."""

    chosen = Signal(int)
    """The number of the row that is shown now; -1 for none."""
    ticked = Signal(int)
    """A row's ring was clicked, or Space was pressed on it."""

    def __init__(self, look: theme.Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._sections: Callable[[int], Sections] = lambda _number: []
        self.list = RowList(look)
        self.list.setAccessibleName(name)
        self.list.setProperty("kind", "framed")
        for part in (self, self.list):
            part.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.detail = QScrollArea()
        self.detail.setWidgetResizable(True)
        self.detail.setFrameShape(QFrame.Shape.NoFrame)
        self.detail.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.detail.setAccessibleName(self.tr("About the chosen one"))
        self.addWidget(self.list)
        self.addWidget(self.detail)
        self.setChildrenCollapsible(False)
        self.setStretchFactor(0, 1)
        self.setStretchFactor(1, 1)
        self.list.ticked_id.connect(self.ticked)
        self.list.selectionModel().currentChanged.connect(lambda *_: self._choose())

    def show_rows(self, rows: Sequence[Row], sections: Callable[[int], Sections], choose: int = 0) -> None:
        """Show these rows, whose ids are their places, with `choose` chosen."""
        self._sections = sections
        self.list.show_rows(rows)
        self.list.setMinimumHeight(_LEAST)
        self.list.setMaximumHeight(_MOST)
        if rows:
            self.list.setCurrentIndex(self.list.model().index(min(max(choose, 0), len(rows) - 1), 0))
        self._choose()

    def number(self) -> int:
        """Return the place of the row that is chosen, -1 for none."""
        return self.list.currentIndex().row()

    def text(self) -> str:
        """Return what is said of the chosen row, as it stands there."""
        place = self.detail.widget()
        return "\n".join(label.text() for label in place.findChildren(QLabel)) if place else ""

    def _choose(self) -> None:
        number = self.number()
        place = QWidget()
        place.setProperty("kind", "page")
        column = QVBoxLayout(place)
        column.setContentsMargins(theme.L, theme.S, theme.M, theme.S)
        column.setSpacing(theme.S)
        for heading, paragraphs in self._sections(number) if number >= 0 else []:
            if heading:
                column.addSpacing(theme.S)
                column.addWidget(plain_label(heading, kind="caption"))
            for paragraph in paragraphs:
                words = plain_label(paragraph)
                words.setTextInteractionFlags(
                    Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
                )
                column.addWidget(words)
        column.addStretch(1)
        self.detail.setWidget(place)
        self.chosen.emit(number)
