"""Have every picture and PDF page drawn by a guarded child, so that no file can harm the export, only be refused."""

from __future__ import annotations

import json
import signal
import time
from collections.abc import Generator, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from casebook.dossier.pages.evidence import Picture, Shown
from casebook.dossier.press import child, darkroom
from casebook.journal.errors import DiskTrouble
from casebook.journal.progress import Progress

_MODULE = "casebook.dossier.press.darkroom"
_WALL = 90.0
"""Seconds one file may take by the clock, wherever processor time cannot be limited."""
_LATE = -1000
_DEATHS = {_LATE: "time", -getattr(signal, "SIGXCPU", 24): "time", -9: "memory"}
"""What the way a child ended says about the file it was at: stopped by us, by its time limit, by the system."""
_DOTS = ((60, 240), (300, 200))
_FEWEST_DOTS = 150
"""With up to so many files pages of documents are drawn with so many dots to the inch, with more with the fewest."""
_ENDINGS = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".bmp", ".tif", ".tiff", ".heic", ".heif", ".avif", ".pdf")
_HEADS = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"%PDF-", b"BM", b"II*\x00", b"MM\x00*")


@dataclass(frozen=True, slots=True)
class Job:
    """A file to draw: the exhibit's number, and a plain copy of its bytes."""

    number: int
    source: Path


def drawable(name: str, media_type: str, head: bytes) -> bool:
    """Return whether a file says it is a picture or a PDF, by its type, its name, or its first bytes."""
    return (
        media_type.startswith("image/")
        or media_type == "application/pdf"
        or name.lower().endswith(_ENDINGS)
        or head.startswith(_HEADS)
        or head[4:8] == b"ftyp"
        or (head[:4] == b"RIFF" and head[8:12] == b"WEBP")
    )


def draw(jobs: Sequence[Job], folder: Path) -> Generator[Progress, None, dict[int, Shown]]:
    """Draw the files into `folder`; return by exhibit number what could be shown, or why not.

    A file that kills the child is refused by name, and a new child goes on with the rest. `Picture.file` is relative
    to the folder's parent. Closing the generator stops the child. Raises DiskTrouble when results cannot be written.
    """
    shown: dict[int, Shown] = {}
    waiting = list(jobs)
    results = folder / "results.jsonl"
    while waiting:
        lines, end = yield from _round(waiting, folder, results, len(shown), len(jobs))
        if end == darkroom.DISK:
            raise DiskTrouble("the pictures of the dossier cannot be written: free some space and export again")
        begun = None
        for line in lines:
            if line.get("begun"):
                begun = line["number"]
            else:
                shown[line["number"]] = _shown(line, folder.name)
                begun = None
        if begun is not None:
            shown[begun] = Shown(refused=_DEATHS.get(end, "crashed"))
        left = [job for job in waiting if job.number not in shown]
        if len(left) == len(waiting):  # the child could not even start on the first
            raise DiskTrouble(
                "the pictures of the dossier cannot be drawn: free some space and memory, and export again"
            )
        waiting = left
    return shown


def _round(
    jobs: Iterable[Job], folder: Path, results: Path, done: int, total: int
) -> Generator[Progress, None, tuple[list[dict[str, Any]], int]]:
    """Run one child over the jobs until it ends or one file takes too long; return its result lines and exit code."""
    dots = next((dots for most, dots in _DOTS if total <= most), _FEWEST_DOTS)
    orders = [
        {"number": j.number, "source": str(j.source), "target": str(folder / f"EX-{j.number:04d}"), "dots": dots}
        for j in jobs
    ]
    results.unlink(missing_ok=True)
    (folder / "jobs.json").write_text(json.dumps(orders), "utf-8")
    running = child.run(_MODULE, [str(folder / "jobs.json"), str(results)], _WALL * len(orders))
    size, since, end = 0, time.monotonic(), _LATE
    try:
        while True:
            try:
                next(running)
            except StopIteration as stop:
                end = _LATE if stop.value.late else stop.value.code
                break
            now = results.stat().st_size if results.exists() else 0
            if now != size:
                size, since = now, time.monotonic()
            elif time.monotonic() - since > _WALL:
                break
            finished = results.read_text("utf-8").count('"begun"') if now else 0
            yield Progress(done + max(finished - 1, 0), total, "pictures")
    finally:
        running.close()
    complete = results.read_text("utf-8").split("\n")[:-1] if results.exists() else []
    return [json.loads(line) for line in complete], end


def _shown(line: dict[str, Any], folder: str) -> Shown:
    if line.get("refused"):
        return Shown(refused=line["refused"], width=line.get("width", 0), height=line.get("height", 0))
    pictures = tuple(Picture(f"{folder}/{p['file']}", p["width"], p["height"]) for p in line["pictures"])
    return Shown(line["kind"], pictures, line["total"])
