"""The actions of the Edit menu: see `action_table`."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from casebook.gui.action_spec import Spec

EDIT = "edit"

EDIT_SPECS: tuple[Spec, ...] = (
    Spec(
        "undo",
        EDIT,
        QT_TRANSLATE_NOOP("actions", "&Undo"),
        QT_TRANSLATE_NOOP("actions", "Take back what was done last in this window"),
        "Ctrl+Z",
        "undo",
    ),
    Spec(
        "copy",
        EDIT,
        QT_TRANSLATE_NOOP("actions", "&Copy"),
        QT_TRANSLATE_NOOP("actions", "Copy what is chosen where the cursor is"),
        icon="copy",
        new_group=True,
    ),
    Spec(
        "select_all",
        EDIT,
        QT_TRANSLATE_NOOP("actions", "&Select all"),
        QT_TRANSLATE_NOOP("actions", "Choose everything where the cursor is"),
    ),
    Spec(
        "tag_case",
        EDIT,
        QT_TRANSLATE_NOOP("actions", "Ta&gs…"),
        QT_TRANSLATE_NOOP("actions", "Words of your own that cases are sorted and filtered by"),
        "Ctrl+Shift+J",
        "tag",
        needs_case=True,
        new_group=True,
    ),
    Spec(
        "with_selected",
        EDIT,
        QT_TRANSLATE_NOOP("actions", "&With the selected cases…"),
        QT_TRANSLATE_NOOP("actions", "Close, tag, export or delete all cases that are selected in the list"),
        "Ctrl+B",
        "done",
        needs_case=True,
    ),
)
"""In the order of the menu."""
