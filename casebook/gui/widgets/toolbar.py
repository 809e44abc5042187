"""The bar at the top: the buttons one needs at any moment, and the search field."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton, QStyleOptionButton, QWidget

from casebook.gui import icons
from casebook.gui import theme as look
from casebook.gui.actions import Actions, plain, tooltip
from casebook.gui.theme import Theme, restyle

_BUTTONS = ("log", "new_case", "import_mail", "export")
_GAP = 6


class ActionButton(QPushButton):
    """A button for a QAction; the primary one also shows its icon and, fainter, its key."""

    def __init__(self, action: QAction, theme: Theme, *, primary: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._action, self._theme, self._primary = action, theme, primary
        restyle(self, kind="primary" if primary else "")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        self._follow()

    def sizeHint(self) -> QSize:
        """Return room for the words, and for icon and key of a primary button."""
        hint = super().sizeHint()
        if self._primary:
            font = self._theme.font(look.TINY)
            key = self.fontMetrics().horizontalAdvance(self._key()) * font.pixelSize() // look.BODY
            hint.setWidth(hint.width() + 16 + _GAP + key + _GAP + look.XS)
        return hint

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the frame by the style and, on a primary button, icon, words and key in one row."""
        super().paintEvent(event)
        if not self._primary:
            return
        painter = QPainter(self)
        theme, enabled = self._theme, self.isEnabled()
        box = self.rect().adjusted(look.M, 0, -look.M, 0)
        colour = theme.accent_text if enabled else theme.muted
        icons.paint(painter, QRect(box.left(), box.center().y() - 7, 16, 16), "plus", colour)
        painter.setPen(colour)
        painter.setFont(self.font())
        painter.drawText(box.adjusted(16 + _GAP, 0, 0, 0), _LEFT, self.text())
        painter.setFont(theme.font(look.TINY))
        painter.setPen(theme.accent_faint if enabled else theme.muted)
        painter.drawText(box, _RIGHT, self._key())
        painter.end()

    def initStyleOption(self, option: QStyleOptionButton) -> None:
        """Have the style draw only the frame of a primary button."""
        super().initStyleOption(option)
        if self._primary:
            option.text = ""

    def _key(self) -> str:
        return self._action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)

    def _follow(self) -> None:
        self.setText(plain(self._action))
        self.setToolTip(self._action.toolTip())
        self.setAccessibleName(plain(self._action))
        self.setEnabled(self._action.isEnabled())
        self.updateGeometry()


class SearchField(QLineEdit):
    """Where one types what to look for; shows its key while it is empty."""

    left = Signal()
    """Esc: the user has done searching."""
    results_requested = Signal()
    """Down: into the results."""

    def __init__(self, action: QAction, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._action, self._theme = action, theme
        self.setClearButtonEnabled(True)
        self.addAction(icons.icon("search", lambda: theme.muted), QLineEdit.ActionPosition.LeadingPosition)
        self._retranslate()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves, Down goes to the results."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() == Qt.Key.Key_Down:
            self.results_requested.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the key at the right end of the empty field."""
        super().paintEvent(event)
        if self.text():
            return
        painter = QPainter(self)
        painter.setFont(self._theme.font(look.TINY))
        painter.setPen(self._theme.muted)
        key = self._action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        painter.drawText(self.rect().adjusted(0, 0, -look.M, 0), _RIGHT, key)
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a switch of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.setPlaceholderText(self.tr("Search everything"))
        self.setAccessibleName(self.tr("Search everything"))
        self.setToolTip(tooltip(self.tr("Find words, ticket numbers and addresses in every case"), self._action))


class DueButton(QPushButton):
    """Says how many follow-ups ring, and shows them; it is not there while none does."""

    def __init__(self, action: QAction, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._action, self._count = action, 0
        restyle(self, kind="quiet")
        self.setIcon(icons.icon("bell", lambda: theme.warn))
        self.clicked.connect(action.trigger)
        self.set_count(0)

    def set_count(self, count: int) -> None:
        """Say this number."""
        self._count = count
        self.setText(self.tr("%n due", None, count))
        self.setToolTip(tooltip(self.tr("Show what rings, and answer it"), self._action))
        self.setVisible(count > 0)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a switch of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.set_count(self._count)
        super().changeEvent(event)


class Toolbar(QFrame):
    """Buttons at the left, search at the right."""

    def __init__(self, actions: Actions, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "bar")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(look.L, look.S, look.L, look.S)
        layout.setSpacing(look.S)
        for name in _BUTTONS:
            layout.addWidget(ActionButton(actions[name], theme, primary=name == "log", parent=self))
        layout.addStretch(1)
        self.due = DueButton(actions["due"], theme, self)
        layout.addWidget(self.due)
        # Made last, so that Tab comes to it last.
        self.search = SearchField(actions["search"], theme, self)
        self.search.setMinimumWidth(180)
        self.search.setMaximumWidth(340)
        layout.addWidget(self.search, 2)


_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
