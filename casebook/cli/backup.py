"""`casebook backup`, `backup-rules` and `restore`: copies that are proven, and the way back from them."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from casebook.cli import output
from casebook.cli.progress import finish
from casebook.cli.session import Command, Session, pass_session
from casebook.journal import Journal, Progress
from casebook.journal.backup import backups
from casebook.journal.backup.backups import Backup
from casebook.journal.errors import NotFound
from casebook.journal.preferences import Preferences

_RULES = ("backup_folder", "backup_on_close", "backup_daily", "keep_last", "keep_daily_days", "keep_monthly")


@click.command(cls=Command)
@click.argument("names", nargs=-1, metavar="[BACKUP]...")
@click.option("--to", type=click.Path(path_type=Path), metavar="DIR", help="Put this one into another folder.")
@click.option("--list", "only_list", is_flag=True, help="List the backups there are.")
@click.option("--check", "only_check", is_flag=True, help="Check those named, or all, from the first byte to the last.")
@click.pass_context
@pass_session
def backup(
    session: Session,
    context: click.Context,
    names: tuple[str, ...],
    *,
    to: Path | None,
    only_list: bool,
    only_check: bool,
) -> None:
    """Make a backup of the casebook, open it and check it; older ones are thinned out as 'backup-rules' says.

    Nothing is made when nothing changed since the last one. Attachments are copied once for all backups.
    """
    if only_list + only_check + (to is not None) > 1 or (names and not only_check):
        raise click.UsageError("choose one: --to DIR, --list, or --check [BACKUP]...", context)
    # Listing and checking do not need the casebook: it may be the one that is damaged.
    if only_list:
        found = backups.find(session.book)
        session.answer([_shape(b) for b in found], output.table([_row(session, b) for b in found], empty="no backups"))
    elif only_check:
        _check(session, context, [_find(session.book, name) for name in names] or backups.find(session.book))
    else:
        _make(session, context, to)


@click.command("backup-rules", cls=Command)
@click.option("--folder", type=click.Path(path_type=Path), metavar="DIR", help="Where backups go from now on.")
@click.option("--own-folder", is_flag=True, help="Backups go into the casebook's own folder again.")
@click.option("--on-close/--no-on-close", "backup_on_close", default=None, help="Back up when the window is closed.")
@click.option("--daily/--no-daily", "backup_daily", default=None, help="Back up daily while the window is open.")
@click.option("--keep-last", type=click.IntRange(1), metavar="N", help="How many of the newest are kept.")
@click.option("--keep-daily-days", type=click.IntRange(0), metavar="N", help="For how many days one a day is kept.")
@click.option("--keep-monthly/--no-keep-monthly", default=None, help="Keep one a month for ever.")
@click.pass_context
@pass_session
def backup_rules(
    session: Session, context: click.Context, /, *, folder: Path | None, own_folder: bool, **chosen: bool | int | None
) -> None:
    """Show or change where backups go, when they are made, and which are kept."""
    if folder is not None and own_folder:
        raise click.UsageError("choose one: --folder DIR or --own-folder", context)
    with session.journal() as journal:
        with journal.transaction():
            if folder is not None or own_folder:
                journal.backups.choose(folder)
            if changed := {name: value for name, value in chosen.items() if value is not None}:
                journal.preferences.set(**changed)
        rules = journal.preferences.get()
        session.answer({name: getattr(rules, name) for name in _RULES}, _rule_lines(rules, journal))


@click.command(cls=Command)
@click.argument("name", required=False, metavar="[BACKUP]")
@click.option("--to", type=click.Path(path_type=Path), metavar="DIR", help="Restore to another folder.")
@click.option("--replace", is_flag=True, help="Take the place of the casebook, which is kept as casebook.db.damaged.")
@click.option("--anyway", is_flag=True, help="Also where the backup is not whole; what is missing is said.")
@click.pass_context
@pass_session
def restore(
    session: Session, context: click.Context, name: str | None, *, to: Path | None, replace: bool, anyway: bool
) -> None:
    """Restore a backup: its name in 'backup --list' or its folder; left out, the newest that is good.

    A casebook that is there is never written over.
    """
    if to is not None and replace:
        raise click.UsageError("choose one: --to DIR or --replace", context)
    chosen = _find(session.book, name)
    folder = to or session.book
    key = session.key(chosen.path)
    done = finish(backups.restore(chosen.path, folder, session.clock, replace=replace, key=key, anyway=anyway))
    if done.own_backups:
        session.note("backups of the restored casebook go into its own folder; 'backup-rules --folder' chooses another")
    for fault in done.faults:
        session.note(f"{fault.where}: {fault.what}")
    shape = {
        "casebook": str(done.folder),
        "backup": _shape(chosen),
        "kept": str(done.aside) if done.aside else None,
        "faults": [asdict(fault) for fault in done.faults],
        "own_backups": done.own_backups,
    }
    lines = [f"restored {chosen.name} with {_amount(chosen)} to {done.folder}"]
    if done.aside:
        lines.append(f"kept what was there as {done.aside}")
    session.answer(shape, lines)


def _make(session: Session, context: click.Context, to: Path | None) -> None:
    with session.journal() as journal:
        made, new = finish(_new(journal, to))
    lines = [f"backed up to {made.path}: {_amount(made)}, opened and checked"]
    if not new:
        lines = [f"nothing changed since the backup of {_when(session, made)}: {made.path}"]
    elif not made.ok:
        lines = [f"backed up to {made.path}: {_amount(made)}; not as recorded:"]
        lines += [f"  {fault}" for fault in made.faults]
    session.answer({**_shape(made), "new": new}, lines)
    if not made.ok:
        context.exit(1)


def _new(journal: Journal, to: Path | None) -> Generator[Progress, None, tuple[Backup, bool]]:
    """Make a backup; return it, and whether it was not there before."""
    before = {b.path for b in journal.backups.list()}
    made = yield from journal.backups.make(to=to)
    return made, made.path not in before


def _check(session: Session, context: click.Context, chosen: list[Backup]) -> None:
    keys = {b.root: session.key(b.path) for b in chosen if b.encrypted}
    results = [(b, finish(backups.check(b, keys.get(b.root), session.clock))) for b in chosen]
    lines: list[str] = []
    for made, verdict in results:
        lines += [f"{made.name} {fault.where}: {fault.what}" for fault in verdict.faults]
        lines.append(f"{made.name}: {'ok' if verdict.ok else 'not whole'}, {verdict.checked} checked")
    shape = [
        {"path": str(b.path), "ok": v.ok, "checked": v.checked, "faults": [asdict(f) for f in v.faults]}
        for b, v in results
    ]
    session.answer(shape, lines or ["no backups"])
    if any(not verdict.ok for _, verdict in results):
        context.exit(1)


def _find(book: Path, name: str | None) -> Backup:
    """Return the backup that is meant. Raises NotFound."""
    if name is None:
        if (best := backups.newest_good(book)) is None:
            raise NotFound("there is no good backup of {folder}: name the folder of one", folder=book)
        return best
    known = {b.name: b for b in backups.find(book)}
    found = known.get(name) or backups.read(Path(name).absolute())
    if found is None:
        raise NotFound("there is no backup in {path}: see 'casebook backup --list'", path=name)
    return found


def _shape(made: Backup) -> dict[str, Any]:
    return {
        "path": str(made.path),
        "made_at": made.made_at.isoformat(timespec="seconds"),
        "why": made.why,
        "entries": made.entries,
        "head": made.head,
        "bytes": made.size,
        "files": made.files,
        "encrypted": made.encrypted,
        "complete": made.complete,
        "checked_at": made.checked_at.isoformat(timespec="seconds") if made.checked_at else None,
        "ok": made.ok,
        "faults": list(made.faults),
    }


def _row(session: Session, made: Backup) -> tuple[str, ...]:
    checked = output.instant(made.checked_at, session.zone())
    state = f"opened and checked on {checked}" if made.ok else f"not whole: {'; '.join(made.faults[:1])}"
    return made.name, _amount(made), state, "" if made.complete else "database only", str(made.root)


def _amount(made: Backup) -> str:
    entries = "1 ledger entry" if made.entries == 1 else f"{made.entries} ledger entries"
    files = "1 file" if made.files == 1 else f"{made.files} files"
    return f"{entries}, {files}, {made.size / 1e6:.1f} MB"


def _when(session: Session, made: Backup) -> str:
    return output.instant(made.made_at, session.zone())


def _rule_lines(rules: Preferences, journal: Journal) -> list[str]:
    yes = {True: "yes", False: "no"}
    return output.fields(
        [
            ("backups go to", rules.backup_folder or str(journal.folder / backups.FOLDER_NAME)),
            ("on close", yes[rules.backup_on_close]),
            ("daily", yes[rules.backup_daily]),
            ("kept", f"the last {rules.keep_last}"),
            ("one a day", f"for {rules.keep_daily_days} days"),
            ("one a month", "for ever" if rules.keep_monthly else "no"),
        ]
    )
