"""The way into a mailbox: an encrypted connection to the server it says it is, then the user's name and password."""

from __future__ import annotations

import ssl
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from casebook.journal.incoming import Mailbox
from casebook.journal.terms import Security
from casebook.mail.mailbox import trust
from casebook.mail.mailbox.errors import Dropped, MailboxTrouble, NotLetIn, broken, odd, said, slow, unreachable

_ROOM = 64 * 1024 * 1024
"""How much more than announced a server may say in one answer, in bytes: a literal's length is only its word."""

_FAREWELL = 3.0
"""Seconds for a server's good-bye."""


@dataclass(frozen=True, slots=True)
class Patience:
    """How long to wait for a server, in seconds, and how often to come back to it after the connection broke."""

    connect: float = 15.0
    read: float = 60.0
    pauses: tuple[float, ...] = (1.0, 5.0, 15.0)


class Connection:
    """A connection that is logged in. Errors of the library come out as MailboxTrouble. For one thread, but `cut`."""

    def __init__(self, box: Mailbox, patience: Patience) -> None:
        self.box = box
        self._patience = patience
        self._budget = _ROOM
        self.client = self._trusted()

    def log_in(self, password: str) -> None:
        """Log in. Raises NotLetIn, and MailboxTrouble where the password would be read on the way."""
        from imapclient.exceptions import LoginError

        client, host = self.client, self.box.host
        if client._imap.state != "NONAUTH":  # PREAUTH: before STARTTLS it is how an attacker keeps TLS away
            raise MailboxTrouble("{host} lets everybody in without a password: it is not read", host=host)
        try:
            plain = self.box.user.isascii() and password.isascii()
            if plain and not client.has_capability("LOGINDISABLED"):
                client.login(self.box.user, password)
            else:
                client.plain_login(self.box.user, password)
            if client.has_capability("ID"):  # some providers hand out nothing to a program without a name
                client.id_({"name": "Casebook"})
        except LoginError as error:
            if "[UNAVAILABLE]" in str(error).upper():
                raise Dropped("{host} cannot let anybody in at present: try again later", host=host) from None
            raise NotLetIn(
                "{host} does not let {user} in ({reason}): check name and password; many providers want an app "
                "password that is made for this",
                host=host,
                user=self.box.user,
                reason=said(error),
            ) from None
        except Exception as error:
            raise self.trouble(error) from None

    def announce(self, size: int) -> None:
        """Say how many bytes the next answer will have; one with far more than that is not read."""
        self._budget = size + _ROOM

    def trouble(self, error: Exception) -> MailboxTrouble:
        """Return what an error of the library means. The connection is of no use after a Dropped."""
        from imapclient.exceptions import IMAPClientAbortError, IMAPClientError

        host = self.box.host
        match error:
            case MailboxTrouble():
                return error
            case TimeoutError():
                return slow(host, self._patience.read)
            case OSError() | IMAPClientAbortError():
                return broken(host, error)
            case IMAPClientError():
                return MailboxTrouble("{host} refuses: {reason}", host=host, reason=said(error))
            case _:
                return odd(host, error)

    def cut(self) -> None:
        """End the connection at once, from any thread; who waits for an answer gets an error."""
        import socket

        try:
            self.client.socket().shutdown(socket.SHUT_RDWR)
        except (OSError, ValueError, AttributeError):
            return

    def close(self, *, politely: bool = True) -> None:
        """Log out and close, whatever state the connection is in."""
        try:
            if politely:
                self.client.socket().settimeout(_FAREWELL)
                self.client.logout()
                return
        except Exception:  # the server may be gone; there is nothing left to save
            self.cut()
        _shut(self.client)

    def _trusted(self) -> Any:
        """Return a connection to the server that the certificate names, or that the user accepted. Raises Untrusted."""
        box = self.box
        try:
            return self._open(trust.usual_context())
        except ssl.SSLCertVerificationError as error:
            fault = error
        except Exception as error:
            raise self._failed(error) from None
        try:
            client = self._open(trust.open_context())
        except Exception as error:
            raise self._failed(error) from None
        shown = trust.fingerprint_of(client.socket())
        if shown == box.fingerprint:
            return client
        _shut(client)
        raise trust.untrusted(box.host, fault, shown, box.fingerprint)

    def _open(self, context: ssl.SSLContext) -> Any:
        from imapclient import IMAPClient, SocketTimeout

        box = self.box
        timeout = SocketTimeout(connect=self._patience.connect, read=self._patience.read)
        tls = box.security is Security.TLS
        client = IMAPClient(box.host, box.port, ssl=tls, ssl_context=context if tls else None, timeout=timeout)
        client._imap.debug = 0  # else every line that is sent goes through the logger, the password's too
        client._imap.read = _Limited(self, client._imap.read)
        if box.security is not Security.STARTTLS:
            return client
        try:
            if client._imap.state != "NONAUTH" or not client.has_capability("STARTTLS"):
                raise MailboxTrouble(
                    "{host} offers no encryption on port {port}: somebody may keep it away; nothing was sent, try TLS "
                    "on port 993",
                    host=box.host,
                    port=box.port,
                )
            client.starttls(context)
            client._cached_capabilities = None  # what was offered in the open counts for nothing (RFC 3501, 6.2.1)
        except BaseException:
            _shut(client)
            raise
        return client

    def _failed(self, error: Exception) -> MailboxTrouble:
        from imapclient.exceptions import IMAPClientAbortError, IMAPClientError

        if isinstance(error, IMAPClientAbortError) or "* BYE" in str(error):
            return broken(self.box.host, error)
        if isinstance(error, MailboxTrouble):
            return error
        if isinstance(error, IMAPClientError):
            return odd(self.box.host, error)
        return unreachable(self.box.host, self.box.port, self._patience.connect, error)


def _shut(client: Any) -> None:
    with suppress(Exception):  # a handshake that failed leaves half of a connection
        client.shutdown()


class _Limited:
    """Reads what the server announces, as long as there is room for it: it may announce anything."""

    def __init__(self, connection: Connection, read: Any) -> None:
        self._connection = connection
        self._read = read

    def __call__(self, size: int) -> bytes:
        self._connection._budget -= size
        if self._connection._budget < 0:
            raise MailboxTrouble(
                "{host} sends far more than it announced: the connection was ended", host=self._connection.box.host
            )
        found: bytes = self._read(size)
        return found
