"""How messages, kept letters and templates look in JSON, and what is said beside them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from casebook.cli import shapes
from casebook.cli.session import Session
from casebook.journal.planning import Letter
from casebook.journal.terms import LetterKind

if TYPE_CHECKING:
    from casebook.dossier.messages.checks import Doubt
    from casebook.dossier.messages.message import Message
    from casebook.dossier.messages.prepare import Desk
    from casebook.journal import Journal

_SAID = {
    "blank": "still to fill in: {what}",
    "place": "{what} is no place for a fact: see 'casebook template places'",
    "identical": "these are the words of a message that went out already: a duplicate slows the case down",
    "insult": "“{what}” slows the case down: say it calmly",
    "threat": "“{what}” reads as a threat: name the next step instead",
    "loud": "“{what}” reads as shouting",
    "long": "more than {what} characters are cut or not read there",
    "subject": "the subject: {what}",
    "secret": "it seems to hold a secret: {what}",
    "own-data": "others will read “{what}”",
}
_FLAWS = {
    "empty": "there is none",
    "vague": "it does not say what the matter is",
    "loud": "it shouts",
    "long": "it is longer than a mail program shows",
    "no-number": "it names none of the case's numbers",
}


def message(made: Message, desk: Desk, doubts: Sequence[Doubt]) -> dict[str, Any]:
    """Return a message made ready."""
    offered = {item.id: item for item in desk.offered(made.language)}
    return {
        "case": desk.facts.case.number,
        "kind": str(made.kind),
        "channel": str(made.channel),
        "lang": made.language,
        "from": made.own_address,
        "to": made.recipient,
        "to_official": next((r.official for r in made.recipients if r.address == made.recipient), False),
        "subject": made.subject,
        "text": made.text,
        "missing": [{"field": one.field, "words": one.words} for one in made.missing],
        "withheld": list(made.withheld),
        "exhibits": [{"exhibit": offered[n].label, "name": offered[n].name} for n in made.exhibits if n in offered],
        "contact": made.contact_id,
        "in_reply_to": made.in_reply_to,
        "doubts": [{"trouble": str(doubt.trouble), "what": doubt.what} for doubt in doubts],
    }


def guard(session: Session, journal: Journal, case_id: int, made: Message) -> dict[str, Any] | None:
    """Return what the resend guard says of sending it now; None where the message says nothing twice."""
    if made.kind not in (LetterKind.FIRST, LetterKind.NUDGE, LetterKind.RESEND):
        return None
    firm = journal.firms.get(journal.cases.get(case_id).firm_id)
    own, contacts = journal.firm_rules.of_firm(firm.id), journal.contacts.of_case(case_id)
    check = session.guide().resend_check(
        firm, contacts, session.clock(), session.zone(), channel=made.channel, firm_rules=own
    )
    if check.sent is None:
        return None
    return {
        "verdict": str(check.verdict),
        "sent": check.sent.id,
        "sent_at": check.sent.happened.rfc3339,
        "not_before": shapes.utc(check.limit.due_at) if check.limit else None,
        "reason": dict(check.reasons),
    }


def notes(made: Message, doubts: Sequence[Doubt], check: dict[str, Any] | None, language: str) -> list[str]:
    """Return what is worth saying beside a message: the guard, what to fill in, what to look at."""
    said = [check["reason"][language]] if check and check["verdict"] in ("wait", "nudge-first") else []
    for doubt in doubts:
        what = _FLAWS.get(doubt.what, doubt.what) if doubt.trouble == "subject" else doubt.what
        said.append(_SAID[doubt.trouble].format(what=what))
    if made.withheld:
        said.append(f"left out, because everybody reads it there: {', '.join(made.withheld)}")
    return list(dict.fromkeys(said))


def letter(kept: Letter) -> dict[str, Any]:
    """Return a kept letter."""
    return {
        "id": kept.id,
        "case": shapes.number(kept.case_id),
        "kind": str(kept.kind),
        "channel": str(kept.channel),
        "lang": kept.language,
        "to": kept.recipient,
        "subject": kept.subject,
        "text": kept.text,
        "saved_at": shapes.utc(kept.saved_at),
    }
