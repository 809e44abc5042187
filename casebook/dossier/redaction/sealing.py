"""Which bytes are sealed: the originals behind redacted copies, and recordings nobody is known to have agreed to."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from pathlib import PurePath

from casebook.journal.outgoing import Redaction
from casebook.journal.records import Exhibit
from casebook.journal.terms import Consent

_SOUND = "aac aif aiff amr awb caf flac m4a m4b mid mka mp2 mp3 oga ogg opus ra silk voc wav weba wma"
_FILM = "3gp avi flv m4v mkv mov mp4 mpeg mpg mts ogv qt rm ts vob webm wmv"
_RECORDINGS = frozenset(f".{ending}" for ending in f"{_SOUND} {_FILM}".split())


def is_recording(exhibit: Exhibit) -> bool:
    """Return whether a file is sound or film, by its type or its name."""
    kind = exhibit.media_type.partition("/")[0].lower()
    return kind in ("audio", "video") or PurePath(exhibit.name.lower()).suffix in _RECORDINGS


def is_withheld(exhibit: Exhibit) -> bool:
    """Return whether a recording stays with the user: nobody heard on it is known to have agreed or been told."""
    return is_recording(exhibit) and exhibit.consent not in (Consent.YES, Consent.NOTICE)


def sealed(
    exhibits: Iterable[Exhibit], redactions: Mapping[int, Redaction], unredacted: Collection[int] = ()
) -> frozenset[str]:
    """Return the SHA-256 of every file that may not go out in any form. `unredacted` are numbers chosen to go."""
    return frozenset(
        exhibit.file.sha256
        for exhibit in exhibits
        if exhibit.file.sha256
        and (is_withheld(exhibit) or (exhibit.id in redactions and exhibit.number not in unredacted))
    )
