"""`casebook backup`, `backup-rules` and `restore` as a person types them."""

from __future__ import annotations

import os
import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from casebook.journal.store.database_name import DATABASE_NAME
from tests.cli.conftest import Casebook


@pytest.fixture
def proof(tmp_path: Path) -> Path:
    path = tmp_path / "chat.png"
    path.write_bytes(b"a picture" * 700)
    return path


@pytest.fixture
def logged(filled: Casebook, proof: Path) -> Casebook:
    """A casebook with one contact and one attachment."""
    filled.ok("log", "1", "--channel", "chat", "--text", "They said tomorrow", "--attach", proof)
    return filled


def test_a_backup_says_where_it_is_and_that_it_was_checked(logged: Casebook) -> None:
    said = logged.ok("backup")
    assert "opened and checked" in said and "1 file" in said
    made = logged.json("backup", "--list")
    assert len(made) == 1 and made[0]["path"] in said
    assert made[0]["ok"] and made[0]["files"] == 1 and len(made[0]["head"]) == 64
    logged.wait(hours=1)
    again = logged.json("backup")
    assert again["path"] == made[0]["path"] and again["new"] is False
    assert "nothing changed since" in logged.ok("backup")
    logged.ok("firm", "add", "--name", "Another")
    assert logged.json("backup")["new"] is True
    assert "opened and checked on Fri 20 Nov 2026" in logged.ok("backup", "--list")


def test_before_there_is_one_it_says_so(logged: Casebook) -> None:
    assert "no backups" in logged.ok("backup", "--list")
    assert logged.json("backup", "--check") == []
    assert "no good backup" in logged.refused("restore")
    assert "no backup" in logged.refused("restore", "20200101-000000")
    assert "no backup" in logged.refused("backup", "--check", "20200101-000000")


def test_a_check_names_what_is_wrong(logged: Casebook) -> None:
    first = Path(logged.json("backup")["path"])
    assert ": ok, " in logged.ok("backup", "--check")
    victim = next((first.parent / "files").glob("*/*"))
    victim.write_bytes(victim.read_bytes().replace(b"a picture", b"a forgery", 1))
    answer = logged.run("backup", "--check", first.name)
    assert answer.code == 1 and victim.relative_to(first.parent).as_posix() in answer.out and "not whole" in answer.out
    shape = logged.run("backup", "--check", "--json").json
    assert shape[0]["ok"] is False and shape[0]["faults"][0]["what"] == "bytes changed"
    assert "not whole" in logged.ok("backup", "--list")
    assert "no good backup" in logged.refused("restore", "--replace")


def test_options_that_do_not_go_together(logged: Casebook, tmp_path: Path) -> None:
    logged.refused("backup", "--list", "--check", code=2)
    logged.refused("backup", "--list", "--to", tmp_path, code=2)
    logged.refused("backup", "20200101-000000", code=2)
    logged.refused("restore", "--to", tmp_path / "x", "--replace", code=2)
    logged.refused("backup-rules", "--folder", tmp_path, "--own-folder", code=2)
    logged.refused("backup-rules", "--keep-last", "0", code=2)


def test_restoring_beside_and_in_place(logged: Casebook, tmp_path: Path) -> None:
    logged.ok("backup")
    logged.ok("log", "1", "--channel", "chat", "--text", "A later word")
    assert "--replace" in logged.refused("restore")
    said = logged.ok("restore", "--to", tmp_path / "beside")
    assert str(tmp_path / "beside") in said
    there = Casebook(tmp_path / "beside", logged.capture, logged.patch, logged.now + timedelta(hours=1))
    assert [c["text"] for c in there.json("case", "show", "1")["contacts"]] == ["They said tomorrow"]
    assert there.json("verify")["ok"]
    shape = logged.json("restore", "--replace")
    assert shape["kept"] == str(logged.book / "casebook.db.damaged") and shape["faults"] == []
    assert [c["text"] for c in logged.json("case", "show", "1")["contacts"]] == ["They said tomorrow"]
    assert logged.json("verify")["ok"]
    again = logged.json("restore", shape["backup"]["path"], "--to", tmp_path / "third")
    assert again["kept"] is None


def test_after_damage_the_way_back_is_said_and_works(logged: Casebook) -> None:
    logged.ok("backup")
    (logged.book / DATABASE_NAME).write_bytes(os.urandom(9000))
    (logged.book / "casebook.seal").unlink()
    said = logged.refused("case", "list")
    assert "casebook restore --replace" in said and "2026-11-20" in said
    assert "opened and checked" in logged.ok("backup", "--list"), "listing does not need the casebook"
    assert ": ok, " in logged.ok("backup", "--check")
    logged.ok("restore", "--replace")
    assert logged.json("verify")["ok"]
    (logged.book / DATABASE_NAME).unlink()
    assert "casebook restore" in logged.refused("case", "list")
    assert "casebook restore" in logged.refused("firm", "add", "--name", "New"), "no new casebook hides the loss"
    logged.ok("restore")
    assert logged.json("verify")["ok"]


def test_another_folder_once_and_from_now_on(logged: Casebook, tmp_path: Path) -> None:
    drive = tmp_path / "drive"
    assert "is not there" in logged.refused("backup", "--to", drive)
    drive.mkdir()
    once = logged.json("backup", "--to", drive)
    assert Path(once["path"]).is_relative_to(drive)
    own = logged.json("backup")
    assert Path(own["path"]).is_relative_to(logged.book)
    rules = logged.json("backup-rules", "--folder", drive, "--keep-last", "3", "--no-daily")
    assert rules["backup_folder"] == str(drive) and rules["keep_last"] == 3 and rules["backup_daily"] is False
    logged.ok("firm", "add", "--name", "Another")
    assert Path(logged.json("backup")["path"]).is_relative_to(drive)
    assert len(logged.json("backup", "--list")) == 3
    shutil.rmtree(drive)
    assert "is not there" in logged.refused("backup")
    assert len(logged.json("backup", "--list")) == 1
    assert logged.json("backup-rules", "--own-folder")["backup_folder"] == ""
    assert logged.json("backup")["ok"]


def test_an_encrypted_one_takes_its_passphrase_from_where_the_casebook_does(
    logged: Casebook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CASEBOOK_PASSPHRASE", "correct horse battery")
    logged.ok("backup")
    logged.run("encrypt")
    made = logged.json("backup", "--list")
    assert [b["encrypted"] for b in made] == [True], "the backups follow"
    assert logged.json("backup")["encrypted"]
    logged.ok("restore", "--to", tmp_path / "there")
    there = Casebook(tmp_path / "there", logged.capture, logged.patch, logged.now)
    assert there.json("verify")["ok"]
    monkeypatch.delenv("CASEBOOK_PASSPHRASE")
    assert "encrypted" in logged.refused("restore", "--to", tmp_path / "fourth")
    assert not (tmp_path / "fourth").exists()
    assert "encrypted" in logged.refused("backup", "--check")
    assert logged.json("backup", "--list"), "listing tells nothing of the words"
