"""What the composer hands over to be recorded: plain values."""

from __future__ import annotations

from dataclasses import dataclass

from casebook.journal.records import Attachment
from casebook.journal.terms import Channel, Direction
from casebook.journal.times import Moment


@dataclass(frozen=True, slots=True)
class LogRequest:
    """A contact as it was typed. `bot` is None where the user did not say."""

    case_id: int
    channel: Channel
    direction: Direction
    happened: Moment
    text: str
    subject: str = ""
    agent: str = ""
    agent_id: str = ""
    bot: bool | None = None
    platform: str = ""
    tickets: tuple[str, ...] = ()
    attachments: tuple[Attachment, ...] = ()
