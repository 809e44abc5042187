"""The field in which a draft is edited: each sentence goes on knowing the records that it rests on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtGui import (
    QFont,
    QInputMethodEvent,
    QKeyEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextListFormat,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from casebook.gui import theme

_SOURCES = QTextFormat.Property.UserProperty + 1
_STYLE = QTextFormat.Property.UserProperty + 2
_SIZES = {"title": theme.TITLE, "heading": theme.BODY + 1}


@dataclass(frozen=True, slots=True)
class Rest:
    """A record that a sentence rests on: its kind, its id, and what it is called."""

    kind: str
    id: int
    label: str


Spelled = Sequence[tuple[str, Sequence[tuple[str, Sequence[Rest]]]]]
"""Blocks: a style, and sentences with what they rest on."""


class LetterEdit(QTextEdit):
    """Plain words with headings and items. What is pasted or typed is the user's own and rests on nothing."""

    rests_changed = Signal(object)
    """What the sentence under the cursor rests on, a tuple of `Rest`; None where the words are the user's own."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.cursorPositionChanged.connect(self._tell)

    def make(self, blocks: Spelled, gap: str) -> QTextDocument:
        """Return a document of the blocks; `gap` stands between two sentences. Show it with `setDocument`."""
        document = QTextDocument(self)
        document.setDefaultFont(self.font())
        document.setDocumentMargin(theme.L)
        document.setIndentWidth(theme.XL)
        cursor = QTextCursor(document)
        for number, (style, sentences) in enumerate(blocks):
            form, letters = _block_format(style), _char_format(style, self.font())
            if number:
                cursor.insertBlock(form, letters)
            else:
                cursor.setBlockFormat(form)
            if style == "item":
                cursor.createList(_bullets())
            for index, (text, rests) in enumerate(sentences):
                told = QTextCharFormat(letters)
                told.setProperty(_SOURCES, [f"{rest.kind}:{rest.id}:{rest.label}" for rest in rests])
                if index:
                    cursor.insertText(gap, letters)
                cursor.insertText(text, told)
        document.clearUndoRedoStacks()
        document.setModified(False)
        return document

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a key; what is typed beside a sentence, not inside it, does not become part of it."""
        if event.text().isprintable() and event.text():
            self._part_from_sentence()
        super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Take words from an input method, likewise."""
        if event.commitString():
            self._part_from_sentence()
        super().inputMethodEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste plain words: they are the user's own."""
        self._part_from_sentence(always=True)
        super().insertFromMimeData(source)

    def lines(self) -> list[tuple[str, str]]:
        """Return each paragraph's style and words as they stand now, empty ones left out."""
        found, block = list[tuple[str, str]](), self.document().begin()
        while block.isValid():
            if text := block.text().strip():
                found.append((str(block.blockFormat().property(_STYLE) or "text"), text))
            block = block.next()
        return found

    def rests(self) -> tuple[Rest, ...] | None:
        """Return what the sentence under the cursor rests on, None where the words are the user's own."""
        cursor = self.textCursor()
        before = cursor.charFormat().property(_SOURCES)
        if before is None and not cursor.atBlockEnd():
            cursor.movePosition(QTextCursor.MoveOperation.NextCharacter)
            before = cursor.charFormat().property(_SOURCES)
        if before is None:
            return None
        parts = [str(one).split(":", 2) for one in before]
        return tuple(Rest(kind, int(number), label) for kind, number, label in parts)

    def _part_from_sentence(self, *, always: bool = False) -> None:
        cursor = self.textCursor()
        before, after = cursor.charFormat().property(_SOURCES), None
        if not cursor.atBlockEnd():
            following = QTextCursor(cursor)
            following.setPosition(max(cursor.position(), cursor.anchor()))
            following.movePosition(QTextCursor.MoveOperation.NextCharacter)
            after = following.charFormat().property(_SOURCES)
        if always or before != after:
            letters = self.currentCharFormat()
            letters.clearProperty(_SOURCES)
            self.setCurrentCharFormat(letters)

    def _tell(self) -> None:
        self.rests_changed.emit(self.rests())


def _block_format(style: str) -> QTextBlockFormat:
    form = QTextBlockFormat()
    form.setProperty(_STYLE, style)
    form.setTopMargin({"title": 0, "heading": theme.L}.get(style, 0))
    form.setBottomMargin(theme.XS if style == "item" else theme.S)
    form.setLineHeight(135, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    form.setHeadingLevel({"title": 1, "heading": 2}.get(style, 0))
    return form


def _bullets() -> QTextListFormat:
    bullets = QTextListFormat()
    bullets.setStyle(QTextListFormat.Style.ListDisc)
    bullets.setIndent(1)
    return bullets


def _char_format(style: str, font: QFont) -> QTextCharFormat:
    letters = QTextCharFormat()
    letters.setFont(font)
    if style in _SIZES:
        bold = QFont(font)
        bold.setPixelSize(_SIZES[style])
        bold.setWeight(QFont.Weight.Bold)
        letters.setFont(bold)
    return letters
