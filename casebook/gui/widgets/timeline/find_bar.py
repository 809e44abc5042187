"""The quiet bar over the timeline: which of a case's contacts are looked for, and how many there are."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QLocale, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QFrame, QLabel, QLineEdit, QVBoxLayout, QWidget

from casebook.gui import texts, theme
from casebook.gui.widgets.flow_layout import FlowLayout
from casebook.gui.widgets.parts import quiet_button
from casebook.journal.kinds.wanted import Facets, Wanted
from casebook.journal.terms import Channel, Direction

_PAUSE = 120
"""Milliseconds without a key before it is looked: nobody wants what half a word finds."""
_NOTHING = Facets((), (), ())


class FindBar(QFrame):
    """Words, channel, person, ticket number and direction. Escape clears and closes it."""

    changed = Signal()
    """Something else is looked for."""
    closed = Signal()
    """Nothing is looked for any more."""
    left = Signal()
    """The cursor is to go into the timeline."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facets = _NOTHING
        self._counts = (0, 0)
        self.words, self.count = QLineEdit(self), QLabel(self)
        self.words.setClearButtonEnabled(True)
        self.channel, self.person = QComboBox(self), QComboBox(self)
        self.ticket, self.direction = QComboBox(self), QComboBox(self)
        self.count.setTextFormat(Qt.TextFormat.PlainText)
        self.count.setProperty("kind", "caption")
        self.close_button = quiet_button("", "", self.close_bar, "link")
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.changed)
        column, inside = QVBoxLayout(self), QWidget(self)
        column.setContentsMargins(theme.XL, theme.XS, theme.XL, theme.XS)
        column.addWidget(inside)
        flow = FlowLayout(inside, theme.S)
        self.words.setMinimumWidth(self.fontMetrics().averageCharWidth() * 24)
        for widget in (self.words, *self._boxes(), self.count, self.close_button):
            flow.addWidget(widget)
        height = self.words.sizeHint().height()
        for label in (self.count, self.close_button):
            label.setMinimumHeight(height)
        self.count.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        for box in self._boxes():
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            box.setMaximumWidth(self.fontMetrics().averageCharWidth() * 30)
            box.currentIndexChanged.connect(self.changed)
        self.words.textChanged.connect(lambda _words: self._pause.start())
        self.hide()
        self._retranslate()

    def wanted(self) -> Wanted:
        """Return what is looked for."""
        return Wanted(
            self.words.text(),
            self.channel.currentData(),
            self.person.currentData() or "",
            self.ticket.currentData() or "",
            self.direction.currentData(),
        )

    def offer(self, facets: Facets) -> None:
        """Offer what a case has; what was chosen stays chosen where it is still there."""
        if facets != self._facets:
            self._facets = facets
            self._fill()

    def show_count(self, found: int, total: int) -> None:
        """Say how many contacts are shown, of how many."""
        self._counts = (found, total)
        self._say_count()

    def clear(self) -> None:
        """Look for nothing, without a word about it."""
        self._pause.stop()
        blockers = [QSignalBlocker(widget) for widget in (self.words, *self._boxes())]
        self.words.clear()
        for box in self._boxes():
            box.setCurrentIndex(0)
        del blockers

    def start(self) -> None:
        """Show the bar and put the cursor into it."""
        self.show()
        self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.words.selectAll()

    def close_bar(self) -> None:
        """Look for nothing, and go."""
        self.clear()
        self.hide()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes; Enter and Down lead into the timeline at once."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down} and self.words.hasFocus():
            self._pause.stop()
            self.changed.emit()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a switch of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _boxes(self) -> tuple[QComboBox, ...]:
        return self.channel, self.person, self.ticket, self.direction

    def _fill(self) -> None:
        channels = [(texts.label(channel), channel) for channel in self._facets.channels]
        directions = [(texts.label(direction), direction) for direction in Direction]
        rows: list[tuple[QComboBox, str, list[tuple[str, str | Channel | Direction]]]] = [
            (self.channel, self.tr("Every channel"), [*channels]),
            (self.person, self.tr("Everybody"), [(name, name) for name in self._facets.people]),
            (self.ticket, self.tr("Every ticket"), [(number, number) for number in self._facets.tickets]),
            (self.direction, self.tr("Both directions"), [*directions]),
        ]
        for box, anything, offered in rows:
            blocker, before = QSignalBlocker(box), box.currentData()
            box.clear()
            box.addItem(anything, None)
            for words, value in offered:
                box.addItem(" ".join(words.split()), value)
            box.setCurrentIndex(max(0, box.findData(before)) if before else 0)
            box.setVisible(len(offered) > 1)
            del blocker

    def _say_count(self) -> None:
        found, total = (QLocale().toString(count) for count in self._counts)
        self.count.setText(self.tr("{found} of {total}").format(found=found, total=total))
        self.count.setAccessibleName(self.tr("{found} of {total} contacts").format(found=found, total=total))

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Find in this case"))
        self.words.setPlaceholderText(self.tr("Words in this case"))
        self.words.setAccessibleName(self.tr("Words in this case"))
        self.words.setToolTip(self.tr("Show only contacts with all of these words (Ctrl+F)"))
        names = (self.tr("Channel"), self.tr("Person"), self.tr("Ticket number"), self.tr("Direction"))
        for box, name in zip(self._boxes(), names, strict=True):
            box.setAccessibleName(name)
            box.setAccessibleDescription(name)
            box.setToolTip(name)
        self.close_button.setText(self.tr("Show all"))
        self.close_button.setToolTip(self.tr("Show every contact again (Esc)"))
        self._fill()
        self._say_count()
