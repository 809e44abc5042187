"""What became of each part of a mail, in the user's language."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from casebook.gui import texts
from casebook.gui.models.row_model import Row
from casebook.mail.message.body import Use
from casebook.mail.message.charset import Rung
from casebook.mail.message.outline import Line

_USES = {
    Use.WORDS: QT_TRANSLATE_NOOP("part_words", "its words are shown"),
    Use.OTHER_VERSION: QT_TRANSLATE_NOOP("part_words", "the same words in another form, not shown"),
    Use.EXHIBIT: QT_TRANSLATE_NOOP("part_words", "kept as an exhibit"),
    Use.CONTAINER: QT_TRANSLATE_NOOP("part_words", "holds the parts below it"),
    Use.OPENED: QT_TRANSLATE_NOOP("part_words", "a sealed envelope that was read through; the seal was not checked"),
    Use.NOTHING: QT_TRANSLATE_NOOP("part_words", "empty"),
}
_RUNGS = {
    Rung.DAMAGED: QT_TRANSLATE_NOOP("part_words", "some characters are damaged"),
    Rung.DETECTED: QT_TRANSLATE_NOOP("part_words", "the character set was guessed from the bytes"),
    Rung.LAST_RESORT: QT_TRANSLATE_NOOP("part_words", "the character set is unknown, the words may be wrong"),
}
_STEP = "    "


def part_row(number: int, line: Line) -> Row:
    """Return a part as a row; what could not be read as it says stands out."""
    doubt = QCoreApplication.translate("part_words", str(_RUNGS[line.rung])) if line.rung in _RUNGS else ""
    what = texts.joined(line.media_type, line.name, line.label, texts.file_size(line.size))
    became = QCoreApplication.translate("part_words", str(_USES[line.use]))
    indent = _STEP * min(line.depth, 8)
    return Row(number, indent + what, indent + texts.joined(became, doubt), warn=bool(doubt))
