"""Which bytes are sealed: the originals behind redacted copies, and recordings nobody is known to have agreed to."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from casebook.dossier.marking import marks
from casebook.journal import recordings
from casebook.journal.outgoing import Redaction
from casebook.journal.records import Exhibit
from casebook.journal.terms import Consent


def is_recording(exhibit: Exhibit) -> bool:
    """Return whether a file is sound or film, by its type or its name."""
    return recordings.is_recording(exhibit.name, exhibit.media_type)


def is_withheld(exhibit: Exhibit) -> bool:
    """Return whether a recording stays with the user: nobody heard on it is known to have agreed or been told."""
    return is_recording(exhibit) and exhibit.consent not in (Consent.YES, Consent.NOTICE)


def sealed(
    exhibits: Iterable[Exhibit], redactions: Mapping[int, Redaction], unredacted: Collection[int] = ()
) -> frozenset[str]:
    """Return the SHA-256 of every file that may not go out in any form. `unredacted` are numbers chosen to go.

    A copy with marks shows what it was drawn on: where that stays, it stays, unless it was drawn on the very redacted
    copy that goes out. One of an exhibit that lies in the bin stays as well: nobody knows what was covered on it.
    """
    every = sorted(exhibits, key=lambda exhibit: exhibit.id)
    shut = {
        exhibit.file.sha256
        for exhibit in every
        if exhibit.file.sha256
        and (is_withheld(exhibit) or (exhibit.id in redactions and exhibit.number not in unredacted))
    }
    by_id = {exhibit.id: exhibit for exhibit in every}
    for exhibit in every:  # a copy comes after what it is of, so that copies of copies are found, too
        if exhibit.derived_from and exhibit.file.sha256:
            source, covered = by_id.get(exhibit.derived_from), redactions.get(exhibit.derived_from)
            shows_cover = covered is not None and marks.source(exhibit.marks) == covered.file.sha256
            if source is None or (source.file.sha256 in shut and not shows_cover):
                shut.add(exhibit.file.sha256)
    return frozenset(shut)
