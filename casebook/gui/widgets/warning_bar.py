"""The strip at the head: what stays true until it is mended, such as a casebook that can only be read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from casebook.gui import icons
from casebook.gui import theme as look
from casebook.gui.theme import Theme, restyle

Words = Callable[[], str]
"""Asked again after a switch of language."""


@dataclass(frozen=True, slots=True)
class Remedy:
    """A button that does something about it."""

    words: Words
    do: Callable[[], object]


class _Row(QWidget):
    """One warning."""

    def __init__(self, words: Words, remedy: Remedy | None, theme: Theme, close: Callable[[], object] | None) -> None:
        from casebook.gui.widgets.parts import plain_label  # brings much that a window without a warning does not need

        super().__init__()
        self._words, self._remedy, self._theme = words, remedy, theme
        self._picture = QLabel()
        self.label = plain_label("")
        self.label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.button, self._close = QPushButton(), QPushButton()
        line = QHBoxLayout(self)
        line.setContentsMargins(look.L, look.S - 2, look.L, look.S - 2)
        line.setSpacing(look.M)
        line.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self.label, 1)
        for button, pressed in ((self.button, remedy.do if remedy else None), (self._close, close)):
            restyle(button, kind="link")
            button.setVisible(pressed is not None)
            if pressed is not None:
                button.clicked.connect(lambda _checked, pressed=pressed: pressed())
                line.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        theme.changed.connect(self._draw)
        self._draw()
        self.retranslate()

    def retranslate(self) -> None:
        """Say it in the present language."""
        self.label.setText(self._words())
        self.button.setText(self._remedy.words() if self._remedy else "")
        self._close.setText(self.tr("OK"))
        self._close.setToolTip(self.tr("Hide this message"))

    def _draw(self) -> None:
        self._picture.setPixmap(icons.pixmap("warning", 18, self._theme.warn, self.devicePixelRatioF()))


class WarningBar(QFrame):
    """Hidden while all is well. Each warning has a name, so that it is shown once and taken away when it is over."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        restyle(self, kind="strip")
        self._theme = theme
        self._rows: dict[str, _Row] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.hide()

    def warn(self, name: str, words: Words, remedy: Remedy | None = None, *, lasting: bool = False) -> None:
        """Show a warning in the place of an earlier one of that name; a lasting one cannot be clicked away."""
        self.drop(name)
        row = _Row(words, remedy, self._theme, None if lasting else lambda: self.drop(name))
        self._rows[name] = row
        self._column.addWidget(row)
        self.show()

    def drop(self, name: str) -> None:
        """Take a warning away."""
        if (row := self._rows.pop(name, None)) is not None:
            row.hide()
            row.deleteLater()
        self.setVisible(bool(self._rows))

    def clear(self) -> None:
        """Take all of them away: the casebook is closed."""
        for name in list(self._rows):
            self.drop(name)

    def said(self, name: str) -> str:
        """Return what a warning says, empty where it is not shown."""
        return self._rows[name].label.text() if name in self._rows else ""

    def remedy(self, name: str) -> QPushButton:
        """Return the button of a warning. Raises KeyError."""
        return self._rows[name].button

    def changeEvent(self, event: QEvent) -> None:
        """Follow a switch of language."""
        if event.type() == QEvent.Type.LanguageChange:
            for row in self._rows.values():
                row.retranslate()
        super().changeEvent(event)
