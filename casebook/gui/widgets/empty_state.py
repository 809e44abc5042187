"""What an empty list says: what would stand here, and what to do about it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from casebook.gui import icons
from casebook.gui import theme as look
from casebook.gui.theme import Theme, restyle


class EmptyState(QFrame):
    """An icon, a sentence, a second one, and buttons, in the middle of whatever it fills."""

    def __init__(self, icon: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "page")
        self._icon, self._theme = icon, theme
        self._picture = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._title = QLabel(alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._words = QLabel(alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        restyle(self._title, kind="heading")
        restyle(self._words, kind="muted")
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(look.S)
        self._buttons.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(look.XL, look.XL, look.XL, look.XL)
        layout.setSpacing(look.S)
        layout.addStretch(2)
        layout.addWidget(self._picture)
        layout.addSpacing(look.XS)
        layout.addWidget(self._title)
        layout.addWidget(self._words)
        layout.addSpacing(look.S)
        layout.addLayout(self._buttons)
        layout.addStretch(3)
        theme.changed.connect(self._draw)
        self._draw()

    def say(self, title: str, words: str, icon: str = "") -> None:
        """Set both sentences, and another icon if one is named."""
        self._title.setText(title)
        self._words.setText(words)
        self._words.setVisible(bool(words))
        if icon and icon != self._icon:
            self._icon = icon
            self._draw()

    def add_button(self, action: QAction, text: str, *, primary: bool = False) -> QPushButton:
        """Add a button that triggers an action, and return it; set its text again after a switch of language."""
        button = QPushButton(text, self)
        restyle(button, kind="primary" if primary else "")
        button.setToolTip(action.toolTip())
        button.clicked.connect(action.trigger)
        self._buttons.addWidget(button)
        return button

    def _draw(self) -> None:
        self._picture.setPixmap(icons.pixmap(self._icon, 40, self._theme.muted, self.devicePixelRatioF()))
