"""A line for a time in words, "yesterday 9pm" or 刚才, that shows at once how it is understood."""

from __future__ import annotations

from collections.abc import Generator
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from casebook.gui import texts, theme
from casebook.gui.widgets.parts import plain_label
from casebook.journal.errors import BadInput
from casebook.journal.progress import Progress
from casebook.journal.times import Clock, Moment, Precision

if TYPE_CHECKING:
    from casebook.gui.worker import Worker

_PAUSE = 250
"""Milliseconds without a letter, after which a line in other words is looked up."""


class SpokenLine(QWidget):
    """Reads as one types. What has not been yet, or is not understood, is said in words and gives no moment."""

    understood = Signal(object)
    """A `Moment`, or None: nothing is typed, or nothing to be taken."""
    entered = Signal()
    """What was typed when `finish` was called is read: `moment()` or `wrong()` says how."""

    def __init__(self, clock: Clock, zone: str, parent: QWidget | None = None) -> None:
        """`zone` is the one that is meant where the words name none."""
        super().__init__(parent)
        self._clock, self._zone = clock, zone
        self._moment: Moment | None = None
        self._wrong = ""
        self._asked = 0
        self._waits = False
        self.worker: Worker | None = None
        """Who looks up what takes a while; without one the line does so itself."""
        self.line, self.said = QLineEdit(self), plain_label("", kind="caption", parent=self)
        self.line.setPlaceholderText(self.tr("14:03, yesterday 9pm, 2 hours ago…"))
        self.line.setAccessibleName(self.tr("When, in words"))
        self.line.setToolTip(self.tr("When it happened, in your words: 14:03, Fri 14:00, 20.11. 14:03, around 3"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.XS)
        column.addWidget(self.line)
        column.addWidget(self.said)
        self.setFocusProxy(self.line)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._look_up)
        self.line.textChanged.connect(self._read)
        self._read()

    def moment(self) -> Moment | None:
        """Return the time that the words say, None where there are none or they cannot be taken."""
        return self._moment

    def wrong(self) -> str:
        """Return why what is typed cannot be taken, empty where it can."""
        return self._wrong

    def is_empty(self) -> bool:
        """Return whether nothing is typed."""
        return not self.line.text().strip()

    def finish(self) -> None:
        """Read to the end, at once or as soon as it is looked up, and say so with `entered`: Enter was pressed."""
        if self.is_empty() or self._moment is not None or self._wrong:
            self.entered.emit()
            return
        self._waits = True
        if self._pause.isActive():
            self._look_up()

    def _read(self) -> None:
        from casebook.guide.dates import spoken

        self._asked += 1
        self._pause.stop()
        if self.is_empty():
            self._show(None, "")
            return
        try:
            found = spoken.at_once(self.line.text(), self._clock(), self._zone)
        except BadInput as error:
            self._show(None, texts.error_text(error))
            return
        if found is not None:
            self._take(found)
            return
        self._moment, self._wrong = None, ""
        self._say(self.tr("Looking…"), warn=False)
        self._pause.start()

    def _look_up(self) -> None:
        """Have the words read that only the library may know."""
        from casebook.guide.dates import spoken

        self._pause.stop()
        asked, text, now, zone = self._asked, self.line.text(), self._clock(), self._zone

        def work() -> Generator[Progress, None, Moment]:
            yield Progress(0)
            return spoken.elaborate(text, now, zone)

        def end(found: Moment | Exception) -> None:
            if asked != self._asked:
                return  # more was typed meanwhile
            if isinstance(found, Moment):
                self._take(found)
            else:
                self._show(None, texts.error_text(found))
            if self._waits:
                self._waits = False
                self.entered.emit()

        if self.worker is not None:
            self.worker.run(self.tr("Reading a time"), work, done=end, failed=end, quiet=True)
            return
        try:
            end(spoken.elaborate(text, now, zone))
        except BadInput as error:
            end(error)

    def _take(self, found: Moment) -> None:
        from casebook.guide.dates import spoken

        try:
            spoken.refuse_ahead(found, self._clock())
        except BadInput as error:
            self._show(None, texts.error_text(error))
        else:
            self._show(found, "")

    def _show(self, found: Moment | None, wrong: str) -> None:
        self._moment, self._wrong = found, wrong
        if found is not None:
            exact = "" if found.precision is Precision.ABOUT else texts.label(found.precision)
            self._say(texts.joined(texts.full_time(found), exact), warn=False)
        else:
            self._say(wrong or self.tr("Type a time in your words, or set it below."), warn=bool(wrong))
        self.understood.emit(found)

    def _say(self, words: str, *, warn: bool) -> None:
        self.said.setText(words)
        self.line.setAccessibleDescription(words)
        theme.restyle(self.said, kind="warn" if warn else "caption")
