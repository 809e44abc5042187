"""What stands behind an open viewer: pictures read off the GUI thread, the check of a hash, marks kept as a copy."""

from __future__ import annotations

from collections.abc import Callable, Generator
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication, QImage

from casebook.gui import texts
from casebook.gui.widgets.exhibits.thumbnails import Thumbnails
from casebook.gui.worker import Job, Worker
from casebook.journal import Changes, Progress
from casebook.journal.changes import Kind
from casebook.journal.errors import CasebookError
from casebook.journal.records import Exhibit, StoredFile

if TYPE_CHECKING:
    from casebook.dossier.marking.marks import Mark
    from casebook.gui.dialogs.exhibit_dialog import ExhibitDialog
    from casebook.gui.widgets.exhibits.picture_loading import Looked
    from casebook.journal import Journal
    from casebook.journal.kinds.exhibit_uses import Use

_MANY = 500
_SHOWN = (Kind.EXHIBIT, Kind.CONTACT, Kind.PROMISE, Kind.TRANSFER, Kind.LOSS, Kind.QUOTE, Kind.REDACTION, Kind.EXPORT)


class ExhibitViewing(QObject):
    """One open viewer with its own thread, which ends with it: nothing else waits for a large picture."""

    kept = Signal(object, str)
    """The `Changes` of a copy with marks that was kept, and the label of what it is a copy of."""
    seen = Signal(int)
    """An exhibit was looked at."""
    use_opened = Signal(object)
    """A `Use` of the exhibit is to be shown."""

    def __init__(
        self, journal: Journal, dialog: ExhibitDialog, thumbnails: Thumbnails, can_open: Callable[[Exhibit], bool]
    ) -> None:
        super().__init__(dialog)
        self._journal, self._dialog, self._thumbnails, self._can_open = journal, dialog, thumbnails, can_open
        self._worker = Worker(journal.release)
        self._jobs: list[Job | None] = [None, None]
        self._looked: list[Looked | None] = [None, None]
        self._uses: Job | None = None
        self._drawn_on: Exhibit | None = None
        self._listed: int | None = None
        self._noting = False
        self.ended = False
        dialog.exhibit_requested.connect(self.show)
        dialog.page_requested.connect(self._page)
        dialog.mark_requested.connect(self.mark)
        dialog.facts.check_requested.connect(self._check)
        dialog.facts.hash_copied.connect(self._copy_hash)
        dialog.facts.use_opened.connect(self.use_opened)
        dialog.marking.keep_requested.connect(self._keep)
        dialog.marking.left.connect(self._left)
        for side, view in enumerate(dialog.views):
            view.tile_requested.connect(partial(self._tile, side))
        dialog.finished.connect(lambda _how: self.end())

    @property
    def busy(self) -> bool:
        """Whether something is still being read."""
        return bool(self._worker.jobs)

    def show(self, exhibit_id: int, side: int = 0) -> None:
        """Show an exhibit on a side."""
        exhibit = self._journal.exhibits.get(exhibit_id)
        if exhibit.case_id is None or self._listed != exhibit.case_id:
            self._listed = exhibit.case_id
            self._list(exhibit)
        self._dialog.show_exhibit(exhibit, side=side, can_open=self._can_open(exhibit))
        self._let_go(side)
        self._look(side, exhibit, exhibit.file)
        if side == 0:
            self._look_for_uses(exhibit)
        self.seen.emit(exhibit_id)

    def note_seen(self, tell: Callable[[], object]) -> None:
        """Have it told that an exhibit was looked at: that changes nothing that is shown here."""
        self._noting = True
        try:
            tell()
        finally:
            self._noting = False

    def changed(self, changes: Changes) -> None:
        """Show the facts anew where they changed."""
        dialog = self._dialog
        if self.ended or self._noting or not changes.touches(*_SHOWN):
            return
        try:
            exhibit = self._journal.exhibits.get(dialog.exhibit_id())
        except CasebookError:
            return
        self._list(exhibit)
        dialog.show_facts(exhibit)
        self._look_for_uses(exhibit)

    def end(self) -> None:
        """Stop all work, and delete the plain copies."""
        if self.ended:
            return
        self.ended = True
        self._worker.close()
        self._thumbnails.close()
        for side in (0, 1):
            self._let_go(side)

    def mark(self, exhibit_id: int) -> None:
        """Let the user draw on a copy of an exhibit, or anew on the original of such a copy, with its marks."""
        from casebook.dossier.marking import marks

        exhibit = self._journal.exhibits.get(exhibit_id)
        before: tuple[Mark, ...] = ()
        if exhibit.derived_from and exhibit.marks:
            before, exhibit = marks.read(exhibit.marks), self._journal.exhibits.get(exhibit.derived_from)
        standing = next(iter(self._journal.redactions.of_exhibit(exhibit.id)), None)
        self._drawn_on = exhibit
        self._let_go(0)
        note = self._dialog.note_on(exhibit.label, redacted=standing is not None)
        stored = standing.file if standing else exhibit.file
        self._look(0, exhibit, stored, then=lambda: self._dialog.marking.begin(before, note))

    def _list(self, exhibit: Exhibit) -> None:
        """Show the exhibits of its case; very many are read in the background."""
        case_id, room = exhibit.case_id, self._journal.exhibits
        if case_id is None:
            self._dialog.show_list([exhibit])
        elif room.count(case_id) <= _MANY:
            self._dialog.show_list(room.of_case(case_id))
        else:

            def work() -> Generator[Progress, None, list[Exhibit]]:
                yield Progress(0, 1)
                return room.of_case(case_id)

            self._worker.run("", work, done=self._dialog.show_list, failed=lambda _error: None, quiet=True)

    def _look(
        self, side: int, exhibit: Exhibit, stored: StoredFile, page: int = 1, then: Callable[[], object] = lambda: None
    ) -> None:
        from casebook.gui.widgets.exhibits.picture_loading import Looked, look

        known = self._looked[side]
        viewing = known.viewing if known else None
        if job := self._jobs[side]:
            job.cancel()
        if not stored.sha256:
            self._dialog.show_picture(side, None, self._dialog.why_not(exhibit, Looked()), 1, 1)
            return

        def done(found: Looked) -> None:
            self._looked[side] = found
            words = "" if found.levels else self._dialog.why_not(exhibit, found)
            self._dialog.show_picture(side, found.levels, words, found.page, found.pages)
            if side == 0:
                self._dialog.tell_picture(found)
            if found.levels:
                then()

        def failed(error: Exception) -> None:
            self._dialog.show_picture(side, None, texts.error_text(error), 1, 1)

        work = partial(look, self._journal, exhibit, stored, page, viewing)
        self._jobs[side] = self._worker.run("", work, done=done, failed=failed, quiet=True)

    def _look_for_uses(self, exhibit: Exhibit) -> None:
        """Look in the background for what rests on an exhibit: its case may have thousands of contacts to read."""
        if job := self._uses:
            job.cancel()
        dialog, room = self._dialog, self._journal.exhibits

        def work() -> Generator[Progress, None, list[Use]]:
            yield Progress(0, 1)
            return room.uses(exhibit.id)

        def done(uses: list[Use]) -> None:
            if dialog.exhibit_id() == exhibit.id:
                dialog.facts.show_uses(uses)

        self._uses = self._worker.run("", work, done=done, failed=lambda _error: None, quiet=True)

    def _page(self, page: int, side: int) -> None:
        shown = self._drawn_on if self._dialog.marking.active else None
        exhibit = shown or self._journal.exhibits.get(self._dialog.exhibit_id(side))
        self._look(side, exhibit, exhibit.file, page, then=lambda: self._dialog.marking.on_page(page))

    def _tile(self, side: int, column: int, row: int) -> None:
        from casebook.gui.widgets.exhibits.picture_loading import tile

        found = self._looked[side]
        if found is None or found.view is None:
            return

        def done(image: QImage) -> None:
            if self._looked[side] is found:
                self._dialog.views[side].item.put_tile(column, row, image)

        self._worker.run("", partial(tile, found.view, column, row), done=done, failed=lambda _e: None, quiet=True)

    def _check(self) -> None:
        exhibit = self._journal.exhibits.get(self._dialog.exhibit_id())
        facts = self._dialog.facts
        facts.say_checked(self.tr("Reading it again…"))
        whole = self.tr("Checked just now: the bytes are those that were recorded.")

        def failed(error: Exception) -> None:
            facts.say_checked(texts.error_text(error), bad=True)

        work = partial(self._journal.exhibits.check, exhibit.file)
        self._worker.run("", work, done=lambda _none: facts.say_checked(whole), failed=failed, quiet=True)

    def _copy_hash(self) -> None:
        exhibit = self._journal.exhibits.get(self._dialog.exhibit_id())
        QGuiApplication.clipboard().setText(exhibit.file.sha256)
        self._dialog.facts.say_checked(self.tr("Copied."))

    def _keep(self) -> None:
        exhibit, marking = self._drawn_on, self._dialog.marking
        if exhibit is None:
            return
        wanted, journal = marking.marks.areas, self._journal
        words = self.tr("Copy of {label} with marks").format(label=exhibit.label)

        def work() -> Generator[Progress, None, Changes]:
            from casebook.dossier.marking import make

            with make.MarkBench(journal, exhibit) as bench:
                copy = yield from bench.mark(wanted)
                return make.keep(journal, bench, copy, wanted, words)

        def done(changes: Changes) -> None:
            marking.end()
            self._drawn_on = None
            self.kept.emit(changes, exhibit.label)
            self.show(changes.made)

        def failed(error: Exception) -> None:
            marking.bar.set_busy(busy=False)
            marking.bar.say(texts.error_text(error))

        marking.bar.set_busy(busy=True)
        self._worker.run("", work, done=done, failed=failed, quiet=True)

    def _left(self) -> None:
        self._drawn_on = None
        self.show(self._dialog.exhibit_id())

    def _let_go(self, side: int) -> None:
        found, self._looked[side] = self._looked[side], None
        if found is not None and found.viewing is not None:
            found.viewing.close()
