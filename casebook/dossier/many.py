"""The dossiers of several cases, one after the other, into one folder."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass
from pathlib import Path

from casebook.dossier import export
from casebook.dossier.choices import Choices
from casebook.journal import Journal, Progress
from casebook.journal.errors import BadInput, CasebookError

_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Written:
    """What became of one case: where its dossier is, or why there is none."""

    case_id: int
    title: str
    path: Path | None
    problem: Exception | None = None


def run(
    journal: Journal, cases: Sequence[int], folder: Path, choices: Choices, *, ending: str = ""
) -> Generator[Progress, None, list[Written]]:
    """Write a dossier for each case into `folder`, as ZIPs where `ending` is `.zip`; one that fails stops no other.

    Closing the generator keeps the dossiers that are whole, and nothing of the one under way. Raises BadInput where
    there is no such folder.
    """
    if not folder.is_dir():
        raise BadInput("there is no folder {folder}: make it first, or choose another place", folder=folder)
    done: list[Written] = []
    for number, case_id in enumerate(cases):
        yield Progress(number, len(cases), f"C-{case_id}")
        title = ""
        try:
            case = journal.cases.get(case_id)
            title = case.title
            out = folder / f"{case.number} {file_name(title)}".strip()
            steps = export.run(journal, case_id, out.with_name(out.name + ending), choices)
            path = yield from _within(steps, number, len(cases), f"C-{case_id}")
            done.append(Written(case_id, title, path))
        except (CasebookError, OSError) as error:
            done.append(Written(case_id, title, None, error))
    yield Progress(len(cases), len(cases))
    return done


def file_name(title: str) -> str:
    """Return a title without what file systems refuse, at most 60 characters."""
    kept = "".join(" " if c in '<>:"/\\|?*' or ord(c) < 32 else c for c in title)
    return " ".join(kept.split())[:_LONGEST].rstrip(" .")


def _within(
    steps: Generator[Progress, None, Path], number: int, total: int, note: str
) -> Generator[Progress, None, Path]:
    """Run one dossier, telling of it as a part of all."""
    try:
        while True:
            try:
                next(steps)
            except StopIteration as end:
                path: Path = end.value
                return path
            yield Progress(number, total, note)
    finally:
        steps.close()
