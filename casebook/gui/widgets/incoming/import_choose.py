"""The first page of an import: what shall be read, and the other ways mail can come in."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QListView, QVBoxLayout, QWidget

from casebook.gui import texts, theme
from casebook.gui.widgets.incoming.mail_drop import taken
from casebook.gui.widgets.parts import plain_label, quiet_button, row_of
from casebook.mail.chosen import Chosen, Pasted


class ImportChoose(QWidget):
    """A list of files and folders, and buttons that add to it or open another way in."""

    changed = Signal()
    """The list holds something else."""
    mailbox_requested = Signal()
    transcript_requested = Signal()
    paste_requested = Signal(str)
    """The clipboard's text, or nothing."""

    def __init__(self, folder: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.folder = folder
        self._paths = QStringListModel(self)
        self._files: list[Path] = []
        self._pasted: list[Pasted] = []
        self.list = QListView()
        self.list.setModel(self._paths)
        self.list.setProperty("kind", "framed")
        self.list.setViewportMargins(theme.XS, theme.XS, theme.XS, theme.XS)
        self.list.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.list.setAccessibleName(self.tr("Files and folders to read"))
        self._lay_out()
        self._adapt()

    def add(self, paths: Sequence[Path]) -> None:
        """Add files or folders to the list, each once."""
        self._files = list(dict.fromkeys([*self._files, *paths]))
        self._show()

    def add_pasted(self, pasted: Pasted) -> None:
        """Add a message that is in no file."""
        self._pasted.append(pasted)
        self._show()

    def offer(self, *, mailbox: bool, transcript: bool) -> None:
        """Show the ways in that somebody answers."""
        self._mailbox.setVisible(mailbox)
        self._transcript.setVisible(transcript)

    def paths(self) -> list[Path]:
        """Return the files and folders that will be read."""
        return list(self._files)

    def chosen(self) -> Chosen:
        """Return everything that will be read."""
        return Chosen(tuple(self._files), tuple(self._pasted))

    def choose_files(self) -> None:
        """Ask for files."""
        kinds = self.tr("All files (*);;Mail (*.eml *.mbox *.mbx *.msg *.emlx *.zip)")
        names, _ = QFileDialog.getOpenFileNames(self, self.tr("Choose mail files"), self.folder, kinds)
        self._remember([Path(name) for name in names])

    def choose_folder(self) -> None:
        """Ask for a folder; everything in it is read, its folders too."""
        name = QFileDialog.getExistingDirectory(self, self.tr("Choose a folder of mail"), self.folder)
        self._remember([Path(name)] if name else [])

    def _paste(self) -> None:
        """Take files from the clipboard, else ask about its text."""
        clipboard = QGuiApplication.clipboard()
        if brought := taken(clipboard.mimeData(), any_file=True):
            self.add(brought.paths)
            for message in brought.messages:
                self.add_pasted(message)
        else:
            self.paste_requested.emit(clipboard.text())

    def _remember(self, chosen: list[Path]) -> None:
        if chosen:
            self.folder = str(chosen[0] if chosen[0].is_dir() else chosen[0].parent)
            self.add(chosen)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.S)
        files = quiet_button(self.tr("Add files…"), self.tr("Mails, mailboxes, archives (Ctrl+O)"), self.choose_files)
        folder = quiet_button(self.tr("Add folder…"), self.tr("Every mail in a folder"), self.choose_folder)
        self._remove = quiet_button(
            self.tr("Remove"), self.tr("Take the chosen lines off this list (Del)"), self._take_off
        )
        self._mailbox = quiet_button(
            self.tr("Mailbox on a server…"), self.tr("Fetch from a mail account"), self.mailbox_requested.emit
        )
        paste = quiet_button(
            self.tr("Paste a mail…"),
            self.tr("The raw source of one message (Ctrl+V)"),
            lambda: self.paste_requested.emit(""),
        )
        self._transcript = quiet_button(
            self.tr("Paste a chat…"),
            self.tr("A conversation copied from a chat window"),
            self.transcript_requested.emit,
        )
        for keys, call in ((QKeySequence.StandardKey.Open, self.choose_files), ("Del", self._take_off)):
            QShortcut(QKeySequence(keys), self, call)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self, self._paste)
        column.addWidget(plain_label(self.tr("What shall be read?"), kind="heading"))
        words = self.tr(
            "Add mails (.eml, .msg), whole mailboxes (.mbox, Google Takeout, folders of a mail program), chat exports "
            "(Telegram, Discord, WhatsApp) and .zip of these, or drop them here. They are copied, not moved."
        )
        column.addWidget(plain_label(words, kind="muted"))
        column.addWidget(self.list, 1)
        column.addLayout(row_of(files, folder, self._remove, None))
        column.addWidget(plain_label(self.tr("Or from elsewhere"), kind="caption"))
        column.addLayout(row_of(self._mailbox, paste, self._transcript, None))
        self.offer(mailbox=False, transcript=False)

    def _take_off(self) -> None:
        chosen = {index.row() for index in self.list.selectedIndexes()}
        kept = [each for row, each in enumerate([*self._files, *self._pasted]) if row not in chosen]
        self._files = [each for each in kept if isinstance(each, Path)]
        self._pasted = [each for each in kept if isinstance(each, Pasted)]
        self._show()

    def _show(self) -> None:
        of_pasted = [
            self.tr("Pasted mail {number} ({size})")
            .replace("{number}", str(number))
            .replace("{size}", texts.file_size(len(each.raw)))
            for number, each in enumerate(self._pasted, 1)
        ]
        self._paths.setStringList([*map(str, self._files), *of_pasted])
        self._adapt()

    def _adapt(self) -> None:
        self._remove.setEnabled(bool(self._files or self._pasted))
        self.changed.emit()
