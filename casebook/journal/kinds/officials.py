"""By what a firm is known to write: addresses, domains, handles and numbers the user verified, and its codes."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from casebook.journal.changes import Changes, Kind
from casebook.journal.core import member, required
from casebook.journal.errors import BadInput
from casebook.journal.fingerprints import SHORTEST, clean_code, fingerprint
from casebook.journal.incoming import Official, PhishingCode
from casebook.journal.kinds.firms import iso_date
from casebook.journal.kinds.of_firm import OfFirm
from casebook.journal.official_values import folded
from casebook.journal.store.tables_incoming import OfficialTable, PhishingCodeTable
from casebook.journal.terms import OfficialKind
from casebook.journal.times import milliseconds


class Officials(OfFirm):
    """The register of official contacts. None is shipped: each is recorded with how the user knows, and since when."""

    kind = Kind.OFFICIAL
    table = OfficialTable

    def add(
        self,
        firm_id: int,
        kind: OfficialKind,
        value: str,
        *,
        how: str,
        verified_at: datetime | None = None,
        platform: str = "",
        note: str = "",
    ) -> Changes:
        """Record a way in which a firm writes; verified now where no time is given. Raises NotFound, BadInput."""
        kept = folded(member(OfficialKind, kind, "kind of official contact"), value)
        values = {"kind": str(kind), "value": kept, "platform": platform.strip(), "note": note.strip()}
        values["how"] = _how(how)
        with self._core.write() as noted:
            self._require_firm(firm_id)
            if any(o.value == kept and o.kind == kind and o.platform == values["platform"] for o in self.all(firm_id)):
                raise BadInput("{value} is an official contact of this firm already", value=kept)
            at = self._verified(verified_at)
            return noted.changes(self._insert("official.added", None, firm_id=firm_id, verified_at=at, **values))

    def verify_again(self, official_id: int, *, how: str = "", at: datetime | None = None) -> Changes:
        """Record that it was looked up once more, now or at a given time. Raises NotFound, BadInput."""
        with self._core.write() as noted:
            before = self._standing(official_id)
            values = {"how": how.strip() or before.how, "verified_at": self._verified(at)}
            self._update("official.verified", official_id, None, **values)
            return noted.changes(official_id)

    def edit(self, official_id: int, *, how: str | None = None, note: str | None = None) -> Changes:
        """Change how it is known, or the note; the value itself stays what it is. Raises NotFound, BadInput."""
        values = {name: text.strip() for name, text in (("how", how), ("note", note)) if text is not None}
        if "how" in values:
            values["how"] = _how(values["how"])
        with self._core.write() as noted:
            self._standing(official_id)
            if values:
                self._update("official.edited", official_id, None, **values)
            return noted.changes(official_id)

    def withdraw(self, official_id: int) -> Changes:
        """Take an official contact back: it is no longer the firm's. The record stays. Raises NotFound, BadInput."""
        with self._core.write() as noted:
            self._standing(official_id)
            self._update("official.withdrawn", official_id, None, withdrawn_at=self._core.clock())
            return noted.changes(official_id)

    def get(self, official_id: int) -> Official:
        """Return an official contact. Raises NotFound."""
        return _official(self._row(official_id, "official contact"))

    def all(self, firm_id: int | None = None, *, withdrawn: bool = False) -> list[Official]:
        """Return the official contacts of one firm, or of all, in the order of recording."""
        where = [] if firm_id is None else [OfficialTable.firm_id == firm_id]
        if not withdrawn:
            where.append(OfficialTable.withdrawn_at.is_null())
        return [_official(row) for row in self._rows(*where)]

    def _standing(self, official_id: int) -> Official:
        found = self.get(official_id)
        if found.withdrawn_at is not None:
            raise BadInput("{value} was withdrawn: record it anew if it is the firm's after all", value=found.value)
        return found

    def _verified(self, at: datetime | None) -> datetime:
        now = self._core.clock()
        if at is None:
            return now
        if at > now:
            raise BadInput("the time of verifying lies in the future: check date and zone")
        return milliseconds(at)

    def _words(self, state: Mapping[str, Any]) -> str:
        return " ".join(filter(None, (state["value"], state["platform"], state["how"], state["note"])))


class PhishingCodes(OfFirm):
    """A firm's anti-phishing codes as fingerprints: a code is recognised in a mail and can not be read back here."""

    kind = Kind.PHISHING_CODE
    table = PhishingCodeTable

    def set(self, firm_id: int, code: str, *, since: str = "", until: str = "") -> Changes:
        """Record the code that a firm's mails carry; one that was in use until now ends where this begins.

        `since` and `until` are ISO dates; today where `since` is left out. Raises NotFound, BadInput.
        """
        text = clean_code(code)
        if len(text) < SHORTEST:
            raise BadInput("an anti-phishing code of fewer than {least} characters tells nothing", least=SHORTEST)
        begin, end = iso_date(since) or f"{self._core.clock():%Y-%m-%d}", iso_date(until)
        if end and end < begin:
            raise BadInput("the anti-phishing code would end before it begins: check the two dates")
        salt = secrets.token_hex(16)
        values = {"salt": salt, "fingerprint": fingerprint(text, salt), "length": len(text)}
        with self._core.write() as noted:
            self._require_firm(firm_id)
            for earlier in self.of_firm(firm_id):
                if not earlier.until and not end:
                    closed = max(earlier.since, begin)
                    self._update("phishing_code.ended", earlier.id, None, until=closed)
            made = self._insert("phishing_code.set", None, firm_id=firm_id, since=begin, until=end, **values)
            return noted.changes(made)

    def remove(self, code_id: int) -> Changes:
        """Take a code out; the ledger keeps that it was there. Raises NotFound."""
        with self._core.write() as noted:
            self.get(code_id)
            self.erase(code_id, None)
            return noted.changes(code_id)

    def get(self, code_id: int) -> PhishingCode:
        """Return a code's fingerprint. Raises NotFound."""
        return PhishingCode(**self._row(code_id, "anti-phishing code"))

    def of_firm(self, firm_id: int) -> list[PhishingCode]:
        """Return a firm's codes in the order in which they were recorded."""
        return [PhishingCode(**row) for row in self._rows(PhishingCodeTable.firm_id == firm_id)]

    def all(self) -> list[PhishingCode]:
        """Return the codes of every firm in the order in which they were recorded."""
        return [PhishingCode(**row) for row in self._rows()]


def _how(text: str) -> str:
    return required(text, "say how you know that this is the firm: where did you look it up?")


def _official(row: dict[str, Any]) -> Official:
    return Official(**{**row, "kind": OfficialKind(row["kind"])})
