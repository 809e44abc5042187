"""A transcript as it was copied from a chat window or sent by mail afterwards: who said what, and when.

Nothing is dropped: what names no speaker goes on with the line before it, and what comes before the first one is kept
as a notice. What a text is read as is only proposed: the user looks at it before it is recorded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from itertools import pairwise

from casebook.journal.errors import BadInput
from casebook.journal.times import HowKnown, Moment, Precision, from_wall, zone
from casebook.mail.chats.lines import Line, Role, clean, key_of, one_line
from casebook.mail.chats.stamps import CLOCK, DATE, DAY, Stamp, day_goes_first, stamp
from casebook.mail.chats.stretches import Reading

PLATFORM = "pasted"
LARGEST = 4 << 20
"""Characters: a chat of years is shorter."""
_FEWEST = 2
"""A text in which fewer lines name a speaker is no transcript."""
_BACK = timedelta(hours=6)  # a clock that falls by more than this has passed midnight

_AT = r"(?: (?:at|um|à|，))?"
_STAMP = rf"(?:(?P<day>{DATE}|{DAY})[,，]?{_AT} ?)?(?P<clock>{CLOCK})(?: ?(?:UTC|GMT)(?:[+-]\d{{1,2}}(?::?\d\d)?)?)?"
# A name: no sentence in it, so that "Note to myself. I said: …" is none.
_STOPS = r":：\[\]()（）,，.。!！?？;；\"“”<>|/\\\n"
_NAME = rf"[^\s\d{_STOPS}](?:[^{_STOPS}]{{0,38}}?[^\s{_STOPS}–—-])??"
_TAG = r"(?: ?[(（\[][^()（）\[\]\n\d]{1,24}[)）\]])?"
_WHO = rf"(?P<who>{_NAME}{_TAG})"
_OPEN, _SHUT, _BAR = r"[\[(（【]?", r"[\])）】]?", r" *(?:[-–—|•·] *)?"


class Layout(StrEnum):
    """How a transcript names its speakers."""

    TIMED = "timed"
    """`[14:03] Lily: text`, or the name first."""
    HEADED = "headed"
    """Name and time stand above the words."""
    STACKED = "stacked"
    """Name, time and words each have a row."""
    NAMED = "named"
    """`Lily: text`, without times."""
    NONE = "none"
    """Nobody is named."""


def _forms(*texts: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(text, re.IGNORECASE) for text in texts)


_FORMS = {
    Layout.TIMED: _forms(
        rf"{_OPEN}{_STAMP}{_SHUT}{_BAR}{_WHO} ?[:：] *(?P<text>.*)",
        rf"{_WHO},? ?{_OPEN}{_STAMP}{_SHUT} ?[:：] *(?P<text>.+)",
    ),
    Layout.HEADED: _forms(
        rf"{_WHO},?(?: +|{_BAR}){_OPEN}{_STAMP}{_SHUT} ?[:：]?(?P<text>)",
        rf"{_OPEN}{_STAMP}{_SHUT}(?: +|{_BAR}){_WHO} ?[:：]?(?P<text>)",
    ),
    Layout.NAMED: _forms(rf"(?P<day>)(?P<clock>){_WHO} ?[:：](?!//) *(?P<text>.*)"),
}
_ONLY_NAME = re.compile(_WHO)
_ONLY_STAMP = re.compile(rf"{_OPEN}{_STAMP}{_SHUT}", re.IGNORECASE)
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thurs?|fri|sat(?:ur)?|sun)(?:day)?|星期.|周.|週.)"
_RULE = r"[-–—=*\s]*"
_ONLY_DAY = re.compile(rf"{_RULE}(?:{_WEEKDAY},? )?(?P<day>{DATE}|{DAY})(?:[,，]? ?{_WEEKDAY})?{_RULE}", re.IGNORECASE)
_NOTICE = re.compile(
    rf"(?:{_OPEN}{_STAMP}{_SHUT}{_BAR})?(?P<text>[\[(（【].*[\])）】]|\*{{2,}}.*|[-–—=]{{2,}}.*"
    r"|.*(?:\b(?:joined|left|ended|deleted|unsent|transferred|connected|assigned|disconnected|rated)\b"
    r"|加入|离开|退出|撤回|已删除|结束|转接|接入|断开|系统消息).*)",
    re.IGNORECASE,
)
_EVENT = re.compile(r"[\[(（【*=–—-]")
_ME = frozenset({"me", "i", "you", "user", "customer", "client", "visitor", "guest"}) | frozenset(
    {"我", "本人", "您", "你", "用户", "客户", "访客", "顾客"}
)
_BOT = re.compile(r"\bbot\b|chatbot|\bbot$|assistant|virtual|automat|机器人|智能|助手|自动", re.IGNORECASE)
_SYSTEM = re.compile(r"system(?: message)?|notice|系统|系统消息|系统通知|提示", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Transcript:
    """How a text was read. `speakers` are in the order in which they first speak; `loose` lines name none."""

    lines: tuple[Line, ...]
    layout: Layout
    speakers: tuple[str, ...]
    loose: int
    ambiguous: bool = False
    """Whether day and month of its dates could be the other way round."""
    timed: bool = False
    """Whether every spoken line says when."""


@dataclass(frozen=True, slots=True)
class _Row:
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class _Said:
    """One line as it was found: its rows, who, when it says, and the words."""

    start: int
    end: int
    who: str
    at: Stamp | None
    words: str
    day: str = ""
    """Of a row that is only a date."""


def read(text: str, reading: Reading, *, day: date | None = None) -> Transcript:
    """Return a text read as a transcript. `day` is the day meant where only hours are written. Raises BadInput."""
    if not text.strip():
        raise BadInput("there is no line in this chat: choose or paste one that says something")
    if len(text) > LARGEST:
        raise BadInput("this transcript is longer than a chat can be: paste it in parts")
    zone(reading.zone)
    rows = list(_rows(text))
    layout = _layout([row.text for row in rows])
    said = list(_said(rows, layout))
    stamps = [one.at for one in said if one.at]
    found = day_goes_first(stamps)
    short = any(each.first and not each.settled for each in stamps)
    day_first = reading.day_first if reading.day_first is not None else found is not False
    lines = tuple(_lines(said, reading, day, day_first=day_first))
    spoken = [line for line in lines if line.who]
    return Transcript(
        lines=lines,
        layout=layout,
        speakers=tuple(dict.fromkeys(line.who for line in spoken)),
        loose=len(lines) - len(spoken),
        ambiguous=short and found is None and reading.day_first is None,
        timed=bool(spoken) and all(line.at for line in spoken),
    )


def roles(speakers: Sequence[str], own: frozenset[str] = frozenset()) -> dict[str, Role | None]:
    """Return who each speaker seems to be; None for the system. `own` are names the user is known by."""
    named = {name.casefold() for name in own if name}
    return {who: _role(who, named) for who in speakers}


def _role(who: str, own: set[str]) -> Role | None:
    plain = re.sub(r"[(（\[].*", "", who).strip().casefold()
    if plain in _ME or plain in own or who.casefold() in own:
        return Role.ME
    if _SYSTEM.fullmatch(plain):
        return None
    return Role.BOT if _BOT.search(who) else Role.AGENT


def _layout(rows: Sequence[str]) -> Layout:
    """Return the layout in which a text names its speakers."""
    filled = [row.strip() for row in rows if row.strip()]
    heads = [i for i, row in enumerate(filled) if _match(row, Layout.HEADED) and not _event(row)]
    if len(heads) >= _FEWEST and not any(after - before < 2 for before, after in pairwise(heads)):
        return Layout.HEADED
    if sum(_match(row, Layout.TIMED) is not None for row in filled) >= _FEWEST:
        return Layout.TIMED
    pairs = [i for i in range(len(filled) - 2) if _stacked(filled, i)]
    if len(pairs) >= _FEWEST:
        return Layout.STACKED
    names = [found["who"].strip().casefold() for row in filled if (found := _match(row, Layout.NAMED))]
    # "Order: …" and "Amount: …" name nobody: somebody has to speak twice, or be known.
    if len(names) >= _FEWEST and (len(set(names)) < len(names) or any(_role(name, set()) is Role.ME for name in names)):
        return Layout.NAMED
    return Layout.NONE


def _stacked(rows: Sequence[str], place: int) -> bool:
    return bool(_ONLY_NAME.fullmatch(rows[place]) and _ONLY_STAMP.fullmatch(rows[place + 1]))


def _rows(text: str) -> Iterator[_Row]:
    at = 0
    for row in text.splitlines(keepends=True):
        size = len(row.encode("utf-8", "surrogatepass"))
        yield _Row(at, at + size, row.rstrip("\r\n"))
        at += size


def _said(rows: Sequence[_Row], layout: Layout) -> Iterator[_Said]:
    """Yield the lines of a text; rows that begin none go on with the line before."""
    waiting: _Said | None = None
    skip = 0
    for place, row in enumerate(rows):
        if skip:
            skip -= 1
            continue
        plain = row.text.strip()
        begun: _Said | None = None
        if layout is Layout.STACKED and place + 1 < len(rows) and _stacked([plain, rows[place + 1].text.strip()], 0):
            found = _ONLY_STAMP.fullmatch(rows[place + 1].text.strip())
            begun = _Said(row.start, rows[place + 1].end, plain, found and _stamp(found), "")
            skip = 1
        elif not (layout is Layout.HEADED and waiting and waiting.who and not waiting.words):
            begun = _begun(row, plain, layout)
        if begun is not None:
            if waiting:
                yield waiting
            waiting = begun
        elif waiting is None:
            waiting = _Said(row.start, row.end, "", None, row.text) if plain else None
        else:
            words = f"{waiting.words}\n{row.text}" if waiting.words else row.text if plain else ""
            waiting = replace(waiting, words=words, end=row.end)
    if waiting:
        yield waiting


def _begun(row: _Row, plain: str, layout: Layout) -> _Said | None:
    """Return the line that a row begins, None where it only goes on."""
    if not plain:
        return None
    if found := _ONLY_DAY.fullmatch(plain):
        return _Said(row.start, row.end, "", None, plain, day=found["day"])
    event = _event(plain) if layout is not Layout.NONE else None
    if (found := _match(plain, layout)) and not (event and layout is Layout.HEADED):
        return _Said(row.start, row.end, one_line(found["who"]), _stamp(found), found["text"])
    if event:
        return _Said(row.start, row.end, "", _stamp(event), event["text"].strip("[]()（）【】 "))
    return None


def _lines(said: Sequence[_Said], reading: Reading, day: date | None, *, day_first: bool) -> Iterator[Line]:
    here, last = day, None  # type: date | None, datetime | None
    counts, before = dict[tuple[str, ...], int](), ""
    for one in said:
        if one.day and (at := stamp(one.day, "00:00")):
            here, last = at.date(day_first=day_first, around=day or here) or here, None
        around = day if one.at and one.at.day else here
        wall = one.at.wall(day_first=day_first, around=around) if one.at else None
        if wall and one.at and not one.at.first and last and wall < last - _BACK and here:
            here += timedelta(days=1)
            wall += timedelta(days=1)
        last, here = wall or last, wall.date() if wall else here
        words = clean(one.words).strip()
        who = "" if _SYSTEM.fullmatch(one.who) else one.who
        place = (wall.isoformat() if wall else before, one.who, words)
        counts[place] = counts.get(place, 0) + 1
        # Without a time a line is told by all that was said before it.
        before = key_of(PLATFORM, reading.platform, *place, str(counts[place]))
        yield Line(before, _moment(wall, reading.zone), who, words or one.who, one.start, one.end, who_id=who)


def _stamp(found: re.Match[str]) -> Stamp | None:
    return stamp(found["day"] or "", found["clock"]) if found["clock"] else None


def _match(row: str, layout: Layout) -> re.Match[str] | None:
    return next((found for form in _FORMS.get(layout, ()) if (found := form.fullmatch(row))), None)


def _event(row: str) -> re.Match[str] | None:
    """Return the match of a notice of the system: it begins with a time or a bracket, and names an event."""
    found = _NOTICE.fullmatch(row)
    return found if found and (found["clock"] or _EVENT.match(row)) else None


def _moment(wall: datetime | None, where: str) -> Moment | None:
    try:
        return from_wall(wall, where, Precision.EXACT, HowKnown.CHAT_EXPORT) if wall else None
    except (BadInput, OverflowError, ValueError):
        return None
