"""The dialog of a search in the help centre: words tried with others that mean the same, what came up, did it help."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QVBoxLayout, QWidget

from casebook.gui import theme
from casebook.gui.dialogs.form import FormDialog
from casebook.gui.models import due_words, ready_rows
from casebook.gui.widgets.composing import intake
from casebook.gui.widgets.composing.attachment_tray import AttachmentTray
from casebook.gui.widgets.composing.moment_edit import MomentEdit
from casebook.gui.widgets.flow_layout import FlowLayout
from casebook.gui.widgets.parts import open_at, plain_label, quiet_button, side_by_side, text_area
from casebook.guide.ready import help_words
from casebook.journal.planning import Details
from casebook.journal.terms import Category, ExhibitSource
from casebook.journal.times import Moment

_MOST, _WIDE = 10, 500
"""So many words are offered at once, and so many pixels they have at least."""


class HelpSearchDialog(FormDialog):
    """Takes down one search. It is kept as a contact: an attempt to resolve the matter."""

    files_requested = Signal()
    """Copies of the article are to be chosen; answer with `attach`."""

    def __init__(
        self, place: str, category: Category, tried: Sequence[str], now: Moment, *, parent: QWidget | None = None
    ) -> None:
        super().__init__("", "", parent)
        self.set_width(620)
        open_at(self, 660, 600)
        self.setWindowTitle(self.tr("Help-centre search"))
        self.save_button.setText(self.tr("Log search"))
        self._category, self._tried = category, tuple(tried)
        self.add_wide(plain_label(place, kind="muted"))
        self.keywords = QLineEdit()
        self.keywords.setPlaceholderText(self.tr("Words you looked for, with commas between them"))
        self.add_row(self.tr("Looked for"), self.keywords)
        self.before = plain_label("", kind="caption")
        self.form.addRow("", self.before)
        self._make_offers()
        self.articles = text_area(3, self.tr("Title or address, one on each line; empty where nothing came up"))
        self.add_row(self.tr("Articles found"), self.articles)
        self.helped = QComboBox()
        for value, words in (
            ("", self.tr("Not said")),
            ("no", self.tr("No")),
            ("partly", self.tr("Partly")),
            ("yes", self.tr("Yes")),
        ):
            self.helped.addItem(words, value)
        self.add_row(self.tr("Did it help?"), self.helped)
        self.link = QLineEdit()
        self.link.setPlaceholderText("https://…")
        self.add_row(
            self.tr("Relied on"),
            self.link,
            self.tr("Help pages change without notice: keep a copy of what you rely on."),
        )
        self.tray = AttachmentTray()
        attach = quiet_button(
            self.tr("Attach a copy…"), self.tr("A screenshot or a saved page of the article"), self.files_requested.emit
        )
        self.form.addRow("", side_by_side(attach, plain_label(""), stretch=1))
        self.form.addRow("", self.tray)
        self.note = text_area(2, self.tr("What it said, as far as it matters"))
        self.add_row(self.tr("Note"), self.note)
        self.when = MomentEdit(now)
        self.add_row(self.tr("When"), self.when)
        self.keywords.textChanged.connect(lambda _text: self._offer())
        self._offer()
        self.keywords.setFocus()

    def details(self) -> Details:
        """Return what was looked for and found."""
        articles = (" ".join(line.split()) for line in self.articles.toPlainText().splitlines())
        return Details(
            keywords=self.typed(),
            articles=tuple(dict.fromkeys(filter(None, articles))),
            helped=str(self.helped.currentData()),
            link=self.link.text().strip(),
        )

    def typed(self) -> tuple[str, ...]:
        """Return the words that were looked for."""
        return help_words.keywords(self.keywords.text())

    def attach(self, files: Sequence[Path]) -> None:
        """Keep copies of the article with the search."""
        self.tray.add([intake.from_file(path, ExhibitSource.FILE) for path in files])

    def offered(self) -> list[QPushButton]:
        """Return the buttons of the words that are offered now."""
        found = (self._flow.itemAt(n) for n in range(self._flow.count()))
        return [w for item in found if item and isinstance(w := item.widget(), QPushButton)]

    def state(self) -> object:
        """Return what would be lost: the fields and the files."""
        return super().state(), self.tray.attachments()

    def fault(self) -> tuple[str, QWidget | None] | None:
        """A search has words."""
        if self.typed() or self.articles.toPlainText().strip():
            return None
        return self.tr("Which words did you look for?"), self.keywords

    def _make_offers(self) -> None:
        self._place = QWidget()
        self._flow = FlowLayout(self._place, theme.XS)
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, theme.S)
        column.setSpacing(theme.XS)
        self._lead = plain_label(
            self.tr("Help centres find one word and not the other. Not tried yet:"), kind="caption"
        )
        column.addWidget(self._lead)
        column.addWidget(self._place)
        self.form.addRow("", box)

    def _offer(self) -> None:
        """Offer what means the same as what was tried, now or before, and what this kind of problem is about."""
        typed = self.typed()
        hints = help_words.hints(ready_rows.folder(), (*typed, *self._tried), self._category, due_words.language())
        words = list(dict.fromkeys(word for hint in hints for word in hint.untried))[:_MOST]
        if self._tried:
            told = self.tr("Tried before: {words}").format(words=", ".join(self._tried))
            self.before.setText(told)
        self.before.setVisible(bool(self._tried))
        while (item := self._flow.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        chips: list[QPushButton] = []
        for word in words:
            tip = self.tr("Add “{word}” to what you looked for").format(word=word)
            chips.append(quiet_button(word, tip, partial(self._add, word), "chip"))
            self._flow.addWidget(chips[-1])
        for one, following in pairwise((self.keywords, *chips)):  # made anew, they would come last for Tab
            self.setTabOrder(one, following)
        self._lead.setVisible(bool(words))
        self._place.setMinimumHeight(self._flow.heightForWidth(_WIDE))  # a form does not ask for it

    def _add(self, word: str) -> None:
        typed = self.keywords.text().rstrip(" ,，、")
        self.keywords.setText(f"{typed}, {word}" if typed else word)
