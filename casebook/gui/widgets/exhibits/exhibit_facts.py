"""What is known of an exhibit, beside its picture: the file, its hash with a check, and what rests on it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QTextOption
from PySide6.QtWidgets import QFormLayout, QFrame, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from casebook.gui import texts, theme
from casebook.gui.models.row_model import Row
from casebook.gui.theme import Theme, restyle
from casebook.gui.widgets.parts import plain_label, press_by, quiet_button, row_of
from casebook.gui.widgets.row_list import RowList
from casebook.journal.kinds.exhibit_uses import Use
from casebook.journal.records import Exhibit


class ExhibitFacts(QScrollArea):
    """Shows the facts of one exhibit. Nothing in it can be changed here."""

    hash_copied = Signal()
    check_requested = Signal()
    use_opened = Signal(object)
    """A `Use` was opened."""

    def __init__(self, theme_: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._uses: Sequence[Use] = ()
        self._own = 0
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page = QFrame()
        page.setProperty("kind", "side")
        self.column = QVBoxLayout(page)
        self.column.setContentsMargins(theme.L, theme.L, theme.L, theme.L)
        self.column.setSpacing(theme.S)
        self.heading = plain_label("", kind="heading")
        self.form = QFormLayout()
        self.form.setContentsMargins(0, 0, 0, 0)
        self.form.setHorizontalSpacing(theme.M)
        self.form.setVerticalSpacing(0)
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        self.hash = QPlainTextEdit()  # a label would cut a word of 64 letters off
        self.hash.setReadOnly(True)
        self.hash.setWordWrapMode(QTextOption.WrapMode.WrapAnywhere)
        self.hash.setTabChangesFocus(True)
        self.hash.setProperty("kind", "bare")
        self.hash.setFont(theme_.font(theme.TINY, mono=True))
        self.hash.setFixedHeight(QFontMetrics(self.hash.font()).lineSpacing() * 4 + theme.S)
        self.hash.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.hash.setAccessibleName("SHA-256")
        self.copy_hash = quiet_button(
            self.tr("Copy hash"), self.tr("Copy the SHA-256 (Ctrl+Shift+C)"), self.hash_copied.emit, "chip"
        )
        press_by(self.copy_hash, "Ctrl+Shift+C")
        tip = self.tr("Read the original again and compare its SHA-256 with the recorded one (Ctrl+Shift+H)")
        self.check = quiet_button(self.tr("Check now"), tip, self.check_requested.emit, "chip")
        press_by(self.check, "Ctrl+Shift+H")
        self.checked = plain_label("", kind="caption")
        self.used_heading = plain_label(self.tr("Where used"), kind="heading")
        self.used = RowList(theme_)
        self.used.setAccessibleName(self.tr("Where used"))
        self.nothing = plain_label(self.tr("Nothing in the record rests on it yet."), kind="caption")
        self.used.activated_id.connect(lambda place: self.use_opened.emit(self._uses[place]))
        for label in (self.heading, self.checked):
            label.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
        self.column.addWidget(self.heading)
        self.column.addLayout(self.form)
        self.column.addWidget(self.hash)
        self.column.addLayout(row_of(self.copy_hash, self.check, None))
        for widget in (self.checked, self.used_heading, self.used, self.nothing):
            self.column.addWidget(widget)
        self.column.addStretch(1)
        self.setWidget(page)

    def show_exhibit(self, exhibit: Exhibit, rows: Sequence[tuple[str, str]] = ()) -> None:
        """Show the facts of an exhibit; `rows` are what its picture tells. What rests on it follows."""
        self.heading.setText(texts.joined(exhibit.label, exhibit.description or exhibit.name))
        while self.form.rowCount():
            self.form.removeRow(0)
        for caption, value in self._rows(exhibit):
            if value:
                self._add(caption, value)
        self._own = self.form.rowCount()
        self.tell_picture(rows)
        purged = exhibit.purged_at is not None or not exhibit.file.sha256
        self.hash.setPlainText(f"SHA-256 {exhibit.file.sha256}")
        for widget in (self.hash, self.copy_hash, self.check):
            widget.setVisible(not purged)
        self.say_checked("")

    def show_uses(self, uses: Sequence[Use] | None) -> None:
        """Show what rests on the exhibit; None while that is looked for."""
        self._uses = uses or ()
        rows = [Row(place, use.words or self._way(use), self._way(use)) for place, use in enumerate(self._uses)]
        self.used.show_rows(rows)
        self.nothing.setVisible(uses is not None and not uses)

    def tell_picture(self, rows: Sequence[tuple[str, str]]) -> None:
        """Tell what only the opened picture tells, instead of what was told of it before."""
        while self.form.rowCount() > self._own:
            self.form.removeRow(self._own)
        for caption, value in rows:
            self._add(caption, value)

    def say_checked(self, words: str, *, bad: bool = False) -> None:
        """Say what came of the check; nothing for none."""
        self.checked.setText(words)
        self.checked.setVisible(bool(words))
        restyle(self.checked, kind="warn" if bad else "caption")

    def sizeHint(self) -> QSize:
        """Return a width that a line of a hash and a caption fit."""
        return QSize(self.fontMetrics().horizontalAdvance("0" * 36), 400)

    def _add(self, caption: str, value: str) -> None:
        label, words = plain_label(caption, kind="caption"), plain_label(value)
        label.setContentsMargins(0, theme.S, 0, 0)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        words.setAccessibleName(f"{caption}: {value}")
        self.form.addRow(label, words)

    def _rows(self, exhibit: Exhibit) -> list[tuple[str, str]]:
        def when(moment: object) -> str:
            return texts.short_time(texts.here(moment)) if moment else ""  # type: ignore[arg-type]

        return [
            (self.tr("File"), exhibit.name),
            (self.tr("Type and size"), texts.joined(exhibit.media_type, texts.file_size(exhibit.file.size))),
            (self.tr("How it came"), texts.caption(exhibit.source)),
            (self.tr("File time"), when(exhibit.taken_at)),
            (self.tr("Recorded"), when(exhibit.recorded_at)),
            (self.tr("Erased"), when(exhibit.purged_at)),
            (self.tr("It shows"), exhibit.description),
            (self.tr("Origin"), exhibit.origin),
            (self.tr("Page address"), exhibit.url),
            (self.tr("Its own date"), exhibit.dated_on),
            (self.tr("Not on it"), exhibit.crop),
            (self.tr("Clause"), exhibit.clause),
            (self.tr("Transcript"), exhibit.transcript),
            (self.tr("Translation"), exhibit.translation),
        ]

    def _way(self, use: Use) -> str:
        return {
            "holds": self.tr("the contact it came with"),
            "names": self.tr("a contact that names it"),
            "sent": self.tr("a message it went out with"),
            "shows": self.tr("it shows this"),
            "quoted": self.tr("a quoted passage of its contact"),
            "covered": self.tr("a redacted copy of it"),
            "copy": self.tr("a copy of it with marks"),
            "source": self.tr("what it is a copy of"),
            "dossier": self.tr("a dossier made since it was recorded"),
        }[use.way]
