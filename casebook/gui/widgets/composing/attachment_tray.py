"""The files that wait in the composer to be recorded, as small pictures that can be removed again."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Generator, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QImage, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from casebook.gui import icons, texts
from casebook.gui.tips import plain_tip
from casebook.gui.widgets.composing.intake import Drawn, size_of
from casebook.gui.widgets.exhibits.thumbnails import decode
from casebook.gui.widgets.flow_layout import FlowLayout
from casebook.journal.progress import Progress
from casebook.journal.records import Attachment, Exhibit

if TYPE_CHECKING:
    from casebook.gui.worker import Worker

_PICTURE = QSize(48, 32)
_AT_ONCE = 128 * 1024
"""A picture of so few bytes is looked at before anybody notices; a larger one in the background, if there is one."""
_LOOK_AT = 12 * 1024 * 1024
"""Larger files get the icon of their type: the tray must never hold up typing."""


class AttachmentTray(QWidget):
    """Holds the attachments of one contact to be. Never more than a handful, hence a widget each."""

    changed = Signal()
    """Something was added or removed."""
    noticed = Signal(str)
    """What is to be known of what came, in words: it waits here already, or is in the case."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._attachments: list[Attachment] = []
        self._drawn: list[Drawn] = []
        self._known: Sequence[Exhibit] = ()
        self._labels: dict[str, str] | None = None
        self._looked: dict[tuple[str, int], QImage | None] = {}
        self.worker: Worker | None = None
        """Who looks at large pictures."""
        self._flow = FlowLayout(self)
        self.hide()

    def attachments(self) -> tuple[Attachment, ...]:
        """Return what is attached, oldest first; not yet what is still being made."""
        return tuple(self._attachments)

    @property
    def drawing(self) -> bool:
        """Whether a picture is still being made into a file."""
        return bool(self._drawn)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is attached, and nothing will be in a moment."""
        return not (self._attachments or self._drawn)

    def set_attachments(self, attachments: tuple[Attachment, ...]) -> None:
        """Show these instead of what was shown."""
        self._attachments, self._drawn = list(attachments), []
        self._rebuild()

    def know(self, exhibits: Sequence[Exhibit]) -> None:
        """Learn what the case holds already, so that the same file is noticed."""
        self._known, self._labels = exhibits, None

    def add(self, attachments: Sequence[Attachment]) -> None:
        """Attach more, but nothing twice; a picture taken within the same minute gets a number of its own."""
        again = list[tuple[str, str, str]]()
        twice = self.tr("{name} waits here already, as {same}: it is not attached twice.")
        known_here = self.tr("{name} is the same file as {same} of this case. Take it out if you did not mean it.")
        for attachment in attachments:
            if waits := self._waits(attachment):
                again.append((twice, waits, attachment.name))
                continue
            if exhibit := self._exhibit(attachment):
                again.append((known_here, exhibit, attachment.name))
            taken = {known.name for known in self._attachments}
            stem, dot, ending = attachment.name.rpartition(".")
            names = (f"{stem} ({n}){dot}{ending}" if dot else f"{ending} ({n})" for n in range(2, 1000))
            name = attachment.name if attachment.name not in taken else next(n for n in names if n not in taken)
            self._attachments.append(_named(attachment, name))
        self._rebuild()
        for words, same, name in again:
            self.noticed.emit(words.replace("{same}", same).replace("{name}", name))

    def draw(self, drawn: Drawn) -> None:
        """Attach a picture that has no bytes yet: it is shown now, and made in the background."""
        self._drawn.append(drawn)
        if self.worker is None:
            self.settle()
            return
        self._rebuild()

        def work() -> Generator[Progress, None, Attachment | None]:
            yield Progress(0)
            return drawn.attachment()

        def done(made: Attachment | None) -> None:
            with suppress(RuntimeError):  # the tray may be gone
                self._came(drawn, made)

        title = self.tr("Making a picture of what was pasted")
        self.worker.run(title, work, done=done, failed=lambda _error: done(None), quiet=True)

    def settle(self) -> None:
        """Make at once what is still being made: somebody is about to look at what is attached for the last time."""
        for drawn in tuple(self._drawn):
            self._came(drawn, drawn.attachment())

    def _came(self, drawn: Drawn, made: Attachment | None) -> None:
        if drawn not in self._drawn:
            return  # it was taken out, or did not wait
        self._drawn.remove(drawn)
        if made is not None:
            self.add([made])
            return
        self._rebuild()
        self.noticed.emit(self.tr("There is no room for this picture. Save it to a file, and attach that."))

    def _waits(self, attachment: Attachment) -> str:
        """Return the name of the same file that waits here, empty if there is none."""
        return next((known.name for known in self._attachments if known.content == attachment.content), "")

    def _exhibit(self, attachment: Attachment) -> str:
        """Return which exhibit of the case the same file is already, empty for none or one too large to be read now."""
        content = attachment.content
        if not self._known or size_of(attachment) > _LOOK_AT:
            return ""
        try:
            raw = content.read_bytes() if isinstance(content, Path) else content
        except OSError:
            return ""
        if self._labels is None:
            self._labels = {exhibit.file.sha256: exhibit.label for exhibit in self._known}
        return self._labels.get(hashlib.sha256(raw).hexdigest(), "")

    def remove(self, number: int) -> None:
        """Take an attachment out again."""
        del self._attachments[number]
        self._rebuild()

    def _take_out(self, drawn: Drawn) -> None:
        if drawn in self._drawn:
            self._drawn.remove(drawn)
        self._rebuild()

    def _rebuild(self) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for number, attachment in enumerate(self._attachments):
            card, picture = self._card(attachment.name, size_of(attachment), partial(self.remove, number))
            self._show(picture, attachment)
            self._flow.addWidget(card)
        for drawn in self._drawn:
            card, picture = self._card(drawn.name, 0, partial(self._take_out, drawn))
            picture.setPixmap(QPixmap.fromImage(drawn.image.scaled(_PICTURE, Qt.AspectRatioMode.KeepAspectRatio)))
            self._flow.addWidget(card)
        self.setVisible(not self.is_empty)
        self.updateGeometry()
        self.changed.emit()

    def _card(self, file: str, size: int, remove_it: Callable[[], None]) -> tuple[QWidget, QLabel]:
        card = QWidget(self)
        row = QHBoxLayout(card)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        picture, name = QLabel(card), QLabel(card)
        name.setTextFormat(Qt.TextFormat.PlainText)
        name.setProperty("kind", "caption")
        name.setText(name.fontMetrics().elidedText(file, Qt.TextElideMode.ElideMiddle, 220))
        name.setToolTip(plain_tip(texts.joined(file, texts.file_size(size) if size else "")))
        remove = QToolButton(card)
        remove.setProperty("kind", "quiet")
        remove.setIcon(icons.icon("x"))
        remove.setIconSize(QSize(12, 12))
        remove.setAccessibleName(self.tr("Remove {name}").format(name=file))
        remove.setToolTip(self.tr("Remove {name}").format(name=file))
        remove.clicked.connect(lambda _checked=False: remove_it())
        for widget in (picture, name, remove):
            row.addWidget(widget)
        return card, picture

    def _show(self, label: QLabel, attachment: Attachment) -> None:
        """Show a small picture of an attachment; of a large one as soon as it is looked at."""
        key = attachment.name, size_of(attachment)
        if key in self._looked or self.worker is None or key[1] <= _AT_ONCE:
            image = self._looked[key] if key in self._looked else _look(attachment)
            label.setPixmap(_pixmap(attachment, image))
            return
        label.setPixmap(_pixmap(attachment, None))

        def work() -> Generator[Progress, None, QImage | None]:
            yield Progress(0)
            return _look(attachment)

        def done(image: QImage | None) -> None:
            self._looked[key] = image
            with suppress(RuntimeError):  # the card may be gone
                label.setPixmap(_pixmap(attachment, image))

        self.worker.run(self.tr("Looking at a picture"), work, done=done, failed=lambda _error: None, quiet=True)


def _named(attachment: Attachment, name: str) -> Attachment:
    return attachment if attachment.name == name else replace(attachment, name=name)


def _look(attachment: Attachment) -> QImage | None:
    """Return a small picture of an attachment, None for what is no picture or too large."""
    if size_of(attachment) > _LOOK_AT:
        return None
    try:
        content = attachment.content
        return decode(content.read_bytes() if isinstance(content, Path) else content, _PICTURE * 2)
    except OSError:
        return None  # a file that cannot be read is refused, in words, when it is to be recorded


def _pixmap(attachment: Attachment, image: QImage | None) -> QPixmap:
    if image is not None:
        return QPixmap.fromImage(image).scaled(
            _PICTURE, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
    icon: QIcon = icons.icon("pdf" if attachment.name.lower().endswith(".pdf") else "file")
    return icon.pixmap(20, 20)
