"""The case page: what happened, what now, and the composer.

It opens no dialog and writes nothing. Its wishes, each to be sent to a command:

    case_edit_requested(case_id)  case_close_requested(case_id)  case_reopen_requested(case_id)
    export_requested(case_id)
    log_requested(LogRequest)  answer with contact_logged(request, changes) or contact_refused(request, words)
    files_requested()  answer with attach_files(paths)
    draft_changed(case_id, Draft)  keep what stands in the composer
    contact_requested(contact_id)  open a contact: all its facts, and its earlier words
    amend_requested(contact_id)  mail_save_requested(contact_id)  contact_delete_requested(contact_id)
    promise_requested(case_id, contact_id)  promise_answer_requested(promise_id)
    request_requested(case_id, contact_id)  supply_requested(request_id)
    reference_requested(case_id, contact_id)  ticket_requested(case_id)  transfer_…, loss_…: see `CaseWishes`
    follow_up_requested(case_id, contact_id)
    explain_requested(id)  snooze_requested(id)  done_requested(id)  drop_requested(id): of a follow-up
    suggestion_explain_requested(Suggestion)  accept_suggestion_requested(case_id, Suggestion)
    write_requested(case_id, kind, contact_id, follow_up_id)  write to them; an empty kind is found from the record
    resend_explain_requested(ResendCheck)  why a message should not be sent again yet
    exhibit_add_requested(case_id)
    exhibit_requested(id)  exhibit_save_requested(id)  exhibit_describe_requested(id)  exhibit_redact_requested(id)
    exhibit_delete_requested(id)
    promise_marked(case_id, contact_id, words)  request_marked  reference_marked  ticket_marked  quote_requested: so
    quote_note_requested(id)  quote_remove_requested(id): of a passage that the dossier quotes

`contact_id` is 0 where no contact is meant. The fact `copied(words)` says what was put on the clipboard.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QTimer, SignalInstance
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QWidget

from casebook.gui.collecting import collecting_later
from casebook.gui.feed import Feed
from casebook.gui.models import case_facts, deadline_words, money_rows, next_step, next_thoughts, ready_rows, side_rows
from casebook.gui.models.case_facts import CaseFacts
from casebook.gui.models.draft import Draft, from_words
from casebook.gui.models.log_request import LogRequest
from casebook.gui.models.next_thoughts import Thoughts
from casebook.gui.models.timeline_model import TimelineModel
from casebook.gui.theme import Theme
from casebook.gui.widgets.cases.case_body import CaseBody
from casebook.gui.widgets.cases.case_finder import CaseFinder
from casebook.gui.widgets.cases.case_joints import join_side
from casebook.gui.widgets.cases.case_menus import CaseMenus
from casebook.gui.widgets.cases.case_wishes import CaseWishes
from casebook.gui.widgets.composing import intake
from casebook.gui.widgets.exhibits.thumbnails import Thumbnails
from casebook.gui.widgets.timeline.bubble import MOST_SHOWN
from casebook.gui.worker import Worker
from casebook.guide import Guide, Suggestion
from casebook.journal import Changes, Kind
from casebook.journal.records import Contact
from casebook.journal.terms import PromiseState, RequestState

if TYPE_CHECKING:
    from casebook.journal import Journal

_MINUTE = 60_000
_AFTER_PAINT = 60
_TIMELINE_KINDS = (Kind.CONTACT, Kind.MAIL, Kind.EXHIBIT, Kind.AMENDMENT, Kind.TICKET, Kind.PROMISE, Kind.QUOTE)


class CasePage(CaseWishes):
    """Shows one case. See the top of this file for its signals."""

    def __init__(
        self,
        journal: Journal,
        feed: Feed,
        theme_: Theme,
        guide: Guide,
        worker: Worker,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._journal, self._guide, self._worker = journal, guide, worker
        self._facts: CaseFacts | None = None
        self._suggestions: list[Suggestion] = []
        self._answered: Mapping[int, Contact] = {}
        self._copied = {Kind.REFERENCE: 0, Kind.TICKET: 0}
        self.setProperty("kind", "page")
        self.setAcceptDrops(True)
        self.thumbnails = Thumbnails(journal.exhibits.read, self)
        self.model = TimelineModel(partial(journal.contacts.many, most=MOST_SHOWN), self)
        body = self.body = CaseBody(journal.clock, self.model, theme_, self.thumbnails, self)
        self.header, self.strip, self.banner, self.side = body.header, body.strip, body.banner, body.side
        self.timeline, self.composer = body.timeline, body.composer
        self.composer.serve(self, worker)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(body)
        self._menus = CaseMenus(self, journal, self.show_contact, self.timeline.copy, self.timeline.marked_words)
        self.finder = CaseFinder(journal, self.timeline, self)
        body.put_above_timeline(self.finder.bar)
        self._connect()
        feed.changed.connect(self._on_change)
        self._tick = QTimer(self)
        self._tick.timeout.connect(self.refresh_time)
        self._tick.start(_MINUTE)
        self.clear()

    @property
    def case_id(self) -> int:
        """The local number of the case that is shown, 0 for none."""
        return self._facts.case.id if self._facts else 0

    @property
    def splitter(self) -> QSplitter:
        """What the user can drag: page and side panel."""
        return self.body

    @property
    def facts(self) -> CaseFacts | None:
        """What is shown, None for no case."""
        return self._facts

    def show_case(self, case_id: int | None, contact_id: int | None = None) -> None:
        """Show a case at its newest contact, or at `contact_id`; None or 0 clears the page. Raises NotFound."""
        if not case_id:
            self.clear()
            return
        if other := case_id != self.case_id:
            self.finder.end()
        with collecting_later():
            self._load(case_facts.load(self._journal, case_id))
        if other:
            self._suggestions = []
            self.composer.guard.guard_by(None)
            self._copied = {Kind.REFERENCE: 0, Kind.TICKET: 0}
            self.composer.set_case(case_id, self._journal.contacts.last_used(case_id), self._kept(case_id))
            self.timeline.clearSelection()
            self.timeline.show_end()
        self._show_rest()
        self._ask_guide()
        self.body.show()
        if contact_id:
            self.show_contact(contact_id)

    def clear(self) -> None:
        """Show no case. A draft is kept."""
        self.composer.keep_draft()
        self._facts = None
        self._suggestions = []
        self.model.show(())
        self.body.hide()

    def show_contact(self, contact_id: int) -> None:
        """Bring a contact of this case into view and select it."""
        if self.model.row_of(contact_id) < 0:  # it is not among those looked for, but it is what is wanted now
            self.finder.clear()
        if self.timeline.show_contact(contact_id):
            self.timeline.setFocus()

    def start_logging(self) -> None:
        """Put the cursor where one types (Ctrl+L)."""
        self.composer.focus_text()

    def attach_files(self, paths: Sequence[Path]) -> None:
        """Put files into the composer."""
        self.composer.attach_files(list(paths))

    def contact_logged(self, request: LogRequest, changes: Changes) -> None:
        """Take note that a contact was recorded: make room for the next, show the new one."""
        self.composer.accepted(request.case_id)
        if request.case_id == self.case_id:
            self.timeline.show_contact(changes.made)

    def contact_refused(self, request: LogRequest, words: str) -> None:
        """Take note that nothing was recorded, and why."""
        if request.case_id == self.case_id:
            self.composer.refused(words)

    def read_drafts(self) -> None:
        """Show drafts as they are kept now: something was taken out of them."""
        self.composer.forget()
        if case_id := self.case_id:
            self.composer.set_case(case_id, self._journal.contacts.last_used(case_id), self._kept(case_id))

    def unsaved_cases(self) -> list[int]:
        """Return the local numbers of cases with something written and not saved."""
        return self.composer.unsaved_cases()

    def refresh_time(self) -> None:
        """Show what is due now: time has passed, or the machine has woken up."""
        if self._facts is not None and self.isVisible():
            self._show_rest()

    def close_threads(self) -> None:
        """Stop the background reading of thumbnails; call before the journal is closed."""
        self.thumbnails.close()

    # -- events ------------------------------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome files and pictures anywhere on the page."""
        if self._facts is not None and intake.can_take(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Put what was dropped into the composer."""
        if self._facts is not None and self.composer.take_drop(event):
            event.acceptProposedAction()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a switch of language."""
        if event.type() == QEvent.Type.LanguageChange and self._facts is not None:
            self._show_rest()
        super().changeEvent(event)

    # -- filling -----------------------------------------------------------------------------------------------------

    def _on_change(self, changes: Changes) -> None:
        """Read again what a write touched."""
        facts = self._facts
        if facts is None:
            return
        firm = facts.firm.id in changes.ids.get(Kind.FIRM, ()) or changes.touches(Kind.FIRM_RULE)
        if facts.case.id not in changes.cases and not firm:
            return
        if not self._journal.cases.exists(facts.case.id):  # it was put into the bin
            self.clear()
            return
        if self._was_only_seen(changes, facts):
            return
        if changes.touches(*_TIMELINE_KINDS):
            with collecting_later():
                self._load(case_facts.load(self._journal, facts.case.id))
        else:
            self._facts = case_facts.load(self._journal, facts.case.id, facts.contacts)
        self._show_rest()
        self._ask_guide()

    def _was_only_seen(self, changes: Changes, facts: CaseFacts) -> bool:
        """Return whether an exhibit was looked at and nothing else: that is not shown here."""
        touched = changes.ids.get(Kind.EXHIBIT, ())
        known = next((exhibit for exhibit in facts.exhibits if exhibit.id in touched), None)
        if known is None or len(touched) != 1 or len(changes.ids) != 1:
            return False
        now = self._journal.exhibits.get(known.id)
        return replace(known, read_at=now.read_at) == now

    def _kept(self, case_id: int) -> Draft | None:
        kept = self._journal.drafts.load(case_id)
        return from_words(kept.words, kept.files, kept.saved_at, self._journal.clock()) if kept else None

    def _load(self, facts: CaseFacts) -> None:
        """Show the contacts."""
        self._facts = facts
        self.finder.know(facts.case.id, facts.contacts)
        self._fill()
        self.body.show_timeline(bool(facts.contacts))

    def _fill(self) -> None:
        """Show the contacts that are looked for, or all."""
        if (facts := self._facts) is None:
            return
        rows, ends, found = self.finder.rows(), facts.is_closed, self.finder.active
        now = self._journal.clock()
        self.model.show(rows, facts.promises, facts.quotes, now=now, ends=ends, silences=not found)

    def _show_rest(self) -> None:
        """Show everything but the contacts, as of now."""
        facts, now = self._facts, self._journal.clock()
        assert facts is not None
        follow_ups = facts.open_follow_ups
        self.header.show_case(facts.case, facts.firm, facts.tickets)
        ends = deadline_words.marks(facts.deadlines, self._guide.rules, now)
        self.strip.show_case(facts.contacts, facts.promises, follow_ups, now, ends, waits=not facts.is_closed)
        ideas = [] if facts.is_closed else next_step.unasked(self._suggestions, facts.follow_ups)
        self.banner.show_step(next_step.find(follow_ups, ideas, self._guide, now))
        side, open_promises = self.side, [p for p in facts.promises if p.state is PromiseState.OPEN]
        rows = side_rows.follow_ups(follow_ups, ideas, self._guide, now)
        side.show_rows(side.next, rows, len(follow_ups))
        clocks = deadline_words.running(facts.deadlines, self._guide.rules, self._answered, now)
        side.show_rows(side.clocks, clocks)
        side.show_rows(side.promised, side_rows.promises(facts.promises, now), len(open_promises))
        wanted = [r for r in facts.requests if r.state is RequestState.OPEN]
        side.show_rows(side.asked, side_rows.requests(facts.requests, now), len(wanted))
        said = {row.id: row for row in facts.contacts} if facts.quotes else {}
        side.show_rows(side.quoted, side_rows.quotes(facts.quotes, said, now))
        side.show_rows(side.numbers, side_rows.tickets(facts.tickets, self._copied[Kind.TICKET], now))
        side.show_rows(side.referred, side_rows.references(facts.references, self._copied[Kind.REFERENCE]))
        side.show_rows(side.moved, money_rows.transfers(facts.transfers, facts.exhibits, now))
        side.show_rows(side.claimed, money_rows.losses(facts.losses, facts.exhibits))
        side.show_exhibits(facts.exhibits)
        self.composer.tray.know(facts.exhibits)
        side.show_checklist(ready_rows.told(facts))

    def _ask_guide(self) -> None:
        """Have the guide look at the latest contacts in the background: calendars take a moment to load."""
        facts = self._facts
        if facts is None or facts.is_closed or not facts.contacts:
            return

        def show(found: Thoughts) -> None:
            if self._facts is not None and self._facts.case.id == facts.case.id:
                self.composer.guard.guard_by(found.guard)
                if (found.suggestions, found.answered) != (self._suggestions, self._answered):
                    self._suggestions, self._answered = found.suggestions, found.answered
                    self._show_rest()

        def ask() -> None:
            if self._facts is facts:
                think = partial(next_thoughts.think, self._journal, self._guide, facts)
                self._worker.run(self.tr("Looking for the next step"), think, done=show)

        QTimer.singleShot(_AFTER_PAINT, self, ask)  # the thread would slow the first painting down

    # -- opening and copying -------------------------------------------------------------------------------------------

    def _open_follow_up(self, row_id: int) -> None:
        """Explain a follow-up; take over a suggestion of the guide (they have negative numbers)."""
        if row_id > 0:
            self.explain_requested.emit(row_id)
            return
        facts = self._facts
        ideas = next_step.unasked(self._suggestions, facts.follow_ups) if facts else []
        if -row_id <= len(ideas):
            self.accept_suggestion_requested.emit(self.case_id, ideas[-row_id - 1])

    def _copy(self, kind: Kind, record_id: int) -> None:
        """Put a reference or a ticket number on the clipboard, letter for letter, and mark it."""
        facts = self._facts
        if facts is None:
            return
        words = {r.id: r.value for r in facts.references} if kind is Kind.REFERENCE else {}
        words = words or {t.id: t.number for t in facts.tickets}
        if record_id in words:
            QGuiApplication.clipboard().setText(words[record_id])
            self._copied = {Kind.REFERENCE: 0, Kind.TICKET: 0, kind: record_id}
            self._show_rest()
            self.copied.emit(self.tr("Copied: {words}").format(words=words[record_id]))

    # -- building ----------------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        def case(signal: SignalInstance) -> Callable[[], None]:
            """Return a wish about the case that is shown."""
            return lambda: signal.emit(self.case_id)

        self.header.edit_requested.connect(case(self.case_edit_requested))
        self.header.close_requested.connect(case(self.case_close_requested))
        self.header.reopen_requested.connect(case(self.case_reopen_requested))
        self.header.export_requested.connect(case(self.export_requested))
        self.strip.contact_activated.connect(self.show_contact)
        self.composer.guard.explain_requested.connect(self.resend_explain_requested)
        self.banner.explain_requested.connect(self._explain_step)
        self.banner.snooze_requested.connect(lambda: self._answer_step(self.snooze_requested))
        self.banner.done_requested.connect(lambda: self._answer_step(self.done_requested))
        self.banner.accept_requested.connect(self._accept_step)
        self.banner.write_requested.connect(self._write_step)
        self.timeline.contact_activated.connect(self.contact_requested)
        self.timeline.key_pressed.connect(self._menus.press)
        self.finder.changed.connect(self._fill)
        self.timeline.exhibit_activated.connect(self.exhibit_requested)
        self.timeline.menu_requested.connect(self._menus.contact)
        self.composer.log_requested.connect(self.log_requested)
        self.composer.files_requested.connect(self.files_requested)
        self.composer.drafted.connect(self.draft_changed)
        self.composer.left.connect(self.timeline.setFocus)
        join_side(self, self.side, self._menus, self._copy, self._open_follow_up)

    def _explain_step(self) -> None:
        step = self.banner.step()
        if step and step.suggestion:
            self.suggestion_explain_requested.emit(step.suggestion)
        elif step:
            self.explain_requested.emit(step.follow_up_id)

    def _answer_step(self, signal: SignalInstance) -> None:
        if step := self.banner.step():
            signal.emit(step.follow_up_id)

    def _write_step(self) -> None:
        if step := self.banner.step():
            self.write_requested.emit(self.case_id, *next_step.letter(step), step.follow_up_id)

    def _accept_step(self) -> None:
        if (step := self.banner.step()) and step.suggestion:
            self.accept_suggestion_requested.emit(self.case_id, step.suggestion)
