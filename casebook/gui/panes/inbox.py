"""The inbox: imported mails that no case is known for yet, by thread, with the cases each may belong to and why.

Wishes: `file_requested(ids, case_id)`, `file_sure_requested()`, `choose_requested(ids)` (a case is to be chosen),
`new_case_requested(ids)`, `discard_requested(ids)`, `import_requested()`; `ids` are contact ids. Facts:
`count_changed(mails)`.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from casebook.gui import texts, theme
from casebook.gui.feed import Feed
from casebook.gui.models import inbox_items
from casebook.gui.models.inbox_model import InboxModel, lines_of
from casebook.gui.models.inbox_read import InboxRead, counted, without
from casebook.gui.theme import Theme
from casebook.gui.widgets.empty_state import EmptyState
from casebook.gui.widgets.incoming.inbox_view import InboxView
from casebook.gui.widgets.incoming.mail_preview import MailPreview
from casebook.gui.widgets.incoming.suggestion_bar import SuggestionBar
from casebook.gui.widgets.parts import plain_label, quiet_button
from casebook.gui.worker import Worker
from casebook.journal.changes import Changes, Kind
from casebook.journal.errors import CasebookError
from casebook.journal.progress import Progress

if TYPE_CHECKING:
    from casebook.journal import Journal
    from casebook.mail.filing.matching import Matcher

_SHOWS = (
    *(Kind.MAIL, Kind.CHAT, Kind.CONTACT, Kind.CASE, Kind.ACCOUNT, Kind.FIRM),
    *(Kind.TICKET, Kind.REFERENCE, Kind.TRANSFER, Kind.OFFICIAL),
)


_FEW = 300
"""So many mails are read and matched while one waits: nobody notices."""


class InboxPane(QFrame):
    """Threads at the left, the words and what to do with them at the right."""

    file_requested = Signal(object, int)
    file_sure_requested = Signal()
    choose_requested = Signal(object)
    new_case_requested = Signal(object)
    discard_requested = Signal(object)
    import_requested = Signal()
    count_changed = Signal(int)
    contact_shown = Signal(object, int)
    """A `MailPreview` and the contact it shows: who wrote it and what it names is to be said there."""

    def __init__(
        self, journal: Journal, feed: Feed, theme_: Theme, quick: Worker | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._quick = quick
        self._is_reading = self._is_old = self._is_restoring = False
        self.setProperty("kind", "page")
        self._journal = journal
        self._matcher: Matcher | None = None
        self.model = InboxModel(journal.clock, self)
        self._heading, self._summary = QLabel(), plain_label("", kind="muted")
        self._heading.setProperty("kind", "title")
        self.view = self._make_view(theme_)
        self.preview = MailPreview()
        self.suggestions = SuggestionBar()
        self.suggestions.file_requested.connect(self._file_in)
        self.sure_button = quiet_button("", "", self.file_sure_requested.emit)
        self.choose_button = quiet_button("", "", self.choose)
        self.new_button = quiet_button("", "", self.new_case)
        self.discard_button = quiet_button("", "", self.discard)
        self._keys: list[tuple[QAction, Callable[[], str]]] = []
        self._make_keys()
        self._import = QAction(self)
        self._import.triggered.connect(self.import_requested)
        self._empty = EmptyState("inbox", theme_)
        self.import_button = self._empty.add_button(self._import, "", primary=True)
        self._lay_out()
        self.view.selectionModel().selectionChanged.connect(self._on_selection)
        feed.changed.connect(self._on_changed)
        theme_.changed.connect(self.view.viewport().update)
        self._retranslate()
        self._stale = True  # read when it is first looked at

    def refresh(self) -> None:
        """Ask the journal again; after filing, the row that moved up becomes the current one.

        Where very many wait, they are matched in the background: what is gone goes at once, the rest follows.
        """
        self._stale = False
        count = self._journal.inbox.count()
        if self._is_reading:
            self._is_old = True
            return
        if self._quick is None or count <= _FEW:
            self._show_read(self._read())
            return
        self._is_reading = True
        if not self.model.rowCount():
            self._stack.setCurrentIndex(0)
            self._summary.setText(texts.joined(self.tr("%n mail(s) to file", None, count), self.tr("Reading…")))
        self._quick.run(
            self.tr("Reading the inbox"), self._read_slowly, done=self._came, failed=self._failed, quiet=True
        )

    def _read_slowly(self) -> Generator[Progress, None, InboxRead]:
        yield Progress(0)
        return self._read()

    def _read(self) -> InboxRead:
        """Read what waits, and where each may belong; on any thread."""
        if self._matcher is None:
            from casebook.mail.filing.matching import Matcher  # not before the first paint

            self._matcher = Matcher.from_journal(self._journal)
        return counted(lines_of(inbox_items.gather(self._journal, self._matcher)))

    def _came(self, read: InboxRead) -> None:
        self._is_reading = False
        if self._is_old:
            self._is_old = False
            self.refresh()
        else:
            self._show_read(read)

    def _failed(self, error: Exception) -> None:
        self._is_reading = self._is_old = False
        self._summary.setText(texts.error_text(error))

    def _show_read(self, read: InboxRead) -> None:
        row, chosen = self.view.currentIndex().row(), self.selected()
        self._is_restoring = True
        self.model.set_lines(read.lines)
        self._restore(chosen, row)
        self._is_restoring = False
        self._stack.setCurrentIndex(0 if read.lines else 1)
        mails = self.tr("%n mail(s) to file", None, read.mails)
        self._summary.setText(texts.joined(mails, self.tr("%n thread(s)", None, read.threads)))
        self.sure_button.setVisible(read.sure > 0)
        self.sure_button.setText(self.tr("File %n sure one(s)", None, read.sure))
        self._on_selection()
        self.count_changed.emit(read.mails)

    def _take_away(self, contact_ids: frozenset[int]) -> None:
        """Take what waits no longer out of a long list, before it is read again."""
        gone = contact_ids - {row.contact_id for row in self._journal.inbox.some(contact_ids)}
        if (left := without(self.model.lines, gone)) is not None:
            self._show_read(left)

    def show_chosen(self) -> None:
        """Show the words of the chosen mail once more, for those who have come to listen only now."""
        self._on_selection()

    def selected(self) -> list[int]:
        """Return the contact ids of the chosen rows; a thread stands for all of its mails."""
        return self.model.ids(self._rows())

    def file(self) -> None:
        """Wish: file what is chosen in the case that is suggested; without one, or a warning with it, choose it."""
        guess = self.model.guess(self._rows())
        if guess is None or guess.suspect:
            self.choose()
        else:
            self._file_in(guess.case_id)

    def choose(self) -> None:
        """Wish: choose the case for what is chosen."""
        if ids := self.selected():
            self.choose_requested.emit(ids)

    def new_case(self) -> None:
        """Wish: make a case of what is chosen."""
        if ids := self.selected():
            self.new_case_requested.emit(ids)

    def discard(self) -> None:
        """Wish: take what is chosen out of the inbox."""
        if ids := self.selected():
            self.discard_requested.emit(ids)

    def showEvent(self, event: QShowEvent) -> None:
        """Read what came while nobody looked."""
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a switch of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self._stale = True
            if self.isVisible():
                self.refresh()
        super().changeEvent(event)

    def _make_view(self, theme_: Theme) -> InboxView:
        view = InboxView(self.model, theme_)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._open_menu)
        return view

    def _make_keys(self) -> None:
        """The keys work while the list has the focus, so that they are free for typing elsewhere."""
        for keys, call, caption in (
            (("Return", "Enter", "F"), self.file, self._file_caption),
            (("Ctrl+F",), self.choose, lambda: self.tr("Choose case…")),
            (("N",), self.new_case, lambda: self.tr("New case…")),
            (("Del",), self.discard, lambda: self.tr("Discard")),
        ):
            action = QAction(self.view)
            action.setShortcuts([QKeySequence(key) for key in keys])
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.triggered.connect(call)
            self.view.addAction(action)
            self._keys.append((action, caption))

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setContentsMargins(theme.XL, theme.L, theme.XL, 0)
        buttons.setSpacing(theme.S)
        for button in (self.choose_button, self.new_button, self.discard_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        offered = QHBoxLayout()
        offered.setContentsMargins(theme.XL, theme.L, theme.XL, 0)
        offered.addWidget(self.suggestions)
        self.suggestions.comes_after = self.view
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(offered)
        column.addLayout(buttons)
        column.addWidget(self.preview, 1)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setHandleWidth(1)
        split.setChildrenCollapsible(False)
        split.addWidget(self.view)
        split.addWidget(right)
        split.setStretchFactor(0, 2)
        split.setStretchFactor(1, 3)
        split.setSizes([420, 600])
        head = QVBoxLayout()
        head.setContentsMargins(theme.L, theme.L, theme.L, theme.S)
        head.setSpacing(theme.XS)
        head.addWidget(self._heading)
        below = QHBoxLayout()
        below.addWidget(self._summary, 1)
        below.addWidget(self.sure_button)
        head.addLayout(below)
        full = QWidget()
        page = QVBoxLayout(full)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addLayout(head)
        page.addWidget(split, 1)
        self._stack = QStackedWidget()
        self._stack.addWidget(full)
        self._stack.addWidget(self._empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)

    def _restore(self, chosen: list[int], row: int) -> None:
        """Choose again what was chosen, as far as it is still there, else the row that took its place."""
        kept = [index for index in map(self.model.find, chosen) if index.isValid()]
        selection = self.view.selectionModel()
        if not kept and self.model.rowCount():
            kept = [self.model.index(min(max(row, 0), self.model.rowCount() - 1), 0)]
        rows = QItemSelection()
        for index in kept:
            rows.select(index, index)
        selection.select(rows, QItemSelectionModel.SelectionFlag.Select)
        if kept:
            selection.setCurrentIndex(kept[0], QItemSelectionModel.SelectionFlag.NoUpdate)

    def _on_selection(self, *_: object) -> None:
        """Show the words of the chosen mail, and what can be done with it."""
        if self._is_restoring:
            return
        rows = self._rows()
        for button in (self.choose_button, self.new_button, self.discard_button):
            button.setEnabled(bool(rows))
        self.suggestions.show_guesses(self.model.guesses(rows))
        current = self.view.currentIndex().row()
        shown = current if current in rows else rows[-1] if rows else -1
        line = self.model.line(self.model.index(shown)) if rows else None
        if line is None:
            self.preview.clear()
            return
        try:
            self._show(line.shown.contact_id)
        except CasebookError:
            self.preview.clear()

    def _show(self, contact_id: int) -> None:
        journal, contact = self._journal, self._journal.contacts.get(contact_id)
        if journal.mail.is_mail([contact_id]):
            self.preview.show_mail(contact, journal.mail.of_contact(contact_id), journal.mail.copies(contact_id))
        else:
            self.preview.show_chat(contact, journal.chats.of_contact(contact_id))
            self.preview.who.hide()
        self.contact_shown.emit(self.preview, contact_id)

    def _rows(self) -> list[int]:
        """Return the numbers of the chosen rows, by ranges: a list of thousands of indexes takes its time."""
        chosen = self.view.selectionModel().selection()
        ranges = [chosen.at(number) for number in range(chosen.size())]
        return sorted(row for each in ranges for row in range(each.top(), each.bottom() + 1))

    def _file_in(self, case_id: int) -> None:
        if ids := self.selected():
            self.file_requested.emit(ids, case_id)

    def _file_caption(self) -> str:
        guess = self.model.guess(self._rows())
        return self.tr("File in {case}").format(case=guess.number) if guess else self.tr("File")

    def _open_menu(self, at: QPoint) -> None:
        if not self.selected():
            return
        menu = QMenu(self.view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for action, caption in self._keys:
            key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            menu.addAction(f"{caption()}\t{key}").triggered.connect(action.trigger)
        menu.popup(self.view.viewport().mapToGlobal(at))

    def _retranslate(self) -> None:
        self._heading.setText(self.tr("Inbox"))
        self.view.setAccessibleName(self.tr("Mails to file"))
        for button, text, tip in (
            (self.choose_button, self.tr("Choose case…"), self.tr("Choose the case to file in (Ctrl+F)")),
            (self.new_button, self.tr("New case…"), self.tr("Make a case of this and file it there (N)")),
            (self.sure_button, self.sure_button.text(), self.tr("File what certainly belongs to a case")),
            (self.discard_button, self.tr("Discard"), self.tr("Take out of the inbox and never import again (Del)")),
        ):
            button.setText(text)
            button.setToolTip(tip)
        self._empty.say(
            self.tr("No mail waits to be filed."),
            self.tr(
                "Import .eml or .mbox files, or drop them on this window. What belongs to a case goes there by itself."
            ),
        )
        self.import_button.setText(self.tr("Import mail…"))

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(*_SHOWS):
            if self.isVisible():
                if self.model.rowCount() > _FEW:
                    self._take_away(frozenset(changes.ids.get(Kind.CONTACT, ())))
                self.refresh()
            else:
                self._stale = True
