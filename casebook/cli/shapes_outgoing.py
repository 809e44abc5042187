"""The JSON shapes of what a case keeps for its dossier: transfers, losses, redactions, exports, answers."""

from __future__ import annotations

import json

from casebook.cli.shapes import Shape, number, stated, utc
from casebook.journal import Journal
from casebook.journal.outgoing import Answer, Export, Loss, Redaction, Transfer
from casebook.journal.times import Moment


def transfer(record: Transfer, exhibit: str) -> Shape:
    """Return a transfer; `exhibit` is the label of the one that shows it."""
    return {
        "id": record.id,
        "case": number(record.case_id),
        "contact": record.contact_id,
        "exhibit": exhibit,
        "kind": str(record.kind),
        **_time("made", record.made),
        "asset": record.asset,
        "network": record.network,
        "amount": record.amount,
        "fee": record.fee,
        "from_address": record.from_address,
        "to_address": record.to_address,
        "txid": record.txid,
        "order_number": record.order_number,
        "status": record.status,
        "explorer": record.explorer,
        "note": record.note,
        "recorded_at": utc(record.recorded_at),
    }


def loss(record: Loss, exhibit: str) -> Shape:
    """Return a line of the loss table; `exhibit` is the label of the one that shows it."""
    return {
        "id": record.id,
        "case": number(record.case_id),
        "exhibit": exhibit,
        "kind": str(record.kind),
        "what": record.what,
        "amount": record.amount,
        "asset": record.asset,
        "rate": record.rate,
        "currency": record.currency,
        "rate_source": record.rate_source,
        **_time("rated", record.rated),
        "note": record.note,
        "recorded_at": utc(record.recorded_at),
    }


def redaction(record: Redaction, exhibit: str) -> Shape:
    """Return a redacted copy; `exhibit` is the label of the sealed original."""
    return {
        "id": record.id,
        "case": number(record.case_id),
        "exhibit": exhibit,
        "reason": record.reason,
        "areas": json.loads(record.areas),
        "file": record.name,
        "media_type": record.media_type,
        "sha256": record.file.sha256,
        "bytes": record.file.size,
        "original_sha256": record.original_sha256,
        "recorded_at": utc(record.recorded_at),
        "withdrawn_at": utc(record.withdrawn_at),
    }


def export(record: Export) -> Shape:
    """Return a dossier that was made."""
    return {
        "id": record.id,
        "case": number(record.case_id),
        "file": record.name,
        "language": record.language,
        "for": record.audience,
        "form": record.form,
        "paper": record.paper,
        "recipient": record.recipient,
        "parts": record.parts,
        "head": {"number": record.head_number, "hash": record.head_hash},
        "manifests": list(record.manifests),
        "signed_by": record.signed_by,
        "stamp": str(record.stamp),
        "stamp_host": record.stamp_host,
        "recorded_at": utc(record.recorded_at),
    }


def answer(record: Answer) -> Shape:
    """Return an answer to a finding of the gap report."""
    return {
        "id": record.id,
        "case": number(record.case_id),
        "finding": record.finding,
        "text": record.text,
        "recorded_at": utc(record.recorded_at),
    }


def of_case(journal: Journal, case_id: int) -> Shape:
    """Return the arrays of all that, for `case show`."""
    labels = exhibit_labels(journal, case_id)
    return {
        "transfers": [transfer(t, labels.get(t.exhibit_id, "")) for t in journal.transfers.of_case(case_id)],
        "losses": [loss(each, labels.get(each.exhibit_id, "")) for each in journal.losses.of_case(case_id)],
        "redactions": [redaction(r, labels.get(r.exhibit_id, "")) for r in journal.redactions.of_case(case_id)],
        "exports": [export(e) for e in journal.exports.of_case(case_id)],
        "answers": [answer(a) for a in journal.answers.of_case(case_id).values()],
    }


def exhibit_labels(journal: Journal, case_id: int) -> dict[int | None, str]:
    """Return `EX-7` by record number, for a case's exhibits."""
    return {exhibit.id: exhibit.label for exhibit in journal.exhibits.of_case(case_id)}


def _time(name: str, when: Moment | None) -> Shape:
    return {
        f"{name}_at": stated(when),
        f"{name}_zone": when.zone if when else None,
        f"{name}_precision": str(when.precision) if when else None,
        f"{name}_known": str(when.known) if when else None,
    }
