"""Passages that several drafts share: promises, requests, transfers, the firm's position, losses."""

from __future__ import annotations

from collections.abc import Iterator

from casebook.dossier.drafts.draft import Block, Drafter, Sentence, Style, one_line
from casebook.journal.outgoing import Loss, Transfer
from casebook.journal.records import Promise, Request
from casebook.journal.terms import Direction, RequestState


def amount(drafter: Drafter, number: str, asset: str) -> str:
    """Return an amount with its asset, or as much of both as is recorded."""
    if not (number and asset):
        return number or asset
    return str(drafter.words["amount_of"]).format(amount=number, asset=asset)


def case_amount(drafter: Drafter, group: str) -> Iterator[Block]:
    """Yield what is in dispute, where it is recorded."""
    case = drafter.facts.case
    if case.amount:
        yield text(drafter.say(f"{group}.amount", drafter.case, amount=amount(drafter, case.amount, case.asset)))


def own_words(drafter: Drafter, words: str) -> Iterator[Block]:
    """Yield the user's own words of the case as they stand, a paragraph each, or a place to fill in."""
    paragraphs = [" ".join(part.split()) for part in words.split("\n") if part.strip()]
    if not paragraphs:
        yield text(drafter.say("fill_in"))
    for paragraph in paragraphs:
        yield text(Sentence(paragraph, (drafter.case,)))


def counted(drafter: Drafter, group: str) -> Iterator[Block]:
    """Yield how many contacts there were, from first to last; every one of them is its source."""
    contacts = drafter.facts.contacts
    if not contacts:
        return
    first, last = contacts[0], contacts[-1]
    by = {d: sum(c.direction is d for c in contacts) for d in Direction}
    sources = drafter.of_contact(first)[:1] + (drafter.of_contact(last)[:1] if last is not first else ())
    yield text(
        drafter.say(
            f"{group}.counted",
            *sources,
            start=drafter.at(first.happened),
            end=drafter.at(last.happened),
            total=len(contacts),
            out=by[Direction.OUT],
            **{"in": by[Direction.IN], "both": by[Direction.BOTH]},
        )
    )


def promises(drafter: Drafter, group: str) -> Iterator[Block]:
    """Yield each promise: when, by whom, in which words, by when, and what became of it."""
    for promise in drafter.facts.promises:
        yield Block(Style.ITEM, tuple(_promise(drafter, group, promise)))


def _promise(drafter: Drafter, group: str, promise: Promise) -> Iterator[Sentence]:
    made = next((c for c in drafter.facts.contacts if c.id == promise.contact_id), None)
    sources = drafter.of_record(promise.contact_id)
    when = drafter.at(made.happened) if made else drafter.labels.stamp(promise.recorded_at)
    who, words = drafter.who(made, promise.agent), one_line(promise.text)
    yield drafter.say(f"{group}.said", *sources, time=when, who=who, words=words)
    if promise.due:
        yield drafter.say(f"{group}.due", *sources, time=drafter.at(promise.due))
    as_of = drafter.labels.stamp(drafter.facts.as_of)
    yield drafter.say(f"{group}.{promise.state}", *sources, time=as_of)


def requests(drafter: Drafter, group: str) -> Iterator[Block]:
    """Yield each thing the firm asked for, and when it was supplied."""
    for request in drafter.facts.requests:
        yield Block(Style.ITEM, tuple(_request(drafter, group, request)))


def _request(drafter: Drafter, group: str, request: Request) -> Iterator[Sentence]:
    sources = drafter.of_record(request.contact_id)
    yield drafter.say(f"{group}.asked", *sources, words=one_line(request.text))
    if request.state is RequestState.SUPPLIED and request.supplied_at:
        yield drafter.say(f"{group}.supplied", *sources, time=drafter.labels.stamp(request.supplied_at))
    else:
        yield drafter.say(f"{group}.not_supplied", *sources)


def position(drafter: Drafter, group: str) -> Iterator[Block]:
    """Yield the firm's final position in its own words, where the user has marked one."""
    final = next((c for c in drafter.facts.contacts if c.id == drafter.facts.case.final_contact_id), None)
    if final:
        words = one_line(final.text or final.outcome or final.subject)
        sources = drafter.of_contact(final)
        yield text(drafter.say(f"{group}.final", *sources, time=drafter.at(final.happened), words=words))


def transfers(drafter: Drafter) -> Iterator[Block]:
    """Yield each transfer in full: time, UTC, network, addresses, TxID, order, status, explorer."""
    for transfer in drafter.facts.transfers:
        yield Block(Style.ITEM, tuple(_transfer(drafter, transfer)))


def _transfer(drafter: Drafter, transfer: Transfer) -> Iterator[Sentence]:
    sources = drafter.of_record(transfer.contact_id, transfer.exhibit_id)
    kind = drafter.words["kinds"][str(transfer.kind)]
    moved = amount(drafter, transfer.amount, transfer.asset) or str(drafter.words["fill_in"])
    if transfer.made:
        yield drafter.say("transfer.line", *sources, kind=kind, amount=moved, time=drafter.at(transfer.made))
        yield drafter.say("transfer.utc", *sources, value=f"{transfer.made.utc:%Y-%m-%d %H:%M}")
    else:
        yield drafter.say("transfer.line_untimed", *sources, kind=kind, amount=moved)
    for name in ("network", "fee", "from_address", "to_address", "txid", "order_number", "status", "explorer"):
        if value := getattr(transfer, name):
            yield drafter.say(f"transfer.{name}", *sources, value=value)


def losses(drafter: Drafter) -> Iterator[Block]:
    """Yield each line of the loss table as it is recorded; sums are the dossier's business."""
    for loss in drafter.facts.losses:
        yield Block(Style.ITEM, (_loss(drafter, loss),))


def _loss(drafter: Drafter, loss: Loss) -> Sentence:
    sources = drafter.of_record(None, loss.exhibit_id)
    values = {"what": one_line(loss.what), "amount": amount(drafter, loss.amount, loss.asset)}
    if loss.rate and loss.currency:
        return drafter.say("police.loss_rated", *sources, **values, rate=loss.rate, currency=loss.currency)
    return drafter.say("police.loss", *sources, **values)


def text(*sentences: Sentence) -> Block:
    """Return a paragraph."""
    return Block(Style.TEXT, sentences)
