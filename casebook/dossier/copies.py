"""Copies of exhibits under names that say what they show, to be attached to a mail or put into a form."""

from __future__ import annotations

from collections.abc import Collection, Generator, Sequence
from dataclasses import dataclass
from pathlib import Path

from casebook.dossier.choices import Choices
from casebook.dossier.collect import Facts
from casebook.dossier.selection import Outgoing, select
from casebook.guide.ready import file_names
from casebook.journal import Journal
from casebook.journal.errors import BadInput, DiskTrouble
from casebook.journal.progress import Progress
from casebook.journal.store.places import refuse_inside


@dataclass(frozen=True, slots=True)
class Copy:
    """One exhibit and the name its copy goes out under; empty where nothing of it may go out."""

    item: Outgoing
    name: str


def copies(facts: Facts, language: str, zone: str, numbers: Collection[int] = ()) -> tuple[Copy, ...]:
    """Return the exhibits of a case with the names their copies get; `numbers` leaves out all others.

    Of a redacted exhibit it is the redacted copy; a recording without consent stays.
    """
    chosen = [o for o in select(facts, Choices()).exhibits if not numbers or o.exhibit.number in numbers]
    going = [o for o in chosen if o.file]
    redacted = {o.exhibit.id: o.name for o in going if o.redacted}
    names = file_names.outgoing([o.exhibit for o in going], language, zone, redacted)
    return tuple(Copy(o, names.get(o.exhibit.id, "")) for o in chosen)


def write(journal: Journal, wanted: Sequence[Copy], folder: Path) -> Generator[Progress, None, list[Path]]:
    """Write the copies that may go out into a folder and return where they are; nothing is written over.

    A failure leaves none of them behind. Raises BadInput, Damaged, DiskTrouble.
    """
    refuse_inside(journal.folder, folder.absolute())
    going = [(copy.item.file, folder / copy.name) for copy in wanted if copy.item.file]
    for _, path in going:
        if path.exists():
            raise BadInput("{path} is there already: choose another name, or replace it", path=path)
    written: list[Path] = []
    done = False
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for stored, path in going:
            journal.exhibits.copy_to(stored, path)
            written.append(path)
            yield Progress(len(written), len(going), "copies", path.name)
        done = True
    except OSError as error:
        raise DiskTrouble(
            "{path} cannot be written: check its permissions, or choose another folder", path=folder
        ) from error
    finally:
        if not done:
            for path in written:
                path.unlink(missing_ok=True)
    return written
