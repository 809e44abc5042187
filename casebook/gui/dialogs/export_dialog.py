"""The dialog of a dossier: for whom, in which language, where to; then its progress; then what can be done with it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QFormLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from casebook.gui import texts, theme
from casebook.gui.dialogs.job_dialog import JobDialog, Stage
from casebook.gui.widgets.parts import caption, plain_label, quiet_button, row_of, side_by_side
from casebook.journal.records import Case


@dataclass(frozen=True, slots=True)
class ExportChoice:
    """What the dialog holds; the names are those of `dossier.export.run`."""

    out: Path
    language: str
    audience: str
    paper: str
    replace: bool


class ExportDialog(JobDialog):
    """Not modal: the window stays usable while it works."""

    export_requested = Signal(object)
    """An `ExportChoice`."""
    show_requested = Signal(object)
    """Show this path in the file manager."""
    open_requested = Signal(object)
    """Open this PDF."""

    def __init__(self, case: Case, folder: Path, *, language: str, paper: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Export dossier of {number}").format(number=case.number))
        self.setMinimumSize(620, 400)
        self.made: Path | None = None
        self._name = f"{case.number} {_file_name(case.title)}".strip()
        self._lay_out(self._make_setup(case, folder), self._make_end())
        self.language.setCurrentIndex(max(0, self.language.findData(language)))
        self.paper.setCurrentIndex(max(0, self.paper.findData(paper)))
        self._on_audience()
        self._on_out()

    def choice(self) -> ExportChoice:
        """Return what is chosen. The ending of the target says whether it becomes a ZIP or a folder."""
        return ExportChoice(
            out=self.out(),
            language=str(self.language.currentData()),
            audience=str(self.audience.currentData()),
            paper=str(self.paper.currentData()),
            replace=self.replace.isChecked() and self.replace.isVisibleTo(self),
        )

    def out(self) -> Path:
        """Return where the dossier will be."""
        return Path(self.target.text().strip()).expanduser()

    def begin(self) -> None:
        """Show that the work has started."""
        self._job.begin(self.tr("Making the dossier"))
        self._pages.setCurrentIndex(Stage.RUNNING)

    def show_done(self, out: Path) -> None:
        """Show where it is and what can be done with it."""
        self.made = out
        self._end_words.setText(str(out))
        self.open_button.setVisible((out / "dossier.pdf").is_file())
        self._pages.setCurrentIndex(Stage.END)
        (self.open_button if self.open_button.isVisibleTo(self) else self.show_button).setFocus()

    def show_failure(self, error: Exception) -> None:
        """Say why there is no dossier, and let the choice be mended."""
        self._refuse(texts.error_text(error))

    def show_cancelled(self) -> None:
        """Go back to the choice; nothing was left behind."""
        self._refuse(self.tr("Stopped. Nothing was left behind."))

    def notice_text(self) -> str:
        """Return what is in the way, empty while nothing is."""
        return self._notice.text()

    def audience_text(self) -> str:
        """Return what is said of the chosen reader."""
        return self._audience_note.text()

    def browse(self) -> None:
        """Ask where the dossier shall be put: the folder that will hold it."""
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Put the dossier into"), str(self.out().parent))
        if chosen:
            self.target.setText(str(Path(chosen) / self.out().name))

    def _make_setup(self, case: Case, folder: Path) -> QWidget:
        form = QFormLayout()
        form.setHorizontalSpacing(theme.L)
        form.setVerticalSpacing(theme.S)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self.audience = _combo(
            (self.tr("An outsider: ombudsman, bank, court, lawyer"), "outside"), (self.tr("The firm itself"), "firm")
        )
        self._audience_note = plain_label("", kind="caption")
        self.audience.currentIndexChanged.connect(self._on_audience)
        self.language = _combo(("English", "en"), ("中文", "zh"))
        self.paper = _combo((self.tr("A4"), "a4"), (self.tr("US Letter"), "letter"))
        self.form = _combo((self.tr("A folder"), ""), (self.tr("One ZIP file, for sending"), ".zip"))
        self.form.currentIndexChanged.connect(self._on_form)
        self.target = QLineEdit(str(folder / self._name))
        self.target.textChanged.connect(self._on_out)
        self._browse = quiet_button(self.tr("Browse…"), self.tr("Choose the place"), self.browse)
        self.replace = QCheckBox(self.tr("Replace the earlier dossier"))
        self.replace.toggled.connect(self._on_out)
        for name, field in (
            (self.tr("For"), self.audience),
            (self.tr("Language"), self.language),
            (self.tr("Paper"), self.paper),
            (self.tr("As"), self.form),
        ):
            field.setAccessibleDescription(name)
            form.addRow(caption(name, field), field)
            if field is self.audience:
                form.addRow("", self._audience_note)
        self.target.setAccessibleName(self.tr("Where to"))
        form.addRow(caption(self.tr("Where to"), self.target), side_by_side(self.target, self._browse))
        form.addRow("", self.replace)
        self._notice = plain_label("", kind="warn")
        self._notice.hide()
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.M)
        column.addWidget(plain_label(case.title, kind="heading"))
        column.addWidget(
            plain_label(
                self.tr("One PDF, the originals, and a list by which anybody can check them without this program."),
                kind="muted",
            )
        )
        column.addLayout(form)
        column.addWidget(self._notice)
        column.addStretch(1)
        close = quiet_button(self.tr("Cancel"), self.tr("Close without exporting (Esc)"), self.reject)
        self.start = quiet_button(self.tr("Export"), self.tr("Make the dossier (Enter)"), self._start, "primary")
        self.start.setDefault(True)
        column.addLayout(row_of(None, close, self.start))
        return page

    def _make_end(self) -> QWidget:
        self._end_words = plain_label("", kind="muted")
        self.show_button = quiet_button(
            self.tr("Show in folder"), self.tr("Open the place in your file manager"), self._show
        )
        self.open_button = quiet_button(self.tr("Open PDF"), self.tr("Read the dossier"), self._open, "primary")
        close = quiet_button(self.tr("Close"), self.tr("Close (Esc)"), self.reject)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.M)
        column.addWidget(plain_label(self.tr("The dossier is ready."), kind="heading"))
        column.addWidget(self._end_words)
        column.addWidget(
            plain_label(
                self.tr(
                    "Read it before you send it: it holds everything that is filed in this case. VERIFY.txt in it says "
                    "how a reader can check it."
                )
            )
        )
        column.addStretch(1)
        column.addLayout(row_of(None, close, self.show_button, self.open_button))
        return page

    def _on_audience(self) -> None:
        own = self.tr("With everything that is recorded.")
        without = self.tr("Without your own notes on the firm and on your account.")
        self._audience_note.setText(without if self.audience.currentData() == "firm" else own)

    def _on_form(self) -> None:
        ending = str(self.form.currentData())
        name = self.out().name.removesuffix(".zip")
        self.target.setText(str(self.out().parent / f"{name}{ending}"))

    def _on_out(self) -> None:
        """Say beforehand what would be in the way."""
        out = self.out()
        there = out.exists() and bool(self.target.text().strip())
        self.replace.setVisible(there)
        self.start.setEnabled(bool(self.target.text().strip()) and (not there or self.replace.isChecked()))
        self._notice.setVisible(there and not self.replace.isChecked())
        self._notice.setText(self.tr("There is something of this name already.") if there else "")

    def _start(self) -> None:
        self._notice.hide()
        self.export_requested.emit(self.choice())

    def _refuse(self, words: str) -> None:
        self._pages.setCurrentIndex(Stage.SETUP)
        self._on_out()
        self._notice.setText(words)
        self._notice.show()

    def _show(self) -> None:
        self.show_requested.emit(self.made)

    def _open(self) -> None:
        if self.made is not None:
            self.open_requested.emit(self.made / "dossier.pdf")


def _combo(*choices: tuple[str, str]) -> QComboBox:
    box = QComboBox()
    for text, value in choices:
        box.addItem(text, value)
    return box


def _file_name(title: str) -> str:
    """Return a title without what file systems refuse, at most 60 characters."""
    kept = "".join(" " if c in '<>:"/\\|?*' or ord(c) < 32 else c for c in title)
    return " ".join(kept.split())[:60].rstrip(" .")
