"""Commands on deadlines: pick a rule, move a clock, end it, and set a firm's own figures."""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QWidget

from casebook.gui import texts
from casebook.gui.commands.base import Commands
from casebook.gui.feed import Feed
from casebook.gui.models import deadline_words, due_words
from casebook.gui.models.deadline_words import DeadlineView
from casebook.gui.theme import Theme
from casebook.gui.times import today
from casebook.gui.worker import Worker
from casebook.guide import Explanation, Guide, Rule
from casebook.guide.dates import clocks, moves
from casebook.guide.dates.figures import checked
from casebook.guide.dates.moves import Extension, Moves
from casebook.guide.dates.rules import Pause
from casebook.guide.guide import Clock
from casebook.journal import Changes, Progress
from casebook.journal.changes import Kind
from casebook.journal.planning import Deadline
from casebook.journal.records import Firm
from casebook.journal.terms import CheckState, DeadlineState
from casebook.journal.times import Moment, moment, system_zone

if TYPE_CHECKING:
    from casebook.gui.dialogs.deadline_forms import DeadlineDialog, EndDialog, MoreTimeDialog, PauseDialog
    from casebook.gui.dialogs.deadlines_dialog import DeadlinesDialog
    from casebook.gui.dialogs.drop_dialog import DropDialog
    from casebook.gui.dialogs.firm_rules_dialog import FirmRuleDialog, FirmRulesDialog
    from casebook.journal import Journal

_SHOWN = (Kind.DEADLINE, Kind.CHECK_MARK, Kind.CONTACT, Kind.FIRM_RULE, Kind.FIRM)


class DeadlineCommands(Commands):
    """Open the dialogs of deadlines and write what they give back."""

    def __init__(
        self, journal: Journal, feed: Feed, window: QWidget, guide: Guide, theme: Theme, quick: Worker
    ) -> None:
        super().__init__(journal, feed, window)
        self._guide, self._theme, self._quick = guide, theme, quick

    def open(self, case_id: int, deadline_id: int) -> QDialog:
        """Open the list of a case's clocks at one of them; for 0 the form for a new one."""
        if not deadline_id:
            return self.add(case_id)
        dialog = self.show(case_id)
        dialog.choose(deadline_id)
        return dialog

    def show(self, case_id: int) -> DeadlinesDialog:
        """Open the list of a case's clocks; it follows every change."""
        from casebook.gui.dialogs.deadlines_dialog import DeadlinesDialog

        case = self.journal.cases.get(case_id)
        writable = self.journal.read_only is None
        dialog = DeadlinesDialog(
            texts.joined(case.number, case.title), self._theme, writable=writable, parent=self.window
        )

        def fill() -> None:
            dialog.show_deadlines(self.views(case_id), self.journal.clock())

        def follow(changes: Changes) -> None:
            if changes.touches(*_SHOWN):
                fill()

        fill()
        self.feed.changed.connect(follow)
        dialog.finished.connect(lambda _code: self.feed.changed.disconnect(follow))
        dialog.add_requested.connect(lambda: self.add(case_id, parent=dialog))
        dialog.rules_requested.connect(lambda: self.show_rules(case.firm_id, parent=dialog))
        dialog.more_time_requested.connect(lambda wanted: self.more_time(wanted, parent=dialog))
        dialog.pause_requested.connect(lambda wanted: self.pause(wanted, parent=dialog))
        dialog.take_back_requested.connect(self.take_back)
        dialog.end_requested.connect(lambda wanted, contact: self.end(wanted, contact, parent=dialog))
        dialog.goes_on_requested.connect(self.goes_on)
        dialog.drop_requested.connect(lambda wanted: self.drop(wanted, parent=dialog))
        dialog.reopen_requested.connect(self.reopen)
        dialog.open()
        return dialog

    def views(self, case_id: int) -> list[DeadlineView]:
        """Return a case's clocks with what may have ended them."""
        contacts, marks = self.journal.contacts.of_case(case_id), self.journal.check_marks.of_case(case_id)
        found = []
        for deadline in self.journal.deadlines.of_case(case_id):
            rule = self._guide.rules.get(deadline.rule)
            runs = deadline.state is DeadlineState.RUNNING
            answer = clocks.may_end(rule, deadline, contacts, marks) if runs else None
            found.append(DeadlineView(deadline, Explanation.from_json(deadline.explanation), rule, answer))
        return found

    def add(self, case_id: int, rule_id: str = "", *, parent: QWidget | None = None) -> DeadlineDialog:
        """Open the form for a new clock, perhaps with a rule picked already."""
        from casebook.gui.dialogs.deadline_forms import DeadlineDialog

        case = self.journal.cases.get(case_id)
        rules = [rule for rule in self._rules_of(case.firm_id) if rule.counts]
        contacts = [c for c in reversed(self.journal.contacts.of_case(case_id)) if not c.deleted_at][:200]
        dialog = DeadlineDialog(
            texts.joined(case.number, case.title),
            self._guide,
            sorted(rules, key=lambda rule: not rule.pack),
            contacts,
            case.final_contact_id,
            moment(self.journal.clock(), system_zone()),
            lambda wanted, start: self._clock(case_id, wanted, start).explanation,
            parent=parent or self.window,
        )
        dialog.choose(rule_id)
        load = partial(_load_calendar, self.journal.firms.get(case.firm_id), self.journal.clock())
        self._quick.run("", load, done=lambda _nothing: None, quiet=True)

        def save() -> None:
            start = dialog.start.moment()
            assert start is not None
            clock = self._clock(case_id, dialog.rule_id(), start)
            self.feed.announce(
                self.journal.deadlines.add(
                    case_id,
                    dialog.rule_id(),
                    start,
                    clock.explanation.to_json(),
                    contact_id=dialog.contact_id(),
                    rings=clock.rings,
                )
            )

        dialog.on_save = save
        dialog.open()
        return dialog

    def more_time(self, deadline_id: int, *, parent: QWidget | None = None) -> MoreTimeDialog:
        """Open the form that adds time to a clock."""
        from casebook.gui.dialogs.deadline_forms import MoreTimeDialog

        found = self.journal.deadlines.get(deadline_id)
        dialog = MoreTimeDialog(
            self._title(found), today(self.journal.clock()), self._preview(found), parent=parent or self.window
        )
        dialog.on_save = lambda: self._move(deadline_id, _with(dialog.extension()), dialog.why.text())
        dialog.open()
        return dialog

    def pause(self, deadline_id: int, *, parent: QWidget | None = None) -> PauseDialog:
        """Open the form that leaves days out of a clock."""
        from casebook.gui.dialogs.deadline_forms import PauseDialog

        found = self.journal.deadlines.get(deadline_id)
        dialog = PauseDialog(
            self._title(found), today(self.journal.clock()), self._preview(found), parent=parent or self.window
        )
        dialog.on_save = lambda: self._move(deadline_id, _with(dialog.pause()), dialog.why.text())
        dialog.open()
        return dialog

    def take_back(self, deadline_id: int) -> None:
        """Take the last extension back, where there is none the last pause."""

        def without(now: Moves) -> Moves:
            if now.extensions:
                return replace(now, extensions=now.extensions[:-1])
            return replace(now, pauses=now.pauses[:-1])

        self.write(lambda: self._moved(deadline_id, without, ""))

    def end(self, deadline_id: int, contact_id: int | None = None, *, parent: QWidget | None = None) -> EndDialog:
        """Ask what came of a clock, and end it."""
        from casebook.gui.dialogs.deadline_forms import EndDialog

        found, by = self.journal.deadlines.get(deadline_id), ""
        if contact_id:
            contact = self.journal.contacts.get(contact_id)
            by = texts.joined(texts.short_moment(contact.happened), texts.caption(contact.channel), contact.agent)
        dialog = EndDialog(self._title(found), by, parent=parent or self.window)

        def save() -> None:
            answer = dialog.answer.text()
            self.feed.announce(self.journal.deadlines.end(deadline_id, contact_id=contact_id, answer=answer))
            self._say(self.tr("Ended: {what}"), found)

        dialog.on_save = save
        dialog.open()
        return dialog

    def goes_on(self, deadline_id: int, contact_id: int) -> None:
        """Remember that an answer does not end a clock."""
        found, item = self.journal.deadlines.get(deadline_id), clocks.goes_on(deadline_id, contact_id)
        self.write(lambda: self.journal.check_marks.set(found.case_id, item, CheckState.NOT_NEEDED))

    def drop(self, deadline_id: int, *, parent: QWidget | None = None) -> DropDialog:
        """Ask why a clock is not needed, and take it off."""
        from casebook.gui.dialogs.drop_dialog import DropDialog

        found = self.journal.deadlines.get(deadline_id)
        dialog = DropDialog(self._title(found), parent=parent or self.window)

        def save() -> None:
            self.feed.announce(self.journal.deadlines.drop(deadline_id, dialog.answer.text()))
            self._say(self.tr("Taken off: {what}"), found)

        dialog.on_save = save
        dialog.open()
        return dialog

    def reopen(self, deadline_id: int) -> None:
        """Have a clock run on, and ring again."""
        found = self.journal.deadlines.get(deadline_id)
        self.write(lambda: self.journal.deadlines.reopen(deadline_id, self._again(found).rings))

    def show_rules(self, firm_id: int, *, parent: QWidget | None = None) -> FirmRulesDialog:
        """Open the list of what is usual at a firm; it follows every change."""
        from casebook.gui.dialogs.firm_rules_dialog import FirmRulesDialog

        firm = self.journal.firms.get(firm_id)
        writable = self.journal.read_only is None
        dialog = FirmRulesDialog(firm.name, self._theme, writable=writable, parent=parent or self.window)

        def fill(_changes: object = None) -> None:
            records = {record.rule: record for record in self.journal.firm_rules.of_firm(firm_id)}
            dialog.show_rules(list(self._guide.rules.values()), records)

        fill()
        self.feed.changed.connect(fill)
        dialog.finished.connect(lambda _code: self.feed.changed.disconnect(fill))
        dialog.set_requested.connect(lambda wanted: self.set_rule(firm_id, wanted, parent=dialog))
        dialog.reset_requested.connect(
            lambda wanted: self.write(lambda: self.journal.firm_rules.reset(firm_id, wanted))
        )
        dialog.open()
        return dialog

    def set_rule(self, firm_id: int, rule_id: str, *, parent: QWidget | None = None) -> FirmRuleDialog:
        """Open the form for a firm's own figure."""
        from casebook.gui.dialogs.firm_rules_dialog import FirmRuleDialog

        firm, rule = self.journal.firms.get(firm_id), self._guide.rules[rule_id]
        record = self.journal.firm_rules.of_rule(firm_id, rule_id)
        dialog = FirmRuleDialog(firm.name, rule, record, parent=parent or self.window)

        def save() -> None:
            figure, why = dialog.figure(), dialog.why.text()
            if figure is None:
                self.feed.announce(self.journal.firm_rules.set(firm_id, rule_id, used=False, why=why))
                return
            checked(rule, *figure)
            unit, first, last = figure
            self.feed.announce(
                self.journal.firm_rules.set(firm_id, rule_id, unit=unit, not_before=first, not_after=last, why=why)
            )

        dialog.on_save = save
        dialog.open()
        return dialog

    def _rules_of(self, firm_id: int) -> list[Rule]:
        return list(self._guide.rules_for(self.journal.firm_rules.of_firm(firm_id)).values())

    def _clock(self, case_id: int, rule_id: str, start: Moment, moved: Moves = moves.NONE) -> Clock:
        firm = self.journal.firms.get(self.journal.cases.get(case_id).firm_id)
        records, now = self.journal.firm_rules.of_firm(firm.id), self.journal.clock()
        language = due_words.language()
        return self._guide.clock(rule_id, start, firm, records, system_zone(), now, language=language, moves=moved)

    def _again(self, found: Deadline, moved: Moves | None = None) -> Clock:
        kept = moved or moves.read(found.pauses, found.extensions)
        return self._clock(found.case_id, found.rule, found.start, kept)

    def _preview(self, found: Deadline) -> Callable[[Extension | Pause], Explanation]:
        kept = moves.read(found.pauses, found.extensions)
        return lambda more: self._again(found, _with(more)(kept)).explanation

    def _move(self, deadline_id: int, change: moves.Change, why: str) -> None:
        self.feed.announce(self._moved(deadline_id, change, why))

    def _moved(self, deadline_id: int, change: moves.Change, why: str) -> Changes:
        found = self.journal.deadlines.get(deadline_id)
        moved = change(moves.read(found.pauses, found.extensions))
        clock = self._again(found, moved)
        pauses, extensions = moved.pauses_json(), moved.extensions_json()
        return self.journal.deadlines.move(
            deadline_id, clock.explanation.to_json(), pauses=pauses, extensions=extensions, rings=clock.rings, why=why
        )

    def _title(self, found: Deadline) -> str:
        return deadline_words.title(self._guide.rules.get(found.rule), found.rule)

    def _say(self, template: str, found: Deadline) -> None:
        self.said.emit(template.format(what=self._title(found)), lambda: self.reopen(found.id))


def _load_calendar(firm: Firm, now: datetime) -> Generator[Progress, None, None]:
    """Have the holidays of a firm's country worked out before a date needs them, which can take half a second."""
    from casebook.guide.dates.calendar import WorkingDays

    days = WorkingDays(firm.country, firm.zone)
    for ahead in range(0, 400, 200):
        yield Progress(ahead)
        days.regional((now + timedelta(days=ahead)).date())


def _with(more: Extension | Pause) -> moves.Change:
    """Return the change that one more extension or pause makes."""
    if isinstance(more, Pause):
        return lambda now: replace(now, pauses=(*now.pauses, more))
    return lambda now: replace(now, extensions=(*now.extensions, more))
