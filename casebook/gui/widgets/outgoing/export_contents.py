"""The step of an export that shows what goes out: redacted copies and originals, what stays, odd characters."""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QListView, QVBoxLayout, QWidget

from casebook.dossier.forecast import Forecast
from casebook.dossier.prescan import named
from casebook.dossier.selection import Outgoing
from casebook.gui import texts, theme
from casebook.gui.models import export_words
from casebook.gui.widgets.parts import plain_label

_NAMED, _ROWS = 12, 8
_Index = QModelIndex | QPersistentModelIndex


class UnusualModel(QAbstractListModel):
    """Exhibits that do not go out as they are. Those with a redacted copy can be ticked: then the original goes."""

    ticked = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._items: tuple[Outgoing, ...] = ()
        self.unredacted: frozenset[int] = frozenset()

    def show(self, items: tuple[Outgoing, ...]) -> None:
        """Show these; ticks of exhibits that have no copy any more go."""
        self.beginResetModel()
        self._items = items
        self.unredacted &= frozenset(item.exhibit.number or 0 for item in items if item.redaction)
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return how many there are."""
        return 0 if parent.isValid() else len(self._items)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Only what has a redacted copy can be ticked."""
        kept = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return kept | Qt.ItemFlag.ItemIsUserCheckable if self._items[index.row()].redaction else kept

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of a row, and its tick."""
        item = self._items[index.row()]
        if role == Qt.ItemDataRole.CheckStateRole and item.redaction:
            chosen = item.exhibit.number in self.unredacted
            return Qt.CheckState.Checked if chosen else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(item)
        if role == Qt.ItemDataRole.ToolTipRole:
            told = self.tr("Ticked: the unredacted original goes out in place of the copy") if item.redaction else ""
            return "\n".join(filter(None, (self._words(item), told)))
        return None

    def setData(self, index: _Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tick, or take the tick back."""
        item = self._items[index.row()]
        if role != Qt.ItemDataRole.CheckStateRole or not item.redaction:
            return False
        number = frozenset({item.exhibit.number or 0})
        chosen = Qt.CheckState(value) == Qt.CheckState.Checked
        self.unredacted = self.unredacted | number if chosen else self.unredacted - number
        self.dataChanged.emit(index, index)
        self.ticked.emit()
        return True

    def _words(self, item: Outgoing) -> str:
        name = item.exhibit.name
        if item.kept_back:
            reason = export_words.kept_back(item.kept_back)
            return texts.joined(item.exhibit.label, name, self.tr("stays here: {reason}").replace("{reason}", reason))
        if item.exhibit.number in self.unredacted:
            return texts.joined(item.exhibit.label, name, self.tr("the unredacted original goes out"))
        reason = item.redaction.reason if item.redaction else ""
        return texts.joined(f"{item.exhibit.label}R", name, self.tr("the redacted copy goes out"), reason)


class ExportContents(QWidget):
    """Filled by a forecast; the only choice in it is which unredacted originals go along."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.summary = plain_label("", kind="muted")
        self._model = UnusualModel(self)
        self.list = QListView()
        self.list.setModel(self._model)
        self.list.setProperty("kind", "framed")
        self.list.setViewportMargins(theme.XS, 0, theme.XS, 0)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(self.tr("Exhibits that do not go out as they are"))
        self._heading = plain_label(self.tr("Redacted copies, and what stays here"), kind="heading")
        self._hint = plain_label(
            self.tr("Tick an exhibit to include the unredacted original: whoever gets this dossier can read it all."),
            kind="caption",
        )
        self._all = plain_label(self.tr("Every exhibit goes out as it was taken in."))
        self._codes_heading = plain_label(self.tr("Characters printed as a code"), kind="heading")
        self._codes = plain_label("")
        self._codes.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.S)
        for part in (self.summary, self._all, self._heading, self._hint):
            column.addWidget(part)
        column.addWidget(self.list, 1)
        column.addSpacing(theme.S)
        column.addWidget(self._codes_heading)
        column.addWidget(self._codes)
        column.addStretch(1)
        self._model.ticked.connect(self._ticked)
        self._show_unusual(())
        self._codes_heading.hide()
        self._codes.hide()

    def unredacted(self) -> frozenset[int]:
        """Return the numbers of the exhibits whose originals were chosen."""
        return self._model.unredacted

    def codes_text(self) -> str:
        """Return what is said of characters without a picture, empty for nothing."""
        return self._codes.text()

    def show_forecast(self, forecast: Forecast) -> None:
        """Show what would go out."""
        said, selection = export_words.Plurals(), forecast.selection
        exhibits = said.exhibits(sum(item.file is not None for item in selection.exhibits))
        mails = said.mails(len(selection.mails)) if selection.mails else ""
        self.summary.setText(texts.joined(exhibits, mails, texts.file_size(forecast.size)))
        self._show_unusual(forecast.unusual)
        characters = list(forecast.characters)
        told = [f"{named(c)} ×{forecast.characters[c]}" for c in characters[:_NAMED]]
        if len(characters) > _NAMED:
            told.append("…")
        self._codes.setText("\n".join([said.characters(len(characters)), *told]) if characters else "")
        self._codes_heading.setVisible(bool(characters))
        self._codes.setVisible(bool(characters))

    def _show_unusual(self, items: tuple[Outgoing, ...]) -> None:
        self._model.show(items)
        for part in (self._heading, self.list):
            part.setVisible(bool(items))
        self._hint.setVisible(any(item.redaction for item in items))
        self._all.setVisible(not items)
        rows = sum(self.list.sizeHintForRow(row) for row in range(min(len(items), _ROWS)))
        self.list.setMaximumHeight(rows + 2 * self.list.frameWidth() + theme.S)

    def _ticked(self) -> None:
        self.changed.emit()
