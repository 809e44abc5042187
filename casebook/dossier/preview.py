"""The dossier for the user's own eyes: the real PDF, made in a private folder, and nothing else left there."""

from __future__ import annotations

import shutil
from collections.abc import Generator
from dataclasses import replace
from pathlib import Path

from casebook.dossier import export
from casebook.dossier.choices import Choices
from casebook.dossier.names import PDF
from casebook.journal import Journal
from casebook.journal.progress import Progress


def make(journal: Journal, case_id: int, folder: Path, choices: Choices) -> Generator[Progress, None, Path]:
    """Make the PDF that `choices` would give into `folder`, which must be there, and return its path.

    In one part, not signed, nobody asked for a time stamp, nothing recorded. Closing the generator, or any failure,
    leaves nothing behind. Raises what an export raises.
    """
    plain = replace(choices, part_size=0, signing=None, stamp_url="", replace=False)
    pack = folder / "preview"
    yield from export.run(journal, case_id, pack, plain, listed=False)
    made = folder / PDF
    try:
        (pack / PDF).replace(made)
    finally:
        shutil.rmtree(pack, ignore_errors=True)  # the originals in it lie in plain
    return made
