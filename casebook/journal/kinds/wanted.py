"""Which contacts of a case are wanted: by channel, person, ticket, direction and words. Read by the contacts' room."""

from __future__ import annotations

from dataclasses import dataclass

from casebook.journal.terms import Channel, Direction

_SAID = ("text", "subject", "agent", "agent_id", "outcome", "translation")
"""Where the words may stand."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a contact must have to be wanted. Every word must be in it, capitals or not; an empty field asks nothing."""

    words: str = ""
    channel: Channel | None = None
    person: str = ""
    ticket: str = ""
    direction: Direction | None = None

    @property
    def everything(self) -> bool:
        """Whether nothing is asked for."""
        return self == Wanted() or (not self.words.strip() and self == Wanted(words=self.words))


@dataclass(frozen=True, slots=True)
class Facets:
    """What the contacts of a case can be told apart by."""

    channels: tuple[Channel, ...]
    people: tuple[str, ...]
    tickets: tuple[str, ...]


def conditions(wanted: Wanted) -> tuple[str, list[str]]:
    """Return what is wanted as a piece of SQL that follows other conditions, and its values."""
    tests, values = list[str](), list[str]()
    for column, value in (("channel", wanted.channel), ("agent", wanted.person), ("direction", wanted.direction)):
        if value:
            tests.append(f"{column} = ?")
            values.append(str(value))
    if wanted.ticket:
        tests.append("EXISTS (SELECT 1 FROM json_each(tickets) WHERE value = ?)")
        values.append(wanted.ticket)
    for word in wanted.words.split():
        tests.append("(" + " OR ".join(f"{column} LIKE ? ESCAPE '\\'" for column in _SAID) + ")")
        values += [f"%{_literally(word)}%"] * len(_SAID)
    return "".join(f" AND {test}" for test in tests), values


def _literally(word: str) -> str:
    """Return a word in which no sign stands for others."""
    return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
