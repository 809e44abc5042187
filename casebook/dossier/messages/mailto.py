"""A `mailto:` address that opens a new message in the mail program (RFC 6068), within what programs take."""

from __future__ import annotations

from urllib.parse import quote

LIMIT = 2000
"""Longer ones are cut or refused: Windows hands over some 2,000 characters, and one Chinese character takes nine."""


def url(recipient: str, subject: str, text: str) -> str:
    """Return the address; `fits` says whether it is short enough to be opened."""
    parts = [
        f"{name}={quote(value, safe='')}" for name, value in (("subject", subject), ("body", _lines(text))) if value
    ]
    addresses = ",".join(quote(one.strip(), safe="@") for one in recipient.split(",") if one.strip())
    return f"mailto:{addresses}" + (f"?{'&'.join(parts)}" if parts else "")


def fits(address: str) -> bool:
    """Return whether mail programs take the whole of it."""
    return len(address) <= LIMIT


def _lines(text: str) -> str:
    return "\r\n".join(text.rstrip().splitlines())
