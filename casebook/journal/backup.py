"""A whole, checked copy of the database file, made before anything dares to change its shape."""

from __future__ import annotations

from pathlib import Path

from casebook.journal.database import disk_errors, raw_connection
from casebook.journal.errors import Damaged
from casebook.journal.keys import Key
from casebook.journal.seal import make_seal
from casebook.journal.times import Clock

FOLDER_NAME = "backups"


def copy_database(path: Path, clock: Clock, why: str, key: Key | None = None) -> Path:
    """Copy the database into `backups/`, open and check the copy, and return its path. Raises DiskTrouble, Damaged."""
    with disk_errors(path):
        folder = path.parent / FOLDER_NAME
        folder.mkdir(exist_ok=True)
        target = folder / f"{clock().strftime('%Y%m%d-%H%M%S-%f')}-{why}.db"
        try:
            with raw_connection(path, key) as connection:
                connection.execute("VACUUM INTO ?", (str(target),))
            with raw_connection(target, key) as connection:
                if connection.execute("PRAGMA quick_check").fetchone()[0] != "ok":
                    raise Damaged("the backup {path} could not be read back: nothing was changed", path=target)
            make_seal(target)
        except BaseException:
            target.unlink(missing_ok=True)
            raise
    return target
