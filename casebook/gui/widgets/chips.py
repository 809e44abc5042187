"""The chips of the composer: small fields and menus that take as much room as their words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QMenu, QSizePolicy, QToolButton, QWidget

from casebook.gui import icons
from casebook.gui.theme import SMALL, Theme

_LONGEST = 180
_PAD, _ARROW = 10, 12
HEIGHT = 26
"""The height of every chip, pixels."""


class ChipButton(QToolButton):
    """A button on the ground of a chip, with a small arrow behind its words."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFont(theme.font(SMALL))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the width of words and arrow."""
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + 2 * _PAD + _ARROW + 4, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Return the same as the size hint."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the chip."""
        del event
        painter = QPainter(self)
        theme = self._theme
        _ground(painter, self.rect(), theme, focus=self.hasFocus() or self.isDown(), hover=self.underMouse())
        painter.setPen(theme.text)
        painter.setFont(self.font())
        words = self.rect().adjusted(_PAD, 0, -_PAD - _ARROW, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self.text())
        arrow = QRectF(self.width() - _PAD - _ARROW + 2, (self.height() - _ARROW) / 2, _ARROW, _ARROW)
        icons.paint(painter, arrow, "chevron-down", theme.muted)


class MenuChip(ChipButton):
    """A chip that shows one of a few values and lets another be chosen."""

    chosen = Signal(object)
    """The value that was chosen by the user."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._value: object = None
        self._words: dict[object, str] = {}
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)

    def fill(self, name: str, tip: str, values: Iterable[tuple[object, str, str]]) -> None:
        """Offer (value, words, icon name or "") and keep the present value if it is among them."""
        self.setAccessibleName(name)
        self.setToolTip(tip)
        menu, group = QMenu(self), QActionGroup(self)
        self._words = {}
        for value, words, icon in values:
            action = QAction(words[:1].upper() + words[1:], menu)
            action.setCheckable(True)
            if icon:
                action.setIcon(icons.icon(icon))
            action.triggered.connect(lambda _checked=False, value=value: self._choose(value))
            group.addAction(action)
            menu.addAction(action)
            self._words[value] = words
        self.setMenu(menu)
        self.set_value(self._value if self._value in self._words else next(iter(self._words), None))

    def value(self) -> object:
        """Return the chosen value."""
        return self._value

    def set_value(self, value: object) -> None:
        """Show a value without telling anybody."""
        self._value = value
        self.setText(self._words.get(value, ""))
        self.updateGeometry()
        self.setAccessibleDescription(self.text())
        for action, known in zip(self.menu().actions() if self.menu() else (), self._words, strict=False):
            action.setChecked(known == value)

    def _choose(self, value: object) -> None:
        self.set_value(value)
        self.chosen.emit(value)


class GrowingLine(QLineEdit):
    """A line edit as wide as its words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "bare")
        self.setMaxLength(120)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self.updateGeometry)

    def name(self, placeholder: str, name: str, tip: str) -> None:
        """Set the words around the field."""
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(name)
        self.setToolTip(tip)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return the width of the words, or of the placeholder."""
        words = self.text() or self.placeholderText()
        width = min(_LONGEST, self.fontMetrics().horizontalAdvance(words) + 8)
        return QSize(width, HEIGHT - 2)

    def minimumSizeHint(self) -> QSize:
        """Return the same as the size hint: a chip is not squeezed."""
        return self.sizeHint()


class FieldChip(QFrame):
    """One or more growing lines on the ground of a chip, with a middle dot between them."""

    def __init__(self, lines: Sequence[GrowingLine], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lines = lines
        row = QHBoxLayout(self)
        row.setContentsMargins(_PAD, 0, _PAD - 4, 0)
        self.setFixedHeight(HEIGHT)
        row.setSpacing(2)
        for number, line in enumerate(lines):
            if number:
                dot = QLabel("·", self)
                dot.setProperty("kind", "muted")
                row.addWidget(dot)
            line.setFont(theme.font(SMALL))
            line.installEventFilter(self)
            row.addWidget(line)
        self.setFocusProxy(lines[0])
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Repaint the frame when the cursor comes and goes."""
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self.update()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the chip."""
        del event
        focus = any(line.hasFocus() for line in self._lines)
        _ground(QPainter(self), self.rect(), self._theme, focus=focus, hover=self.underMouse())


def _ground(painter: QPainter, rect: QRect, theme: Theme, *, focus: bool, hover: bool) -> None:
    """Draw what every chip stands on."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.accent if focus else theme.muted if hover else theme.chip, 1))
    painter.setBrush(theme.chip)
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
