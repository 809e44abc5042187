"""`casebook doctor`: versions, folders, free disk, the casebook's health, and whether the window can open."""

from __future__ import annotations

import os
import platform
import shutil
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

import click

from casebook import __version__, paths
from casebook.cli import output, unlocking
from casebook.cli.session import Command, Session, pass_session
from casebook.cli.system_check import missing_qt_packages
from casebook.journal import Journal
from casebook.journal.errors import CasebookError
from casebook.journal.secrecy import convert
from casebook.journal.secrecy.keys import is_encrypted
from casebook.journal.store.database import holds_casebook

_PACKAGES = ("PySide6_Essentials", "peewee", "sqlcipher3", "typst", "pillow", "holidays", "chardet", "click", "tzdata")


@click.command(cls=Command)
@click.pass_context
@pass_session
def doctor(session: Session, context: click.Context) -> None:
    """Report on this installation and on the casebook; changes nothing in it but what opening it does."""
    health, ill = _health(session)
    missing, screen = missing_qt_packages(), _has_screen()
    report: dict[str, Any] = {
        "ok": not ill,
        "version": __version__,
        "python": platform.python_version(),
        "system": platform.platform(),
        "packages": {name: _version(name) for name in _PACKAGES},
        "paths": {
            "casebook": str(session.book),
            "settings": str(paths.settings_file()),
            "logs": str(paths.logs()),
            "cache": str(paths.cache()),
            "resources": str(paths.resources()),
        },
        "free_bytes": _free(session.book),
        "zone": session.zone(),
        "guide_rules": len(session.guide().rules),
        "casebook": health,
        "window": {"ok": not missing and screen, "screen": screen, "missing_packages": list(missing)},
    }
    session.answer(report, _lines(report))
    if ill:
        context.exit(1)


def _health(session: Session) -> tuple[dict[str, str], bool]:
    """Return what the casebook says of itself, and whether something is wrong with it."""
    if not holds_casebook(session.book):
        return {"state": "none yet; the first firm you add, or the window, makes one"}, False
    protection = {"encrypted": "yes" if is_encrypted(session.book) else "no"}
    if plain := convert.plain_backups(session.book):
        protection["not encrypted"] = ", ".join(map(str, plain))
    try:
        key = unlocking.unlock_quietly(session.book, session.passphrase_file) if is_encrypted(session.book) else None
        if key is None and is_encrypted(session.book):
            return {"state": "locked: name its passphrase with --passphrase-file to look inside", **protection}, False
        with Journal.open(session.book, session.clock, key, keys=paths.keys()) as journal:
            health = journal.health()
    except CasebookError as error:
        return {"state": str(error), **protection}, True
    well = health.get("database") == "ok"
    return {"state": "ok" if well else "damaged: run 'casebook verify'", **protection, **health}, not well


def _lines(report: dict[str, Any]) -> list[str]:
    window = report["window"]
    if window["missing_packages"]:
        can = f"no: sudo apt install -y {' '.join(window['missing_packages'])}"
    else:
        can = "yes" if window["screen"] else "no screen here; the commands work without one"
    free = report["free_bytes"]
    return output.fields(
        [
            ("casebook", report["version"]),
            ("python", report["python"]),
            ("system", report["system"]),
            ("packages", "\n".join(f"{name} {number}" for name, number in report["packages"].items())),
            *((f"{name} in", path) for name, path in report["paths"].items()),
            ("free disk", f"{free / 1e9:.1f} GB" if free is not None else "not known"),
            ("time zone", report["zone"]),
            ("guide", f"{report['guide_rules']} rules"),
            ("health", "\n".join(f"{name}: {text}" for name, text in report["casebook"].items())),
            ("window", can),
        ]
    )


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "missing"


def _free(book: Path) -> int | None:
    """Return the free bytes on the disk that the casebook is or would be on, None where the system does not tell."""
    for folder in (book, *book.absolute().parents):
        if folder.exists():
            try:
                return shutil.disk_usage(folder).free
            except OSError:
                return None
    return None


def _has_screen() -> bool:
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return not sys.platform.startswith("linux") or any(os.environ.get(name) for name in named)
