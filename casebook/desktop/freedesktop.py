"""Notifications on Linux: org.freedesktop.Notifications, spoken on a connection of its own.

The desktop tells of a pressed button only to the connection that showed the notification, so one connection sends and
listens. It blocks nobody: whoever owns it waits for its socket to become readable and calls `read` then.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from casebook.desktop.notices import (
    APP_NAME,
    OPEN,
    Closed,
    Event,
    Failed,
    NoNotifications,
    Notice,
    Pressed,
    Service,
    ServiceChanged,
)

if TYPE_CHECKING:
    from jeepney import Message
    from jeepney.io.blocking import DBusConnection

_NAME, _PATH = "org.freedesktop.Notifications", "/org/freedesktop/Notifications"
_BUS, _BUS_PATH = "org.freedesktop.DBus", "/org/freedesktop/DBus"
_PATIENCE = 2.0
"""Seconds that opening may take for each answer; it may have to start the service."""
_STUCK = 0.2
"""Seconds after which a bus that takes no more bytes counts as gone."""
_ENTRY = "casebook"
_NORMAL = 1
_NEVER = 0
"""A reminder stays until it is answered or closed."""


class FreedesktopNotifier:
    """One connection to the session bus. `open` may take seconds; everything after it does not wait."""

    def __init__(self, connection: DBusConnection, icon: Path | None) -> None:
        self._connection, self._icon = connection, icon
        self.service = Service()
        self._owner = ""
        self._ids: dict[str, int] = {}
        self._sent: dict[int, str] = {}
        """The tags whose answer is not there yet, by the serial of the message."""
        self._asked: dict[int, tuple[str, str]] = {}
        self._unwanted: set[str] = set()
        self._again: dict[str, Notice] = {}
        self._tokens: dict[int, str] = {}

    @classmethod
    def open(cls, icon: Path | None = None) -> FreedesktopNotifier:
        """Connect, and ask who shows notifications. Raises NoNotifications where there is no session bus."""
        from jeepney.io.blocking import open_dbus_connection

        address = bus_address()
        if not address:
            raise NoNotifications("this session has no message bus, so no notifications can be shown")
        try:
            connection = open_dbus_connection(address, auth_timeout=_PATIENCE)
        except (OSError, RuntimeError, ValueError, KeyError, StopIteration) as error:
            raise NoNotifications("the message bus of this session does not answer: {why}", why=error) from error
        made = cls(connection, icon)
        try:
            made._begin()
        except (OSError, RuntimeError) as error:
            connection.close()
            raise NoNotifications("the message bus of this session does not answer: {why}", why=error) from error
        return made

    def fileno(self) -> int:
        """Return the socket that becomes readable when there is something to `read`."""
        return int(self._connection.sock.fileno())

    def show(self, notice: Notice) -> None:
        """Show a notification, in the place of an earlier one of that tag. Raises NoNotifications."""
        if not self.service.name:
            raise NoNotifications("no notification service answers on this desktop")
        if notice.tag in self._sent.values():
            self._again[notice.tag] = notice  # its number is not known yet, and it must not appear twice
            return
        self._unwanted.discard(notice.tag)
        serial = next(self._connection.outgoing_serial)
        self._sent[serial] = notice.tag
        self._send(self._notify(notice.cut()), serial)

    def take_back(self, tag: str) -> None:
        """Take a notification off the screen."""
        self._again.pop(tag, None)
        if tag in self._sent.values():
            self._unwanted.add(tag)
        elif (number := self._ids.pop(tag, None)) is not None:
            self._close(number)

    def read(self) -> list[Event]:
        """Return what has come in since the last time, without waiting for more. Raises NoNotifications at the end."""
        found: list[Event] = []
        try:
            for message in self._messages(0.0):
                found += self._take(message)
        except (OSError, RuntimeError) as error:
            raise NoNotifications("the message bus of this session does not answer: {why}", why=error) from error
        return found

    def wait(self, seconds: float) -> list[Event]:
        """Return what comes in until every notification that was sent has been answered for, or the time is over."""
        found: list[Event] = []
        try:
            for message in self._messages(seconds):
                found += self._take(message)
                if not self._sent:
                    break
        except (OSError, RuntimeError):
            return found
        return found

    def end(self, *, leave: bool = False) -> None:
        """Take all own notifications off the screen, unless they are to be left there, and close the connection."""
        try:
            if not leave:
                if self._sent:
                    self._unwanted.update(self._sent.values())
                    self.wait(_STUCK)
                for number in self._ids.values():
                    self._close(number)
        except NoNotifications:
            pass
        finally:
            self._ids.clear()
            self._connection.close()

    # -- messages ----------------------------------------------------------------------------------------------------

    def _begin(self) -> None:
        from jeepney import DBusAddress, message_bus, new_method_call
        from jeepney.bus_messages import MatchRule

        ask = self._connection.send_and_get_reply
        signals = MatchRule(type="signal", interface=_NAME, path=_PATH)
        owners = MatchRule(type="signal", sender=_BUS, interface=_BUS, member="NameOwnerChanged")
        owners.add_arg_condition(0, _NAME)
        for rule in (signals, owners):
            ask(message_bus.AddMatch(rule), timeout=_PATIENCE)
        service = DBusAddress(_PATH, bus_name=_NAME, interface=_NAME)
        who = ask(new_method_call(service, "GetServerInformation"), timeout=_PATIENCE)
        if _is_answer(who):
            can = ask(new_method_call(service, "GetCapabilities"), timeout=_PATIENCE)
            owner = ask(message_bus.GetNameOwner(_NAME), timeout=_PATIENCE)
            self._learn(who.body, can.body[0] if _is_answer(can) else [])
            self._owner = str(owner.body[0]) if _is_answer(owner) else ""
        self._connection.sock.settimeout(_STUCK)

    def _learn(self, who: Any, can: Any) -> None:
        name = f"{who[0]} {who[2]}".strip() or _NAME
        self.service = Service(name, has_buttons="actions" in can, has_markup="body-markup" in can)

    def _ask_again(self) -> None:
        """Ask a service that has just come what it can do."""
        from jeepney import DBusAddress, new_method_call

        service = DBusAddress(_PATH, bus_name=_NAME, interface=_NAME)
        for what in ("GetServerInformation", "GetCapabilities"):
            serial = next(self._connection.outgoing_serial)
            self._asked[serial] = (what, self._owner)
            self._send(new_method_call(service, what), serial)

    def _notify(self, notice: Notice) -> Message:
        from jeepney import DBusAddress, new_method_call

        actions: list[str] = []
        if self.service.has_buttons:
            for key, words in ((OPEN, APP_NAME), *notice.buttons):
                actions += [key, words]
        body = escape(notice.body, quote=False) if self.service.has_markup else notice.body
        hints = {"urgency": ("y", _NORMAL), "desktop-entry": ("s", _ENTRY)}
        icon = self._icon.as_uri() if self._icon else ""
        replaced = self._ids.get(notice.tag, 0)
        return new_method_call(
            DBusAddress(_PATH, bus_name=_NAME, interface=_NAME),
            "Notify",
            "susssasa{sv}i",
            (APP_NAME, replaced, icon, notice.title, body, actions, hints, _NEVER),
        )

    def _close(self, number: int) -> None:
        from jeepney import DBusAddress, new_method_call

        service = DBusAddress(_PATH, bus_name=_NAME, interface=_NAME)
        self._send(new_method_call(service, "CloseNotification", "u", (number,)))

    def _send(self, message: Message, serial: int | None = None) -> None:
        try:
            self._connection.send(message, serial=serial)
        except OSError as error:
            self._sent.pop(serial or 0, None)
            raise NoNotifications("the message bus of this session does not answer: {why}", why=error) from error

    def _messages(self, seconds: float) -> Iterator[Message]:
        from time import monotonic

        end = monotonic() + seconds
        while True:
            try:
                yield self._connection.receive(timeout=max(0.0, end - monotonic()))
            except TimeoutError:
                return

    # -- what comes in -----------------------------------------------------------------------------------------------

    def _take(self, message: Message) -> list[Event]:
        from jeepney import HeaderFields, MessageType

        fields = message.header.fields
        if message.header.message_type is MessageType.signal:
            return self._signal(str(fields.get(HeaderFields.member)), str(fields.get(HeaderFields.sender)), message)
        serial = fields.get(HeaderFields.reply_serial, -1)
        if serial in self._sent:
            return self._answered(self._sent.pop(serial), message)
        if serial in self._asked:
            return self._told(*self._asked.pop(serial), message)
        return []

    def _answered(self, tag: str, message: Message) -> list[Event]:
        again = self._again.pop(tag, None)
        if not _is_answer(message):
            self._unwanted.discard(tag)
            why = message.body[0] if message.body else "?"
            return [Failed(tag, str(why))]
        self._ids[tag] = int(message.body[0])
        if tag in self._unwanted:
            self._unwanted.discard(tag)
            self._close(self._ids.pop(tag))
        elif again is not None:
            self.show(again)
        return []

    def _told(self, what: str, owner: str, message: Message) -> list[Event]:
        if owner != self._owner or not _is_answer(message):
            return []
        if what == "GetServerInformation":
            self._learn(message.body, [])
            return []
        can, name = message.body[0], self.service.name or _NAME
        self.service = Service(name, has_buttons="actions" in can, has_markup="body-markup" in can)
        return [ServiceChanged(self.service)]

    def _signal(self, member: str, sender: str, message: Message) -> list[Event]:
        body = message.body
        if member == "NameOwnerChanged":
            return self._came_or_went(str(body[2])) if sender == _BUS and body[0] == _NAME else []
        if sender != self._owner or not body:  # anybody on the bus can say that a button was pressed
            return []
        tag = next((tag for tag, number in self._ids.items() if number == body[0]), None)
        return [] if tag is None else self._happened(member, tag, body)

    def _happened(self, member: str, tag: str, body: Any) -> list[Event]:
        if member == "ActivationToken":
            self._tokens[body[0]] = str(body[1])
        elif member == "ActionInvoked":
            return [Pressed(tag, str(body[1]), self._tokens.pop(body[0], ""))]
        elif member == "NotificationClosed":
            del self._ids[tag]
            self._tokens.pop(body[0], None)
            return [Closed(tag)]
        return []

    def _came_or_went(self, owner: str) -> list[Event]:
        gone: list[Event] = [Closed(tag) for tag in (*self._ids, *self._sent.values())]
        self._owner, self.service = owner, Service()
        for kept in (self._ids, self._sent, self._asked, self._unwanted, self._again, self._tokens):
            kept.clear()
        if owner:
            self._ask_again()
            return gone
        return [*gone, ServiceChanged(self.service)]


def bus_address() -> str:
    """Return where the session bus listens, also from a job that the system started; empty for nowhere."""
    if named := os.environ.get("DBUS_SESSION_BUS_ADDRESS", ""):
        return named
    usual = Path(f"/run/user/{os.getuid()}/bus") if hasattr(os, "getuid") else None
    return f"unix:path={usual}" if usual is not None and usual.is_socket() else ""


def _is_answer(message: Message) -> bool:
    from jeepney import MessageType

    return message.header.message_type is MessageType.method_return
