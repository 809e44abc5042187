"""What of an exception may be written to a log: where it happened and of which kind, never the words of a record.

A log lies outside of the casebook: it is not encrypted with it, and no purge reaches it.
"""

from __future__ import annotations

import traceback

from casebook.journal.errors import CasebookError

_WORDLESS = (AttributeError, ImportError, MemoryError, NameError, NotImplementedError, RecursionError, TypeError)
"""Kinds whose messages name parts of the program, not values."""
_DEEPEST = 10


def trace(error: BaseException) -> str:
    """Return the stack of an exception and of what it came from, as Python prints them, without values."""
    parts: list[str] = []
    current: BaseException | None = error
    while current is not None and len(parts) < _DEEPEST:
        stack = "".join(traceback.format_tb(current.__traceback__))
        parts.append(f"Traceback (most recent call last):\n{stack}{_named(current)}\n")
        current = current.__cause__ or (None if current.__suppress_context__ else current.__context__)
    return "\nwhich led to:\n\n".join(reversed(parts))


def _named(error: BaseException) -> str:
    name = type(error).__qualname__
    if isinstance(error, CasebookError):
        return f"{name}: {error.template}"
    if isinstance(error, OSError):
        return f"{name}: {error.strerror}"
    # Exactly this kind: what is derived from it may carry anything.
    if type(error) is RuntimeError or isinstance(error, _WORDLESS):
        return f"{name}: {error}"
    return f"{name} (its words are left out)"
