"""What can be chosen about a dossier: one value that window, command line and export share."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from casebook.dossier.pages.labels import LANGUAGES
from casebook.dossier.pages.papers import PAPERS
from casebook.dossier.proof.stamp import host_of
from casebook.journal.errors import BadInput

AUDIENCES = ("outside", "firm")
FORMS = ("full", "short")


@dataclass(frozen=True, slots=True)
class Signing:
    """With which certificate to sign: a PKCS #12 file and its passphrase, or one made on the spot for `name`."""

    file: Path | None = None
    passphrase: str = field(default="", repr=False)  # a trace in the log must not tell it
    name: str = ""


@dataclass(frozen=True, slots=True)
class Choices:
    """How a dossier is to be. Checked when made: raises BadInput for what there is not."""

    language: str = "en"
    audience: str = "outside"
    """"firm" leaves out the user's own notes and everything that is no business of the firm."""
    form: str = "full"
    """"short" is front page, attempts, chronology and annex, without the exhibits' pages."""
    paper: str = "a4"
    recipient: str = ""
    """For whom, in the user's words: kept in the list of exports, not printed."""
    replace: bool = False
    """Whether an earlier dossier of the same name may be written over."""
    unredacted: frozenset[int] = frozenset()
    """Numbers of exhibits whose sealed originals go along although there is a redacted copy."""
    part_size: int = 0
    """The most bytes of one part; 0: one part, however large."""
    signing: Signing | None = None
    stamp_url: str = ""
    """The time-stamp service to ask; empty: none."""

    def __post_init__(self) -> None:
        """Refuse what there is not. Raises BadInput."""
        if self.language not in LANGUAGES:
            raise BadInput("the dossier is not available in '{language}': choose en or zh", language=self.language)
        if self.audience not in AUDIENCES:
            raise BadInput("a dossier is for 'outside' or 'firm', not for '{audience}'", audience=self.audience)
        if self.form not in FORMS:
            raise BadInput("a dossier is 'full' or 'short', not '{form}'", form=self.form)
        if self.paper not in PAPERS:
            raise BadInput("'{paper}' is not a paper size of the dossier: choose a4 or letter", paper=self.paper)
        if self.part_size < 0:
            raise BadInput("the size of a part cannot be negative")
        if self.stamp_url:
            host_of(self.stamp_url)
