"""`casebook inbox`: what came in and belongs to no case yet, with the case each message seems to belong to."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from casebook.cli import output, shapes
from casebook.cli.options import RECORD_NUMBER
from casebook.cli.session import Group, Session, pass_session
from casebook.journal import Journal
from casebook.journal.errors import BadInput, NotFound
from casebook.journal.listings import InboxRow

if TYPE_CHECKING:
    from casebook.mail.filing.case_draft import CaseDraft
    from casebook.mail.filing.matching import Suggestion

_WHY = {
    "thread": "its thread",
    "ticket": "names {detail}",
    "reference": "names {detail}",
    "sender": "from or to {detail}",
    "subject": "a guess: same subject and people",
}
_DOUBTS = {
    "impostor": "but look at the sender",
    "forwarded": "but it was passed on",
    "several-cases": "but so does another case",
    "other-case": "but it names a number of another case",
    "other-firm": "but it is from or to another firm",
    "stranger": "but from or to somebody new",
    "closed": "which is closed",
    "short-number": "which may be chance",
    "quoted": "in its quote",
}


@click.group(cls=Group)
def inbox() -> None:
    """Imported mails and chats that wait to be filed."""


@inbox.command("list")
@pass_session
def list_inbox(session: Session) -> None:
    """List what waits, newest first, with the case it seems to belong to and why."""
    with session.journal() as journal:
        found = journal.inbox.waiting()
        ranked = _ranked(journal, found)
        rows = [_row(row, ranked.get(row.contact_id, ())) for row in found]
        shown = [shapes.inbox_row(row, ranked.get(row.contact_id, ())) for row in found]
        session.answer(shown, output.table(rows, empty="the inbox is empty"))


@inbox.command("file")
@click.argument("mails", nargs=-1, type=RECORD_NUMBER, metavar="MAIL…")
@click.option("--case", "case", metavar="CASE", help="Left out: the case that the inbox suggests for each.")
@click.option("--all", "every", is_flag=True, help="Every mail that waits.")
@click.option("--sure", is_flag=True, help="Every mail that waits and certainly belongs to a case.")
@click.option("--thread", is_flag=True, help="With each mail all that waits of its thread.")
@pass_session
def file_mails(
    session: Session, mails: tuple[int, ...], case: str | None, every: bool, sure: bool, thread: bool
) -> None:
    """File mails in a case."""
    if sure and (every or mails or case):
        raise click.UsageError("--sure chooses the mails and their cases itself")
    with session.journal() as journal:
        if sure:
            _file_sure(session, journal)
            return
        chosen = _chosen(journal, mails, every=every, thread=thread)
        if case:
            target = journal.cases.find(case).id
            with journal.transaction():
                journal.inbox.file(chosen, target)
        else:
            _file_suggested(journal, chosen)
        _answer(session, journal, chosen, "filed")


@inbox.command("unfile")
@click.argument("mails", nargs=-1, required=True, type=RECORD_NUMBER, metavar="MAIL…")
@pass_session
def unfile(session: Session, mails: tuple[int, ...]) -> None:
    """Undo a filing: back into the inbox, as long as nothing in the case was built on it."""
    with session.journal() as journal:
        chosen = list(dict.fromkeys(mails))
        journal.inbox.unfile(chosen)
        _answer(session, journal, chosen, "took out")


@inbox.command("new-case")
@click.argument("mails", nargs=-1, required=True, type=RECORD_NUMBER, metavar="MAIL…")
@click.option("--thread", is_flag=True, help="With each mail all that waits of its thread.")
@click.option("--firm", metavar="FIRM", help="Left out: the firm that the mails are from or to.")
@click.option("--title", metavar="T", help="Left out: the subject of the first mail.")
@click.option("--with-found", is_flag=True, help="Record the ticket numbers and references that the mails surely name.")
@pass_session
def new_case(
    session: Session, mails: tuple[int, ...], thread: bool, firm: str | None, title: str | None, with_found: bool
) -> None:
    """Make a case of waiting mails and file them there; says what the mails name."""
    from casebook.mail.filing import case_draft

    with session.journal() as journal:
        chosen = _chosen(journal, mails, every=False, thread=thread)
        drafted = case_draft.draft(journal, chosen)
        if firm:
            known = next(
                (each for each in journal.firms.all() if each.name.casefold() == firm.strip().casefold()), None
            )
            drafted = replace(drafted, firm_id=known.id if known else None, firm_name=firm.strip(), account_id=None)
        if drafted.firm_id is None and not drafted.firm_name:
            raise BadInput("these mails do not tell which firm they are from or to: name it with --firm")
        drafted = replace(drafted, title=title or drafted.title)
        made = journal.cases.get(case_draft.make(journal, drafted, chosen, with_found=with_found).made)
        name = journal.firms.get(made.firm_id).name
        lines = [f"made {made.number} with {name}: {made.title}", f"filed {len(chosen)} mails there"]
        recorded = set(drafted.sure) if with_found else set()
        lines += [
            _found_line(contact, each.kind, each.value, (contact, each) in recorded) for contact, each in drafted.found
        ]
        session.answer(_case_shape(journal, made.id, chosen, drafted, with_found=with_found), lines)


@inbox.command("discard")
@click.argument("mails", nargs=-1, required=True, type=RECORD_NUMBER, metavar="MAIL…")
@click.option("--thread", is_flag=True, help="With each mail all that waits of its thread.")
@pass_session
def discard(session: Session, mails: tuple[int, ...], thread: bool) -> None:
    """Take mails out of the inbox without filing them; they are not imported again."""
    with session.journal() as journal:
        chosen = _chosen(journal, mails, every=False, thread=thread)
        journal.inbox.discard(chosen)
        _answer(session, journal, chosen, "discarded")


@inbox.command("restore")
@click.argument("mails", nargs=-1, required=True, type=RECORD_NUMBER, metavar="MAIL…")
@pass_session
def restore(session: Session, mails: tuple[int, ...]) -> None:
    """Put discarded mails back into the inbox."""
    with session.journal() as journal:
        chosen = list(dict.fromkeys(mails))
        for number in chosen:
            imported = journal.mail.is_mail([number]) or journal.chats.is_chat([number])
            if not imported or journal.contacts.get(number).case_id is not None:
                raise NotFound("there is no discarded mail {number} in this casebook", number=number)
        journal.inbox.restore(chosen)
        _answer(session, journal, chosen, "restored")


def file_probable(journal: Journal, contact_ids: Collection[int]) -> int:
    """File those waiting mails whose thread or number points to a case, also where the sender is new; count them."""
    from casebook.mail.filing.judging import Doubt

    bearable = {None, Doubt.STRANGER, Doubt.QUOTED, Doubt.SHORT_NUMBER}
    rows = [row for row in journal.inbox.waiting() if row.contact_id in contact_ids]
    first = {contact: found[0] for contact, found in _ranked(journal, rows).items()}
    chosen = {n: s for n, s in first.items() if s.doubt in bearable and s.why in {"thread", "ticket", "reference"}}
    _file_each(journal, {number: suggestion.case_id for number, suggestion in chosen.items()})
    return len(chosen)


def _ranked(journal: Journal, rows: Sequence[InboxRow]) -> Mapping[int, tuple[Suggestion, ...]]:
    from casebook.mail.filing.matching import Matcher

    return Matcher.from_journal(journal).rank(rows) if rows else {}


def _row(row: InboxRow, found: Sequence[Suggestion]) -> tuple[str, ...]:
    direction = {"in": "from", "out": "sent by", "both": "with"}[row.direction]
    person = row.sender_name or row.sender
    return str(row.contact_id), output.time(row.happened), direction, person, _words(found), row.subject or row.snippet


def _words(found: Sequence[Suggestion]) -> str:
    """Return `C-1: names T-99812`, with `maybe` before what is not certain."""
    if not found:
        return ""
    first = found[0]
    why = _WHY.get(first.why, "").format(detail=output.one_line(first.detail, 40))
    doubt = f", {_DOUBTS[first.doubt]}" if first.doubt in _DOUBTS else ""
    more = f" (or {', '.join(f'C-{other.case_id}' for other in found[1:3])})" if len(found) > 1 else ""
    return f"{'' if first.certain else 'maybe '}C-{first.case_id}: {why}{doubt}{more}"


def _chosen(journal: Journal, mails: tuple[int, ...], *, every: bool, thread: bool) -> list[int]:
    """Return the mails that are meant, each once. Raises UsageError, NotFound for one that does not wait."""
    waiting = {row.contact_id: row.thread_id for row in journal.inbox.waiting()}
    if every == bool(mails):
        raise click.UsageError("name the mails by number, or say --all")
    for number in mails:
        if number not in waiting:
            raise NotFound("mail {number} does not wait in the inbox: see 'casebook inbox list'", number=number)
    if every:
        return list(waiting)
    threads = {waiting[number] for number in mails} if thread else set()
    return list(dict.fromkeys((*mails, *(number for number in waiting if waiting[number] in threads))))


def _file_sure(session: Session, journal: Journal) -> None:
    from casebook.mail.filing.matching import Matcher

    waiting = [row.contact_id for row in journal.inbox.waiting()]
    settled, _ = Matcher.from_journal(journal).settle(frozenset(waiting))
    _answer(session, journal, [number for number in waiting if number in settled], "filed", none="nothing is certain")


def _file_suggested(journal: Journal, chosen: list[int]) -> None:
    rows = [row for row in journal.inbox.waiting() if row.contact_id in set(chosen)]
    ranked = _ranked(journal, rows)
    told = {number: found[0] for number, found in ranked.items() if found[0].doubt not in {"guess", "impostor"}}
    if lost := [number for number in chosen if number not in told]:
        raise BadInput("no case is known for mail {number}: name one with --case", number=lost[0])
    _file_each(journal, {number: told[number].case_id for number in chosen})


def _file_each(journal: Journal, cases: Mapping[int, int]) -> None:
    with journal.transaction():
        for case_id in sorted(set(cases.values())):
            journal.inbox.file([number for number, case in cases.items() if case == case_id], case_id)


def _answer(session: Session, journal: Journal, chosen: list[int], what: str, none: str = "") -> None:
    contacts = journal.contacts.many(chosen)
    made = [contacts[number] for number in chosen if number in contacts]
    lines = [
        f"{what} mail {c.id}{f' in C-{c.case_id}' if c.case_id is not None else ''}: {output.one_line(c.subject, 80)}"
        for c in made
    ]
    session.answer([shapes.contact(c) for c in made], lines or [none])


def _found_line(contact: int, kind: str, value: str, recorded: bool) -> str:
    return f"{'recorded' if recorded else 'names'} {kind} {value} (mail {contact})"


def _case_shape(
    journal: Journal, case_id: int, chosen: list[int], drafted: CaseDraft, *, with_found: bool
) -> dict[str, object]:
    recorded = set(drafted.sure) if with_found else set()
    found = [
        {"contact": each[0], "kind": str(each[1].kind), "value": each[1].value, "recorded": each in recorded}
        for each in drafted.found
    ]
    firm = journal.firms.get(journal.cases.get(case_id).firm_id)
    return {"case": f"C-{case_id}", "firm": firm.name, "contacts": chosen, "found": found}
