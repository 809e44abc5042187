"""The dialog of a draft: a letter or a list of facts from the case, to edit, copy and save. It is never sent."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QTextDocument
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QMessageBox, QVBoxLayout, QWidget

from casebook.gui import theme
from casebook.gui.widgets.composing.letter_edit import LetterEdit, Rest, Spelled
from casebook.gui.widgets.flow_layout import FlowLayout
from casebook.gui.widgets.parts import caption, open_at, plain_label, quiet_button, row_of


class LetterDialog(QDialog):
    """One draft a kind and language; what was edited in one is kept while another is looked at."""

    wanted = Signal(str, str)
    """A draft of this kind and language is wanted: answer with `show_draft`."""
    save_requested = Signal(object)
    """Save these lines: a list of style and text."""
    place_requested = Signal(str, int)
    """Show the record of this kind and id."""

    def __init__(self, title: str, language: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Draft a letter"))
        open_at(self, 820, 720)
        self._documents: dict[tuple[str, str], QTextDocument] = {}
        self._shown: tuple[str, str] | None = None
        self.kind, self.language = QComboBox(), QComboBox()
        for words, value in (
            (self.tr("Complaint to the firm"), "complaint"),
            (self.tr("Summary for an ombudsman"), "summary"),
            (self.tr("Facts for a police report"), "police"),
        ):
            self.kind.addItem(words, value)
        for words, value in (("English", "en"), ("中文", "zh")):
            self.language.addItem(words, value)
        self.language.setCurrentIndex(max(0, self.language.findData(language)))
        self.edit = LetterEdit()
        self.edit.setAccessibleName(self.tr("The draft"))
        self.edit.rests_changed.connect(self._show_rests)
        self._rest_words = plain_label("", kind="muted")
        self._rest_words.setWordWrap(False)
        self._rest_buttons = QWidget()
        self._rest_row = FlowLayout(self._rest_buttons, theme.XS)
        self._lay_out(title)
        for box in (self.kind, self.language):
            box.currentIndexChanged.connect(self._ask)
        self.edit.setFocus()

    def start(self) -> None:
        """Ask for the first draft; connect first."""
        self._ask()

    def show_draft(self, kind: str, language: str, blocks: Spelled, gap: str) -> None:
        """Show a draft that was asked for."""
        key = kind, language
        if key not in self._documents:
            self._documents[key] = self.edit.make(blocks, gap)
        if key == self._choice():
            self._show(key)

    def show_failure(self, words: str) -> None:
        """Say why there is no draft."""
        self._rest_words.setText(words)

    def saved(self) -> None:
        """Note that the words that are shown lie safe in a file."""
        self.edit.document().setModified(False)

    def reject(self) -> None:
        """Close; words that were changed and not saved are asked about first."""
        if any(document.isModified() for document in self._documents.values()):
            box = QMessageBox(
                QMessageBox.Icon.Question, "Casebook", self.tr("Close without saving your changes?"), parent=self
            )
            discard = box.addButton(self.tr("Close without saving"), QMessageBox.ButtonRole.DestructiveRole)
            keep = box.addButton(self.tr("Go on editing"), QMessageBox.ButtonRole.RejectRole)
            box.setDefaultButton(keep)
            box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            discard.clicked.connect(self._leave)
            box.open()
            return
        super().reject()

    def _leave(self) -> None:
        super().reject()

    def _lay_out(self, title: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.XL, theme.L, theme.XL, theme.L)
        column.setSpacing(theme.M)
        column.addWidget(plain_label(title, kind="heading"))
        about = self.tr(
            "Written from what is recorded, with the numbers of contacts and exhibits. Change it as you wish; what "
            "stands in [brackets] is yours to fill in. Nothing is sent or signed."
        )
        column.addWidget(plain_label(about, kind="muted"))
        choices = QHBoxLayout()
        choices.setSpacing(theme.S)
        for words, box in ((self.tr("What for"), self.kind), (self.tr("Language"), self.language)):
            label = caption(words, box)
            label.setBuddy(box)
            box.setAccessibleName(words)
            choices.addWidget(label)
            choices.addWidget(box)
            choices.addSpacing(theme.M)
        choices.addStretch(1)
        column.addLayout(choices)
        column.addWidget(self.edit, 1)
        rests = QHBoxLayout()
        rests.setSpacing(theme.S)
        rests.addWidget(self._rest_words)
        rests.addWidget(self._rest_buttons, 1)
        column.addLayout(rests)
        close = quiet_button(self.tr("Close"), self.tr("Close (Esc)"), self.reject)
        self.copy_button = quiet_button(self.tr("Copy"), self.tr("Copy the whole text"), self._copy)
        self.save_button = quiet_button(
            self.tr("Save…"), self.tr("Save as a document (.docx) or as text (.txt)"), self._save, "primary"
        )
        column.addLayout(row_of(None, close, self.copy_button, self.save_button))

    def _choice(self) -> tuple[str, str]:
        return str(self.kind.currentData()), str(self.language.currentData())

    def _ask(self) -> None:
        key = self._choice()
        if key in self._documents:
            self._show(key)
        else:
            self.wanted.emit(*key)

    def _show(self, key: tuple[str, str]) -> None:
        self._shown = key
        self.edit.setDocument(self._documents[key])
        self._show_rests(self.edit.rests())

    def _show_rests(self, rests: tuple[Rest, ...] | None) -> None:
        while item := self._rest_row.takeAt(0):
            if widget := item.widget():
                widget.deleteLater()
        if rests is None:
            words = self.tr("Your own words.")
        elif not rests:
            words = self.tr("A form of words: it states no fact.")
        else:
            words = self.tr("This sentence rests on:")
        self._rest_words.setText(words)
        for rest in rests or ():
            button = quiet_button(rest.label, self.tr("Show it"), self._going_to(rest), "chip")
            self._rest_row.addWidget(button)

    def _going_to(self, rest: Rest) -> Callable[[], None]:
        return lambda: self.place_requested.emit(rest.kind, rest.id)

    def _copy(self) -> None:
        from casebook.dossier.drafts.draft import plain

        QGuiApplication.clipboard().setText(plain(self.edit.lines()))

    def _save(self) -> None:
        self.save_requested.emit(self.edit.lines())
