"""What a source of mail gives: messages as they lie there, and by name what could not be had."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from casebook.journal.incoming import NewChat, NewMail

LARGEST_MESSAGE = 256 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Failure:
    """A message or file that could not be imported: its name, and one line on why and what to do."""

    source: str
    reason: str


@dataclass(frozen=True, slots=True)
class Found:
    """One message as it lies in its file. `position` counts the bytes read of all files so far, this one included.

    A stream may count something else, such as mails, as long as it says so.
    """

    raw: bytes
    source: str
    position: int
    from_mbox: bool = False
    envelope: bytes = b""
    kind: str = "mime"
    """How the bytes are read: `mime`, `msg` (Outlook), `chat` (a stretch of one: `ready`)."""
    outgoing: bool = False
    """Whether the source says that the user sent it: a label, or a folder of sent mail."""
    thread_key: str = ""
    """What the source knows of the conversation: `gm:…`."""
    ready: NewMail | NewChat | None = None
    """What was read from the bytes already, where the source had to read them to find the message."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read: its path, the name shown for it, and its size in bytes."""

    path: Path
    name: str
    size: int
