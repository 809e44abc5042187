"""Where the links in a text lead, as far as they imitate a firm: they are read, never followed."""

from __future__ import annotations

import re
from dataclasses import dataclass

from casebook.guide.impostors.assess import assess_host
from casebook.guide.impostors.register import Register
from casebook.guide.impostors.standing import Assessment, Standing

_URL = re.compile(r"(?:https?://|www\.)([^\s/<>\"'()\[\]?#\\]{3,300})", re.IGNORECASE)
_LONGEST = 100_000
_MOST = 200


@dataclass(frozen=True, slots=True)
class Link:
    """A host that a text leads to, and how it stands to the firms."""

    host: str
    assessment: Assessment


def links(register: Register, text: str) -> tuple[Link, ...]:
    """Return the hosts in a text that look like a firm's and are none, each once, in order."""
    hosts = dict.fromkeys(_host(found[1]) for found in _URL.finditer(text[:_LONGEST]))
    found = []
    for host in list(hosts)[:_MOST]:
        if host and (assessment := assess_host(register, host)).standing is Standing.LOOK_ALIKE:
            found.append(Link(host, assessment))
    return tuple(found)


def _host(place: str) -> str:
    """Return the host of what stands between `//` and the path: what is before an @ is a name, not the host."""
    host = place.rpartition("@")[2].rstrip(".,;:!\u3002\uff0c\uff1b")
    return re.sub(r":\d{1,5}$", "", host).lower()
