"""The screen as somebody uses it who cannot see it: keys go in, the accessibility tree comes out.

Run by the system's Python, which has the bindings of AT-SPI; nothing of the project can be imported here.
"""

from __future__ import annotations

import os
import re
import subprocess
import time
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import gi  # type: ignore[import-not-found]

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # type: ignore[import-not-found]  # noqa: E402  (once its version is chosen)

_PATIENCE = 120.0
"""Seconds after which what does not appear is not coming."""
_A_MOMENT = 1.5
"""Seconds within which a key has moved the focus, if it does."""


class Screen:
    """One application on the screen; counts the keys and clicks it gets, and the letters typed into it."""

    def __init__(self, language: str, translations: Path) -> None:
        self.keys = self.letters = 0
        self.log: list[str] = []
        self._words = _chinese(translations) if language == "zh" else {}

    def says(self, english: str) -> str:
        """Return what the window says for an English text, in the language of this run.

        `File in {case}=C-1` is a text with something filled in.
        """
        english, _, filling = english.partition("=")
        words, dash, rest = english.partition(" — ")  # the title of a dialog ends in the program's name
        said = self._words.get(words, words).split("(&")[0].replace("&", "")
        if filling:
            said = re.sub(r"\{\w+\}", filling, said)
        said = said.split("{")[0]
        return said + dash + rest

    # ---- what is done ------------------------------------------------------------------------------------------------

    def press(self, *keys: str) -> None:
        """Press keys one after the other, each counted once: `ctrl+n`, `Return`."""
        for key in keys:
            self.keys += 1
            self.log.append(key)
            _xdotool("key", "--clearmodifiers", key)

    def type(self, words: str) -> None:
        """Type words, which are not counted as keys, and wait until they stand where the cursor is."""
        field = self.wait(self.focused, "the focus")
        before = text_of(field)
        if words.isascii():
            _xdotool("type", "--delay", "15", words)
        else:  # as an input method commits them: all at once
            field.get_editable_text_iface().set_text_contents(before + words)
        self.letters += len(words)
        self.log.append(f"“{words}”")
        self.wait(lambda: words in text_of(field) and text_of(field) != before, f"“{words}” in {told(field)}")

    def tab_to(self, name: str, key: str = "Tab") -> Any:
        """Press Tab until the focus is on something of this (English) name, as somebody without a mouse does."""
        said = self.says(name)
        for _press in range(40):
            was = self.wait(self.focused, "the focus")
            if said in names_of(was):
                return was
            self.press(key)
            # Within a field for times Tab goes from the hours to the minutes first.
            self._until(lambda was=was: self.focused() not in (None, was), _A_MOMENT)
        raise AssertionError(f"Tab does not come to “{said}”; on the screen:\n{self.picture()}")

    # ---- what is seen ------------------------------------------------------------------------------------------------

    def wait(self, found: Callable[[], Any], what: str) -> Any:
        """Wait until something is there and return it."""
        if it := self._until(found, _PATIENCE):
            return it
        raise AssertionError(f"no {what} after {self.log}; on the screen:\n{self.picture()}")

    def _until(self, found: Callable[[], Any], seconds: float) -> Any:
        """Return what is found within so many seconds, or None."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            try:
                if it := found():
                    return it
            except GLib.Error:
                pass  # what was looked at went away meanwhile
            time.sleep(0.02)
        return None

    def sees(self, name: str, role: str = "", *, part: bool = False) -> Any:
        """Wait for something of this (English) name, or with it as a part of its name, and return it."""
        said = self.says(name)
        return self.wait(lambda: self.find(said, role, part=part), f"{role} “{said}”")

    def gone(self, name: str, role: str = "") -> None:
        """Wait until nothing of this (English) name is on the screen any more, and another window has the keys."""
        said = self.says(name)
        self.wait(lambda: self.find(said, role) is None, f"end of “{said}”")
        active = Atspi.StateType.ACTIVE
        self.wait(lambda: any(each.get_state_set().contains(active) for each in self.windows()), "window with the keys")

    def find(self, said: str, role: str = "", *, part: bool = False) -> Any:
        """Return what is on the screen under this name now, or None."""
        for each in self.everything():
            name = each.get_name() or ""
            if (said in name if part else said == name) and (not role or each.get_role_name() == role):
                return each
        return None

    def focus_on(self, name: str) -> Any:
        """Wait until the focus is on something of this (English) name or description."""
        said = self.says(name)

        def there() -> Any:
            it = self.focused()
            return it if it is not None and said in names_of(it) else None

        return self.wait(there, f"focus on “{said}”")

    def focus_in(self, dialog: str, role: str) -> Any:
        """Wait until something of this role has the focus in a dialog; for those that are not the program's own."""
        self.sees(dialog, "dialog")
        return self.wait(lambda: (it := self.focused()) and it.get_role_name() == role and it, f"focus on a {role}")

    def focused(self) -> Any:
        """Return what has the focus now, or None: the innermost of the newest window that has it."""
        for window in self.windows():
            inside = [each for each in _below(window) if _has_focus(each)]
            if inside:  # the ground of a text field says so of itself, too, but has no name
                return next((each for each in reversed(inside) if each.get_name()), inside[-1])
        return None

    def windows(self) -> Iterator[Any]:
        """Give the windows of the application, the newest first."""
        desk = Atspi.get_desktop(0)
        for number in range(desk.get_child_count()):
            app = desk.get_child_at_index(number)
            if app is not None and (app.get_name() or "").lower() == "casebook":
                yield from (app.get_child_at_index(index) for index in reversed(range(app.get_child_count())))

    def everything(self) -> Iterator[Any]:
        """Give all that is on the screen, the newest window first."""
        for window in self.windows():
            yield from _below(window)

    def picture(self) -> str:
        """Return what is on the screen in words, for a report."""
        lines = []
        for each in self.everything():
            if each.get_name() or text_of(each):
                mark = " <- focus" if each.get_state_set().contains(Atspi.StateType.FOCUSED) else ""
                lines.append(f"  {each.get_role_name()} “{each.get_name()}” {text_of(each)[:60]!r}{mark}")
        return "\n".join(lines)


def text_of(each: Any) -> str:
    """Return the text that stands in a field."""
    words = each.get_text_iface()
    return words.get_text(0, -1) if words is not None else ""


def told(each: Any) -> str:
    """Return what a report calls a thing on the screen."""
    return f"{each.get_role_name()} “{each.get_name()}”"


def _has_focus(each: Any) -> bool:
    """Return whether keys go to this; the present row of a list says so of itself even while they do not."""
    focused = Atspi.StateType.FOCUSED
    if not each.get_state_set().contains(focused):
        return False
    holder = each.get_parent()
    views = {"list", "table", "tree", "tree table"}
    return holder is None or holder.get_role_name() not in views or holder.get_state_set().contains(focused)


def _below(top: Any) -> Iterator[Any]:
    if top is None or not top.get_state_set().contains(Atspi.StateType.SHOWING):
        return
    yield top
    for index in range(min(top.get_child_count(), 200)):
        yield from _below(top.get_child_at_index(index))


def names_of(each: Any) -> set[str]:
    """Return all that a thing may be known by: its name, its description, the caption beside it."""
    names = {each.get_name(), each.get_description()}
    holder = each.get_parent()
    if holder is not None and each.get_role_name() in {"list item", "table cell", "tree item"}:
        names.add(holder.get_name())
    for relation in each.get_relation_set():
        if relation.get_relation_type() == Atspi.RelationType.LABELLED_BY:
            names.add(relation.get_target(0).get_name())
    return names


def _xdotool(*arguments: str) -> None:
    # In a language whose locale the machine has not, xdotool could not read the words it is to type.
    subprocess.run(["xdotool", *arguments], check=True, timeout=30, env={**os.environ, "LC_ALL": "C.UTF-8"})


def _chinese(path: Path) -> dict[str, str]:
    made = {}
    for message in ET.parse(path).iter("message"):
        made.setdefault(message.findtext("source", ""), message.findtext("translation", ""))
    return made
