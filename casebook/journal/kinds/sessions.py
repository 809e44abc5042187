"""Chats and calls under way: kept from the first moment on, so that no crash loses how long one waited."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from casebook.journal.changes import Changes, Kind
from casebook.journal.core import Core, member, require_case
from casebook.journal.errors import BadInput, NotFound
from casebook.journal.planning import Session
from casebook.journal.store.database import rows
from casebook.journal.talking import Step
from casebook.journal.terms import Channel
from casebook.journal.times import from_text, to_text


class Sessions:
    """One a case at most. No fact of a case yet: what becomes of it is a contact."""

    def __init__(self, core: Core) -> None:
        self._core = core

    def start(self, case_id: int, channel: Channel) -> Changes:
        """Begin a chat or call now. Raises NotFound, BadInput where one is under way in the case."""
        now = to_text(self._core.clock())
        with self._core.write():
            require_case(self._core, case_id)
            if self.of_case(case_id) is not None:
                raise BadInput("a chat or call is under way in C-{number} already: end it first", number=case_id)
            rows(
                self._core.database,
                "INSERT INTO session (case_id, channel, started_at, events, words, saved_at) "
                "VALUES (?, ?, ?, '[]', '{}', ?)",
                (case_id, str(channel), now, now),
            )
            return self._changed(case_id)

    def note(self, case_id: int, step: str, who: str = "") -> Changes:
        """Keep that a step was taken in it now, and which agent it brought. Raises NotFound, BadInput."""
        name = member(Step, step, "step of a chat or call")
        with self._core.write():
            events = self.get(case_id).events
            return self._set_events(case_id, [*events, (f"{name} {' '.join(who.split())}".strip(), self._core.clock())])

    def name(self, case_id: int, who: str) -> Changes:
        """Say who it is that answered last. Raises NotFound, BadInput where nobody did."""
        with self._core.write():
            events = list(self.get(case_id).events)
            for place in range(len(events) - 1, -1, -1):
                if events[place][0].partition(" ")[0] == Step.ANSWERED:
                    named = f"{Step.ANSWERED} {' '.join(who.split())}".strip()
                    events[place] = (named, events[place][1])
                    return self._set_events(case_id, events)
            raise BadInput("nobody has answered in C-{number} yet", number=case_id)

    def take_back(self, case_id: int) -> Changes:
        """Forget the last step. Raises NotFound, BadInput where there is none but the start."""
        with self._core.write():
            events = self.get(case_id).events
            if not events:
                raise BadInput("nothing happened in this chat or call yet that could be taken back")
            return self._set_events(case_id, events[:-1])

    def keep(self, case_id: int, words: Mapping[str, str]) -> Changes:
        """Keep what was written of it so far. Raises NotFound."""
        with self._core.write():
            self.get(case_id)
            kept = json.dumps(dict(words), ensure_ascii=False, sort_keys=True)
            self._set(case_id, words=kept, saved_at=to_text(self._core.clock()))
            return self._changed(case_id)

    def end(self, case_id: int) -> Changes:
        """Forget it: it was recorded as a contact, or is not wanted. Raises NotFound."""
        with self._core.write():
            self.get(case_id)
            rows(self._core.database, "DELETE FROM session WHERE case_id = ?", (case_id,))
            return self._changed(case_id)

    def get(self, case_id: int) -> Session:
        """Return what is under way in a case. Raises NotFound."""
        found = self.of_case(case_id)
        if found is None:
            raise NotFound("no chat or call is under way in C-{number}", number=case_id)
        return found

    def of_case(self, case_id: int) -> Session | None:
        """Return what is under way in a case, or None."""
        found = self._select("WHERE case_id = ?", case_id)
        return found[0] if found else None

    def all(self) -> list[Session]:
        """Return everything that is under way, the earliest first."""
        return self._select("ORDER BY started_at, case_id")

    def transcript(self, case_id: int) -> int | None:
        """Return the chat that was recorded line by line while this one went on, the last of several, or None."""
        found = rows(
            self._core.database,
            "SELECT c.id FROM session s JOIN contact c ON c.case_id = s.case_id AND c.channel = s.channel "
            "JOIN chat t ON t.id = c.id WHERE s.case_id = ? AND c.recorded_at >= s.started_at "
            "AND c.deleted_at IS NULL ORDER BY c.id DESC LIMIT 1",
            (case_id,),
        )
        return int(found[0][0]) if found else None

    def _set_events(self, case_id: int, events: Sequence[tuple[str, datetime]]) -> Changes:
        kept = json.dumps([[name, to_text(at)] for name, at in events], ensure_ascii=False)
        self._set(case_id, events=kept, saved_at=to_text(self._core.clock()))
        return self._changed(case_id)

    def _set(self, case_id: int, **columns: str) -> None:
        names = ", ".join(f"{name} = ?" for name in columns)
        rows(self._core.database, f"UPDATE session SET {names} WHERE case_id = ?", (*columns.values(), case_id))

    def _select(self, where: str, *values: Any) -> list[Session]:
        found = rows(
            self._core.database,
            f"SELECT case_id, channel, started_at, events, words, saved_at FROM session {where}",
            values,
        )
        return [
            Session(
                *(case_id, Channel(channel), from_text(started)),
                events=tuple((name, from_text(at)) for name, at in json.loads(events)),
                words=json.loads(words),
                saved_at=from_text(saved),
            )
            for case_id, channel, started, events, words, saved in found
        ]

    def _changed(self, case_id: int) -> Changes:
        self._core.touch(Kind.SESSION, case_id, case_id)
        return Changes(case_id, {Kind.SESSION: frozenset({case_id})}, frozenset({case_id}))
