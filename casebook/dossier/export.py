"""Make a dossier from a case: the one way out, for the window and the command line alike."""

from __future__ import annotations

import errno
import shutil
import tempfile
import time
from collections.abc import Generator, Sequence
from contextlib import suppress
from pathlib import Path

from casebook import paths
from casebook.dossier import pack
from casebook.dossier.choices import Choices
from casebook.dossier.collect import Facts, collect
from casebook.dossier.names import MANIFEST, PDF
from casebook.dossier.pages.evidence import Shown
from casebook.dossier.pages.glyphs import Cleaner, Fonts
from casebook.dossier.pages.labels import Labels
from casebook.dossier.pages.present import present
from casebook.dossier.press import images
from casebook.dossier.press.typeset import Unprintable, stage, typeset
from casebook.dossier.proof import identity, waiting
from casebook.dossier.proof.identity import Credential
from casebook.dossier.proof.seal import Sealed, seal
from casebook.dossier.proof.stamp import host_of
from casebook.dossier.proof.waiting import Waiting
from casebook.dossier.selection import Selection, select
from casebook.journal import Journal
from casebook.journal.errors import BadInput, CasebookError, DiskTrouble
from casebook.journal.outgoing import Export
from casebook.journal.progress import Progress
from casebook.journal.store import occupancy
from casebook.journal.store.occupancy import Occupancy
from casebook.journal.store.places import refuse_inside
from casebook.journal.terms import StampState

_EMBED_UP_TO = 25_000_000
"""Bytes of originals that are also attached to the PDF; beyond that it would be too large for common portals."""
_WORK = ".casebook-export-"
_ROUNDS = 8
_STAMP_ORDER = (StampState.NONE, StampState.STAMPED, StampState.WAITING)
"""The parts of one dossier stand where the one stands that is furthest from its time stamp."""
_BEGINNING = 10.0
"""Seconds in which an export that has just made its folder comes to hold it."""


def run(
    journal: Journal, case_id: int, out: Path, choices: Choices | None = None, *, listed: bool = True
) -> Generator[Progress, None, Path]:
    """Write the dossier of a case to `out` (a ZIP if it ends in .zip, else a folder) and return `out`.

    It is built beside `out` and renamed at the end, so that closing the generator, or any failure, leaves nothing
    behind. The same record gives the same bytes. An earlier dossier is only written over with `choices.replace`,
    anything else never. Where it is not `listed` it is only for the user's own eyes: nothing is recorded of it.
    Raises NotFound, BadInput, Damaged, DiskTrouble.
    """
    choices = choices or Choices()
    folder = paths.resources() / "dossier"
    labels = Labels.load(folder, choices.language)
    out = out.absolute()
    refuse_inside(journal.folder, out)
    _check_target(out, replace=choices.replace)
    with suppress(CasebookError):  # a full disk must not keep anybody from exporting to another one
        journal.checkpoints.sign()
    facts = collect(journal, case_id)
    selection = select(facts, choices)
    credential = identity.credential(choices.signing, facts.as_of) if choices.signing else None
    work: Path | None = None
    hold: Occupancy | None = None
    try:
        _sweep(out.parent)
        work = Path(tempfile.mkdtemp(prefix=_WORK, dir=out.parent))
        hold = occupancy.share(work)
        target = work / "pack"
        target.mkdir()
        yield from pack.copy_originals(journal, selection.files(), target)
        shown = yield from _draw(selection, work)
        yield from _print(facts, labels, shown, work, folder, choices, selection)
        sealed = yield from seal(
            target, facts, labels, credential=credential, stamp_url=choices.stamp_url if listed else ""
        )
        if out.suffix.lower() == ".zip":
            yield from pack.zip_pack(target, work / "pack.zip", facts.as_of)
            target = work / "pack.zip"
        _put_in_place(target, out, work)
        if not listed:
            return out
        # The dossier is there; a full disk or a read-only casebook does not take it back.
        with suppress(CasebookError, OSError):
            journal.exports.add(_made(facts, out, choices, (sealed,), credential))
            if sealed.state is StampState.WAITING:
                waiting.remember(Waiting(sealed.manifest, out, choices.stamp_url))
    except OSError as error:
        raise _trouble(error, out) from error
    finally:
        if hold:
            hold.release()
        if work:
            shutil.rmtree(work, ignore_errors=True)
    return out


def _made(facts: Facts, out: Path, choices: Choices, parts: Sequence[Sealed], credential: Credential | None) -> Export:
    """Return the line for the list of exports."""
    return Export(
        id=0,
        case_id=facts.case.id,
        name=out.name,
        language=choices.language,
        audience=choices.audience,
        form=choices.form,
        paper=choices.paper,
        recipient=choices.recipient,
        parts=len(parts),
        head_number=facts.head.number,
        head_hash=facts.head.hash,
        manifests=tuple(part.manifest for part in parts),
        signed_by=credential.subject if credential else "",
        stamp=max((part.state for part in parts), key=_STAMP_ORDER.index),
        stamp_host=host_of(choices.stamp_url) if choices.stamp_url else "",
        recorded_at=facts.as_of,
    )


def _check_target(out: Path, *, replace: bool) -> None:
    """Refuse before any work what could not be written, or what would be lost."""
    if not out.parent.is_dir():
        raise BadInput("there is no folder {folder}: make it first, or choose another place", folder=out.parent)
    if not (out.exists() or out.is_symlink()):
        return
    if not replace:
        raise BadInput("{path} exists already: choose another name, or have it replaced", path=out)
    if out.is_symlink() or not (_is_zip(out) if out.is_file() else _is_ours(out)):
        raise BadInput("{path} is no dossier and is left alone: choose another name", path=out)


def _is_zip(out: Path) -> bool:
    import zipfile

    try:
        with zipfile.ZipFile(out) as archive:
            return MANIFEST in archive.namelist()
    except (OSError, zipfile.BadZipFile):
        return False


def _is_ours(out: Path) -> bool:
    """Whether a folder is an earlier dossier, or empty: nothing else may be written over."""
    return (out / MANIFEST).is_file() or (out.is_dir() and not any(out.iterdir()))


def _draw(selection: Selection, work: Path) -> Generator[Progress, None, dict[int, Shown]]:
    """Draw whatever goes out and says it is a picture or a PDF."""
    pages = work / "pages"
    pages.mkdir()
    jobs = []
    for item in selection.exhibits:
        if not item.file:
            continue
        source = work / "pack" / item.path
        with source.open("rb") as file:
            head = file.read(16)
        if item.exhibit.number and images.drawable(item.name, item.media_type, head):
            jobs.append(images.Job(item.exhibit.number, source))
    return (yield from images.draw(jobs, pages))


def _print(
    facts: Facts,
    labels: Labels,
    shown: dict[int, Shown],
    work: Path,
    templates: Path,
    choices: Choices,
    selection: Selection,
) -> Generator[Progress, None, None]:
    """Typeset; where the typesetter names a character that it cannot show, show it by its code and begin again."""
    embed = sum(stored.size for stored in selection.files().values()) <= _EMBED_UP_TO
    fonts, refused = Fonts(), frozenset[str]()
    records = len(facts.contacts) + sum(len(s.pictures) for s in shown.values())
    for _ in range(_ROUNDS):
        cleaner = Cleaner(fonts, refused=refused)
        data = present(facts, labels, cleaner, shown, choices, selection, embed=embed)
        stage(work, templates, data)
        try:
            yield from typeset(work, work / "pack" / PDF, facts.as_of, records)
        except Unprintable as unprintable:
            refused |= unprintable.characters
        else:
            return
    raise CasebookError("the dossier holds characters that cannot be printed: {characters}", characters=sorted(refused))


def _put_in_place(target: Path, out: Path, work: Path) -> None:
    """Rename the finished dossier to its place; an earlier one is put back if that fails."""
    if not out.exists():
        target.rename(out)
        return
    earlier = work / "earlier"
    out.rename(earlier)
    try:
        target.rename(out)
    except OSError:
        earlier.rename(out)
        raise


def _sweep(folder: Path) -> None:
    """Remove what a killed export left behind: originals lie in it, in plain. One that runs holds its folder."""
    for left in folder.glob(f"{_WORK}*"):
        if left.is_dir() and not left.is_symlink() and time.time() - left.stat().st_mtime > _BEGINNING:
            with suppress(CasebookError, OSError), occupancy.alone(left, patience=0):
                shutil.rmtree(left, ignore_errors=True)


def _trouble(error: OSError, out: Path) -> DiskTrouble:
    if error.errno == errno.ENOSPC:
        return DiskTrouble("the disk is full: free some space, or export {path} to another disk", path=out)
    reason = error.strerror or str(error)
    return DiskTrouble(
        "{path} cannot be written ({reason}): choose a folder that you may write to", path=out, reason=reason
    )
