"""Words that are no fact of a case yet: the user's own templates, and letters that were not sent."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from casebook.journal.changes import Changes, Kind
from casebook.journal.core import Core, member, require_case, required
from casebook.journal.errors import NotFound
from casebook.journal.planning import Letter, Template
from casebook.journal.store.database import rows
from casebook.journal.terms import Channel, LetterKind
from casebook.journal.times import from_text, to_text


class UntoldRoom:
    """Records that the ledger does not tell of."""

    kind: Kind

    def __init__(self, core: Core) -> None:
        self._core = core

    def _changed(self, record_id: int, case_id: int | None) -> Changes:
        self._core.touch(self.kind, record_id, case_id)
        cases = frozenset() if case_id is None else frozenset({case_id})
        return Changes(record_id, {self.kind: frozenset({record_id})}, cases)


class Templates(UntoldRoom):
    """The user's own words for kinds of messages; what is not here is as the program ships it."""

    kind = Kind.TEMPLATE

    def save(self, kind: LetterKind, channel: str, language: str, *, subject: str, text: str) -> Changes:
        """Keep the user's words for a kind of message, in place of earlier ones. Raises BadInput."""
        key = (str(member(LetterKind, kind, "kind of message")), channel.strip(), language.strip())
        words = required(text, "a template needs words")
        with self._core.write():
            rows(
                self._core.database,
                "INSERT INTO template (kind, channel, language, subject, text, saved_at) VALUES (?, ?, ?, ?, ?, ?) "
                "ON CONFLICT (kind, channel, language) DO UPDATE SET subject = excluded.subject, "
                "text = excluded.text, saved_at = excluded.saved_at",
                (*key, subject.strip(), words, to_text(self._core.clock())),
            )
            found = rows(
                self._core.database, "SELECT id FROM template WHERE kind = ? AND channel = ? AND language = ?", key
            )
            return self._changed(found[0][0], None)

    def reset(self, template_id: int) -> Changes:
        """Have the program's own words again. Raises NotFound."""
        with self._core.write():
            if not rows(self._core.database, "SELECT 1 FROM template WHERE id = ?", (template_id,)):
                raise NotFound("there is no template {number} in this casebook", number=template_id)
            rows(self._core.database, "DELETE FROM template WHERE id = ?", (template_id,))
            return self._changed(template_id, None)

    def all(self) -> list[Template]:
        """Return the user's own templates."""
        found = rows(
            self._core.database, "SELECT id, kind, channel, language, subject, text, saved_at FROM template ORDER BY id"
        )
        return [
            Template(number, LetterKind(kind), channel, language, subject, text, from_text(saved))
            for number, kind, channel, language, subject, text, saved in found
        ]


class Letters(UntoldRoom):
    """Letters as the user left them; one that was sent is a contact, and goes from here."""

    kind = Kind.LETTER

    def save(
        self,
        case_id: int,
        kind: LetterKind,
        channel: Channel,
        language: str,
        *,
        recipient: str = "",
        subject: str = "",
        text: str = "",
        exhibits: Sequence[int] = (),
        about: Mapping[str, object] | None = None,
    ) -> Changes:
        """Keep a letter, in place of the case's last of its kind, channel and language. Raises NotFound, BadInput."""
        key = (case_id, str(member(LetterKind, kind, "kind of message")), str(channel), language)
        words = (recipient.strip(), subject.strip(), text, json.dumps(list(exhibits)), json.dumps(dict(about or {})))
        with self._core.write():
            require_case(self._core, case_id)
            rows(
                self._core.database,
                "INSERT INTO letter (case_id, kind, channel, language, recipient, subject, text, exhibits, about, "
                "saved_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (case_id, kind, channel, language) "
                "DO UPDATE SET recipient = excluded.recipient, subject = excluded.subject, text = excluded.text, "
                "exhibits = excluded.exhibits, about = excluded.about, saved_at = excluded.saved_at",
                (*key, *words, to_text(self._core.clock())),
            )
            found = rows(
                self._core.database,
                "SELECT id FROM letter WHERE case_id = ? AND kind = ? AND channel = ? AND language = ?",
                key,
            )
            return self._changed(found[0][0], case_id)

    def get(self, letter_id: int) -> Letter:
        """Return a letter. Raises NotFound."""
        found = self._select("WHERE id = ?", letter_id)
        if not found:
            raise NotFound("there is no letter {number} in this casebook", number=letter_id)
        return found[0]

    def of_case(self, case_id: int) -> list[Letter]:
        """Return the letters of a case that were not sent, the latest first."""
        return self._select("WHERE case_id = ? ORDER BY saved_at DESC, id DESC", case_id)

    def drop(self, letter_id: int) -> Changes:
        """Forget a letter: it was sent, or is not wanted. Raises NotFound."""
        with self._core.write():
            letter = self.get(letter_id)
            rows(self._core.database, "DELETE FROM letter WHERE id = ?", (letter_id,))
            return self._changed(letter_id, letter.case_id)

    def _select(self, where: str, *values: Any) -> list[Letter]:
        found = rows(
            self._core.database,
            "SELECT id, case_id, kind, channel, language, recipient, subject, text, exhibits, about, saved_at "
            f"FROM letter {where}",
            values,
        )
        return [
            Letter(
                *(number, case_id, LetterKind(kind), Channel(channel), language, recipient, subject, text),
                exhibits=tuple(json.loads(exhibits)),
                about=json.loads(about),
                saved_at=from_text(saved),
            )
            for number, case_id, kind, channel, language, recipient, subject, text, exhibits, about, saved in found
        ]
