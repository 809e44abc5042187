"""Small pictures of attachments, decoded off the GUI thread under strict limits and kept while they are useful."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QImage, QImageReader, QPixmap

from casebook.gui.widgets.composing.intake import picture_type
from casebook.journal.errors import CasebookError
from casebook.journal.records import StoredFile

BOX = QSize(240, 160)
"""The largest thumbnail in device pixels: twice what is drawn, so that it stays sharp on dense screens."""
_KEPT = 400
_MAX_BYTES = 40 * 1024 * 1024
_MAX_PIXELS = 60_000_000
_MAX_SIDE = 20_000
_TALL = 2.5


def decode(raw: bytes, box: QSize = BOX, *, whole: bool = False, most: int = _MAX_PIXELS) -> QImage | None:
    """Return a small picture of `raw` that fits `box`, or None for what is no picture or is too large to be opened.

    The type is taken from the first bytes and the reader is told so: Qt must never choose its SVG reader, which opens
    files that the picture names. Very tall pictures (scrolled chats) are shown from their top,
    unless the `whole` is wanted. An empty `box` leaves it as large as it is.
    """
    kind = picture_type(raw)
    if kind is None or len(raw) > _MAX_BYTES:
        return None
    data = QByteArray(raw)
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(kind[0].encode()))
    reader.setAutoDetectImageFormat(False)
    reader.setAutoTransform(True)
    size = reader.size()
    if not size.isValid() or size.isEmpty() or max(size.width(), size.height()) > _MAX_SIDE:
        return None
    if size.width() * size.height() > most:
        return None
    image = reader.read()
    if image.isNull():
        return None
    if not whole and image.height() > image.width() * _TALL:
        image = image.copy(0, 0, image.width(), int(image.width() * _TALL))
    if not box.isEmpty() and (image.width() > box.width() or image.height() > box.height()):
        keep = Qt.AspectRatioMode.KeepAspectRatio
        image = image.scaled(box, keep, Qt.TransformationMode.SmoothTransformation)
    return image


class Thumbnails(QObject):
    """Hands out thumbnails by content hash: at once if known, else later, with `ready`."""

    ready = Signal(str)
    """The SHA-256 of a file whose thumbnail can be drawn now."""
    _decoded = Signal(str, object)

    def __init__(self, read: Callable[[StoredFile], bytes], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._read = read
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="casebook-thumbnails")
        self._kept: OrderedDict[str, QPixmap | None] = OrderedDict()
        self._asked: set[str] = set()
        self._closed = False
        self._decoded.connect(self._keep)

    def get(self, file: StoredFile) -> QPixmap | None:
        """Return the thumbnail of a stored file; None where there is none, or none yet.

        What is too large to be looked at is not even read.
        """
        key = file.sha256
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        if key not in self._asked and not self._closed:
            if file.size > _MAX_BYTES:
                self._kept[key] = None
            else:
                self._asked.add(key)
                self._pool.submit(self._work, file)
        return None

    def close(self) -> None:
        """Stop decoding and wait for the thread to end."""
        self._closed = True
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _work(self, file: StoredFile) -> None:
        try:
            image = decode(self._read(file))
        except (CasebookError, OSError, MemoryError):
            image = None  # a damaged file is reported where it is opened and by the check, not by its little picture
        self._decoded.emit(file.sha256, image)

    @Slot(str, object)
    def _keep(self, key: str, image: QImage | None) -> None:
        self._asked.discard(key)
        self._kept[key] = None if image is None else QPixmap.fromImage(image)
        while len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        if image is not None:
            self.ready.emit(key)
