"""Where the records of a case from another casebook find their place in this one."""

from __future__ import annotations

import json
from collections.abc import Generator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from casebook.journal.changes import Kind
from casebook.journal.core import Core
from casebook.journal.errors import BadInput
from casebook.journal.kinds.mail import Mails
from casebook.journal.progress import Progress
from casebook.journal.removal.erasing import Rooms
from casebook.journal.store.database import one, rows
from casebook.journal.store.stored_rows import Row, is_hash
from casebook.journal.times import to_text

if TYPE_CHECKING:
    from casebook.journal.transfer.case_archive import Contents

_POINTS = {
    "firm_id": Kind.FIRM,
    "account_id": Kind.ACCOUNT,
    "case_id": Kind.CASE,
    "contact_id": Kind.CONTACT,
    "promise_id": Kind.PROMISE,
    "exhibit_id": Kind.EXHIBIT,
    "derived_from": Kind.EXHIBIT,
    "request_id": Kind.REQUEST,
    "deadline_id": Kind.DEADLINE,
    **dict.fromkeys(("supplied_contact_id", "ended_contact_id"), Kind.CONTACT),
}
"""Which column names a record of which kind."""
_INSIDE = (
    *(Kind.CASE, Kind.CONTACT, Kind.MAIL, Kind.EXHIBIT, Kind.TICKET, Kind.REFERENCE, Kind.PROMISE, Kind.REQUEST),
    *(
        Kind.DEADLINE,
        Kind.FOLLOW_UP,
        Kind.CHECK_MARK,
        Kind.QUOTE,
        Kind.AMENDMENT,
        Kind.IMPORTED_CASE,
        Kind.TRANSFER,
        Kind.LOSS,
        Kind.REDACTION,
        Kind.EXPORT,
    ),
    *(Kind.ANSWER, Kind.MAIL_COPY, Kind.CHAT, Kind.DKIM),
)
"""What lies in a case, in an order in which each names only what came before it."""
_SET_LATER = frozenset({"id", "final_contact_id"})
"""What the row of a case names before it is there."""
_EVERY = 200


class CaseImport:
    """One case on its way in, inside a write under way."""

    def __init__(self, core: Core, rooms: Rooms, contents: Contents, path: Path) -> None:
        self._core = core
        self._rooms = rooms
        self._contents = contents
        self._path = path
        self._here: dict[tuple[Kind, int], int] = {}
        self._waiting: dict[int, int] = {}
        """The case's mails that are in the inbox here, or discarded: their contacts here by the number there."""

    def refuse_known(self) -> None:
        """Raise BadInput when the case came before, or one of its mails is in another case here."""
        run, history = self._core.database, self._contents.history
        known = one(
            run,
            "SELECT case_id FROM imported_case WHERE origin = ? AND origin_case = ?",
            (history.origin, history.case),
        )
        if known:
            raise BadInput("{path} was taken in before: it is C-{number} here", path=self._path, number=known[0])
        own = one(run, "SELECT value FROM meta WHERE key = 'casebook_id'")
        if own and own[0] == history.origin and one(run, 'SELECT 1 FROM "case" WHERE id = ?', (history.case,)):
            raise BadInput(
                "{path} was written by this casebook: it is C-{number}", path=self._path, number=history.case
            )
        for row in filter(lambda mail: is_hash(mail["sha256"]), self._contents.rows[Kind.MAIL]):
            found = one(
                run,
                "SELECT m.id, c.case_id FROM mail m JOIN contact c ON c.id = m.id WHERE m.sha256 = ?",
                (row["sha256"],),
            )
            if found and found[1] is not None:
                raise BadInput(
                    "a mail of that case is filed in C-{number} here ({subject}) and cannot be in two "
                    "cases: delete C-{number} for good first, or leave the other case where it is",
                    number=found[1],
                    subject=row["subject"],
                )
            if found:
                self._waiting[row["id"]] = found[0]

    def place(self) -> Generator[Progress, None, int]:
        """Insert everything and return the case's number here."""
        for row in self._contents.rows[Kind.FIRM]:
            self._here[Kind.FIRM, row["id"]] = self._firm(row)
        for row in self._contents.rows[Kind.ACCOUNT]:
            self._here[Kind.ACCOUNT, row["id"]] = self._account(row)
        every = [(kind, row) for kind in _INSIDE for row in self._contents.rows[kind]]
        for done, (kind, row) in enumerate(every):
            if done % _EVERY == 0:
                yield Progress(done, len(every), "records")
            self._take(kind, row)
        case_id = self._here[Kind.CASE, self._contents.history.case]
        self._name_final(case_id)
        self._number_the_rest(case_id)
        self._keep_history(case_id)
        return case_id

    def _take(self, kind: Kind, row: Row) -> int:
        values = {name: self._pointed(name, value) for name, value in row.items() if name not in _SET_LATER}
        ids: tuple[str, ...] = ()
        if kind is Kind.MAIL:
            ids = (row["message_id"], *json.loads(row["in_reply_to"]), *json.loads(row["refs"]))
        if kind is Kind.CHAT:
            ids = (f"chat:{row['platform']}:{row['conversation']}",)
        if kind in {Kind.MAIL, Kind.CHAT}:
            mails = self._rooms[Kind.MAIL]
            assert isinstance(mails, Mails), "the room of that kind"
            values["id"] = self._here[Kind.CONTACT, row["id"]]
            values["thread_id"] = mails.thread_of(ids)
        case_id = self._here.get((Kind.CASE, self._contents.history.case))
        if waits := self._waits(kind, row):
            self._rooms[kind].blot(f"{kind}.imported", waits, case_id, values)
        made = waits or self._rooms[kind].take(f"{kind}.imported", case_id, values)
        self._here[kind, row["id"]] = made
        return made

    def _waits(self, kind: Kind, row: Row) -> int | None:
        """Return the record of a mail in the inbox that is the same one and takes the case's words and place."""
        if kind in {Kind.CONTACT, Kind.MAIL}:
            return self._waiting.get(row["id"])
        contact = self._waiting.get(row["contact_id"]) if kind is Kind.EXHIBIT else None
        found = (
            one(
                self._core.database,
                "SELECT id FROM exhibit WHERE contact_id = ? AND case_id IS NULL AND sha256 = ? ORDER BY name <> ?, id",
                (contact, row["sha256"], row["name"]),
            )
            if contact
            else None
        )
        return int(found[0]) if found else None

    def _name_final(self, case_id: int) -> None:
        """Say in the case which contact states the final position, now that the contacts are here."""
        for row in self._contents.rows[Kind.CASE]:
            if final := self._here.get((Kind.CONTACT, row["final_contact_id"] or 0)):
                self._rooms[Kind.CASE].blot("case.linked", case_id, case_id, {"final_contact_id": final})

    def _number_the_rest(self, case_id: int) -> None:
        """Give what else came with a mail from the inbox its number in the case."""
        run = self._core.database
        for contact in self._waiting.values():
            for (exhibit,) in rows(run, "SELECT id FROM exhibit WHERE contact_id = ? AND case_id IS NULL", (contact,)):
                last = one(run, "SELECT ifnull(max(number), 0) FROM exhibit WHERE case_id = ?", (case_id,))
                filed = {"case_id": case_id, "number": 1 + (last[0] if last else 0)}
                self._rooms[Kind.EXHIBIT].blot("exhibit.filed", exhibit, case_id, filed)

    def _pointed(self, name: str, value: Any) -> Any:
        # What points out of the case, to a contact of another one, points nowhere here.
        kind = _POINTS.get(name)
        return value if kind is None or value is None else self._here.get((kind, value))

    def _firm(self, row: Row) -> int:
        found = one(self._core.database, "SELECT id FROM firm WHERE name = ?", (row["name"],))
        return int(found[0]) if found else self._take(Kind.FIRM, row)

    def _account(self, row: Row) -> int:
        """Return the account here that is the same one, by its number or else by its address; or the new one."""
        for name in ("uid", "email"):
            if row[name]:
                found = one(
                    self._core.database,
                    f'SELECT id FROM account WHERE firm_id = ? AND "{name}" = ? COLLATE NOCASE',
                    (self._here[Kind.FIRM, row["firm_id"]], row[name]),
                )
                return int(found[0]) if found else self._take(Kind.ACCOUNT, row)
        return self._take(Kind.ACCOUNT, row)

    def _keep_history(self, case_id: int) -> None:
        history, stored = self._contents.history, self._contents.history_file
        values: Mapping[str, Any] = {
            "case_id": case_id,
            "origin": history.origin,
            "origin_case": history.case,
            "head_number": history.head.number,
            "head_hash": history.head.hash,
            "sha256": stored.sha256,
            "size": stored.size,
            "recorded_at": to_text(self._core.clock()),
        }
        self._rooms[Kind.IMPORTED_CASE].take("case.taken-in", case_id, values)
