"""From plain to encrypted and back: nothing is lost at any instant, and nothing plain stays behind."""

import os
import random
import shutil
import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from casebook.journal import BadInput, Damaged, DiskTrouble, Journal, Locked, Progress, check
from casebook.journal.backup import backup_check
from casebook.journal.errors import Busy
from casebook.journal.records import Attachment
from casebook.journal.secrecy import convert, key_slots, keys
from casebook.journal.secrecy.keys import Key
from casebook.journal.store.database_name import DATABASE_NAME, KEYS_NAME
from tests.conftest import HandClock, finished
from tests.journal.makers import at, log, mail
from tests.killing import ROUNDS, Tell, at_step, duration, instants, run_and_kill, stepping

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
    with Journal.open(book, HandClock(_later()), key) as journal:
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
    with Journal.open(book, HandClock(_later()), key) as journal:
        backups = journal.backups.list()
        assert len(backups) == 1
        assert backups[0].encrypted or key is None
    # A stopped decryption may leave a backup encrypted: it has its own key file, and the passphrase opens it.
    own = keys.unlock(backups[0].path, PASSPHRASE) if backups[0].encrypted else None
    assert finished(backup_check.check(backups[0], own)).ok
    return key


def _later() -> datetime:
    return datetime(2026, 11, 22, tzinfo=UTC)


def test_a_casebook_is_encrypted_with_everything_in_it(book: Path, clock: HandClock) -> None:
    before = files(book)
    assert showing(book)
    key, printed = finished(convert.encrypt(book, clock, PASSPHRASE))
    assert showing(book) == []
    assert not set(files(book)) & {name for name in before if "/" in name and "backups" not in name}
    assert keys.unlock(book, PASSPHRASE) == keys.unlock_with_recovery(book, printed) == key
    assert convert.plain_backups(book) == []
    assert opened(book) == key
    assert showing(book) == []


def test_backups_on_a_drive_that_was_away_follow_when_it_is_back(book: Path, clock: HandClock, tmp_path: Path) -> None:
    drive, away = tmp_path / "drive", tmp_path / "away"
    drive.mkdir()
    with Journal.open(book, clock) as journal:
        journal.backups.choose(drive)
        finished(journal.backups.make())
    assert showing(drive)
    drive.rename(away)
    key, _printed = finished(convert.encrypt(book, clock, PASSPHRASE))
    (plain,) = convert.plain_backups(book)
    assert plain.parent == drive, "it is said where plain words still lie"
    away.rename(drive)
    assert convert.plain_backups(book)
    with Journal.open(book, clock, key) as journal:
        log(journal, 1, "a reason to back up")
        finished(journal.backups.make())
        assert all(finished(journal.backups.check(backup)).ok for backup in journal.backups.list())
    assert showing(drive) == []
    assert convert.plain_backups(book) == []


def test_an_open_encrypted_casebook_shows_nothing_either(locked: Path, clock: HandClock) -> None:
    with Journal.open(locked, clock, keys.unlock(locked, PASSPHRASE)) as journal:
        log(journal, 1, f"new {MARKER}", attachments=[Attachment("a.png", f"new {MARKER}".encode())])
        assert journal.search.find(MARKER)
        assert (locked / f"{DATABASE_NAME}-wal").stat().st_size
        assert showing(locked) == []
        finished(journal.backups.make())
        assert showing(locked) == []
    assert showing(locked) == []


@pytest.mark.skipif(os.name == "nt", reason="kill -9 is a thing of Unix")
def test_a_killed_writer_of_an_encrypted_casebook_leaves_nothing_plain(locked: Path, clock: HandClock) -> None:
    key = keys.unlock(locked, PASSPHRASE)

    def work(tell: Tell) -> None:
        with Journal.open(locked, clock, key) as journal:
            for number in range(30):
                content = f"{MARKER} {number} ".encode() * 20_000
                log(journal, 1, f"{MARKER} new {number}", attachments=[Attachment("b.png", content)])
                tell(str(number))

    told = 0
    for instant in instants(0.5, min(ROUNDS, 15)):
        killed = run_and_kill(work, instant)
        told += len(killed.told)
        assert showing(locked) == []
    with Journal.open(locked, clock, key) as journal:
        assert len(journal.contacts.of_case(1)) >= CONTACTS + told
        assert finished(journal.verify()).ok


def test_a_flipped_byte_in_any_file_of_an_encrypted_casebook_names_that_file(locked: Path) -> None:
    key, dice = keys.unlock(locked, PASSPHRASE), random.Random(11)
    shutil.rmtree(locked / "backups")
    for path in [p for p in locked.rglob("*") if p.is_file()]:
        content = path.read_bytes()
        for place in {0, len(content) - 1, *(dice.randrange(len(content)) for _ in range(6))}:
            path.write_bytes(content[:place] + bytes([content[place] ^ 1 << dice.randrange(8)]) + content[place + 1 :])
            named = {fault.where for fault in finished(check(locked, key)).faults}
            assert named == {path.relative_to(locked).as_posix()}, (path, place)
        path.write_bytes(content)
    assert finished(check(locked, key)).ok


@pytest.mark.parametrize("broken", [None, b"", b"{", b'{"format": 1, "key": "x", "slots": []}'])
def test_a_lost_or_damaged_key_file_comes_back_from_a_backup(
    locked: Path, clock: HandClock, broken: bytes | None
) -> None:
    path = locked / KEYS_NAME
    whole = path.read_bytes()
    path.unlink()
    if broken is not None:
        path.write_bytes(broken)
    assert keys.is_encrypted(locked)
    with pytest.raises(Damaged, match=r"casebook\.keys is (missing|damaged)"):
        keys.unlock(locked, "another passphrase")
    key = keys.unlock(locked, PASSPHRASE)
    assert path.read_bytes() == whole
    with Journal.open(locked, clock, key) as journal:
        assert len(journal.contacts.of_case(1)) > CONTACTS
    assert keys.unlock(locked, PASSPHRASE) == key


def test_the_key_file_of_another_casebook_does_not_take_its_place(locked: Path, tmp_path: Path) -> None:
    (locked / KEYS_NAME).unlink()
    (copy,) = (locked / "backups").glob(f"*/{KEYS_NAME}")
    keys.make(tmp_path / "other", PASSPHRASE)
    copy.write_bytes((tmp_path / "other" / KEYS_NAME).read_bytes())
    with pytest.raises(Damaged, match=r"casebook\.keys is missing"):
        keys.unlock(locked, PASSPHRASE)
    assert not (locked / KEYS_NAME).exists()


@pytest.mark.parametrize("seed", range(10))
def test_damage_in_an_encrypted_database_is_a_fault_and_never_a_crash(locked: Path, seed: int) -> None:
    key, dice, path = keys.unlock(locked, PASSPHRASE), random.Random(seed), locked / DATABASE_NAME
    changed = bytearray(path.read_bytes())
    for _ in range(dice.choice([1, 3, 30])):
        changed[dice.randrange(len(changed))] ^= 1 << dice.randrange(8)
    path.write_bytes(changed)
    (locked / "casebook.seal").unlink()  # as after a crash: SQLCipher's own page codes must notice it
    faults = finished(check(locked, key)).faults
    assert faults
    assert all(fault.where.startswith(DATABASE_NAME) for fault in faults)


def test_it_comes_back_as_it_was(book: Path, clock: HandClock) -> None:
    with Journal.open(book, clock) as journal:
        before = journal.contacts.of_case(1), journal.exhibits.of_case(1), journal.ledger.head()
    stored = set(files(book / "files"))
    clock.now = _later()
    key, _printed = finished(convert.encrypt(book, clock, PASSPHRASE))
    finished(convert.decrypt(book, clock, key))
    with Journal.open(book, clock) as journal:
        assert [backup.encrypted for backup in journal.backups.list()] == [False]
    assert opened(book) is None
    assert set(files(book / "files")) == stored
    with Journal.open(book, clock) as journal:
        assert (journal.contacts.of_case(1), journal.exhibits.of_case(1)) == before[:2]
        told = [entry.what for entry in journal.ledger.entries(after=before[2].number)]
        assert told == ["casebook.encrypted", "casebook.decrypted"], "the ledger tells of it"


def test_the_converted_database_is_an_ordinary_casebook(book: Path, clock: HandClock) -> None:
    from casebook.journal.store.database import raw_connection
    from casebook.journal.store.schema import APPLICATION_ID, inspect
    from casebook.journal.store.schema_steps import STEPS

    key, _printed = finished(convert.encrypt(book, clock, PASSPHRASE))
    assert inspect(book / DATABASE_NAME, key).version == len(STEPS)
    with raw_connection(book / DATABASE_NAME, key) as connection:
        assert connection.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
        assert connection.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
    with Journal.open(book, clock, key) as journal:  # numbers go on where they were
        assert journal.cases.add(1, "Another").made == 2


@pytest.mark.parametrize("way", ["encrypt", "decrypt"])
def test_stopping_before_the_change_over_leaves_all_as_it_was(
    book: Path, locked: Path, clock: HandClock, way: str
) -> None:
    folder = book if way == "encrypt" else locked
    before, steps = files(folder), 0
    while True:
        work = _conversion(folder, clock, way)
        for made, _step in enumerate(work):
            if made >= steps or keys.is_encrypted(folder) == (way == "encrypt"):
                break
        work.close()
        if keys.is_encrypted(folder) == (way == "encrypt"):
            break
        assert files(folder) == before
        steps += 1
    assert steps > 5, "it can be stopped at many places"
    assert (opened(folder) is not None) == (way == "encrypt")


@pytest.mark.skipif(os.name == "nt", reason="kill -9 is a thing of Unix")
@pytest.mark.parametrize("way", ["encrypt", "decrypt"])
def test_killed_at_any_instant_there_is_one_whole_casebook(
    plain: Path, encrypted: tuple[Path, Key], tmp_path: Path, clock: HandClock, way: str
) -> None:
    source = plain if way == "encrypt" else encrypted[0]

    def work(tell: Tell) -> None:
        stepping(_conversion(tmp_path / "book", clock, way), tell)
        tell("done")

    shutil.copytree(source, tmp_path / "book")
    whole = duration(work)
    # By chance; and for certain once in the middle of the work, once after it.
    for instant, when in [*((each, None) for each in instants(whole)), (600, at_step(2)), (600, "done".__eq__)]:
        shutil.rmtree(tmp_path / "book")
        shutil.copytree(source, tmp_path / "book")
        killed = run_and_kill(work, instant, when)
        if when is not None:
            assert convert.unfinished(tmp_path / "book") == (not killed.told)
        key = opened(tmp_path / "book")
        done = (key is not None) == (way == "encrypt")
        assert done or not killed.told, "what was said to be done is done"
        assert when is None or done == bool(killed.told)
        if key is not None:
            assert showing(tmp_path / "book") == []


def test_a_short_passphrase_and_a_second_time_are_refused(book: Path, locked: Path, clock: HandClock) -> None:
    before = files(book)
    with pytest.raises(BadInput, match="too short"):
        finished(convert.encrypt(book, clock, "short"))
    assert files(book) == before
    with pytest.raises(BadInput, match="encrypted already"):
        finished(convert.encrypt(locked, clock, PASSPHRASE))
    with pytest.raises(BadInput, match="is not encrypted"):
        finished(convert.decrypt(book, clock, Key.derive(b"k" * 32)))


def test_the_key_of_another_casebook_does_not_decrypt(locked: Path, clock: HandClock) -> None:
    before = files(locked)
    with pytest.raises((Locked, Damaged)):
        finished(convert.decrypt(locked, clock, Key.derive(b"k" * 32)))
    assert files(locked) == before


def test_an_open_casebook_is_not_converted(book: Path, clock: HandClock) -> None:
    with Journal.open(book, clock) as journal:
        with pytest.raises(Busy, match="open in another program"):
            finished(convert.encrypt(book, clock, PASSPHRASE))
        log(journal, 1, "still here")
    assert not keys.is_encrypted(book)
    assert not (book / KEYS_NAME).exists()


@pytest.mark.parametrize("way", ["encrypt", "decrypt"])
def test_a_damaged_attachment_is_named_and_nothing_is_changed(
    book: Path, locked: Path, clock: HandClock, way: str
) -> None:
    folder = book if way == "encrypt" else locked
    victim = random.Random(3).choice(list((folder / "files").glob("*/*")))
    victim.write_bytes(victim.read_bytes()[:-1] + b"\0")
    before = files(folder)
    with pytest.raises(Damaged, match="not what was put in") as refused:
        finished(_conversion(folder, clock, way))
    assert refused.value.values["path"] == victim
    assert files(folder) == before


def test_changes_that_a_crash_left_in_the_log_are_carried_over(book: Path, clock: HandClock) -> None:
    def work(tell: Tell) -> None:
        journal = Journal.open(book, clock)
        log(journal, 1, f"in the log {MARKER}")
        tell("logged")
        os._exit(0)  # as a crash: nothing is closed

    assert run_and_kill(work, 60).told == ("logged",)
    assert (book / f"{DATABASE_NAME}-wal").stat().st_size
    finished(convert.encrypt(book, clock, PASSPHRASE))
    assert showing(book) == []
    opened(book)
    with Journal.open(book, clock, keys.unlock(book, PASSPHRASE)) as journal:
        assert f"in the log {MARKER}" in {c.text for c in journal.contacts.of_case(1)}


@pytest.mark.parametrize("kilobytes", [1400, 1600, 1800, 2200, 2600])
def test_a_full_disk_stops_it_and_takes_nothing(plain: Path, tmp_path: Path, clock: HandClock, kilobytes: int) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "tmpfs", disk], capture_output=True)
    if mounted.returncode:
        pytest.skip("mounting a small file system needs root")
    try:
        shutil.copytree(plain, disk / "book")
        before = files(disk / "book")
        try:
            finished(convert.encrypt(disk / "book", clock, PASSPHRASE))
        except DiskTrouble as error:
            assert "disk is full" in str(error)  # noqa: PT017 - with enough room it goes through
            # Where there is no room to open a log, SQLite cannot tidy its empty beginnings away either.
            left = {name: content for name, content in files(disk / "book").items() if not name.endswith("-shm")}
            assert left.pop(f"{DATABASE_NAME}-wal", b"") == b""
            assert left == before
            subprocess.run(["mount", "-o", "remount,size=20m", disk], check=True)
            finished(convert.encrypt(disk / "book", clock, PASSPHRASE))
        assert keys.is_encrypted(disk / "book")
        assert showing(disk / "book") == [] or convert.plain_backups(disk / "book")
    finally:
        subprocess.run(["umount", disk], check=True)


def _conversion(folder: Path, clock: HandClock, way: str) -> Iterator[Progress]:
    if way == "encrypt":
        return convert.encrypt(folder, clock, PASSPHRASE)
    return convert.decrypt(folder, clock, keys.unlock(folder, PASSPHRASE))
