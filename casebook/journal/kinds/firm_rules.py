"""How one firm is: rules of the guide with other figures, and the ways to its support."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from casebook.journal.changes import Changes, Kind
from casebook.journal.core import known_fields, member, required
from casebook.journal.errors import BadInput
from casebook.journal.kinds.firms import iso_date
from casebook.journal.kinds.of_firm import OfFirm
from casebook.journal.planning import FirmChannel, FirmRule
from casebook.journal.store.tables_planning import FirmChannelTable, FirmRuleTable
from casebook.journal.terms import Channel
from casebook.journal.times import zone as checked_zone


class FirmRules(OfFirm):
    """Rules of the guide as they are for one firm: the user's own figures go before the guide's."""

    kind = Kind.FIRM_RULE
    table = FirmRuleTable

    def set(
        self,
        firm_id: int,
        rule: str,
        *,
        used: bool = True,
        unit: str = "",
        not_before: int | None = None,
        not_after: int | None = None,
        why: str = "",
    ) -> Changes:
        """Record how a rule is for a firm, in place of what was recorded before. Raises NotFound, BadInput."""
        values: dict[str, Any] = {"used": int(used), "unit": unit, "not_before": not_before, "not_after": not_after}
        values["why"] = required(why, "say how you know: the firm's own words, or what you have seen")
        for figure in (not_before, not_after):
            if figure is not None and not 0 < figure < 100_000:
                raise BadInput("{figure} is no length of time: write a whole number of at least 1", figure=figure)
        if bool(unit) != (not_before is not None):
            raise BadInput("a figure needs its unit, such as 5 business-days")
        if not_after is not None and (not_before is None or not_after < not_before):
            raise BadInput("the later figure is smaller than the earlier one")
        with self._core.write() as noted:
            self._require_firm(firm_id)
            before = self.of_rule(firm_id, required(rule, "which rule?"))
            if before is None:
                return noted.changes(self._insert("firm_rule.set", None, firm_id=firm_id, rule=rule.strip(), **values))
            self._update("firm_rule.set", before.id, None, **values)
            return noted.changes(before.id)

    def reset(self, firm_id: int, rule: str) -> Changes:
        """Have the guide's own figures again. Raises NotFound, BadInput where they were not changed."""
        with self._core.write() as noted:
            self._require_firm(firm_id)
            before = self.of_rule(firm_id, rule)
            if before is None:
                raise BadInput("the rule {rule} is as the guide has it already", rule=rule)
            self.erase(before.id, None)
            return noted.changes(before.id)

    def of_rule(self, firm_id: int, rule: str) -> FirmRule | None:
        """Return how a rule is for a firm, None where it is as the guide has it."""
        found = self._rows(FirmRuleTable.firm_id == firm_id, FirmRuleTable.rule == rule.strip())
        return _rule(found[0]) if found else None

    def of_firm(self, firm_id: int) -> list[FirmRule]:
        """Return the rules that are otherwise for a firm, in the order of recording."""
        return [_rule(row) for row in self._rows(FirmRuleTable.firm_id == firm_id)]


class FirmChannels(OfFirm):
    """The ways to a firm's support, as the user found them; none is shipped."""

    kind = Kind.FIRM_CHANNEL
    table = FirmChannelTable

    def add(self, firm_id: int, channel: Channel, **fields: Any) -> Changes:
        """Record a way to a firm; the fields are those of `FirmChannel`. Raises NotFound, BadInput."""
        blank = dict.fromkeys(("topic", "place", "hours", "zone", "cost", "note", "checked_on"), "")
        values = _checked({**blank, "languages": (), **fields, "channel": channel})
        with self._core.write() as noted:
            self._require_firm(firm_id)
            return noted.changes(self._insert("firm_channel.added", None, firm_id=firm_id, **values))

    def edit(self, channel_id: int, **fields: Any) -> Changes:
        """Change what is known of a way to a firm. Raises NotFound, BadInput."""
        values = _checked(fields)
        with self._core.write() as noted:
            self.get(channel_id)
            self._update("firm_channel.edited", channel_id, None, **values)
            return noted.changes(channel_id)

    def remove(self, channel_id: int) -> Changes:
        """Take a way to a firm off; the ledger keeps that it was there. Raises NotFound."""
        with self._core.write() as noted:
            self.get(channel_id)
            self.erase(channel_id, None)
            return noted.changes(channel_id)

    def get(self, channel_id: int) -> FirmChannel:
        """Return a way to a firm. Raises NotFound."""
        return _channel(self._row(channel_id, "way to a firm"))

    def of_firm(self, firm_id: int) -> list[FirmChannel]:
        """Return the ways to a firm in the order of recording."""
        return [_channel(row) for row in self._rows(FirmChannelTable.firm_id == firm_id)]

    def _words(self, state: Mapping[str, Any]) -> str:
        return " ".join(filter(None, (state[name] for name in ("topic", "place", "languages", "cost", "note"))))


def _checked(fields: dict[str, Any]) -> dict[str, Any]:
    return known_fields(
        fields,
        {
            "channel": lambda v: str(member(Channel, v, "channel")),
            **dict.fromkeys(("topic", "place", "hours", "cost", "note"), str.strip),
            "zone": lambda v: v and checked_zone(v) and v,
            "languages": lambda many: tuple(dict.fromkeys(filter(None, map(str.strip, many)))),
            "checked_on": iso_date,
        },
    )


def _rule(row: dict[str, Any]) -> FirmRule:
    return FirmRule(**{**row, "used": bool(row["used"])})


def _channel(row: dict[str, Any]) -> FirmChannel:
    return FirmChannel(**{**row, "channel": Channel(row["channel"])})
