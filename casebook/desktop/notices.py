"""A notification as Casebook asks for it, and what comes back of it; the same on every system."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from casebook.journal.errors import CasebookError

APP_NAME = "Casebook"
OPEN = "default"
"""The key of a click on the notification itself, on every desktop that knows one."""
_LONGEST_TITLE, _LONGEST_BODY = 120, 400


class NoNotifications(CasebookError):
    """This desktop shows no notifications now."""


@dataclass(frozen=True, slots=True)
class Notice:
    """What is shown. `tag` is Casebook's own name for it: another one of that name takes its place."""

    tag: str
    title: str
    body: str = ""
    buttons: tuple[tuple[str, str], ...] = ()
    """Key and caption of each, in order. A click on the notification itself has the key `OPEN`."""

    def cut(self) -> Notice:
        """Return it in a length that fits on a screen, without control characters."""
        title = " ".join(_clean(self.title).split())[:_LONGEST_TITLE]
        return Notice(self.tag, title, _clean(self.body)[:_LONGEST_BODY], self.buttons)


@dataclass(frozen=True, slots=True)
class Service:
    """Who shows notifications here, and what it can do. `name` is empty where nobody answers."""

    name: str = ""
    has_buttons: bool = False
    has_markup: bool = False


@dataclass(frozen=True, slots=True)
class Pressed:
    """A button, or the notification itself, was pressed. `token` lets a window come forward on Wayland."""

    tag: str
    key: str
    token: str = ""


@dataclass(frozen=True, slots=True)
class Closed:
    """A notification is gone, and nothing was answered by that."""

    tag: str


@dataclass(frozen=True, slots=True)
class Failed:
    """A notification was not shown."""

    tag: str
    why: str


@dataclass(frozen=True, slots=True)
class ServiceChanged:
    """Who shows notifications came, went or was replaced; those that were shown are gone."""

    service: Service


Event = Pressed | Closed | Failed | ServiceChanged
Heard = Callable[[Event], object]


class Notifier(Protocol):
    """Shows notifications and takes them back. Events come to whoever made it."""

    @property
    def service(self) -> Service:
        """Who shows them."""

    def show(self, notice: Notice) -> None:
        """Show a notification. Raises NoNotifications."""

    def take_back(self, tag: str) -> None:
        """Take one off the screen; nothing happens where it is gone."""

    def end(self) -> None:
        """Take all off the screen, and let go of the desktop."""


def _clean(text: str) -> str:
    return "".join(c for c in text if c == "\n" or unicodedata.category(c) not in {"Cc", "Cs"})
