"""Mail that is dropped or pasted: what of it can be imported, and in words what another program did not hand over."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, unquote, urlsplit

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QMimeData

if TYPE_CHECKING:
    from casebook.mail.chosen import Pasted

ENDINGS = (".eml", ".mbox", ".mbx", ".msg", ".emlx", ".tnef")
"""What is taken for mail when it is dropped on the window; the import itself takes any file."""

_MESSAGE = "message/rfc822"
_THUNDERBIRD = ("text/x-moz-message", "text/x-moz-url", "text/x-moz-url-data")
_WINDOWS = 'application/x-qt-windows-mime;value="{name}"'
_NAMES = _WINDOWS.format(name="FileGroupDescriptorW")
_CONTENTS = _WINDOWS.format(name="FileContents")
_DESCRIPTOR_SIZE, _NAME_AT, _NAME_SIZE = 592, 72, 520
_MOST = 1_000
_LARGEST = 256 * 1024 * 1024

REFUSALS = (
    QT_TRANSLATE_NOOP(
        "mail_drop",
        "Thunderbird handed over only where the message is on its server: drag it to a folder of this computer first, "
        "then drop that file here",
    ),
    QT_TRANSLATE_NOOP(
        "mail_drop",
        "Outlook handed over the name of the message only: drag it to the desktop first, then drop that file here",
    ),
    QT_TRANSLATE_NOOP(
        "mail_drop",
        "Mail handed over only the address of the message: drag it to the desktop first, then drop that file here",
    ),
)
_THUNDERBIRD_REFUSED, _OUTLOOK_REFUSED, _APPLE_REFUSED = map(str, REFUSALS)


@dataclass(frozen=True, slots=True)
class Dropped:
    """What a drop brings to import: files and folders, messages as bytes, and why a message did not come with it."""

    paths: tuple[Path, ...] = ()
    messages: tuple[Pasted, ...] = ()
    refused: str = ""
    """A sentence of the `mail_drop` translations, empty where everything came."""

    def refusal(self) -> str:
        """Return why a message did not come, in the user's language."""
        return QCoreApplication.translate("mail_drop", self.refused) if self.refused else ""

    def __bool__(self) -> bool:
        return bool(self.paths or self.messages or self.refused)


def dropped_mail(mime: QMimeData) -> list[Path]:
    """Return what a drop brings to import: local mail files and folders, [] if anything else is with them."""
    paths = local(mime)
    fits = all(path.suffix.lower() in ENDINGS or path.name == "winmail.dat" or path.is_dir() for path in paths)
    return paths if fits else []


def brings_mail(mime: QMimeData) -> bool:
    """Return whether `taken` would find something, without asking for the bytes while a drag is still under way."""
    if dropped_mail(mime) or mime.hasFormat(_MESSAGE) or _is_thunderbird(mime) or _apple_address(mime):
        return True
    return any(name.lower().endswith(ENDINGS) for name in _promised(mime))


def taken(mime: QMimeData, *, any_file: bool = False) -> Dropped:
    """Return what a drop or the clipboard brings to import. With `any_file` every local file is taken for one."""
    from casebook.mail.chosen import Pasted

    paths = local(mime) if any_file else dropped_mail(mime)
    if paths:
        return Dropped(tuple(paths))
    if raw := bytes(mime.data(_MESSAGE).data()):
        return Dropped(messages=(Pasted("message.eml", raw),))
    if names := [name for name in _promised(mime) if name.lower().endswith(ENDINGS)]:
        return _from_windows(mime, names)
    if _is_thunderbird(mime):
        return _from_thunderbird(mime)
    return Dropped(refused=_APPLE_REFUSED) if _apple_address(mime) else Dropped()


def local(mime: QMimeData) -> list[Path]:
    """Return the local files and folders of a drop, [] if anything else is with them."""
    paths = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    return paths if len(paths) == len(mime.urls()) else []


# ---- Windows: files that do not exist yet ---------------------------------------------------------------------------


def _promised(mime: QMimeData) -> list[str]:
    """Return the names of the files that Outlook or Thunderbird would write (FILEGROUPDESCRIPTORW)."""
    if not mime.hasFormat(_NAMES):
        return []
    raw = bytes(mime.data(_NAMES).data())
    if len(raw) < 4:
        return []
    count = min(struct.unpack_from("<I", raw)[0], _MOST, (len(raw) - 4) // _DESCRIPTOR_SIZE)
    places = (4 + number * _DESCRIPTOR_SIZE + _NAME_AT for number in range(count))
    return [raw[at : at + _NAME_SIZE].decode("utf-16-le", "replace").partition("\0")[0] for at in places]


def _from_windows(mime: QMimeData, names: list[str]) -> Dropped:
    from casebook.mail.chosen import Pasted

    found = list[Pasted]()
    for number, name in enumerate(_promised(mime)):
        raw = bytes(mime.data(f"{_CONTENTS};index={number}").data()) if name in names else b""
        if not raw and number == 0:
            raw = bytes(mime.data(_CONTENTS).data())
        if raw:
            found.append(Pasted(name, raw))
    # Outlook writes a message into a storage of its own kind, which cannot be handed on as bytes.
    return Dropped(messages=tuple(found), refused="" if len(found) >= len(names) else _OUTLOOK_REFUSED)


# ---- Thunderbird: addresses of messages in its own files ------------------------------------------------------------


def _is_thunderbird(mime: QMimeData) -> bool:
    return mime.hasFormat(_THUNDERBIRD[0])


def _apple_address(mime: QMimeData) -> bool:
    return any(url.scheme() == "message" for url in mime.urls())


def _from_thunderbird(mime: QMimeData) -> Dropped:
    """Return messages that lie in a mailbox file of this computer, by the place their address names."""
    addresses = list(dict.fromkeys(address for name in _THUNDERBIRD for address in _addresses(mime, name)))
    in_files = [address for address in addresses if address.startswith("mailbox:///")]
    found = [message for address in in_files if (message := _in_mailbox(address))]
    return Dropped(messages=tuple(found), refused="" if found and len(found) == len(in_files) else _THUNDERBIRD_REFUSED)


def _addresses(mime: QMimeData, name: str) -> Iterator[str]:
    raw = bytes(mime.data(name).data())[:100_000]
    text = raw.decode("utf-16-le", "replace") if b"\0" in raw[:4] else raw.decode("utf-8", "replace")
    for line in text.replace("\0", "\n").splitlines():
        if line.startswith(("mailbox:", "mailbox-message:", "imap:", "imap-message:")):
            yield line.strip()


def _in_mailbox(address: str) -> Pasted | None:
    """Return the message of `mailbox:///home/lin/…/Inbox?number=1234`: it begins at that byte of that file."""
    from casebook.mail.chosen import Pasted
    from casebook.mail.formats import mbox_stream

    parts = urlsplit(address)
    number = parse_qs(parts.query).get("number", [""])[0]
    where = unquote(parts.path)
    if where[:1] == "/" and where[2:4] in {"|/", ":/"}:  # /C|/Users/…
        where = f"{where[1]}:{where[3:]}"
    path = Path(where)
    if not number.isdecimal() or not path.is_absolute() or not path.is_file():
        return None
    try:
        with path.open("rb") as file:
            file.seek(int(number))
            message = next(mbox_stream.split(file.read, 1 << 18), None)
    except (OSError, ValueError, OverflowError):
        return None
    if message is None or message.raw is None or len(message.raw) > _LARGEST:
        return None
    return Pasted(f"{path.name} @{number}", message.raw)
