"""Commands on messages to a firm: make one ready from the record, keep what the user changes, look it over."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from casebook import paths
from casebook.gui import texts
from casebook.gui.commands.message_sending import MessageSending, Writing
from casebook.gui.feed import Feed
from casebook.gui.models import due_words
from casebook.gui.theme import Theme
from casebook.gui.worker import Worker
from casebook.guide import Guide
from casebook.journal import Progress
from casebook.journal.errors import CasebookError
from casebook.journal.planning import Letter
from casebook.journal.terms import Channel, LetterKind
from casebook.journal.times import system_zone
from casebook.settings import Settings

if TYPE_CHECKING:
    from casebook.dossier.messages.checks import Doubt
    from casebook.dossier.messages.message import Message, Recipient
    from casebook.dossier.messages.prepare import Desk, Offered
    from casebook.dossier.messages.templates import Templates
    from casebook.gui.dialogs.message_dialog import Choice, MessageDialog
    from casebook.gui.dialogs.templates_dialog import TemplatesDialog
    from casebook.guide.advice.resend import ResendCheck
    from casebook.journal import Journal

_SENT_AGAIN = {LetterKind.FIRST, LetterKind.NUDGE, LetterKind.RESEND}


@dataclass(frozen=True)
class _Ready:
    """A message with all that is shown beside it."""

    desk: Desk
    message: Message
    offered: list[Offered]
    letter: Letter | None
    check: ResendCheck | None
    doubts: list[Doubt]


class MessageCommands(MessageSending):
    """One dialog a case; another wish for the same case opens it anew."""

    document_requested = Signal(int, str)
    """A document about this case is wanted: complaint, summary, police."""
    call_requested = Signal(int)
    """A call of this case begins."""

    def __init__(
        self,
        journal: Journal,
        feed: Feed,
        window: QWidget,
        guide: Guide,
        quick: Worker,
        settings: Settings,
        theme: Theme,
        *,
        open_url: Callable[[QUrl], bool] = QDesktopServices.openUrl,
    ) -> None:
        super().__init__(journal, feed, window, guide, quick, settings, open_url=open_url)
        self._theme = theme
        self._open: dict[int, Writing] = {}

    def open(
        self,
        case_id: int,
        kind: str = "",
        contact_id: int = 0,
        follow_up_id: int = 0,
        *,
        promise_id: int = 0,
        channel: str = "",
    ) -> MessageDialog:
        """Open the dialog for a message in a case; what is left out (empty, 0) is found from the record."""
        from casebook.dossier.messages import prepare
        from casebook.dossier.messages.message import About
        from casebook.gui.dialogs.message_dialog import MessageDialog

        found, about = None, About()
        if follow_up_id:
            found, about = prepare.for_follow_up(self.journal.follow_ups.get(follow_up_id), self._guide)
        about = replace(about, contact_id=contact_id or about.contact_id, promise_id=promise_id or about.promise_id)
        purpose = LetterKind(kind) if kind else found or self._usual_kind(case_id)
        if (before := self._open.pop(case_id, None)) is not None:
            before.dialog.reject()
        case = self.journal.cases.get(case_id)
        title = texts.joined(case.number, case.title, self.journal.firms.get(case.firm_id).name)
        language = self._settings.report_language or due_words.language()
        followed = self.journal.contacts.get(about.contact_id) if about.contact_id else None
        way = Channel(channel) if channel else prepare.usual_channel(followed)
        first = (purpose, way, language)
        dialog = MessageDialog(title, first, self._theme, parent=self.window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        one = self._open[case_id] = Writing(case_id, about, dialog)
        self._connect(one)
        dialog.show()
        dialog.start()
        return dialog

    def edit_templates(self) -> TemplatesDialog:
        """Open the dialog of the user's own templates."""
        return self.show_templates((LetterKind.FIRST, None, due_words.language()))

    def show_templates(self, choice: tuple[LetterKind, Channel | None, str]) -> TemplatesDialog:
        """Open the dialog of the user's own templates with that of a kind, channel (None: all) and language."""
        from casebook.gui.dialogs.templates_dialog import TemplatesDialog

        dialog = TemplatesDialog(self._templates(), choice, due_words.language(), parent=self.window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

        def save(wanted: tuple[LetterKind, Channel | None, str], subject: str, text: str) -> None:
            kind, channel, language = wanted
            if self.write(
                lambda: self.journal.templates.save(kind, str(channel or ""), language, subject=subject, text=text)
            ):
                dialog.show_templates(self._templates())

        def reset(number: int) -> None:
            if self.write(lambda: self.journal.templates.reset(number)):
                dialog.show_templates(self._templates())

        dialog.save_requested.connect(save)
        dialog.reset_requested.connect(reset)
        dialog.finished.connect(lambda _how: self._make_all_anew())
        dialog.open()
        return dialog

    def _usual_kind(self, case_id: int) -> LetterKind:
        """Return what is written where nobody said: a nudge while a message waits, else a first message."""
        firm = self.journal.cases.get(case_id).firm_id
        waits = {row.id for row in self.journal.cases.rows(firm_id=firm, waiting=True)}
        return LetterKind.NUDGE if case_id in waits else LetterKind.FIRST

    def _templates(self) -> Templates:
        from casebook.dossier.messages.templates import Templates

        return Templates(paths.resources() / "guides" / "messages", self.journal.templates.all())

    def _connect(self, one: Writing) -> None:
        dialog = one.dialog
        dialog.wanted.connect(partial(self._make, one))
        dialog.edited.connect(partial(self._edited, one))
        dialog.anew_requested.connect(partial(self._make_anew, one))
        dialog.address_edited.connect(partial(self._judge, one))
        dialog.guard_requested.connect(partial(self._explain, one))
        dialog.document_requested.connect(partial(self.document_requested.emit, one.case_id))
        dialog.templates_requested.connect(self.show_templates)
        dialog.copy_requested.connect(partial(self.copy, one))
        dialog.open_requested.connect(partial(self.open_mail, one))
        dialog.save_requested.connect(partial(self.save, one))
        dialog.sent_requested.connect(partial(self.log_sent, one))
        dialog.call_requested.connect(partial(self._call, one))
        dialog.finished.connect(partial(self._closed, one))

    def _make(self, one: Writing, choice: Choice, exhibits: Sequence[int] | None) -> None:
        """Make the message of a choice in the background."""
        kind, channel, language = choice
        journal, zone = self.journal, system_zone()

        def work() -> Generator[Progress, None, _Ready]:
            from casebook.dossier.messages import prepare

            yield Progress(0)
            desk = prepare.Desk.of(journal, one.case_id, paths.resources(), language)
            message = desk.message(journal, kind, channel, language, one.about, exhibits)
            letter = next(
                (x for x in journal.letters.of_case(one.case_id) if (x.kind, x.channel, x.language) == choice), None
            )
            check = None
            if kind in _SENT_AGAIN:
                check = self._guide.resend_check(
                    desk.facts.firm, desk.facts.contacts, journal.clock(), zone,
                    channel=channel, firm_rules=journal.firm_rules.of_firm(desk.facts.firm.id),
                )  # fmt: skip
            shown = message if letter is None else replace(message, subject=letter.subject, text=letter.text)
            return _Ready(desk, message, desk.offered(language), letter, check, desk.look(shown))

        def done(ready: _Ready) -> None:
            if self._open.get(one.case_id) is not one or choice != one.dialog.choice():
                return
            one.desk, one.check = ready.desk, ready.check
            one.dialog.show_message(ready.message, ready.letter, ready.offered)
            one.dialog.show_doubts(ready.doubts)
            check = ready.check
            warns = check is not None and check.sent is not None and check.warns
            words = check.reasons[due_words.language()] if check and warns else ""
            one.dialog.show_guard(words, explained=bool(check and check.limit))

        def failed(error: Exception) -> None:
            one.dialog.show_failure(texts.error_text(error))

        self._quick.run(self.tr("Writing the message"), work, done=done, failed=failed, quiet=True)

    def _edited(self, one: Writing, message: Message) -> None:
        """Keep the words as they stand, and look them over."""
        self._keep(one)

        def done(doubts: list[Doubt]) -> None:
            now = one.dialog.message() if self._open.get(one.case_id) is one else None
            if now and (now.subject, now.text, now.channel) == (message.subject, message.text, message.channel):
                one.dialog.show_doubts(doubts)

        self._look_over(one, message, done)

    def _keep(self, one: Writing) -> None:
        message = one.dialog.changed_message()
        if message is None:
            return
        try:
            changes = self.journal.letters.save(
                one.case_id, message.kind, message.channel, message.language,
                recipient=message.recipient, subject=message.subject, text=message.text,
                exhibits=message.exhibits, about=one.about.to_json(),
            )  # fmt: skip
        except (CasebookError, OSError) as error:
            one.dialog.show_failure(texts.error_text(error))
            return
        self.feed.announce(changes)
        one.dialog.note_kept(self.journal.letters.get(changes.made))

    def _make_anew(self, one: Writing, choice: Choice) -> None:
        letter = one.dialog.letter
        if letter is not None and self.write(lambda: self.journal.letters.drop(letter.id)) is None:
            return
        one.dialog.note_kept(None)
        self._make(one, choice, None)

    def _make_all_anew(self) -> None:
        for one in self._open.values():
            if one.dialog.letter is None:
                self._make(one, one.dialog.choice(), None)

    def _judge(self, one: Writing, message: Message) -> None:
        journal = self.journal

        def work() -> Generator[Progress, None, Recipient]:
            from casebook.dossier.messages import recipients

            yield Progress(0)
            firm = journal.cases.get(one.case_id).firm_id
            return recipients.judge(journal, firm, message.channel, message.recipient)

        def done(known: Recipient) -> None:
            if self._open.get(one.case_id) is one:
                one.dialog.show_recipient(known)

        self._quick.run(self.tr("Looking the address up"), work, done=done, failed=self.show_error, quiet=True)

    def _explain(self, one: Writing) -> None:
        """Say how the date before which nothing is to be sent again was found."""
        limit = one.check.limit if one.check else None
        if limit is not None:
            self._tell(one, limit.sentence(due_words.language()))

    def _call(self, one: Writing) -> None:
        one.dialog.reject()
        self.call_requested.emit(one.case_id)

    def _closed(self, one: Writing, _how: int) -> None:
        if not one.dialog.is_sent:
            self._keep(one)
        if self._open.get(one.case_id) is one:
            del self._open[one.case_id]
