"""The child that makes redacted copies: `python -m casebook.dossier.redaction.burner ORDER ANSWER` (see burn.py).

A picture or a PDF is drawn to plain pixels, boxes are burnt into them, and a fresh file is written out of nothing else.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from casebook.dossier.marking import marks, pen
from casebook.dossier.marking.marks import Mark
from casebook.dossier.press.darkroom import Refused, limit_time, opened
from casebook.dossier.press.errand import carry_out
from casebook.dossier.redaction import image_pdf, letters

if TYPE_CHECKING:
    from PIL.Image import Image as Picture

PAGES = 300
_SCALE = 200 / 72
"""Pixels for a PDF point: 200 dpi, so that small print stays legible."""
_LONGEST = 4000


def main(arguments: list[str]) -> int:
    """Carry out the order and write the answer as JSON. Returns the exit code."""
    return carry_out(arguments, _done)


def _done(order: dict[str, Any]) -> dict[str, Any]:
    source = Path(order["source"])
    with source.open("rb") as file:
        head = file.read(1024)
    if not head:
        raise Refused("empty")
    sheets = _Document(source) if b"%PDF-" in head else _Image(source)
    try:
        return {"draw": _draw, "find": _find, "burn": _burn, "mark": _mark}[order["do"]](sheets, order)
    finally:
        sheets.close()


def _draw(sheets: _Image | _Document, order: dict[str, Any]) -> dict[str, Any]:
    """Draw the pages asked for, and say where their words stand."""
    drawn = []
    for page in order["pages"]:
        if 1 <= page <= sheets.total:
            limit_time()
            picture = sheets.picture(page)
            name = f"{order['target']}-{page}.png"
            picture.save(name, "PNG", compress_level=1)
            drawn.append([page, name, picture.width, picture.height, sheets.words(page)])
    return {"total": sheets.total, "pages": drawn}


def _find(sheets: _Image | _Document, order: dict[str, Any]) -> dict[str, Any]:
    boxes = []
    for page in range(1, sheets.total + 1):
        limit_time()
        boxes += [[page, *box] for box in sheets.find(page, order["words"])]
    return {"total": sheets.total, "boxes": boxes}


def _burn(sheets: _Image | _Document, order: dict[str, Any]) -> dict[str, Any]:
    """Write the redacted copy, or name the first box that lies on no page."""
    by_page: dict[int, list[list[int]]] = {}
    for page, *box in order["boxes"]:
        if not 1 <= page <= sheets.total:
            return {"total": sheets.total, "outside": [page, *box]}
        by_page.setdefault(page, []).append(box)
    target = Path(order["target"])
    if isinstance(sheets, _Image):
        burnt, outside = _burnt(sheets.picture(1), by_page.get(1, []))
        if outside:
            return {"total": 1, "outside": [1, *outside]}
        burnt.save(target, "PNG", compress_level=6)
        return {"total": 1, "media_type": "image/png"}
    with target.open("wb") as file:
        book = image_pdf.Book(file)
        for page in range(1, sheets.total + 1):
            limit_time()
            burnt, outside = _burnt(sheets.picture(page), by_page.get(page, []))
            if outside:
                return {"total": sheets.total, "outside": [page, *outside]}
            book.add(burnt, sheets.size(page))
        book.close()
    return {"total": sheets.total, "media_type": "application/pdf"}


def _mark(sheets: _Image | _Document, order: dict[str, Any]) -> dict[str, Any]:
    """Write the copy with marks drawn on it, or name the first mark that lies on no page."""
    font, target = Path(order["font"]), Path(order["target"])
    by_page: dict[int, list[Mark]] = {}
    for mark in marks.read(order["marks"]):
        by_page.setdefault(mark.page, []).append(mark)
    for page, wanted in by_page.items():
        size = sheets.picture(page).size if 1 <= page <= sheets.total else (0, 0)
        if beyond := pen.outside(wanted, *size):
            return {"total": sheets.total, "outside": [page, beyond.left, beyond.top, beyond.right, beyond.bottom]}
    if isinstance(sheets, _Image):
        pen.draw(sheets.picture(1), by_page.get(1, []), font).save(target, "PNG", compress_level=6)
        return {"total": 1, "media_type": "image/png"}
    with target.open("wb") as file:
        book = image_pdf.Book(file)
        for page in range(1, sheets.total + 1):
            limit_time()
            book.add(pen.draw(sheets.picture(page), by_page.get(page, []), font), sheets.size(page))
        book.close()
    return {"total": sheets.total, "media_type": "application/pdf"}


def _burnt(picture: Picture, boxes: list[list[int]]) -> tuple[Picture, list[int]]:
    """Return a new picture of nothing but the pixels, with black boxes; and the first box that lies outside of it."""
    from PIL import Image

    fresh = Image.frombytes("RGB", picture.size, picture.tobytes())
    for box in boxes:
        left, top = max(box[0], 0), max(box[1], 0)
        right, bottom = min(box[2], fresh.width), min(box[3], fresh.height)
        if left >= right or top >= bottom:
            return fresh, box
        fresh.paste((0, 0, 0), (left, top, right, bottom))
    return fresh, []


def sheet(source: Path, page: int) -> tuple[Picture, int, int]:
    """Return a page of a PDF as it is drawn, or the nearest that it has; its number, and how many there are."""
    document = _Document(source)
    try:
        number = min(max(page, 1), document.total)
        return document.picture(number), number, document.total
    finally:
        document.close()


class _Image:
    """One picture as a single sheet, at its own size."""

    total = 1

    def __init__(self, source: Path) -> None:
        self._picture, _frames, _lossless = opened(source)

    def picture(self, _page: int) -> Picture:
        return self._picture

    def words(self, _page: int) -> list[list[int]]:
        return []

    def find(self, _page: int, _words: str) -> Iterator[list[int]]:
        return iter(())

    def close(self) -> None:
        self._picture.close()


class _Document:
    """A PDF's pages, as a reader sees them."""

    def __init__(self, source: Path) -> None:
        import pypdfium2

        try:
            self._document = pypdfium2.PdfDocument(source)
            self._document.init_forms()
            self.total = len(self._document)
        except pypdfium2.PdfiumError as error:
            raise Refused("password" if "password" in str(error).lower() else "pdf") from None
        if not 1 <= self.total <= PAGES:
            raise Refused("pages" if self.total else "pdf", self.total)

    def picture(self, page: int) -> Picture:
        sheet = self._sheet(page)
        return sheet.render(scale=_scale(sheet.get_size())).to_pil().convert("RGB")  # type: ignore[no-any-return]

    def size(self, page: int) -> tuple[float, float]:
        width, height = self._sheet(page).get_size()
        return float(width), float(height)

    def words(self, page: int) -> list[list[int]]:
        sheet = self._sheet(page)
        return letters.words(sheet, *_pixels(sheet.get_size()))

    def find(self, page: int, words: str) -> Iterator[list[int]]:
        sheet = self._sheet(page)
        return letters.find(sheet, words, *_pixels(sheet.get_size()))

    def close(self) -> None:
        self._document.close()

    def _sheet(self, page: int) -> Any:
        import pypdfium2

        try:
            return self._document[page - 1]
        except pypdfium2.PdfiumError:
            raise Refused("pdf") from None


def _scale(size: tuple[float, float]) -> float:
    return min(_SCALE, _LONGEST / max(*size, 1))


def _pixels(size: tuple[float, float]) -> tuple[int, int]:
    """Return the size of a drawn page, rounded up as the drawing rounds it."""
    scale = _scale(size)
    return -int(-size[0] * scale // 1), -int(-size[1] * scale // 1)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
