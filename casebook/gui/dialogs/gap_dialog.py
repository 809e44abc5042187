"""The dialog "Gaps": what a reader of a case's dossier will miss, looked for anew whenever the record changes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QStackedLayout, QVBoxLayout, QWidget

from casebook.dossier.gaps import Finding
from casebook.gui import texts, theme
from casebook.gui.widgets.outgoing.gap_list import GapList
from casebook.gui.widgets.parts import open_at, plain_label, quiet_button, row_of


class GapDialog(QDialog):
    """Not modal: what is missing can be added while it is open."""

    check_requested = Signal()
    """Look again."""
    export_requested = Signal()
    """Go on to the dossier."""

    def __init__(self, title: str, look: theme.Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Gaps"))
        open_at(self, 720, 560)
        self.gaps = GapList(look)
        self._waiting = plain_label(self.tr("Looking…"), kind="muted")
        self._waiting.setAlignment(Qt.AlignmentFlag.AlignTop)
        place = QWidget()
        self._pages = QStackedLayout(place)
        self._pages.addWidget(self._waiting)
        self._pages.addWidget(self.gaps)
        self.again = quiet_button(self.tr("Look again"), self.tr("Search the case anew"), self.check_requested.emit)
        self.on = quiet_button(
            self.tr("Export dossier…"), self.tr("Make the PDF and the evidence pack"), self.export_requested.emit
        )
        self.close_button = quiet_button(self.tr("Close"), self.tr("Close (Esc)"), self.reject, "primary")
        told = self.tr(
            "What a reader of the dossier will look for and not find. Fill a gap, or answer it in your own words; only "
            "suspected secrets stop the dossier."
        )
        whole = QVBoxLayout(self)
        whole.setContentsMargins(theme.XL, theme.L, theme.XL, theme.L)
        whole.setSpacing(theme.M)
        whole.addWidget(plain_label(title, kind="heading"))
        whole.addWidget(plain_label(told, kind="muted"))
        whole.addWidget(place, 1)
        whole.addLayout(row_of(self.again, None, self.on, self.close_button))

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show what was found."""
        first = self._pages.currentWidget() is self._waiting
        self.gaps.set_findings(findings)
        self._pages.setCurrentWidget(self.gaps)
        if first:
            (self.gaps.list if findings else self.close_button).setFocus()

    def show_failure(self, error: Exception) -> None:
        """Say why it could not be looked for."""
        self._waiting.setText(texts.error_text(error))
        self._pages.setCurrentWidget(self._waiting)

    def is_ready(self) -> bool:
        """Return whether findings are shown."""
        return self._pages.currentWidget() is self.gaps
