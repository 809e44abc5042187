"""All commands of one window, built in one place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from casebook.gui.commands.advice import AdviceCommands
from casebook.gui.commands.backup import BackupCommands
from casebook.gui.commands.base import Commands
from casebook.gui.commands.bin import BinCommands
from casebook.gui.commands.calendar import CalendarCommands
from casebook.gui.commands.capture import CaptureCommands
from casebook.gui.commands.case import CaseCommands
from casebook.gui.commands.cases_bulk import CasesBulk
from casebook.gui.commands.chats import ChatCommands
from casebook.gui.commands.check import CheckCommands
from casebook.gui.commands.contact import ContactCommands
from casebook.gui.commands.data import DataCommands
from casebook.gui.commands.deadline import DeadlineCommands
from casebook.gui.commands.draft import DraftCommands
from casebook.gui.commands.exhibit import ExhibitCommands
from casebook.gui.commands.export import ExportCommands
from casebook.gui.commands.export_many import ExportMany
from casebook.gui.commands.firm import FirmCommands
from casebook.gui.commands.follow_up import FollowUpCommands
from casebook.gui.commands.gaps import GapCommands
from casebook.gui.commands.history import HistoryCommands
from casebook.gui.commands.import_mail import ImportCommands
from casebook.gui.commands.letter import LetterCommands
from casebook.gui.commands.log_contact import LogContact
from casebook.gui.commands.mail import MailCommands
from casebook.gui.commands.mail_out import MailOutCommands
from casebook.gui.commands.mailbox import MailboxCommands
from casebook.gui.commands.message import MessageCommands
from casebook.gui.commands.money import MoneyCommands
from casebook.gui.commands.palette import PaletteCommands
from casebook.gui.commands.preferences import PreferencesCommands
from casebook.gui.commands.promise import PromiseCommands
from casebook.gui.commands.protection import ProtectionCommands
from casebook.gui.commands.purge import PurgeCommands
from casebook.gui.commands.quote import QuoteCommands
from casebook.gui.commands.ready import ReadyCommands
from casebook.gui.commands.redaction import RedactionCommands
from casebook.gui.commands.reference import ReferenceCommands
from casebook.gui.commands.reminding import RemindingCommands
from casebook.gui.commands.request import RequestCommands
from casebook.gui.commands.sender import SenderCommands
from casebook.gui.commands.session import SessionCommands
from casebook.gui.commands.suggestion import SuggestionCommands
from casebook.gui.commands.views import ViewCommands
from casebook.gui.feed import Feed
from casebook.gui.theme import Theme
from casebook.gui.worker import Worker
from casebook.guide import Guide
from casebook.journal.terms import PromiseState, RequestState
from casebook.settings import Settings

if TYPE_CHECKING:
    from casebook.journal import Journal


class AllCommands(QObject):
    """The command groups by what they are about. `said` repeats what any of them says."""

    said = Signal(str, object)
    """A short sentence on what was just done, and a callable that takes it back, or None."""

    def __init__(
        self,
        journal: Journal,
        feed: Feed,
        window: QWidget,
        guide: Guide,
        worker: Worker,
        quick: Worker,
        settings: Settings,
        theme: Theme,
    ) -> None:
        super().__init__(window)
        self.firm = FirmCommands(journal, feed, window)
        self.case = CaseCommands(journal, feed, window, self.firm)
        self.follow_up = FollowUpCommands(journal, feed, window, guide)
        self._open_list(journal, feed, window, guide, worker, settings, theme)
        self.mail = MailCommands(journal, feed, window, self.case)
        self.imports = ImportCommands(journal, feed, window, worker, quick, settings, theme)
        self.mailboxes = MailboxCommands(journal, feed, window, worker, theme, self.imports.show_report)
        self.export = ExportCommands(journal, feed, window, worker, quick, settings, theme)
        self.mail_out = MailOutCommands(journal, feed, window, worker, settings)
        self.letter = LetterCommands(journal, feed, window, worker, settings)
        self.message = MessageCommands(journal, feed, window, guide, quick, settings, theme)
        self.log = LogContact(journal, feed, window, worker)
        self.draft = DraftCommands(journal, feed, window, quick)
        self.capture = CaptureCommands(journal, feed, window, quick, theme, self.log, self.draft)
        self.contact = ContactCommands(journal, feed, window)
        self.senders = SenderCommands(journal, feed, window, worker, quick)
        self.contact.mail_shown.connect(self.senders.follow)
        self.contact.parts_requested.connect(self.imports.show_parts)
        self.firm.register_requested.connect(self.senders.show_register)
        self.exhibit = ExhibitCommands(journal, feed, window, theme, worker, quick)
        self.redaction = RedactionCommands(journal, feed, window, quick)
        self.chats = ChatCommands(journal, feed, window, worker, quick, settings)
        self.promise = PromiseCommands(journal, feed, window, quick)
        self.reference = ReferenceCommands(journal, feed, window)
        self.money = MoneyCommands(journal, feed, window)
        self.quote = QuoteCommands(journal, feed, window)
        self.request = RequestCommands(journal, feed, window, quick)
        self.session = SessionCommands(journal, feed, window, guide, quick)
        self.suggestion = SuggestionCommands(journal, feed, window, guide)
        self.advice = AdviceCommands(journal, feed, window, guide, quick, theme)
        self.firm.channels_requested.connect(self.advice.channels)
        self.deadline = DeadlineCommands(journal, feed, window, guide, theme, quick)
        self.check = CheckCommands(journal, feed, window, worker, theme)
        self.backup = BackupCommands(journal, feed, window, worker, quick, theme)
        self.check.backups_requested.connect(self.backup.show)
        self.history = HistoryCommands(journal, feed, window, theme)
        self.gaps = GapCommands(journal, feed, window, quick, theme)
        self.ready = ReadyCommands(journal, feed, window, quick, settings, theme)
        self.preferences = PreferencesCommands(journal, feed, window)
        self.purge = PurgeCommands(journal, feed, window, worker)
        self.data = DataCommands(journal, feed, window, worker, settings)
        self.guide = guide
        self.calendar = CalendarCommands(journal, feed, window, guide, quick, settings)
        self.reminding = RemindingCommands(journal, feed, window, settings)
        self.protection = ProtectionCommands(journal, feed, window, quick, theme)
        self.palette = PaletteCommands(journal, feed, window, quick, theme)
        for group in self._groups():
            group.said.connect(self.said)

    def _open_list(
        self,
        journal: Journal,
        feed: Feed,
        window: QWidget,
        guide: Guide,
        worker: Worker,
        settings: Settings,
        theme: Theme,
    ) -> None:
        """Open what the case list needs: the bin, several cases at once, saved views."""
        self.bin = BinCommands(journal, feed, window, theme)
        self.many = CasesBulk(journal, feed, window, guide)
        self.export_many = ExportMany(journal, feed, window, worker, settings, theme)
        self.views = ViewCommands(journal, feed, window)

    def use(self, journal: Journal) -> None:
        """Have every group write to the same casebook opened anew."""
        for group in self._groups():
            group.use(journal)

    def done(self, follow_up_id: int) -> None:
        """Answer a follow-up; one that asks about a promise or for something to supply, by answering that."""
        journal = self.follow_up.journal
        found = journal.follow_ups.get(follow_up_id)
        if found.promise_id and journal.promises.get(found.promise_id).state is PromiseState.OPEN:
            self.promise.answer(found.promise_id)
        elif found.request_id and journal.requests.get(found.request_id).state is RequestState.OPEN:
            self.request.supply(found.request_id)
        else:
            self.follow_up.done(follow_up_id)

    def close_windows(self) -> None:
        """Close what stands beside the window, and forget the copies that were opened for it."""
        self.exhibit.forget_copies()
        self.mail_out.forget_copies()
        self.export.close_previews()
        self.redaction.close_benches()
        self.session.close_cards()
        self.capture.stop()
        self.palette.close()

    def end(self) -> None:
        """Let the groups go: the casebook is closed."""
        for group in self._groups():
            group.deleteLater()
        self.deleteLater()

    def _groups(self) -> list[Commands]:
        return [group for group in vars(self).values() if isinstance(group, Commands)]
