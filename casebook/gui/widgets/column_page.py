"""A page of its own between toolbar and foot: one quiet column with a picture, a title and a sentence."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from casebook.gui import icons, texts
from casebook.gui import theme as look
from casebook.gui.theme import Theme
from casebook.gui.widgets.parts import plain_label

_WIDTH = 520


class ColumnPage(QFrame):
    """Fills the window while no casebook is shown. A subclass adds to `column` and sets its words in `retranslate`."""

    def __init__(self, icon: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "page")
        self.icon, self.theme = icon, theme
        self.picture = QLabel(alignment=Qt.AlignmentFlag.AlignLeft)
        self.title, self.words = plain_label("", kind="title"), plain_label("", kind="muted")
        self.notice = plain_label("", kind="warn")
        self.notice.hide()
        self.column = QVBoxLayout()
        self.column.setSpacing(look.S)
        for widget in (self.picture, self.title, self.words):
            self.column.addWidget(widget)
        self.column.addSpacing(look.S)
        theme.changed.connect(self._draw)
        self._draw()

    def lay_out(self) -> None:
        """Put the column into the middle; call once everything is in it."""
        tall = QVBoxLayout()
        tall.setContentsMargins(look.XL, look.XL, look.XL, look.XL)
        tall.addStretch(2)
        tall.addLayout(self.column)
        tall.addStretch(3)
        middle = QWidget()
        middle.setLayout(tall)
        middle.setFixedWidth(_WIDTH + 2 * look.XL)
        wide = QWidget()
        row = QHBoxLayout(wide)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(middle)
        row.addStretch(1)
        area = QScrollArea(self)  # in a low window, or with large letters, nothing may be out of reach
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.viewport().setAutoFillBackground(False)
        area.setWidget(wide)
        wide.setAutoFillBackground(False)  # which setWidget has just switched on
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every word in the present language."""
        raise NotImplementedError

    def refuse(self, words: str) -> None:
        """Say in words what went wrong; an empty text takes the sentence away."""
        self.notice.setText(texts.capital(words))
        self.notice.setVisible(bool(words))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a switch of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _draw(self) -> None:
        if self.icon:
            self.picture.setPixmap(icons.pixmap(self.icon, 40, self.theme.accent, self.devicePixelRatioF()))
        else:
            self.picture.setPixmap(icons.app_icon().pixmap(64, 64))


def line_of(*buttons: QWidget) -> QWidget:
    """Return buttons side by side in a column page, from its left edge on."""
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(look.M)
    for button in buttons:
        row.addWidget(button)
    row.addStretch(1)
    return line
