"""The dialog of a dossier: five steps in any order, a preview, then its progress, then what can be done with it."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from casebook.dossier.choices import Choices
from casebook.dossier.forecast import Forecast
from casebook.dossier.many import file_name
from casebook.dossier.portals import Portal
from casebook.gui import texts, theme
from casebook.gui.dialogs.job_dialog import JobDialog, Stage
from casebook.gui.models import export_words, time_left
from casebook.gui.widgets.outgoing.export_contents import ExportContents
from casebook.gui.widgets.outgoing.export_end import ExportEnd
from casebook.gui.widgets.outgoing.export_place import ExportPlace
from casebook.gui.widgets.outgoing.export_proof import ExportProof
from casebook.gui.widgets.outgoing.export_reader import ExportReader
from casebook.gui.widgets.outgoing.gap_list import GapList
from casebook.gui.widgets.parts import open_at, plain_label, quiet_button, row_of
from casebook.gui.widgets.step_list import StepList
from casebook.journal import Changes, Progress
from casebook.journal.errors import CasebookError
from casebook.journal.outgoing import Export
from casebook.journal.records import Case
from casebook.settings import Settings

_SIZE = (820, 560)
_SETTLING = 200
"""Milliseconds after the last change until the record is looked through anew."""


class Step(IntEnum):
    """The steps, in their order."""

    READER = 0
    CONTENTS = 1
    GAPS = 2
    PROOF = 3
    PLACE = 4


@dataclass(frozen=True, slots=True)
class ExportChoice:
    """What the dialog holds: where the dossier goes, and how it is to be."""

    out: Path
    choices: Choices


class ExportDialog(JobDialog):
    """Not modal: the window stays usable beside it, and what is mended there shows here."""

    export_requested = Signal(object)
    """An `ExportChoice`."""
    preview_requested = Signal(object)
    """Show what these `Choices` give."""
    forecast_requested = Signal(object)
    """Look through the record for these `Choices`: answer with `show_forecast`."""
    show_requested = Signal(object)
    """Show this path in the file manager."""
    open_requested = Signal(object)
    """Open this PDF."""
    place_requested = Signal(str, int)
    """Show the record that a finding is about: its kind and id."""
    answer_requested = Signal(str)
    """Answer the finding with this key."""

    def __init__(
        self,
        case: Case,
        folder: Path,
        settings: Settings,
        look: theme.Theme,
        *,
        language: str,
        limits: Sequence[Portal] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Export dossier of {number}").format(number=case.number))
        open_at(self, *_SIZE)
        self.made: Path | None = None
        self._case = case
        self._forecast: Forecast | None = None
        self.reader = ExportReader(first_choices(settings, language))
        self.contents = ExportContents()
        self.gaps = GapList(look)
        kept = settings.report_limit
        self.proof = ExportProof(
            how=settings.report_signing, file=settings.signer_file, name=settings.signer_name, url=settings.stamp_url
        )
        self.place = ExportPlace(
            folder / f"{case.number} {file_name(case.title)}".strip(),
            ending=settings.report_as,
            limits=limits,
            limit=int(kept) if kept.isdecimal() else 0,
            language=language,
        )
        self._wait = QTimer(self, singleShot=True, interval=_SETTLING)
        self._wait.timeout.connect(self._ask)
        self._lay_out(self._make_setup(look), self._make_end())
        self._wire()
        self._say()

    # ---- what is chosen ----------------------------------------------------------------------------------------------

    def choices(self) -> Choices:
        """Return how the dossier is to be. Raises BadInput for what cannot be."""
        return replace(
            self._plain(),
            replace=self.place.may_replace(),
            part_size=self.place.part_size(),
            signing=self.proof.signing(),
            stamp_url=self.proof.stamp_url(),
        )

    def out(self) -> Path:
        """Return where the dossier will be."""
        return self.place.out()

    def notice_text(self) -> str:
        """Return what is in the way, empty while nothing is."""
        return self._notice.text()

    def step_text(self, step: Step) -> str:
        """Return what stands below a step's name."""
        return self.steps.said(step)

    def go_to(self, step: Step) -> None:
        """Go to a step."""
        self.steps.choose(step)

    # ---- what it is told ---------------------------------------------------------------------------------------------

    def look_again(self) -> None:
        """Have the record looked through anew, a moment after the last change."""
        self._wait.start()

    def hear(self, changes: Changes) -> None:
        """Look again when something in this case was written."""
        if self._case.id in changes.cases:
            self.look_again()

    def show_forecast(self, forecast: Forecast) -> None:
        """Show what would go out and what is missing."""
        self._forecast = forecast
        self.contents.show_forecast(forecast)
        self.gaps.set_findings(forecast.findings)
        self.reader.set_known(forecast.recipients)
        self._say()

    def begin(self) -> None:
        """Show that the work has started."""
        self._job.begin(self.tr("Making the dossier"))
        contacts = self._forecast.contacts if self._forecast else 0
        exhibits = len(self._forecast.selection.exhibits) if self._forecast else 1
        self._left = time_left.TimeLeft(time.monotonic, contacts=contacts, exhibits=exhibits)
        self._pages.setCurrentIndex(Stage.RUNNING)

    def advance(self, progress: Progress) -> None:
        """Show how far the work is, and how long it will still take."""
        super().advance(progress)
        self._job.tell_left(time_left.words(self._left.seconds(progress)))

    def show_done(self, out: Path, paths: Sequence[Path], export: Export | None) -> None:
        """Show where it is, as it is listed, and what can be done with it."""
        self.made = out
        self.proof.forget()
        self.end.show_made([str(path) for path in paths], export, self._forecast)
        self._shown = out if out.is_dir() and len(paths) == 1 else out.parent
        self.open_button.setVisible((out / "dossier.pdf").is_file())
        self._pages.setCurrentIndex(Stage.END)
        (self.open_button if self.open_button.isVisibleTo(self) else self.show_button).setFocus()

    def show_failure(self, error: Exception) -> None:
        """Say why there is no dossier, and let the choice be mended."""
        self._refuse(texts.error_text(error))

    def show_cancelled(self) -> None:
        """Go back to the choice; nothing was left behind."""
        self._refuse(self.tr("Stopped. Nothing was left behind."))

    # ---- laying out --------------------------------------------------------------------------------------------------

    def _make_setup(self, look: theme.Theme) -> QWidget:
        self.steps = StepList(look)
        for name in (
            self.tr("Reader"),
            self.tr("Contents"),
            self.tr("Gaps"),
            self.tr("Signature and time"),
            self.tr("Place"),
        ):
            self.steps.add(name)
        self._stack = QStackedWidget()
        for step in (self.reader, self.contents, self.gaps, self.proof, self.place):
            self._stack.addWidget(step)
        self._notice = plain_label("", kind="warn")
        self._notice.hide()
        sides = QHBoxLayout()
        sides.setSpacing(theme.XL)
        sides.addWidget(self.steps)
        sides.addWidget(self._stack, 1)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.M)
        column.addWidget(plain_label(texts.joined(self._case.number, self._case.title), kind="heading"))
        told = self.tr("One PDF, the originals, and a list by which anybody can check them without this program.")
        column.addWidget(plain_label(told, kind="muted"))
        column.addSpacing(theme.XS)
        column.addLayout(sides, 1)
        column.addWidget(self._notice)
        self.preview = quiet_button(
            self.tr("Preview…"), self.tr("Look at the PDF before it goes out (Ctrl+P)"), self._preview
        )
        close = quiet_button(self.tr("Cancel"), self.tr("Close without exporting (Esc)"), self.reject)
        self.start = quiet_button(self.tr("Export"), self.tr("Make the dossier (Ctrl+Enter)"), self._start, "primary")
        column.addLayout(row_of(self.preview, None, close, self.start))
        return page

    def _make_end(self) -> QWidget:
        self.end = ExportEnd()
        self.show_button = quiet_button(
            self.tr("Show in folder"), self.tr("Open the place in your file manager"), self._show
        )
        self.open_button = quiet_button(self.tr("Open PDF"), self.tr("Read the dossier"), self._open, "primary")
        close = quiet_button(self.tr("Close"), self.tr("Close (Esc)"), self.reject)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.M)
        column.addWidget(self.end, 1)
        column.addLayout(row_of(None, close, self.show_button, self.open_button))
        return page

    def _wire(self) -> None:
        self.steps.step_changed.connect(self._stack.setCurrentIndex)
        self.steps.choose(Step.READER)
        for looked_at in (self.reader, self.contents):
            looked_at.changed.connect(self.look_again)
        for page in (self.reader, self.contents, self.proof, self.place):
            page.changed.connect(self._say)
        self.gaps.place_requested.connect(self.place_requested)
        self.gaps.answer_requested.connect(self.answer_requested)
        for key, step in (("Ctrl+PgDown", 1), ("Ctrl+PgUp", -1)):
            QShortcut(QKeySequence(key), self, lambda step=step: self.steps.choose(self.steps.step() + step))
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self, self.start.click)
        QShortcut(QKeySequence("Ctrl+P"), self, self.preview.click)

    # ---- what is said ------------------------------------------------------------------------------------------------

    def _say(self) -> None:
        """Say below each step what is chosen there, and at the foot what is in the way."""
        if self._pages.currentIndex() != Stage.SETUP:
            return  # what is there of this name by now is what is being made
        stopping = self._forecast.stopping if self._forecast else 0
        reader, plurals = self.reader, export_words.Plurals()
        recipient = " ".join(reader.recipient.text().split())
        self.steps.say(Step.READER, export_words.reader(str(reader.audience.currentData()), recipient))
        if self._forecast is not None:
            odd = bool(self._forecast.characters)
            self.steps.say(Step.CONTENTS, self.contents.summary.text(), warn=odd)
            unanswered = sum(not finding.answer for finding in self._forecast.findings)
            said = plurals.stopping(stopping) if stopping else plurals.findings(unanswered)
            self.steps.say(Step.GAPS, said, warn=bool(stopping))
        else:
            for step in (Step.CONTENTS, Step.GAPS):
                self.steps.say(step, self.tr("looking…"))
        stamped = self.tr("time stamp") if self.proof.stamp.isChecked() else ""
        how = self.tr("signed") if self.proof.how.currentData() else self.tr("not signed")
        self.steps.say(Step.PROOF, texts.joined(how, stamped), warn=bool(self.proof.fault()))
        self.steps.say(Step.PLACE, self.out().name, warn=bool(self.place.fault()))
        stops = self.tr("Answer the findings that stop the dossier first.") if stopping else ""
        fault = stops or self.proof.fault() or self.place.fault()
        self.start.setEnabled(not fault)
        self._notice.setText(fault)
        self._notice.setVisible(bool(fault))

    def _ask(self) -> None:
        self.forecast_requested.emit(self._plain())

    def _plain(self) -> Choices:
        """Return the choices that change what is in it: half an address of a service must not be in the way."""
        reader = self.reader
        return Choices(
            language=str(reader.language.currentData()),
            audience=str(reader.audience.currentData()),
            form=str(reader.form.currentData()),
            paper=str(reader.paper.currentData()),
            recipient=" ".join(reader.recipient.text().split()),
            unredacted=self.contents.unredacted(),
        )

    def _start(self) -> None:
        try:
            choice = ExportChoice(self.out(), self.choices())
        except CasebookError as error:
            self._refuse(texts.error_text(error))
            return
        self._notice.hide()
        self.export_requested.emit(choice)

    def _preview(self) -> None:
        self.preview_requested.emit(self._plain())

    def _refuse(self, words: str) -> None:
        self._pages.setCurrentIndex(Stage.SETUP)
        self.place.look_again()
        self._notice.setText(words)
        self._notice.show()

    def _show(self) -> None:
        self.show_requested.emit(self._shown)

    def _open(self) -> None:
        if self.made is not None:
            self.open_requested.emit(self.made / "dossier.pdf")


def first_choices(settings: Settings, language: str) -> Choices:
    """Return what was chosen the last time; what is not known any more is left out."""
    try:
        return Choices(
            settings.report_language or language,
            settings.report_audience or "outside",
            settings.report_form or "full",
            settings.paper or "a4",
        )
    except CasebookError:
        return Choices(language)
