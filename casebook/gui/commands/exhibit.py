"""Commands on exhibits: show, open, save, copy, describe, add."""

from __future__ import annotations

import os
from collections.abc import Callable, Generator
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QSize, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QDrag, QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog, QWidget

from casebook import paths
from casebook.gui.commands.base import Commands
from casebook.gui.commands.exhibit_viewing import ExhibitViewing
from casebook.gui.feed import Feed
from casebook.gui.opened_copies import OpenedCopies
from casebook.gui.theme import Theme
from casebook.gui.widgets.composing import intake
from casebook.gui.widgets.exhibits.thumbnails import Thumbnails, decode
from casebook.gui.window_memory import WindowMemory
from casebook.gui.worker import Worker
from casebook.journal import Changes, Progress
from casebook.journal.changes import Kind
from casebook.journal.errors import CasebookError
from casebook.journal.kinds.exhibit_uses import Use
from casebook.journal.records import Exhibit
from casebook.journal.store.places import refuse_inside
from casebook.journal.terms import ExhibitSource

if TYPE_CHECKING:
    from casebook.gui.dialogs.exhibit_dialog import DescribeDialog, ExhibitDialog
    from casebook.gui.dialogs.exhibit_facts_dialog import ExhibitFactsDialog
    from casebook.journal import Journal

_LARGEST = QSize(4000, 12000)
_PICTURES = {".png", ".jpg", ".jpeg", ".gif", ".webp", ".bmp", ".tif", ".tiff", ".heic", ".heif", ".avif"}
_HEARD = {".mp3", ".m4a", ".aac", ".ogg", ".oga", ".opus", ".wav", ".flac"}
_SEEN = {".mp4", ".m4v", ".mov", ".webm", ".mkv", ".avi", ".ogv"}
_READ = {".pdf", ".txt", ".csv", ".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp", ".rtf"}
_OPENED = frozenset(_PICTURES | _HEARD | _SEEN | _READ)
"""How a file's name must end to be handed to another program at a click: the name is what systems go by, it comes from
strangers, and so nothing is among these that can run, or brings macros along."""
_AT_ONCE = 8 * 1024 * 1024
"""Bytes that are copied while the user waits."""


def can_open(exhibit: Exhibit) -> bool:
    """Return whether an exhibit may be handed to another program."""
    return PurePath(exhibit.name).suffix.lower() in _OPENED and bool(exhibit.file.sha256)


class ExhibitCommands(Commands):
    """Show exhibits and let their bytes out; the originals are never touched."""

    redact_requested = Signal(int)
    """A copy with parts covered is wanted of this exhibit."""

    place_requested = Signal(str, int)
    """A record (kind, id) that rests on an exhibit is to be shown."""

    def __init__(
        self, journal: Journal, feed: Feed, window: QWidget, theme: Theme, worker: Worker, quick: Worker
    ) -> None:
        super().__init__(journal, feed, window)
        self._theme, self._worker, self._quick = theme, worker, quick
        self._copies = OpenedCopies(paths.runtime())
        self.memory: WindowMemory | None = None
        """Where the viewer's size is remembered; given by the window."""
        self._viewer: ExhibitDialog | None = None
        self._viewing: ExhibitViewing | None = None

    def forget_copies(self) -> None:
        """Delete what other programs were asked to show: the casebook is closed or locked."""
        if self._viewing is not None and not self._viewing.ended:
            self._viewing.end()
        self._copies.clear()

    def open(self, exhibit_id: int) -> ExhibitDialog:
        """Show an exhibit in the viewer; one that is open shows it instead of what it shows."""
        if self._viewing is None or self._viewing.ended or self._viewer is None:
            self._viewer, self._viewing = self._opened()
            if self.memory is not None:
                self.memory.restore_beside("exhibits", self._viewer)
            self._viewing.show(exhibit_id)
            self._viewer.show()
        else:
            self._viewing.show(exhibit_id)
        self._viewer.raise_()
        self._viewer.activateWindow()
        return self._viewer

    def _opened(self) -> tuple[ExhibitDialog, ExhibitViewing]:
        from casebook.gui.dialogs.exhibit_dialog import ExhibitDialog

        thumbnails = Thumbnails(self.journal.exhibits.read)
        dialog = ExhibitDialog(self._theme, thumbnails, parent=self.window)
        thumbnails.setParent(dialog)
        viewing = ExhibitViewing(self.journal, dialog, thumbnails, can_open)
        dialog.open_requested.connect(self.open_outside)
        dialog.save_requested.connect(self.save)
        dialog.copy_requested.connect(self.copy)
        dialog.drag_requested.connect(self.drag)
        dialog.redact_requested.connect(self.redact_requested)
        dialog.describe_requested.connect(self.describe)
        dialog.facts_requested.connect(self.edit_facts)
        viewing.seen.connect(self._mark_read)
        viewing.kept.connect(self._kept)
        viewing.use_opened.connect(self._open_use)
        self.feed.changed.connect(viewing.changed)
        dialog.finished.connect(lambda _how: self._remember(dialog))
        return dialog, viewing

    def _remember(self, dialog: ExhibitDialog) -> None:
        if self.memory is not None:
            self.memory.keep_beside("exhibits", dialog)

    def _kept(self, changes: Changes, source: str) -> None:
        """Tell the rest of the window of a copy with marks."""
        self.feed.announce(changes)
        made = self.journal.exhibits.get(changes.made)
        words = self.tr("Made {label}, a copy of {source} with marks").format(label=made.label, source=source)
        self.said.emit(words, lambda: self.write(lambda: self.journal.bin.delete_exhibit(made.id)))

    def _open_use(self, use: Use) -> None:
        if use.kind is Kind.EXHIBIT:
            self.open(use.id)
        else:
            number = self.journal.quotes.get(use.id).contact_id if use.kind is Kind.QUOTE else use.id
            self.place_requested.emit(str(Kind.CONTACT if use.kind is Kind.QUOTE else use.kind), number)

    def describe(self, exhibit_id: int) -> DescribeDialog:
        """Ask what an exhibit shows."""
        from casebook.gui.dialogs.exhibit_dialog import DescribeDialog

        dialog = DescribeDialog(self.journal.exhibits.get(exhibit_id), parent=self._over())
        dialog.on_save = lambda: self.feed.announce(self.journal.exhibits.describe(exhibit_id, dialog.words.text()))
        dialog.open()
        return dialog

    def edit_facts(self, exhibit_id: int) -> ExhibitFactsDialog:
        """Open the form for what stands beside an exhibit in the dossier."""
        from casebook.gui.dialogs.exhibit_facts_dialog import ExhibitFactsDialog

        exhibit = self.journal.exhibits.get(exhibit_id)
        dialog = ExhibitFactsDialog(exhibit, parent=self._over())

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
        chosen, _filter = QFileDialog.getSaveFileName(self._over(), self.tr("Save a copy"), exhibit.name)
        if not chosen:
            return
        path = Path(chosen)
        try:
            refuse_inside(self.journal.folder, path)
        except CasebookError as error:
            self.show_error(error)
            return
        # Under another name until it is whole; the file chooser has asked about one that is there.
        part = path.with_name(f".{path.name[:100]}.{os.getpid()}.part")

        def saved() -> None:
            part.replace(path)
            self.said.emit(self.tr("Saved {file}").format(file=path.name), None)

        self._write(exhibit, part, saved)

    def copy(self, exhibit_id: int) -> None:
        """Put a picture, or any other exhibit as a file, on the clipboard."""
        exhibit = self.journal.exhibits.get(exhibit_id)
        small = exhibit.file.size <= _AT_ONCE
        image = self._picture(exhibit) if small and exhibit.media_type.startswith("image/") else None

        def put(mime: QMimeData) -> None:
            QGuiApplication.clipboard().setMimeData(mime)
            self.said.emit(self.tr("Copied {exhibit}").format(exhibit=exhibit.label), None)

        if image is not None:
            mime = QMimeData()
            mime.setImageData(image)
            put(mime)
        else:
            self._outside(exhibit, lambda path: put(_file(path)))

    def open_outside(self, exhibit_id: int) -> None:
        """Open a copy with the system's own program, for kinds of file that cannot run."""
        exhibit = self.journal.exhibits.get(exhibit_id)
        if can_open(exhibit):
            self._outside(exhibit, lambda path: QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))))

    def drag(self, exhibit_id: int) -> None:
        """Let the user drag a copy of the file out, under its own name."""

        def drag(path: Path) -> None:
            # A large one takes a while: by then the mouse may have been let go.
            if self._viewer is not None and QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton:
                dragged = QDrag(self._viewer)
                dragged.setMimeData(_file(path))
                dragged.exec(Qt.DropAction.CopyAction)

        self._outside(self.journal.exhibits.get(exhibit_id), drag)

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

    def _mark_read(self, exhibit_id: int) -> None:
        """Note that an exhibit was looked at. Where nothing can be written it is looked at all the same.

        In the background: the picture is there at once, also while an import keeps the casebook busy.
        """
        journal, viewing = self.journal, self._viewing
        exhibit = journal.exhibits.get(exhibit_id)
        if exhibit.read_at is not None or exhibit.deleted_at is not None or journal.read_only is not None:
            return

        def work() -> Generator[Progress, None, Changes]:
            yield Progress(0, 1)
            return journal.exhibits.mark_read(exhibit_id)

        def done(changes: Changes) -> None:
            if viewing is not None:
                viewing.note_seen(lambda: self.feed.announce(changes))

        title = self.tr("Noting what was looked at")
        self._quick.run(title, work, done=done, failed=lambda _error: None, quiet=True)

    def _picture(self, exhibit: Exhibit) -> QImage | None:
        """Return the picture of an exhibit, None where there is none."""
        try:
            return decode(self.journal.exhibits.read(exhibit.file), _LARGEST, whole=True)
        except (CasebookError, OSError, MemoryError) as error:
            self.show_error(error)
            return None

    def _outside(self, exhibit: Exhibit, then: Callable[[Path], object]) -> None:
        """Go on with a copy of an exhibit under its own name, outside of the casebook."""
        try:
            path = self._copies.place(exhibit)
        except OSError as error:
            self.show_error(error)
            return
        if path.exists():
            then(path)
        else:
            self._write(exhibit, path, lambda: then(path))

    def _write(self, exhibit: Exhibit, path: Path, then: Callable[[], object]) -> None:
        """Write the original bytes to a new file, then go on: at once, or in the background for a large one."""
        journal = self.journal
        if exhibit.file.size > _AT_ONCE:
            title = self.tr("Copying {exhibit}").format(exhibit=exhibit.label)
            self._worker.run(
                title, lambda: journal.exhibits.copying(exhibit.file, path), done=lambda _path: self._finish(then)
            )
            return
        try:
            journal.exhibits.copy_to(exhibit.file, path)
        except (CasebookError, OSError) as error:
            self.show_error(error)
            return
        self._finish(then)

    def _finish(self, then: Callable[[], object]) -> None:
        try:
            then()
        except OSError as error:
            self.show_error(error)

    def _over(self) -> QWidget:
        """Return the window that a dialog is to stand over: the viewer, where that is what the user looks at."""
        open_ = self._viewing is not None and not self._viewing.ended
        return self._viewer if open_ and self._viewer is not None and self._viewer.isActiveWindow() else self.window


def _file(path: Path) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    return mime
