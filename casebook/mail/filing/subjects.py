"""What a subject line says without the marks that mail programs put before it."""

from __future__ import annotations

import re

_ANSWER = "re|aw|sv|vs|antw|odp|ynt|res|rif|回复|回覆|答复|答覆|答"
_PASSED_ON = "fw|fwd|wg|tr|rv|enc|doorst|vb|i|转发|轉寄|轉發|転送|전달"
_BRACKETS = r"(?:\[[^\]\[]{1,60}\]\s*)?"
_MARK = re.compile(rf"^\s*(?:(?:{_ANSWER}|{_PASSED_ON})\s*(?:\[\d+\]|\(\d+\))?\s*[:：]\s*)+", re.IGNORECASE)
_FORWARD = re.compile(
    rf"^\s*{_BRACKETS}(?:(?:{_ANSWER})\s*(?:\[\d+\])?\s*[:：]\s*){{0,20}}(?:{_PASSED_ON})\s*(?:\[\d+\])?\s*[:：]",
    re.IGNORECASE,
)
_TOKEN = re.compile(r"\[(?=[^\]\[]{0,40}\d)[^\]\[]{1,40}\]|\((?=[^()]{0,40}\d)[^()]{1,40}\)")
_LEAST = 6


def bare_subject(subject: str) -> str:
    """Return the subject without the `Re:`, `Fwd:`, `回复：` marks before it."""
    return _MARK.sub("", subject).strip()


def forwarded(subject: str) -> bool:
    """Return whether the subject says that a message is passed on: it may be about anything, and by anybody."""
    return _FORWARD.match(subject) is not None


def subject_key(subject: str) -> str:
    """Return what two subjects share that may well be of one conversation; empty for what is too short to tell."""
    key = " ".join(_TOKEN.sub(" ", bare_subject(subject)).casefold().split())
    return key if len(key.encode()) >= _LEAST else ""
