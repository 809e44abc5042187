"""Drafts: what is being written in a case and not recorded yet, kept so that no crash and no lock loses it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from casebook.journal.core import Core
from casebook.journal.errors import NotFound
from casebook.journal.records import Attachment
from casebook.journal.store.database import one, rows
from casebook.journal.terms import ExhibitSource
from casebook.journal.times import from_text, to_text

_COPIED = 32 * 1024 * 1024  # larger files stay where they are until the contact is saved


@dataclass(frozen=True, slots=True)
class Draft:
    """The words by field name, and the files, of a contact that is still being written."""

    case_id: int
    words: Mapping[str, str]
    files: tuple[Attachment, ...]
    saved_at: datetime


class Drafts:
    """One draft a case. No fact of a case yet: the ledger does not tell of it, and it may be dropped at any time."""

    def __init__(self, core: Core) -> None:
        self._core = core

    def save(self, case_id: int, words: Mapping[str, str], files: Sequence[Attachment] = ()) -> None:
        """Keep a draft in place of the case's last one; one without any words and files is dropped. Raises NotFound."""
        if not files and not any(text.strip() for text in words.values()):
            self.drop(case_id)
            return
        text = json.dumps(dict(words), ensure_ascii=False, sort_keys=True)
        with self._core.write():
            run = self._core.database
            if not one(run, 'SELECT 1 FROM "case" WHERE id = ?', (case_id,)):
                raise NotFound("there is no case C-{number} in this casebook: see 'casebook case list'", number=case_id)
            run.execute_sql(
                "INSERT INTO draft (case_id, words, saved_at) VALUES (?, ?, ?) ON CONFLICT (case_id) "
                "DO UPDATE SET words = excluded.words, saved_at = excluded.saved_at",
                (case_id, text, to_text(self._core.clock())),
            )
            run.execute_sql("DELETE FROM draft_file WHERE case_id = ? AND position >= ?", (case_id, len(files)))
            for position, file in enumerate(files):
                self._keep(case_id, position, file)

    def load(self, case_id: int) -> Draft | None:
        """Return the case's draft, or None. Files that were too large to copy and are gone are left out."""
        found = one(self._core.database, "SELECT words, saved_at FROM draft WHERE case_id = ?", (case_id,))
        if not found:
            return None
        files = rows(
            self._core.database,
            "SELECT name, media_type, source, description, taken_at, path, content FROM draft_file "
            "WHERE case_id = ? ORDER BY position",
            (case_id,),
        )
        kept = [
            Attachment(
                name,
                Path(path) if path else bytes(content),
                media_type,
                ExhibitSource(source),
                description=description,
                taken_at=from_text(taken_at) if taken_at else None,
            )
            for name, media_type, source, description, taken_at, path, content in files
            if not path or Path(path).is_file()
        ]
        return Draft(case_id, json.loads(found[0]), tuple(kept), from_text(found[1]))

    def drop(self, case_id: int) -> None:
        """Forget the case's draft, if there is one."""
        if one(self._core.database, "SELECT 1 FROM draft WHERE case_id = ?", (case_id,)):
            with self._core.write():
                self._core.database.execute_sql("DELETE FROM draft WHERE case_id = ?", (case_id,))

    def all(self) -> list[Draft]:
        """Return every draft, of cases in the bin as well, the latest first."""
        found = rows(self._core.database, "SELECT case_id FROM draft ORDER BY saved_at DESC, case_id")
        return [draft for (case_id,) in found if (draft := self.load(case_id))]

    def _keep(self, case_id: int, position: int, file: Attachment) -> None:
        content, path = _bytes_or_path(file.content)
        taken = to_text(file.taken_at) if file.taken_at else None
        told = (file.name, file.media_type, str(file.source), file.description, taken, path)
        known = one(
            self._core.database,
            "SELECT name, media_type, source, description, taken_at, path, octet_length(content) FROM draft_file "
            "WHERE case_id = ? AND position = ?",
            (case_id, position),
        )
        if known == (*told, len(content)) and self._content(case_id, position) == content:
            return  # saved every few seconds while someone types: megabytes are written once
        self._core.database.execute_sql(
            "INSERT OR REPLACE INTO draft_file (case_id, position, name, media_type, source, description, taken_at, "
            "path, content) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (case_id, position, *told, content),
        )

    def _content(self, case_id: int, position: int) -> bytes:
        found = one(
            self._core.database,
            "SELECT content FROM draft_file WHERE case_id = ? AND position = ?",
            (case_id, position),
        )
        return bytes(found[0]) if found else b""


def _bytes_or_path(content: bytes | Path) -> tuple[bytes, str]:
    if isinstance(content, bytes):
        return content, ""
    if not content.is_file():
        raise NotFound("there is no file {path} to attach: check the name", path=content)
    if content.stat().st_size > _COPIED:
        return b"", str(content.absolute())
    return content.read_bytes(), ""
