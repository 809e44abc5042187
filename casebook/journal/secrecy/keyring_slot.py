"""The system's keyring, asked so that nothing can go wrong: no answer in time, no keyring, an error are all "no"."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

T = TypeVar("T")

_SERVICE = "Casebook"
PATIENCE = 4.0
"""Seconds: a keyring that is locked may ask its user, who may not be there."""


def load(names: Sequence[str], patience: float = PATIENCE) -> dict[str, str]:
    """Return what the keyring keeps under each of these names, as far as it keeps and tells it."""

    def look(ring: Any) -> dict[str, str]:
        found = {name: ring.get_password(_SERVICE, name) for name in names}
        return {name: secret for name, secret in found.items() if secret}

    return _ask(look, patience) or {}


def save(name: str, secret: str, patience: float = PATIENCE) -> bool:
    """Keep a secret in the keyring; return whether it can be read back."""

    def keep(ring: Any) -> bool:
        ring.set_password(_SERVICE, name, secret)
        return bool(ring.get_password(_SERVICE, name) == secret)

    return _ask(keep, patience) or False


def drop(names: Sequence[str], patience: float = PATIENCE) -> None:
    """Take secrets out of the keyring, as far as they are there."""

    def take(ring: Any) -> None:
        for name in names:
            if ring.get_password(_SERVICE, name) is not None:
                ring.delete_password(_SERVICE, name)

    _ask(take, patience)


def usable(patience: float = PATIENCE) -> bool:
    """Return whether this computer has a keyring that keeps secrets encrypted."""
    return _ask(lambda _ring: True, patience) or False


def _ask(question: Callable[[Any], T | None], patience: float) -> T | None:
    """Return the keyring's answer, or None where there is no proper keyring, no answer in time, or an error."""
    answers: list[T | None] = []

    def work() -> None:
        try:
            if (ring := _ring()) is not None:
                answers.append(question(ring))
        except Exception:  # keyrings raise whatever their system raises; none of it is the user's business here
            return

    # A thread of its own that nobody waits for at the end: a keyring may wait for its user for ever.
    thread = threading.Thread(target=work, name="casebook-keyring", daemon=True)
    thread.start()
    thread.join(patience)
    return answers[0] if answers else None


def _ring() -> Any:
    """Return the first keyring that keeps secrets encrypted, or None.

    keyring rates its backends, and one below 1 is not recommended: those that do nothing, always fail, or write to a
    plain file.
    """
    import keyring

    chosen: Any = keyring.get_keyring()
    for ring in getattr(chosen, "backends", [chosen]):
        if ring.priority >= 1:
            return ring
    return None
