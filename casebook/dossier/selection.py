"""Which files go out with a dossier: the one place that decides it, for pages, pack, attachments and manifest alike."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass

from casebook.dossier.choices import Choices
from casebook.dossier.collect import Facts
from casebook.dossier.names import exhibit_path, mail_path, redacted_path
from casebook.dossier.redaction.sealing import is_withheld, sealed
from casebook.journal.outgoing import Redaction
from casebook.journal.records import Exhibit, StoredFile
from casebook.journal.terms import ExhibitSource


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
    """Return what goes out of a case's files.

    Of an exhibit with a redacted copy the copy goes, unless its number was chosen; nothing else goes out that holds a
    sealed file's bytes. A recording goes only where those heard on it agreed or were told.
    """
    shut = sealed(facts.exhibits, facts.redactions, choices.unredacted)
    recordings = frozenset(exhibit.file.sha256 for exhibit in facts.exhibits if is_withheld(exhibit))
    exhibits = tuple(_outgoing(exhibit, facts, shut, recordings, choices.unredacted) for exhibit in facts.exhibits)
    withheld = {
        item.exhibit.contact_id
        for item in exhibits
        if item.exhibit.source is ExhibitSource.MAIL and (item.redacted or item.kept_back)
    }
    mails, kept_back = dict[int, StoredFile](), dict[int, str]()
    for number, mail in facts.raw_mails.items():
        if number in withheld or mail.raw.sha256 in shut or _holds(facts, mail.raw, shut):
            kept_back[number] = "carrier"
        else:
            mails[number] = mail.raw
    return Selection(exhibits, mails, kept_back)


def _outgoing(exhibit: Exhibit, facts: Facts, shut: Set[str], recordings: Set[str], unredacted: Set[int]) -> Outgoing:
    redaction = facts.redactions.get(exhibit.id)
    copied = redaction is not None and exhibit.number not in unredacted
    reason = _kept_back(exhibit, facts, shut, recordings, copied=copied, chosen=exhibit.number in unredacted)
    if reason:
        return Outgoing(exhibit, None, "", redaction, reason)
    if redaction and copied:
        return Outgoing(exhibit, redaction.file, redacted_path(exhibit, redaction), redaction)
    return Outgoing(exhibit, exhibit.file, exhibit_path(exhibit), redaction)


def _kept_back(
    exhibit: Exhibit, facts: Facts, shut: Set[str], recordings: Set[str], *, copied: bool, chosen: bool
) -> str:
    """Return why nothing goes out of an exhibit. `copied`: its redacted copy would; `chosen`: the user chose it."""
    if not exhibit.file.sha256:
        return "purged"
    if exhibit.file.sha256 in recordings:
        return "recording"
    if copied:
        return ""
    if chosen:  # but a recording stays, also within another file
        return "carrier" if _holds(facts, exhibit.file, recordings) else ""
    if exhibit.file.sha256 in shut:
        return "marked" if exhibit.derived_from else "twin"
    return "carrier" if _holds(facts, exhibit.file, shut) else ""


def _holds(facts: Facts, stored: StoredFile, shut: Set[str]) -> bool:
    return not shut.isdisjoint(facts.carried.get(stored.sha256, frozenset()))
