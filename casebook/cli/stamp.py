"""`casebook stamp`: dossiers whose time stamp has not come yet, and asking for it again."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from casebook.cli import output
from casebook.cli.options import RECORD_NUMBER
from casebook.cli.progress import finish
from casebook.cli.session import Command, Session, pass_session
from casebook.journal.outgoing import Export


@click.command(cls=Command)
@click.option("--now", is_flag=True, help="Ask the services again, each for the packs that are still there.")
@click.option(
    "--give-up", type=RECORD_NUMBER, metavar="EXPORT", help="Wait no longer for one; numbers are in the list."
)
@click.pass_context
@pass_session
def stamp(session: Session, context: click.Context, *, now: bool, give_up: int | None) -> None:
    """List the dossiers that wait for a time stamp; with --now ask for it again, exit code 1 where one still waits.

    A service is sent the hash of the manifest, nothing else, and only with --now. The token is put into the pack.
    """
    from casebook.dossier.proof import waiting

    if now and give_up is not None:
        raise click.UsageError("--now and --give-up cannot go together", context)
    with session.journal() as journal:
        if give_up is not None:
            waiting.give_up(journal, give_up)
            session.answer({"export": give_up, "stamp": ""}, [f"export {give_up} waits no longer for a time stamp"])
            return
        if now:
            tried = finish(waiting.try_again(journal))
            found = [(one.export, one.pack, one.said or "stamped") for one in tried]
        else:
            kept = list(waiting.all_waiting(journal))
            found = [(export, one.pack if one else None, "waiting") for export, _, one in kept]
    shape = [_shape(*one) for one in found]
    session.answer(shape, output.table([_row(*one) for one in found], empty="no dossier waits for a time stamp"))
    if now and any(one["state"] != "stamped" for one in shape):
        context.exit(1)


def _shape(export: Export, pack: Path | None, state: str) -> dict[str, Any]:
    problem = "" if state in {"waiting", "stamped"} else state
    return {
        "export": export.id,
        "case": f"C-{export.case_id}",
        "name": export.name,
        "path": str(pack) if pack else None,
        "host": export.stamp_host,
        "state": "waiting" if problem else state,
        "problem": problem,
    }


def _row(export: Export, pack: Path | None, state: str) -> tuple[str, ...]:
    return str(export.id), f"C-{export.case_id}", export.stamp_host, str(pack or export.name), state
