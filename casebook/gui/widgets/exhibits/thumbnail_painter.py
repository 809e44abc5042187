"""How an exhibit's little frame is painted: its picture, or the icon of its type, and its number."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPixmap

from casebook.gui import icons
from casebook.gui.theme import TINY, Theme
from casebook.journal.records import Exhibit, StoredFile


def type_icon(exhibit: Exhibit) -> str:
    """Return the name of the icon for an exhibit's kind of file."""
    known = {"application/pdf": "pdf", "message/rfc822": "mail"}
    return "image" if exhibit.media_type.startswith("image/") else known.get(exhibit.media_type, "file")


class ThumbnailPainter:
    """Paints thumbnails, and small icons from memory; `forget` drops what was drawn in other colours."""

    def __init__(self, theme: Theme, thumbnail: Callable[[StoredFile], QPixmap | None]) -> None:
        self._theme = theme
        self._thumbnail = thumbnail
        self._icons: dict[tuple[str, int, str, float], QPixmap] = {}
        self.forget()

    def forget(self) -> None:
        """Read the fonts anew and drop the icons."""
        self._small, self._tiny = self._theme.font(TINY), self._theme.font(TINY - 1)
        self._small_metrics, self._tiny_metrics = QFontMetrics(self._small), QFontMetrics(self._tiny)
        self._icons.clear()

    def paint(self, painter: QPainter, rect: QRect, exhibit: Exhibit, label: str = "", *, marked: bool = False) -> None:
        """Paint a frame with what stands for an exhibit; `label` instead of `EX-7`, `marked` when chosen."""
        theme = self._theme
        painter.setPen(theme.accent if marked else theme.line)
        painter.setBrush(theme.surface)
        painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        inner = rect.adjusted(3, 3, -3, -3)
        picture = self._thumbnail(exhibit.file) if exhibit.media_type.startswith("image/") else None
        if picture is not None:
            size = picture.size()
            if size.width() > inner.width() or size.height() > inner.height():
                size = size.scaled(inner.size(), Qt.AspectRatioMode.KeepAspectRatio)
            box = QRect(QPoint(), size)
            box.moveCenter(inner.center())
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(box, picture)
        else:
            self._type(painter, inner, exhibit)
        self._number(painter, rect, label or exhibit.label)

    def icon(self, painter: QPainter, name: str, size: int, colour: QColor) -> QPixmap:
        """Return an icon in a colour, drawn once for each screen density."""
        ratio = icons.density(painter)
        key = (name, size, colour.name(), ratio)
        if key not in self._icons:
            self._icons[key] = icons.pixmap(name, size, colour, ratio)
        return self._icons[key]

    def _type(self, painter: QPainter, inner: QRect, exhibit: Exhibit) -> None:
        """Paint what stands for a file without a picture: its icon, and its name where there is room."""
        pixmap = self.icon(painter, type_icon(exhibit), 20, self._theme.drawing)
        painter.drawPixmap(inner.left() + 5, inner.top() + 5, pixmap)
        if inner.height() > 56:
            painter.setPen(self._theme.muted)
            painter.setFont(self._small)
            how = Qt.TextElideMode.ElideMiddle
            words = self._small_metrics.elidedText(exhibit.name, how, inner.width() - 8)
            box = QRect(inner.left() + 5, inner.top() + 26, inner.width() - 8, 18)
            painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)

    def _number(self, painter: QPainter, rect: QRect, label: str) -> None:
        if not label:
            return
        width = self._tiny_metrics.horizontalAdvance(label)
        box = QRect(rect.right() - width - 8, rect.bottom() - 17, width + 6, 15)
        ground = QColor(self._theme.surface)
        ground.setAlpha(230)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(self._theme.muted)
        painter.setFont(self._tiny)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, label)
