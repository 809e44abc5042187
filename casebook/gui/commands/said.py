"""What the commands on promises and requests share: whose words may be meant, and by when they say."""

from __future__ import annotations

from collections.abc import Generator
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtWidgets import QWidget

from casebook.gui import texts
from casebook.gui.commands.base import Commands
from casebook.gui.feed import Feed
from casebook.gui.worker import Worker
from casebook.journal import Progress
from casebook.journal.records import Contact
from casebook.journal.terms import Direction
from casebook.journal.times import Moment, moment, system_zone

if TYPE_CHECKING:
    from casebook.gui.dialogs.said_form import SaidForm
    from casebook.gui.dialogs.session_end_dialog import SessionEndDialog
    from casebook.journal import Journal

_OFFERED = 100
"""So many of the latest contacts are offered as the one in which something was said."""
_Form = TypeVar("_Form", bound="SaidForm")


class SaidCommands(Commands):
    """Knows the contacts of a case in which the firm spoke, and reads dates out of words in the background."""

    def __init__(self, journal: Journal, feed: Feed, window: QWidget, quick: Worker) -> None:
        super().__init__(journal, feed, window)
        self._quick = quick

    def place(self, case_id: int) -> str:
        """Return the case in one line."""
        case = self.journal.cases.get(case_id)
        return texts.joined(case.number, case.title)

    def now(self) -> Moment:
        """Return the present, on this computer's clock."""
        return moment(self.journal.clock(), system_zone())

    def contacts(self, case_id: int, also: int = 0, *, ours: bool = False) -> list[Contact]:
        """Return the latest contacts in which the firm (or with `ours` the user) spoke, newest first, and `also`."""
        silent = Direction.IN if ours else Direction.OUT
        spoke = [row.id for row in self.journal.contacts.timeline(case_id) if row.direction is not silent]
        wanted = spoke[: -_OFFERED - 1 : -1]
        if also and also not in wanted:
            wanted.append(also)
        found = self.journal.contacts.many(wanted)
        return [found[number] for number in wanted if number in found]

    def opened(self, case_id: int, dialog: _Form) -> _Form:
        """Open a form, and answer it by when the words in it say."""
        dialog.date_requested.connect(partial(self._read_date, case_id, dialog))
        dialog.open()
        return dialog

    def _read_date(self, case_id: int, dialog: SaidForm | SessionEndDialog, words: str, said: Moment) -> None:
        country = self.journal.firms.get(self.journal.cases.get(case_id).firm_id).country

        def read() -> Generator[Progress, None, Moment | None]:
            from casebook.mail.filing.proposals.promises import due  # the calendars of holidays take a moment

            yield Progress(0)
            return due(words, said, country)

        shown = dialog.show_date
        alive = [True]
        dialog.destroyed.connect(alive.clear)
        self._quick.run(
            self.tr("Looking for a date"), read, done=lambda due: shown(words, due) if alive else None, quiet=True
        )
