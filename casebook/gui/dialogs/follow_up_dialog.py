"""The dialog of a new follow-up: when, and what to do; the guide's own suggestions come first, with their reasons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QButtonGroup, QLineEdit, QRadioButton, QVBoxLayout, QWidget

from casebook.gui import theme, times
from casebook.gui.dialogs.form import FormDialog
from casebook.gui.models import due_words, soon_words
from casebook.gui.widgets.composing.moment_edit import MomentEdit
from casebook.gui.widgets.parts import plain_label, quiet_button, side_by_side
from casebook.guide import Guide, Suggestion
from casebook.guide.dates.moments import Offer
from casebook.journal.times import Moment, moment


@dataclass(frozen=True, slots=True)
class FollowUpDraft:
    """What the dialog holds. `suggestion` is set where the guide's date was taken unchanged."""

    due: Moment
    reason: str
    suggestion: Suggestion | None


class FollowUpDialog(FormDialog):
    """Makes a follow-up for a case."""

    def __init__(
        self,
        place: str,
        guide: Guide,
        suggestions: Sequence[Suggestion],
        offers: Sequence[Offer],
        now: Moment,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", "", parent)
        self.set_width(560)
        self.setWindowTitle(self.tr("Add follow-up"))
        self.save_button.setText(self.tr("Add follow-up"))
        self._suggestions = list(suggestions)
        self._steps = [due_words.step(guide.rules[suggestion.rule]) for suggestion in suggestions]
        self._now = now
        self.add_wide(plain_label(place, kind="muted"))
        self.due = MomentEdit(now, precise=False)
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(self.tr("What is to be done then?"))
        self._make_suggestions()
        self.add_row(self.tr("What to do"), self.reason)
        self.add_row(self.tr("When"), self.due)
        self.form.addRow("", self._make_offers(offers))
        if suggestions:
            self.choices.button(0).setChecked(True)
            self._take(0)
        elif offers:
            self.due.set_moment(moment(offers[0].at, now.zone))
        self.reason.setFocus()

    def draft(self) -> FollowUpDraft | None:
        """Return what is in the fields, None without a time. Raises BadInput for a zone that does not exist."""
        due = self.due.moment()
        if due is None:
            return None
        chosen = self.choices.checkedId()
        suggestion = self._suggestions[chosen] if 0 <= chosen < len(self._suggestions) else None
        kept = suggestion if suggestion and suggestion.due.utc == due.utc else None
        reason = self.reason.text().strip()
        if kept and reason == self._steps[chosen]:
            reason = kept.reason[due_words.language()]
        return FollowUpDraft(due, reason, kept)

    def fault(self) -> tuple[str, QWidget | None] | None:
        """A follow-up needs words on what is to be done."""
        if not self.reason.text().strip():
            return self.tr("What is to be done then? A few words are enough."), self.reason
        return None

    def _make_suggestions(self) -> None:
        self.choices = QButtonGroup(self)
        if not self._suggestions:
            return
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.XS)
        for number, suggestion in enumerate(self._suggestions):
            button = QRadioButton(
                self.tr("{what}, not before {when}").format(
                    what=self._steps[number],
                    when=times.short_time(times.here(suggestion.due.utc), self._now.utc),
                )
            )
            button.setToolTip(self.tr("Take the guide's date"))
            self.choices.addButton(button, number)
            column.addWidget(button)
            column.addWidget(self._indented(suggestion.explanation.texts[due_words.language()]))
        own = QRadioButton(self.tr("Another time or task"))
        own.setToolTip(self.tr("Choose the time yourself"))
        self.choices.addButton(own, len(self._suggestions))
        column.addWidget(own)
        self.choices.idClicked.connect(self._take)
        self.add_row(self.tr("The guide says"), box)

    def _indented(self, text: str) -> QWidget:
        label = plain_label(text, kind="caption")
        label.setContentsMargins(theme.XL, 0, 0, theme.XS)
        return label

    def _make_offers(self, offers: Sequence[Offer]) -> QWidget:
        buttons = []
        for offer in offers:
            when = soon_words.offer_time(offer, self._now.utc)
            name = soon_words.offer_name(offer)
            buttons.append(quiet_button(name, f"{name}: {when}", partial(self._take_offer, offer), "chip"))
        return side_by_side(*buttons, plain_label(""), stretch=len(buttons))

    def _take(self, chosen: int) -> None:
        """Fill the fields from a suggestion, or free them for another time."""
        if chosen >= len(self._suggestions):
            if self.reason.text() in self._steps:
                self.reason.clear()
            self.reason.setFocus()
            return
        if not self.reason.text().strip() or self.reason.text() in self._steps:
            self.reason.setText(self._steps[chosen])
        self.due.set_moment(self._suggestions[chosen].due)

    def _take_offer(self, offer: Offer) -> None:
        if self._suggestions:
            self.choices.button(len(self._suggestions)).setChecked(True)
            self._take(len(self._suggestions))
        self.due.set_moment(moment(offer.at, self._now.zone))
