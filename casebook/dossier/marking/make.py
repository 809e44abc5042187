"""Make a copy of an exhibit with marks drawn on it, and keep it as an exhibit of its own that says what it is of."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from pathlib import PurePath

from casebook.dossier.marking import marks as mark_words
from casebook.dossier.marking.marks import Mark
from casebook.dossier.pages.glyphs import font_folders
from casebook.dossier.redaction.burn import Copy, Workbench
from casebook.dossier.redaction.burner import PAGES
from casebook.journal import Changes, Journal
from casebook.journal.errors import BadInput, CasebookError
from casebook.journal.progress import Progress
from casebook.journal.records import Attachment, Exhibit
from casebook.journal.terms import ExhibitSource

_CHINESE = "NotoSansCJK-VF.otf.ttc"


class MarkBench(Workbench):
    """One exhibit to draw on. Where it has a redacted copy, that is drawn on: what is covered stays covered.

    Raises BadInput for a kind of file that nothing can be drawn on, Damaged, DiskTrouble.
    """

    def __init__(self, journal: Journal, exhibit: Exhibit) -> None:
        standing = next(iter(journal.redactions.of_exhibit(exhibit.id)), None)
        self.stored = standing.file if standing else exhibit.file
        self.redacted = standing is not None
        super().__init__(journal, exhibit, self.stored if exhibit.file.sha256 else None)
        if not self.has_pages:
            self.close()
            raise self._refusal("", 0, 0)

    def mark(self, marks: Sequence[Mark]) -> Generator[Progress, None, Copy]:
        """Draw marks into a copy, pixel for pixel as large as the exhibit. Raises BadInput, DiskTrouble."""
        name = f"{PurePath(self.exhibit.name).stem}-marked"
        order = {
            "do": "mark",
            "marks": mark_words.kept(mark_words.checked(marks)),
            "font": str(font_folders()[1] / _CHINESE),
        }
        copy = yield from self._made({**order, "target": str(self._base / "marked")})
        return Copy(copy.file, name + (".pdf" if copy.media_type == "application/pdf" else ".png"), copy.media_type)

    def _read(self) -> str:
        return ""

    def _refusal(self, reason: str, width: int, height: int) -> CasebookError:
        label = self.exhibit.label
        if reason == "pages":
            return BadInput(
                "{exhibit} has more than {most} pages: split it, and draw on a part", exhibit=label, most=PAGES
            )
        if reason == "too_large":
            return BadInput(
                "{exhibit} is too large to be drawn on ({wide} x {high} pixels): cut the part that matters out of a "
                "copy, add that as an exhibit, and draw on it",
                exhibit=label,
                wide=width,
                high=height,
            )
        return BadInput("{exhibit} is nothing that can be drawn on: only pictures and PDFs are", exhibit=label)


def keep(journal: Journal, bench: MarkBench, copy: Copy, marks: Sequence[Mark], description: str = "") -> Changes:
    """Keep a copy that was made as the case's next exhibit. Raises BadInput for one that waits in the inbox."""
    exhibit = bench.exhibit
    if exhibit.case_id is None:
        raise BadInput("{exhibit} is in no case yet: file its mail first", exhibit=exhibit.name)
    attachment = Attachment(
        copy.name,
        copy.file.read_bytes(),
        copy.media_type,
        ExhibitSource.MADE,
        description=description.strip(),
        derived_from=exhibit.id,
        marks=mark_words.kept(marks, of=bench.stored.sha256),
    )
    return journal.exhibits.add(exhibit.case_id, attachment)
