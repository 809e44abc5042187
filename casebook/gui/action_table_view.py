"""The actions of the View menu: see `action_table`."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from casebook.gui.action_spec import Spec

VIEW = "view"

VIEW_SPECS: tuple[Spec, ...] = (
    Spec("today", VIEW, QT_TRANSLATE_NOOP("actions", "&Today"), "", "Ctrl+1", "today"),
    Spec("inbox", VIEW, QT_TRANSLATE_NOOP("actions", "&Inbox"), "", "Ctrl+2", "inbox"),
    Spec("open", VIEW, QT_TRANSLATE_NOOP("actions", "&Open cases"), "", "Ctrl+3", "open"),
    Spec("waiting", VIEW, QT_TRANSLATE_NOOP("actions", "&Waiting on them"), "", "Ctrl+4", "waiting"),
    Spec("closed", VIEW, QT_TRANSLATE_NOOP("actions", "&Closed cases"), "", "Ctrl+5", "closed"),
    Spec(
        "search",
        VIEW,
        QT_TRANSLATE_NOOP("actions", "&Search everything"),
        QT_TRANSLATE_NOOP("actions", "Find words, ticket numbers and addresses in every case"),
        "Ctrl+K",
        "search",
        new_group=True,
    ),
    Spec(
        "theme_system",
        VIEW,
        QT_TRANSLATE_NOOP("actions", "Light or dark as the &system"),
        new_group=True,
        choice="theme",
    ),
    Spec("theme_light", VIEW, QT_TRANSLATE_NOOP("actions", "&Light"), choice="theme", icon="sun"),
    Spec("theme_dark", VIEW, QT_TRANSLATE_NOOP("actions", "&Dark"), choice="theme", icon="moon"),
    Spec(
        "language_system",
        VIEW,
        QT_TRANSLATE_NOOP("actions", "L&anguage of the system"),
        new_group=True,
        choice="language",
    ),
    Spec("language_en", VIEW, "English", choice="language", icon="language"),
    Spec("language_zh", VIEW, "中文", choice="language", icon="language"),
)
"""In the order of the menu."""
