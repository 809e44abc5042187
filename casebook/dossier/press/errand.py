"""An errand of a guarded child: the order goes to it as one file, the answer comes back as another (see child.py)."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Generator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from casebook.dossier.press import child
from casebook.dossier.press.darkroom import DISK, MEMORY, SECONDS, Refused, limit_memory, limit_time
from casebook.journal.progress import Progress


@dataclass(frozen=True, slots=True)
class Answer:
    """What a child found, or why there is nothing: the key of a refusal, or what kept it from writing."""

    found: dict[str, Any]
    refused: str = ""
    width: int = 0
    height: int = 0
    unwritten: str = ""


def carry_out(
    arguments: list[str],
    errand: Callable[[dict[str, Any]], dict[str, Any]],
    *,
    memory: int = MEMORY,
    seconds: int = SECONDS,
) -> int:
    """Be the child: do what the order file says and write the answer file. Returns the exit code.

    The errand has so much memory and processor time; it may ask for more time with each further page.
    """
    order = json.loads(Path(arguments[0]).read_text("utf-8"))
    limit_memory(memory)
    limit_time(seconds)
    try:
        answer = errand(order)
    except Refused as refused:
        answer = {"refused": refused.reason, "width": refused.width, "height": refused.height}
    except MemoryError:
        answer = {"refused": "memory"}
    except OSError as error:
        sys.stderr.write(str(error))
        return DISK
    Path(arguments[1]).write_text(json.dumps(answer), "utf-8")
    return 0


def send(
    module: str, order: dict[str, Any], folder: Path, limit: float, progress: Progress
) -> Generator[Progress, None, Answer]:
    """Send a child with an order and return its answer; both files lie in `folder` as long as it is under way.

    A child that is stopped by the clock, or dies, has refused with `time` or `crashed`.
    """
    ask, answer = folder / "order.json", folder / "answer.json"
    answer.unlink(missing_ok=True)
    ask.write_text(json.dumps(order), "utf-8")
    try:
        ended = yield from child.watched(module, [str(ask), str(answer)], limit, progress)
    finally:
        ask.unlink(missing_ok=True)  # what the user looked for may stand in it
    if ended.code == DISK:
        return Answer({}, unwritten=ended.error or "?")
    if ended.code != 0 or not answer.is_file():
        return Answer({}, "time" if ended.late else "crashed")
    found: dict[str, Any] = json.loads(answer.read_text("utf-8"))
    return Answer(found, found.get("refused", ""), found.get("width", 0), found.get("height", 0))
