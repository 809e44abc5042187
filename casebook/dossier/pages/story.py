"""The chronology, the references and the firm's requests: what happened, in the order in which it happened."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from casebook.dossier.names import mail_path
from casebook.dossier.pages.attempts import documents
from casebook.dossier.pages.chat import transcript
from casebook.dossier.pages.details import detail_rows
from casebook.dossier.pages.figures import end_of
from casebook.dossier.pages.glyphs import Line
from casebook.dossier.pages.writer import Row, Writer
from casebook.journal.incoming import Mail
from casebook.journal.records import Amendment, Contact, Request
from casebook.journal.terms import Automatic, RequestState
from casebook.journal.times import HowKnown, Moment, from_told, offset_name

_AT_ONCE = timedelta(minutes=15)
"""A note made within this time counts as made at once; a later one is marked with the gap."""


def chronology(writer: Writer) -> Row:
    """Return every contact, one row each, in strict time order."""
    return {
        "note": writer.text(_zones(writer)),
        "rows": [_contact(writer, contact) for contact in writer.facts.contacts],
    }


def _zones(writer: Writer) -> str:
    """Return which clocks the times are of: the complainant's, as noted, and the firm's own."""
    labels, contacts, zone = writer.labels, writer.facts.contacts, writer.facts.firm.zone
    if not contacts:
        return ""
    used = {_zone(c.happened) for c in contacts}
    firm = labels("zone_firm", zone=zone) if zone else labels("zone_firm_unknown")
    return labels("zones", zones=labels.joined(sorted(used))) + labels("sentence_space") + firm


def _zone(happened: Moment) -> str:
    """Return a zone with its offset; of a mail often only the offset is known."""
    offset = f"UTC{offset_name(happened.offset)}"
    return offset if happened.zone[0] in "+-" else f"{happened.zone} ({offset})"


def _contact(writer: Writer, contact: Contact) -> Row:
    labels = writer.labels
    mail = writer.facts.mails.get(contact.id)
    words = {"channel": labels.of("channels", contact.channel), "direction": labels.of("directions", contact.direction)}
    key = "head_platform" if contact.platform else "head"
    changes = [a for a in writer.facts.amendments if a.contact_id == contact.id]
    return {
        "number": contact.id,
        "when": labels.when(contact.happened),
        "head": writer.line(labels(key, platform=contact.platform, **words)),
        "who": _who(writer, contact),
        "mail": _headers(writer, contact, mail) if mail else [],
        **_words(writer, contact),
        "facts": _facts(writer, contact, mail),
        "notes": [writer.line(note) for note in _notes(writer, contact, mail)],
        "amendments": [_amendment(writer, change) for change in changes],
        # A mail is its own document: its raw bytes are in the pack, with or without attachments.
        **documents(writer, contact),
    }


def _words(writer: Writer, contact: Contact) -> Row:
    """Return what was said, once: as numbered lines where it is a chat; and beside it the complainant's translation."""
    said, own = transcript(contact), []
    if said and contact.translation:
        own = transcript(replace(contact, text=contact.translation))
    # Line by line beside the original only where it has the same lines; else it stands below, whole.
    paired = len(own) == len(said)
    return {
        "words": [] if said else writer.text(contact.text),
        "chat": [
            {
                "number": str(number),
                "who": writer.line(line.who, narrow=True),
                "time": writer.line(line.time, narrow=True),
                "words": writer.text(line.text),
                "translation": writer.text(own[number - 1].text) if paired and own else [],
            }
            for number, line in enumerate(said, start=1)
        ],
        "translation": [] if own and paired else writer.text(contact.translation),
    }


def _who(writer: Writer, contact: Contact) -> Line:
    """Who spoke for the firm. Of a message to the firm it is only said where somebody was named."""
    if contact.direction == "out" and not (contact.agent or contact.agent_id):
        return []
    if contact.automatic is not Automatic.NO:
        return []
    return writer.line(writer.labels("who_agent", who=writer.person(contact)))


def _headers(writer: Writer, contact: Contact, mail: Mail) -> list[Row]:
    sender = f"{mail.sender_name} <{mail.sender}>" if mail.sender_name else mail.sender
    rows = [
        writer.short_row("from", sender),
        writer.short_row("to", ", ".join(mail.to)),
        *([writer.short_row("cc", ", ".join(mail.cc))] if mail.cc else []),
        writer.short_row("date", mail.date_header),
        writer.short_row("subject", mail.subject),
        writer.short_row("message_id", f"<{mail.message_id}>" if mail.message_id else ""),
    ]
    if contact.id in writer.selection.mails:
        rows.append(writer.short_row("raw", mail_path(contact.id)))
    elif reason := writer.selection.mails_kept_back.get(contact.id):
        rows.append(
            writer.short_row("raw", writer.labels("mail_kept_back", reason=writer.labels.of("kept_back", reason)))
        )
    missing = [writer.labels.group("labels")["none"]]
    return [row if row["value"] else {**row, "value": missing} for row in rows]


def _facts(writer: Writer, contact: Contact, mail: Mail | None) -> list[Row]:
    rows = []
    if contact.subject and not mail:
        rows.append(writer.short_row("subject", contact.subject))
    if contact.tickets:
        rows.append(writer.short_row("tickets", ", ".join(contact.tickets)))
    if contact.outcome:
        rows.append(writer.short_row("outcome", contact.outcome))
    return [*rows, *detail_rows(writer, contact)]


def _notes(writer: Writer, contact: Contact, mail: Mail | None) -> list[str]:
    labels = writer.labels
    notes = []
    if contact.automatic is Automatic.AUTO_REPLY:
        notes.append(labels("auto_reply"))
    if contact.automatic is Automatic.BOUNCE:
        notes.append(labels("bounce"))
    if contact.purged_at:
        notes.append(labels("purged_contact", time=labels.stamp(contact.purged_at)))
    elif mail and not mail.raw.sha256:
        notes.append(labels("purged_mail"))
    notes += [labels("mail_problem", problem=problem) for problem in (mail.problems if mail else ())]
    gap = contact.recorded_at - end_of(contact)
    if gap > _AT_ONCE:
        exported = contact.happened.known is HowKnown.CHAT_EXPORT
        key = "later_imported" if mail else "later_exported" if exported else "later_written"
        notes.append(labels(key, length=labels.span(gap), time=labels.stamp(contact.recorded_at)))
    elif contact.recorded_at < contact.happened.utc - _AT_ONCE:
        notes.append(labels("earlier_imported", time=labels.stamp(contact.recorded_at)))
    return notes


def _amendment(writer: Writer, change: Amendment) -> Row:
    labels = writer.labels
    field = labels.of("fields", change.field)
    return {
        "head": writer.line(labels("amended", time=labels.stamp(change.recorded_at), field=field)),
        "before": writer.text(_earlier(writer, change) or labels("amend_empty")),
        "reason": writer.line(labels("amend_reason", reason=change.reason)) if change.reason else [],
    }


def _earlier(writer: Writer, change: Amendment) -> str:
    """Return what stood there before, in the reader's words where it was a time or a choice from a list."""
    if change.field == "happened" and (moment := from_told(change.before)):
        parts = writer.labels.when(moment)
        clock = f"{parts['date']} {parts['time']}".strip()
        return f"{clock} ({writer.labels.joined([moment.zone, parts['offset'], parts['how']])})"
    group = {"channel": "channels", "direction": "directions", "bot": "persons"}.get(change.field)
    return writer.labels.group(group).get(change.before, change.before) if group else change.before


def references(writer: Writer) -> list[Row]:
    """Return every reference in full, never shortened."""
    labels = writer.labels
    rows = []
    for reference in writer.facts.references:
        kind = labels.of("reference_kinds", reference.kind)
        if reference.network:
            kind = labels("on_network", kind=kind, network=reference.network)
        rows.append(
            {
                "kind": writer.line(kind, narrow=True),
                "value": writer.line(reference.value),
                "note": [] if writer.for_firm else writer.text(reference.note),
                "number": _known(writer, reference.contact_id),
                "recorded": [labels("recorded", time=labels.stamp(reference.recorded_at))],
            }
        )
    return rows


def requests(writer: Writer) -> list[Row]:
    """Return what the firm asked for and until when, and when and with what it was supplied."""
    return [_request(writer, request) for request in writer.facts.requests]


def _request(writer: Writer, request: Request) -> Row:
    labels = writer.labels
    late = request.is_late(writer.facts.as_of)
    done = request.supplied_at if request.state is RequestState.SUPPLIED else None
    sent = writer.contact(request.supplied_contact_id)
    return {
        "number": _known(writer, request.contact_id),
        "recorded": [labels("recorded", time=labels.stamp(request.recorded_at))],
        "words": writer.text(request.text),
        "identity": [labels("request_identity")] if request.identity else [],
        "due": labels.when(request.due) if request.due else None,
        "state": [labels("request_late") if late else labels.of("request_states", request.state)],
        "supplied": [labels("supplied_on", time=labels.stamp(done))] if done else [],
        "sent": sent.id if sent else None,
        "exhibits": [e.number for e in sent.exhibits if e.number] if sent else [],
    }


def _known(writer: Writer, contact_id: int | None) -> int | None:
    """Return the contact's number if it is in this dossier (a link must have a target)."""
    found = writer.contact(contact_id)
    return found.id if found else None
