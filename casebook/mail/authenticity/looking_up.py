"""Asking a name server for the keys of a mail's signatures. Only when the user says so; whom it asks is said before."""

from __future__ import annotations

import ipaddress
from collections.abc import Generator
from datetime import UTC
from typing import Any

from casebook.journal import BadInput, CasebookError, Progress
from casebook.journal.kinds.dkim import NewDkimCheck
from casebook.journal.terms import DkimResult
from casebook.journal.times import Clock, utc_now
from casebook.mail.authenticity.signatures import Outcome, Signature, check, signatures

_LONGEST_ANSWER = 20_000
_SECONDS = 6.0


class NoAnswer(CasebookError):
    """No name server answered; nothing was recorded."""


def names(raw: bytes) -> tuple[str, ...]:
    """Return the names that a look-up would ask for: they tell the name server which domains wrote to the user."""
    return tuple(dict.fromkeys(s.name for s in signatures(raw) if not s.problem))


def servers(server: str = "") -> tuple[str, ...]:
    """Return whom a look-up would ask: the given server, else this computer's. Raises BadInput, NoAnswer."""
    if server:
        return (str(_address(server)[0]),)
    resolver = _resolver("")
    return tuple(str(each) for each in resolver.nameservers)


def look_up(
    raw: bytes, server: str = "", clock: Clock = utc_now
) -> Generator[Progress, None, tuple[NewDkimCheck, ...]]:
    """Fetch the key of each signature and check it; yields progress, returns what is to be recorded.

    Raises NoAnswer when the name server cannot be asked: that says nothing about the mail. Raises BadInput.
    """
    found = signatures(raw)
    if not found:
        return (NewDkimCheck(DkimResult.UNSIGNED),)
    resolver, checks = _resolver(server), list[NewDkimCheck]()
    for number, signature in enumerate(found):
        yield Progress(number, len(found), "keys", signature.domain)
        checks.append(_look_up(raw, signature, resolver, clock))
    yield Progress(len(found), len(found), "keys")
    return tuple(checks)


def _look_up(raw: bytes, signature: Signature, resolver: Any, clock: Clock) -> NewDkimCheck:
    if signature.problem:
        return NewDkimCheck(DkimResult.UNREADABLE, signature.domain, signature.selector, signature.problem)
    records, answer, server = _ask(resolver, signature.name)
    fetched = clock()
    outcome, kept = Outcome(DkimResult.NO_KEY, "the name server has no key there (any more)"), ""
    for record in records:  # more than one is a mistake of the domain; whichever fits counts (RFC 6376, 3.6.2.2)
        outcome, kept = check(raw, signature, record), record
        if outcome.result is DkimResult.PASS:
            break
    return NewDkimCheck(
        outcome.result,
        signature.domain,
        signature.selector,
        outcome.detail,
        key_record=kept,
        answer=answer,
        server=server,
        fetched_at=fetched.astimezone(UTC),
    )


def _ask(resolver: Any, name: str) -> tuple[list[str], str, str]:
    import dns.exception
    import dns.resolver

    asked = ", ".join(str(each) for each in resolver.nameservers)
    try:
        found = resolver.resolve(name + ".", "TXT", lifetime=_SECONDS, search=False)
    except dns.resolver.NXDOMAIN as error:
        return [], str(error)[:_LONGEST_ANSWER], asked
    except dns.resolver.NoAnswer as error:
        return [], str(error)[:_LONGEST_ANSWER], asked
    except (dns.exception.DNSException, OSError, UnicodeError) as error:
        raise NoAnswer(
            "the name server {server} gave no answer for {name} ({reason}): try again, or name another server",
            server=asked,
            name=name,
            reason=" ".join((str(error) or type(error).__name__).split())[:200],
        ) from None
    records = [b"".join(each.strings).decode("utf-8", "replace") for each in found]
    return records, found.response.to_text()[:_LONGEST_ANSWER], str(found.nameserver or asked)


def _resolver(server: str) -> Any:
    import dns.exception
    import dns.resolver

    if server:
        address, port = _address(server)
        resolver = dns.resolver.Resolver(configure=False)
        resolver.nameservers, resolver.port = [str(address)], port
        return resolver
    try:
        return dns.resolver.Resolver()
    except (dns.exception.DNSException, OSError):
        raise NoAnswer("this computer names no name server: connect it, or name a server yourself") from None


def _address(server: str) -> tuple[ipaddress.IPv4Address | ipaddress.IPv6Address, int]:
    """Return address and port of `9.9.9.9`, `9.9.9.9:53`, `2620:fe::fe` or `[2620:fe::fe]:53`."""
    host, port = server.strip(), "53"
    if host.startswith("[") or host.count(":") == 1:
        host, _, port = host.rpartition(":") if not host.endswith("]") else (host, "", "53")
    try:
        number = int(port)
        if not 0 < number < 65_536:
            raise ValueError
        return ipaddress.ip_address(host.strip("[]")), number
    except ValueError:
        raise BadInput(
            "'{server}' is not the address of a name server: write its numbers, such as 9.9.9.9", server=server
        ) from None
