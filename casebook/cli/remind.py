"""`casebook remind`, `casebook reminders` and `casebook autostart`: what rings, how, and whether it does by itself."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime
from typing import Any

import click

from casebook import paths
from casebook.cli import output, shapes
from casebook.cli.options import LANGUAGE
from casebook.cli.session import Command, Group, Session, pass_session
from casebook.cli.worded import own_language, worded_rows
from casebook.desktop.autostart import Autostart, State, entry_name, own_command
from casebook.desktop.notices import Failed, NoNotifications, Notice
from casebook.guide.dates.ringing import is_unsaid
from casebook.journal import Journal
from casebook.journal.listings import DueRow
from casebook.journal.times import from_text, to_text
from casebook.settings import Settings

_FOLDED = 3
_WAIT = 3.0
_CHOICES = {
    "notifications": ("always", "away", "off"),
    "text": ("full", "quiet"),
    "tray": ("on", "off"),
    "on-close": ("ask", "quit", "tray"),
}
"""The first of each holds until another one is chosen."""
_WORDS = {
    "en": {
        "one": "A follow-up is due",
        "many": "{count} follow-ups are due",
        "open": "Open Casebook to see what.",
        "nothing": "nothing is due",
        "new": "notified",
        "old": "told before",
    },
    "zh": {
        "one": "有一项待办到期",
        "many": "有 {count} 项待办到期",
        "open": "请打开案件簿查看。",
        "nothing": "没有到期事项",
        "new": "已通知",
        "old": "此前已通知",
    },
}


@click.command(cls=Command)
@click.option("--again", is_flag=True, help="Also those that were told today already.")
@click.option("--quiet", is_flag=True, help="Name nothing: only how many are due.")
@click.option("--lang", type=LANGUAGE, help="Of the notification; left out: the window's, else the system's.")
@pass_session
def remind(session: Session, *, again: bool, quiet: bool, lang: str | None) -> None:
    """Show one notification of what is due, without a window, and end. For cron or a timer of the system.

    What is due is told when it comes due and each morning after that, until it is answered. It answers nothing.
    """
    words = _WORDS[lang := lang or own_language()]
    with session.journal() as journal:
        found = worded_rows(session, journal.follow_ups.due(session.clock()), lang)
        told = _Told(journal, session)
        rows = [row for row in found if again or told.is_new(row)]
        quiet = quiet or _settings().notification_text == "quiet"
        if rows:
            _notify(rows, words, quiet=quiet)
            told.keep(rows, {row.follow_up.id for row in found})
    new = {row.follow_up.id for row in rows}
    shape = [{**shapes.due_row(row, session.clock()), "notified": row.follow_up.id in new} for row in found]
    lines = [f"{words['new' if row.follow_up.id in new else 'old']}: {_line(row)}" for row in found]
    session.answer(shape, lines or [words["nothing"]])


@click.command(cls=Command)
@click.option("--notifications", type=click.Choice(_CHOICES["notifications"]), help="away: while it is not in front.")
@click.option("--text", type=click.Choice(_CHOICES["text"]), help="quiet: a notification names nothing.")
@click.option("--tray", type=click.Choice(_CHOICES["tray"]), help="An icon with the count, where there is a tray.")
@click.option("--on-close", type=click.Choice(_CHOICES["on-close"]), help="What closing the window does.")
@pass_session
def reminders(session: Session, /, **chosen: str | None) -> None:
    """Show how this computer reminds, and change it. It holds for every casebook of this user."""
    settings = _settings()
    fields = {"notifications": "notifications", "text": "notification_text", "tray": "tray", "on_close": "on_close"}
    for name, value in chosen.items():
        if value is not None:
            usual = _CHOICES[name.replace("_", "-")][0]
            setattr(settings, fields[name], "" if value == usual else value)
    if any(chosen.values()):
        settings.save(paths.settings_file())
    shape = {name: getattr(settings, field) or _CHOICES[name.replace("_", "-")][0] for name, field in fields.items()}
    session.answer(shape, output.fields([(name.replace("_", " "), value) for name, value in shape.items()]))


@click.group(cls=Group)
def autostart() -> None:
    """Start Casebook when you log in, so that it can remind you."""


@autostart.command("on")
@pass_session
def autostart_on(session: Session) -> None:
    """Have it started at the next login."""
    _tell(session, _entry(session).turn_on())


@autostart.command("off")
@pass_session
def autostart_off(session: Session) -> None:
    """Have it started no more."""
    _tell(session, _entry(session).turn_off())


@autostart.command("status")
@pass_session
def autostart_status(session: Session) -> None:
    """Say what the system will do, as it stands there now."""
    _tell(session, _entry(session).state())


def _entry(session: Session) -> Autostart:
    book = None if session.book.absolute() == paths.default_casebook().absolute() else session.book
    return Autostart(own_command(book), entry_name(book))


def _tell(session: Session, state: State) -> None:
    shape = {"on": state.on, "where": state.where, "command": list(state.command), "broken": state.broken}
    line = "starts at login" if state.on else "does not start at login"
    if state.broken:
        line += f", but {state.command[0]} is not there any more: turn it on again"
    session.answer(shape, [f"{line} ({state.where})"])


def _settings() -> Settings:
    return Settings.load(paths.settings_file())


def _line(row: DueRow) -> str:
    item = row.follow_up
    return output.one_line(f"C-{item.case_id} {output.time(item.due)} {item.reason}")


def _notify(rows: list[DueRow], words: Mapping[str, str], *, quiet: bool) -> None:
    """Show them, many as one. Raises NoNotifications where that did not happen."""
    title = words["one" if len(rows) == 1 else "many"].format(count=len(rows))
    if quiet:
        notices = [Notice("due", title, words["open"])]
    elif len(rows) > _FOLDED:
        named = "\n".join(_line(row) for row in rows[:_FOLDED])
        notices = [Notice("due", title, f"{named}\n…")]
    else:
        notices = [
            Notice(
                f"f{row.follow_up.id}",
                output.one_line(row.follow_up.reason),
                f"{row.firm} · C-{row.follow_up.case_id} {row.case_title}\n{output.time(row.follow_up.due)}",
            )
            for row in rows
        ]
    if os.name == "posix" and os.uname().sysname == "Linux":
        _on_linux(notices)
    else:
        _elsewhere(notices)


def _on_linux(notices: list[Notice]) -> None:
    from casebook.desktop.freedesktop import FreedesktopNotifier

    notifier = FreedesktopNotifier.open()
    try:
        for notice in notices:
            notifier.show(notice)
        failed = [event.why for event in notifier.wait(_WAIT) if isinstance(event, Failed)]
    finally:
        notifier.end(leave=True)
    if failed:
        raise NoNotifications("this system shows no notifications: {why}", why=failed[0])


def _elsewhere(notices: list[Notice]) -> None:
    from casebook.desktop.other_systems import OtherNotifier

    heard: list[Any] = []
    notifier = OtherNotifier.open(heard.append)
    try:
        for notice in notices:
            notifier.show(notice)
    finally:
        notifier.end(leave=True)
    for event in heard:
        if isinstance(event, Failed):
            raise NoNotifications("this system shows no notifications: {why}", why=event.why)


class _Told:
    """What this command has told already: a small file of this computer, which is no record and may be lost."""

    def __init__(self, journal: Journal, session: Session) -> None:
        self._path = paths.cache() / f"reminded-{journal.calendar_rows.casebook_id}.json"
        self._now, self._zone = session.clock(), session.zone()
        self._known: dict[int, datetime] = {}
        with suppress(OSError, ValueError, TypeError, AttributeError):
            found = json.loads(self._path.read_text("utf-8"))
            self._known = {int(number): from_text(said) for number, said in found.items()}

    def is_new(self, row: DueRow) -> bool:
        """Whether it wants to be told: it was not since it rings, or not since this morning."""
        said = self._known.get(row.follow_up.id)
        return is_unsaid(row.follow_up.rings_at, said, self._now, self._zone)

    def keep(self, rows: list[DueRow], ringing: set[int]) -> None:
        """Remember what was told; what does not ring any more is forgotten."""
        kept = {str(number): to_text(said) for number, said in self._known.items() if number in ringing}
        kept |= {str(row.follow_up.id): to_text(self._now) for row in rows}
        temporary = self._path.with_suffix(".tmp")
        with suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            temporary.write_text(json.dumps(kept), "utf-8")
            os.replace(temporary, self._path)
