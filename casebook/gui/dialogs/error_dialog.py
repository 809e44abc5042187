"""The one box for what went wrong: what happened, what is safe, what to do, and the details for whoever helps."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget

from casebook import __version__
from casebook.gui import texts
from casebook.journal.errors import CasebookError, Damaged, DiskTrouble


class ErrorDialog(QMessageBox):
    """Says one failure. `work` names what was under way; `details` are what a program would say of it.

    Only a mistake of the program has details and a log to show: a refusal says itself what to do.
    """

    def __init__(
        self,
        error: BaseException,
        *,
        work: str = "",
        details: str = "",
        log_folder: Path | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._details, self._log_folder = details, log_folder
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setIcon(QMessageBox.Icon.Warning)
        self.setWindowTitle(work or "Casebook")
        self.setText(texts.error_text(error))
        self.setInformativeText(self._safe(error))
        self.copy_button, self.log_button = QPushButton(), QPushButton()
        if details or not isinstance(error, CasebookError):
            self._add(self.copy_button, self.tr("Copy details"), self._copy)
            self.copy_button.setToolTip(self.tr("Copy what the program says of it, to send to whoever helps you"))
            if log_folder is not None:
                self._add(self.log_button, self.tr("Open log folder"), self._open_log)
                self.log_button.setToolTip(str(log_folder))
        if details:
            self.setDetailedText(details)
        close = self.addButton(QMessageBox.StandardButton.Close)
        self.setDefaultButton(close)
        self.setEscapeButton(close)

    def copied(self) -> str:
        """Return what "Copy details" copies: what was said, the version, and the trace."""
        parts = (f"Casebook {__version__}", self.windowTitle(), self.text(), self.informativeText(), self._details)
        return "\n\n".join(part for part in parts if part)

    def _safe(self, error: BaseException) -> str:
        """Return what has not suffered, and what to do now."""
        if isinstance(error, Damaged):
            return self.tr(
                "Nothing was changed. File > Check the casebook shows what is damaged; then restore a backup."
            )
        if isinstance(error, DiskTrouble | OSError):
            return self.tr("What was recorded before is safe. Put the disk right, then do it again.")
        if isinstance(error, CasebookError):
            return ""
        return self.tr(
            "What you recorded is safe, and so is what you are writing. Try again; if it comes back, start Casebook "
            "anew and send the details to whoever helps you."
        )

    def _add(self, button: QPushButton, words: str, call: object) -> None:
        """Add a button that leaves the box open."""
        button.setText(words)
        self.addButton(button, QMessageBox.ButtonRole.ActionRole)
        button.clicked.disconnect()  # the box closes for any of its buttons
        button.clicked.connect(call)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.copied())
        self.copy_button.setText(self.tr("Copied"))

    def _open_log(self) -> None:
        if self._log_folder is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._log_folder)))
