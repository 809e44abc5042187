"""The dialog "Checklist": what a firm will ask for and what is there, the subject line, and the attachments' names."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QFrame, QTabWidget, QVBoxLayout, QWidget

from casebook.gui import icons, texts, theme
from casebook.gui.models import due_words
from casebook.gui.widgets.cases.ready_list import ReadyList
from casebook.gui.widgets.composing.subject_check import SubjectCheck
from casebook.gui.widgets.outgoing.copy_list import CopyList
from casebook.gui.widgets.parts import open_at, plain_label, quiet_button, row_of
from casebook.guide.ready.known import Known
from casebook.guide.ready.readiness import Standing
from casebook.guide.ready.warnings import Caution
from casebook.journal.terms import Channel

_SIZE = (780, 720)


class ChecklistDialog(QDialog):
    """Not modal: what is missing can be added while it is open."""

    channel_changed = Signal()
    """The checklist for another channel is wanted."""
    copies_wanted = Signal()
    """The attachments came into view."""
    help_search_requested = Signal()
    """A search in the help centre is to be logged."""

    def __init__(self, title: str, look: theme.Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Checklist"))
        open_at(self, *_SIZE)
        self._known: Known | None = None
        self.kind = plain_label("", kind="muted")
        self.channel = QComboBox()
        self.channel.addItem(self.tr("No channel yet: what the case needs"), None)
        for channel in Channel:
            if channel not in {Channel.HELP_CENTRE, Channel.OTHER}:
                icon = icons.icon(texts.CHANNEL_ICONS[channel])
                self.channel.addItem(icon, texts.label(channel), channel)
        self.channel.setAccessibleName(self.tr("How you are going to write"))
        self.channel.currentIndexChanged.connect(lambda _index: self.channel_changed.emit())
        self.items, self.subject, self.copies = ReadyList(look), SubjectCheck(), CopyList(look)
        self.pages = QTabWidget()
        self.pages.setDocumentMode(True)
        self.pages.tabBar().setDrawBase(False)
        self.pages.addTab(self.items, self.tr("What is there"))
        self.pages.addTab(self.subject, self.tr("Subject line"))
        self.pages.addTab(self.copies, self.tr("Attachments"))
        self.pages.currentChanged.connect(self._on_page)
        self.beware = plain_label("", kind="warn")
        self._card = QFrame()
        self._card.setProperty("kind", "banner")
        inside = QVBoxLayout(self._card)
        inside.setContentsMargins(theme.M, theme.S, theme.M, theme.S)
        inside.addWidget(self.beware)
        self.search = quiet_button(
            self.tr("Help-centre search…"),
            self.tr("Note what you looked up, with words that are still worth trying"),
            self.help_search_requested.emit,
        )
        self.search.setProperty("writes", True)
        self.close_button = quiet_button(self.tr("Close"), self.tr("Close (Esc)"), self.reject, "primary")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(theme.XL, theme.L, theme.XL, theme.L)
        whole.setSpacing(theme.M)
        whole.addWidget(plain_label(title, kind="heading"))
        head = row_of(self.kind, self.channel)
        head.setStretch(0, 1)
        whole.addLayout(head)
        whole.addWidget(self.pages, 1)
        whole.addWidget(self._card)
        whole.addLayout(row_of(self.search, None, self.close_button))
        self.show_warnings(())

    def offer_reading_only(self) -> None:
        """Offer nothing that writes: the casebook can only be read."""
        self.items.writable = False
        for button in (self.search, self.copies.describe):
            button.hide()

    def chosen_channel(self) -> Channel | None:
        """Return over which channel the user is going to write, None for none yet."""
        value = self.channel.currentData()
        return Channel(value) if value else None

    def show_known(self, known: Known, standings: Sequence[Standing]) -> None:
        """Show what is known now."""
        first = self._known is None
        self._known = known
        self.kind.setText(self.tr("Kind of problem: {kind}").format(kind=texts.caption(known.case.category)))
        self.items.show_standings(standings)
        self.subject.show_known(known)
        if first:
            self.items.list.setFocus()

    def show_warnings(self, cautions: Sequence[Caution]) -> None:
        """Show what to beware of on the chosen channel."""
        language = due_words.language()
        own = [caution.texts[language] for caution in cautions if caution.channels]
        # What holds everywhere stands together at the end, and takes less room.
        always = ("" if language == "zh" else " ").join(c.texts[language] for c in cautions if not c.channels)
        self.beware.setText("\n".join([*own, always]))
        self._card.setVisible(bool(cautions))

    def is_ready(self) -> bool:
        """Return whether the checklist was filled."""
        return self._known is not None

    def known(self) -> Known | None:
        """Return what the dialog shows."""
        return self._known

    def shows_copies(self) -> bool:
        """Return whether the attachments are in view."""
        return self.pages.currentWidget() is self.copies

    def _on_page(self, _index: int) -> None:
        if self.shows_copies():
            self.copies_wanted.emit()
