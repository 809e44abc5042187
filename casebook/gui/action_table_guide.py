"""The actions of the guide: what to do next, and the words for it."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from casebook.gui.action_spec import Spec

GUIDE = "guide"

GUIDE_SPECS: tuple[Spec, ...] = (
    Spec(
        "due",
        GUIDE,
        QT_TRANSLATE_NOOP("actions", "What is d&ue now"),
        QT_TRANSLATE_NOOP("actions", "All follow-ups that ring, ready to be answered"),
        "F9",
        "bell",
    ),
    Spec(
        "write",
        GUIDE,
        QT_TRANSLATE_NOOP("actions", "&Write to them…"),
        QT_TRANSLATE_NOOP("actions", "A message to the firm, made ready from what is recorded"),
        "Ctrl+M",
        "mail",
        needs_case=True,
    ),
    Spec(
        "templates",
        GUIDE,
        QT_TRANSLATE_NOOP("actions", "&My templates…"),
        QT_TRANSLATE_NOOP("actions", "The words of your messages, with places for facts"),
    ),
    Spec(
        "letter",
        GUIDE,
        QT_TRANSLATE_NOOP("actions", "Dra&ft a letter…"),
        QT_TRANSLATE_NOOP("actions", "Complaint, summary or police facts, written from what is recorded"),
        "Ctrl+D",
        "edit",
        needs_case=True,
    ),
    Spec(
        "checklist",
        GUIDE,
        QT_TRANSLATE_NOOP("actions", "Chec&klist…"),
        QT_TRANSLATE_NOOP("actions", "What they will ask for and what is there; subject line; names for attachments"),
        "Ctrl+Shift+G",
        "check",
        needs_case=True,
    ),
    Spec(
        "help_search",
        GUIDE,
        QT_TRANSLATE_NOOP("actions", "&Help-centre search…"),
        QT_TRANSLATE_NOOP("actions", "Note what you looked up, with words that are still worth trying"),
        "Ctrl+Shift+H",
        "help-centre",
        needs_case=True,
    ),
    Spec(
        "start_chat",
        GUIDE,
        QT_TRANSLATE_NOOP("actions", "Start a &chat"),
        QT_TRANSLATE_NOOP("actions", "A live chat begins now: count the waiting, keep every step with its time"),
        "Ctrl+Shift+C",
        "chat",
        needs_case=True,
        new_group=True,
    ),
    Spec(
        "start_call",
        GUIDE,
        QT_TRANSLATE_NOOP("actions", "Start a ca&ll"),
        QT_TRANSLATE_NOOP("actions", "A call begins now: its card keeps number, menu, waiting, cost and consent"),
        "Ctrl+Shift+K",
        "phone",
        needs_case=True,
    ),
    Spec(
        "deadlines",
        GUIDE,
        QT_TRANSLATE_NOOP("actions", "&Deadlines…"),
        QT_TRANSLATE_NOOP("actions", "When the next door opens, when it closes, and why then"),
        "Ctrl+Shift+U",
        "clock",
        needs_case=True,
    ),
    Spec(
        "calendar",
        GUIDE,
        QT_TRANSLATE_NOOP("actions", "Follow-ups for your &phone…"),
        QT_TRANSLATE_NOOP("actions", "Write follow-ups into a calendar file, or keep one up to date"),
        "Ctrl+Shift+F",
        "clock",
        new_group=True,
    ),
    Spec(
        "reminders",
        GUIDE,
        QT_TRANSLATE_NOOP("actions", "Remi&nders on this computer…"),
        QT_TRANSLATE_NOOP("actions", "Notifications, tray, closing the window, and the start at login"),
        "Ctrl+Shift+R",
        "bell",
    ),
    Spec(
        "where",
        GUIDE,
        QT_TRANSLATE_NOOP("actions", "Where to &turn…"),
        QT_TRANSLATE_NOOP("actions", "The ways to the firm for this problem, at this hour, the best first"),
        "Ctrl+Shift+O",
        "question",
        needs_case=True,
        new_group=True,
    ),
    Spec(
        "ladder",
        GUIDE,
        QT_TRANSLATE_NOOP("actions", "&Escalation…"),
        QT_TRANSLATE_NOOP("actions", "What was tried, what comes next and not before when, what closes"),
        "Ctrl+Shift+D",
        "arrow-out",
        needs_case=True,
    ),
)
"""In the order of the menu."""
