"""Icons: hand-drawn SVGs painted in the colour of the palette, so that they follow light, dark and disabled."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QIconEngine, QPainter, QPalette, QPixmap

from casebook import paths

_SMALL = 24
"""Pixels up to which the application's icon has a simpler drawing."""

Colour = Callable[[], QColor]
"""Asked at paint time, so that an icon follows a switch of theme: `lambda: theme.accent_text`."""


def folder() -> Path:
    """Return the folder of the SVG files."""
    return paths.resources() / "icons"


def icon(name: str, colour: Colour | None = None) -> QIcon:
    """Return the icon `resources/icons/NAME.svg` in the palette's text colour, or in `colour()`.

    Raises FileNotFoundError at once for a name that has no file.
    """
    _source(name)
    return QIcon(_Engine(name, colour))


def app_icon() -> QIcon:
    """Return the application's own icon, in its own colours."""
    return QIcon(_AppEngine("casebook", None))


def pixmap(name: str, size: int, colour: QColor, ratio: float = 1.0) -> QPixmap:
    """Return an icon as a square pixmap of `size` device-independent pixels at a device pixel ratio."""
    side = round(size * ratio)
    result = QPixmap(side, side)
    result.fill(Qt.GlobalColor.transparent)
    painter = QPainter(result)
    paint(painter, QRectF(0, 0, side, side), name, colour)
    painter.end()
    result.setDevicePixelRatio(ratio)
    return result


def paint(painter: QPainter, rect: QRect | QRectF, name: str, colour: QColor) -> None:
    """Draw an icon into `rect` (for delegates)."""
    from PySide6.QtSvg import QSvgRenderer

    svg = _source(name).replace("currentColor", colour.name())
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(rect))


def density(painter: QPainter) -> float:
    """Return how many pixels of the screen one unit of a painter takes.

    Not asked of `painter.device()`: to tell which kind of device that is, PySide first makes every class of Qt that can
    be painted on, which at the first call takes longer than all else before the window is seen.
    """
    return math.sqrt(abs(painter.combinedTransform().determinant()))


class _Engine(QIconEngine):
    """Paints one SVG in the colour that fits the icon's mode."""

    def __init__(self, name: str, colour: Colour | None) -> None:
        super().__init__()
        self._name = name
        self._colour = colour

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        del state
        painter.drawPixmap(rect, self._drawn(rect.size(), mode, density(painter)))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        del state
        return self._drawn(size, mode, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        del state
        return self._drawn(size, mode, scale)  # the size is in device-independent pixels

    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._colour)

    def _drawn(self, size: QSize, mode: QIcon.Mode, ratio: float) -> QPixmap:
        return pixmap(self._name, min(size.width(), size.height()), self._shade(mode), ratio)

    def _shade(self, mode: QIcon.Mode) -> QColor:
        if mode == QIcon.Mode.Disabled:
            return QGuiApplication.palette().color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText)
        if self._colour is not None:
            return self._colour()
        return QGuiApplication.palette().color(QPalette.ColorRole.ButtonText)


class _AppEngine(_Engine):
    """The application's icon: in a title bar or a tray a drawing of its own, which meets the pixels."""

    def clone(self) -> QIconEngine:
        return _AppEngine(self._name, self._colour)

    def _drawn(self, size: QSize, mode: QIcon.Mode, ratio: float) -> QPixmap:
        side = min(size.width(), size.height())
        return pixmap(self._name if side * ratio > _SMALL else f"{self._name}-small", side, self._shade(mode), ratio)


@lru_cache(maxsize=256)
def _source(name: str) -> str:
    return (folder() / f"{name}.svg").read_text("utf-8")
