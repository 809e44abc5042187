"""A screenshot of a part of the screen: looked at first, framed then, or asked of the desktop where it must be."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QCursor, QGuiApplication, QImage, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from casebook.gui.theme import Theme

if TYPE_CHECKING:  # loaded by the first screenshot
    from casebook.gui.desktop.screenshot_portal import ScreenshotPortal
    from casebook.gui.widgets.exhibits.snip_overlay import SnipOverlay

_OUT_OF_SIGHT = 250
"""Milliseconds until a hidden window is gone from the screen, fading away included."""


class Snipping(QObject):
    """Takes one screenshot at a time. The own windows are out of sight meanwhile, and come back whatever happens."""

    taken = Signal(object)
    """The picture: a `QImage`, or the bytes of the file that the desktop made."""
    failed = Signal(str)
    """Why there is none, in the user's words."""
    ended = Signal()
    """It is over, with a picture or without: the windows are back."""

    def __init__(self, theme: Theme, parent: QObject | None = None, *, portal: ScreenshotPortal | None = None) -> None:
        """`portal` is asked on Wayland; its own is made where none is given."""
        super().__init__(parent)
        self._theme, self._portal = theme, portal
        self._hidden: list[QWidget] = []
        self._focus: QWidget | None = None
        self._overlays: list[SnipOverlay] = []
        self._runs = False
        self._quits = True

    @property
    def overlays(self) -> tuple[SnipOverlay, ...]:
        """What covers the screens now."""
        return tuple(self._overlays)

    @property
    def runs(self) -> bool:
        """Whether a screenshot is being taken."""
        return self._runs

    def start(self) -> None:
        """Take a screenshot; does nothing while one is being taken."""
        if self._runs:
            return
        self._runs = True
        self._hide_own()
        QTimer.singleShot(_OUT_OF_SIGHT, self, self._look)

    def end(self) -> None:
        """Stop, as if Esc was pressed."""
        if self._portal is not None:
            self._portal.end()
        self._finish()

    def _look(self) -> None:
        if not self._runs:
            return
        if QGuiApplication.platformName().startswith("wayland") or self._portal is not None:
            self._ask_portal()
            return
        screens = QGuiApplication.screens()
        pictures = [screen.grabWindow(0) for screen in screens]
        if any(picture.isNull() for picture in pictures) or not pictures:
            self._ask_portal()
            return
        from casebook.gui.widgets.exhibits.snip_overlay import SnipOverlay

        for screen, picture in zip(screens, pictures, strict=True):
            overlay = SnipOverlay(picture, screen, self._theme)
            overlay.taken.connect(self._take)
            overlay.left.connect(self._finish)
            overlay.framed.connect(self._clear_others)
            self._overlays.append(overlay)
        under = QGuiApplication.screenAt(QCursor.pos())
        for overlay in self._overlays:
            overlay.showFullScreen()
        first = next((o for o in self._overlays if o.screen() is under), self._overlays[0])
        first.raise_()
        first.activateWindow()
        first.setFocus()

    def _ask_portal(self) -> None:
        if self._portal is None:
            from casebook.gui.desktop.screenshot_portal import ScreenshotPortal

            self._portal = ScreenshotPortal(parent=self)
        with suppress(RuntimeError, TypeError):  # from the time before
            self._portal.disconnect(self)
        self._portal.taken.connect(self._hand_over)
        self._portal.cancelled.connect(self._finish)
        self._portal.failed.connect(self._fail)
        self._portal.ask()

    def _clear_others(self) -> None:
        for overlay in self._overlays:
            if overlay is not self.sender():
                overlay.clear()

    def _take(self, part: QPixmap) -> None:
        self._hand_over(_pixels(part))

    def _hand_over(self, picture: bytes | QImage) -> None:
        self._finish()
        if isinstance(picture, QImage) or picture:
            self.taken.emit(picture)

    def _fail(self) -> None:
        self._finish()
        self.failed.emit(
            self.tr("This desktop lets no program take a screenshot. Take it with the system's own tool, then Ctrl+V.")
        )

    def _finish(self) -> None:
        if not self._runs:
            return
        self._runs = False
        overlays, self._overlays = self._overlays, []
        for overlay in overlays:
            overlay.close()
        self._show_own()
        self.ended.emit()

    def _hide_own(self) -> None:
        """Hide the windows of this program, the dialogs before what they stand over."""
        self._quits = QGuiApplication.quitOnLastWindowClosed()
        QGuiApplication.setQuitOnLastWindowClosed(False)
        self._focus = QApplication.focusWidget()
        shown = [w for w in QApplication.topLevelWidgets() if w.isVisible() and w.isWindow()]
        self._hidden = sorted(shown, key=lambda w: w.parentWidget() is None)
        for widget in self._hidden:
            widget.hide()

    def _show_own(self) -> None:
        hidden, self._hidden = self._hidden, []
        for widget in reversed(hidden):
            widget.show()
        if hidden:
            hidden[0].raise_()
            hidden[0].activateWindow()
        focus, self._focus = self._focus, None
        with suppress(RuntimeError):  # it may be gone
            if focus is not None:
                focus.setFocus()
        QGuiApplication.setQuitOnLastWindowClosed(self._quits)


def _pixels(picture: QPixmap) -> QImage:
    image = picture.toImage()
    image.setDevicePixelRatio(1.0)
    return image
