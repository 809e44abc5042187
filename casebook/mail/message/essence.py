"""What makes two copies the same message, whichever way they came: by mbox, as a file, from a server, from a desk.

Servers add headers, formats change line ends and quote `>From `: none of that is part of it. What is: the message's
id, who wrote it when, its words and its attachments.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable

from casebook.journal.records import Attachment

_QUOTED_FROM = re.compile(r"(?m)^>+(?=From )")
_QUOTED_FROM_BYTES = re.compile(rb"(?m)^>+(?=From )")


def of(message_id: str, words: Iterable[str], attachments: Iterable[Attachment]) -> str:
    """Return a digest that all copies of a message share, or empty text for one without a Message-ID.

    `words` are what a copy says: who, to whom, when, the subject, the text.
    """
    if not message_id:
        return ""
    digest = hashlib.sha256()
    for each in (message_id, *words):
        piece = (_QUOTED_FROM.sub("", each) if ">From " in each else each).encode("utf-8", "replace")
        digest.update(b"%d:" % len(piece))
        digest.update(piece)
    for attachment in attachments:
        if isinstance(attachment.content, bytes):
            digest.update(_digest(attachment.content))
    return digest.hexdigest()[:40]


def _digest(content: bytes) -> bytes:
    """Return the digest of an attachment; one that was sent as text may have come with other line ends."""
    if b"\r" in content:
        content = content.replace(b"\r\n", b"\n")
    if b">From " in content:
        content = _QUOTED_FROM_BYTES.sub(b"", content)
    return hashlib.sha256(content.rstrip(b"\n")).digest()
