"""Ask a time-stamp service, named by the user, to confirm that a manifest exists now. Only a hash is sent."""

from __future__ import annotations

import secrets
import tempfile
from collections.abc import Generator
from pathlib import Path
from urllib.parse import urlsplit

from casebook.dossier.names import MANIFEST, STAMP
from casebook.dossier.press import child
from casebook.dossier.proof.token import BadToken, read
from casebook.journal.errors import BadInput, CasebookError
from casebook.journal.progress import Progress

_MODULE = "casebook.dossier.proof.asker"
_LIMIT = 30.0
"""Seconds that asking one service may take in all."""
_NONCE_BITS = 63


class NoStamp(CasebookError):
    """The service gave no time stamp. What was to be stamped is as it was, and can be stamped later."""


def host_of(url: str) -> str:
    """Return the host that an address of a service names. Raises BadInput where it is none that could be asked."""
    try:
        parts = urlsplit(url)
        host, _port = parts.hostname or "", parts.port
    except ValueError:
        host, parts = "", urlsplit("")
    if parts.scheme not in {"http", "https"} or not host or not url.isprintable() or " " in url:
        raise BadInput(
            "'{url}' is not the address of a time-stamp service: it begins with https:// or http://", url=url
        )
    if parts.username or parts.password or parts.fragment:
        raise BadInput("the address of a time-stamp service cannot hold a name, a password or a '#'")
    return host


def stamp(pack: Path, url: str) -> Generator[Progress, None, None]:
    """Have the manifest of a pack (a folder) stamped, and put the token beside it.

    Raises NoStamp, BadInput, OSError.
    """
    token = yield from ask(url, (pack / MANIFEST).read_bytes())
    (pack / STAMP).write_bytes(token)


def ask(url: str, manifest: bytes) -> Generator[Progress, None, bytes]:
    """Return the service's answer after it was found right. Closing the generator stops asking.

    Raises NoStamp, BadInput, OSError.
    """
    from casebook.dossier.proof.token import query

    host, nonce = host_of(url), secrets.randbits(_NONCE_BITS)
    with tempfile.TemporaryDirectory(prefix="casebook-stamp-") as folder:
        question, answer = Path(folder) / "question", Path(folder) / "answer"
        question.write_bytes(query(manifest, nonce))
        ended = yield from child.watched(
            _MODULE, [url, str(question), str(answer)], _LIMIT, Progress(0, 0, "stamp", host)
        )
        if ended.code or not answer.is_file():
            why = "it did not answer in time" if ended.late else _last_line(ended)
            raise NoStamp("{host} gave no time stamp ({what}): try again later", host=host, what=why)
        content = answer.read_bytes()
    try:
        read(content, manifest, nonce)
    except BadToken as error:
        raise NoStamp("{host} gave no time stamp ({what}): try again later", host=host, what=error) from error
    return content


def _last_line(ended: child.Ended) -> str:
    return ended.error.splitlines()[-1] if ended.error else f"exit code {ended.code}"
