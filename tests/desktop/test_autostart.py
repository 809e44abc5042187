"""Start at login: what is written is what the system reads, and its true state is read back, on three systems."""

from __future__ import annotations

import configparser
import plistlib
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from casebook.desktop.autostart import Autostart, entry_name, own_command
from casebook.journal.errors import DiskTrouble

NASTY = ("/opt/my programs/case$book", "--book", '/home/李/案件 "100%" `x` \\end', "--background")


class Registry:
    """The user's part of the registry, as three keys deep as it is needed."""

    def __init__(self) -> None:
        self.values: dict[tuple[str, str], str | bytes] = {}

    def get(self, key: str, name: str) -> str | bytes | None:
        return self.values.get((key, name))

    def set(self, key: str, name: str, value: str) -> None:
        self.values[key, name] = value

    def drop(self, key: str, name: str) -> None:
        self.values.pop((key, name), None)


@pytest.mark.parametrize("system", ["linux", "darwin", "win32"])
def test_on_and_off_are_read_back(tmp_path: Path, system: str) -> None:
    program = tmp_path / "case book"
    program.write_text("")
    command = (str(program), *NASTY[1:])
    entry = Autostart(command, "casebook", system=system, home=tmp_path, registry=Registry())
    assert not entry.state().on
    on = entry.turn_on()
    assert (on.on, on.broken, on.command) == (True, False, command)
    assert entry.turn_on() == on
    off = entry.turn_off()
    assert (off.on, off.command) == (False, ())
    assert not entry.turn_off().on


@pytest.mark.parametrize("system", ["linux", "darwin", "win32"])
def test_a_program_that_has_gone_is_told(tmp_path: Path, system: str) -> None:
    entry = Autostart((str(tmp_path / "gone"),), system=system, home=tmp_path, registry=Registry())
    assert entry.turn_on().broken


def test_linux_writes_what_the_specification_wants(tmp_path: Path) -> None:
    Autostart(NASTY, "casebook-1", system="linux", home=tmp_path).turn_on()
    path = tmp_path / ".config" / "autostart" / "casebook-1.desktop"
    parser = configparser.RawConfigParser(strict=True)
    parser.read_string(path.read_text("utf-8"))
    entry = parser["Desktop Entry"]
    assert (entry["type"], entry["terminal"]) == ("Application", "false")
    words = (
        r'"/opt/my programs/case\\$book"',
        '"--book"',
        r'"/home/李/案件 \\"100%%\\" \\`x\\` \\\\end"',
        '"--background"',
    )
    assert entry["exec"] == " ".join(words)


@pytest.mark.skipif(shutil.which("gio") is None, reason="needs gio")
def test_another_reader_of_entries_starts_the_same(tmp_path: Path) -> None:
    out = tmp_path / "out.txt"
    script = tmp_path / "write it.sh"
    script.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > "{out}"\n', "utf-8")
    script.chmod(0o755)
    Autostart((str(script), *NASTY[1:]), system="linux", home=tmp_path).turn_on()
    entry = tmp_path / ".config" / "autostart" / "casebook.desktop"
    subprocess.run(["gio", "launch", str(entry)], check=True, timeout=20)
    from tests.private_desktop import until

    until(lambda: out.is_file() and out.read_text("utf-8").count("\n") == 3)
    assert tuple(out.read_text("utf-8").splitlines()) == NASTY[1:]


@pytest.mark.parametrize("line", ["Hidden=true", "X-GNOME-Autostart-enabled=false"])
def test_what_the_desktop_switched_off_is_off(tmp_path: Path, line: str) -> None:
    entry = Autostart((sys.executable,), system="linux", home=tmp_path)
    path = Path(entry.turn_on().where)
    path.write_text(path.read_text("utf-8").replace("X-GNOME-Autostart-enabled=true", line), "utf-8")
    assert not entry.state().on
    assert entry.turn_on().on


def test_what_the_task_manager_switched_off_is_off(tmp_path: Path) -> None:
    registry = Registry()
    entry = Autostart((sys.executable,), system="win32", registry=registry)
    entry.turn_on()
    approved = (r"Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run", "casebook")
    registry.values[approved] = b"\x03" + bytes(11)
    assert not entry.state().on
    assert entry.turn_on().on
    registry.values[approved] = b"\x02" + bytes(11)
    assert entry.state().on


def test_windows_quotes_what_has_spaces() -> None:
    registry = Registry()
    command = (r"C:\Program Files\Casebook\casebook-window.exe", "--book", r"D:\案件 1", "--background")
    on = Autostart(command, system="win32", registry=registry).turn_on()
    assert on.command == command
    (line,) = registry.values.values()
    assert line == r'"C:\Program Files\Casebook\casebook-window.exe" --book "D:\案件 1" --background'


def test_macos_gets_a_launch_agent(tmp_path: Path) -> None:
    entry = Autostart(NASTY, "casebook", system="darwin", home=tmp_path)
    entry.turn_on()
    path = tmp_path / "Library" / "LaunchAgents" / "casebook.plist"
    found = plistlib.loads(path.read_bytes())
    assert found["ProgramArguments"] == list(NASTY)
    assert found["RunAtLoad"] is True
    path.write_bytes(plistlib.dumps({**found, "Disabled": True}))
    assert not entry.state().on
    path.write_bytes(b"not a list of properties")
    assert not entry.state().on


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / ".config").write_text("a file where a folder is meant to be")
    with pytest.raises(DiskTrouble):
        Autostart(NASTY, system="linux", home=tmp_path).turn_on()


def test_each_casebook_has_an_entry_of_its_own(tmp_path: Path) -> None:
    assert entry_name(None) == "casebook"
    assert entry_name(tmp_path / "a") != entry_name(tmp_path / "b")
    assert own_command(tmp_path)[-3:] == ("--book", str(tmp_path), "--background")
    assert own_command(None)[-1] == "--background"
