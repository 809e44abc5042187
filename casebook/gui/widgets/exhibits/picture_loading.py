"""How an exhibit's picture is read for the viewer: off the GUI thread, and by a guarded child where in doubt."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from casebook.gui.widgets.exhibits.picture_item import Levels, levels
from casebook.gui.widgets.exhibits.thumbnails import decode
from casebook.journal.progress import Progress
from casebook.journal.records import Exhibit, StoredFile

if TYPE_CHECKING:
    from casebook.dossier.viewing.view import View, Viewing
    from casebook.journal import Journal

_AT_ONCE = 16 * 1024 * 1024
"""Bytes up to which a plain picture is decoded in this program; the rest is left to the child."""
_PIXELS = 16_000_000
_HEAD = 16


@dataclass(slots=True)
class Looked:
    """What came of looking at an exhibit. `refused` is a key of why there is no picture, empty for "no picture"."""

    levels: Levels | None = None
    page: int = 1
    pages: int = 1
    refused: str = ""
    claimed: QSize | None = None
    taken: str = ""
    """What the picture's own data say on when it was taken."""
    viewing: Viewing | None = None
    """The plain copy that further pages and tiles come from; to be closed."""
    view: View | None = None


def look(
    journal: Journal, exhibit: Exhibit, stored: StoredFile, page: int = 1, viewing: Viewing | None = None
) -> Generator[Progress, None, Looked]:
    """Read the picture of an exhibit, or of what stands for it. Raises Damaged, OSError."""
    yield Progress(0, 1)
    from casebook.dossier.press.images import drawable
    from casebook.dossier.redaction.sealing import is_recording
    from casebook.dossier.viewing.view import Viewing

    if viewing is None and (found := _at_once(journal, exhibit, stored)) is not None:
        return found
    yield Progress(0, 1)
    if is_recording(exhibit) or not drawable(exhibit.name, exhibit.media_type, journal.exhibits.head(stored, _HEAD)):
        return Looked()
    known = viewing or Viewing(journal, stored)
    try:
        view = yield from known.page(page)
        if view.whole is None:
            known.close()
            return Looked(refused=view.refused, claimed=QSize(view.width, view.height))
        image = QImage(str(view.whole))
        yield Progress(0, 1)
        made = levels(image, QSize(view.width, view.height), view.tile)
    except BaseException:
        known.close()
        raise
    return Looked(made, view.page, view.pages, taken=view.taken, viewing=known, view=view)


def tile(view: View, column: int, row: int) -> Generator[Progress, None, QImage]:
    """Read a tile of a large picture."""
    yield Progress(0, 1)
    return QImage(str(view.tile_file(column, row)))


def _at_once(journal: Journal, exhibit: Exhibit, stored: StoredFile) -> Looked | None:
    """Return a plain picture of bearable size, None for what the child is to open."""
    if not exhibit.media_type.startswith("image/") or stored.size > _AT_ONCE:
        return None
    raw = journal.exhibits.read(stored)
    if b"Exif" in raw[:4096]:  # what it tells is read by the child
        return None
    image = decode(raw, QSize(), whole=True, most=_PIXELS)
    return Looked(levels(image)) if image is not None else None
