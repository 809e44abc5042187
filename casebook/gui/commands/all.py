"""All commands of one window, built in one place."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from casebook.gui.commands.base import Commands
from casebook.gui.commands.case import CaseCommands
from casebook.gui.commands.check import CheckCommands
from casebook.gui.commands.firm import FirmCommands
from casebook.gui.commands.follow_up import FollowUpCommands
from casebook.gui.feed import Feed
from casebook.gui.worker import Worker
from casebook.guide import Guide
from casebook.journal import Journal
from casebook.settings import Settings


class AllCommands(QObject):
    """The command groups by what they are about. `said` repeats what any of them says."""

    said = Signal(str, object)
    """A short sentence on what was just done, and a callable that takes it back, or None."""

    def __init__(
        self, journal: Journal, feed: Feed, window: QWidget, guide: Guide, worker: Worker, settings: Settings
    ) -> None:
        super().__init__(window)
        self.firm = FirmCommands(journal, feed, window)
        self.case = CaseCommands(journal, feed, window, self.firm)
        self.follow_up = FollowUpCommands(journal, feed, window, guide)
        self.check = CheckCommands(journal, feed, window, worker)
        for group in vars(self).values():
            if isinstance(group, Commands):
                group.said.connect(self.said)
