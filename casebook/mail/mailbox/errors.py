"""What can go wrong with a mailbox on a server, said so that its user knows what to do."""

from __future__ import annotations

import socket
import ssl

from casebook.journal.errors import CasebookError

_LONGEST = 200
"""Characters of what a server says: it may say anything."""


class MailboxTrouble(CasebookError):
    """The server, the way to it, or what it answers."""


class NotLetIn(MailboxTrouble):
    """The server does not let this user in with this password."""


class Dropped(MailboxTrouble):
    """The connection broke, or the server does not answer any more: worth another try."""


class Untrusted(MailboxTrouble):
    """The server's certificate is not vouched for. `fingerprint` is its SHA-256, for the user to compare."""

    @property
    def fingerprint(self) -> str:
        """The fingerprint as it is written for people: pairs of digits with colons between them."""
        return str(self.values["fingerprint"])


class Exchanged(Untrusted):
    """The certificate is another than the one the user accepted before."""


def said(error: BaseException) -> str:
    """Return what a server or the system says, on one line that acts on no terminal."""
    text = str(error.args[-1]) if isinstance(error, OSError) and error.args else str(error)
    words = "".join(c if c.isprintable() else " " for c in text.replace("b'", "").rstrip("'")).split()
    line = " ".join(words) or type(error).__name__
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"


def unreachable(host: str, port: int, seconds: float, error: Exception) -> MailboxTrouble:
    """Return the refusal for a connection that could not be made."""
    match error:
        case socket.gaierror() | UnicodeError():
            return Dropped("there is no server {host}: check its name, and that this computer is online", host=host)
        case TimeoutError():
            return slow(host, seconds)
        case ConnectionRefusedError():
            return Dropped(
                "{host} takes no connections on port {port}: check server and port with your provider",
                host=host,
                port=port,
            )
        case ssl.SSLError():
            return MailboxTrouble(
                "{host} cannot be spoken to with TLS on port {port} ({reason}): try STARTTLS, or the port 993",
                host=host,
                port=port,
                reason=said(error),
            )
        case _:
            return broken(host, error)


def broken(host: str, error: Exception) -> MailboxTrouble:
    """Return the refusal for a connection that was there and broke."""
    return Dropped(
        "the connection to {host} broke ({reason}): fetch again, it goes on where it stopped",
        host=host,
        reason=said(error),
    )


def slow(host: str, seconds: float) -> MailboxTrouble:
    """Return the refusal for a server that keeps silent."""
    return Dropped("{host} did not answer within {seconds} seconds: try again later", host=host, seconds=f"{seconds:g}")


def odd(host: str, error: Exception) -> MailboxTrouble:
    """Return the refusal for an answer that is no proper one."""
    return MailboxTrouble(
        "{host} answers in a way that cannot be used ({reason}): ask your provider whether this is an IMAP server",
        host=host,
        reason=said(error),
    )
