"""The dossier's own words in the reader's language, and how times, spans and sizes are written with them."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Any, TypedDict

from casebook.journal.errors import BadInput
from casebook.journal.times import Moment, Precision, offset_name

LANGUAGES = ("en", "zh")


class When(TypedDict):
    """A moment in the five parts that a table cell shows under one another; parts that do not apply are empty."""

    date: str
    time: str
    offset: str
    utc: str
    how: str


class Labels:
    """All words of one language. Unknown keys raise KeyError: a missing word is a fault, not an empty place."""

    def __init__(self, language: str, words: Mapping[str, Any]) -> None:
        self.language = language
        self._words = words

    @staticmethod
    def load(folder: Path, language: str) -> Labels:
        """Return the words of a language from `labels.toml`. Raises BadInput for a language that is not there."""
        words = tomllib.loads((folder / "labels.toml").read_text("utf-8"))
        if language not in words:
            raise BadInput("the dossier is not available in '{language}': choose en or zh", language=language)
        return Labels(language, words[language])

    def __call__(self, key: str, /, **values: object) -> str:
        """Return the sentence of a key with its values put in."""
        sentence: str = self._words[key]
        return sentence.format(**values) if values else sentence

    def group(self, name: str) -> Mapping[str, str]:
        """Return all words of a group."""
        words: Mapping[str, str] = self._words[name]
        return words

    def lines(self, name: str) -> list[str]:
        """Return the sentences of a list in the group `integrity`."""
        lines: list[str] = self._words["integrity"][name]
        return lines

    def of(self, group: str, value: StrEnum | str) -> str:
        """Return the word for a value of an enumeration."""
        return self.group(group)[str(value)]

    def joined(self, parts: list[str]) -> str:
        """Return the parts as an enumeration."""
        return self("comma").join(parts)

    def span(self, length: timedelta) -> str:
        """Return a length of time in its two largest units: `3 d 4 h`, `2 h 5 min`, `12 min`."""
        minutes = int(length.total_seconds()) // 60
        days, hours, rest = minutes // 1440, minutes // 60 % 24, minutes % 60
        if days:
            parts = [self("days", n=days)] + ([self("hours", n=hours)] if hours else [])
        elif hours:
            parts = [self("hours", n=hours)] + ([self("minutes", n=rest)] if rest else [])
        else:
            parts = [self("minutes", n=rest)]
        return " ".join(parts)

    def size(self, count: int) -> str:
        """Return a number of bytes, digits grouped by thin non-breaking spaces (the same in both languages)."""
        return self("bytes", n=grouped(count))

    def stamp(self, when: datetime) -> str:
        """Return a time the program itself recorded: `2026-11-20 06:03 UTC`."""
        return self("utc", time=when.astimezone(UTC).strftime("%Y-%m-%d %H:%M"))

    def when(self, moment: Moment) -> When:
        """Return a stated time: local date and time, offset, UTC, and how it is known."""
        local, utc = moment.local, moment.utc
        known = self.of("known", moment.known)
        offset = self("offset", offset=offset_name(moment.offset))
        how = self.joined([self.of("precisions", moment.precision), known])
        if moment.precision is Precision.DATE:
            return When(date=local.strftime("%Y-%m-%d"), time="", offset=offset, utc="", how=how)
        same_day = local.date() == utc.date()
        clock = local.strftime("%H:%M")
        return When(
            date=local.strftime("%Y-%m-%d"),
            time=self("about", what=clock) if moment.precision is Precision.ABOUT else clock,
            offset=offset,
            utc=self("utc", time=utc.strftime("%H:%M" if same_day else "%Y-%m-%d %H:%M")),
            how=how,
        )

    def inline(self, moment: Moment) -> str:
        """Return a stated time on one line: `2026-11-20 14:03 (UTC+08:00)`."""
        parts = self.when(moment)
        return f"{parts['date']} {parts['time']}".strip() + f" ({parts['offset']})"


def grouped(count: int) -> str:
    """Return a whole number with its digits in groups of three."""
    return f"{count:,}".replace(",", "\u202f")
