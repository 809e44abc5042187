"""Follow-ups as a calendar file (RFC 5545), so that a phone rings where this computer is off."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from casebook.guide import Explanation
from casebook.guide.advice.suggest import guides_own
from casebook.journal import Journal
from casebook.journal.calendar_rows import CalendarRow
from casebook.journal.errors import BadInput, CasebookError, DiskTrouble
from casebook.journal.store.database import disk_errors
from casebook.journal.store.durable import write_whole
from casebook.journal.store.places import refuse_inside, refuse_nowhere
from casebook.journal.terms import FollowUpState
from casebook.journal.times import Precision

if TYPE_CHECKING:
    from icalendar import Event

SUFFIX = ".ics"
_LENGTH = timedelta(minutes=15)
_MORNING = timedelta(hours=9)
"""When a follow-up for a whole day rings on the phone: at nine there, wherever it is."""
_TOLD_FOR = timedelta(days=90)
"""For how long an answered follow-up is still in the file, as cancelled, so that a phone that has it takes it off."""
_LONGEST_TITLE = 90
_WORDS = {
    "en": {
        "quiet": "Casebook: something is due in {case}",
        "answer": "Answer it in Casebook: done, snooze, or no longer needed.",
        "off": "{case}: no longer needed",
    },
    "zh": {
        "quiet": "Casebook：{case} 有待办到期",
        "answer": "请在 Casebook 中答复：已完成、稍后提醒或不再需要。",
        "off": "{case}：不再需要",
    },
}


@dataclass(frozen=True, slots=True)
class Written:
    """What became of a calendar file: how many entries ring in it, and how many say that they are off."""

    path: Path
    ringing: int
    cancelled: int
    changed: bool
    """Whether the file was written; one that says the same already is left alone."""


def make(rows: Sequence[CalendarRow], casebook_id: str, now: datetime, *, language: str, quiet: bool) -> bytes:
    """Return the calendar of some follow-ups; the same follow-ups give the same bytes.

    `quiet` leaves out every word of the case. What was answered long ago is left out, because no phone waits for it.
    """
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//Casebook//Follow-ups//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", "Casebook")
    for row in rows:
        if _is_told(row, now):
            calendar.add_component(_event(row, casebook_id, language=language, quiet=quiet))
    return bytes(calendar.to_ical())


def write(
    journal: Journal,
    path: Path,
    *,
    case_id: int | None = None,
    follow_up_id: int | None = None,
    language: str = "en",
    quiet: bool = False,
) -> Written:
    """Write the calendar of all follow-ups, a case's, or one; a file that is there is replaced whole.

    Raises BadInput for a name that is no calendar file's, DiskTrouble.
    """
    path = refuse_other(path)
    refuse_inside(journal.folder, path)
    refuse_nowhere(path)
    rows = [
        row
        for row in journal.calendar_rows.read(case_id=case_id, follow_up_id=follow_up_id)
        if _is_told(row, journal.clock())
    ]
    content = make(rows, journal.calendar_rows.casebook_id, journal.clock(), language=language, quiet=quiet)
    off = sum(_is_off(row) for row in rows)
    with disk_errors(path):
        same = path.is_file() and path.read_bytes() == content
        if not same:
            write_whole(path, content)
    return Written(path, len(rows) - off, off, changed=not same)


def keep(journal: Journal) -> Written | None:
    """Bring the file that the preferences name up to date; None where they name none. Raises BadInput, DiskTrouble."""
    chosen = journal.preferences.get()
    if not chosen.calendar_file:
        return None
    path = Path(chosen.calendar_file)
    if not path.parent.is_dir():
        raise DiskTrouble(
            "the calendar file's folder {folder} is not there: connect it, or choose another place", folder=path.parent
        )
    return write(journal, path, language=chosen.calendar_language, quiet=chosen.calendar_quiet)


def refuse_other(path: Path) -> Path:
    """Return the path with its suffix; refuse a file that is there and is no calendar. Raises BadInput."""
    path = path.absolute() if path.suffix else path.absolute().with_suffix(SUFFIX)
    if path.suffix.lower() != SUFFIX:
        raise BadInput("{path} is no name for a calendar: let it end in .ics", path=path)
    try:
        with path.open("rb") as file:
            begin = file.read(64)
    except FileNotFoundError:
        return path
    except OSError:
        begin = b"?"
    if begin and not begin.lstrip(b"\xef\xbb\xbf").upper().startswith(b"BEGIN:VCALENDAR"):
        raise BadInput("{path} is there and is no calendar: choose another name", path=path)
    return path


def uid(follow_up_id: int, casebook_id: str) -> str:
    """Return the name under which a calendar knows a follow-up, for ever."""
    return f"follow-up-{follow_up_id}.{casebook_id}@casebook"


def _is_off(row: CalendarRow) -> bool:
    return row.deleted or row.follow_up.state is not FollowUpState.OPEN


def _is_told(row: CalendarRow, now: datetime) -> bool:
    return not _is_off(row) or max(row.changed_at, row.follow_up.rings_at) > now - _TOLD_FOR


def _event(row: CalendarRow, casebook_id: str, *, language: str, quiet: bool) -> Event:
    from icalendar import Event

    item, words = row.follow_up, _WORDS.get(language, _WORDS["en"])
    off = _is_off(row)
    event = Event()
    event.add("uid", uid(item.id, casebook_id))
    event.add("sequence", row.changes)
    # Not the present: whoever writes the same twice gets the same file, and a folder that is synchronised stays still.
    event.add("dtstamp", row.changed_at.astimezone(UTC))
    event.add("last-modified", row.changed_at.astimezone(UTC))
    event.add("created", item.recorded_at.astimezone(UTC))
    whole_day = item.due.precision is Precision.DATE and item.rings_at == item.due.utc
    if whole_day:
        event.add("dtstart", item.due.local.date())
        event.add("dtend", item.due.local.date() + timedelta(days=1))
    else:
        event.add("dtstart", item.rings_at.astimezone(UTC))
        event.add("dtend", (item.rings_at + _LENGTH).astimezone(UTC))
    number = f"C-{item.case_id}"
    if quiet or row.deleted:
        title, text = words["off" if row.deleted else "quiet"].format(case=number), ""
    else:
        title, text = _title(row, language), _text(row, language)
    event.add("summary", title)
    if text:
        event.add("description", f"{text}\n\n{words['answer']}")
    event.add("categories", ["Casebook"])
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT")
    event.add("status", "CANCELLED" if off else "CONFIRMED")
    if not off:
        event.add_component(_alarm(title, _MORNING if whole_day else timedelta()))
    return event


def _alarm(title: str, after: timedelta) -> Any:
    from icalendar import Alarm

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", title)
    alarm.add("trigger", after)
    return alarm


def _title(row: CalendarRow, language: str) -> str:
    title = " ".join(_clean(f"{_reason(row, language)} · {row.firm} · C-{row.follow_up.case_id}").split())
    if len(title) <= _LONGEST_TITLE:
        return title
    end = f"… · {_clean(row.firm)[:30]} · C-{row.follow_up.case_id}"
    return title[: _LONGEST_TITLE - len(end)] + end


def _text(row: CalendarRow, language: str) -> str:
    item = row.follow_up
    explained = _explained(row)
    parts = [
        f"C-{item.case_id} {row.case_title} · {row.firm}",
        _reason(row, language),
        explained.sentence(language) if explained else "",
    ]
    return _clean("\n".join(part for part in parts if part))


def _reason(row: CalendarRow, language: str) -> str:
    explained = _explained(row)
    if explained and guides_own(row.follow_up.reason):
        return explained.texts["zh" if language == "zh" else "en"]
    return row.follow_up.reason


def _explained(row: CalendarRow) -> Explanation | None:
    try:
        return Explanation.from_json(row.follow_up.explanation) if row.follow_up.explanation else None
    except CasebookError:
        return None


def _clean(text: str) -> str:
    """Return text without control characters, which a calendar may not hold; line breaks stay."""
    return "".join(c for c in text if c == "\n" or unicodedata.category(c) not in {"Cc", "Cs"})
