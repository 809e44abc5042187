"""The chip that says when a contact happened: now, until the user says otherwise."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from casebook.gui import texts, theme
from casebook.gui.theme import Theme
from casebook.gui.widgets.chips import ChipButton
from casebook.gui.widgets.composing.moment_edit import OFFERED, MomentEdit
from casebook.gui.widgets.composing.spoken_line import SpokenLine
from casebook.journal.errors import BadInput
from casebook.journal.times import Clock, HowKnown, Moment, moment, system_zone

if TYPE_CHECKING:
    from casebook.gui.worker import Worker

_KEY = "Ctrl+;"
_MARGIN = 4


class TimeChip(ChipButton):
    """Shows the running time, or the time that was set."""

    changed = Signal()
    """The user set a time, or went back to now."""

    def __init__(self, clock: Clock, theme_: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme_, parent)
        self._clock = clock
        self._set: Moment | None = None
        self._popup: _TimePopup | None = None
        self.worker: Worker | None = None
        """Who reads times in other languages."""
        QShortcut(QKeySequence(_KEY), self, self.open_popup)  # a button forgets its own with every new text
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
        said = self.tr("{time}\nSet when it happened, in words too: “yesterday 9pm”").format(time=tip)
        self.setToolTip(f"{said} ({_KEY})")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the form with what is typed on the chip."""
        if event.text().strip() and event.text().isprintable() and not event.modifiers() & _NO_WORDS:
            self.open_popup(event.text())
        else:
            super().keyPressEvent(event)

    def open_popup(self, typed: str | bool = "") -> None:
        """Open the little form for date, time, exactness and source, with the first letters of what is typed."""
        if self._popup is not None:
            self._popup.close()
        self._popup = _TimePopup(self.moment(), self._clock, self.worker, self)
        self._popup.stated.connect(self.set_moment)
        self._popup.closed.connect(self._closed)
        self._popup.adjustSize()
        corner = self.mapToGlobal(QPoint(self.width() - self._popup.width(), -self._popup.height() - _MARGIN))
        screen = self.screen().availableGeometry()
        corner.setX(max(screen.left() + _MARGIN, corner.x()))
        if corner.y() < screen.top():
            corner.setY(self.mapToGlobal(QPoint(0, self.height() + _MARGIN)).y())
        self._popup.move(corner)
        self._popup.show()
        if isinstance(typed, str) and typed:
            self._popup.words.line.setText(typed)

    def _closed(self) -> None:
        self._popup = None  # it deletes itself


_NO_WORDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class _TimePopup(QFrame):
    """A small form over the chip; leaving it by Set or Now tells the time, by Esc nothing."""

    stated = Signal(object)
    closed = Signal()

    def __init__(self, start: Moment, clock: Clock, worker: Worker | None, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("kind", "card")
        self._clock = clock
        self._is_spoken = False
        self.edit = MomentEdit(start, parent=self)
        self.words = SpokenLine(clock, start.zone, self)
        self.words.worker = worker
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
        column.addWidget(self.words)
        column.addWidget(self.edit)
        column.addWidget(self._wrong)
        column.addLayout(self._buttons())
        self.words.understood.connect(self._heard)
        self.words.entered.connect(self._set)
        self.edit.changed.connect(self._edited)
        self.words.setFocus()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell that it is gone."""
        self.closed.emit()
        super().closeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter sets the time; in the line, once its words are read."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.words.finish()
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

    def _heard(self, found: Moment | None) -> None:
        """Show in the form what the words mean."""
        if found is not None:
            self._wrong.hide()
            self._is_spoken = True
            self.edit.set_moment(found)
            self._is_spoken = False
        self.adjustSize()

    def _edited(self) -> None:
        """Let the words go that the form does not say any more."""
        if not self._is_spoken:
            self.words.line.clear()

    def _set(self) -> None:
        from casebook.guide.dates.spoken import refuse_ahead

        if not self.words.is_empty() and self.words.moment() is None:
            return  # the line says why
        try:
            stated = self.edit.moment()
            if stated is not None:
                refuse_ahead(stated, self._clock())
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
