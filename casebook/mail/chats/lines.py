"""What all chat exports come down to: conversations, and their lines with speaker, time, words and files."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from casebook.journal.times import Moment

_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+")


class Role(StrEnum):
    """Who a speaker is: the user, somebody of the firm, a machine of the firm."""

    ME = "me"
    AGENT = "agent"
    BOT = "bot"


@dataclass(frozen=True, slots=True)
class Conversation:
    """A conversation of an export. `ident` tells it from others of the platform and stays the same in every export."""

    platform: str
    ident: str
    title: str
    kind: str = ""
    """What the export calls it: `personal_chat`, `private_group`…"""
    own: frozenset[str] = frozenset()
    """The ids of the user's own account, as far as the export says."""
    other: str = ""
    """In a conversation of two, the other one's id: whoever else speaks is the user."""
    bot: bool = False
    """Whether the other one is a bot's account."""
    alone: bool = False
    """Whether the file has no other conversation."""


@dataclass(frozen=True, slots=True)
class Media:
    """A file that belongs to a line. `path` is where it lies in the export, empty where it was not exported."""

    kind: str
    name: str
    path: str = ""
    media_type: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a conversation. `key` is the same whenever that line, with these words, is exported again."""

    key: str
    at: Moment | None
    who: str
    """Empty for a notice of the system."""
    words: str
    start: int
    end: int
    """Where it stands in the file, in bytes."""
    who_id: str = ""
    bot: bool = False
    ident: str = ""
    answers: str = ""
    """The `ident` of the line it is an answer to."""
    media: tuple[Media, ...] = ()
    before: tuple[str, ...] = ()
    """Remarks that go before the words: forwarded from whom."""
    after: tuple[str, ...] = ()
    """Remarks that follow them: edited when."""
    problem: str = ""
    """Why it could not be read, where it could not."""


def clean(text: str) -> str:
    """Return text that can be stored: without lone surrogates, control characters and signs that turn writing round."""
    if text.isprintable():  # the most of them, in a tenth of the time
        return text
    plain = text.encode("utf-8", "replace").decode() if not text.isascii() else text
    return _CONTROLS.sub("", plain.replace("\r\n", "\n").replace("\r", "\n"))


@lru_cache(maxsize=4096)
def one_line(text: str) -> str:
    """Return a name or remark on one line."""
    return " ".join(clean(text).split())


def key_of(*parts: str) -> str:
    """Return the key of a line from what tells it from every other."""
    told = "\0".join(unicodedata.normalize("NFC", part) for part in parts)
    return hashlib.sha256(told.encode("utf-8", "replace")).hexdigest()[:40]


def role_of(line: Line, conversation: Conversation, me: Iterable[str] = ()) -> Role | None:
    """Return who spoke a line, as far as the export or the user's word (`me`: names or ids) tells; None for nobody."""
    if not line.who:
        return None
    named = {name.casefold() for name in me}
    if named & {line.who.casefold(), line.who_id.casefold()} or line.who_id in conversation.own:
        return Role.ME
    if conversation.other and not named and line.who_id != conversation.other:
        return Role.ME
    return Role.BOT if line.bot or (conversation.bot and line.who_id == conversation.other) else Role.AGENT
