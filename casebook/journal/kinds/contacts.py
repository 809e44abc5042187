"""Contacts: what happened, in the order in which it happened."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from peewee import SQL

from casebook.journal.changes import Changes, Kind
from casebook.journal.core import Core, Room, known_fields, member, or_none, required
from casebook.journal.errors import BadInput
from casebook.journal.kinds.exhibits import Exhibits, refuse_impossible
from casebook.journal.kinds.references import Tickets
from casebook.journal.kinds.wanted import Facets, Wanted, conditions
from casebook.journal.listings import ContactRow, LastUsed
from casebook.journal.planning import NOTHING, Details
from casebook.journal.preferences import PreferencesRoom
from casebook.journal.records import Amendment, Attachment, Contact, Exhibit
from casebook.journal.store.database import one, rows
from casebook.journal.store.tables import AmendmentTable, ContactTable, moment_columns, moment_of
from casebook.journal.terms import Automatic, Channel, Direction
from casebook.journal.times import Moment

_ADDED = ("role", "translation", "details")


class Contacts(Room):
    """The contacts of all cases. A recorded fact is never overwritten silently: it is amended, with a reason."""

    kind = Kind.CONTACT
    table = ContactTable

    def __init__(self, core: Core, exhibits: Exhibits, tickets: Tickets) -> None:
        super().__init__(core)
        self._exhibits = exhibits
        self._tickets = tickets
        self._amendments = _Amendments(core)
        self._preferences = PreferencesRoom(core)

    def log(
        self,
        case_id: int,
        *,
        channel: Channel,
        direction: Direction,
        happened: Moment,
        text: str = "",
        agent: str = "",
        agent_id: str = "",
        bot: bool | None = None,
        platform: str = "",
        subject: str = "",
        outcome: str = "",
        tickets: Sequence[str] = (),
        attachments: Sequence[Attachment] = (),
        details: Details = NOTHING,
    ) -> Changes:
        """Record a contact with its attachments, in one transaction. Raises NotFound, BadInput, DiskTrouble."""
        words = (text, subject, agent, outcome, details.to_json())
        if not (attachments or tickets or any(map(str.strip, words))):
            raise BadInput("an empty contact says nothing: write what happened, or attach a screenshot")
        for attachment in attachments:
            refuse_impossible(attachment)
        with self._core.write() as noted:
            self._require_case(case_id)
            contact_id = self.put(
                "contact.logged",
                case_id=case_id,
                channel=channel,
                direction=direction,
                happened=happened,
                text=text.strip("\n"),
                agent=agent.strip(),
                agent_id=agent_id.strip().removeprefix("#"),
                bot=bot,
                platform=platform.strip(),
                subject=subject.strip(),
                outcome=outcome.strip(),
                tickets=tuple(dict.fromkeys(filter(None, (number.strip() for number in tickets)))),
                details=or_none(details.to_json()),
            )
            for attachment in attachments:
                self._exhibits.put(case_id, contact_id, attachment)
            return noted.changes(contact_id)

    def put(self, what: str, *, indexed: bool = True, **values: Any) -> int:
        """Insert a contact inside a write under way, with its tickets; return its id."""
        happened: Moment = values.pop("happened")
        contact_id = self._insert(
            what,
            values["case_id"],
            indexed=indexed,
            **{
                "automatic": "",
                "amended": 0,
                "discarded": 0,
                "platform": "",
                "outcome": "",
                "agent": "",
                "agent_id": "",
                "tickets": (),
                **values,
                "channel": str(member(Channel, values["channel"], "channel")),
                "direction": str(member(Direction, values["direction"], "direction")),
                "bot": None if values.get("bot") is None else int(values["bot"]),
            },
            **moment_columns("happened", happened),
        )
        for number in values.get("tickets", ()):
            self._tickets.put(values["case_id"], number, contact_id)
        return contact_id

    def put_row(self, what: str, case_id: int | None, row: Mapping[str, Any]) -> int:
        """Insert a contact as its table keeps it, inside a write under way, and leave its index to `index_new`."""
        return self._put(what, case_id, row, indexed=False)

    def place(self, contact_id: int, what: str, **values: Any) -> None:
        """Change where an imported contact belongs, inside a write under way."""
        self._update(what, contact_id, values.get("case_id"), **values)

    def unplace(self, contact_id: int, what: str, case_id: int | None) -> None:
        """Take a contact out of the case it was placed in, inside a write under way."""
        self._update(what, contact_id, case_id, case_id=None)

    def change(self, contact_id: int, reason: str = "", **fields: Any) -> Changes:
        """Put recorded facts right: soon after they were written down as they are, later as an amendment.

        A reason makes it an amendment at any time; a locked contact needs one. Raises NotFound, BadInput.
        """
        with self._core.write():
            contact = self.get(contact_id)
            if reason.strip():
                return self.amend(contact_id, reason, **fields)
            if self.is_locked(contact, self._core.clock()):
                raise BadInput(
                    "contact {number} is locked: give a reason for the change, and its earlier words stay readable",
                    number=contact_id,
                )
            return self._change(contact, "contact.corrected", _amendable(fields))

    def is_locked(self, contact: Contact, now: datetime) -> bool:
        """Return whether a change to the contact is an amendment, and no longer the end of writing it down.

        What a mail or an exported chat says of itself was never typed, and what was amended once is not set right
        unseen. A clock that shows a time before the contact was recorded tells nothing, so it locks as well.
        """
        grace = timedelta(minutes=self._preferences.get().grace_minutes)
        if contact.amended or not timedelta(0) <= now - contact.recorded_at < grace:
            return True
        imported = "SELECT 1 FROM mail WHERE id = ? UNION ALL SELECT 1 FROM chat WHERE id = ?"
        return one(self._core.database, imported, (contact.id, contact.id)) is not None

    def amend(self, contact_id: int, reason: str, **fields: Any) -> Changes:
        """Change recorded facts and keep the earlier words, each with the reason. Raises NotFound, BadInput."""
        why = required(reason, "a change to a recorded fact needs a reason")
        with self._core.write():
            return self._change(self.get(contact_id), "contact.amended", _amendable(fields), why)

    def _change(self, before: Contact, what: str, values: Mapping[str, Any], why: str = "") -> Changes:
        with self._core.write() as noted:
            changed = {name: value for name, value in values.items() if getattr(before, name) != value}
            if not changed:
                raise BadInput("nothing would change")
            columns = {name: _stored(value) for name, value in changed.items() if name != "happened"}
            if "happened" in changed:
                columns |= moment_columns("happened", changed["happened"])
            if "text" in changed:  # what was found in the earlier words says nothing of these
                columns |= {"quote_at": None, "signature_at": None}
            if why:
                columns["amended"] = 1
                for name, value in changed.items():
                    old = getattr(before, name)
                    self._amendments.put(before.case_id, before.id, name, _shown(old), _shown(value), why)
            self._update(what, before.id, before.case_id, **columns)
            return noted.changes(before.id)

    def add_to(self, contact_id: int, **fields: Any) -> Changes:
        """Say what the recorded words leave open: `role` of the agent, own `translation`, `details`, `outcome`.

        Raises NotFound, BadInput for an outcome where one is recorded: that is amended.
        """
        texts = dict.fromkeys(("role", "translation"), or_none)
        more = {"details": lambda details: or_none(details.to_json()), "outcome": lambda text: text.strip()}
        values = known_fields(fields, {**texts, **more})
        with self._core.write() as noted:
            before = self.get(contact_id)
            if values.get("outcome") and before.outcome:
                raise BadInput("contact {number} has an outcome already: amend it", number=contact_id)
            self._update("contact.supplemented", contact_id, before.case_id, **values)
            return noted.changes(contact_id)

    def get(self, contact_id: int) -> Contact:
        """Return a contact with its exhibits. Raises NotFound."""
        row = self._row(contact_id, "contact")
        return _contact(row, self._exhibits.of_contacts([contact_id]).get(contact_id, ()))

    def many(self, contact_ids: Iterable[int], most: int = 0) -> dict[int, Contact]:
        """Return several contacts by id, each with `most` exhibits at most where given; unknown ids are left out."""
        wanted = list(contact_ids)
        return self._records(self._rows(SQL(f"id IN ({', '.join('?' * len(wanted))})", wanted)), wanted, most)

    def of_case(self, case_id: int) -> list[Contact]:
        """Return a case's contacts in the order in which they happened."""
        found = self._rows(*_shown_in(case_id), order=(ContactTable.happened_at, ContactTable.id))
        contacts = self._records(found, [row["id"] for row in found])
        return [contacts[row["id"]] for row in found]

    def timeline(self, case_id: int) -> list[ContactRow]:
        """Return what a list needs to lay a case's contacts out, in the order in which they happened."""
        # octet_length, not length: it is in the row's header, so that long words need not be read to be measured.
        found = rows(
            self._core.database,
            "SELECT id, happened_at, happened_offset, direction, octet_length(text) + octet_length(subject), "
            "coalesce(e.n, 0) FROM contact LEFT JOIN (SELECT contact_id, count(*) AS n FROM exhibit WHERE case_id = ? "
            "AND contact_id IS NOT NULL AND deleted_at IS NULL GROUP BY contact_id) e ON e.contact_id = contact.id "
            "WHERE case_id = ? AND deleted_at IS NULL ORDER BY happened_at, id",
            (case_id, case_id),
        )
        return list(map(ContactRow._make, found))

    def of_channel(self, case_id: int, channel: Channel) -> list[int]:
        """Return the ids of a case's contacts over one channel in the order in which they happened."""
        found = rows(
            self._core.database,
            "SELECT id FROM contact WHERE case_id = ? AND channel = ? AND deleted_at IS NULL ORDER BY happened_at, id",
            (case_id, str(channel)),
        )
        return [row[0] for row in found]

    def facets(self, case_id: int) -> Facets:
        """Return what the contacts of a case can be told apart by: channels, people, ticket numbers."""
        database = self._core.database
        found = rows(
            database,
            "SELECT channel, agent, count(*) FROM contact WHERE case_id = ? AND deleted_at IS NULL "
            "GROUP BY channel, agent",
            (case_id,),
        )
        channels, people = Counter[str](), Counter[str]()
        for channel, agent, count in found:
            channels[channel] += count
            people[agent] += count
        del people[""]
        tickets = rows(database, "SELECT DISTINCT number FROM ticket WHERE case_id = ? ORDER BY id", (case_id,))
        known = tuple(Channel(channel) for channel, _count in channels.most_common())
        return Facets(known, tuple(name for name, _count in people.most_common()), tuple(row[0] for row in tickets))

    def matching(self, case_id: int, wanted: Wanted) -> list[int]:
        """Return the ids of a case's contacts that are wanted, in the order in which they happened."""
        tests, values = conditions(wanted)
        found = rows(
            self._core.database,
            f"SELECT id FROM contact WHERE case_id = ? AND deleted_at IS NULL{tests} ORDER BY happened_at, id",
            (case_id, *values),
        )
        return [row[0] for row in found]

    def amendments(self, contact_id: int) -> list[Amendment]:
        """Return the changes made to a contact, oldest first."""
        return self._amendments.where(AmendmentTable.contact_id == contact_id)

    def amendments_of_case(self, case_id: int) -> list[Amendment]:
        """Return the changes made to any contact of a case, oldest first."""
        shown = ContactTable.select(ContactTable.id).where(*_shown_in(case_id))
        return self._amendments.where(AmendmentTable.contact_id.in_(shown))

    def last_used(self, case_id: int) -> LastUsed:
        """Return the channel and agent last written down by hand in a case, and its latest ticket number.

        Imported mails and chats are left out: who types is in a chat or on the phone more often than in a mail.
        """
        sql = (
            "SELECT channel, agent, agent_id FROM contact c WHERE "
            "id IN (SELECT id FROM contact WHERE case_id = ? ORDER BY id DESC LIMIT ?) "
            "AND deleted_at IS NULL AND NOT EXISTS (SELECT 1 FROM mail WHERE id = c.id) "
            "AND NOT EXISTS (SELECT 1 FROM chat WHERE id = c.id) ORDER BY id DESC LIMIT 1"
        )
        # Among the latest ones as a rule: their numbers are in an index, all else is in ten thousand rows.
        last = rows(self._core.database, sql, (case_id, 50)) or rows(self._core.database, sql, (case_id, -1))
        ticket = rows(
            self._core.database, "SELECT number FROM ticket WHERE case_id = ? ORDER BY id DESC LIMIT 1", (case_id,)
        )
        channel, agent, agent_id = last[0] if last else (Channel.CHAT, "", "")
        return LastUsed(Channel(channel), agent, agent_id, ticket[0][0] if ticket else "")

    def _records(self, found: list[dict[str, Any]], ids: Sequence[int], most: int = 0) -> dict[int, Contact]:
        exhibits: dict[int, tuple[Exhibit, ...]] = {}
        for start in range(0, len(ids), 500):  # SQLite takes a limited number of values in one statement
            exhibits |= self._exhibits.of_contacts(ids[start : start + 500], most)
        return {row["id"]: _contact(row, exhibits.get(row["id"], ())) for row in found}

    def index(self, contact_id: int) -> None:
        """Index a contact together with the people of its mail, inside a write under way."""
        self._index(contact_id, self._raw(contact_id) or {})

    def index_new(self, contact_id: int, words: Mapping[str, str], *people: str) -> None:
        """Index a contact that was put just now, whose words and people are at hand, inside a write under way."""
        told = self._words({"tickets": "[]", **words})
        self._core.index.put(str(self.kind), contact_id, "\n".join((told, *people)), new=True)

    def _index(self, record_id: int, state: Mapping[str, Any]) -> None:
        mail = one(self._core.database, "SELECT sender, sender_name, recipients FROM mail WHERE id = ?", (record_id,))
        self._core.index.put(str(self.kind), record_id, "\n".join((self._words(state), *(mail or ()))))

    def _words(self, state: Mapping[str, Any]) -> str:
        named = ("subject", "text", "agent", "agent_id", "outcome", "platform", "tickets", *_ADDED)
        return "\n".join(str(state[name]) for name in named if state.get(name))


class _Amendments(Room):
    kind = Kind.AMENDMENT
    table = AmendmentTable

    def put(self, case_id: int | None, contact_id: int, field: str, before: str, after: str, reason: str) -> int:
        values = {"contact_id": contact_id, "field": field, "before": before, "after": after, "reason": reason}
        return self._insert("contact.fact-changed", case_id, case_id=case_id, **values)

    def where(self, condition: Any) -> list[Amendment]:
        return [Amendment(**row) for row in self._rows(condition)]


def _shown_in(case_id: int) -> tuple[Any, Any]:
    return ContactTable.case_id == case_id, ContactTable.deleted_at.is_null()


def _amendable(fields: dict[str, Any]) -> dict[str, Any]:
    plain = dict.fromkeys(("text", "agent", "agent_id", "platform", "subject", "outcome"), str.strip)
    return known_fields(
        fields,
        {
            **plain,
            "channel": lambda v: member(Channel, v, "channel"),
            "direction": lambda v: member(Direction, v, "direction"),
            "bot": lambda v: v,
            "happened": lambda v: v,
        },
    )


def _shown(value: Any) -> str:
    if isinstance(value, Moment):
        return value.told
    return {None: "unknown", True: "bot", False: "person"}.get(value, "") if not isinstance(value, str) else str(value)


def _stored(value: Any) -> Any:
    return int(value) if isinstance(value, bool) else value if value is None else str(value)


def _contact(row: dict[str, Any], exhibits: tuple[Exhibit, ...]) -> Contact:
    happened = moment_of(row, "happened")
    assert happened is not None, "the column is NOT NULL"
    return Contact(
        id=row["id"],
        case_id=row["case_id"],
        channel=Channel(row["channel"]),
        direction=Direction(row["direction"]),
        happened=happened,
        agent=row["agent"],
        agent_id=row["agent_id"],
        bot=None if row["bot"] is None else bool(row["bot"]),
        platform=row["platform"],
        subject=row["subject"],
        text=row["text"],
        outcome=row["outcome"],
        automatic=Automatic(row["automatic"]),
        tickets=row["tickets"],
        exhibits=exhibits,
        amended=bool(row["amended"]),
        recorded_at=row["recorded_at"],
        deleted_at=row["deleted_at"],
        purged_at=row["purged_at"],
        role=row["role"] or "",
        translation=row["translation"] or "",
        quote_at=row["quote_at"],
        signature_at=row["signature_at"],
        details=Details.from_json(row["details"]) if row["details"] else NOTHING,
    )
