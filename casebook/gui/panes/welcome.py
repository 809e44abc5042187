"""The first run: what Casebook does in three lines, and the two buttons to start with."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from casebook.gui import icons
from casebook.gui import theme as look
from casebook.gui.actions import Actions, plain
from casebook.gui.theme import Theme, restyle

_WIDTH = 560
_POINTS = ("plus", "clock", "export")


class WelcomePane(QFrame):
    """Shown while the casebook is empty."""

    def __init__(self, actions: Actions, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "page")
        self._actions, self._theme = actions, theme
        self._picture = QLabel(alignment=Qt.AlignmentFlag.AlignLeft)
        self._picture.setPixmap(icons.app_icon().pixmap(64, 64))
        self._title, self._words = QLabel(), QLabel(wordWrap=True)
        restyle(self._title, kind="title")
        restyle(self._words, kind="muted")
        self._start, self._import, self.sample = QPushButton(), QPushButton(), QPushButton()
        restyle(self._start, kind="primary")
        self._start.clicked.connect(actions["new_case"].trigger)
        self._import.clicked.connect(actions["import_mail"].trigger)
        buttons = QHBoxLayout()
        buttons.setSpacing(look.S)
        buttons.addWidget(self._start)
        buttons.addWidget(self._import)
        buttons.addWidget(self.sample)
        buttons.addStretch(1)
        restyle(self.sample, kind="link")
        self.sample.clicked.connect(actions["sample"].trigger)
        self.sample.setVisible(actions["sample"].isEnabled())
        self._icons = [QLabel(alignment=Qt.AlignmentFlag.AlignTop) for _ in _POINTS]
        self._heads = [QLabel() for _ in _POINTS]
        self._texts = [QLabel(wordWrap=True) for _ in _POINTS]
        column = QVBoxLayout()
        column.setSpacing(look.S)
        column.addStretch(2)
        column.addWidget(self._picture)
        column.addSpacing(look.S)
        column.addWidget(self._title)
        column.addWidget(self._words)
        column.addSpacing(look.S)
        column.addLayout(buttons)
        column.addSpacing(look.XL)
        column.addLayout(self._points())
        column.addStretch(3)
        middle = QWidget()
        middle.setLayout(column)
        middle.setMaximumWidth(_WIDTH)
        outer = QHBoxLayout(self)
        outer.addStretch(1)
        outer.addWidget(middle, 4)
        outer.addStretch(1)
        theme.changed.connect(self._draw)
        self._draw()
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a switch of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _points(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(look.M)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        for row, (icon, head, text) in enumerate(zip(self._icons, self._heads, self._texts, strict=True)):
            restyle(head, kind="heading")
            restyle(text, kind="muted")
            grid.addWidget(icon, row * 3, 0, 2, 1)
            grid.addWidget(head, row * 3, 1)
            grid.addWidget(text, row * 3 + 1, 1)
            grid.setRowMinimumHeight(row * 3 + 2, look.M)
        return grid

    def _draw(self) -> None:
        for label, name in zip(self._icons, _POINTS, strict=True):
            label.setPixmap(icons.pixmap(name, 20, self._theme.accent, self.devicePixelRatioF()))

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Start your first case"))
        self._words.setText(
            self.tr(
                "A case is one problem with one exchange, broker or bank: a deposit that never arrived, a withdrawal "
                "on hold, a frozen account. Everything stays on this computer."
            )
        )
        for button, name in ((self._start, "new_case"), (self._import, "import_mail")):
            button.setText(plain(self._actions[name]))
            button.setToolTip(self._actions[name].toolTip())
        self.sample.setText(self.tr("Look at the sample"))
        self.sample.setToolTip(self._actions["sample"].toolTip())
        heads = (self.tr("Log each contact"), self.tr("Be told when to act"), self.tr("Hand over the evidence"))
        words = (
            self.tr("Chat, mail, phone, ticket: the agent's name, the ticket number, what was promised, a screenshot."),
            self.tr("When an answer is overdue, Casebook says what to do next and why today."),
            self.tr("One PDF and a folder that an ombudsman, a bank or a court can check without this program."),
        )
        for label, text in zip([*self._heads, *self._texts], [*heads, *words], strict=True):
            label.setText(text)
