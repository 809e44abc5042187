"""The card of a chat or call that is under way: its facts, kept as they are typed; it stands beside the window."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from casebook.gui import theme
from casebook.gui.widgets.composing.talk_fields import TalkFields
from casebook.gui.widgets.parts import caption, plain_label, quiet_button, row_of, tell_hints
from casebook.journal.ending import card_words, read_card
from casebook.journal.planning import Session
from casebook.journal.terms import Channel

_WAIT = 500
"""Milliseconds after the last key before the card is kept."""


class PhoneCardDialog(QDialog):
    """Writes nothing itself: `kept` says what is to be kept, at the latest when it is closed."""

    kept = Signal(object)
    """The words of the card by name."""
    end_requested = Signal()

    def __init__(self, session: Session, place: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        call = session.channel is Channel.PHONE
        self.setWindowTitle(self.tr("Call") if call else self.tr("Chat"))
        self.session = session
        self._last: dict[str, str] = {}
        self._timer = QTimer(self, singleShot=True, interval=_WAIT)
        self._timer.timeout.connect(self.keep)
        self.agent_id = QLineEdit(session.words.get("agent_id", ""))
        self.agent_id.setAccessibleName(self.tr("Agent ID"))
        self.fields = TalkFields(session.channel)
        self.fields.show_details(read_card(session))
        self._last = self.words()
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.XL, theme.L, theme.XL, theme.L)
        column.setSpacing(theme.M)
        column.addStrut(420)
        column.addWidget(plain_label(place, kind="muted"))
        column.addWidget(self.fields)
        self.fields.form.addRow(caption(self.tr("Agent ID"), self.agent_id), self.agent_id)
        words = self.tr("Write what is said below, in the case: words and screenshots go with the call at its end.")
        column.addWidget(plain_label(words, kind="caption"))
        column.addStretch(1)
        close = quiet_button(self.tr("Close"), self.tr("Close the card; what it holds is kept (Esc)"), self.close)
        self.end = quiet_button(
            self.tr("End call…") if call else self.tr("End chat…"),
            self.tr("Record it with what came of it"),
            self.end_requested.emit,
            "primary",
        )
        column.addLayout(row_of(None, close, self.end))
        self.fields.changed.connect(self._timer.start)
        self.agent_id.textChanged.connect(self._timer.start)
        tell_hints(self)
        self.finished.connect(self.keep)

    def words(self) -> dict[str, str]:
        """Return what stands on the card."""
        return {**card_words(self.fields.details()), "agent_id": self.agent_id.text().strip().removeprefix("#")}

    def keep(self) -> None:
        """Have what was typed kept, where it is another than before."""
        self._timer.stop()
        words = self.words()
        if words != self._last:
            self._last = words
            self.kept.emit(words)
