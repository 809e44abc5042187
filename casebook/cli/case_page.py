"""A case and a contact as pages of plain text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from casebook.cli import details, output
from casebook.journal import Journal
from casebook.journal.incoming import Mail
from casebook.journal.records import Amendment, Case, Contact, Exhibit, Firm, Promise, Request
from casebook.journal.times import system_zone

_ARROWS = {"in": "<", "out": ">", "both": "="}


def case_lines(journal: Journal, found: Case, firm: Firm, contacts: Sequence[Contact]) -> list[str]:
    """Return everything known of a case as lines."""
    lines = output.fields(
        [
            ("case", f"{found.number}  {found.title}"),
            ("firm", firm.name),
            ("account", _account(journal, found)),
            ("status", str(found.status)),
            ("category", str(found.category)),
            ("amount", f"{found.amount} {found.asset} {found.network}".strip()),
            ("happened", output.time(found.problem) if found.problem else ""),
            ("seen on", found.seen_on),
            ("claim", found.claim),
            ("steps taken", found.steps),
            ("remedy", found.remedy),
            ("outcome", found.outcome),
            ("tags", " ".join(f"#{tag}" for tag in found.tags)),
            ("body", found.body),
            ("represented", found.representative),
            ("your reference", found.client_reference),
            ("proceedings", found.proceedings),
            ("insolvency", found.insolvency),
            ("deadline", f"{output.time(found.deadline)}  {found.deadline_source}" if found.deadline else ""),
            ("final position", f"contact {found.final_contact_id}" if found.final_contact_id else ""),
        ]
    )
    for heading, body in _sections(journal, found.id, contacts):
        lines += ["", heading, *(f"  {line}".rstrip() for line in body)]
    return lines


def contact_lines(found: Contact, amendments: Sequence[Amendment], mail: Mail | None) -> list[str]:
    """Return a contact with its words, its exhibits and every later change as lines."""
    who = " ".join(filter(None, (found.agent, f"#{found.agent_id}" if found.agent_id else "")))
    kind = {None: "", True: " (bot)", False: " (person)"}[found.bot]
    where = f"C-{found.case_id}" if found.case_id is not None else "waits in the inbox"
    zone = system_zone()
    lines = output.fields(
        [
            ("contact", f"{found.id}  {where}"),
            ("happened", f"{output.time(found.happened)}  {found.happened.zone}  ({found.happened.known})"),
            ("recorded", output.instant(found.recorded_at, zone)),
            ("purged", output.instant(found.purged_at, zone) if found.purged_at else ""),
            ("channel", f"{found.channel} {found.direction} {found.platform}".strip()),
            ("agent", f"{who}{kind}".strip()),
            ("role", found.role),
            ("automatic", str(found.automatic)),
            ("from", f"{mail.sender_name} <{mail.sender}>".strip() if mail else ""),
            ("to", ", ".join((*mail.to, *mail.cc)) if mail else ""),
            ("message id", mail.message_id if mail else ""),
            ("subject", found.subject),
            ("tickets", ", ".join(found.tickets)),
            ("outcome", found.outcome),
            *details.lines(found.details, zone),
            ("exhibits", "\n".join(f"{e.label or '-'}  {e.name}  {_kept(e)}" for e in found.exhibits)),
            ("unreadable", "\n".join(mail.problems) if mail else ""),
        ]
    )
    lines += ["", *output.plain(found.text).splitlines()] if found.text else []
    if found.translation:
        lines += ["", "your own translation:", *output.plain(found.translation).splitlines()]
    for amendment in amendments:
        lines += ["", f"amended {output.instant(amendment.recorded_at, zone)}: {output.one_line(amendment.reason)}"]
        lines += output.fields([(f"  {amendment.field} was", amendment.before or "(empty)")])
    return lines


def _account(journal: Journal, found: Case) -> str:
    if found.account_id is None:
        return ""
    account = journal.accounts.get(found.account_id)
    return "  ".join(filter(None, (str(account.id), account.uid, account.user_name, account.email)))


def _kept(exhibit: Exhibit) -> str:
    return "purged" if exhibit.purged_at else exhibit.file.sha256


def _sections(journal: Journal, case_id: int, contacts: Sequence[Contact]) -> Iterator[tuple[str, list[str]]]:
    yield "contacts", [line for contact in contacts for line in _contact(contact)] or ["(none)"]
    promises, requests = journal.promises.of_case(case_id), journal.requests.of_case(case_id)
    follow_ups, now = journal.follow_ups.of_case(case_id), journal.clock()
    yield "promises", output.table([promise_row(p, now) for p in promises], empty="none")
    yield "requests", output.table([request_row(journal, r, now) for r in requests], empty="none")
    yield (
        "follow-ups",
        output.table([(str(u.id), str(u.state), output.time(u.due), u.reason) for u in follow_ups], empty="none"),
    )
    quotes = [
        (str(q.id), f"contact {q.contact_id}", " ".join(q.text.split()), q.note)
        for q in journal.quotes.of_case(case_id)
    ]
    yield "quoted", output.table(quotes, empty="none")
    yield "tickets", output.table([(t.number,) for t in journal.tickets.of_case(case_id)], empty="none")
    references = journal.references.of_case(case_id)
    yield "references", output.table([(str(r.kind), r.value, r.network, r.note) for r in references], empty="none")
    yield (
        "transfers",
        output.table(
            [
                (str(t.id), output.time(t.made) if t.made else "", str(t.kind), f"{t.amount} {t.asset}", t.txid)
                for t in journal.transfers.of_case(case_id)
            ],
            empty="none",
        ),
    )
    losses = journal.losses.of_case(case_id)
    yield (
        "losses",
        output.table([(str(x.id), str(x.kind), f"{x.amount} {x.asset}", x.what) for x in losses], empty="none"),
    )
    exhibits = journal.exhibits.of_case(case_id)
    yield (
        "exhibits",
        output.table(
            [(e.label, "purged" if e.purged_at else "", e.name, e.description) for e in exhibits], empty="none"
        ),
    )


def promise_row(found: Promise, now: datetime, *case: str) -> tuple[str, ...]:
    """Return a promise as a list shows it, after its number perhaps its case."""
    by = f"by {output.time(found.due)}" if found.due else ""
    state = "open, time is over" if found.is_late(now) else str(found.state)
    return str(found.id), *case, state, by, found.agent, found.text


def request_row(journal: Journal, found: Request, now: datetime, *case: str) -> tuple[str, ...]:
    """Return a request as a list shows it, after its number perhaps its case."""
    by = f"by {output.time(found.due)}" if found.due else ""
    state = "open, time is over" if found.is_late(now) else f"{found.state}{supplied_with(journal, found)}"
    return str(found.id), *case, state, by, "identity" if found.identity else "", found.text


def supplied_with(journal: Journal, found: Request) -> str:
    """Return with which contact and exhibits a request was supplied; empty where that is not known."""
    if found.supplied_contact_id is None:
        return ""
    labels = " ".join(exhibit.label for exhibit in journal.contacts.get(found.supplied_contact_id).exhibits)
    return f" with contact {found.supplied_contact_id}" + (f" ({labels})" if labels else "")


def _contact(contact: Contact) -> list[str]:
    who = contact.agent + (f" #{contact.agent_id}" if contact.agent_id else "")
    files = " ".join(e.label for e in contact.exhibits)
    marks = (str(contact.automatic), "amended" if contact.amended else "", "purged" if contact.purged_at else "", files)
    head = (
        output.time(contact.happened),
        _ARROWS[contact.direction],
        str(contact.channel),
        who,
        *contact.tickets,
        *marks,
    )
    lines = ["  ".join(part for part in (f"{contact.id:>4}", *head) if part)]
    if contact.subject:
        lines.append(f"      {output.one_line(contact.subject)}")
    return lines + [f"      {line}".rstrip() for line in output.plain(contact.text).splitlines()]
