"""What is known of a sender as short facts, the weightiest first; the window says the same in the user's language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from casebook.guide.impostors import Finding, Found, Standing
from casebook.guide.impostors.hosts import take_apart
from casebook.guide.impostors.words import FINDINGS
from casebook.journal.incoming import DkimCheck
from casebook.journal.terms import DkimResult
from casebook.mail.authenticity.codes import CodeCheck, CodeState
from casebook.mail.authenticity.results import Said
from casebook.mail.authenticity.signatures import Outcome
from casebook.mail.authenticity.who import Who


class Weight(StrEnum):
    """What a fact speaks for."""

    WARNS = "warns"
    SPEAKS_FOR = "speaks-for"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact; `what` names its sentence (a `Found`, or a key of `SENTENCES`), `values` fill it."""

    what: str
    weight: Weight
    values: Mapping[str, str] = field(default_factory=dict)


SENTENCES = {
    "own": "you sent this",
    "unknown": "{seen} is in no register: nothing speaks for it and nothing against it",
    "forgeable": "anybody can write such a From line: only a signature or the server's word tells more",
    "link": "a link leads to {host}, which looks like {firm} and is not theirs",
    "said": "{server} took the mail in and says: {results}; that is its word, nothing checked here",
    "said-unsure": "a line in the mail says that {server} found {results}; who wrote that line is not known",
    "said-fails": "{server} took the mail in and says that the sender does not match: {results}",
    "said-nothing": "the server that took the mail in left no word on who sent it",
    "code-present": "the anti-phishing code of {firm} is in it",
    "code-old": "an anti-phishing code of {firm} is in it that was in use until {until} only",
    "code-absent": "the anti-phishing code of {firm} is not in it",
    "code-pictures": "the anti-phishing code of {firm} is not in its words; it may stand in a picture",
    "code-encrypted": "whether the anti-phishing code of {firm} is in it cannot be told: it is encrypted",
    "code-before": "the anti-phishing code of {firm} was set after this was sent",
    "code-too-long": "the anti-phishing code of {firm} is not in the parts that were searched",
    "unsigned": "it carries no DKIM signature",
    "signed": "it carries a DKIM signature of {domain} that was not checked: the key must be fetched first",
    "dkim-pass": "{domain} signed these headers and this body: checked with the key that was fetched on {day}",
    "dkim-fail": "the DKIM signature of {domain} does not fit: {detail}",
    "dkim-no-key": "the key of the DKIM signature of {domain} is not to be had: {detail}",
    "dkim-unsigned": "it carried no DKIM signature when it was checked on {day}",
    "dkim-unreadable": "the DKIM signature of {domain} cannot be checked: {detail}",
    "dkim-limits": "of that signature: {detail}",
    "dkim-other": "that signature is of {domain}, not of {host}: it says nothing about the address of the sender",
    "dkim-differs": "with the stored key the signature of {domain} now comes to '{result}': something has changed",
    "dkim-person": "a signature tells which domain sent it, not which person wrote it",
    "not-as-sent": "it is kept as an Outlook file, which is not the message as it was sent: nothing to check in it",
    "raw-missing": "the message itself cannot be read: {reason}",
}
"""A sentence for each fact that is no finding of the register."""

_BAD = frozenset({"fail", "permerror", "softfail"})


def sentence(fact: Fact) -> str:
    """Return the English sentence of a fact."""
    words = SENTENCES.get(fact.what) or FINDINGS[Found(fact.what)]
    return words.format(**fact.values)


def facts(who: Who, firms: Mapping[int, str]) -> tuple[Fact, ...]:
    """Return all facts, what warns first. `firms` are the names of the firms by number."""
    found = list(_facts(who, firms))
    order = [Weight.WARNS, Weight.SPEAKS_FOR, Weight.NOTE]
    return tuple(sorted(found, key=lambda fact: order.index(fact.weight)))


def _facts(who: Who, firms: Mapping[int, str]) -> Iterator[Fact]:
    if who.outgoing:
        yield Fact("own", Weight.NOTE)
    else:
        yield from map(_finding, who.assessment.findings)
        if not who.assessment.findings:
            yield Fact("unknown", Weight.NOTE, {"seen": who.sender.address or who.sender.name or "?"})
        for link in who.links:
            firm = firms.get(link.assessment.firm_id or 0, "?")
            yield Fact("link", Weight.WARNS, {"host": link.host, "firm": firm})
        if who.code is not None:
            yield from _code(who.code, firms)
    if who.raw_missing:
        yield Fact("raw-missing", Weight.NOTE, {"reason": who.raw_missing})
    elif not who.as_sent:
        yield Fact("not-as-sent", Weight.NOTE)
    elif who.code is not None:  # the message was read
        yield from _said(who.said)
    host = who.sender.address.rpartition("@")[2]
    passed = False
    for check, now in who.checks:
        passed = passed or _speaks_of(check, host)
        yield from _dkim(check, now, host)
    yield from _unchecked(who)
    if who.assessment.standing in {Standing.KNOWN, Standing.STALE} and not passed:
        yield Fact("forgeable", Weight.NOTE)


def _finding(finding: Finding) -> Fact:
    for_it = finding.what in {Found.OFFICIAL_ADDRESS, Found.OFFICIAL_DOMAIN, Found.OFFICIAL_HANDLE}
    weight = Weight.WARNS if finding.warns else Weight.SPEAKS_FOR if for_it else Weight.NOTE
    return Fact(str(finding.what), weight, finding.values)


def _code(code: CodeCheck, firms: Mapping[int, str]) -> Iterator[Fact]:
    values = {"firm": firms.get(code.firm_id or 0, "?"), "until": code.code.until if code.code else ""}
    if code.state is CodeState.PRESENT:
        yield Fact("code-present", Weight.SPEAKS_FOR, values)
    elif code.state is CodeState.OLD:
        yield Fact("code-old", Weight.WARNS, values)
    elif code.state is CodeState.ABSENT:
        yield Fact("code-absent", Weight.WARNS, values)
    elif code.state is CodeState.CANNOT_TELL:
        yield Fact(f"code-{code.unclear}", Weight.NOTE, values)


def _said(said: tuple[Said, ...]) -> Iterator[Fact]:
    ours = [one for one in said if one.taken_in]
    for one in ours:
        bad = any(r.method in {"dmarc", "spf", "dkim"} and r.result in _BAD for r in one.results)
        against = any(r.method == "dmarc" and r.result == "fail" for r in one.results)
        what = "said-fails" if against else "said"
        weight = Weight.WARNS if against else Weight.NOTE if bad or not one.results else Weight.SPEAKS_FOR
        yield Fact(what, weight, {"server": one.server, "results": _results(one)})
    if not ours:
        for one in said[:1]:
            yield Fact("said-unsure", Weight.NOTE, {"server": one.server or "?", "results": _results(one)})
        if not said:
            yield Fact("said-nothing", Weight.NOTE)


def _results(said: Said) -> str:
    return ", ".join(f"{r.method.upper()} {r.result}{f' ({r.about})' if r.about else ''}" for r in said.results) or "–"


def _dkim(check: DkimCheck, now: Outcome | None, host: str) -> Iterator[Fact]:
    day = f"{check.fetched_at or check.recorded_at:%Y-%m-%d %H:%M} UTC"
    values = {"domain": check.domain or "?", "detail": check.detail, "day": day, "host": host}
    weights = {DkimResult.PASS: Weight.SPEAKS_FOR, DkimResult.FAIL: Weight.WARNS}
    yield Fact(f"dkim-{check.result}", weights.get(check.result, Weight.NOTE), values)
    if check.result is DkimResult.PASS:
        if check.detail:
            yield Fact("dkim-limits", Weight.NOTE, values)
        if not _speaks_of(check, host):
            yield Fact("dkim-other", Weight.NOTE, values)
        yield Fact("dkim-person", Weight.NOTE)
    if now is not None and now.result is not check.result:
        yield Fact("dkim-differs", Weight.WARNS, {**values, "result": str(now.result)})


def _speaks_of(check: DkimCheck, host: str) -> bool:
    """Return whether a passed check is of the sender's own domain."""
    same = bool(host) and take_apart(check.domain).domain == take_apart(host).domain
    return check.result is DkimResult.PASS and same


def _unchecked(who: Who) -> Iterator[Fact]:
    if who.code is None or who.checks or who.raw_missing or not who.as_sent:
        return
    if not who.signatures and not who.outgoing:
        yield Fact("unsigned", Weight.NOTE)
    for one in dict.fromkeys(s.domain for s in who.signatures):
        yield Fact("signed", Weight.NOTE, {"domain": one or "?"})
