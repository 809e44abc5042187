"""The one form at the end of a chat or call: what came of it, what was promised, when to look again, how it went."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from casebook.gui import theme, times
from casebook.gui.dialogs.form import FormDialog
from casebook.gui.models import due_words, soon_words, talk_words
from casebook.gui.models.asked_words import promise_ring
from casebook.gui.widgets.composing.moment_edit import MomentEdit
from casebook.gui.widgets.composing.talk_fields import TalkFields
from casebook.gui.widgets.long_choice import LongChoice
from casebook.gui.widgets.parts import caption, plain_label, quiet_button, side_by_side, text_area
from casebook.guide import Guide, Suggestion
from casebook.guide.dates.moments import Offer
from casebook.guide.impostors.asks import asks_for_secret
from casebook.journal.ending import Ending, Next
from casebook.journal.planning import Session
from casebook.journal.terms import Channel
from casebook.journal.times import Moment, moment

_OWN = "own"
_NAMED = 3
_WAIT = 300
"""Milliseconds after the last key before the words of a promise are read for a date."""
_QUOTED = 120
_LONG = timedelta(hours=6)
"""A chat or call that lasted longer was most likely forgotten, or the program was not there."""


class SessionEndDialog(FormDialog):
    """Proposes what is known, and asks for the rest."""

    date_requested = Signal(str, object)
    """Words, and the Moment they count from: by when do they say? `show_date` answers."""
    transcript_requested = Signal()
    """The transcript is to be pasted now; `show_transcript` tells that it was."""

    def __init__(
        self,
        session: Session,
        ending: Ending,
        place: str,
        guide: Guide,
        suggestions: Sequence[Suggestion],
        offers: Sequence[Offer],
        now: Moment,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", "", parent)
        self.set_width(980)
        self._session, self._ending, self._now = session, ending, now
        self._guide, self._suggestions = guide, list(suggestions)
        self._transcript, self._said = ending.transcript, ""
        self._proposed: tuple[object, ...] = ()
        self.is_call = session.channel is Channel.PHONE
        self.setWindowTitle(self.tr("End of the call") if self.is_call else self.tr("End of the chat"))
        self.save_button.setText(self.tr("Record call") if self.is_call else self.tr("Record chat"))
        self.add_wide(plain_label(place, kind="muted"))
        sides = QWidget()
        row = QHBoxLayout(sides)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.XL)
        self.left, self.right = self._side(row, 6), self._side(row, 5)
        self.add_wide(sides)
        self._make_words()
        self._make_promise()
        self._make_follow_up(offers)
        self._make_course()
        self.fields.setMinimumWidth(370)
        self.outcome.setFocus()

    def ending(self) -> Ending:
        """Return what is to be recorded. Raises BadInput for a time zone or a length that is none."""
        began = self.began.moment()
        assert began is not None, "it is not optional"
        return replace(
            self._ending,
            happened=began,
            text=self.words.toPlainText(),
            outcome=self.outcome.text().strip(),
            agent=self.agent.text().strip(),
            agent_id=self.agent_id.text().strip(),
            bot=self.bot.currentData(),
            tickets=tuple(filter(None, (part.strip() for part in self.tickets.text().replace("，", ",").split(",")))),
            details=self.fields.details(),
            promise=self.promise.text().strip(),
            promise_due=self.by_when.moment() if self.promise.text().strip() else None,
            promise_ring=promise_ring(),
            follow_up=self._next(),
            transcript=self._transcript,
        )

    def wants_summary(self) -> bool:
        """Return whether a message with the summary of the call is to be written next."""
        return self.is_call and self.summary.isChecked()

    def show_transcript(self, contact_id: int, words: str) -> None:
        """Take note that the words of the chat were recorded line by line."""
        self._transcript, self._said = contact_id, words
        self._look_for_asking()
        self._adapt()

    def fault(self) -> tuple[str, QWidget | None] | None:
        """What was promised and what is to be done need words."""
        if self.by_when.state()[0] and not self.promise.text().strip():
            return self.tr("What did they say would happen by then?"), self.promise
        if self.then.currentData() == _OWN and not self.reason.text().strip():
            return self.tr("What is to be done then? A few words are enough."), self.reason
        return self.fields.fault()

    def show_date(self, words: str, due: Moment | None) -> None:
        """Propose the date that the promise names, unless it was changed since or a date was chosen by hand."""
        if words == self.promise.text().strip() and self.by_when.state() == self._proposed:
            self.by_when.set_moment(due)
            self._proposed = self.by_when.state()

    def _ask_for_date(self) -> None:
        if words := self.promise.text().strip():
            began = self._ending.happened
            said = moment(began.utc + self._ending.details.lasted, began.zone, known=began.known)
            self.date_requested.emit(words, said)

    def _look_for_asking(self) -> None:
        """Warn where the words ask for what no support needs."""
        sentence = asks_for_secret(f"{self.words.toPlainText()}\n{self._said}")
        words = self.tr("They seem to ask for a secret: “{sentence}”").format(sentence=sentence[:_QUOTED])
        self.asked.setText(f"{words}\n{talk_words.scam_warning()}" if sentence else "")
        self.left.setRowVisible(self.asked, bool(sentence))

    def _next(self) -> Next | None:
        chosen = self.then.currentData()
        if chosen is None:
            return None
        if chosen != _OWN:
            step = self._suggestions[chosen]
            return Next(step.due, step.reason[due_words.language()], step.rule, step.explanation.to_json())
        due = self.due.moment()
        assert due is not None, "it is not optional"
        return Next(due, self.reason.text().strip())

    def _side(self, row: QHBoxLayout, share: int) -> QFormLayout:
        column, form = QVBoxLayout(), QFormLayout()
        form.setHorizontalSpacing(theme.L)
        form.setVerticalSpacing(theme.S)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        column.addLayout(form)
        column.addStretch(1)
        row.addLayout(column, share)
        return form

    def _add(self, form: QFormLayout, words: str, field: QWidget) -> None:
        if not field.accessibleName():
            field.setAccessibleName(words)
        form.addRow(caption(words, field), field)

    def _make_words(self) -> None:
        ending = self._ending
        self.outcome, self.words = QLineEdit(ending.outcome), text_area(5, self.tr("What you asked, what they said"))
        self.outcome.setPlaceholderText(self.tr("Such as: escalated, answer by mail tomorrow"))
        self.words.setPlainText(ending.text)
        self.agent, self.agent_id, self.bot = QLineEdit(ending.agent), QLineEdit(ending.agent_id), QComboBox()
        self.agent.setPlaceholderText(self.tr("Who answered"))
        self.agent.setAccessibleName(self.tr("Agent"))
        self.agent_id.setPlaceholderText(self.tr("#ID"))
        self.agent_id.setAccessibleName(self.tr("Agent ID"))
        self.agent_id.setFixedWidth(90)
        for value, words in ((None, self.tr("person?")), (False, self.tr("person")), (True, self.tr("bot"))):
            self.bot.addItem(words, value)
        self.bot.setCurrentIndex(self.bot.findData(ending.bot))
        self.bot.setAccessibleName(self.tr("Person or bot"))
        self.tickets = QLineEdit(", ".join(ending.tickets))
        self.tickets.setPlaceholderText(self.tr("Their number; several with commas"))
        self._add(self.left, self.tr("What came of it"), self.outcome)
        self._add(self.left, self.tr("What was said"), self.words)
        self.asked = plain_label("", kind="warn")
        self.left.addRow(self.asked)
        self.words.textChanged.connect(self._look_for_asking)
        self._look_for_asking()
        if ending.attachments:
            names = [attachment.name for attachment in ending.attachments]
            shown = ", ".join([*names[:_NAMED], *(["…"] if len(names) > _NAMED else [])])
            told = self.tr("With %n file(s): {names}", "", len(names)).format(names=shown)
            self.left.addRow("", _line(told, "\n".join(names)))
        self._add(self.left, self.tr("Agent"), side_by_side(self.agent, self.agent_id, self.bot))
        self._add(self.left, self.tr("Ticket"), self.tickets)

    def _make_promise(self) -> None:
        self.promise, self.by_when = QLineEdit(), MomentEdit(self._now, optional=True)
        self.promise.setPlaceholderText(self.tr("Such as: released within 24 hours"))
        self._proposed = self.by_when.state()
        self._timer = QTimer(self, singleShot=True, interval=_WAIT)
        self._timer.timeout.connect(self._ask_for_date)
        self.promise.textChanged.connect(self._timer.start)
        self._add(self.left, self.tr("They promised"), self.promise)
        self._add(self.left, self.tr("By when"), self.by_when)
        self.left.addRow("", _line(self.tr("A promise with a time rings when the time is up.")))

    def _make_follow_up(self, offers: Sequence[Offer]) -> None:
        self.then, self.reason = LongChoice(), QLineEdit()
        self.due = MomentEdit(self._now, precise=False)
        self.then.addItem(self.tr("No follow-up"), None)
        for number, step in enumerate(self._suggestions):
            when = times.short_time(times.here(step.due.utc), self._now.utc)
            what = due_words.step(self._guide.rules[step.rule])
            self.then.addItem(self.tr("{what}, not before {when}").format(what=what, when=when), number)
        self.then.addItem(self.tr("On a day of your own"), _OWN)
        self.reason.setPlaceholderText(self.tr("What is to be done then?"))
        if offers:
            self.due.set_moment(moment(offers[0].at, self._now.zone))
        self._add(self.left, self.tr("Look again"), self.then)
        self._add(self.left, self.tr("What to do"), self.reason)
        self._add(self.left, self.tr("When"), self.due)
        names = [(soon_words.offer_name(offer), offer) for offer in offers]
        chips = [quiet_button(name, name, partial(self._take, offer), "chip") for name, offer in names]
        self._chips = side_by_side(*chips, plain_label(""), stretch=len(chips))
        self.left.addRow("", self._chips)
        self.then.setCurrentIndex(1 if self._suggestions else 0)
        self.then.currentIndexChanged.connect(self._adapt)

    def _make_course(self) -> None:
        details = self._ending.details
        lasted = timedelta(seconds=(details.waited or 0) + (details.talked or 0))
        self.began = MomentEdit(self._now)
        self.began.set_moment(self._ending.happened)
        self.fields = TalkFields(self._session.channel, timed=True)
        self.fields.show_details(details)
        if lasted > _LONG:
            words = self.tr("This began {when} and was not ended since: set the times right.")
            when = times.short_moment(self._ending.happened)
            self.left.addRow(plain_label(words.format(when=when), kind="warn"))
        self._add(self.left, self.tr("Began"), self.began)
        self.right.addRow(self.fields)
        self.saved = plain_label("", kind="muted")
        self.paste = quiet_button(
            self.tr("Paste transcript…"),
            self.tr("Record the chat line by line, as it was copied"),
            self.transcript_requested.emit,
        )
        self.summary = QCheckBox(self.tr("Then write them a summary by mail"))
        self.summary.setToolTip(self.tr("A call leaves nothing in writing: a mail that sums it up does"))
        if self.is_call:
            self.right.addRow(self.summary)
        else:
            self.right.addRow(self.saved)
            self._paste = side_by_side(self.paste, plain_label(""), stretch=1)
            self.right.addRow(self._paste)
        self._adapt()

    def _take(self, offer: Offer) -> None:
        self.due.set_moment(moment(offer.at, self._now.zone))

    def _adapt(self) -> None:
        own = self.then.currentData() == _OWN
        for field in (self.reason, self.due, self._chips):
            self.left.setRowVisible(field, own)
        if self._transcript is None:
            self.saved.setText(
                self.tr("The transcript is not recorded yet: with most firms it is gone once the window is closed.")
            )
        else:
            words = self.tr("The transcript is recorded: this goes to the same contact ({number}).")
            self.saved.setText(words.format(number=self._transcript))
        theme.restyle(self.saved, kind="warn" if self._transcript is None else "muted")
        if not self.is_call:
            self.right.setRowVisible(self._paste, self._transcript is None)


def _line(words: str, tip: str = "") -> QLabel:
    """Return a caption on one line: a wrapped one would leave a gap below it."""
    label = plain_label(words, kind="caption")
    label.setWordWrap(False)
    label.setToolTip(tip)
    return label
