"""Which backups are kept: the last ones, one a day for a while, one a month for ever."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from casebook.journal.backup.backup_form import Backup
from casebook.journal.preferences import Preferences


def superfluous(backups: Sequence[Backup], rules: Preferences, now: datetime) -> list[Backup]:
    """Return those that no rule keeps, newest first. The newest good one is always kept.

    One that is not good is kept for the days that have a backup each, and never in the place of a good one; so is one
    that was made for a reason, such as an upgrade.
    """
    newest_first = sorted(backups, key=lambda b: (b.made_at, b.name), reverse=True)
    good = [b for b in newest_first if b.ok]
    recent = now - timedelta(days=rules.keep_daily_days)
    kept = {b.path for b in good[: max(1, rules.keep_last)]}
    kept |= {b.path for b in _newest_of(good, "%Y-%m-%d") if b.made_at >= recent}
    if rules.keep_monthly:
        kept |= {b.path for b in _newest_of(good, "%Y-%m")}
    kept |= {b.path for b in newest_first if (b.why or not b.ok) and b.made_at >= recent}
    if not good:
        kept |= {b.path for b in newest_first}  # bad ones are better than none
    return [b for b in newest_first if b.path not in kept]


def _newest_of(newest_first: Sequence[Backup], period: str) -> list[Backup]:
    """Return the newest backup of each day or month (UTC, so that a journey makes no difference)."""
    first: dict[str, Backup] = {}
    for backup in newest_first:
        first.setdefault(backup.made_at.strftime(period), backup)
    return list(first.values())
