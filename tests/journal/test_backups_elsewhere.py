"""Backups in another folder, of an encrypted casebook, rewritten by a purge, and before an upgrade."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from casebook.journal import BadInput, Damaged, DiskTrouble, Journal, Locked
from casebook.journal.backup.backups import find, newest_good, rekey, restore, rewrite, unreachable
from casebook.journal.secrecy import convert, keys
from casebook.journal.store.database_name import DATABASE_NAME
from tests.conftest import HandClock, finished
from tests.journal.backups_made import DATA, filled, make, proof
from tests.journal.makers import log, picture

__all__ = ["filled"]


class TestAnotherFolder:
    def test_it_holds_a_folder_for_each_casebook(self, filled: Journal, book: Path, tmp_path: Path) -> None:
        drive = tmp_path / "drive"
        drive.mkdir()
        made = make(filled, to=drive)
        assert made.root == drive / f"casebook-{made.casebook_id[:8]}"
        own = make(filled)
        assert own.root == book / "backups"
        assert {b.path for b in find(book)} == {made.path, own.path}

    def test_it_is_found_when_the_casebook_cannot_be_read(self, filled: Journal, book: Path, tmp_path: Path) -> None:
        drive = tmp_path / "drive"
        drive.mkdir()
        filled.backups.choose(drive)
        made = make(filled)
        filled.close()
        (book / DATABASE_NAME).write_bytes(b"")
        assert newest_good(book) == made
        drive.rename(tmp_path / "elsewhere")
        assert find(book) == [] and unreachable(book) == [made.root]

    def test_a_drive_that_is_gone_is_said_and_nothing_is_written(self, filled: Journal, tmp_path: Path) -> None:
        drive = tmp_path / "drive"
        drive.mkdir()
        filled.backups.choose(drive)
        shutil.rmtree(drive)
        with pytest.raises(DiskTrouble, match="drive is not there"):
            make(filled)
        assert not drive.exists()

    def test_an_empty_mount_point_is_not_taken_for_the_drive(self, filled: Journal, tmp_path: Path) -> None:
        drive = tmp_path / "drive"
        drive.mkdir()
        filled.backups.choose(drive)
        make(filled)
        shutil.rmtree(drive)
        drive.mkdir()
        with pytest.raises(DiskTrouble, match="not there any more"):
            make(filled)
        assert list(drive.iterdir()) == []
        filled.backups.choose(drive)  # the user says that this is right
        assert make(filled).ok

    @pytest.mark.parametrize("inside", ["", "files", "backups/mine"])
    def test_a_folder_inside_the_casebook_is_refused(self, filled: Journal, book: Path, inside: str) -> None:
        (book / inside).mkdir(parents=True, exist_ok=True)
        with pytest.raises(BadInput, match="inside the casebook"):
            make(filled, to=book / inside)

    def test_one_that_cannot_be_written_is_said(self, filled: Journal, tmp_path: Path) -> None:
        drive = tmp_path / "drive"
        drive.mkdir()
        if os.geteuid() == 0:
            if subprocess.run(["mount", "-t", "tmpfs", "-o", "ro", "tmpfs", drive], capture_output=True).returncode:
                pytest.skip("root may write everywhere, and cannot mount here")
        else:
            drive.chmod(0o500)
        try:
            with pytest.raises(DiskTrouble, match="cannot be written"):
                make(filled, to=drive)
        finally:
            subprocess.run(["umount", drive], check=True) if os.geteuid() == 0 else drive.chmod(0o700)
        assert filled.cases.rows()


class TestEncrypted:
    @pytest.fixture
    def locked(self, tmp_path: Path, clock: HandClock) -> Iterator[tuple[Journal, keys.Key]]:
        folder = tmp_path / "locked"
        key, _recovery = keys.make(folder, "correct horse battery")
        with Journal.create(folder, clock, key) as journal:
            case = journal.cases.add(journal.firms.add("Kestrel").made, "PLAINMARKER").made
            log(journal, case, "PLAINMARKER words", attachments=[picture("a.png", b"PLAINMARKER" * 900)])
            yield journal, key

    def test_its_backups_are_encrypted_with_the_same_key(
        self, locked: tuple[Journal, keys.Key], tmp_path: Path
    ) -> None:
        journal, key = locked
        made = make(journal)
        assert made.encrypted and made.ok and proof(made, key).ok
        everything = b"".join(p.read_bytes() for p in made.root.rglob("*") if p.is_file())
        assert b"PLAINMARKER" not in everything and b"SQLite format" not in everything
        with pytest.raises(Locked):
            proof(made)
        assert keys.unlock(made.path, "correct horse battery") == key
        finished(restore(made.path, tmp_path / "again", key=key))
        with Journal.open(tmp_path / "again", key=key) as again:
            assert finished(again.verify()).ok

    def test_a_flipped_byte_in_its_key_file_or_attachment_is_named(self, locked: tuple[Journal, keys.Key]) -> None:
        journal, key = locked
        made = make(journal)
        for path in (made.path / "casebook.keys", next((made.root / "files").glob("*/*"))):
            content = bytearray(path.read_bytes())
            content[70] ^= 1
            path.write_bytes(content)
            assert path.name in {fault.where.rpartition("/")[2] for fault in proof(made, key).faults}

    def test_a_new_passphrase_opens_the_earlier_backups_too(self, locked: tuple[Journal, keys.Key]) -> None:
        journal, key = locked
        made = make(journal)
        keys.change_passphrase(journal.folder, key, "quite another one")
        assert make(journal).path == made.path, "no words changed"
        assert keys.unlock(made.path, "quite another one") == key
        with pytest.raises(Locked):
            keys.unlock(made.path, "correct horse battery")
        assert proof(find(journal.folder)[0], key).ok

    def test_backups_follow_from_plain_to_encrypted_and_back(
        self, filled: Journal, case_id: int, book: Path, tmp_path: Path
    ) -> None:
        drive = tmp_path / "drive"
        drive.mkdir()
        log(filled, case_id, "PLAINMARKER", attachments=[picture("m.png", b"PLAINMARKER" * 1000)])
        make(filled, to=drive)
        make(filled)
        log(filled, case_id)
        make(filled)
        filled.close()
        key, _recovery = keys.make(book, "correct horse battery")
        assert finished(rekey(book, None, key)) == []
        every = find(book)
        assert len(every) == 3
        for root in (book / "backups", drive):
            assert not any(b"PLAINMARKER" in p.read_bytes() for p in root.rglob("*") if p.is_file())
        for number, made in enumerate(every):
            assert made.encrypted and made.ok and proof(made, key).ok
            finished(restore(made.path, tmp_path / f"r{number}", key=key))
            with Journal.open(tmp_path / f"r{number}", key=key) as again:
                assert finished(again.verify()).ok
        assert finished(rekey(book, None, key)) == [], "a second time there is nothing to do"
        assert find(book) == [replace(b, checked_at=now.checked_at) for b, now in zip(every, find(book), strict=True)]
        assert finished(rekey(book, key, None)) == []
        assert all(not made.encrypted and proof(made).ok for made in find(book))

    def test_a_backup_that_cannot_follow_is_named(self, filled: Journal, case_id: int, book: Path) -> None:
        first = make(filled)
        log(filled, case_id)
        make(filled)
        filled.close()
        content = bytearray(first.database.read_bytes())
        content[4096:] = os.urandom(len(content) - 4096)
        first.database.write_bytes(content)
        key, _recovery = keys.make(book, "correct horse battery")
        assert finished(rekey(book, None, key)) == [first.path]
        assert proof(find(book)[0], key).ok


class TestRewrite:
    def test_a_change_leaves_no_trace_in_a_backup(self, filled: Journal, case_id: int, book: Path) -> None:
        log(filled, case_id, "the word is SECRETMARKER", attachments=[picture("s.png", b"SECRETMARKER" * 999)])
        first = make(filled)
        log(filled, case_id)
        second = make(filled)
        erased = [e.number for e in filled.ledger.entries() if "s.png" in _payload(filled, e.number)]
        erased += [e.number for e in filled.ledger.entries() if "SECRETMARKER" in _payload(filled, e.number)]
        sha256 = filled.contacts.of_case(case_id)[-2].exhibits[0].file.sha256

        def change(connection: object) -> None:
            run = connection.execute  # type: ignore[attr-defined]
            run("UPDATE contact SET text = '[purged]' WHERE text LIKE '%SECRETMARKER%'")
            run("UPDATE exhibit SET sha256 = '', size = 0, name = '' WHERE sha256 = ?", (sha256,))
            run("DELETE FROM search_words WHERE rowid IN (SELECT id FROM search_doc WHERE kind = 'contact')")
            run("INSERT INTO search_words (search_words) VALUES ('optimize')")
            run(f"DELETE FROM ledger_payload WHERE number IN ({','.join(map(str, erased))})")

        for made in (first, second):
            assert b"SECRETMARKER" in made.database.read_bytes()
            with pytest.raises(Damaged, match="left as it was"):  # the audit sees payloads gone that nobody erased
                rewrite(made, change, [sha256])
            assert find(book)[0].ok
            again = rewrite(replace(made, ok=False), change, [sha256])
            assert again.files == made.files - 1
        assert not any(b"SECRETMARKER" in p.read_bytes() for p in first.root.rglob("*") if p.is_file())

    def test_a_change_that_fails_leaves_the_backup(self, filled: Journal, book: Path) -> None:
        made = make(filled)
        with pytest.raises(ZeroDivisionError):
            rewrite(made, lambda _connection: 1 / 0)
        assert find(book) == [made] and proof(made).ok
        assert sorted(p.name for p in made.root.iterdir()) == sorted([made.name, "files"])


def _payload(journal: Journal, number: int) -> str:
    run = journal.ledger._database.execute_sql("SELECT payload FROM ledger_payload WHERE number = ?", (number,))
    return str(run.fetchone()[0])


class TestUpgrade:
    def test_the_backup_before_an_upgrade_has_the_same_form(self, tmp_path: Path, clock: HandClock) -> None:
        book = tmp_path / "old"
        shutil.copytree(DATA / "schema-1", book)
        with Journal.open(book, clock) as journal:
            (made,) = journal.backups.list()
        assert (made.why, made.schema, made.ok, made.complete) == ("before-upgrade", 1, True, False)
        assert not (made.root / "files").exists() and made.files > 0
        assert proof(made).ok
        finished(restore(made.path, tmp_path / "again", clock))
        with Journal.open(tmp_path / "again", clock) as again:
            assert finished(again.verify()).ok
            assert again.contacts.of_case(1)

    def test_it_follows_the_casebook_to_a_key(self, tmp_path: Path, clock: HandClock) -> None:
        book = tmp_path / "old"
        shutil.copytree(DATA / "schema-1", book)
        Journal.open(book, clock).close()
        key, _recovery = finished(convert.encrypt(book, clock, "correct horse battery"))
        (made,) = find(book)
        assert made.encrypted and not made.complete and proof(made, key).ok
        finished(restore(made.path, tmp_path / "again", clock, key=key))
        with Journal.open(tmp_path / "again", clock, key) as again:
            assert finished(again.verify()).ok
        finished(convert.decrypt(book, clock, key))
        (made,) = find(book)
        assert not made.encrypted and proof(made).ok
