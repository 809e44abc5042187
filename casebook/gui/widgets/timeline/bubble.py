"""How one contact is laid out as a bubble: which words stand where, and what can be clicked. No painting here."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import Enum

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QTextLayout

from casebook.gui import texts
from casebook.gui.models.talk_words import heading, is_risky_recording, risky_word, waited_word
from casebook.gui.theme import BODY, SMALL, TINY, Theme
from casebook.gui.widgets.timeline.bubble_text import FOLD, LINE, Inks, lay_lines, lay_words
from casebook.gui.widgets.timeline.bubble_words import (
    amended_word,
    automatic_word,
    bot_word,
    more_word,
    promise_words,
    quoted_word,
    written_later,
)
from casebook.journal.listings import ContactRow
from casebook.journal.records import Contact, Exhibit, Promise
from casebook.journal.terms import Automatic, Direction, PromiseState
from casebook.journal.times import Precision

TIME_COLUMN = 58
"""Width of the time column, pixels."""
GAP = 8
"""Space below each bubble."""
THUMB = QSize(104, 68)
"""A thumbnail's frame."""
PAD_X, PAD_Y = 15, 10
META = 18
_ICONS = 36
"""Room for the icons of direction and channel."""
_SIDE_ROOM = 40
"""Space left free on the other side, so that left and right can be told apart."""
_ROWS = 2
"""So many rows of thumbnails are shown; the rest is counted, and one click away."""


MOST_SHOWN = 200
"""So many exhibits of one contact a bubble may show: two rows on the widest of screens."""


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
    MORE = "more"


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
    shown: str = ""
    """The words of `text`, letter for letter."""
    link: str = ""
    """What stands in `fold`."""
    more: tuple[QRect, str] | None = None
    """Where the exhibits that are not shown are counted, and in which words."""
    hits: list[Hit] = field(default_factory=list)


class BubbleMaker:
    """Lays contacts out; keeps the fonts' measures. Make a new one when the theme's fonts change."""

    def __init__(self, theme: Theme) -> None:
        self.body = theme.font(BODY)
        self.heading = theme.font(BODY, bold=True)
        self.small = theme.font(TINY)
        self.time = theme.font(SMALL)
        self._small = QFontMetricsF(self.small)
        self._inks = Inks(theme.muted, theme.accent)
        self._average = max(6.0, QFontMetricsF(self.body).averageCharWidth())

    def guesses(self, width: int, contacts: Iterable[ContactRow]) -> list[int]:
        """Return likely heights of contacts, from the lengths of their texts and their numbers of exhibits."""
        inner = max(120, width - TIME_COLUMN - 2 * PAD_X - _SIDE_ROOM)
        share, base = self._average / inner, PAD_Y * 2 + META + 4 + GAP
        beside = 1 if width >= 420 else 0

        plain = [base + min(1 + lines, FOLD) * LINE for lines in range(FOLD + 1)]
        most = int((FOLD - 1) / share)

        def guess(length: int, exhibits: int) -> int:
            height = plain[int(min(length, most) * share)]
            if exhibits:
                rows = 1 if exhibits * (THUMB.width() + GAP) <= inner else _ROWS
                below = rows * (THUMB.height() + GAP)
                height = height + below if exhibits > beside else max(height, base + 50)
            return height

        known: dict[tuple[int, int], int] = {}  # many are alike
        result = list[int]()
        for contact in contacts:
            facts = contact[4:]
            if (height := known.get(facts)) is None:
                height = known[facts] = guess(*facts)
            result.append(height)
        return result

    def lay_out(
        self,
        contact: Contact,
        promises: Sequence[Promise],
        width: int,
        *,
        unfolded: bool,
        quotes: Sequence[str] = (),
        exhibits: int = 0,
    ) -> Bubble:
        """Return the bubble of a contact in a timeline of `width` pixels; `exhibits` counts those not read, too."""
        room = max(160, width - TIME_COLUMN)
        widest = room - (_SIDE_ROOM if room > 480 else 0) - 2 * PAD_X
        beside = 0 < len(contact.exhibits) <= 1 and widest > 360
        text_room = widest - (THUMB.width() + 16 if beside else 0)
        pieces, meta_width, meta_height = self._flow(self._meta(contact), text_room, _ICONS)
        subject, subject_size = lay_lines(heading(contact), self.heading, text_room, 2)
        words = lay_words(contact, quotes, self.body, text_room, self._inks, unfolded=unfolded)
        text, text_size = words.layout, words.size
        y = PAD_Y + meta_height + 4
        subject_at, y = QPointF(PAD_X, y), y + subject_size.height()
        text_at, y = QPointF(PAD_X, y), y + text_size.height()
        fold = None
        if words.link:
            fold = QRect(PAD_X, y + 2, int(self._small.horizontalAdvance(words.link)) + 2, META)
            y += META + 4
        chips, chip_width, chip_height = self._flow(_promises(promises, quoted=bool(quotes)), text_room, 0)
        if chips:
            pieces += [Piece(p.rect.translated(0, y + 5 - PAD_Y), p.text, p.tone) for p in chips]
            y += chip_height + 5
        used = max(
            meta_width, int(subject_size.width()), int(text_size.width()), chip_width, fold.width() if fold else 0
        )
        thumbs, over, used, y = _thumbnails(contact.exhibits, beside, used, widest, y)
        more = (over, more_word(max(exhibits, len(contact.exhibits)) - len(thumbs))) if over else None
        card_width = min(widest, max(used, 40)) + 2 * PAD_X
        card = QRect(0, 0, card_width, y + PAD_Y)
        card.moveLeft(width - card_width if contact.direction is Direction.OUT else TIME_COLUMN)
        return self._moved(
            Bubble(
                contact, card.height() + GAP, card, texts.time_of(contact.happened), QRect(PAD_X, PAD_Y + 2, 14, 14),
                pieces, subject, subject_at, text, text_at, fold, bool(words.link) and not unfolded, thumbs,
                words.shown, words.link, more,
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
        if bubble.more:
            bubble.more[0].translate(dx, 0)
            bubble.hits.append(Hit(bubble.more[0], HitKind.MORE))
        amended = amended_word()
        bubble.hits += [Hit(p.rect, HitKind.AMENDMENTS) for p in bubble.pieces if p.text == amended]
        return bubble

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


def _promises(promises: Sequence[Promise], *, quoted: bool) -> list[tuple[str, Tone]]:
    """Return one chip for each promise made in a contact, and one where the dossier quotes it."""
    tones = {PromiseState.BROKEN: Tone.WARN, PromiseState.KEPT: Tone.GOOD}
    chips = [(promise_words(promise), tones.get(promise.state, Tone.CHIP)) for promise in promises]
    return [*chips, (quoted_word(), Tone.GOOD)] if quoted else chips


def _thumbnails(
    exhibits: Sequence[Exhibit], beside: bool, used: int, widest: int, y: int
) -> tuple[list[tuple[QRect, Exhibit]], QRect | None, int, int]:
    """Return where thumbnails and the count of further ones stand, the width used, and where the contents end."""
    if not exhibits:
        return [], None, used, y
    if beside:
        width = max(used, 120) + 16 + THUMB.width()
        rect = QRect(PAD_X + width - THUMB.width(), PAD_Y, THUMB.width(), THUMB.height())
        return [(rect, exhibits[0])], None, width, max(y, PAD_Y + THUMB.height())
    across = max(1, (widest + GAP) // (THUMB.width() + GAP))
    y += GAP - 2
    most = across * _ROWS
    shown = exhibits if len(exhibits) <= most else exhibits[: max(1, most - 1)]
    places = []
    for number in range(min(len(exhibits), max(most, len(shown) + 1))):
        row, column = divmod(number, across)
        x, top = PAD_X + column * (THUMB.width() + GAP), y + row * (THUMB.height() + GAP)
        places.append(QRect(x, top, THUMB.width(), THUMB.height()))
    used = max(used, min(len(exhibits), across) * (THUMB.width() + GAP) - GAP)
    over = places[-1] if len(shown) < len(exhibits) else None
    return list(zip(places, shown, strict=False)), over, used, places[-1].bottom() + 1
