"""Which files are recordings: of those heard on them it matters whether they agreed."""

from __future__ import annotations

from pathlib import PurePath

_SOUND = "aac aif aiff amr awb caf flac m4a m4b mid mka mp2 mp3 oga ogg opus ra silk voc wav weba wma"
_FILM = "3gp avi flv m4v mkv mov mp4 mpeg mpg mts ogv qt rm ts vob webm wmv"
_RECORDINGS = frozenset(f".{ending}" for ending in f"{_SOUND} {_FILM}".split())


def is_recording(name: str, media_type: str) -> bool:
    """Return whether a file is sound or film, by its type or its name."""
    return media_type.partition("/")[0].lower() in ("audio", "video") or PurePath(name.lower()).suffix in _RECORDINGS
