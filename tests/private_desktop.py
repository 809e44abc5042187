"""A desktop of its own: a private message bus, a screen, a real notification service on it, and a hand on the mouse."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

DAEMONS = [Path("/usr/lib/mate-notification-daemon/mate-notification-daemon")]
TOOLS = ("Xvfb", "openbox", "dbus-daemon", "xdotool", "import")


@dataclass
class PrivateDesktop:
    """Where the service shows its windows, and how to press what is in them."""

    address: str
    display: str
    folder: Path
    service: subprocess.Popen[bytes] | None = None

    def environment(self) -> dict[str, str]:
        return {
            **os.environ,
            "DBUS_SESSION_BUS_ADDRESS": self.address,
            "DISPLAY": self.display,
            "HOME": str(self.folder),
        }

    def start_service(self) -> None:
        """Start the notification service, and wait until it has its name on the bus."""
        self.service = subprocess.Popen(
            [str(DAEMONS[0])], env=self.environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        until(lambda: "org.freedesktop.Notifications" in self.names())

    def stop_service(self) -> None:
        """End the service, as if it had crashed."""
        if self.service is not None:
            self.service.kill()
            self.service.wait()
            self.service = None

    def names(self) -> str:
        call = ("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus.ListNames")
        return self.run("dbus-send", "--session", "--print-reply", f"--dest={call[0]}", call[1], call[2])

    def run(self, *words: str) -> str:
        return subprocess.run(words, env=self.environment(), capture_output=True, text=True, check=False).stdout

    def windows(self) -> list[tuple[str, int, int, int, int]]:
        """Return the notifications on the screen: window, x, y, width, height."""
        found = []
        for window in self.run("xdotool", "search", "--onlyvisible", "--class", "mate-notification-daemon").split():
            shape = self.run("xdotool", "getwindowgeometry", "--shell", window)
            values = {key: int(value) for key, value in re.findall(r"(X|Y|WIDTH|HEIGHT)=(-?\d+)", shape)}
            if values.get("WIDTH", 0) > 100:
                found.append((window, values["X"], values["Y"], values["WIDTH"], values["HEIGHT"]))
        return found

    def picture(self, path: Path) -> Path:
        """Take a picture of the whole screen."""
        self.run("import", "-window", "root", str(path))
        return path

    def buttons(self) -> list[tuple[int, int]]:
        """Return the middle of each button of the one notification on the screen, from left to right."""
        from PIL import Image

        (_window, left, top, wide, high), *more = self.windows()
        assert not more
        with Image.open(self.picture(self.folder / "screen.png")) as picture:
            seen = picture.convert("RGB")
        best: list[tuple[int, int]] = []
        for y in range(top + high - 1, top + high // 2, -1):
            runs = _grey_runs([seen.getpixel((x, y)) for x in range(left + wide // 4, left + wide - 4)])
            found = [(left + wide // 4 + (a + b) // 2, y) for a, b in runs]
            best = max(best, found, key=len)
        return [(x, y) for x, y in best]

    def press(self, place: int) -> None:
        """Press a button of the notification, counted from the left."""
        until(lambda: len(self.windows()) == 1)
        until(lambda: len(self.buttons()) > place)
        self.click(*self.buttons()[place])

    def click(self, x: int, y: int) -> None:
        self.run("xdotool", "mousemove", str(x), str(y))
        self.run("xdotool", "click", "1")


def until(condition: Callable[[], object], seconds: float = 10) -> None:
    """Wait for a condition that another process brings about."""
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "it did not come about"
        time.sleep(0.02)


def _grey_runs(row: list[Any]) -> list[tuple[int, int]]:
    """Return where a row of pixels is of a button's grey for long enough: the notification itself is yellow."""
    runs, begin = [], None
    for x, (red, green, blue) in enumerate([*row, (0, 255, 0)]):
        grey = max(red, green, blue) - min(red, green, blue) < 14 and red > 200
        if grey and begin is None:
            begin = x
        elif not grey and begin is not None:
            if x - begin > 30:
                runs.append((begin, x))
            begin = None
    return runs


@contextmanager
def private_desktop(folder: Path) -> Iterator[PrivateDesktop]:
    """Yield a private desktop with its notification service; skip where one of the programs is not installed."""
    missing = [tool for tool in TOOLS if shutil.which(tool) is None] + [str(d) for d in DAEMONS if not d.is_file()]
    if missing:
        pytest.skip(f"needs {', '.join(missing)}")
    started: list[subprocess.Popen[bytes]] = []
    read, write = os.pipe()
    started.append(
        subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), "-screen", "0", "1024x768x24", "-nolisten", "tcp"],
            pass_fds=[write],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
    )
    os.close(write)
    with os.fdopen(read) as numbers:
        display = f":{numbers.readline().strip()}"
    bus = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--print-address=1"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    started.append(bus)
    assert bus.stdout is not None
    made = PrivateDesktop(bus.stdout.readline().decode().strip(), display, folder)
    started.append(
        subprocess.Popen(["openbox"], env=made.environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    )
    try:
        made.start_service()
        yield made
    finally:
        made.stop_service()
        for process in reversed(started):
            process.terminate()
            process.wait()
        bus.stdout.close()
