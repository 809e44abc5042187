"""The bar over all pages while a chat or call is under way: how long one waits, what must not be forgotten, the steps.

It counts from the times that are kept, so that it goes on where it was after a crash. Wishes, each with the case:

    step_requested(case_id, Step)  undo_requested(case_id)  agent_named(case_id, name)
    case_requested(case_id)  transcript_requested(case_id)  card_requested(case_id)
    end_requested(case_id)  drop_requested(case_id)
"""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from casebook.gui import icons, texts
from casebook.gui import theme as look
from casebook.gui.feed import Feed
from casebook.gui.models import talk_words
from casebook.gui.theme import Theme, restyle
from casebook.gui.widgets.chips import FieldChip, GrowingLine
from casebook.gui.widgets.parts import plain_label, quiet_button
from casebook.gui.widgets.popup import Entry, popup
from casebook.journal import Changes, Kind
from casebook.journal.planning import Session
from casebook.journal.talking import Step, beats, standing
from casebook.journal.terms import Channel

if TYPE_CHECKING:
    from casebook.journal import Journal

_SECOND = 1000
_WIDE = 1150
"""Device-independent pixels: below this the seldom buttons are in the menu, and a case is told by its number."""


class SessionBar(QFrame):
    """One chat or call."""

    wished = Signal(str)
    """What was pressed: a step's name, or the name of another wish without `_requested`."""
    named = Signal(str)
    """The agent's name was typed."""
    resized = Signal()
    """There is another room for the words."""

    def __init__(self, session: Session, place: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session, self._place, self._theme = session, place, theme
        self._picture = QLabel(self)
        self.clock, self.state = QLabel(self), QLabel(self)
        for label in (self.clock, self.state):
            label.setTextFormat(Qt.TextFormat.PlainText)
            restyle(label, kind="title" if label is self.clock else "heading")
        self.clock.setMinimumWidth(self.clock.fontMetrics().horizontalAdvance("00:00") + look.L)
        self.hint = plain_label("", kind="muted", parent=self)
        self.hint.setWordWrap(False)
        self.hint.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.where = QPushButton(self)
        restyle(self.where, kind="link")
        self.agent = GrowingLine(self)
        self._agent_chip = FieldChip((self.agent,), theme, self)
        self.buttons: dict[str, QPushButton] = {}
        self._lay_out()
        self.where.clicked.connect(lambda _checked: self.wished.emit("case"))
        self.agent.editingFinished.connect(self._name)
        theme.changed.connect(self._draw)
        self._draw()
        self._retranslate()

    def show_session(self, session: Session, place: str, now: datetime) -> None:
        """Show how things stand now."""
        typed = self.agent.text().strip()
        unsaved = self.agent.hasFocus() and typed != standing(beats(self.session), now).who
        self.session, self._place = session, place
        if not unsaved:
            self.agent.setText(standing(beats(session), now).who)
        self.refresh(now)

    def refresh(self, now: datetime) -> None:
        """Go on counting."""
        stood = standing(beats(self.session), now)
        self.clock.setText(talk_words.running(now - stood.since))
        self.state.setText(talk_words.stands(stood))
        wide = self.width() >= _WIDE
        hint = talk_words.hint(self.session.channel, stood)
        room = max(120, self.hint.width())
        self.hint.setText(self.hint.fontMetrics().elidedText(hint, Qt.TextElideMode.ElideRight, room))
        self.hint.setToolTip(hint)
        self.where.setText(self._place if wide else self._place.partition(" · ")[0])
        self._agent_chip.setVisible(stood.talking)
        for name, shown in (
            (str(Step.ANSWERED), not stood.talking),
            (str(Step.WAITING), stood.talking),
            (str(Step.TRANSFERRED), stood.talking),
            ("transcript", self.session.channel is Channel.CHAT and stood.talking and wide),
            ("card", wide),
        ):
            self.buttons[name].setVisible(shown)
        total = stood.waited + stood.talked
        tip = self.tr("Waited {waited}, talked {talked}, {total} in all").format(
            waited=talk_words.running(stood.waited),
            talked=talk_words.running(stood.talked),
            total=talk_words.running(total),
        )
        self.clock.setToolTip(tip)
        kind = "bar" if stood.talking else "strip"  # what one waits for is what must not be forgotten
        if self.property("kind") != kind:
            restyle(self, kind=kind)
        self.setAccessibleName(texts.joined(self.state.text(), stood.who, self._place))
        self.setAccessibleDescription(hint)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the words into the room there is, once it is known."""
        super().resizeEvent(event)
        self.resized.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a switch of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _name(self) -> None:
        self.named.emit(self.agent.text().strip())

    def _menu(self) -> None:
        """Offer what is needed seldom."""
        wish, end = self.wished.emit, self.buttons["more"]
        first: list[Entry] = []
        for name, icon in (("transcript", "chat"), ("card", "edit")):
            if self.buttons[name].isHidden() and not (name == "transcript" and self.session.channel is Channel.PHONE):
                first.append((self.buttons[name].text(), icon, partial(wish, name)))
        popup(
            self,
            end.mapToGlobal(QPoint(0, end.height())),
            [
                *first,
                (self.tr("They ask for a password or recovery phrase"), "shield", partial(wish, str(Step.SCAM_SIGN))),
                None,
                (self.tr("Take the last step back"), "undo", partial(wish, "undo")),
                (self.tr("Do not record it…"), "trash", partial(wish, "drop")),
            ],
        )

    def _lay_out(self) -> None:
        for name in (str(Step.ANSWERED), str(Step.WAITING), str(Step.TRANSFERRED), "transcript", "card", "end"):
            self.buttons[name] = quiet_button("", "", partial(self.wished.emit, name))
        self.buttons["more"] = quiet_button("", "", self._menu, "quiet")
        restyle(self.buttons[str(Step.ANSWERED)], kind="primary")
        words, first = QVBoxLayout(), QHBoxLayout()
        first.setSpacing(look.S)
        for widget in (self.state, self._agent_chip, self.where):
            first.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        first.addStretch(1)
        words.setSpacing(0)
        words.addLayout(first)
        words.addWidget(self.hint)
        row = QHBoxLayout(self)
        row.setContentsMargins(look.L, look.S, look.L, look.S)
        row.setSpacing(look.M)
        row.addWidget(self._picture)
        row.addWidget(self.clock)
        row.addLayout(words, 1)
        for button in self.buttons.values():
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)

    def _draw(self) -> None:
        name = texts.CHANNEL_ICONS[self.session.channel]
        self._picture.setPixmap(icons.icon(name, lambda: self._theme.text).pixmap(22, 22))
        self.buttons["more"].setIcon(icons.icon("more", lambda: self._theme.text))

    def _retranslate(self) -> None:
        call = self.session.channel is Channel.PHONE
        for name, words, tip in (
            (str(Step.ANSWERED), self.tr("They answered"), self.tr("Somebody is there: the waiting ends now")),
            (str(Step.WAITING), self.tr("Waiting again"), self.tr("They let you wait: the time counts as waiting")),
            (str(Step.TRANSFERRED), self.tr("Handed on"), self.tr("Another agent takes over; you wait until then")),
            ("transcript", self.tr("Paste transcript…"), self.tr("Record the chat line by line, as it was copied")),
            ("card", self.tr("Card…"), self.tr("Number, menu, language, cost, recording and consent")),
            ("end", self.tr("End call…") if call else self.tr("End chat…"), self.tr("Record it with what came of it")),
            ("more", "", self.tr("More")),
        ):
            self.buttons[name].setText(words)
            self.buttons[name].setToolTip(tip)
        if not call:
            self.buttons["card"].setToolTip(self.tr("Category, language, and what you were told to do"))
        self.buttons["more"].setAccessibleName(self.tr("More"))
        self.where.setToolTip(self.tr("Show this case"))
        self.agent.name(self.tr("Agent"), self.tr("Agent"), self.tr("Who answered: the name they gave"))


class SessionBars(QWidget):
    """A bar for each chat and call that is under way; nothing where there is none."""

    step_requested = Signal(int, str)
    undo_requested = Signal(int)
    agent_named = Signal(int, str)
    case_requested = Signal(int)
    transcript_requested = Signal(int)
    card_requested = Signal(int)
    end_requested = Signal(int)
    drop_requested = Signal(int)

    def __init__(self, journal: Journal, feed: Feed, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._journal, self._theme = journal, theme
        self.bars: dict[int, SessionBar] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._timer = QTimer(self, interval=_SECOND)
        self._timer.timeout.connect(self._tick)
        feed.changed.connect(self._changed)
        self.refresh()

    def refresh(self) -> None:
        """Read again what is under way."""
        now = self._journal.clock()
        there = {one.case_id: one for one in self._journal.sessions.all() if self._journal.cases.exists(one.case_id)}
        if self._journal.read_only is not None:
            there = {}  # nothing of it could be kept
        for case_id in set(self.bars) - set(there):
            bar = self.bars.pop(case_id)
            bar.hide()
            bar.deleteLater()
        for case_id, session in there.items():
            case = self._journal.cases.get(case_id)
            firm = self._journal.firms.get(case.firm_id)
            place = texts.joined(case.number, firm.name, case.title)
            if case_id not in self.bars:
                self._add(session, place)
            self.bars[case_id].show_session(session, place, now)
        self.setVisible(bool(self.bars))
        self._timer.start() if self.bars else self._timer.stop()

    def _add(self, session: Session, place: str) -> None:
        bar = SessionBar(session, place, self._theme, self)
        bar.wished.connect(partial(self._wish, session.case_id))
        bar.named.connect(partial(self._name, session.case_id))
        bar.resized.connect(self._tick)
        self._column.addWidget(bar)
        self.bars[session.case_id] = bar

    def _wish(self, case_id: int, name: str) -> None:
        if name in set(Step):
            self.step_requested.emit(case_id, name)
            return
        wishes = {
            "undo": self.undo_requested,
            "case": self.case_requested,
            "transcript": self.transcript_requested,
            "card": self.card_requested,
            "end": self.end_requested,
            "drop": self.drop_requested,
        }
        wishes[name].emit(case_id)

    def _name(self, case_id: int, who: str) -> None:
        session = self.bars[case_id].session
        if who != standing(beats(session), self._journal.clock()).who:
            self.agent_named.emit(case_id, who)

    def _changed(self, changes: Changes) -> None:
        if changes.touches(Kind.SESSION, Kind.CASE, Kind.FIRM) and (self.bars or changes.touches(Kind.SESSION)):
            self.refresh()

    def _tick(self) -> None:
        now = self._journal.clock()
        for bar in self.bars.values():
            bar.refresh(now)
