"""One finding of the gap report: what is missing, where, and what the user says to it. Values only, no words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from casebook.journal.changes import Kind


class Gap(StrEnum):
    """What can be found, in the order in which it is shown: what stops an export stands first."""

    SECRET = "secret"  # noqa: S105 - the name of a kind
    """Something that looks like a key, a seed phrase, a card number or a password. Blocks the export."""
    NO_CONSENT = "no-consent"
    """A recording without the consent of those heard; it does not go out."""
    PROMISE_LATE = "promise-late"
    """A promise past its date without a word on what became of it."""
    REQUEST_OPEN = "request-open"
    """Something that the firm asked for and that was not supplied."""
    SILENCE = "silence"
    """More than a week in which nothing was recorded."""
    NO_EXHIBIT = "no-exhibit"
    """A claim that no document stands behind."""
    CALL_ALONE = "call-alone"
    """A call that was not confirmed in writing within days."""
    NO_SOURCE = "no-source"
    """An exhibit that does not say who captured it, where and with what."""
    UNREAD = "unread"
    """A file that came with a mail and was never opened here."""
    CHECKLIST = "checklist"
    """Evidence that this kind of problem usually needs."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding. `key` stays the same while the gap does, so that an answer finds it again."""

    key: str
    kind: Gap
    place: tuple[Kind, int]
    """The record to go to: its kind and id."""
    values: Mapping[str, object] = field(default_factory=dict)
    """What the words for it need: labels, names, moments, counts; never the secret itself."""
    blocking: bool = False
    answer: str = ""
    """The user's own words on it; empty while it is not answered."""

    @property
    def stops(self) -> bool:
        """Whether it keeps the dossier from being made."""
        return self.blocking and not self.answer
