"""The same casebook plain and encrypted, each opened, compared and checked."""

import os
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from casebook.journal import Journal, check
from casebook.journal.backup import backup_check
from casebook.journal.records import Attachment
from casebook.journal.secrecy import convert, key_slots, keys
from casebook.journal.secrecy.keys import Key
from casebook.journal.store.database_name import DATABASE_NAME, KEYS_NAME
from tests.conftest import HandClock, finished
from tests.journal.makers import at, log, mail

PASSPHRASE = "correct horse"
MARKER = "ZEBRAFISH"
"""Stands in every kind of record and attachment: what is encrypted shows it nowhere."""
CONTACTS = 6


@pytest.fixture(scope="module", autouse=True)
def quick_passphrases() -> Iterator[None]:
    """Guessing need not be slow in here."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(key_slots, "_MEMORY", 64)
        patch.setattr(key_slots, "_PASSES", 1)
        yield


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A plain casebook with a bit of everything and a backup, closed. Copy it before touching it."""
    book, clock = tmp_path_factory.mktemp("plain") / "book", HandClock(datetime(2026, 11, 20, 6, 0, tzinfo=UTC))
    with Journal.create(book, clock) as journal:
        firm = journal.firms.add(f"Kestrel {MARKER}").made
        case = journal.cases.add(firm, f"Withdrawal {MARKER}", claim=f"{MARKER} 提币").made
        for number in range(CONTACTS):
            content = f"{MARKER} ".encode() * 3000 + os.urandom(500)
            log(journal, case, f"{MARKER} words {number}", attachments=[Attachment(f"{MARKER}.png", content)])
        journal.contacts.amend(1, MARKER, text=f"Now right {MARKER}")
        journal.promises.add(case, f"soon {MARKER}", due=at("2026-11-21"))
        journal.mail.add([mail(1, text=f"{MARKER} mail", raw=f"Subject: {MARKER}\n\n{MARKER}".encode())], case_id=case)
        finished(journal.backups.make("test"))
        log(journal, case, f"after the backup {MARKER}")
    return book


@pytest.fixture(scope="module")
def encrypted(plain: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Key]:
    """The same, encrypted."""
    book = tmp_path_factory.mktemp("encrypted") / "book"
    shutil.copytree(plain, book)
    key, _printed = finished(convert.encrypt(book, HandClock(datetime(2026, 11, 21, tzinfo=UTC)), PASSPHRASE))
    return book, key


@pytest.fixture
def book(plain: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(plain, tmp_path / "book"))


@pytest.fixture
def locked(encrypted: tuple[Path, Key], tmp_path: Path) -> Path:
    return Path(shutil.copytree(encrypted[0], tmp_path / "locked"))


def files(book: Path) -> dict[str, bytes]:
    return {p.relative_to(book).as_posix(): p.read_bytes() for p in sorted(book.rglob("*")) if p.is_file()}


def showing(book: Path) -> list[str]:
    """Return the files that show the marker, in any of the ways in which text is stored."""
    forms = [MARKER.encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be")] + [MARKER.lower().encode()]
    return [name for name, content in files(book).items() if any(form in content for form in forms)]


def opened(book: Path) -> Key | None:
    """Open, compare, check and close the casebook, whatever form it is in; return its key."""
    key = keys.unlock(book, PASSPHRASE) if keys.is_encrypted(book) else None
    with Journal.open(book, HandClock(later()), key) as journal:
        found = journal.contacts.of_case(1)
        assert {c.text for c in found} >= {f"{MARKER} words {n}" for n in range(1, CONTACTS)}
        assert f"after the backup {MARKER}" in {c.text for c in found}
        for exhibit in journal.exhibits.of_case(1):
            assert MARKER.encode() in journal.exhibits.read(exhibit.file)
        assert journal.search.find(MARKER)
        verdict = finished(journal.verify())
        assert verdict.ok, verdict.faults
    assert finished(check(book, key)).ok
    names = {path.name for path in book.iterdir()}
    assert names == {DATABASE_NAME, "casebook.seal", "files", "backups"} | ({KEYS_NAME} if key else set())
    assert not [name for name in files(book / "files") if name.startswith(".") or name.endswith(".tmp")]
    with Journal.open(book, HandClock(later()), key) as journal:
        backups = journal.backups.list()
        assert len(backups) == 1
        assert backups[0].encrypted or key is None
    # A stopped decryption may leave a backup encrypted: it has its own key file, and the passphrase opens it.
    own = keys.unlock(backups[0].path, PASSPHRASE) if backups[0].encrypted else None
    assert finished(backup_check.check(backups[0], own)).ok
    return key


def later() -> datetime:
    return datetime(2026, 11, 22, tzinfo=UTC)
