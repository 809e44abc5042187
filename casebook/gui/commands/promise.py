"""Commands on promises: take one down, change it, and say what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from casebook.gui import texts
from casebook.gui.commands.said import SaidCommands
from casebook.gui.feed import Feed
from casebook.gui.worker import Worker
from casebook.journal.records import Promise
from casebook.journal.terms import LetterKind, PromiseState

if TYPE_CHECKING:
    from casebook.gui.dialogs.promise_dialog import AnswerDialog, PromiseDialog
    from casebook.journal import Journal


class PromiseCommands(SaidCommands):
    """Open the dialogs of promises and write what they give back."""

    write_requested = Signal(int, str, int)
    """A message is to be written: the case, the kind, the contact it is about or 0."""

    def __init__(self, journal: Journal, feed: Feed, window: QWidget, quick: Worker) -> None:
        super().__init__(journal, feed, window, quick)

    def add(self, case_id: int, contact_id: int = 0, words: str = "") -> PromiseDialog:
        """Open the dialog for a new promise, perhaps one made in a certain contact, in certain words."""
        from casebook.gui.dialogs.promise_dialog import PromiseDialog

        agent = "" if contact_id else self.journal.contacts.last_used(case_id).agent
        dialog = PromiseDialog(
            self.place(case_id),
            self.now(),
            self.contacts(case_id, contact_id),
            self.journal.exhibits.of_case(case_id),
            chosen=contact_id,
            words=words,
            agent=agent,
            parent=self.window,
        )
        dialog.on_save = lambda: self._add(case_id, dialog)
        return self.opened(case_id, dialog)

    def edit(self, promise_id: int) -> PromiseDialog:
        """Open the dialog of a promise."""
        from casebook.gui.dialogs.promise_dialog import PromiseDialog

        promise = self.journal.promises.get(promise_id)
        contact_id = promise.contact_id or 0
        dialog = PromiseDialog(
            self.place(promise.case_id),
            self.now(),
            self.contacts(promise.case_id, contact_id),
            self.journal.exhibits.of_case(promise.case_id),
            chosen=contact_id,
            promise=promise,
            parent=self.window,
        )
        dialog.on_save = lambda: self._edit(promise, dialog)
        return self.opened(promise.case_id, dialog)

    def answer(self, promise_id: int) -> AnswerDialog:
        """Open the dialog that asks whether a promise was kept."""
        from casebook.gui.dialogs.promise_dialog import AnswerDialog

        promise = self.journal.promises.get(promise_id)
        exhibits = self.journal.exhibits.of_case(promise.case_id)
        dialog = AnswerDialog(promise, self.journal.clock(), exhibits, parent=self.window)
        dialog.on_save = lambda: self._resolve(promise, dialog)
        dialog.open()
        return dialog

    def _add(self, case_id: int, dialog: PromiseDialog) -> None:
        from casebook.gui.models.asked_words import promise_ring

        ring = promise_ring() if dialog.wants_reminder() else ""
        fields = dialog.fields()
        self.feed.announce(self.journal.promises.add(case_id, fields.pop("text"), **fields, ring=ring))

    def _edit(self, promise: Promise, dialog: PromiseDialog) -> None:
        from casebook.gui.models.asked_words import promise_ring

        changed = {name: value for name, value in dialog.fields().items() if getattr(promise, name) != value}
        if changed:
            ring = promise_ring() if dialog.wants_reminder() else ""
            self.feed.announce(self.journal.promises.edit(promise.id, ring=ring, **changed))

    def _resolve(self, promise: Promise, dialog: AnswerDialog) -> None:
        """Write what became of a promise; with it the follow-ups that asked for it are answered."""
        state, shown = dialog.state_chosen(), dialog.exhibit.currentData() or None
        self.feed.announce(self.journal.promises.resolve(promise.id, state, dialog.note.text(), exhibit_id=shown))
        words = self.tr("“{words}”: {state}").format(words=promise.text, state=texts.caption(state))
        self.said.emit(words, lambda: self._take_back(promise.id, promise.state, promise.resolution))
        if dialog.wants_letter():
            self.write_requested.emit(promise.case_id, str(LetterKind.PROMISE_BROKEN), promise.contact_id or 0)

    def _take_back(self, promise_id: int, state: PromiseState, note: str) -> None:
        self.write(lambda: self.journal.promises.resolve(promise_id, state, note))
