"""`casebook official`, `anti-phishing`, `who` and `dkim`: by what a firm writes, and who wrote a mail."""

from __future__ import annotations

from pathlib import Path

import click

from casebook.cli import output, shapes_senders, unlocking
from casebook.cli.options import RECORD_NUMBER, choice
from casebook.cli.progress import finish
from casebook.cli.session import Command, Group, Session, pass_session
from casebook.guide.impostors.register import stale
from casebook.guide.impostors.words import STANDINGS
from casebook.journal import Journal
from casebook.journal.incoming import Official, PhishingCode
from casebook.journal.official_values import shown_host
from casebook.journal.terms import OfficialKind
from casebook.journal.times import parse

_CODE = "CASEBOOK_ANTI_PHISHING_CODE"


@click.group(cls=Group)
def official() -> None:
    """By what a firm really writes: addresses, domains, handles and numbers that you looked up yourself."""


@official.command("add")
@click.argument("value")
@click.option("--firm", "firm_name", required=True, metavar="FIRM")
@click.option("--kind", required=True, type=choice(OfficialKind))
@click.option("--how", required=True, metavar="TEXT", help="How you know: where you looked it up.")
@click.option("--verified-at", metavar="TIME", help="When you looked it up. Left out: now.")
@click.option("--platform", default="", help="Of a handle: on which network.")
@click.option("--note", default="")
@pass_session
def add_official(
    session: Session,
    value: str,
    *,
    firm_name: str,
    kind: str,
    how: str,
    verified_at: str | None,
    platform: str,
    note: str,
) -> None:
    """Record an official contact of a firm, such as support@example.org."""
    with session.journal() as journal:
        firm_id = journal.firms.find(firm_name).id
        at = parse(verified_at, session.zone()).utc if verified_at else None
        made = journal.officials.add(
            firm_id, OfficialKind(kind), value, how=how, verified_at=at, platform=platform, note=note
        ).made
        _answer(session, journal, made, "added")


@official.command("list")
@click.option("--firm", "firm_name", metavar="FIRM")
@click.option("--withdrawn", is_flag=True, help="Those that were taken back as well.")
@pass_session
def list_officials(session: Session, *, firm_name: str | None, withdrawn: bool) -> None:
    """List the official contacts, of one firm or of all; those verified more than 90 days ago are marked."""
    with session.journal() as journal:
        found = journal.officials.all(journal.firms.find(firm_name).id if firm_name else None, withdrawn=withdrawn)
        names, now = _firms(journal), session.clock()
        rows = [_row(session, o, names[o.firm_id]) for o in found]
        shape = [shapes_senders.official(o, names[o.firm_id], now) for o in found]
        session.answer(shape, output.table(rows, empty="no official contacts recorded"))


@official.command("verify-again")
@click.argument("number", type=RECORD_NUMBER, metavar="OFFICIAL")
@click.option("--how", default="", metavar="TEXT", help="How you know this time. Left out: as before.")
@pass_session
def verify_again(session: Session, number: int, *, how: str) -> None:
    """Record that you looked an official contact up once more, now."""
    with session.journal() as journal:
        _answer(session, journal, journal.officials.verify_again(number, how=how).made, "verified again")


@official.command("withdraw")
@click.argument("number", type=RECORD_NUMBER, metavar="OFFICIAL")
@pass_session
def withdraw(session: Session, number: int) -> None:
    """Take an official contact back: from now on a mail from there is warned of."""
    with session.journal() as journal:
        _answer(session, journal, journal.officials.withdraw(number).made, "withdrew")


@click.group("anti-phishing", cls=Group)
def anti_phishing() -> None:
    """The code that a firm puts into its mails to you; only a fingerprint of it is kept."""


@anti_phishing.command("set")
@click.argument("firm_name", metavar="FIRM")
@click.option("--code-file", type=click.Path(path_type=Path), metavar="FILE", help="The code, in a file.")
@click.option("--since", default="", metavar="DATE", help="Since when it is in use. Left out: today.")
@click.option("--until", default="", metavar="DATE", help="Until when it was: for an earlier code.")
@pass_session
def set_code(session: Session, firm_name: str, *, code_file: Path | None, since: str, until: str) -> None:
    """Record a firm's anti-phishing code; the one in use until now becomes the old one.

    It is taken from --code-file, from $CASEBOOK_ANTI_PHISHING_CODE, or asked for; never from an argument.
    """
    with session.journal() as journal:
        firm = journal.firms.find(firm_name)
        code = unlocking.given(code_file, _CODE)
        if code is None:
            code = unlocking.asked(f"Anti-phishing code of {firm.name}", "--code-file", _CODE)
        made = journal.phishing_codes.get(journal.phishing_codes.set(firm.id, code, since=since, until=until).made)
        session.answer(
            shapes_senders.phishing_code(made, firm.name),
            [f"set anti-phishing code {made.id} of {firm.name}, in use since {made.since}"],
        )


@anti_phishing.command("list")
@click.option("--firm", "firm_name", metavar="FIRM")
@pass_session
def list_codes(session: Session, *, firm_name: str | None) -> None:
    """List which codes are recorded, and from when until when each was in use."""
    with session.journal() as journal:
        codes = journal.phishing_codes
        found = codes.of_firm(journal.firms.find(firm_name).id) if firm_name else codes.all()
        names = _firms(journal)
        shape = [shapes_senders.phishing_code(c, names[c.firm_id]) for c in found]
        session.answer(
            shape,
            output.table([_code_row(c, names[c.firm_id]) for c in found], empty="no anti-phishing codes recorded"),
        )


@anti_phishing.command("remove")
@click.argument("number", type=RECORD_NUMBER, metavar="CODE")
@pass_session
def remove_code(session: Session, number: int) -> None:
    """Take a code out, such as one that was mistyped; the ledger keeps that there was one."""
    with session.journal() as journal:
        gone = journal.phishing_codes.get(number)
        journal.phishing_codes.remove(number)
        firm = journal.firms.get(gone.firm_id).name
        session.answer(shapes_senders.phishing_code(gone, firm), [f"removed anti-phishing code {number} of {firm}"])


@click.command(cls=Command)
@click.argument("number", type=RECORD_NUMBER, metavar="CONTACT")
@pass_session
def who(session: Session, number: int) -> None:
    """Say what is known of who wrote a mail, and what is not. Nobody is asked."""
    from casebook.mail.authenticity import who as asking
    from casebook.mail.authenticity.words import Weight, facts, sentence

    with session.journal() as journal:
        found, names = asking.who(journal, number), _firms(journal)
        marks = {Weight.WARNS: "!", Weight.SPEAKS_FOR: "+", Weight.NOTE: "·"}
        standing = "" if found.outgoing else f"  ({STANDINGS[found.assessment.standing]})"
        lines = [output.one_line(f"{found.sender.name} <{shown_host(found.sender.address)}>{standing}".strip())]
        lines += [output.one_line(f"{marks[fact.weight]} {sentence(fact)}") for fact in facts(found, names)]
        session.answer(shapes_senders.who(found, names), lines)


@click.command(cls=Command)
@click.argument("number", type=RECORD_NUMBER, metavar="CONTACT")
@click.option("--look-up", is_flag=True, help="Ask a name server for the keys, check, and record what came of it.")
@click.option("--server", default="", metavar="IP", help="The name server to ask. Left out: this computer's.")
@pass_session
def dkim(session: Session, number: int, *, look_up: bool, server: str) -> None:
    """Show a mail's DKIM checks, each done again with the key that was stored; --look-up fetches the keys.

    The name server learns which domains wrote to you. A pass proves that the domain signed these headers and this
    body, nothing about the person who wrote.
    """
    from casebook.mail.authenticity import looking_up
    from casebook.mail.authenticity.signatures import signatures
    from casebook.mail.authenticity.who import again, message

    if server and not look_up:
        raise click.UsageError("--server goes with --look-up")
    with session.journal() as journal:
        raw = message(journal, number)
        names = looking_up.names(raw)
        if look_up:
            if names:
                session.note(f"asking {', '.join(looking_up.servers(server))} for {', '.join(names)}")
            journal.dkim.add(number, finish(looking_up.look_up(raw, server, journal.clock)))
        marked = signatures(raw)
        checks = [(check, again(raw, marked, check)) for check in journal.dkim.of_contact(number)]
        rows = [
            (
                str(check.id),
                str(check.result),
                f"again: {now.result}" if now else "",
                check.domain,
                check.selector,
                output.instant(check.fetched_at, session.zone()),
                check.detail,
            )
            for check, now in checks
        ]
        shape = [shapes_senders.dkim_check(check, str(now.result) if now else None) for check, now in checks]
        empty = f"not checked; --look-up would ask for {', '.join(names)}" if names else "not checked; no signature"
        session.answer(shape, output.table(rows, empty=empty))


def _answer(session: Session, journal: Journal, made: int, what: str) -> None:
    record = journal.officials.get(made)
    firm = journal.firms.get(record.firm_id).name
    shape = shapes_senders.official(record, firm, session.clock())
    session.answer(shape, [f"{what} official contact {record.id} of {firm}: {shown_host(record.value)}"])


def _firms(journal: Journal) -> dict[int, str]:
    return {firm.id: firm.name for firm in journal.firms.all()}


def _row(session: Session, record: Official, firm: str) -> tuple[str, ...]:
    old = "verify again" if stale(record, session.clock()) else ""
    state = old if record.withdrawn_at is None else "withdrawn"
    when = output.instant(record.verified_at, session.zone())
    value = " ".join(filter(None, (shown_host(record.value), record.platform)))
    return str(record.id), firm, str(record.kind), value, when, state, record.how


def _code_row(code: PhishingCode, firm: str) -> tuple[str, ...]:
    until = f"until {code.until}" if code.until else "in use"
    return str(code.id), firm, f"{code.length} characters", f"since {code.since}", until
