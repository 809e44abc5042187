"""Where the chosen messages of the inbox may belong: each case as a button, its reason in words beside it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from casebook.gui import texts, theme
from casebook.gui.models.inbox_items import Guess
from casebook.gui.models.inbox_words import reason_words
from casebook.gui.tips import plain_tip
from casebook.gui.widgets.parts import quiet_button


class SuggestionBar(QWidget):
    """Up to three rows, the most probable case first; hidden where nothing suggests one."""

    file_requested = Signal(int)
    """Wish: file what is chosen in this case."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.M)
        self._grid.setVerticalSpacing(theme.XS)
        self._grid.setColumnStretch(1, 1)
        self._shown: tuple[Guess, ...] = ()
        self.buttons: list[QPushButton] = []
        self.reasons: list[QLabel] = []
        self.comes_after: QWidget | None = None
        """Where Tab comes from to the buttons: they are made anew, which would put them last."""
        self.hide()

    def show_guesses(self, guesses: Sequence[Guess]) -> None:
        """Show where it may belong."""
        if tuple(guesses) == self._shown and self.buttons:
            return
        self._shown = tuple(guesses)
        for part in (*self.buttons, *self.reasons):
            self._grid.removeWidget(part)
            part.hide()
            part.deleteLater()
        self.buttons, self.reasons = [], []
        for row, guess in enumerate(guesses):
            kind = "primary" if row == 0 and guess.certain else ""
            words = self.tr("File in {case}").format(case=guess.number)
            tip = self.tr("File here (Enter)") if row == 0 else words
            button = quiet_button(words, tip, partial(self.file_requested.emit, guess.case_id), kind)
            reason = _Reason(texts.joined(guess.case_title, reason_words(guess)))
            button.setAccessibleDescription(reason.toolTip())
            self.buttons.append(button)
            self.reasons.append(reason)
            self._grid.addWidget(button, row, 0)
            self._grid.addWidget(reason, row, 1, Qt.AlignmentFlag.AlignVCenter)
        if self.comes_after is not None:
            for one, following in pairwise((self.comes_after, *self.buttons)):
                self.setTabOrder(one, following)
        self.setVisible(bool(guesses))


class _Reason(QLabel):
    """One line of words that gives way where there is little room; whole in its tip."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("kind", "muted")
        self.setToolTip(plain_tip(words))
        self.setText(words)

    def minimumSizeHint(self) -> QSize:
        """Be as narrow as need be."""
        return QSize(40, super().minimumSizeHint().height())
