"""Reminders in the language that was asked for, and which language that is where nobody says."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace

from casebook import paths
from casebook.cli.session import Session
from casebook.guide.reminder_words import reason_in
from casebook.journal.listings import DueRow
from casebook.journal.records import FollowUp
from casebook.settings import Settings


def worded(session: Session, found: Sequence[FollowUp], language: str | None) -> list[FollowUp]:
    """Return follow-ups that speak a language where a template made their words; None: as they were made."""
    if language is None:
        return list(found)
    rules = session.guide().rules
    return [replace(each, reason=reason_in(language, each, rules)) for each in found]


def worded_rows(session: Session, rows: Sequence[DueRow], language: str | None) -> list[DueRow]:
    """Return rows of what is due that speak a language; see `worded`."""
    spoken = worded(session, [row.follow_up for row in rows], language)
    return [replace(row, follow_up=each) for row, each in zip(rows, spoken, strict=True)]


def own_language() -> str:
    """Return the language that the user chose for the window, else the system's, English where that is neither."""
    if chosen := Settings.load(paths.settings_file()).language:
        return chosen
    system = next((value for name in ("LC_ALL", "LC_MESSAGES", "LANG") if (value := os.environ.get(name))), "")
    return "zh" if system.lower().startswith("zh") else "en"
