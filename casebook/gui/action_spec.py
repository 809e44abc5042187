"""What an action of the window is: name, menu, words, key, icon."""

from __future__ import annotations

from typing import NamedTuple


class Spec(NamedTuple):
    """One action. `needs_case`: only while a case is shown; `needs_key`: only in an encrypted casebook.

    An empty `hint` means that the caption says it all. Caption and hint are English source text (`QT_TRANSLATE_NOOP`
    calls its result an object).
    """

    name: str
    menu: str
    caption: object
    hint: object = ""
    key: str = ""
    icon: str = ""
    needs_case: bool = False
    needs_key: bool = False
    new_group: bool = False
    choice: str = ""
    """The name of the group that this action is one radio choice of."""
