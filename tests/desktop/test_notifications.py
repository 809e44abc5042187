"""Notifications on a real service under a private bus: buttons pressed with the mouse, and what goes wrong."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from casebook.desktop.freedesktop import FreedesktopNotifier, bus_address
from casebook.desktop.notices import Closed, Event, NoNotifications, Notice, Pressed, ServiceChanged
from casebook.desktop.other_systems import OtherNotifier
from tests.private_desktop import PrivateDesktop, until

pytestmark = pytest.mark.slow
BUTTONS = (("done", "Done"), ("snooze", "In 1 hour"), ("open", "Open"))


@pytest.fixture
def notifier(desktop: PrivateDesktop) -> Iterator[FreedesktopNotifier]:
    made = FreedesktopNotifier.open()
    yield made
    made.end()


def heard(notifier: FreedesktopNotifier, kind: type[Event]) -> Event:
    """Return the next event of a kind."""
    found: list[Event] = []

    def came() -> bool:
        found.extend(event for event in notifier.read() if isinstance(event, kind))
        return bool(found)

    until(came)
    return found[0]


@pytest.mark.parametrize("place", [0, 1, 2])
def test_each_button_says_its_own_key(desktop: PrivateDesktop, notifier: FreedesktopNotifier, place: int) -> None:
    assert notifier.service.has_buttons
    notifier.show(Notice("follow-up-7", "Nudge by email", "Kestrel · C-1", BUTTONS))
    notifier.wait(2)
    desktop.press(place)
    assert heard(notifier, Pressed) == Pressed("follow-up-7", BUTTONS[place][0])
    until(lambda: not desktop.windows())


def test_a_click_on_the_words_opens_and_the_cross_answers_nothing(
    desktop: PrivateDesktop, notifier: FreedesktopNotifier
) -> None:
    notifier.show(Notice("a", "Nudge", "Kestrel", BUTTONS))
    until(desktop.windows)
    _window, left, top, wide, _high = desktop.windows()[0]
    desktop.click(left + wide // 3, top + 62)
    assert heard(notifier, Pressed) == Pressed("a", "default")
    until(lambda: not desktop.windows())
    notifier.show(Notice("b", "Nudge", "Kestrel", BUTTONS))
    until(desktop.windows)
    _window, left, top, wide, _high = desktop.windows()[0]
    desktop.click(left + wide - 32, top + 27)
    assert heard(notifier, Closed) == Closed("b")


def test_words_that_look_like_markup_stay_words(desktop: PrivateDesktop, notifier: FreedesktopNotifier) -> None:
    told = desktop.folder / "bus.txt"
    with told.open("wb") as out:
        monitor = subprocess.Popen(
            ["stdbuf", "-oL", "dbus-monitor", "--session", "interface=org.freedesktop.Notifications,member=Notify"],
            env=desktop.environment(),
            stdout=out,
        )
    try:
        until(lambda: "NameAcquired" in told.read_text("utf-8"))
        notifier.show(Notice("a", "1 < 2\x07\nand", "<b>R&D</b>\x1b[31m\nsecond"))
        until(lambda: "array [" in told.read_text("utf-8"))
    finally:
        monitor.kill()
        monitor.wait()
    seen = told.read_text("utf-8")
    assert '"1 < 2 and"' in seen
    assert "&lt;b&gt;R&amp;D&lt;/b&gt;[31m" in seen


def test_the_same_name_is_shown_once_and_taken_back(desktop: PrivateDesktop, notifier: FreedesktopNotifier) -> None:
    for words in ("one", "two", "three"):
        notifier.show(Notice("a", words))
    notifier.wait(2)
    until(lambda: len(desktop.windows()) == 1)
    notifier.show(Notice("a", "four"))
    notifier.show(Notice("b", "another"))
    notifier.wait(2)
    until(lambda: len(desktop.windows()) == 2)
    notifier.take_back("a")
    until(lambda: len(desktop.windows()) == 1)
    notifier.take_back("a")
    notifier.show(Notice("c", "taken back before it was there"))
    notifier.take_back("c")
    notifier.wait(2)
    notifier.read()
    until(lambda: len(desktop.windows()) == 1)


def test_at_the_end_nothing_is_left_unless_it_is_meant_to_be(desktop: PrivateDesktop) -> None:
    first = FreedesktopNotifier.open()
    first.show(Notice("a", "one"))
    first.wait(2)
    first.show(Notice("b", "two"))  # its number is not known when the end comes
    first.end()
    until(lambda: not desktop.windows())
    second = FreedesktopNotifier.open()
    second.show(Notice("a", "left"))
    second.wait(2)
    second.end(leave=True)
    until(lambda: len(desktop.windows()) == 1)


def test_a_service_that_dies_and_comes_back_is_noticed(desktop: PrivateDesktop, notifier: FreedesktopNotifier) -> None:
    notifier.show(Notice("a", "one", buttons=BUTTONS))
    notifier.wait(2)
    desktop.stop_service()
    gone = heard(notifier, ServiceChanged)
    assert isinstance(gone, ServiceChanged)
    assert gone.service.name == ""
    with pytest.raises(NoNotifications, match="no notification service"):
        notifier.show(Notice("b", "two"))
    desktop.start_service()
    back = heard(notifier, ServiceChanged)
    assert isinstance(back, ServiceChanged)
    assert back.service.has_buttons
    notifier.show(Notice("b", "two", buttons=BUTTONS))
    desktop.press(0)
    assert heard(notifier, Pressed) == Pressed("b", "done")


def test_nobody_else_can_say_that_a_button_was_pressed(desktop: PrivateDesktop, notifier: FreedesktopNotifier) -> None:
    notifier.show(Notice("a", "one", buttons=BUTTONS))
    notifier.wait(2)
    signal = "org.freedesktop.Notifications.ActionInvoked"
    desktop.run(
        "dbus-send", "--session", "--type=signal", "/org/freedesktop/Notifications", signal, "uint32:1", "string:done"
    )
    desktop.press(1)
    assert heard(notifier, Pressed) == Pressed("a", "snooze")


def test_without_a_bus_it_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path / 'nobody'}")
    with pytest.raises(NoNotifications, match="does not answer"):
        FreedesktopNotifier.open()
    monkeypatch.setattr("casebook.desktop.freedesktop.bus_address", lambda: "")
    with pytest.raises(NoNotifications, match="no message bus"):
        FreedesktopNotifier.open()
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/there")
    assert bus_address() == "unix:path=/there"


def test_a_bus_without_a_service_is_silent_until_one_comes(desktop: PrivateDesktop) -> None:
    desktop.stop_service()
    notifier = FreedesktopNotifier.open()
    try:
        assert notifier.service.name == ""
        with pytest.raises(NoNotifications):
            notifier.show(Notice("a", "one"))
        desktop.start_service()
        heard(notifier, ServiceChanged)
        notifier.show(Notice("a", "one"))
        until(desktop.windows)
    finally:
        notifier.end()


@pytest.mark.parametrize("place", [0, 2])
def test_the_part_for_other_systems_shows_answers_and_ends(desktop: PrivateDesktop, place: int) -> None:
    events: list[Event] = []
    notifier = OtherNotifier.open(events.append)
    try:
        assert notifier.service.has_buttons
        notifier.show(Notice("follow-up-7", "Nudge", "Kestrel", BUTTONS))
        desktop.press(place)
        until(lambda: events)
        assert events[0] == Pressed("follow-up-7", BUTTONS[place][0])
        notifier.show(Notice("b", "two"))
        until(lambda: len(desktop.windows()) == 1)
    finally:
        notifier.end()
    until(lambda: not desktop.windows())
    with pytest.raises(NoNotifications):
        notifier.show(Notice("c", "three"))
