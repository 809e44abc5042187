"""What an earlier dossier, a backup, or a hash copied from paper says of the ledger: for comparing it with that."""

from __future__ import annotations

import re
from collections.abc import Generator
from dataclasses import replace
from pathlib import Path

from casebook.dossier import verify
from casebook.journal.backup.backup_form import read as read_backup
from casebook.journal.errors import BadInput
from casebook.journal.progress import Progress
from casebook.journal.proof.audit_ledger import Claim
from casebook.journal.records import Fault

_HASH = re.compile(r"[0-9a-fA-F]{64}")


def claims(against: str) -> Generator[Progress, None, tuple[list[Claim], list[Fault]]]:
    """Return what it says of the ledger, and what is wrong with it itself: a changed dossier is no witness.

    `against` is the path of a dossier or of a backup, or 64 hex digits. Raises NotFound, BadInput, DiskTrouble.
    """
    if _HASH.fullmatch(against.strip()):
        return [Claim(against.strip().lower(), "you")], []
    path = Path(against)
    if path.is_dir() and (backup := read_backup(path)) is not None:
        if not backup.head:
            raise BadInput("{path} does not say which ledger entry it ends with: compare with another one", path=path)
        # Where something was purged from it, its own ledger goes on by itself from there.
        return [Claim(backup.shared or backup.head, path.name)], []
    verdict = yield from verify.check(path)
    named = verify.heads(path)
    if not named:
        raise BadInput("{path} names no entry of the ledger: give a dossier, a backup, or the hash itself", path=path)
    faults = [replace(fault, where=f"{path.name}/{fault.where}") for fault in verdict.faults]
    return [Claim(found, path.name) for found in named], faults
