"""Commands on what a message names: take it over into the case, or wave it away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from casebook.gui.commands.base import Commands
from casebook.gui.feed import Feed
from casebook.journal.errors import CasebookError

if TYPE_CHECKING:
    from casebook.gui.widgets.found_bar import FoundBar
    from casebook.journal import Journal
    from casebook.mail.filing.proposals.kinds import Proposal


class FoundCommands(Commands):
    """Fill a bar with what a contact names, and record what is taken from it."""

    def __init__(self, journal: Journal, feed: Feed, window: QWidget) -> None:
        super().__init__(journal, feed, window)
        self._bars: dict[FoundBar, int] = {}

    def fill(self, bar: FoundBar, contact_id: int) -> None:
        """Show what a contact names and its case does not know; nothing where the contact is gone."""
        from casebook.mail.filing.proposals import offers

        try:
            filed = self.journal.contacts.get(contact_id).case_id is not None
            bar.show_offers(offers.offers(self.journal, contact_id), can_take=filed and self.journal.read_only is None)
        except CasebookError:
            bar.show_offers((), can_take=False)

    def follow(self, bar: FoundBar, contact_id: int) -> None:
        """Fill a bar and do what is pressed in it; it may show one contact after another."""
        if bar not in self._bars:
            bar.taken.connect(lambda offered: self.take(bar, self._bars[bar], offered))
            bar.waved.connect(lambda offered: self.wave(bar, self._bars[bar], offered))
            bar.destroyed.connect(lambda: self._bars.pop(bar, None))
        self._bars[bar] = contact_id
        self.fill(bar, contact_id)

    def take(self, bar: FoundBar, contact_id: int, proposals: tuple[Proposal, ...]) -> None:
        """Record proposals in the contact's case."""
        from casebook.gui.models.asked_words import rings
        from casebook.mail.filing.proposals import offers

        if self.write(lambda: offers.accept(self.journal, contact_id, proposals, rings())):
            self.fill(bar, contact_id)

    def wave(self, bar: FoundBar, contact_id: int, proposal: Proposal) -> None:
        """Do not offer a proposal again; what is said carries the way back."""
        from casebook.mail.filing.proposals import offers

        kind, value = offers.key(proposal)
        try:
            self.journal.passed_over.add(contact_id, [(kind, value)])
        except (CasebookError, OSError) as error:
            self.show_error(error)
            return
        self.fill(bar, contact_id)

        def back() -> None:
            self.journal.passed_over.remove(contact_id, kind, value)

        self.said.emit(self.tr("It will not be offered again"), back)
