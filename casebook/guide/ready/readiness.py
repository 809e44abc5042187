"""How ready a case is: each item of its checklist held against what is known, and what answers it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from email.utils import parseaddr
from enum import StrEnum
from itertools import islice
from pathlib import Path

from casebook.guide.ready import checklists, subjects
from casebook.guide.ready.checklists import TOLD, Group, Item
from casebook.guide.ready.known import Known
from casebook.guide.ready.warnings import PUBLIC
from casebook.journal.records import Contact, Exhibit
from casebook.journal.terms import Automatic, Channel, CheckState, Direction, OfficialKind, RequestState
from casebook.journal.times import Moment, Precision

_WRITTEN = frozenset({Channel.EMAIL, Channel.TICKET, Channel.IN_APP, Channel.LETTER})
_LONG = 400
"""Characters from which a description wants numbered points."""
_POINT = re.compile(r"(?m)^\s*(?:\d{1,2}|[一二三四五六七八九十]+|[-*•·])[.)、．）]?\s*\S")


class State(StrEnum):
    """Where an item stands."""

    THERE = "there"
    """The record has it."""
    TICKED = "ticked"
    """The user says it is done."""
    NOT_NEEDED = "not-needed"
    """The user says it is not needed here."""
    OPTIONAL = "optional"
    """It is not there, and this kind of problem can do without."""
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Found:
    """What answers an item: which need, and the value as it is recorded."""

    kind: str
    what: str
    value: str | Moment


@dataclass(frozen=True, slots=True)
class Standing:
    """One item and where it stands in a case."""

    item: Item
    state: State
    found: Found | None = None
    note: str = ""
    """The user's own words on it."""
    optional: bool = False
    """Whether this kind of problem can do without it."""

    @property
    def is_open(self) -> bool:
        """Whether something is to be done about it."""
        return self.state is State.MISSING


class _NotYet:
    """There is nothing yet that the item speaks of."""


_NOT_YET = _NotYet()
_Answer = str | Moment | _NotYet | None


def checklist(folder: Path, known: Known, channel: Channel | None = None) -> tuple[Standing, ...]:
    """Return the checklist of a case in its order; with a channel, what matters for writing over it too.

    Without one only what is told to the firm is in it: facts and evidence. `folder` is where the checklists lie.
    """
    wanted = [item for item in checklists.load_all(folder) if item.is_for(known.case.category)]
    if channel is None:
        wanted = [item for item in wanted if item.group in TOLD]
    else:
        wanted = [item for item in wanted if not item.channels or str(channel) in item.channels]
    scope = _Scope(known, channel, subjects.load(folder))
    if not scope.latest(Direction.OUT, Direction.BOTH):
        wanted = [item for item in wanted if item.group is not Group.AFTER]
    return tuple(standing for item in wanted if (standing := _stand(item, scope)))


def answered(item: Item, known: Known, lists: subjects.Subjects | None = None) -> Found | None:
    """Return what in the record answers an item, None where nothing does."""
    return _found(item, _Scope(known, None, lists))[0]


def completeness(standings: Iterable[Standing]) -> tuple[int, int]:
    """Return how much of what is to be told is there, and of how much; what can be done without does not count."""
    counted = [s for s in standings if s.item.group in TOLD and not s.optional and s.state is not State.NOT_NEEDED]
    return sum(not s.is_open for s in counted), len(counted)


@dataclass(frozen=True, slots=True)
class _Scope:
    known: Known
    channel: Channel | None
    lists: subjects.Subjects | None

    def latest(self, *directions: Direction, over: Iterable[Channel] = tuple(Channel)) -> Contact | None:
        """Return the latest contact of a direction, over the chosen channel where one is chosen."""
        wanted = {self.channel} if self.channel else set(over)
        for contact in reversed(self.known.contacts):
            if contact.direction in directions and contact.channel in wanted and contact.automatic is Automatic.NO:
                return contact
        return None


def _stand(item: Item, scope: _Scope) -> Standing | None:
    found, applies = _found(item, scope)
    mark = scope.known.mark(item.id)
    optional = item.is_optional(scope.known.case.category)
    if found:
        state = State.THERE
    elif mark:
        state = State.TICKED if mark.state is CheckState.DONE else State.NOT_NEEDED
    elif not applies:
        return None
    else:
        state = State.OPTIONAL if optional else State.MISSING
    return Standing(item, state, found, mark.note if mark else "", optional)


def _found(item: Item, scope: _Scope) -> tuple[Found | None, bool]:
    """Return what answers an item, and whether there is anything yet that it speaks of."""
    applies = False
    for kind, what in item.needs:
        answer = _TESTS[kind](scope, what)
        if isinstance(answer, str | Moment) and answer:
            return Found(kind, what, answer), True
        applies = applies or not isinstance(answer, _NotYet)
    return None, applies


def _case(scope: _Scope, what: str) -> _Answer:
    case = scope.known.case
    if what == "minute":
        return case.problem if case.problem and case.problem.precision is not Precision.DATE else None
    if what == "clear":
        claim = case.claim.strip()
        return claim if claim and (len(claim) <= _LONG or len(_POINT.findall(claim)) > 1) else None
    if what == "amount":
        return f"{case.amount} {case.asset}".strip() if case.amount else None
    return str(getattr(case, what))


def _account(scope: _Scope, what: str) -> _Answer:
    account = scope.known.account
    return str(getattr(account, what)) if account else None


def _exhibit(scope: _Scope, what: str) -> _Answer:
    from casebook.guide.ready import file_names

    shown = [e for e in scope.known.exhibits if e.purged_at is None]
    if what == "named":
        if not shown:
            return _NOT_YET
        return None if any(not file_names.says_what(e) for e in shown) else _labels(shown)
    if what == "clause":
        return next((e.clause for e in shown if e.clause), None)
    if what in {"any", "pdf"}:
        return _labels(e for e in shown if what == "any" or e.media_type == "application/pdf")
    return _labels(e for e in shown if _is(e, what))


def _is(exhibit: Exhibit, what: str) -> bool:
    from casebook.guide.ready import file_names

    if what == "text":
        return exhibit.media_type.startswith("text/") or exhibit.media_type == "application/json"
    return file_names.kind_of(exhibit) == what or (what == "image" and exhibit.media_type.startswith("image/"))


def _labels(exhibits: Iterable[Exhibit]) -> str:
    """Return the labels of the first ones; no more are looked for than it takes to know that there are more."""
    first = list(islice(exhibits, 4))
    shown = ", ".join(e.label or e.name for e in first[:3])
    return f"{shown} …" if len(first) > 3 else shown


def _transfer(scope: _Scope, what: str) -> _Answer:
    for transfer in scope.known.disputed:
        value: object = getattr(transfer, what)
        if value:
            return value if isinstance(value, Moment) else str(value)
    return None


def _reference(scope: _Scope, what: str) -> _Answer:
    return next((r.value for r in scope.known.references if r.kind == what), None)


def _contact(scope: _Scope, what: str) -> _Answer:
    over = [c for c in scope.known.contacts if c.channel == what]
    return over[-1].happened if over else None


def _request(scope: _Scope, what: str) -> _Answer:
    requests = scope.known.requests
    supplied = [r for r in requests if r.state is RequestState.SUPPLIED]
    if what == "supplied":
        return supplied[-1].text if supplied else None
    if not requests:
        return _NOT_YET
    return supplied[-1].text if len(supplied) == len(requests) else None


def _letter(scope: _Scope, what: str) -> _Answer:
    letters = [x for x in scope.known.letters if scope.channel in {None, x.channel}]
    if not letters:
        return None
    letter = letters[0]
    if what == "subject":
        good = scope.lists and letter.subject and not scope.lists.flaws(letter.subject)
        return letter.subject if good else None
    if what == "exhibits":
        return _labels([e for e in scope.known.exhibits if e.id in letter.exhibits])
    address = parseaddr(letter.recipient)[1].casefold()
    mine = {o.value.casefold() for o in scope.known.officials if o.kind is OfficialKind.ADDRESS}
    return address if address and address in mine else None


def _sent(scope: _Scope, what: str) -> _Answer:
    known = scope.known
    over = {"copy": _WRITTEN, "copy-public": PUBLIC, "badge": {Channel.SOCIAL}}.get(what, {Channel.EMAIL})
    if what == "badge":
        seen = [c.details.badge for c in known.contacts if c.channel in over and c.details.badge]
        return seen[-1] if seen else None
    last = scope.latest(Direction.OUT, Direction.BOTH, over=over)
    if last is None or last.channel not in over:
        return _NOT_YET
    if what in {"copy", "copy-public"}:
        return last.happened if last.id in known.senders or last.exhibits else None
    if what == "receipt":
        return last.details.receipt
    sender = (known.senders.get(last.id) or parseaddr(last.details.own_address)[1]).casefold()
    own = known.account.email.casefold() if known.account else ""
    return sender if sender and sender == own else None


def _reply(scope: _Scope, _what: str) -> _Answer:
    last = scope.latest(Direction.IN, Direction.BOTH)
    if last is None or last.channel is Channel.HELP_CENTRE:
        return _NOT_YET
    return last.details.instructions


def _official(scope: _Scope, what: str) -> _Answer:
    return next((o.value for o in scope.known.officials if what in {"any", str(o.kind)}), None)


def _ticket(scope: _Scope, _what: str) -> _Answer:
    return scope.known.tickets[-1].number if scope.known.tickets else None


_TESTS: Mapping[str, Callable[[_Scope, str], _Answer]] = {
    "case": _case,
    "account": _account,
    "exhibit": _exhibit,
    "reference": _reference,
    "transfer": _transfer,
    "contact": _contact,
    "ticket": _ticket,
    "request": _request,
    "letter": _letter,
    "sent": _sent,
    "reply": _reply,
    "official": _official,
    "mark": lambda _scope, _what: None,
}
KINDS = frozenset(_TESTS)
"""The kinds of needs that can be told."""
