"""`casebook history` and `casebook verify --against`: what was done, and whether all of it is still there."""

import json
import sqlite3
from pathlib import Path

import pytest

from casebook.journal.store.database_name import DATABASE_NAME
from casebook.journal.store.seal import make_seal
from tests.cli.conftest import Casebook


def cut(book: Path, entries: int) -> None:
    """Cut the ledger's last entries and what came with them, with SQLite alone."""
    connection = sqlite3.connect(book / DATABASE_NAME)
    triggers = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for name, _sql in triggers:
        connection.execute(f"DROP TRIGGER {name}")
    last = connection.execute("SELECT max(number) FROM ledger").fetchone()[0] - entries
    for kind in ("contact", "export"):
        gone = f"DELETE FROM {kind} WHERE '{kind}:' || id IN (SELECT which FROM ledger WHERE number > ?)"
        connection.execute(gone, (last,))
    for table in ("checkpoint", "ledger_payload", "ledger"):
        connection.execute(f"DELETE FROM {table} WHERE number > ?", (last,))
    for _name, sql in triggers:
        connection.execute(sql)
    connection.commit()
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    make_seal(book / DATABASE_NAME)


def on_another_computer(casebook: Casebook, tmp_path: Path) -> None:
    casebook.patch.setenv("XDG_DATA_HOME", str(tmp_path / "other-computer"))


def test_the_history_of_a_case_in_plain_lines(filled: Casebook) -> None:
    filled.ok("log", "1", "--channel", "chat", "--text", "They will\npay", "--at", "2026-11-20 14:03")
    filled.ok("case", "edit", "1", "--amount", "1250", "--title", "提币被冻结")
    lines = filled.ok("history", "C-1").splitlines()
    assert lines[0].endswith("case C-1: edited")
    assert lines[1].strip() == 'amount: (nothing) → "1250"'
    assert lines[2].strip() == 'title: "Withdrawal on hold" → "提币被冻结"'
    assert lines[3].endswith('contact 1: logged: "They will pay"')
    assert lines[4].endswith('case C-1: opened: "Withdrawal on hold"')
    told = filled.json("history", "1")
    assert [event["what"] for event in told] == ["case.edited", "contact.logged", "case.opened"]
    assert told[0]["changed"][0] == {"field": "amount", "before": "", "after": "1250"}
    logged = {change["field"]: change["after"] for change in told[1]["changed"]}
    assert logged["happened"].startswith("2026-11-20T14:03:00")
    assert logged["text"] == "They will\npay"
    assert [e["number"] for e in filled.json("history", "1", "--before", str(told[0]["number"]))] == [
        told[1]["number"],
        told[2]["number"],
    ]
    assert len(filled.json("history", "--limit", "2")) == 2
    assert "the signing key: key added" in filled.ok("history")
    assert "no case C-7" in filled.refused("history", "7")


def test_a_clock_set_back_stands_in_the_history(filled: Casebook) -> None:
    filled.wait(hours=-2)
    filled.ok("log", "1", "--channel", "chat", "--text", "earlier, it seems")
    lines = filled.ok("history").splitlines()
    where = next(n for n, line in enumerate(lines) if line.endswith("this computer's clock: set back"))
    assert [line.split(":")[0].strip() for line in lines[where + 1 : where + 3]] == ["before", "now"]


def test_a_cut_tail_is_found_here_and_elsewhere_with_an_earlier_dossier(filled: Casebook, tmp_path: Path) -> None:
    pack, archive = tmp_path / "pack", tmp_path / "pack.zip"
    filled.ok("log", "1", "--channel", "chat", "--text", "one")
    filled.ok("export", "1", pack)
    filled.ok("log", "1", "--channel", "chat", "--text", "two")
    filled.ok("export", "1", archive, "--lang", "zh")
    head = next(word for word in filled.ok("doctor").split() if len(word) == 64)
    for against in (pack, archive, head, head.upper()):
        assert filled.json("verify", "--against", against)["ok"]
    cut(filled.book, 2)  # the second dossier, and the contact before it
    answer = filled.run("verify")
    assert answer.code == 1
    assert answer.out.splitlines()[0].startswith("casebook.db ledger:")
    assert "its last 2 entries are gone" in answer.out.splitlines()[0]
    on_another_computer(filled, tmp_path)
    alone = filled.json("verify")
    assert alone["ok"]
    assert "has not seen this casebook" in alone["notes"][0]
    assert filled.json("verify", "--against", pack)["ok"], "that dossier is older than what was cut"
    for against in (archive, head):
        answer = filled.run("verify", "--against", against, "--json")
        assert answer.code == 1
        assert [fault["where"] for fault in answer.json["faults"]] == ["casebook.db ledger"]


def test_a_dossier_that_was_changed_itself_is_no_witness(filled: Casebook, tmp_path: Path) -> None:
    pack = tmp_path / "pack"
    filled.ok("export", "1", pack)
    told = (pack / "VERIFY.txt").read_text("utf-8")
    head = next(line.rpartition(" ")[2] for line in told.splitlines() if line.startswith("Hash of the head"))
    (pack / "VERIFY.txt").write_text(told.replace(head, "0" * 64), "utf-8")
    answer = filled.run("verify", "--against", pack, "--json")
    assert answer.code == 1
    assert {fault["where"] for fault in answer.json["faults"]} == {"casebook.db ledger", "pack/VERIFY.txt"}


def test_a_title_that_looks_like_a_hash_is_not_taken_for_one(casebook: Casebook, tmp_path: Path) -> None:
    casebook.ok("firm", "add", "--name", "Kestrel")
    casebook.ok("case", "add", "--firm", "Kestrel", "--title", f"TxID: {'ab' * 32}")
    casebook.ok("export", "1", tmp_path / "pack")
    assert casebook.json("verify", "--against", tmp_path / "pack")["ok"]


def test_a_backup_names_the_entry_it_ends_with(filled: Casebook, tmp_path: Path) -> None:
    filled.ok("log", "1", "--channel", "chat", "--text", "one")
    filled.ok("backup")
    backup = next(path for path in (filled.book / "backups").iterdir() if (path / DATABASE_NAME).exists())
    assert filled.json("verify", "--against", backup)["ok"]
    cut(filled.book, 1)
    on_another_computer(filled, tmp_path)
    faults = filled.run("verify", "--against", backup, "--json").json["faults"]
    assert any(backup.name in fault["what"] for fault in faults)


def test_what_is_no_witness_is_refused_in_one_line(filled: Casebook, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear Sir")
    (tmp_path / "folder").mkdir()
    assert "is not a dossier" in filled.refused("verify", "--against", tmp_path / "letter.txt")
    assert "is not a dossier" in filled.refused("verify", "--against", tmp_path / "folder")
    assert "there is no" in filled.refused("verify", "--against", "abcdef")
    filled.ok("export", "1", tmp_path / "pack")
    assert "for a casebook" in filled.refused("verify", tmp_path / "pack", "--against", tmp_path / "pack", code=2)


def test_a_shorter_ledger_can_be_accepted_with_a_reason(filled: Casebook) -> None:
    filled.ok("log", "1", "--channel", "chat", "--text", "one")
    assert "nothing to accept" in filled.refused("verify", "--accept", "why not")
    cut(filled.book, 1)
    assert filled.run("verify").code == 1
    assert "say why" in filled.refused("verify", "--accept", " ")
    assert filled.json("verify", "--accept", "copied back from a stick")["ok"]
    assert filled.json("verify")["ok"]
    assert 'reason: "copied back from a stick"' in filled.ok("history")


def test_a_restored_backup_is_told_by_the_ledger_and_not_taken_for_a_cut(filled: Casebook) -> None:
    filled.ok("log", "1", "--channel", "chat", "--text", "one")
    filled.ok("backup")
    filled.ok("log", "1", "--channel", "chat", "--text", "two")
    filled.ok("restore", "--replace")
    answer = filled.json("verify")
    assert answer["ok"], answer
    assert "the casebook: restored" in filled.ok("history")


@pytest.mark.parametrize("where", ["pack", "pack.zip"])
def test_the_checkpoint_in_a_dossier_is_that_of_its_head(filled: Casebook, tmp_path: Path, where: str) -> None:
    import zipfile

    from casebook.journal.proof.checkpoints import read_note

    filled.ok("export", "1", tmp_path / where)
    if where.endswith(".zip"):
        with zipfile.ZipFile(tmp_path / where) as archive:
            note, told = archive.read("CHECKPOINT.txt").decode(), archive.read("VERIFY.txt").decode()
    else:
        note, told = ((tmp_path / where / name).read_text("utf-8") for name in ("CHECKPOINT.txt", "VERIFY.txt"))
    assert read_note(note).hash in told
    first = json.loads(filled.ok("verify", tmp_path / where, "--json"))
    assert first["ok"]
