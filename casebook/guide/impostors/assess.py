"""Where a sender stands: an official contact, unknown, or somebody who looks like one or says to be one."""

from __future__ import annotations

import re
from dataclasses import replace

from casebook.guide.impostors import names
from casebook.guide.impostors.confusables import mixed_scripts
from casebook.guide.impostors.hosts import FREE_MAIL, RENTED, Host, at_or_below, take_apart
from casebook.guide.impostors.likeness import like, like_host
from casebook.guide.impostors.names import Claim
from casebook.guide.impostors.register import Register, stale
from casebook.guide.impostors.standing import Assessment, Finding, Found, Sender, Standing
from casebook.journal.incoming import Official
from casebook.journal.official_values import fold_address, fold_host, shown_host
from casebook.journal.terms import OfficialKind

_ADDRESS = re.compile(r"[^\s<>\"'(),;:]{1,64}@[^\s<>\"'(),;:]{3,255}")
_MOST_SEEN = 20_000


def assess(register: Register, sender: Sender) -> Assessment:
    """Return where the sender of a message stands. Pure and bounded: the same facts give the same answer."""
    if (known := register.seen.get(sender)) is None:
        if len(register.seen) >= _MOST_SEEN:
            register.seen.clear()
        known = register.seen[sender] = _assess(register, sender)
    return known


def assess_host(register: Register, name: str) -> Assessment:
    """Return where a host stands, such as one that a link leads to."""
    host = fold_host(name)
    for official in register.officials:
        domain = official.value.rpartition("@")[2]
        if official.kind not in _BY_HOST or (official.kind is OfficialKind.ADDRESS and domain in FREE_MAIL):
            continue
        if at_or_below(host, domain):
            return _official(register, official, Finding(Found.OFFICIAL_DOMAIN, values={"value": official.value}))
    return _by_host(register, take_apart(host)) or Assessment(Standing.UNKNOWN)


def assess_handle(register: Register, handle: str, platform: str = "") -> Assessment:
    """Return where a handle of a chat or a social network stands."""
    wanted, place = handle.strip().lstrip("@").lower(), platform.casefold()
    handles = [o for o in register.officials if o.kind is OfficialKind.HANDLE]
    for official in handles:
        if official.value == wanted and (not place or not official.platform or official.platform.casefold() == place):
            return _official(register, official, Finding(Found.OFFICIAL_HANDLE, values={"value": official.value}))
    for official in handles:
        if (found := like(wanted, official.value)) is not None:
            values = {"seen": wanted, "value": official.value, "firm": register.firms[official.firm_id].name}
            return Assessment(Standing.LOOK_ALIKE, official.firm_id, None, (Finding(found, True, values),))
    return Assessment(Standing.UNKNOWN)


_BY_HOST = frozenset({OfficialKind.ADDRESS, OfficialKind.DOMAIN, OfficialKind.SITE})


def _assess(register: Register, sender: Sender) -> Assessment:
    address = fold_address(sender.address)
    if address in register.own:
        return Assessment(Standing.UNKNOWN)
    found = _by_address(register, address)
    host = take_apart(address.rpartition("@")[2])
    if found is None and address:
        found = _by_host(register, host)
    if found is None or found.standing is Standing.UNKNOWN:
        found = _by_name(register, sender, address, host, found)
    reply = fold_address(sender.reply_to)
    if reply and reply != address and reply not in register.own:
        found = _with_reply(register, found, host, reply)
    return found


def _by_address(register: Register, address: str) -> Assessment | None:
    """Return the official contact that an address is; those that were taken back count against it."""
    host = address.rpartition("@")[2]
    for officials, standing in ((register.officials, True), (register.withdrawn, False)):
        for official in officials:
            exact = official.kind is OfficialKind.ADDRESS and official.value == address
            if not exact and not (official.kind is OfficialKind.DOMAIN and at_or_below(host, official.value)):
                continue
            if not standing:
                values = {"value": official.value, "firm": register.firms[official.firm_id].name}
                finding = Finding(Found.WITHDRAWN, True, values)
                return Assessment(Standing.NOT_THE_FIRM, official.firm_id, None, (finding,))
            what = Found.OFFICIAL_ADDRESS if exact else Found.OFFICIAL_DOMAIN
            return _official(register, official, Finding(what, values={"value": official.value}))
    return None


def _official(register: Register, official: Official, finding: Finding) -> Assessment:
    firm = register.firms[official.firm_id].name
    day = f"{official.verified_at:%Y-%m-%d}"
    findings = [replace(finding, values={**finding.values, "firm": firm, "day": day})]
    old = stale(official, register.now)
    if old:
        days = str((register.now - official.verified_at).days)
        findings.append(Finding(Found.VERIFIED_LONG_AGO, values={"value": official.value, "day": day, "days": days}))
    return Assessment(Standing.STALE if old else Standing.KNOWN, official.firm_id, official, tuple(findings))


def _by_host(register: Register, host: Host) -> Assessment | None:
    """Return what the host alone says: a look-alike of a name, or the domain of a firm without a verified address."""
    best: Assessment | None = None
    for brand in register.brands:
        firm = register.firms[brand.firm_id].name
        if (found := like_host(host, brand)) is None:
            continue
        if found.what is Found.NOTHING_VERIFIED and register.has_mail(brand.firm_id):
            continue
        values = {"seen": shown_host(host.name), "value": brand.host.domain if brand.host else brand.label}
        finding = Finding(found.what, found.warns, {**values, "firm": firm})
        standing = Standing.LOOK_ALIKE if found.warns else Standing.UNKNOWN
        if not found.warns and brand.host is not None:
            return Assessment(standing, brand.firm_id, None, (finding,))  # the firm's own domain: like no other
        if best is None or (found.warns and best.standing is Standing.UNKNOWN):
            best = Assessment(standing, brand.firm_id, None, (finding,))
    labels = (host.label, *host.below)
    if (best is None or not best.warns) and any(mixed_scripts(label) for label in labels):
        odd = Finding(Found.MIXED_SCRIPTS, True, {"seen": shown_host(host.name)})
        return replace(best or Assessment(Standing.UNKNOWN), findings=(odd, *(best.findings if best else ())))
    return best


def _by_name(register: Register, sender: Sender, address: str, host: Host, so_far: Assessment | None) -> Assessment:
    """Return what the shown name and the part before the @ claim, for a sender that is no official contact."""
    before = so_far or Assessment(Standing.UNKNOWN)
    if before.firm_id is not None and before.findings and before.findings[0].what is Found.OTHER_ADDRESS:
        return before  # it comes from the firm's own domain: a name that says so is no claim too many
    free = host.domain in FREE_MAIL
    for official in register.officials:
        inside = _address_in_name(register, sender.name, address, official)
        if inside:
            values = {"name": sender.name, "seen": address, "value": inside}
            finding = Finding(Found.NAME_IS_ADDRESS, True, {**values, "firm": register.firms[official.firm_id].name})
            return Assessment(Standing.NOT_THE_FIRM, official.firm_id, None, (*before.findings, finding))
    best = before
    shown = names.Shown(sender.name)
    local = names.Shown(re.sub(r"[._+-]+", " ", address.rpartition("@")[0]))
    for firm_id, known in register.names.items():
        claims = max(map(shown.claims, known), default=Claim.NOTHING)
        before_at = max(map(local.claims, known), default=Claim.NOTHING)
        if max(claims, before_at) is Claim.NOTHING:
            continue
        values = {"name": sender.name, "seen": address, "firm": register.firms[firm_id].name, "host": host.domain}
        claim = _claim(claims, before_at, host, values, verified=register.has_mail(firm_id), free=free)
        if claim is None or (best.warns and not claim.warns):
            continue
        if claim.warns:
            return Assessment(Standing.NOT_THE_FIRM, firm_id, None, (*before.findings, claim))
        said_already = any(finding.what is claim.what for finding in before.findings)
        if best.firm_id in {None, firm_id} and not said_already:
            best = Assessment(Standing.UNKNOWN, firm_id, None, (*before.findings, claim))
    return best


def _claim(
    shown: Claim, local: Claim, host: Host, values: dict[str, str], *, verified: bool, free: bool
) -> Finding | None:
    """Return what it amounts to that the name shown, or the part before the @, claims to be a firm."""
    if free and max(shown, local) is Claim.CLAIMS:
        return Finding(Found.FREE_MAIL, True, values)
    if shown is Claim.CLAIMS:
        return Finding(Found.DISPLAY_NAME if verified else Found.NOTHING_VERIFIED, verified, values)
    if local is Claim.CLAIMS and host.suffix not in RENTED:
        return Finding(Found.NAME_IN_ADDRESS, verified, values)
    return Finding(Found.NAME_MENTIONS, False, values) if shown is Claim.MENTIONS else None


def _address_in_name(register: Register, name: str, address: str, official: Official) -> str:
    """Return an official address that stands in the shown name of somebody else's."""
    if "@" not in name or official.kind not in _BY_HOST:
        return ""
    own = take_apart(address.rpartition("@")[2]).domain
    for found in _ADDRESS.findall(name[:1000]):
        inside = fold_address(found)
        host = inside.rpartition("@")[2]
        is_firms = inside == official.value or at_or_below(host, official.value.rpartition("@")[2])
        if is_firms and take_apart(host).domain != own and host not in FREE_MAIL:
            return inside
    return ""


def _with_reply(register: Register, found: Assessment, host: Host, reply: str) -> Assessment:
    """Hold the address that answers go to against the register, too."""
    other = take_apart(reply.rpartition("@")[2])
    there = _by_address(register, reply)
    if there is not None and there.standing in {Standing.KNOWN, Standing.STALE}:
        return found
    if there is None:
        there = _by_host(register, other)
    values = {"value": reply}
    if there is not None and there.standing is Standing.LOOK_ALIKE:
        findings = (*found.findings, Finding(Found.REPLY_LOOK_ALIKE, True, {**there.findings[0].values, **values}))
        return Assessment(Standing.LOOK_ALIKE, there.firm_id, None, findings)
    if other.domain == host.domain and other.domain not in FREE_MAIL:
        return found
    says_firm = found.firm_id is not None
    if found.standing is Standing.UNKNOWN and not says_firm:
        return found  # lists and shops do that every day
    return replace(found, findings=(*found.findings, Finding(Found.REPLY_ELSEWHERE, says_firm, values)))
