"""`casebook deadline`: clocks that run in a case, each with its rule, both its ends, and what moved it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import click

from casebook.cli import output, shapes_deadlines
from casebook.cli.options import LANGUAGE, RECORD_NUMBER, stated_time, time_options
from casebook.cli.rule import known_rule
from casebook.cli.session import Group, Session, pass_session
from casebook.cli.shapes import Shape
from casebook.guide import Explanation, Guide, Rule
from casebook.guide.dates import clocks, moves
from casebook.guide.dates.moves import By, Moves
from casebook.guide.dates.wording import words
from casebook.guide.guide import Clock
from casebook.journal import Journal
from casebook.journal.errors import BadInput
from casebook.journal.planning import Deadline
from casebook.journal.records import Contact
from casebook.journal.terms import CheckState, DeadlineState
from casebook.journal.times import Moment, parse

_LANG = click.option("--lang", type=LANGUAGE, default="en", show_default=True, help="Of the reminders' words.")
_NUMBER = click.argument("number", type=RECORD_NUMBER, metavar="DEADLINE")


@click.group(cls=Group)
def deadline() -> None:
    """Clocks of a case: when the next door opens, when it closes, and why then."""


@deadline.command("add")
@click.argument("case")
@click.option("--rule", "rule_id", required=True, metavar="RULE", help="Which clock: see 'casebook rule list'.")
@click.option("--contact", type=RECORD_NUMBER, help="It starts with this contact.")
@time_options("it started")
@_LANG
@pass_session
def add_deadline(
    session: Session,
    case: str,
    *,
    rule_id: str,
    contact: int | None,
    at: str | None,
    zone: str | None,
    about: bool,
    date_only: bool,
    known: str | None,
    lang: str,
) -> None:
    """Pick a rule for a case and start its clock; it makes its own follow-ups."""
    if bool(contact) == bool(at):
        raise click.UsageError("give either --contact or --at: when did it start?")
    guide = session.guide()
    known_rule(guide, rule_id)
    with session.journal() as journal:
        case_id = journal.cases.find(case).id
        if contact:
            start = journal.contacts.get(contact).happened
        else:
            start = stated_time(session, at, zone, about=about, date_only=date_only, known=known)
        found = _clock(session, journal, guide, case_id, rule_id, start, lang)
        made = journal.deadlines.add(
            case_id, rule_id, start, found.explanation.to_json(), contact_id=contact, rings=found.rings
        ).made
        _answer(session, journal, guide, made, "set", lang)
        if found.rule.pack:
            session.note(words(lang).EXAMPLE)
        if found.explanation.until and found.rule.strict and found.explanation.until <= session.clock():
            session.note("its last day has passed already: ask whether anything is still possible")


@deadline.command("list")
@click.argument("case", required=False)
@click.option("--all", "every", is_flag=True, help="Those that were ended or dropped too.")
@_LANG
@pass_session
def list_deadlines(session: Session, case: str | None, *, every: bool, lang: str) -> None:
    """List the clocks of a case, or of all; says where a person's answer may have ended one."""
    guide = session.guide()
    with session.journal() as journal:
        cases = [journal.cases.find(case).id] if case else sorted(row.id for row in journal.cases.rows())
        found = [d for case_id in cases for d in journal.deadlines.of_case(case_id)]
        if not every:
            found = [d for d in found if d.state is DeadlineState.RUNNING]
        rows = [_row(session, journal, guide, d, lang) for d in found]
        shapes = [_shape(session, journal, guide, d) for d in found]
        session.answer(shapes, output.table(rows, empty="no deadlines run"))


@deadline.command("explain")
@_NUMBER
@_LANG
@pass_session
def explain_deadline(session: Session, number: int, lang: str) -> None:
    """Say how both ends were found: start, days counted and skipped, more time, rule, source."""
    with session.journal() as journal:
        found = Explanation.from_json(journal.deadlines.get(number).explanation)
    session.answer(found.as_dict(), [found.sentence(lang, session.clock().date())])


@deadline.command("pause")
@_NUMBER
@click.option("--first", required=True, metavar="DAY", help="The first day on which it stands still.")
@click.option("--last", required=True, metavar="DAY", help="The last one.")
@click.option("--why", required=True, help="Who stopped it, and why.")
@_LANG
@pass_session
def pause_deadline(session: Session, number: int, first: str, last: str, *, why: str, lang: str) -> None:
    """Leave days out of the count: on these the clock stands still."""
    still = moves.pause(_day(first), _day(last), why)
    _move(session, number, lambda now: replace(now, pauses=(*now.pauses, still)), why, lang)


@deadline.command("extend")
@_NUMBER
@click.option("--days", type=int, metavar="N")
@click.option("--business-days", type=int, metavar="N")
@click.option("--months", type=int, metavar="N")
@click.option("--until", metavar="DAY", help="To the end of this day.")
@click.option("--who", default="", help="Who took or granted the time.")
@click.option("--why", required=True, help="The reason given.")
@_LANG
@pass_session
def extend_deadline(
    session: Session,
    number: int,
    *,
    days: int | None,
    business_days: int | None,
    months: int | None,
    until: str | None,
    who: str,
    why: str,
    lang: str,
) -> None:
    """Add time to a clock: days, business days, months, or to an exact day."""
    given = [
        (by, value)
        for by, value in (
            (By.DAYS, days),
            (By.BUSINESS_DAYS, business_days),
            (By.MONTHS, months),
            (By.UNTIL, _day(until) if until else None),
        )
        if value is not None
    ]
    if len(given) != 1:
        raise click.UsageError("give one of --days, --business-days, --months, --until")
    more = moves.extension(*given[0], why=why, who=who)
    _move(session, number, lambda now: replace(now, extensions=(*now.extensions, more)), why, lang)


@deadline.command("undo")
@_NUMBER
@click.option("--pause", "of_pauses", is_flag=True, help="The last pause, not the last extension.")
@click.option("--why", default="", help="Why it does not hold.")
@_LANG
@pass_session
def undo_move(session: Session, number: int, *, of_pauses: bool, why: str, lang: str) -> None:
    """Take the last extension (or pause) of a clock back."""

    def without_last(now: Moves) -> Moves:
        if not (now.pauses if of_pauses else now.extensions):
            raise BadInput("deadline {number} has nothing to take back", number=number)
        return replace(now, pauses=now.pauses[:-1]) if of_pauses else replace(now, extensions=now.extensions[:-1])

    _move(session, number, without_last, why, lang)


@deadline.command("recount")
@_NUMBER
@_LANG
@pass_session
def recount_deadline(session: Session, number: int, lang: str) -> None:
    """Count a clock anew, after the firm's country, zone or figures were put right."""
    _move(session, number, lambda now: now, "", lang)


@deadline.command("end")
@_NUMBER
@click.option("--contact", type=RECORD_NUMBER, help="The contact that ended it.")
@click.option("--answer", default="", help="What came of it.")
@pass_session
def end_deadline(session: Session, number: int, *, contact: int | None, answer: str) -> None:
    """What the clock waited for came, or you did it: its follow-ups are done."""
    with session.journal() as journal:
        journal.deadlines.end(number, contact_id=contact, answer=answer)
        _answer(session, journal, session.guide(), number, "ended", "en")


@deadline.command("goes-on")
@_NUMBER
@click.option("--contact", type=RECORD_NUMBER, required=True, help="The answer that does not end it.")
@click.option("--note", default="", help="Why not.")
@pass_session
def keep_deadline(session: Session, number: int, *, contact: int, note: str) -> None:
    """A person's answer does not end this clock: it is not asked about again."""
    with session.journal() as journal:
        found = journal.deadlines.get(number)
        journal.contacts.get(contact)
        journal.check_marks.set(found.case_id, clocks.goes_on(number, contact), CheckState.NOT_NEEDED, note)
        _answer(session, journal, session.guide(), number, "goes on:", "en")


@deadline.command("drop")
@_NUMBER
@click.option("--answer", required=True, help="Why it is not needed.")
@pass_session
def drop_deadline(session: Session, number: int, answer: str) -> None:
    """The clock was set in error or is not needed: its follow-ups go with it."""
    with session.journal() as journal:
        journal.deadlines.drop(number, answer)
        _answer(session, journal, session.guide(), number, "dropped", "en")


@deadline.command("reopen")
@_NUMBER
@_LANG
@pass_session
def reopen_deadline(session: Session, number: int, lang: str) -> None:
    """Have a clock run on."""
    guide = session.guide()
    with session.journal() as journal:
        journal.deadlines.reopen(number, _recounted(session, journal, guide, number, lang).rings)
        _answer(session, journal, guide, number, "runs on:", lang)


def _clock(
    session: Session, journal: Journal, guide: Guide, case_id: int, rule_id: str, start: Moment, lang: str,
    moved: Moves = moves.NONE,
) -> Clock:  # fmt: skip
    firm = journal.firms.get(journal.cases.get(case_id).firm_id)
    records = journal.firm_rules.of_firm(firm.id)
    return guide.clock(rule_id, start, firm, records, session.zone(), session.clock(), language=lang, moves=moved)


def _recounted(
    session: Session, journal: Journal, guide: Guide, number: int, lang: str, moved: Moves | None = None
) -> Clock:
    found = journal.deadlines.get(number)
    now = moved or moves.read(found.pauses, found.extensions)
    return _clock(session, journal, guide, found.case_id, found.rule, found.start, lang, now)


def _move(session: Session, number: int, change: moves.Change, why: str, lang: str) -> None:
    """Change what moves a clock, and have its dates and reminders follow."""
    guide = session.guide()
    with session.journal() as journal:
        found = journal.deadlines.get(number)
        moved = change(moves.read(found.pauses, found.extensions))
        clock = _recounted(session, journal, guide, number, lang, moved)
        journal.deadlines.move(
            number, clock.explanation.to_json(), pauses=moved.pauses_json(), extensions=moved.extensions_json(),
            rings=clock.rings, why=why,
        )  # fmt: skip
        _answer(session, journal, guide, number, "moved", lang)


def _day(text: str) -> date:
    return parse(text, "UTC").local.date()


def _ends(found: Deadline, lang: str) -> str:
    """Return both ends in one line."""
    explained, spoken = Explanation.from_json(found.explanation), words(lang)
    if explained.at_once and explained.until:
        return spoken.last_day(explained.until).rstrip(".。")
    return spoken.due(explained.due_at, explained.until).rstrip(".。")


def _may_end(journal: Journal, guide: Guide, found: Deadline) -> Contact | None:
    if found.state is not DeadlineState.RUNNING:
        return None
    rule = guide.rules.get(found.rule)
    contacts = journal.contacts.of_case(found.case_id)
    return clocks.may_end(rule, found, contacts, journal.check_marks.of_case(found.case_id))


def _shape(session: Session, journal: Journal, guide: Guide, found: Deadline) -> Shape:
    rings = journal.deadlines.rings(found.id)
    rule, answer = guide.rules.get(found.rule), _may_end(journal, guide, found)
    return shapes_deadlines.deadline(found, rule, rings, answer, session.clock().date())


def _row(session: Session, journal: Journal, guide: Guide, found: Deadline, lang: str) -> tuple[str, ...]:
    rule = guide.rules.get(found.rule)
    marks = ["stale"] if rule and rule.stale(session.clock().date()) else []
    if answer := _may_end(journal, guide, found):
        who = answer.agent or "a person"
        marks.append(f"{who} answered on {output.time(answer.happened)} (contact {answer.id}): does that end it?")
    title = _title(rule, found, lang)
    return str(found.id), f"C-{found.case_id}", str(found.state), _ends(found, lang), title, "; ".join(marks)


def _title(rule: Rule | None, found: Deadline, lang: str) -> str:
    return rule.title(lang) if rule else found.rule


def _answer(session: Session, journal: Journal, guide: Guide, number: int, what: str, lang: str) -> None:
    found = journal.deadlines.get(number)
    title = _title(guide.rules.get(found.rule), found, lang)
    line = f"{what} deadline {found.id} in C-{found.case_id}: {title} · {_ends(found, lang)}"
    session.answer(_shape(session, journal, guide, found), [line])
