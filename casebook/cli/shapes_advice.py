"""The JSON shapes of the guide's advice: ways to a firm, the resend guard, the ladder."""

from __future__ import annotations

from datetime import datetime

from casebook.cli.shapes import Shape, local, number, utc
from casebook.guide import Suggestion
from casebook.guide.advice import rung_words
from casebook.guide.advice.channels import Way
from casebook.guide.advice.ladder import Rung
from casebook.guide.advice.resend import ResendCheck
from casebook.journal.planning import FirmChannel
from casebook.journal.times import to_text


def firm_channel(record: FirmChannel, firm: str) -> Shape:
    """Return a way to a firm's support, as the user recorded it."""
    return {
        "id": record.id,
        "firm": firm,
        "channel": str(record.channel),
        "topic": record.topic,
        "place": record.place,
        "hours": record.hours,
        "zone": record.zone,
        "languages": list(record.languages),
        "cost": record.cost,
        "note": record.note,
        "checked_on": record.checked_on,
        "recorded_at": utc(record.recorded_at),
    }


def way(found: Way, language: str, firm: str, zone: str) -> Shape:
    """Return a way that the guide advises, with what speaks for and against it."""
    state = found.state
    return {
        "channel": str(found.channel),
        "score": found.score,
        "known": firm_channel(found.known, firm) if found.known else None,
        "open": state.open if state else None,
        "changes_at": local(state.changes, zone) if state else None,
        "stale": found.stale,
        "for": [words[language] for words in found.fors],
        "against": [words[language] for words in found.againsts],
        "about": found.usual.texts[language],
        "needs": found.usual.needs[language],
        "risk": found.usual.risks[language],
        "source": found.usual.sources[language],
    }


def resend_check(found: ResendCheck, case_id: int, language: str) -> Shape:
    """Return whether a message may be sent again; `hours` is how long ago it went out."""
    return {
        "case": number(case_id),
        "channel": str(found.channel),
        "verdict": str(found.verdict),
        "contact": found.sent.id if found.sent else None,
        "sent_at": found.sent.happened.rfc3339 if found.sent else None,
        "hours": round(found.elapsed.total_seconds() / 3600, 1) if found.sent else None,
        "times": found.times,
        "nudge": found.nudge.as_dict() if found.nudge else None,
        "limit": found.limit.as_dict() if found.limit else None,
        "brief": found.brief[language],
        "reason": found.reasons[language],
    }


def suggestion(found: Suggestion, language: str) -> Shape:
    """Return a step that the guide suggests."""
    return {
        "rule": found.rule,
        "action": str(found.action),
        "contact": found.contact_id,
        "due_at": found.due.rfc3339,
        "reason": found.reason[language],
    }


def rung(found: Rung, case_id: int, now: datetime, zone: str, language: str) -> Shape:
    """Return a step of the ladder as it stands in a case."""
    step = found.step
    return {
        "case": number(case_id),
        "id": step.id,
        "text": step.texts[language],
        "state": str(found.state),
        "next": found.next,
        "why": str(found.why),
        "done_at": found.done.rfc3339 if found.done else None,
        "contact": found.contact_id,
        "marked": found.marked,
        "note": found.note,
        "not_before": _at(found.not_before),
        "closes": _at(found.closes),
        "answer_by": _at(found.answer_by),
        "says": rung_words.standing(found, now, zone, language),
        "needs": step.needs[language],
        "cost": step.costs[language],
        "letter": str(step.letter) if step.letter else None,
        "source": step.sources[language],
        "checked_on": step.checked_on.isoformat(),
        "explained": [each.as_dict() for each in rung_words.explanations(found)],
    }


def _at(when: datetime | None) -> str | None:
    return to_text(when) if when else None
