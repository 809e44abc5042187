"""What is kept: the record of a dispute, and the only room that knows the database."""

from typing import TYPE_CHECKING, Any

from casebook.journal.changes import Changes, Kind
from casebook.journal.errors import (
    BadInput,
    BadPlace,
    Busy,
    CasebookError,
    Damaged,
    DiskTrouble,
    Locked,
    NotACasebook,
    NotFound,
    ReadOnly,
    TooNew,
)
from casebook.journal.progress import Progress

if TYPE_CHECKING:
    from casebook.journal.journal import Journal
    from casebook.journal.proof.audit import check_folder as check

__all__ = [
    "BadInput",
    "BadPlace",
    "Busy",
    "CasebookError",
    "Changes",
    "Damaged",
    "DiskTrouble",
    "Journal",
    "Kind",
    "Locked",
    "NotACasebook",
    "NotFound",
    "Progress",
    "ReadOnly",
    "TooNew",
    "check",
]


def __getattr__(name: str) -> Any:
    # The window names the journal's values before it is painted; the database driver is loaded after that.
    if name == "Journal":
        from casebook.journal.journal import Journal

        return Journal
    if name == "check":
        from casebook.journal.proof.audit import check_folder

        return check_folder
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
