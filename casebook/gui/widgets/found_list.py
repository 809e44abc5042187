"""What mails name that a new case is made of, each with a tick: ticked it is recorded together with the case."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from casebook.gui.models import found_words
from casebook.gui.tips import plain_tip

if TYPE_CHECKING:
    from casebook.mail.filing.proposals.kinds import Proposal

_SHOWN = 4
_MOST = 60
"""So many are listed: what a long correspondence names beyond that is offered in the case, message by message."""


class FoundList(QListWidget):
    """Numbers, addresses and amounts; what is beyond doubt is ticked beforehand."""

    def __init__(self, found: Sequence[tuple[int, Proposal]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found = sorted(found, key=lambda each: not each[1].sure)[:_MOST]
        for _, proposal in self._found:
            item = QListWidgetItem(found_words.short(proposal))
            item.setToolTip(plain_tip(found_words.why(proposal)))
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsSelectable)
            item.setCheckState(Qt.CheckState.Checked if proposal.sure else Qt.CheckState.Unchecked)
            self.addItem(item)
        self.setAccessibleName(self.tr("Named in the mails: what is ticked is recorded with the case"))
        self.setToolTip(self.accessibleName())
        self.setTabKeyNavigation(False)
        row = self.sizeHintForRow(0) if found else 0
        self.setFixedHeight(min(len(self._found), _SHOWN) * row + 2 * self.frameWidth() + 4)

    def chosen(self) -> list[tuple[int, Proposal]]:
        """Return what is ticked, each with the mail it stands in."""
        return [each for row, each in enumerate(self._found) if self.item(row).checkState() == Qt.CheckState.Checked]
