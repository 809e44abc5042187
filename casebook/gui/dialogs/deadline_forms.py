"""The forms of a deadline: pick a rule and its start, add time, leave days out, and say that it has ended."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QComboBox, QDateEdit, QLabel, QLineEdit, QVBoxLayout, QWidget

from casebook.gui import texts, theme, times
from casebook.gui.dialogs.form import FormDialog
from casebook.gui.models import deadline_words, due_words
from casebook.gui.widgets.composing.moment_edit import MomentEdit
from casebook.gui.widgets.long_choice import LongChoice
from casebook.gui.widgets.parts import Hint, calm_calendar, number_box, plain_label, side_by_side
from casebook.guide import Explanation, Guide, Rule
from casebook.guide.dates import moves
from casebook.guide.dates.moves import By, Extension
from casebook.guide.dates.rules import Pause, Start
from casebook.guide.dates.wording import words
from casebook.journal.errors import CasebookError
from casebook.journal.records import Contact
from casebook.journal.terms import Direction
from casebook.journal.times import Moment

_THEIRS = {Start.FINAL_RESPONSE}
"""What the other side does; the other starts are the user's own or nobody's."""
_OWN = {Start.MESSAGE_SENT, Start.COMPLAINT_SENT, Start.REQUEST_SENT}

Preview = Callable[[str, Moment], Explanation]
"""From a rule and its start to the dates. Raises CasebookError."""
Moved = Callable[[Extension | Pause], Explanation]
"""From one more move of a clock to its dates. Raises CasebookError."""


class DeadlineDialog(FormDialog):
    """Picks a rule for a case and says when it started; both ends are shown before anything is set."""

    def __init__(
        self,
        place: str,
        guide: Guide,
        rules: Sequence[Rule],
        contacts: Sequence[Contact],
        final: int | None,
        now: Moment,
        preview: Preview,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", "", parent)
        self.setWindowTitle(self.tr("Add a deadline"))
        self.save_button.setText(self.tr("Start the clock"))
        self.set_width(600)
        self._guide, self._rules, self._preview = guide, {rule.id: rule for rule in rules}, preview
        self._contacts, self._final, self._now = contacts, final, now
        self.add_wide(plain_label(place, kind="muted"))
        self.rule, self.contact = LongChoice(), LongChoice()
        for combo in (self.rule, self.contact):
            combo.setMinimumContentsLength(40)
        language = due_words.language()
        for rule in rules:
            self.rule.addItem(rule.title(language), rule.id)
        self.add_row(self.tr("Rule"), self.rule)
        self._about, self._words = Hint(), plain_label("")
        self._source = Hint()
        self.form.addRow("", _below_each_other(self._about, self._words, self._source))
        self.start = MomentEdit(now)
        self._event = Hint()
        self.add_row(self.tr("Starts with"), self.contact)
        self.form.addRow("", self._event)
        self.add_row(self.tr("At"), self.start)
        self._ends = plain_label("", kind="heading")
        self.add_wide(self._ends)
        self._mind = plain_label("", kind="warn")
        self.add_wide(self._mind)
        self.rule.currentIndexChanged.connect(self._on_rule)
        self.contact.currentIndexChanged.connect(self._on_contact)
        self.start.changed.connect(self._show_ends)
        self._on_rule()
        self.rule.setFocus()

    def choose(self, rule_id: str) -> None:
        """Start with a certain rule."""
        if (index := self.rule.findData(rule_id)) >= 0:
            self.rule.setCurrentIndex(index)

    def rule_id(self) -> str:
        """Return the rule that was picked."""
        return str(self.rule.currentData())

    def contact_id(self) -> int | None:
        """Return the contact that it starts with, None for another event."""
        return int(self.contact.currentData()) or None

    def fault(self) -> tuple[str, QWidget | None] | None:
        """It needs a start from which a date follows."""
        if self.start.moment() is None:
            return self.tr("When did it start?"), self.start
        return None

    def _on_rule(self) -> None:
        rule, language = self._rules[self.rule_id()], due_words.language()
        pack = self._guide.packs.get(rule.pack)
        self._about.setText(texts.joined(pack.name(language), pack.about[language]) if pack else "")
        self._about.setVisible(pack is not None)
        self._words.setText(rule.text(language))
        self._event.setText(self.tr("What counts: {event}").format(event=deadline_words.start_question(rule.start)))
        checked = self.tr("checked on {day}").format(day=times.short_date(rule.checked_on))
        self._source.setText(texts.joined(rule.source(language), checked))
        mind = [words(language).EXAMPLE] if rule.pack else []
        if rule.stale(self._now.local.date()):
            mind.append(words(language).STALE)
        self._mind.setText(" ".join(mind))
        self._mind.setVisible(bool(mind))
        self._offer(rule.start)

    def _offer(self, start: Start) -> None:
        """Offer the contacts that such a count can start with, the likeliest first."""
        fitting = [c for c in self._contacts if _fits(start, c)]
        self.contact.blockSignals(True)
        self.contact.clear()
        for contact in fitting:
            self.contact.addItem(_told(contact), contact.id)
        self.contact.addItem(self.tr("Something else, at this time"), 0)
        likely = self._final if start is Start.FINAL_RESPONSE else None
        self.contact.setCurrentIndex(max(0, self.contact.findData(likely)) if likely else 0)
        self.contact.blockSignals(False)
        self._on_contact()

    def _on_contact(self) -> None:
        chosen = next((c for c in self._contacts if c.id == self.contact_id()), None)
        if chosen is not None:
            self.start.set_moment(chosen.happened)
        self.start.setEnabled(chosen is None)
        self._show_ends()

    def _show_ends(self) -> None:
        start = self.start.moment()
        if start is None:
            self._ends.setText("")
            return
        try:
            found = self._preview(self.rule_id(), start)
        except CasebookError as error:
            self._ends.setText(texts.error_text(error))
            return
        self._ends.setText(ends_of(found))


class MoreTimeDialog(FormDialog):
    """Adds time to a clock; the new dates are shown before anything is saved."""

    def __init__(self, what: str, today: date, preview: Moved, *, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.setWindowTitle(self.tr("More time"))
        self.save_button.setText(self.tr("Add the time"))
        self.set_width(520)
        self._preview = preview
        self.add_wide(plain_label(what, kind="heading"))
        self.by, self.amount, self.until = QComboBox(), number_box(), _day_edit(today)
        for by, label in (
            (By.MONTHS, self.tr("Months")),
            (By.DAYS, self.tr("Days")),
            (By.BUSINESS_DAYS, self.tr("Business days")),
            (By.UNTIL, self.tr("To the end of a day")),
        ):
            self.by.addItem(label, by.value)
        self.amount.setRange(1, 999)
        self.amount.setAccessibleName(self.tr("How many"))
        self.until.setAccessibleName(self.tr("Until"))
        self.add_row(self.tr("How much"), side_by_side(self.by, self.amount, self.until))
        self.who, self.why = QLineEdit(), QLineEdit()
        self.who.setPlaceholderText(self.tr("Such as: their support, in the mail of today"))
        self.add_row(self.tr("By whom"), self.who)
        self.why.setPlaceholderText(self.tr("Such as: the request is complex"))
        self.add_row(self.tr("Why"), self.why)
        self._ends = plain_label("", kind="heading")
        self.add_wide(self._ends)
        for signal in (self.by.currentIndexChanged, self.amount.valueChanged, self.until.dateChanged):
            signal.connect(self._adapt)
        self._adapt()
        self.by.setFocus()

    def extension(self, why: str = "") -> Extension:
        """Return the time that is added. Raises BadInput."""
        by = By(self.by.currentData())
        value = _date(self.until) if by is By.UNTIL else self.amount.value()
        return moves.extension(by, value, why=why or self.why.text(), who=self.who.text())

    def fault(self) -> tuple[str, QWidget | None] | None:
        """More time needs a reason."""
        return None if self.why.text().strip() else (self.tr("Say in a few words why."), self.why)

    def _adapt(self) -> None:
        exact = self.by.currentData() == By.UNTIL.value
        self.until.setVisible(exact)
        self.amount.setVisible(not exact)
        _show(self._ends, self._preview, lambda: self.extension("–"))


class PauseDialog(FormDialog):
    """Leaves days out of a clock; the new dates are shown before anything is saved."""

    def __init__(self, what: str, today: date, preview: Moved, *, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.setWindowTitle(self.tr("Pause"))
        self.save_button.setText(self.tr("Leave these days out"))
        self.set_width(520)
        self._preview = preview
        self.add_wide(plain_label(what, kind="heading"))
        self.first, self.last, self.why = _day_edit(today), _day_edit(today), QLineEdit()
        self.add_row(self.tr("First day"), self.first)
        self.add_row(self.tr("Last day"), self.last)
        self.why.setPlaceholderText(self.tr("Such as: they wait for papers from me"))
        self.add_row(self.tr("Why"), self.why)
        self._ends = plain_label("", kind="heading")
        self.add_wide(self._ends)
        self.first.dateChanged.connect(self._adapt)
        self.last.dateChanged.connect(self._adapt)
        self._adapt()
        self.first.setFocus()

    def pause(self, why: str = "") -> Pause:
        """Return the days that are left out. Raises BadInput."""
        return moves.pause(_date(self.first), _date(self.last), why or self.why.text())

    def fault(self) -> tuple[str, QWidget | None] | None:
        """A pause needs a reason, and ends after it began."""
        if _date(self.last) < _date(self.first):
            return self.tr("The last day lies before the first."), self.last
        return None if self.why.text().strip() else (self.tr("Say in a few words why."), self.why)

    def _adapt(self) -> None:
        _show(self._ends, self._preview, lambda: self.pause("–"))


class EndDialog(FormDialog):
    """Asks what came of a clock that has ended."""

    def __init__(self, what: str, by: str, *, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.setWindowTitle(self.tr("The clock has ended"))
        self.save_button.setText(self.tr("End it"))
        self.add_wide(plain_label(what, kind="heading"))
        if by:
            self.add_wide(plain_label(by, kind="muted"))
        self.answer = QLineEdit()
        self.answer.setPlaceholderText(self.tr("Such as: they refused; I filed with the ombudsman"))
        self.add_row(self.tr("What came of it"), self.answer, self.tr("Its reminders are answered with it."))
        self.answer.setFocus()


def ends_of(found: Explanation) -> str:
    """Return both ends in words, as the guide writes them."""
    lines = words(due_words.language())
    if found.at_once and found.until:
        return lines.last_day(found.until)
    return lines.due(found.due_at, found.until)


def _show(label: QLabel, preview: Moved, move: Callable[[], Extension | Pause]) -> None:
    try:
        said = ends_of(preview(move()))
        theme.restyle(label, kind="heading")
    except CasebookError as error:
        said = texts.error_text(error)
        theme.restyle(label, kind="warn")
    label.setText(said)


def _fits(start: Start, contact: Contact) -> bool:
    if start in _THEIRS:
        return contact.direction is not Direction.OUT
    return start in _OWN and contact.direction is not Direction.IN


def _told(contact: Contact) -> str:
    line = " ".join((contact.subject or contact.text).split())[:60]
    return texts.joined(texts.short_moment(contact.happened), texts.caption(contact.channel), contact.agent, line)


def _below_each_other(*labels: QLabel) -> QWidget:
    """Return labels in one column: in rows of their own a form gives each too much room."""
    column = QWidget()
    layout = QVBoxLayout(column)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(theme.XS)
    for label in labels:
        layout.addWidget(label)
    return column


def _day_edit(day: date) -> QDateEdit:
    edit = QDateEdit(QDate(day.year, day.month, day.day))
    edit.setCalendarPopup(True)
    calm_calendar(edit.calendarWidget())
    edit.setDisplayFormat("yyyy-MM-dd")
    return edit


def _date(edit: QDateEdit) -> date:
    day = edit.date()
    return date(day.year(), day.month(), day.day())
