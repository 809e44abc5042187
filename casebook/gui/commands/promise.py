"""Commands on promises: take one down, and say what became of it."""

from __future__ import annotations

from casebook.gui import texts
from casebook.gui.commands.base import Commands
from casebook.gui.dialogs.promise_dialog import AnswerDialog, PromiseDialog
from casebook.journal import Changes
from casebook.journal.terms import PromiseState
from casebook.journal.times import moment, system_zone


class PromiseCommands(Commands):
    """Open the dialogs of promises and write what they give back."""

    def add(self, case_id: int, contact_id: int = 0) -> PromiseDialog:
        """Open the dialog for a new promise, perhaps one made in a certain contact."""
        case = self.journal.cases.get(case_id)
        contact = self.journal.contacts.get(contact_id) if contact_id else None
        agent = contact.agent if contact else self.journal.contacts.last_used(case_id).agent
        now = moment(self.journal.clock(), system_zone())
        dialog = PromiseDialog(texts.joined(case.number, case.title), now, agent=agent, parent=self.window)
        dialog.on_save = lambda: self._add(case_id, contact_id, dialog)
        dialog.open()
        return dialog

    def answer(self, promise_id: int) -> AnswerDialog:
        """Open the dialog that asks whether a promise was kept."""
        promise = self.journal.promises.get(promise_id)
        dialog = AnswerDialog(promise, self.journal.clock(), parent=self.window)
        dialog.on_save = lambda: self._resolve(promise_id, dialog.state_chosen(), dialog.note.text())
        dialog.open()
        return dialog

    def _add(self, case_id: int, contact_id: int, dialog: PromiseDialog) -> None:
        due, words = dialog.due.moment(), dialog.words.text()
        with self.journal.transaction():
            added = self.journal.promises.add(
                case_id, words, due=due, contact_id=contact_id or None, agent=dialog.agent.text()
            )
            parts = [added]
            if due is not None and dialog.wants_reminder():
                reason = self.tr("Promised: “{words}”. Kept or broken?").format(words=words.strip())
                parts.append(self.journal.follow_ups.add(case_id, due, reason, promise_id=added.made))
        self.feed.announce(Changes.merged(parts))

    def _resolve(self, promise_id: int, state: PromiseState, note: str) -> None:
        """Write what became of a promise; the follow-ups that asked for it are answered by it."""
        promise = self.journal.promises.get(promise_id)
        asked = self.journal.follow_ups.of_case(promise.case_id, open_only=True)
        with self.journal.transaction():
            parts = [self.journal.promises.resolve(promise_id, state, note)]
            if state is not PromiseState.OPEN:
                answer = texts.caption(state)
                parts += [self.journal.follow_ups.done(f.id, answer) for f in asked if f.promise_id == promise_id]
        self.feed.announce(Changes.merged(parts))
        words = self.tr("“{words}”: {state}").format(words=promise.text, state=texts.caption(state))
        self.said.emit(words, lambda: self._take_back(promise_id, promise.state))

    def _take_back(self, promise_id: int, state: PromiseState) -> None:
        self.write(lambda: self.journal.promises.resolve(promise_id, state))
