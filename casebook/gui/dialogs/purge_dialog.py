"""The dialog that takes a leaked secret out of everything: look first, then purge, then what may still hold it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QVBoxLayout, QWidget

from casebook.gui import texts, theme
from casebook.gui.dialogs.job_dialog import JobDialog, Stage
from casebook.gui.models import purge_words
from casebook.gui.widgets.parts import caption, plain_label, quiet_button, row_of, side_by_side
from casebook.gui.widgets.passphrase import PassphraseField
from casebook.journal import Progress
from casebook.journal.removal.purge import Found, Purged
from casebook.journal.removal.purge_words import Reason


class PurgeDialog(JobDialog):
    """For a secret that is typed, or with `subject` for one contact or exhibit."""

    look_requested = Signal(str)
    """The secret: say how much holds it."""
    purge_requested = Signal(str, object)
    """The secret (empty for a contact or exhibit) and the `Reason`."""

    def __init__(self, subject: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Purge"))
        self.resize(600, 460)
        self._subject = subject
        self._looked = ""
        self.secret = PassphraseField()
        self.secret.setAccessibleName(self.tr("What is to be purged"))
        self.secret.setPlaceholderText(self.tr("Type or paste what must not be kept"))
        self.look = quiet_button(
            self.tr("Look"), self.tr("Say what holds it, without changing anything (Enter)"), self._look
        )
        self.reason = QComboBox()
        self.reason.setAccessibleName(self.tr("Why"))
        for reason in Reason:
            self.reason.addItem(purge_words.reason(reason), reason)
        self.found = plain_label("")
        self.found.setAccessibleName(self.tr("What holds it"))
        self._notice = plain_label("", kind="warn")
        self._notice.hide()
        self.purge = quiet_button(
            self.tr("Purge for good"), self.tr("Erase it everywhere. It cannot be put back"), self._purge, "primary"
        )
        self._end_title, self._end_words = plain_label("", kind="heading"), plain_label("")
        self._end_left = plain_label("", kind="warn")
        self._lay_out(self._make_setup(), self._make_end())
        self.secret.textChanged.connect(self._changed)
        self.secret.returnPressed.connect(self._look)
        self._changed()
        self.secret.setFocus()

    def show_found(self, found: Found) -> None:
        """Show how much holds the secret."""
        self._pages.setCurrentIndex(Stage.SETUP)
        self._looked = self.secret.text()
        self.found.setText("\n".join(purge_words.found_lines(found)))
        self.purge.setEnabled(not found.nothing)
        (self.secret if found.nothing else self.purge).setFocus()

    def begin(self, title: str) -> None:
        """Show that work has started."""
        self._job.begin(title)
        self._pages.setCurrentIndex(Stage.RUNNING)

    def advance(self, progress: Progress) -> None:
        """Show how far it is."""
        self._job.advance(Progress(progress.done, progress.total))

    def show_done(self, done: Purged) -> None:
        """Show what was purged, and what may still hold it."""
        self.secret.clear()
        self._end_title.setText(self.tr("Purged") if not done.left else self.tr("Purged here, but not everywhere"))
        self._end_words.setText("\n".join(purge_words.done_lines(done)))
        left = [f"{each.path}: {texts.error_text(each.why)}" for each in done.left]
        self._end_left.setText("\n".join((self.tr("May still hold it:"), *left)) if left else "")
        self._end_left.setVisible(bool(left))
        self._pages.setCurrentIndex(Stage.END)

    def show_failure(self, error: Exception) -> None:
        """Say why it could not be done."""
        self._refuse(texts.error_text(error))

    def show_cancelled(self) -> None:
        """Say that it was stopped: what was left to do is done at the next start."""
        self._refuse(self.tr("Stopped. Purge again to finish; until then some places may still hold it."))

    def _make_setup(self) -> QWidget:
        page, form = QWidget(), QFormLayout()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.M)
        title = self.tr("Purge {what}").replace("{what}", self._subject) if self._subject else self.tr("Purge a secret")
        column.addWidget(plain_label(title, kind="heading"))
        column.addWidget(plain_label(self._told(), kind="muted"))
        form.setHorizontalSpacing(theme.L)
        form.setVerticalSpacing(theme.S)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        if not self._subject:
            row = side_by_side(self.secret, self.look)
            form.addRow(caption(self.tr("The secret"), self.secret), row)
        form.addRow(caption(self.tr("Why"), self.reason), self.reason)
        column.addLayout(form)
        column.addWidget(self.found)
        column.addWidget(self._notice)
        column.addStretch(1)
        close = quiet_button(self.tr("Cancel"), self.tr("Close without purging (Esc)"), self.reject)
        column.addLayout(row_of(None, close, self.purge))
        return page

    def _make_end(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.M)
        for label in (self._end_title, self._end_words, self._end_left):
            column.addWidget(label)
        drive = self.tr("What the drive itself, other programs or copies you made elsewhere keep is out of reach.")
        column.addWidget(plain_label(drive, kind="muted"))
        column.addStretch(1)
        column.addLayout(row_of(None, quiet_button(self.tr("Close"), self.tr("Close (Esc)"), self.reject, "primary")))
        return page

    def _told(self) -> str:
        if self._subject:
            return self.tr(
                "Its words and files are erased here and in every backup. Its number and its place in time stay, and "
                "the ledger keeps that it was purged. It cannot be put back."
            )
        return self.tr(
            "A recovery phrase, key or password that got in by mistake is taken out of every record, attachment, "
            "draft, backup and log. The ledger keeps that something was purged, not what. It cannot be put back."
        )

    def _changed(self) -> None:
        typed = self.secret.text()
        self.look.setEnabled(bool(typed))
        self.purge.setEnabled(bool(self._subject))
        if typed != self._looked:
            self.found.clear()
        self._notice.hide()

    def _look(self) -> None:
        if self.secret.text():
            self.look_requested.emit(self.secret.text())

    def _purge(self) -> None:
        self.purge_requested.emit("" if self._subject else self._looked, self.reason.currentData())

    def _refuse(self, words: str) -> None:
        self._pages.setCurrentIndex(Stage.SETUP)
        self._notice.setText(words)
        self._notice.show()
