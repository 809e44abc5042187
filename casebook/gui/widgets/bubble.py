"""How one contact is laid out as a bubble: which words stand where, and what can be clicked. No painting here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import Enum

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

from casebook.gui import texts
from casebook.gui.models.talk_words import heading, is_risky_recording, risky_word, waited_word
from casebook.gui.theme import BODY, SMALL, TINY, Theme
from casebook.gui.widgets.bubble_words import (
    amended_word,
    automatic_word,
    bot_word,
    fold_word,
    promise_words,
    written_later,
)
from casebook.journal.records import Contact, Exhibit, Promise
from casebook.journal.terms import Automatic, Direction, PromiseState
from casebook.journal.times import Precision

TIME_COLUMN = 58
"""Width of the time column, pixels."""
GAP = 8
"""Space below each bubble."""
THUMB = QSize(104, 68)
"""A thumbnail's frame."""
FOLD = 12
"""How many lines of a long text are shown before "Show all"."""
PAD_X, PAD_Y = 15, 10
LINE = 20
META = 18
_FOLDED_CHARACTERS = 3000
"""More than fits into `FOLD` lines of any window: what is folded need not be laid out."""
_SHOWN_CHARACTERS = 60_000
"""The longest text the timeline shows; the contact's own page has the rest."""
_SIDE_ROOM = 40
"""Space left free on the other side, so that left and right can be told apart."""
_BREAKS = str.maketrans({"\r": None, "\n": "\u2028", "\t": "    ", "\0": None})


class Tone(Enum):
    """The colours a piece of a bubble can have."""

    MUTED = "muted"
    CHIP = "chip"
    WARN = "warn"
    GOOD = "good"


class HitKind(Enum):
    """What a click on a part of a bubble means."""

    FOLD = "fold"
    EXHIBIT = "exhibit"
    AMENDMENTS = "amendments"


@dataclass(frozen=True, slots=True)
class Piece:
    """A few words in one line: plain when `tone` is MUTED, else in a rounded chip that fills `rect`."""

    rect: QRect
    text: str
    tone: Tone


@dataclass(frozen=True, slots=True)
class Hit:
    """A place that can be clicked. `id` is an exhibit's id where `kind` is EXHIBIT."""

    rect: QRect
    kind: HitKind
    id: int = 0


@dataclass(slots=True)
class Bubble:
    """A contact laid out for one width; all rectangles are relative to the row's top left corner."""

    contact: Contact
    height: int
    card: QRect
    time: str
    arrow: QRect
    pieces: list[Piece]
    subject: QTextLayout | None
    subject_at: QPointF
    text: QTextLayout | None
    text_at: QPointF
    fold: QRect | None
    folded: bool
    thumbs: list[tuple[QRect, Exhibit]]
    hits: list[Hit] = field(default_factory=list)


class BubbleMaker:
    """Lays contacts out; keeps the fonts' measures. Make a new one when the theme's fonts change."""

    def __init__(self, theme: Theme) -> None:
        self.body = theme.font(BODY)
        self.heading = theme.font(BODY, bold=True)
        self.small = theme.font(TINY)
        self.time = theme.font(SMALL)
        self._small = QFontMetricsF(self.small)
        self._average = max(6.0, QFontMetricsF(self.body).averageCharWidth())

    def guesser(self, width: int) -> Callable[[int, int], int]:
        """Return what guesses the height of a contact from its length in characters and its number of exhibits."""
        inner = max(120, width - TIME_COLUMN - 2 * PAD_X - _SIDE_ROOM)
        share, base = self._average / inner, PAD_Y * 2 + META + 4 + GAP
        beside = 1 if width >= 420 else 0

        def guess(length: int, exhibits: int) -> int:
            lines = 1 + int(length * share)
            height = base + (lines if lines < FOLD else FOLD) * LINE
            if exhibits:
                height = height + THUMB.height() if exhibits > beside else max(height, base + 50)
            return height

        return guess

    def lay_out(self, contact: Contact, promises: Sequence[Promise], width: int, *, unfolded: bool) -> Bubble:
        """Return the bubble of a contact in a timeline of `width` pixels."""
        room = max(160, width - TIME_COLUMN)
        widest = room - (_SIDE_ROOM if room > 480 else 0) - 2 * PAD_X
        beside = 0 < len(contact.exhibits) <= 1 and widest > 360
        text_room = widest - (THUMB.width() + 16 if beside else 0)
        pieces, meta_width, meta_height = self._flow(self._meta(contact), text_room, 18)
        subject, subject_size = lay_lines(heading(contact), self.heading, text_room, 2)
        text, text_size, more = self._text(contact.text, text_room, unfolded=unfolded)
        y = PAD_Y + meta_height + 4
        subject_at, y = QPointF(PAD_X, y), y + subject_size.height()
        text_at, y = QPointF(PAD_X, y), y + text_size.height()
        fold = None
        if more:
            fold = QRect(PAD_X, y + 2, int(self._small.horizontalAdvance(fold_word(not unfolded))) + 2, META)
            y += META + 4
        chips, chip_width, chip_height = self._flow(_promises(promises), text_room, 0)
        if chips:
            pieces += [Piece(p.rect.translated(0, y + 5 - PAD_Y), p.text, p.tone) for p in chips]
            y += chip_height + 5
        used = max(
            meta_width, int(subject_size.width()), int(text_size.width()), chip_width, fold.width() if fold else 0
        )
        thumbs, used, y = _thumbnails(contact.exhibits, beside, used, widest, y)
        card_width = min(widest, max(used, 40)) + 2 * PAD_X
        card = QRect(0, 0, card_width, y + PAD_Y)
        card.moveLeft(width - card_width if contact.direction is Direction.OUT else TIME_COLUMN)
        return self._moved(
            Bubble(
                contact, card.height() + GAP, card, texts.time_of(contact.happened), QRect(PAD_X, PAD_Y + 2, 14, 14),
                pieces, subject, subject_at, text, text_at, fold, more and not unfolded, thumbs,
            )
        )  # fmt: skip

    def _moved(self, bubble: Bubble) -> Bubble:
        """Return the bubble with every part moved to where its card stands, and the clickable parts listed."""
        dx, end = bubble.card.left(), bubble.card.right() - PAD_X + 1
        bubble.arrow.translate(dx, 0)
        bubble.pieces = [Piece(p.rect.translated(dx, 0), p.text, p.tone) for p in bubble.pieces]
        bubble.subject_at += QPointF(dx, 0)
        bubble.text_at += QPointF(dx, 0)
        if bubble.fold:
            bubble.fold.translate(dx, 0)
            bubble.hits.append(Hit(bubble.fold, HitKind.FOLD))
        if len(bubble.thumbs) == 1 and bubble.thumbs[0][0].top() == PAD_Y:
            bubble.thumbs[0][0].moveRight(end - dx - 1)
        for rect, exhibit in bubble.thumbs:
            rect.translate(dx, 0)
            bubble.hits.append(Hit(rect, HitKind.EXHIBIT, exhibit.id))
        amended = amended_word()
        bubble.hits += [Hit(p.rect, HitKind.AMENDMENTS) for p in bubble.pieces if p.text == amended]
        return bubble

    def _text(self, text: str, room: int, *, unfolded: bool) -> tuple[QTextLayout | None, QSize, bool]:
        """Return the laid-out words, their size, and whether there is more than `FOLD` lines of them."""
        text = text.strip("\n")
        shown = text[: _SHOWN_CHARACTERS if unfolded else _FOLDED_CHARACTERS]
        layout, size = lay_lines(shown, self.body, room, 0 if unfolded else FOLD + 1)
        if layout is None:
            return None, size, False
        count = layout.lineCount()
        more = count > FOLD or len(shown) < len(text)
        if more and not unfolded and count > FOLD:
            layout, size = lay_lines(shown[: layout.lineAt(FOLD).textStart()], self.body, room, FOLD)
        return layout, size, more

    def _meta(self, contact: Contact) -> list[tuple[str, Tone]]:
        """Return the words of the first line, chips last."""
        words = [texts.caption(contact.channel)]
        if contact.platform:
            words.append(contact.platform)
        words += [part for part in (contact.agent, f"#{contact.agent_id}" if contact.agent_id else "") if part]
        if contact.bot is not None:
            words.append(bot_word(contact.bot))
        words += contact.tickets
        if contact.happened.precision is not Precision.EXACT:
            words.append(texts.caption(contact.happened.precision))
        if late := written_later(contact):
            words.append(late)
        if waited := waited_word(contact.details):
            words.append(waited)
        result = [(word, Tone.MUTED) for word in words]
        if contact.automatic is not Automatic.NO:
            result.append((automatic_word(contact.automatic), Tone.CHIP))
        if is_risky_recording(contact.details):
            result.append((risky_word(), Tone.WARN))
        if contact.amended:
            result.append((amended_word(), Tone.CHIP))
        return result

    def _flow(self, words: Sequence[tuple[str, Tone]], room: int, indent: int) -> tuple[list[Piece], int, int]:
        """Return words set in lines from the card's top left, with the width and height they take."""
        pieces: list[Piece] = []
        x, y, widest = indent, 0, 0
        dot = self._small.horizontalAdvance(" · ")
        for number, (word, tone) in enumerate(words):
            chip = tone is not Tone.MUTED
            joined = not chip and number > 0
            elided = self._small.elidedText(word, Qt.TextElideMode.ElideRight, room - (20 if chip else 0))
            advance = int(self._small.horizontalAdvance(elided)) + (20 if chip else 1)
            lead = int(dot) if joined else (6 if chip and x > indent else 0)
            if x > indent and x + lead + advance > room:
                x, y, lead, joined = 0, y + META + 3, 0, False
            if joined:
                elided, advance, lead = " · " + elided, advance + int(dot), 0
            pieces.append(Piece(QRect(PAD_X + x + lead, PAD_Y + y, advance, META), elided, tone))
            x += lead + advance
            widest = max(widest, x)
        return pieces, widest, y + META if words else 0


def lay_lines(text: str, font: QFont, width: int, most: int) -> tuple[QTextLayout | None, QSize]:
    """Return `text` wrapped to `width` in at most `most` lines (0 = all) and its size; no layout for no text."""
    if not text:
        return None, QSize(0, 0)
    layout = QTextLayout(text.translate(_BREAKS), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    layout.beginLayout()
    y, used, count = 0.0, 0.0, 0
    while True:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        line.setPosition(QPointF(0, y))
        y += max(LINE, line.height())
        used = max(used, line.naturalTextWidth())
        count += 1
        if count == most:
            break
    layout.endLayout()
    return layout, QSize(int(used) + 1, int(y))


def _promises(promises: Sequence[Promise]) -> list[tuple[str, Tone]]:
    """Return one chip for each promise made in a contact."""
    tones = {PromiseState.BROKEN: Tone.WARN, PromiseState.KEPT: Tone.GOOD}
    return [(promise_words(promise), tones.get(promise.state, Tone.CHIP)) for promise in promises]


def _thumbnails(
    exhibits: Sequence[Exhibit], beside: bool, used: int, widest: int, y: int
) -> tuple[list[tuple[QRect, Exhibit]], int, int]:
    """Return where the thumbnails stand, the width used with them, and where the card's contents end."""
    if not exhibits:
        return [], used, y
    if beside:
        width = max(used, 120) + 16 + THUMB.width()
        rect = QRect(PAD_X + width - THUMB.width(), PAD_Y, THUMB.width(), THUMB.height())
        return [(rect, exhibits[0])], width, max(y, PAD_Y + THUMB.height())
    across = max(1, (widest + GAP) // (THUMB.width() + GAP))
    y += GAP - 2
    placed = []
    for number, exhibit in enumerate(exhibits):
        row, column = divmod(number, across)
        x, top = PAD_X + column * (THUMB.width() + GAP), y + row * (THUMB.height() + GAP)
        placed.append((QRect(x, top, THUMB.width(), THUMB.height()), exhibit))
    used = max(used, min(len(exhibits), across) * (THUMB.width() + GAP) - GAP)
    return placed, used, placed[-1][0].bottom() + 1
