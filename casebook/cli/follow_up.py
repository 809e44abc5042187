"""`casebook follow-up`, `casebook due` and `casebook explain`: what is to be done, when, and why then."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

import click

from casebook.cli import output, shapes
from casebook.cli.options import RECORD_NUMBER, future_time, length
from casebook.cli.session import Command, Group, Session, pass_session
from casebook.cli.worded import worded, worded_rows
from casebook.guide import Explanation, Suggestion
from casebook.guide.dates.moments import Soon, business_days, moved, snooze_offers
from casebook.journal import Changes, Journal
from casebook.journal.errors import BadInput
from casebook.journal.listings import DueRow
from casebook.journal.records import FollowUp
from casebook.journal.times import Moment, parse

_LANGUAGES = click.Choice(["en", "zh"])
SNOOZES = (Soon.HOUR, Soon.EVENING, Soon.TOMORROW, Soon.BUSINESS_DAY)
_MOVED = {"en": "You moved it from {before} to {after}", "zh": "您把它从 {before} 改到 {after}"}
_MOVED_TO = {"en": "You moved it to {after}.", "zh": "您把它改到 {after}。"}
_WHY = {"en": ": {why}", "zh": "：{why}"}
_OWN = {"en": "{time} is your own date: {words}", "zh": "{time}是您自己定的日期：{words}"}
_THEIRS = {
    "en": "{time} is when promise {number} runs out, as you recorded it: {words}",
    "zh": "{time}是第 {number} 号承诺的到期时间，按您的记录：{words}",
}
_IN = click.option("--lang", type=_LANGUAGES, help="Of reminders that the guide or a promise made; left out: as made.")


@click.group("follow-up", cls=Group)
def follow_up() -> None:
    """Due dates with a reason; each rings until it is answered."""


@follow_up.command("add")
@click.argument("case")
@click.option("--due", metavar="TIME", help="When, such as '2026-11-23 10:00'.")
@click.option("--zone", metavar="ZONE", help="Where that time is meant; left out: this computer's zone.")
@click.option("--reason", help="What is to be done.")
@click.option("--suggest", "suggested", is_flag=True, help="Take the guide's next step instead of --due.")
@click.option("--rule", help="With --suggest: the step of this rule, where there are several.")
@click.option("--lang", type=_LANGUAGES, default="en", show_default=True, help="With --suggest: of its reason.")
@click.option("--contact", type=RECORD_NUMBER, help="The contact it follows.")
@click.option("--promise", type=RECORD_NUMBER, help="The promise it watches.")
@pass_session
def add_follow_up(
    session: Session,
    case: str,
    *,
    due: str | None,
    zone: str | None,
    reason: str | None,
    suggested: bool,
    rule: str | None,
    lang: str,
    contact: int | None,
    promise: int | None,
) -> None:
    """Record a follow-up, with your own date or the guide's."""
    if suggested == bool(due):
        raise click.UsageError("give either --due TIME or --suggest")
    if due and (rule or not reason):
        raise click.UsageError("--due needs --reason, and --rule goes with --suggest")
    with session.journal() as journal:
        case_id = journal.cases.find(case).id
        if suggested:
            step = _step(session, journal, case_id, rule)
            changes = journal.follow_ups.add(
                case_id,
                step.due,
                reason or step.reason[lang],
                rule=step.rule,
                explanation=step.explanation.to_json(),
                contact_id=contact or step.contact_id,
                promise_id=promise,
            )
        else:
            when = future_time(session, due or "", zone)
            for known, number in ((journal.contacts.get, contact), (journal.promises.get, promise)):
                if number is not None:
                    known(number)
            changes = journal.follow_ups.add(case_id, when, reason or "", contact_id=contact, promise_id=promise)
        _answer(session, journal, changes, "added")


@follow_up.command("suggest")
@click.argument("case")
@click.option("--lang", type=_LANGUAGES, default="en", show_default=True)
@pass_session
def suggest(session: Session, case: str, lang: str) -> None:
    """Show what the guide would do next in a case, and why then; records nothing."""
    with session.journal() as journal:
        steps = _steps(session, journal, journal.cases.find(case).id)
        lines: list[str] = []
        for step in steps:
            lines += [f"{step.action}, not before {output.time(step.due)}  ({step.rule})"]
            lines += [f"  {step.reason[lang]}", f"  {step.explanation.sentence(lang)}"]
        session.answer(
            [
                {
                    "rule": step.rule,
                    "action": str(step.action),
                    "contact": step.contact_id,
                    "due_at": step.due.rfc3339,
                    "reason": dict(step.reason),
                    "explanation": step.explanation.as_dict(),
                }
                for step in steps
            ],
            lines or ["(nothing is waited for, as far as the guide can tell)"],
        )


@follow_up.command("list")
@click.argument("case", required=False)
@click.option("--open", "open_only", is_flag=True, help="Only those not answered yet.")
@_IN
@pass_session
def list_follow_ups(session: Session, case: str | None, open_only: bool, lang: str | None) -> None:
    """List the follow-ups of a case, or of all."""
    with session.journal() as journal:
        cases = [journal.cases.find(case).id] if case else sorted(row.id for row in journal.cases.rows())
        found = [u for case_id in cases for u in journal.follow_ups.of_case(case_id, open_only=open_only)]
        found = worded(session, found, lang)
        rows = [(str(u.id), f"C-{u.case_id}", str(u.state), output.time(u.due), _rest(session, u)) for u in found]
        session.answer([shapes.follow_up(u) for u in found], output.table(rows, empty="no follow-ups recorded"))


@follow_up.command("done")
@click.argument("number", type=RECORD_NUMBER, metavar="FOLLOWUP")
@click.option("--answer", default="", help="What came of it.")
@pass_session
def done(session: Session, number: int, answer: str) -> None:
    """Answer a follow-up: it was done."""
    with session.journal() as journal:
        _answer(session, journal, journal.follow_ups.done(number, answer), "done:")


@follow_up.command("drop")
@click.argument("number", type=RECORD_NUMBER, metavar="FOLLOWUP")
@click.option("--answer", required=True, help="Why it is no longer needed.")
@pass_session
def drop(session: Session, number: int, answer: str) -> None:
    """Answer a follow-up: it is no longer needed."""
    with session.journal() as journal:
        _answer(session, journal, journal.follow_ups.drop(number, answer), "dropped")


@follow_up.command("reopen")
@click.argument("number", type=RECORD_NUMBER, metavar="FOLLOWUP")
@pass_session
def reopen(session: Session, number: int) -> None:
    """Take the answer to a follow-up back."""
    with session.journal() as journal:
        _answer(session, journal, journal.follow_ups.reopen(number), "reopened")


@follow_up.command("snooze")
@click.argument("number", type=RECORD_NUMBER, metavar="FOLLOWUP")
@click.option("--until", metavar="TIME", help=f"Until when; or one of {', '.join(soon.value for soon in SNOOZES)}.")
@click.option("--for", "rest", metavar="LENGTH", help="For how long: 30m, 3h, 2d, 1w.")
@click.option("--zone", metavar="ZONE", help="Where --until is meant; left out: this computer's zone.")
@pass_session
def snooze(session: Session, number: int, until: str | None, rest: str | None, zone: str | None) -> None:
    """Let a follow-up rest; its due date stays what it was."""
    if bool(until) == bool(rest):
        raise click.UsageError("give either --until TIME or --for LENGTH")
    with session.journal() as journal:
        if until and until.lower() in {soon.value for soon in SNOOZES}:
            wake = _soon(session, journal, number, until.lower())
        else:
            wake = future_time(session, until, zone).utc if until else session.clock() + length(rest or "")
        _answer(session, journal, journal.follow_ups.snooze(number, wake), "snoozed")


@follow_up.command("wake")
@click.argument("number", type=RECORD_NUMBER, metavar="FOLLOWUP")
@pass_session
def wake(session: Session, number: int) -> None:
    """Take a snooze back: the follow-up rings from its due date on."""
    with session.journal() as journal:
        _answer(session, journal, journal.follow_ups.wake(number), "woken:")


@follow_up.command("move")
@click.argument("number", type=RECORD_NUMBER, metavar="FOLLOWUP")
@click.option("--due", metavar="TIME", help="The new date.")
@click.option("--by", metavar="LENGTH", help="Instead of --due: how much later, such as 3d, 2w or 1mo; -2d is earlier.")
@click.option("--zone", metavar="ZONE", help="Where --due is meant; left out: this computer's zone.")
@click.option("--why", default="", help="Why; `explain` tells it.")
@pass_session
def move(session: Session, number: int, *, due: str | None, by: str | None, zone: str | None, why: str) -> None:
    """Give a follow-up another due date: a date of its own, or so much later than it was.

    Where the date has passed already, --by counts from today.
    """
    if bool(due) == bool(by):
        raise click.UsageError("give either --due TIME or --by LENGTH")
    with session.journal() as journal:
        if due:
            when = future_time(session, due, zone)
        else:
            when = _later(journal.follow_ups.get(number).due, session.clock(), by or "")
        _answer(session, journal, journal.follow_ups.reschedule(number, when, why), "moved")


@click.command(cls=Command)
@click.option("--now", metavar="TIME", help="What is due at this time. Left out: now.")
@click.option("--ahead", type=click.IntRange(0, 3650), default=0, metavar="DAYS", help="And within so many days more.")
@_IN
@pass_session
def due(session: Session, now: str | None, ahead: int, lang: str | None) -> None:
    """List what is due, the oldest first."""
    with session.journal() as journal:
        at = parse(now, session.zone()).utc if now else session.clock()
        found = journal.follow_ups.due(at)
        if ahead:
            found += journal.follow_ups.upcoming(at, at + timedelta(days=ahead))
        found = worded_rows(session, found, lang)
        rows = []
        for row in found:
            item, late = row.follow_up, at - row.follow_up.due.utc
            when = f"{output.span(late)} late" if late > timedelta() else f"in {output.span(late)}" if late else "now"
            rows.append((str(item.id), f"C-{item.case_id}", output.time(item.due), when, _about(row)))
        session.answer([shapes.due_row(row, at) for row in found], output.table(rows, empty="nothing is due"))


@click.command(cls=Command)
@click.argument("number", type=RECORD_NUMBER, metavar="FOLLOWUP")
@click.option("--lang", type=_LANGUAGES, default="en", show_default=True)
@pass_session
def explain(session: Session, number: int, lang: str) -> None:
    """Say how a follow-up's date was found: start, days counted and skipped, rule, source."""
    with session.journal() as journal:
        item = worded(session, [journal.follow_ups.get(number)], lang)[0]
        moves = journal.follow_ups.moves(number)
    told = [shapes.move(move) for move in moves]
    since = [_MOVED[lang].format(before=output.time(m.before), after=output.time(m.after)) for m in moves]
    since = [f"{line}{_WHY[lang].format(why=m.why) if m.why else ''}" for line, m in zip(since, moves, strict=True)]
    if not item.explanation:
        source = f"promise {item.promise_id}" if item.promise_id else "the user's own date"
        own: dict[str, object] = {"start": None, "unit": None, "counted": [], "skipped": []}
        own |= {"rule": "", "source": source, "moves": told}
        words = (_THEIRS if item.promise_id else _OWN)[lang]
        line = words.format(time=output.time(item.due), number=item.promise_id, words=output.one_line(item.reason))
        session.answer({"due_at": item.due.rfc3339, **own}, [line, *since])
        return
    explained = Explanation.from_json(item.explanation)
    shape, lines = explained.as_dict(), [explained.sentence(lang, session.clock().date())]
    if explained.rings_at:
        shape |= {"due_at": item.due.rfc3339, "not_before": shape["due_at"], "not_after": shape["until"]}
    if explained.comes != item.due.utc:
        shape |= {"due_at": item.due.rfc3339, "computed": shape["due_at"]}
        since = since or [_MOVED_TO[lang].format(after=output.time(item.due))]
    session.answer({**shape, "moves": told}, [*lines, *since])


def _steps(session: Session, journal: Journal, case_id: int) -> list[Suggestion]:
    firm = journal.firms.get(journal.cases.get(case_id).firm_id)
    own = journal.firm_rules.of_firm(firm.id)
    return session.guide().suggest(firm, journal.contacts.of_case(case_id), session.clock(), session.zone(), own)


def _step(session: Session, journal: Journal, case_id: int, rule: str | None) -> Suggestion:
    steps = _steps(session, journal, case_id)
    if not steps:
        raise BadInput(
            "the guide suggests nothing for C-{number}: no message of yours waits for an answer", number=case_id
        )
    for step in steps:
        if rule in (None, step.rule):
            return step
    known = ", ".join(step.rule for step in steps)
    raise BadInput("the guide does not suggest '{rule}' now: choose one of {known}", rule=rule, known=known)


def _soon(session: Session, journal: Journal, number: int, name: str) -> datetime:
    """Return one of the named times that a follow-up can rest until. Raises NotFound, BadInput for one that is over."""
    firm = journal.firms.get(journal.cases.get(journal.follow_ups.get(number).case_id).firm_id)
    offers = snooze_offers(session.clock(), session.zone(), business_days(firm))
    by_name = {offer.soon.value: offer.at for offer in offers}
    if Soon(name) is Soon.BUSINESS_DAY:  # is not offered twice where it is tomorrow
        by_name.setdefault(name, by_name[Soon.TOMORROW.value])
    if name not in by_name:
        raise BadInput("'{name}' is over for today: choose one of {known}", name=name, known=", ".join(by_name))
    return by_name[name]


def _later(due: Moment, now: datetime, text: str) -> Moment:
    """Return a due date moved by `3d`, `2w` or `1mo`. Raises BadInput."""
    found = re.fullmatch(r"([+-]?)(\d{1,3})\s*(d|days?|w|weeks?|mo|months?)", text.strip().lower())
    if not found:
        raise BadInput("'{text}' does not say how much later: write 3d, 2w or 1mo", text=text)
    number = int(found[2]) * (-1 if found[1] == "-" else 1)
    if found[3].startswith("mo"):
        return moved(due, now, months=number)
    return moved(due, now, days=number * (7 if found[3].startswith("w") else 1))


def _answer(session: Session, journal: Journal, changes: Changes, what: str) -> None:
    item = journal.follow_ups.get(changes.made)
    line = f"{what} follow-up {item.id} in C-{item.case_id}, due {output.time(item.due)}"
    if item.snoozed_until and item.state == "open":
        line += f", quiet until {output.instant(item.snoozed_until, session.zone())}"
    elif item.state == "open" and item.rings_at <= session.clock():
        line += ", which has come: it rings now"
    session.answer(shapes.follow_up(item), [f"{line}: {output.one_line(item.reason, 80)}"])


def _rest(session: Session, item: FollowUp) -> str:
    quiet = f" (quiet until {output.instant(item.snoozed_until, session.zone())})" if item.snoozed_until else ""
    return f"{item.reason}{quiet}"


def _about(row: DueRow) -> str:
    return f"{row.follow_up.reason}  [{row.case_title} · {row.firm}]"
