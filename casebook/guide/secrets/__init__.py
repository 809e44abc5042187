"""Finds what must not go out: seed phrases, private keys, card numbers, API secrets, passwords. Pure, no network."""

from casebook.guide.secrets.finder import find
from casebook.guide.secrets.kinds import Secret, SecretKind

__all__ = ["Secret", "SecretKind", "find"]
