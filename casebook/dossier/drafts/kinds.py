"""The three drafts: a complaint to the firm, a summary for an ombudsman, and facts for a police report."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain, groupby
from pathlib import Path

from casebook.dossier.collect import Facts
from casebook.dossier.drafts import passages
from casebook.dossier.drafts.draft import Block, Draft, Drafter, DraftKind, Sentence, Style, load_words, one_line
from casebook.dossier.drafts.passages import text
from casebook.dossier.pages.figures import figures
from casebook.dossier.pages.labels import Labels
from casebook.journal.records import Contact
from casebook.journal.terms import Direction

_MOST_OPEN = 12  # of a case with hundreds of unanswered messages the first and the latest are named


def make(facts: Facts, kind: DraftKind, language: str, folder: Path) -> Draft:
    """Return a draft of a case. `folder` holds the words (resources/dossier). Raises BadInput for another language."""
    drafter = Drafter(facts, Labels.load(folder, language), load_words(folder, language))
    _WRITERS[kind](drafter)
    return drafter.finish(kind)


def _complaint(drafter: Drafter) -> None:
    facts, say, case = drafter.facts, drafter.say, drafter.case
    drafter.add(Style.TITLE, say("titles.complaint"))
    drafter.add(Style.TEXT, say("complaint.to", case, firm=facts.firm.legal_name or facts.firm.name))
    if facts.firm.address:
        drafter.add(Style.TEXT, Sentence(one_line(facts.firm.address), (case,)))
    drafter.add(Style.TEXT, say("complaint.subject", case, title=one_line(facts.case.title)))
    drafter.blocks += [*_account(drafter, "complaint"), *_tickets(drafter, "complaint")]
    drafter.add(Style.TEXT, say("complaint.opening"))
    drafter.heading(
        "wrong",
        chain(
            _problem(drafter, "complaint"),
            passages.own_words(drafter, facts.case.claim),
            passages.case_amount(drafter, "complaint"),
        ),
    )
    drafter.heading("transfers", passages.transfers(drafter))
    drafter.heading("tried", chain(passages.counted(drafter, "complaint"), _unanswered(drafter)))
    drafter.heading("promises", passages.promises(drafter, "complaint"))
    drafter.heading("requests", passages.requests(drafter, "complaint"))
    drafter.heading("position", passages.position(drafter, "complaint"))
    wanted = [text(say("complaint.remedy_lead")), *passages.own_words(drafter, facts.case.remedy)]
    drafter.heading("wanted", [*wanted, *_deadline(drafter, "complaint"), text(say("complaint.reply"))])


def _summary(drafter: Drafter) -> None:
    facts, say, case = drafter.facts, drafter.say, drafter.case
    drafter.add(Style.TITLE, say("titles.summary"))
    drafter.add(Style.TEXT, Sentence(one_line(facts.case.title), (case,)))
    drafter.heading("parties", chain(_parties(drafter), _tickets(drafter, "summary")))
    drafter.heading(
        "wrong",
        chain(
            _problem(drafter, "summary"),
            passages.own_words(drafter, facts.case.claim),
            passages.case_amount(drafter, "summary"),
        ),
    )
    drafter.heading("transfers", passages.transfers(drafter))
    drafter.heading("dates", _dates(drafter))
    drafter.heading("tried", passages.counted(drafter, "summary"))
    drafter.heading("promises", passages.promises(drafter, "summary"))
    drafter.heading("requests", passages.requests(drafter, "summary"))
    drafter.heading("position", chain(passages.position(drafter, "summary"), _no_position(drafter)))
    drafter.heading("wanted", [text(say("summary.remedy_lead")), *passages.own_words(drafter, facts.case.remedy)])
    drafter.heading("other", _other(drafter))


def _police(drafter: Drafter) -> None:
    facts, say, case = drafter.facts, drafter.say, drafter.case
    drafter.add(Style.TITLE, say("titles.police"))
    name = one_line(facts.account.holder) if facts.account and facts.account.holder else str(drafter.words["fill_in"])
    parties = [text(say("police.reporter", case, name=name))]
    parties.append(text(say("police.firm", case, firm=facts.firm.legal_name or facts.firm.name)))
    if facts.firm.address:
        parties.append(text(say("police.address", case, address=one_line(facts.firm.address))))
    drafter.heading("parties", [*parties, *_account(drafter, "police"), *_tickets(drafter, "police")])
    drafter.heading(
        "wrong",
        chain(
            _problem(drafter, "police"),
            passages.own_words(drafter, facts.case.claim),
            passages.case_amount(drafter, "police"),
        ),
    )
    drafter.heading("transfers", passages.transfers(drafter))
    drafter.heading("identifiers", _identifiers(drafter))
    drafter.heading("loss", passages.losses(drafter))
    drafter.heading("people", _people(drafter))


_WRITERS: dict[DraftKind, Callable[[Drafter], None]] = {
    DraftKind.COMPLAINT: _complaint,
    DraftKind.SUMMARY: _summary,
    DraftKind.POLICE: _police,
}


def _account(drafter: Drafter, group: str) -> Iterator[Block]:
    account = drafter.facts.account
    named = [account.uid, account.user_name, account.email] if account else []
    if found := drafter.labels.joined([part for part in named if part]):
        yield text(drafter.say(f"{group}.account", drafter.case, account=found))


def _tickets(drafter: Drafter, group: str) -> Iterator[Block]:
    tickets = drafter.facts.tickets
    if not tickets:
        return
    sources = dict.fromkeys(s for ticket in tickets for s in drafter.of_record(ticket.contact_id)[:1])
    numbers = drafter.labels.joined(list(dict.fromkeys(ticket.number for ticket in tickets)))
    yield text(drafter.say(f"{group}.tickets", *sources, tickets=numbers))


def _problem(drafter: Drafter, group: str) -> Iterator[Block]:
    if problem := drafter.facts.case.problem:
        yield text(drafter.say(f"{group}.problem", drafter.case, time=drafter.at(problem)))


def _deadline(drafter: Drafter, group: str) -> Iterator[Block]:
    case = drafter.facts.case
    if case.deadline and case.deadline_source:
        values = {"time": drafter.at(case.deadline), "source": one_line(case.deadline_source)}
        yield text(drafter.say(f"{group}.deadline", drafter.case, **values))


def _unanswered(drafter: Drafter) -> Iterator[Block]:
    """Yield the messages to the firm without any answer: all of them, or the first and the latest of very many."""
    facts = drafter.facts
    answers = figures(facts).answers
    silent = [c for c in facts.contacts if c.id in answers and answers[c.id] is None]
    if len(silent) > _MOST_OPEN:
        silent = [silent[0], *silent[1 - _MOST_OPEN :]]
    for contact in silent:
        yield Block(Style.ITEM, (_wrote(drafter, contact), _no_answer(drafter, contact)))


def _wrote(drafter: Drafter, contact: Contact) -> Sentence:
    sources = drafter.of_contact(contact)
    channel = drafter.labels.of("channels", contact.channel)
    values = {
        "time": drafter.at(contact.happened),
        "channel": channel if drafter.labels.language == "zh" else channel.lower(),
    }
    if contact.subject:
        return drafter.say("complaint.wrote", *sources, **values, subject=one_line(contact.subject))
    return drafter.say("complaint.wrote_plain", *sources, **values)


def _no_answer(drafter: Drafter, contact: Contact) -> Sentence:
    time = drafter.labels.stamp(drafter.facts.as_of)
    return drafter.say("complaint.unanswered", *drafter.of_contact(contact)[:1], time=time)


def _parties(drafter: Drafter) -> Iterator[Block]:
    facts, say, case = drafter.facts, drafter.say, drafter.case
    name = one_line(facts.account.holder) if facts.account and facts.account.holder else str(drafter.words["fill_in"])
    yield text(say("summary.complainant", case, name=name))
    yield text(say("summary.firm", case, firm=facts.firm.legal_name or facts.firm.name))
    for key, value in (("address", facts.firm.address), ("licence", facts.firm.licence)):
        if value:
            yield text(say(f"summary.{key}", case, **{key: one_line(value)}))
    yield from _account(drafter, "summary")
    for key, value in (("representative", facts.case.representative), ("body", facts.case.body)):
        if value:
            yield text(say(f"summary.{key}", case, **{key: one_line(value)}))


def _dates(drafter: Drafter) -> Iterator[Block]:
    facts = drafter.facts
    found = figures(facts)
    if facts.contacts:
        first = facts.contacts[0]
        yield text(drafter.say("summary.first", *drafter.of_contact(first), time=drafter.at(first.happened)))
    if found.last_in:
        sources = drafter.of_contact(found.last_in)
        yield text(drafter.say("summary.last_in", *sources, time=drafter.at(found.last_in.happened)))
    if found.longest:
        start = found.longest.start
        length = drafter.labels.span(found.longest.length)
        sources = drafter.of_contact(start)
        yield text(drafter.say("summary.longest", *sources, length=length, start=drafter.at(start.happened)))
    yield from _deadline(drafter, "summary")


def _no_position(drafter: Drafter) -> Iterator[Block]:
    facts = drafter.facts
    if facts.contacts and not any(c.id == facts.case.final_contact_id for c in facts.contacts):
        first = facts.contacts[0]
        length = drafter.labels.span(facts.as_of - first.happened.utc)
        yield text(drafter.say("summary.no_final", *drafter.of_contact(first)[:1], length=length))


def _other(drafter: Drafter) -> Iterator[Block]:
    case = drafter.facts.case
    for key, value in (("proceedings", case.proceedings), ("insolvency", case.insolvency)):
        if value:
            yield text(drafter.say(f"summary.{key}", drafter.case, text=one_line(value)))


def _identifiers(drafter: Drafter) -> Iterator[Block]:
    for reference in drafter.facts.references:
        sources = drafter.of_record(reference.contact_id)
        kind = drafter.labels.of("reference_kinds", reference.kind)
        values = {"kind": kind, "value": reference.value, "network": reference.network}
        key = "police.identifier_network" if reference.network else "police.identifier"
        yield Block(Style.ITEM, (drafter.say(key, *sources, **values),))


def _people(drafter: Drafter) -> Iterator[Block]:
    """Yield everybody who is named on the firm's side: on which channel, from when to when, how often."""

    def person(contact: Contact) -> tuple[str, str, str]:
        return contact.agent, contact.agent_id, str(contact.channel)

    named = [c for c in drafter.facts.contacts if (c.agent or c.agent_id) and c.direction is not Direction.OUT]
    for _who, many in groupby(sorted(named, key=lambda c: (person(c), c.happened.utc, c.id)), key=person):
        contacts = list(many)
        first, last = contacts[0], contacts[-1]
        sources = [drafter.of_contact(first)[0]] + ([drafter.of_contact(last)[0]] if last is not first else [])
        values = {"who": drafter.who(first), "channel": drafter.labels.of("channels", first.channel)}
        times = {"first": drafter.at(first.happened), "last": drafter.at(last.happened)}
        yield Block(Style.ITEM, (drafter.say("police.person", *sources, **values, **times, count=len(contacts)),))
