"""`casebook draft`: words from the facts of a case, to edit, copy or save; the program never signs or sends them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from casebook import paths
from casebook.cli.session import Command, Session, pass_session
from casebook.dossier.drafts.draft import Draft, DraftKind


@click.command(cls=Command)
@click.argument("case")
@click.option("--kind", type=click.Choice([str(k) for k in DraftKind]), required=True, help="What it is for.")
@click.option("--lang", type=click.Choice(["en", "zh"]), default="en", show_default=True, help="The reader's language.")
@click.option("--out", type=click.Path(path_type=Path), metavar="FILE", help="Save it as a .docx or .txt file.")
@click.option("--replace", is_flag=True, help="Write over a file that is there.")
@pass_session
def draft(session: Session, case: str, kind: str, lang: str, out: Path | None, replace: bool) -> None:
    """Write a complaint to the firm, a summary for an ombudsman, or the facts for a police report.

    Each sentence names the contact or exhibit that it rests on; what the record does not hold is left to fill in.
    """
    from casebook.dossier.collect import collect
    from casebook.dossier.drafts import document, kinds

    with session.journal() as journal:
        facts = collect(journal, journal.cases.find(case).id)
        made = kinds.make(facts, DraftKind(kind), lang, paths.resources() / "dossier")
        if out is not None:
            document.write(made.lines(), out, language=lang, stamp=facts.as_of, book=journal.folder, replace=replace)
    shape = {"case": facts.case.number, "kind": kind, "lang": lang, "path": str(out) if out else None, **_shape(made)}
    session.answer(shape, [f"wrote the draft to {out}"] if out else made.text().splitlines())


def _shape(made: Draft) -> dict[str, Any]:
    sentences = [
        {
            "style": str(block.style),
            "text": sentence.text,
            "sources": [{"kind": str(s.kind), "id": s.id, "label": s.label} for s in sentence.sources],
        }
        for block in made.blocks
        for sentence in block.sentences
    ]
    return {"text": made.text(), "sentences": sentences}
