"""Small makers of journal input, so that a test says only what it is about."""

from casebook.journal import Journal
from casebook.journal.incoming import NewMail
from casebook.journal.records import Attachment, Moment
from casebook.journal.terms import Automatic, Channel, Direction
from casebook.journal.times import parse

ZONE = "Asia/Singapore"


def at(text: str, zone: str = ZONE) -> Moment:
    return parse(text, zone)


def log(journal: Journal, case_id: int, text: str = "They said it is under review.", **more: object) -> int:
    """Log a contact with sensible defaults; return its id."""
    values: dict[str, object] = {
        "channel": Channel.CHAT,
        "direction": Direction.IN,
        "happened": at("2026-11-20 14:03"),
        "text": text,
    }
    return journal.contacts.log(case_id, **{**values, **more}).made  # type: ignore[arg-type]


def mail(
    number: int, *, references: tuple[str, ...] = (), sender: str = "support@kestrel.example", **more: object
) -> NewMail:
    """Return a message whose id is `<number>@test`."""
    values: dict[str, object] = {
        "raw": f"Message-ID: <{number}@test>\n\nWords {number}".encode(),
        "source": f"test.mbox #{number}",
        "message_id": f"{number}@test",
        "in_reply_to": references[-1:],
        "references": references,
        "sender": sender,
        "sender_name": "Kestrel Support",
        "to": ("lin@example.org",),
        "cc": (),
        "subject": f"Message {number}",
        "date_header": "",
        "sent": at(f"2026-11-{number % 27 + 1:02d} 10:00"),
        "text": f"Words of message {number}",
        "automatic": Automatic.NO,
        "attachments": (),
    }
    return NewMail(**{**values, **more})  # type: ignore[arg-type]


def picture(name: str = "chat.png", content: bytes = b"not really a picture") -> Attachment:
    return Attachment(name, content)
