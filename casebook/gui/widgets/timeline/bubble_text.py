"""The words of a bubble as they are laid out: what is folded away, what the dossier quotes, what can be marked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QColor, QFont, QTextCharFormat, QTextLayout, QTextOption

from casebook.gui.widgets.timeline.bubble_words import fold_word, quoted_lines_word
from casebook.gui.widgets.timeline.folded_words import folds_of
from casebook.journal.records import Contact

FOLD = 12
"""How many lines of a long text are shown before "Show all"."""
LINE = 20
_FOLDED_CHARACTERS = 3000
"""More than fits into `FOLD` lines of any window: what is folded need not be laid out."""
_SHOWN_CHARACTERS = 60_000
"""The longest text the timeline shows; the contact's own page has the rest."""
_BREAKS = str.maketrans({"\r": None, "\n": "\u2028", "\t": "    ", "\0": None})


@dataclass(frozen=True, slots=True)
class Words:
    """Words laid out: `shown` letter for letter as in the layout; `link` says what a click on the fold does."""

    layout: QTextLayout | None
    size: QSize
    shown: str = ""
    link: str = ""
    quoted: bool = False
    """Whether a passage that the dossier quotes is among them."""


@dataclass(frozen=True, slots=True)
class Inks:
    """The colours that tell words apart, beside their shapes."""

    muted: QColor
    accent: QColor


def lay_words(contact: Contact, quotes: Sequence[str], font: QFont, room: int, inks: Inks, *, unfolded: bool) -> Words:
    """Return a contact's words laid out: folded to those that are new in it, or all of them."""
    folds = folds_of(contact.text, contact.quote_at, contact.signature_at)
    own = contact.text[: folds[0].start].rstrip() if folds else contact.text
    lead = len(contact.text) - len(contact.text.lstrip("\n"))
    chosen = contact.text if unfolded else own
    whole = chosen[lead:].rstrip("\n")
    shown = whole[: _SHOWN_CHARACTERS if unfolded else _FOLDED_CHARACTERS].translate(_BREAKS)
    formats = _marked(shown, quotes, inks)
    if unfolded and folds:
        start = len(contact.text[lead : folds[0].start].translate(_BREAKS))
        formats = [_look(shown, start, len(shown), muted=inks.muted), *formats]
    quoted = len(formats) > (1 if unfolded and folds else 0)
    layout, size = lay_lines(shown, font, room, 0 if unfolded else FOLD + 1, formats)
    if layout is None:
        return Words(None, size)
    long = layout.lineCount() > FOLD or len(own) - lead > _FOLDED_CHARACTERS
    if not unfolded and layout.lineCount() > FOLD:
        end = layout.lineAt(FOLD).textStart()
        shown = shown[: from_units(shown, end)]
        layout, size = lay_lines(shown, font, room, FOLD, [f for f in formats if f.start < end])
    link = fold_word(not unfolded) if long or folds else ""
    if folds and not unfolded and not long and any(fold.quoted for fold in folds):
        link = quoted_lines_word(sum(contact.text[f.start : f.end].strip().count("\n") + 1 for f in folds if f.quoted))
    return Words(layout, size, shown, link, quoted)


def lay_lines(
    text: str, font: QFont, width: int, most: int, formats: Sequence[QTextLayout.FormatRange] = ()
) -> tuple[QTextLayout | None, QSize]:
    """Return `text` wrapped to `width` in at most `most` lines (0 = all) and its size; no layout for no text."""
    if not text:
        return None, QSize(0, 0)
    layout = QTextLayout(text.translate(_BREAKS), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    if formats:
        layout.setFormats(list(formats))
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


def position_at(layout: QTextLayout, point: QPointF) -> int:
    """Return the place in the layout's text nearest to a point of it, in UTF-16 units."""
    last = layout.lineCount() - 1
    for number in range(last + 1):
        line = layout.lineAt(number)
        if point.y() < line.y() + max(LINE, line.height()) or number == last:
            return line.xToCursor(point.x())
    return 0


def units(text: str, place: int) -> int:
    """Return a place counted in characters as one in UTF-16 units, which Qt counts in."""
    return place if text.isascii() else len(text[:place].encode("utf-16-le", "surrogatepass")) // 2


def from_units(text: str, place: int) -> int:
    """Return a place counted in UTF-16 units as one in characters."""
    if text.isascii():
        return place
    return len(text.encode("utf-16-le", "surrogatepass")[: 2 * place].decode("utf-16-le", "ignore"))


def plain(shown: str, start: int, end: int) -> str:
    """Return the words between two places (UTF-16 units) on their lines again, trimmed."""
    return shown[from_units(shown, start) : from_units(shown, end)].replace("\u2028", "\n").strip()


def _marked(shown: str, quotes: Sequence[str], inks: Inks) -> list[QTextLayout.FormatRange]:
    """Return the places of the passages that the dossier quotes: underlined, whatever the colours."""
    found = []
    for quote in quotes:
        words = quote.split()
        if match := re.search(r"\s+".join(map(re.escape, words)), shown) if words else None:
            found.append(_look(shown, *match.span(), line=inks.accent))
    return found


def _look(
    shown: str, start: int, end: int, *, muted: QColor | None = None, line: QColor | None = None
) -> QTextLayout.FormatRange:
    look = QTextCharFormat()
    if muted is not None:
        look.setForeground(muted)
    if line is not None:
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
        look.setUnderlineColor(line)
    found = QTextLayout.FormatRange()
    found.start, found.format = units(shown, start), look
    found.length = units(shown, end) - found.start
    return found
