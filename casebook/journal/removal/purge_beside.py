"""A secret taken out of what is no record: drafts, letters, templates, mailboxes, absent mails, own choices."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from casebook.journal.core import Core
from casebook.journal.store.database import has_table, rows

if TYPE_CHECKING:
    from casebook.journal.removal.secret import Secret

_LISTED = {"thread_key": "message_id", "passed_over": "value", "mailbox_folder": "name"}
"""Tables whose rows go as a whole with the column that holds the secret: they only save work."""
_WORDS = {
    "mailbox": dict.fromkeys(("name", "host", "user", "search"), "text"),
    "template": dict.fromkeys(("subject", "text"), "text"),
    "letter": {**dict.fromkeys(("recipient", "subject", "text"), "text"), "about": "json"},
    "session": {"words": "json"},
    "saved_view": {"name": "text", "definition": "json"},
}
"""Tables of what is no fact of a case, with their columns of words and how those are kept."""


def count(core: Core, secret: Secret) -> int:
    """Return in how many places beside records and drafts the secret stands."""
    return sum(1 for _place in _rows(core, secret)) + len(list(_written(core, secret))) + len(_choices(core, secret))


def take_out(core: Core, secret: Secret) -> None:
    """Take the secret out of those places. Inside a write."""
    for table, column, value in list(_rows(core, secret)):
        rows(core.database, f'DELETE FROM "{table}" WHERE "{column}" = ?', (value,))
    for table, number, values in list(_written(core, secret)):
        columns = _WORDS[table]
        names = ", ".join(f'"{name}" = ?' for name in columns)
        pairs = zip(values, columns.values(), strict=True)
        purged = [(secret.out_of_json if how == "json" else secret.out_of_text)(value) for value, how in pairs]
        rows(core.database, f'UPDATE "{table}" SET {names} WHERE rowid = ?', (*purged, number))
    for key, value in _choices(core, secret):
        rows(core.database, "UPDATE meta SET value = ? WHERE key = ?", (secret.out_of_json(value), key))


def drafts(core: Core, secret: Secret) -> list[int]:
    """Return the cases whose draft holds the secret."""
    if not has_table(core.database, "draft"):
        return []
    found = {
        case_id for case_id, words in rows(core.database, "SELECT case_id, words FROM draft") if secret.in_json(words)
    }
    for case_id, name, about, path, content in core.database.execute_sql(
        "SELECT case_id, name, description, path, content FROM draft_file"
    ):
        if any(map(secret.in_text, (name, about, path))) or secret.in_file([bytes(content)]):
            found.add(case_id)
    return sorted(found)


def blot_draft(core: Core, case_id: int, secret: Secret) -> None:
    """Take the secret out of a case's draft; a file of it that holds it goes. Inside a write."""
    ((words,),) = rows(core.database, "SELECT words FROM draft WHERE case_id = ?", (case_id,))
    rows(core.database, "UPDATE draft SET words = ? WHERE case_id = ?", (secret.out_of_json(words), case_id))
    told = "SELECT position, name, description, path, content FROM draft_file WHERE case_id = ?"
    for position, name, about, path, content in rows(core.database, told, (case_id,)):
        if secret.in_text(path) or secret.in_file([bytes(content)]):
            rows(core.database, "DELETE FROM draft_file WHERE case_id = ? AND position = ?", (case_id, position))
        else:
            rows(
                core.database,
                "UPDATE draft_file SET name = ?, description = ? WHERE case_id = ? AND position = ?",
                (secret.out_of_text(name), secret.out_of_text(about), case_id, position),
            )


def _rows(core: Core, secret: Secret) -> Iterator[tuple[str, str, str]]:
    for table, column in _LISTED.items():
        if has_table(core.database, table):
            for (value,) in core.database.execute_sql(f'SELECT DISTINCT "{column}" FROM "{table}"'):
                if secret.in_text(value):
                    yield table, column, value


def _written(core: Core, secret: Secret) -> Iterator[tuple[str, int, list[str]]]:
    for table, columns in _WORDS.items():
        if not has_table(core.database, table):  # a backup may be older than it
            continue
        names = ", ".join(f'"{name}"' for name in columns)
        for number, *values in core.database.execute_sql(f'SELECT rowid, {names} FROM "{table}"'):
            told = [str(value) for value in values]
            checks = zip(told, columns.values(), strict=True)
            if any((secret.in_json if how == "json" else secret.in_text)(value) for value, how in checks):
                yield table, int(number), told


def _choices(core: Core, secret: Secret) -> list[tuple[str, str]]:
    # The rest of the table says what file this is, in words of the program's own.
    found = rows(core.database, "SELECT key, value FROM meta WHERE key = 'preferences'")
    return [(key, value) for key, value in found if secret.in_json(value)]
