"""An Outlook message written out as MIME, so that one reader understands every mail. Kept are Outlook's bytes."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable
from datetime import datetime
from email.utils import format_datetime
from urllib.parse import quote

from casebook.mail.message import headers as header_block
from casebook.mail.outlook import mapi, words
from casebook.mail.outlook.mapi import Item, Properties

_HEADER = re.compile(r"([!-9;-~]{1,200})[ \t]*:")
_LEFT_OUT = re.compile(r"content-|mime-version$")
_LONGEST_HEADERS = 2_000_000
_LONGEST_VALUE = 200_000
_MOST_HEADERS = 5_000
_REPORT = re.compile(r"report\..*\.(ndr|dr|ipnrn|ipnnrn)$")
_TYPE = re.compile(r"[a-z0-9!#$&^_.+-]{1,80}/[a-z0-9!#$&^_.+-]{1,100}")
_RECIPIENTS = {1: "To", 2: "Cc", 3: "Bcc"}


def write(item: Item) -> bytes:
    """Return a message as MIME. Headers the message came with stay; what is missing is what Outlook noted."""
    kind = item.properties.text(mapi.CLASS).lower()
    head = header_lines(item)
    attached = words.files(item)
    if kind.startswith("ipm.note.smime") and len(attached) == 1 and attached[0].content:
        return _signed(item, head, attached[0], clear="multipartsigned" in kind)
    body = _body(item, attached)
    if found := _REPORT.match(kind):
        what = "disposition-notification" if found[1].startswith("ip") else "delivery-status"
        boundary = _boundary(body)
        head.append(f'Content-Type: multipart/report; report-type={what}; boundary="{boundary}"')
        body = b"\r\n\r\n" + _joined(boundary, [body])
    return _encoded(head) + body


def header_lines(item: Item) -> list[str]:
    """Return the header lines of a message, without those that describe the body."""
    lines = _transport(item.properties.text(mapi.HEADERS))
    have = {line.partition(":")[0].strip().lower() for line in lines}
    # What was noted goes first: of the others there may be more than are read.
    return [*(f"{name}: {value}" for name, value in _noted(item) if name.lower() not in have and value), *lines]


def _transport(text: str) -> list[str]:
    """Return the headers the message came with. Lines that are none (Exchange writes a title) are dropped."""
    found_lines = list[list[str]]()
    for line in re.split(r"\r\n|\r|\n", text[:_LONGEST_HEADERS]):
        if line[:1] in {" ", "\t"}:
            if found_lines and found_lines[-1] and line.strip():
                found_lines[-1].append(line)
        elif len(found_lines) > _MOST_HEADERS:
            break
        elif found := _HEADER.match(line):
            found_lines.append([line] if not _LEFT_OUT.match(found[1].lower()) else [])
        elif not line and found_lines:
            break  # some stores keep the body behind them
    return ["\r\n".join(lines) for lines in found_lines if lines]


def _noted(item: Item) -> Iterable[tuple[str, str]]:
    """Yield the headers that follow from what Outlook noted."""
    found = item.properties
    address = next((text for number in mapi.SENDER_SMTP if "@" in (text := found.text(number))), "")
    name = next((text for number in mapi.SENDER_NAMES if (text := found.text(number))), "")
    if address or name:
        yield "From", _mailbox(name, address)
    addressed: dict[str, list[str]] = {}
    for each in item.recipients:
        role = _RECIPIENTS.get(each.number(mapi.RECIPIENT_TYPE) & 0xF, "To")
        addressed.setdefault(role, []).append(_recipient(each))
    for role, shown in (("To", mapi.DISPLAY_TO), ("Cc", mapi.DISPLAY_CC)):
        yield role, ", ".join(addressed.get(role, ())) or _plain(found.text(shown))
    yield "Subject", _word(words.subject_of(item)) or " "
    if sent := _sent(found):
        yield "Date", format_datetime(sent)
    yield "Message-ID", _plain(found.text(mapi.MESSAGE_ID))
    yield "In-Reply-To", _plain(found.text(mapi.IN_REPLY_TO))
    yield "References", _plain(found.text(mapi.REFERENCES))
    if index := found.binary(mapi.CONVERSATION_INDEX)[:1000]:
        yield "Thread-Index", base64.b64encode(index).decode("ascii")
    if ".rules." in found.text(mapi.CLASS).lower():  # the out-of-office and reply rules of the server
        yield "Auto-Submitted", "auto-replied"


def _sent(found: Properties) -> datetime | None:
    times = (found.time(number) for number in (mapi.SUBMITTED, mapi.DELIVERED, mapi.CREATED))
    return next((time.replace(microsecond=0) for time in times if time and 1971 <= time.year <= 2100), None)


def _recipient(found: Properties) -> str:
    address = next((text for number in (mapi.SMTP, mapi.ADDRESS) if "@" in (text := found.text(number))), "")
    return _mailbox(found.text(mapi.NAME), address)


def _mailbox(name: str, address: str) -> str:
    address = "".join(address.split()).strip("<>'\"")
    if not address:
        return _word(name, phrase=True)
    return f"{_word(name, phrase=True)} <{address}>" if name and name != address else f"<{address}>"


def _plain(text: str) -> str:
    return " ".join(text[:_LONGEST_VALUE].split())


def _word(text: str, *, phrase: bool = False) -> str:
    """Return text as a header value: as it stands where it is plain, else as encoded words (RFC 2047)."""
    text = " ".join(text[:_LONGEST_VALUE].split())
    if text.isascii() and text.isprintable() and "=?" not in text:
        return f'"{text.replace(chr(92), "").replace(chr(34), "")}"' if phrase and text else text
    pieces = [text[at : at + 12] for at in range(0, len(text), 12)]
    return "\r\n ".join(f"=?utf-8?B?{base64.b64encode(_bytes(piece)).decode('ascii')}?=" for piece in pieces)


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "replace")


def _encoded(lines: Iterable[str]) -> bytes:
    return b"".join(_bytes(line) + b"\r\n" for line in lines)


def _body(item: Item, attached: list[words.File]) -> bytes:
    """Return the body with its own headers."""
    text = words.texts(item)
    versions = [_text("plain", text.plain)] if text.plain or not text.html else []
    if text.html:
        versions.append(_text("html", text.html))
    body = versions[0] if len(versions) == 1 else _multipart("alternative", versions)
    return _multipart("mixed", [body, *map(_file, attached)]) if attached else body


def _text(kind: str, text: str) -> bytes:
    head = f"Content-Type: text/{kind}; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    return head.encode("ascii") + base64.encodebytes(_bytes(text)) + b"\r\n"


def _file(file: words.File) -> bytes:
    name = quote(file.name.encode("utf-8", "replace"), safe="")
    lines = [f"Content-Disposition: {'inline' if file.inline else 'attachment'}; filename*=utf-8''{name}"]
    if file.item is not None:
        return _encoded(["Content-Type: message/rfc822", *lines]) + b"\r\n" + write(file.item)
    kind = file.media_type if _TYPE.fullmatch(file.media_type) else ""
    if not kind or kind.startswith(("multipart/", "message/")):
        kind = "application/octet-stream"  # its bytes are the file, not a part of this message
    lines.insert(0, f"Content-Type: {kind}")
    if file.content_id and file.content_id.isascii() and file.content_id.isprintable():
        lines.append(f"Content-ID: <{file.content_id}>")
    lines.append("Content-Transfer-Encoding: base64")
    return _encoded(lines) + b"\r\n" + base64.encodebytes(file.content) + b"\r\n"


def _signed(item: Item, head: list[str], file: words.File, *, clear: bool) -> bytes:
    """Return a signed or encrypted message: its one attachment is the MIME body, or the container."""
    if clear or header_block.read(file.content, 0, min(len(file.content), 20_000))[0].get("content-type"):
        return _encoded(head) + file.content.lstrip(b"\r\n")
    kind = 'application/pkcs7-mime; name="smime.p7m"'
    lines = [*head, f"Content-Type: {kind}", 'Content-Disposition: attachment; filename="smime.p7m"']
    return _encoded([*lines, "Content-Transfer-Encoding: base64"]) + b"\r\n" + base64.encodebytes(file.content)


def _multipart(kind: str, parts: list[bytes]) -> bytes:
    boundary = _boundary(*parts)
    return f'Content-Type: multipart/{kind}; boundary="{boundary}"\r\n\r\n'.encode("ascii") + _joined(boundary, parts)


def _joined(boundary: str, parts: list[bytes]) -> bytes:
    line = b"--" + boundary.encode("ascii")
    return b"".join(line + b"\r\n" + part + b"\r\n" for part in parts) + line + b"--\r\n"


def _boundary(*parts: bytes) -> str:
    """Return a line that stands in none of the parts, the same for the same message."""
    digest = hashlib.sha256()
    for part in parts:
        digest.update(part)
    return f"=_{digest.hexdigest()}"
