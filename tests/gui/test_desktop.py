"""The window on a real desktop of its own: what is pressed in a notification is in the casebook."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from casebook.desktop.autostart import Autostart
from casebook.gui.desktop.desktop import Desktop
from casebook.gui.main_window import MainWindow
from casebook.journal.terms import FollowUpState
from tests.gui.small_book import NOW, Sample, at
from tests.private_desktop import PrivateDesktop, private_desktop

pytestmark = pytest.mark.slow
LONG = 10_000


@pytest.fixture
def screen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[PrivateDesktop]:
    with private_desktop(tmp_path) as made:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", made.address)
        yield made


@pytest.fixture
def desktop(screen: PrivateDesktop, bare: MainWindow, tmp_path: Path) -> Iterator[Desktop]:
    bare.settings.login_offered, bare.settings.on_close = "yes", "quit"
    QCoreApplication.removePostedEvents(None, QEvent.Type.Quit.value)  # of a window that an earlier test closed
    login = Autostart(("casebook",), system="linux", home=tmp_path)
    made = Desktop(bare, bare.settings, tmp_path / "settings.json", login)
    yield made
    made.end()


@pytest.fixture
def alone(small: Sample) -> Sample:
    """A casebook in which one follow-up rings."""
    small.journal.follow_ups.done(small.overdue)
    return small


def attach(window: MainWindow, small: Sample) -> None:
    window.attach(small.journal)
    window.reminder.hide()


def shown(screen: PrivateDesktop, qtbot: QtBot, count: int = 1) -> None:
    qtbot.waitUntil(lambda: len(screen.windows()) == count, timeout=LONG)


def press(screen: PrivateDesktop, qtbot: QtBot, place: int) -> None:
    shown(screen, qtbot)
    qtbot.waitUntil(lambda: len(screen.buttons()) > place, timeout=LONG)
    screen.click(*screen.buttons()[place])


def test_done_is_done(desktop: Desktop, bare: MainWindow, alone: Sample, screen: PrivateDesktop, qtbot: QtBot) -> None:
    attach(bare, alone)
    follow_ups = alone.journal.follow_ups
    press(screen, qtbot, 0)
    qtbot.waitUntil(lambda: follow_ups.get(alone.due).state is FollowUpState.DONE, timeout=LONG)
    shown(screen, qtbot, 0)
    assert "Done" in bare.notices.said()
    bare.notices.undo.click()
    assert follow_ups.get(alone.due).state is FollowUpState.OPEN


def test_an_hour_s_rest_is_in_the_casebook_and_it_comes_back(
    desktop: Desktop, bare: MainWindow, alone: Sample, screen: PrivateDesktop, qtbot: QtBot
) -> None:
    attach(bare, alone)
    press(screen, qtbot, 1)
    until = NOW + timedelta(hours=1)
    qtbot.waitUntil(lambda: alone.journal.follow_ups.get(alone.due).snoozed_until == until, timeout=LONG)
    shown(screen, qtbot, 0)
    alone.clock.now = until
    bare.reminders.check()
    shown(screen, qtbot)


def test_a_promise_is_not_done_with_but_kept_or_broken(
    desktop: Desktop, bare: MainWindow, alone: Sample, screen: PrivateDesktop, qtbot: QtBot
) -> None:
    alone.journal.follow_ups.done(alone.due)
    promise = alone.journal.promises.add(alone.withdrawal, "Released within 48 hours", due=at(-1, 1)).made
    attach(bare, alone)
    press(screen, qtbot, 0)  # the first of two: an hour's rest, as in the list of what is due
    [rung] = [each for each in alone.journal.follow_ups.of_case(alone.withdrawal) if each.promise_id == promise]
    until = NOW + timedelta(hours=1)
    qtbot.waitUntil(lambda: alone.journal.follow_ups.get(rung.id).snoozed_until == until, timeout=LONG)
    assert alone.journal.follow_ups.get(rung.id).state is FollowUpState.OPEN


def test_open_shows_the_case_in_a_window_that_was_hidden(
    desktop: Desktop, bare: MainWindow, alone: Sample, screen: PrivateDesktop, qtbot: QtBot
) -> None:
    attach(bare, alone)
    desktop.closing.hide()
    assert not bare.isVisible()
    press(screen, qtbot, 2)
    qtbot.waitUntil(bare.isVisible, timeout=LONG)
    assert bare.body is not None
    assert bare.body.case_id == alone.withdrawal
    assert alone.journal.follow_ups.get(alone.due).state is FollowUpState.OPEN


def test_many_are_one_that_counts_down(
    desktop: Desktop, bare: MainWindow, small: Sample, screen: PrivateDesktop, qtbot: QtBot
) -> None:
    made = [small.journal.follow_ups.add(small.fees, at(-1, hour), f"number {hour}").made for hour in (1, 2, 3)]
    attach(bare, small)
    shown(screen, qtbot)
    assert desktop.echo is not None
    for number in (*made, small.overdue):
        bare.feed.announce(small.journal.follow_ups.done(number))
    shown(screen, qtbot)
    bare.feed.announce(small.journal.follow_ups.done(small.due))
    shown(screen, qtbot, 0)


def test_the_third_and_fourth_fold_what_was_single(
    desktop: Desktop, bare: MainWindow, small: Sample, screen: PrivateDesktop, qtbot: QtBot
) -> None:
    attach(bare, small)
    shown(screen, qtbot, 2)
    for hour in (1, 2):
        bare.feed.announce(small.journal.follow_ups.add(small.fees, at(-1, hour), f"number {hour}"))
    shown(screen, qtbot, 1)


def test_an_answer_in_another_program_takes_it_off_and_a_late_press_answers_nothing(
    desktop: Desktop, bare: MainWindow, alone: Sample, screen: PrivateDesktop, qtbot: QtBot
) -> None:
    from casebook.journal import Journal

    attach(bare, alone)
    shown(screen, qtbot)
    with Journal.open(alone.journal.folder, alone.clock) as other:
        other.follow_ups.drop(alone.due, "settled")
    desktop.notifications.pressed.emit(f"follow-up-{alone.due}", "done", "")
    assert alone.journal.follow_ups.get(alone.due).state is FollowUpState.DROPPED
    shown(screen, qtbot, 0)


def test_at_the_end_and_when_it_is_locked_nothing_stays_on_the_screen(
    desktop: Desktop, bare: MainWindow, small: Sample, screen: PrivateDesktop, qtbot: QtBot
) -> None:
    from PySide6.QtWidgets import QWidget

    attach(bare, small)
    shown(screen, qtbot, 2)
    bare.detach(QWidget())
    shown(screen, qtbot, 0)
    attach(bare, small)
    desktop.echo.ring(small.journal.follow_ups.due(NOW))  # type: ignore[union-attr]
    shown(screen, qtbot, 2)
    desktop.end()
    shown(screen, qtbot, 0)


def test_quiet_words_name_nothing_and_off_is_off(
    desktop: Desktop, bare: MainWindow, alone: Sample, screen: PrivateDesktop, qtbot: QtBot, monkeypatch
) -> None:
    said = []
    monkeypatch.setattr(desktop.notifications, "show", said.append)
    bare.settings.notification_text = "quiet"
    attach(bare, alone)
    (notice,) = said
    assert (notice.title, notice.body) == ("A follow-up is due", "")
    bare.settings.notifications = "off"
    desktop.echo.ring(alone.journal.follow_ups.due(NOW))  # type: ignore[union-attr]
    assert len(said) == 1


def test_a_service_that_comes_later_shows_what_waits(
    desktop: Desktop, bare: MainWindow, alone: Sample, screen: PrivateDesktop, qtbot: QtBot
) -> None:
    screen.stop_service()
    attach(bare, alone)
    qtbot.waitUntil(lambda: desktop.notifications._notifier is not None, timeout=LONG)
    assert desktop.notifications.service.name == ""
    assert bare.commands is not None
    dialog = bare.commands.reminding.show()
    assert "No notification service answers" in dialog.status.text()
    screen.start_service()
    shown(screen, qtbot)
    assert "with buttons that answer" in dialog.status.text()
    dialog.reject()


def test_without_a_bus_the_window_goes_on(
    bare: MainWindow, alone: Sample, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path / 'nobody'}")
    bare.settings.on_close = "quit"
    made = Desktop(bare, bare.settings, tmp_path / "settings.json", Autostart(("casebook",), home=tmp_path))
    attach(bare, alone)
    qtbot.waitUntil(lambda: made.notifications.trouble is not None, timeout=LONG)
    assert bare.commands is not None
    dialog = bare.commands.reminding.show()
    assert "Casebook is silent outside its window" in dialog.status.text()
    dialog.reject()
    QCoreApplication.processEvents()
    made.end()


def test_nothing_of_it_holds_the_window_up(
    desktop: Desktop, bare: MainWindow, small: Sample, screen: PrivateDesktop, qtbot: QtBot
) -> None:
    from time import perf_counter

    attach(bare, small)
    shown(screen, qtbot, 2)
    os.kill(screen.service.pid, 19)  # type: ignore[union-attr]  # a service that hangs
    try:
        begin = perf_counter()
        for hour in range(1, 5):
            bare.feed.announce(small.journal.follow_ups.add(small.fees, at(-1, hour), f"number {hour}"))
        assert desktop.echo is not None
        for _ in range(100):
            desktop.try_notification()
        spent = perf_counter() - begin
    finally:
        os.kill(screen.service.pid, 18)  # type: ignore[union-attr]
    assert spent < 20, "one call that waits for the service takes 25 seconds"
