"""Clocks and zones that a test moves: what sleep, a flight and a changed clock do to a program."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import QObject

from casebook.gui.feed import Feed
from casebook.gui.reminders import Reminders
from casebook.gui.wake import Wake
from casebook.journal import Journal
from casebook.journal.times import follow_system_zone

Travel = Callable[[str], None]


def travelling() -> Iterator[Travel]:
    """Yield what brings this computer into another zone; at the end it is where it was."""
    with pytest.MonkeyPatch.context() as patch:

        def go(zone: str) -> None:
            patch.setenv("TZ", zone)
            follow_system_zone()

        yield go
    follow_system_zone()


@dataclass
class TwoClocks:
    """The wall clock and the one that stands still in sleep, in seconds."""

    wall: float = 0.0
    standing_still: float = 0.0

    def wake(self, parent: QObject | None = None) -> Wake:
        """Return what compares the two."""
        return Wake(parent, lambda: self.wall, lambda: self.standing_still)


@dataclass
class Run:
    """One run of the program: what it has said, and what it was told is answered."""

    journal: Journal
    clocks: TwoClocks = field(default_factory=TwoClocks)
    feed: Feed = field(default_factory=Feed)
    said: list[int] = field(default_factory=list)
    silenced: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.wake = self.clocks.wake()
        self.reminders = Reminders(self.journal, self.feed, wake=self.wake)
        self.reminders.rang.connect(lambda rows: self.said.extend(row.follow_up.id for row in rows))
        self.reminders.answered.connect(self.silenced.extend)

    def start(self) -> Run:
        """Begin to look."""
        self.reminders.start()
        return self

    def heard(self) -> list[int]:
        """Return what was said since the last question."""
        told = self.said[:]
        self.said.clear()
        return told

    def look(self) -> list[int]:
        """Look as the minute's tick does; return what was said."""
        self.reminders.check()
        return self.heard()

    def end(self) -> None:
        """Stop looking: the program is closed."""
        self.reminders.stop()
        self.reminders.deleteLater()
