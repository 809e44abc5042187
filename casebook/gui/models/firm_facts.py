"""Everything the page of a firm shows, read at once in the background, and its lists as rows."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from casebook.gui import texts, times
from casebook.gui.models import case_words, due_words, side_rows
from casebook.gui.models.row_model import Row
from casebook.guide import Guide, Rule
from casebook.journal import Progress
from casebook.journal.incoming import Official
from casebook.journal.kinds.firm_figures import FirmFigures
from casebook.journal.listings import CaseRow
from casebook.journal.official_values import shown_host
from casebook.journal.planning import FirmChannel, FirmRule
from casebook.journal.records import Account, Firm, Promise

if TYPE_CHECKING:
    from casebook.journal import Journal

_CASES, _PROMISES = 100, 100
"""So many rows are shown at most; the case list and the cases themselves have the rest."""


@dataclass(frozen=True, slots=True)
class FirmFacts:
    """A firm and what belongs to it."""

    firm: Firm
    figures: FirmFigures
    cases: list[CaseRow]
    promises: list[Promise]
    accounts: list[Account]
    officials: list[Official]
    channels: list[FirmChannel]
    rules: list[FirmRule]


def load(journal: Journal, firm_id: int) -> Generator[Progress, None, FirmFacts]:
    """Read what is known of a firm (a job for the worker). Raises NotFound."""
    yield Progress(0)
    firm = journal.firms.get(firm_id)
    yield Progress(1)
    figures = journal.firm_figures.of_firm(firm_id)
    yield Progress(2)
    return FirmFacts(
        firm,
        figures,
        journal.cases.rows(firm_id=firm_id),
        journal.promises.of_firm(firm_id),
        journal.accounts.all(firm_id),
        journal.officials.all(firm_id),
        journal.firm_channels.of_firm(firm_id),
        journal.firm_rules.of_firm(firm_id),
    )


def case_rows(facts: FirmFacts, now: datetime) -> list[Row]:
    """Return the firm's cases as the case list orders them."""
    rows = []
    for case in facts.cases[:_CASES]:
        late = case_words.badge(case, now)
        detail = texts.joined(f"C-{case.id}", texts.money(case.amount, case.asset), late, case_words.waiting(case, now))
        rows.append(Row(case.id, case.title, detail, warn=bool(late)))
    return rows


def promise_rows(facts: FirmFacts, now: datetime) -> list[Row]:
    """Return what was promised in any of its cases, the open ones first."""
    case_of = {promise.id: promise.case_id for promise in facts.promises}
    found = side_rows.promises(facts.promises, now)[:_PROMISES]
    return [replace(row, ring=False, detail=texts.joined(f"C-{case_of[row.id]}", row.detail)) for row in found]


def account_rows(facts: FirmFacts) -> list[Row]:
    """Return the user's accounts at the firm."""
    rows = []
    for account in facts.accounts:
        uid = QCoreApplication.translate("case_dialog", "UID {uid}").format(uid=account.uid) if account.uid else ""
        first, *rest = [each for each in (uid, account.user_name, account.email) if each] or [f"#{account.id}"]
        rows.append(Row(account.id, first, texts.joined(*rest, account.phone, account.vip_tier)))
    return rows


def official_rows(facts: FirmFacts, now: datetime) -> list[Row]:
    """Return by what the firm is known to write: the address, then when and how the user made sure."""
    from casebook.gui.models.standing_words import kind_label
    from casebook.guide.impostors import register

    rows = []
    for each in facts.officials:
        old = register.stale(each, now)
        checked = QCoreApplication.translate("FirmPage", "verified {day}").format(
            day=times.short_date(times.here(each.verified_at).date(), now)
        )
        again = QCoreApplication.translate("FirmPage", "look up again") if old else ""
        detail = texts.joined(again, kind_label(each.kind), each.platform, checked, each.how)
        rows.append(Row(each.id, shown_host(each.value), detail, warn=old))
    return rows


def way_rows(facts: FirmFacts, now: datetime) -> list[Row]:
    """Return the ways to its support, as the user found them."""
    from casebook.gui.models import advice_words
    from casebook.guide.advice import channels as ways

    rows = []
    for each in facts.channels:
        old = ways.stale(each, now)
        again = QCoreApplication.translate("FirmPage", "look up again") if old else ""
        rows.append(
            Row(each.id, texts.label(each.channel), texts.joined(again, advice_words.channel_words(each)), warn=old)
        )
    return rows


def rule_rows(facts: FirmFacts, guide: Guide) -> list[Row]:
    """Return the rules of the guide that are otherwise at this firm."""
    rows = []
    for record in facts.rules:
        rule = guide.rules.get(record.rule)
        title = due_words.step(rule) if rule else record.rule
        rows.append(Row(record.id, title, texts.joined(_figure(record, rule), record.why)))
    return rows


def _figure(record: FirmRule, rule: Rule | None) -> str:
    from casebook.gui.models import deadline_words

    if not record.used:
        return QCoreApplication.translate("FirmPage", "does not hold here")
    return deadline_words.own_figure(record) if record.unit else deadline_words.figure(rule) if rule else ""
