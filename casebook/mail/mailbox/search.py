"""What is wanted of a mailbox: mails since a day, from somebody, with certain words; all of it the server looks for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from casebook.journal.errors import BadInput

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DAY = re.compile(r"(\d{1,2})-([A-Z][a-z]{2})-(\d{4})")
_BETWEEN = re.compile(r'[\s\x00-\x1f\x7f(){}%*"\\\]\[]+')
"""What IMAP gives a meaning of its own: a search is for the words between such characters."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """All of it must hold; empty: everything. `words` may stand anywhere in a mail, its headers included."""

    since: date | None = None
    sender: str = ""
    words: str = ""

    @property
    def text(self) -> str:
        """The search as it is kept with the mailbox: that of RFC 3501, 6.4.4, without quotes."""
        return " ".join(self.criteria)

    @property
    def criteria(self) -> list[str]:
        """The search keys, one value after each."""
        day = self.since
        keys = ["SINCE", f"{day.day}-{_MONTHS[day.month - 1]}-{day.year:04}"] if day else []
        for key, words in (("FROM", self.sender), ("TEXT", self.words)):
            for word in filter(None, _BETWEEN.split(words)):
                keys += [key, word]
        return keys

    @staticmethod
    def parse(text: str) -> Wanted:
        """Return what a kept search asks for. Raises BadInput."""
        since, words = None, {"FROM": list[str](), "TEXT": list[str]()}
        pieces = text.split()
        for key, value in zip(pieces[::2], [*pieces[1::2], ""], strict=False):
            day = _DAY.fullmatch(value) if key == "SINCE" else None
            if day and day[2] in _MONTHS:
                since = _date(text, int(day[3]), _MONTHS.index(day[2]) + 1, int(day[1]))
            elif key in words and value:
                words[key].append(value)
            else:
                raise _unreadable(text)
        return Wanted(since, " ".join(words["FROM"]), " ".join(words["TEXT"]))


def _date(text: str, year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise _unreadable(text) from None


def _unreadable(text: str) -> BadInput:
    return BadInput("the mailbox's search '{text}' cannot be read: choose again what to fetch", text=text)
