"""What was purged is taken out of other files as well: logs are blotted, copies that were opened are deleted."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from casebook.journal.backup.backup_form import FOLDER_NAME as BACKUPS
from casebook.journal.store.files import FOLDER_NAME as FILES

if TYPE_CHECKING:
    from casebook.journal.removal.secret import Secret

_CHUNK = 1 << 20
_TEXTS = frozenset({".log", ".json"})


def clean(places: Sequence[Path], secret: Secret | None, hashes: Collection[str]) -> list[Path]:
    """Take a secret, and files with these SHA-256, out of files and folders; return the files that held any.

    What cannot be read or changed is passed over: it is not the casebook's own.
    """
    found = []
    for path in _all(places):
        with suppress(OSError):
            if _holds(path, secret, hashes):
                _take_out(path, secret)
                found.append(path)
    return found


def strays(database: Path, secret: Secret) -> list[Path]:
    """Return the files in the casebook's folder that hold a secret and that no casebook has there: copies of it."""
    known = {database.name + end for end in ("", "-wal", "-shm")}
    found = []
    for path in _all([database.parent]):
        inside = path.relative_to(database.parent).parts
        if inside[0] not in {FILES, BACKUPS} and path.name not in known:
            with suppress(OSError):
                if _holds(path, secret, ()):
                    found.append(path)
    return found


def _all(places: Sequence[Path]) -> Iterator[Path]:
    for place in places:
        for path in sorted(place.rglob("*")) if place.is_dir() else (place,):
            if path.is_file() and not path.is_symlink():
                yield path


def _holds(path: Path, secret: Secret | None, hashes: Collection[str]) -> bool:
    if secret is not None and secret.in_text(path.name):
        return True
    digest = hashlib.sha256()

    def chunks() -> Iterator[bytes]:
        with path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                digest.update(chunk)
                yield chunk

    if secret is not None:
        if secret.in_file(chunks()):
            return True
    else:
        for _chunk in chunks():
            pass
    return digest.hexdigest() in hashes


def _take_out(path: Path, secret: Secret | None) -> None:
    """Blot a text in place, for a program may be writing on in it; delete anything else."""
    if secret is not None and _TEXTS & set(path.suffixes) and not secret.in_text(path.name):
        content = secret.out_of_bytes(path.read_bytes())
        if not secret.in_bytes(content):
            with path.open("r+b") as file:
                file.write(content)
                file.truncate()
            return
    path.unlink()
