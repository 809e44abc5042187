"""What a message seems to name, as chips: one click records it, the cross waves it away."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from casebook.gui import icons, theme
from casebook.gui.models import found_words
from casebook.gui.tips import plain_tip
from casebook.gui.widgets.flow_layout import FlowLayout
from casebook.gui.widgets.parts import plain_label, quiet_button

if TYPE_CHECKING:
    from casebook.mail.filing.proposals.kinds import Proposal


class FoundBar(QWidget):
    """Hidden while there is nothing to offer. Nothing that it shows is recorded before it is pressed."""

    taken = Signal(object)
    """Proposals to record, as a tuple."""
    waved = Signal(object)
    """A proposal that is not to come again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sure: tuple[Proposal, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.XS)
        head = QHBoxLayout()
        self._caption = plain_label("", kind="caption")
        self._caption.setWordWrap(False)
        self._all = quiet_button(
            self.tr("Add the sure ones"),
            self.tr("Record everything whose form leaves no doubt: numbers behind a label, checked addresses"),
            lambda: self.taken.emit(self._sure),
            "link",
        )
        head.addWidget(self._caption)
        head.addWidget(self._all)
        head.addStretch(1)
        column.addLayout(head)
        self._chips = QWidget()
        self._flow = FlowLayout(self._chips, spacing=theme.XS)
        column.addWidget(self._chips)
        self.hide()

    def show_offers(self, offers: Sequence[Proposal], *, can_take: bool) -> None:
        """Show what is offered. Without `can_take` (a message in no case) it is only told what there is."""
        while (item := self._flow.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._sure = tuple(each for each in offers if each.sure) if can_take else ()
        self._all.setVisible(len(self._sure) > 1)
        words = self.tr("Named in this message, not recorded yet:")
        self._caption.setText(words if can_take else self.tr("Named in this message (file it to record them):"))
        for proposal in offers:
            chip = self._chip(proposal, can_take=can_take)
            self._flow.addWidget(chip)
            chip.show()  # else only once the events are through, and it flickers
        self.setVisible(bool(offers))

    def _chip(self, proposal: Proposal, *, can_take: bool) -> QWidget:
        words, why = found_words.short(proposal), found_words.why(proposal)
        if not can_take:
            label = plain_label(words, kind="muted")
            label.setWordWrap(False)
            label.setToolTip(plain_tip(why))
            return label
        chip = QFrame()
        row = QHBoxLayout(chip)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        take = QPushButton(f"+ {words}")
        take.setAutoDefault(False)
        take.setProperty("kind", "chip")
        take.setToolTip(self.tr("Record this in the case:\n{what}").format(what=why))
        take.setAccessibleName(self.tr("Record {what}").format(what=words))
        take.clicked.connect(partial(self._take, proposal))
        wave = QToolButton()
        wave.setIcon(icons.icon("x"))
        wave.setProperty("kind", "quiet")
        wave.setToolTip(self.tr("Do not offer this again"))
        wave.setAccessibleName(self.tr("Do not offer {what} again").format(what=words))
        wave.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        wave.clicked.connect(partial(self._wave, proposal))
        row.addWidget(take)
        row.addWidget(wave)
        return chip

    def _take(self, proposal: Proposal, _checked: bool = False) -> None:
        self.taken.emit((proposal,))

    def _wave(self, proposal: Proposal, _checked: bool = False) -> None:
        self.waved.emit(proposal)
