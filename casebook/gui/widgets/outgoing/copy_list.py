"""The exhibits under the names that their copies go out with, and whether their pictures can be read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QListView, QVBoxLayout, QWidget

from casebook.gui import texts, theme
from casebook.gui.models import due_words, ready_rows
from casebook.gui.models.row_model import Row, RowModel
from casebook.gui.widgets.parts import plain_label, quiet_button, row_of
from casebook.gui.widgets.row_list import RowDelegate

if TYPE_CHECKING:  # the dossier's room is loaded when somebody asks for copies
    from casebook.dossier.copies import Copy


class CopyList(QWidget):
    """Shows what would go out; whoever holds it names the files, looks at them and writes them."""

    language_changed = Signal()
    """Names in another language are wanted."""
    describe_requested = Signal(int)
    """The words for an exhibit are to be given: its name is made of them."""
    save_requested = Signal()
    """Copies of all are to be written into a folder."""
    opened = Signal(int)
    """An exhibit is to be shown."""

    def __init__(self, look: theme.Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._copies: Sequence[Copy] = ()
        self._doubts: Mapping[int, str] = {}
        self.language = QComboBox()
        self.language.addItem("English", "en")
        self.language.addItem("中文", "zh")
        self.language.setCurrentIndex(self.language.findData(due_words.language()))
        self.language.setAccessibleName(self.tr("Language of the names"))
        self.language.currentIndexChanged.connect(lambda _index: self.language_changed.emit())
        self._rows = RowModel(self)
        self.list = QListView()
        self.list.setModel(self._rows)
        self.list.setItemDelegate(RowDelegate(look, self.list))
        self.list.setUniformItemSizes(True)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(self.tr("Attachments under their names"))
        self.list.setProperty("kind", "framed")
        self.list.doubleClicked.connect(lambda _index: self._open())
        self.list.activated.connect(lambda _index: self._open())
        self.told = plain_label("", kind="muted")
        self.describe = quiet_button(
            self.tr("Describe…"), self.tr("Say what it shows: its name is made of these words"), self._describe
        )
        self.describe.setProperty("writes", True)
        self.save = quiet_button(
            self.tr("Save copies…"),
            self.tr("Write copies under these names into a folder; the originals keep theirs"),
            self.save_requested.emit,
        )
        self.list.selectionModel().currentChanged.connect(lambda *_: self._choose())
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, theme.M, 0, 0)
        whole.setSpacing(theme.S)
        words = self.tr(
            "A name says what a file shows, its kind and its day, such as “login-refused-screenshot_20261120.png”. "
            "The originals keep their names."
        )
        whole.addWidget(plain_label(words, kind="muted"))
        whole.addWidget(self.list, 1)
        whole.addWidget(self.told)
        whole.addLayout(row_of(self.describe, self.language, None, self.save))
        self.show_copies(())

    def chosen_language(self) -> str:
        """Return the language of the names."""
        return str(self.language.currentData())

    def show_copies(self, copies: Sequence[Copy]) -> None:
        """Show these."""
        self._copies = tuple(copies)
        self._fill()

    def show_doubts(self, doubts: Mapping[int, str]) -> None:
        """Mark the pictures that may not be readable, by exhibit id."""
        self._doubts = dict(doubts)
        self._fill()

    def _fill(self) -> None:
        before = max(self.list.currentIndex().row(), 0)
        self._rows.show([self._row(copy) for copy in self._copies])
        if self._copies:
            self.list.setCurrentIndex(self._rows.index(min(before, len(self._copies) - 1)))
        doubtful = sum(copy.item.exhibit.id in self._doubts for copy in self._copies)
        if not self._copies:
            words = self.tr("There is nothing to attach yet. Paste a screenshot into the case, or add a file.")
        elif doubtful:
            words = self.tr("%n picture(s) may not be readable. This is a hint: look at them.", "", doubtful)
        else:
            words = ""
        self.told.setText(words)
        self.told.setVisible(bool(words))
        theme.restyle(self.told, kind="warn" if doubtful else "muted")
        self.list.setVisible(bool(self._copies))
        self.save.setEnabled(any(copy.name for copy in self._copies))
        self._choose()

    def _row(self, copy: Copy) -> Row:
        exhibit = copy.item.exhibit
        doubt = self._doubts.get(exhibit.id, "")
        hint = ready_rows.doubt(doubt) if doubt else ""
        back = ready_rows.kept_back(copy.item.kept_back) if copy.item.kept_back else ""
        detail = texts.joined(copy.item.label, back or exhibit.name, hint)
        return Row(exhibit.id, copy.name or exhibit.name, detail, warn=bool(doubt or back))

    def _choose(self) -> None:
        self.describe.setEnabled(self.list.currentIndex().isValid() and bool(self._copies))

    def _open(self) -> None:
        if row := self._rows.row(self.list.currentIndex().row()):
            self.opened.emit(row.id)

    def _describe(self) -> None:
        if row := self._rows.row(self.list.currentIndex().row()):
            self.describe_requested.emit(row.id)
