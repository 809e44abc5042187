"""A PDF that holds one picture a page and nothing else. The same pictures give the same bytes."""

from __future__ import annotations

import io
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image as Picture

_JPEG_FROM = 1_500_000
"""Bytes of a page from which on it is a photograph or a scan, and kept as JPEG."""


class Book:
    """Writes a PDF page by page, so that only one page is in memory."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._places: dict[int, int] = {}
        self._pages: list[int] = []
        file.write(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")

    def add(self, picture: Picture, size: tuple[float, float]) -> None:
        """Add a page of this size in points that the picture fills."""
        number = 3 + 3 * len(self._pages)
        width, height = (f"{side:.2f}".encode() for side in size)
        content, form = _packed(picture)
        image = b"/Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceRGB /BitsPerComponent 8 %s"
        self._stream(number, content, image % (picture.width, picture.height, form))
        self._stream(number + 1, b"%s 0 0 %s 0 0 cm /P Do" % (width, height), b"")
        self._object(
            number + 2,
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %s %s] /Resources << /XObject << /P %d 0 R >> >> "
            b"/Contents %d 0 R >>" % (width, height, number, number + 1),
        )
        self._pages.append(number + 2)

    def close(self) -> None:
        """Write what holds the pages together."""
        kids = b" ".join(b"%d 0 R" % page for page in self._pages)
        self._object(1, b"<< /Type /Catalog /Pages 2 0 R >>")
        self._object(2, b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(self._pages), kids))
        table = self._file.tell()
        count = len(self._places) + 1
        self._file.write(b"xref\n0 %d\n0000000000 65535 f \n" % count)
        for number in range(1, count):
            self._file.write(b"%010d 00000 n \n" % self._places[number])
        self._file.write(b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (count, table))

    def _stream(self, number: int, content: bytes, entries: bytes) -> None:
        self._object(number, b"<< %s /Length %d >>\nstream\n%s\nendstream" % (entries, len(content), content))

    def _object(self, number: int, content: bytes) -> None:
        self._places[number] = self._file.tell()
        self._file.write(b"%d 0 obj\n%s\nendobj\n" % (number, content))


def _packed(picture: Picture) -> tuple[bytes, bytes]:
    """Return a picture's data and the entries that tell how it is packed: a PNG's own data is what a PDF can hold."""
    written = io.BytesIO()
    picture.save(written, "PNG", compress_level=6)
    if written.tell() <= _JPEG_FROM:
        form = b"/Filter /FlateDecode /DecodeParms << /Predictor 15 /Colors 3 /BitsPerComponent 8 /Columns %d >>"
        return _data(written.getvalue()), form % picture.width
    written = io.BytesIO()
    picture.save(written, "JPEG", quality=88, subsampling=0)
    return written.getvalue(), b"/Filter /DCTDecode"


def _data(png: bytes) -> bytes:
    found, at = bytearray(), 8
    while at < len(png):
        length = int.from_bytes(png[at : at + 4], "big")
        if png[at + 4 : at + 8] == b"IDAT":
            found += png[at + 8 : at + 8 + length]
        at += length + 12
    return bytes(found)
