"""Read the header lines of a case's raw mails: the annex prints them in full, as far as there is room."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import replace

from casebook.dossier.collect import Facts, RawHead
from casebook.journal import Journal
from casebook.journal.errors import CasebookError

_END = re.compile(rb"\r?\n\r?\n")
_MOST = 64 << 10
"""Bytes of one message's headers that are kept: no honest message has more."""


def with_headers(journal: Journal, facts: Facts) -> Facts:
    """Return the facts with the header lines of their raw mails.

    A message that cannot be read is left out here: whoever copies it says so.
    """
    found = {}
    for number, mail in facts.raw_mails.items():
        with suppress(CasebookError, OSError):
            found[number] = head_of(journal.exhibits.read(mail.raw))
    return replace(facts, headers=found)


def head_of(raw: bytes) -> RawHead:
    """Return what stands before the first empty line of a message."""
    # A mailbox's own line before the message is no header of it.
    start = raw.find(b"\n") + 1 if raw.startswith(b"From ") else 0
    end = _END.search(raw, start)
    size = (end.start() if end else len(raw)) - start
    return RawHead(raw[start : start + min(size, _MOST)], size)
