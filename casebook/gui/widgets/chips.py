"""The chips of the composer: small fields and menus that take as much room as their words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QMenu, QSizePolicy, QToolButton, QWidget

from casebook.gui import icons
from casebook.gui.theme import SMALL, Theme

_LONGEST = 180


class MenuChip(QToolButton):
    """A chip that shows one of a few values and lets another be chosen."""

    chosen = Signal(object)
    """The value that was chosen by the user."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value: object = None
        self._words: dict[object, str] = {}
        self.setProperty("kind", "chip")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the arrow stands behind the words
        self.setIcon(icons.icon("chevron-down"))
        self.setIconSize(QSize(12, 12))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def fill(self, name: str, tip: str, values: Iterable[tuple[object, str, str]]) -> None:
        """Offer (value, words, icon name or "") and keep the present value if it is among them."""
        self.setAccessibleName(name)
        self.setToolTip(tip)
        menu, group = QMenu(self), QActionGroup(self)
        menu.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
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
        return QSize(width, super().sizeHint().height())

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
        row.setContentsMargins(10, 2, 8, 2)
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
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focus = any(line.hasFocus() for line in self._lines)
        painter.setPen(QPen(self._theme.accent if focus else self._theme.chip, 1))
        painter.setBrush(self._theme.surface if focus else self._theme.chip)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
