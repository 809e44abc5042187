"""What a write changed: the one currency between the journal and whoever shows it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from enum import StrEnum


class Kind(StrEnum):
    """The kinds of thing the journal keeps; also the word before the colon in a ledger entry."""

    FIRM = "firm"
    ACCOUNT = "account"
    CASE = "case"
    CONTACT = "contact"
    MAIL = "mail"
    TICKET = "ticket"
    REFERENCE = "reference"
    EXHIBIT = "exhibit"
    PROMISE = "promise"
    REQUEST = "request"
    FOLLOW_UP = "follow_up"
    AMENDMENT = "amendment"
    IMPORTED_CASE = "imported_case"
    TRANSFER = "transfer"
    LOSS = "loss"
    REDACTION = "redaction"
    EXPORT = "export"
    ANSWER = "answer"
    MAIL_COPY = "mail_copy"
    CHAT = "chat"
    OFFICIAL = "official"
    PHISHING_CODE = "phishing_code"
    DKIM = "dkim"
    MAILBOX = "mailbox"
    FIRM_RULE = "firm_rule"
    FIRM_CHANNEL = "firm_channel"
    DEADLINE = "deadline"
    CHECK_MARK = "check_mark"
    TEMPLATE = "template"
    LETTER = "letter"
    SESSION = "session"
    QUOTE = "quote"
    SAVED_VIEW = "saved_view"


WITH_FILES = (Kind.EXHIBIT, Kind.MAIL, Kind.IMPORTED_CASE, Kind.REDACTION, Kind.MAIL_COPY, Kind.CHAT)
"""The kinds whose records name a file in the store."""
UNTOLD = frozenset({Kind.MAILBOX, Kind.TEMPLATE, Kind.LETTER, Kind.SESSION, Kind.SAVED_VIEW})
"""Kinds that are no fact of a case: the ledger does not tell of them."""


@dataclass(frozen=True, slots=True)
class Changes:
    """Which records a write touched.

    `made` is the id of the record the call was about (new or edited); `ids` holds every touched id by kind;
    `cases` the local numbers of all cases whose page now looks different.
    """

    made: int = 0
    ids: Mapping[Kind, AbstractSet[int]] = field(default_factory=dict)
    cases: frozenset[int] = frozenset()

    def touches(self, *kinds: Kind) -> bool:
        """Return whether any record of one of these kinds changed."""
        return any(self.ids.get(kind) for kind in kinds)

    @staticmethod
    def merged(parts: Iterable[Changes]) -> Changes:
        """Return one Changes for several writes; `made` is the last one's."""
        made, ids, cases = 0, {}, set[int]()  # type: int, dict[Kind, set[int]], set[int]
        for part in parts:
            made = part.made
            cases |= part.cases
            for kind, touched in part.ids.items():
                ids.setdefault(kind, set()).update(touched)
        return Changes(made, {kind: frozenset(v) for kind, v in ids.items()}, frozenset(cases))
