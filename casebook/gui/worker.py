"""Long work off the GUI thread: one thread, one job at a time, progress and result handed back in order."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable, Generator
from functools import partial
from typing import TYPE_CHECKING, Generic, TypeVar, cast

from PySide6.QtCore import QObject, Signal, Slot

if TYPE_CHECKING:  # loaded after the first paint
    from concurrent.futures import ThreadPoolExecutor

    from casebook.journal.progress import Progress

T = TypeVar("T")

_PROGRESS_EVERY = 0.05
"""Seconds between two progress reports: more often is work for the eye to ignore."""
_TURN = 0.0005
"""Seconds after which the window gets its turn while something is worked on. It asks for one after every call into Qt
or the database, and with Python's usual five milliseconds a dozen of them are a pause that is felt."""


class Job:
    """One piece of work on its way. Keep it to cancel it; it needs no other care."""

    def __init__(self, title: str, *, quiet: bool = False) -> None:
        self.title, self.quiet = title, quiet
        self._stop = threading.Event()

    def cancel(self) -> None:
        """Ask the work to stop at its next step. `cancelled` is called once it has cleaned up behind itself."""
        self._stop.set()

    def is_cancelled(self) -> bool:
        """Whether `cancel` was called."""
        return self._stop.is_set()


class Worker(QObject):
    """Runs generators that yield `Progress` on one background thread, in the order they were handed in.

    Every callback and signal arrives on the thread this object lives on (the GUI thread). `release` is called on the
    background thread after each job, so that the journal can close that thread's connection.
    """

    started = Signal(object)
    """A `Job` was handed in."""
    progressed = Signal(object, object)
    """A `Job` and its latest `Progress`."""
    finished = Signal(object)
    """A `Job` is over: done, failed or cancelled."""
    failed = Signal(str, object)
    """Title and exception of a job that named no `failed` of its own; the window shows it."""
    _posted = Signal(int, object)

    def __init__(self, release: Callable[[], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._release = release
        self._pool: ThreadPoolExecutor | None = None
        self._age = 0
        self._jobs: list[Job] = []
        self._closed = False
        self._posted.connect(self._call)

    @property
    def jobs(self) -> tuple[Job, ...]:
        """The jobs that run or wait, oldest first."""
        return tuple(self._jobs)

    def run(
        self,
        title: str,
        make: Callable[[], Generator[Progress, None, T]],
        *,
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
        progressed: Callable[[Progress], None] | None = None,
        cancelled: Callable[[], None] | None = None,
        quiet: bool = False,
    ) -> Job:
        """Run `make()` to its end in the background and return the job.

        `title` is shown to the user ("Importing mail"). `make` is called on the background thread. Exactly one of
        `done` (with the generator's return value), `failed` and `cancelled` is called, unless the worker is closed
        first. Without `failed`, the signal of that name carries the exception. `quiet`: whoever asks for it shows it.
        """
        job = Job(title, quiet=quiet)
        if self._closed:  # the window is closing: whoever asks now has nowhere to show an answer
            job.cancel()
            return job

        def fail(error: Exception) -> None:
            if failed is not None:
                failed(error)
            else:
                self.failed.emit(title, error)

        def report(progress: Progress) -> None:
            self.progressed.emit(job, progress)
            if progressed is not None:
                progressed(progress)

        run = _Run(job, make, done=done, failed=fail, progressed=report, cancelled=cancelled)
        self._jobs.append(job)
        self.started.emit(job)
        if self._pool is None:
            self._pool = _pool()
        self._pool.submit(self._work, run, self._age)
        return job

    def clear(self) -> None:
        """Cancel everything, wait for it to end, and call nobody back; new work can be handed in afterwards."""
        for job in self._jobs:
            job.cancel()
        self._shut()
        self._age += 1
        ended, self._jobs = self._jobs, []
        for job in ended:
            self.finished.emit(job)

    def close(self) -> None:
        """Cancel everything, wait for the thread to end, and call nobody back any more."""
        self._closed = True
        for job in self._jobs:
            job.cancel()
        self._shut()
        self._jobs.clear()

    def _shut(self) -> None:
        pool, self._pool = self._pool, None
        if pool is not None:
            pool.shutdown(wait=True, cancel_futures=True)

    def _work(self, run: _Run[T], age: int) -> None:
        """Drive one job (on the background thread)."""
        try:
            end = run.drive(partial(self._posted.emit, age))
        finally:
            self._release()
        self._posted.emit(age, lambda: self._end(run.job, end))

    def _end(self, job: Job, end: Callable[[], None]) -> None:
        self._jobs.remove(job)
        self.finished.emit(job)
        end()

    @Slot(int, object)
    def _call(self, age: int, function: Callable[[], None]) -> None:
        if not self._closed and age == self._age:
            function()


def _pool() -> ThreadPoolExecutor:
    from concurrent.futures import ThreadPoolExecutor

    sys.setswitchinterval(_TURN)
    return ThreadPoolExecutor(1, thread_name_prefix="casebook-worker")


class _Run(Generic[T]):
    """One job with its callbacks, and the loop that drives it."""

    def __init__(
        self,
        job: Job,
        make: Callable[[], Generator[Progress, None, T]],
        *,
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
        progressed: Callable[[Progress], None],
        cancelled: Callable[[], None] | None,
    ) -> None:
        self.job = job
        self._make = make
        self._done = done
        self._failed = failed
        self._progressed = progressed
        self._cancelled = cancelled

    def drive(self, post: Callable[[Callable[[], None]], None]) -> Callable[[], None]:
        """Run the generator, posting progress; return what is to be called at the end on the GUI thread."""
        try:
            return self._steps(post)
        except Exception as error:  # whatever the job could not handle belongs on the screen
            caught = error
            return lambda: self._failed(caught)

    def _steps(self, post: Callable[[Callable[[], None]], None]) -> Callable[[], None]:
        stopped = self._cancelled or (lambda: None)
        if self.job.is_cancelled():
            return stopped
        steps, last = self._make(), 0.0
        while True:
            try:
                progress = next(steps)
            except StopIteration as stop:
                result = cast("T", stop.value)
                return lambda: self._done(result)
            if self.job.is_cancelled():
                steps.close()
                return stopped
            if (now := time.monotonic()) - last >= _PROGRESS_EVERY:
                last = now
                post(lambda progress=progress: self._progressed(progress))  # type: ignore[misc]
