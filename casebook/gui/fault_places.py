"""Where a fault lies, as its user knows it: which exhibit of which case, not which file of which name."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from casebook.gui import texts, times
from casebook.journal.errors import CasebookError
from casebook.journal.records import Fault

if TYPE_CHECKING:
    from casebook.journal import Journal

_FILES = "files/"


def places(journal: Journal, faults: Iterable[Fault]) -> dict[str, str]:
    """Return words for those of the places of `faults` that can be told from the record, by `Fault.where`."""
    found: dict[str, str] = {}
    wheres = [fault.where for fault in faults]
    # What is damaged may hand out anything; then the place keeps the name that the check gave it.
    with suppress(CasebookError, ValueError, TypeError, KeyError, AttributeError):
        if any(where.startswith(_FILES) for where in wheres):
            found |= _exhibits(journal)
    for where in wheres:
        kind, _, number = where.rpartition(" ")[2].partition(":")
        if kind == "contact" and number.isdecimal():
            with suppress(CasebookError, ValueError, TypeError, KeyError, AttributeError):
                found[where] = _contact(journal, int(number))
    return {where: found[where] for where in wheres if where in found}


def _exhibits(journal: Journal) -> dict[str, str]:
    from casebook.journal.store.files import FileStore

    store, found = FileStore(journal.folder, journal.key), dict[str, str]()
    for row in journal.cases.rows():
        for exhibit in journal.exhibits.of_case(row.id):
            name = store.name(exhibit.file.sha256) if exhibit.file.sha256 else ""
            where = f"{_FILES}{name[:2]}/{name}"
            words = texts.joined(f"EX-{exhibit.number}", f"C-{row.id}", exhibit.name)
            found[where] = f"{found[where]}, {words}" if where in found else words
    return found


def _contact(journal: Journal, contact_id: int) -> str:
    contact = journal.contacts.get(contact_id)
    words = QCoreApplication.translate("faults", "Contact of {time}")
    case = f"C-{contact.case_id}" if contact.case_id else ""
    return texts.joined(case, words.format(time=times.short_moment(contact.happened)))
