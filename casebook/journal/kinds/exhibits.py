"""Exhibits: attachments as evidence, each with a number in its case that never changes."""

from __future__ import annotations

import mimetypes
import re
from collections import defaultdict
from collections.abc import Generator, Mapping, Sequence
from dataclasses import fields
from pathlib import Path
from typing import Any

from casebook.journal.changes import Changes, Kind
from casebook.journal.core import Room, known_fields, member, or_none
from casebook.journal.errors import BadInput, NotFound
from casebook.journal.kinds.exhibit_uses import Use, of_exhibit
from casebook.journal.kinds.firms import iso_date
from casebook.journal.progress import Progress
from casebook.journal.records import Attachment, Exhibit, StoredFile
from casebook.journal.store.database import one, rows
from casebook.journal.store.tables import ExhibitTable
from casebook.journal.terms import Consent, ExhibitSource
from casebook.journal.times import from_text

_FURTHER = ("origin", "url", "crop", "translation", "transcript", "clause")
_PNG_HEAD = 24  # signature, then the header chunk's width and height
_MOST_PIXELS = 500_000_000  # a wall of sixty 4K screens
_LONGEST_NAME = 180  # characters; leaves room for what file systems add


class Exhibits(Room):
    """The exhibits of all cases, and the way to their original bytes."""

    kind = Kind.EXHIBIT
    table = ExhibitTable

    def add(self, case_id: int, attachment: Attachment, contact_id: int | None = None) -> Changes:
        """Store a file as the case's next exhibit. Raises NotFound, BadInput for what shows nothing, DiskTrouble."""
        refuse_impossible(attachment)
        with self._core.write() as noted:
            self._require_case(case_id)
            self._require_contact(contact_id)
            return noted.changes(self.put(case_id, contact_id, attachment))

    def put(self, case_id: int | None, contact_id: int | None, attachment: Attachment) -> int:
        """Store one attachment inside a write under way; without a case it gets its number when it is filed."""
        stored = self._core.batch.put(attachment.content)
        return self._insert(
            "exhibit.added",
            case_id,
            case_id=case_id,
            contact_id=contact_id,
            number=self._next_number(case_id),
            name=safe_name(attachment.name),
            media_type=attachment.media_type or mimetypes.guess_type(attachment.name)[0] or "application/octet-stream",
            source=str(attachment.source),
            inline=int(attachment.inline),
            description=attachment.description.strip(),
            taken_at=attachment.taken_at,
            sha256=stored.sha256,
            size=stored.size,
            derived_from=attachment.derived_from,
            marks=attachment.marks or None,
        )

    def number_all(self, contact_id: int, case_id: int) -> None:
        """Give a filed mail's exhibits their case and numbers, inside a write under way."""
        for row in self._rows(ExhibitTable.contact_id == contact_id):
            numbered = {"case_id": case_id, "number": self._next_number(case_id)}
            self._update("exhibit.filed", row["id"], case_id, **numbered)

    def unnumber_all(self, contact_id: int, case_id: int | None) -> None:
        """Take a mail's exhibits out of the case again with their numbers, inside a write under way."""
        for row in self._rows(ExhibitTable.contact_id == contact_id):
            self._update("exhibit.unfiled", row["id"], case_id, case_id=None, number=None)

    def describe(self, exhibit_id: int, text: str) -> Changes:
        """Say in words what an exhibit shows. Raises NotFound."""
        with self._core.write() as noted:
            before = self.get(exhibit_id)
            self._require_contact(before.contact_id)
            self._update("exhibit.described", exhibit_id, before.case_id, description=text.strip())
            return noted.changes(exhibit_id)

    def edit(self, exhibit_id: int, **fields: Any) -> Changes:
        """Say more about an exhibit: the texts of `Exhibit` from `origin` on, and `consent`. Raises NotFound, BadInput.

        The bytes, the name and the number are facts and have no door here.
        """
        values = known_fields(
            fields,
            {
                **dict.fromkeys(_FURTHER, or_none),
                "dated_on": lambda v: iso_date(v) or None,
                "description": str.strip,
                "consent": lambda v: str(member(Consent, v, "consent")) or None,
            },
        )
        with self._core.write() as noted:
            before = self.get(exhibit_id)
            self._require_contact(before.contact_id)
            self._update("exhibit.described", exhibit_id, before.case_id, **values)
            return noted.changes(exhibit_id)

    def mark_read(self, exhibit_id: int) -> Changes:
        """Note that the user has looked at an exhibit; only the first time counts. Raises NotFound."""
        with self._core.write() as noted:
            before = self.get(exhibit_id)
            if before.read_at is None and before.deleted_at is None:
                self._update("exhibit.read", exhibit_id, before.case_id, read_at=self._core.clock())
            return noted.changes(exhibit_id)

    def get(self, exhibit_id: int) -> Exhibit:
        """Return an exhibit. Raises NotFound."""
        return _exhibit(self._row(exhibit_id, "exhibit"))

    def of_case(self, case_id: int) -> list[Exhibit]:
        """Return a case's exhibits in the order of their numbers."""
        # By one plain statement: a case may have ten thousand of them, and this is asked for often.
        found = rows(
            self._core.database,
            f"SELECT {_SELECTED} FROM exhibit WHERE case_id = ? AND deleted_at IS NULL AND (contact_id IS "
            "NULL OR contact_id NOT IN (SELECT id FROM contact WHERE case_id = ? AND deleted_at IS NOT NULL)) "
            "ORDER BY number",
            (case_id, case_id),
        )
        return [_from_tuple(row) for row in found]

    def count(self, case_id: int) -> int:
        """Return how many exhibits a case has, those in the bin among them."""
        found = one(self._core.database, "SELECT count(*) FROM exhibit WHERE case_id = ?", (case_id,))
        return int(found[0]) if found else 0

    def deleted_from(self, case_id: int) -> list[str]:
        """Return the labels of a case's exhibits that are in the bin or erased from it, in order."""
        shown = {exhibit.id for exhibit in self.of_case(case_id)}
        found = self._rows(ExhibitTable.case_id == case_id, order=(ExhibitTable.number,))
        return [f"EX-{row['number']}" for row in found if row["id"] not in shown and row["number"]]

    def of_contacts(self, contact_ids: Sequence[int], most: int = 0) -> dict[int, tuple[Exhibit, ...]]:
        """Return the exhibits of several contacts, by contact id; contacts without any are left out.

        With `most`, no more than so many of each.
        """
        wanted = f"contact_id IN ({', '.join('?' * len(contact_ids))}) AND deleted_at IS NULL"
        if most:
            place = "row_number() OVER (PARTITION BY contact_id ORDER BY id)"
            wanted = f"id IN (SELECT id FROM (SELECT id, {place} AS n FROM exhibit WHERE {wanted}) WHERE n <= {most})"
        sql = f"SELECT {_SELECTED} FROM exhibit WHERE {wanted} ORDER BY id"
        found = rows(self._core.database, sql, tuple(contact_ids))
        together = defaultdict[int, list[Exhibit]](list)
        for row in found:
            exhibit = _from_tuple(row)
            together[exhibit.contact_id or 0].append(exhibit)
        return {contact_id: tuple(exhibits) for contact_id, exhibits in together.items()}

    def uses(self, exhibit_id: int) -> list[Use]:
        """Return what rests on an exhibit. Raises NotFound."""
        return list(of_exhibit(self._core.database, self._row(exhibit_id, "exhibit")))

    def read(self, stored: StoredFile) -> bytes:
        """Return original bytes. Raises Damaged when they are not what was put in."""
        return self._core.files.read(stored)

    def head(self, stored: StoredFile, count: int) -> bytes:
        """Return the first original bytes, as far as they are needed to tell what it is. Raises Damaged."""
        return next(iter(self._core.files.open(stored)), b"")[:count]

    def check(self, stored: StoredFile) -> Generator[Progress, None, None]:
        """Read original bytes again and compare them with their SHA-256. Raises Damaged."""
        done = 0
        for chunk in self._core.files.open(stored):
            done += len(chunk)
            yield Progress(done, stored.size)

    def copying(self, stored: StoredFile, target: Path) -> Generator[Progress, None, Path]:
        """Write original bytes to a new file, step by step; a failure or a stop leaves none.

        Raises Damaged, FileExistsError, OSError.
        """
        with target.open("xb") as out:
            try:
                done = 0
                for chunk in self._core.files.open(stored):
                    done += out.write(chunk)
                    yield Progress(done, stored.size)
            except BaseException:
                out.close()
                target.unlink(missing_ok=True)
                raise
        return target

    def copy_to(self, stored: StoredFile, target: Path) -> None:
        """Write original bytes to a new file. Raises Damaged, FileExistsError, OSError; then no file is left."""
        self._core.files.copy_to(stored, target)

    def _next_number(self, case_id: int | None) -> int | None:
        if case_id is None:
            return None
        found = one(self._core.database, "SELECT ifnull(max(number), 0) + 1 FROM exhibit WHERE case_id = ?", (case_id,))
        return found[0] if found else 1

    def _label(self, row: Mapping[str, Any]) -> str:
        return f"EX-{row['number']}" if row["number"] else super()._label(row)

    def _words(self, state: Mapping[str, Any]) -> str:
        label = f"EX-{state['number']}" if state["number"] else ""
        further = filter(None, map(state.get, _FURTHER))
        return " ".join((label, state["name"], state["description"], *further))


def refuse_impossible(attachment: Attachment) -> None:
    """Raise BadInput for a file that cannot be evidence: an empty one, or a picture larger than any screen.

    Meant for what a person attaches. What comes with a mail is kept as it came.
    """
    content = attachment.content
    if isinstance(content, bytes):
        head = content[:_PNG_HEAD]
    else:
        if not content.is_file():
            raise NotFound("there is no file {path} to attach: check the name", path=content)
        with content.open("rb") as file:
            head = file.read(_PNG_HEAD)
    if not head:
        raise BadInput("{name} is empty (0 bytes): save or take it again, then attach it", name=attachment.name)
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        wide, high = int.from_bytes(head[16:20], "big"), int.from_bytes(head[20:24], "big")
        if wide * high > _MOST_PIXELS:
            raise BadInput(
                "{name} claims to be {wide} x {high} pixels, which no screen has: take the screenshot again",
                name=attachment.name,
                wide=wide,
                high=high,
            )


def safe_name(name: str) -> str:
    """Return a file's own name without folders, control characters and bidi controls, cut to a bearable length."""
    last = re.split(r"[\\/]", name)[-1]
    plain = re.sub(r"[\x00-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069]", "", last).strip().strip(".") or "file"
    stem, dot, ending = plain.rpartition(".")
    if len(plain) > _LONGEST_NAME:
        keep = _LONGEST_NAME - len(ending) - 1
        return f"{stem[:keep]}{dot}{ending}" if dot and keep > 0 else plain[:_LONGEST_NAME]
    return plain


def _exhibit(row: dict[str, Any]) -> Exhibit:
    kept = {name: value for name, value in row.items() if name not in {"sha256", "size"}}
    return Exhibit(
        **{
            **kept,
            **{name: row[name] or "" for name in (*_FURTHER, "dated_on", "marks")},
            "consent": Consent(row["consent"] or ""),
            "source": ExhibitSource(row["source"]),
            "inline": bool(row["inline"]),
            "file": StoredFile(row["sha256"], row["size"]),
        }
    )


_FIELDS = tuple(field.name for field in fields(Exhibit))
_TIMES = tuple(n for n, name in enumerate(_FIELDS) if name.endswith("_at"))
_FILE, _INLINE, _SOURCE, _CONSENT = (_FIELDS.index(name) for name in ("file", "inline", "source", "consent"))
_SOURCES, _CONSENTS = {str(s): s for s in ExhibitSource}, {str(c): c for c in Consent}
_EMPTY = {*_FURTHER, "dated_on", "marks", "consent"}
_SELECTED = ", ".join(
    "sha256, size" if name == "file" else f"coalesce({name}, '')" if name in _EMPTY else name for name in _FIELDS
)
"""The columns in the order of the fields: ten thousand exhibits are made by their places, not by names."""


def _from_tuple(row: tuple[Any, ...]) -> Exhibit:
    values = [*row[:_FILE], StoredFile(row[_FILE], row[_FILE + 1]), *row[_FILE + 2 :]]
    for place in _TIMES:
        if values[place] is not None:
            values[place] = from_text(values[place])
    values[_INLINE] = bool(values[_INLINE])
    values[_SOURCE], values[_CONSENT] = _SOURCES[values[_SOURCE]], _CONSENTS[values[_CONSENT]]
    return Exhibit(*values)
