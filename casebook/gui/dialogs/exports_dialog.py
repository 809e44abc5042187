"""The dialog "Exports": which dossiers of a case went out, for whom, and what changed in the record since."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QListView, QScrollArea, QVBoxLayout, QWidget

from casebook.dossier.since import Counts
from casebook.gui import texts, theme
from casebook.gui.models import export_words
from casebook.gui.models.row_model import Row, RowModel
from casebook.gui.widgets.parts import open_at, plain_label, quiet_button, row_of
from casebook.gui.widgets.row_list import RowDelegate
from casebook.journal import Changes
from casebook.journal.outgoing import Export
from casebook.journal.records import Case
from casebook.journal.terms import StampState

_SIZE = (860, 520)
Listed = tuple[Export, Counts]


class ExportsDialog(QDialog):
    """A list, newest first; beside it what the chosen one was, and what changed since. `read` asks for all of it."""

    export_requested = Signal()
    """Make another one."""
    stamp_requested = Signal()
    """Ask again for every time stamp that has not come yet."""

    def __init__(
        self, case: Case, read: Callable[[], Sequence[Listed]], look: theme.Theme, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Exports"))
        open_at(self, *_SIZE)
        self._case_id, self._read = case.id, read
        self._found: Sequence[Listed] = ()
        self._model = RowModel(self)
        self.entries = QListView()
        self.entries.setModel(self._model)
        self.entries.setItemDelegate(RowDelegate(look, self.entries))
        self.entries.setUniformItemSizes(True)
        self.entries.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.entries.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.entries.setAccessibleName(self.tr("Dossiers that went out, newest first"))
        self.entries.setProperty("kind", "framed")
        self._place = QScrollArea()
        self._place.setWidgetResizable(True)
        self._place.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._told = plain_label("", kind="muted")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(theme.XL, theme.L, theme.XL, theme.L)
        whole.setSpacing(theme.M)
        whole.addWidget(plain_label(texts.joined(case.number, case.title), kind="heading"))
        whole.addWidget(self._told)
        sides = QHBoxLayout()
        sides.setSpacing(theme.L)
        sides.addWidget(self.entries, 5)
        sides.addWidget(self._place, 4)
        whole.addLayout(sides, 1)
        close = quiet_button(self.tr("Close"), self.tr("Close (Esc)"), self.reject)
        more = quiet_button(self.tr("Export dossier…"), self.tr("Make another dossier of this case"), self._export)
        self.stamp = quiet_button("", self.tr("Send the hash of the list once more, nothing else"), self._ask)
        self._answer = plain_label("", kind="warn")
        self._answer.hide()
        whole.addWidget(self._answer)
        whole.addLayout(row_of(more, self.stamp, None, close))
        self.entries.selectionModel().currentChanged.connect(self._show)
        look.changed.connect(self.entries.viewport().update)
        self.look_again()
        self.entries.setFocus()

    def hear(self, changes: Changes) -> None:
        """Read anew when something in this case was written."""
        if self._case_id in changes.cases:
            self.look_again()

    def look_again(self) -> None:
        """Read the list anew; the row that was chosen stays so."""
        row = max(self.entries.currentIndex().row(), 0)
        self._found = self._read()
        self._model.show([_row(export) for export, _since in self._found])
        none = self.tr("No dossier was made of this case yet. What goes out is listed here, for whom and when.")
        some = self.tr("What went out, and what was recorded since. The files themselves are not kept here.")
        self._told.setText(some if self._found else none)
        hosts = sorted({export.stamp_host for export, _since in self._found if export.stamp is StampState.WAITING})
        asks = self.tr("Ask {host} again for the time stamp")
        self.stamp.setText(asks.replace("{host}", ", ".join(hosts)))
        self.stamp.setVisible(bool(hosts))
        self.stamp.setEnabled(True)
        self.entries.setVisible(bool(self._found))
        self._place.setVisible(bool(self._found))
        if self._found:
            self.entries.setCurrentIndex(self._model.index(min(row, len(self._found) - 1)))

    def show_answer(self, words: str) -> None:
        """Say why a time stamp did not come, or that it came."""
        self._answer.setText(words)
        self._answer.setVisible(bool(words))
        self.look_again()

    def answer_text(self) -> str:
        """Return what was said of the time stamps that were asked for."""
        return self._answer.text()

    def told(self) -> str:
        """Return what is said of the list, and of the chosen entry."""
        page = self._place.widget()
        shown = page.accessibleDescription() if page is not None and self._found else ""
        return "\n".join(filter(None, (self._told.text(), shown)))

    def _show(self, index: QModelIndex) -> None:
        if 0 <= index.row() < len(self._found):
            self._place.setWidget(self._page(*self._found[index.row()]))

    def _page(self, export: Export, since: Counts) -> QFrame:
        page = QFrame()
        page.setProperty("kind", "page")
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, theme.S, 0)
        column.setSpacing(theme.S)
        parts = export_words.Plurals().parts(export.parts) if export.parts > 1 else ""
        head = self.tr("shows the record at entry {number} of the ledger")
        facts = (
            export_words.reader(export.audience),
            texts.joined(export_words.shape(export), parts),
            texts.joined(export_words.signed(export), export_words.stamp(export)),
            texts.capital(head.replace("{number}", f"{export.head_number:,}")),
        )
        changed = export_words.changes(since) or [self.tr("Nothing changed in the record.")]
        column.addWidget(plain_label(export.name, kind="heading"))
        for fact in facts:
            column.addWidget(plain_label(texts.capital(fact), kind="muted"))
        column.addWidget(self._hashes(export))
        column.addSpacing(theme.S)
        heading = self.tr("Since then")
        column.addWidget(plain_label(heading, kind="heading"))
        for line in changed:
            column.addWidget(plain_label(line))
        column.addStretch(1)
        page.setAccessibleDescription("\n".join((export.name, *facts, heading, *changed)))
        return page

    def _hashes(self, export: Export) -> QFrame:
        card = QFrame()
        card.setProperty("kind", "card")
        column = QVBoxLayout(card)
        column.setContentsMargins(theme.M, theme.S, theme.M, theme.S)
        column.setSpacing(theme.XS)
        column.addWidget(plain_label(self.tr("SHA-256 of MANIFEST.sha256"), kind="caption"))
        for manifest in export.manifests:
            # Broken in the middle: a label cannot break 64 characters without a space, and would widen the page.
            label = plain_label(f"{manifest[:32]}\n{manifest[32:]}", kind="caption")
            label.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            column.addWidget(label)
        return card

    def _ask(self) -> None:
        self.stamp.setEnabled(False)
        self._answer.setText(self.tr("Asking…"))
        self._answer.show()
        self.stamp_requested.emit()

    def _export(self) -> None:
        self.accept()
        self.export_requested.emit()


def _row(export: Export) -> Row:
    when = texts.short_time(texts.here(export.recorded_at))
    reader = texts.capital(export_words.reader(export.audience, export.recipient))
    detail = texts.joined(when, export_words.shape(export), export_words.stamp(export))
    return Row(export.id, reader, detail, warn=export.stamp is StampState.WAITING)
