"""Transfers, and the loss that is claimed: the figures of a case, as decimal texts."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from casebook.journal.changes import Changes, Kind
from casebook.journal.core import Room, known_fields, member, required
from casebook.journal.errors import BadInput, NotFound
from casebook.journal.outgoing import Loss, Transfer
from casebook.journal.store.database import one
from casebook.journal.store.tables import moment_columns, moment_of
from casebook.journal.store.tables_outgoing import LossTable, TransferTable
from casebook.journal.terms import LossKind, TransferKind

_MOST_DIGITS = 60  # more than any token's supply; keeps 1e999999999 from being written out


def decimal_text(text: str) -> str:
    """Return an amount as plain decimal text, empty for none. Raises BadInput."""
    plain = text.strip().replace(",", "").replace(" ", "").replace("_", "")
    if not plain:
        return ""
    try:
        number = Decimal(plain)
    except InvalidOperation:
        number = Decimal("NaN")
    if not number.is_finite() or abs(number.adjusted()) > _MOST_DIGITS:
        raise BadInput("'{amount}' is not an amount: write digits, such as 1250.50", amount=text)
    return format(number, "f")


class _Figures(Room):
    """What transfers and losses share: fields checked one by one, and what they point to."""

    def remove(self, record_id: int) -> Changes:
        """Take a line out; the ledger keeps that it was there. Raises NotFound."""
        with self._core.write() as noted:
            row = self._row(record_id, str(self.kind))
            self._require_case(row["case_id"])
            self.erase(record_id, row["case_id"])
            return noted.changes(record_id)

    def _add(self, case_id: int, values: dict[str, Any]) -> Changes:
        with self._core.write() as noted:
            self._require_case(case_id)
            self._check_links(case_id, values)
            return noted.changes(self._insert(f"{self.kind}.added", case_id, case_id=case_id, **values))

    def _edit(self, record_id: int, values: dict[str, Any]) -> Changes:
        with self._core.write() as noted:
            case_id = self._row(record_id, str(self.kind))["case_id"]
            self._check_links(case_id, values)
            self._update(f"{self.kind}.edited", record_id, case_id, **values)
            return noted.changes(record_id)

    def _check_links(self, case_id: int, values: Mapping[str, Any]) -> None:
        self._require_contact(values.get("contact_id"))
        exhibit = values.get("exhibit_id")
        if exhibit is None:
            return
        if not one(self._core.database, "SELECT 1 FROM exhibit WHERE id = ? AND case_id = ?", (exhibit, case_id)):
            raise NotFound("there is no {name} {number} in this casebook", name="exhibit", number=exhibit)


class Transfers(_Figures):
    """Movements of money or assets that the case is about; addresses and TxIDs letter for letter."""

    kind = Kind.TRANSFER
    table = TransferTable

    def add(self, case_id: int, **fields: Any) -> Changes:
        """Record a transfer; the fields are those of `Transfer`. Raises NotFound, BadInput."""
        blank = dict.fromkeys(_TRANSFER_TEXTS, "")
        given = {**blank, "kind": TransferKind.OTHER, "made": None, "contact_id": None, "exhibit_id": None, **fields}
        if not any(given[name] for name in ("amount", "txid", "order_number", "from_address", "to_address")):
            raise BadInput("a transfer needs an amount, a TxID, an order number or an address")
        return self._add(case_id, _transfer_values(given))

    def edit(self, transfer_id: int, **fields: Any) -> Changes:
        """Change a transfer; what stood there before stays in the ledger. Raises NotFound, BadInput."""
        return self._edit(transfer_id, _transfer_values(fields))

    def get(self, transfer_id: int) -> Transfer:
        """Return a transfer. Raises NotFound."""
        return _transfer(self._row(transfer_id, "transfer"))

    def of_case(self, case_id: int) -> list[Transfer]:
        """Return a case's transfers in time order; those without a time come last, as recorded."""
        found = [_transfer(row) for row in self._rows(TransferTable.case_id == case_id)]
        return sorted(found, key=lambda t: (t.made is None, t.made.utc if t.made else t.recorded_at, t.id))

    def _words(self, state: Mapping[str, Any]) -> str:
        return " ".join(str(state[name]) for name in _TRANSFER_TEXTS if state[name])


class Losses(_Figures):
    """The lines of the loss table: each amount with its rate, and where and when the rate was found."""

    kind = Kind.LOSS
    table = LossTable

    def add(self, case_id: int, what: str, **fields: Any) -> Changes:
        """Record a line of the loss table; the fields are those of `Loss`. Raises NotFound, BadInput."""
        given = {
            **dict.fromkeys(("amount", "asset", "rate", "currency", "rate_source", "note"), ""),
            "kind": LossKind.PRINCIPAL,
            "what": what,
            "rated": None,
            "exhibit_id": None,
            **fields,
        }
        if not given["amount"].strip():
            raise BadInput("a loss needs an amount: write digits, such as 1250.50")
        return self._add(case_id, _loss_values(given))

    def edit(self, loss_id: int, **fields: Any) -> Changes:
        """Change a line; what stood there before stays in the ledger. Raises NotFound, BadInput."""
        return self._edit(loss_id, _loss_values(fields))

    def get(self, loss_id: int) -> Loss:
        """Return a line of the loss table. Raises NotFound."""
        return _loss(self._row(loss_id, "loss"))

    def of_case(self, case_id: int) -> list[Loss]:
        """Return a case's loss table in the order of recording."""
        return [_loss(row) for row in self._rows(LossTable.case_id == case_id)]

    def _words(self, state: Mapping[str, Any]) -> str:
        return f"{state['what']} {state['note']} {state['rate_source']}"


_TRANSFER_TEXTS = (
    *("asset", "network", "amount", "fee", "from_address", "to_address", "txid", "order_number", "status"),
    *("explorer", "note"),
)


def _transfer_values(fields: dict[str, Any]) -> dict[str, Any]:
    values = known_fields(
        fields,
        {
            **dict.fromkeys(_TRANSFER_TEXTS, str.strip),
            **dict.fromkeys(("made", "contact_id", "exhibit_id"), lambda v: v),
            **dict.fromkeys(("amount", "fee"), decimal_text),
            "kind": lambda v: str(member(TransferKind, v, "kind of transfer")),
        },
    )
    return values | moment_columns("made", values.pop("made")) if "made" in values else values


def _loss_values(fields: dict[str, Any]) -> dict[str, Any]:
    values = known_fields(
        fields,
        {
            **dict.fromkeys(("asset", "currency", "rate_source", "note"), str.strip),
            **dict.fromkeys(("rated", "exhibit_id"), lambda v: v),
            **dict.fromkeys(("amount", "rate"), decimal_text),
            "what": lambda v: required(v, "a loss needs words: say what was lost or paid"),
            "kind": lambda v: str(member(LossKind, v, "kind of loss")),
        },
    )
    return values | moment_columns("rated", values.pop("rated")) if "rated" in values else values


def _transfer(row: dict[str, Any]) -> Transfer:
    kept = {name: value for name, value in row.items() if not name.startswith("made_")}
    return Transfer(**{**kept, "kind": TransferKind(row["kind"]), "made": moment_of(row, "made")})


def _loss(row: dict[str, Any]) -> Loss:
    kept = {name: value for name, value in row.items() if not name.startswith("rated_")}
    return Loss(**{**kept, "kind": LossKind(row["kind"]), "rated": moment_of(row, "rated")})
