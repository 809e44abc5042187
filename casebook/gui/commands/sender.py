"""Commands on who wrote a mail: what is known of it, the firm's register, and the look-up of a signature's key."""

from __future__ import annotations

from collections.abc import Generator
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from casebook.gui.commands.base import Commands
from casebook.gui.feed import Feed
from casebook.gui.worker import Worker
from casebook.journal import Changes, Kind, Progress
from casebook.journal.errors import CasebookError
from casebook.journal.terms import OfficialKind
from casebook.journal.times import HowKnown, Moment, moment, system_zone

if TYPE_CHECKING:
    from casebook.gui.dialogs.official_dialog import AgainDialog, CodeDialog, LookUpDialog, OfficialDialog
    from casebook.gui.dialogs.officials_dialog import OfficialsDialog
    from casebook.gui.widgets.incoming.who_panel import WhoPanel
    from casebook.journal import Journal
    from casebook.mail.authenticity.who import Who


class SenderCommands(Commands):
    """Fill the panels that say who wrote a mail, and keep the register of official contacts."""

    def __init__(self, journal: Journal, feed: Feed, window: QWidget, worker: Worker, quick: Worker) -> None:
        super().__init__(journal, feed, window)
        self._worker, self._quick = worker, quick
        self._panels: dict[WhoPanel, int] = {}
        feed.changed.connect(self._changed)

    def follow(self, panel: WhoPanel, contact_id: int) -> None:
        """Show in a panel who wrote a mail, and do what is asked for there; nothing for a contact that is no mail."""
        if panel not in self._panels:
            panel.official_requested.connect(self.add_from_mail)
            panel.verify_requested.connect(self.verify_again)
            panel.dkim_requested.connect(partial(self.look_up, panel))
            panel.destroyed.connect(lambda: self._panels.pop(panel, None))
        self._panels[panel] = contact_id
        self._show(panel, contact_id)

    def show_register(self, firm_id: int, parent: QWidget | None = None) -> OfficialsDialog:
        """Open the register of a firm."""
        from casebook.gui.dialogs.officials_dialog import OfficialsDialog

        firm = self.journal.firms.get(firm_id)
        dialog = OfficialsDialog(firm.name, writable=self.journal.read_only is None, parent=parent or self.window)

        def fill(_changes: object = None) -> None:
            officials = self.journal.officials.all(firm_id, withdrawn=True)
            dialog.show_register(officials, self.journal.phishing_codes.of_firm(firm_id), self.journal.clock())

        fill()
        self.feed.changed.connect(fill)
        dialog.finished.connect(lambda _code: self.feed.changed.disconnect(fill))
        dialog.add_requested.connect(lambda: self.add(firm_id, parent=dialog))
        dialog.again_requested.connect(lambda wanted: self.verify_again(wanted, parent=dialog))
        dialog.withdraw_requested.connect(lambda wanted: self.write(lambda: self.journal.officials.withdraw(wanted)))
        dialog.code_requested.connect(lambda: self.set_code(firm_id, parent=dialog))
        dialog.code_remove_requested.connect(
            lambda wanted: self.write(lambda: self.journal.phishing_codes.remove(wanted))
        )
        dialog.open()
        return dialog

    def add(self, firm_id: int, *, value: str = "", parent: QWidget | None = None) -> OfficialDialog:
        """Open the form for an official contact of a firm."""
        from casebook.gui.dialogs.official_dialog import OfficialDialog

        firm = self.journal.firms.get(firm_id)
        dialog = OfficialDialog(firm.name, self._now(), value=value, parent=parent or self.window)

        def save() -> None:
            self.feed.announce(
                self.journal.officials.add(
                    firm_id,
                    dialog.chosen_kind(),
                    dialog.value.text(),
                    how=dialog.how.text(),
                    verified_at=dialog.verified_at(),
                    platform=dialog.platform.text() if dialog.chosen_kind() is OfficialKind.HANDLE else "",
                    note=dialog.note.text(),
                )
            )

        dialog.on_save = save
        dialog.open()
        return dialog

    def add_from_mail(self, contact_id: int) -> OfficialDialog | None:
        """Open that form with the sender of a mail; the firm is that of its case, or the one it seems to be."""
        from casebook.mail.authenticity import who as asking

        try:
            found = asking.glance(self.journal, contact_id)
        except CasebookError as error:
            self.show_error(error)
            return None
        if found.firm_id is None:
            self.said.emit(self.tr("File this mail first: the case tells which firm its sender would belong to"), None)
            return None
        return self.add(found.firm_id, value=found.sender.address)

    def verify_again(self, official_id: int, *, parent: QWidget | None = None) -> AgainDialog:
        """Ask how an official contact was looked up once more, and record it."""
        from casebook.gui.dialogs.official_dialog import AgainDialog

        found = self.journal.officials.get(official_id)
        dialog = AgainDialog(found.value, found.how, parent=parent or self.window)
        dialog.on_save = lambda: self.feed.announce(
            self.journal.officials.verify_again(official_id, how=dialog.how.text())
        )
        dialog.open()
        return dialog

    def set_code(self, firm_id: int, *, parent: QWidget | None = None) -> CodeDialog:
        """Open the form for a firm's anti-phishing code."""
        from casebook.gui.dialogs.official_dialog import CodeDialog

        firm = self.journal.firms.get(firm_id)
        dialog = CodeDialog(firm.name, self._now(), parent=parent or self.window)
        dialog.on_save = lambda: self.feed.announce(
            self.journal.phishing_codes.set(firm_id, dialog.code.text(), since=dialog.day())
        )
        dialog.open()
        return dialog

    def look_up(self, panel: WhoPanel, contact_id: int) -> LookUpDialog | None:
        """Say whom a check of a mail's signatures asks; then ask, in the background, and record what came of it."""
        from casebook.gui.dialogs.official_dialog import LookUpDialog
        from casebook.mail.authenticity import looking_up

        if panel.who is None:
            return None
        names = tuple(dict.fromkeys(s.name for s in panel.who.signatures if not s.problem))
        dialog = LookUpDialog(names, parent=panel.window())

        def find() -> Generator[Progress, None, tuple[str, ...]]:
            yield Progress(0, 0, "")
            return looking_up.servers()

        def found(servers: tuple[str, ...]) -> None:
            if isValid(dialog):
                dialog.suggest(servers[0] if servers else "")

        title = self.tr("Looking at a sender")
        self._quick.run(title, find, done=found, failed=lambda _error: None, quiet=True)

        def start() -> None:
            looking_up.servers(dialog.server.text())  # a mistyped one is refused before the dialog closes
            self._ask(panel, contact_id, dialog.server.text())

        dialog.on_save = start
        dialog.open()
        return dialog

    def _ask(self, panel: WhoPanel, contact_id: int, server: str) -> None:
        from casebook.mail.authenticity import looking_up
        from casebook.mail.authenticity import who as asking

        journal = self.journal

        def work() -> Generator[Progress, None, Changes]:
            checks = yield from looking_up.look_up(asking.message(journal, contact_id), server, journal.clock)
            return journal.dkim.add(contact_id, checks)

        def failed(error: Exception) -> None:
            self._show(panel, contact_id)
            self.show_error(error)

        if panel.who is not None:
            panel.show_who(panel.who, self._firms(), looking=True)
        title = self.tr("Checking a signature")
        again = partial(self._show, panel, contact_id)
        self._worker.run(title, work, done=self.feed.announce, failed=failed, cancelled=again)

    def _show(self, panel: WhoPanel, contact_id: int) -> None:
        """Say at once what the header lines tell, then what the message itself does."""
        from casebook.mail.authenticity import who as asking

        if not isValid(panel) or self._panels.get(panel) != contact_id:
            return
        may_write = self.journal.read_only is None
        try:
            register = asking.register(self.journal)
            panel.show_who(asking.glance(self.journal, contact_id, register), self._firms(), may_write=may_write)
        except CasebookError:
            panel.clear()
            return
        journal = self.journal

        def work() -> Generator[Progress, None, Who]:
            yield Progress(0, 0, "mails")
            return asking.who(journal, contact_id, register)

        def done(found: Who) -> None:
            if isValid(panel) and self._panels.get(panel) == contact_id:
                panel.show_who(found, self._firms(), may_write=may_write)

        self._quick.run(self.tr("Looking at a sender"), work, done=done, failed=lambda _error: None, quiet=True)

    def _changed(self, changes: Changes) -> None:
        if changes.touches(Kind.OFFICIAL, Kind.PHISHING_CODE, Kind.DKIM, Kind.FIRM, Kind.ACCOUNT):
            for panel, contact_id in list(self._panels.items()):
                if isValid(panel) and panel.who is not None:
                    self._show(panel, contact_id)

    def _firms(self) -> dict[int, str]:
        return {firm.id: firm.name for firm in self.journal.firms.all()}

    def _now(self) -> Moment:
        return moment(self.journal.clock(), system_zone(), known=HowKnown.DEVICE_CLOCK)
