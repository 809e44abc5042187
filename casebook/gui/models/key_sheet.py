"""The sheet of all keys, from the table of actions: as rows to look through, and as markup to show and to print."""

from __future__ import annotations

import html
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence

from casebook.gui.action_table import MENUS
from casebook.gui.actions import Actions, plain


@dataclass(frozen=True, slots=True)
class Key:
    """What one key does, and under which heading it stands."""

    group: str
    words: str
    key: str

    def holds(self, wanted: Iterable[str]) -> bool:
        """Return whether all of these words are in it; a key is found by its own name, such as `ctrl+m`."""
        text = f"{self.group} {self.words} {self.key}".casefold()
        return all(word in text for word in wanted)


def keys_of(actions: Actions, more: Iterable[tuple[str, str]] = ()) -> list[Key]:
    """Return each menu's keys, then `more` (words, key) of the panes."""
    found = []
    for menu, caption in MENUS.items():
        heading = QCoreApplication.translate("actions", str(caption)).replace("&", "").partition("(")[0]
        for spec, action in actions:
            if spec.menu == menu and not action.shortcut().isEmpty():
                key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
                words = actions.caption(spec.name) if spec.name == "undo" else ""
                found.append(Key(heading, plain_words(words) or plain(action), key))
    rest = QCoreApplication.translate("HelpDialog", "In lists and fields")
    return found + [Key(rest, words, key) for words, key in more]


def plain_words(caption: str) -> str:
    """Return a caption without its mnemonic."""
    return caption.replace("&", "").partition("(")[0]


def markup(keys: Sequence[Key], words: str = "") -> str:
    """Return the sheet as markup, of the keys with these words."""
    wanted, group = words.casefold().split(), ""
    parts = ["<table width='100%' cellspacing='0' cellpadding='3'>"]
    for key in keys:
        if not key.holds(wanted):
            continue
        if key.group != group:
            group = key.group
            parts.append(f"<tr><th colspan='2'>{html.escape(group)}</th></tr>")
        parts.append(
            f"<tr><td>{html.escape(key.words)}</td><td class='key' align='right'>{html.escape(key.key)}</td></tr>"
        )
    return "".join([*parts, "</table>"])
