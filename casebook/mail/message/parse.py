"""The bytes of one message, read into a `NewMail` that keeps them."""

from __future__ import annotations

import binascii
import re

from casebook.journal.errors import BadInput
from casebook.journal.incoming import NewMail
from casebook.journal.terms import Automatic
from casebook.journal.times import HowKnown
from casebook.mail.filing import desks
from casebook.mail.filing.returned import returned_ids
from casebook.mail.message import addresses, automatic, body, charset, dates, essence, tree, words
from casebook.mail.message import headers as header_block
from casebook.mail.message.addresses import Address
from casebook.mail.message.headers import Headers
from casebook.mail.message.tree import Part

_KNOWN = frozenset(
    [
        "from",
        "to",
        "cc",
        "subject",
        "date",
        "message-id",
        "received",
        "return-path",
        "delivered-to",
        "reply-to",
        "sender",
        "in-reply-to",
        "references",
        "mime-version",
        "content-type",
        "x-mailer",
        "dkim-signature",
        "x-received",
        "resent-from",
    ]
)
_TELLING = frozenset(["from", "subject", "date", "message-id", "received", "return-path", "sender"])
_MIME = frozenset(["mime-version", "content-type"])
_LONGEST_SUBJECT = 2_000
_LONGEST_HEADER = 998
_OUTLOOK_CONVERSATION = 22
_MARKUP = 60_000


class NotAMail(BadInput):
    """The bytes hold no header of a mail."""


def parse(raw: bytes, source: str, *, from_mbox: bool = False, envelope: bytes = b"") -> NewMail:
    """Return what a message says. `raw` is kept as it is; `source` is shown to the user (`inbox.mbox #12`).

    `from_mbox` undoes that format's `>From ` quoting in the text; `envelope` is its `From ` line, used where no header
    tells the time. Raises NotAMail if no mail header stands at the top; nothing else, however broken the rest.
    """
    try:
        return understood(raw, source, from_mbox=from_mbox, envelope=envelope)
    except NotAMail:
        raise
    except Exception as error:  # a message that this program has a fault with is kept all the same
        return _kept(raw, source, type(error).__name__)


def understood(raw: bytes, source: str, *, from_mbox: bool = False, envelope: bytes = b"") -> NewMail:
    """Return the same as `parse`, and raise where this program has a fault."""
    view = raw.replace(b"\r", b"\n") if b"\n" not in raw else raw  # old Macintosh line ends; same length, same places
    root = tree.read(view)
    headers = root.headers
    if not is_mail(headers):
        raise NotAMail("this is not a mail: it has no header lines such as From, Subject or Date")
    hint = _hint(root)
    sender, problems = _sender(headers, hint), list[str]()
    subject = headers.text("subject", hint)[:_LONGEST_SUBJECT]
    received = (words.decode(each[: _LONGEST_HEADER * 4]) for each in headers.all("received")[:5])
    date_headers = [words.decode(each[:_LONGEST_HEADER], hint) for each in headers.all("date")]
    sent = dates.sent(date_headers[0] if date_headers else "", received, envelope.decode("latin-1"))
    if not date_headers:
        problems.append("there is no Date header")
    elif (sent is None or sent.known is not HowKnown.MAIL_HEADER) and not dates.readable(date_headers[0]):
        problems.append("the Date header is no date")
    if not sender.email:
        problems.append("the sender's address is missing")
    content = body.read(root, from_mbox=from_mbox, hint=hint)
    message_id = next(iter(addresses.message_ids(headers.get("message-id"))), "") or _bare_id(headers)
    date_header = date_headers[0] if date_headers else ""
    to, cc = _emails(headers, "to", hint), _emails(headers, "cc", hint)
    marks = desks.marks(headers, subject, content.text, _markup(root))
    return NewMail(
        raw=raw,
        source=source,
        message_id=message_id,
        in_reply_to=addresses.message_ids(headers.get("in-reply-to")),
        references=addresses.message_ids(headers.get("references")),
        sender=sender.email,
        sender_name=sender.name[:_LONGEST_SUBJECT],
        to=to,
        cc=cc,
        subject=subject,
        date_header=date_header,
        sent=sent,
        text=content.text,
        automatic=automatic.judge(headers, root.value, sender.email, subject, content.text[: content.folds.quote_at]),
        attachments=content.attachments,
        problems=(*problems, *content.problems),
        reply_to=_reply_to(headers, hint, sender.email),
        marks=marks,
        thread_keys=(*_thread_keys(headers), *returned_ids(root), *desks.keys(marks)),
        quote_at=content.folds.quote_at,
        signature_at=content.folds.signature_at,
        essence=essence.of(
            message_id, (sender.email, *to, "", *cc, date_header, subject, content.text), content.attachments
        ),
    )


def _kept(raw: bytes, source: str, fault: str) -> NewMail:
    """Return a message with its bytes and nothing more than its id and its subject as they stand there."""
    head = re.split(rb"\r?\n\r?\n", raw[:100_000].lstrip(), maxsplit=1)[0]
    author, subject, identity, date = (_stands(head, name) for name in (b"from", b"subject", b"message-id", b"date"))
    address = re.search(r"[^\s<>\"',;]+@[^\s<>\"',;]+", author)
    return NewMail(
        raw=raw,
        source=source,
        message_id=identity.strip("<>")[:_LONGEST_HEADER],
        in_reply_to=(),
        references=(),
        sender=address[0].lower() if address else "",
        sender_name=author[:_LONGEST_HEADER],
        to=(),
        cc=(),
        subject=subject[:_LONGEST_SUBJECT],
        date_header=date[:_LONGEST_HEADER],
        sent=None,
        text="",
        automatic=Automatic.NO,
        attachments=(),
        problems=(f"this message could not be read ({fault}): only its bytes are kept",),
    )


def _stands(head: bytes, name: bytes) -> str:
    found = re.search(rb"(?im)^%s[ \t]*:([^\r\n]*)" % name, head)
    return " ".join(found[1].decode("utf-8", "replace").split()) if found else ""


def is_mail(headers: Headers, *, strict: bool = False) -> bool:
    """Return whether the headers are those of a mail. `strict` (a file that does not call itself one) asks for two.

    A MIME entity without an envelope counts too: what is left of a message that was cut out of another.
    """
    known = _KNOWN & headers.names()
    if known & _TELLING:
        return len(known) > int(strict)
    parted = b"boundary" in headers.get("content-type") and headers.token("content-type").startswith("multipart/")
    return known >= _MIME or parted or (not strict and bool(_MIME & known))


def looks_like_mail(start: bytes) -> bool:
    """Return whether the first bytes of a file without a telling name are a mail's headers."""
    view = start.replace(b"\r", b"\n") if b"\n" not in start else start
    return is_mail(header_block.read(view, 0, len(view), lenient=True)[0], strict=True)


def _hint(root: Part) -> str:
    """Return the charset of the first text: raw 8-bit headers are mostly in the same."""
    for part in root.walk():
        if part.main == "text" and charset.codec(part.label):
            return part.label
    return ""


def _sender(headers: Headers, hint: str) -> Address:
    found = addresses.sender(headers.get("from"), hint)
    for name in ("sender", "return-path", "reply-to"):
        if found.email:
            break
        other = addresses.sender(headers.get(name), hint)
        found = Address(other.email, found.name or other.name) if other.email else found
    return found


def _reply_to(headers: Headers, hint: str, sender: str) -> str:
    """Return where an answer would go, if not to the sender."""
    if "reply-to" not in headers:
        return ""
    wanted = [each.email for each in addresses.recipients(headers.get("reply-to"), hint)]
    return "" if sender in wanted else next(iter(wanted), "")


def _thread_keys(headers: Headers) -> list[str]:
    """Return what mail programs number their conversations by: Gmail's number, Outlook's first 22 bytes."""
    found = list[str]()
    if "x-gm-thrid" in headers and (number := headers.get("x-gm-thrid").strip()[:30]).isdigit():
        found.append(f"gm:{number.decode()}")
    if "thread-index" in headers:
        packed = re.sub(rb"[^A-Za-z0-9+/]", b"", headers.get("thread-index")[:2_000])
        try:
            index = binascii.a2b_base64(packed[:32] + b"==")[:_OUTLOOK_CONVERSATION]
        except binascii.Error:
            index = b""
        if len(index) == _OUTLOOK_CONVERSATION and any(index[6:]):
            found.append(f"outlook:{index.hex()}")
    return found


def _markup(root: Part) -> str:
    """Return the HTML of a message that a desk has left a number in."""
    if root.raw.find(b"reshdesk", 0, root.start) < 0:
        return ""
    page = next((part for part in root.walk() if part.type == "text/html" and not part.children), None)
    return charset.decode(page.content()[0][-_MARKUP:], page.label).text if page else ""


def _bare_id(headers: Headers) -> str:
    """Return a Message-ID that stands without brackets and without an at sign."""
    text = headers.text("message-id")[:_LONGEST_HEADER]
    return "".join(text.strip("<>").split()) if len(text.split()) == 1 else ""


def _emails(headers: Headers, name: str, hint: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.email for value in headers.all(name) for each in addresses.recipients(value, hint)))
