"""What goes out: redacted copies, the list of dossiers made, and the answers to what the gap report found."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from casebook.journal.changes import Changes, Kind
from casebook.journal.core import Room, required
from casebook.journal.errors import BadInput
from casebook.journal.kinds.exhibits import safe_name
from casebook.journal.outgoing import Answer, Export, Redaction
from casebook.journal.records import LedgerHead, StoredFile
from casebook.journal.store.database import one, rows
from casebook.journal.store.tables import ContactTable, ExhibitTable
from casebook.journal.store.tables_outgoing import AnswerTable, ExportTable, RedactionTable
from casebook.journal.terms import StampState
from casebook.journal.times import from_text


class Redactions(Room):
    """Copies of exhibits with parts burnt out. The original stays where it is, sealed."""

    kind = Kind.REDACTION
    table = RedactionTable

    def add(
        self,
        exhibit_id: int,
        content: bytes,
        *,
        reason: str,
        areas: Sequence[Mapping[str, Any]],
        name: str,
        media_type: str,
    ) -> Changes:
        """Keep a redacted copy of an exhibit; it takes the place of an earlier one. Raises NotFound, BadInput."""
        why = required(reason, "a redaction needs a reason: say why these parts are covered")
        with self._core.write() as noted:
            row = self._exhibit(exhibit_id)
            for earlier in self.of_exhibit(exhibit_id):
                self._update("redaction.replaced", earlier.id, row["case_id"], withdrawn_at=self._core.clock())
            stored = self._core.batch.put(content)
            made = self._insert(
                "redaction.added",
                row["case_id"],
                case_id=row["case_id"],
                exhibit_id=exhibit_id,
                reason=why,
                areas=json.dumps(list(areas), ensure_ascii=False, sort_keys=True),
                name=safe_name(name),
                media_type=media_type,
                original_sha256=row["sha256"],
                sha256=stored.sha256,
                size=stored.size,
            )
            return noted.changes(made)

    def withdraw(self, redaction_id: int) -> Changes:
        """Take a redaction back. Raises NotFound, BadInput when it was taken back before."""
        with self._core.write() as noted:
            before = self.get(redaction_id)
            if before.withdrawn_at is not None:
                raise BadInput("this redaction was taken back already")
            self._update("redaction.withdrawn", redaction_id, before.case_id, withdrawn_at=self._core.clock())
            return noted.changes(redaction_id)

    def get(self, redaction_id: int) -> Redaction:
        """Return a redaction. Raises NotFound."""
        return _redaction(self._row(redaction_id, "redaction"))

    def of_case(self, case_id: int) -> list[Redaction]:
        """Return the redactions of a case that stand, in the order of recording; what lies in the bin has none."""
        binned = ContactTable.select(ContactTable.id).where(ContactTable.deleted_at.is_null(False))
        inside = ExhibitTable.contact_id.is_null() | ExhibitTable.contact_id.not_in(binned)
        shown = ExhibitTable.select(ExhibitTable.id).where(ExhibitTable.deleted_at.is_null(), inside)
        found = self._rows(RedactionTable.case_id == case_id, _STANDS, RedactionTable.exhibit_id.in_(shown))
        return [_redaction(row) for row in found]

    def of_exhibit(self, exhibit_id: int) -> list[Redaction]:
        """Return the redaction of an exhibit that stands: one or none."""
        return [_redaction(row) for row in self._rows(RedactionTable.exhibit_id == exhibit_id, _STANDS)]

    def _exhibit(self, exhibit_id: int) -> dict[str, Any]:
        found = list(ExhibitTable.select().where(ExhibitTable.id == exhibit_id).dicts().execute(self._core.database))
        if not found or found[0]["deleted_at"] or not found[0]["sha256"] or not found[0]["case_id"]:
            raise BadInput("this exhibit has no file that could be redacted")
        return dict(found[0])

    def _words(self, state: Mapping[str, Any]) -> str:
        return str(state["reason"])


class Exports(Room):
    """Which dossiers went out: when, for whom, with which ledger head."""

    kind = Kind.EXPORT
    table = ExportTable

    def add(self, export: Export) -> Changes:
        """Record a dossier that was made; `id` and `recorded_at` are given here. Raises NotFound."""
        with self._core.write() as noted:
            self._require_case(export.case_id)
            names = [name for name in Export.__slots__ if name not in {"id", "case_id", "recorded_at"}]
            values = {name: getattr(export, name) for name in names}
            values["stamp"] = str(export.stamp)
            return noted.changes(self._insert("export.made", export.case_id, case_id=export.case_id, **values))

    def stamped(self, export_id: int, state: StampState) -> Changes:
        """Say where the time stamp of an export stands. Raises NotFound."""
        with self._core.write() as noted:
            before = self.get(export_id)
            self._update("export.stamped", export_id, before.case_id, stamp=str(state))
            return noted.changes(export_id)

    def get(self, export_id: int) -> Export:
        """Return an export. Raises NotFound."""
        return _export(self._row(export_id, "export"))

    def of_case(self, case_id: int) -> list[Export]:
        """Return a case's exports, oldest first."""
        return [_export(row) for row in self._rows(ExportTable.case_id == case_id)]

    def waiting(self) -> list[Export]:
        """Return the exports whose time stamp has not come yet, oldest first."""
        return [_export(row) for row in self._rows(ExportTable.stamp == str(StampState.WAITING))]

    def head(self) -> LedgerHead:
        """Return the last ledger entry that does not tell of an export: to make a dossier changes no fact."""
        found = one(
            self._core.database,
            "SELECT number, hash, json_extract(entry, '$.at') FROM ledger WHERE which IS NULL OR which NOT LIKE "
            "'export:%' ORDER BY number DESC LIMIT 1",
        )
        return LedgerHead(found[0], found[1], from_text(found[2])) if found else self._core.ledger.head()

    def since(self, case_id: int, number: int) -> list[tuple[str, str]]:
        """Return (what, which) of the case's ledger entries after one, exports aside, in order."""
        found = rows(
            self._core.database,
            "SELECT json_extract(entry, '$.what'), which FROM ledger WHERE case_id = ? AND number > ? "
            "AND which NOT LIKE 'export:%' ORDER BY number",
            (case_id, number),
        )
        return [(str(what), str(which)) for what, which in found]

    def _words(self, state: Mapping[str, Any]) -> str:
        return f"{state['name']} {state['recipient']}"


class Answers(Room):
    """Why something is as the gap report found it: the user's own words, one answer a finding."""

    kind = Kind.ANSWER
    table = AnswerTable

    def put(self, case_id: int, finding: str, text: str) -> Changes:
        """Answer a finding, or answer it anew. Raises NotFound, BadInput without words."""
        words = required(text, "an answer needs words: say why it is as it is")
        with self._core.write() as noted:
            self._require_case(case_id)
            known = self._rows(AnswerTable.case_id == case_id, AnswerTable.finding == finding)
            if known:
                self._update("answer.changed", known[0]["id"], case_id, text=words)
                return noted.changes(known[0]["id"])
            made = self._insert("answer.given", case_id, case_id=case_id, finding=finding, text=words)
            return noted.changes(made)

    def remove(self, case_id: int, finding: str) -> Changes:
        """Take an answer back; nothing happens where there is none. Raises NotFound."""
        with self._core.write() as noted:
            self._require_case(case_id)
            for row in self._rows(AnswerTable.case_id == case_id, AnswerTable.finding == finding):
                self.erase(row["id"], case_id)
            return noted.changes(0)

    def of_case(self, case_id: int) -> dict[str, Answer]:
        """Return a case's answers by finding."""
        return {row["finding"]: Answer(**row) for row in self._rows(AnswerTable.case_id == case_id)}

    def _words(self, state: Mapping[str, Any]) -> str:
        return str(state["text"])


_STANDS = RedactionTable.withdrawn_at.is_null()


def _redaction(row: dict[str, Any]) -> Redaction:
    kept = {name: value for name, value in row.items() if name not in {"sha256", "size"}}
    return Redaction(**{**kept, "file": StoredFile(row["sha256"], row["size"])})


def _export(row: dict[str, Any]) -> Export:
    return Export(**{**row, "stamp": StampState(row["stamp"])})
