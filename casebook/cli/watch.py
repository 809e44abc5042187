"""`casebook watch`: a folder whose mail is taken in as it appears."""

from __future__ import annotations

import time
from pathlib import Path

import click

from casebook.cli import output
from casebook.cli.progress import finish
from casebook.cli.session import Command, Session, pass_session
from casebook.journal.errors import NotFound
from casebook.mail.importer import ImportReport

_EVERY = 5.0
"""Seconds between two looks."""


@click.command(cls=Command)
@click.argument("folder", required=False, type=click.Path(path_type=Path))
@click.option("--once", is_flag=True, help="Take in what is complete now, and end.")
@click.option("--keep", is_flag=True, help="Have the window watch this folder, too.")
@click.option("--off", is_flag=True, help="Have the window watch no folder any more.")
@pass_session
def watch(session: Session, folder: Path | None, *, once: bool, keep: bool, off: bool) -> None:
    """Take in mail that appears in FOLDER, each file once, until stopped (Ctrl-C).

    Without FOLDER it is the one that the window watches. The files stay where they are.
    """
    from casebook.mail.watching import Watch, take_in

    if off and (folder is not None or once or keep):
        raise click.UsageError("--off stands alone")
    with session.journal() as journal:
        if off:
            journal.preferences.set(watch_folder="")
            session.answer({"watch_folder": ""}, ["no folder is watched any more"])
            return
        chosen = folder.absolute() if folder is not None else Path(journal.preferences.get().watch_folder or ".")
        if folder is None and not journal.preferences.get().watch_folder:
            raise click.UsageError("name a folder: none is watched yet")
        if not chosen.is_dir():
            raise NotFound("there is no folder {path}: check the name", path=chosen)
        if keep:
            journal.preferences.set(watch_folder=str(chosen))
        watched = Watch(chosen)
        while True:
            report, growing = finish(take_in(journal, watched))
            if report is not None:
                session.answer(_shape(report), _lines(report))
            if once and not growing:
                if report is None:
                    session.answer(_shape(None), ["nothing new in the folder"])
                return
            journal.release()
            try:
                time.sleep(_EVERY)
            except KeyboardInterrupt:
                session.note("stopped; what came in is kept")
                return


def _shape(report: ImportReport | None) -> dict[str, object]:
    if report is None:
        return {"new": 0, "known": 0, "filed": 0, "waiting": 0, "failed": []}
    failed = [{"source": failure.source, "reason": failure.reason} for failure in report.failed]
    counts = {"new": report.new, "known": report.known, "filed": report.filed, "waiting": report.waiting}
    return {**counts, "failed": failed}


def _lines(report: ImportReport) -> list[str]:
    lines = [f"{report.new} new, {report.known} known already, {len(report.failed)} failed"]
    if report.new:
        lines.append(f"{report.filed} filed, {report.waiting} waiting (casebook inbox list)")
    return lines + [output.one_line(f"{each.source}: {each.reason}", 200) for each in report.failed]
