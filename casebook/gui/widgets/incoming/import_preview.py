"""The second page of an import: what it would bring, as conversations to tick or leave out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QLineEdit, QListView, QVBoxLayout, QWidget

from casebook.gui import texts, theme
from casebook.gui.models.import_reasons import reason_text
from casebook.gui.models.import_threads import ImportPlurals, ImportThreads, span_words
from casebook.gui.theme import Theme
from casebook.gui.widgets.incoming.import_delegate import ImportDelegate
from casebook.gui.widgets.parts import plain_label, quiet_button, row_of
from casebook.mail.preview import Preview

_MANY = 200
"""From so many messages on it is worth saying that most have nothing to do with a firm."""
_MOST_FIRMS = 6
_MOST_FAILED = 3


class ImportPreviewPage(QWidget):
    """Counts, a search field, the list, and what is ticked."""

    def __init__(self, theme_: Theme, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self.model = ImportThreads(now, self)
        self._heading = plain_label("", kind="heading")
        self._counts, self._firms = plain_label("", kind="muted"), plain_label("", kind="muted")
        self._failed = plain_label("", kind="warn")
        self._hint = plain_label("", kind="warn")
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self.search.setPlaceholderText(self.tr("Search subject, people or firm (Ctrl+F)"))
        self.search.setAccessibleName(self.tr("Search the conversations"))
        self.related = QCheckBox(self.tr("Only with my firms and cases"))
        self._wait = QTimer(self, singleShot=True, interval=120)
        self._wait.timeout.connect(self._filter)
        self.search.textChanged.connect(lambda _text: self._wait.start())
        self.related.toggled.connect(lambda _on: self._filter())
        self.view = self._make_view(theme_)
        self._ticked = plain_label("", kind="muted")
        self._ticked.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.model.ticks_changed.connect(self._say_ticked)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self, self.search.setFocus)
        self._lay_out()

    def show_preview(self, preview: Preview, firms: Mapping[int, str]) -> None:
        """Show what was found; `firms` are the names of the firms by id."""
        self.search.clear()
        self.related.setChecked(False)
        threads = sum(not thread.rest for thread in preview.threads)
        self._heading.setText(
            texts.joined(ImportPlurals().messages(preview.mails), ImportPlurals().threads(threads))
            if preview.mails
            else self.tr("No message was found.")
        )
        span = span_words(preview.first, preview.last, self._now())
        known = self.tr("%n in this casebook already", None, preview.known) if preview.known else ""
        filed = self.tr("%n would file themselves", None, preview.filed) if preview.filed else ""
        waiting = preview.new - preview.filed
        waits = self.tr("%n would wait in the inbox", None, waiting) if waiting else ""
        self._say(self._counts, texts.joined(span, known, filed, waits))
        self._say(self._firms, self._firm_words(preview, firms))
        self._say(self._failed, self._failed_words(preview))
        related = sum(thread.new for thread in preview.threads if thread.related)
        few = preview.new >= _MANY and related < preview.new // 2
        self._say(
            self._hint,
            self.tr("Most of this has nothing to do with a firm or case of yours. You need not take it in.")
            if few
            else "",
        )
        self.model.show(preview.threads, firms)
        if preview.threads:
            self.view.setCurrentIndex(self.model.index(0))

    def counts_text(self) -> str:
        """Return what is said above the list."""
        labels = (self._heading, self._counts, self._firms, self._failed, self._hint)
        return "\n".join(label.text() for label in labels if label.text())

    def ticked_text(self) -> str:
        """Return what is said of what is ticked."""
        return self._ticked.text()

    def _make_view(self, theme_: Theme) -> QListView:
        view = QListView()
        view.setModel(self.model)
        view.setItemDelegate(ImportDelegate(theme_, view))
        view.setProperty("kind", "framed")
        view.setUniformItemSizes(True)
        view.setMouseTracking(True)
        view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setAccessibleName(self.tr("Conversations that would come in"))
        view.setToolTip(self.tr("Space ticks a conversation or leaves it out"))
        theme_.changed.connect(view.viewport().update)
        return view

    def _lay_out(self) -> None:
        every = quiet_button(
            self.tr("Tick all"), self.tr("Tick every conversation shown"), lambda: self.model.tick_shown(on=True)
        )
        none = quiet_button(
            self.tr("Tick none"), self.tr("Leave every conversation shown out"), lambda: self.model.tick_shown(on=False)
        )
        mine = quiet_button(
            self.tr("Tick only my firms and cases"),
            self.tr("Tick what concerns a firm or case of this casebook, and nothing else"),
            self.model.tick_related,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.S)
        for label in (self._heading, self._counts, self._firms, self._failed, self._hint):
            column.addWidget(label)
        top = row_of(self.search, self.related)
        top.setStretch(0, 1)
        column.addLayout(top)
        column.addWidget(self.view, 1)
        bottom = row_of(every, none, mine, self._ticked)
        bottom.setStretch(3, 1)
        column.addLayout(bottom)

    def _filter(self) -> None:
        self.model.filter(self.search.text(), related=self.related.isChecked())

    def _say_ticked(self) -> None:
        threads, mails, filed = self.model.counts()
        words = self.tr("%n message(s) would come in", None, mails)
        of = ImportPlurals().threads(threads)
        files = self.tr("%n would file themselves", None, filed) if filed else ""
        self._ticked.setText(texts.joined(words, of, files))

    def _say(self, label: QWidget, words: str) -> None:
        label.setProperty("text", words)
        label.setVisible(bool(words))

    def _firm_words(self, preview: Preview, firms: Mapping[int, str]) -> str:
        found: dict[int, int] = {}
        for thread in preview.threads:
            if thread.firm_id in firms:
                found[thread.firm_id] = found.get(thread.firm_id, 0) + thread.mails
        ranked = sorted(found.items(), key=lambda pair: -pair[1])
        named = [f"{firms[firm_id]} ({count})" for firm_id, count in ranked[:_MOST_FIRMS]]
        more = self.tr("%n more", None, len(ranked) - _MOST_FIRMS) if len(ranked) > _MOST_FIRMS else ""
        if not named:
            return self.tr("No firm of this casebook was recognised.") if preview.new else ""
        return self.tr("Firms found: {firms}").replace("{firms}", ", ".join(filter(None, (*named, more))))

    def _failed_words(self, preview: Preview) -> str:
        count = len(preview.failed) + preview.more_failed
        if not count:
            return ""
        named = [f"{each.source}: {reason_text(each.reason)}" for each in preview.failed[:_MOST_FAILED]]
        return "\n".join((self.tr("%n cannot be read:", None, count), *named))
