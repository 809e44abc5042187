"""The child that draws an exhibit for the screen: `python -m casebook.dossier.viewing.lens ORDER ANSWER` (see view.py).

What is small is written whole. What is large is written twice: small enough to be seen at once, and in tiles.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from casebook.dossier.press.darkroom import Refused, opened
from casebook.dossier.press.errand import carry_out
from casebook.dossier.redaction.burner import sheet

if TYPE_CHECKING:
    from PIL.Image import Image as Picture

PIXELS = 500_000_000
"""As many as the record takes in."""
WHOLE = 16_000_000
"""Pixels up to which a picture is written in one piece."""
TILE = 1024
_MEMORY = 3_000_000_000
_SECONDS = 120
_OVERVIEW = 2800
_QUALITY = 93


def main(arguments: list[str]) -> int:
    """Carry out the order and write the answer as JSON. Returns the exit code."""
    return carry_out(arguments, _drawn, memory=_MEMORY, seconds=_SECONDS)


def _drawn(order: dict[str, Any]) -> dict[str, Any]:
    source, folder, page = Path(order["source"]), Path(order["folder"]), order["page"]
    with source.open("rb") as file:
        head = file.read(1024)
    if not head:
        raise Refused("empty")
    if b"%PDF-" in head:
        drawn, number, pages = sheet(source, page)
        return {"page": number, "pages": pages, **_written(drawn, folder)}
    picture, frames, _lossless = opened(source, PIXELS)
    return {"page": 1, "pages": 1, "frames": frames, "taken": _taken(source), **_written(picture, folder)}


def _taken(source: Path) -> str:
    """Return the time that a photo's own data give for it, empty where they give none that can be read."""
    from PIL import ExifTags, Image

    try:
        with Image.open(source) as picture:
            exif = picture.getexif()
            found = exif.get_ifd(ExifTags.IFD.Exif).get(ExifTags.Base.DateTimeOriginal) or exif.get(
                ExifTags.Base.DateTime
            )
    except Exception:  # its data are a stranger's; the picture is shown all the same
        return ""
    return str(found or "").strip("\0 ")[:40]


def _written(picture: Picture, folder: Path) -> dict[str, Any]:
    from PIL import Image

    size = {"width": picture.width, "height": picture.height, "tiles": 0}
    picture.info.clear()
    whole = folder / "whole.png"
    if picture.width * picture.height <= WHOLE:
        picture.save(whole, "PNG", compress_level=1)
        return {**size, "whole": whole.name}
    for top in range(0, picture.height, TILE):
        for left in range(0, picture.width, TILE):
            box = (left, top, min(left + TILE, picture.width), min(top + TILE, picture.height))
            picture.crop(box).save(folder / tile(left // TILE, top // TILE), "JPEG", quality=_QUALITY, subsampling=0)
    # Reduced by whole numbers first: that takes a fraction of the time and no second copy of the whole.
    small = picture.reduce(max(1, max(picture.size) // (_OVERVIEW * 2)))
    small.thumbnail((_OVERVIEW, _OVERVIEW), Image.Resampling.HAMMING)
    small.save(whole, "PNG", compress_level=1)
    return {**size, "whole": whole.name, "tiles": TILE}


def tile(column: int, row: int) -> str:
    """Return the name of a tile's file."""
    return f"tile-{column}-{row}.jpg"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
