"""A casebook with something in it, and backups of it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from casebook.journal import Journal
from casebook.journal.backup import backups
from casebook.journal.backup.backups import Backup
from casebook.journal.records import Verdict
from casebook.journal.secrecy import keys
from tests.conftest import finished
from tests.journal.makers import log, picture

DATA = Path(__file__).parent.parent / "data"


@pytest.fixture
def filled(journal: Journal, case_id: int) -> Journal:
    """A casebook with three attachments."""
    for number in range(3):
        log(journal, case_id, f"Words {number}", attachments=[picture(f"{number}.png", os.urandom(5000 + number))])
    return journal


def make(journal: Journal, why: str = "", to: Path | None = None) -> Backup:
    return finished(journal.backups.make(why, to))


def proof(backup: Backup, key: keys.Key | None = None) -> Verdict:
    return finished(backups.check(backup, key))


def stored(root: Path) -> dict[str, int]:
    """Return the attachments in a folder of backups with the time they were written."""
    return {p.name: p.stat().st_mtime_ns for p in (root / "files").rglob("*") if p.is_file()}
