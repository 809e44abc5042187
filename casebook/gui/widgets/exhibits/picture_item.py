"""A picture on a scene: sharp at every zoom, cheap to draw when small, and cut into tiles when it is large."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPixmap
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

_LEAST = 512
"""Pixels of the longer side below which a picture is not halved again."""
_TILES_KEPT = 64


@dataclass(frozen=True, slots=True)
class Levels:
    """A picture and its halves, the largest first. `size` is that of the file, which may be larger than any of them."""

    size: QSize
    images: tuple[QImage, ...]
    tile: int = 0
    """How wide and high the tiles are that show it in its own size, 0 where the first image does."""


def levels(image: QImage, size: QSize | None = None, tile: int = 0) -> Levels:
    """Return a picture with its halves; takes a while, so not for the thread that draws the window."""
    images = [image]
    while max(images[-1].width(), images[-1].height()) > _LEAST * 2:
        half = QSize(max(1, images[-1].width() // 2), max(1, images[-1].height() // 2))
        smooth = Qt.TransformationMode.SmoothTransformation
        images.append(images[-1].scaled(half, Qt.AspectRatioMode.IgnoreAspectRatio, smooth))
    return Levels(size or image.size(), tuple(images), tile)


class PictureItem(QGraphicsItem):
    """Draws a picture in its own pixels; asks for tiles as they come into sight."""

    def __init__(self, ask: Callable[[int, int], None]) -> None:
        super().__init__()
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)  # else all of it is always exposed
        self._ask = ask
        self._levels: Levels | None = None
        self._tiles: OrderedDict[tuple[int, int], QPixmap] = OrderedDict()
        self._asked: set[tuple[int, int]] = set()

    def show_levels(self, found: Levels | None) -> None:
        """Show a picture, or none."""
        self.prepareGeometryChange()
        self._levels = found
        self._tiles.clear()
        self._asked.clear()
        self.update()

    @property
    def size(self) -> QSize:
        """The size of the file's picture in its own pixels."""
        return self._levels.size if self._levels else QSize()

    def put_tile(self, column: int, row: int, image: QImage) -> None:
        """Take a tile that was asked for."""
        self._asked.discard((column, row))
        if self._levels is None or image.isNull():
            return
        self._tiles[column, row] = QPixmap.fromImage(image)
        while len(self._tiles) > _TILES_KEPT:
            self._tiles.popitem(last=False)
        self.update(self._place(column, row))

    def boundingRect(self) -> QRectF:
        """Return the picture's own pixels."""
        return QRectF(0, 0, self.size.width(), self.size.height())

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """Draw what is exposed, from the smallest image that is sharp at this zoom."""
        del widget
        found = self._levels
        if found is None:
            return
        zoom = option.levelOfDetailFromTransform(painter.worldTransform()) * painter.device().devicePixelRatioF()
        wide = found.size.width() * zoom
        image = next((i for i in reversed(found.images) if i.width() >= wide), found.images[0])
        # Beyond twice its size the pixels themselves are what one wants to see.
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, zoom < 2)
        seen = option.exposedRect.intersected(self.boundingRect())
        across, down = image.width() / found.size.width(), image.height() / found.size.height()
        source = QRectF(seen.x() * across, seen.y() * down, seen.width() * across, seen.height() * down)
        painter.drawImage(seen, image, source)
        if found.tile and image is found.images[0] and image.width() < wide:
            self._paint_tiles(painter, seen, found.tile)

    def _paint_tiles(self, painter: QPainter, seen: QRectF, tile: int) -> None:
        for row in range(int(seen.top()) // tile, int(seen.bottom() - 0.01) // tile + 1):
            for column in range(int(seen.left()) // tile, int(seen.right() - 0.01) // tile + 1):
                pixmap = self._tiles.get((column, row))
                if pixmap is not None:
                    self._tiles.move_to_end((column, row))
                    painter.drawPixmap(self._place(column, row), pixmap, QRectF(pixmap.rect()))
                elif (column, row) not in self._asked:
                    self._asked.add((column, row))
                    self._ask(column, row)

    def _place(self, column: int, row: int) -> QRectF:
        tile = self._levels.tile if self._levels else 0
        return QRectF(column * tile, row * tile, tile, tile).intersected(self.boundingRect())
