"""`casebook next`, `resend-check`, `where` and `ladder`: what to do, by which way, what comes after."""

from __future__ import annotations

from datetime import datetime

import click

from casebook import paths
from casebook.cli import output, shapes, shapes_advice
from casebook.cli.options import choice
from casebook.cli.session import Command, Session, pass_session
from casebook.guide.advice import gather, ladder, rung_words
from casebook.guide.advice.channels import Urgency, Way
from casebook.guide.advice.courtesy import unanswered
from casebook.guide.advice.ladder import MARK, Rung
from casebook.journal import Journal
from casebook.journal.terms import CaseStatus, Category, Channel, CheckState

_LANGUAGES = click.Choice(["en", "zh"])


@click.command("next", cls=Command)
@click.argument("case")
@click.option("--lang", type=_LANGUAGES, default="en", show_default=True)
@pass_session
def next_step(session: Session, case: str, lang: str) -> None:
    """Say what to do next in a case: what rings, what the guide suggests, the next step of the ladder."""
    with session.journal() as journal:
        found, now, zone = journal.cases.find(case), session.clock(), session.zone()
        ringing = [f for f in journal.follow_ups.of_case(found.id, open_only=True) if f.rings_at <= now]
        firm = journal.firms.get(found.firm_id)
        own = journal.firm_rules.of_firm(firm.id)
        is_open = found.status is CaseStatus.OPEN
        contacts = journal.contacts.of_case(found.id)
        steps = session.guide().suggest(firm, contacts, now, zone, own) if is_open else []
        rungs = _rungs(session, journal, found.id) if is_open else []
    upwards = next((rung for rung in rungs if rung.next), None)
    rows = [("now", output.time(f.due), f.reason) for f in ringing]
    rows += [("now" if step.due.utc <= now else "later", output.time(step.due), step.reason[lang]) for step in steps]
    if upwards:
        rows.append(("ladder", "", _told(upwards, now, zone, lang)))
    shape = {
        "case": found.number,
        "follow_ups": [shapes.follow_up(f) for f in ringing],
        "suggestions": [shapes_advice.suggestion(step, lang) for step in steps],
        "ladder": shapes_advice.rung(upwards, found.id, now, zone, lang) if upwards else None,
    }
    session.answer(shape, output.table(rows, empty="nothing to do now: nobody is waited for"))


@click.command("resend-check", cls=Command)
@click.argument("case")
@click.option("--channel", type=choice(Channel), help="Where. Left out: where your last message waits, else email.")
@click.option("--lang", type=_LANGUAGES, default="en", show_default=True)
@pass_session
def resend_check(session: Session, case: str, channel: str | None, lang: str) -> None:
    """Say whether a message may be sent again: how long ago it went, the rule, what a duplicate costs."""
    with session.journal() as journal:
        found = journal.cases.find(case)
        contacts = journal.contacts.of_case(found.id)
        firm = journal.firms.get(found.firm_id)
        waiting = unanswered(contacts)
        where = Channel(channel) if channel else waiting[0].channel if waiting else Channel.EMAIL
        own = journal.firm_rules.of_firm(firm.id)
        told = session.guide().resend_check(
            firm, contacts, session.clock(), session.zone(), channel=where, firm_rules=own
        )
    lines = [f"{told.verdict}: {told.reasons[lang]}"]
    if told.limit:
        lines.append(told.limit.sentence(lang))
    session.answer(shapes_advice.resend_check(told, found.id, lang), lines)


@click.command("where", cls=Command)
@click.argument("case")
@click.option("--urgency", type=choice(Urgency), help="What matters most. Left out: as the case stands.")
@click.option("--type", "category", type=choice(Category), help="The kind of problem. Left out: that of the case.")
@click.option("--lang", type=_LANGUAGES, default="en", show_default=True)
@click.option("--speak", multiple=True, metavar="LANG", help="A language you can write in: en, zh. Left out: both.")
@pass_session
def where(
    session: Session, case: str, *, urgency: str | None, category: str | None, lang: str, speak: tuple[str, ...]
) -> None:
    """Say where to turn, the best way first, with what speaks for and against each."""
    now, zone = session.clock(), session.zone()
    with session.journal() as journal:
        asked, ways = gather.ways(
            journal,
            paths.resources() / "guides",
            journal.cases.find(case).id,
            now,
            zone,
            urgency=Urgency(urgency) if urgency else None,
            category=Category(category) if category else None,
            languages=frozenset(speak or ("en", "zh")),
        )
    lines = [f"{asked.firm.name}, {asked.category}, urgency: {asked.urgency}"]
    for number, way in enumerate(ways, 1):
        lines += _way(number, way, lang)
    session.answer([shapes_advice.way(way, lang, asked.firm.name, zone) for way in ways], lines)


@click.command("ladder", cls=Command)
@click.argument("case")
@click.option("--done", metavar="STEP", help="Mark a step as done.")
@click.option("--not-needed", metavar="STEP", help="Mark a step as not needed.")
@click.option("--clear", metavar="STEP", help="Take the mark of a step back.")
@click.option("--note", default="", help="With a mark: how, with whom, why not.")
@click.option("--lang", type=_LANGUAGES, default="en", show_default=True)
@pass_session
def show_ladder(
    session: Session,
    case: str,
    *,
    done: str | None,
    not_needed: str | None,
    clear: str | None,
    note: str,
    lang: str,
) -> None:
    """Show what was tried, what comes next and not before when, what closes for ever; or mark a step."""
    named = [step for step in (done, not_needed, clear) if step]
    if len(named) > 1:
        raise click.UsageError("--done, --not-needed and --clear exclude each other")
    if note and not (done or not_needed):
        raise click.UsageError("--note goes with --done or --not-needed")
    now, zone = session.clock(), session.zone()
    with session.journal() as journal:
        case_id = journal.cases.find(case).id
        if named:
            step = ladder.find(gather.steps(paths.resources() / "guides"), named[0])
            if clear:
                journal.check_marks.clear(case_id, MARK + step.id)
            else:
                state = CheckState.DONE if done else CheckState.NOT_NEEDED
                journal.check_marks.set(case_id, MARK + step.id, state, note)
        rungs = _rungs(session, journal, case_id)
    if named:
        rung = next(rung for rung in rungs if rung.step.id == named[0])
        shape = shapes_advice.rung(rung, case_id, now, zone, lang)
        session.answer(shape, [f"{rung.step.id} in C-{case_id}: {rung_words.standing(rung, now, zone, lang)}"])
        return
    rows = [
        (
            "→" if rung.next else "",
            rung.step.id,
            rung_words.STATES[lang][rung.state],
            _told(rung, now, zone, lang),
        )
        for rung in rungs
    ]
    session.answer([shapes_advice.rung(rung, case_id, now, zone, lang) for rung in rungs], output.table(rows))


def _rungs(session: Session, journal: Journal, case_id: int) -> list[Rung]:
    folder = paths.resources() / "guides"
    return gather.rungs(journal, session.guide(), folder, case_id, session.clock(), session.zone())


def _told(rung: Rung, now: datetime, zone: str, lang: str) -> str:
    stop = "。" if lang == "zh" else ". "
    return f"{rung.step.texts[lang]}{stop}{rung_words.standing(rung, now, zone, lang)}"


def _way(number: int, way: Way, lang: str) -> list[str]:
    known = way.known
    place = f" · {output.one_line(known.place)}" if known and known.place else ""
    lines = [f"{number}. {way.channel}{place}"]
    lines += [f"   + {output.one_line(words[lang])}" for words in way.fors]
    lines += [f"   - {output.one_line(words[lang])}" for words in way.againsts]
    return [*lines, f"   {way.usual.needs[lang]}"]
