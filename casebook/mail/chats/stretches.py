"""Lines of a conversation become stretches, and each stretch a numbered text with its exact bytes.

A stretch ends where nobody wrote for six hours: a new day alone does not end one, so that a conversation over midnight
stays whole. It also ends where lines begin or end that the casebook has already, and where it grows too long to read.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta

from casebook.journal.incoming import NewChat
from casebook.journal.records import Attachment
from casebook.journal.terms import Channel, Direction
from casebook.mail.chats.lines import Conversation, Line, Media, Role, one_line, role_of
from casebook.mail.chats.words import Words

SILENCE = timedelta(hours=6)
MOST_LINES = 1_000
_MOST_CHARACTERS = 200_000
_ASK_AT_ONCE = 500
_MOST_AGENTS = 3

Known = Callable[[Iterable[str]], set[str]]
"""Tells which lines, by their keys, the casebook has."""
Read = Callable[[int, int], bytes]
"""Reads bytes of the export, from where to where."""
Fetch = Callable[[Media], "Attachment | None"]
"""Finds a file in the export."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What the user says of an export before it is read."""

    zone: str = "UTC"
    """Where its times are meant, if it does not say."""
    language: str = "en"
    """In which language remarks are made."""
    me: frozenset[str] = frozenset()
    """Names or ids under which the user wrote."""
    bots: frozenset[str] = frozenset()
    """Names that are a machine's."""
    only: frozenset[str] | None = None
    """Titles or ids of the conversations wanted; None: the one there is."""
    day_first: bool | None = None
    """Whether 03/11 is the third of November; None: as the file itself tells."""
    channel: Channel | None = None
    platform: str = ""
    agent: str = ""


def nothing_known(_keys: Iterable[str]) -> set[str]:
    """Know no line: for an export read before there is a casebook to ask."""
    return set()


def stretches(lines: Iterable[Line], known: Known = nothing_known) -> Iterator[tuple[list[Line], bool]]:
    """Yield the stretches of a conversation, each with whether the casebook has it already: all of it, or nothing."""
    here = list[Line]()
    size, old = 0, False
    for line, is_old in _asked(lines, known):
        full = len(here) >= MOST_LINES or size > _MOST_CHARACTERS
        if here and (full or is_old is not old or _apart(here[-1], line)):
            yield here, old
            here, size = [], 0
        here.append(line)
        old, size = is_old, size + len(line.words)
    if here:
        yield here, old


@dataclass(slots=True)
class Teller:
    """Makes contacts of the stretches of one conversation."""

    conversation: Conversation
    reading: Reading
    source: str
    """What the whole file is called, with its hash."""
    read: Read
    fetch: Fetch
    words: Words = field(init=False)

    def __post_init__(self) -> None:
        self.words = Words(self.reading.language)

    def tell(self, lines: Sequence[Line], *, old: bool = False) -> NewChat:
        """Return a stretch as it is recorded. The files of an `old` one, which is here already, are not looked for."""
        raw = self.read(lines[0].start, lines[-1].end)
        attachments, missing = self._files(() if old else lines)
        problems = dict.fromkeys(line.problem for line in lines if line.problem)
        roles = [role_of(line, self.conversation, self.reading.me) for line in lines]
        roles = [Role.BOT if line.who in self.reading.bots else role for line, role in zip(lines, roles, strict=True)]
        there = [role for role in roles if role in (Role.AGENT, Role.BOT)]
        direction = Direction.BOTH if there and Role.ME in roles else Direction.IN if there else Direction.OUT
        if not there and Role.ME not in roles:
            direction = Direction.IN
        return NewChat(
            raw=raw,
            source=self._source(lines),
            platform=self.reading.platform or self.conversation.platform,
            conversation=self.conversation.ident,
            title=one_line(self.conversation.title)[:200],
            began=next((line.at for line in lines if line.at), None),
            text=numbered(lines, self.words),
            keys=tuple(line.key for line in lines),
            agent=self.reading.agent or _agents(lines, roles),
            attachments=tuple(attachments),
            problems=(*problems, *missing),
            channel=self.reading.channel or Channel.SOCIAL,
            direction=direction,
            bot=True if there and Role.AGENT not in there else None,
        )

    def _source(self, lines: Sequence[Line]) -> str:
        first, last = lines[0].ident, lines[-1].ident
        which = f" #{first}" if first and first == last else f" #{first}–{last}" if first else ""
        return f"{self.source.partition(chr(10))[0]}{which}{self.source.partition(chr(10))[2]}"

    def _files(self, lines: Sequence[Line]) -> tuple[list[Attachment], list[str]]:
        found, missing = list[Attachment](), list[str]()
        for number, line in enumerate(lines, 1):
            for media in line.media:
                if not media.path:
                    continue
                if attachment := self.fetch(media):
                    about = self.words("line", number=number)
                    found.append(replace(attachment, description=about))
                else:
                    missing.append(f"{media.path} of line {number} is not in the export or cannot be read")
        return found, missing


def numbered(lines: Sequence[Line], words: Words) -> str:
    """Return lines as `1  2026-11-20 14:03  Lily: …`; the day is named where it is another than before.

    What a line has below its first row is indented, so that nobody's words can pass for a line of somebody else.
    """
    numbers = {line.ident: number for number, line in enumerate(lines, 1) if line.ident}
    told, day = list[str](), None
    for number, line in enumerate(lines, 1):
        stamp = ""
        if line.at:
            local = line.at.local
            stamp = f"{local:%H:%M}  " if local.date() == day else f"{local:%Y-%m-%d %H:%M}  "
            day = local.date()
        text = "\n    ".join(_said(line, numbers, words).split("\n"))
        told.append(f"{number}  {stamp}{text}")
    return "\n".join(told)


def name_of(who: str) -> str:
    """Return a speaker's name as it stands in a numbered line: in quotes where it could be taken for more."""
    plain = one_line(who)[:100]
    odd = any(sign in plain for sign in ':：[]"') or plain[:1].isdigit()
    return '"' + plain.replace('"', "'") + '"' if odd else plain


def _said(line: Line, numbers: dict[str, int], words: Words) -> str:
    before = list(line.before)
    if line.answers:
        number = numbers.get(line.answers)
        before.append(words("answers", number=number) if number else words("answers_earlier"))
    files = [_shown(media, words) for media in line.media]
    marks = [f"[{one_line(mark)}]" for mark in (*before, *files)]
    parts = [*marks, *filter(None, [line.words]), *(f"[{one_line(mark)}]" for mark in line.after)]
    if line.who:
        return f"{name_of(line.who)}: {' '.join(parts)}"
    return " ".join(marks) + f"[{line.words}]" if not line.after else f"[{' '.join(parts)}]"


def _shown(media: Media, words: Words) -> str:
    kind, name = words(media.kind), media.name or media.path.rpartition("/")[2]
    if not media.path and name:
        return f"{kind}: {name}, {words('missing')}" if media.kind not in _TOLD else f"{kind}: {name}"
    return f"{kind}: {name}" if name else f"{kind}, {words('missing')}" if media.kind not in _TOLD else kind


_TOLD = frozenset({"location", "contact", "poll", "invoice", "embed", "buttons"})
"""What is told in words and never was a file."""


def _asked(lines: Iterable[Line], known: Known) -> Iterator[tuple[Line, bool]]:
    """Yield each line with whether the casebook has it; it is asked of many at once."""
    waiting = list[Line]()

    def answered() -> Iterator[tuple[Line, bool]]:
        have = known([line.key for line in waiting])
        for line in waiting:
            yield line, line.key in have

    for line in lines:
        waiting.append(line)
        if len(waiting) >= _ASK_AT_ONCE:
            yield from answered()
            waiting.clear()
    yield from answered()


def _apart(one: Line, other: Line) -> bool:
    return one.at is not None and other.at is not None and abs(other.at.utc - one.at.utc) > SILENCE


def _agents(lines: Sequence[Line], roles: Sequence[Role | None]) -> str:
    """Return who spoke for the firm: people before machines, the one who said most first."""
    for role in (Role.AGENT, Role.BOT):
        counted = Counter(one_line(line.who) for line, is_ in zip(lines, roles, strict=True) if is_ is role)
        if counted:
            return ", ".join(name for name, _count in counted.most_common(_MOST_AGENTS))
    return ""
