"""The line above the case list: a filter to type into, the menu that sorts and groups, and what all selected can do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QMenu, QToolButton, QVBoxLayout, QWidget

from casebook.gui import icons, theme
from casebook.gui.models import case_words
from casebook.gui.theme import Theme
from casebook.gui.widgets.flow_layout import FlowLayout
from casebook.gui.widgets.parts import plain_label, quiet_button
from casebook.journal.case_views import CaseGroup, CaseSort, CaseView, quoted

Names = Callable[[], tuple[Sequence[str], Sequence[str]]]
"""Returns the firms and the tags that there are."""


class CaseFilter(QLineEdit):
    """Esc empties it and goes back to the list; Down and Enter go there with what is found."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the line by the keys that one expects to."""
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.left.emit()
        elif event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class CaseBar(QFrame):
    """Announces another view; whoever owns the list takes it, and tells by `show_view` what is listed."""

    view_changed = Signal(object)
    """Another `CaseView` is wanted."""
    fold_requested = Signal(bool)
    """Fold all headings, or unfold them."""

    def __init__(self, theme_: Theme, names: Names, parent: QWidget) -> None:
        super().__init__(parent)
        self._view = CaseView()
        self._names = names
        self.filter = CaseFilter(self)
        self.filter.setClearButtonEnabled(True)
        picture = icons.icon("filter", lambda: theme_.muted)
        self.filter.addAction(picture, QLineEdit.ActionPosition.LeadingPosition).setEnabled(False)
        self.arrange = QToolButton(self)
        self.arrange.setProperty("kind", "quiet")
        self.arrange.setIcon(icons.icon("settings", lambda: theme_.muted))
        self.arrange.setIconSize(QSize(16, 16))
        self.arrange.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu = QMenu(self.arrange)
        self.menu.aboutToShow.connect(self._fill)
        self.arrange.setMenu(self.menu)
        self.more: list[QAction] = []
        """Actions of the window that belong into the same menu."""
        self._told = plain_label("", kind="caption")
        row = QHBoxLayout()
        row.setSpacing(theme.XS)
        row.addWidget(self.filter, 1)
        row.addWidget(self.arrange)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.S, theme.S, theme.S, theme.XS)
        column.setSpacing(theme.XS)
        column.addLayout(row)
        column.addWidget(self._told)
        self.filter.textChanged.connect(self._typed)
        self._retranslate()

    def show_view(self, view: CaseView, count: int) -> None:
        """Follow what is listed now, and how many cases that is."""
        self._view = view
        if self.filter.text() != view.words:
            self.filter.blockSignals(True)
            self.filter.setText(view.words)
            self.filter.blockSignals(False)
        shown = case_words.Plurals().cases(count) if view.words else ""
        by = case_words.sort_caption(view.sort) if view.sort is not CaseSort.DUE or view.reverse else ""
        self._told.setText(" · ".join(filter(None, (shown, by))))
        self._told.setVisible(bool(self._told.text()))

    def told(self) -> str:
        """Return what is said below the line: how many cases fit, and an order that is not the usual one."""
        return self._told.text()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a switch of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _typed(self, words: str) -> None:
        self._ask(words=words)

    def _ask(self, **changes: Any) -> None:
        self._view = replace(self._view, **changes)
        self.view_changed.emit(self._view)

    def _add_word(self, word: str) -> None:
        self.filter.setText(f"{self.filter.text().strip()} {word}".strip())

    def _fill(self) -> None:
        """Make the menu anew: the firms and tags may be others than the last time."""
        self.menu.clear()
        sorts = self.menu.addMenu(self.tr("&Sort by"))
        for sort in CaseSort:
            self._choice(sorts, case_words.sort_caption(sort), sort is self._view.sort, partial(self._ask, sort=sort))
        sorts.addSeparator()
        turned = self._view.reverse
        self._choice(sorts, self.tr("The other way round"), turned, lambda: self._ask(reverse=not turned))
        groups = self.menu.addMenu(self.tr("&Group by"))
        for group in CaseGroup:
            words = case_words.group_caption(group)
            self._choice(groups, words, group is self._view.group, partial(self._ask, group=group))
        groups.addSeparator()
        for words, folded in ((self.tr("Fold all"), True), (self.tr("Unfold all"), False)):
            entry = groups.addAction(words, partial(self.fold_requested.emit, folded))
            entry.setEnabled(self._view.group is not CaseGroup.NONE)
        firms, tags = self._names()
        only = self.menu.addMenu(self.tr("&Only"))
        states = (
            (self.tr("Due or overdue"), "is:due"),
            (self.tr("Waiting on them"), "is:waiting"),
            (self.tr("Open"), "is:open"),
            (self.tr("Closed"), "is:closed"),
        )
        for words, word in states:
            only.addAction(words, partial(self._add_word, word))
        for words, mark, found in ((self.tr("Firm"), "@", firms), (self.tr("Tag"), "#", tags)):
            part = only.addMenu(words)
            part.setEnabled(bool(found))
            for name in found:
                part.addAction(name.replace("&", "&&"), partial(self._add_word, quoted(mark, name)))
        self.menu.addSeparator()
        self.menu.addActions(self.more)

    def _choice(self, menu: QMenu, words: str, on: bool, chosen: Callable[[], object]) -> None:
        entry = menu.addAction(words)
        entry.setCheckable(True)
        entry.setChecked(on)
        entry.triggered.connect(lambda _checked: chosen())

    def _retranslate(self) -> None:
        self.filter.setPlaceholderText(self.tr("Filter"))
        self.filter.setAccessibleName(self.tr("Filter the cases"))
        self.filter.setToolTip(
            self.tr("Words, #tag, @firm, is:waiting; a minus leaves out, such as -#tax (Ctrl+Shift+Y)")
        )
        self.arrange.setToolTip(self.tr("Sort, group and filter the cases"))
        self.arrange.setAccessibleName(self.tr("Sort, group and filter the cases"))


class ManyBar(QFrame):
    """What can be done with all selected cases; it is there while more than one is selected."""

    def __init__(self, acts: Sequence[tuple[str, Callable[[], object]]], parent: QWidget) -> None:
        super().__init__(parent)
        self._count = plain_label("", kind="muted")
        self._count.setWordWrap(False)
        self._flow = FlowLayout(spacing=theme.XS)
        self._flow.addWidget(self._count)
        self.buttons = {name: quiet_button("", "", pressed, "chip") for name, pressed in acts}
        for button in self.buttons.values():
            self._flow.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.M, theme.XS, theme.M, theme.S)
        column.addLayout(self._flow)
        self.hide()

    def show_count(self, count: int) -> None:
        """Say how many are selected; with one or none it is not there."""
        self._count.setText(case_words.Plurals().selected(count))
        self.setVisible(count > 1)

    def words(self) -> str:
        """Return what it says, empty while it is not there."""
        return "" if self.isHidden() else self._count.text()
