"""A transcript that was read and looked at becomes what the journal records."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from casebook.journal.incoming import NewChat
from casebook.journal.terms import Channel
from casebook.journal.times import Moment
from casebook.mail.chats import pasted
from casebook.mail.chats.lines import Conversation, Line, Role
from casebook.mail.chats.stretches import Known, Reading, Teller, nothing_known, stretches

if TYPE_CHECKING:
    from casebook.journal import Journal


def own_names(journal: Journal, firm_id: int | None = None) -> frozenset[str]:
    """Return the names by which the user may stand in a chat with a firm: as its accounts have them."""
    found = set[str]()
    for account in journal.accounts.all(firm_id):
        holder = account.holder.strip().partition("\n")[0]
        found |= {holder, holder.partition(" ")[0], account.user_name, account.uid, account.email}
    return frozenset(filter(None, found))


def roles(read: pasted.Transcript, reading: Reading, own: frozenset[str] = frozenset()) -> dict[str, Role | None]:
    """Return who each speaker is, as the user says (`reading`), else as it seems; None for the system."""
    seems = pasted.roles(read.speakers, reading.me | own)
    return {who: Role.BOT if who in reading.bots else role for who, role in seems.items()}


def spoken(read: pasted.Transcript, parts: Mapping[str, Role | None]) -> list[Line]:
    """Return the lines of a transcript, those of the system as notices that nobody speaks."""
    system = {who for who, role in parts.items() if role is None}
    return [
        replace(line, who="", who_id="", words=f"{line.who}: {line.words}") if line.who in system else line
        for line in read.lines
    ]


def chats(
    text: str,
    read: pasted.Transcript,
    reading: Reading,
    *,
    parts: Mapping[str, Role | None] | None = None,
    title: str = "",
    source: str = "pasted",
    began: Moment | None = None,
    known: Known = nothing_known,
) -> list[NewChat]:
    """Return a transcript, read by `pasted.read` with the same `reading`, as it is recorded: what of it is new.

    `parts` says who each speaker is, the system being None; left out, it is guessed. `began` is when it began, where
    no line says. A transcript whose lines do not all say when is one stretch, and new unless all of it is known.
    """
    given = roles(read, reading) if parts is None else dict(parts)
    reading = replace(
        reading,
        me=frozenset(who for who, role in given.items() if role is Role.ME),
        bots=frozenset(who for who, role in given.items() if role is Role.BOT),
        channel=reading.channel or Channel.CHAT,
    )
    lines = spoken(read, given)
    raw = text.encode("utf-8", "surrogatepass")
    conversation = Conversation("", lines[0].key, title)
    teller = Teller(
        conversation,
        reading,
        f"{source}\n, SHA-256 of the whole {hashlib.sha256(raw).hexdigest()}",
        lambda start, end: raw[start:end],
        lambda _media: None,
    )
    new = [here for here, old in stretches(lines, known) if not old] if read.timed else [lines]
    made = [teller.tell(here) for here in new]
    return [chat if chat.began else replace(chat, began=began) for chat in made]
