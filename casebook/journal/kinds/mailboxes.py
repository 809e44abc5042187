"""Mailboxes on servers: where they are, what is read of them and how far. Their passwords are not kept here."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from casebook.journal.changes import Changes, Kind
from casebook.journal.core import Core, known_fields, member, required
from casebook.journal.errors import BadInput, NotFound
from casebook.journal.incoming import Mailbox, MailboxFolder
from casebook.journal.store.database import one, rows
from casebook.journal.terms import Security
from casebook.journal.times import from_text, to_text

PORTS = {Security.TLS: 993, Security.STARTTLS: 143, Security.NONE: 143}
"""The usual port for each way to a server (RFC 8314, 3.2)."""
_COLUMNS = ("name", "host", "port", "security", "user", "fingerprint", "search")
_HOST = re.compile(r"[\w.:-]{1,253}")
_HERE = re.compile(r"localhost|127(?:\.\d{1,3}){3}|::1", re.IGNORECASE)
_FINGERPRINT = re.compile(r"[0-9a-f]{64}")


class Mailboxes:
    """No facts of any case: the ledger does not tell of them. What is forgotten here stays on the server as it is."""

    def __init__(self, core: Core) -> None:
        self._core = core

    def draft(
        self,
        host: str,
        user: str,
        *,
        name: str = "",
        port: int = 0,
        security: Security = Security.TLS,
        fingerprint: str = "",
        search: str = "",
    ) -> Mailbox:
        """Return a mailbox as `add` would note it, with the number 0: to be tried before it is noted.

        Without a port it is the usual one. Raises BadInput, also for one that is noted already.
        """
        given = {"name": name or user, "host": host, "port": port or PORTS[security], "security": security}
        values = _checked({**given, "user": user, "search": search, "fingerprint": fingerprint})
        self._refuse_twice(values, 0)
        return Mailbox(id=0, recorded_at=self._core.clock(), **{**values, "security": security})

    def add(self, host: str, user: str, **fields: Any) -> Changes:
        """Note a mailbox; the fields are those of `draft`. Raises BadInput."""
        with self._core.write():
            box = self.draft(host, user, **fields)
            names, marks = ", ".join(_COLUMNS), ", ".join("?" * (len(_COLUMNS) + 1))
            cursor = self._core.database.execute_sql(
                f"INSERT INTO mailbox ({names}, recorded_at) VALUES ({marks})",
                [*_values(box), to_text(box.recorded_at)],
            )
            return self._changed(int(cursor.lastrowid))

    def edit(self, mailbox_id: int, **fields: Any) -> Changes:
        """Change where a mailbox is or what is read of it; the fields are those of `Mailbox`.

        Elsewhere, an accepted certificate no longer counts; there, and with another search, reading begins anew.
        Raises NotFound, BadInput.
        """
        with self._core.write():
            before, box = self.get(mailbox_id), self.draft_of(mailbox_id, **fields)
            names = ", ".join(f'"{column}" = ?' for column in _COLUMNS)
            self._core.database.execute_sql(f"UPDATE mailbox SET {names} WHERE id = ?", [*_values(box), mailbox_id])
            if (box.host, box.port, box.user, box.search) != (before.host, before.port, before.user, before.search):
                self._core.database.execute_sql(
                    "UPDATE mailbox_folder SET uidvalidity = 0, last_uid = 0 WHERE mailbox_id = ?", (mailbox_id,)
                )
            return self._changed(mailbox_id)

    def draft_of(self, mailbox_id: int, **fields: Any) -> Mailbox:
        """Return a mailbox as `edit` would make it. Raises NotFound, BadInput."""
        before = self.get(mailbox_id)
        kept = dict(zip(_COLUMNS, _values(before), strict=True))
        values = _checked({**kept, **known_fields(fields, dict.fromkeys(_COLUMNS, lambda value: value))})
        self._refuse_twice(values, mailbox_id)
        if (values["host"], values["port"]) != (before.host, before.port) and "fingerprint" not in fields:
            values["fingerprint"] = ""
        return Mailbox(
            id=mailbox_id, recorded_at=before.recorded_at, **{**values, "security": Security(values["security"])}
        )

    def get(self, mailbox_id: int) -> Mailbox:
        """Return a mailbox. Raises NotFound."""
        found = self._select("WHERE id = ?", mailbox_id)
        if not found:
            raise _unknown(mailbox_id)
        return found[0]

    def find(self, text: str) -> Mailbox:
        """Return the mailbox with this number, name or user. Raises NotFound; BadInput where several are meant."""
        wanted = text.strip()
        found = [box for box in self.all() if str(box.id) == wanted]
        found = found or [box for box in self.all() if wanted.casefold() in (box.name.casefold(), box.user.casefold())]
        if not found:
            raise _unknown(wanted)
        if len(found) > 1:
            raise BadInput(
                "several mailboxes are called {name}: give the number, see 'casebook mailbox list'", name=text
            )
        return found[0]

    def all(self) -> list[Mailbox]:
        """Return every mailbox, as noted."""
        return self._select("ORDER BY id")

    def forget(self, mailbox_id: int) -> Changes:
        """Take a mailbox off the list; the mails that came from it stay. Raises NotFound."""
        with self._core.write():
            self.get(mailbox_id)
            self._core.database.execute_sql("DELETE FROM mailbox WHERE id = ?", (mailbox_id,))
            return self._changed(mailbox_id)

    def folders(self, mailbox_id: int) -> list[MailboxFolder]:
        """Return the folders that were ever chosen or read, by name. Raises NotFound."""
        self.get(mailbox_id)
        found = rows(
            self._core.database,
            "SELECT mailbox_id, name, chosen, uidvalidity, last_uid, read_at FROM mailbox_folder "
            "WHERE mailbox_id = ? ORDER BY name",
            (mailbox_id,),
        )
        return [
            MailboxFolder(box, name, bool(chosen), uidvalidity, last_uid, from_text(read_at) if read_at else None)
            for box, name, chosen, uidvalidity, last_uid, read_at in found
        ]

    def choose(self, mailbox_id: int, names: Iterable[str]) -> Changes:
        """Read these folders from now on, and no others. Raises NotFound, BadInput."""
        chosen = list(dict.fromkeys(names))
        if not all(chosen):
            raise BadInput("a folder of a mailbox needs a name: see 'casebook mailbox folders'")
        with self._core.write():
            self.get(mailbox_id)
            self._core.database.execute_sql("UPDATE mailbox_folder SET chosen = 0 WHERE mailbox_id = ?", (mailbox_id,))
            for name in chosen:
                self._core.database.execute_sql(
                    "INSERT INTO mailbox_folder (mailbox_id, name, chosen, uidvalidity, last_uid) "
                    "VALUES (?, ?, 1, 0, 0) ON CONFLICT DO UPDATE SET chosen = 1",
                    (mailbox_id, name),
                )
            return self._changed(mailbox_id)

    def note_read(self, mailbox_id: int, folder: str, uidvalidity: int, last_uid: int) -> None:
        """Note how far a folder was read: what came from it up to this number is recorded. Raises NotFound."""
        with self._core.write():
            self.get(mailbox_id)
            self._core.database.execute_sql(
                "INSERT INTO mailbox_folder (mailbox_id, name, chosen, uidvalidity, last_uid, read_at) "
                "VALUES (?, ?, 0, ?, ?, ?) ON CONFLICT DO UPDATE SET uidvalidity = excluded.uidvalidity, "
                "last_uid = excluded.last_uid, read_at = excluded.read_at",
                (mailbox_id, folder, uidvalidity, last_uid, to_text(self._core.clock())),
            )
            self._changed(mailbox_id)

    def _select(self, where: str, *values: Any) -> list[Mailbox]:
        names = ", ".join(f'"{column}"' for column in _COLUMNS)
        found = rows(self._core.database, f"SELECT id, {names}, recorded_at FROM mailbox {where}", values)
        return [
            Mailbox(number, name, host, port, Security(security), user, fingerprint, search, from_text(recorded_at))
            for number, name, host, port, security, user, fingerprint, search, recorded_at in found
        ]

    def _refuse_twice(self, values: dict[str, Any], but: int) -> None:
        found = one(
            self._core.database,
            "SELECT id FROM mailbox WHERE host = ? AND user = ? AND port = ? AND id <> ?",
            (values["host"], values["user"], values["port"], but),
        )
        if found:
            raise BadInput(
                "{user} at {host} is on the list already, as mailbox {number}",
                user=values["user"],
                host=values["host"],
                number=found[0],
            )

    def _changed(self, mailbox_id: int) -> Changes:
        self._core.touch(Kind.MAILBOX, mailbox_id, None)
        return Changes(mailbox_id, {Kind.MAILBOX: frozenset({mailbox_id})})


def _values(box: Mailbox) -> list[Any]:
    """Return the columns of a mailbox in their order, as they are stored."""
    found = [getattr(box, column) for column in _COLUMNS]
    return [str(value) if isinstance(value, Security) else value for value in found]


def _unknown(what: object) -> NotFound:
    return NotFound("there is no mailbox {name} in this casebook: see 'casebook mailbox list'", name=what)


def _checked(values: dict[str, Any]) -> dict[str, Any]:
    """Return the columns of a mailbox as they are stored. Raises BadInput."""
    host = required(values["host"], "a mailbox needs its server's name, such as imap.example.org").lower().rstrip(".")
    if not _HOST.fullmatch(host):
        raise BadInput("'{host}' is not a server's name: write it like imap.example.org", host=values["host"])
    user = required(values["user"], "a mailbox needs a user name: often it is the whole mail address")
    if not 0 < values["port"] < 65_536:
        raise BadInput("{port} is not a port: the usual one is 993", port=values["port"])
    security = member(Security, values["security"], "way to a mail server")
    if security is Security.NONE and not _HERE.fullmatch(host):
        raise BadInput(
            "without encryption the password and the mails can be read on the way to {host}: use tls or starttls",
            host=host,
        )
    fingerprint = str(values["fingerprint"]).replace(":", "").replace(" ", "").lower()
    if fingerprint and not _FINGERPRINT.fullmatch(fingerprint):
        raise BadInput("a certificate's SHA-256 fingerprint has 64 hexadecimal digits: copy the whole of it")
    checked = {"host": host, "user": user, "security": str(security), "fingerprint": fingerprint}
    words = {"name": values["name"].strip() or user, "search": values["search"].strip()}
    return {column: values[column] for column in _COLUMNS} | checked | words
