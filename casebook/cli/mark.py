"""`casebook exhibit mark`, `show` and `check`: copies with marks, what rests on an exhibit, and whether it is whole."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from casebook.cli import output, shapes
from casebook.cli.progress import finish
from casebook.cli.reference import find_exhibit
from casebook.cli.session import Command, Session, pass_session
from casebook.journal.records import Exhibit

_AT = "LEFT,TOP,RIGHT,BOTTOM"


@click.command(cls=Command)
@click.argument("case")
@click.argument("number", metavar="EXHIBIT")
@click.option("--arrow", "arrows", multiple=True, metavar=_AT, help="An arrow from the first point to the second.")
@click.option("--box", "boxes", multiple=True, metavar=_AT, help="A frame around a part.")
@click.option(
    "--text", "texts", multiple=True, metavar="LEFT,TOP,HEIGHT,WORDS", help="Words; HEIGHT is that of a line."
)
@click.option("--page", type=click.IntRange(1), default=1, help="Of a PDF: the page that all of these are on.")
@click.option(
    "--again", is_flag=True, help="EXHIBIT is such a copy: draw its marks once more, and these, on the original."
)
@click.option("--description", help="What the copy shows; left out: of which exhibit it is a copy.")
@click.option(
    "--preview", type=click.Path(path_type=Path), metavar="FILE", help="Write the copy to FILE; keep nothing."
)
@pass_session
def mark(
    session: Session,
    case: str,
    number: str,
    arrows: Sequence[str],
    boxes: Sequence[str],
    texts: Sequence[str],
    page: int,
    again: bool,
    description: str | None,
    preview: Path | None,
) -> None:
    """Draw arrows, boxes and words on a copy of a picture or PDF; the copy becomes the case's next exhibit.

    All numbers are pixels of the picture from its top left; of a PDF, of its page at 200 dots to the inch. The exhibit
    itself is not changed.
    """
    from casebook.dossier.marking import make, marks

    typed = ((marks.Shape.ARROW, arrows), (marks.Shape.BOX, boxes), (marks.Shape.TEXT, texts))
    wanted = tuple(marks.typed(shape, text, page) for shape, found in typed for text in found)
    with session.journal() as journal:
        found = find_exhibit(journal, case, number)
        if again and found.derived_from:
            wanted, found = (*marks.read(found.marks), *wanted), journal.exhibits.get(found.derived_from)
        with make.MarkBench(journal, found) as bench:
            copy = finish(bench.mark(wanted))
            if preview is not None:
                output.write_new(session.book, preview, copy.file.read_bytes())
                answer = {"exhibit": found.label, "path": str(preview), "marks": len(wanted)}
                session.answer(answer, [f"wrote a copy of {found.label} with {_count(wanted)} to {preview}"])
                return
            words = f"Copy of {found.label} with marks" if description is None else description
            made = journal.exhibits.get(make.keep(journal, bench, copy, wanted, words).made)
        session.answer(shapes.exhibit(made), [f"made {made.label}: a copy of {found.label} with {_count(wanted)}"])


@click.command("show", cls=Command)
@click.argument("case")
@click.argument("number", metavar="EXHIBIT")
@pass_session
def show_exhibit(session: Session, case: str, number: str) -> None:
    """Show what is known of an exhibit, and everything that rests on it."""
    with session.journal() as journal:
        found = find_exhibit(journal, case, number)
        uses = journal.exhibits.uses(found.id)
        zone = session.zone()
        rows = [(str(use.way), f"{use.kind} {use.id}", use.words) for use in uses]
        used = [{"way": str(use.way), "kind": str(use.kind), "id": use.id, "words": use.words} for use in uses]
        lines = [*_facts(found, zone), "used:", *output.table(rows, empty="nothing in the record rests on it")]
        session.answer(shapes.exhibit(found) | {"used": used}, lines)


@click.command("check", cls=Command)
@click.argument("case")
@click.argument("number", metavar="EXHIBIT")
@pass_session
def check_exhibit(session: Session, case: str, number: str) -> None:
    """Read an exhibit's bytes again and say whether their SHA-256 still is the recorded one; exit 1 if it is not."""
    with session.journal() as journal:
        found = find_exhibit(journal, case, number)
        finish(journal.exhibits.check(found.file))
        answer = {"number": found.label, "sha256": found.file.sha256, "bytes": found.file.size, "ok": True}
        session.answer(answer, [f"{found.label} is whole: {found.file.size} bytes, SHA-256 {found.file.sha256}"])


def _facts(found: Exhibit, zone: str) -> list[str]:
    rows = [
        ("exhibit", found.label),
        ("file", found.name),
        ("type", found.media_type),
        ("bytes", str(found.file.size)),
        ("sha256", "purged" if found.purged_at else found.file.sha256),
        ("source", str(found.source)),
        ("file time", output.instant(found.taken_at, zone) if found.taken_at else ""),
        ("recorded", output.instant(found.recorded_at, zone)),
        *((name.replace("_", " "), getattr(found, name)) for name in ("description", "origin", "url", "dated_on")),
        *((name, getattr(found, name)) for name in ("crop", "clause", "transcript", "translation")),
    ]
    return output.fields(rows)


def _count(marks: Sequence[object]) -> str:
    return f"{len(marks)} mark{'' if len(marks) == 1 else 's'}"
