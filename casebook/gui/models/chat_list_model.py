"""The conversations of an export as a list to tick: nothing is ticked beforehand where there are several."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from casebook.gui import texts
from casebook.gui.models import chat_words

if TYPE_CHECKING:
    from casebook.mail.chats.lines import Conversation

_Index = QModelIndex | QPersistentModelIndex


class ChatListModel(QAbstractListModel):
    """Shows those whose name holds what is looked for; a tick stays while its row is not shown."""

    ticks_changed = Signal()

    def __init__(self, conversations: Sequence[Conversation], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all = tuple(conversations)
        self._shown = self._all
        self._ticked = {self._all[0].ident} if len(self._all) == 1 else set[str]()

    def ticked(self) -> list[Conversation]:
        """Return the conversations that shall come in."""
        return [each for each in self._all if each.ident in self._ticked]

    def look_for(self, words: str) -> None:
        """Show only conversations whose name holds these words."""
        wanted = words.strip().casefold()
        self.beginResetModel()
        self._shown = tuple(each for each in self._all if wanted in each.title.casefold())
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return how many are shown."""
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a conversation's name and kind, and whether it is ticked."""
        if not 0 <= index.row() < len(self._shown):
            return None
        each = self._shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return texts.joined(each.title or each.ident, *filter(None, [chat_words.kind_word(each.kind)]))
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if each.ident in self._ticked else Qt.CheckState.Unchecked
        return None

    def setData(self, index: _Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tick or untick a conversation."""
        if role != Qt.ItemDataRole.CheckStateRole or not 0 <= index.row() < len(self._shown):
            return False
        ident = self._shown[index.row()].ident
        if Qt.CheckState(value) == Qt.CheckState.Checked:
            self._ticked.add(ident)
        else:
            self._ticked.discard(ident)
        self.dataChanged.emit(index, index, [Qt.ItemDataRole.CheckStateRole])
        self.ticks_changed.emit()
        return True

    def flags(self, _index: _Index) -> Qt.ItemFlag:
        """Every row can be chosen and ticked."""
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable
