"""Check a folder with the parts of a dossier: each by itself, that all are there, and that they are of one make."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from dataclasses import replace
from pathlib import Path

from casebook.dossier import parts
from casebook.dossier.names import MANIFEST
from casebook.journal.progress import Progress
from casebook.journal.records import Fault, Verdict

Check = Callable[[Path], Generator[Progress, None, Verdict]]


def inside(folder: Path) -> list[Path]:
    """Return the parts that belong into a folder, there or not; none where it is a dossier itself or holds no part."""
    if (folder / MANIFEST).exists():
        return []
    found = dict.fromkeys(
        sibling
        for path in sorted(folder.iterdir())
        if path.is_dir() or path.suffix == ".zip"
        for sibling in (parts.siblings(path) if len(parts.siblings(path)) > 1 else ())
    )
    return list(found)


def check_all(
    expected: Sequence[Path], check: Check, heads: Callable[[Path], list[str]]
) -> Generator[Progress, None, Verdict]:
    """Return one verdict on all parts. `check` judges one of them, `heads` reads which ledger entry it names."""
    checked, faults, notes = 0, list[Fault](), list[str]()
    states = dict[Path, list[str]]()
    for path in expected:
        if not path.exists():
            faults.append(Fault(f"is missing: the dossier has {len(parts.siblings(path))} parts", path.name))
            continue
        verdict = yield from check(path)
        checked += verdict.checked
        faults += [replace(fault, where=f"{path.name}/{fault.where}") for fault in verdict.faults]
        notes += [f"{path.name}: {note}" for note in verdict.notes]
        if verdict.ok:
            states[path] = heads(path)
    for path, state in states.items():
        first = next(states[other] for other in parts.siblings(path) if other in states)
        if state != first:
            faults.append(Fault("was made of another state of the record than the parts before it", path.name))
    return Verdict(checked, tuple(faults), tuple(notes))
