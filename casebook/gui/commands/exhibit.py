"""Commands on exhibits: show, open, save, copy, describe, add."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QSize, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog, QWidget

from casebook import paths
from casebook.gui.commands.base import Commands
from casebook.gui.dialogs.exhibit_dialog import DescribeDialog, ExhibitDialog
from casebook.gui.dialogs.exhibit_facts_dialog import ExhibitFactsDialog
from casebook.gui.feed import Feed
from casebook.gui.opened_copies import OpenedCopies
from casebook.gui.widgets import intake
from casebook.gui.widgets.thumbnails import decode
from casebook.journal import Changes
from casebook.journal.errors import CasebookError
from casebook.journal.records import Exhibit
from casebook.journal.terms import ExhibitSource

if TYPE_CHECKING:
    from casebook.journal import Journal

_LARGEST = QSize(4000, 12000)
_OPENED = ("image/png", "image/jpeg", "image/gif", "image/webp", "image/bmp", "application/pdf", "text/plain")
"""What may be handed to another program at a click: it comes from strangers, so nothing that can run."""


class ExhibitCommands(Commands):
    """Show exhibits and let their bytes out; the originals are never touched."""

    redact_requested = Signal(int)
    """A copy with parts covered is wanted of this exhibit."""

    def __init__(self, journal: Journal, feed: Feed, window: QWidget) -> None:
        super().__init__(journal, feed, window)
        self._copies = OpenedCopies(paths.runtime())

    def forget_copies(self) -> None:
        """Delete what other programs were asked to show: the casebook is closed or locked."""
        self._copies.clear()

    def open(self, exhibit_id: int) -> ExhibitDialog:
        """Show an exhibit in a dialog of its own."""
        dialog = ExhibitDialog(parent=self.window)
        dialog.open_requested.connect(self.open_outside)
        dialog.save_requested.connect(self.save)
        dialog.copy_requested.connect(self.copy)
        dialog.redact_requested.connect(self.redact_requested)
        dialog.describe_requested.connect(
            lambda shown: self.describe(shown).accepted.connect(lambda: self._fill(dialog, shown))
        )
        dialog.facts_requested.connect(
            lambda shown: self.edit_facts(shown).accepted.connect(lambda: self._fill(dialog, shown))
        )
        dialog.step_requested.connect(lambda step: self._step(dialog, step))
        self._fill(dialog, exhibit_id)
        dialog.open()
        return dialog

    def describe(self, exhibit_id: int) -> DescribeDialog:
        """Ask what an exhibit shows."""
        dialog = DescribeDialog(self.journal.exhibits.get(exhibit_id), parent=self.window)
        dialog.on_save = lambda: self.feed.announce(self.journal.exhibits.describe(exhibit_id, dialog.words.text()))
        dialog.open()
        return dialog

    def edit_facts(self, exhibit_id: int) -> ExhibitFactsDialog:
        """Open the form for what stands beside an exhibit in the dossier."""
        exhibit = self.journal.exhibits.get(exhibit_id)
        dialog = ExhibitFactsDialog(exhibit, parent=self.window)

        def save() -> None:
            changed = {name: value for name, value in dialog.fields().items() if getattr(exhibit, name) != value}
            if changed:
                self.feed.announce(self.journal.exhibits.edit(exhibit_id, **changed))

        dialog.on_save = save
        dialog.open()
        return dialog

    def save(self, exhibit_id: int) -> None:
        """Ask where to, and save a copy of the original bytes."""
        exhibit = self.journal.exhibits.get(exhibit_id)
        chosen, _filter = QFileDialog.getSaveFileName(self.window, self.tr("Save a copy"), exhibit.name)
        if chosen and self._write(exhibit, Path(chosen)):
            self.said.emit(self.tr("Saved {file}").format(file=Path(chosen).name), None)

    def copy(self, exhibit_id: int) -> None:
        """Put a picture, or any other exhibit as a file, on the clipboard."""
        exhibit = self.journal.exhibits.get(exhibit_id)
        mime = QMimeData()
        image = self._picture(exhibit)[0]
        if image is not None:
            mime.setImageData(image)
        elif (path := self._outside(exhibit)) is not None:
            mime.setUrls([QUrl.fromLocalFile(str(path))])
        else:
            return
        QGuiApplication.clipboard().setMimeData(mime)
        self.said.emit(self.tr("Copied {exhibit}").format(exhibit=exhibit.label), None)

    def open_outside(self, exhibit_id: int) -> None:
        """Open a copy with the system's own program, for kinds of file that cannot run."""
        exhibit = self.journal.exhibits.get(exhibit_id)
        if exhibit.media_type in _OPENED and (path := self._outside(exhibit)) is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def add(self, case_id: int) -> None:
        """Ask for files and keep them as exhibits of a case."""
        names, _filter = QFileDialog.getOpenFileNames(self.window, self.tr("Add exhibits"))
        if not names:
            return
        found = [intake.from_file(Path(name), ExhibitSource.FILE) for name in names]

        def add_all() -> Changes:
            with self.journal.transaction():
                return Changes.merged([self.journal.exhibits.add(case_id, attachment) for attachment in found])

        self.write(add_all)

    def _fill(self, dialog: ExhibitDialog, exhibit_id: int) -> None:
        exhibit = self.journal.exhibits.get(exhibit_id)
        picture, said = self._picture(exhibit)
        others = len(self.journal.exhibits.of_case(exhibit.case_id)) > 1 if exhibit.case_id else False
        dialog.show_exhibit(exhibit, picture, said, can_open=exhibit.media_type in _OPENED, more=others)
        self._mark_read(exhibit)

    def _mark_read(self, exhibit: Exhibit) -> None:
        """Note that the exhibit was looked at. Where nothing can be written it is looked at all the same."""
        if exhibit.read_at is None and exhibit.deleted_at is None and self.journal.read_only is None:
            with suppress(CasebookError):
                self.feed.announce(self.journal.exhibits.mark_read(exhibit.id))

    def _step(self, dialog: ExhibitDialog, step: int) -> None:
        exhibit = self.journal.exhibits.get(dialog.exhibit_id())
        if exhibit.case_id is None:
            return
        ids = [each.id for each in self.journal.exhibits.of_case(exhibit.case_id)]
        self._fill(dialog, ids[(ids.index(exhibit.id) + step) % len(ids)])

    def _picture(self, exhibit: Exhibit) -> tuple[QImage | None, str]:
        """Return the picture of an exhibit, or None and what to say instead."""
        if not exhibit.media_type.startswith("image/"):
            return None, self.tr("This kind of file is not shown here. Save a copy to open it elsewhere.")
        try:
            image = decode(self.journal.exhibits.read(exhibit.file), _LARGEST, whole=True)
        except (CasebookError, OSError, MemoryError) as error:
            self.show_error(error)
            return None, self.tr("The original cannot be read.")
        return image, "" if image else self.tr("This picture cannot be shown. Save a copy to open it elsewhere.")

    def _outside(self, exhibit: Exhibit) -> Path | None:
        """Return a copy of an exhibit under its own name, outside of the casebook; None after a refusal was shown."""
        try:
            return self._copies.path(self.journal, exhibit)
        except (CasebookError, OSError) as error:
            self.show_error(error)
            return None

    def _write(self, exhibit: Exhibit, path: Path) -> bool:
        try:
            from casebook.journal.store.places import refuse_inside

            refuse_inside(self.journal.folder, path)
            path.write_bytes(self.journal.exhibits.read(exhibit.file))
        except (CasebookError, OSError) as error:
            self.show_error(error)
            return False
        return True
