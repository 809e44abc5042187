"""`casebook export` and `casebook verify`: what goes out, and whether it is still what it was."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from casebook import paths
from casebook.cli import output, shapes, unlocking
from casebook.cli.options import exhibit_number
from casebook.cli.progress import finish
from casebook.cli.session import Command, Session, pass_session
from casebook.journal import Journal, Progress, check
from casebook.journal.errors import NotFound
from casebook.journal.proof.audit_ledger import Claim
from casebook.journal.records import Fault, Verdict
from casebook.journal.store.database import holds_casebook
from casebook.journal.terms import StampState

if TYPE_CHECKING:
    from casebook.dossier.choices import Choices, Signing


@click.command(cls=Command)
@click.argument("case")
@click.argument("out", type=click.Path(path_type=Path))
@click.option("--lang", type=click.Choice(["en", "zh"]), default="en", show_default=True, help="The reader's language.")
@click.option("--for", "audience", type=click.Choice(["firm", "outside"]), default="outside", show_default=True)
@click.option("--paper", type=click.Choice(["a4", "letter"]), default="a4", show_default=True)
@click.option("--form", type=click.Choice(["full", "short"]), default="full", show_default=True, help="How much of it.")
@click.option("--recipient", default="", help="Who gets it: kept in the list of exports, not printed.")
@click.option(
    "--unredacted",
    multiple=True,
    metavar="EXHIBIT",
    help="Let the original of a redacted exhibit go along; repeatable.",
)
@click.option("--sign", type=click.Path(path_type=Path), metavar="FILE", help="Sign with a certificate (.p12, .pem).")
@click.option("--sign-passphrase-file", type=click.Path(path_type=Path), metavar="FILE", help="Its passphrase.")
@click.option("--sign-as", default="", metavar="NAME", help="Sign with a certificate made here, confirmed by nobody.")
@click.option("--stamp", default="", metavar="URL", help="Ask this time-stamp service; it is sent a hash only.")
@click.option(
    "--max-size",
    default="",
    metavar="SIZE",
    help="Divide it into parts of at most this size: 25MB, or mail-10, mail-25, court-36.",
)
@click.option("--replace", is_flag=True, help="Write over an earlier export that is there.")
@pass_session
def export(
    session: Session,
    case: str,
    out: Path,
    lang: str,
    audience: str,
    paper: str,
    form: str,
    recipient: str,
    unredacted: tuple[str, ...],
    sign: Path | None,
    sign_passphrase_file: Path | None,
    sign_as: str,
    stamp: str,
    max_size: str,
    replace: bool,
) -> None:
    """Write a case's dossier to OUT: a folder, or a ZIP where OUT ends in .zip.

    The passphrase of a certificate file is taken from --sign-passphrase-file, from $CASEBOOK_SIGN_PASSPHRASE, or asked
    for. A certificate that is made here is kept among your data: the same name signs with the same key again.
    """
    from casebook.dossier import export as dossier
    from casebook.dossier.choices import Choices
    from casebook.dossier.parts import siblings
    from casebook.dossier.portals import size_of

    choices = Choices(
        lang,
        audience,
        form,
        paper=paper,
        recipient=recipient,
        unredacted=frozenset(map(exhibit_number, unredacted)),
        replace=replace,
        part_size=size_of(max_size) if max_size else 0,
        signing=_signing(sign, sign_passphrase_file, sign_as),
        stamp_url=stamp,
    )
    with session.journal() as journal:
        found = journal.cases.find(case)
        _refuse_not_redacted(journal, found.id, choices)
        _warn_of_codes(session, journal, found.id, choices)
        made = finish(dossier.run(journal, found.id, out, choices))
        proof = _proof(session, journal, found.id) if choices.signing or stamp else {}
    shape = {"case": found.number, "path": str(made), "lang": lang, "for": audience, "form": form, "paper": paper}
    parts = {"parts": [str(part) for part in siblings(made)]} if max_size else {}
    lines = [f"wrote the dossier of {found.number} to {path}" for path in parts.get("parts", [str(made)])]
    lines.append(f"check it: casebook verify {made}")
    session.answer({**shape, **proof, **parts}, lines)


def _signing(file: Path | None, passphrase_file: Path | None, name: str) -> Signing | None:
    """Return with what to sign, None where nothing was said of it. Raises UsageError, BadInput."""
    from casebook.dossier.choices import Signing

    if file and name:
        raise click.UsageError("--sign and --sign-as are two ways to sign: take one")
    if passphrase_file and not file:
        raise click.UsageError("--sign-passphrase-file goes with --sign")
    if file:
        return Signing(file, unlocking.certificate_passphrase(file, passphrase_file))
    return Signing(name=name) if name else None


def _proof(session: Session, journal: Journal, case_id: int) -> dict[str, str]:
    """Return what the list of exports says of the signature and the stamp of the dossier that was just made."""
    last = journal.exports.of_case(case_id)[-1]
    if last.stamp is StampState.WAITING:
        session.note(f"{last.stamp_host} gave no time stamp: 'casebook stamp --now' asks again")
    return {"signed_by": last.signed_by, "stamp": str(last.stamp)}


def _refuse_not_redacted(journal: Journal, case_id: int, choices: Choices) -> None:
    """Refuse to name an original that goes along anyway: whoever names it is mistaken about what is covered."""
    redacted = {redaction.exhibit_id for redaction in journal.redactions.of_case(case_id)}
    known = {exhibit.number for exhibit in journal.exhibits.of_case(case_id) if exhibit.id in redacted}
    for number in sorted(choices.unredacted - known):
        raise NotFound("{exhibit} has no redacted copy", exhibit=f"EX-{number}")


def _warn_of_codes(session: Session, journal: Journal, case_id: int, choices: Choices) -> None:
    """Say beforehand which characters the dossier cannot show as they are."""
    from casebook.dossier.collect import collect
    from casebook.dossier.prescan import named, shown_by_code

    found = list(shown_by_code(collect(journal, case_id), choices))
    if found:
        one = len(found) == 1
        what = "1 character is shown by its code" if one else f"{len(found)} characters are shown by their code"
        session.note(f"{what}: {', '.join(map(named, found))}")


@click.command(cls=Command)
@click.argument("out", required=False, type=click.Path(path_type=Path))
@click.option(
    "--against",
    multiple=True,
    metavar="PACK",
    help="Compare the ledger with an earlier dossier, a backup, or a hash copied from paper.",
)
@click.option("--accept", metavar="REASON", help="Take the ledger for the right one although this computer saw more.")
@click.pass_context
@pass_session
def verify(
    session: Session, context: click.Context, out: Path | None, against: tuple[str, ...], accept: str | None
) -> None:
    """Check a dossier, or the casebook itself where OUT is left out; exit code 1 when anything is wrong.

    On the computer that wrote the casebook, entries that were cut off at the end of the ledger or written anew are
    noticed. On another one, and after the loss of this computer's own notes, name an earlier dossier with --against.
    """
    if out is not None and not holds_casebook(out) and (against or accept is not None):
        raise click.UsageError("--against and --accept are for a casebook, not for a dossier", context)
    if accept is not None:
        with session.journal() as journal:
            session.note(f"the ledger says so in its entry {journal.checkpoints.accept(accept).number}")
    verdict = finish(_checking(session, out, against))
    what = str(out or session.book)
    lines = [f"{output.one_line(fault.where)}: {output.one_line(fault.what)}" for fault in verdict.faults]
    lines += [f"{what}: {_sum(verdict)}", *(f"note: {output.one_line(note)}" for note in verdict.notes)]
    session.answer(shapes.verdict(verdict), lines)
    if not verdict.ok:
        context.exit(1)


def _checking(session: Session, out: Path | None, against: Sequence[str]) -> Generator[Progress, None, Verdict]:
    if out is not None and not holds_casebook(out):
        from casebook.dossier import verify as dossier

        return (yield from dossier.check(out))
    found, faults = list[Claim](), list[Fault]()
    for one in against:
        from casebook.dossier.compare import claims

        told, wrong = yield from claims(one)
        found += told
        faults += wrong
    verdict = yield from check(out or session.book, session.key(out), keys=paths.keys(), against=found)
    return replace(verdict, faults=(*verdict.faults, *faults))


def _sum(verdict: Verdict) -> str:
    if verdict.ok:
        return f"ok, {verdict.checked} checked"
    count = len(verdict.faults)
    return f"{count} {'thing is' if count == 1 else 'things are'} not as recorded, {verdict.checked} checked"
