"""The window on 10,000 cases and 1,000,000 contacts: `python -m tests.bench.bench_scale FOLDER [MAILS]`.

FOLDER is what `python -m tests.bench.scale_book FOLDER` made; it is changed by little. Printed are, for each act, the
processor time of the window's own thread, the time until everything is there, and the longest gap between two beats of
a timer on that thread: as the clock has it, without what the thread waited for a processor, and that of a bare window
in a process of its own at the same time. With MAILS, so many are imported into a casebook of their own, which is then
backed up; with - as FOLDER nothing else is done.
"""

from __future__ import annotations

import gc
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from casebook import paths
from casebook.gui.appearance import Appearance
from casebook.gui.body import Body
from casebook.gui.main_window import MainWindow
from casebook.journal import Journal
from casebook.settings import Settings
from tests.bench import mail_box, scale_book
from tests.bench.heartbeat import Bare, Heartbeat, wait_until

_LIMIT = 50.0
_TYPED = ("w", "wi", "with", "withdrawal", "提", "提币", "40001", "lily 4")


class Meter:
    """Does things in a window and prints what they cost."""

    def __init__(self, window: MainWindow) -> None:
        self._window, self._beat, self._bare = window, Heartbeat(), Bare()

    def act(self, name: str, call: Callable[[], object], until: Callable[[], bool] = lambda: True) -> None:
        """Do one thing, wait until nothing is left to do, and print a line."""
        window = self._window
        self._bare.longest()
        self._beat.reset()
        start, spent = time.perf_counter(), time.thread_time()
        call()
        QApplication.processEvents()
        own = (time.thread_time() - spent) * 1000
        wait_until(lambda: until() and not window.worker.jobs and not window.quick.jobs, 900)
        QApplication.processEvents()
        total = (time.perf_counter() - start) * 1000
        beat, bare = self._beat, self._bare.longest()
        late, stalls = beat.over(_LIMIT), sum(stall > _LIMIT for stall in beat.stalls)
        print(
            f"{name:<44} own {own:8.1f}  all {total:9.1f}  longest gap {beat.longest:7.1f} ms, without waiting for a "
            f"processor {max(beat.stalls, default=0.0):7.1f}, of a bare window {bare:7.1f}  over 50: {late}, {stalls}"
        )

    def close(self) -> None:
        """End the bare window."""
        self._bare.close()


def window(folder: Path) -> MainWindow:
    """Return a window that is on the (offscreen) screen, without a casebook."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    appearance = Appearance(app, paths.resources() / "i18n", app)
    appearance.use_language("en")
    appearance.use_theme("light")
    made = MainWindow(appearance, Settings(), folder / "settings.json", folder)
    made.show()
    app.processEvents()
    gc.freeze()  # as the program does when its window stands
    return made


def looking(book: Path) -> None:
    """Go through a large casebook as a user does."""
    with tempfile.TemporaryDirectory() as folder, Journal.open(book) as journal:
        made = window(Path(folder))
        meter = Meter(made)
        meter.act("casebook shown in the window", lambda: made.attach(journal))
        body, actions = made.body, made.actions_
        assert body is not None
        for name in ("inbox", "open", "waiting", "closed", "open", "today"):
            meter.act(f"page: {name}", actions[name].trigger)
        for number, what in ((scale_book.LONG, "10,000 contacts"), (60, "some hundred contacts")) * 2:
            meter.act(f"case of {what}", lambda number=number: body.show_case(number))  # type: ignore[misc]
        meter.act("case with 10,000 attachments on a contact", lambda: body.show_case(scale_book.CROWDED))
        _ways_in(body, actions["closed"].trigger)
        for typed in _TYPED:
            meter.act(f"search: {typed}", lambda typed=typed: body.look_for(typed))  # type: ignore[misc]
        meter.act("the minute strikes", body.refresh_time)
        meter.close()
        made.close()


def _ways_in(body: Body, elsewhere: Callable[[], object]) -> None:
    """Compare opening a long case from another list with showing its page alone, turn by turn."""

    def cost(work: Callable[[], object], before: Callable[[], object]) -> float:
        before()
        QApplication.processEvents()
        spent = time.thread_time()
        work()
        QApplication.processEvents()
        return (time.thread_time() - spent) * 1000

    whole, page = [], []
    for _ in range(7):
        whole.append(cost(lambda: body.show_case(scale_book.LONG), elsewhere))
        page.append(cost(lambda: body.case_page.show_case(scale_book.LONG), lambda: body.show_case(60)))
    print(
        f"case of 10,000 contacts from another list {min(whole):.1f} ms, {min(whole) / min(page):.2f} x its page alone"
    )


def importing(mails: int) -> None:
    """Import a mailbox through the dialog and back the casebook up, counting the gaps."""
    with tempfile.TemporaryDirectory() as folder, Journal.create(Path(folder) / "book") as journal:
        box = Path(folder) / "box.mbox"
        mail_box.write(box, mails)
        firm = journal.firms.add("Kestrel Exchange", country="SG", zone="Asia/Singapore").made
        journal.cases.add(firm, "Withdrawal on hold")
        made = window(Path(folder))
        made.attach(journal)
        meter = Meter(made)
        assert made.commands is not None
        dialog = made.commands.imports.open([box])
        meter.act(f"looking into {mails} mails", lambda: None, dialog.start.isEnabled)
        meter.act(f"importing {mails} mails", dialog.start.click, lambda: bool(dialog.report_text()))
        dialog.close()
        meter.act("inbox after it", made.actions_["inbox"].trigger)

        def back_up() -> None:
            made.worker.run("Backing up", journal.backups.make, done=lambda _made: None)

        meter.act("a backup of it", back_up)
        meter.close()
        made.close()


if __name__ == "__main__":
    if sys.argv[1] != "-":
        looking(Path(sys.argv[1]))
    if len(sys.argv) > 2:
        importing(int(sys.argv[2]))
