"""`casebook demo`: a sample casebook, made by the same calls a user makes, and the dossier of one of its cases."""

from __future__ import annotations

import shutil
from collections.abc import Generator
from pathlib import Path
from typing import Any

import click

from casebook import paths
from casebook.cli import output
from casebook.cli.demo_cases import case_by_case, make_cases
from casebook.cli.progress import finish
from casebook.cli.session import Command, Session, pass_session
from casebook.journal import Journal, Progress
from casebook.journal.errors import BadInput
from casebook.journal.times import system_zone

_BOOK, _DOSSIER = "casebook", "C-1-dossier"


@click.command(cls=Command)
@click.argument("folder", type=click.Path(path_type=Path), metavar="DIR")
@pass_session
def demo(session: Session, folder: Path) -> None:
    """Make a sample casebook and a dossier in DIR, a new or empty folder; needs no screen."""
    from casebook.dossier import export

    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise BadInput("{folder} is not empty: name a new folder for the sample", folder=folder)
    was_there = folder.exists()
    folder.mkdir(parents=True, exist_ok=True)
    try:
        with Journal.create(folder / _BOOK, session.clock, keys=paths.keys()) as journal:
            make_cases(journal, session.guide(), session.clock(), session.zone())
            dossier = finish(export.run(journal, 1, folder / _DOSSIER))
            made = _count(journal, session)
    except BaseException:
        _take_back(folder, keep=was_there)
        raise
    shape = {"casebook": str(folder / _BOOK), "dossier": str(dossier), **made}
    session.answer(shape, _lines(shape))


def sample(folder: Path) -> Generator[Progress, None, Path]:
    """Make the sample casebook in a new folder, for the window; one that is stopped half-way leaves nothing."""
    from casebook.guide import Guide

    whole = False
    try:
        with Journal.create(folder, keys=paths.keys()) as journal:
            guide = Guide.load(paths.resources() / "guides")
            yield from case_by_case(journal, guide, journal.clock(), system_zone())
        whole = True
    finally:
        if not whole:
            shutil.rmtree(folder, ignore_errors=True)
    return folder


def _take_back(folder: Path, *, keep: bool) -> None:
    """Remove what a failed or stopped demo left; the folder itself stays if it was there before."""
    for path in list(folder.iterdir()):
        shutil.rmtree(path, ignore_errors=True)
    if not keep:
        folder.rmdir()


def _count(journal: Journal, session: Session) -> dict[str, Any]:
    cases = sorted(journal.cases.rows(), key=lambda row: row.id)
    now, zone = session.clock(), session.zone()
    return {
        "firms": [firm.name for firm in journal.firms.all()],
        "cases": [
            {
                "case": f"C-{row.id}",
                "title": row.title,
                "firm": row.firm,
                "contacts": row.contacts,
                "exhibits": len(journal.exhibits.of_case(row.id)),
                "promises": [f"{p.state}: {p.text}" for p in journal.promises.of_case(row.id)],
                "follow_ups": [
                    {
                        "id": u.id,
                        "due": output.instant(u.due.utc, zone),
                        "overdue": u.due.utc < now,
                        "reason": u.reason,
                    }
                    for u in journal.follow_ups.of_case(row.id)
                ],
            }
            for row in cases
        ],
    }


def _lines(shape: dict[str, Any]) -> list[str]:
    book, dossier = shape["casebook"], shape["dossier"]
    lines = [f"made a sample casebook in {book}: {' and '.join(shape['firms'])}", ""]
    for case in shape["cases"]:
        lines.append(f"{case['case']}  {case['title']}  ({case['firm']})")
        lines.append(f"     {case['contacts']} contacts, {case['exhibits']} exhibits")
        lines += [f"     promise {promise}" for promise in case["promises"]]
        for item in case["follow_ups"]:
            state = "overdue since" if item["overdue"] else "due"
            lines.append(f"     follow-up {item['id']}, {state} {item['due']}: {item['reason']}")
    lines += ["", f"wrote the dossier of C-1 to {dossier}", ""]
    quoted = [f'"{path}"' if " " in path else path for path in (book, dossier)]
    return lines + output.table(
        [
            ("next:", f"casebook --book {quoted[0]}", "opens the window"),
            ("", f"casebook --book {quoted[0]} due", "what is due"),
            ("", f"casebook --book {quoted[0]} explain 1", "why then"),
            ("", f"casebook --book {quoted[0]} verify", "checks the casebook"),
            ("", f"casebook verify {quoted[1]}", "checks the dossier"),
        ]
    )
