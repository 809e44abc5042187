"""Mailboxes in the real window against a real server: added, looked into, fetched, stopped; questions before trust."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

import keyring
import pytest
from keyring.backends.fail import Keyring as NoKeyring
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from casebook.gui.dialogs.certificate_dialog import CertificateDialog
from casebook.gui.dialogs.job_dialog import Stage
from casebook.gui.dialogs.mailbox_dialog import MailboxDialog
from casebook.gui.dialogs.mailbox_password_dialog import MailboxPasswordDialog
from casebook.gui.dialogs.mailboxes_dialog import MailboxesDialog
from casebook.gui.main_window import MainWindow
from casebook.journal import Journal
from casebook.journal.terms import Security
from tests.cli.test_mailbox import Ring
from tests.mail.dovecot import PASSWORD, Dovecot, running
from tests.mail.test_mailbox import mail

WAIT = 15_000
T = TypeVar("T", bound=QWidget)


@pytest.fixture(scope="module")
def dovecot() -> Iterator[Dovecot]:
    with running() as server:
        yield server


@pytest.fixture(autouse=True)
def ring() -> Iterator[Ring]:
    before = keyring.get_keyring()
    keyring.set_keyring(made := Ring())
    yield made
    keyring.set_keyring(before)


def opened(window: MainWindow) -> MailboxesDialog:
    window.reminder.hide()
    window.actions_["mailboxes"].trigger()
    (dialog,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, MailboxesDialog) and w.isVisible()]
    return dialog


def below(kind: type[T], parent: QWidget) -> T | None:
    return next((w for w in parent.findChildren(kind) if w.isVisible()), None)


def note(journal: Journal, port: int, user: str) -> None:
    journal.mailboxes.add("127.0.0.1", user, port=port, security=Security.NONE)


def answer_password(qtbot: QtBot, dialog: MailboxesDialog, password: str, *, keep: bool = False) -> None:
    qtbot.waitUntil(lambda: below(MailboxPasswordDialog, dialog) is not None, timeout=WAIT)
    asking = below(MailboxPasswordDialog, dialog)
    assert asking is not None
    asking.password.setText(password)
    asking.keep.setChecked(keep)
    asking.accept()
    qtbot.waitUntil(lambda: not any(w is asking for w in dialog.findChildren(MailboxPasswordDialog)), timeout=WAIT)


def test_a_mailbox_is_added_after_the_question_and_fetched(
    qtbot: QtBot, window: MainWindow, sample_journal: Journal, dovecot: Dovecot, ring: Ring
) -> None:
    dovecot.deliver("gina@localhost", [mail(n) for n in range(5)])
    waiting = sample_journal.inbox.count()
    dialog = opened(window)
    dialog.setup.add.click()
    form = below(MailboxDialog, dialog)
    assert form is not None
    form.user.setText("gina@localhost")
    form.user.editingFinished.emit()
    assert form.host.text() == "imap.localhost"
    form.host.setText("localhost")
    assert form.save_button.text() == "Connect to localhost"
    form.port.setText(str(dovecot.tls_port))
    form.password.setText("wrong")
    form.keep.setChecked(True)
    form.save_button.click()
    qtbot.waitUntil(lambda: below(CertificateDialog, form) is not None, timeout=WAIT)
    question = below(CertificateDialog, form)
    assert question is not None
    assert not question.accept_button.isEnabled()
    question.compared.click()
    question.accept_button.click()
    qtbot.waitUntil(form.notice.isVisible, timeout=WAIT)
    assert "does not let gina@localhost in" in form.notice.text()
    assert sample_journal.mailboxes.all() == []
    form.password.setText(PASSWORD)
    form.save_button.click()
    qtbot.waitUntil(lambda: dialog.setup.folders.names() == ["INBOX", "Sent"], timeout=WAIT)
    (box,) = sample_journal.mailboxes.all()
    assert len(box.fingerprint) == 64
    assert list(ring.kept.values()) == [PASSWORD]
    dialog.setup.folders.tick("Sent", on=False)
    dialog.setup.words.setText("answer")
    assert dialog.setup.fetch.text() == "Fetch from localhost"
    dialog.setup.fetch.click()
    qtbot.waitUntil(lambda: dialog.report.model is not None, timeout=WAIT)
    assert "5 new message" in dialog.report.text()
    assert dialog.stopped.isHidden()
    assert sample_journal.inbox.count() == waiting + 5
    assert [f.name for f in sample_journal.mailboxes.folders(box.id) if f.chosen] == ["INBOX"]
    assert sample_journal.mailboxes.get(box.id).search == "TEXT answer"
    dialog.reject()


def test_without_a_keyring_it_asks_and_says_so(
    qtbot: QtBot, window: MainWindow, sample_journal: Journal, dovecot: Dovecot
) -> None:
    keyring.set_keyring(NoKeyring())
    note(sample_journal, dovecot.port, "hugo")
    dialog = opened(window)
    dialog.setup.look.click()
    answer_password(qtbot, dialog, "wrong")
    qtbot.waitUntil(lambda: below(MailboxPasswordDialog, dialog) is not None, timeout=WAIT)
    answer_password(qtbot, dialog, PASSWORD)
    qtbot.waitUntil(lambda: dialog.setup.folders.names() == ["INBOX", "Sent"], timeout=WAIT)
    dialog.setup.look.click()  # nothing was kept: it asks again
    qtbot.waitUntil(lambda: below(MailboxPasswordDialog, dialog) is not None, timeout=WAIT)
    asking = below(MailboxPasswordDialog, dialog)
    assert asking is not None
    assert asking.keep.parent() is None or not asking.keep.isVisible()
    asking.reject()
    qtbot.waitUntil(lambda: dialog._pages.currentIndex() == Stage.SETUP, timeout=WAIT)
    dialog.reject()


def test_stopped_it_keeps_what_came(
    qtbot: QtBot, window: MainWindow, sample_journal: Journal, dovecot: Dovecot
) -> None:
    dovecot.deliver("ida", [mail(n, size=30_000) for n in range(600)])
    note(sample_journal, dovecot.port, "ida")
    before = sample_journal.inbox.count()
    dialog = opened(window)
    dialog.setup.fetch.click()
    answer_password(qtbot, dialog, PASSWORD)
    qtbot.waitUntil(lambda: sample_journal.inbox.count() > before, timeout=WAIT)
    dialog.reject()  # Esc while it runs
    qtbot.waitUntil(lambda: "Fetching stopped." in dialog.report.text(), timeout=WAIT)
    kept = sample_journal.inbox.count() - before
    assert 0 < kept < 600
    assert sample_journal.mailboxes.folders(1)[0].last_uid == kept
    dialog.reject()


def test_a_server_that_is_not_there_is_said_in_the_dialog(
    qtbot: QtBot, window: MainWindow, sample_journal: Journal, ring: Ring
) -> None:
    note(sample_journal, 9, "lin")
    ring.kept["Casebook", "mailbox lin at 127.0.0.1:9"] = PASSWORD
    dialog = opened(window)
    dialog.setup.fetch.click()
    qtbot.waitUntil(dialog.setup.notice.isVisible, timeout=WAIT)
    assert "takes no connections on port 9" in dialog.setup.notice.text()
    dialog.setup._forget.click()
    qtbot.waitUntil(lambda: not ring.kept, timeout=WAIT)
    assert sample_journal.mailboxes.all() == []
    assert dialog.setup.fetch.isHidden()
    dialog.reject()
