"""What the guide works with, as the journal keeps it: a firm's rules and channels, deadlines, checklists, letters."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from datetime import datetime, timedelta

from casebook.journal.errors import BadInput
from casebook.journal.terms import Channel, CheckState, Consent, DeadlineState, LetterKind
from casebook.journal.times import Moment


@dataclass(frozen=True, slots=True)
class Details:
    """How a contact went, beside its words (the fields of the guides by channel). Empty or None: not given."""

    waited: int | None = None
    """Seconds until somebody answered."""
    talked: int | None = None
    """Seconds of talk."""
    address: str = ""
    """The number called, the address written to, or the handle, exactly."""
    own_address: str = ""
    """From which own address it was sent."""
    menu: str = ""
    """The path through a voice menu, or the category chosen in a form."""
    language: str = ""
    cost: str = ""
    """What it cost, in the user's words."""
    link: str = ""
    """Of a post or a thread: where it stands."""
    badge: str = ""
    """The mark of verification that was seen on the account."""
    receipt: str = ""
    """Whether a read receipt was asked for, and came."""
    recorded: bool | None = None
    """Whether the user recorded it."""
    consent: Consent = Consent.UNKNOWN
    consent_how: str = ""
    """How those heard agreed, or when they were told."""
    instructions: str = ""
    """What the user was told to do, and whether it was done."""
    read_back: bool | None = None
    """Whether the user read the summary back to the agent."""
    keywords: tuple[str, ...] = ()
    """Words looked up in a help centre."""
    articles: tuple[str, ...] = ()
    """Articles that came up, title or address."""
    helped: str = ""
    """`yes`, `partly`, `no`."""
    course: tuple[str, ...] = ()
    """The steps of a chat or call with their times, as `journal.talking` writes and reads them."""
    enclosed: tuple[str, ...] = ()
    """Of a message sent: the exhibits that went with it, `EX-3`, or `EX-3R` for a redacted copy."""

    @property
    def lasted(self) -> timedelta:
        """How long the whole took, as far as it is known."""
        return timedelta(seconds=(self.waited or 0) + (self.talked or 0))

    def to_json(self) -> str:
        """Return what is given as one JSON object, empty for nothing."""
        given = {name: value for name, value in asdict(self).items() if value not in (None, "", ())}
        return json.dumps(given, ensure_ascii=False, sort_keys=True) if given else ""

    @classmethod
    def from_json(cls, text: str) -> Details:
        """Return what `to_json` wrote; what a later version knows more is left out. Raises BadInput."""
        try:
            raw = json.loads(text) if text else {}
            known = {field.name: raw[field.name] for field in fields(cls) if field.name in raw}
        except (TypeError, ValueError):
            raise BadInput("the details of this contact cannot be read") from None
        for name in ("keywords", "articles", "course", "enclosed"):
            if name in known:
                known[name] = tuple(map(str, known[name]))
        if "consent" in known:
            known["consent"] = Consent(known["consent"])
        return cls(**known)


NOTHING = Details()
"""Of a contact of which nothing beside its words is known."""


@dataclass(frozen=True, slots=True)
class FirmRule:
    """A rule of the guide as it is for one firm. `unit` empty and the figures None: as the guide has them."""

    id: int
    firm_id: int
    rule: str
    used: bool
    unit: str
    not_before: int | None
    not_after: int | None
    why: str
    """How the user knows: the firm's own words, experience."""
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class FirmChannel:
    """A way to a firm's support, as the user found it."""

    id: int
    firm_id: int
    channel: Channel
    topic: str
    """What it is for, where a firm has several: fiat, API."""
    place: str
    """Where it is: address, number with menu path, place in the app."""
    hours: str
    """When it is staffed, such as `Mon-Fri 09:00-18:00`; empty: not known; `24/7`."""
    zone: str
    """The IANA zone of the hours; empty: the firm's."""
    languages: tuple[str, ...]
    cost: str
    note: str
    checked_on: str
    """ISO date."""
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class Deadline:
    """A rule with a start in a case. `explanation` is the guide's JSON of the date as it stands now."""

    id: int
    case_id: int
    contact_id: int | None
    """The contact the count starts from."""
    rule: str
    start: Moment
    pauses: str
    """JSON: `[{"first": "2026-12-24", "last": "2026-12-26", "why": "…"}]`."""
    extensions: str
    """JSON: `[{"days": 5} | {"months": 2} | {"until": "2027-01-15"}, with "why"]`, in the order they were given."""
    explanation: str
    state: DeadlineState
    ended_at: datetime | None
    ended_contact_id: int | None
    """The contact that stopped it."""
    answer: str
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class Ring:
    """A reminder that a deadline makes; `rule` tells it from the deadline's others."""

    rule: str
    due: Moment
    reason: str
    explanation: str


@dataclass(frozen=True, slots=True)
class CheckMark:
    """What the user says of an item of a checklist that no record answers."""

    id: int
    case_id: int
    item: str
    state: CheckState
    note: str
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class Quote:
    """A passage of a contact that the dossier quotes, letter for letter; `note` says what it shows."""

    id: int
    case_id: int
    contact_id: int
    text: str
    note: str
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class SavedView:
    """How the user likes to see the cases: `definition` is what the list understands, as JSON."""

    id: int
    name: str
    definition: Mapping[str, object]
    saved_at: datetime


@dataclass(frozen=True, slots=True)
class Visit:
    """What was looked at, and when last."""

    kind: str
    record_id: int
    visited_at: datetime


@dataclass(frozen=True, slots=True)
class Template:
    """The user's own words for a kind of message, with placeholders. `channel` empty: for every channel."""

    id: int
    kind: LetterKind
    channel: str
    language: str
    subject: str
    text: str
    saved_at: datetime


@dataclass(frozen=True, slots=True)
class Letter:
    """A message that is not sent yet, as the user left it. `exhibits` are ids; `about` says what it answers (JSON)."""

    id: int
    case_id: int
    kind: LetterKind
    channel: Channel
    language: str
    recipient: str
    subject: str
    text: str
    exhibits: tuple[int, ...]
    about: Mapping[str, object]
    saved_at: datetime


@dataclass(frozen=True, slots=True)
class Session:
    """A chat or call under way in a case. `events` are `(name, time)` in order: started, answered, waiting, ended."""

    case_id: int
    channel: Channel
    started_at: datetime
    events: tuple[tuple[str, datetime], ...]
    words: Mapping[str, str]
    saved_at: datetime
