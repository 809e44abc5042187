"""What is said of a sender: where it stands, and the findings that say so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from casebook.journal.incoming import Official


class Standing(StrEnum):
    """How a sender stands to the firms of the casebook. `KNOWN` says what the From line names, not who typed it."""

    KNOWN = "known"
    STALE = "stale"
    UNKNOWN = "unknown"
    LOOK_ALIKE = "look-alike"
    NOT_THE_FIRM = "not-the-firm"


class Found(StrEnum):
    """The kinds of finding; each has one sentence."""

    OFFICIAL_ADDRESS = "official-address"
    OFFICIAL_DOMAIN = "official-domain"
    OFFICIAL_HANDLE = "official-handle"
    VERIFIED_LONG_AGO = "verified-long-ago"
    WITHDRAWN = "withdrawn"
    NOTHING_VERIFIED = "nothing-verified"
    OTHER_ADDRESS = "other-address"
    SAME_LETTERS = "same-letters"
    FEW_LETTERS = "few-letters"
    OTHER_ENDING = "other-ending"
    SUBDOMAIN = "subdomain"
    NAME_IN_DOMAIN = "name-in-domain"
    MIXED_SCRIPTS = "mixed-scripts"
    DISPLAY_NAME = "display-name"
    NAME_MENTIONS = "name-mentions"
    NAME_IS_ADDRESS = "name-is-address"
    FREE_MAIL = "free-mail"
    NAME_IN_ADDRESS = "name-in-address"
    RENTED_DESK = "rented-desk"
    REPLY_ELSEWHERE = "reply-elsewhere"
    REPLY_LOOK_ALIKE = "reply-look-alike"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing seen. `warns` where it speaks for an impostor; `values` fill its sentence (see `words`)."""

    what: Found
    warns: bool = False
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Sender:
    """What a message says of its sender: address, the name shown with it, and where an answer would go."""

    address: str
    name: str = ""
    reply_to: str = ""


@dataclass(frozen=True, slots=True)
class Assessment:
    """Where a sender stands. `firm_id` is the firm it belongs to, or claims or seems to be."""

    standing: Standing
    firm_id: int | None = None
    official: Official | None = None
    """The official contact it matched."""
    findings: tuple[Finding, ...] = ()

    @property
    def warns(self) -> bool:
        """Whether anything speaks for an impostor: then nothing is to be filed without asking."""
        return any(finding.warns for finding in self.findings)

    @property
    def is_the_firm(self) -> bool:
        """Whether the sender named is an official contact and nothing speaks against it."""
        return self.standing in {Standing.KNOWN, Standing.STALE} and not self.warns
