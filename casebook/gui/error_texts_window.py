"""The sentences of refusals that the window's own conveniences need, for the translators."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

WINDOW_TEMPLATES = (
    QT_TRANSLATE_NOOP("errors", "which words are to be quoted?"),
    QT_TRANSLATE_NOOP("errors", "contact {number} is in no case yet: file it first"),
    QT_TRANSLATE_NOOP("errors", "contact {number} does not say that: quote its own words"),
    QT_TRANSLATE_NOOP("errors", "a view needs a name"),
    QT_TRANSLATE_NOOP("errors", "there is a view named '{name}' already"),
    QT_TRANSLATE_NOOP("errors", "there is no view {number} in this casebook"),
)
"""Further templates go at the end here."""
