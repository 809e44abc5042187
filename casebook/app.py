"""The composition root: builds the objects, joins them, owns start and stop."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Generator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from casebook import paths
from casebook.settings import Settings

if TYPE_CHECKING:  # loaded after the first paint
    from casebook.journal import Journal, Progress
    from casebook.journal.secrecy.keys import Key


def main(arguments: Sequence[str]) -> int:
    """Open the window, or run the command that `arguments` name; return the exit code."""
    wanted = window_arguments(arguments)
    if wanted is not None:
        return open_window(*wanted, background="--background" in arguments)
    from casebook.cli.main import run

    return run(arguments, open_window=open_window, open_form=open_form)


def window_arguments(arguments: Sequence[str]) -> tuple[Path, list[Path]] | None:
    """Return (casebook folder, files to open) when the arguments ask for the window, else None.

    `[--book DIR] [--background] [FILE…]` is the window; the files are mails that a desktop hands over. Anything else
    is a command.
    """
    book, files = paths.default_casebook(), list[Path]()
    left = list(arguments)
    while left:
        word = left.pop(0)
        if word == "--book" and left:
            book = Path(left.pop(0))
        elif word.startswith("--book="):
            book = Path(word.removeprefix("--book="))
        elif word == "--background":
            continue
        elif not word.startswith("-") and os.sep in word and Path(word).is_file():
            files.append(Path(word))
        else:
            return None
    return book, files


def open_form(book: Path, case: str) -> int:
    """Open the quick form on a case as it was typed, or on the last one; in the window that is open if there is."""
    return open_window(book, [], log=case)


def open_window(book: Path, files: Sequence[Path], *, background: bool = False, log: str | None = None) -> int:
    """Open the window on a casebook folder and return the exit code when it is closed.

    `background` begins in the tray, or minimised where there is none: a start at login is in nobody's way. `log` is for
    the quick form alone.
    Where Qt cannot run, it says in one line what is missing instead of letting Qt abort the process.
    """
    from casebook.cli.system_check import missing_qt_packages

    if missing := missing_qt_packages():
        return _refused(f"the window needs packages of this system: sudo apt install -y {' '.join(missing)}")
    if not _has_screen():
        return _refused("there is no screen here: run it on a desktop, or see 'casebook --help' for the commands")
    gc.disable()  # until the window is on the screen: of what is loaded for it nothing can be collected
    from casebook.gui.application import run

    def open_journal(folder: Path, key: Key | None) -> Journal:
        from casebook.journal.journal import Journal
        from casebook.journal.store.database import holds_casebook

        return (Journal.open if holds_casebook(folder) else Journal.create)(folder, key=key, keys=paths.keys())

    def make_sample(folder: Path) -> Generator[Progress, None, Path]:
        from casebook.cli.demo import sample

        return sample(folder)

    settings_path = paths.settings_file()
    return run(
        book,
        open_journal,
        Settings.load(settings_path),
        settings_path,
        paths.logs(),
        files,
        paths.choose_casebook if book == paths.default_casebook() else None,
        background=background,
        make_sample=make_sample,
        log=log,
    )


def _has_screen() -> bool:
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return not sys.platform.startswith("linux") or any(os.environ.get(name) for name in named)


def _refused(message: str) -> int:
    sys.stderr.write(f"casebook: {message}\n")
    return 1
