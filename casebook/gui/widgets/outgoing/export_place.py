"""The step of an export that asks where it goes: a folder or one ZIP, in parts or whole, and under which name."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFileDialog, QLineEdit, QWidget

from casebook.dossier.parts import existing
from casebook.dossier.portals import Portal
from casebook.gui.widgets.outgoing.export_reader import add_row, combo, form_layout
from casebook.gui.widgets.parts import Hint, number_box, quiet_button, side_by_side

MEGABYTE = 1_000_000
_OWN = -1
_LARGEST = 4000


class ExportPlace(QWidget):
    """The ending of the target says whether it becomes a ZIP or a folder."""

    changed = Signal()

    def __init__(
        self,
        target: Path,
        *,
        ending: str,
        limits: Sequence[Portal],
        limit: int,
        language: str = "en",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._limits, self._language = limits, language
        self.ending = combo((self.tr("A folder"), ""), (self.tr("One ZIP file, for sending"), ".zip"))
        known = [(portal.name[language], portal.size) for portal in limits]
        self.limit = combo((self.tr("No limit"), 0), *known, (self.tr("Another limit…"), _OWN))
        self.megabytes = number_box()
        self.megabytes.setRange(1, _LARGEST)
        self.megabytes.setSuffix(" MB")
        self.megabytes.setAccessibleName(self.tr("Largest part, in megabytes"))
        self._note = Hint()
        self.target = QLineEdit(str(target))
        browse = quiet_button(self.tr("Browse…"), self.tr("Choose the place"), self.browse)
        self.replace = QCheckBox(self.tr("Replace the earlier dossier"))
        layout = form_layout(self)
        add_row(layout, self.tr("As"), self.ending)
        self.limit.setAccessibleDescription(self.tr("Size limit"))
        add_row(layout, self.tr("Size limit"), side_by_side(self.limit, self.megabytes), self._note)
        self.target.setAccessibleName(self.tr("Where to"))
        add_row(layout, self.tr("Where to"), side_by_side(self.target, browse))
        layout.addRow("", self.replace)
        self._choose_limit(limit)
        self.ending.setCurrentIndex(max(0, self.ending.findData(ending)))
        self._on_ending()
        self.ending.currentIndexChanged.connect(self._on_ending)
        self.limit.currentIndexChanged.connect(self._on_limit)
        self.megabytes.valueChanged.connect(self.changed)
        self.target.textChanged.connect(self._on_target)
        self.replace.toggled.connect(self._on_target)
        self._on_limit()
        self._on_target()

    def out(self) -> Path:
        """Return where the dossier will be."""
        return Path(self.target.text().strip()).expanduser()

    def part_size(self) -> int:
        """Return the most bytes of one part, 0 for no limit."""
        value = int(self.limit.currentData())
        return self.megabytes.value() * MEGABYTE if value == _OWN else value

    def is_there(self) -> bool:
        """Return whether something of this name is there already."""
        out = self.out()
        if not self.target.text().strip():
            return False
        return out.exists() or (self.part_size() > 0 and out.parent.is_dir() and bool(existing(out)))

    def may_replace(self) -> bool:
        """Return whether an earlier dossier may be written over."""
        return self.is_there() and self.replace.isChecked()

    def fault(self) -> str:
        """Return in words what is in the way here, empty when nothing is."""
        if not self.target.text().strip():
            return self.tr("Say where to put the dossier.")
        if self.is_there() and not self.replace.isChecked():
            return self.tr("There is something of this name already.")
        return ""

    def look_again(self) -> None:
        """Look whether something of this name is there now."""
        self._on_target()

    def browse(self) -> None:
        """Ask where the dossier shall be put: the folder that will hold it."""
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Put the dossier into"), str(self.out().parent))
        if chosen:
            self.target.setText(str(Path(chosen) / self.out().name))

    def _choose_limit(self, limit: int) -> None:
        row = self.limit.findData(limit)
        self.limit.setCurrentIndex(row if row >= 0 else self.limit.findData(_OWN))
        self.megabytes.setValue(max(1, limit // MEGABYTE) if limit else 25)

    def _on_limit(self) -> None:
        self.megabytes.setVisible(self.limit.currentData() == _OWN)
        told = self.tr("A larger dossier is split into parts that can each be checked; the exhibits' numbers go on.")
        chosen = [portal for portal in self._limits if portal.size == self.limit.currentData()]
        source = f"{chosen[0].source[self._language]} ({chosen[0].checked_on.isoformat()})" if chosen else ""
        self._note.setText("\n".join(filter(None, (told, source))))
        self._on_target()

    def _on_ending(self) -> None:
        name = self.out().name.removesuffix(".zip")
        self.target.setText(str(self.out().parent / f"{name}{self.ending.currentData()}"))

    def _on_target(self) -> None:
        self.replace.setVisible(self.is_there())
        self.changed.emit()
