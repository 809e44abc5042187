"""The one door: every secret in a text, each place once."""

from __future__ import annotations

from collections.abc import Collection

from casebook.guide.secrets import keys, phrases, typed
from casebook.guide.secrets.kinds import Secret


def find(text: str, known: Collection[str] = ()) -> list[Secret]:
    """Return the suspected secrets of a text in their order; of two that overlap the longer one.

    `known` are identifiers that are recorded as such (TxIDs, addresses, order numbers): they are none.
    """
    if len(text) < _SHORTEST:
        return []
    harmless = {value.casefold() for value in known}
    found = [*phrases.find(text), *keys.find(text), *typed.find(text)]
    kept: list[Secret] = []
    for secret in sorted(found, key=lambda s: (s.start - s.end, s.start)):
        if text[secret.start : secret.end].casefold() in harmless:
            continue
        if all(secret.end <= other.start or other.end <= secret.start for other in kept):
            kept.append(secret)
    return sorted(kept, key=lambda s: s.start)


_SHORTEST = 8
