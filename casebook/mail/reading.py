"""One message read, whatever it came as; and read in such a way that it cannot end the reading of ten thousand."""

from __future__ import annotations

from dataclasses import replace

from casebook.journal.errors import BadInput
from casebook.journal.incoming import NewChat, NewMail
from casebook.mail.formats.sources import Failure, Found
from casebook.mail.message.parse import parse


def read(found: Found) -> NewMail | NewChat:
    """Return what a message says. Raises BadInput where its bytes are none."""
    message = found.ready or _by_kind(found)
    if isinstance(message, NewMail) and (found.outgoing or found.thread_key):
        keys = (*message.thread_keys, *filter(None, (found.thread_key,)))
        return replace(message, outgoing=message.outgoing or found.outgoing, thread_keys=tuple(dict.fromkeys(keys)))
    return message


def read_or_fail(found: Found) -> NewMail | NewChat | Failure:
    """Return what a message says, or why it could not be read."""
    try:
        return read(found)
    except BadInput as error:
        reason = str(error)
    except Exception as error:  # one message must not end the import of ten thousand
        reason = f"this message cannot be read ({type(error).__name__}): the rest was imported without it"
    return Failure(found.source, reason)


def _by_kind(found: Found) -> NewMail:
    if found.kind == "msg":
        from casebook.mail.outlook import reading

        return reading.read(found.raw, found.source)
    return parse(found.raw, found.source, from_mbox=found.from_mbox, envelope=found.envelope)
