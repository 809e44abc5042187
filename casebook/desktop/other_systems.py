"""Notifications on Windows and macOS, by desktop-notifier: an asyncio loop in a thread of its own.

It runs on Linux as well, where tests speak to a real service through it.
"""

from __future__ import annotations

import threading
from concurrent.futures import Future
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from casebook.desktop.notices import (
    APP_NAME,
    OPEN,
    Closed,
    Failed,
    Heard,
    NoNotifications,
    Notice,
    Pressed,
    Service,
)

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Coroutine

    from desktop_notifier import DesktopNotifier

_PATIENCE = 5.0


class OtherNotifier:
    """Shows notifications from a thread. `heard` is called on that thread with what comes back."""

    def __init__(self, heard: Heard, icon: Path | None = None) -> None:
        self._heard, self._icon = heard, icon
        self._loop: asyncio.AbstractEventLoop | None = None
        self._notifier: DesktopNotifier | None = None
        self._shown: dict[str, str] = {}
        """The identifier of each notification by its tag; only the thread touches it."""
        self._count = 0
        self._work: list[Future[None]] = []
        self.service = Service()
        self._thread = threading.Thread(target=self._run, name="casebook-notifier", daemon=True)
        self._ready: Future[Service] = Future()

    @classmethod
    def open(cls, heard: Heard, icon: Path | None = None) -> OtherNotifier:
        """Start the thread and ask for leave to notify. Raises NoNotifications."""
        made = cls(heard, icon)
        made._thread.start()
        try:
            made.service = made._ready.result(_PATIENCE * 2)
        except Exception as error:  # whatever the thread met while the system was asked
            made.end()
            raise NoNotifications("this system shows no notifications: {why}", why=error) from error
        return made

    def show(self, notice: Notice) -> None:
        """Show a notification, in the place of an earlier one of that tag."""
        self._hand_over(self._show(notice.cut()))

    def take_back(self, tag: str) -> None:
        """Take a notification off the screen."""
        self._hand_over(self._take_back(tag))

    def end(self, *, leave: bool = False) -> None:
        """Take all of them off the screen, unless they are to be left there, and end the thread."""
        loop = self._loop
        if loop is None or not self._thread.is_alive():
            return
        with suppress(Exception):
            if not leave:
                self._hand_over(self._take_all_back())
            for work in self._work:
                work.result(_PATIENCE)
        loop.call_soon_threadsafe(loop.stop)
        self._thread.join(_PATIENCE)

    def _hand_over(self, what: Coroutine[Any, Any, None]) -> Future[None]:
        import asyncio

        if self._loop is None or self._loop.is_closed():
            what.close()
            raise NoNotifications("no notification service answers on this desktop")
        work = asyncio.run_coroutine_threadsafe(what, self._loop)
        self._work = [*(earlier for earlier in self._work if not earlier.done()), work]
        return work

    # -- on the thread -----------------------------------------------------------------------------------------------

    def _run(self) -> None:
        import asyncio

        self._loop = asyncio.new_event_loop()
        try:
            self._loop.create_task(self._begin())
            self._loop.run_forever()
        finally:
            for task in asyncio.all_tasks(self._loop):
                task.cancel()
            self._loop.run_until_complete(self._loop.shutdown_asyncgens())
            self._loop.close()

    async def _begin(self) -> None:
        try:
            from desktop_notifier import Capability, DesktopNotifier, Icon

            icon = Icon(path=self._icon) if self._icon else None
            self._notifier = DesktopNotifier(APP_NAME, icon)
            self._notifier.on_clicked = lambda identifier: self._pressed(identifier, OPEN)
            self._notifier.on_button_pressed = self._pressed
            self._notifier.on_dismissed = self._dismissed
            if not await self._notifier.request_authorisation():
                raise NoNotifications("the system does not let Casebook notify: allow it in the system's settings")
            can = await self._notifier.get_capabilities()
            name = type(self._notifier._backend).__name__.removesuffix("DesktopNotifier")
            self._ready.set_result(Service(name or "system", has_buttons=Capability.BUTTONS in can))
        except BaseException as error:  # whoever waits for it must hear of it
            self._ready.set_exception(error)

    async def _show(self, notice: Notice) -> None:
        from desktop_notifier import Button

        assert self._notifier is not None
        if (before := self._shown.pop(notice.tag, None)) is not None:
            await self._notifier.clear(before)
        self._count += 1
        identifier, sent = f"casebook-{self._count}", False

        def dispatched() -> None:
            nonlocal sent
            sent = True

        self._shown[notice.tag] = identifier
        buttons = [Button(title=words, identifier=key) for key, words in notice.buttons]
        try:
            await self._send(notice, identifier, buttons, dispatched)
        except Exception as error:  # what a system's own library may raise is not known
            self._shown.pop(notice.tag, None)
            self._heard(Failed(notice.tag, str(error)))
            return
        if not sent:  # a failed sending is only logged there
            self._shown.pop(notice.tag, None)
            self._heard(Failed(notice.tag, "it was not taken"))

    async def _send(self, notice: Notice, identifier: str, buttons: list[Any], dispatched: Any) -> None:
        from desktop_notifier import Notification

        assert self._notifier is not None
        await self._notifier.send_notification(
            Notification(
                title=notice.title,
                message=notice.body,
                buttons=tuple(buttons),
                on_dispatched=dispatched,
                identifier=identifier,
            )
        )

    async def _take_back(self, tag: str) -> None:
        if (identifier := self._shown.pop(tag, None)) is not None and self._notifier is not None:
            await self._notifier.clear(identifier)

    async def _take_all_back(self) -> None:
        for tag in list(self._shown):
            await self._take_back(tag)

    def _tag(self, identifier: str) -> str | None:
        return next((tag for tag, known in self._shown.items() if known == identifier), None)

    def _pressed(self, identifier: str, key: str) -> None:
        if (tag := self._tag(identifier)) is not None:
            self._heard(Pressed(tag, key))

    def _dismissed(self, identifier: str) -> None:
        if (tag := self._tag(identifier)) is not None:
            del self._shown[tag]
            self._heard(Closed(tag))
