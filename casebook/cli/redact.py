"""`casebook exhibit redact`, `unredact` and `redactions`: copies with parts covered; the original stays sealed."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from casebook.cli import output
from casebook.cli.options import words
from casebook.cli.progress import finish
from casebook.cli.reference import find_exhibit
from casebook.cli.session import Command, Session, pass_session
from casebook.cli.shapes_outgoing import redaction as shape
from casebook.journal import Journal, Progress
from casebook.journal.errors import BadInput
from casebook.journal.records import Exhibit

if TYPE_CHECKING:
    from casebook.dossier.redaction.areas import Box, Span
    from casebook.dossier.redaction.burn import Workbench


@click.command(cls=Command)
@click.argument("case")
@click.argument("number", metavar="EXHIBIT")
@click.option("--box", "boxes", multiple=True, metavar="PAGE,L,T,R,B", help="Cover a rectangle, in pixels of the page.")
@click.option("--text", "texts", multiple=True, metavar="WORDS", help="Cover words wherever they stand; - reads stdin.")
@click.option("--again", is_flag=True, help="Cover also what the copy that stands now covers.")
@click.option("--reason", default="", help="Why; the dossier prints it.")
@click.option("--name", default="", help="The file name of the copy, where the original's own says too much.")
@click.option(
    "--preview", type=click.Path(path_type=Path), metavar="FILE", help="Write the copy to FILE; keep nothing."
)
@pass_session
def redact(
    session: Session,
    case: str,
    number: str,
    boxes: tuple[str, ...],
    texts: tuple[str, ...],
    again: bool,
    reason: str,
    name: str,
    preview: Path | None,
) -> None:
    """Make a copy of an exhibit with parts covered for good: EX-4R. Dossiers hold it in place of the original.

    A picture or a PDF becomes plain pixels with black boxes; of a PDF the words can be named as well. In a text file
    the words give way to blocks. On standard input each line is one phrase. The original is not changed.
    """
    from casebook.dossier.redaction import areas, burn

    phrases = [line for text in texts for line in words(text).splitlines() if line.strip()]
    marked = [areas.typed(box) for box in boxes]
    with session.journal() as journal:
        found = find_exhibit(journal, case, number)
        if not reason.strip() and preview is None:
            raise BadInput("a redaction needs a reason: say why these parts are covered")
        with burn.Workbench(journal, found) as bench:
            covered = [*_standing(journal, found, again=again), *marked, *finish(_places(bench, phrases))]
            copy = finish(bench.burn(covered, name))
            if preview is not None:
                output.write_new(session.book, preview, copy.file.read_bytes())
                answer = {"exhibit": found.label, "path": str(preview), "areas": areas.kept(covered)}
                session.answer(
                    answer, [f"wrote a copy of {found.label} with {_areas(len(covered))} covered to {preview}"]
                )
                return
            made = journal.redactions.get(burn.keep(journal, found, copy, covered, reason).made)
        said = f"made {found.label}R: {_areas(len(covered))} covered, SHA-256 {made.file.sha256}"
        session.answer(shape(made, found.label), [said])


@click.command(cls=Command)
@click.argument("case")
@click.argument("number", metavar="EXHIBIT")
@pass_session
def unredact(session: Session, case: str, number: str) -> None:
    """Take the redacted copy of an exhibit back: dossiers hold the original again."""
    from casebook.dossier.redaction import burn

    with session.journal() as journal:
        found = find_exhibit(journal, case, number)
        made = journal.redactions.get(burn.withdraw(journal, found).made)
        session.answer(shape(made, found.label), [f"took {found.label}R back: the next dossier holds the original"])


@click.command(cls=Command)
@click.argument("case")
@pass_session
def redactions(session: Session, case: str) -> None:
    """List the redacted copies of a case's exhibits that stand, with both hashes."""
    with session.journal() as journal:
        case_id = journal.cases.find(case).id
        labels = {exhibit.id: exhibit.label for exhibit in journal.exhibits.of_case(case_id)}
        found = [r for r in journal.redactions.of_case(case_id) if r.exhibit_id in labels]
        rows = [(f"{labels[r.exhibit_id]}R", r.file.sha256, f"of {r.original_sha256}", r.name, r.reason) for r in found]
        shapes = [shape(r, labels[r.exhibit_id]) for r in found]
        session.answer(shapes, output.table(rows, empty="no exhibit is redacted"))


def _places(bench: Workbench, phrases: Sequence[str]) -> Generator[Progress, None, list[Box | Span]]:
    """Return where the phrases stand. Raises BadInput for one that stands nowhere: nobody may think it is covered."""
    found = list["Box | Span"]()
    for number, phrase in enumerate(phrases, start=1):
        places = yield from bench.find(phrase)
        if not places:
            raise BadInput(
                "phrase {number} is not in {exhibit} as text: a picture or a scan holds none, so name boxes instead",
                number=number,
                exhibit=bench.exhibit.label,
            )
        found += places
    return found


def _standing(journal: Journal, exhibit: Exhibit, *, again: bool) -> list[Box | Span]:
    """Return what the copy that stands covers, where that is wanted."""
    from casebook.dossier.redaction.areas import read

    found = list["Box | Span"]()
    for standing in journal.redactions.of_exhibit(exhibit.id) if again else ():
        boxes, spans = read(standing.areas)
        found += [*boxes, *spans]
    return found


def _areas(count: int) -> str:
    return f"{count} area{'' if count == 1 else 's'}"
