"""The icon in the tray, with the count of what rings, where there is a tray at this moment."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QMenu, QSystemTrayIcon, QWidget

from casebook.gui import icons

_SIZE = 64
_BADGE, _ON_BADGE = QColor("#c2410c"), QColor("#ffffff")
_MOST = 99


class Tray(QObject):
    """Shows itself where it can. A tray may come and go, so whoever relies on it asks `is_there` at that moment."""

    open_requested = Signal()
    due_requested = Signal()
    log_requested = Signal()
    snip_requested = Signal()
    quit_requested = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._count, self._is_wanted = 0, True
        self._menu = QMenu(window)
        self._open = self._menu.addAction("", self.open_requested.emit)
        self._due = self._menu.addAction("", self.due_requested.emit)
        self._log = self._menu.addAction("", self.log_requested.emit)
        self._snip = self._menu.addAction("", self.snip_requested.emit)
        self._menu.addSeparator()
        self._quit = self._menu.addAction("", self.quit_requested.emit)
        self._icon = QSystemTrayIcon(self)
        self._icon.setContextMenu(self._menu)
        self._icon.activated.connect(self._activated)
        window.installEventFilter(self)
        self._retranslate()
        self.show_count(0)

    def is_there(self) -> bool:
        """Return whether the icon can be seen and clicked now."""
        return self._is_wanted and self._icon.isVisible() and QSystemTrayIcon.isSystemTrayAvailable()

    @staticmethod
    def can_be() -> bool:
        """Return whether this desktop has a tray now."""
        return QSystemTrayIcon.isSystemTrayAvailable()

    def want(self, *, wanted: bool) -> None:
        """Show the icon, or do not; call it again now and then, because a tray may have come."""
        self._is_wanted = wanted
        shown = wanted and QSystemTrayIcon.isSystemTrayAvailable()
        if shown != self._icon.isVisible():
            self._icon.setVisible(shown)

    def show_count(self, count: int) -> None:
        """Draw how many follow-ups ring."""
        self._count = count
        self._icon.setIcon(counted_icon(count))
        self._retranslate()

    def words(self) -> str:
        """Return what the icon says when it is pointed at."""
        return self._icon.toolTip()

    def end(self) -> None:
        """Take the icon away."""
        self._icon.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow a switch of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        return super().eventFilter(watched, event)

    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason in {QSystemTrayIcon.ActivationReason.Trigger, QSystemTrayIcon.ActivationReason.DoubleClick}:
            self.open_requested.emit()

    def _retranslate(self) -> None:
        due = self.tr("%n follow-up(s) due", None, self._count) if self._count else self.tr("Nothing is due")
        self._icon.setToolTip(f"Casebook\n{due}")
        self._open.setText(self.tr("Open Casebook"))
        self._due.setText(self.tr("Show what is due ({count})").replace("{count}", str(self._count)))
        self._log.setText(self.tr("Log contact…"))
        self._snip.setText(self.tr("Screenshot of a part…"))
        self._quit.setText(self.tr("Quit Casebook"))


def counted_icon(count: int) -> QIcon:
    """Return the program's icon, with a number in its corner unless that is 0."""
    if not count:
        return icons.app_icon()
    picture = QPixmap(_SIZE, _SIZE)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    icons.app_icon().paint(painter, picture.rect())
    words = str(count) if count <= _MOST else f"{_MOST}+"
    wide = _SIZE * (0.56 if len(words) == 1 else 0.74)
    place = QRectF(_SIZE - wide, 0, wide, _SIZE * 0.56)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_BADGE)
    painter.drawRoundedRect(place, place.height() / 2, place.height() / 2)
    font = QFont(painter.font())
    font.setBold(True)
    font.setPixelSize(round(place.height() * (0.8 if len(words) < 3 else 0.58)))
    painter.setFont(font)
    painter.setPen(_ON_BADGE)
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)
    painter.end()
    return QIcon(picture)
