"""What is asked before a mailbox is fetched: which one, which folders, which mails, and where they go."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QCheckBox, QDateEdit, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from casebook.gui import texts, theme, times
from casebook.gui.widgets.incoming.mailbox_folders import MailboxFolders
from casebook.gui.widgets.long_choice import LongChoice
from casebook.gui.widgets.parts import calm_calendar, caption, plain_label, quiet_button, row_of
from casebook.journal.errors import BadInput
from casebook.journal.incoming import Mailbox, MailboxFolder
from casebook.journal.listings import CaseRow
from casebook.mail.mailbox.folders import Folder
from casebook.mail.mailbox.search import Wanted


class MailboxSetup(QWidget):
    """The fields; what is to be done is a wish, and every wish that reaches a server names it on its button."""

    add_requested = Signal()
    edit_requested = Signal(object)
    forget_requested = Signal(object)
    look_requested = Signal(object)
    fetch_requested = Signal(object)
    closed = Signal()
    """The wishes carry the `Mailbox` they are about."""

    def __init__(self, cases: Sequence[CaseRow], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known: Mapping[int, Sequence[MailboxFolder]] = {}
        self.boxes, self.target = LongChoice(), LongChoice()
        self.folders = MailboxFolders()
        self.since, self.day = QCheckBox(self.tr("Only since")), QDateEdit(QDate.currentDate().addMonths(-3))
        self.writer, self.words = QLineEdit(), QLineEdit()
        self.notice = plain_label("", kind="warn")
        self._make_fields(cases)
        self._make_buttons()
        self._lay_out()
        self.boxes.currentIndexChanged.connect(lambda _row: self._show_box())
        self.day.setDisplayFormat("yyyy-MM-dd")
        self.since.toggled.connect(self.day.setEnabled)
        self.show_boxes([], {})

    @property
    def box(self) -> Mailbox | None:
        """The chosen mailbox, None where there is none yet."""
        found = self.boxes.currentData()
        return found if isinstance(found, Mailbox) else None

    def show_boxes(
        self, boxes: Sequence[Mailbox], known: Mapping[int, Sequence[MailboxFolder]], chosen: int = 0
    ) -> None:
        """Show the mailboxes that are noted, `chosen` in front."""
        self._known = known
        self.boxes.blockSignals(True)
        self.boxes.clear()
        for box in boxes:
            self.boxes.addItem(texts.joined(box.name, box.host), box)
        place = next((n for n, box in enumerate(boxes) if box.id == chosen), 0)
        self.boxes.setCurrentIndex(place if boxes else -1)
        self.boxes.blockSignals(False)
        self._show_box()

    def show_folders(self, folders: Sequence[Folder], ticked: Sequence[str]) -> None:
        """Show the folders that the server has."""
        self.folders.show_folders(folders, ticked)
        self.folders.setVisible(bool(folders))
        self._usual.setVisible(not folders)

    def wanted(self) -> Wanted:
        """Return which mails are to come in."""
        day = self.day.date()
        since = date(day.year(), day.month(), day.day()) if self.since.isChecked() else None
        return Wanted(since, self.writer.text(), self.words.text())

    def say(self, words: str) -> None:
        """Say what went wrong; nothing for an empty text."""
        self.notice.setText(words)
        self.notice.setVisible(bool(words))

    def _show_box(self) -> None:
        box, some = self.box, self.box is not None
        for widget in (self.boxes, self._edit, self._forget, self.fetch, self._rest):
            widget.setVisible(some)
        self._none.setVisible(not some)
        self.say("")
        known = self._known.get(box.id, ()) if box else ()
        self.show_folders([Folder(f.name) for f in known if f.chosen], [f.name for f in known if f.chosen])
        read = max((f.read_at for f in known if f.read_at), default=None)
        self._read.setText(
            self.tr("Read last on {time}").replace("{time}", times.short_time(texts.here(read), None)) if read else ""
        )
        host = box.host if box else ""
        self.look.setText(self.tr("Ask {host} for its folders").replace("{host}", host) if box else self.tr("Folders"))
        self.fetch.setText(self.tr("Fetch from {host}").replace("{host}", host) if box else self.tr("Fetch"))
        try:
            self._show_wanted(Wanted.parse(box.search if box else ""))
        except BadInput as error:
            self._show_wanted(Wanted())
            self.say(texts.error_text(error))

    def _show_wanted(self, wanted: Wanted) -> None:
        self.since.setChecked(wanted.since is not None)
        self.day.setEnabled(wanted.since is not None)
        if wanted.since:
            self.day.setDate(QDate(wanted.since.year, wanted.since.month, wanted.since.day))
        self.writer.setText(wanted.sender)
        self.words.setText(wanted.words)

    def _make_fields(self, cases: Sequence[CaseRow]) -> None:
        self.boxes.setAccessibleDescription(self.tr("Mailbox"))
        self.since.setFixedHeight(30)
        self.day.setCalendarPopup(True)
        calm_calendar(self.day.calendarWidget())
        self.day.setAccessibleName(self.tr("Only mails since this day"))
        self.writer.setPlaceholderText(self.tr("Anybody"))
        self.words.setPlaceholderText(self.tr("Any words"))
        self.target.addItem(self.tr("Sort automatically; what is not certain waits in the inbox"), None)
        for row in cases:
            self.target.addItem(texts.joined(f"C-{row.id}", row.title, row.firm), row.id)
        self.target.setAccessibleDescription(self.tr("File in"))

    def _make_buttons(self) -> None:
        self.add = quiet_button(self.tr("Add…"), self.tr("Add a mailbox on a server"), self.add_requested.emit)
        self._edit = quiet_button(
            self.tr("Edit…"), self.tr("Change server, user or password"), lambda: self.edit_requested.emit(self.box)
        )
        self._forget = quiet_button(
            self.tr("Forget"),
            self.tr("Take it off this list, and its password out of the keyring; its mails stay"),
            lambda: self.forget_requested.emit(self.box),
        )
        self.look = quiet_button(
            "", self.tr("Log in there, and show what folders it has"), lambda: self.look_requested.emit(self.box)
        )
        self.fetch = quiet_button(
            "",
            self.tr("Log in there, and read what is new (Ctrl+Enter)"),
            lambda: self.fetch_requested.emit(self.box),
            "primary",
        )
        self.close_button = quiet_button(self.tr("Close"), self.tr("Close without fetching (Esc)"), self.closed.emit)

    def _lay_out(self) -> None:
        self._none = plain_label(
            self.tr("No mailbox yet. Add the one that the firms write to: what is new in it can then be fetched."),
            kind="muted",
        )
        self._usual = plain_label(
            self.tr("Inbox, sent mail and archive are read, or the folder that holds all. Ask for more to choose."),
            kind="muted",
        )
        self._read = plain_label("", kind="caption")
        promise = plain_label(
            self.tr("Only what is new is fetched. Nothing on the server is deleted, moved or marked as read."),
            kind="caption",
        )
        form = QFormLayout()
        form.setHorizontalSpacing(theme.L)
        form.setVerticalSpacing(theme.S)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(self.since, self.day)
        for words, field in (
            (self.tr("Sender has"), self.writer),
            (self.tr("Mail has"), self.words),
            (self.tr("File in"), self.target),
        ):
            field.setAccessibleName(words)
            form.addRow(caption(words, field), field)
        self._rest = QWidget()
        rest = QVBoxLayout(self._rest)
        for widget in (self._read, self._usual):
            rest.addWidget(widget)
        rest.addWidget(self.folders, 1)
        rest.addLayout(row_of(self.look, None))
        rest.addLayout(form)
        rest.addWidget(promise)
        rest.addStretch()
        top = row_of(self.boxes, self.add, self._edit, self._forget, None)
        top.setStretch(0, 100)  # the last stretch only counts where there is no mailbox to choose
        column = QVBoxLayout(self)
        column.addWidget(self._none)
        column.addLayout(top)
        column.addWidget(self._rest, 1)
        column.addWidget(self.notice)
        column.addStretch()
        column.addLayout(row_of(None, self.close_button, self.fetch))
        for layout in (rest, column):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(theme.S)
