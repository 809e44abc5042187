"""Commands on the guide's advice: where to turn, the ladder of a case, and what is noted of a firm's channels."""

from __future__ import annotations

from collections.abc import Callable, Generator
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from casebook import paths
from casebook.gui import texts, times
from casebook.gui.commands.base import Commands
from casebook.gui.feed import Feed
from casebook.gui.theme import Theme
from casebook.gui.worker import Worker
from casebook.guide import Guide
from casebook.journal import Changes, Kind, Progress
from casebook.journal.terms import Channel, CheckState
from casebook.journal.times import system_zone

if TYPE_CHECKING:
    from casebook.gui.dialogs.channel_dialog import ChannelDialog, ChannelsDialog
    from casebook.gui.dialogs.ladder_dialog import LadderDialog
    from casebook.gui.dialogs.where_dialog import WhereDialog
    from casebook.guide.advice.channels import Asked, Way
    from casebook.guide.advice.ladder import Rung
    from casebook.journal import Journal

Found = TypeVar("Found")

_OF_A_LADDER = (Kind.CONTACT, Kind.MAIL, Kind.CHECK_MARK, Kind.DEADLINE, Kind.FOLLOW_UP, Kind.FIRM_RULE, Kind.CASE)
_OF_A_WAY = (Kind.CONTACT, Kind.MAIL, Kind.FIRM_CHANNEL, Kind.FIRM, Kind.CASE, Kind.ACCOUNT)


class AdviceCommands(Commands):
    """Open the dialogs of the advice, fill them in the background, and write what they give back."""

    write_requested = Signal(int, str, int, str)
    """The case, the kind of message, the contact it is about, the channel; empty or 0: as the record tells."""
    contact_requested = Signal(int, int)
    """Show a contact of a case."""
    deadlines_requested = Signal(int)
    """Show the deadlines of a case."""

    def __init__(self, journal: Journal, feed: Feed, window: QWidget, guide: Guide, quick: Worker, look: Theme) -> None:
        super().__init__(journal, feed, window)
        self._guide, self._quick, self._theme = guide, quick, look
        self._folder = paths.resources() / "guides"

    def where(self, case_id: int) -> WhereDialog:
        """Open the dialog that says where to turn in a case."""
        from casebook.gui.dialogs.where_dialog import WhereDialog
        from casebook.guide.advice import gather

        case = self.journal.cases.get(case_id)
        title = texts.joined(case.number, case.title)
        dialog = WhereDialog(title, self._theme, writable=self.journal.read_only is None, parent=self.window)
        asked_once = False

        def look() -> None:
            nonlocal asked_once
            chosen = (dialog.chosen_urgency(), dialog.chosen_category()) if asked_once else (None, None)
            asked_once = True
            journal, languages, now = self.journal, dialog.languages(), self.journal.clock()

            def think() -> Generator[Progress, None, tuple[Asked, list[Way]]]:
                yield Progress(1)
                urgency, category = chosen
                return gather.ways(
                    journal, self._folder, case_id, now, system_zone(),
                    urgency=urgency, category=category, languages=languages,
                )  # fmt: skip

            self._run(think, dialog, lambda found: dialog.show_ways(*found))

        self._keep_up(dialog, look, _OF_A_WAY)
        dialog.asked.connect(look)
        dialog.note_requested.connect(lambda channel: self.add_channel(case.firm_id, channel, parent=dialog))
        dialog.edit_requested.connect(lambda wanted: self.edit_channel(wanted, parent=dialog))
        dialog.write_requested.connect(lambda channel: self.write_requested.emit(case_id, "", 0, str(channel)))
        look()
        dialog.show()
        return dialog

    def ladder(self, case_id: int) -> LadderDialog:
        """Open the ladder of a case."""
        from casebook.gui.dialogs.ladder_dialog import LadderDialog
        from casebook.guide.advice import gather
        from casebook.guide.advice.ladder import MARK

        case = self.journal.cases.get(case_id)
        title = texts.joined(case.number, case.title)
        dialog = LadderDialog(title, self._theme, writable=self.journal.read_only is None, parent=self.window)

        def look() -> None:
            journal, now = self.journal, self.journal.clock()

            def think() -> Generator[Progress, None, list[Rung]]:
                yield Progress(1)
                return gather.rungs(journal, self._guide, self._folder, case_id, now, system_zone())

            self._run(think, dialog, lambda found: dialog.show_rungs(found, now))

        self._keep_up(dialog, look, _OF_A_LADDER)
        marks = self.journal.check_marks
        dialog.done_requested.connect(
            lambda step, note: self.write(lambda: marks.set(case_id, MARK + step, CheckState.DONE, note))
        )
        dialog.not_needed_requested.connect(
            lambda step, note: self.write(lambda: marks.set(case_id, MARK + step, CheckState.NOT_NEEDED, note))
        )
        dialog.clear_requested.connect(lambda step: self.write(lambda: marks.clear(case_id, MARK + step)))
        dialog.write_requested.connect(
            lambda kind, contact_id: self.write_requested.emit(case_id, kind, contact_id, "")
        )
        dialog.contact_requested.connect(lambda contact_id: self.contact_requested.emit(case_id, contact_id))
        dialog.deadlines_requested.connect(lambda: self.deadlines_requested.emit(case_id))
        look()
        dialog.show()
        return dialog

    def channels(self, firm_id: int, parent: QWidget | None = None) -> ChannelsDialog:
        """Open the list of the ways to a firm."""
        from casebook.gui.dialogs.channel_dialog import ChannelsDialog
        from casebook.guide.advice.channels import stale

        firm = self.journal.firms.get(firm_id)
        writable = self.journal.read_only is None
        dialog = ChannelsDialog(firm.name, self._theme, writable=writable, parent=parent or self.window)

        def fill() -> None:
            found, now = self.journal.firm_channels.of_firm(firm_id), self.journal.clock()
            dialog.show_channels(found, frozenset(each.id for each in found if stale(each, now)))

        self._keep_up(dialog, fill, (Kind.FIRM_CHANNEL,))
        rooms = self.journal.firm_channels
        dialog.add_requested.connect(lambda: self.add_channel(firm_id, parent=dialog))
        dialog.edit_requested.connect(lambda wanted: self.edit_channel(wanted, parent=dialog))
        dialog.checked_requested.connect(
            lambda wanted: self.write(lambda: rooms.edit(wanted, checked_on=self._today().toString("yyyy-MM-dd")))
        )
        dialog.remove_requested.connect(lambda wanted: self.write(lambda: rooms.remove(wanted)))
        fill()
        dialog.open()
        return dialog

    def add_channel(
        self, firm_id: int, channel: Channel | None = None, *, parent: QWidget | None = None
    ) -> ChannelDialog:
        """Open the form for a new way to a firm."""
        from casebook.gui.dialogs.channel_dialog import ChannelDialog

        firm = self.journal.firms.get(firm_id)
        dialog = ChannelDialog(firm.name, self._today(), channel=channel, parent=parent or self.window)
        dialog.on_save = lambda: self.feed.announce(self.journal.firm_channels.add(firm_id, **dialog.values()))
        dialog.open()
        return dialog

    def edit_channel(self, channel_id: int, *, parent: QWidget | None = None) -> ChannelDialog:
        """Open the form with what is recorded of a way to a firm."""
        from casebook.gui.dialogs.channel_dialog import ChannelDialog

        record = self.journal.firm_channels.get(channel_id)
        firm = self.journal.firms.get(record.firm_id)
        dialog = ChannelDialog(firm.name, self._today(), record=record, parent=parent or self.window)

        def save() -> None:
            wanted = {name: value for name, value in dialog.values().items() if value != getattr(record, name)}
            if wanted:
                self.feed.announce(self.journal.firm_channels.edit(channel_id, **wanted))

        dialog.on_save = save
        dialog.open()
        return dialog

    def _run(
        self,
        think: Callable[[], Generator[Progress, None, Found]],
        dialog: WhereDialog | LadderDialog,
        show: Callable[[Found], None],
    ) -> None:
        """Think in the background: contacts are read, and calendars take a moment to load."""

        def done(found: Found) -> None:
            if isValid(dialog):
                show(found)

        self._quick.run(self.tr("Looking for advice"), think, done=done, quiet=True)

    def _keep_up(
        self,
        dialog: WhereDialog | LadderDialog | ChannelsDialog,
        look: Callable[[], None],
        kinds: tuple[Kind, ...],
    ) -> None:
        """Have a dialog look again whenever something that it is judged by changes."""

        def follow(changes: Changes) -> None:
            if changes.touches(*kinds):
                look()

        self.feed.changed.connect(follow)
        dialog.finished.connect(lambda _code: self.feed.changed.disconnect(follow))

    def _today(self) -> QDate:
        day = times.here(self.journal.clock())
        return QDate(day.year, day.month, day.day)
