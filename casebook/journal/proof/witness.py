"""The witness: what this computer last saw of a ledger, kept outside the casebook.

Whoever can write the casebook can cut its last entries or hash all of them anew, and the chain alone would not show
it. So the hashes are kept a second time, in the user's own data folder, for each casebook and each place it lies in.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from casebook.journal.proof.ledger import GENESIS, Ledger
from casebook.journal.store.database_name import DATABASE_NAME
from casebook.journal.store.durable import write_whole

_WIDE = 32  # bytes of one hash
RESTORED, ACCEPTED = "casebook.restored", "ledger.accepted"
"""The entries by which a ledger itself says that it does not go on from what was seen."""
_BEFORE = ("clock.set-back", ".purged", ".erased", ".unlinked")
"""What may stand before such an entry: a purge writes on in the ledger of each backup, which is restored later."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What was last seen: where, which casebook, its last entry, and how far the ledger was checked."""

    folder: str
    casebook: str
    number: int
    hash: str
    at: str
    """When that was; the stored form of a time."""
    checked: int = 0
    checked_hash: str = GENESIS
    signed: int = 0
    """The number of the last checkpoint."""


@dataclass(frozen=True, slots=True)
class Difference:
    """The first entry that is not the one seen before, and by which entry the ledger itself tells why (0 = by none)."""

    first: int
    told_by: int


class Witness:
    """The notes on one casebook in one folder. Trouble with them never stops work on the casebook."""

    def __init__(self, keys: Path, folder: Path, casebook_id: str) -> None:
        self._keys = keys
        self._folder = _place(folder)
        self._casebook = casebook_id
        name = f"{_short(self._folder)}-{_short(casebook_id)}"
        self._path, self._heads = keys / f"{name}.json", keys / f"{name}.heads"
        self.seen = _read(self._path) or self._moved()

    def others(self) -> list[Seen]:
        """Return what was seen of other casebooks in the same folder."""
        found = (_read(path) for path in self._keys.glob(f"{_short(self._folder)}-*.json") if path != self._path)
        return [seen for seen in found if seen is not None]

    def difference(self, ledger: Ledger) -> Difference | None:
        """Return where the ledger parts from what was seen; None where it goes on from there, or nothing was seen."""
        self.seen = _read(self._path) or self.seen  # another program may have noted more meanwhile
        if self.seen is None or ledger.hash_at(self.seen.number) == self.seen.hash:
            return None
        first = self._first_other(ledger)
        return Difference(first, _told_by(ledger, first))

    def note(self, ledger: Ledger, at: str, signed: int = 0) -> None:
        """Note the ledger's present end, unless it parts from what was seen in a way that it does not tell of itself.

        A casebook in whose folder another one was seen is not noted: first somebody has to say that this is right.
        """
        difference = self.difference(ledger)
        if (difference is not None and not difference.told_by) or (self.seen is None and self.others()):
            return
        self.rebase(ledger, at, signed, from_number=0 if difference else self.seen.number if self.seen else 0)

    def rebase(self, ledger: Ledger, at: str, signed: int = 0, from_number: int = 0) -> None:
        """Take the ledger as it is now for what was seen, whatever was seen before."""
        head = ledger.head()
        old = self.seen
        if old and from_number and (head.number, head.hash, signed or old.signed) == (old.number, old.hash, old.signed):
            return
        checked = (old.checked, old.checked_hash) if old and from_number else (0, GENESIS)
        kept = signed or (old.signed if old and from_number else 0)
        with suppress(OSError, ValueError):
            self._keys.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._keep_heads(ledger.hashes(from_number), from_number)
            self._save(Seen(self._folder, self._casebook, head.number, head.hash, at, *checked, kept))

    def note_checked(self, number: int, entry_hash: str) -> None:
        """Note that the ledger was checked up to an entry and found whole."""
        if self.seen is not None and number <= self.seen.number:
            with suppress(OSError):
                self._save(replace(self.seen, checked=number, checked_hash=entry_hash))

    def drop_others(self) -> None:
        """Drop what was seen of other casebooks in this folder."""
        for path in self._keys.glob(f"{_short(self._folder)}-*"):
            if path not in {self._path, self._heads}:
                with suppress(OSError):
                    path.unlink()

    def _first_other(self, ledger: Ledger) -> int:
        number = 0
        with suppress(OSError), self._heads.open("rb") as file:
            for number, stored in enumerate(ledger.hashes(0), 1):
                known = file.read(_WIDE)
                if len(known) < _WIDE or known.hex() != stored:
                    return number
        return number + 1

    def _keep_heads(self, hashes: Iterable[str], after: int) -> None:
        if after and (not self._heads.exists() or self._heads.stat().st_size < after * _WIDE):
            return  # the list has a gap; the last hash still stands in the note itself
        with os.fdopen(os.open(self._heads, os.O_WRONLY | os.O_CREAT, 0o600), "wb") as file:
            file.truncate(after * _WIDE)
            file.seek(after * _WIDE)
            for stored in hashes:
                file.write(bytes.fromhex(stored))

    def _save(self, seen: Seen) -> None:
        write_whole(self._path, json.dumps(asdict(seen), ensure_ascii=False, sort_keys=True).encode())
        self.seen = seen

    def _moved(self) -> Seen | None:
        """Take over what was seen of this casebook in a folder where no casebook lies any more: it was moved here."""
        for path in self._keys.glob(f"*-{_short(self._casebook)}.json"):
            seen = _read(path)
            if seen is None or (Path(seen.folder) / DATABASE_NAME).exists():
                continue
            with suppress(OSError):
                os.replace(path.with_suffix(".heads"), self._heads)
            moved = replace(seen, folder=self._folder)
            with suppress(OSError):
                self._save(moved)
                path.unlink()
            return moved
        return None


def forget(keys: Path, folder: Path) -> None:
    """Drop what was seen in a folder: a new casebook is made there."""
    for path in keys.glob(f"{_short(_place(folder))}-*"):
        with suppress(OSError):
            path.unlink()


def _told_by(ledger: Ledger, first: int) -> int:
    """Return the number of the entry by which the ledger itself says why it parts there; 0 when it does not."""
    after = first - 1
    while found := ledger.entries(after=after):
        for entry in found:
            if entry.what in {RESTORED, ACCEPTED}:
                return entry.number
            if not entry.what.endswith(_BEFORE):
                return 0
        after = found[-1].number
    return 0


def _read(path: Path) -> Seen | None:
    try:
        return Seen(**json.loads(path.read_text("utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def _place(folder: Path) -> str:
    return os.path.normcase(os.path.realpath(folder))


def _short(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogateescape")).hexdigest()[:24]
