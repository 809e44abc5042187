"""The dialog of tags: which words cases are sorted by, for one case or for several at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QCompleter, QFrame, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from casebook.gui import theme
from casebook.gui.dialogs.form import FormDialog
from casebook.gui.widgets.parts import plain_label, quiet_button, side_by_side

_LINES = 8
"""So many tags are shown before the list scrolls."""


class TagLine(QLineEdit):
    """Enter adds the word; with nothing typed it saves the form, as everywhere."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep Enter from saving while a word waits to be added."""
        super().keyPressEvent(event)
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.text().strip():
            event.accept()


class TagDialog(FormDialog):
    """A tick for each tag in use: on, off, or between where only some of the cases have it."""

    def __init__(
        self, what: str, known: Mapping[str, int], of_each: Sequence[Sequence[str]], *, parent: QWidget | None = None
    ) -> None:
        super().__init__("", "", parent)
        self.setWindowTitle(self.tr("Tags"))
        self.save_button.setText(self.tr("Save"))
        self.add_wide(plain_label(what, kind="heading"))
        self._cases = len(of_each)
        self._have = {tag: sum(tag in tags for tags in of_each) for tag in known}
        self._boxes: dict[str, QCheckBox] = {}
        self.line = TagLine()
        self.line.setPlaceholderText(self.tr("A new tag, such as vip or tax"))
        words = QStringListModel(list(known), self)
        completer = QCompleter(words, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.line.setCompleter(completer)
        self._add_button = quiet_button(self.tr("Add"), self.tr("Add this tag (Enter)"), self.add_typed)
        self.line.setAccessibleName(self.tr("Add a tag"))
        self.line.returnPressed.connect(self.add_typed)
        self.add_row(self.tr("Add a tag"), side_by_side(self.line, self._add_button))
        inside = QFrame()
        inside.setProperty("kind", "page")
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.XS)
        self._none = plain_label(self.tr("There are no tags yet. Type the first one above."), kind="muted")
        self._column.addWidget(self._none)
        for tag, count in known.items():
            self._offer(tag, count)
        self._column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(inside)
        area.setMinimumHeight(self.fontMetrics().lineSpacing() * 2 * min(_LINES, max(3, len(known))))
        area.setAccessibleName(self.tr("Tags in use"))
        self.form.addRow(area)
        self.line.setFocus()

    def added(self) -> list[str]:
        """Return the tags that all of the cases shall have and not all have yet."""
        boxes = self._boxes.items()
        on = [tag for tag, box in boxes if box.checkState() is Qt.CheckState.Checked]
        return [tag for tag in on if self._have.get(tag, 0) < self._cases]

    def removed(self) -> list[str]:
        """Return the tags that none of the cases shall have and some have."""
        boxes = self._boxes.items()
        off = [tag for tag, box in boxes if box.checkState() is Qt.CheckState.Unchecked]
        return [tag for tag in off if self._have.get(tag, 0)]

    def box(self, tag: str) -> QCheckBox:
        """Return the box of a tag."""
        return self._boxes[tag]

    def add_typed(self) -> None:
        """Tick the tag that was typed, making it where it is new."""
        tag = " ".join(self.line.text().split()).lstrip("#").strip()
        self.line.clear()
        if not tag:
            return
        known = next((name for name in self._boxes if name.casefold() == tag.casefold()), None)
        if known is None:
            self._offer(tag, 0, at=0)
        self._boxes[known or tag].setCheckState(Qt.CheckState.Checked)

    def state(self) -> object:
        """Return what is ticked and typed."""
        return tuple(box.checkState() for box in self._boxes.values()), self.line.text()

    def accept(self) -> None:
        """Take a word that was typed and not added yet along, and save."""
        self.add_typed()
        super().accept()

    def _offer(self, tag: str, count: int, at: int | None = None) -> None:
        box = QCheckBox(f"#{tag}".replace("&", "&&"))
        have = self._have.get(tag, 0)
        if 0 < have < self._cases:
            box.setTristate(True)
            box.setCheckState(Qt.CheckState.PartiallyChecked)
            box.setToolTip(self.tr("%n of the selected cases", None, have))
        else:
            box.setChecked(have > 0)
            box.setToolTip(self.tr("On %n case(s)", None, count))
        self._boxes[tag] = box
        self._none.hide()
        if at is None:
            self._column.addWidget(box)
        else:
            self._column.insertWidget(at, box)
