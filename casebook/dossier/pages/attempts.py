"""The attempts to resolve: what was tried, what was promised, and where the firm stands now."""

from __future__ import annotations

from datetime import timedelta

from casebook.dossier.names import mail_path
from casebook.dossier.pages.details import waited
from casebook.dossier.pages.figures import Wait, end_of
from casebook.dossier.pages.glyphs import Line
from casebook.dossier.pages.looked_up import attempt, is_search
from casebook.dossier.pages.writer import Row, Writer, split
from casebook.journal.records import Contact, Promise
from casebook.journal.terms import Direction

_ZERO = timedelta()
_QUOTED = 1200
"""Widths of letters of the firm's final position that are quoted here; the rest stands in the chronology."""


def attempts(writer: Writer) -> Row:
    """Return the table of what the complainant tried, the longest wait, and the promises."""
    facts = writer.facts
    tried = [c for c in facts.contacts if c.direction is not Direction.IN or is_search(c)]
    return {
        "summary": [
            writer.row("contacts", contacts_sentence(writer)),
            writer.row("period", _period(writer)),
            writer.row("silence", silence(writer, writer.figures.longest)),
            *_gap(writer),
        ],
        "rows": [_attempt(writer, contact) for contact in tried],
        "promises": [_promise(writer, promise) for promise in facts.promises],
        "promise_summary": writer.line(promises_sentence(writer)),
        "final": final_position(writer),
    }


def final_position(writer: Writer) -> Row:
    """Return the firm's final position in its own words, or that there is none."""
    figures, labels = writer.figures, writer.labels
    if figures.final is None:
        return {"number": None, "none": writer.text(no_final(writer)), "quote": [], "translation": []}
    contact = figures.final
    head, rest = split(contact.text, _QUOTED)
    quote = writer.text(head)
    return {
        "number": contact.id,
        "none": [],
        "when": labels.when(contact.happened),
        "who": writer.linked(labels.joined([writer.person(contact), labels.of("channels", contact.channel)])),
        "quote": writer.more(quote, f"no-{contact.id}", labels("goes_on_below")) if rest else quote,
        "translation": writer.text(contact.translation) if not rest else [],
        **documents(writer, contact),
    }


def no_final(writer: Writer) -> str:
    """Return that there is no final response, and for how long the firm has known of the complaint."""
    first = writer.figures.first_out
    if first is None:
        return writer.labels("no_final")
    return writer.labels("no_final_after", length=writer.labels.span(max(writer.facts.as_of - end_of(first), _ZERO)))


def documents(writer: Writer, contact: Contact) -> Row:
    """Return what proves a contact: its exhibits, and its raw mail as far as it goes out."""
    sent = contact.id in writer.selection.mails
    return {
        "exhibits": [e.number for e in contact.exhibits if e.number],
        "original": writer.line(mail_path(contact.id).rpartition("/")[2]) if sent else [],
    }


def _gap(writer: Writer) -> list[Row]:
    """Return the longest time in which neither side said anything, and the complainant's word on it."""
    gap, labels = writer.figures.gap, writer.labels
    if gap is None:
        return []
    values = {"length": labels.span(gap.length), "start": labels.inline(gap.start.happened)}
    if gap.end is None:
        said = labels("gap_open", **values)
    else:
        said = labels("silence_closed", **values, end=labels.inline(gap.end.happened))
    answer = writer.facts.answers.get(f"silence:{gap.start.id}")
    if answer and not writer.for_firm:
        said += "\n" + labels("explained", text=answer.text)
    return [writer.row("gap", said)]


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
    if is_search(contact):
        outcome = attempt(writer, contact)
    elif contact.direction is Direction.BOTH:
        outcome = labels("answered_in")
    elif answer:
        outcome = labels("answered", length=labels.span(max(answer.happened.utc - end_of(contact), _ZERO)))
        person = answer
    else:
        key = "unanswered_auto" if contact.id in figures.only_automatic else "unanswered"
        outcome = labels(key, length=labels.span(max(writer.facts.as_of - end_of(contact), _ZERO)))
    if lasted := waited(writer, contact.details):
        outcome += labels("sentence_space") + lasted
    named = person.agent or person.agent_id or person.bot is not None
    return {
        "number": contact.id,
        "when": labels.when(contact.happened),
        "channel": channel(writer, contact),
        "person": writer.text(writer.person(person, brief=True), narrow=True) if named else [],
        "result": writer.text(contact.outcome, narrow=True),
        "outcome": writer.line(outcome),
        "answer": answer.id if answer else None,
        "tickets": writer.line(", ".join(contact.tickets), narrow=True),
        **documents(writer, contact),
    }


def channel(writer: Writer, contact: Contact) -> Line:
    """Return the channel of a contact, with the platform where one is given."""
    word = writer.labels.of("channels", contact.channel)
    if contact.platform:
        word = writer.labels("channel_platform", channel=word, platform=contact.platform)
    return writer.line(word, narrow=True)


def _promise(writer: Writer, promise: Promise) -> Row:
    labels = writer.labels
    made = writer.contact(promise.contact_id)
    late = promise.is_late(writer.facts.as_of)
    shown = [e.number for e in writer.facts.exhibits if e.id == promise.exhibit_id]
    shown += [e.number for e in made.exhibits] if made else []
    note = [promise.resolution] if promise.resolution else []
    if promise.resolved_at:
        note.append(labels("resolved", time=labels.stamp(promise.resolved_at)))
    return {
        "number": made.id if made else None,
        "exhibits": list(dict.fromkeys(filter(None, shown))),
        "when": labels.when(made.happened if made else writer.recorded(promise.recorded_at)),
        "by": writer.text(promise.agent or (writer.person(made) if made else ""), narrow=True),
        "words": writer.text(promise.text, narrow=True),
        "due": labels.when(promise.due) if promise.due else None,
        "state": writer.line(
            labels("promise_late") if late else labels.of("promise_states", promise.state), narrow=True
        ),
        "note": writer.text("\n\n".join(note), narrow=True),
    }


def contacts_sentence(writer: Writer) -> str:
    """Return how many contacts there were, by direction."""
    counts = {str(d): n for d, n in writer.figures.directions.items()}
    return writer.labels("count_parts", total=len(writer.facts.contacts), **counts)


def promises_sentence(writer: Writer) -> str:
    """Return what became of the promises; those past their time without a recorded outcome are named apart."""
    counts = {str(state): n for state, n in writer.figures.promises.items()}
    key = "promise_counts_late" if writer.figures.late else "promise_counts"
    return writer.labels(key, total=len(writer.facts.promises), late=writer.figures.late, **counts)


def channels(writer: Writer) -> str:
    """Return how many contacts there were by each channel."""
    labels = writer.labels
    counted = [labels("channel_count", channel=labels.of("channels", c), n=n) for c, n in writer.figures.channels]
    return labels.joined(counted)


def silence(writer: Writer, wait: Wait | None) -> str:
    """Return the longest wait for an answer."""
    if wait is None:
        return writer.labels("silence_none")
    values = {"length": writer.labels.span(wait.length), "start": writer.labels.inline(wait.start.happened)}
    if wait.end is None:
        return writer.labels("silence_open", **values)
    return writer.labels("silence_closed", **values, end=writer.labels.inline(wait.end.happened))
