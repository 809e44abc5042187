"""Commands on redacted copies: open the editor, draw, search, make the copy, keep it or take it back."""

from __future__ import annotations

from collections.abc import Callable, Generator
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from casebook.gui import texts
from casebook.gui.commands.base import Commands
from casebook.gui.feed import Feed
from casebook.gui.worker import Job, Worker
from casebook.journal import Progress
from casebook.journal.errors import CasebookError
from casebook.journal.records import Exhibit

if TYPE_CHECKING:
    from casebook.dossier.redaction.burn import Copy, Pages, Workbench
    from casebook.gui.dialogs.redaction_dialog import RedactionDialog
    from casebook.journal import Journal

T = TypeVar("T")


class RedactionCommands(Commands):
    """Make copies of exhibits with parts covered; the originals are never touched."""

    def __init__(self, journal: Journal, feed: Feed, window: QWidget, worker: Worker) -> None:
        super().__init__(journal, feed, window)
        self._worker = worker
        self._open: set[_Editing] = set()
        self.benches: set[Workbench] = set()
        """The plain copies that lie about while their editors are open."""

    def redact(self, exhibit_id: int) -> RedactionDialog:
        """Open the editor on an exhibit; a copy that stands is opened with its areas."""
        from casebook.gui.dialogs.redaction_dialog import RedactionDialog

        exhibit = self.journal.exhibits.get(exhibit_id)
        standing = next(iter(self.journal.redactions.of_exhibit(exhibit_id)), None)
        dialog = RedactionDialog(exhibit, standing, parent=self.window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        editing = _Editing(self, dialog, self._worker)
        self._open.add(editing)
        dialog.finished.connect(lambda _how: self._open.discard(editing))
        dialog.open()
        return dialog

    def close_benches(self) -> None:
        """Delete the plain copies at once: the casebook is closed or locked."""
        while self.benches:
            self.benches.pop().close()

    def kept(self, exhibit: Exhibit, redaction_id: int, *, anew: bool) -> None:
        """Say that a copy was kept; what took the place of an earlier one is not taken back at a click."""
        words = self.tr("Made {label}").format(label=f"{exhibit.label}R")
        undo = None if anew else lambda: self.write(lambda: self.journal.redactions.withdraw(redaction_id))
        self.said.emit(words, undo)

    def taken_back(self, label: str) -> None:
        """Say that a copy was taken back."""
        self.said.emit(self.tr("{label} was taken back").format(label=label), None)

    def job_title(self, exhibit: Exhibit) -> str:
        """Return what work on an exhibit's copy is called."""
        return self.tr("Redacting {exhibit}").format(exhibit=exhibit.label)


class _Editing:
    """One open editor: its workbench, and the work that is under way for it. It lives as long as the dialog."""

    def __init__(self, commands: RedactionCommands, dialog: RedactionDialog, worker: Worker) -> None:
        self._commands, self._dialog, self._worker = commands, dialog, worker
        self._bench: Workbench | None = None
        self._copy: Copy | None = None
        self._made_of: object = None
        self._jobs: list[Job] = []
        dialog.page_requested.connect(self._page)
        dialog.find_requested.connect(self._find)
        dialog.result_requested.connect(self._result)
        dialog.save_requested.connect(self._save)
        dialog.withdraw_requested.connect(self._withdraw)
        dialog.marks.changed.connect(self._forget)
        dialog.finished.connect(self._end)
        self._start()

    def _start(self) -> None:
        journal, exhibit = self._commands.journal, self._dialog.exhibit

        def work() -> Generator[Progress, None, tuple[Workbench, Pages | None]]:
            from casebook.dossier.redaction.burn import Workbench

            bench = Workbench(journal, exhibit)
            try:
                return bench, (yield from bench.draw([1])) if bench.has_pages else None
            except BaseException:
                bench.close()
                raise

        def failed(error: Exception) -> None:
            self._dialog.reject()
            self._commands.show_error(error)

        self._run(work, self._opened, failed)

    def _opened(self, made: tuple[Workbench, Pages | None]) -> None:
        from casebook.dossier.redaction import areas as area_words

        self._bench, drawn = made
        self._commands.benches.add(self._bench)
        standing = self._dialog.standing
        boxes, spans = area_words.read(standing.areas) if standing else ([], [])
        if drawn is None:
            self._dialog.open_text(self._bench.text, spans)
        else:
            self._dialog.open_pages(drawn.pages[0], drawn.total, boxes)

    def _page(self, number: int) -> None:
        bench, copy = self._bench, self._copy if self._dialog.shows_result else None
        if bench is not None:
            self._run(
                lambda: bench.draw([number], copy),
                lambda drawn: self._dialog.show_page(drawn.pages[0], drawn.total) if drawn.pages else None,
            )

    def _find(self, words: str) -> None:
        bench = self._bench
        if bench is not None:
            self._dialog.set_busy(busy=True)
            self._run(lambda: bench.find(words), self._dialog.found)

    def _result(self) -> None:
        self._make(lambda _copy: self._dialog.show_result())

    def _save(self) -> None:
        self._make(self._keep)

    def _make(self, then: Callable[[Copy], None]) -> None:
        """Make the copy, unless it was made of just these areas."""
        bench, areas, name = self._bench, self._dialog.marks.areas, self._dialog.name.text()
        if bench is None:
            return
        if self._copy is not None and self._made_of == (areas, name):
            then(self._copy)
            return

        def done(copy: Copy) -> None:
            self._copy, self._made_of = copy, (areas, name)
            then(copy)

        self._run(lambda: bench.burn(areas, name), done)

    def _keep(self, copy: Copy) -> None:
        from casebook.dossier.redaction.burn import keep

        dialog, commands = self._dialog, self._commands
        try:
            changes = keep(commands.journal, dialog.exhibit, copy, dialog.marks.areas, dialog.reason.text())
        except (CasebookError, OSError) as error:
            dialog.refuse(texts.error_text(error))
            return
        commands.feed.announce(changes)
        dialog.accept()
        commands.kept(dialog.exhibit, changes.made, anew=dialog.standing is not None)

    def _withdraw(self) -> None:
        standing = self._dialog.standing
        if standing and self._commands.write(lambda: self._commands.journal.redactions.withdraw(standing.id)):
            self._dialog.accept()
            label = f"{self._dialog.exhibit.label}R"
            self._commands.taken_back(label)

    def _forget(self) -> None:
        self._made_of = None

    def _run(
        self,
        make: Callable[[], Generator[Progress, None, T]],
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        title = self._commands.job_title(self._dialog.exhibit)
        refused = failed or (lambda error: self._dialog.refuse(texts.error_text(error)))
        self._jobs.append(self._worker.run(title, make, done=done, failed=refused, quiet=True))

    def _end(self) -> None:
        """Stop what is under way, then delete the plain copies; whatever is left goes with the program."""
        for job in self._jobs:
            job.cancel()
        bench, self._bench = self._bench, None
        if bench is not None:

            def close() -> Generator[Progress, None, None]:
                bench.close()
                yield Progress(1, 1)

            def closed(_nothing: None) -> None:
                self._commands.benches.discard(bench)

            self._worker.run("", close, done=closed, quiet=True)
