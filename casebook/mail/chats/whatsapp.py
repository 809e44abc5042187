"""WhatsApp's text export, as its programs for iOS and Android write it in any country."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import PurePath
from typing import BinaryIO

from casebook.journal.errors import BadInput
from casebook.journal.times import HowKnown, Moment, Precision, from_wall
from casebook.mail.chats.lines import Conversation, Line, Media, clean, key_of, one_line
from casebook.mail.chats.stamps import CLOCK_ANYWHERE, DATE_ANYWHERE, Stamp, day_goes_first, stamp
from casebook.mail.chats.stretches import Reading

PLATFORM = "WhatsApp"
_MARKS = "\u200e\u200f\u202a-\u202e\ufeff"
_GAP = "[ \u00a0\u200e\u200f\u202f]+"
_HEAD = re.compile(
    rf"[{_MARKS}]*(?:"
    rf"\[(?P<d1>{DATE_ANYWHERE})[,，،]?{_GAP}(?P<c1>{CLOCK_ANYWHERE})\] (?P<r1>.*)"
    rf"|(?P<d2>{DATE_ANYWHERE})[,，،]?{_GAP}(?P<c2>{CLOCK_ANYWHERE}) [-–] (?P<r2>.*)"
    rf"|(?P<c3>{CLOCK_ANYWHERE}),{_GAP}(?P<d3>{DATE_ANYWHERE}) [-–] (?P<r3>.*))",
    re.DOTALL | re.IGNORECASE,
)
_NAMED = re.compile(r"(?P<who>[^:：\n\"“”]{1,60}): (?P<words>.*)", re.DOTALL)
_FILE = r"[^\\/<>:|*?\"\n]{1,120}\.[A-Za-z0-9]{1,5}"
# <attached: 0001-PHOTO.jpg>, <附件：…>, and on Android `IMG-1.jpg (file attached)`, each in any language.
_ATTACHED = re.compile(
    rf"[{_MARKS}]*(?:<[^<>:：]{{1,40}}[:：] ?(?P<a>{_FILE})>|(?P<b>{_FILE}) [(（][^()（）]{{1,40}}[)）])"
)
_STORED = re.compile(r"\d{6,}-[A-Z]+-[-0-9]+\.[a-z0-9]+|[A-Z]{3}-\d{8}-WA\d{4,}\.[a-z0-9]+")
_LONGEST_LINE = 1 << 18
"""Bytes: a line that goes on for longer is kept in pieces."""
_SAMPLE = 20_000
_COUNTED = 5_000
_TITLE = re.compile(
    r"(?:WhatsApp[ _-]?Chat(?: with| mit| avec| con| com| met| med)?(?: -)?|与|和|與"
    r"|(?:Chat|Discussion|Conversa|Conversación|Чат)(?: d[eoi])? WhatsApp(?: avec| con| com| с контактом| с)?(?: -)?)"
    r"[ _-]*(?P<who>.+?)"
    r"(?:的? ?WhatsApp ?(?:聊天|對話|对话).*)?",
    re.IGNORECASE,
)


def fits(start: str) -> bool:
    """Return whether the beginning of a text is one of WhatsApp's: its lines begin with a date, a time and a sign."""
    rows = [row for row in start.splitlines()[:40] if row.strip()]
    heads = [found for row in rows if (found := _HEAD.match(row))]
    named = [found for found in heads if _NAMED.fullmatch(_parts(found)[2])]
    return bool(rows) and _HEAD.match(rows[0]) is not None and bool(named)


def _parts(head: re.Match[str]) -> tuple[str, str, str]:
    """Return day, clock and the rest of a message's first line."""
    way = next(each for each in "123" if head["r" + each] is not None)
    return head["d" + way], head["c" + way], head["r" + way]


def title_of(name: str) -> str:
    """Return with whom a chat is, as the name of its file says; empty where it says nothing."""
    stem = PurePath(name).stem
    found = _TITLE.fullmatch(stem)
    if found and found["who"].strip("_ -").lower() not in ("chat", ""):
        return one_line(found["who"].strip("_ -"))
    return ""


def order(file: BinaryIO) -> bool | None:
    """Return whether dates in this file name the day first, None where both orders are possible."""
    found = list[Stamp]()
    for _start, _end, row in _rows(file):
        if (head := _HEAD.match(row)) and (at := stamp(*_parts(head)[:2])):
            found.append(at)
            if len(found) >= _SAMPLE:
                break
    return day_goes_first(found)


def read(file: BinaryIO, title: str, reading: Reading) -> Iterator[Conversation | Line]:
    """Yield the conversation, followed by its lines; a line that is no message's beginning goes on with the last."""
    day_first, guessed = _day_first(file, reading)
    file.seek(0)
    conversation = Conversation(PLATFORM, title.casefold(), title or PLATFORM, other=title, alone=True)
    yield conversation
    told, counts = list[tuple[int, int, str]](), dict[tuple[str, str], int]()
    for row in _rows(file):
        endless = bool(told) and row[1] - told[0][0] > _LONGEST_LINE
        if told and (endless or _HEAD.match(row[2])):
            yield _line(told, conversation, reading, counts, day_first=day_first, guessed=guessed)
            told = []
        told.append(row)
    if told and any(text.strip() for _s, _e, text in told):
        yield _line(told, conversation, reading, counts, day_first=day_first, guessed=guessed)


def _day_first(file: BinaryIO, reading: Reading) -> tuple[bool, bool]:
    """Return whether the day goes first, and whether that is only a guess."""
    if reading.day_first is not None:
        return reading.day_first, False
    file.seek(0)
    found = order(file)
    return (True, True) if found is None else (found, False)


def _rows(file: BinaryIO) -> Iterator[tuple[int, int, str]]:
    """Yield each row of the file with where it begins and ends, in bytes; an endless one in pieces."""
    at = 0
    while row := file.readline(_LONGEST_LINE):
        yield at, at + len(row), row.decode("utf-8", "replace").rstrip("\r\n")
        at += len(row)


def _line(
    rows: list[tuple[int, int, str]],
    conversation: Conversation,
    reading: Reading,
    counts: dict[tuple[str, str], int],
    *,
    day_first: bool,
    guessed: bool,
) -> Line:
    whole = "\n".join(text for _start, _end, text in rows).rstrip()
    head = _HEAD.fullmatch(whole)
    day, clock, said = _parts(head) if head else ("", "", whole)
    at = stamp(day, clock) if head else None
    wall = at.wall(day_first=day_first) if at else None
    named = _NAMED.fullmatch(said) if head else None
    who = one_line(named["who"]) if named else ""
    words = named["words"] if named else said
    media, words = _media(words)
    words = clean(words).strip()
    place = (wall.isoformat() if wall else "", words + "".join(each.path for each in media))
    if len(counts) > _COUNTED:
        counts.clear()  # the same words in the same minute stand near each other
    counts[place] = counts.get(place, 0) + 1
    short = guessed and at is not None and bool(at.first) and not at.settled
    return Line(
        # Without the name: a number becomes a name once it stands among the contacts of the telephone.
        key=key_of(PLATFORM, conversation.ident, *place, str(counts[place])),
        at=_moment(wall, reading.zone, Precision.ABOUT if short else Precision.EXACT),
        who=who,
        words=words,
        start=rows[0][0],
        end=rows[-1][1],
        who_id=who,
        media=media,
        problem=_problem(head is not None, wall, short=short),
    )


def _problem(has_head: bool, wall: datetime | None, *, short: bool) -> str:
    if has_head and wall is None:
        return "a date in this chat is none: the line is kept as it stands"
    return "day and month of this chat's dates could be the other way round: the day was taken first" if short else ""


def _media(words: str) -> tuple[tuple[Media, ...], str]:
    """Return the file a message brings, and the words beside it."""
    found = _ATTACHED.match(words)
    if not found:
        return (), words
    name = found["a"] or found["b"]
    if found["b"] and not _STORED.fullmatch(name) and "\u200e" not in words[:3]:
        return (), words  # somebody's own words, such as "look.pdf (page 3)"
    return (Media("file", name, name),), words[found.end() :].strip("\n ")


def _moment(wall: datetime | None, zone: str, precision: Precision) -> Moment | None:
    try:
        return from_wall(wall, zone, precision, HowKnown.CHAT_EXPORT) if wall else None
    except (BadInput, OverflowError, ValueError):
        return None
