"""Start at login on the three systems: turned on and off, and its true state read back from where the system looks."""

from __future__ import annotations

import hashlib
import os
import plistlib
import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from casebook.journal.errors import DiskTrouble
from casebook.journal.store.database import disk_errors
from casebook.journal.store.durable import write_whole

_RUN = r"Software\Microsoft\Windows\CurrentVersion\Run"
_APPROVED = r"Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run"
_ESCAPED = re.compile(r'(["`$\\])')
_DESKTOP_ESCAPES = {"s": " ", "n": "\n", "t": "\t", "r": "\r", "\\": "\\"}


@dataclass(frozen=True, slots=True)
class State:
    """What the system will do at the next login. `command` is what the entry there starts, empty for none."""

    on: bool
    where: str
    command: tuple[str, ...] = ()
    broken: bool = False
    """It is on, but the program that it names is not there any more."""


class Registry(Protocol):
    """The part of the Windows registry that is needed: values below the current user's key."""

    def get(self, key: str, name: str) -> str | bytes | None:
        """Return a value, None where there is none."""

    def set(self, key: str, name: str, value: str) -> None:
        """Write a text."""

    def drop(self, key: str, name: str) -> None:
        """Take a value away; nothing happens where there is none."""


class Autostart:
    """One entry for one casebook. `system` and `home` are this computer's unless a test says otherwise."""

    def __init__(
        self,
        command: Sequence[str],
        name: str = "casebook",
        *,
        system: str = sys.platform,
        home: Path | None = None,
        registry: Registry | None = None,
    ) -> None:
        self._command, self._name, self._system = tuple(command), name, system
        self._home, self._registry = home, registry

    def turn_on(self) -> State:
        """Have Casebook started at the next login, and return what is there then. Raises DiskTrouble."""
        if self._system == "win32":
            registry = self._reg()
            registry.set(_RUN, self._name, _windows_line(self._command))
            registry.drop(_APPROVED, self._name)  # what the task manager switched off is meant to be on again
        else:
            path = self._path()
            with disk_errors(path):
                path.parent.mkdir(parents=True, exist_ok=True)
                write_whole(path, self._plist() if self._system == "darwin" else self._entry())
        return self.state()

    def turn_off(self) -> State:
        """Take the entry away, and return what is there then. Raises DiskTrouble."""
        if self._system == "win32":
            self._reg().drop(_RUN, self._name)
        else:
            with disk_errors(self._path()):
                self._path().unlink(missing_ok=True)
        return self.state()

    def state(self) -> State:
        """Read back what the system would start. Raises DiskTrouble where it cannot be read."""
        if self._system == "win32":
            return self._windows_state()
        path = self._path()
        with disk_errors(path):
            content = path.read_bytes() if path.is_file() else b""
        read = _read_plist if self._system == "darwin" else _read_entry
        command, off = read(content)
        return _state(str(path), command, off=off)

    # -- Linux -------------------------------------------------------------------------------------------------------

    def _path(self) -> Path:
        home = self._home or Path.home()
        if self._system == "darwin":
            return home / "Library" / "LaunchAgents" / f"{self._name}.plist"
        config = Path(os.environ.get("XDG_CONFIG_HOME", "")) if self._home is None else Path()
        return (config if config.is_absolute() else home / ".config") / "autostart" / f"{self._name}.desktop"

    def _entry(self) -> bytes:
        line = " ".join(_quoted(word) for word in self._command)
        # A string of the file has escapes of its own, on top of those of the command line in it.
        line = line.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t").replace("\r", "\\r")
        lines = (
            "[Desktop Entry]",
            "Type=Application",
            "Version=1.0",
            "Name=Casebook",
            "Name[zh_CN]=Casebook 案件簿",
            "Comment=Reminds you of your follow-ups",
            "Comment[zh_CN]=提醒您处理待办",
            f"Exec={line}",
            "Icon=casebook",
            "Terminal=false",
            "X-GNOME-Autostart-enabled=true",
        )
        return ("\n".join(lines) + "\n").encode("utf-8", "surrogateescape")

    # -- macOS -------------------------------------------------------------------------------------------------------

    def _plist(self) -> bytes:
        return plistlib.dumps(
            {
                "Label": self._name,
                "ProgramArguments": list(self._command),
                "RunAtLoad": True,
                "ProcessType": "Interactive",
            }
        )

    # -- Windows -----------------------------------------------------------------------------------------------------

    def _reg(self) -> Registry:
        return self._registry or _UserRegistry()

    def _windows_state(self) -> State:
        registry = self._reg()
        line = registry.get(_RUN, self._name)
        approved = registry.get(_APPROVED, self._name)
        off = isinstance(approved, bytes) and bool(approved) and bool(approved[0] & 1)
        command = _split_windows(line) if isinstance(line, str) else ()
        return _state(rf"HKEY_CURRENT_USER\{_RUN}\{self._name}", command, off=off)


def own_command(book: Path | None) -> tuple[str, ...]:
    """Return what starts this Casebook's window in the background; `book` is a casebook that is not the usual one."""
    program = Path(sys.executable).with_name("casebook-window.exe" if sys.platform == "win32" else "casebook-window")
    start = (str(program),) if program.is_file() else (sys.executable, "-m", "casebook")
    return (*start, *(("--book", str(book.absolute())) if book is not None else ()), "--background")


def entry_name(book: Path | None) -> str:
    """Return the name of the entry: one for the usual casebook, one of its own for every other."""
    if book is None:
        return "casebook"
    return "casebook-" + hashlib.sha256(os.fsencode(book.absolute())).hexdigest()[:8]


def _state(where: str, command: tuple[str, ...], *, off: bool) -> State:
    on = bool(command) and not off
    return State(on, where, command, broken=on and not _is_there(command[0]))


def _is_there(program: str) -> bool:
    from shutil import which

    return Path(program).is_file() or which(program) is not None


def _quoted(word: str) -> str:
    """Return a word as the desktop entry specification wants it in Exec: quoted, with field codes switched off."""
    return '"' + _ESCAPED.sub(r"\\\1", word).replace("%", "%%") + '"'


def _read_entry(content: bytes) -> tuple[tuple[str, ...], bool]:
    """Return the command of a desktop entry and whether it is switched off."""
    values: dict[str, str] = {}
    group = ""
    for line in content.decode("utf-8", "surrogateescape").splitlines():
        if line.startswith("["):
            group = line.strip()
        elif group == "[Desktop Entry]" and "=" in line and not line.startswith("#"):
            key, _, value = line.partition("=")
            values.setdefault(key.strip(), value.strip())
    off = values.get("Hidden", "").lower() == "true" or values.get("X-GNOME-Autostart-enabled", "").lower() == "false"
    unescaped = re.sub(r"\\(.)", lambda m: _DESKTOP_ESCAPES.get(m[1], m[0]), values.get("Exec", ""))
    words = re.findall(r'"((?:[^"\\]|\\.)*)"|(\S+)', unescaped)
    command = (re.sub(r"\\(.)", r"\1", quoted) if quoted else bare for quoted, bare in words)
    return tuple(word.replace("%%", "%") for word in command), off


def _read_plist(content: bytes) -> tuple[tuple[str, ...], bool]:
    """Return the command of a launch agent and whether it is switched off."""
    try:
        found: Any = plistlib.loads(content) if content else {}
    except (plistlib.InvalidFileException, ValueError, OverflowError):
        found = {}
    if not isinstance(found, dict):
        return (), False
    words = found.get("ProgramArguments")
    off = bool(found.get("Disabled")) or not found.get("RunAtLoad")
    return tuple(str(word) for word in words) if isinstance(words, list) else (), off


def _windows_line(command: Sequence[str]) -> str:
    from subprocess import list2cmdline

    first, *rest = command
    return f'"{first}" {list2cmdline(rest)}'.strip()


def _split_windows(line: str) -> tuple[str, ...]:
    """Return the words of a command line as the C runtime of Windows reads them (paths in it end in no backslash)."""
    words = re.findall(r'"((?:[^"\\]|\\.|\\)*?)"(?=\s|$)|(\S+)', line)
    return tuple((quoted or bare).replace('\\"', '"') for quoted, bare in words)


class _UserRegistry:
    """The registry of this computer."""

    def get(self, key: str, name: str) -> str | bytes | None:
        import winreg

        try:
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, key) as found:  # type: ignore[attr-defined]
                value = winreg.QueryValueEx(found, name)[0]  # type: ignore[attr-defined]
        except FileNotFoundError:
            return None
        except OSError as error:
            raise DiskTrouble("the registry cannot be read: {why}", why=error) from error
        return value if isinstance(value, str | bytes) else None

    def set(self, key: str, name: str, value: str) -> None:
        import winreg

        try:
            with winreg.CreateKey(winreg.HKEY_CURRENT_USER, key) as made:  # type: ignore[attr-defined]
                winreg.SetValueEx(made, name, 0, winreg.REG_SZ, value)  # type: ignore[attr-defined]
        except OSError as error:
            raise DiskTrouble("the registry cannot be written: {why}", why=error) from error

    def drop(self, key: str, name: str) -> None:
        import winreg

        try:
            with winreg.OpenKey(  # type: ignore[attr-defined]
                winreg.HKEY_CURRENT_USER,  # type: ignore[attr-defined]
                key,
                0,
                winreg.KEY_SET_VALUE,  # type: ignore[attr-defined]
            ) as found:
                winreg.DeleteValue(found, name)  # type: ignore[attr-defined]
        except FileNotFoundError:
            return
        except OSError as error:
            raise DiskTrouble("the registry cannot be written: {why}", why=error) from error
