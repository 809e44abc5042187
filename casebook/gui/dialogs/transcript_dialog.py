"""The dialog for a chat copied from its window: paste it, see how it is read, say who is who, and record it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from casebook.gui import texts, theme
from casebook.gui.dialogs.form import FormDialog
from casebook.gui.models import chat_words
from casebook.gui.widgets.composing.moment_edit import MomentEdit
from casebook.gui.widgets.long_choice import LongChoice
from casebook.gui.widgets.parts import caption, plain_label, side_by_side
from casebook.journal.errors import BadInput
from casebook.journal.listings import CaseRow
from casebook.journal.times import Moment

if TYPE_CHECKING:
    from casebook.mail.chats.lines import Role
    from casebook.mail.chats.pasted import Transcript

_WAIT = 200
"""Milliseconds after the last key before the text is read anew."""
_MOST_SPEAKERS = 8
_SHOWN_LINES = 300


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be read, and what the user said of it so far."""

    text: str
    zone: str
    day: date
    day_first: bool | None
    platform: str


class TranscriptDialog(FormDialog):
    """Shows how a pasted chat is read before anything is recorded."""

    read_requested = Signal(object)
    """An `Asked` to be read in the background; `show_reading` or `show_refusal` answers."""

    def __init__(
        self, cases: Sequence[CaseRow], now: Moment, *, case_id: int | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__("", "", parent)
        self.setWindowTitle(self.tr("Paste a chat"))
        self.save_button.setText(self.tr("Record chat"))
        self.transcript: Transcript | None = None
        self._asked: Asked | None = None
        self._speakers: dict[str, QComboBox] = {}
        self._timer = QTimer(self, singleShot=True, interval=_WAIT)
        self._timer.timeout.connect(self._ask)
        self.text = QPlainTextEdit()
        self.text.setPlaceholderText(self.tr("In the chat's own window: select all, copy, and paste it here."))
        self.text.setAccessibleName(self.tr("The chat as it was copied"))
        self.text.setTabChangesFocus(True)
        self.case = LongChoice()
        for row in cases:
            self.case.addItem(texts.joined(f"C-{row.id}", row.title, row.firm), row.id)
        self.case.setCurrentIndex(max(0, self.case.findData(case_id)))
        self.where = QLineEdit()
        self.where.setPlaceholderText(self.tr("Live chat on the website, Telegram…"))
        self.agent = QLineEdit()
        self.agent.setPlaceholderText(self.tr("Left empty: as the chat names them"))
        self.began = MomentEdit(now, precise=False)
        self.order = QComboBox()
        self.order.addItem(self.tr("As the dates themselves tell"), None)
        self.order.addItem(self.tr("The day first: 03/11 is the 3rd of November"), True)
        self.order.addItem(self.tr("The month first: 03/11 is the 11th of March"), False)
        self._lay_out()
        for signal in (
            self.text.textChanged,
            self.began.changed,
            self.order.currentIndexChanged,
            self.where.textChanged,
        ):
            signal.connect(self._touched)
        self._touched()
        self.text.setFocus()

    def asked(self) -> Asked:
        """Return what is to be read."""
        day = self.began.day.date()
        return Asked(
            text=self.text.toPlainText(),
            zone=self.began.zone_name(),
            day=date(day.year(), day.month(), day.day()),
            day_first=self.order.currentData(),
            platform=self.where.text().strip(),
        )

    def parts(self) -> Mapping[str, Role | None]:
        """Return who each speaker is, the system being None."""
        from casebook.mail.chats.lines import Role

        found = {who: box.currentData() for who, box in self._speakers.items()}
        return {who: Role(name) if name else None for who, name in found.items()}

    def show_reading(self, asked: Asked, transcript: Transcript, parts: Mapping[str, Role | None], words: str) -> None:
        """Show how the text was read: who speaks in it, and its numbered lines."""
        if asked != self.asked():
            return  # what was typed meanwhile is being read
        self._asked, self.transcript = asked, transcript
        self._show_speakers(transcript.speakers, parts)
        shown = words.split("\n")
        cut = len(shown) > _SHOWN_LINES
        self.preview.setPlainText("\n".join([*shown[:_SHOWN_LINES], "…"] if cut else shown))
        told = [self.tr("%n line(s).", None, len(transcript.lines)), chat_words.layout_words(str(transcript.layout))]
        if transcript.loose:
            told.append(self.tr("%n of them without a speaker, kept as notices.", None, transcript.loose))
        self.how.setText(" ".join(told))
        self.swapped.setVisible(transcript.ambiguous)
        self.form.setRowVisible(self.order, transcript.ambiguous or self.order.currentIndex() > 0)
        self.save_button.setEnabled(True)

    def show_refusal(self, asked: Asked, error: Exception) -> None:
        """Say why a text cannot be read."""
        if asked == self.asked():
            self.how.setText(texts.error_text(error) if asked.text.strip() else self._empty())

    def moment(self) -> Moment:
        """Return when the chat began, as the user says. Raises BadInput for a zone that does not exist."""
        found = self.began.moment()
        assert found is not None, "it is not optional"
        return found

    def fault(self) -> tuple[str, QWidget | None] | None:
        """A chat needs words that were read, and a case."""
        if not self.text.toPlainText().strip():
            return self.tr("Paste the words of the chat first."), self.text
        if self.case.currentData() is None:
            return self.tr("There is no open case yet: make one first."), self.case
        try:
            self.moment()
        except BadInput as error:
            return texts.error_text(error), self.began
        if self.transcript is None or self._asked != self.asked():
            return self.tr("The chat is still being read: look at it first, then record it."), self.text
        return None

    def _lay_out(self) -> None:
        sides = QWidget()
        row = QHBoxLayout(sides)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.L)
        left, right = QVBoxLayout(), QVBoxLayout()
        for column in (left, right):
            column.setSpacing(theme.S)
            row.addLayout(column, 1)
        self.text.setStyleSheet("min-height: 320px")  # the window's own style would win over setMinimumHeight
        left.addWidget(plain_label(self.tr("The chat as it was copied"), kind="heading"))
        left.addWidget(self.text, 1)
        self.how, self.swapped = plain_label("", kind="muted"), plain_label("", kind="warn")
        self.swapped.setText(self.tr("Day and month could be the other way round: say below which comes first."))
        self.swapped.hide()
        self.preview = QPlainTextEdit()
        self.preview.setReadOnly(True)
        self.preview.setStyleSheet("min-height: 150px")
        self.preview.setAccessibleName(self.tr("How it will be recorded"))
        self._who = QFormLayout()
        self._who.setHorizontalSpacing(theme.L)
        self._who.setVerticalSpacing(theme.XS)
        right.addWidget(plain_label(self.tr("How it will be recorded"), kind="heading"))
        right.addWidget(self.how)
        right.addWidget(self.swapped)
        right.addWidget(self.preview, 1)
        self._whose = plain_label(self.tr("Who is who"), kind="heading")
        self._whose.hide()
        right.addWidget(self._whose)
        right.addLayout(self._who)
        self.set_width(960)
        self.add_wide(sides)
        self.add_row(self.tr("Case"), self.case)
        self.where.setAccessibleName(self.tr("Where the chat was"))
        self.agent.setAccessibleName(self.tr("Agent"))
        self.agent.setMinimumWidth(280)
        self.add_row(self.tr("Where"), side_by_side(self.where, caption(self.tr("Agent"), self.agent), self.agent))
        hint = self.tr("The day counts where the chat shows only hours, the zone for all times in it")
        self.add_row(self.tr("Began"), self.began, hint)
        self.add_row(self.tr("Dates"), self.order)
        self.form.setRowVisible(self.order, False)

    def _show_speakers(self, speakers: Sequence[str], parts: Mapping[str, Role | None]) -> None:
        shown = list(speakers[:_MOST_SPEAKERS])
        self._whose.setVisible(bool(shown))
        if shown == list(self._speakers):
            return
        before = {who: box.currentData() for who, box in self._speakers.items()}
        while self._who.rowCount():
            self._who.removeRow(0)
        self._speakers = {}
        for who in shown:
            box = QComboBox()
            for role in chat_words.ROLES:
                box.addItem(chat_words.role_word(role), role)
            box.setCurrentIndex(box.findData(before.get(who, str(parts[who] or ""))))
            box.setAccessibleName(who)
            box.currentIndexChanged.connect(self._touched)
            self._speakers[who] = box
            self._who.addRow(plain_label(who), box)

    def _touched(self) -> None:
        self.save_button.setEnabled(False)
        if not self.text.toPlainText().strip():
            self.transcript = None
            self.how.setText(self._empty())
            self.preview.clear()
            self._show_speakers((), {})
            return
        self._timer.start()

    def _ask(self) -> None:
        self.read_requested.emit(self.asked())

    def _empty(self) -> str:
        return self.tr("Nothing is pasted yet. What you paste is shown here line by line before it is recorded.")
