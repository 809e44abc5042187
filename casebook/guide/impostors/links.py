"""Where the links in a text lead, as far as they imitate a firm: they are read, never followed."""

from __future__ import annotations

import re
from dataclasses import dataclass

from casebook.guide.impostors.assess import assess_host
from casebook.guide.impostors.register import Register
from casebook.guide.impostors.standing import Assessment, Finding, Found, Standing

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
    places = dict.fromkeys(found[1].lower() for found in _URL.finditer(text[:_LONGEST]))
    found = dict[str, Link]()
    for place in list(places)[:_MOST]:
        if (link := _link(register, place)) is not None:
            found.setdefault(link.host, link)
    return tuple(found.values())


def _link(register: Register, place: str) -> Link | None:
    """Return what stands between `//` and the path, where it imitates: what is before an @ is a name, not the host."""
    name, at, host = place.rpartition("@")
    host = re.sub(r":\d{1,5}$", "", host.rstrip(".,;:!\u3002\uff0c\uff1b"))
    assessment = assess_host(register, host) if host else Assessment(Standing.UNKNOWN)
    if at and assessment.standing is Standing.UNKNOWN:
        claimed = assess_host(register, name.partition(":")[0])
        if claimed.official is not None:
            firm = register.firms[claimed.official.firm_id].name
            values = {"seen": place, "value": claimed.official.value, "firm": firm}
            finding = Finding(Found.SUBDOMAIN, True, values)
            return Link(place, Assessment(Standing.LOOK_ALIKE, claimed.firm_id, None, (finding,)))
    return Link(host, assessment) if assessment.standing is Standing.LOOK_ALIKE else None
