"""The JSON shapes of deadlines and of the guide's rules."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from typing import Any

from casebook.cli.shapes import Shape, number, stated, utc
from casebook.guide import Explanation, Rule
from casebook.journal.planning import Deadline
from casebook.journal.records import Contact, FollowUp


def deadline(
    record: Deadline, rule: Rule | None, rings: Sequence[FollowUp], may_end: Contact | None, today: date
) -> Shape:
    """Return a deadline with both its ends (None where it has none), what moved it, and what may end it."""
    found = Explanation.from_json(record.explanation)
    return {
        "id": record.id,
        "case": number(record.case_id),
        "contact": record.contact_id,
        "rule": record.rule,
        "title": dict(rule.titles or rule.texts) if rule else {},
        "start_at": stated(record.start),
        "start_event": str(found.start_event),
        "not_before": None if found.at_once else found.due_at.isoformat(),
        "not_after": found.until.isoformat() if found.until else None,
        "pauses": json.loads(record.pauses),
        "extensions": json.loads(record.extensions),
        "state": str(record.state),
        "ended_at": utc(record.ended_at),
        "ended_contact": record.ended_contact_id,
        "answer": record.answer,
        "follow_ups": [ring.id for ring in rings],
        "may_be_ended_by": may_end.id if may_end else None,
        "example": found.example,
        "stale": rule.stale(today) if rule else False,
        "recorded_at": utc(record.recorded_at),
    }


def rule(record: Rule, today: date, *, guides: Rule | None = None, used: bool = True) -> Shape:
    """Return a rule; with `guides` the figures are a firm's own, and the guide's own stand beside them."""
    own = {"why": record.own.why, "recorded_on": record.own.recorded_on.isoformat()} if record.own else None
    return {
        "id": record.id,
        "pack": record.pack or None,
        "channel": str(record.channel) if record.channel else None,
        "action": str(record.action),
        "start": str(record.start),
        **_figures(record),
        "used": used,
        "own": own,
        "guide": _figures(guides) if guides and record.own else None,
        "title": dict(record.titles) if record.titles else None,
        "step": dict(record.steps) if record.steps else None,
        "text": dict(record.texts),
        "source": dict(record.sources),
        "checked_on": record.checked_on.isoformat(),
        "stale": record.stale(today),
        "example": bool(record.pack),
        "country": record.country or None,
        "ended_by": str(record.ended_by),
        "warn_days": record.warn_days or None,
    }


def _figures(record: Rule) -> dict[str, Any]:
    return {
        "unit": str(record.unit) if record.unit else None,
        "not_before": record.not_before,
        "not_after": record.not_after,
    }
