"""The actions of the guide: what to do next, and the words for it."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from casebook.gui.action_spec import Spec

GUIDE = "guide"

GUIDE_SPECS: tuple[Spec, ...] = (
    Spec(
        "letter",
        GUIDE,
        QT_TRANSLATE_NOOP("actions", "Dra&ft a letter…"),
        QT_TRANSLATE_NOOP("actions", "Complaint, summary or police facts, written from what is recorded"),
        "Ctrl+D",
        "edit",
        needs_case=True,
    ),
)
"""In the order of the menu."""
