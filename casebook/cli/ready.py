"""`casebook ready`, `tick`, `subject`, `name-files`: what should be there before one writes, and good names for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from casebook import paths
from casebook.cli import output, shapes
from casebook.cli.options import choice, exhibit_number
from casebook.cli.progress import finish
from casebook.cli.session import Command, Session, pass_session
from casebook.guide.ready import checklists, readiness, subjects, warnings
from casebook.guide.ready.known import known
from casebook.guide.ready.readiness import Standing, State
from casebook.guide.ready.subjects import Flaw
from casebook.journal.errors import NotFound
from casebook.journal.records import Case
from casebook.journal.terms import Channel, CheckState, ReferenceKind
from casebook.journal.times import Moment

LANGUAGE = click.option(
    "--lang", type=click.Choice(["en", "zh"]), default="en", show_default=True, help="The language of the words."
)
_MARKS = {
    State.THERE: "✓",
    State.TICKED: "✓",
    State.NOT_NEEDED: "–",
    State.OPTIONAL: "(if any)",
    State.MISSING: "MISSING",
}
_FLAWS = {
    Flaw.EMPTY: "it is empty",
    Flaw.SECRET: "it may hold a secret: take it out",
    Flaw.VAGUE: "it does not say what the matter is",
    Flaw.LOUD: "capitals and exclamation marks do not make it faster",
    Flaw.LONG: "it is long: a mail program cuts it off",
    Flaw.NO_NUMBER: "it names none of the numbers by which they can find the matter",
}
_DOUBTS = {
    "small": "so small that its words may not be readable",
    "blurred": "perhaps blurred: look at it",
    "empty": "nearly of one colour: look at it",
    "unreadable": "cannot be shown as a picture",
}


def folder() -> Path:
    """Return where the checklists of the guide lie."""
    return paths.resources() / "guides" / "checklists"


@click.command(cls=Command)
@click.argument("case")
@click.option("--channel", type=choice(Channel), help="What matters for writing over it, with its warnings.")
@click.option("--pictures", is_flag=True, help="Look at the pictures too: whether they can be read.")
@LANGUAGE
@pass_session
def ready(session: Session, case: str, channel: str | None, pictures: bool, lang: str) -> None:
    """Say what a firm will want to know of CASE, what is there of it, and what is missing."""
    via = Channel(channel) if channel else None
    with session.journal() as journal:
        case_id = journal.cases.find(case).id
        facts = known(journal, case_id)
        doubts: Mapping[int, str] = {}
        if pictures:
            from casebook.dossier import legible

            doubts = finish(legible.look(journal, facts.exhibits))
    standings = readiness.checklist(folder(), facts, via)
    have, of = readiness.completeness(standings)
    beware = warnings.of_channel(folder(), via) if via else ()
    seen = [{"exhibit": e.label, "name": e.name, "doubt": str(doubts[e.id])} for e in facts.exhibits if e.id in doubts]
    shape = {
        "case": facts.case.number,
        "category": str(facts.case.category),
        "channel": channel,
        "have": have,
        "of": of,
        "items": [standing_shape(standing) for standing in standings],
        "warnings": [{"id": w.id, "text": dict(w.texts), "source": dict(w.sources)} for w in beware],
        "pictures": seen,
    }
    lines = [f"{facts.case.number} {facts.case.category}: {have} of {of} there"]
    for group in checklists.Group:
        rows = [_row(standing, lang, facts.case) for standing in standings if standing.item.group is group]
        lines += [f"{group}:", *(f"  {line}" for line in output.table(rows))] if rows else []
    lines += [f"beware: {w.texts[lang]}" for w in beware]
    lines += [f"{each['exhibit']} {each['name']}: {_DOUBTS[each['doubt']]}" for each in seen]
    session.answer(shape, lines)


@click.command(cls=Command)
@click.argument("case")
@click.argument("item")
@click.option("--not-needed", is_flag=True, help="It is not needed in this case.")
@click.option("--note", default="", help="Why, or where it is.")
@click.option("--take-back", is_flag=True, help="Take the mark back.")
@pass_session
def tick(session: Session, case: str, item: str, not_needed: bool, note: str, take_back: bool) -> None:
    """Tick an ITEM of CASE's checklist by hand; its name is in 'casebook ready CASE'."""
    if take_back and (not_needed or note):
        raise click.UsageError("--take-back goes alone")
    with session.journal() as journal:
        case_id = journal.cases.find(case).id
        wanted = next((i for i in checklists.load_all(folder()) if i.id == item.strip()), None)
        if wanted is None:
            raise NotFound(
                "there is no item '{item}' in the checklist: see 'casebook ready {case}'", item=item, case=case
            )
        if take_back:
            journal.check_marks.clear(case_id, wanted.id)
        else:
            journal.check_marks.set(case_id, wanted.id, CheckState.NOT_NEEDED if not_needed else CheckState.DONE, note)
        mark = known(journal, case_id).mark(wanted.id)
    state = str(mark.state) if mark else None
    shape = {"case": shapes.number(case_id), "item": wanted.id, "state": state, "note": mark.note if mark else ""}
    session.answer(shape, [f"{wanted.id} is {state or 'not marked any more'} in C-{case_id}"])


@click.command(cls=Command)
@click.argument("case")
@click.argument("text", required=False)
@LANGUAGE
@pass_session
def subject(session: Session, case: str, text: str | None, lang: str) -> None:
    """Say whether TEXT is a good subject line, and make one from the facts of CASE."""
    lists = subjects.load(folder())
    with session.journal() as journal:
        facts = known(journal, journal.cases.find(case).id)
    flaws = lists.flaws(text, facts) if text is not None else ()
    better = lists.better(facts, lang)
    shape = {"case": facts.case.number, "subject": text, "flaws": [str(flaw) for flaw in flaws], "better": better}
    lines = [] if text is None else [f"{text}: {_FLAWS[flaw]}" for flaw in flaws] or [f"{text}: good"]
    session.answer(shape, [*lines, f"from the facts: {better}"] if text is not None else [better])


@click.command("name-files", cls=Command)
@click.argument("case")
@click.argument("out", required=False, type=click.Path(path_type=Path))
@click.option("--exhibit", "chosen", multiple=True, metavar="EX-N", help="Only this one; repeatable.")
@LANGUAGE
@pass_session
def name_files(session: Session, case: str, out: Path | None, chosen: Sequence[str], lang: str) -> None:
    """Say under which names the exhibits of CASE go out; with OUT, write the copies into that folder.

    Each name says what the file shows, its kind and its day. The originals keep theirs.
    """
    from casebook.dossier import copies
    from casebook.dossier.collect import collect

    numbers = {exhibit_number(text) for text in chosen}
    with session.journal() as journal:
        facts = collect(journal, journal.cases.find(case).id)
        if missing := numbers - {e.number for e in facts.exhibits}:
            raise NotFound("there is no exhibit EX-{number} in C-{case}", number=min(missing), case=facts.case.id)
        wanted = copies.copies(facts, lang, session.zone(), numbers)
        written = finish(copies.write(journal, wanted, out)) if out else []
    rows = [(c.item.label, c.name or f"(stays: {c.item.kept_back})", c.item.exhibit.name) for c in wanted]
    shape = [
        {"exhibit": c.item.label, "name": c.name, "original": c.item.exhibit.name, "kept_back": c.item.kept_back}
        for c in wanted
    ]
    end = [f"wrote {len(written)} copies to {out}"] if out else []
    session.answer(shape, [*output.table(rows, empty="no exhibit"), *end])


def standing_shape(standing: Standing) -> dict[str, Any]:
    """Return an item of a checklist and where it stands."""
    item, found = standing.item, standing.found
    value = found and (shapes.stated(found.value) if isinstance(found.value, Moment) else found.value)
    return {
        "item": item.id,
        "group": str(item.group),
        "state": str(standing.state),
        "text": dict(item.texts),
        "found": {"kind": found.kind, "what": found.what, "value": value} if found else None,
        "needs": [":".join(need) for need in item.needs],
        "optional": standing.optional,
        "note": standing.note,
        "source": dict(item.sources),
        "checked_on": item.checked_on.isoformat(),
    }


def _row(standing: Standing, lang: str, case: Case) -> tuple[str, ...]:
    value = standing.found.value if standing.found else ""
    told = output.time(value) if isinstance(value, Moment) else value
    words = ": ".join(filter(None, (standing.item.texts[lang], output.one_line(told, 60))))
    add = f" ({_way(standing, case)})" if standing.is_open else ""
    note = f" – {standing.note}" if standing.note else ""
    return _MARKS[standing.state], standing.item.id, f"{words}{add}{note}"


def _way(standing: Standing, case: Case) -> str:
    """Return the command that adds what is missing."""
    kind, what = standing.item.needs[0]
    if kind == "reference" and what in set(ReferenceKind):
        return f"casebook reference add {case.number} {what} …"
    if kind == "account" and case.account_id is None:
        return f"casebook case edit {case.number} --account …"
    spelt = {"minute": "problem-at", "clear": "claim", "to_address": "to", "made": "at", "order_number": "order"}
    option = spelt.get(what, what.replace("_", "-"))
    ways = {
        "case": "casebook case close" if what == "outcome" else f"casebook case edit {case.number} --{option}",
        "account": f"casebook account edit {case.account_id} --{option}",
        "transfer": f"casebook transfer add {case.number} --{option}",
        "exhibit": "casebook exhibit add",
        "contact": "casebook help-search",
        "ticket": "casebook ticket add",
        "request": "casebook request supply",
        "official": "casebook official add",
        "letter": "casebook draft",
        "sent": "casebook exhibit add",
        "reply": "casebook contact details",
    }
    return ways.get(kind, f"casebook tick {case.number} {standing.item.id}")
