"""A case's transfers and losses as rows of the side panel."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from casebook.gui import texts
from casebook.gui.models.row_model import Row
from casebook.journal.outgoing import Loss, Transfer
from casebook.journal.records import Exhibit


def transfers(found: Sequence[Transfer], exhibits: Sequence[Exhibit], now: datetime) -> list[Row]:
    """Return the transfers in time order; one that no exhibit shows says so."""
    labels = _labels(exhibits)
    rows = []
    for transfer in found:
        title = texts.joined(texts.label(transfer.kind), texts.money(transfer.amount, transfer.asset))
        when = texts.short_moment(transfer.made, now) if transfer.made else ""
        shown = labels.get(transfer.exhibit_id) or QCoreApplication.translate("SidePanel", "no exhibit")
        rows.append(Row(transfer.id, title, texts.joined(shown, when, transfer.status)))
    return rows


def losses(found: Sequence[Loss], exhibits: Sequence[Exhibit]) -> list[Row]:
    """Return the lines of what is claimed; a rate without its source says so."""
    labels = _labels(exhibits)
    rows = []
    for loss in found:
        bare = bool(loss.rate) and not loss.rate_source
        wanting = QCoreApplication.translate("SidePanel", "rate without a source") if bare else ""
        detail = texts.joined(
            wanting, texts.money(loss.amount, loss.asset), texts.caption(loss.kind), labels.get(loss.exhibit_id, "")
        )
        rows.append(Row(loss.id, loss.what, detail, warn=bare))
    return rows


def _labels(exhibits: Sequence[Exhibit]) -> Mapping[int | None, str]:
    return {exhibit.id: exhibit.label for exhibit in exhibits}
