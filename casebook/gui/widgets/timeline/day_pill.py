"""The day that is read, afloat at the top of the timeline while somebody scrolls, and a moment longer."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QRect, QTimer

from casebook.gui.widgets.timeline.anchored_view import AnchoredView

_STAYS = 1200
"""How long it stays after the last step, ms: it stands over words, which are to be read."""


class DayPill(QObject):
    """Knows whether the day is to be shown, and where it was drawn last; there it can be clicked."""

    def __init__(self, view: AnchoredView) -> None:
        super().__init__(view)
        self._view, self._rect = view, QRect()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_STAYS)
        self._timer.timeout.connect(self.end)
        view.scrolled.connect(self.start)
        view.laid_out.connect(self.end)

    @property
    def wanted(self) -> bool:
        """Whether somebody scrolls, or did until a moment ago."""
        return self._timer.isActive()

    def start(self) -> None:
        """Show it from now on for a moment: a step was scrolled."""
        self._timer.start()

    def end(self) -> None:
        """Show it no longer."""
        self._timer.stop()
        self._rect = QRect()
        self._view.viewport().update()

    def drawn(self, rect: QRect) -> None:
        """Take note of where it is, an empty rectangle for nowhere."""
        self._rect = rect

    def contains(self, point: QPoint) -> bool:
        """Return whether it is shown at a point of the viewport."""
        return self._rect.contains(point)


__all__ = ["DayPill"]
