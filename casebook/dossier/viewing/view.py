"""Have an exhibit drawn for the screen, a page at a time, by a child that no file can harm this program through."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path

from casebook.dossier.press import errand
from casebook.dossier.private import PrivateWork
from casebook.dossier.viewing import lens
from casebook.journal import Journal
from casebook.journal.errors import DiskTrouble
from casebook.journal.progress import Progress
from casebook.journal.records import StoredFile

_MODULE = "casebook.dossier.viewing.lens"
_WALL = 180.0


@dataclass(frozen=True, slots=True)
class View:
    """A page as it can be shown. `refused` is a key of the labels' group `refusals`, and then nothing is to be seen."""

    page: int = 1
    pages: int = 1
    width: int = 0
    height: int = 0
    whole: Path | None = None
    """The page in its own size, or smaller where there are tiles."""
    tile: int = 0
    """How wide and high tiles are, 0 for none."""
    refused: str = ""
    taken: str = ""
    """What a photo's own data (EXIF) say on when it was taken: anybody can change them."""

    def tile_file(self, column: int, row: int) -> Path:
        """Return the file of a tile."""
        assert self.whole is not None
        return self.whole.with_name(lens.tile(column, row))


class Viewing(PrivateWork):
    """One stored file that is looked at, in a plain copy, and what is drawn of it.

    Raises Damaged, OSError.
    """

    def __init__(self, journal: Journal, stored: StoredFile) -> None:
        super().__init__()
        self._known: dict[int, View] = {}
        try:
            journal.exhibits.copy_to(stored, self._base / "source")
        except BaseException:
            self.close()
            raise

    def page(self, number: int = 1) -> Generator[Progress, None, View]:
        """Draw a page (from 1). Raises DiskTrouble."""
        if number in self._known:
            return self._known[number]
        folder = self._base / f"page-{number}"
        folder.mkdir(exist_ok=True)
        order = {"source": str(self._base / "source"), "folder": str(folder), "page": number}
        answer = yield from errand.send(_MODULE, order, folder, _WALL, Progress(0, 1))
        if answer.unwritten:
            raise DiskTrouble("the picture cannot be drawn ({reason}): free some space", reason=answer.unwritten)
        if answer.refused:
            return View(width=answer.width, height=answer.height, refused=answer.refused)
        found = answer.found
        view = View(
            found["page"],
            found["pages"],
            found["width"],
            found["height"],
            folder / found["whole"],
            found["tiles"],
            taken=found.get("taken", ""),
        )
        self._known[number] = view
        return view
