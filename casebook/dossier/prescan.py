"""Look through a dossier before it is made: which characters of the user's words its fonts do not have."""

from __future__ import annotations

from collections.abc import Mapping

from casebook import paths
from casebook.dossier.choices import Choices
from casebook.dossier.collect import Facts
from casebook.dossier.pages import glyphs
from casebook.dossier.pages.labels import Labels
from casebook.dossier.pages.present import present
from casebook.dossier.selection import Selection


def shown_by_code(facts: Facts, choices: Choices, selection: Selection | None = None) -> Mapping[str, int]:
    """Return the characters that the dossier would show by their code, and how often: most often first.

    It is the pages' own text that is looked at, so that nothing is named which is not printed. Pictures are not drawn
    for it, and the typesetter may still refuse a character that a font claims to have.
    """
    cleaner = glyphs.Cleaner()
    present(facts, Labels.load(paths.resources() / "dossier", choices.language), cleaner, {}, choices, selection)
    return dict(cleaner.shown.most_common())


def named(character: str) -> str:
    """Return a character's code and its Unicode name, for a reader who cannot see it."""
    return f"{glyphs.code(character)} {glyphs.name(character)}"
