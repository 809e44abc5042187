"""How a contact went, beside its words: waiting time, number and menu, language, cost, what was read back."""

from __future__ import annotations

from datetime import timedelta

from casebook.dossier.pages.writer import Row, Writer
from casebook.journal.planning import Details
from casebook.journal.records import Contact
from casebook.journal.talking import Beat, Step, from_course
from casebook.journal.terms import Channel, Consent
from casebook.journal.times import zone as zone_of

_CALLS = (Channel.PHONE, Channel.VIP)
_PUBLIC = (Channel.SOCIAL, Channel.FORUM)


def waited(writer: Writer, details: Details) -> str:
    """Return for how long one waited and talked, in one sentence; empty where neither is known."""
    labels = writer.labels
    lengths = {name: getattr(details, name) for name in ("waited", "talked")}
    spans = {name: labels.span(timedelta(seconds=value)) for name, value in lengths.items() if value is not None}
    return labels("_".join(spans) + "_for", **spans) if spans else ""


def detail_rows(writer: Writer, contact: Contact) -> list[Row]:
    """Return what is known of how a contact went, one row each; what is not given is left out."""
    labels, details = writer.labels, contact.details
    number = "called" if contact.channel in _CALLS else "handle" if contact.channel in _PUBLIC else "written_to"
    menu = "menu" if contact.channel in _CALLS else "form_category"
    rows = [
        ("lasted", waited(writer, details)),
        (number, details.address),
        ("own_address", details.own_address),
        (menu, details.menu),
        ("language", details.language),
        ("cost", details.cost),
        ("link", details.link),
        ("badge", details.badge),
        ("receipt", details.receipt),
        ("recording", _recording(writer, details)),
        ("enclosed", labels.joined(list(details.enclosed))),
        ("instructions", details.instructions),
        ("read_back", labels("read_back_yes") if details.read_back else ""),
        ("course", _course(writer, from_course(details.course), contact.happened.zone)),
    ]
    return [writer.short_row(key, value) for key, value in rows if value]


def _recording(writer: Writer, details: Details) -> str:
    """Return that a call was recorded, where those heard agreed or were told; else the recording does not go out."""
    if not details.recorded or details.consent not in (Consent.YES, Consent.NOTICE):
        return ""
    return writer.labels.joined([writer.labels.of("consents", details.consent), details.consent_how])


def _course(writer: Writer, beats: list[Beat], zone: str) -> str:
    """Return the steps of a chat or call with their times, where there was more than its beginning and end."""
    if not any(beat.step not in (Step.STARTED, Step.ENDED) for beat in beats):
        return ""
    labels, there = writer.labels, zone_of(zone)
    told = []
    for beat in beats:
        key = f"{beat.step}-named" if beat.who and beat.step is Step.ANSWERED else str(beat.step)
        told.append(f"{beat.at.astimezone(there):%H:%M} {labels.group('steps')[key].format(who=beat.who)}")
    return labels.joined(told)
