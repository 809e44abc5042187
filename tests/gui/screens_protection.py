"""How the screenshots come to the pages of protection: each brings a window to one of them, as its user would."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from casebook.gui.dialogs.protection_dialog import ProtectionDialog
from casebook.gui.main_window import MainWindow
from casebook.gui.panes.first_start import FirstStartPage
from casebook.gui.panes.job import JobPane
from casebook.gui.panes.recovery import RecoveryPage
from casebook.gui.panes.unlock import Step, UnlockPage
from casebook.gui.start import Start
from casebook.gui.widgets.recovery_panel import RecoveryPanel
from casebook.journal import Journal
from casebook.journal.progress import Progress
from casebook.journal.secrecy import keys
from casebook.journal.secrecy.keys import Key

PASSPHRASE = "correct horse battery"
PAGES = (
    "first-start",
    "first-start-passphrase",
    "recovery-key",
    "recovery-asked",
    "unlock",
    "unlock-wrong",
    "unlock-lost",
    "unlock-recovery",
    "unlock-mistyped",
    "unlock-renew",
    "protection-plain",
    "protection-encrypt",
    "protection",
    "protection-change",
    "protection-decrypt",
    "protection-recovery",
    "converting",
)

T = TypeVar("T", bound=QWidget)
Settle = Callable[[Callable[[], object]], None]


def open_journal(folder: Path, key: Key | None = None) -> Journal:
    """Open a casebook, or make it where there is none."""
    return (Journal.open if (folder / "casebook.db").exists() else Journal.create)(folder, key=key)


def encrypted(folder: Path) -> str:
    """Make an encrypted casebook and return its recovery key."""
    key, recovery = keys.make(folder, PASSPHRASE)
    Journal.create(folder, key=key).close()
    return recovery


def visible(window: MainWindow, kind: type[T]) -> T | None:
    """Return the page or dialog of a kind that is on the screen."""
    return next((w for w in window.findChildren(kind) if w.isVisible()), None)


def there(window: MainWindow, kind: type[T], settle: Settle) -> T:
    """Wait for a page or dialog and return it."""
    settle(lambda: visible(window, kind))
    found = visible(window, kind)
    assert found is not None, kind
    return found


def bring(page: str, window: MainWindow, folder: Path, settle: Settle) -> tuple[Start, QWidget]:
    """Show a page on a casebook in `folder`; return what ends the casebook, and the widget of the picture."""
    start = Start(window, folder, open_journal, movable=True)
    if page.startswith(("first-start", "recovery")):
        start.has_sample = True
        start()
        _first(page, window, settle)
    elif page.startswith("unlock"):
        recovery = encrypted(folder)
        start()
        _unlock(page, there(window, UnlockPage, settle), recovery, settle)
    elif page == "converting":
        job = JobPane("shield", window.appearance.theme, window)
        window.show_page(job)
        job.begin(
            window.tr("Encrypting the casebook"),
            window.tr(
                "The casebook is rewritten beside itself and replaced in one step at the end. It stays whole if you "
                "stop, or if the power fails."
            ),
        )
        job.advance(Progress(412, 3_000, ""))
    else:
        return start, _protection(page, window, folder, start, settle)
    return start, window


def _first(page: str, window: MainWindow, settle: Settle) -> None:
    first = there(window, FirstStartPage, settle)
    if page == "first-start":
        return
    first.protected.setChecked(True)
    first.passphrase.first.setText(PASSPHRASE)
    first.passphrase.second.setText(PASSPHRASE[:-3])
    if page == "first-start-passphrase":
        return
    first.passphrase.second.setText(PASSPHRASE)
    first.make.click()
    panel = there(window, RecoveryPage, settle).panel
    if page == "recovery-asked":
        panel.next_button.click()
        panel.answer.setText("7QM2K")
        panel.done_button.click()


def _unlock(page: str, unlock: UnlockPage, recovery: str, settle: Settle) -> None:
    def typed(words: str) -> None:
        field = unlock.recovery if unlock.steps.currentIndex() == Step.RECOVERY else unlock.passphrase
        field.setText(words)
        QTest.keyClick(field, Qt.Key.Key_Return)

    if page == "unlock-wrong":
        typed("correct horse batery")
        settle(unlock.notice.isVisible)
    elif page == "unlock-lost":
        unlock.tell_forgotten()
        unlock.offer_remembering(True)
    elif page in {"unlock-recovery", "unlock-mistyped", "unlock-renew"}:
        unlock.to_recovery.click()
        if page == "unlock-mistyped":
            typed(recovery[:-1] + ("7" if recovery[-1] != "7" else "8"))
            settle(unlock.notice.isVisible)
        elif page == "unlock-renew":
            typed(recovery)
            settle(lambda: unlock.steps.currentIndex() == Step.RENEW)


def _protection(page: str, window: MainWindow, folder: Path, start: Start, settle: Settle) -> QWidget:
    key = None
    if page not in {"protection-plain", "protection-encrypt"}:
        encrypted(folder)
        key = keys.unlock(folder, PASSPHRASE)
    start.open(key)
    window.actions_["protection"].trigger()
    dialog = there(window, ProtectionDialog, settle)
    if page == "protection-encrypt":
        dialog.encrypt.click()
    elif page == "protection-change":
        dialog.change.click()
        dialog.present.setText("wrong")
        dialog.refuse(window.tr("Type the present passphrase."))
    elif page == "protection-decrypt":
        dialog.decrypt.click()
    elif page == "protection-recovery":
        dialog.renew.click()
        dialog.present.setText(PASSPHRASE)
        dialog.go.click()
        there(window, RecoveryPanel, settle)
    return dialog
