"""The JSON shapes of official contacts, anti-phishing codes, DKIM checks, and of who wrote a mail."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from casebook.cli.shapes import Shape, utc
from casebook.guide.impostors.register import stale
from casebook.journal.incoming import DkimCheck, Official, PhishingCode
from casebook.journal.official_values import shown_host
from casebook.mail.authenticity.who import Who
from casebook.mail.authenticity.words import facts, sentence


def official(record: Official, firm: str, now: datetime) -> Shape:
    """Return an official contact of a firm, and whether it should be looked up again."""
    return {
        "id": record.id,
        "firm": firm,
        "kind": str(record.kind),
        "value": record.value,
        "shown": shown_host(record.value),
        "platform": record.platform,
        "how": record.how,
        "verified_at": utc(record.verified_at),
        "stale": record.withdrawn_at is None and stale(record, now),
        "note": record.note,
        "recorded_at": utc(record.recorded_at),
        "withdrawn_at": utc(record.withdrawn_at),
    }


def phishing_code(record: PhishingCode, firm: str) -> Shape:
    """Return what is known of a code; neither the code nor its fingerprint."""
    return {
        "id": record.id,
        "firm": firm,
        "length": record.length,
        "since": record.since,
        "until": record.until,
        "recorded_at": utc(record.recorded_at),
    }


def dkim_check(record: DkimCheck, now: str | None) -> Shape:
    """Return a recorded check; `now` is what the stored key says of the stored message today."""
    return {
        "id": record.id,
        "contact": record.contact_id,
        "result": str(record.result),
        "again": now,
        "domain": record.domain,
        "selector": record.selector,
        "detail": record.detail,
        "key_record": record.key_record,
        "answer": record.answer,
        "server": record.server,
        "fetched_at": utc(record.fetched_at),
        "recorded_at": utc(record.recorded_at),
    }


def who(found: Who, firms: Mapping[int, str]) -> Shape:
    """Return everything that is known of who wrote a mail."""
    standing, code = found.assessment, found.code
    return {
        "contact": found.contact_id,
        "outgoing": found.outgoing,
        "address": found.sender.address,
        "name": found.sender.name,
        "reply_to": found.sender.reply_to,
        "standing": str(standing.standing),
        "warns": standing.warns or bool(found.links),
        "firm": firms.get(standing.firm_id or 0),
        "official": standing.official.id if standing.official else None,
        "facts": [
            {"what": fact.what, "weight": str(fact.weight), "text": sentence(fact)} for fact in facts(found, firms)
        ],
        "links": [link.host for link in found.links],
        "said": [
            {
                "server": said.server,
                "taken_in": said.taken_in,
                "results": [{"method": r.method, "result": r.result, "about": r.about} for r in said.results],
            }
            for said in found.said
        ],
        "code": str(code.state) if code else None,
        "signatures": [{"domain": s.domain, "selector": s.selector, "problem": s.problem} for s in found.signatures],
        "dkim": [dkim_check(check, str(now.result) if now else None) for check, now in found.checks],
    }
