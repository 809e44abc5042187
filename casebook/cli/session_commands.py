"""`casebook session`: a chat or call while it is under way, and the one contact that is made of it at the end."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import click

from casebook.cli import output, shapes
from casebook.cli.details import details_options, lines, shape, take_details
from casebook.cli.options import attachment, choice, future_time, stated_time, time_options, words
from casebook.cli.session import Group, Session, pass_session
from casebook.guide.after_talk import next_steps
from casebook.guide.impostors.asks import asks_for_secret
from casebook.journal import Journal
from casebook.journal.ending import Ending, Next, card_words, jot, proposed, read_card, record
from casebook.journal.errors import NotFound
from casebook.journal.planning import Session as Talk
from casebook.journal.talking import Step, beats, standing
from casebook.journal.terms import Channel, Direction
from casebook.journal.times import HowKnown, parse

_TALKS = click.Choice([str(Channel.CHAT), str(Channel.PHONE)], case_sensitive=False)
WARNING = (
    "real support never asks for a password, a private key or a recovery phrase: whoever asks is most likely a cheat. "
    "Give nothing, and ask again through the contact on the official site"
)


@click.group("session", cls=Group)
def session_() -> None:
    """A chat or call that is under way: its steps are kept with their times, whatever happens to this computer."""


@session_.command("start")
@click.argument("case")
@click.option("--channel", type=_TALKS, default="chat", show_default=True)
@pass_session
def start(session: Session, case: str, channel: str) -> None:
    """Begin a chat or call now: from here on the waiting is counted."""
    with session.journal() as journal:
        case_id = journal.cases.find(case).id
        journal.sessions.start(case_id, Channel(channel))
        _tell(session, journal, case_id)


def _step(name: str, step: Step, text: str) -> None:
    @session_.command(name, help=text)
    @click.argument("case")
    @click.option("--agent", default="", help="Who it is, where they gave a name or number.")
    @pass_session
    def note(session: Session, case: str, agent: str) -> None:
        with session.journal() as journal:
            case_id = journal.cases.find(case).id
            journal.sessions.note(case_id, step, agent)
            if step is Step.SCAM_SIGN:
                session.note(WARNING)
            _tell(session, journal, case_id)


_step("answered", Step.ANSWERED, "Somebody answered.")
_step("waiting", Step.WAITING, "They let you wait again.")
_step("transferred", Step.TRANSFERRED, "You were handed on, and wait for the next agent.")
_step("scam-sign", Step.SCAM_SIGN, "They asked for a password, a private key or a recovery phrase.")


@session_.command("undo")
@click.argument("case")
@pass_session
def undo(session: Session, case: str) -> None:
    """Take the last step back."""
    with session.journal() as journal:
        case_id = journal.cases.find(case).id
        journal.sessions.take_back(case_id)
        _tell(session, journal, case_id)


@session_.command("note")
@click.argument("case")
@click.option("--text", help="What was said; added to what was noted before. - reads standard input.")
@click.option("--attach", multiple=True, type=click.Path(path_type=Path), metavar="FILE", help="Repeatable.")
@click.option("--ticket", "tickets", multiple=True, metavar="N", help="Their number; repeatable.")
@click.option("--agent", help="The name of the one who answered last.")
@click.option("--agent-id")
@details_options
@pass_session
def note_talk(session: Session, /, case: str, **values: Any) -> None:
    """Keep words, screenshots and the facts of a call while it goes on; the end takes them all over."""
    with session.journal() as journal:
        case_id = journal.cases.find(case).id
        talk = journal.sessions.get(case_id)
        files = [attachment(path) for path in values.pop("attach")]
        text, tickets, agent = words(values.pop("text")), values.pop("tickets"), values.pop("agent")
        agent_id = values.pop("agent_id")
        for name in ("waited", "talked"):
            if values[name] is not None:
                raise click.UsageError("while it goes on the times are counted: give --wait and --talk at the end")
        if asks_for_secret(text):
            session.note(WARNING)
        with journal.transaction():
            if text or files or tickets:
                jot(journal, talk, text, files, tickets)
            if agent is not None:
                journal.sessions.name(case_id, agent)
            card = card_words(take_details(values, read_card(talk)))
            more = {"agent_id": agent_id} if agent_id is not None else {}
            journal.sessions.keep(case_id, {**talk.words, **card, **more})
        _tell(session, journal, case_id)


@session_.command("show")
@click.argument("case")
@pass_session
def show(session: Session, case: str) -> None:
    """Show what is under way in a case, and what was noted of it."""
    with session.journal() as journal:
        _tell(session, journal, journal.cases.find(case).id)


@session_.command("list")
@pass_session
def list_talks(session: Session) -> None:
    """List every chat and call that is under way."""
    with session.journal() as journal:
        found = journal.sessions.all()
        rows = [_row(session, talk) for talk in found]
        session.answer([_shape(session, journal, talk) for talk in found], output.table(rows, empty="nothing is open"))


def _end_options(function: Any) -> Any:
    for option in (
        click.option("--apart", is_flag=True, help="Make a contact of its own, though its transcript is recorded."),
        click.option("--suggest", is_flag=True, help="Make a follow-up of what the guide would do next."),
        click.option("--reason", default="", help="What is to be done then."),
        click.option("--follow-up", metavar="TIME", help="When to look after it again; with --reason."),
        click.option("--promise-by", metavar="TIME", help="By when they promised it."),
        click.option("--promise", default="", help="What they promised, in their words."),
        click.option("--attach", multiple=True, type=click.Path(path_type=Path), metavar="FILE", help="Repeatable."),
        click.option("--ticket", "tickets", multiple=True, metavar="N", help="Their number; repeatable."),
        click.option("--bot/--person", "bot", default=None, help="Whether a program or a person answered."),
        click.option("--agent-id"),
        click.option("--agent", help="Who answered; left out: all who gave a name."),
        click.option("--direction", type=choice(Direction), help="Left out: both, or out where nobody answered."),
        click.option("--outcome", default="", help="What came of it."),
        click.option("--text", help="What was said, after what was noted before; - reads standard input."),
    ):
        function = option(function)
    return function


@session_.command("end")
@click.argument("case")
@_end_options
@time_options("it began", "when it was started here")
@details_options
@pass_session
def end(session: Session, /, case: str, **values: Any) -> None:
    """End a chat or call: one contact with everything noted of it, a promise and a follow-up where they are given."""
    if bool(values["reason"]) != bool(values["follow_up"]):
        raise click.UsageError("--follow-up and --reason go together")
    if values["suggest"] and values["follow_up"]:
        raise click.UsageError("give either --follow-up or --suggest")
    if values["promise_by"] and not values["promise"]:
        raise click.UsageError("--promise-by goes with --promise")
    with session.journal() as journal:
        talk = journal.sessions.get(journal.cases.find(case).id)
        ending = _ending(session, journal, talk, values)
        said = journal.contacts.get(ending.transcript).text if ending.transcript else ""
        if asks_for_secret(f"{ending.text}\n{said}"):
            session.note(WARNING)
        made = journal.contacts.get(record(journal, talk, ending).made)
        waited = output.span(timedelta(seconds=made.details.waited or 0))
        line = f"logged contact {made.id} in {shapes.number(made.case_id)}: {made.channel}, waited {waited}"
        session.answer(shapes.contact(made), [line])


@session_.command("drop")
@click.argument("case")
@pass_session
def drop(session: Session, case: str) -> None:
    """Forget a chat or call without recording it; what was noted as words and files stays as the case's draft."""
    with session.journal() as journal:
        case_id = journal.cases.find(case).id
        told = _shape(session, journal, journal.sessions.get(case_id))
        journal.sessions.end(case_id)
        session.answer(told, [f"forgot the {told['channel']} in C-{case_id}"])


def _ending(session: Session, journal: Journal, talk: Talk, values: dict[str, Any]) -> Ending:
    """Return what is recorded: what is known already, with what was given on the command line."""
    ending = proposed(journal, talk, session.zone())
    details = take_details(values, ending.details)
    text = "\n".join(filter(None, (ending.text.rstrip("\n"), words(values["text"]).strip("\n"))))
    direction = Direction(values["direction"]) if values["direction"] else ending.direction
    told = {name: values[name] for name in ("agent", "agent_id", "bot") if values[name] is not None}
    ending = replace(
        ending,
        text=text,
        outcome=values["outcome"],
        direction=direction,
        tickets=tuple(dict.fromkeys((*ending.tickets, *values["tickets"]))),
        attachments=(*ending.attachments, *(attachment(path) for path in values["attach"])),
        details=details,
        promise=values["promise"],
        promise_due=future_time(session, values["promise_by"], None) if values["promise_by"] else None,
        transcript=None if values["apart"] else ending.transcript,
        **told,
    )
    stamp = {name: values[name] for name in ("about", "date_only", "known")}
    if values["at"]:
        ending = replace(ending, happened=stated_time(session, values["at"], values["zone"], **stamp))
    elif any((*stamp.values(), values["zone"])):
        raise click.UsageError("--zone, --about, --date-only and --known go with --at")
    return replace(ending, follow_up=_next(session, journal, talk, ending, values))


def _next(session: Session, journal: Journal, talk: Talk, ending: Ending, values: dict[str, Any]) -> Next | None:
    if values["follow_up"]:
        return Next(parse(values["follow_up"], session.zone(), known=HowKnown.MEMORY), values["reason"])
    if not values["suggest"]:
        return None
    steps = next_steps(session.guide(), journal, talk, ending, session.clock(), session.zone())
    if not steps:
        raise NotFound("the guide has no next step after this: give your own date")
    step = steps[0]
    return Next(step.due, step.reason["en"], step.rule, step.explanation.to_json())


def _tell(session: Session, journal: Journal, case_id: int) -> None:
    talk = journal.sessions.get(case_id)
    row = [part for part in _row(session, talk) if part]
    card = [(name, words) for name, words in lines(read_card(talk), session.zone()) if words]
    draft = journal.drafts.load(case_id)
    written = (
        [("noted", draft.words.get("text", "")), ("files", ", ".join(f.name for f in draft.files))] if draft else []
    )
    session.answer(_shape(session, journal, talk), ["  ".join(row), *output.fields([*card, *written])])


def _row(session: Session, talk: Talk) -> tuple[str, ...]:
    stood = standing(beats(talk), session.clock())
    now = f"talking with {stood.who}".removesuffix(" with ") if stood.talking else "waiting"
    return (
        shapes.number(talk.case_id) or "",
        str(talk.channel),
        f"{now} since {output.instant(stood.since, session.zone())}",
        f"waited {output.span(stood.waited)}",
        f"talked {output.span(stood.talked)}" if stood.answered else "",
    )


def _shape(session: Session, journal: Journal, talk: Talk) -> shapes.Shape:
    steps = beats(talk)
    stood = standing(steps, session.clock())
    draft = journal.drafts.load(talk.case_id)
    return {
        "case": shapes.number(talk.case_id),
        "channel": str(talk.channel),
        "started_at": shapes.utc(talk.started_at),
        "state": "talking" if stood.talking else "waiting",
        "since": shapes.utc(stood.since),
        "agent": stood.who,
        "waited": int(stood.waited.total_seconds()),
        "talked": int(stood.talked.total_seconds()),
        "course": [{"step": str(beat.step), "at": shapes.utc(beat.at), "agent": beat.who} for beat in steps],
        "details": shape(read_card(talk)),
        "text": draft.words.get("text", "") if draft else "",
        "files": [file.name for file in draft.files] if draft else [],
    }
