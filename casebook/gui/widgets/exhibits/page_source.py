"""The pages of one PDF as pictures, drawn on a thread of their own: what is looked at first, then the rest."""

from __future__ import annotations

import math
import threading
from collections import deque
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from enum import IntEnum
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QRectF, QSizeF, Signal
from PySide6.QtGui import QImage

_MOST_PIXELS = 9_000_000
"""What one picture of a page may hold: above that it is drawn smaller and shown enlarged."""
_PDFIUM = threading.Lock()
"""The PDF library may be entered by one thread of the process at a time, whichever document it is about."""


class Wish(IntEnum):
    """What waits to be done, the most urgent first."""

    PAGES = 0
    THUMBNAILS = 1
    WORDS = 2


class PageSource(QObject):
    """Opens a PDF and hands out its pages. Every signal arrives on the thread this object lives on."""

    opened = Signal(object, object)
    """The sizes of all pages (`QSizeF`, in points), and the bookmarks as (level, title, page)."""
    drawn = Signal(int, int, QImage)
    """The picture of a page, for the number of the wish (`Wish`) that asked for it."""
    found = Signal(str, int, object)
    """Where the words stand on a page: rectangles in points from the page's upper left corner."""
    searched = Signal(str)
    """All pages were searched for these words."""
    failed = Signal(object)
    """The exception that kept the file from being opened."""

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self._pdf: Any = None
        self._words = ""
        self._waiting: dict[Wish, deque[tuple[int, int]]] = {wish: deque() for wish in Wish}
        self._lock = threading.Lock()
        self._busy = self._closed = False
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="casebook-pages")

    def open(self) -> None:
        """Open the file; `opened` or `failed` tells how it went."""
        self._pool.submit(self._open)

    def want(self, wish: Wish, orders: Sequence[tuple[int, int]]) -> None:
        """Draw these (page, width in pixels), the first one first, in place of what this wish still waits for."""
        with self._lock:
            self._waiting[wish] = deque(orders)
            start = not self._busy and not self._closed and bool(orders)
            self._busy = self._busy or start
        if start:
            self._pool.submit(self._work)

    def look_for(self, words: str, pages: Sequence[int]) -> None:
        """Search these pages in this order; an earlier search is given up. Empty words end it."""
        with self._lock:
            self._words = words
        self.want(Wish.WORDS, [(page, 0) for page in pages] if words else [])

    def close(self) -> None:
        """Stop drawing, wait for the page at hand, and close the file."""
        with self._lock:
            self._closed = True
            for waiting in self._waiting.values():
                waiting.clear()
        self._pool.submit(self._shut)
        self._pool.shutdown(wait=True)

    def _open(self) -> None:
        import pypdfium2

        try:
            with _PDFIUM:
                self._pdf = pypdfium2.PdfDocument(self._path)
                sizes = tuple(QSizeF(*self._pdf.get_page_size(number)) for number in range(len(self._pdf)))
                marks = tuple(_bookmarks(self._pdf))
        except (OSError, pypdfium2.PdfiumError) as error:
            self.failed.emit(error)
            return
        self.opened.emit(sizes, marks)

    def _shut(self) -> None:
        with _PDFIUM:
            if self._pdf is not None:
                self._pdf.close()

    def _work(self) -> None:
        while (order := self._next()) is not None:
            wish, page, width, words, last = order
            if self._pdf is None:
                continue
            if wish is Wish.WORDS:
                self.found.emit(words, page, self._places(page, words))
                if last:
                    self.searched.emit(words)
            else:
                self.drawn.emit(page, wish, self._picture(page, width))

    def _next(self) -> tuple[Wish, int, int, str, bool] | None:
        with self._lock:
            for wish, waiting in self._waiting.items():
                if waiting and not self._closed:
                    page, width = waiting.popleft()
                    return wish, page, width, self._words, not waiting
            self._busy = False
            return None

    def _picture(self, number: int, width: int) -> QImage:
        with _PDFIUM:
            page = self._pdf[number]
            bitmap = page.render(scale=width / page.get_width(), prefer_bgrx=True)
            image = QImage(bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB32)
            kept = image.copy()  # the library's own memory goes with its bitmap
            bitmap.close()
            page.close()
        return kept

    def _places(self, number: int, words: str) -> list[QRectF]:
        with _PDFIUM:
            page = self._pdf[number]
            text = page.get_textpage()
            searcher = text.search(words)
            height, found = page.get_height(), []
            while (hit := searcher.get_next()) is not None:
                for index in range(text.count_rects(*hit)):
                    left, bottom, right, top = text.get_rect(index)
                    found.append(QRectF(left, height - top, right - left, top - bottom))
            searcher.close()
            text.close()
            page.close()
        return found


def sharpest(size: QSizeF, width: float) -> int:
    """Return how wide in pixels a page of a size is to be drawn that is shown so wide."""
    return round(min(width, math.sqrt(_MOST_PIXELS * size.width() / size.height())))


def _bookmarks(pdf: Any) -> list[tuple[int, str, int]]:
    found = []
    for mark in pdf.get_toc():
        target = mark.get_dest()
        if target is not None and (page := target.get_index()) is not None:
            found.append((mark.level, mark.get_title(), page))
    return found
