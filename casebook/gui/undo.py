"""What was done in this window and can be taken back: the last first, each in its own words."""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QMenu

from casebook.gui.actions import Actions
from casebook.gui.feed import Feed
from casebook.gui.models import history_words
from casebook.gui.worker import Worker
from casebook.journal import Changes, Progress
from casebook.journal.errors import BadInput, CasebookError, NotFound
from casebook.journal.proof.history import Event

if TYPE_CHECKING:
    from casebook.journal import Journal

_KEPT = 100
_LONGEST = 60
_MANY = 40
"""Entries of the ledger; a step with more is taken back in the background."""


@dataclass(slots=True)
class _Step:
    """One act of the user: the ledger entries it made, and a way back of its own where it has one."""

    spans: tuple[tuple[int, int], ...] = ()
    event: Event | None = None
    many: int = 0
    said: str = ""
    back: Callable[[], object] | None = None

    def words(self) -> str:
        """Return what the step did, in the present language; of what was done to several, what was said of it."""
        if self.event is None or (self.many > 1 and self.said):
            return self.said
        return history_words.sentence(self.event)


class Undo(QObject):
    """Collects the writes of this window from the feed, and the ways back that commands offer with what they say.

    It holds for as long as the casebook is open. Where anything else changed what a step did, the step is refused in
    words; the ledger tells of what was done and of what was taken back.
    """

    said = Signal(str, object)
    """A sentence for the notice bar, and what takes it back, or None."""
    refused = Signal(object)
    """Why a step could not be taken back."""
    taken = Signal()
    """A step is about to be taken back: what still offers to do so is out of date."""

    def __init__(self, journal: Journal, feed: Feed, actions: Actions, worker: Worker, parent: QObject) -> None:
        super().__init__(parent)
        self._journal, self._feed, self._actions, self._worker = journal, feed, actions, worker
        self._steps: list[_Step] = []
        self._fresh: _Step | None = None
        self._busy = self._working = False
        self._forget = QTimer(self, singleShot=True, interval=0)
        self._forget.timeout.connect(self._settle)
        journal.steps.latest()  # what was written while the casebook was opened is nobody's act
        feed.changed.connect(self._collect)
        for menu in actions["undo"].associatedObjects():
            if isinstance(menu, QMenu):
                menu.aboutToShow.connect(self.show_state)  # the language may have changed meanwhile
        self.show_state()

    def say(self, words: str, back: Callable[[], object] | None = None) -> None:
        """Pass on what a command said of the write it made just now; `back` is a way back of its own."""
        step, self._fresh = self._fresh, None
        if self._busy or (step is None and back is None):
            self.said.emit(words, None)
            return
        if step is None:
            step = _Step()
            self._push(step)
        step.said, step.back = words, back
        self.said.emit(words, lambda: self.take_back(step))

    def words(self) -> str:
        """Return what the next step back would take back, empty for nothing."""
        return self._steps[-1].words() if self._steps else ""

    def take_last(self) -> None:
        """Take the last step back."""
        self.take_back()

    def take_back(self, wanted: _Step | None = None) -> bool:
        """Take the last step back, or one that is named; return whether it was."""
        step = wanted if wanted in self._steps else None if wanted else self._steps[-1] if self._steps else None
        if step is None or self._working:
            return False
        place = self._steps.index(step)
        del self._steps[place]
        self.taken.emit()
        if step.back is None and sum(last - first for first, last in step.spans) > _MANY:
            self._go_back_slowly(step, place)
            return True
        self._busy = True
        try:
            done = self._go_back(step, place)
        finally:
            self._journal.steps.latest()
            self._busy = False
            self.show_state()
        return done

    def show_state(self) -> None:
        """Let the action say what it would take back, and rest while there is nothing."""
        self._actions.rest("undo", resting=self._working or not self._steps)
        action = self._actions["undo"]
        if self._steps:
            what = " ".join(self.words().split())
            what = what if len(what) <= _LONGEST else f"{what[: _LONGEST - 1]}…"
            action.setText(self.tr("&Undo: {what}").replace("{what}", what.replace("&", "&&")))
        else:
            action.setText(self._actions.caption("undo"))

    def _go_back(self, step: _Step, place: int) -> bool:
        steps = self._journal.steps
        try:
            if step.back is None:
                self._tell(step, steps.take_back(step.spans, self.tr("taken back")))
                return True
            if step.spans:
                steps.refuse_changed(step.spans)
        except (CasebookError, OSError) as error:
            self._refuse(step, place, error)
            return False
        step.back()
        return True

    def _refuse(self, step: _Step, place: int, error: Exception) -> None:
        """Say why a step is not taken back. It stays behind a later one, which may be all that is in its way, or where
        the disk refused it; the last one goes, or it would stand before all others for good.
        """
        if place < len(self._steps) or not isinstance(error, BadInput | NotFound):
            self._steps.insert(place, step)
        self.refused.emit(error)

    def _go_back_slowly(self, step: _Step, place: int) -> None:
        """Take back what was done to many at once, in the background."""
        reason, steps = self.tr("taken back"), self._journal.steps

        def work() -> Generator[Progress, None, Changes]:
            yield Progress(0)
            return steps.take_back(step.spans, reason)

        def end(outcome: Changes | Exception | None) -> None:
            self._working, self._busy = False, True
            if isinstance(outcome, Changes):
                self._tell(step, outcome)
            elif outcome is None:  # stopped before it began
                self._steps.insert(place, step)
            else:
                self._refuse(step, place, outcome)
            self._busy = False
            self.show_state()

        self._working = True
        self.show_state()
        self._worker.run(self.tr("Taking back"), work, done=end, failed=end, cancelled=lambda: end(None))

    def _tell(self, step: _Step, changes: Changes) -> None:
        self._feed.announce(changes)
        self.said.emit(self.tr("Taken back: {what}").replace("{what}", step.words()), None)

    def _collect(self, _changes: object) -> None:
        if self._busy or not (spans := self._journal.steps.latest()):
            return
        if (told := self._journal.steps.describe(spans)) is None:
            return
        self._fresh = _Step(spans, *told)
        self._push(self._fresh)
        self._forget.start()

    def _push(self, step: _Step) -> None:
        self._steps.append(step)
        del self._steps[:-_KEPT]
        self.show_state()

    def _settle(self) -> None:
        """From now on nothing that is said is about that write."""
        self._fresh = None
