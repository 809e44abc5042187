"""Cases: one problem with one firm, from the first contact to the end."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from casebook.journal.case_views import CaseView, arrange
from casebook.journal.changes import Changes, Kind
from casebook.journal.core import Core, Room, in_bin, known_fields, member, or_none, required
from casebook.journal.errors import BadInput, NotFound
from casebook.journal.kinds.case_shelf import CaseShelf
from casebook.journal.kinds.transfers import decimal_text
from casebook.journal.listings import CaseCounts, CaseRow
from casebook.journal.records import Case
from casebook.journal.store.database import one, rows
from casebook.journal.store.tables import CaseTable, moment_columns, moment_of
from casebook.journal.terms import CaseStatus, Category
from casebook.journal.times import Moment, from_text, utc_now

# The user's first message since a person last answered; a bounce, an auto-reply or a bot is no answer. In a help centre
# nobody is asked and nobody answers.
_WAITING = """(SELECT min(o.happened_at) FROM contact o WHERE o.case_id = c.id AND o.direction = 'out'
  AND o.channel <> 'help-centre' AND o.deleted_at IS NULL AND o.happened_at > ifnull((
    SELECT max(i.happened_at) FROM contact i WHERE i.case_id = c.id AND i.direction IN ('in', 'both')
    AND i.channel <> 'help-centre' AND i.automatic = '' AND i.bot IS NOT 1 AND i.deleted_at IS NULL), ''))"""

# The contacts of a case are counted in one index and those in the bin in another, without a look at the records.
_ROWS = f"""SELECT c.id, c.title, c.firm_id, f.name, c.status, c.amount, c.asset,
  (SELECT count(*) FROM contact WHERE case_id = c.id)
    - (SELECT count(*) FROM contact WHERE case_id = c.id AND deleted_at IS NOT NULL),
  (SELECT max(happened_at) FROM contact WHERE case_id = c.id AND deleted_at IS NULL) AS last_at,
  CASE c.status WHEN 'open' THEN {_WAITING} END AS waiting,
  (SELECT min(max(due_at, ifnull(snoozed_until, ''))) FROM follow_up WHERE case_id = c.id AND state = 'open') AS due,
  c.opened_at, c.closed_at, c.tags
  FROM "case" c JOIN firm f ON f.id = c.firm_id WHERE c.deleted_at IS NULL"""


FURTHER = (
    *("body", "representative", "client_reference", "proceedings", "insolvency", "deadline_source"),
    *("seen_on", "steps"),
)
"""Texts that a dossier's front page asks for beyond the story."""


class Cases(Room):
    """The cases of a casebook, each known by its local number."""

    kind = Kind.CASE
    table = CaseTable

    def __init__(self, core: Core) -> None:
        super().__init__(core)
        self.shelf = CaseShelf(core, self._read_rows)
        self._counted: tuple[int, CaseCounts] | None = None
        """What `counts` found last, and the ledger entry it knew of: where there are many contacts it is not cheap."""

    def add(
        self,
        firm_id: int,
        title: str,
        *,
        account_id: int | None = None,
        category: Category = Category.OTHER,
        amount: str = "",
        asset: str = "",
        network: str = "",
        claim: str = "",
        remedy: str = "",
        problem: Moment | None = None,
        seen_on: str = "",
        steps: str = "",
    ) -> Changes:
        """Open a case. `amount` is decimal text such as `1250.50`. Raises NotFound, BadInput."""
        values = self._checked(
            {
                "firm_id": firm_id,
                "title": title,
                "account_id": account_id,
                "category": category,
                "amount": amount,
                "asset": asset,
                "network": network,
                "claim": claim,
                "remedy": remedy,
                "problem": problem,
                "seen_on": seen_on,
                "steps": steps,
            }
        )
        with self._core.write() as noted:
            opened = {"status": str(CaseStatus.OPEN), "outcome": "", "opened_at": self._core.clock()}
            case_id = self._insert("case.opened", None, **values, **opened)
            return noted.changes(case_id)

    def edit(self, case_id: int, **fields: Any) -> Changes:
        """Change what is known of a case; what stood there before stays in the ledger. Raises NotFound, BadInput."""
        with self._core.write() as noted:
            self.get(case_id)
            self._refuse_elsewhere(case_id, fields.get("final_contact_id"))
            self._update("case.edited", case_id, case_id, **self._checked(fields))
            return noted.changes(case_id)

    def close(self, case_id: int, outcome: str = "") -> Changes:
        """Close a case with how it ended. Raises NotFound, BadInput when it is closed already."""
        with self._core.write() as noted:
            if self.get(case_id).status is CaseStatus.CLOSED:
                raise BadInput("C-{number} is closed already", number=case_id)
            ended = {"status": str(CaseStatus.CLOSED), "outcome": outcome.strip(), "closed_at": self._core.clock()}
            self._update("case.closed", case_id, case_id, **ended)
            return noted.changes(case_id)

    def reopen(self, case_id: int) -> Changes:
        """Open a closed case again. Raises NotFound, BadInput when it is open."""
        with self._core.write() as noted:
            if self.get(case_id).status is CaseStatus.OPEN:
                raise BadInput("C-{number} is open already", number=case_id)
            self._update("case.reopened", case_id, case_id, status=str(CaseStatus.OPEN), closed_at=None)
            return noted.changes(case_id)

    def get(self, case_id: int) -> Case:
        """Return a case, also one in the bin. Raises NotFound."""
        found = self._rows(CaseTable.id == case_id)
        if not found:
            raise NotFound("there is no case C-{number} in this casebook: see 'casebook case list'", number=case_id)
        return _case(found[0])

    def places(self, case_ids: Iterable[int]) -> dict[int, tuple[str, str]]:
        """Return title and firm of several cases by number, with one look; unknown ones are left out."""
        wanted = list(dict.fromkeys(case_ids))
        marks = ",".join("?" * len(wanted))
        sql = f'SELECT c.id, c.title, f.name FROM "case" c JOIN firm f ON f.id = c.firm_id WHERE c.id IN ({marks})'
        return {number: (title, firm) for number, title, firm in rows(self._core.database, sql, wanted)}

    def exists(self, case_id: int) -> bool:
        """Return whether there is such a case, outside of the bin."""
        found = one(self._core.database, 'SELECT 1 FROM "case" WHERE id = ? AND deleted_at IS NULL', (case_id,))
        return found is not None

    def find(self, text: str, *, binned: bool = False) -> Case:
        """Return the case of `C-12` or `12`. Raises NotFound, BadInput for one in the bin unless `binned`."""
        number = re.fullmatch(r"(?:[Cc]-?)?([0-9]{1,9})", text.strip())
        if not number:
            raise NotFound("'{text}' is not a case: write its number, such as C-12", text=text)
        found = self.get(int(number[1]))
        if found.deleted_at is not None and not binned:
            raise in_bin(found.number)
        return found

    def rows(
        self, *, status: CaseStatus | None = None, waiting: bool | None = None, firm_id: int | None = None
    ) -> list[CaseRow]:
        """Return cases as lists show them: what rings first comes first, then the latest contact."""
        if self.shelf.holds():
            view = CaseView(status=status, waiting=waiting, firm_id=firm_id or 0)
            return list(arrange(self.shelf.rows(), view, utc_now())[0].rows)
        where, values = ["1"], list[object]()
        if status is not None:
            where.append("status = ?")
            values.append(str(status))
        if waiting is not None:
            where.append(f"waiting IS {'NOT ' if waiting else ''}NULL")
        if firm_id is not None:
            where.append("firm_id = ?")
            values.append(firm_id)
        found = rows(
            self._core.database,
            f"SELECT * FROM ({_ROWS}) WHERE {' AND '.join(where)} "
            "ORDER BY status = 'closed', due IS NULL, due, last_at IS NULL, last_at DESC, id DESC",
            values,
        )
        return [_case_row(row) for row in found]

    def counts(self) -> CaseCounts:
        """Return how many cases are open, waiting and closed, and the open ones by firm."""
        if self.shelf.holds():
            return self.shelf.counts()
        head = self._core.ledger.head_number()
        if self._counted is not None and self._counted[0] == head and not self._core.writing:
            return self._counted[1]
        run = self._core.database
        by_status = dict(rows(run, 'SELECT status, count(*) FROM "case" WHERE deleted_at IS NULL GROUP BY status'))
        still = "c.status = 'open' AND c.deleted_at IS NULL"
        waiting = one(run, f'SELECT count(*) FROM "case" c WHERE {still} AND {_WAITING} IS NOT NULL')
        firms = rows(run, f'SELECT firm_id, count(*) FROM "case" c WHERE {still} GROUP BY firm_id')
        counts = CaseCounts(
            by_status.get("open", 0), waiting[0] if waiting else 0, by_status.get("closed", 0), dict(firms)
        )
        if not self._core.writing:  # what is not kept yet may be taken back
            self._counted = (head, counts)
        return counts

    def is_empty(self) -> bool:
        """Return whether there is no case at all outside of the bin."""
        return one(self._core.database, 'SELECT 1 FROM "case" WHERE deleted_at IS NULL LIMIT 1') is None

    def tags(self) -> dict[str, int]:
        """Return the tags in use, each with the number of its cases, in order."""
        told = rows(self._core.database, 'SELECT tags FROM "case" WHERE tags IS NOT NULL AND deleted_at IS NULL')
        found = Counter(tag for (lines,) in told for tag in lines.split("\n"))
        return {tag: found[tag] for tag in sorted(found, key=str.casefold)}

    def retag(self, case_id: int, add: Iterable[str] = (), remove: Iterable[str] = ()) -> Changes:
        """Give a case tags, and take some away, whatever their case; nothing is written where all is so already."""
        away = {tag.casefold() for tag in (tag_lines(remove) or "").split("\n")}
        with self._core.write():
            before = self.get(case_id).tags
            known = {tag.casefold(): tag for tag in self.tags()}
            new = [known.get(tag.casefold(), tag) for tag in (tag_lines(add) or "").split("\n") if tag]
            kept = {tag.casefold(): tag for tag in (*new, *before) if tag.casefold() not in away or tag in new}
            if tag_lines(kept.values()) == tag_lines(before):
                return Changes()
            return self.edit(case_id, tags=list(kept.values()))

    def _read_rows(self, numbers: Sequence[int]) -> list[CaseRow]:
        marks = ",".join("?" * len(numbers))
        return [_case_row(row) for row in rows(self._core.database, f"{_ROWS} AND c.id IN ({marks})", numbers)]

    def _checked(self, fields: dict[str, Any]) -> dict[str, Any]:
        plain = dict.fromkeys(("asset", "network", "claim", "remedy"), str.strip)
        values = known_fields(
            fields,
            {
                **plain,
                **dict.fromkeys(FURTHER, or_none),
                "firm_id": lambda v: self._existing("firm", v),
                "tags": tag_lines,
                "account_id": lambda v: v and self._existing("account", v),
                "title": lambda v: required(v, "a case needs a title: say in a few words what went wrong"),
                "category": lambda v: str(member(Category, v, "kind of problem")),
                "amount": decimal_text,
                **dict.fromkeys(("problem", "deadline"), lambda v: v),
                "final_contact_id": lambda v: v and self._existing("contact", v),
            },
        )
        for name in ("problem", "deadline"):
            if name in values:
                values |= moment_columns(name, values.pop(name))
        return values

    def _refuse_elsewhere(self, case_id: int, contact_id: int | None) -> None:
        self._require_contact(contact_id)
        if contact_id and not one(
            self._core.database, "SELECT 1 FROM contact WHERE id = ? AND case_id = ?", (contact_id, case_id)
        ):
            raise BadInput("contact {number} is not in C-{case}: name one of its own", number=contact_id, case=case_id)

    def _existing(self, table: str, record_id: int) -> int:
        if not one(self._core.database, f'SELECT 1 FROM "{table}" WHERE id = ?', (record_id,)):
            raise NotFound("there is no {name} {number} in this casebook", name=table, number=record_id)
        return record_id

    def _tell(
        self, what: str, record_id: int, case_id: int | None, row: Mapping[str, Any], *, indexed: bool = True
    ) -> None:
        super()._tell(what, record_id, record_id if case_id is None else case_id, row, indexed=indexed)

    def _words(self, state: Mapping[str, Any]) -> str:
        parts = (state[n] for n in ("title", "amount", "asset", "network", "claim", "remedy", "outcome"))
        return "\n".join((f"C-{state['id']}", *filter(None, (*parts, *map(state.get, FURTHER), state.get("tags")))))


def tag_lines(tags: Iterable[str]) -> str | None:
    """Return tags as they are kept: one a line, each once whatever its case, in order; None for none."""
    words = (" ".join(tag.split()).lstrip("#").strip() for tag in tags)
    once = {tag.casefold(): tag for tag in words if tag}
    return "\n".join(sorted(once.values(), key=str.casefold)) or None


def _case(row: dict[str, Any]) -> Case:
    kept = {name: row[name] or "" for name in FURTHER} | {
        name: value
        for name, value in row.items()
        if name not in FURTHER and not re.fullmatch(r"(problem|deadline)_(at|zone|offset|precision|known)", name)
    }
    kept["tags"] = tuple((row["tags"] or "").split("\n")) if row["tags"] else ()
    moments: dict[str, Any] = {name: moment_of(row, name) for name in ("problem", "deadline")}
    return Case(
        **{**kept, **moments, "category": Category(row["category"]), "status": CaseStatus(row["status"])},
    )


def _case_row(row: tuple[Any, ...]) -> CaseRow:
    last, waiting, due, opened, closed = (from_text(at) if at else None for at in row[8:13])
    number, title, firm_id, firm, status, amount, asset, contacts = row[:8]
    tags = tuple(row[13].split("\n")) if row[13] else ()
    assert opened is not None
    named = (number, title, firm_id, firm, CaseStatus(status), amount, asset, contacts)
    return CaseRow(*named, last, waiting, due, opened, closed, tags)
