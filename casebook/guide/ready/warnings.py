"""What to beware of on a channel, and what of the user's own data stands in words that anybody can read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from casebook.guide.dates.rules import LANGUAGES
from casebook.guide.ready import checklists
from casebook.guide.ready.known import Known
from casebook.guide.ready.subjects import numbers_of
from casebook.journal.errors import BadInput
from casebook.journal.terms import Channel

PUBLIC = frozenset({Channel.SOCIAL, Channel.FORUM})
"""Where others read along."""
_FIELDS = {"id", "channels", "text", "source", "checked_on"}
_SHORTEST = 4


@dataclass(frozen=True, slots=True)
class Caution:
    """One thing to beware of. `channels` empty: on every channel."""

    id: str
    channels: frozenset[str]
    texts: Mapping[str, str]
    sources: Mapping[str, str]
    checked_on: date


@cache
def load(folder: Path) -> tuple[Caution, ...]:
    """Return the warnings of `warnings.toml` in a folder. Raises BadInput naming the one at fault."""
    file = folder / "warnings.toml"
    found = []
    for entry in checklists.read(file).get("warning", ()):
        channels = frozenset(entry.get("channels", ("?",)))
        words = [entry.get(field) for field in ("text", "source")]
        told = all(isinstance(w, dict) and set(w) == set(LANGUAGES) and all(map(str.strip, w.values())) for w in words)
        if set(entry) != _FIELDS or not told or not channels <= set(Channel) or type(entry["checked_on"]) is not date:
            name = str(entry.get("id") or "without id")
            raise BadInput(
                "the guide file {file}, rule {rule}: {problem}",
                file=file.name,
                rule=name,
                problem=", ".join(sorted(_FIELDS)),
            )
        found.append(Caution(entry["id"], channels, entry["text"], entry["source"], entry["checked_on"]))
    return tuple(found)


def of_channel(folder: Path, channel: Channel) -> tuple[Caution, ...]:
    """Return what to beware of on a channel, its own warnings before those that hold on every channel."""
    wanted = [w for w in load(folder) if not w.channels or channel in w.channels]
    return tuple(sorted(wanted, key=lambda w: not w.channels))


def own_data(text: str, known: Known) -> tuple[str, ...]:
    """Return which of the user's own data a text names, as it names them: nothing for others to read."""
    account = known.account
    values = list(numbers_of(known))
    values += [reference.value for reference in known.references]
    if account:
        values += [account.user_name, account.email, *account.aliases, account.phone, account.callback]
        values += account.holder.splitlines()
    folded, digits = text.casefold(), re.sub(r"[\s().-]", "", text)
    found = []
    for value in dict.fromkeys(part for value in values if len(part := value.strip()) >= _SHORTEST):
        bare = re.sub(r"[\s().+-]", "", value)
        is_number = bare.isdigit() and len(bare) >= _SHORTEST + 2
        if value.casefold() in folded or (is_number and bare in digits):
            found.append(value)
    return tuple(found)
