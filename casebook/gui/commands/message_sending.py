"""What the user does with a message that is ready: copy it, hand it to the mail program, save it, log it as sent."""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from casebook.gui import texts, times
from casebook.gui.commands.base import Commands, export_folder
from casebook.gui.feed import Feed
from casebook.gui.models import due_words
from casebook.gui.worker import Worker
from casebook.guide import Guide
from casebook.journal import Progress
from casebook.journal.terms import Channel
from casebook.journal.times import HowKnown, Moment, moment, system_zone
from casebook.settings import Settings

if TYPE_CHECKING:
    from casebook.dossier.messages.checks import Doubt
    from casebook.dossier.messages.message import About, Message
    from casebook.dossier.messages.prepare import Desk
    from casebook.gui.dialogs.message_dialog import MessageDialog
    from casebook.guide.advice.resend import ResendCheck
    from casebook.journal import Journal


@dataclass
class Writing:
    """A dialog that is open, and what was read of its case."""

    case_id: int
    about: About
    dialog: MessageDialog
    desk: Desk | None = None
    check: ResendCheck | None = None


class MessageSending(Commands):
    """Before a message leaves the dialog it is looked over; a secret in it is named and asked about."""

    def __init__(
        self,
        journal: Journal,
        feed: Feed,
        window: QWidget,
        guide: Guide,
        quick: Worker,
        settings: Settings,
        *,
        open_url: Callable[[QUrl], bool] = QDesktopServices.openUrl,
    ) -> None:
        super().__init__(journal, feed, window)
        self._guide, self._quick, self._settings, self._open_url = guide, quick, settings, open_url

    def copy(self, one: Writing, message: Message) -> None:
        """Put the words on the clipboard; the subject has a field and a button of its own in mail programs."""

        def go() -> None:
            QGuiApplication.clipboard().setText(message.text.rstrip() + "\n")
            self.said.emit(self.tr("Copied the message"), None)

        self._after_look(one, message, self.tr("Copy anyway"), go)

    def open_mail(self, one: Writing, message: Message) -> None:
        """Open it as a new mail in the mail program, where that takes so much."""
        from casebook.dossier.messages import mailto

        def go() -> None:
            address = mailto.url(message.recipient, message.subject, message.text)
            if not mailto.fits(address):
                self._tell(
                    one,
                    self.tr(
                        "This message is too long for the way in which mail programs are called: they would cut it. "
                        "Save it as a mail and open that, or copy the words."
                    ),
                )
            elif not self._open_url(QUrl.fromEncoded(address.encode(), QUrl.ParsingMode.StrictMode)):
                self._tell(one, self.tr("No mail program answered. Save it as a mail, or copy the words."))
            elif message.exhibits or message.in_reply_to:
                words = self.tr("Opened without attachments and outside its thread: saving it as a mail keeps both.")
                self.said.emit(words, None)

        self._after_look(one, message, self.tr("Open anyway"), go)

    def save(self, one: Writing, message: Message) -> None:
        """Save it where the user says: as an unsent mail, a letter as a document."""
        choose = self._choose_document if message.channel is Channel.LETTER else self._choose_file
        self._after_look(one, message, self.tr("Save anyway"), partial(choose, one, message))

    def log_sent(self, one: Writing, message: Message) -> None:
        """Ask when it was sent, and log it."""
        from casebook.dossier.messages import sent
        from casebook.gui.dialogs.sent_dialog import SentDialog

        now = moment(self.journal.clock(), system_zone(), known=HowKnown.DEVICE_CLOCK)
        open_ = sent.answers(self.journal, self._guide, one.case_id, message)
        answered = MessagePlurals().answered(len(open_)) if open_ else ""
        case = self.journal.cases.get(one.case_id)
        place = texts.joined(case.number, case.title, texts.label(message.kind))
        dialog = SentDialog(place, message, now, answered, parent=one.dialog)

        def log() -> None:
            when = dialog.when.moment()
            assert when is not None
            as_sent = replace(message, recipient=dialog.recipient.text().strip())
            self._log(one, as_sent, when, dialog.platform.text().strip(), ask_again=dialog.remind.isChecked())

        dialog.on_save = log
        dialog.open()

    def _log(self, one: Writing, message: Message, when: Moment, platform: str, *, ask_again: bool) -> None:
        """Log it in the background: counting the next clock reads the whole case."""
        from casebook.dossier.messages import sent

        journal, letter = self.journal, one.dialog.letter

        def work() -> Generator[Progress, None, sent.Sent]:
            yield Progress(0)
            return sent.log(
                journal,
                self._guide,
                one.case_id,
                message,
                when,
                zone=system_zone(),
                language=due_words.language(),
                platform=platform,
                ask_again=ask_again,
                letter_id=letter.id if letter else None,
            )

        def done(made: sent.Sent) -> None:
            one.dialog.note_sent()
            self.feed.announce(made.changes)
            self._say_sent(made.next)

        self._quick.run(self.tr("Logging the message"), work, done=done, failed=self.show_error, quiet=True)

    def _say_sent(self, following: int | None) -> None:
        if following is None:
            self.said.emit(self.tr("Logged as sent"), None)
            return
        due = self.journal.follow_ups.get(following).due
        when = times.short_time(times.here(due.utc), self.journal.clock())
        self.said.emit(self.tr("Logged as sent. You will be reminded {when}").replace("{when}", when), None)

    def _choose_document(self, one: Writing, message: Message) -> None:
        from casebook.dossier.drafts import document
        from casebook.dossier.messages import letter

        kinds = ";;".join((self.tr("Document (*.docx)"), self.tr("Text (*.txt)")))
        name = f"C-{one.case_id} {texts.label(message.kind)}.docx"
        path = self._choose(one, name, kinds, (".docx", ".txt"))
        desk, book = one.desk, self.journal.folder
        if path is None or desk is None:
            return

        def work() -> Generator[Progress, None, Path]:
            yield Progress(0)
            lines, stamp = letter.lines(message), desk.facts.as_of
            return document.write(lines, path, language=message.language, stamp=stamp, book=book, replace=True)

        def done(made: Path) -> None:
            self.said.emit(self.tr("Saved {file}").replace("{file}", made.name), None)

        self._quick.run(self.tr("Saving the letter"), work, done=done, failed=self.show_error)

    def _choose(self, one: Writing, name: str, kinds: str, endings: tuple[str, ...]) -> Path | None:
        """Ask where a file is to go; the first ending is added where none of them is there."""
        folder = export_folder(self._settings)
        chosen, _ = QFileDialog.getSaveFileName(one.dialog, self.tr("Save the message"), str(folder / name), kinds)
        if not chosen:
            return None
        path = Path(chosen) if chosen.lower().endswith(endings) else Path(f"{chosen}{endings[0]}")
        self._settings.last_export_folder = str(path.parent)
        return path

    def _choose_file(self, one: Writing, message: Message) -> None:
        from casebook.dossier.messages import eml

        desk = one.desk
        assert desk is not None
        name = f"C-{one.case_id} {texts.label(message.kind)}.eml"
        path = self._choose(one, name, self.tr("Unsent mail (*.eml)"), (".eml",))
        if path is None:
            return

        def work() -> Generator[Progress, None, Path]:
            yield Progress(0)
            enclosed = desk.enclosures(self.journal, message)
            return eml.write(message, enclosed, path, book=self.journal.folder, replace=True)

        def done(made: Path) -> None:
            words = self.tr("Saved {file}: open it in your mail program and send it from there")
            self.said.emit(words.replace("{file}", made.name), None)

        self._quick.run(self.tr("Saving the mail"), work, done=done, failed=self.show_error)

    def _after_look(self, one: Writing, message: Message, anyway: str, go: Callable[[], None]) -> None:
        """Look the message over in the background, ask where it seems to hold a secret, and go on."""
        from casebook.dossier.messages import checks

        def done(doubts: list[Doubt]) -> None:
            one.dialog.show_doubts(doubts)
            if asking := checks.asking(doubts):
                self._ask(one, asking, anyway, go)
            else:
                go()

        self._look_over(one, message, done)

    def _look_over(self, one: Writing, message: Message, done: Callable[[list[Doubt]], None]) -> None:
        """Look the message over in the background and hand on what is doubtful in it; nothing before it was made."""
        desk = one.desk
        if desk is None:
            return

        def work() -> Generator[Progress, None, list[Doubt]]:
            yield Progress(0)
            return desk.look(message)

        self._quick.run(self.tr("Looking the message over"), work, done=done, failed=self.show_error, quiet=True)

    def _ask(self, one: Writing, doubts: list[Doubt], anyway: str, go: Callable[[], None]) -> None:
        from casebook.gui.models import message_words

        lines = dict.fromkeys(message_words.doubt(doubt) for doubt in doubts)
        box = QMessageBox(QMessageBox.Icon.Warning, "Casebook", "\n".join(lines), parent=one.dialog)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setInformativeText(self.tr("Take it out, and nothing can happen with it."))
        back = box.addButton(self.tr("Back to the message"), QMessageBox.ButtonRole.RejectRole)
        go_on = box.addButton(anyway, QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(back)
        box.setEscapeButton(back)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        go_on.clicked.connect(lambda _checked: go())
        box.open()

    def _tell(self, one: Writing, words: str) -> None:
        box = QMessageBox(QMessageBox.Icon.Information, "Casebook", words, parent=one.dialog)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()


class MessagePlurals(QObject):
    """Sentences with a number: the tool that collects words sees plural forms only in `tr`."""

    def answered(self, count: int) -> str:
        """Return that sending it answers follow-ups."""
        return self.tr("This answers %n follow-up(s) that asked for it.", None, count)
