"""The dialog for an exported chat file: whose conversations come in, who the user is in them, where they go."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING
from zoneinfo import available_timezones

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QListView, QWidget

from casebook.gui import texts, theme
from casebook.gui.dialogs.form import FormDialog
from casebook.gui.models.chat_list_model import ChatListModel
from casebook.gui.widgets.long_choice import LongChoice
from casebook.gui.widgets.parts import plain_label
from casebook.journal.errors import BadInput
from casebook.journal.listings import CaseRow
from casebook.journal.times import zone as time_zone

if TYPE_CHECKING:
    from casebook.mail.chats.lines import Conversation

_SEARCH_FROM = 8


class ChatExportDialog(FormDialog):
    """Asks what an export does not say. Conversations with others than the firm are left where they are."""

    def __init__(
        self,
        name: str,
        conversations: Sequence[Conversation],
        cases: Sequence[CaseRow],
        zone: str,
        *,
        undated: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Ask about the export called `name`. `undated`: its times name no zone, and its dates perhaps no order."""
        super().__init__("", "", parent)
        self.setWindowTitle(self.tr("Import chats"))
        self.save_button.setText(self.tr("Import"))
        self.set_width(600)
        self.model = ChatListModel(conversations, self)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setProperty("kind", "card")
        self.list.setMinimumHeight(200)
        self.list.setSpacing(theme.XS)
        self.list.setAccessibleName(self.tr("Conversations in this export"))
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search by name"))
        self.search.setAccessibleName(self.tr("Search by name"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self.model.look_for)
        self.search.setVisible(len(conversations) > _SEARCH_FROM)
        self.me = QLineEdit()
        self.zone = self._make_zone(zone)
        self.order = QComboBox()
        self.order.addItem(self.tr("As the dates themselves tell"), None)
        self.order.addItem(self.tr("The day first: 03/11 is the 3rd of November"), True)
        self.order.addItem(self.tr("The month first: 03/11 is the 11th of March"), False)
        self.target = LongChoice()
        self.target.addItem(self.tr("The one case they are in already, else the inbox"), None)
        for row in cases:
            self.target.addItem(texts.joined(f"C-{row.id}", row.title, row.firm), row.id)
        self.add_wide(plain_label(name, kind="heading"))
        if len(conversations) > 1:
            words = self.tr("Tick the conversations that belong to a case. No other is read or kept.")
            self.add_wide(plain_label(words, kind="muted"))
        self.add_wide(self.search)
        self.add_wide(self.list)
        hint = self.tr("Your own name in it. Left empty, it is known in a conversation of two only.")
        self.add_row(self.tr("You wrote as"), self.me, hint)
        self.add_row(self.tr("Time zone"), self.zone)
        self.add_row(self.tr("Dates"), self.order)
        self.form.setRowVisible(self.order, undated)
        self.add_row(self.tr("File in"), self.target)
        self.model.ticks_changed.connect(self._adapt)
        self._adapt()

    def ticked(self) -> list[Conversation]:
        """Return the conversations that shall come in."""
        return self.model.ticked()

    def fault(self) -> tuple[str, QWidget | None] | None:
        """The zone must be one."""
        try:
            time_zone(self.zone.currentText().strip())
        except BadInput as error:
            return texts.error_text(error), self.zone
        return None

    def _adapt(self) -> None:
        self.save_button.setEnabled(bool(self.ticked()))

    def _make_zone(self, name: str) -> QComboBox:
        zone = QComboBox()
        zone.setEditable(True)
        zone.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        zone.addItems([name, *sorted(each for each in available_timezones() if "/" in each and each != name), "UTC"])
        zone.setToolTip(self.tr("Where the times of the export are meant, if it does not say"))
        if completer := zone.completer():
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        return zone
