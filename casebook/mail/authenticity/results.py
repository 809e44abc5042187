"""`Authentication-Results` (RFC 8601): what the server that took a mail in says to have checked. Its word, not ours."""

from __future__ import annotations

import re
from dataclasses import dataclass

from casebook.guide.impostors.hosts import take_apart
from casebook.mail.message import words
from casebook.mail.message.headers import Headers

_LONGEST = 8_000
_MOST = 20
_RESULT = re.compile(r"\s*([A-Za-z0-9_-]{1,30})\s*(?:/\s*\d+\s*)?=\s*([A-Za-z]{1,20})")
_PROPERTY = re.compile(r"([A-Za-z]{1,20}\.[A-Za-z0-9_-]{1,30})\s*=\s*(\"[^\"]{0,300}\"|[^\s;]{1,300})")
_BY = re.compile(r"\bby\s+([A-Za-z0-9.-]{1,253})", re.IGNORECASE)
_SHOWN = {
    "dkim": ("header.d", "header.i"),
    "spf": ("smtp.mailfrom", "smtp.helo"),
    "dmarc": ("header.from",),
    "arc": ("header.oldest-pass",),
}
_TOP = 3  # a mail is handed on inside the provider's house before it lies in the mailbox


@dataclass(frozen=True, slots=True)
class Result:
    """One check: `dkim`, `spf`, `dmarc`…, what it came to, and the domain it was about."""

    method: str
    result: str
    about: str


@dataclass(frozen=True, slots=True)
class Said:
    """What one server says. `taken_in` tells whether that is the server which took the mail in, as far as can be told.

    A block that is not may have been written by the sender: it is shown and counts for nothing.
    """

    server: str
    results: tuple[Result, ...]
    taken_in: bool


def said(headers: Headers) -> tuple[Said, ...]:
    """Return what the servers on the way say, the last of them (the user's own provider) first. Never raises."""
    hosts = [host for each in headers.all("received")[:_TOP] if (host := _by(each))]
    found = list[Said]()
    for raw in headers.all("authentication-results")[:_MOST]:
        server, results = _parse(words.decode(raw[:_LONGEST]))
        first = not found or (found[0].taken_in and found[0].server == (server or found[0].server))
        ours = first and bool(hosts) and (not server or any(_same_house(server, host) for host in hosts))
        found.append(Said(server or (hosts[0] if ours else ""), results, ours))
    return tuple(found)


def _by(received: bytes) -> str:
    found = _BY.search(words.decode(received[:2_000]))
    return found[1].lower().strip(".") if found else ""


def _same_house(server: str, host: str) -> bool:
    """Return whether two hosts share the domain they stand under: `mx.example.org` and `m12.in.example.org`."""
    return take_apart(server).domain == take_apart(host).domain


def _parse(text: str) -> tuple[str, tuple[Result, ...]]:
    pieces = _split(text)
    server = ""
    if pieces and not _RESULT.match(pieces[0]):
        server = (pieces.pop(0).split() or [""])[0].lower().strip('"')
    results = list[Result]()
    for piece in pieces[:_MOST]:
        if found := _RESULT.match(piece):
            method = found[1].lower()
            given = {name.lower(): value.strip('"') for name, value in _PROPERTY.findall(piece)}
            about = next((given[name] for name in _SHOWN.get(method, ()) if given.get(name)), "")
            results.append(Result(method, found[2].lower(), about.rpartition("@")[2].lower() or about))
    return server, tuple(results)


def _split(text: str) -> list[str]:
    """Cut at semicolons outside quotes and comments; comments are dropped. One pass."""
    pieces, now, depth, quoted = list[str](), list[str](), 0, False
    for letter in text:
        if letter == '"' and not depth:
            quoted = not quoted
        if not quoted and letter == "(":
            depth += 1
        elif depth and letter == ")":
            depth -= 1
        elif letter == ";" and not quoted and not depth:
            pieces.append("".join(now).strip())
            now.clear()
        elif not depth:
            now.append(letter)
    pieces.append("".join(now).strip())
    return [piece for piece in pieces if piece]
