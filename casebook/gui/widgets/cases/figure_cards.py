"""A row of cards, each with one figure, what it counts, and a line that explains it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from casebook.gui import icons
from casebook.gui import theme as look
from casebook.gui.theme import Theme
from casebook.gui.widgets.parts import plain_label, quiet_button

_ICON = 16


@dataclass(frozen=True, slots=True)
class Figure:
    """One card. With `link` it can be pressed and leads to that case."""

    caption: str
    value: str
    detail: str
    icon: str
    warn: bool = False
    link: int = 0


class FigureCards(QWidget):
    """Cards side by side, in as many rows as they need."""

    link_requested = Signal(int)
    """The case of a card is to be shown."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._figures: Sequence[Figure] = ()
        self._links: list[QPushButton] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(look.M)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._draw)

    @property
    def figures(self) -> Sequence[Figure]:
        """What is shown."""
        return self._figures

    def take_tab_from(self, before: QWidget) -> None:
        """Let the keyboard come to the cards from the part above them: they were made later than what is below."""
        for link in self._links:
            QWidget.setTabOrder(before, link)
            before = link

    def show_figures(self, figures: Sequence[Figure]) -> None:
        """Show other figures."""
        if figures == self._figures:
            return
        self._figures, self._links = figures, []
        while (item := self._row.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for figure in figures:
            self._row.addWidget(self._card(figure), 1)

    def _card(self, figure: Figure) -> QFrame:
        card = QFrame()
        card.setProperty("kind", "card")
        card.setAccessibleName(figure.caption)
        card.setAccessibleDescription(f"{figure.value}\n{figure.detail}".strip())
        picture = QLabel()
        picture.setPixmap(icons.pixmap(figure.icon, _ICON, self._theme.muted, self.devicePixelRatioF()))
        caption, value = plain_label(figure.caption, kind="caption"), plain_label(figure.value, kind="title")
        detail = plain_label(figure.detail, kind="warn" if figure.warn else "caption")
        head = QHBoxLayout()
        head.setSpacing(look.XS)
        head.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(caption, 1)
        column = QVBoxLayout(card)
        column.setContentsMargins(look.M, look.S, look.M, look.S)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(value)
        if figure.link:
            column.addWidget(self._link(figure), 0, Qt.AlignmentFlag.AlignLeft)
        else:
            column.addWidget(detail)
        column.addStretch(1)
        return card

    def _link(self, figure: Figure) -> QPushButton:
        words = self.tr("Show {case}").replace("{case}", figure.detail)
        link = quiet_button(figure.detail, words, lambda: self.link_requested.emit(figure.link), "link")
        link.setAccessibleName(f"{figure.caption}: {figure.detail}")
        self._links.append(link)
        return link

    def _draw(self) -> None:
        """Make the cards anew: their pictures have the colours they were made with."""
        figures, self._figures = self._figures, ()
        self.show_figures(figures)
