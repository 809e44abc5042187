"""Firms, and the user's accounts at them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from casebook.journal.changes import Changes, Kind
from casebook.journal.core import Room, known_fields, member, or_none, required
from casebook.journal.errors import BadInput, NotFound
from casebook.journal.records import Account, Firm
from casebook.journal.store.database import one
from casebook.journal.store.tables import AccountTable, FirmTable
from casebook.journal.terms import FirmKind
from casebook.journal.times import moment, system_zone
from casebook.journal.times import zone as checked_zone

_ACCOUNT_LATER = ("registered_on", "usual_ips", "callback")
_FURTHER = ("legal_name", "licence", "address")


class Firms(Room):
    """Exchanges, brokers, banks and bodies. No fact about one is shipped: the user records each."""

    kind = Kind.FIRM
    table = FirmTable

    def add(
        self,
        name: str,
        *,
        kind: FirmKind = FirmKind.EXCHANGE,
        country: str = "",
        zone: str = "",
        note: str = "",
        **further: str,
    ) -> Changes:
        """Record a firm. `country` is ISO 3166 alpha-2, `further` are the texts of `Firm` from `legal_name` on.

        Raises BadInput for an empty or known name, or a bad zone.
        """
        values = self._checked({"name": name, "kind": kind, "country": country, "zone": zone, "note": note, **further})
        with self._core.write() as noted:
            return noted.changes(self._insert("firm.added", None, **values))

    def edit(self, firm_id: int, **fields: Any) -> Changes:
        """Change what is known of a firm. Raises NotFound, BadInput."""
        with self._core.write() as noted:
            self.get(firm_id)
            self._update("firm.edited", firm_id, None, **self._checked(fields, but=firm_id))
            return noted.changes(firm_id)

    def get(self, firm_id: int) -> Firm:
        """Return a firm. Raises NotFound."""
        return _firm(self._row(firm_id, "firm"))

    def find(self, text: str) -> Firm:
        """Return the firm with this name (any case), number, or the only one whose name begins so. Raises NotFound."""
        wanted = text.strip()
        exact = self._rows(FirmTable.name == wanted)
        if not exact and wanted.isdecimal():
            exact = self._rows(FirmTable.id == int(wanted))
        if not exact and wanted:
            begins = [row for row in self._rows() if row["name"].casefold().startswith(wanted.casefold())]
            exact = begins if len(begins) == 1 else []
        if not exact:
            raise NotFound("there is no firm '{name}' in this casebook: add it first, or check the name", name=text)
        return _firm(exact[0])

    def all(self) -> list[Firm]:
        """Return every firm, by name."""
        return sorted((_firm(row) for row in self._rows()), key=lambda firm: firm.name.casefold())

    def _checked(self, fields: dict[str, Any], but: int = 0) -> dict[str, Any]:
        values = known_fields(
            fields,
            {
                "name": lambda v: required(v, "a firm needs a name"),
                "kind": lambda v: str(member(FirmKind, v, "kind of firm")),
                "country": _country,
                "zone": lambda v: v and checked_zone(v) and v,
                "note": str,
                **dict.fromkeys(_FURTHER, or_none),
            },
        )
        if "name" in values and (same := self._rows(FirmTable.name == values["name"])) and same[0]["id"] != but:
            raise BadInput("the firm '{name}' is in this casebook already", name=values["name"])
        return values

    def _words(self, state: Mapping[str, Any]) -> str:
        return " ".join(filter(None, (state["name"], state["note"], *map(state.get, _FURTHER))))


class Accounts(Room):
    """The user's accounts. Their mail addresses decide whether an imported mail was sent or received."""

    kind = Kind.ACCOUNT
    table = AccountTable

    def add(
        self,
        firm_id: int,
        *,
        holder: str = "",
        uid: str = "",
        user_name: str = "",
        email: str = "",
        aliases: Iterable[str] = (),
        phone: str = "",
        vip_tier: str = "",
        vip_tier_on: str = "",
        note: str = "",
        registered_on: str = "",
        usual_ips: str = "",
        callback: str = "",
    ) -> Changes:
        """Record an account at a firm; `aliases` are further own mail addresses. Raises NotFound, BadInput.

        A tier without a day was seen today: tiers change, and a complaint speaks of the one of that time.
        """
        vip_tier_on = vip_tier_on or (self._today() if vip_tier.strip() else "")
        values = _account_values(
            {
                "holder": holder,
                "uid": uid,
                "user_name": user_name,
                "email": email,
                "aliases": tuple(aliases),
                "phone": phone,
                "vip_tier": vip_tier,
                "vip_tier_on": vip_tier_on,
                "note": note,
                "registered_on": registered_on,
                "usual_ips": usual_ips,
                "callback": callback,
            }
        )
        with self._core.write() as noted:
            if not one(self._core.database, "SELECT 1 FROM firm WHERE id = ?", (firm_id,)):
                raise NotFound("there is no firm {number} in this casebook", number=firm_id)
            return noted.changes(self._insert("account.added", None, firm_id=firm_id, **values))

    def edit(self, account_id: int, **fields: Any) -> Changes:
        """Change an account; another tier without a day was seen today. Raises NotFound, BadInput."""
        with self._core.write() as noted:
            before = self.get(account_id)
            tier = fields.get("vip_tier", "").strip()
            if tier not in ("", before.vip_tier) and fields.get("vip_tier_on", "") in ("", before.vip_tier_on):
                fields["vip_tier_on"] = self._today()
            self._update("account.edited", account_id, None, **_account_values(fields))
            return noted.changes(account_id)

    def get(self, account_id: int) -> Account:
        """Return an account. Raises NotFound."""
        return _account(self._row(account_id, "account"))

    def all(self, firm_id: int | None = None) -> list[Account]:
        """Return the accounts at one firm, or all."""
        return [_account(row) for row in self._rows(*([] if firm_id is None else [AccountTable.firm_id == firm_id]))]

    def _today(self) -> str:
        return moment(self._core.clock(), system_zone()).local.date().isoformat()

    def own_addresses(self) -> frozenset[str]:
        """Return every mail address of the user, lower case."""
        return frozenset(
            address.lower() for account in self.all() for address in (account.email, *account.aliases) if address
        )

    def _words(self, state: Mapping[str, Any]) -> str:
        named = ("holder", "uid", "user_name", "email", "aliases", "phone", "note", *_ACCOUNT_LATER)
        return " ".join(str(state[name]) for name in named if state.get(name))


def _account_values(fields: dict[str, Any]) -> dict[str, Any]:
    plain = dict.fromkeys(("holder", "uid", "user_name", "phone", "vip_tier", "note"), str.strip)
    return known_fields(
        fields,
        {
            **plain,
            "email": _address,
            "aliases": lambda many: tuple(dict.fromkeys(_address(one_of) for one_of in many if one_of.strip())),
            "vip_tier_on": iso_date,
            "registered_on": lambda day: or_none(iso_date(day)),
            **dict.fromkeys(("usual_ips", "callback"), or_none),
        },
    )


def _address(text: str) -> str:
    address = text.strip()
    if address and not re.fullmatch(r"[^\s@<>]+@[^\s@<>]+", address):
        raise BadInput("'{address}' is not a mail address: write name@example.org", address=address)
    return address


def _country(text: str) -> str:
    code = text.strip().upper()
    if code and not re.fullmatch(r"[A-Z]{2}", code):
        raise BadInput("'{country}' is not a country: write its two-letter code, such as SG or GB", country=text)
    return code


def iso_date(text: str) -> str:
    """Return an ISO date, empty for none. Raises BadInput."""
    day = text.strip()
    if day and not re.fullmatch(r"\d{4}-\d\d-\d\d", day):
        raise BadInput("'{date}' is not a date: write 2026-11-20", date=text)
    return day


def _firm(row: dict[str, Any]) -> Firm:
    further = {name: row[name] or "" for name in _FURTHER}
    return Firm(**{**row, **further, "kind": FirmKind(row["kind"])})


def _account(row: dict[str, Any]) -> Account:
    return Account(**{**row, **{name: row[name] or "" for name in _ACCOUNT_LATER}})
