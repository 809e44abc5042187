"""The echo of what rings: desktop notifications whose buttons answer, taken back as soon as they are answered."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication

from casebook.desktop.notices import Notice
from casebook.gui.desktop.notifications import Notifications
from casebook.gui.models import due_words
from casebook.gui.models.due_items import DueItem, Section
from casebook.guide import Guide
from casebook.journal.listings import DueRow
from casebook.journal.terms import FollowUpState
from casebook.settings import Settings

if TYPE_CHECKING:
    from casebook.gui.commands.follow_up import FollowUpCommands
    from casebook.gui.reminders import Reminders
    from casebook.journal import Journal

FOLDED = 3
"""More than this many are folded into one: after an absence nobody wants a screen full of notifications."""
MANY = "many"
_DONE, _SNOOZE, _OPEN = "done", "snooze", "open"
_REST = timedelta(hours=1)


class Echo(QObject):
    """Says on the desktop what the reminders say in the window, for one open casebook. It decides nothing itself."""

    case_requested = Signal(int, int, str)
    """Open a case (and the contact that is meant, or 0), with what lets the window come forward."""
    due_requested = Signal(str)
    """Show all that is due."""

    def __init__(
        self,
        journal: Journal,
        reminders: Reminders,
        commands: FollowUpCommands,
        guide: Guide,
        notifications: Notifications,
        settings: Settings,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._journal, self._commands, self._guide = journal, commands, guide
        self._reminders, self._notifications, self._settings = reminders, notifications, settings
        self._single: set[int] = set()
        self._folded: set[int] = set()
        reminders.rang.connect(self.ring)
        reminders.answered.connect(self.silence)
        notifications.pressed.connect(self._pressed)
        notifications.closed.connect(self._closed)

    def ring(self, rows: Sequence[DueRow]) -> None:
        """Show what has come due; more than three as one."""
        if not self._is_wanted():
            return
        fresh = {row.follow_up.id for row in rows}
        together = fresh | self._single | self._folded
        if len(together) > FOLDED:
            for number in self._single:
                self._notifications.take_back(_tag(number))
            self._single.clear()
            self._folded = together
            self._show_folded()
            return
        if self._folded:
            self._notifications.take_back(MANY)
            fresh, self._folded = fresh | self._folded, set()
        by_id = {row.follow_up.id: row for row in (self._reminders.rows() if fresh - _ids(rows) else rows)}
        for number in sorted(fresh & by_id.keys()):
            self._single.add(number)
            self._notifications.show(self._notice(by_id[number]))

    def silence(self, follow_up_ids: Sequence[int]) -> None:
        """Take back what was answered or put off, wherever that was done."""
        gone = set(follow_up_ids)
        for number in gone & self._single:
            self._notifications.take_back(_tag(number))
        self._single -= gone
        if gone & self._folded:
            self._folded -= gone
            if self._folded:
                self._show_folded()
            else:
                self._notifications.take_back(MANY)

    def end(self) -> None:
        """Take everything back: the casebook is closed, and nothing more can be answered."""
        self.silence([*self._single, *self._folded])
        for signal, slot in (
            (self._reminders.rang, self.ring),
            (self._reminders.answered, self.silence),
            (self._notifications.pressed, self._pressed),
            (self._notifications.closed, self._closed),
        ):
            signal.disconnect(slot)

    def _is_wanted(self) -> bool:
        if self._settings.notifications == "away":
            return QGuiApplication.applicationState() is not Qt.ApplicationState.ApplicationActive
        return self._settings.notifications != "off"

    def _notice(self, row: DueRow) -> Notice:
        item = row.follow_up
        buttons: tuple[tuple[str, str], ...] = ((_OPEN, self.tr("Open")),)
        if self._journal.read_only is None:
            buttons = ((_SNOOZE, self.tr("In 1 hour")), *buttons)
            if not item.promise_id:  # of a promise the question is whether it was kept, which the window asks
                buttons = ((_DONE, self.tr("Done")), *buttons)
        if self._settings.notification_text == "quiet":
            return Notice(_tag(item.id), self.tr("A follow-up is due"), "", buttons)
        shown = DueItem(Section.TODAY, item.case_id, row.case_title, row.firm, follow_up=item)
        words = (due_words.place(shown), due_words.when(shown, self._journal.clock()))
        return Notice(_tag(item.id), due_words.title(shown, self._guide), "\n".join(words), buttons)

    def _show_folded(self) -> None:
        rows = [row for row in self._reminders.rows() if row.follow_up.id in self._folded]
        body = ""
        if self._settings.notification_text != "quiet":
            lines = [
                f"C-{row.follow_up.case_id}: {due_words.follow_up_title(row.follow_up, self._guide)}"
                for row in rows[:FOLDED]
            ]
            if len(rows) > FOLDED:
                lines.append(self.tr("and %n more", None, len(rows) - FOLDED))
            body = "\n".join(lines)
        title = self.tr("%n follow-up(s) due", None, len(rows))
        self._notifications.show(Notice(MANY, title, body, ((_OPEN, self.tr("Open")),)))

    def _pressed(self, tag: str, key: str, token: str) -> None:
        if tag == MANY:
            self.due_requested.emit(token)
            return
        number = _number(tag)
        if number not in self._single:
            return
        item = self._journal.follow_ups.get(number)
        if key not in {_DONE, _SNOOZE}:
            self.case_requested.emit(item.case_id, item.contact_id or 0, token)
        elif item.state is not FollowUpState.OPEN:  # another program was quicker: there is nothing left to answer
            self.silence([number])
        elif key == _DONE:
            self._commands.done(number)
        else:
            until = self._journal.clock() + _REST
            self._commands.write(lambda: self._journal.follow_ups.snooze(number, until))

    def _closed(self, tag: str) -> None:
        """Forget one that is gone from the screen. It rings on in the window."""
        if tag == MANY:
            self._folded.clear()
        else:
            self._single.discard(_number(tag))


def _tag(number: int) -> str:
    return f"follow-up-{number}"


def _number(tag: str) -> int:
    number = tag.removeprefix("follow-up-")
    return int(number) if number.isdecimal() else 0


def _ids(rows: Sequence[DueRow]) -> set[int]:
    return {row.follow_up.id for row in rows}
