"""The JSON shapes of the command line: a contract, one function for each kind of record.

Times as a person states them (`happened_at`, `due_at`) are RFC 3339 with the offset they were stated in; times that
the program took (`recorded_at` and its like) are RFC 3339 in UTC. `case` is the local number, `C-12`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any

from casebook.journal.incoming import Mail
from casebook.journal.kinds.follow_ups import Move
from casebook.journal.listings import DueRow, Hit, InboxRow
from casebook.journal.planning import Quote
from casebook.journal.records import (
    Account,
    Amendment,
    Case,
    Contact,
    Exhibit,
    Firm,
    FollowUp,
    Promise,
    Reference,
    Request,
    Ticket,
    Verdict,
)
from casebook.journal.times import Moment, to_text, zone

if TYPE_CHECKING:
    from casebook.mail.filing.matching import Suggestion

Shape = dict[str, Any]


def number(case_id: int | None) -> str | None:
    """Return `C-12`, or None for what belongs to no case."""
    return f"C-{case_id}" if case_id is not None else None


def utc(when: datetime | None) -> str | None:
    """Return `2026-11-20T06:03:00.000Z`, or None."""
    return to_text(when) if when else None


def stated(when: Moment | None) -> str | None:
    """Return `2026-11-20T14:03:00+08:00`, or None."""
    return when.rfc3339 if when else None


def local(when: datetime | None, zone_name: str) -> str | None:
    """Return a UTC time as RFC 3339 with the offset it has in a zone, or None."""
    if when is None:
        return None
    there = when.astimezone(zone(zone_name))
    return there.replace(tzinfo=timezone(there.utcoffset() or timedelta())).isoformat(timespec="seconds")


def firm(record: Firm) -> Shape:
    """Return a firm."""
    return {
        "id": record.id,
        "name": record.name,
        "kind": str(record.kind),
        "country": record.country,
        "zone": record.zone,
        "note": record.note,
        "legal_name": record.legal_name,
        "licence": record.licence,
        "address": record.address,
        "recorded_at": utc(record.recorded_at),
    }


def account(record: Account) -> Shape:
    """Return an account."""
    return {
        "id": record.id,
        "firm_id": record.firm_id,
        "holder": record.holder,
        "uid": record.uid,
        "user_name": record.user_name,
        "email": record.email,
        "aliases": list(record.aliases),
        "phone": record.phone,
        "vip_tier": record.vip_tier,
        "vip_tier_on": record.vip_tier_on,
        "registered_on": record.registered_on,
        "usual_ips": record.usual_ips,
        "callback": record.callback,
        "note": record.note,
        "recorded_at": utc(record.recorded_at),
    }


def case(record: Case, firm_name: str) -> Shape:
    """Return a case without what belongs to it."""
    return {
        "id": record.id,
        "number": record.number,
        "firm": firm_name,
        "firm_id": record.firm_id,
        "account_id": record.account_id,
        "title": record.title,
        "category": str(record.category),
        "status": str(record.status),
        "amount": record.amount,
        "asset": record.asset,
        "network": record.network,
        "claim": record.claim,
        "remedy": record.remedy,
        "problem_at": stated(record.problem),
        "seen_on": record.seen_on,
        "steps": record.steps,
        "outcome": record.outcome,
        "body": record.body,
        "representative": record.representative,
        "client_reference": record.client_reference,
        "proceedings": record.proceedings,
        "insolvency": record.insolvency,
        "deadline_at": stated(record.deadline),
        "deadline_source": record.deadline_source,
        "final_contact": record.final_contact_id,
        "tags": list(record.tags),
        "opened_at": utc(record.opened_at),
        "closed_at": utc(record.closed_at),
        "recorded_at": utc(record.recorded_at),
    }


def contact(record: Contact) -> Shape:
    """Return a contact with its tickets and exhibits."""
    return {
        "id": record.id,
        "case": number(record.case_id),
        "happened_at": record.happened.rfc3339,
        "zone": record.happened.zone,
        "precision": str(record.happened.precision),
        "known": str(record.happened.known),
        "recorded_at": utc(record.recorded_at),
        "channel": str(record.channel),
        "direction": str(record.direction),
        "agent": record.agent,
        "agent_id": record.agent_id,
        "bot": record.bot,
        "platform": record.platform,
        "subject": record.subject,
        "text": record.text,
        "outcome": record.outcome,
        "automatic": str(record.automatic),
        "role": record.role,
        "translation": record.translation,
        "details": json.loads(record.details.to_json() or "{}"),
        "tickets": list(record.tickets),
        "exhibits": [
            {"number": e.label, "file": e.name, "sha256": e.file.sha256, "bytes": e.file.size} for e in record.exhibits
        ],
        "amended": record.amended,
        "purged_at": utc(record.purged_at),
    }


def exhibit(record: Exhibit) -> Shape:
    """Return an exhibit."""
    return {
        "id": record.id,
        "case": number(record.case_id),
        "contact": record.contact_id,
        "number": record.label,
        "file": record.name,
        "sha256": record.file.sha256,
        "bytes": record.file.size,
        "media_type": record.media_type,
        "source": str(record.source),
        "inline": record.inline,
        "description": record.description,
        "taken_at": utc(record.taken_at),
        "origin": record.origin,
        "url": record.url,
        "dated_on": record.dated_on,
        "crop": record.crop,
        "translation": record.translation,
        "transcript": record.transcript,
        "clause": record.clause,
        "consent": str(record.consent),
        "derived_from": record.derived_from,
        "read_at": utc(record.read_at),
        "purged_at": utc(record.purged_at),
        "recorded_at": utc(record.recorded_at),
    }


def follow_up(record: FollowUp) -> Shape:
    """Return a follow-up; `explanation` is None for a date of the user's own."""
    return {
        "id": record.id,
        "case": number(record.case_id),
        "contact": record.contact_id,
        "promise": record.promise_id,
        "deadline": record.deadline_id,
        "due_at": record.due.rfc3339,
        "zone": record.due.zone,
        "reason": record.reason,
        "rule": record.rule,
        "explanation": json.loads(record.explanation) if record.explanation else None,
        "snoozed_until": utc(record.snoozed_until),
        "state": str(record.state),
        "answered_at": utc(record.answered_at),
        "answer": record.answer,
        "moved": record.moved or "",
        "recorded_at": utc(record.recorded_at),
    }


def move(record: Move) -> Shape:
    """Return a change of a follow-up's date."""
    return {"at": utc(record.at), "from": stated(record.before), "to": stated(record.after), "why": record.why}


def due_row(row: DueRow, now: datetime) -> Shape:
    """Return a follow-up as `due` lists it; overdue once its due time lies before `now`."""
    item = row.follow_up
    return {
        "id": item.id,
        "case": number(item.case_id),
        "due_at": item.due.rfc3339,
        "reason": item.reason,
        "rule": item.rule,
        "overdue": item.due.utc < now,
        "snoozed_until": utc(item.snoozed_until),
        "title": row.case_title,
        "firm": row.firm,
    }


def promise(record: Promise, exhibit: str = "") -> Shape:
    """Return a promise; `exhibit` is the label of the one on which it can be seen."""
    return {
        "id": record.id,
        "case": number(record.case_id),
        "contact": record.contact_id,
        "exhibit": exhibit,
        "agent": record.agent,
        "text": record.text,
        "due_at": stated(record.due),
        "state": str(record.state),
        "resolved_at": utc(record.resolved_at),
        "resolution": record.resolution,
        "recorded_at": utc(record.recorded_at),
    }


def quote(record: Quote) -> Shape:
    """Return a passage that the dossier quotes."""
    return {
        "id": record.id,
        "case": number(record.case_id),
        "contact": record.contact_id,
        "text": record.text,
        "note": record.note,
        "recorded_at": utc(record.recorded_at),
    }


def request(record: Request) -> Shape:
    """Return a request."""
    return {
        "id": record.id,
        "case": number(record.case_id),
        "contact": record.contact_id,
        "text": record.text,
        "due_at": stated(record.due),
        "identity": record.identity,
        "state": str(record.state),
        "supplied_at": utc(record.supplied_at),
        "supplied_contact": record.supplied_contact_id,
        "recorded_at": utc(record.recorded_at),
    }


def reference(record: Reference) -> Shape:
    """Return a reference."""
    return {
        "id": record.id,
        "case": number(record.case_id),
        "contact": record.contact_id,
        "kind": str(record.kind),
        "value": record.value,
        "network": record.network,
        "note": record.note,
        "recorded_at": utc(record.recorded_at),
    }


def ticket(record: Ticket) -> Shape:
    """Return a ticket number."""
    return {
        "id": record.id,
        "case": number(record.case_id),
        "contact": record.contact_id,
        "number": record.number,
        "recorded_at": utc(record.recorded_at),
    }


def amendment(record: Amendment) -> Shape:
    """Return an amendment."""
    return {
        "id": record.id,
        "case": number(record.case_id),
        "contact": record.contact_id,
        "field": record.field,
        "before": record.before,
        "after": record.after,
        "reason": record.reason,
        "recorded_at": utc(record.recorded_at),
    }


def mail(record: Mail) -> Shape:
    """Return the mail side of a contact."""
    return {
        "message_id": record.message_id,
        "in_reply_to": list(record.in_reply_to),
        "references": list(record.references),
        "thread": record.thread_id,
        "sender": record.sender,
        "sender_name": record.sender_name,
        "to": list(record.to),
        "cc": list(record.cc),
        "subject": record.subject,
        "date_header": record.date_header,
        "source": record.source,
        "problems": list(record.problems),
        "sha256": record.raw.sha256,
        "bytes": record.raw.size,
    }


def inbox_row(row: InboxRow, suggestions: Sequence[Suggestion] = ()) -> Shape:
    """Return a mail or chat that waits to be filed, with the cases it may belong to, the most probable first."""
    first = suggestions[0] if suggestions else None
    return {
        "id": row.contact_id,
        "happened_at": row.happened.rfc3339,
        "zone": row.happened.zone,
        "channel": str(row.channel),
        "direction": str(row.direction),
        "sender": row.sender,
        "sender_name": row.sender_name,
        "subject": row.subject,
        "snippet": row.snippet,
        "thread": row.thread_id,
        "exhibits": row.exhibits,
        "automatic": str(row.automatic),
        "suggested_case": number(first.case_id if first else None),
        "suggestions": [
            {
                "case": number(each.case_id),
                "why": str(each.why),
                "detail": each.detail,
                "certain": each.certain,
                "doubt": str(each.doubt or ""),
            }
            for each in suggestions
        ],
    }


def hit(record: Hit) -> Shape:
    """Return something that a search found."""
    return {
        "kind": record.kind,
        "id": record.id,
        "case": number(record.case_id),
        "snippet": record.snippet,
        "title": record.title,
        "happened_at": utc(record.happened_at),
        "instead": list(record.instead),
    }


def verdict(record: Verdict) -> Mapping[str, Any]:
    """Return the result of a check."""
    return {
        "ok": record.ok,
        "checked": record.checked,
        "faults": [{"what": fault.what, "where": fault.where} for fault in record.faults],
        "notes": list(record.notes),
    }
