"""What stands in the composer, and how it is kept in the journal until it is recorded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypeVar

from casebook.journal.records import Attachment
from casebook.journal.terms import Channel, Direction
from casebook.journal.times import HowKnown, Moment, Precision, from_text, moment, system_zone, to_text

T = TypeVar("T", Channel, Direction)

_STILL_NOW = timedelta(minutes=15)
"""For so long after it was written a draft without a time means the present; later, the time it was written at."""
_PLAIN = ("agent", "agent_id", "ticket", "platform", "subject", "text")


@dataclass(frozen=True, slots=True)
class Draft:
    """Everything that stands in the composer; `happened` is None for now."""

    channel: Channel = Channel.CHAT
    direction: Direction = Direction.IN
    agent: str = ""
    agent_id: str = ""
    bot: bool | None = None
    ticket: str = ""
    platform: str = ""
    subject: str = ""
    text: str = ""
    happened: Moment | None = None
    attachments: tuple[Attachment, ...] = ()
    lost: int = 0
    """How many files that were attached are gone from where they lay."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing was written or attached: the chips alone are no draft."""
        return not (self.text.strip() or self.subject.strip() or self.attachments)


def to_words(draft: Draft) -> dict[str, str]:
    """Return a draft's fields as words by name; the attachments go beside them."""
    words = {name: getattr(draft, name) for name in _PLAIN}
    words |= {"channel": str(draft.channel), "direction": str(draft.direction), "files": str(len(draft.attachments))}
    if draft.bot is not None:
        words["bot"] = "bot" if draft.bot else "person"
    if (at := draft.happened) is not None:
        words |= {
            "utc": to_text(at.utc),
            "zone": at.zone,
            "offset": str(at.offset),
            "precision": str(at.precision),
            "known": str(at.known),
        }
    return words


def from_words(words: Mapping[str, str], files: tuple[Attachment, ...], saved_at: datetime, now: datetime) -> Draft:
    """Return the draft that `to_words` was given; what makes no sense any more has its usual value."""
    plain = {name: words.get(name, "") for name in _PLAIN}
    count = words.get("files", "0")
    return Draft(
        **plain,
        channel=_member(Channel, words.get("channel", ""), Channel.CHAT),
        direction=_member(Direction, words.get("direction", ""), Direction.IN),
        bot={"bot": True, "person": False}.get(words.get("bot", "")),
        happened=_moment(words, saved_at, now),
        attachments=files,
        lost=max(0, int(count) - len(files)) if count.isdecimal() else 0,
    )


def _moment(words: Mapping[str, str], saved_at: datetime, now: datetime) -> Moment | None:
    try:
        return Moment(
            from_text(words["utc"]),
            words["zone"],
            int(words["offset"]),
            Precision(words["precision"]),
            HowKnown(words["known"]),
        )
    except (KeyError, ValueError):
        if now - saved_at < _STILL_NOW:
            return None
        return moment(saved_at, system_zone(), Precision.ABOUT, HowKnown.DEVICE_CLOCK)


def _member(kind: type[T], value: str, usual: T) -> T:
    try:
        return kind(value)
    except ValueError:
        return usual
