"""How this casebook is kept: the choices that travel with it, and that window and command line must agree on."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields, replace

from casebook.journal.core import Core
from casebook.journal.errors import BadInput
from casebook.journal.store.database import one

_META_KEY = "preferences"
_WATCHED_KEY = "watched"
_MOST_WATCHED = 20_000


@dataclass(frozen=True, slots=True)
class Preferences:
    """The choices, each with what holds until the user chooses otherwise."""

    grace_minutes: int = 15
    """How long after it was written down a contact can be put right without an amendment."""
    lock_after_minutes: int = 10
    """After how long without a key or click the window locks an encrypted casebook; 0 = never."""
    backup_folder: str = ""
    """Where backups go; empty = the casebook's own `backups/`."""
    backup_on_close: bool = True
    backup_daily: bool = True
    keep_last: int = 10
    """How many of the newest backups are kept."""
    keep_daily_days: int = 30
    """For how many days back one backup a day is kept."""
    keep_monthly: bool = True
    """Whether one backup a month is kept for ever."""
    bin_days: int = 30
    """For how long what was deleted can be put back."""
    watch_folder: str = ""
    """Mail that appears in this folder is taken in while the casebook is open; empty = none."""
    calendar_file: str = ""
    """The calendar file that is kept up to date with the follow-ups; empty = none."""
    calendar_quiet: bool = False
    """Whether that file names only the case's number, and no words."""
    calendar_language: str = "en"


class PreferencesRoom:
    """Reads and changes them; a change leaves a ledger entry."""

    def __init__(self, core: Core) -> None:
        self._core = core

    def get(self) -> Preferences:
        """Return the present choices; what is missing or of the wrong kind keeps its default."""
        found = one(self._core.database, "SELECT value FROM meta WHERE key = ?", (_META_KEY,))
        try:
            kept = json.loads(found[0]) if found else {}
        except ValueError:
            kept = {}
        usual = Preferences()
        known = {f.name: type(getattr(usual, f.name)) for f in fields(Preferences)}
        return replace(
            usual, **{name: value for name, value in dict(kept).items() if type(value) is known.get(name, object)}
        )

    def set(self, **changed: int | bool | str) -> Preferences:
        """Change some choices and return them all. Raises BadInput for a number that makes no sense."""
        with self._core.write():
            before = self.get()
            chosen = replace(before, **changed)  # type: ignore[arg-type]
            for name, value in asdict(chosen).items():
                if isinstance(value, int) and not 0 <= value <= 100_000:
                    raise BadInput(
                        "{value} is not possible for '{name}': give a number from 0 up", value=value, name=name
                    )
            if chosen == before:
                return before
            self._core.database.execute_sql(
                "INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                (_META_KEY, json.dumps(asdict(chosen), sort_keys=True)),
            )
            self._core.ledger.append(self._core.clock(), "preferences.changed", "preferences:1", None, asdict(chosen))
            return chosen

    def watched(self) -> frozenset[str]:
        """Return the marks of the files of the watch folder that were taken in."""
        found = one(self._core.database, "SELECT value FROM meta WHERE key = ?", (_WATCHED_KEY,))
        try:
            kept = json.loads(found[0]) if found else []
        except ValueError:
            kept = []
        return frozenset(str(each) for each in kept)

    def note_watched(self, marks: Iterable[str]) -> None:
        """Remember the marks of files that were taken in. It is no record: it only saves reading them again."""
        kept = sorted(marks)[:_MOST_WATCHED]
        with self._core.write():
            self._core.database.execute_sql(
                "INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                (_WATCHED_KEY, json.dumps(kept)),
            )
