"""The ground the window stands on: Qt itself, colours, icons, words, worker and feed."""

from __future__ import annotations

import sys
from collections.abc import Generator
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QObject, QSize
from PySide6.QtGui import QColor, QIcon
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from casebook.gui import icons, texts
from casebook.gui.appearance import Appearance
from casebook.gui.colours import DARK, LIGHT, Colours
from casebook.gui.feed import Feed
from casebook.gui.worker import Worker
from casebook.journal import BadInput, Changes, Kind, Progress, terms
from casebook.journal.terms import CaseStatus
from casebook.journal.times import Moment, Precision, from_wall, moment


def test_qt_does_not_eat_none(qapp: QApplication) -> None:
    """PySide6 6.12.0 gives back a reference to None with each call: Python 3.11 then aborts after some 5,000."""
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(1000):
        thing.setObjectName("x")
    assert abs(sys.getrefcount(None) - before) < 50


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours (WCAG 2.2)."""

    def light(colour: str) -> float:
        parts = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in QColor(colour).getRgbF()[:3]]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    low, high = sorted((light(one), light(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_every_text_can_be_read_on_every_ground(colours: Colours) -> None:
    named = colours._asdict()
    for ground in ("window", "surface", "raised", "own", "chip", "accent_soft", "warn_soft"):
        for text in ("text", "muted", "accent", "warn"):
            assert contrast(named[text], named[ground]) >= 4.5, f"{text} on {ground}"
    for text, ground in (("accent_text", "accent"), ("accent_text", "accent_hover"), ("warn_text", "warn"),
                         ("warn_text", "warn_hover"), ("accent_faint", "accent")):  # fmt: skip
        assert contrast(named[text], named[ground]) >= 4.5, f"{text} on {ground}"


def test_every_icon_paints_in_the_colour_it_is_given(qapp: QApplication, appearance: Appearance) -> None:
    names = [path.stem for path in icons.folder().glob("*.svg")]
    assert len(names) > 50
    for name in names:
        if name.startswith(("arrow-down-", "tick-", "dash-", "casebook")):
            continue
        image = icons.pixmap(name, 20, QColor("#ff0000")).toImage()
        seen = {
            image.pixelColor(x, y).name() for x in range(20) for y in range(20) if image.pixelColor(x, y).alpha() > 250
        }
        assert seen <= {"#ff0000"}, name
        assert any(image.pixelColor(x, y).alpha() for x in range(20) for y in range(20)), name
    sharp = icons.icon("plus").pixmap(QSize(16, 16), 2.0)
    assert (sharp.width(), sharp.devicePixelRatio()) == (32, 2.0)
    normal = icons.icon("plus").pixmap(20, 20, QIcon.Mode.Normal).toImage()
    appearance.use_theme("dark")
    assert icons.icon("plus").pixmap(20, 20, QIcon.Mode.Normal).toImage() != normal
    with pytest.raises(FileNotFoundError):
        icons.icon("no-such-icon")


def test_every_value_has_a_caption_and_every_channel_an_icon() -> None:
    told = (terms.Channel, terms.Direction, terms.FirmKind, terms.Category, terms.ReferenceKind, terms.PromiseState,
            terms.RequestState, terms.ExhibitSource, Precision)  # fmt: skip
    for kind in told:
        for value in kind:
            assert texts.caption(value), value
    assert texts.caption(terms.Automatic.NO) == ""
    assert texts.label(terms.Channel.VIP) == "VIP desk"
    for channel in terms.Channel:
        icons.icon(texts.CHANNEL_ICONS[channel])
    assert CaseStatus.OPEN


def test_times_are_written_as_people_say_them(appearance: Appearance) -> None:
    now = datetime(2026, 11, 23, 6, 22, tzinfo=UTC)
    when = from_wall(datetime(2026, 11, 20, 14, 3), "Asia/Singapore")
    assert texts.full_time(when) == "Fri 20 Nov 2026 14:03 (UTC+08:00, Asia/Singapore)"
    assert texts.time_of(when) == "14:03"
    about = Moment(when.utc, when.zone, when.offset, Precision.ABOUT)
    assert texts.full_time(about).startswith("about Fri 20 Nov")
    assert texts.time_of(Moment(when.utc, when.zone, when.offset, Precision.DATE)) == ""
    assert texts.day_heading(when.local.date(), now) == "Friday 20 November"
    assert texts.duration(timedelta(days=5)) == "5 days"
    assert texts.duration(timedelta(hours=1)) == "1 hour"
    assert texts.duration(timedelta(hours=41)) == "41 hours"
    assert texts.silence(timedelta(days=5)) == "5 days of silence"
    assert texts.waiting(now - timedelta(days=2), now) == "waiting 2 d"
    assert texts.due_badge(now, now) == "due today"
    assert texts.due_badge(now - timedelta(days=1), now) == "1 day late"
    assert texts.due_badge(now + timedelta(days=1), now) == "due tomorrow"
    assert texts.full_time(moment(now, "UTC")) == "Mon 23 Nov 2026 06:22 (UTC+00:00)"
    appearance.use_language("zh")
    assert texts.day_heading(when.local.date(), now) == "11 月 20 日 星期五"
    assert texts.due_badge(now, now) == "今天到期"
    assert texts.waiting(now - timedelta(days=2), now) == "已等 2 天"


def test_amounts_keep_their_digits() -> None:
    assert texts.money("1250", "USDT") == "1,250 USDT"
    assert texts.money("0.07500000", "BTC") == "0.07500000 BTC"
    assert texts.money("-1234567.8", "") == "-1,234,567.8"
    assert texts.money("", "USDT") == ""


def test_errors_speak_the_users_language(appearance: Appearance) -> None:
    error = BadInput("'{amount}' is not an amount: write digits, such as 1250.50", amount="{x}")
    assert texts.error_text(error) == "'{x}' is not an amount: write digits, such as 1250.50"
    assert "disk" in texts.error_text(OSError(28, "no space on the disk", "/a/b"))
    assert "KeyError" in texts.error_text(KeyError("x"))
    appearance.use_language("zh")
    assert "{x}" in texts.error_text(error)
    assert "金额" in texts.error_text(error)


def test_the_feed_carries_only_what_changed(qtbot: QtBot) -> None:
    feed, heard = Feed(), []
    feed.changed.connect(heard.append)
    feed.announce(Changes())
    assert heard == []
    changes = Changes(7, {Kind.FIRM: frozenset({7})})
    feed.announce(changes)
    assert heard == [changes]


def steps(count: int, log: list[str]) -> Generator[Progress, None, str]:
    try:
        for number in range(count):
            yield Progress(number, count)
        return "result"
    finally:
        log.append("cleaned up")


def test_the_worker_hands_results_failures_and_cancellation_back(qtbot: QtBot, worker: Worker) -> None:
    log: list[str] = []
    worker.run("work", lambda: steps(3, log), done=log.append)
    qtbot.waitUntil(lambda: log == ["cleaned up", "result"])

    def broken() -> Generator[Progress, None, None]:
        yield Progress(1)
        raise BadInput("no")

    caught: list[Exception] = []
    worker.run("work", broken, done=log.append, failed=caught.append)
    qtbot.waitUntil(lambda: len(caught) == 1)
    with qtbot.waitSignal(worker.failed) as told:
        worker.run("the title", broken, done=log.append)
    assert told.args is not None
    assert told.args[0] == "the title"

    log.clear()
    job = worker.run("work", lambda: steps(10**9, log), done=log.append, cancelled=lambda: log.append("cancelled"))
    job.cancel()
    qtbot.waitUntil(lambda: "cancelled" in log)
    assert "result" not in log
    assert worker.jobs == ()


def test_a_closed_worker_stops_its_work_and_calls_nobody(qtbot: QtBot) -> None:
    worker, log = Worker(lambda: None), []  # type: Worker, list[str]
    worker.run("work", lambda: steps(10**9, log), done=log.append, progressed=lambda p: None)
    qtbot.waitUntil(lambda: bool(worker.jobs))
    worker.close()
    assert set(log) <= {"cleaned up"}
    assert worker.run("too late", lambda: steps(1, log), done=log.append).is_cancelled()


def test_in_a_title_bar_the_lines_of_the_application_icon_meet_the_pixels(qapp: QApplication) -> None:
    small = icons.app_icon().pixmap(16, 16).toImage()
    assert [small.pixelColor(7, y).name() for y in (3, 4, 5, 6)] == ["#f5f5f2", "#2f6f62", "#f5f5f2", "#2f6f62"]
    assert icons.app_icon().pixmap(64, 64).toImage().pixelColor(32, 8).name() == "#2f6f62"
