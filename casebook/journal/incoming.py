"""What the journal keeps of what came in: mails, their copies, chats, who may write for a firm, checks, mailboxes.

Frozen values, free of the database, as in `records`: datetimes are UTC, empty text means "not given".
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from casebook.journal.records import Attachment, StoredFile
from casebook.journal.terms import Automatic, Channel, Direction, DkimResult, OfficialKind, Security, Why
from casebook.journal.times import Moment


@dataclass(frozen=True, slots=True)
class Mark:
    """What a support desk left in a message. `ticket` is the firm's number, `key` what all messages of it share."""

    system: str
    """`zendesk`, `freshdesk`…: the id of the pattern that found it."""
    ticket: str = ""
    key: str = ""
    """Empty where the mark does not tell one conversation from another."""
    account: str = ""
    """The firm's account at the desk's maker, where the mark names it."""


@dataclass(frozen=True, slots=True)
class Placing:
    """Where a message belongs, and why. Only a `certain` one is filed without asking; `detail` is what says so."""

    case_id: int
    why: Why
    detail: str = ""
    certain: bool = False


@dataclass(frozen=True, slots=True)
class NewMail:
    """A message as read from a file: what was understood, and the raw bytes it was understood from.

    Addresses are lower case, ids without angle brackets. `problems` says in plain words what could not be read.
    """

    raw: bytes
    source: str
    message_id: str
    in_reply_to: tuple[str, ...]
    references: tuple[str, ...]
    sender: str
    sender_name: str
    to: tuple[str, ...]
    cc: tuple[str, ...]
    subject: str
    date_header: str
    sent: Moment | None
    text: str
    automatic: Automatic
    attachments: tuple[Attachment, ...]
    problems: tuple[str, ...] = ()
    reply_to: str = ""
    """The address an answer would go to, where it is another than the sender's."""
    marks: tuple[Mark, ...] = ()
    thread_keys: tuple[str, ...] = ()
    """What else than message ids tells the conversation: `gm:…`, `outlook:…`, a desk's `zendesk:…`."""
    quote_at: int | None = None
    signature_at: int | None = None
    essence: str = ""
    """The same for every copy of one message, whichever way it came; empty where no copy could be told."""
    outgoing: bool = False
    """Whether the source says that the user sent it (a label or folder of sent mail)."""


@dataclass(frozen=True, slots=True)
class Mail:
    """The mail side of a contact: the headers, the thread, and the raw bytes' hash."""

    contact_id: int
    message_id: str
    in_reply_to: tuple[str, ...]
    references: tuple[str, ...]
    thread_id: int
    sender: str
    sender_name: str
    to: tuple[str, ...]
    cc: tuple[str, ...]
    subject: str
    date_header: str
    source: str
    problems: tuple[str, ...]
    raw: StoredFile
    reply_to: str = ""
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class MailCopy:
    """A further copy of a mail, from elsewhere: its bytes may differ in what mail servers add."""

    id: int
    contact_id: int
    source: str
    raw: StoredFile
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class BroughtRow:
    """A message that came in, as the report of an import names it."""

    contact_id: int
    case_id: int | None
    happened: Moment
    subject: str
    who: str
    source: str
    problems: tuple[str, ...]
    """What of it could not be understood."""


@dataclass(frozen=True, slots=True)
class NewChat:
    """A stretch of a conversation on its way in. `raw` is the exact bytes of its messages in the exported file."""

    raw: bytes
    source: str
    platform: str
    """`telegram`, `discord`, `whatsapp`, or what the user calls it."""
    conversation: str
    """What tells this conversation from others of the platform."""
    title: str
    began: Moment | None
    text: str
    """Numbered lines: `1  14:03  Lily: …`."""
    keys: tuple[str, ...]
    """One for each line, the same whenever that line is exported again."""
    agent: str = ""
    attachments: tuple[Attachment, ...] = ()
    problems: tuple[str, ...] = ()
    channel: Channel = Channel.SOCIAL
    direction: Direction = Direction.BOTH
    """Who spoke in it."""
    bot: bool | None = None
    """Whether nobody but a machine spoke for the firm; None where that cannot be told."""

    @property
    def thread_key(self) -> str:
        """What all stretches of a conversation share."""
        return f"chat:{self.platform}:{self.conversation}"


@dataclass(frozen=True, slots=True)
class Chat:
    """The conversation side of a contact."""

    contact_id: int
    platform: str
    conversation: str
    title: str
    thread_id: int
    source: str
    problems: tuple[str, ...]
    raw: StoredFile


@dataclass(frozen=True, slots=True)
class Official:
    """A way in which a firm really writes, as the user verified it. `value` is folded to the form it is compared in."""

    id: int
    firm_id: int
    kind: OfficialKind
    value: str
    platform: str
    """Of a handle: where."""
    how: str
    """How the user knows, in the user's words."""
    verified_at: datetime
    note: str
    recorded_at: datetime
    withdrawn_at: datetime | None
    """When the user took it back."""


@dataclass(frozen=True, slots=True)
class PhishingCode:
    """The fingerprint of an anti-phishing code, and from when until when it was in use (ISO dates, or empty)."""

    id: int
    firm_id: int
    salt: str
    fingerprint: str
    length: int
    since: str
    until: str
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class DkimCheck:
    """One DKIM signature of a mail as it was checked, with the key it was checked against."""

    id: int
    contact_id: int
    result: DkimResult
    domain: str
    selector: str
    detail: str
    key_record: str
    """The key record as the name server gave it; empty where there was none."""
    answer: str
    """The name server's whole answer, as text."""
    server: str
    fetched_at: datetime | None
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class Mailbox:
    """A mailbox on a server. `fingerprint` is the SHA-256 of the certificate the user accepted, empty for the usual."""

    id: int
    name: str
    host: str
    port: int
    security: Security
    user: str
    fingerprint: str
    search: str
    """What to fetch, as an IMAP search, empty for everything."""
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class MailboxFolder:
    """A folder of a mailbox: whether it is read, and how far (RFC 3501, 2.3.1.1)."""

    mailbox_id: int
    name: str
    chosen: bool
    uidvalidity: int
    last_uid: int
    read_at: datetime | None
