"""Transfers and the loss that is claimed: in full, as decimal figures, with what they rest on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Context, Decimal, Inexact

from casebook.dossier.pages.glyphs import Line
from casebook.dossier.pages.writer import Row, Writer
from casebook.journal.outgoing import Loss, Transfer
from casebook.journal.terms import LossKind

# Two numbers of up to sixty digits before and after the point, and the sum of many such products: nothing is rounded.
_EXACT = Context(prec=500, traps=[Inexact])
_KINDS = (LossKind.PRINCIPAL, LossKind.FEE, LossKind.INTEREST, LossKind.COST)


@dataclass(frozen=True, slots=True)
class Sum:
    """What the lines of one kind in one currency add up to."""

    kind: LossKind
    currency: str
    value: Decimal


def worth(loss: Loss) -> tuple[Decimal, str] | None:
    """Return what a line is worth and in which currency; None where a rate is missing."""
    amount = Decimal(loss.amount)
    if loss.rate and loss.currency:
        return _EXACT.multiply(amount, Decimal(loss.rate)), loss.currency
    if not loss.rate and (not loss.currency or not loss.asset or loss.currency == loss.asset):
        return amount, loss.currency or loss.asset
    return None


def sums(losses: Sequence[Loss]) -> list[Sum]:
    """Return the sums by kind and currency, in the order of the kinds, currencies by name."""
    totals: dict[tuple[int, str], Decimal] = {}
    for loss in losses:
        if valued := worth(loss):
            key = (_KINDS.index(loss.kind), valued[1])
            totals[key] = _EXACT.add(totals.get(key, Decimal()), valued[0])
    return [Sum(_KINDS[kind], currency, totals[kind, currency]) for kind, currency in sorted(totals)]


def written(value: Decimal) -> str:
    """Return a number with its thousands apart and all its digits; at least two after the point."""
    plain = f"{value:f}"
    whole, _, rest = plain.partition(".")
    sign = "-" if whole.startswith("-") else ""
    rest = rest.rstrip("0").ljust(2, "0")
    return f"{sign}{int(whole.lstrip('-') or '0'):,}".replace(",", "\u202f") + f".{rest}"


def money(total: Sum) -> str:
    """Return a sum with its currency."""
    return f"{written(total.value)} {total.currency}".strip()


def transfers(writer: Writer) -> list[Row]:
    """Return every transfer: time, kind, and every identifier in full."""
    return [_transfer(writer, transfer, nth) for nth, transfer in enumerate(writer.facts.transfers, start=1)]


def _transfer(writer: Writer, transfer: Transfer, nth: int) -> Row:
    labels = writer.labels
    amount = " ".join(part for part in (transfer.amount, transfer.asset) if part)
    values = {
        "amount": amount,
        "fee": transfer.fee,
        "network": transfer.network,
        "status": transfer.status,
        "order_number": transfer.order_number,
    }
    codes = {
        "from_address": transfer.from_address,
        "to_address": transfer.to_address,
        "txid": transfer.txid,
        "explorer": transfer.explorer,
    }
    captions = labels.group("rows")
    return {
        "id": transfer.id,
        "name": writer.line(labels.group("evidence")["transfer"].format(n=nth)),
        "when": labels.when(transfer.made) if transfer.made else None,
        "kind": writer.line(labels.of("transfer_kinds", transfer.kind)),
        "rows": [writer.row(key, value) for key, value in values.items() if value],
        # Letter for letter, and as text: a link would ask the reader to go online.
        "codes": [{"key": captions[key], "value": writer.line(value)} for key, value in codes.items() if value],
        "note": [] if writer.for_firm else writer.text(transfer.note),
        "number": _contact(writer, transfer.contact_id),
        "exhibits": _exhibits(writer, transfer.exhibit_id),
        "recorded": writer.line(labels("recorded", time=labels.stamp(transfer.recorded_at))),
    }


def loss(writer: Writer) -> Row:
    """Return the loss table: what, how much, at which rate from where, and the sums, interest and costs apart."""
    lines = sorted(enumerate(writer.facts.losses, start=1), key=lambda one: _KINDS.index(one[1].kind))
    totals = sums(writer.facts.losses)
    labels = writer.labels
    return {
        "rows": [_loss(writer, one, nth) for nth, one in lines],
        "sums": [
            {"kind": writer.line(labels.of("loss_kinds", s.kind)), "value": writer.line(money(s))} for s in totals
        ],
        "unvalued": sum(worth(one) is None for _, one in lines),
    }


def _loss(writer: Writer, loss: Loss, nth: int) -> Row:
    labels = writer.labels
    valued = worth(loss)
    value: Line = writer.line(f"{written(valued[0])} {valued[1]}".strip(), narrow=True) if valued else []
    return {
        "id": loss.id,
        "name": writer.line(labels("loss_line", n=nth), narrow=True),
        "kind": writer.line(labels.of("loss_kinds", loss.kind), narrow=True),
        "what": writer.text(loss.what, narrow=True),
        "note": [] if writer.for_firm else writer.text(loss.note, narrow=True),
        "amount": writer.line(" ".join(p for p in (loss.amount, loss.asset or loss.currency) if p), narrow=True),
        "rate": _rate(writer, loss),
        "value": value or writer.line(labels("loss_unvalued"), narrow=True),
        "exhibits": _exhibits(writer, loss.exhibit_id),
    }


def _rate(writer: Writer, loss: Loss) -> list[Line]:
    """Return the rate, where it was found and when; a rate without a source says so."""
    labels = writer.labels
    if not loss.rate:
        return []
    asset = loss.asset or labels.group("labels")["none"]
    said = [labels("rate", asset=asset, rate=loss.rate, currency=loss.currency)]
    said.append(labels("rate_source", source=loss.rate_source) if loss.rate_source else labels("rate_unsourced"))
    said.append(labels("rate_time", time=labels.inline(loss.rated)) if loss.rated else labels("rate_undated"))
    return [writer.linked(text, narrow=True) for text in said]


def _contact(writer: Writer, contact_id: int | None) -> int | None:
    found = writer.contact(contact_id)
    return found.id if found else None


def _exhibits(writer: Writer, exhibit_id: int | None) -> list[int]:
    return [e.number for e in writer.facts.exhibits if e.id == exhibit_id and e.number]
