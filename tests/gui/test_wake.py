"""The computer's sleep, told by the system over a bus of our own: a real bus, a real signal, a real event loop."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

import pytest

PROGRAM = """
from PySide6.QtCore import QCoreApplication, QTimer
from casebook.gui.wake import Wake
from jeepney import DBusAddress, message_bus, new_signal
from jeepney.io.blocking import open_dbus_connection

app = QCoreApplication([])
wake = Wake(wall=lambda: 0.0, standing_still=lambda: 0.0)  # the clocks tell nothing here
wake.woke.connect(lambda: print("woke", flush=True))
wake.start()
bus = open_dbus_connection(bus="SYSTEM")
bus.send_and_get_reply(message_bus.RequestName("org.freedesktop.login1"))
manager = DBusAddress("/org/freedesktop/login1", interface="org.freedesktop.login1.Manager")

def say(begins):
    print("sleep" if begins else "wake", flush=True)
    bus.send(new_signal(manager, "PrepareForSleep", "b", (begins,)))

QTimer.singleShot(0, lambda: say(True))
QTimer.singleShot(300, lambda: say(False))
QTimer.singleShot(900, app.quit)
app.exec()
"""


@pytest.mark.skipif(shutil.which("dbus-run-session") is None, reason="no D-Bus here")
def test_the_system_tells_of_sleep_and_waking() -> None:
    script = 'DBUS_SYSTEM_BUS_ADDRESS="$DBUS_SESSION_BUS_ADDRESS" exec "$@"'
    command = ["dbus-run-session", "--", "sh", "-c", script, "sh", sys.executable, "-c", PROGRAM]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=False)
    assert done.stdout.split() == ["sleep", "wake", "woke"], done.stderr
