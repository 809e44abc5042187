"""Make a redacted copy of an exhibit: drawn, searched and burnt by a guarded child, kept beside the sealed original."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Any

from casebook.dossier.press import errand
from casebook.dossier.press.images import drawable
from casebook.dossier.private import PrivateWork
from casebook.dossier.redaction import texts
from casebook.dossier.redaction.areas import Box, Span, kept
from casebook.dossier.redaction.burner import PAGES
from casebook.dossier.redaction.sealing import is_recording
from casebook.journal import Changes, Journal
from casebook.journal.errors import BadInput, CasebookError, DiskTrouble, NotFound
from casebook.journal.progress import Progress
from casebook.journal.records import Exhibit, StoredFile

_MODULE = "casebook.dossier.redaction.burner"
_WALL = 900.0
_HEAD = 16


@dataclass(frozen=True, slots=True)
class Page:
    """A page as it is drawn: its picture, the size in pixels that areas count in, and where its words stand."""

    number: int
    file: Path
    width: int
    height: int
    words: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class Pages:
    """Some pages of a file, and how many it has."""

    total: int
    pages: tuple[Page, ...]


@dataclass(frozen=True, slots=True)
class Copy:
    """A redacted copy that was made, and not yet kept."""

    file: Path
    name: str
    media_type: str


class Workbench(PrivateWork):
    """One exhibit under work, in a plain copy.

    With `stored` the work is done on those bytes instead (a redacted copy of it).
    Raises BadInput for a kind of file that cannot be redacted, Damaged, DiskTrouble.
    """

    def __init__(self, journal: Journal, exhibit: Exhibit, stored: StoredFile | None = None) -> None:
        self.exhibit = exhibit
        if not exhibit.file.sha256:
            raise BadInput("this exhibit has no file that could be redacted")
        super().__init__()
        try:
            self._source = self._base / "source"
            journal.exhibits.copy_to(stored or exhibit.file, self._source)
            with self._source.open("rb") as file:
                head = file.read(_HEAD)
            self.text = ""
            plain = texts.is_text(exhibit.name, exhibit.media_type) and b"\0" not in head and head[:5] != b"%PDF-"
            pages = drawable(exhibit.name, exhibit.media_type, head) and not is_recording(exhibit)
            self.has_pages = pages and not plain
            """Whether it has pages to draw boxes on; else `text` is its text."""
            if not self.has_pages:
                self.text = self._read()
        except BaseException:
            self.close()
            raise

    def draw(self, numbers: Sequence[int], of: Copy | None = None) -> Generator[Progress, None, Pages]:
        """Draw some pages (from 1) of the exhibit, or of a copy made of it. Raises BadInput, DiskTrouble."""
        source, name = (of.file, "preview") if of else (self._source, "page")
        order = {"do": "draw", "pages": list(numbers), "target": str(self._base / name)}
        answer = yield from self._ask(source, order, len(numbers))
        found = [
            Page(number, Path(file), width, height, tuple(Box(number, *box) for box in words))
            for number, file, width, height, words in answer["pages"]
        ]
        return Pages(answer["total"], tuple(found))

    def find(self, words: str) -> Generator[Progress, None, tuple[Box, ...] | tuple[Span, ...]]:
        """Return every place of the words; case, width, and how they are broken over lines make no difference."""
        if not words.strip():
            raise BadInput("no words were named to look for")
        if not self.has_pages:
            return tuple(texts.find(self.text, words))
        answer = yield from self._ask(self._source, {"do": "find", "words": words}, PAGES)
        return tuple(Box(*box) for box in answer["boxes"])

    def burn(self, areas: Sequence[Box | Span], name: str = "") -> Generator[Progress, None, Copy]:
        """Make the copy with these areas covered. Raises BadInput, DiskTrouble."""
        boxes = [area for area in areas if isinstance(area, Box)]
        spans = [area for area in areas if isinstance(area, Span)]
        if not (boxes if self.has_pages else spans):
            raise BadInput("nothing is covered yet: mark what is not to be read")
        target, exhibit = self._base / "copy", self.exhibit
        if not self.has_pages:
            covered = texts.covered(self.text, spans)
            if covered == self.text:
                raise BadInput("nothing is covered yet: mark what is not to be read")
            target.write_bytes(covered.encode("utf-8", "replace"))
            return Copy(target, name.strip() or texts.copy_name(exhibit.name, exhibit.media_type), "text/plain")
        numbers = [[box.page, box.left, box.top, box.right, box.bottom] for box in boxes]
        return (yield from self._made({"do": "burn", "boxes": numbers, "target": str(target)}, name))

    def _made(self, order: dict[str, Any], name: str = "") -> Generator[Progress, None, Copy]:
        """Have a copy made by an order and return it. Raises BadInput where something lies beside the pages."""
        answer = yield from self._ask(self._source, order, PAGES)
        if outside := answer.get("outside"):
            raise BadInput(
                "the area {area} does not lie on {exhibit}: pages count from 1 to {pages}, pixels from the top left",
                area=",".join(str(number) for number in outside),
                exhibit=self.exhibit.label,
                pages=answer["total"],
            )
        ending = ".png" if answer["media_type"] == "image/png" else ".pdf"
        named = name.strip() or PurePath(self.exhibit.name).stem + ending
        return Copy(Path(order["target"]), named, answer["media_type"])

    def _read(self) -> str:
        if not texts.is_text(self.exhibit.name, self.exhibit.media_type):
            raise BadInput(
                "{exhibit} is a kind of file that cannot be redacted here: make a PDF or a picture of it, add that as "
                "an exhibit, and redact it",
                exhibit=self.exhibit.label,
            )
        return texts.read(self._source.read_bytes(), self.exhibit.label, self.exhibit.name, self.exhibit.media_type)

    def _ask(self, source: Path, order: dict[str, Any], total: int) -> Generator[Progress, None, dict[str, Any]]:
        """Have the child carry out an order and return its answer."""
        answer = yield from errand.send(
            _MODULE, {"source": str(source), **order}, self._base, _WALL, Progress(0, total, "pages")
        )
        if answer.unwritten:
            raise DiskTrouble(
                "the redacted copy cannot be written ({reason}): free some space", reason=answer.unwritten
            )
        if answer.refused:
            raise self._refusal(answer.refused, answer.width, answer.height)
        return answer.found

    def _refusal(self, reason: str, width: int, height: int) -> CasebookError:
        label = self.exhibit.label
        if reason == "password":
            return BadInput(
                "{exhibit} is protected by a password: save it without one, add that as an exhibit, and redact it",
                exhibit=label,
            )
        if reason == "pages":
            return BadInput(
                "{exhibit} has {pages} pages, more than the {most} that can be redacted at once: split it, and add the "
                "parts as exhibits",
                exhibit=label,
                pages=width,
                most=PAGES,
            )
        if reason == "too_large":
            return BadInput(
                "{exhibit} is too large a picture to be redacted here ({wide} x {high} pixels): cut it into parts, and "
                "add them as exhibits",
                exhibit=label,
                wide=width,
                high=height,
            )
        return BadInput(
            "{exhibit} cannot be drawn, so that nothing can be covered on it: add a picture of what it shows, and "
            "redact that",
            exhibit=label,
        )


def keep(journal: Journal, exhibit: Exhibit, copy: Copy, areas: Sequence[Box | Span], reason: str) -> Changes:
    """Keep a copy that was made in the record, in place of an earlier one. Raises BadInput without a reason."""
    content, marks = copy.file.read_bytes(), kept(areas)
    return journal.redactions.add(
        exhibit.id, content, reason=reason, areas=marks, name=copy.name, media_type=copy.media_type
    )


def withdraw(journal: Journal, exhibit: Exhibit) -> Changes:
    """Take the redaction of an exhibit back. Raises NotFound where there is none."""
    for standing in journal.redactions.of_exhibit(exhibit.id):
        return journal.redactions.withdraw(standing.id)
    raise NotFound("{exhibit} has no redacted copy", exhibit=exhibit.label)
