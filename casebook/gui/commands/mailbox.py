"""Commands on mailboxes: note, try, choose folders, fetch. A server is only asked where a button names it."""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QWidget

from casebook.gui import texts
from casebook.gui.commands.base import Commands
from casebook.gui.feed import Feed
from casebook.gui.theme import Theme
from casebook.gui.worker import Job, Worker
from casebook.journal import Changes, Kind, Progress
from casebook.journal.incoming import Mailbox
from casebook.journal.terms import CaseStatus

if TYPE_CHECKING:
    from casebook.gui.dialogs.mailbox_dialog import MailboxDialog
    from casebook.gui.dialogs.mailboxes_dialog import MailboxesDialog
    from casebook.journal import Journal
    from casebook.mail.importer import ImportReport
    from casebook.mail.mailbox.errors import NotLetIn, Untrusted
    from casebook.mail.mailbox.fetch import Fetched

Steps = Generator[Progress, None, Any]
Work = Callable[[Mailbox, str], Steps]


class _NoPassword(Exception):
    """No keyring tells the password: it is to be asked for. `keyring`: whether one could keep it."""

    def __init__(self, *, keyring: bool) -> None:
        super().__init__()
        self.keyring = keyring


class MailboxCommands(Commands):
    """Opens the dialog of mailboxes, and speaks to servers in the background."""

    inbox_requested = Signal()
    """Wish to see the inbox."""

    def __init__(
        self,
        journal: Journal,
        feed: Feed,
        window: QWidget,
        worker: Worker,
        theme: Theme,
        show_report: Callable[[MailboxesDialog, ImportReport], None],
    ) -> None:
        super().__init__(journal, feed, window)
        self._worker, self._theme, self._show_report = worker, theme, show_report

    def open(self, case_id: int | None = None) -> MailboxesDialog:
        """Open the mailboxes; without any, the form for the first one comes with it."""
        from casebook.gui.dialogs.mailboxes_dialog import MailboxesDialog

        dialog = MailboxesDialog(self.journal.cases.rows(status=CaseStatus.OPEN), self._theme, self.window)
        setup = dialog.setup
        setup.target.setCurrentIndex(max(0, setup.target.findData(case_id)))
        setup.add_requested.connect(partial(self._edit, dialog, None))
        setup.edit_requested.connect(partial(self._edit, dialog))
        setup.forget_requested.connect(partial(self._forget, dialog))
        setup.look_requested.connect(partial(self._look, dialog))
        setup.fetch_requested.connect(partial(self._fetch, dialog))
        dialog.report.inbox_requested.connect(self.inbox_requested)
        self._show_boxes(dialog)
        dialog.show()
        return dialog

    def _show_boxes(self, dialog: MailboxesDialog, chosen: int = 0) -> None:
        boxes = self.journal.mailboxes.all()
        known = {box.id: self.journal.mailboxes.folders(box.id) for box in boxes}
        dialog.setup.show_boxes(boxes, known, chosen)

    def _edit(self, dialog: MailboxesDialog, box: Mailbox | None) -> MailboxDialog:
        """Ask where a mailbox is, and keep it once it could be entered."""
        from casebook.gui.dialogs.mailbox_dialog import MailboxDialog

        asking = MailboxDialog(box, parent=dialog)
        asking.try_requested.connect(partial(self._try, dialog, asking, box))
        self._ask_keyring(asking)
        asking.open()
        return asking

    def _ask_keyring(self, asking: MailboxDialog) -> None:
        def make() -> Generator[Progress, None, bool]:
            from casebook.mail.mailbox import passwords

            yield Progress(0)
            return passwords.can_save()

        job = self._worker.run(
            self.tr("Looking for a keyring"),
            make,
            done=lambda there: None if job.is_cancelled() else asking.tell_keyring(there=there),
            quiet=True,
        )
        asking.finished.connect(job.cancel)

    def _try(self, dialog: MailboxesDialog, asking: MailboxDialog, before: Mailbox | None) -> None:
        fields, rooms = asking.fields(), self.journal.mailboxes
        try:
            # What stands there already is drafted as it would be after the change: under its own number.
            box = rooms.draft(**fields) if before is None else rooms.draft_of(before.id, **fields)
        except Exception as error:
            asking.show_failure(error)
            return

        def done(found: tuple[Mailbox, Any]) -> None:
            box = found[0]
            if before is None:
                changes = self.write(lambda: rooms.add(**{**fields, "fingerprint": box.fingerprint}))
            else:
                changes = self.write(lambda: rooms.edit(before.id, **{**fields, "fingerprint": box.fingerprint}))
            if changes is None:
                asking.show_stopped()
                return
            asking.finish()
            self._show_boxes(dialog, changes.made)
            self._show_folders(dialog, found)

        self._with_server(
            asking,
            box,
            self._looking,
            done=done,
            failed=asking.show_failure,
            stopped=asking.show_stopped,
            typed=asking.password.text(),
            keep=asking.keep.isChecked(),
        )

    def _forget(self, dialog: MailboxesDialog, box: Mailbox) -> None:
        if self.write(lambda: self.journal.mailboxes.forget(box.id)) is None:
            return
        self._show_boxes(dialog)
        words = self.tr("{mailbox} is off the list; its mails stay").replace("{mailbox}", box.name)
        self.said.emit(words, None)

        def make() -> Generator[Progress, None, None]:
            from casebook.mail.mailbox import passwords

            yield Progress(0)
            passwords.drop(box)

        self._worker.run(self.tr("Forgetting the password"), make, done=lambda _none: None, quiet=True)

    def _look(self, dialog: MailboxesDialog, box: Mailbox) -> None:
        dialog.begin(self.tr("Asking {host} for its folders").replace("{host}", box.host))

        def done(found: tuple[Mailbox, Any]) -> None:
            dialog.show_setup()
            self._show_folders(dialog, found)

        self._with_server(dialog, box, self._looking, done=done, failed=dialog.show_failure, stopped=dialog.show_setup)

    def _show_folders(self, dialog: MailboxesDialog, found: tuple[Mailbox, Any]) -> None:
        from casebook.mail.mailbox.folders import usual

        _box, folders = found
        current = dialog.setup.box
        known = self.journal.mailboxes.folders(current.id) if current else []
        chosen = [folder.name for folder in known if folder.chosen]
        dialog.setup.show_folders(folders, chosen or usual(folders))

    @staticmethod
    def _looking(box: Mailbox, password: str) -> Steps:
        from casebook.mail.mailbox.fetch import look

        return (yield from look(box, password))

    def _fetch(self, dialog: MailboxesDialog, box: Mailbox) -> None:
        setup, rooms = dialog.setup, self.journal.mailboxes
        search, names, case_id = setup.wanted().text, setup.folders.ticked(), setup.target.currentData()
        if setup.folders.names() and not names:
            setup.say(self.tr("No folder is ticked: tick those to read."))
            return
        if search != box.search and self.write(lambda: rooms.edit(box.id, search=search)) is None:
            return
        if names and self.write(lambda: rooms.choose(box.id, names)) is None:
            return
        box = rooms.get(box.id)
        dialog.begin(self.tr("Fetching from {host}").replace("{host}", box.host))

        def done(found: tuple[Mailbox, Fetched]) -> None:
            fetched = found[1]
            self.feed.announce(fetched.report.changes)
            self._show_boxes(dialog, box.id)
            dialog.show_stopped(fetched.stopped)
            self._show_report(dialog, fetched.report)

        def stopped() -> None:
            self.feed.announce(self._anything())
            self._show_boxes(dialog, box.id)
            dialog.show_cancelled()

        def failed(error: Exception) -> None:
            self.feed.announce(self._anything())
            dialog.show_failure(error)

        self._with_server(dialog, box, partial(self._fetching, case_id), done=done, failed=failed, stopped=stopped)

    def _fetching(self, case_id: int | None, box: Mailbox, password: str) -> Steps:
        from casebook.mail.filing.matching import Matcher
        from casebook.mail.mailbox.fetch import fetch

        place = Matcher.from_journal(self.journal).place
        return (yield from fetch(self.journal, box, password, case_id=case_id, place=place))

    def _with_server(
        self,
        dialog: MailboxesDialog | MailboxDialog,
        box: Mailbox,
        work: Work,
        *,
        done: Callable[[tuple[Mailbox, Any]], None],
        failed: Callable[[Exception], None],
        stopped: Callable[[], None],
        typed: str = "",
        keep: bool = False,
    ) -> None:
        """Do what needs the server; ask for a password or about a certificate where that is in the way, and go on."""
        from casebook.gui.dialogs.mailbox_dialog import MailboxDialog
        from casebook.gui.dialogs.mailboxes_dialog import MailboxesDialog
        from casebook.mail.mailbox.errors import NotLetIn, Untrusted

        again = partial(self._with_server, dialog, work=work, done=done, failed=failed, stopped=stopped)

        def make() -> Generator[Progress, None, tuple[Mailbox, Any]]:
            from casebook.mail.mailbox import passwords

            yield Progress(0, 0, "", box.host)
            if not (password := typed or passwords.load(box)):
                raise _NoPassword(keyring=passwords.can_save())
            result = yield from work(box, password)
            if keep and typed:
                passwords.save(box, typed)
            return box, result

        def refused(error: Exception) -> None:
            match error:
                case _NoPassword():
                    self._ask_password(dialog, box, again, stopped, keyring=error.keyring)
                case NotLetIn() if isinstance(dialog, MailboxesDialog):
                    self._ask_password(dialog, box, again, stopped, keyring=True, why=error)
                case Untrusted():
                    self._ask_trust(dialog, box, error, partial(again, typed=typed, keep=keep), stopped)
                case _:
                    failed(error)

        job = self._worker.run(
            self.tr("Speaking to {host}").replace("{host}", box.host),
            make,
            done=lambda found: None if job.is_cancelled() else done(found),
            failed=lambda error: None if job.is_cancelled() else refused(error),
            progressed=dialog.advance if isinstance(dialog, MailboxesDialog) else None,
            cancelled=stopped if isinstance(dialog, MailboxesDialog) else None,  # the form's only way out is its end
            quiet=isinstance(dialog, MailboxDialog),
        )
        self._tie(dialog, job)

    def _ask_password(
        self,
        dialog: QDialog,
        box: Mailbox,
        again: Callable[..., None],
        stopped: Callable[[], None],
        *,
        keyring: bool,
        why: NotLetIn | None = None,
    ) -> None:
        from casebook.gui.dialogs.mailbox_password_dialog import MailboxPasswordDialog

        words = texts.error_text(why) if why else ""
        asking = MailboxPasswordDialog(box, keyring=keyring, why=words, parent=dialog)
        asking.accepted.connect(lambda: again(box, typed=asking.password.text(), keep=asking.keep.isChecked()))
        asking.rejected.connect(stopped)
        asking.open()

    def _ask_trust(
        self,
        dialog: QDialog,
        box: Mailbox,
        question: Untrusted,
        again: Callable[[Mailbox], None],
        stopped: Callable[[], None],
    ) -> None:
        from casebook.gui.dialogs.certificate_dialog import CertificateDialog
        from casebook.gui.dialogs.mailbox_dialog import MailboxDialog
        from casebook.gui.dialogs.mailboxes_dialog import MailboxesDialog

        fingerprint = question.fingerprint.replace(":", "").lower()

        def accepted() -> None:
            if isinstance(dialog, MailboxesDialog):
                self.write(lambda: self.journal.mailboxes.edit(box.id, fingerprint=fingerprint))
            elif isinstance(dialog, MailboxDialog):
                dialog.take_fingerprint(fingerprint)
            again(replace(box, fingerprint=fingerprint))

        asking = CertificateDialog(box.host, question, self._theme, dialog)
        asking.accepted.connect(accepted)
        asking.rejected.connect(stopped)
        asking.open()

    def _tie(self, dialog: MailboxesDialog | MailboxDialog, job: Job) -> None:
        """Have the dialog's end or its Cancel stop this job."""
        from casebook.gui.dialogs.mailboxes_dialog import MailboxesDialog

        if isinstance(dialog, MailboxesDialog):
            dialog.cancel_requested.connect(job.cancel)
        dialog.finished.connect(job.cancel)

    def _anything(self) -> Changes:
        """Return changes for a fetch that ended early: some mails are in, nobody knows which."""
        kinds = (Kind.MAIL, Kind.CONTACT, Kind.EXHIBIT, Kind.TICKET)
        cases = frozenset(row.id for row in self.journal.cases.rows())
        return Changes(ids={kind: frozenset({0}) for kind in kinds}, cases=cases)
