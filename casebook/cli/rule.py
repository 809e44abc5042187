"""`casebook rule`: what the guide says about waiting and about outside bodies, and how it is for one firm."""

from __future__ import annotations

import re
from datetime import date

import click

from casebook.cli import output, shapes_deadlines
from casebook.cli.options import LANGUAGE, choice
from casebook.cli.session import Group, Session, pass_session
from casebook.guide import Guide, Rule
from casebook.guide.dates.figures import checked
from casebook.guide.dates.rules import Unit
from casebook.guide.dates.wording import words
from casebook.journal import Journal
from casebook.journal.errors import BadInput, NotFound
from casebook.journal.terms import Channel

_FIGURE = re.compile(r"(\d{1,5})\s*(?:(?:-|to|–)\s*(\d{1,5})\s*)?([a-z -]+)")


@click.group(cls=Group)
def rule() -> None:
    """The guide's rules, each with source and date; a firm's own figures go before them."""


@rule.command("list")
@click.option("--firm", metavar="FIRM", help="As they are for this firm.")
@click.option("--channel", type=choice(Channel), help="Only those of this channel.")
@click.option("--pack", metavar="PACK", help="Only those of this pack; 'all' for every pack.")
@click.option("--lang", type=LANGUAGE, default="en", show_default=True)
@pass_session
def list_rules(session: Session, firm: str | None, channel: str | None, pack: str | None, lang: str) -> None:
    """List the rules: what is usual on each channel, and the examples of outside bodies."""
    guide, today = session.guide(), session.clock().date()
    if pack not in (None, "all", *guide.packs):
        raise NotFound("there is no pack '{pack}': choose one of {known}", pack=pack, known=", ".join(guide.packs))
    own, off = _of_firm(session, guide, firm) if firm else (dict(guide.rules), set())
    found = [
        own.get(record.id, record)
        for record in guide.rules.values()
        if channel in (None, record.channel) and (pack is None or (record.pack and pack in ("all", record.pack)))
    ]
    shapes = [shapes_deadlines.rule(r, today, guides=guide.rules[r.id], used=r.id not in off) for r in found]
    rows = [
        (r.id, str(r.action), figure(r, lang), _marks(r, today, used=r.id not in off), r.title(lang)) for r in found
    ]
    session.answer(shapes, output.table(rows, empty="no such rule"))


@rule.command("show")
@click.argument("rule_id", metavar="RULE")
@click.option("--firm", metavar="FIRM", help="As it is for this firm.")
@click.option("--lang", type=LANGUAGE, default="en", show_default=True)
@pass_session
def show_rule(session: Session, rule_id: str, firm: str | None, lang: str) -> None:
    """Show a rule whole: its words, figures, source, and when it was last checked."""
    guide, today = session.guide(), session.clock().date()
    plain = known_rule(guide, rule_id)
    own, off = _of_firm(session, guide, firm) if firm else (dict(guide.rules), set())
    found = own.get(plain.id, plain)
    lines = [
        ("rule", found.id),
        ("pack", guide.packs[found.pack].name(lang) if found.pack else ""),
        ("for", guide.packs[found.pack].about[lang] if found.pack else str(found.channel or "")),
        ("starts", str(found.start)),
        ("figure", figure(found, lang)),
        ("own", f"{found.own.why} ({found.own.recorded_on.isoformat()})" if found.own else ""),
        ("guide", figure(plain, lang) if found.own else ""),
        ("words", found.text(lang)),
        ("then", found.step(lang)),
        ("source", found.source(lang)),
        ("checked", found.checked_on.isoformat()),
        ("note", " ".join(_warnings(found, today, lang, used=plain.id not in off))),
    ]
    shape = shapes_deadlines.rule(found, today, guides=plain, used=plain.id not in off)
    session.answer(shape, output.fields(lines))


@rule.command("set")
@click.argument("rule_id", metavar="RULE")
@click.option("--firm", required=True, metavar="FIRM")
@click.option("--figure", "wanted", metavar="FIGURE", help="Such as '5 business-days' or '24-72 hours'.")
@click.option("--off", is_flag=True, help="The rule does not hold for this firm.")
@click.option("--why", required=True, help="How you know: the firm's own words, or what you have seen.")
@pass_session
def set_rule(session: Session, rule_id: str, firm: str, *, wanted: str | None, off: bool, why: str) -> None:
    """Record how a rule is for one firm, in place of the guide's own figure."""
    if off == bool(wanted):
        raise click.UsageError("give either --figure or --off")
    guide = session.guide()
    found = known_rule(guide, rule_id)
    with session.journal() as journal:
        number = journal.firms.find(firm).id
        if wanted:
            unit, first, last = read_figure(wanted)
            checked(found, unit, first, last)
            journal.firm_rules.set(number, found.id, unit=unit, not_before=first, not_after=last, why=why)
        else:
            journal.firm_rules.set(number, found.id, used=False, why=why)
        _say(session, journal, guide, number, found)


@rule.command("reset")
@click.argument("rule_id", metavar="RULE")
@click.option("--firm", required=True, metavar="FIRM")
@pass_session
def reset_rule(session: Session, rule_id: str, firm: str) -> None:
    """Have the guide's own figure again for a firm."""
    guide = session.guide()
    with session.journal() as journal:
        number = journal.firms.find(firm).id
        journal.firm_rules.reset(number, known_rule(guide, rule_id).id)
        _say(session, journal, guide, number, guide.rules[rule_id])


def known_rule(guide: Guide, rule_id: str) -> Rule:
    """Return a rule of the guide. Raises NotFound."""
    found = guide.rules.get(rule_id)
    if found is None:
        raise NotFound("the guide has no rule '{rule}': see 'casebook rule list'", rule=rule_id)
    return found


def figure(record: Rule, language: str) -> str:
    """Return what a rule counts, in words: `24-72 hours`; empty where it counts nothing."""
    if record.unit is None:
        return ""
    ends = [end for end in (record.not_before, record.not_after) if end is not None]
    last = words(language).figure(ends[-1], record.unit)
    return f"{ends[0]}-{last}" if len(ends) > 1 else last


def read_figure(text: str) -> tuple[str, int, int | None]:
    """Return unit, earlier and later figure of typed text. Raises BadInput."""
    found = _FIGURE.fullmatch(text.strip().lower())
    name = found[3].strip().replace(" ", "-") if found else ""
    unit = {str(unit).rstrip("s"): str(unit) for unit in Unit}.get(name.rstrip("s"))
    if not found or unit is None:
        raise BadInput("'{text}' is no figure: write one such as '5 business-days' or '24-72 hours'", text=text)
    return unit, int(found[1]), int(found[2]) if found[2] else None


def _of_firm(session: Session, guide: Guide, firm: str) -> tuple[dict[str, Rule], set[str]]:
    """Return the rules as they are for a firm, and the ids of those that are off."""
    with session.journal() as journal:
        records = journal.firm_rules.of_firm(journal.firms.find(firm).id)
    own = dict(guide.rules_for(records))
    return own, set(guide.rules) - set(own)


def _say(session: Session, journal: Journal, guide: Guide, firm_id: int, plain: Rule) -> None:
    today = session.clock().date()
    own = guide.rules_for(journal.firm_rules.of_firm(firm_id))
    found = own.get(plain.id, plain)
    shape = shapes_deadlines.rule(found, today, guides=plain, used=plain.id in own)
    state = figure(found, "en") if plain.id in own else "off"
    whose = "its own figure" if found.own else "the guide's" if plain.id in own else "its own"
    session.answer(shape, [f"{plain.id} for {journal.firms.get(firm_id).name}: {state} ({whose})"])


def _marks(record: Rule, today: date, *, used: bool) -> str:
    marks = ["off"] if not used else []
    marks += ["own"] if record.own else []
    marks += ["example"] if record.pack else []
    return " ".join([*marks, "stale"] if record.stale(today) else marks)


def _warnings(record: Rule, today: date, language: str, *, used: bool) -> list[str]:
    spoken = words(language)
    found = [] if used else ["This rule is off for the firm." if language == "en" else "此规则对该平台已停用。"]
    found += [spoken.EXAMPLE] if record.pack else []
    return [*found, spoken.STALE] if record.stale(today) else found
