"""What an import did, line by line: what came in and why it is where it is, and what could not be read."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from casebook.journal import Progress
from casebook.journal.incoming import BroughtRow
from casebook.journal.store.database import disk_errors
from casebook.journal.store.durable import write_whole
from casebook.journal.store.places import refuse_inside
from casebook.journal.terms import Why
from casebook.journal.times import offset_name
from casebook.mail.formats.sources import Failure
from casebook.mail.importer import ImportReport

if TYPE_CHECKING:
    from casebook.journal import Journal

_CHUNK = 500


class Part(StrEnum):
    """The parts of a report."""

    FAILED = "failed"
    PROBLEMS = "problems"
    FILED = "filed"
    WAITING = "waiting"


@dataclass(frozen=True, slots=True)
class Line:
    """One line: a message that came in, or one that could not be read."""

    message: BroughtRow | None = None
    why: Why | None = None
    filed: bool = False
    failure: Failure | None = None

    def named(self) -> str:
        """Return what a search looks in."""
        if self.failure is not None:
            return f"{self.failure.source} {self.failure.reason}".casefold()
        message = self.message
        return f"{message.subject} {message.who} {message.source}".casefold() if message else ""


class Lines:
    """The lines of a report by number: a contact's id, or below zero a failure (-1 is the first)."""

    def __init__(self, report: ImportReport) -> None:
        self._report = report
        self._filed = frozenset(report.contacts)

    def numbers(self, part: Part | None) -> list[int]:
        """Return the numbers of a part (None: all of them), what could not be read first."""
        failed = [-number for number in range(1, len(self._report.failed) + 1)]
        placed = list(self._report.placed)
        if part is Part.FAILED:
            return failed
        if part is Part.FILED:
            return [number for number in placed if number in self._filed]
        if part is Part.WAITING:
            return [number for number in placed if number not in self._filed]
        return failed + placed

    def read(self, journal: Journal, numbers: Sequence[int]) -> dict[int, Line]:
        """Return the lines of some numbers."""
        lines = {number: Line(failure=self._report.failed[-number - 1]) for number in numbers if number < 0}
        for message in journal.mail.brought([number for number in numbers if number > 0]):
            number = message.contact_id
            lines[number] = Line(message, self._report.placed.get(number), message.case_id is not None)
        return lines

    def search(self, journal: Journal, part: Part | None, words: str) -> Generator[Progress, None, list[int]]:
        """Return the numbers of a part whose lines name all these words; `PROBLEMS`: not all was understood."""
        wanted, found = words.casefold().split(), list[int]()
        numbers = self.numbers(part)
        if not wanted and part is not Part.PROBLEMS:
            return numbers
        for start, chunk in _chunks(numbers):
            lines = self.read(journal, chunk)
            for number in chunk:
                line = lines.get(number)
                if line is None or (part is Part.PROBLEMS and not (line.message and line.message.problems)):
                    continue
                if all(word in line.named() for word in wanted):
                    found.append(number)
            yield Progress(start, len(numbers))
        return found


@dataclass(frozen=True, slots=True)
class ReportWords:
    """The words of a saved report in the reader's language, and `cell`, which takes what runs out of a cell's text."""

    headings: Sequence[str]
    """Of the columns: result, case, why, sent, from, subject, source, not understood."""
    parts: Mapping[Part, str]
    why: Callable[[Why | None], str]
    reason: Callable[[str], str]
    problem: Callable[[str], str]
    cell: Callable[[str], str]


def write(journal: Journal, report: ImportReport, path: Path, words: ReportWords) -> Generator[Progress, None, Path]:
    """Write a report as a table (CSV), what could not be read first. Raises BadInput, DiskTrouble."""
    import csv
    import io

    refuse_inside(journal.folder, path)
    lines, text = Lines(report), io.StringIO()
    sheet = csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    sheet.writerow(words.headings)
    numbers = lines.numbers(None)
    for start, chunk in _chunks(numbers):
        found = lines.read(journal, chunk)
        sheet.writerows([words.cell(each) for each in _cells(found[n], words)] for n in chunk if n in found)
        yield Progress(start, len(numbers), "lines")
    with disk_errors(path):
        write_whole(path, b"\xef\xbb\xbf" + text.getvalue().encode("utf-8", "replace"))
    return path


def _cells(line: Line, words: ReportWords) -> Sequence[str]:
    message = line.message
    if message is None:
        failure = line.failure or Failure("", "")
        return (words.parts[Part.FAILED], "", words.reason(failure.reason), "", "", "", failure.source, "")
    return (
        words.parts[Part.FILED if line.filed else Part.WAITING],
        f"C-{message.case_id}" if message.case_id is not None else "",
        words.why(line.why),
        f"{message.happened.local:%Y-%m-%d %H:%M:%S}{offset_name(message.happened.offset)}",
        message.who,
        message.subject,
        message.source,
        "; ".join(map(words.problem, message.problems)),
    )


def _chunks(numbers: Sequence[int]) -> Iterator[tuple[int, Sequence[int]]]:
    for start in range(0, len(numbers), _CHUNK):
        yield start, numbers[start : start + _CHUNK]
