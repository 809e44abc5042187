"""A writer over facts made by hand, so that a section can be looked at before it is typeset."""

from __future__ import annotations

from typing import Any

from casebook import paths
from casebook.dossier.choices import Choices
from casebook.dossier.collect import Facts
from casebook.dossier.pages.figures import figures
from casebook.dossier.pages.glyphs import Cleaner
from casebook.dossier.pages.labels import Labels
from casebook.dossier.pages.writer import Writer
from casebook.dossier.selection import select


class Writing(Writer):
    """A writer that lets its cleaner be seen."""

    cleaner: Cleaner


def writer(facts: Facts, language: str = "en", **choices: Any) -> Writing:
    """Return a writer with everything it needs."""
    chosen = Choices(language, **choices)
    labels, cleaner = Labels.load(paths.resources() / "dossier", language), Cleaner()
    made = Writing(facts, figures(facts), labels, cleaner, chosen, select(facts, chosen))
    made.cleaner = cleaner
    return made
