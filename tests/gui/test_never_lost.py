"""Each alarm is said at least once, none is dropped, none rings after its answer: sleep, clocks, zones, crashes."""

from __future__ import annotations

import contextlib
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from casebook.gui.elsewhere import Elsewhere
from casebook.guide.dates.ringing import ASTRAY, last_morning
from casebook.journal import Journal
from casebook.journal.times import from_wall, moment
from tests.gui import small_book
from tests.gui.clocks import Run, Travel, travelling
from tests.gui.small_book import NOW, ZONE, Clock, Sample, at
from tests.pace import allowed


@pytest.fixture
def travel() -> Iterator[Travel]:
    yield from travelling()


@pytest.fixture
def small(tmp_path: Path, qapp: QApplication, travel: Travel) -> Iterator[Sample]:
    travel(ZONE)
    made = small_book.build(tmp_path / "book")
    yield made
    made.journal.close()


def test_the_program_was_closed_over_the_due_time(small: Sample) -> None:
    first = Run(small.journal).start()
    assert first.heard() == [small.overdue, small.due]
    first.end()
    folder = small.journal.folder
    small.journal.close()
    small.clock.tick(days=4)
    with Journal.open(folder, small.clock) as again:
        run = Run(again).start()
        assert run.heard() == [small.overdue, small.due, small.later]
        assert [row.follow_up.due for row in run.reminders.rows()][2] == again.follow_ups.get(small.later).due
        run.end()


def test_the_computer_slept_over_the_due_time(small: Sample) -> None:
    made = small.journal.follow_ups.add(small.fees, at(0, 9), "While asleep").made
    run = Run(small.journal).start()
    run.heard()
    small.clock.tick(hours=8)
    run.clocks.wall += 8 * 3600  # the other clock stood still, and with it every timer
    run.wake.look()
    assert run.heard() == [made]
    run.wake.look()
    assert run.heard() == []


def test_the_system_says_that_it_woke(small: Sample) -> None:
    made = small.journal.follow_ups.add(small.fees, at(0, 9), "While asleep").made
    run = Run(small.journal).start()
    run.heard()
    run.wake.on_sleep(True)
    small.clock.tick(hours=8)
    assert run.heard() == []
    run.wake.on_sleep(False)
    assert run.heard() == [made]


@pytest.mark.parametrize("there", ["America/Los_Angeles", "Europe/London", "Pacific/Kiritimati"])
def test_a_flight_changes_no_due_time(small: Sample, travel: Travel, there: str) -> None:
    made = small.journal.follow_ups.add(small.fees, at(0, 7), "At 15:00 in Singapore").made
    run = Run(small.journal).start()
    run.heard()
    travel(there)
    small.clock.now = at(0, 7).utc - timedelta(seconds=1)
    assert made not in run.look()
    small.clock.now = at(0, 7).utc
    assert made in run.look()


@pytest.mark.parametrize(
    ("night", "wall"),
    [
        (datetime(2026, 10, 25, tzinfo=UTC), datetime(2026, 10, 25, 1, 30)),
        (datetime(2026, 10, 25, tzinfo=UTC), datetime(2026, 10, 25, 1, 30, fold=1)),
        (datetime(2027, 3, 28, tzinfo=UTC), datetime(2027, 3, 28, 1, 30)),
    ],
)
def test_a_night_on_which_clocks_change(small: Sample, travel: Travel, night: datetime, wall: datetime) -> None:
    travel("Europe/London")
    due = from_wall(wall, "Europe/London")
    small.clock.now = night - timedelta(minutes=30)
    for number in (small.overdue, small.due, small.later):
        small.journal.follow_ups.done(number)
    made = small.journal.follow_ups.add(small.fees, due, "In the night").made
    run = Run(small.journal).start()
    rung = []
    for _minute in range(180):
        small.clock.tick(minutes=1)
        rung += [(number, small.clock.now) for number in run.look()]
    assert rung == [(made, due.utc)]


def test_a_clock_set_back_takes_nothing_away_and_repeats_nothing(small: Sample) -> None:
    run = Run(small.journal).start()
    assert run.heard() == [small.overdue, small.due]
    small.clock.now = at(0, 1).utc  # before one of them was due
    assert run.look() == []
    assert [row.follow_up.id for row in run.reminders.rows()] == [small.overdue, small.due]
    for _minute in range(300):
        small.clock.tick(minutes=1)
        assert run.look() == []
    run.feed.announce(small.journal.follow_ups.done(small.due))
    assert run.silenced == [small.due]


def test_a_clock_that_was_years_ahead_loses_nothing(small: Sample) -> None:
    small.clock.now = datetime(2036, 1, 1, tzinfo=UTC)
    run = Run(small.journal).start()
    assert run.heard() == [small.overdue, small.due, small.later]
    small.clock.now = NOW
    assert run.look() == [small.overdue, small.due]  # said in vain; the third is not due yet
    assert run.silenced == [small.later]
    small.clock.now = at(3, 0).utc
    assert small.later in run.look()


def test_two_programs_with_one_casebook(small: Sample) -> None:
    one = Run(small.journal).start()
    with Journal.open(small.journal.folder, small.clock) as second:
        other = Run(second).start()
        assert one.heard() == other.heard() == [small.overdue, small.due]
        one.reminders.note_shown([small.overdue, small.due])
        eyes = Elsewhere(other.feed)
        eyes.watch(second)
        one.feed.announce(small.journal.follow_ups.done(small.due))
        eyes.look()
        assert one.silenced == other.silenced == [small.due]
        assert [row.follow_up.id for row in other.reminders.rows()] == [small.overdue]
        one.feed.announce(small.journal.follow_ups.snooze(small.overdue, NOW + timedelta(hours=1)))
        eyes.look()
        assert other.silenced == [small.due, small.overdue]
        small.clock.tick(hours=1)
        assert one.look() == other.look() == [small.overdue]
        eyes.stop()
        other.end()


WINDOW = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from casebook import paths
from casebook.gui.appearance import Appearance
from casebook.gui.application import create
from casebook.gui.main_window import MainWindow
from casebook.journal import Journal
from casebook.settings import Settings
from tests.gui.small_book import Clock

folder = Path(sys.argv[1])
app = create(sys.argv[:1])
window = MainWindow(Appearance(app, paths.resources() / "i18n", app), Settings("en", "light"), folder / "s", folder)
window.show()
journal = Journal.open(folder / "book", Clock())
QTimer.singleShot(0, lambda: (window.attach(journal), print("up", flush=True)))
app.exec()
"""


def test_killed_between_shown_and_saved(tmp_path: Path, qapp: QApplication) -> None:
    made = small_book.build(tmp_path / "book")
    rings = [made.overdue, made.due]
    made.journal.close()
    for pause in (0, 0.05, 0.2):
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
        command = [sys.executable, "-c", WINDOW, str(tmp_path)]
        with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as window:
            assert window.stdout is not None
            assert window.stdout.readline() == "up\n"
            with contextlib.suppress(subprocess.TimeoutExpired):
                window.wait(pause)
            window.send_signal(signal.SIGKILL)
        with Journal.open(tmp_path / "book", Clock()) as journal:
            run = Run(journal).start()
            assert run.heard() == rings
            assert all(journal.follow_ups.get(number).shown_at in (None, NOW) for number in rings)
            run.end()


def test_ten_thousand_follow_ups_do_not_hold_the_window_up(small: Sample) -> None:
    with small.journal.transaction():
        for number in range(10_000):
            days = -1 if number % 100 == 0 else 2 + number % 300
            small.journal.follow_ups.add(small.fees, at(days, number % 24), f"number {number}")
    run = Run(small.journal).start()
    assert len(run.heard()) == 102
    took = []
    for _minute in range(10):
        small.clock.tick(minutes=1)
        begin = time.thread_time()
        run.reminders.check()
        took.append(time.thread_time() - begin)
    assert min(took) < allowed(0.020), took


@pytest.mark.parametrize("seed", range(12))
def test_whatever_happens_each_is_said_and_none_after_its_answer(small: Sample, seed: int) -> None:
    """A hundred and fifty steps of a life with this program, chosen by chance; after each the promise must hold."""
    chance, clock, journal = random.Random(seed), small.clock, small.journal
    run = Run(journal).start()
    said: dict[int, datetime] = dict.fromkeys(run.heard(), clock.now)
    for _step in range(150):
        what = chance.choice(["minute", "minute", "sleep", "back", "far", "add", "done", "snooze", "move", "restart"])
        open_ones = [f.id for f in journal.follow_ups.of_case(small.fees, open_only=True)]
        one = chance.choice(open_ones) if open_ones else 0
        if what in {"minute", "sleep"}:
            clock.tick(minutes=chance.randint(1, 900) if what == "sleep" else 1)
        elif what == "back":
            clock.tick(minutes=-chance.randint(1, 1300))
        elif what == "far":
            clock.tick(days=chance.choice([-3, 40]))
        elif what == "add" or not one:
            due = moment(clock.now + timedelta(minutes=chance.randint(-600, 3000)), ZONE)
            run.feed.announce(journal.follow_ups.add(small.fees, due, "by chance"))
        elif what == "done":
            run.feed.announce(journal.follow_ups.done(one))
        elif what == "snooze":
            run.feed.announce(journal.follow_ups.snooze(one, clock.now + timedelta(minutes=chance.randint(1, 600))))
        elif what == "move":
            later = moment(clock.now + timedelta(minutes=chance.randint(1, 5000)), ZONE)
            run.feed.announce(journal.follow_ups.reschedule(one, later))
        elif what == "restart":
            run.end()
            run, said = Run(journal).start(), {}
        heard = [*run.heard(), *run.look()]
        for number in heard:
            item = journal.follow_ups.get(number)
            assert item.state == "open", "it rings after it was answered"
            assert item.rings_at <= clock.now, "it rings before it is due"
            last = said.get(number)
            again = last is None or last > clock.now + ASTRAY or last < last_morning(clock.now, ZONE)
            assert again or last < item.rings_at, "it repeats without need"
        assert len(heard) == len(set(heard))
        said |= dict.fromkeys(heard, clock.now)
        for row in journal.follow_ups.due(clock.now):
            assert said.get(row.follow_up.id, NOW - timedelta(days=9999)) >= row.follow_up.rings_at, "it was never said"
    run.end()
