"""The dialog that shows an exhibit: the picture whole, and what proves it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from casebook.gui import texts, theme
from casebook.gui.dialogs.form import FormDialog
from casebook.gui.widgets.parts import plain_label
from casebook.journal.records import Exhibit


class ExhibitDialog(QDialog):
    """Shows one exhibit at a time."""

    open_requested = Signal(int)
    save_requested = Signal(int)
    copy_requested = Signal(int)
    describe_requested = Signal(int)
    facts_requested = Signal(int)
    redact_requested = Signal(int)
    step_requested = Signal(int)
    """The next exhibit (1) or the one before (-1) is wanted: answer with `show_exhibit`."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(900, 720)
        self._exhibit: Exhibit | None = None
        self._picture: QPixmap | None = None
        self._whole = True
        self._said = ""
        self.place = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self.place.setTextFormat(Qt.TextFormat.PlainText)
        self.place.setWordWrap(True)
        self.area = QScrollArea()
        self.area.setWidget(self.place)
        self.area.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.area.setAccessibleName(self.tr("Exhibit"))
        self.heading, self.facts = plain_label("", kind="heading"), plain_label("", kind="muted")
        self.hash = plain_label("", kind="caption")
        for label in (self.heading, self.facts, self.hash):
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.box = QDialogButtonBox(self)
        self._make_buttons()
        close = self.box.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setToolTip(self.tr("Close (Esc)"))
        close.setDefault(True)
        self.box.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.L, theme.L, theme.L, theme.L)
        column.setSpacing(theme.S)
        column.addWidget(self.area, 1)
        for widget in (self.heading, self.facts, self.hash, self.box):
            column.addWidget(widget)

    def show_exhibit(self, exhibit: Exhibit, picture: QImage | None, said: str, *, can_open: bool, more: bool) -> None:
        """Show an exhibit with its picture, or `said` where there is none; `more` where there are others beside it."""
        self._exhibit = exhibit
        self._picture = QPixmap.fromImage(picture) if picture is not None else None
        self.setWindowTitle(texts.joined(exhibit.label, exhibit.name))
        self.heading.setText(texts.joined(exhibit.label, exhibit.description or exhibit.name))
        taken = ""
        if exhibit.taken_at:
            taken = self.tr("file time {time}").format(time=texts.short_time(texts.here(exhibit.taken_at)))
        recorded = self.tr("recorded {time}").format(time=texts.short_time(texts.here(exhibit.recorded_at)))
        size = texts.file_size(exhibit.file.size)
        self.facts.setText(
            texts.joined(exhibit.name, exhibit.media_type, size, texts.caption(exhibit.source), taken, recorded)
        )
        self.hash.setText(f"SHA-256 {exhibit.file.sha256}")
        self.zoom.setVisible(self._picture is not None)
        self.open_button.setVisible(can_open)
        self.back.setVisible(more)
        self.forward.setVisible(more)
        self._said = said
        self._draw()

    def exhibit_id(self) -> int:
        """Return the id of what is shown, 0 for nothing."""
        return self._exhibit.id if self._exhibit else 0

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the picture."""
        super().resizeEvent(event)
        self._draw()

    def _draw(self) -> None:
        room = self.area.viewport().size()
        if self._picture is None:
            self.place.setPixmap(QPixmap())
            self.place.setText(self._said)
            self.place.setFixedSize(room)
            return
        picture = self._picture
        if self._whole and (picture.width() > room.width() or picture.height() > room.height()):
            how = Qt.TransformationMode.SmoothTransformation
            picture = picture.scaled(room, Qt.AspectRatioMode.KeepAspectRatio, how)
        self.place.setPixmap(picture)
        self.place.setFixedSize(picture.size().expandedTo(QSize(1, 1)))

    def _make_buttons(self) -> None:
        make, tell = self._button, self._tell
        self.zoom = make(self.tr("Actual size"), self.tr("One pixel for one, or all of it (Z)"), "Z", self._zoom)
        opens = self.tr("Open a copy with the program your system uses for such files (Ctrl+O)")
        self.open_button = make(self.tr("Open with…"), opens, "Ctrl+O", tell(self.open_requested))
        saves = self.tr("Save the original bytes elsewhere (Ctrl+S)")
        self.save_button = make(self.tr("Save a copy…"), saves, "Ctrl+S", tell(self.save_requested))
        copies = self.tr("Copy the picture or the file (Ctrl+C)")
        self.copy_button = make(self.tr("Copy"), copies, "Ctrl+C", tell(self.copy_requested))
        describes = self.tr("Say in words what it shows (Ctrl+D)")
        self.describe_button = make(self.tr("Describe…"), describes, "Ctrl+D", tell(self.describe_requested))
        redacts = self.tr("Make a copy with parts covered; dossiers then hold the copy (Ctrl+R)")
        self.redact_button = make(self.tr("Redact…"), redacts, "Ctrl+R", tell(self.redact_requested))
        details = self.tr("Origin, page address, date, translation, transcript (Ctrl+I)")
        self.facts_button = make(self.tr("Details…"), details, "Ctrl+I", tell(self.facts_requested))
        before, after = self.tr("The exhibit before (Alt+Left)"), self.tr("The next exhibit (Alt+Right)")
        self.back = make(self.tr("Previous"), before, "Alt+Left", lambda: self.step_requested.emit(-1))
        self.forward = make(self.tr("Next"), after, "Alt+Right", lambda: self.step_requested.emit(1))

    def _zoom(self) -> None:
        self._whole = not self._whole
        self.zoom.setText(self.tr("Actual size") if self._whole else self.tr("Fit"))
        self._draw()

    def _tell(self, signal: SignalInstance) -> Callable[[], object]:
        """Return a wish about the exhibit that is shown."""
        return lambda: signal.emit(self.exhibit_id())

    def _button(self, words: str, tip: str, key: str, act: Callable[[], object]) -> QPushButton:
        button = self.box.addButton(words, QDialogButtonBox.ButtonRole.ActionRole)
        button.setAutoDefault(False)
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.setShortcut(key)
        button.clicked.connect(act)
        return button


class DescribeDialog(FormDialog):
    """Asks in words what an exhibit shows."""

    def __init__(self, exhibit: Exhibit, *, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.setWindowTitle(self.tr("Describe {exhibit}").format(exhibit=exhibit.label))
        self.save_button.setText(self.tr("Save"))
        self.add_wide(plain_label(exhibit.name, kind="muted"))
        self.words = QLineEdit(exhibit.description)
        hint = self.tr("The dossier prints it beside the exhibit, and search finds it")
        self.add_row(self.tr("It shows"), self.words, hint)
        self.words.setFocus()
