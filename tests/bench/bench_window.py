"""The window at scale: `python -m tests.bench.bench_window [CONTACTS]`: opening, scrolling, first paint, search."""

from __future__ import annotations

import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from casebook import paths
from casebook.journal import Journal
from casebook.journal.terms import Channel, Direction
from casebook.journal.times import moment

_WORDS = (
    "withdrawal",
    "on hold",
    "review",
    "please wait",
    "within 24 hours",
    "提币被冻结",
    "客服回复",
    "ticket",
    "订单号",
)
_BARE = """
import time; start, spent = time.perf_counter(), time.process_time()
from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtNetwork import QLocalServer
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        print(time.perf_counter() - start, time.process_time() - spent, flush=True)
        QTimer.singleShot(0, app.quit)
app = QApplication([])
window = Window(); window.resize(1280, 800); window.show(); app.exec()
"""
_WORD = _BARE.replace("import QTimer", "import Qt, QTimer").replace("import QApp", "import QLabel, QApp")
_WORD = _WORD.replace("window.resize", "window.setCentralWidget(QLabel('Casebook')); window.resize")
"""The same with a word in it and the names of Qt: fonts are looked for, and what every program has to name is made."""
_OURS = """
import time; start, spent = time.perf_counter(), time.process_time()
import os, sys
from casebook import app
opened = app.open_window
def painted():
    print(time.perf_counter() - start, time.process_time() - spent, flush=True)
    os._exit(0)
def open_window(*arguments, **options):
    from casebook.gui import application, main_window
    class Timed(main_window.MainWindow):
        def __init__(self, *parts):
            super().__init__(*parts)
            self.painted.connect(painted)
    application.MainWindow = Timed
    return opened(*arguments, **options)
app.open_window = open_window
app.main(["--book", sys.argv[1] + "/none"])
"""
_FILLED = """
import os, sys, time
from casebook import app
opened = app.open_window
def open_window(*arguments, **options):
    from PySide6.QtCore import QTimer
    from casebook.gui import application, main_window
    from tests.bench.heartbeat import Heartbeat
    class Timed(main_window.MainWindow):
        def __init__(self, *parts):
            super().__init__(*parts)
            self.painted.connect(self.begin)
            self.attached.connect(lambda journal: QTimer.singleShot(0, self.end))
        def begin(self):
            self.start, self.spent, self.beat = time.perf_counter(), time.thread_time(), Heartbeat()
        def end(self):
            took, spent = time.perf_counter() - self.start, time.thread_time() - self.spent
            print(took, spent, self.beat.longest / 1000, flush=True)
            self.close()
            self.journal.close()
            os._exit(0)
    application.MainWindow = Timed
    return opened(*arguments, **options)
app.open_window = open_window
app.main(["--book", sys.argv[1] + "/book"])
"""


def build(folder: Path, count: int) -> tuple[Journal, int]:
    """Make a casebook with one case of so many contacts."""
    chance, journal = random.Random(3), Journal.create(folder)
    firm = journal.firms.add("Kestrel Exchange", country="SG", zone="Asia/Singapore").made
    journal.cases.add(firm, "A small one")
    case_id = journal.cases.add(firm, "Withdrawal on hold", amount="1250", asset="USDT").made
    when = datetime(2024, 1, 1, tzinfo=UTC)
    for start in range(0, count, 500):
        with journal.transaction():
            for _ in range(start, min(start + 500, count)):
                when += timedelta(minutes=chance.choice((2, 9, 40, 200, 1500)))
                text = " ".join(chance.choice(_WORDS) for _ in range(chance.choice((4, 15, 60, 300))))
                journal.contacts.log(
                    case_id,
                    channel=chance.choice(list(Channel)),
                    direction=chance.choice(list(Direction)),
                    happened=moment(when, "Asia/Singapore"),
                    text=text,
                    agent="Lily",
                    agent_id="4471",
                )
    return journal, case_id


def spent(work: Callable[[], object]) -> float:
    """Return how many milliseconds something takes."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def show(name: str, values: list[float], unit: str = "ms") -> None:
    """Print the median, the 95th percentile and the worst of some measurements."""
    ordered = sorted(values)
    worst = ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]
    median = statistics.median(ordered)
    print(f"{name:<46} median {median:8.1f}  p95 {worst:8.1f}  max {ordered[-1]:8.1f} {unit}  n={len(ordered)}")


def window_at_scale(count: int) -> None:
    """Open, scroll and search a casebook with one case of `count` contacts."""
    from PySide6.QtWidgets import QApplication

    from casebook.gui.appearance import Appearance
    from casebook.gui.feed import Feed
    from casebook.gui.panes.case_page import CasePage
    from casebook.gui.worker import Worker
    from casebook.guide import Guide

    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    appearance = Appearance(app, paths.resources() / "i18n", app)
    appearance.use_language("en")
    appearance.use_theme("light")
    with tempfile.TemporaryDirectory() as folder:
        print(f"making {count} contacts …", flush=True)
        journal, case_id = build(Path(folder) / "book", count)
        worker, guide = Worker(journal.release), Guide.load(paths.resources() / "guides")
        page = CasePage(journal, Feed(), appearance.theme, guide, worker)
        page.resize(900, 800)
        page.show()
        app.processEvents()
        rows = [spent(lambda: journal.contacts.timeline(case_id)) for _ in range(5)]
        show("journal: timeline rows", rows)
        opened = []
        for _ in range(7):
            page.show_case(1)
            app.processEvents()

            def open_case() -> None:
                page.show_case(case_id)
                page.timeline.viewport().repaint()

            opened.append(spent(open_case))
        show("page: open the case, newest painted", opened)
        _scroll(page)
        show("search, newest 50", [spent(lambda q=q: journal.search.find(q)) for q in (*_WORDS, "tick", "4471")])
        worker.close()
        page.close_threads()
        page.close()
        journal.close()


def _scroll(page: object) -> None:
    from casebook.gui.panes.case_page import CasePage

    assert isinstance(page, CasePage)
    bar, chance = page.timeline.verticalScrollBar(), random.Random(5)

    def wheel(step: int) -> float:
        def frame() -> None:
            bar.setValue(bar.value() + step)
            page.timeline.viewport().repaint()

        return spent(frame)

    show("timeline: frame, wheel upwards (all new)", [wheel(-120) for _ in range(400)])
    show("timeline: frame, back down (all known)", [wheel(120) for _ in range(400)])
    jumps = []
    for _ in range(60):
        bar.setValue(0)
        target = chance.randrange(bar.maximum())

        def jump(to: int = target) -> None:
            bar.setValue(to)
            page.timeline.viewport().repaint()

        jumps.append(spent(jump))
    show("timeline: frame, jump anywhere", jumps)


def first_paint(rounds: int = 9) -> None:
    """Compare the first paint of the program with a bare window that imports the same Qt modules, turn by turn.

    Then the same casebook is opened in each turn, and the longest time is told for which the window did not answer.
    What is compiled once is compiled before, as it is where the program is installed.
    """
    found: dict[str, list[list[float]]] = {code: [] for code in (_BARE, _WORD, _OURS, _FILLED)}
    with tempfile.TemporaryDirectory() as folder:
        homes = ("XDG_RUNTIME_DIR", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "PYTHONPYCACHEPREFIX")
        environment = {**os.environ, **{name: f"{folder}/{name}" for name in homes}}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        Path(folder, "XDG_RUNTIME_DIR").mkdir(mode=0o700)
        build(Path(folder, "book"), 500)[0].close()
        for turn in range(rounds + 1):
            for code, figures in found.items():
                command = [sys.executable, "-c", code, folder]
                done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120, env=environment)
                if turn:
                    figures.append([float(word) * 1000 for word in done.stdout.split()])
    bare, word, ours, filled = ([list(column) for column in zip(*figures, strict=True)] for figures in found.values())
    for what, name in enumerate(("time", "processor")):
        show(f"first paint, {name}: bare PySide6 window", bare[what])
        show(f"first paint, {name}: with a word in it", word[what])
        show(f"first paint, {name}: casebook", ours[what])
        for to, other in (("a bare window", bare), ("one with a word", word)):
            middle = statistics.median(ours[what]) / statistics.median(other[what])
            best = min(ours[what]) / min(other[what])
            print(f"first paint, {name}, to {to}: {middle:.2f} (medians), {best:.2f} (the best)")
    show("from the first picture to the casebook: time", filled[0])
    show("from the first picture: processor, own thread", filled[1])
    show("from the first picture: the longest pause", filled[2])
    print(f"the longest pause, to the first paint of a bare window: {min(filled[2]) / min(bare[0]):.2f} (the best)")


if __name__ == "__main__":
    first_paint()
    window_at_scale(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
