"""What the side panel lists, as rows: what now, what was promised, what proves it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from casebook.gui import texts
from casebook.gui.models import due_words, next_step
from casebook.gui.models.row_model import Row
from casebook.guide import Guide, Suggestion
from casebook.journal.listings import ContactRow
from casebook.journal.planning import Quote
from casebook.journal.records import (
    FollowUp,
    Promise,
    Reference,
    Request,
    Ticket,
)
from casebook.journal.terms import PromiseState, ReferenceKind, RequestState

_EXACT = {ReferenceKind.TXID, ReferenceKind.ADDRESS, ReferenceKind.ORDER, ReferenceKind.IP, ReferenceKind.ERROR}


def follow_ups(found: Sequence[FollowUp], suggestions: Sequence[Suggestion], guide: Guide, now: datetime) -> list[Row]:
    """Return the open follow-ups by time, then the guide's suggestions with ids -1, -2, … by their place."""
    rows = [
        Row(
            follow_up.id,
            due_words.follow_up_title(follow_up, guide),
            next_step.when(follow_up, now),
            ring=True,
            warn=follow_up.rings_at <= now,
        )
        for follow_up in sorted(found, key=lambda f: f.rings_at)
    ]
    for number, suggestion in enumerate(suggestions):
        template = QCoreApplication.translate("SidePanel", "suggested, not before {time}")
        if suggestion.due.utc <= now:
            template = QCoreApplication.translate("SidePanel", "suggested, possible since {time}")
        words = template.format(time=texts.short_time(texts.here(suggestion.due.utc), now))
        rows.append(Row(-1 - number, due_words.step(guide.rules[suggestion.rule]), words))
    return rows


def promises(found: Sequence[Promise], now: datetime) -> list[Row]:
    """Return the promises, the open ones first."""
    rows = []
    for promise in sorted(found, key=lambda p: (p.state is not PromiseState.OPEN, -p.id)):
        late = promise.is_late(now)
        broken = promise.state is PromiseState.BROKEN
        words = QCoreApplication.translate("SidePanel", "“{words}”").format(words=promise.text)
        detail = _promise_detail(promise, now, late=late)
        rows.append(Row(promise.id, words, detail, ring=promise.state is PromiseState.OPEN, warn=late or broken))
    return rows


def _promise_detail(promise: Promise, now: datetime, *, late: bool) -> str:
    """Return who promised, and by when, or what became of it."""
    if promise.state is not PromiseState.OPEN:
        when = texts.short_time(texts.here(promise.resolved_at), now) if promise.resolved_at else ""
        return texts.joined(promise.agent, f"{texts.caption(promise.state)} {when}".strip())
    if promise.due is None:
        return texts.joined(promise.agent, QCoreApplication.translate("SidePanel", "no time named"))
    when = texts.short_moment(promise.due, now)
    template = QCoreApplication.translate("SidePanel", "by {time}")
    if late:
        template = QCoreApplication.translate("SidePanel", "overdue since {time}")
    return texts.joined(promise.agent, template.format(time=when))


def quotes(found: Sequence[Quote], contacts: Mapping[int, ContactRow], now: datetime) -> list[Row]:
    """Return the passages that the dossier quotes, with their notes or their times."""
    rows = []
    for quote in found:
        words = QCoreApplication.translate("SidePanel", "“{words}”").format(words=quote.text)
        said = contacts.get(quote.contact_id)
        when = texts.short_time(said.happened_at + timedelta(seconds=said.offset), now) if said else ""
        rows.append(Row(quote.id, words, texts.joined(when, quote.note)))
    return rows


def references(found: Sequence[Reference], copied: int) -> list[Row]:
    """Return the references; the one with id `copied` is marked."""
    return [
        Row(
            reference.id,
            reference.value,
            texts.joined(
                texts.caption(reference.kind),
                reference.network,
                reference.note,
                QCoreApplication.translate("SidePanel", "copied ✓") if reference.id == copied else "",
            ),
            mono=reference.kind in _EXACT,
        )
        for reference in found
    ]


def tickets(found: Sequence[Ticket], copied: int, now: datetime) -> list[Row]:
    """Return the firm's numbers for the case; the one with id `copied` is marked."""
    since = QCoreApplication.translate("SidePanel", "since {date}")
    mark = QCoreApplication.translate("SidePanel", "copied ✓")
    return [
        Row(
            ticket.id,
            ticket.number,
            texts.joined(
                since.format(date=texts.short_date(texts.today(ticket.recorded_at), now)),
                mark if ticket.id == copied else "",
            ),
            mono=True,
        )
        for ticket in found
    ]


def requests(found: Sequence[Request], now: datetime) -> list[Row]:
    """Return what support asked for: what is still to be supplied first, the most urgent of it on top."""
    rows = []
    for request in sorted(found, key=lambda r: (r.state is not RequestState.OPEN, _until(r), r.id)):
        done, late = request.state is RequestState.SUPPLIED, request.is_late(now)
        detail = _request_detail(request, now, late=late)
        rows.append(Row(request.id, request.text, detail, ring=True, ticked=done, warn=late))
    return rows


def _until(request: Request) -> float:
    return request.due.utc.timestamp() if request.due and request.state is RequestState.OPEN else float("inf")


def _request_detail(request: Request, now: datetime, *, late: bool) -> str:
    """Return until when it is wanted or when it was supplied, and whether it proves who one is."""
    identity = QCoreApplication.translate("SidePanel", "proof of identity") if request.identity else ""
    if request.supplied_at:
        template, when = QCoreApplication.translate("SidePanel", "supplied {date}"), request.supplied_at
    elif request.due:
        template = QCoreApplication.translate("SidePanel", "wanted by {time}")
        if late:
            template = QCoreApplication.translate("SidePanel", "overdue since {time}")
        return texts.joined(template.format(time=texts.short_moment(request.due, now)), identity)
    else:
        template, when = QCoreApplication.translate("SidePanel", "asked {date}"), request.recorded_at
    return texts.joined(template.format(date=texts.short_date(texts.today(when), now)), identity)
