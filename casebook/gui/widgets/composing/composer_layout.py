"""Where the parts of the composer stand: chips and time on top, the words with the buttons, what is attached below."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from casebook.gui import theme
from casebook.gui.widgets.flow_layout import FlowLayout

if TYPE_CHECKING:
    from casebook.gui.widgets.composing.composer import Composer


def lay_out(composer: Composer, *ends: QWidget) -> None:
    """Lay a composer out, and have Tab walk it in reading order; `ends` stand to the right of the words."""
    parts = composer
    chips = FlowLayout(spacing=theme.S)
    for chip in (
        parts.channel, parts.direction, parts.platform_chip, parts.agent_chip, parts.bot, parts.ticket_chip
    ):  # fmt: skip
        chips.addWidget(chip)
    top, foot, column = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(composer)
    top.setSpacing(theme.S)
    top.addLayout(chips, 1)
    top.addWidget(parts.time, 0, Qt.AlignmentFlag.AlignTop)
    foot.setSpacing(theme.S)
    foot.addWidget(parts.text, 1)
    for end in ends:
        foot.addWidget(end, 0, Qt.AlignmentFlag.AlignBottom)
    column.setContentsMargins(14, 12, 12, 10)
    column.setSpacing(theme.S)
    column.addLayout(top)
    column.addWidget(parts.subject)
    column.addLayout(foot)
    for widget in (parts.tray, parts.guard, parts.notice):
        column.addWidget(widget)
    chosen = (parts.channel, parts.direction, parts.platform, parts.agent, parts.agent_id, parts.bot, parts.ticket)
    order = (*chosen, parts.time, parts.subject, parts.text, parts.snip_button, parts.attach_button, parts.save_button)
    for one, following in pairwise(order):
        QWidget.setTabOrder(one, following)
