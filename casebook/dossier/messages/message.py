"""What a message that is made ready consists of, and what it is about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from casebook.journal.terms import Channel, LetterKind

PUBLIC = frozenset({Channel.SOCIAL, Channel.FORUM})
"""Where everybody reads: no personal data, and nothing of a trade."""
MAILED = frozenset({Channel.EMAIL, Channel.LETTER, Channel.TICKET, Channel.HELP_CENTRE, Channel.OTHER})
"""Where a message has a subject."""


@dataclass(frozen=True, slots=True)
class About:
    """What a message answers or follows. None: what lies nearest is taken."""

    contact_id: int | None = None
    promise_id: int | None = None
    request_id: int | None = None
    follow_up_id: int | None = None

    def to_json(self) -> dict[str, object]:
        """Return what is given, to be kept with a letter."""
        return {name: value for name in self.__slots__ if (value := getattr(self, name)) is not None}

    @classmethod
    def from_json(cls, kept: Mapping[str, object]) -> About:
        """Return what `to_json` gave; anything else in it is left out."""
        return cls(**{name: value for name in cls.__slots__ if isinstance(value := kept.get(name), int)})


@dataclass(frozen=True, slots=True)
class Missing:
    """A fact that the record does not hold: the field, and what stands in the message in its place."""

    field: str
    words: str


class Source(StrEnum):
    """Why an address is offered."""

    THREAD = "thread"
    WAY = "way"
    OFFICIAL = "official"
    CONTACT = "contact"


@dataclass(frozen=True, slots=True)
class Recipient:
    """Where a message could go: address, number or place. `topic` is what the firm has it for."""

    address: str
    source: Source
    topic: str = ""
    checked_on: str = ""
    """ISO date on which the user last looked, or empty."""
    official: bool = False
    """Whether the user's register of official contacts knows it."""
    doubtful: bool = False
    """Whether something speaks for an impostor."""


@dataclass(frozen=True, slots=True)
class Message:
    """Words made ready. `missing` stands in [brackets] in them, `withheld` was left out of a public post."""

    kind: LetterKind
    channel: Channel
    language: str
    subject: str
    text: str
    recipient: str = ""
    own_address: str = ""
    missing: tuple[Missing, ...] = ()
    withheld: tuple[str, ...] = ()
    """Fields that the record holds and a public post must not."""
    exhibits: tuple[int, ...] = ()
    """The ids of exhibits that go with it."""
    about: About = About()
    contact_id: int | None = None
    """The contact that it follows, asked for or found."""
    recipients: tuple[Recipient, ...] = ()
    in_reply_to: str = ""
    references: tuple[str, ...] = ()
    """Of a mail that goes on in its thread: message ids without angle brackets, the oldest first."""
