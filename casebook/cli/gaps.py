"""`casebook gaps`: what a reader of the dossier will miss or must not see, and the user's answers to it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import click

from casebook.cli import output, shapes
from casebook.cli.options import words
from casebook.cli.session import Command, Session, pass_session
from casebook.dossier.gaps import Finding, Gap, of_case
from casebook.journal.changes import Kind
from casebook.journal.errors import BadInput, NotFound
from casebook.journal.times import Moment

_TOLD: Mapping[Gap, str] = {
    Gap.SECRET: "looks like a secret ({secret}) in {where} {name}, {field}: remove it, or answer why it may go out",
    Gap.NO_CONSENT: "{label} {name}: a recording without recorded consent stays out of the dossier",
    Gap.PROMISE_LATE: "promised by {due}: {text}: say what became of it",
    Gap.REQUEST_OPEN: "asked for and not supplied: {text}",
    Gap.SILENCE: "nothing recorded since {since} ({days} days)",
    Gap.NO_EXHIBIT: "{when}, {channel}, no document: {text}",
    Gap.CALL_ALONE: "call of {when}: no mail to the firm within {days} days",
    Gap.NO_SOURCE: "{label} {name}: not said who captured it, where, with what",
    Gap.UNREAD: "{label} {name}: came with a mail and was never opened",
    Gap.CHECKLIST: "usually asked for: {text}",
}
_BARE = {
    Kind.PROMISE: "promise without a contact: {text}",
    Kind.TRANSFER: "transfer without a document: {amount} {asset} {text}",
    Kind.LOSS: "loss without a document: {amount} {asset} {text}",
}
_LONGEST = 60


@click.command(cls=Command)
@click.argument("case")
@click.option("--answer", "answered", nargs=2, metavar="KEY TEXT", help="Answer a finding; TEXT - reads stdin.")
@click.option("--take-back", metavar="KEY", help="Take an answer back.")
@pass_session
def gaps(session: Session, case: str, answered: tuple[str, str] | None, take_back: str | None) -> None:
    """Look for what a reader of CASE's dossier will miss: what stops it first, each with its key."""
    if answered and take_back:
        raise click.UsageError("--answer and --take-back do not go together")
    with session.journal() as journal:
        record = journal.cases.find(case)
        if key := answered[0] if answered else take_back:
            known = {finding.key for finding in of_case(journal, record.id, now=session.clock())} | set(
                journal.answers.of_case(record.id)
            )
            if key not in known:
                template = "the gap report of {number} has no finding '{key}': see 'casebook gaps {number}'"
                raise NotFound(template, number=record.number, key=key)
        if answered:
            journal.answers.put(record.id, answered[0], words(answered[1]))
        elif take_back:
            if take_back not in journal.answers.of_case(record.id):
                raise BadInput("the finding '{key}' has no answer that could be taken back", key=take_back)
            journal.answers.remove(record.id, take_back)
        found = of_case(journal, record.id, now=session.clock())
        lines = output.table([_row(finding) for finding in found], empty="nothing is missing that was looked for")
        session.answer([shape(finding) for finding in found], [*lines, *_end(found)])


def shape(finding: Finding) -> Mapping[str, Any]:
    """Return a finding for --json."""
    kind, number = finding.place
    return {
        "key": finding.key,
        "kind": str(finding.kind),
        "record": {"kind": str(kind), "id": number},
        "values": {name: _plain(value) for name, value in finding.values.items()},
        "blocking": finding.blocking,
        "answer": finding.answer,
    }


def told(finding: Finding) -> str:
    """Return a finding in one line of English."""
    template = _TOLD[finding.kind]
    if finding.kind is Gap.NO_EXHIBIT:
        template = _BARE.get(finding.place[0], template)
    if finding.kind is Gap.SILENCE and finding.values.get("until"):
        template = "nothing recorded from {since} to {until} ({days} days)"
    if finding.kind is Gap.REQUEST_OPEN and finding.values.get("due"):
        template = "asked for by {due} and not supplied: {text}"
    return template.format(**{name: _shown(value) for name, value in finding.values.items()})


def _row(finding: Finding) -> tuple[str, ...]:
    mark = "answered" if finding.answer else "STOPS" if finding.blocking else "open"
    answer = f" – {finding.answer}" if finding.answer else ""
    return mark, finding.key, told(finding) + answer


def _end(found: tuple[Finding, ...]) -> list[str]:
    stopping = sum(finding.stops for finding in found)
    return [f"{stopping} of them stop the dossier until they are removed or answered"] if stopping else []


def _shown(value: object) -> str:
    if isinstance(value, Moment):
        return output.time(value)
    if isinstance(value, Mapping):
        return str(value["en"])
    return output.one_line(str(value), _LONGEST)


def _plain(value: object) -> object:
    if isinstance(value, Moment):
        return shapes.stated(value)
    if isinstance(value, Mapping):
        return dict(value)
    return value if isinstance(value, int) else str(value) if value is not None else None
