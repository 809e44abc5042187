"""The strip at the foot: what was just done, with undo where it can be honest, and long work with its progress."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from casebook.gui import theme as look
from casebook.gui.theme import restyle

if TYPE_CHECKING:  # loaded after the first paint
    from casebook.gui.models.time_left import SteadyLeft
    from casebook.gui.worker import Job, Worker
    from casebook.journal import Progress

_SHOWN_FOR = 8_000
"""Milliseconds that a sentence stays; with undo it stays until the next one or a click."""


class NoticeBar(QFrame):
    """Hidden while there is nothing to say. Jobs of the worker it watches show themselves."""

    def __init__(self, worker: Worker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        restyle(self, kind="notice")
        self._job: Job | None = None
        self._left: SteadyLeft | None = None
        self._held: Callable[[], str] | None = None
        self._undo: Callable[[], object] | None = None
        self._lasting, self._said, self.undo, self._close = QLabel(), QLabel(), QPushButton(), QPushButton()
        self._title, self._bar, self._count, self.cancel = QLabel(), QProgressBar(), QLabel(), QPushButton()
        for label in (self._lasting, self._said, self._title, self._count):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._lasting.setWordWrap(True)
        self._lasting.setContentsMargins(look.L, look.S, look.L, look.S)
        restyle(self._lasting, kind="warn")
        for button in (self.undo, self._close, self.cancel):
            restyle(button, kind="link")
        restyle(self._count, kind="caption")
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(220)
        self._saying, self._working = QWidget(), QWidget()
        for row, parts in (
            (self._saying, (self._said, self.undo, self._close)),
            (self._working, (self._title, self._bar, self._count, self.cancel)),
        ):
            line = QHBoxLayout(row)
            line.setContentsMargins(look.L, look.XS, look.L, look.XS)
            line.setSpacing(look.M)
            for part in parts:
                line.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
            line.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._lasting)
        layout.addWidget(self._working)
        layout.addWidget(self._saying)
        self._timer = QTimer(self, singleShot=True, interval=_SHOWN_FOR)
        self._timer.timeout.connect(self.clear)
        self.undo.clicked.connect(self._take_back)
        self._close.clicked.connect(self.clear)
        self.cancel.clicked.connect(self._cancel)
        worker.started.connect(self._started)
        worker.progressed.connect(self._progressed)
        worker.finished.connect(self._finished)
        for row in (self._lasting, self._saying, self._working, self):
            row.hide()
        self._retranslate()

    def say(self, words: str, undo: Callable[[], object] | None = None) -> None:
        """Show one sentence; `undo` takes back what it tells of."""
        self._said.setText(words)
        self._undo = undo
        self.undo.setVisible(undo is not None)
        self._saying.show()
        self.show()
        self._timer.stop() if undo else self._timer.start()

    def hold(self, words: Callable[[], str] | None) -> None:
        """Show one sentence until another one, or None, is given: what is true for as long as this casebook is open."""
        self._held = words
        self._lasting.setText(words() if words else "")
        self._lasting.setVisible(words is not None)
        self._settle()

    def held(self) -> str:
        """Return the sentence that lasts, empty for none."""
        return self._lasting.text()

    def said(self) -> str:
        """Return the sentence that is shown, empty for none."""
        return "" if self._saying.isHidden() else self._said.text()

    def clear(self) -> None:
        """Take the sentence away."""
        self._timer.stop()
        self._undo = None
        self._saying.hide()
        self._settle()

    def forget(self) -> None:
        """Take a sentence away that offers to take something back: that was done from elsewhere."""
        if self._undo is not None:
            self.clear()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a switch of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _take_back(self) -> None:
        undo = self._undo
        self.clear()
        if undo is not None:
            undo()

    def _started(self, job: Job) -> None:
        if self._job is None and not job.quiet:
            self._show_job(job)

    def _show_job(self, job: Job) -> None:
        from casebook.gui.models.time_left import SteadyLeft

        self._job, self._left = job, SteadyLeft(time.monotonic)
        self._title.setText(job.title)
        self._count.clear()
        self._bar.setRange(0, 0)
        self.cancel.setEnabled(True)
        self._working.show()
        self.show()

    def _progressed(self, job: Job, progress: Progress) -> None:
        if job.quiet:
            return
        from casebook.gui.models import time_left

        if job is not self._job:
            self._show_job(job)
        self._bar.setRange(0, progress.total)
        self._bar.setValue(progress.done)
        counted = f"{progress.done:,} / {progress.total:,}" if progress.total else f"{progress.done:,}"
        left = time_left.words(self._left.seconds(progress) if self._left else None)
        parts = (counted if progress.done else "", progress.note, left)
        self._count.setText(" · ".join(part for part in parts if part))

    def _finished(self, job: Job) -> None:
        if job is self._job:
            self._job = None
            self._working.hide()
            self._settle()

    def _settle(self) -> None:
        self.setVisible(not all(row.isHidden() for row in (self._lasting, self._saying, self._working)))

    def _cancel(self) -> None:
        if self._job is not None:
            self.cancel.setEnabled(False)
            self._job.cancel()

    def _retranslate(self) -> None:
        self._lasting.setText(self._held() if self._held else "")
        self.undo.setText(self.tr("Undo"))
        self.undo.setToolTip(self.tr("Take back what was just done"))
        self._close.setText(self.tr("OK"))
        self._close.setToolTip(self.tr("Hide this message"))
        self.cancel.setText(self.tr("Cancel"))
        self.cancel.setToolTip(self.tr("Stop this work; what was already saved stays"))
