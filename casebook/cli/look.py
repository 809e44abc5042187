"""`casebook look`: what an import would bring, by thread, before anything is recorded; and its report as a file."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from casebook.cli import output
from casebook.cli.chats import chat_options, reading_of
from casebook.cli.progress import finish
from casebook.cli.session import Command, Session, pass_session
from casebook.journal.errors import BadInput

if TYPE_CHECKING:
    from casebook.journal import Journal, Progress
    from casebook.mail.chats.stretches import Reading
    from casebook.mail.chosen import Chosen
    from casebook.mail.importer import ImportReport
    from casebook.mail.preview import Preview, Thread

_MOST_SHOWN = 200


@click.command(cls=Command)
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--related", is_flag=True, help="Only what concerns a case or a firm of this casebook.")
@chat_options
@pass_session
def look(session: Session, /, *, paths: tuple[Path, ...], related: bool, **chat: Any) -> None:
    """Say what an import of files and folders would bring, thread by thread; nothing is recorded.

    What is shown as filed is what certainly belongs to a case; the import may find more, having read every word.
    """
    from casebook.mail.chosen import Chosen

    with session.journal() as journal:
        found = finish(_look(journal, Chosen(paths), reading_of(session, chat)))
        firms = {firm.id: firm.name for firm in journal.firms.all()}
    threads = [thread for thread in found.threads if thread.related or not related]
    lines = [
        f"{found.mails} messages, {found.known} known already, {found.filed} would file themselves, "
        f"{found.new - found.filed} would wait",
        *output.table([_row(thread, firms) for thread in threads[:_MOST_SHOWN]], empty="no thread"),
    ]
    if len(threads) > _MOST_SHOWN:
        lines.append(f"and {len(threads) - _MOST_SHOWN} more threads (--json lists all)")
    session.answer(_shape(found, threads, firms), lines)
    for failure in found.failed:
        session.say(f"{failure.source}: {failure.reason}")


def only_related(
    journal: Journal, chosen: Chosen, reading: Reading | None
) -> Generator[Progress, None, frozenset[bytes]]:
    """Look through what was chosen; return the keys of what concerns no case and no firm."""
    found = yield from _look(journal, chosen, reading)
    return frozenset(key for thread in found.threads if not thread.related for key in thread.each_key())


def save_report(journal: Journal, report: ImportReport, path: Path) -> None:
    """Write every line of an import's report to a table."""
    from casebook.dossier.contact_sheet import harmless
    from casebook.mail import report as table

    words = table.ReportWords(
        headings=("result", "case", "why", "sent", "from", "subject", "source", "not understood"),
        parts={part: str(part) for part in table.Part},
        why=lambda why: str(why) if why else "",
        reason=str,
        problem=str,
        cell=harmless,
    )
    finish(table.write(journal, report, path, words))


def refuse_report(path: Path) -> None:
    """Refuse a file that is there before anything is imported. Raises BadInput."""
    if path.exists():
        raise BadInput("{path} is there already: choose another name, or replace it", path=path)


def _look(journal: Journal, chosen: Chosen, reading: Reading | None) -> Generator[Progress, None, Preview]:
    from casebook.mail import preview
    from casebook.mail.filing.matching import Matcher
    from casebook.mail.firms import FirmFinder

    stream, total = chosen.open(journal.chats.known, reading)
    place, firm_of = Matcher.from_journal(journal).place, FirmFinder.from_journal(journal)
    return (yield from preview.look(journal, stream, total, place=place, firm_of=firm_of))


def _row(thread: Thread, firms: dict[int, str]) -> tuple[str, ...]:
    placing = thread.placing
    where = f"C-{placing.case_id} ({placing.why})" if placing else ""
    comes = "known" if not thread.new else f"files in {where}" if thread.filed else f"waits, perhaps {where}"
    return (
        f"{thread.last:%Y-%m-%d}" if thread.last else "",
        str(thread.mails),
        ("looks like " if thread.warns else "") + firms.get(thread.firm_id, ""),
        comes if placing or not thread.new else "waits",
        output.one_line(thread.subject, 60) if not thread.rest else "(everything else)",
    )


def _shape(found: Preview, threads: list[Thread], firms: dict[int, str]) -> dict[str, Any]:
    return {
        "messages": found.mails,
        "known": found.known,
        "filed": found.filed,
        "waiting": found.new - found.filed,
        "threads": [
            {
                "subject": thread.subject,
                "people": list(thread.people),
                "first": thread.first.isoformat() if thread.first else None,
                "last": thread.last.isoformat() if thread.last else None,
                "messages": thread.mails,
                "new": thread.new,
                "filed": thread.filed,
                "firm": firms.get(thread.firm_id),
                "warns": thread.warns,
                "case": f"C-{thread.placing.case_id}" if thread.placing else None,
                "why": str(thread.placing.why) if thread.placing else None,
                "not_told_apart": thread.rest,
            }
            for thread in threads
        ],
        "failed": [{"source": failure.source, "reason": failure.reason} for failure in found.failed],
    }
