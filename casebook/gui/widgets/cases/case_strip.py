"""The case in one line: contacts as dots, silences as gaps, promises, follow-ups and deadlines each in a shape of its
own, and where today is.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import Enum
from operator import attrgetter

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from casebook.gui import texts
from casebook.gui.models.timeline_model import SILENCE
from casebook.gui.theme import TINY, Theme
from casebook.gui.widgets.timeline.bubble_words import promise_words
from casebook.journal.listings import ContactRow
from casebook.journal.records import FollowUp, Promise
from casebook.journal.terms import Direction, PromiseState
from casebook.journal.times import to_text

_MIDDLE = 14
_DOT = 3.5
_GRAIN = 4
"""Pixels within which dots of one kind are drawn as one."""
_FEW = 40
_AHEAD = timedelta(days=14)
"""A deadline further ahead than this, and than the case is old, stands at the end: the past keeps its room."""
_AT = attrgetter("at")
_LOOK = 12
"""So many contacts of one column are looked at to find one of each kind."""


class Mark(Enum):
    """What a mark on the line stands for."""

    OWN = "own"
    THEIRS = "theirs"
    PROMISE = "promise"
    FOLLOW_UP = "follow-up"
    DEADLINE = "deadline"


_SHAPES = {
    Mark.PROMISE: ((0, -1.5), (1.5, 0), (0, 1.5), (-1.5, 0)),
    Mark.FOLLOW_UP: ((-1.1, -1.1), (1.1, -1.1), (1.1, 1.1), (-1.1, 1.1)),
    Mark.DEADLINE: ((-1.4, -1.3), (1.4, -1.3), (0, 1.5)),
}
"""The corners of the marks that are no dots, in radii of a dot: shapes tell them apart without colours."""


@dataclass(frozen=True, slots=True)
class _Spot:
    x: float
    mark: Mark
    words: str
    contact_id: int
    filled: bool


class CaseStrip(QWidget):
    """Shows when things happened; a click leads to the contact."""

    contact_activated = Signal(int)
    """A contact's mark was clicked."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._contacts: Sequence[ContactRow] = ()
        self._promises: Sequence[Promise] = ()
        self._follow_ups: Sequence[FollowUp] = ()
        self._deadlines: Sequence[tuple[datetime, str]] = ()
        self._gaps: list[tuple[float, float]] = []
        self._current = -1
        self._now: datetime | None = None
        self._waits = True
        self._spots: list[_Spot] = []
        self._laid_width = -1
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("The case in time"))
        theme.changed.connect(self.update)

    def show_case(
        self,
        contacts: Sequence[ContactRow],
        promises: Sequence[Promise],
        follow_ups: Sequence[FollowUp],
        now: datetime,
        deadlines: Sequence[tuple[datetime, str]] = (),
        *,
        waits: bool = True,
    ) -> None:
        """Show these marks; `now` in UTC, the deadlines with their words. The silence of a case that `waits` lasts."""
        self._contacts, self._now, self._waits = contacts, now, waits
        self._promises = [p for p in promises if p.due is not None or p.resolved_at is not None]
        self._follow_ups, self._deadlines = follow_ups, deadlines
        self._laid_width = self._current = -1
        spoken = self.tr("%n contact(s)", "", len(contacts))
        self.setAccessibleDescription(spoken)
        self.update()

    def sizeHint(self) -> QSize:
        """Return a height for the line and its dates."""
        return QSize(240, 44)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw line, dates and marks."""
        del event
        if self._now is None or not self._contacts:
            return
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._laid_width != self.width():
            self._lay_out()
        painter.setPen(QPen(theme.line, 2))
        painter.drawLine(QPointF(0, _MIDDLE), QPointF(self.width(), _MIDDLE))
        for start, end in self._gaps:
            painter.fillRect(QRectF(start, _MIDDLE - 2, end - start, 4), theme.surface)
            painter.setPen(QPen(theme.drawing, 1.5, Qt.PenStyle.DotLine))
            painter.drawLine(QPointF(start, _MIDDLE), QPointF(end, _MIDDLE))
        self._dates(painter, self._now)
        for number, spot in enumerate(self._spots):
            self._draw(painter, spot, current=number == self._current and self.hasFocus())
        painter.end()

    def _draw(self, painter: QPainter, spot: _Spot, *, current: bool) -> None:
        """Draw a mark: a dot for a contact, a diamond for a promise, a square to be done, a triangle for a deadline."""
        theme, middle = self._theme, QPointF(spot.x, _MIDDLE)
        if current:
            painter.setPen(QPen(theme.accent, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(spot.x - 8, _MIDDLE - 8, 16, 16), 4, 4)
        colour = theme.accent if spot.mark in {Mark.OWN, Mark.THEIRS} else theme.warn
        painter.setPen(QPen(colour, 2))
        painter.setBrush(colour if spot.filled else theme.surface)
        if spot.mark in _SHAPES:
            painter.drawPolygon(QPolygonF([middle + QPointF(x * _DOT, y * _DOT) for x, y in _SHAPES[spot.mark]]))
        else:
            painter.drawEllipse(middle, _DOT, _DOT)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show a hand over what can be clicked."""
        spot = self._at(event.position().x())
        clickable = spot is not None and spot.contact_id
        self.setCursor(Qt.CursorShape.PointingHandCursor if clickable else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Go to the contact of a mark."""
        spot = self._at(event.position().x())
        if spot is not None and spot.contact_id and event.button() == Qt.MouseButton.LeftButton:
            self.contact_activated.emit(spot.contact_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and Right go from mark to mark and tell what each is; Enter goes to its contact."""
        if self._laid_width != self.width() and self._now is not None:
            self._lay_out()
        last, key = len(self._spots) - 1, event.key()
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Home: -last - 1, Qt.Key.Key_End: last + 1}
        if last >= 0 and key in steps:
            before = last + 1 if self._current < 0 and steps[Qt.Key(key)] < 0 else self._current
            self._current = min(max(before + steps[Qt.Key(key)], 0), last)
            spot = self._spots[self._current]
            words = self._words(spot)
            self.setAccessibleDescription(words)
            QToolTip.showText(self.mapToGlobal(QPoint(int(spot.x), _MIDDLE + 8)), words, self)
            self.update()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and 0 <= self._current <= last:
            if contact_id := self._spots[self._current].contact_id:
                self.contact_activated.emit(contact_id)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Say in a tooltip what a mark is."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            spot = self._at(event.pos().x())
            QToolTip.showText(event.globalPos(), self._words(spot) if spot else "", self)
            return True
        return super().event(event)

    def _span(self) -> tuple[datetime, datetime]:
        """Return the first and last time on the line."""
        assert self._now is not None
        ahead = [f.rings_at for f in self._follow_ups] + [p.due.utc for p in self._promises if p.due]
        first = min([self._contacts[0].happened_at, *ahead, self._now])
        far = self._now + max(_AHEAD, self._now - first)
        last = max([self._now, *ahead, *(min(at, far) for at, _words in self._deadlines)])
        return first, max(last, first + timedelta(hours=1))

    def _x(self, when: datetime) -> float:
        first, last = self._span()
        return 6 + (when - first) / (last - first) * (self.width() - 12)

    def _dates(self, painter: QPainter, now: datetime) -> None:
        """Write the first day, today, and the last day where it is well after today."""
        first, last = self._span()
        font = self._theme.font(TINY - 1)
        metrics = QFontMetrics(font)
        painter.setFont(font)
        painter.setPen(self._theme.muted)
        baseline = _MIDDLE + 12 + metrics.ascent()
        start, today = texts.day_month(texts.here(first).date()), self.tr("today")
        painter.drawText(QPointF(0, baseline), start)
        taken = metrics.horizontalAdvance(start) + 12
        width = metrics.horizontalAdvance(today)
        x = min(max(self._x(now) - width / 2, 0), self.width() - width)
        if x >= taken:
            painter.drawText(QPointF(x, baseline), today)
            taken = int(x) + width + 12
        end = texts.day_month(texts.here(last).date())
        if last > now and self.width() - metrics.horizontalAdvance(end) >= taken:
            painter.drawText(QPointF(self.width() - metrics.horizontalAdvance(end), baseline), end)

    def _lay_out(self) -> None:
        """Place the marks; of many contacts within a few pixels one is kept."""
        self._laid_width = self.width()
        spots = self._contact_spots(*self._span())
        for promise in self._promises:
            at = promise.due.utc if promise.due else promise.resolved_at
            if at is not None and promise.state in {PromiseState.OPEN, PromiseState.BROKEN}:
                broken = promise.state is PromiseState.BROKEN
                spots.append(_Spot(self._x(at), Mark.PROMISE, promise_words(promise), promise.contact_id or 0, broken))
        for follow_up in self._follow_ups:
            words = texts.joined(texts.short_time(texts.here(follow_up.rings_at)), follow_up.reason)
            due = self._now is not None and follow_up.rings_at <= self._now
            spots.append(_Spot(self._x(follow_up.rings_at), Mark.FOLLOW_UP, words, follow_up.contact_id or 0, due))
        for at, words in self._deadlines:
            spots.append(
                _Spot(
                    min(self._x(at), self.width() - 6),
                    Mark.DEADLINE,
                    words,
                    0,
                    self._now is not None and at <= self._now,
                )
            )
        self._spots = sorted(spots, key=lambda spot: spot.x)
        self._gaps = self._silences(*self._span())

    def _silences(self, first: datetime, last: datetime) -> list[tuple[float, float]]:
        """Return from where to where nobody said anything, where that is long enough to be seen."""
        rows, room = self._contacts, max(1, self.width() - 12)
        scale, gaps, number = room / (last - first).total_seconds(), list[tuple[float, float]](), 0
        least = max(SILENCE, timedelta(seconds=4 * _DOT / scale))
        while number < len(rows):  # in leaps over all that follows too soon: ten thousand cost no more than a few
            before = rows[number].happened_at
            after = bisect_left(rows, to_text(before + least), lo=number + 1, key=_AT)
            at = rows[after].happened_at if after < len(rows) else self._now if self._waits else None
            if after > number + 1:
                number = after - 1
                continue
            if at is not None and at - before >= least:
                start = 6 + (before - first).total_seconds() * scale
                gaps.append((start + 2 * _DOT, start + (at - before).total_seconds() * scale - 2 * _DOT))
            number = after
        return gaps

    def _contact_spots(self, first: datetime, last: datetime) -> list[_Spot]:
        """Return the marks of the contacts. Column by column, so that ten thousand of them cost no more than a few."""
        rows, room = self._contacts, self.width() - 12
        columns = max(1, room // _GRAIN)
        step, spots, start = (last - first) / columns, list[_Spot](), 0
        for column in range(columns + 1):
            end = bisect_left(rows, to_text(first + step * (column + 1)), lo=start, key=_AT)
            for own in (True, False):
                for row in rows[max(start, end - _LOOK) : end][::-1]:
                    if (row.direction is Direction.OUT) == own:
                        x = 6 + (row.happened_at - first) / (last - first) * room
                        spots.append(_Spot(x, Mark.OWN if own else Mark.THEIRS, "", row.id, own))
                        break
            start = end
            if start >= len(rows):
                break
        return _apart(spots, self.width() - 6)

    def _words(self, spot: _Spot) -> str:
        """Return what a mark is, in words."""
        row = next((row for row in self._contacts if row.id == spot.contact_id), None)
        if spot.words or row is None:
            return spot.words
        who = texts.capital(texts.caption(row.direction))
        return texts.joined(texts.short_time(row.happened_at + timedelta(seconds=row.offset)), who)

    def _at(self, x: float) -> _Spot | None:
        """Return the mark nearest to a place, the topmost of equals."""
        near = [spot for spot in reversed(self._spots) if abs(spot.x - x) <= 7]
        return min(near, key=lambda spot: abs(spot.x - x), default=None)


def _apart(spots: list[_Spot], end: float) -> list[_Spot]:
    """Move marks that would cover each other a little to the right, as long as there are few of them."""
    if len(spots) > _FEW:
        return spots
    placed: list[_Spot] = []
    for spot in sorted(spots, key=lambda s: (s.x, not s.filled)):
        least = placed[-1].x + 3 * _DOT if placed else 0
        placed.append(replace(spot, x=min(max(spot.x, least), end)))
    return placed
