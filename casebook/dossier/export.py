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
from casebook.dossier import gaps, pack, parts, placing, printing
from casebook.dossier.choices import Choices
from casebook.dossier.collect import Facts, collect
from casebook.dossier.headers import with_headers
from casebook.dossier.pages.evidence import Shown
from casebook.dossier.pages.labels import Labels
from casebook.dossier.press import images
from casebook.dossier.printing import Order
from casebook.dossier.proof import identity, waiting
from casebook.dossier.proof.identity import Credential
from casebook.dossier.proof.seal import Sealed, seal
from casebook.dossier.proof.stamp import host_of
from casebook.dossier.proof.waiting import Waiting
from casebook.dossier.reading import texts_of
from casebook.dossier.selection import Selection, select
from casebook.journal import Journal
from casebook.journal.errors import CasebookError, DiskTrouble
from casebook.journal.outgoing import Export
from casebook.journal.progress import Progress
from casebook.journal.store import occupancy
from casebook.journal.store.occupancy import Occupancy
from casebook.journal.store.places import refuse_inside
from casebook.journal.terms import StampState

_WORK = ".casebook-export-"
_STAMP_ORDER = (StampState.NONE, StampState.STAMPED, StampState.WAITING)
"""The parts of one dossier stand where the one stands that is furthest from its time stamp."""
_BEGINNING = 10.0
"""Seconds in which an export that has just made its folder comes to hold it."""


def run(
    journal: Journal, case_id: int, out: Path, choices: Choices | None = None, *, listed: bool = True
) -> Generator[Progress, None, Path]:
    """Write the dossier of a case to `out` (a ZIP if it ends in .zip, else a folder) and return where it is.

    With `choices.part_size` it may come in parts (see parts.py); the place of the first is returned. All is built
    beside `out` and renamed at the end, so that closing the generator, or any failure, leaves nothing behind. The same
    record gives the same bytes. An earlier dossier is only written over with `choices.replace`, anything else never.
    Where it is not `listed` it is only for the user's own eyes: nothing is recorded of it.
    Raises NotFound, BadInput, Damaged, DiskTrouble.
    """
    choices = choices or Choices()
    folder = paths.resources() / "dossier"
    labels = Labels.load(folder, choices.language)
    out = out.absolute()
    refuse_inside(journal.folder, out)
    replaced = placing.earlier(out, divided=bool(choices.part_size), replace=choices.replace)
    with suppress(CasebookError):  # a full disk must not keep anybody from exporting to another one
        journal.checkpoints.sign()
    facts = collect(journal, case_id)
    selection = select(facts, choices)
    if choices.part_size:
        parts.refuse_too_large(selection, choices.part_size)
    credential = identity.credential(choices.signing, facts.as_of) if choices.signing else None
    work: Path | None = None
    hold: Occupancy | None = None
    try:
        if listed:
            yield from gaps.refuse_secrets(journal, facts, selection)
        _sweep(out.parent)
        work = Path(tempfile.mkdtemp(prefix=_WORK, dir=out.parent))
        hold = occupancy.share(work)
        target = work / "pack"
        target.mkdir()
        yield from pack.copy_originals(journal, selection.files(), target)
        shown = yield from _draw(selection, work)
        shown |= texts_of(selection, target)
        if choices.form == "full":
            facts = with_headers(journal, facts)
        order = Order(facts, labels, shown, choices, selection, work, folder)
        folders = yield from (printing.divided(order) if choices.part_size else printing.whole(order))
        names = parts.names(out, len(folders))
        sealed, finished = yield from _closed(folders, out, facts, labels, credential, choices if listed else None)
        placing.put(list(zip(finished, names, strict=True)), replaced, work)
        # The dossier is there; a full disk or a read-only casebook does not take it back.
        with suppress(CasebookError, OSError):
            if listed:
                journal.exports.add(_made(facts, out, choices, sealed, credential))
            for part, place in zip(sealed, names, strict=True):
                if part.state is StampState.WAITING:
                    waiting.remember(Waiting(part.manifest, place, choices.stamp_url))
    except OSError as error:
        raise _trouble(error, out) from error
    finally:
        if hold:
            hold.release()
        if work:
            shutil.rmtree(work, ignore_errors=True)
    return names[0]


def _closed(
    folders: Sequence[Path],
    out: Path,
    facts: Facts,
    labels: Labels,
    credential: Credential | None,
    choices: Choices | None,
) -> Generator[Progress, None, tuple[list[Sealed], list[Path]]]:
    """Close every pack; return how, and where its folder or its ZIP lies. No service is asked without `choices`."""
    sealed, finished = list[Sealed](), list[Path]()
    for folder in folders:
        url = choices.stamp_url if choices else ""
        sealed.append((yield from seal(folder, facts, labels, credential=credential, stamp_url=url)))
        finished.append((yield from _as_asked(folder, out, facts)))
    return sealed, finished


def _as_asked(folder: Path, out: Path, facts: Facts) -> Generator[Progress, None, Path]:
    """Return the folder of a pack, or the ZIP of it where `out` is one."""
    if out.suffix.lower() != ".zip":
        return folder
    zipped = folder.with_suffix(".zip")
    yield from pack.zip_pack(folder, zipped, facts.as_of)
    shutil.rmtree(folder)
    return zipped


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
