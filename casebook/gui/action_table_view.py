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
        "palette",
        VIEW,
        QT_TRANSLATE_NOOP("actions", "&Go to anything…"),
        QT_TRANSLATE_NOOP("actions", "Type a case, a firm, a number, words, or what you want to do"),
        "Ctrl+K",
        "search",
        new_group=True,
    ),
    Spec(
        "firm_page",
        VIEW,
        QT_TRANSLATE_NOOP("actions", "&Firm of this case"),
        QT_TRANSLATE_NOOP("actions", "See how fast this firm answers, what it promised and what it kept"),
        "Ctrl+Shift+X",
        "firm",
        needs_case=True,
    ),
    Spec(
        "search",
        VIEW,
        QT_TRANSLATE_NOOP("actions", "&Search everything"),
        QT_TRANSLATE_NOOP("actions", "Find words, ticket numbers and addresses in every case"),
        "Ctrl+Alt+K",
        "search",
    ),
    Spec(
        "find_case",
        VIEW,
        QT_TRANSLATE_NOOP("actions", "Fin&d in this case"),
        QT_TRANSLATE_NOOP("actions", "Show only the contacts with certain words, of one channel, person or ticket"),
        "Ctrl+F",
        "search",
        needs_case=True,
    ),
    Spec(
        "jump_day",
        VIEW,
        QT_TRANSLATE_NOOP("actions", "&Jump to a day…"),
        QT_TRANSLATE_NOOP("actions", "Go to what happened on a day of this case"),
        "Ctrl+J",
        "clock",
        needs_case=True,
    ),
    Spec(
        "filter",
        VIEW,
        QT_TRANSLATE_NOOP("actions", "Filte&r the cases"),
        QT_TRANSLATE_NOOP("actions", "Show only the cases with certain words, tags, or of one firm"),
        "Ctrl+Shift+Y",
        "filter",
        new_group=True,
    ),
    Spec(
        "cases_table",
        VIEW,
        QT_TRANSLATE_NOOP("actions", "Cases as a ta&ble"),
        QT_TRANSLATE_NOOP("actions", "A table above the case, with the columns that you choose by a right click"),
        "Ctrl+9",
        "table",
    ),
    Spec(
        "save_view",
        VIEW,
        QT_TRANSLATE_NOOP("actions", "Sa&ve this view…"),
        QT_TRANSLATE_NOOP("actions", "Keep filter, order, headings and columns of the case list under a name"),
        "",
        "saved",
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
