"""What can go wrong with the window's conveniences and with time stamps, in translated words: see `error_texts`."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

WINDOW_TEMPLATES = (
    QT_TRANSLATE_NOOP("errors", "which words are to be quoted?"),
    QT_TRANSLATE_NOOP("errors", "contact {number} is in no case yet: file it first"),
    QT_TRANSLATE_NOOP("errors", "contact {number} does not say that: quote its own words"),
    QT_TRANSLATE_NOOP("errors", "a view needs a name"),
    QT_TRANSLATE_NOOP("errors", "there is a view named '{name}' already"),
    QT_TRANSLATE_NOOP("errors", "there is no view {number} in this casebook"),
    QT_TRANSLATE_NOOP("errors", "there is no ledger entry {number}"),
    QT_TRANSLATE_NOOP("errors", "what ledger entry {number} tells of cannot be taken back"),
    QT_TRANSLATE_NOOP("errors", "{label} cannot be taken back: its earlier words were erased"),
    QT_TRANSLATE_NOOP("errors", "{label} was changed since: take that back first, or change it by hand"),
    QT_TRANSLATE_NOOP("errors", "{label} stays: something that was recorded since names it"),
)
"""Further templates go at the end here."""

STAMP_NOUNS = (
    QT_TRANSLATE_NOOP("nouns", "it did not answer in time"),
    QT_TRANSLATE_NOOP("nouns", "it cannot be read as a time stamp"),
    QT_TRANSLATE_NOOP("nouns", "it is too long for a time stamp"),
    QT_TRANSLATE_NOOP("nouns", "the service refused to give a time stamp"),
    QT_TRANSLATE_NOOP("nouns", "it is a time stamp of other bytes"),
    QT_TRANSLATE_NOOP("nouns", "it answers another question than the one that was sent"),
    QT_TRANSLATE_NOOP("nouns", "it is not signed by exactly one service"),
    QT_TRANSLATE_NOOP("nouns", "its signature is wrong"),
    QT_TRANSLATE_NOOP("nouns", "its certificate is not one for time stamps"),
    QT_TRANSLATE_NOOP("nouns", "its certificate was not valid at the time that it states"),
)
"""Why a time stamp was refused."""
