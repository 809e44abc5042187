"""`casebook case close|reopen|tag|export` and `casebook view`: several cases at once, and lists kept under a name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import click

from casebook.cli import output, shapes
from casebook.cli.options import LANGUAGE, choice
from casebook.cli.progress import finish
from casebook.cli.session import Command, Group, Session, pass_session
from casebook.journal import Changes, Journal
from casebook.journal.case_views import CaseGroup, CaseSort, CaseView, Section, arrange, from_definition
from casebook.journal.errors import BadInput, NotFound
from casebook.journal.listings import CaseRow
from casebook.journal.planning import SavedView
from casebook.journal.terms import CaseStatus


@click.command("close", cls=Command)
@click.argument("cases", nargs=-1, required=True, metavar="CASE…")
@click.option("--outcome", default="", help="How it ended; the same for all.")
@pass_session
def close_cases(session: Session, cases: tuple[str, ...], outcome: str) -> None:
    """Close cases: all that are named, or none."""
    with session.journal() as journal:
        _all(session, journal, cases, lambda number: journal.cases.close(number, outcome), "closed")


@click.command("reopen", cls=Command)
@click.argument("cases", nargs=-1, required=True, metavar="CASE…")
@pass_session
def reopen_cases(session: Session, cases: tuple[str, ...]) -> None:
    """Open closed cases again: all that are named, or none."""
    with session.journal() as journal:
        _all(session, journal, cases, journal.cases.reopen, "reopened")


@click.command("tag", cls=Command, context_settings={"ignore_unknown_options": True})
@click.argument("words", nargs=-1, metavar="CASE… [+TAG|-TAG]…")
@pass_session
def tag_cases(session: Session, words: tuple[str, ...]) -> None:
    """Give cases tags (+vip) and take tags away (-old); without cases, list the tags in use.

    A tag of several words goes into quotes: '+group complaint'.
    """
    add, remove = ([word[1:] for word in words if word.startswith(sign)] for sign in ("+", "-"))
    cases = [word for word in words if not word.startswith(("+", "-"))]
    with session.journal() as journal:
        if not words:
            found = journal.cases.tags()
            shape = [{"tag": tag, "cases": count} for tag, count in found.items()]
            rows = [(tag, str(count)) for tag, count in found.items()]
            session.answer(shape, output.table(rows, empty="no tags: casebook case tag C-1 +vip"))
            return
        if not (cases and (add or remove)):
            raise click.UsageError("name cases and tags, such as: casebook case tag C-1 C-2 +vip -old")
        if not all(tag.strip("# ") for tag in (*add, *remove)):
            raise BadInput("a tag needs a word behind its sign, such as +vip")
        _all(session, journal, cases, lambda number: journal.cases.retag(number, add, remove), "tagged")


@click.command("export", cls=Command)
@click.argument("cases", nargs=-1, required=True, metavar="CASE…")
@click.option(
    "--into",
    "folder",
    type=click.Path(path_type=Path),
    required=True,
    metavar="DIR",
    help="The folder for all of them.",
)
@click.option("--lang", type=LANGUAGE, default="en", show_default=True, help="The reader's language.")
@click.option("--for", "audience", type=click.Choice(["firm", "outside"]), default="outside", show_default=True)
@click.option("--paper", type=click.Choice(["a4", "letter"]), default="a4", show_default=True)
@click.option("--form", type=click.Choice(["full", "short"]), default="full", show_default=True, help="How much of it.")
@click.option("--zip", "zipped", is_flag=True, help="One ZIP each instead of a folder each.")
@click.pass_context
@pass_session
def export_cases(
    session: Session,
    context: click.Context,
    cases: tuple[str, ...],
    folder: Path,
    lang: str,
    audience: str,
    paper: str,
    form: str,
    zipped: bool,
) -> None:
    """Write the dossiers of several cases into one folder; exit code 1 when one of them could not be written."""
    from casebook.dossier import many
    from casebook.dossier.choices import Choices

    with session.journal() as journal:
        numbers = _numbers(journal, cases)
        choices = Choices(lang, audience, form, paper=paper)
        made = finish(many.run(journal, numbers, folder, choices, ending=".zip" if zipped else ""))
    shape = [
        {
            "case": shapes.number(one.case_id),
            "path": str(one.path) if one.path else None,
            "problem": str(one.problem) if one.problem else None,
        }
        for one in made
    ]
    lines = [f"C-{one.case_id}: {one.path or f'no dossier: {output.one_line(str(one.problem))}'}" for one in made]
    session.answer(shape, lines)
    if any(one.problem for one in made):
        context.exit(1)


@click.group(cls=Group)
def view() -> None:
    """Views: lists of cases kept under a name, as the window's sidebar shows them."""


@view.command("list")
@pass_session
def list_views(session: Session) -> None:
    """List the views with the number of their cases."""
    with session.journal() as journal:
        found = journal.saved_views.all()
        counts = [_count(session, journal, from_definition(saved.definition)) for saved in found]
        shape = [
            {"id": saved.id, "name": saved.name, "cases": count, "definition": dict(saved.definition)}
            for saved, count in zip(found, counts, strict=True)
        ]
        rows = [(saved.name, str(count)) for saved, count in zip(found, counts, strict=True)]
        session.answer(shape, output.table(rows, empty="no views: casebook view save NAME --group due"))


@view.command("save")
@click.argument("name")
@click.option("--status", type=choice(CaseStatus), help="Left out: all.")
@click.option("--waiting/--not-waiting", default=None, help="Whether you wait for their answer.")
@click.option("--firm", "firm_name", metavar="FIRM")
@click.option("--tag", "tags", multiple=True, metavar="TAG", help="Repeatable: all of them.")
@click.option("--filter", "words", default="", metavar="WORDS", help="Words, #tag, @firm, is:due; a minus leaves out.")
@click.option("--sort", type=choice(CaseSort), default=CaseSort.DUE, show_default=True)
@click.option("--reverse", is_flag=True, help="The other way round.")
@click.option("--group", type=choice(CaseGroup), default=CaseGroup.NONE, show_default=True)
@pass_session
def save_view(session: Session, /, name: str, **how: object) -> None:
    """Keep a list of cases under a name, in place of an earlier one of that name."""
    with session.journal() as journal:
        found = made_view(journal, how, _named(journal, name))
        made = journal.saved_views.get(journal.saved_views.save(name, found.definition()).made)
        shape = {"id": made.id, "name": made.name, "definition": dict(made.definition)}
        session.answer(shape, [f"saved the view {output.one_line(made.name)}"])


@view.command("rename")
@click.argument("name")
@click.argument("new_name", metavar="NEW-NAME")
@pass_session
def rename_view(session: Session, name: str, new_name: str) -> None:
    """Give a view another name."""
    with session.journal() as journal:
        made = journal.saved_views.rename(find_view(journal, name).id, new_name).made
        found = journal.saved_views.get(made)
        session.answer({"id": found.id, "name": found.name}, [f"the view is called {output.one_line(found.name)}"])


@view.command("remove")
@click.argument("name")
@pass_session
def remove_view(session: Session, name: str) -> None:
    """Forget a view; its cases stay."""
    with session.journal() as journal:
        found = find_view(journal, name)
        journal.saved_views.remove(found.id)
        session.answer({"id": found.id, "name": found.name}, [f"removed the view {output.one_line(found.name)}"])


def find_view(journal: Journal, name: str) -> SavedView:
    """Return the view of a name. Raises NotFound."""
    found = _named(journal, name)
    if found is None:
        raise NotFound("there is no view named '{name}': see 'casebook view list'", name=name)
    return found


def made_view(journal: Journal, how: dict[str, object], before: SavedView | None = None) -> CaseView:
    """Return the view that the options of `case list` and `view save` describe. Raises NotFound."""
    status, firm, waiting = how.get("status"), how.get("firm_name"), how.get("waiting")
    tags = how.get("tags") or ()
    marks = [f'#"{tag}"' for tag in tags] if isinstance(tags, tuple) else []
    kept = from_definition(before.definition).further if before else {}
    return CaseView(
        status=CaseStatus(str(status)) if status else None,
        waiting=waiting if isinstance(waiting, bool) else None,
        firm_id=journal.firms.find(str(firm)).id if firm else 0,
        words=" ".join([*marks, str(how.get("words") or "")]).strip(),
        sort=CaseSort(str(how.get("sort") or CaseSort.DUE)),
        reverse=bool(how.get("reverse")),
        group=CaseGroup(str(how.get("group") or CaseGroup.NONE)),
        further=kept,
    )


def arranged(session: Session, journal: Journal, found: CaseView) -> list[Section]:
    """Return the cases of a view."""
    return arrange(journal.cases.shelf.rows(), found, session.clock())


def case_row(row: CaseRow, zone_name: str) -> shapes.Shape:
    """Return a case as a list shows it, with times in the zone of this computer."""
    return {
        "id": row.id,
        "number": shapes.number(row.id),
        "title": row.title,
        "firm": row.firm,
        "firm_id": row.firm_id,
        "status": str(row.status),
        "amount": row.amount,
        "asset": row.asset,
        "contacts": row.contacts,
        "last_contact_at": shapes.local(row.last_contact_at, zone_name),
        "waiting_since": shapes.local(row.waiting_since, zone_name),
        "due_at": shapes.local(row.due_at, zone_name),
        "opened_at": shapes.local(row.opened_at, zone_name),
        "tags": list(row.tags),
    }


def _named(journal: Journal, name: str) -> SavedView | None:
    return next((saved for saved in journal.saved_views.all() if saved.name == name.strip()), None)


def _count(session: Session, journal: Journal, found: CaseView) -> int:
    rows: set[CaseRow] = {row for section in arranged(session, journal, found) for row in section.rows}
    return len(rows)


def _numbers(journal: Journal, cases: Sequence[str]) -> list[int]:
    return list(dict.fromkeys(journal.cases.find(case).id for case in cases))


def _all(session: Session, journal: Journal, cases: Sequence[str], write: Callable[[int], Changes], what: str) -> None:
    """Write to each of the named cases in one go; answer with the one, or with all of several."""
    with journal.transaction():
        numbers = _numbers(journal, cases)
        for number in numbers:
            write(number)
    made = [journal.cases.get(number) for number in numbers]
    found = [shapes.case(case, journal.firms.get(case.firm_id).name) for case in made]
    session.answer(
        found[0] if len(found) == 1 else found,
        [f"{what} {case.number}: {output.one_line(case.title)}" for case in made],
    )
