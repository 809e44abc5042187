"""Which message a delivery report is about: it hangs on the report, whole or only its headers (RFC 6522)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casebook.mail.message import addresses
from casebook.mail.message import headers as header_block

if TYPE_CHECKING:
    from casebook.mail.message.tree import Part

_CARRIERS = frozenset({"message/rfc822", "message/global", "text/rfc822-headers", "message/global-headers"})
_MOST_LOOKED_AT = 100_000


def returned_ids(root: Part) -> tuple[str, ...]:
    """Return the Message-ID of what a report brings back; many mail servers name it nowhere else. Never raises."""
    if root.type != "multipart/report":
        return ()
    for part in root.walk():
        if part.type in _CARRIERS and part is not root:
            start = part.content()[0][:_MOST_LOOKED_AT]
            found, _ = header_block.read(start, 0, len(start), lenient=True)
            return addresses.message_ids(found.get("message-id"))[:1]
    return ()
