"""An inquiry into many files by guarded children: one dies of a file, the next goes on behind it (see child.py)."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Any

from casebook.dossier.press import child
from casebook.dossier.press.darkroom import limit_memory

_RESULTS = "results.jsonl"


def tell(folder: Path, look: Callable[[Path], dict[str, Any]]) -> None:
    """Be the child: write a line before and a line after each file of the folder, with what was found in it."""
    limit_memory()
    files = sorted(file for file in folder.iterdir() if file.name != _RESULTS)
    with (folder / _RESULTS).open("a", encoding="utf-8") as out:
        for file in files:
            _say(out, {"begun": file.name})
            _say(out, {"file": file.name, **look(file)})


def ask(module: str, folder: Path, limit: float) -> Iterator[tuple[str, dict[str, Any] | None] | None]:
    """Yield the name of each file in the folder with what was found in it, and None while a child works.

    One that a child died of has None found in it. A file is deleted as soon as it is done with.
    """
    waiting = {file.name for file in folder.iterdir()}
    while waiting:
        for _tick in child.run(module, [str(folder)], limit):
            yield None
        lines = _lines(folder / _RESULTS)
        found = {line["file"]: line for line in lines if "file" in line}
        # A child that died before its first file would die again: nothing can be found in any that is left.
        fatal = [line["begun"] for line in lines if "begun" in line and line["begun"] not in found]
        for file in [*found, *fatal] or sorted(waiting):
            waiting.discard(file)
            (folder / file).unlink()
            yield file, found.get(file)


def _say(out: IO[str], line: dict[str, Any]) -> None:
    out.write(json.dumps(line) + "\n")
    out.flush()


def _lines(results: Path) -> list[dict[str, Any]]:
    written = results.read_text("utf-8").splitlines() if results.is_file() else []
    results.unlink(missing_ok=True)
    found = list[dict[str, Any]]()
    for line in written:
        try:
            found.append(json.loads(line))
        except ValueError:  # the line it died in
            break
    return found
