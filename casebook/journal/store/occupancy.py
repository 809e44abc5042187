"""Who has a casebook open: programs share it, and work that replaces its files has it alone.

The hold is the system's own lock on the folder, so it is free again the moment a program ends, however it ends.
"""

from __future__ import annotations

import errno
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from casebook.journal.errors import Busy
from casebook.journal.store.database_name import DATABASE_NAME

LOCK_NAME = "casebook.lock"
"""The file that is locked where a folder cannot be (Windows)."""
_PATIENCE = 1.0
"""Seconds that are waited for a command or a vacuum that is about to end anyway."""
_STEP = 0.02
_NO_LOCKS = frozenset({errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOSYS, errno.EINVAL})
"""What a file system says that knows no locks: then there is nothing to hold, and SQLite's own must do."""


class Occupancy:
    """A hold on a casebook's folder. Made by `share` and `alone`."""

    def __init__(self, folder: Path, handle: int, *, alone: bool = False) -> None:
        self.folder = folder
        self._handle: int | None = handle
        self._alone = alone

    @contextmanager
    def alone(self, patience: float = _PATIENCE) -> Iterator[None]:
        """Turn a shared hold into one of its own for a while. Raises Busy when another program has the casebook open.

        Only where files are changed in place (a vacuum): a program that waits can still open it afterwards.
        """
        if self._alone:
            yield
            return
        if self._handle is None or not _take(self._handle, alone=True, patience=patience):
            self._return()
            raise _open_elsewhere(self.folder)
        self._alone = True
        try:
            yield
        finally:
            self._alone = False
            self._return()

    def release(self) -> None:
        """Let go; a second time does nothing."""
        if self._handle is not None:
            handle, self._handle = self._handle, None
            _free(handle)
            os.close(handle)

    def _return(self) -> None:
        # Changing a lock gives it up for an instant. Who used that instant to replace the files has them now.
        before = _identity(self.folder)
        if self._handle is not None and not _take(self._handle, alone=False, patience=_PATIENCE):
            self.release()
            raise _at_work(self.folder)
        if _identity(self.folder) != before:
            raise _at_work(self.folder)


def share(folder: Path, patience: float = _PATIENCE) -> Occupancy:
    """Hold a casebook open together with others. Raises Busy while another program replaces its files, OSError."""
    return _held(folder, alone=False, patience=patience)


@contextmanager
def alone(folder: Path, patience: float = _PATIENCE) -> Iterator[Occupancy]:
    """Hold a casebook that is closed here, so that nobody opens it. Raises Busy when anybody has it open, OSError.

    To open the journal meanwhile, pass what this yields: `Journal.open(folder, clock, key, held)`.
    """
    held = _held(folder, alone=True, patience=patience)
    try:
        yield held
    finally:
        held.release()


def _held(folder: Path, *, alone: bool, patience: float) -> Occupancy:
    handle = _handle(folder)
    try:
        if not _take(handle, alone=alone, patience=patience):
            raise _open_elsewhere(folder) if alone else _at_work(folder)
    except BaseException:
        os.close(handle)
        raise
    return Occupancy(folder, handle, alone=alone)


def _take(handle: int, *, alone: bool, patience: float) -> bool:
    until = time.monotonic() + patience
    while not _try(handle, alone=alone):
        if time.monotonic() >= until:
            return False
        time.sleep(_STEP)
    return True


def _identity(folder: Path) -> tuple[int, int]:
    with suppress(OSError):
        found = (folder / DATABASE_NAME).stat()
        return found.st_dev, found.st_ino
    return 0, 0


def _open_elsewhere(folder: Path) -> Busy:
    return Busy(
        "the casebook in {folder} is open in another program: close its window or wait for the command, then try again",
        folder=folder,
    )


def _at_work(folder: Path) -> Busy:
    return Busy(
        "another program is rewriting the casebook in {folder}: wait until it is done, then open it again",
        folder=folder,
    )


if sys.platform == "win32":
    import ctypes
    import msvcrt
    from ctypes import wintypes

    _AT_ONCE, _ALONE, _BYTES = 1, 2, 1

    class _Overlapped(ctypes.Structure):
        _fields_ = (
            ("Internal", ctypes.c_void_p),
            ("InternalHigh", ctypes.c_void_p),
            ("Offset", wintypes.DWORD),
            ("OffsetHigh", wintypes.DWORD),
            ("hEvent", wintypes.HANDLE),
        )

    def _handle(folder: Path) -> int:
        return os.open(folder / LOCK_NAME, os.O_RDWR | os.O_CREAT)

    def _try(handle: int, *, alone: bool) -> bool:
        _free(handle)  # a lock cannot be changed there, only given up and taken anew
        system = ctypes.WinDLL("kernel32", use_last_error=True)
        how = _AT_ONCE | (_ALONE if alone else 0)
        where = wintypes.HANDLE(msvcrt.get_osfhandle(handle))
        return bool(system.LockFileEx(where, how, 0, _BYTES, 0, ctypes.byref(_Overlapped())))

    def _free(handle: int) -> None:
        system = ctypes.WinDLL("kernel32", use_last_error=True)
        where = wintypes.HANDLE(msvcrt.get_osfhandle(handle))
        system.UnlockFileEx(where, 0, _BYTES, 0, ctypes.byref(_Overlapped()))

else:
    import fcntl

    def _handle(folder: Path) -> int:
        return os.open(folder, os.O_RDONLY)  # the folder itself: also a read-only medium can be held

    def _try(handle: int, *, alone: bool) -> bool:
        try:
            fcntl.flock(handle, (fcntl.LOCK_EX if alone else fcntl.LOCK_SH) | fcntl.LOCK_NB)
        except OSError as error:
            if error.errno in {errno.EWOULDBLOCK, errno.EACCES}:
                return False
            if error.errno not in _NO_LOCKS:
                raise
        return True

    def _free(handle: int) -> None:
        # Said aloud: a forked child has a copy of the handle, which would keep the lock when this one is closed.
        with suppress(OSError):
            fcntl.flock(handle, fcntl.LOCK_UN)
