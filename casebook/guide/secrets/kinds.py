"""What a suspected secret is: its kind and its place in the text, never the words themselves."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class SecretKind(StrEnum):
    """The kinds of secret that are told apart."""

    SEED_PHRASE = "seed-phrase"
    PRIVATE_KEY = "private-key"
    CARD_NUMBER = "card-number"
    API_SECRET = "api-secret"  # noqa: S105 - the name of a kind
    PASSWORD = "password"  # noqa: S105 - the name of a kind


@dataclass(frozen=True, slots=True)
class Secret:
    """One suspected secret: `text[start:end]` of the text that was searched."""

    kind: SecretKind
    start: int
    end: int
