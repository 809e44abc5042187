"""The dialogs that more than one click leads to, each brought about on the casebook of `every_page`."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

from PySide6.QtWidgets import QDialog, QWidget

from casebook.gui import times
from casebook.gui.commands.all import Commands
from casebook.gui.main_window import MainWindow
from casebook.journal import Journal
from casebook.journal.backup.backup_form import Backup
from casebook.journal.case_views import CaseView
from casebook.journal.errors import DiskTrouble
from casebook.journal.terms import Channel, LetterKind, OfficialKind
from casebook.journal.times import moment
from casebook.mail.mailbox.errors import Untrusted
from tests.conftest import finished
from tests.gui import screens_chats, screens_import

Wait = Callable[[Callable[[], object]], None]
Maker = Callable[[], QWidget]
_ZONE = "Asia/Singapore"


def makers(window: MainWindow, journal: Journal, case: int, folder: Path, wait: Wait) -> dict[str, Maker]:
    """Return what brings each about, by a name; each gives the widget to be looked at. `wait` waits for a condition."""
    do = window.commands
    assert do is not None
    return {
        **_of_mail(window, journal, case, folder, wait),
        **_of_deadlines(do, journal, case),
        **_of_talks(do, journal, case),
        **_of_dossiers(do, journal, case, wait),
        **_of_lists(do, journal, case),
        "backup-restore": lambda: do.backup.restore(_backup(journal)),
        "closing": lambda: _closing(window),
        "error": lambda: _error(window, do),
    }


def below(kind: type[QDialog] | str, parent: QWidget) -> QDialog:
    """Return the visible dialog of a kind that belongs to another."""
    named = kind if isinstance(kind, str) else kind.__name__
    return next(w for w in parent.findChildren(QDialog) if type(w).__name__ == named and w.isVisible())


def _of_mail(window: MainWindow, journal: Journal, case: int, folder: Path, wait: Wait) -> dict[str, Maker]:
    from casebook.gui.dialogs.certificate_dialog import CertificateDialog

    do = window.commands
    assert do is not None

    def mailbox() -> QWidget:
        dialog = do.mailboxes.open()
        dialog.setup.add.click()
        return below("MailboxDialog", dialog)

    def password() -> QWidget:
        if not journal.mailboxes.all():
            journal.mailboxes.add("imap.example.org", "mei@example.org")
        dialog, (box, *_) = do.mailboxes.open(), journal.mailboxes.all()
        do.mailboxes._ask_password(dialog, box, lambda *_a, **_k: None, lambda: None, keyring=True)
        return below("MailboxPasswordDialog", dialog)

    def certificate() -> QWidget:
        question = Untrusted("{reason}", reason="it is signed by itself", fingerprint=":".join(["AB", "0F", "7C"] * 10))
        asking = CertificateDialog("imap.example.org", question, window.appearance.theme, do.mailboxes.open())
        asking.open()
        return asking

    def pasted() -> QWidget:
        dialog = do.imports.open([screens_import.mailbox(folder / "All mail.mbox", 6)])
        dialog.choose.paste_requested.emit("Hello, this is no source.")
        asking = below("PasteMailDialog", dialog)
        asking.accept()  # refused: it says why
        return asking

    def chat() -> QWidget:
        do.chats.open(screens_chats.export(folder))
        wait(lambda: any(type(w).__name__ == "ChatExportDialog" for w in window.findChildren(QDialog)))
        return below("ChatExportDialog", window)

    def look_up() -> QWidget:
        mail = next(c for c in journal.contacts.of_case(case) if journal.mail.is_mail([c.id]))
        shown = do.contact.open(mail.id)
        wait(lambda: shown.who.who is not None)
        found = do.senders.look_up(shown.who, mail.id)
        assert found is not None
        return found

    def again() -> QWidget:
        firm = journal.cases.get(case).firm_id
        known = journal.officials.add(firm, OfficialKind.DOMAIN, "kestrel.example", how="its help page").made
        return do.senders.verify_again(known)

    return {
        "mailbox": mailbox,
        "mailbox-password": password,
        "certificate": certificate,
        "mail-pasted": pasted,
        "chat-export": chat,
        "look-up": look_up,
        "official-again": again,
    }


def _of_deadlines(do: Commands, journal: Journal, case: int) -> dict[str, Maker]:
    def running() -> int:
        start = moment(journal.clock() - timedelta(days=12), _ZONE)
        clock = do.deadline._clock(case, "data-access", start)
        return journal.deadlines.add(case, "data-access", start, clock.explanation.to_json(), rings=clock.rings).made

    return {
        "deadline-more-time": lambda: do.deadline.more_time(running()),
        "deadline-pause": lambda: do.deadline.pause(running()),
        "deadline-end": lambda: do.deadline.end(running(), journal.contacts.of_case(case)[-1].id),
    }


def _of_talks(do: Commands, journal: Journal, case: int) -> dict[str, Maker]:
    def talking(channel: Channel) -> None:
        if journal.sessions.of_case(case) is not None:
            journal.sessions.end(case)
        journal.sessions.start(case, channel)
        journal.sessions.keep(case, {"address": "+65 6000 0000", "menu": "2 > 4 > 0", "cost": "SGD 4.20"})

    def card() -> QWidget:
        talking(Channel.PHONE)
        return do.session.card(case)

    def end(channel: Channel) -> QWidget:
        talking(channel)
        return do.session.end(case)

    def quick() -> QWidget:
        form = do.capture.log(case)
        assert form is not None
        return form

    return {
        "talk-card": card,
        "talk-end-call": lambda: end(Channel.PHONE),
        "talk-end-chat": lambda: end(Channel.CHAT),
        "quick-log": quick,
    }


def _of_dossiers(do: Commands, journal: Journal, case: int, wait: Wait) -> dict[str, Maker]:
    from casebook.dossier.choices import Choices

    def preview() -> QWidget:
        dialog = do.export.preview(case, Choices())
        wait(lambda: dialog.pages() > 0 and dialog.view.is_drawn(dialog.view.page()))
        return dialog

    def redaction() -> QWidget:
        picture = next(e for e in journal.exhibits.of_case(case) if e.media_type == "image/png")
        dialog = do.redaction.redact(picture.id)
        wait(lambda: dialog.editor is not None)
        return dialog

    def gap() -> QWidget:
        dialog = do.gaps.show(case)
        wait(dialog.is_ready)
        found = do.gaps.answer(case, dialog.gaps.findings()[0].key)
        assert found is not None
        return found

    def not_needed() -> QWidget:
        checklist = do.ready.checklist(case)
        wait(checklist.is_ready)
        return do.ready.not_needed(case, "screen-video", checklist)

    def quote() -> QWidget:
        said = next(c for c in journal.contacts.of_case(case) if len(c.text) > 20)
        return do.quote.note(journal.quotes.add(said.id, said.text[:20]).made)

    def sent() -> QWidget:
        dialog = do.message.open(case, str(LetterKind.NUDGE), channel=str(Channel.EMAIL))
        wait(lambda: dialog.message() is not None)
        dialog.buttons.sent.click()
        wait(lambda: dialog.findChildren(QDialog))
        return below("SentDialog", dialog)

    return {
        "preview": preview,
        "redaction": redaction,
        "gap-answer": gap,
        "not-needed": not_needed,
        "quote": quote,
        "sent": sent,
    }


def _of_lists(do: Commands, journal: Journal, case: int) -> dict[str, Maker]:
    every = [row.id for row in journal.cases.rows()]
    return {
        "cases-close": lambda: do.many.close(every),
        "cases-tags": lambda: do.many.tag(every),
        "cases-export": lambda: do.export_many.export(every),
        "view": lambda: do.views.save(CaseView()),
    }


def _backup(journal: Journal) -> Backup:
    finished(journal.backups.make())
    return journal.backups.list()[0]


def _closing(window: MainWindow) -> QWidget:
    from casebook.gui.dialogs.closing_dialog import ClosingDialog

    dialog = ClosingDialog(3, times.short_time(datetime(2026, 11, 27, 10, 0)), has_tray=False, parent=window)
    dialog.open()
    return dialog


def _error(window: MainWindow, do: Commands) -> QWidget:
    words = "the backup folder {folder} is not there: connect its drive, or choose another folder"
    do.contact.show_error(DiskTrouble(words, folder="/media/usb"))
    return below("ErrorDialog", window)
