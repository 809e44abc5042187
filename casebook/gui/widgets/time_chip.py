"""The chip that says when a contact happened: now, until the user says otherwise."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from casebook.gui import texts, theme
from casebook.gui.theme import Theme
from casebook.gui.widgets.chips import ChipButton
from casebook.gui.widgets.moment_edit import OFFERED, MomentEdit
from casebook.journal.errors import BadInput
from casebook.journal.times import Clock, HowKnown, Moment, moment, system_zone


class TimeChip(ChipButton):
    """Shows the running time, or the time that was set."""

    changed = Signal()
    """The user set a time, or went back to now."""

    def __init__(self, clock: Clock, theme_: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme_, parent)
        self._clock = clock
        self._set: Moment | None = None
        self._popup: _TimePopup | None = None
        self.clicked.connect(self.open_popup)
        self._tick = QTimer(self)
        self._tick.setInterval(5_000)
        self._tick.timeout.connect(self.refresh)
        self._tick.start()
        self.refresh()

    def moment(self) -> Moment:
        """Return when it happened: the time that was set, or the present by this computer's clock."""
        return self._set or moment(self._clock(), system_zone(), known=HowKnown.DEVICE_CLOCK)

    def stated(self) -> Moment | None:
        """Return the time that was set, None for now."""
        return self._set

    def set_moment(self, stated: Moment | None) -> None:
        """Set a time, or go back to now with None."""
        self._set = stated
        self.refresh()
        self.changed.emit()

    def refresh(self) -> None:
        """Show the present minute, or the time that was set."""
        self.setAccessibleName(self.tr("When it happened"))
        words = texts.short_moment(self._set) if self._set else texts.clock(texts.here(self._clock()))
        if words != self.text():
            self.setText(words)
            self.updateGeometry()
        self.setAccessibleDescription(words)
        tip = texts.full_time(self._set) if self._set else self.tr("Now")
        self.setToolTip(self.tr("{time}\nClick to set when it happened and how exactly you know it").format(time=tip))

    def open_popup(self) -> None:
        """Open the little form for date, time, exactness and source."""
        if self._popup is not None:
            self._popup.close()
        self._popup = _TimePopup(self.moment(), self)
        self._popup.stated.connect(self.set_moment)
        self._popup.adjustSize()
        corner = self.mapToGlobal(QPoint(self.width() - self._popup.width(), -self._popup.height() - 4))
        screen = self.screen().availableGeometry()
        corner.setX(max(screen.left() + 4, corner.x()))
        if corner.y() < screen.top():
            corner.setY(self.mapToGlobal(QPoint(0, self.height() + 4)).y())
        self._popup.move(corner)
        self._popup.show()


class _TimePopup(QFrame):
    """A small form over the chip; leaving it by Set or Now tells the time, by Esc nothing."""

    stated = Signal(object)

    def __init__(self, start: Moment, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("kind", "card")
        self.edit = MomentEdit(start, parent=self)
        self.known = QComboBox(self)
        for known in OFFERED:
            self.known.addItem(texts.label(known), known)
        wanted = start.known if start.known in OFFERED and start.known is not HowKnown.DEVICE_CLOCK else OFFERED[0]
        self.known.setCurrentIndex(OFFERED.index(wanted))
        self.known.setAccessibleDescription(self.tr("How the time is known"))
        self.known.setToolTip(self.tr("How the time is known: the report says so"))
        self._wrong = QLabel(self)
        self._wrong.setTextFormat(Qt.TextFormat.PlainText)
        self._wrong.setProperty("kind", "warn")
        self._wrong.setWordWrap(True)
        self._wrong.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.M, theme.M, theme.M, theme.M)
        column.setSpacing(theme.S)
        column.addWidget(self.edit)
        column.addWidget(self._wrong)
        column.addLayout(self._buttons())
        self.edit.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter sets the time."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._set()
        else:
            super().keyPressEvent(event)

    def _buttons(self) -> QHBoxLayout:
        now, done = QPushButton(self.tr("Now"), self), QPushButton(self.tr("Set time"), self)
        now.setToolTip(self.tr("It happens now: let the clock run"))
        done.setToolTip(self.tr("Take this time (Enter)"))
        done.setProperty("kind", "primary")
        now.clicked.connect(lambda: self._tell(None))
        done.clicked.connect(self._set)
        row = QHBoxLayout()
        row.addWidget(self.known)
        row.addStretch(1)
        row.addWidget(now)
        row.addWidget(done)
        return row

    def _set(self) -> None:
        try:
            stated = self.edit.moment()
        except BadInput as error:
            self._wrong.setText(texts.error_text(error))
            self._wrong.show()
            self.adjustSize()
            return
        if stated is not None:
            self._tell(replace(stated, known=HowKnown(self.known.currentData())))

    def _tell(self, stated: Moment | None) -> None:
        self.close()
        self.stated.emit(stated)
