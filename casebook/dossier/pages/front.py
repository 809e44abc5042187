"""The front page and the attempts to resolve: what a reader needs who reads no further."""

from __future__ import annotations

from datetime import timedelta

from casebook.dossier.names import mail_path
from casebook.dossier.pages.figures import Wait, end_of
from casebook.dossier.pages.glyphs import Line, Text
from casebook.dossier.pages.labels import When
from casebook.dossier.pages.writer import Row, Writer
from casebook.journal.records import Contact, Promise
from casebook.journal.terms import Direction, PromiseState

_ZERO = timedelta()


def front(writer: Writer) -> Row:
    """Return the front page."""
    labels, facts = writer.labels, writer.facts
    case = facts.case
    status = labels.of("statuses", case.status)
    subtitle = labels("subtitle", category=labels.of("categories", case.category), firm=facts.firm.name, status=status)
    return {
        "eyebrow": writer.line(labels("eyebrow", number=case.number)),
        "title": writer.line(case.title),
        "subtitle": writer.line(subtitle),
        "edition": labels("edition_firm") if writer.for_firm else "",
        "parties": [
            {"role": labels.group("rows")["complainant"], "rows": _complainant(writer)},
            {"role": labels.group("rows")["firm"], "rows": _firm(writer)},
        ],
        "amount": writer.line(" ".join(part for part in (case.amount, case.asset) if part), narrow=True),
        "network": writer.line(labels("network", network=case.network)) if case.network else [],
        "claim": writer.text(case.claim),
        "remedy": writer.text(case.remedy),
        "dates": _dates(writer),
        "tried": _tried(writer),
        "tickets": [writer.line(number) for number in dict.fromkeys(t.number for t in facts.tickets)],
    }


def _complainant(writer: Writer) -> list[Row]:
    account, row = writer.facts.account, writer.row
    if account is None:
        return [row("name", ""), row("uid", ""), row("email", "")]
    tier = account.vip_tier
    if tier and account.vip_tier_on:
        tier = writer.labels.group("rows")["vip_on"].format(tier=tier, date=account.vip_tier_on)
    rows = [row("name", account.holder), row("uid", account.uid), row("email", account.email)]
    optional = {
        "user_name": account.user_name,
        "aliases": ", ".join(account.aliases),
        "phone": account.phone,
        "vip": tier,
        "note": "" if writer.for_firm else account.note,
    }
    return rows + [row(key, value) for key, value in optional.items() if value]


def _firm(writer: Writer) -> list[Row]:
    firm, row = writer.facts.firm, writer.row
    rows = [
        row("firm_name", firm.name),
        row("kind", writer.labels.of("firm_kinds", firm.kind)),
        row("country", firm.country),
        row("zone", firm.zone),
    ]
    return rows + ([row("note", firm.note)] if firm.note and not writer.for_firm else [])


def _dates(writer: Writer) -> list[Row]:
    facts, labels = writer.facts, writer.labels

    def at(contact: Contact | None) -> When | str:
        return labels.when(contact.happened) if contact else ""

    rows = [
        writer.row("problem", labels.when(facts.case.problem) if facts.case.problem else ""),
        writer.row("first_contact", at(facts.contacts[0] if facts.contacts else None)),
        writer.row("last_out", at(writer.figures.last_out)),
        writer.row("last_in", at(writer.figures.last_in)),
    ]
    if facts.case.closed_at:
        rows.append(writer.row("closed", labels.when(writer.recorded(facts.case.closed_at))))
        rows.append(writer.row("outcome_case", facts.case.outcome))
    return rows


def _tried(writer: Writer) -> list[Row]:
    figures, facts = writer.figures, writer.facts
    rows = [writer.row("contacts", contacts_sentence(writer)), writer.row("channels", _channels(writer))]
    if figures.automatic:
        rows.append(writer.row("automatic", writer.labels("automatic_count", n=figures.automatic)))
    rows.append(writer.row("silence", _silence(writer, figures.longest)))
    rows.append(writer.row("promises", promises_sentence(writer)))
    if facts.requests:
        counts = {"total": len(facts.requests), "supplied": figures.supplied}
        open_ = len(facts.requests) - figures.supplied
        rows.append(writer.row("requests", writer.labels("request_counts", **counts, open=open_)))
    rows.append(writer.row("exhibits", str(len(facts.exhibits))))
    return rows


def contacts_sentence(writer: Writer) -> str:
    """Return how many contacts there were, by direction."""
    counts = {str(d): n for d, n in writer.figures.directions.items()}
    return writer.labels("count_parts", total=len(writer.facts.contacts), **counts)


def promises_sentence(writer: Writer) -> str:
    """Return what became of the promises; those past their time without a recorded outcome are named apart."""
    counts = {str(state): n for state, n in writer.figures.promises.items()}
    key = "promise_counts_late" if writer.figures.late else "promise_counts"
    return writer.labels(key, total=len(writer.facts.promises), late=writer.figures.late, **counts)


def _channels(writer: Writer) -> str:
    labels = writer.labels
    counted = [labels("channel_count", channel=labels.of("channels", c), n=n) for c, n in writer.figures.channels]
    return labels.joined(counted)


def _silence(writer: Writer, wait: Wait | None) -> str:
    if wait is None:
        return writer.labels("silence_none")
    values = {"length": writer.labels.span(wait.length), "start": writer.labels.inline(wait.start.happened)}
    if wait.end is None:
        return writer.labels("silence_open", **values)
    return writer.labels("silence_closed", **values, end=writer.labels.inline(wait.end.happened))


def attempts(writer: Writer) -> Row:
    """Return the table of what the complainant tried, the longest wait, and the promises."""
    facts = writer.facts
    tried = [c for c in facts.contacts if c.direction is not Direction.IN]
    return {
        "summary": [
            writer.row("contacts", contacts_sentence(writer)),
            writer.row("period", _period(writer)),
            writer.row("silence", _silence(writer, writer.figures.longest)),
        ],
        "rows": [_attempt(writer, contact) for contact in tried],
        "promises": [_promise(writer, promise) for promise in facts.promises],
        "promise_summary": [promises_sentence(writer)],
    }


def _period(writer: Writer) -> str:
    contacts = writer.facts.contacts
    if not contacts:
        return ""
    first, last = contacts[0].happened, contacts[-1].happened
    span = writer.labels.span(last.utc - first.utc)
    return writer.labels("range", start=writer.labels.inline(first), end=writer.labels.inline(last), length=span)


def _attempt(writer: Writer, contact: Contact) -> Row:
    labels, figures = writer.labels, writer.figures
    answer = figures.answers.get(contact.id)
    person = contact
    if contact.direction is Direction.BOTH:
        outcome = labels("answered_in")
    elif answer:
        outcome = labels("answered", length=labels.span(max(answer.happened.utc - end_of(contact), _ZERO)))
        person = answer
    else:
        key = "unanswered_auto" if contact.id in figures.only_automatic else "unanswered"
        outcome = labels(key, length=labels.span(max(writer.facts.as_of - end_of(contact), _ZERO)))
    named = person.agent or person.agent_id or person.bot is not None
    result: Text = writer.text(contact.outcome, narrow=True) + writer.text(outcome)
    return {
        "number": contact.id,
        "when": labels.when(contact.happened),
        "channel": channel(writer, contact),
        "person": writer.text(writer.person(person), narrow=True) if named else [],
        "result": result,
        "answer": answer.id if answer else None,
        "exhibits": [e.number for e in contact.exhibits if e.number],
        "original": writer.line(mail_path(contact.id).rpartition("/")[2])
        if contact.id in writer.facts.raw_mails
        else [],
    }


def channel(writer: Writer, contact: Contact) -> Line:
    """Return the channel of a contact, with the platform where one is given."""
    word = writer.labels.of("channels", contact.channel)
    if contact.platform:
        word = writer.labels("channel_platform", channel=word, platform=contact.platform)
    return writer.line(word, narrow=True)


def _promise(writer: Writer, promise: Promise) -> Row:
    labels = writer.labels
    made = next((c for c in writer.facts.contacts if c.id == promise.contact_id), None)
    late = promise.state is PromiseState.OPEN and promise.due and promise.due.utc < writer.facts.as_of
    note = [promise.resolution] if promise.resolution else []
    if promise.resolved_at:
        note.append(labels("resolved", time=labels.stamp(promise.resolved_at)))
    return {
        "number": made.id if made else None,
        "when": labels.when(made.happened if made else writer.recorded(promise.recorded_at)),
        "by": writer.text(promise.agent or (writer.person(made) if made else ""), narrow=True),
        "words": writer.text(promise.text, narrow=True),
        "due": labels.when(promise.due) if promise.due else None,
        "state": [labels("promise_late") if late else labels.of("promise_states", promise.state)],
        "note": writer.text("\n\n".join(note), narrow=True),
    }
