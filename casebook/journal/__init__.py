"""What is kept: the record of a dispute, and the only room that knows the database."""

from casebook.journal.changes import Changes, Kind
from casebook.journal.check import check_folder as check
from casebook.journal.errors import (
    BadInput,
    CasebookError,
    Damaged,
    DiskTrouble,
    NotACasebook,
    NotFound,
    TooNew,
)
from casebook.journal.journal import Journal
from casebook.journal.progress import Progress

__all__ = [
    "BadInput",
    "CasebookError",
    "Changes",
    "Damaged",
    "DiskTrouble",
    "Journal",
    "Kind",
    "NotACasebook",
    "NotFound",
    "Progress",
    "TooNew",
    "check",
]
