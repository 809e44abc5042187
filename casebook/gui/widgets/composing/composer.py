"""The composer at the foot of the case page: all but the words has a value already, so that saving takes seconds."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QImage,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QPushButton, QToolButton, QWidget

from casebook.gui import icons, texts
from casebook.gui.models.draft import Draft
from casebook.gui.models.log_request import LogRequest
from casebook.gui.theme import Theme
from casebook.gui.widgets.chips import FieldChip, GrowingLine, MenuChip
from casebook.gui.widgets.composing import intake
from casebook.gui.widgets.composing.attachment_tray import AttachmentTray
from casebook.gui.widgets.composing.composer_layout import lay_out
from casebook.gui.widgets.composing.composer_text import ComposerText
from casebook.gui.widgets.composing.intake import Brought
from casebook.gui.widgets.composing.resend_line import ResendLine
from casebook.gui.widgets.composing.time_chip import TimeChip
from casebook.journal.listings import LastUsed
from casebook.journal.terms import Channel, Direction, ExhibitSource
from casebook.journal.times import Clock

if TYPE_CHECKING:
    from casebook.gui.worker import Worker

_WITH_SUBJECT = {Channel.EMAIL, Channel.LETTER}
_WITH_PLATFORM = {Channel.SOCIAL, Channel.FORUM, Channel.OTHER}


class Composer(QFrame):
    """Type, Ctrl+V, Ctrl+Enter. Keeps one draft for each case while the program runs."""

    log_requested = Signal(object)
    """A `LogRequest`: answer with `accepted` or `refused`."""
    files_requested = Signal()
    """The user wants to choose files: answer with `attach_files`."""
    drafted = Signal(int, object)
    """The case, and the `Draft` that stands here now: keep it."""
    snip_requested = Signal()
    """The user wants a screenshot: answer with `take_picture`."""
    left = Signal()
    """Esc was pressed in the text."""

    def __init__(self, theme_: Theme, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme_
        self._clock = clock
        self._case_id = 0
        self._drafts: dict[int, Draft] = {}
        self._heard: Draft | None = None
        self._held = self._then_submit = False
        self.setAcceptDrops(True)
        self.channel, self.direction, self.bot = (MenuChip(theme_, self) for _chip in range(3))
        self.agent, self.agent_id = GrowingLine(self), GrowingLine(self)
        self.ticket, self.platform = GrowingLine(self), GrowingLine(self)
        self.agent_chip = FieldChip((self.agent, self.agent_id), theme_, self)
        self.ticket_chip = FieldChip((self.ticket,), theme_, self)
        self.platform_chip = FieldChip((self.platform,), theme_, self)
        self.time = TimeChip(clock, theme_, self)
        self.subject = QLineEdit(self)
        self.subject.setProperty("kind", "bare")
        self.text = ComposerText(clock, self)
        self.tray = AttachmentTray(self)
        self.guard = ResendLine(self)
        self.notice = QLabel(self)
        self.notice.setTextFormat(Qt.TextFormat.PlainText)
        self.notice.setProperty("kind", "warn")
        self.notice.setWordWrap(True)
        self.notice.hide()
        self._hint, self.save_button = QLabel(self), QPushButton(self)
        self._hint.setProperty("kind", "caption")
        self._lands = False
        self.attach_button, self.snip_button = QToolButton(self), QToolButton(self)
        for button, icon in ((self.attach_button, "attach"), (self.snip_button, "snip")):
            button.setProperty("kind", "quiet")
            button.setIcon(icons.icon(icon, lambda: theme_.muted))
        self.save_button.setProperty("kind", "primary")
        self._retranslate()
        lay_out(self, self.snip_button, self.attach_button, self._hint, self.save_button)
        self._connect()
        self._adapt()

    def set_case(self, case_id: int, last: LastUsed, kept: Draft | None = None) -> None:
        """Show the draft of a case, else the one that was kept of it, else an empty one with what was used last."""
        if case_id == self._case_id:
            return
        self.keep_draft()
        self._case_id, self._heard = case_id, None
        fresh = Draft(last.channel, agent=last.agent, agent_id=last.agent_id, ticket=last.ticket)
        draft = self._drafts.get(case_id) or kept or fresh
        self._show(draft)
        if draft.lost:
            self.refused(self.tr("%n attached file(s) are gone from their place. Attach them again.", "", draft.lost))
        self._heard = self.draft()

    def forget(self) -> None:
        """Let go of everything that was written and not recorded; `set_case` shows what is kept of it."""
        self._drafts.clear()
        self._case_id, self._heard = 0, None

    def keep_draft(self) -> None:
        """Remember what stands here for the present case."""
        self.tray.settle()
        if self._case_id:
            draft = self.draft()
            if draft.is_empty:
                self._drafts.pop(self._case_id, None)
            else:
                self._drafts[self._case_id] = draft

    def unsaved_cases(self) -> list[int]:
        """Return the local numbers of the cases with something written and not saved."""
        self.keep_draft()
        return sorted(self._drafts)

    def draft(self) -> Draft:
        """Return what stands in the composer."""
        channel, direction, bot = self.channel.value(), self.direction.value(), self.bot.value()
        assert isinstance(channel, Channel)
        assert isinstance(direction, Direction)
        return Draft(
            channel=channel,
            direction=direction,
            agent=self.agent.text().strip(),
            agent_id=self.agent_id.text().strip(),
            bot=bot if isinstance(bot, bool) else None,
            ticket=self.ticket.text().strip(),
            platform=self.platform.text().strip() if channel in _WITH_PLATFORM else "",
            subject=self.subject.text().strip() if channel in _WITH_SUBJECT else "",
            text=self.text.toPlainText(),
            happened=self.time.stated(),
            attachments=self.tray.attachments(),
        )

    def focus_text(self) -> None:
        """Put the cursor into the text."""
        self.text.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def expect(self, channel: Channel) -> None:
        """Stand ready for a conversation on a channel; what is being written already is left alone."""
        if self.draft().is_empty:
            self.channel.set_value(channel)
            self.direction.set_value(Direction.BOTH)
            self._adapt()

    def serve(self, page: QWidget, worker: Worker) -> None:
        """Take what is dropped anywhere on a page, and have what takes a while done in the background."""
        self.time.worker = self.tray.worker = worker
        page.installEventFilter(self)

    def attach_files(self, paths: list[Path]) -> None:
        """Attach files from this computer; folders are left out."""
        self._receive(Brought(tuple(intake.from_file(p, ExhibitSource.FILE) for p in paths if p.is_file())))

    def take_picture(self, picture: bytes | QImage) -> None:
        """Attach a screenshot that was taken for this contact."""
        self._receive(intake.shot(picture, texts.here(self._clock()), ExhibitSource.PASTED))

    def show_landing(self, *, lands: bool) -> None:
        """Show that what is dragged over the page lands here, or no more."""
        if lands != self._lands:
            self._lands = lands
            self._hint.setText(self.tr("Drop it: it lands here") if lands else self.tr("Ctrl+Enter"))
            self.update()

    def submit(self) -> None:
        """Ask for what stands here to be recorded."""
        draft = self.draft()
        if self._held:
            return  # it is being recorded
        if self.tray.drawing:
            self._hold(held=True)
            self._then_submit = True  # as soon as the picture is there
            return
        if not self._case_id or draft.is_empty:
            self.refused(self.tr("Write what happened, or paste a screenshot, then save."))
            return
        self.notice.hide()
        self._hold(held=True)
        self.log_requested.emit(
            LogRequest(
                self._case_id, draft.channel, draft.direction, self.time.moment(), draft.text, draft.subject,
                draft.agent, draft.agent_id, draft.bot, draft.platform,
                tuple(part.strip() for part in draft.ticket.replace("，", ",").split(",") if part.strip()),
                draft.attachments,
            )
        )  # fmt: skip

    def accepted(self, case_id: int) -> None:
        """Make room for the next contact of a case; channel, agent and ticket stay."""
        self._hold(held=False)
        self._drafts.pop(case_id, None)
        self.drafted.emit(case_id, Draft())
        if case_id != self._case_id:
            return
        self._heard = None
        self.text.clear()
        self.subject.clear()
        self.tray.set_attachments(())
        self.time.set_moment(None)
        self.notice.hide()
        self._adapt()
        self._heard = self.draft()

    def refused(self, words: str) -> None:
        """Say why nothing was saved; everything that was typed stays."""
        self._hold(held=False)
        self.notice.setText(words)
        self.notice.show()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome files and pictures."""
        if intake.can_take(event.mimeData()):
            event.acceptProposedAction()
            self.show_landing(lands=True)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show where it lands while something is dragged over the page."""
        if isinstance(event, QDragEnterEvent):
            self.show_landing(lands=intake.can_take(event.mimeData()))
        elif event.type() == QEvent.Type.DragLeave:
            self.show_landing(lands=False)
        return super().eventFilter(watched, event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Nothing lands."""
        self.show_landing(lands=False)
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Attach what was dropped anywhere on the composer."""
        if self.take_drop(event):
            event.acceptProposedAction()

    def take_drop(self, event: QDropEvent) -> bool:
        """Take what a drop brings; return whether there was anything."""
        self.show_landing(lands=False)
        found = intake.brought(event.mimeData(), texts.here(self._clock()), ExhibitSource.DROPPED)
        self._receive(found)
        return bool(found)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand as high as the chips need in this width: in a low window the timeline gives way, not the chips."""
        super().resizeEvent(event)
        if (layout := self.layout()) is not None:
            self.setMinimumHeight(layout.minimumHeightForWidth(event.size().width()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the frame, green while one writes."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inside = self.text.hasFocus() or self.subject.hasFocus()
        style = Qt.PenStyle.DashLine if self._lands else Qt.PenStyle.SolidLine
        painter.setPen(QPen(self._theme.accent if inside or self._lands else self._theme.line, 1 + self._lands, style))
        painter.setBrush(self._theme.surface)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 10, 10)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a switch of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self.text.retranslate()
            self.time.refresh()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        bot_tip = self.tr("Whether a person or a bot answered")
        self.channel.fill(
            self.tr("Channel"),
            self.tr("How the contact took place"),
            [(value, texts.caption(value), texts.CHANNEL_ICONS[value]) for value in Channel],
        )
        words = {
            Direction.IN: self.tr("they said"),
            Direction.OUT: self.tr("I said"),
            Direction.BOTH: self.tr("we talked"),
        }
        icon = texts.DIRECTION_ICONS
        self.direction.fill(self.tr("Direction"), self.tr("Who said it"), [(d, words[d], icon[d]) for d in Direction])
        kinds = ((None, self.tr("person?"), ""), (False, self.tr("person"), "person"), (True, self.tr("bot"), "bot"))
        self.bot.fill(self.tr("Person or bot"), bot_tip, kinds)
        self.agent.name(self.tr("Agent"), self.tr("Agent"), self.tr("Who answered: the name they gave"))
        self.agent_id.name(self.tr("#ID"), self.tr("Agent ID"), self.tr("The agent's number or ID"))
        self.ticket.name(
            self.tr("Ticket"), self.tr("Ticket number"), self.tr("The firm's ticket number; several with commas")
        )
        self.platform.name(self.tr("Which one?"), self.tr("Platform"), self.tr("Which network, forum or app"))
        self.subject.setPlaceholderText(self.tr("Subject"))
        self.subject.setAccessibleName(self.tr("Subject"))
        self.subject.setToolTip(self.tr("The subject line, as it was sent"))
        self._hint.setText(self.tr("Ctrl+Enter"))
        self.attach_button.setAccessibleName(self.tr("Attach files"))
        self.attach_button.setToolTip(self.tr("Attach files… (Ctrl+Shift+A)"))
        self.attach_button.setShortcut("Ctrl+Shift+A")
        self.snip_button.setAccessibleName(self.tr("Screenshot of a part of the screen"))
        self.snip_button.setToolTip(self.tr("Screenshot of a part of the screen (Ctrl+Shift+S)"))
        self.save_button.setText(self.tr("Save"))
        self.save_button.setToolTip(self.tr("Record this contact (Ctrl+Enter)"))

    def _connect(self) -> None:
        for key in ("Ctrl+Return", "Ctrl+Enter"):  # from every field of it, not only from the words
            QShortcut(QKeySequence(key), self, self.submit, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        for chip in (self.channel, self.direction, self.bot):
            chip.chosen.connect(self._adapt)
        self.text.submitted.connect(self.submit)
        self.text.received.connect(self._receive)
        self.text.left.connect(self.left)
        self.text.textChanged.connect(self._adapt)
        self.subject.textChanged.connect(self._adapt)
        self.tray.changed.connect(self._adapt)
        self.save_button.clicked.connect(self.submit)
        self.attach_button.clicked.connect(self.files_requested)
        self.snip_button.clicked.connect(self.snip_requested)
        self.tray.noticed.connect(self.refused)
        self.time.changed.connect(self._tell)
        for line in (self.agent, self.agent_id, self.ticket, self.platform, self.subject):
            line.returnPressed.connect(self.focus_text)
            line.textChanged.connect(self._tell)

    def _hold(self, *, held: bool) -> None:
        """Keep what is being recorded as it is until there is an answer: with large files that takes a while."""
        self._held, self._then_submit = held, False
        for part in (self.text, self.subject):
            part.setReadOnly(held)
        self.tray.setEnabled(not held)
        self.save_button.setEnabled(not held)

    def _receive(self, found: Brought) -> None:
        if found.attachments:
            self.tray.add(found.attachments)
        if found.drawn:
            self.tray.draw(found.drawn)
        if found.words:
            self.text.put(found.words)
        if found.refused:
            self.refused(found.refused)
        if found:
            self.focus_text()

    def _show(self, draft: Draft) -> None:
        self.channel.set_value(draft.channel)
        self.direction.set_value(draft.direction)
        self.bot.set_value(draft.bot)
        self.agent.setText(draft.agent)
        self.agent_id.setText(draft.agent_id)
        self.ticket.setText(draft.ticket)
        self.platform.setText(draft.platform)
        self.subject.setText(draft.subject)
        self.text.setPlainText(draft.text)
        self.time.set_moment(draft.happened)
        self.tray.set_attachments(draft.attachments)
        self.notice.hide()
        self._hold(held=False)
        self._adapt()

    def _adapt(self, _value: object = None) -> None:
        """Show the fields this channel needs, and Save as soon as there is something to save."""
        channel = self.channel.value()
        self.platform_chip.setVisible(channel in _WITH_PLATFORM)
        self.subject.setVisible(channel in _WITH_SUBJECT)
        direction = self.direction.value()
        if isinstance(channel, Channel) and isinstance(direction, Direction):
            self.guard.ask(channel, direction, self.subject.text())
        ready = bool(self.text.toPlainText().strip() or self.subject.text().strip() or not self.tray.is_empty)
        self.save_button.setVisible(ready)
        self._hint.setVisible(not ready)
        if ready:
            self.notice.hide()
        self._tell()
        if self._then_submit and not self.tray.drawing:
            self._hold(held=False)
            self.submit()

    def _tell(self, _value: object = None) -> None:
        """Tell what stands here as soon as it is another than before; the chips alone are no draft."""
        if self._heard is None:
            return
        draft = self.draft()
        if draft != self._heard and not (draft.is_empty and self._heard.is_empty):
            self.drafted.emit(self._case_id, draft)
        self._heard = draft
