"""The words that are marked in one bubble, by mouse or by key."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextLayout, QTextLine

from casebook.gui.widgets.timeline.bubble import Bubble
from casebook.gui.widgets.timeline.bubble_text import plain, position_at, units

_Key = QKeySequence.StandardKey
_WORD = QTextLayout.CursorMode.SkipWords
_BY_CHARACTER = {_Key.SelectNextChar: 1, _Key.SelectPreviousChar: -1}
_BY_WORD = {_Key.SelectNextWord: 1, _Key.SelectPreviousWord: -1}
_BY_LINE = {_Key.SelectNextLine: 1, _Key.SelectPreviousLine: -1}


class Marking:
    """Two places in the words of one contact. Places are counted as Qt counts them."""

    def __init__(self) -> None:
        self.contact_id = 0
        self._anchor = self._caret = 0
        self.dragging = False

    def clear(self) -> bool:
        """Mark nothing; return whether anything was marked."""
        marked = self._anchor != self._caret
        self.contact_id = self._anchor = self._caret = 0
        self.dragging = False
        return marked

    def places(self, contact_id: int) -> tuple[int, int] | None:
        """Return between which places the words of a contact are marked, None for none of them."""
        if contact_id != self.contact_id or self._anchor == self._caret:
            return None
        return min(self._anchor, self._caret), max(self._anchor, self._caret)

    def words(self, bubble: Bubble | None) -> str:
        """Return the marked words of a bubble."""
        places = self.places(bubble.contact.id) if bubble else None
        return plain(bubble.shown, *places) if bubble and places else ""

    def begin(self, bubble: Bubble, point: QPoint) -> bool:
        """Begin to mark where a bubble was pressed; return whether there are words there."""
        self.clear()
        if not over_words(bubble, point) or bubble.text is None:
            return False
        self.contact_id, self.dragging = bubble.contact.id, True
        self._anchor = self._caret = position_at(bubble.text, QPointF(point) - bubble.text_at)
        return True

    def drag(self, bubble: Bubble, point: QPoint) -> None:
        """Mark as far as a point of the bubble's row."""
        if bubble.text is not None and bubble.contact.id == self.contact_id:
            self._caret = position_at(bubble.text, QPointF(point) - bubble.text_at)

    def take_key(self, event: QKeyEvent, bubble: Bubble | None) -> bool:
        """Mark more or less by a key, beginning at the first word; return whether it was such a key."""
        if bubble is None or bubble.text is None:
            return False
        layout, end = bubble.text, units(bubble.shown, len(bubble.shown))
        if event.matches(_Key.SelectAll):
            self.contact_id, self._anchor, self._caret = bubble.contact.id, 0, end
            return True
        target = self._target(event, layout, end, 0 if bubble.contact.id != self.contact_id else self._caret)
        if target is None:
            return False
        if bubble.contact.id != self.contact_id:
            self.contact_id, self._anchor = bubble.contact.id, 0
        self._caret = min(max(target, 0), end)
        return True

    def _target(self, event: QKeyEvent, layout: QTextLayout, end: int, caret: int) -> int | None:
        """Return where a key leads to, None for other keys."""
        for keys, step in ((_BY_CHARACTER, None), (_BY_WORD, _WORD)):
            for key, way in keys.items():
                if event.matches(key):
                    mode = step or QTextLayout.CursorMode.SkipCharacters
                    move = layout.nextCursorPosition if way > 0 else layout.previousCursorPosition
                    return int(move(caret, mode))
        for key, way in _BY_LINE.items():
            if event.matches(key):
                line = layout.lineForTextPosition(caret)
                number = line.lineNumber() + way
                if not 0 <= number < layout.lineCount():
                    return end if way > 0 else 0
                return layout.lineAt(number).xToCursor(_x_of(line, caret))
        if event.matches(_Key.SelectStartOfLine) or event.matches(_Key.SelectEndOfLine):
            line = layout.lineForTextPosition(caret)
            return line.textStart() + (line.textLength() if event.matches(_Key.SelectEndOfLine) else 0)
        return None


def over_words(bubble: Bubble, point: QPoint) -> bool:
    """Return whether a point of a bubble's row is over its words."""
    if bubble.text is None:
        return False
    box = bubble.text.boundingRect().translated(bubble.text_at).adjusted(-4, 0, 12, 4)
    return box.contains(QPointF(point)) and bubble.card.contains(point)


def is_menu_key(event: QKeyEvent) -> bool:
    """Return whether a key may stand for an entry of a menu: a letter or Delete by itself."""
    bare = event.modifiers() in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier}
    return bare and (Qt.Key.Key_A <= event.key() <= Qt.Key.Key_Z or event.key() == Qt.Key.Key_Delete)


def _x_of(line: QTextLine, caret: int) -> float:
    """Return where a place stands in its line."""
    at: object = line.cursorToX(caret)  # the place comes back with it
    return float(at[0]) if isinstance(at, tuple) else float(str(at))
