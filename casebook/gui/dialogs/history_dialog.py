"""The dialog "Activity": what was done in a case and when, and the words that stood there before."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QListView,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from casebook.gui import texts, theme
from casebook.gui.models import history_words
from casebook.gui.models.history_model import HistoryModel
from casebook.gui.widgets.parts import open_at, plain_label
from casebook.gui.widgets.row_list import RowDelegate
from casebook.journal.proof.history import Event

_TALL, _WIDE = 600, 940


class HistoryDialog(QDialog):
    """A list of entries, newest first; beside it what the chosen one changed. Changes nothing."""

    def __init__(self, title: str, model: HistoryModel, look: theme.Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Activity"))
        open_at(self, _WIDE, _TALL)
        self._model = model
        model.setParent(self)
        self.entries = QListView()
        self.entries.setModel(model)
        self.entries.setItemDelegate(RowDelegate(look, self.entries))
        self.entries.setUniformItemSizes(True)
        self.entries.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.entries.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.entries.setAccessibleName(self.tr("What was done, newest first"))
        self.entries.setProperty("kind", "framed")
        self._place = QScrollArea()
        self._place.setAccessibleName(self.tr("The chosen entry"))
        self._place.setWidgetResizable(True)
        self._place.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(theme.XL, theme.L, theme.XL, theme.L)
        whole.setSpacing(theme.M)
        whole.addWidget(plain_label(title, kind="heading"))
        told = self.tr(
            "Everything that was ever recorded here. Choose a line to see the words that stood there before."
        )
        whole.addWidget(plain_label(told, kind="muted"))
        sides = QHBoxLayout()
        sides.setSpacing(theme.L)
        sides.addWidget(self.entries, 5)
        sides.addWidget(self._place, 4)
        whole.addLayout(sides, 1)
        buttons = QDialogButtonBox(self)
        close = buttons.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setToolTip(self.tr("Close (Esc)"))
        buttons.rejected.connect(self.reject)
        whole.addWidget(buttons)
        self.entries.selectionModel().currentChanged.connect(self._show)
        if model.rowCount():
            self.entries.setCurrentIndex(model.index(0))
        self.entries.setFocus()

    def _show(self, index: QModelIndex) -> None:
        event = self._model.event_at(index.row())
        if event is not None:
            self._place.setWidget(self._page(event))

    def _page(self, event: Event) -> QFrame:
        page = QFrame()
        page.setProperty("kind", "page")
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, theme.S, 0)
        column.setSpacing(theme.S)
        column.addWidget(plain_label(history_words.sentence(event), kind="heading"))
        entry = self.tr("entry {number} of the ledger").replace("{number}", f"{event.number:,}")
        column.addWidget(plain_label(texts.joined(texts.short_time(texts.here(event.at)), entry), kind="muted"))
        rows = history_words.details(event)
        for caption, before, after in rows:
            column.addWidget(self._fact(caption, before, after, first=event.first))
        if not rows and event.kind is not None and not event.erased:
            column.addWidget(plain_label(self.tr("Nothing else changed."), kind="muted"))
        column.addStretch(1)
        return page

    def _fact(self, caption: str, before: str, after: str, *, first: bool) -> QFrame:
        card = QFrame()
        card.setProperty("kind", "card")
        column = QVBoxLayout(card)
        column.setContentsMargins(theme.M, theme.S, theme.M, theme.S)
        column.setSpacing(theme.XS)
        column.addWidget(plain_label(caption, kind="caption"))
        nothing = self.tr("(nothing)")
        lines = [(after or nothing, "")] if first else [(before or nothing, "muted"), (f"→ {after or nothing}", "")]
        for words, kind in lines:
            label = plain_label(words, kind=kind)
            label.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            column.addWidget(label)
        return card
