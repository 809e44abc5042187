"""Deleting, putting back, emptying and purging from the command line."""

from datetime import timedelta
from pathlib import Path

import pytest

from casebook.journal import Journal
from tests.cli.conftest import Casebook

SECRET = "correct-horse-7"


@pytest.fixture
def logged(filled: Casebook, tmp_path: Path) -> Casebook:
    """A case with a contact that holds the secret, one exhibit, and a backup."""
    notes = tmp_path / "notes.txt"
    notes.write_text(f"pin {SECRET}")
    filled.ok("log", "1", "--channel", "chat", "--text", f"I told them {SECRET}", "--attach", notes)
    filled.ok("backup")
    notes.unlink()
    return filled


def test_a_case_is_deleted_and_put_back(logged: Casebook) -> None:
    said = logged.ok("case", "delete", "C-1")
    assert said.startswith("C-1 is in the bin: Withdrawal on hold (until ")
    assert logged.json("case", "list") == []
    assert "C-1 is in the bin" in logged.refused("case", "show", "1")
    assert "C-1 is in the bin" in logged.refused("log", "1", "--channel", "chat", "--text", "more")
    (binned,) = logged.json("bin", "list")
    assert (binned["kind"], binned["label"], binned["case"]) == ("case", "C-1", "C-1")
    assert "C-1" in logged.ok("bin", "list")
    assert logged.json("case", "undelete", "C-1")["number"] == "C-1"
    assert len(logged.json("case", "list")) == 1
    assert "not in the bin" in logged.refused("case", "undelete", "1")
    assert logged.ok("bin", "list") == "(the bin is empty)\n"


def test_a_contact_and_an_exhibit_are_deleted_and_put_back(logged: Casebook) -> None:
    assert "EX-1 is in the bin" in logged.ok("exhibit", "delete", "1", "EX-1")
    assert logged.json("exhibit", "list", "1") == []
    assert "no EX-1" in logged.refused("exhibit", "delete", "1", "1")
    assert "no EX-2 of C-1 in the bin" in logged.refused("exhibit", "undelete", "1", "2")
    assert logged.json("exhibit", "undelete", "1", "1")["number"] == "EX-1"
    logged.ok("contact", "delete", "1")
    assert logged.json("contact", "list", "1") == []
    assert logged.json("search", SECRET) == []
    assert logged.json("contact", "undelete", "1")["id"] == 1
    assert len(logged.json("search", SECRET)) == 1
    assert "no contact 9" in logged.refused("contact", "delete", "9")


def test_the_bin_empties_itself_when_the_time_is_up(logged: Casebook) -> None:
    logged.ok("contact", "delete", "1")
    assert logged.json("bin", "empty") == {"erased": 0, "left": 1}
    logged.wait(days=31)
    assert len(logged.json("bin", "list")) == 1  # nothing was recorded since: the clock alone erases nothing
    logged.ok("case", "edit", "1", "--title", "Still on hold")
    assert logged.json("bin", "list") == []
    assert logged.json("verify")["ok"]
    assert not any(p.is_file() for p in (logged.book / "files").rglob("*"))


def test_emptying_everything_erases_what_could_still_be_put_back(logged: Casebook) -> None:
    logged.ok("case", "delete", "1")
    assert logged.ok("bin", "empty", "--all") == "erased 1, 0 left in the bin\n"
    assert "no case C-1" in logged.refused("case", "undelete", "1")
    assert logged.json("verify")["ok"]


def holding(folder: Path) -> list[Path]:
    return [p for p in folder.rglob("*") if p.is_file() and SECRET.encode() in p.read_bytes()]


def test_words_are_purged_from_the_casebook_and_its_backups(logged: Casebook) -> None:
    assert holding(logged.book)
    found = logged.json("purge", "words", "--look", stdin=SECRET.encode() + b"\n")
    assert (found["records"], found["files"], found["backups"]) == ({"contact": 1, "exhibit": 1}, 1, 1)
    assert "1 contact records" in logged.ok("purge", "words", "--look", stdin=SECRET.encode())
    done = logged.json("purge", "words", "--reason", "secret", stdin=SECRET.encode() + b"\n")
    assert (done["records"], done["files"], len(done["backups"]), done["left"]) == (2, 1, 1, [])
    assert holding(logged.book) == []
    assert logged.json("verify")["ok"]
    assert logged.json("contact", "show", "1")["text"] == "I told them [purged]"
    (exhibit,) = logged.json("exhibit", "list", "1")
    assert (exhibit["number"], exhibit["sha256"], exhibit["purged_at"] is not None) == ("EX-1", "", True)
    assert "purged" in logged.refused("exhibit", "extract", "1", "1", "out.txt")
    assert logged.ok("purge", "words", "--look", stdin=SECRET.encode()) == "nothing holds it\n"


def test_what_may_still_hold_it_is_said_with_exit_code_1(logged: Casebook, tmp_path: Path) -> None:
    drive = tmp_path / "drive"
    drive.mkdir()
    logged.ok("case", "edit", "1", "--title", "Changed")
    logged.ok("backup", "--to", drive)
    drive.rename(tmp_path / "taken")
    answer = logged.run("purge", "words", stdin=SECRET.encode())
    assert answer.code == 1
    assert "may still hold it" in answer.out and str(drive) in answer.out


def test_a_contact_and_an_exhibit_are_purged(logged: Casebook) -> None:
    assert logged.json("purge", "exhibit", "1", "EX-1", "--reason", "mistake")["files"] == 1
    done = logged.json("purge", "contact", "1", "--reason", "personal")
    assert (done["records"], len(done["backups"]), done["left"]) == (1, 1, [])
    assert holding(logged.book) == []
    shown = logged.json("contact", "show", "1")
    assert (shown["text"], shown["purged_at"] is not None) == ("", True)
    assert "purged" in logged.ok("contact", "show", "1")
    assert "purged" in logged.ok("case", "show", "1")
    assert logged.json("verify")["ok"]


def test_a_purge_that_makes_no_sense_is_refused(logged: Casebook) -> None:
    assert "4 characters" in logged.refused("purge", "words", stdin=b"abc\n")
    assert "reason" in logged.refused("purge", "words", "--reason", SECRET, code=2, stdin=SECRET.encode())
    assert "no EX-9" in logged.refused("purge", "exhibit", "1", "9")
    assert "no contact 9" in logged.refused("purge", "contact", "9")
    assert "not UTF-8" in logged.refused("purge", "words", stdin=b"\xff\xfe\x00")


def test_a_purge_that_was_stopped_is_told_of_until_one_is_done(logged: Casebook) -> None:
    with Journal.open(logged.book, lambda: logged.now) as journal:
        work = journal.purge.words(SECRET, "secret")
        while next(work).unit != "backups":
            pass
        work.close()
    assert holding(logged.book) == [p for p in holding(logged.book) if "backups" in p.parts]
    answer = logged.run("case", "list")
    assert answer.code == 0
    assert "note: a purge of Fri 20 Nov 2026" in answer.err
    done = logged.run("purge", "words", stdin=SECRET.encode())
    assert (done.code, done.err) == (0, "")
    assert holding(logged.book) == []
    assert logged.run("case", "list").err == ""


def test_copies_and_logs_of_this_computer_are_cleaned(logged: Casebook) -> None:
    from casebook import paths

    paths.logs().mkdir(parents=True)
    log = paths.logs() / "casebook.log"
    log.write_text(f"could not send {SECRET}\n")
    done = logged.json("purge", "words", stdin=SECRET.encode())
    assert done["others"] == [str(log)]
    assert log.read_text() == "could not send [purged]\n"


def test_days_in_the_bin_follow_the_preferences(logged: Casebook) -> None:
    logged.ok("preferences", "--bin-days", "3")
    logged.ok("contact", "delete", "1")
    logged.wait(days=2)
    assert logged.json("bin", "empty")["erased"] == 0
    logged.wait(days=1, seconds=timedelta(hours=1).seconds)
    assert logged.json("bin", "empty")["erased"] == 1


def test_a_backup_that_was_rewritten_still_vouches_for_the_ledger_and_can_be_restored(logged: Casebook) -> None:
    logged.ok("purge", "words", stdin=SECRET.encode())
    logged.ok("log", "1", "--channel", "chat", "--text", f"again {SECRET}, by mistake")
    logged.ok("purge", "words", stdin=SECRET.encode())
    (backup,) = logged.json("backup", "--list")
    path = Path(backup["path"])
    assert logged.json("verify", "--against", path)["ok"]
    assert logged.json("verify")["ok"]
    logged.ok("restore", path, "--replace")
    assert logged.json("verify")["ok"]
    assert logged.json("contact", "show", "1")["text"] == "I told them [purged]"
    assert holding(logged.book) == []
