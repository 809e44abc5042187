"""How long a firm takes to answer, by channel: a bar to the median, a mark at the average, the figures beside them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from casebook.gui import icons, texts
from casebook.gui import theme as look
from casebook.gui.theme import Theme
from casebook.journal.kinds.firm_figures import Answers

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_ELIDE = Qt.TextElideMode.ElideRight
_ICON = 16
_LEAST_BAR = 3


class AnswerChart(QWidget):
    """One line a channel. It says in words all that it draws, and can be walked over by a screen reader as one text."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._answers: Sequence[Answers] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_answers(self, answers: Sequence[Answers]) -> None:
        """Draw these, from the top."""
        self._answers = answers
        self.setVisible(bool(answers))
        self._retranslate()
        self.updateGeometry()
        self.update()

    def words(self) -> list[str]:
        """Return each line in words."""
        return [texts.joined(texts.label(each.channel), self._figures(each)) for each in self._answers]

    def sizeHint(self) -> QSize:
        """Return room for every line."""
        return QSize(320, self._line() * len(self._answers))

    def minimumSizeHint(self) -> QSize:
        """Return the same height: a line is never cut."""
        return QSize(200, self.sizeHint().height())

    def event(self, event: QEvent) -> bool:
        """Tell the whole of the line under the pointer."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            row = event.pos().y() // self._line()
            if 0 <= row < len(self._answers):
                QToolTip.showText(event.globalPos(), self._tip(self._answers[row]), self)
            return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a switch of language or font."""
        if event.type() in {QEvent.Type.LanguageChange, QEvent.Type.FontChange}:
            self._retranslate()
            self.updateGeometry()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the lines."""
        del event
        if not self._answers:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = self._theme.font(look.SMALL)
        metrics = QFontMetrics(font)
        name = min(
            max(metrics.horizontalAdvance(texts.label(each.channel)) for each in self._answers) + look.XS,
            self.width() // 3,
        )
        longest = max(max(each.mean, each.median) for each in self._answers)
        for row, each in enumerate(self._answers):
            box = QRect(0, row * self._line(), self.width(), self._line())
            self._draw(painter, box, each, name, longest, metrics)
        painter.end()

    def _draw(
        self, painter: QPainter, box: QRect, each: Answers, name: int, longest: timedelta, metrics: QFontMetrics
    ) -> None:
        theme = self._theme
        left = box.left() + look.S
        icons.paint(
            painter,
            QRect(left, box.top() + look.XS, _ICON, _ICON),
            texts.CHANNEL_ICONS[each.channel],
            theme.muted,
        )
        left += _ICON + look.S
        painter.setFont(theme.font(look.SMALL))
        painter.setPen(theme.text)
        line = metrics.height()
        top = QRect(left, box.top() + look.XS - 2, box.right() - left - look.S, line)
        painter.drawText(top, _LEFT, metrics.elidedText(texts.label(each.channel), _ELIDE, name))
        figures = QRect(top)
        figures.setLeft(left + name + look.M)
        painter.setPen(theme.muted)
        painter.drawText(figures, _LEFT, metrics.elidedText(self._figures(each), _ELIDE, figures.width()))
        bar = QRectF(left, top.bottom() + 3, top.width(), 6)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.chip)
        painter.drawRoundedRect(bar, 3, 3)
        share = each.median / longest if longest else 0.0
        painter.setBrush(theme.accent)
        painter.drawRoundedRect(QRectF(bar.left(), bar.top(), max(bar.width() * share, _LEAST_BAR), 6), 3, 3)
        if len(each.times) > 1:
            at = bar.left() + bar.width() * (each.mean / longest if longest else 0.0)
            at = min(at, bar.right() - 1)
            painter.setPen(QPen(theme.text, 2))
            painter.drawLine(int(at), int(bar.top()) - 2, int(at), int(bar.bottom()) + 2)

    def _line(self) -> int:
        return QFontMetrics(self._theme.font(look.SMALL)).height() + 6 + look.M

    def _figures(self, each: Answers) -> str:
        if len(each.times) == 1:
            return texts.joined(texts.duration(each.median), self.tr("one answer only"))
        half = self.tr("median {span}").replace("{span}", texts.duration(each.median))
        average = self.tr("average {span}").replace("{span}", texts.duration(each.mean))
        return texts.joined(half, average, self.tr("%n answer(s)", "", len(each.times)))

    def _tip(self, each: Answers) -> str:
        span = self.tr("quickest {first}, slowest {last}")
        span = span.replace("{first}", texts.duration(each.times[0])).replace("{last}", texts.duration(each.times[-1]))
        return "\n".join((texts.joined(texts.label(each.channel), self._figures(each)), span))

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("How long answers take"))
        self.setAccessibleDescription("\n".join(self.words()))
        self.update()
