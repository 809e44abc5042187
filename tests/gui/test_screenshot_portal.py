"""The desktop's own screenshot: a portal that answers late, at once, at another path, with a refusal, or not at all."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtDBus import QDBusConnection
from pytestqt.qtbot import QtBot

from casebook.gui.desktop import snipping
from casebook.gui.desktop.screenshot_portal import ScreenshotPortal
from casebook.gui.desktop.snipping import Snipping
from casebook.gui.theme import Theme
from tests.gui.small_book import picture

pytestmark = pytest.mark.skipif(shutil.which("dbus-daemon") is None, reason="needs dbus-daemon")

# A portal as the desktops have one: it takes one call, and answers as it was told to.
PORTAL = """
import sys
from jeepney import HeaderFields, MessageType, new_error, new_method_return, new_signal, DBusAddress
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import open_dbus_connection
how, uri = sys.argv[1:]
bus = open_dbus_connection()
bus.send_and_get_reply(message_bus.RequestName("org.freedesktop.portal.Desktop", 4))
print("ready", flush=True)
while True:
    call = bus.receive()
    fields = call.header.fields
    if call.header.message_type is not MessageType.method_call or fields[HeaderFields.member] != "Screenshot":
        continue
    parent, options = call.body
    assert parent == "" and options["interactive"] == ("b", True), call.body
    sender = fields[HeaderFields.sender][1:].replace(".", "_")
    path = f"/org/freedesktop/portal/desktop/request/{sender}/{options['handle_token'][1]}"
    if how == "elsewhere":
        path = "/org/freedesktop/portal/desktop/request/old/1"
    if how == "refuses":
        bus.send(new_error(call, "org.freedesktop.DBus.Error.UnknownMethod", "s", ("no",)))
        continue
    response = new_signal(
        DBusAddress(path, interface="org.freedesktop.portal.Request"), "Response", "ua{sv}",
        (1 if how == "cancels" else 0, {} if how in ("cancels", "empty") else {"uri": ("s", uri)}),
    )
    answer = new_method_return(call, "o", (path,))
    for message in (response, answer) if how == "at once" else (answer, response):
        bus.send(message)
"""

Portal = Callable[[str, str], ScreenshotPortal]


@pytest.fixture
def portal(monkeypatch: pytest.MonkeyPatch) -> Iterator[Portal]:
    """Return a maker of portals on a bus of their own: how it answers, and with which address."""
    bus = subprocess.Popen(["dbus-daemon", "--session", "--nofork", "--print-address=1"], stdout=subprocess.PIPE)
    assert bus.stdout is not None
    address = bus.stdout.readline().decode().strip()
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    started = [bus]

    def make(how: str, uri: str) -> ScreenshotPortal:
        service = subprocess.Popen([sys.executable, "-c", PORTAL, how, uri], stdout=subprocess.PIPE)
        started.append(service)
        assert service.stdout is not None
        assert service.stdout.readline() == b"ready\n"
        return ScreenshotPortal(QDBusConnection.connectToBus(address, "screenshots"))

    yield make
    QDBusConnection.disconnectFromBus("screenshots")
    for process in reversed(started):
        process.kill()
        process.wait()
        assert process.stdout is not None
        process.stdout.close()


@pytest.mark.parametrize("how", ["later", "at once", "elsewhere"])
def test_the_picture_comes_whenever_and_wherever_the_portal_answers(
    how: str, portal: Portal, tmp_path: Path, qtbot: QtBot
) -> None:
    file = tmp_path / "截图 1.png"
    file.write_bytes(picture("24 h"))
    asked = portal(how, QUrl.fromLocalFile(str(file)).toString(QUrl.ComponentFormattingOption.FullyEncoded))
    with qtbot.waitSignal(asked.taken, timeout=20_000) as took:
        asked.ask()
    assert took.args == [file.read_bytes()]
    with qtbot.waitSignal(asked.taken, timeout=20_000):  # and once more
        asked.ask()


@pytest.mark.parametrize(
    ("how", "uri", "signal"),
    [
        ("cancels", "", "cancelled"),
        ("refuses", "", "failed"),
        ("empty", "", "failed"),
        ("later", "https://example.org/shot.png", "failed"),
        ("later", "file:///nowhere/at/all.png", "failed"),
    ],
)
def test_no_picture_is_said(how: str, uri: str, signal: str, portal: Portal, qtbot: QtBot) -> None:
    asked = portal(how, uri)
    with qtbot.waitSignal(getattr(asked, signal), timeout=20_000):
        asked.ask()


def test_the_words_where_neither_works(theme: Theme, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(snipping, "_OUT_OF_SIGHT", 0)
    nowhere = ScreenshotPortal(QDBusConnection("nowhere"))
    taking = Snipping(theme, portal=nowhere)
    with qtbot.waitSignal(taking.failed) as said:
        taking.start()
    assert said.args is not None
    assert "Ctrl+V" in said.args[0]
    assert not taking.runs
