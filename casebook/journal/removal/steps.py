"""Taking writes back: what the ledger tells of a few entries, turned round. Both ways stay in the ledger."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING, Any

from peewee import IntegrityError

from casebook.journal.changes import Changes, Kind
from casebook.journal.core import Core, in_bin, ledgered, require_case
from casebook.journal.errors import BadInput, DiskTrouble, NotFound
from casebook.journal.proof.history import Event, History, facts_of
from casebook.journal.removal.erasing import Rooms
from casebook.journal.store.database import rows

if TYPE_CHECKING:
    from casebook.journal.kinds.contacts import Contacts
    from casebook.journal.kinds.inbox import Inbox
    from casebook.journal.removal.bin import Bin


class Way(Enum):
    """How an entry is taken back."""

    PLAIN = auto()
    """A new record goes, a changed one is as it was, one that was taken out is back under its number."""
    BIN = auto()
    """Into the bin, or out of it: cases, contacts and exhibits are never simply gone."""
    REWORD = auto()
    """The earlier words of a contact come back as a change of their own."""
    UNFILE = auto()
    RETURN = auto()
    """A discarded mail waits again, one that was put back is discarded."""
    ALONG = auto()
    """With the record that it belongs to."""


WAYS: Mapping[str, Way] = {
    **dict.fromkeys(
        (
            *("firm.added", "firm.edited", "account.added", "account.edited", "case.edited", "case.closed"),
            *("case.reopened", "contact.supplemented", "exhibit.described", "ticket.added", "ticket.unlinked"),
            *("reference.added", "transfer.added", "transfer.edited", "transfer.erased", "loss.added", "loss.edited"),
            *("loss.erased", "promise.added", "promise.edited", "promise.kept", "promise.broken", "promise.withdrawn"),
            *("promise.unknown", "promise.open", "request.added", "request.edited", "request.supplied"),
            *("request.reopened", "follow_up.added", "follow_up.done", "follow_up.dropped", "follow_up.reopened"),
            *("follow_up.snoozed", "follow_up.woken", "follow_up.rescheduled", "firm_rule.set", "firm_rule.erased"),
            *("firm_channel.added", "firm_channel.edited", "firm_channel.erased", "deadline.set", "deadline.moved"),
            *("deadline.ended", "deadline.dropped", "deadline.reopened", "check_mark.set", "check_mark.erased"),
            *("quote.added", "quote.edited", "quote.erased", "answer.given", "answer.changed", "answer.erased"),
            *("official.added", "official.edited", "official.verified", "official.withdrawn", "phishing_code.set"),
            *("phishing_code.ended", "phishing_code.erased", "redaction.replaced", "redaction.withdrawn"),
        ),
        Way.PLAIN,
    ),
    **dict.fromkeys(
        (
            *("case.opened", "case.deleted", "case.restored", "contact.logged", "contact.deleted"),
            *("contact.restored", "exhibit.added", "exhibit.deleted", "exhibit.restored"),
        ),
        Way.BIN,
    ),
    "contact.corrected": Way.REWORD,
    "contact.amended": Way.REWORD,
    "contact.fact-changed": Way.ALONG,
    "exhibit.filed": Way.ALONG,
    "mail.filed": Way.UNFILE,
    "mail.discarded": Way.RETURN,
    "mail.restored": Way.RETURN,
}
"""The verbs of the ledger that can be taken back, and how."""

STAYS: Mapping[str, str] = {
    **dict.fromkeys(("export.made", "export.stamped"), "it went out: taking the note back would not call it back"),
    **dict.fromkeys(
        (
            *(
                "contact.purged",
                "exhibit.purged",
                "mail.purged",
                "amendment.purged",
                "imported_case.purged",
                "record.purged",
                "bin.emptied",
            ),
            *("case.erased", "contact.erased", "exhibit.erased", "redaction.erased", "deadline.erased", "dkim.erased"),
        ),
        "it was erased for good",
    ),
    **dict.fromkeys(
        ("case.unlinked", "transfer.unlinked", "deadline.unlinked", "case.linked"), "it follows from what was erased"
    ),
    **dict.fromkeys(
        ("mail.imported", "mail.kept", "mail.copied", "chat.imported", "chat.kept", "mail.unfiled", "exhibit.unfiled"),
        "it came from outside, or was put back already: the inbox files and discards",
    ),
    "case.taken-in": "a whole case came from another casebook: it can be deleted",
    "redaction.added": "the copy is withdrawn, not lost: the message beside it says how",
    "exhibit.read": "it was looked at",
    "dkim.checked": "it is what the mail says",
    "clock.set-back": "it is what the computer did",
    **dict.fromkeys(("ledger.key-added", "ledger.accepted"), "it is what the ledger rests on"),
    **dict.fromkeys(
        ("casebook.restored", "casebook.encrypted", "casebook.decrypted"), "the whole casebook changed with it"
    ),
    "preferences.changed": "the same dialog sets it again",
}
"""The verbs that cannot, and why."""

_SILENT = frozenset({"exhibit.read", "clock.set-back", "ledger.key-added"})
"""Entries that come along with others and say nothing of what the user did."""
_BINNED = frozenset({Kind.CASE, Kind.CONTACT, Kind.EXHIBIT})
_WORDS = ("channel", "direction", "agent", "agent_id", "platform", "subject", "text", "outcome", "bot", "happened")


@dataclass(frozen=True, slots=True)
class _Line:
    number: int
    what: str
    which: str
    case_id: int | None
    state: dict[str, Any] | None


@dataclass(slots=True)
class _Turn:
    """One record and what a step did to it: from `before` (None: it was not there) to `after`."""

    kind: Kind
    id: int
    case_id: int | None
    way: Way
    verbs: list[str]
    before: dict[str, Any] | None
    after: dict[str, Any] | None
    lost: bool
    """Whether the words that stood there before were erased."""


class Steps:
    """Takes the writes of a person back, as long as nothing else was made of them."""

    def __init__(self, core: Core, rooms: Rooms, bin_: Bin, contacts: Contacts, inbox: Inbox) -> None:
        self._core, self._rooms, self._bin = core, rooms, bin_
        self._contacts, self._inbox = contacts, inbox

    def latest(self) -> tuple[tuple[int, int], ...]:
        """Return the first and last entry of each write of this thread since the last call."""
        return self._core.written.take()

    def claim(self, spans: Iterable[tuple[int, int]]) -> None:
        """Take writes of a background thread for this thread's own: they were done for whoever acts here."""
        self._core.written.claim(spans)

    def describe(self, spans: Iterable[tuple[int, int]]) -> tuple[Event, int] | None:
        """Return the first entry of a step and how many tell the like; None where it cannot be taken back."""
        counted: dict[str, tuple[int, int]] = {}
        for first, last in spans:
            found = rows(
                self._core.database,
                "SELECT json_extract(entry, '$.what') AS what, min(number), count(*) FROM ledger "
                "WHERE number BETWEEN ? AND ? GROUP BY what",
                (first, last),
            )
            for what, number, many in found:
                start, so_far = counted.get(what, (number, 0))
                counted[what] = min(start, number), so_far + many
        told = {what: found for what, found in counted.items() if what not in _SILENT}
        if not told or not told.keys() <= WAYS.keys():
            return None
        number, many = min(told.values())
        return History(self._core).between(number, number)[0], many

    def refuse_changed(self, spans: Iterable[tuple[int, int]]) -> None:
        """Raise what `take_back` would raise, without writing: for a step that goes back by a way of its own."""
        self._refuse_changed([turn for turn in self._turns(spans) if turn.way in {Way.PLAIN, Way.BIN}])

    def take_back(self, spans: Iterable[tuple[int, int]], reason: str = "taken back") -> Changes:
        """Undo everything that the entries tell, or nothing; `reason` stands with words that became amendments.

        Raises BadInput where something changed since, is named by something newer, or cannot be taken back at all;
        NotFound for entries that are not there.
        """
        with self._core.write() as noted:
            turns = self._turns(spans)
            self._refuse_changed(turns)
            for turn in turns:
                self._turn(turn, turns, reason)
            return noted.changes(turns[-1].id if turns else 0)

    def _lines(self, first: int, last: int) -> list[_Line]:
        found = rows(
            self._core.database,
            "SELECT l.number, json_extract(l.entry, '$.what'), l.which, l.case_id, p.payload FROM ledger l "
            "LEFT JOIN ledger_payload p ON p.number = l.number WHERE l.number BETWEEN ? AND ? ORDER BY l.number",
            (first, last),
        )
        return [_Line(n, what, which, case, _state(text)) for n, what, which, case, text in found]

    def _turns(self, spans: Iterable[tuple[int, int]]) -> list[_Turn]:
        """Return what a step did, record by record, the last one first: what was built on others goes before them."""
        turns: dict[str, _Turn] = {}
        for first, last in spans:
            lines = self._lines(first, last)
            if not lines:
                raise NotFound("there is no ledger entry {number}", number=first)
            for line in lines:
                if line.what in _SILENT:
                    continue
                if line.what not in WAYS:
                    raise BadInput("what ledger entry {number} tells of cannot be taken back", number=line.number)
                turn = turns.pop(line.which, None) or self._begin(line)
                turn.verbs.append(line.what)
                turn.after = line.state
                if turn.way is Way.PLAIN:
                    turn.way = WAYS[line.what]
                turns[line.which] = turn
        return list(reversed(turns.values()))

    def _begin(self, line: _Line) -> _Turn:
        kind, _, number = line.which.partition(":")
        earlier = rows(
            self._core.database,
            "SELECT json_extract(l.entry, '$.what'), p.payload FROM ledger l LEFT JOIN ledger_payload p "
            "ON p.number = l.number WHERE l.which = ? AND l.number < ? ORDER BY l.number DESC LIMIT 1",
            (line.which, line.number),
        )
        there = bool(earlier) and not earlier[0][0].endswith(".erased")
        before = _state(earlier[0][1]) if there else None
        lost = there and before is None
        return _Turn(Kind(kind), int(number), line.case_id, WAYS[line.what], [], before, line.state, lost)

    def _refuse_changed(self, turns: list[_Turn]) -> None:
        for turn in turns:
            now = self._rooms[turn.kind]._raw(turn.id)
            if turn.lost:
                raise BadInput("{label} cannot be taken back: its earlier words were erased", label=_label(turn))
            if turn.way in {Way.PLAIN, Way.REWORD} and (now or {}).get("deleted_at") is not None:
                raise in_bin(_label(turn))
            if turn.way is not Way.ALONG and not _as_left(turn, now):
                raise BadInput(
                    "{label} was changed since: take that back first, or change it by hand", label=_label(turn)
                )

    def _turn(self, turn: _Turn, turns: list[_Turn], reason: str) -> None:
        ways: dict[Way, Callable[[], object]] = {
            Way.PLAIN: lambda: self._plain(turn, turns),
            Way.BIN: lambda: self._binned(turn, turns),
            Way.REWORD: lambda: self._reword(turn, reason),
            Way.UNFILE: lambda: self._inbox.unfile([turn.id]),
            Way.RETURN: lambda: (
                self._inbox.restore([turn.id]) if turn.verbs[-1] == "mail.discarded" else self._inbox.discard([turn.id])
            ),
            Way.ALONG: lambda: None,
        }
        ways[turn.way]()

    def _plain(self, turn: _Turn, turns: list[_Turn]) -> None:
        room, kind = self._rooms[turn.kind], str(turn.kind)
        if turn.case_id is not None and turn.kind is not Kind.CASE:
            require_case(self._core, turn.case_id)
        try:
            if turn.verbs[-1].endswith(".erased"):
                if turn.before is not None:
                    room.take(f"{kind}.put-back", turn.case_id, turn.before)
            elif turn.before is not None:
                assert turn.after is not None
                room.blot(f"{kind}.taken-back", turn.id, turn.case_id, _differences(turn.after, turn.before))
            elif not _stays_along(turn, turns):
                room.erase(turn.id, turn.case_id)
        except DiskTrouble as error:
            if not isinstance(error.__cause__, IntegrityError):
                raise
            raise BadInput("{label} stays: something that was recorded since names it", label=_label(turn)) from None

    def _binned(self, turn: _Turn, turns: list[_Turn]) -> None:
        if turn.kind is Kind.EXHIBIT and turn.before is None and _of_new_contact(turn, turns):
            return  # it goes with its contact
        gone = (turn.after or {}).get("deleted_at") is not None
        if gone:
            self._bin.restore(turn.kind, turn.id)
        else:
            delete = {Kind.CASE: self._bin.delete_case, Kind.CONTACT: self._bin.delete_contact}
            delete.get(turn.kind, self._bin.delete_exhibit)(turn.id)

    def _reword(self, turn: _Turn, reason: str) -> None:
        """Put a contact's earlier words back: soon after as a correction, later as an amendment with its reason."""
        assert turn.before is not None
        contact, facts = self._contacts.get(turn.id), facts_of(json.dumps(turn.before))
        wanted = {name: facts[name] for name in _WORDS if name in facts}
        wanted["bot"] = None if wanted.get("bot") is None else bool(wanted["bot"])
        changed = {name: value for name, value in wanted.items() if getattr(contact, name) != value}
        locked = self._contacts.is_locked(contact, self._core.clock())
        self._contacts.change(turn.id, reason if locked else "", **changed)


def _stays_along(turn: _Turn, turns: list[_Turn]) -> bool:
    """Return whether a new record stays: what it was made along with lies in the bin, and can be put back."""
    if turn.kind is Kind.TICKET:
        return _of_new_contact(turn, turns)
    return turn.kind in {Kind.FIRM, Kind.ACCOUNT} and any(t.kind is Kind.CASE and t.before is None for t in turns)


def _of_new_contact(turn: _Turn, turns: list[_Turn]) -> bool:
    contact = (turn.after or {}).get("contact_id")
    return any(t.kind is Kind.CONTACT and t.id == contact and t.before is None and t.way is Way.BIN for t in turns)


def _as_left(turn: _Turn, now: Mapping[str, Any] | None) -> bool:
    """Return whether a record still is as the step left it, in all that the step did."""
    if turn.verbs[-1].endswith(".erased"):
        return now is None
    if now is None or turn.after is None:
        return False
    if turn.before is None:
        told = ledgered(str(turn.kind), now)
        silent = {"read_at"}  # that it was looked at changes nothing
        return {n: v for n, v in told.items() if n not in silent} == {
            n: v for n, v in turn.after.items() if n not in silent
        }
    return all(now.get(name) == turn.after.get(name) for name in _differences(turn.after, turn.before))


def _differences(after: Mapping[str, Any], before: Mapping[str, Any]) -> dict[str, Any]:
    """Return the columns in which two states differ, as they were before."""
    names = dict.fromkeys((*before, *after))
    return {name: before.get(name) for name in names if before.get(name) != after.get(name)}


def _label(turn: _Turn) -> str:
    if turn.kind is Kind.CASE:
        return f"C-{turn.id}"
    number = (turn.after or {}).get("number")
    if turn.kind is Kind.EXHIBIT and number:
        return f"EX-{number}"
    return f"{str(turn.kind).replace('_', '-')} {turn.id}"


def _state(payload: str | None) -> dict[str, Any] | None:
    return None if payload is None else json.loads(payload)
