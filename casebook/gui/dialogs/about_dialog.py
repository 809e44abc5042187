"""What this program is: name, version, licence, and where the casebook lies."""

from __future__ import annotations

import platform
from pathlib import Path

import PySide6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

import casebook
from casebook.gui import icons
from casebook.gui import theme as look
from casebook.gui.theme import restyle


class AboutDialog(QDialog):
    """Name, version, licence, where the casebook is."""

    def __init__(self, book: Path | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("About Casebook"))
        picture = QLabel(alignment=Qt.AlignmentFlag.AlignTop)
        picture.setPixmap(icons.app_icon().pixmap(64, 64))
        title = QLabel("Casebook")
        restyle(title, kind="title")
        words = QLabel(
            self.tr("A private journal for a dispute with an exchange or broker. Free software, GPL-3.0 or later."),
            wordWrap=True,
        )
        facts = QLabel(self._facts(book), wordWrap=True)
        facts.setTextFormat(Qt.TextFormat.PlainText)
        facts.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        restyle(facts, kind="muted")
        column = QVBoxLayout()
        column.setSpacing(look.S)
        for label in (title, words, facts):
            column.addWidget(label)
        row = QHBoxLayout()
        row.setSpacing(look.L)
        row.addWidget(picture)
        row.addLayout(column, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(look.XL, look.XL, look.XL, look.L)
        layout.setSpacing(look.L)
        layout.addLayout(row)
        layout.addWidget(buttons)
        self.setFixedWidth(480)

    def _facts(self, book: Path | None) -> str:
        lines = [
            self.tr("Version {version}").replace("{version}", casebook.__version__),
            f"Python {platform.python_version()} · Qt {PySide6.__version__} · {platform.system()} {platform.machine()}",
        ]
        if book is not None:
            lines.append(self.tr("Your casebook: {folder}").replace("{folder}", str(book)))
        return "\n".join(lines)
