"""`casebook remind`, `reminders` and `autostart`: told once, told again in the morning, and said when nobody hears."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from casebook import paths
from casebook.settings import Settings
from tests.cli.conftest import Casebook
from tests.private_desktop import PrivateDesktop, private_desktop, until


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    (tmp_path / "home").mkdir(exist_ok=True)
    return tmp_path / "home"


@pytest.fixture
def desktop(tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[PrivateDesktop]:
    with private_desktop(tmp_path) as made:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", made.address)
        yield made


def add(casebook: Casebook, hours: float, reason: str = "Ask for a date") -> int:
    due = (casebook.now + timedelta(hours=hours)).isoformat()
    return int(casebook.json("follow-up", "add", "1", "--due", due, "--reason", reason)["id"])


@pytest.mark.slow
def test_it_is_told_when_it_is_due_and_again_each_morning(filled: Casebook, desktop: PrivateDesktop) -> None:
    assert "nothing is due" in filled.ok("remind")
    first = add(filled, 2)
    assert filled.json("remind") == []
    filled.wait(hours=2)
    assert [(row["id"], row["notified"]) for row in filled.json("remind")] == [(first, True)]
    until(lambda: len(desktop.windows()) == 1)
    assert not filled.json("remind")[0]["notified"]
    assert "told before: C-1" in filled.ok("remind")
    assert "此前已通知: C-1" in filled.ok("remind", "--lang", "zh")
    assert filled.json("remind", "--again")[0]["notified"]
    filled.wait(days=1)
    assert filled.json("remind")[0]["notified"]
    filled.ok("follow-up", "snooze", str(first), "--for", "3h")
    assert filled.json("remind") == []
    filled.wait(hours=3)
    assert filled.json("remind")[0]["notified"]
    filled.ok("follow-up", "done", str(first))
    assert filled.json("remind") == []


@pytest.mark.slow
def test_many_are_one_and_nothing_is_answered(filled: Casebook, desktop: PrivateDesktop) -> None:
    for number in range(5):
        add(filled, -1, f"number {number}")
    assert all(row["notified"] for row in filled.json("remind"))
    until(lambda: len(desktop.windows()) == 1)
    assert len(filled.json("due")) == 5


def test_where_nobody_shows_it_that_is_said_and_it_is_told_later(
    filled: Casebook, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={home / 'nobody'}")
    add(filled, -1)
    assert "does not answer" in filled.refused("remind")
    assert "does not answer" in filled.refused("remind")


def test_it_speaks_the_windows_language_else_the_systems(
    filled: Casebook, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    assert "没有到期事项" in filled.ok("remind")
    assert "nothing is due" in filled.ok("remind", "--lang", "en")
    Settings(language="en").save(paths.settings_file())
    assert "nothing is due" in filled.ok("remind")


def test_how_this_computer_reminds_is_shown_and_changed(filled: Casebook, home: Path) -> None:
    usual = {"notifications": "always", "text": "full", "tray": "on", "on_close": "ask"}
    assert filled.json("reminders") == usual
    changed = filled.json("reminders", "--text", "quiet", "--notifications", "away", "--on-close", "tray")
    assert changed == {"notifications": "away", "text": "quiet", "tray": "on", "on_close": "tray"}
    assert filled.json("reminders") == changed
    assert filled.json("reminders", "--text", "full", "--notifications", "always", "--on-close", "ask") == usual
    assert "invalid" in filled.refused("reminders", "--tray", "maybe", code=2).lower()


def test_start_at_login_is_turned_on_and_off(filled: Casebook, home: Path) -> None:
    assert filled.json("autostart", "status")["on"] is False
    on = filled.json("autostart", "on")
    assert on["on"]
    assert Path(on["where"]).is_file()
    assert on["command"][-3:] == ["--book", str(filled.book), "--background"]
    assert filled.json("autostart", "status") == on
    assert "does not start" in filled.ok("autostart", "off")
    assert not Path(on["where"]).exists()
