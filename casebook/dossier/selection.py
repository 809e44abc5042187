"""Which files go out with a dossier: the one place that decides it, for pages, pack, attachments and manifest alike."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from casebook.dossier.choices import Choices
from casebook.dossier.collect import Facts
from casebook.dossier.names import exhibit_path, mail_path
from casebook.journal.outgoing import Redaction
from casebook.journal.records import Exhibit, StoredFile


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One exhibit as it goes out. `file` is what is shown, attached and packed; None where nothing of it goes out."""

    exhibit: Exhibit
    file: StoredFile | None
    path: str
    """The path in the pack, empty where nothing goes out."""
    redaction: Redaction | None = None
    """Set where `file` is a redacted copy, or where one exists and the user chose the original."""
    kept_back: str = ""
    """Why nothing goes out: a key of the labels' group `kept_back`; empty where something does."""

    @property
    def redacted(self) -> bool:
        """Whether what goes out is the redacted copy."""
        return self.file is not None and self.redaction is not None and self.file == self.redaction.file

    @property
    def label(self) -> str:
        """`EX-4`, and `EX-4R` for a redacted copy of it."""
        return f"{self.exhibit.label}R" if self.redacted else self.exhibit.label

    @property
    def name(self) -> str:
        """The file's own name, that of the copy where the copy goes out."""
        return self.redaction.name if self.redacted and self.redaction else self.exhibit.name

    @property
    def media_type(self) -> str:
        """The type of what goes out."""
        return self.redaction.media_type if self.redacted and self.redaction else self.exhibit.media_type


@dataclass(frozen=True, slots=True)
class Selection:
    """All that goes out: exhibits by number, raw mails by contact, and the raw mails that stay, with the reason."""

    exhibits: tuple[Outgoing, ...]
    mails: Mapping[int, StoredFile]
    mails_kept_back: Mapping[int, str]

    def files(self) -> dict[str, StoredFile]:
        """Return the path in the pack and the stored file of everything that goes out, in the order of the paths."""
        found = {item.path: item.file for item in self.exhibits if item.file}
        found |= {mail_path(number): stored for number, stored in self.mails.items()}
        return dict(sorted(found.items()))


def select(facts: Facts, choices: Choices) -> Selection:
    """Return what goes out of a case's files."""
    exhibits = tuple(_outgoing(exhibit) for exhibit in facts.exhibits)
    return Selection(exhibits, {number: mail.raw for number, mail in facts.raw_mails.items()}, {})


def _outgoing(exhibit: Exhibit) -> Outgoing:
    if not exhibit.file.sha256:
        return Outgoing(exhibit, None, "", kept_back="purged")
    return Outgoing(exhibit, exhibit.file, exhibit_path(exhibit))
