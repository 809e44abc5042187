"""The dialog that writes the dossiers of several cases into one folder: asking, progress, and what came of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from casebook.dossier.choices import Choices
from casebook.dossier.many import Written
from casebook.gui import texts, theme
from casebook.gui.dialogs.job_dialog import JobDialog, Stage
from casebook.gui.models.row_model import Row
from casebook.gui.theme import Theme
from casebook.gui.widgets.outgoing.export_reader import ExportReader, add_row, combo
from casebook.gui.widgets.parts import plain_label, quiet_button, row_of, side_by_side
from casebook.gui.widgets.row_list import RowList


@dataclass(frozen=True, slots=True)
class ManyChoice:
    """What the dialog holds. `ending` is `.zip` or empty."""

    folder: Path
    ending: str
    choices: Choices


class ExportManyDialog(JobDialog):
    """Asks what all the dossiers have in common; each stands under its case's number and title."""

    export_requested = Signal(object)
    """A `ManyChoice`."""
    show_requested = Signal(object)
    """Show this folder in the file manager."""

    def __init__(
        self, count: int, folder: Path, first: Choices, ending: str, look: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._count = count
        self.setWindowTitle(self.tr("Export %n dossier(s)", None, count))
        self.reader = ExportReader(first)
        self.reader.recipient.setPlaceholderText(self.tr("The same for all, or empty"))
        self.ending = combo((self.tr("A folder each"), ""), (self.tr("One ZIP file each"), ".zip"))
        self.ending.setCurrentIndex(max(0, self.ending.findData(ending)))
        self.folder = QLineEdit(str(folder))
        self.report = RowList(look)
        self.report.setAccessibleName(self.tr("What became of each case"))
        self._lay_out(self._make_setup(), self._make_end())
        self.resize(620, self.sizeHint().height())

    def begin(self) -> None:
        """Show that the work has started."""
        self._job.begin(self.tr("Making the dossiers"))
        self._pages.setCurrentIndex(Stage.RUNNING)

    def show_done(self, made: Sequence[Written]) -> None:
        """Show what became of each case; those without a dossier come first."""
        failed = [one for one in made if one.problem is not None]
        self._told.setText(self.tr("%n dossier(s) written", None, len(made) - len(failed)))
        self._failed.setText(self.tr("%n case(s) without a dossier", None, len(failed)))
        self._failed.setVisible(bool(failed))
        self.report.show_rows([_row(one) for one in (*failed, *(one for one in made if one.problem is None))])
        self._pages.setCurrentIndex(Stage.END)
        self.show_button.setFocus()

    def show_failure(self, error: Exception) -> None:
        """Say why there is nothing, and let the choice be mended."""
        self._refuse(texts.error_text(error))

    def show_cancelled(self) -> None:
        """Go back to the choice."""
        self._refuse(self.tr("Stopped. The dossiers that were ready stay."))

    def notice_text(self) -> str:
        """Return what is in the way, empty while nothing is."""
        return self._notice.text()

    def told(self) -> str:
        """Return what is said at the end."""
        return self._told.text()

    def _make_setup(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.M)
        column.addWidget(plain_label(self.tr("Export %n dossier(s)", None, self._count), kind="heading"))
        told = self.tr("One after the other, each checked for secrets. A case that cannot go out stops no other.")
        column.addWidget(plain_label(told, kind="muted"))
        column.addWidget(self.reader)
        layout = self.reader.layout()
        assert isinstance(layout, QFormLayout)
        self.folder.setAccessibleName(self.tr("Into"))
        browse = quiet_button(self.tr("Browse…"), self.tr("Choose the folder"), self._browse)
        add_row(layout, self.tr("As"), self.ending)
        add_row(layout, self.tr("Into"), side_by_side(self.folder, browse))
        column.addStretch(1)
        self._notice = plain_label("", kind="warn")
        self._notice.hide()
        column.addWidget(self._notice)
        close = quiet_button(self.tr("Cancel"), self.tr("Close without exporting (Esc)"), self.reject)
        self.start = quiet_button(self.tr("Export"), self.tr("Make the dossiers"), self._start, "primary")
        column.addLayout(row_of(None, close, self.start))
        return page

    def _make_end(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.S)
        self._told, self._failed = plain_label("", kind="heading"), plain_label("", kind="warn")
        for widget in (self._told, self._failed, self.report):
            column.addWidget(widget, int(widget is self.report))
        close = quiet_button(self.tr("Close"), self.tr("Close (Esc)"), self.reject)
        self.show_button = quiet_button(
            self.tr("Show in folder"), self.tr("Open the place in your file manager"), self._show, "primary"
        )
        column.addLayout(row_of(None, close, self.show_button))
        return page

    def _start(self) -> None:
        reader, folder = self.reader, Path(self.folder.text().strip()).expanduser()
        if not self.folder.text().strip():
            self._refuse(self.tr("Say where to put the dossiers."))
            return
        self._notice.hide()
        choices = Choices(
            language=str(reader.language.currentData()),
            audience=str(reader.audience.currentData()),
            form=str(reader.form.currentData()),
            paper=str(reader.paper.currentData()),
            recipient=" ".join(reader.recipient.text().split()),
        )
        self.export_requested.emit(ManyChoice(folder, str(self.ending.currentData()), choices))

    def _browse(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Put the dossiers into"), self.folder.text())
        if chosen:
            self.folder.setText(chosen)

    def _refuse(self, words: str) -> None:
        self._pages.setCurrentIndex(Stage.SETUP)
        self._notice.setText(words)
        self._notice.show()

    def _show(self) -> None:
        self.show_requested.emit(Path(self.folder.text().strip()).expanduser())


def _row(one: Written) -> Row:
    name = texts.joined(f"C-{one.case_id}", one.title)
    if one.problem is not None:
        return Row(one.case_id, name, texts.error_text(one.problem), warn=True)
    return Row(one.case_id, name, one.path.name if one.path else "")
