"""The register as it is asked: the official contacts of all firms, the names they go by, and what may be imitated."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from casebook.guide.impostors.hosts import FREE_MAIL, Host, take_apart
from casebook.guide.impostors.names import FORMS, Known, is_office, words_of
from casebook.guide.impostors.standing import Assessment, Sender
from casebook.journal.incoming import Official
from casebook.journal.official_values import fold_address
from casebook.journal.records import Firm
from casebook.journal.terms import OfficialKind

STALE_AFTER = timedelta(days=90)
"""How long a look-up counts as fresh: firms change addresses, and impostors buy what they leave."""
_SHORTEST_NAME = 3
_MAIL = frozenset({OfficialKind.ADDRESS, OfficialKind.DOMAIN})


@dataclass(frozen=True, slots=True)
class Brand:
    """A name that may be imitated. `host` is the domain that was verified; None where only the firm's name is known."""

    firm_id: int
    label: str
    host: Host | None = None


def stale(official: Official, now: datetime) -> bool:
    """Return whether an official contact was verified so long ago that it should be looked up again."""
    return now - official.verified_at > STALE_AFTER


@dataclass(frozen=True)
class Register:
    """Everything a sender is held against. Build it with `of`; it is made anew when a firm or a contact changes."""

    firms: Mapping[int, Firm]
    officials: tuple[Official, ...]
    withdrawn: tuple[Official, ...]
    brands: tuple[Brand, ...]
    own: frozenset[str]
    now: datetime
    names: Mapping[int, tuple[Known, ...]]
    """The names each firm goes by."""
    seen: dict[Sender, Assessment] = field(default_factory=dict, compare=False, repr=False)
    """What was said already: a mailbox has few senders and many messages."""

    @classmethod
    def of(
        cls, firms: Iterable[Firm], officials: Iterable[Official], now: datetime, own: Collection[str] = ()
    ) -> Register:
        """Return the register of these firms; `officials` may hold withdrawn ones, `own` are the user's addresses."""
        known = {firm.id: firm for firm in firms}
        given = [official for official in officials if official.firm_id in known]
        standing = tuple(official for official in given if official.withdrawn_at is None)
        names = {firm.id: _names(firm) for firm in known.values()}
        brands = tuple(dict.fromkeys(_verified_brands(standing)))
        brands += tuple(_name_brands(names, {(brand.firm_id, brand.label) for brand in brands}))
        return cls(
            firms=known,
            officials=standing,
            withdrawn=tuple(official for official in given if official.withdrawn_at is not None),
            brands=brands,
            own=frozenset(map(fold_address, own)),
            now=now,
            names={firm_id: _known(firm_id, of_firm, brands) for firm_id, of_firm in names.items()},
        )

    def has_mail(self, firm_id: int) -> bool:
        """Return whether any address or domain by which a firm writes is registered."""
        return any(official.firm_id == firm_id and official.kind in _MAIL for official in self.officials)


def _verified_brands(officials: Iterable[Official]) -> Iterable[Brand]:
    for official in officials:
        if official.kind in {OfficialKind.HANDLE, OfficialKind.PHONE}:
            continue
        host = take_apart(official.value.rpartition("@")[2])
        if host.domain not in FREE_MAIL and len(host.label) >= _SHORTEST_NAME - 1:
            yield Brand(official.firm_id, host.label, host)


def _name_brands(names: Mapping[int, tuple[str, ...]], verified: Collection[tuple[int, str]]) -> Iterable[Brand]:
    for firm_id, known in names.items():
        for name in known:
            label = "".join(words_of(name))
            if len(label) >= _SHORTEST_NAME and not is_office(label) and (firm_id, label) not in verified:
                yield Brand(firm_id, label)


def _names(firm: Firm) -> tuple[str, ...]:
    """Return the names of a firm: as recorded, and without the office words at the end (`Exchange`, `Pay`)."""
    found = list[str]()
    for name in filter(None, (firm.name, firm.legal_name)):
        words = words_of(name)
        core = list(words)
        while len(core) > 1 and is_office(core[-1]):
            core.pop()
        found += [" ".join(words), " ".join(core)]
    return tuple(dict.fromkeys(name for name in found if len(name.replace(" ", "")) >= _SHORTEST_NAME - 1))


def _known(firm_id: int, names: tuple[str, ...], brands: Iterable[Brand]) -> tuple[Known, ...]:
    written = (*names, *(brand.label for brand in brands if brand.firm_id == firm_id))
    found = {Known.of(name) for name in written} | {Known.of(name, common=True) for name in _short(names)}
    return tuple(sorted(found, key=lambda known: (known.common, known.name)))


def _short(names: tuple[str, ...]) -> tuple[str, ...]:
    cores = (" ".join(word for word in name.split() if word not in FORMS and not is_office(word)) for name in names)
    return tuple(dict.fromkeys(core for core in cores if len(core) > _SHORTEST_NAME and core not in names))
