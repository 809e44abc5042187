"""The seal: a small file beside the database that says what its bytes were when it was last closed.

SQLite notices a broken page, not a changed letter. The seal does: it is taken away before the first write and made
anew at a clean close, so a byte that changed in between was changed from outside.
"""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

SEAL_NAME = "casebook.seal"
_FORM = "sha256 {digest} bytes {size}\n"


def seal_path(database: Path) -> Path:
    """Return where the seal of a database lies."""
    return database.with_suffix(".seal")


def break_seal(database: Path) -> None:
    """Take the seal away, because the database is about to be written."""
    seal_path(database).unlink(missing_ok=True)


def make_seal(database: Path) -> None:
    """Write the seal of the database's present bytes. The caller holds the write lock and has emptied the log."""
    line = _FORM.format(digest=digest(database), size=database.stat().st_size)
    temporary = database.with_suffix(".seal.tmp")
    # The second line lets the seal vouch for itself: a flip in it must not be blamed on the database.
    temporary.write_text(line + f"# {hashlib.sha256(line.encode()).hexdigest()}\n", "ascii")
    os.replace(temporary, seal_path(database))


def check_seal(database: Path) -> tuple[str, str]:
    """Return (what is wrong, file name), both empty when the seal holds or there is none.

    There is none while a program has the casebook open and has written to it, and after a crash.
    """
    path = seal_path(database)
    try:
        text = path.read_bytes().decode("latin-1")
    except FileNotFoundError:
        return "", ""
    line, _, check = text.partition("\n")
    line += "\n"
    if check != f"# {hashlib.sha256(line.encode('latin-1')).hexdigest()}\n":
        return "bytes changed", path.name
    if line != _FORM.format(digest=digest(database), size=database.stat().st_size):
        return "bytes changed since Casebook closed it", database.name
    return "", ""


def digest(path: Path) -> str:
    """Return the SHA-256 of a file's bytes, in hex."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
