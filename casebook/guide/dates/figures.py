"""The figures of the guide as they are for one firm: the user's own go before the guide's, and say so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from casebook.guide.dates.rules import Action, Own, Rule, Unit
from casebook.journal.errors import BadInput
from casebook.journal.planning import FirmRule


def with_figures(rules: Mapping[str, Rule], firm_rules: Sequence[FirmRule]) -> dict[str, Rule]:
    """Return the rules by id, those of `firm_rules` with their own figures; one that is not used is left out.

    A record of a rule that this guide does not have is passed over.
    """
    own = {record.rule: record for record in firm_rules}
    found = {}
    for rule in rules.values():
        record = own.get(rule.id)
        if record is None:
            found[rule.id] = rule
        elif record.used:
            found[rule.id] = _with(rule, record)
    return found


def _with(rule: Rule, record: FirmRule) -> Rule:
    if not record.unit:
        return rule
    unit, first, last = checked(rule, record.unit, record.not_before, record.not_after)
    why = Own(record.why, record.recorded_at.date())
    return replace(rule, unit=unit, not_before=first, not_after=last, own=why)


def checked(
    rule: Rule, unit: str, not_before: int | None, not_after: int | None
) -> tuple[Unit, int | None, int | None]:
    """Return figures as a rule takes them. Raises BadInput for an unknown unit or a rule that counts nothing.

    A rule that is nothing but a last day has one figure, whichever way it was given.
    """
    if not rule.counts:
        raise BadInput("the rule {rule} counts nothing: it can only be switched off", rule=rule.id)
    try:
        kind = Unit(unit)
    except ValueError:
        names = ", ".join(Unit)
        raise BadInput("'{unit}' is not a unit: choose one of {names}", unit=unit, names=names) from None
    if rule.action is Action.LIMIT and rule.not_before is None:
        return kind, None, not_after if not_after is not None else not_before
    return kind, not_before, not_after
