"""The look at a casebook that was not closed, before it is used again; and the way back where it is damaged."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext, suppress
from pathlib import Path

from casebook.journal.backup import backup_form, restore
from casebook.journal.backup.backups import Backup, newest_good
from casebook.journal.errors import Busy, CasebookError, Damaged, NotACasebook
from casebook.journal.secrecy.keys import Key
from casebook.journal.store.database import pending_log, raw_connection
from casebook.journal.store.database_name import DATABASE_NAME
from casebook.journal.store.occupancy import Occupancy
from casebook.journal.store.seal import seal_path
from casebook.journal.transfer import dump


def check_unclean(folder: Path, key: Key | None, hold: Occupancy | None) -> None:
    """Check every page of a database whose last program was stopped in the middle. Raises Damaged, DiskTrouble.

    Where another program has the casebook open, nothing was stopped: that one is in the middle of its work. Without a
    `hold` the caller has it alone.
    """
    path = folder / DATABASE_NAME
    logged = pending_log(path)
    if seal_path(path).exists() and not logged:
        return
    # The last writing connection to close brings the log into the file; a damaged one is left as it is.
    with (
        suppress(Busy),
        hold.alone(patience=0) if hold else nullcontext(),
        raw_connection(path, key, read_only=logged) as connection,
    ):
        found = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
        if found != "ok":
            raise Damaged("{path} is damaged ({reason})", path=path, reason=found)


@contextmanager
def naming_backup(folder: Path) -> Iterator[None]:
    """Let the words about a damaged casebook name the newest backup that is good, where there is one.

    The error's values say when it was made (`when`) and where it lies (`backup`).
    """
    try:
        yield
    except (Damaged, NotACasebook) as error:
        best = None
        with suppress(CasebookError, OSError):
            best = newest_good(folder)
        if best is None:
            raise
        raise Damaged(
            "{path} is damaged: 'casebook restore --replace' brings back the backup of {when}, and keeps the damaged "
            "file beside it",
            path=folder / DATABASE_NAME,
            when=_when(best),
            backup=best.path,
        ) from error


def clear_stopped(folder: Path) -> None:
    """Delete what killed work has left, in the casebook and with its backups."""
    restore.sweep_stopped(folder)
    dump.sweep_stopped(folder)
    backup_form.sweep_stopped(folder)


def refuse_lost(folder: Path) -> None:
    """Say so where the database is gone and its backups are there: no new casebook may hide that. Raises Damaged."""
    if best := newest_good(folder):
        raise Damaged(
            "{path} is gone: 'casebook restore' brings back the backup of {when}",
            path=folder / DATABASE_NAME,
            when=_when(best),
            backup=best.path,
        )


def _when(backup: Backup) -> str:
    return f"{backup.made_at.astimezone():%Y-%m-%d %H:%M}"
