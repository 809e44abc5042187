"""Commands on chats and calls: begin one, take its steps, keep its card, record it at the end."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from casebook.gui import texts
from casebook.gui.commands.said import SaidCommands
from casebook.gui.feed import Feed
from casebook.gui.worker import Worker
from casebook.guide import Guide
from casebook.journal import Changes, Kind
from casebook.journal.ending import proposed, record
from casebook.journal.talking import Step
from casebook.journal.terms import Channel, LetterKind
from casebook.journal.times import moment, system_zone

if TYPE_CHECKING:
    from casebook.gui.dialogs.phone_card_dialog import PhoneCardDialog
    from casebook.gui.dialogs.session_end_dialog import SessionEndDialog
    from casebook.journal import Journal


class SessionCommands(SaidCommands):
    """Opens the card and the form at the end, and writes every step at once: no crash loses it."""

    begun = Signal(int, object)
    """A chat or call began in a case: its number and the `Channel`."""
    agent_named = Signal(int, str)
    """The agent of a case's chat or call has a name."""
    about_to_end = Signal()
    """What stands in the composer is to be saved: the form at the end takes it over."""
    ended = Signal(int, int)
    """A chat or call of a case was recorded: the case, and the contact it became."""
    transcript_requested = Signal(int)
    """The transcript of a case's chat is to be pasted."""
    write_requested = Signal(int, str, int)
    """A message is to be written: case, kind of letter, contact."""

    def __init__(self, journal: Journal, feed: Feed, window: QWidget, guide: Guide, quick: Worker) -> None:
        super().__init__(journal, feed, window, quick)
        self._guide = guide
        self._cards: dict[int, PhoneCardDialog] = {}
        self._ending: dict[int, SessionEndDialog] = {}
        feed.changed.connect(self._look_for_transcript)

    def start(self, case_id: int, channel: Channel) -> None:
        """Begin a chat or call; a call opens its card. Where one is under way in the case, say so."""
        if self.write(lambda: self.journal.sessions.start(case_id, channel)) is None:
            return
        self.begun.emit(case_id, channel)
        if channel is Channel.PHONE:
            self.card(case_id)

    def step(self, case_id: int, name: str) -> None:
        """Keep that a step was taken now."""
        from casebook.gui.models import talk_words

        if self.write(lambda: self.journal.sessions.note(case_id, name)) is None:
            return
        if name == Step.SCAM_SIGN:
            box = QMessageBox(QMessageBox.Icon.Warning, "Casebook", talk_words.scam_warning(), parent=self.window)
            box.setTextFormat(Qt.TextFormat.PlainText)
            box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            box.open()

    def undo(self, case_id: int) -> None:
        """Take the last step back."""
        self.write(lambda: self.journal.sessions.take_back(case_id))

    def name(self, case_id: int, who: str) -> None:
        """Say who it is that answered."""
        if self.write(lambda: self.journal.sessions.name(case_id, who)) is not None:
            self.agent_named.emit(case_id, who)

    def card(self, case_id: int) -> PhoneCardDialog:
        """Show the card of what is under way; there is one a case, and it stands beside the window."""
        from casebook.gui.dialogs.phone_card_dialog import PhoneCardDialog

        if case_id in self._cards:
            self._cards[case_id].raise_()
            self._cards[case_id].activateWindow()
            return self._cards[case_id]
        session = self.journal.sessions.get(case_id)
        card = self._cards[case_id] = PhoneCardDialog(session, self._place(case_id), parent=self.window)
        card.kept.connect(partial(self._keep, case_id))
        card.end_requested.connect(partial(self.end, case_id))
        card.destroyed.connect(lambda _gone=None: self._cards.pop(case_id, None))
        card.finished.connect(lambda _result: self._cards.pop(case_id, None))
        card.show()
        return card

    def end(self, case_id: int) -> SessionEndDialog:
        """Ask what came of a chat or call, with everything that is known filled in."""
        from casebook.gui.dialogs.session_end_dialog import SessionEndDialog
        from casebook.guide.after_talk import next_steps
        from casebook.guide.dates.moments import business_days, follow_up_offers

        if case_id in self._cards:
            self._cards[case_id].close()
        self.about_to_end.emit()
        now, zone = self.journal.clock(), system_zone()
        session = self.journal.sessions.get(case_id)
        ending = proposed(self.journal, session, zone)
        firm = self.journal.firms.get(self.journal.cases.get(case_id).firm_id)
        dialog = SessionEndDialog(
            session,
            ending,
            self._place(case_id),
            self._guide,
            next_steps(self._guide, self.journal, session, ending, now, zone),
            follow_up_offers(now, zone, business_days(firm)),
            moment(now, zone),
            parent=self.window,
        )
        if ending.transcript is not None:
            dialog.show_transcript(ending.transcript, self.journal.contacts.get(ending.transcript).text)
        dialog.on_save = partial(self._record, case_id, dialog)
        dialog.transcript_requested.connect(partial(self.transcript_requested.emit, case_id))
        dialog.date_requested.connect(partial(self._read_date, case_id, dialog))
        self._ending[case_id] = dialog
        dialog.finished.connect(lambda _result: self._ending.pop(case_id, None))
        dialog.open()
        return dialog

    def drop(self, case_id: int) -> QMessageBox:
        """Ask whether a chat or call is not to be recorded, and forget it."""
        words = self.tr("Forget this chat or call? Its times are lost. What you wrote stays in the composer.")
        buttons = QMessageBox.StandardButton.Discard | QMessageBox.StandardButton.Cancel
        box = QMessageBox(QMessageBox.Icon.Question, "Casebook", words, buttons, self.window)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.button(QMessageBox.StandardButton.Discard).clicked.connect(lambda _checked: self._forget(case_id))
        box.open()
        return box

    def close_cards(self) -> None:
        """Close every card; what it holds is kept."""
        for card in list(self._cards.values()):
            card.close()

    def _forget(self, case_id: int) -> None:
        if case_id in self._cards:
            self._cards[case_id].close()
        if self.write(lambda: self.journal.sessions.end(case_id)) is not None:
            self.said.emit(self.tr("Forgotten, nothing was recorded"), None)

    def _keep(self, case_id: int, words: dict[str, str]) -> None:
        session = self.journal.sessions.of_case(case_id)
        if session is not None:
            self.write(lambda: self.journal.sessions.keep(case_id, {**session.words, **words}))

    def _record(self, case_id: int, dialog: SessionEndDialog) -> None:
        changes = record(self.journal, self.journal.sessions.get(case_id), dialog.ending())
        self.feed.announce(changes)
        self.ended.emit(case_id, changes.made)
        words = self.tr("Call recorded in {case}") if dialog.is_call else self.tr("Chat recorded in {case}")
        self.said.emit(words.format(case=f"C-{case_id}"), None)
        if dialog.wants_summary():
            self.write_requested.emit(case_id, str(LetterKind.CALL_SUMMARY), changes.made)

    def _look_for_transcript(self, changes: Changes) -> None:
        """Have the form at the end know of a transcript that was recorded while it is open."""
        for case_id, dialog in self._ending.items():
            found = self.journal.sessions.transcript(case_id) if changes.touches(Kind.CHAT) else None
            if found is not None:
                dialog.show_transcript(found, self.journal.contacts.get(found).text)

    def _place(self, case_id: int) -> str:
        case = self.journal.cases.get(case_id)
        return texts.joined(self.journal.firms.get(case.firm_id).name, case.number, case.title)
